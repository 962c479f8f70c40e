//! Files beside the articles: which of them may go out, and which is that of a language.

use crate::project::FILE;
use crate::text::Lang;

/// Whether a file may be published because a page names it. What is hidden holds settings and
/// secrets; what is text of articles goes out as a page or not at all.
pub(super) fn may_go_out(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let extension = extension.to_ascii_lowercase();
    let source = matches!(extension.as_str(), "md" | "mdx" | "markdown" | "ftl");
    !source && path != FILE && !path.split('/').any(|part| part.starts_with('.'))
}

/// The file of a language, then the file of all: `photo.en.png`, `photo.png`.
pub(super) fn of_language(path: &str, lang: &Lang) -> Vec<String> {
    let (folder, name) = match path.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name),
        None => (String::new(), path),
    };
    let Some((stem, extension)) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) else {
        return vec![path.to_owned()];
    };
    // `photo.ru.png` in a text that was translated means the photo of the reader's language, too.
    let bare = stem
        .rsplit_once('.')
        .filter(|(_, tag)| tag.parse::<Lang>().is_ok_and(|tag| tag != *lang));
    let mut out = vec![format!("{folder}{stem}.{lang}.{extension}")];
    if let Some((bare, _)) = bare.filter(|(_, tag)| tag.len() == 2) {
        out.push(format!("{folder}{bare}.{lang}.{extension}"));
    }
    out.push(path.to_owned());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_the_language_comes_first() {
        let en: Lang = "en".parse().unwrap();
        assert_eq!(
            of_language("a/photo.png", &en),
            ["a/photo.en.png", "a/photo.png"]
        );
        assert_eq!(
            of_language("photo.ru.png", &en),
            ["photo.ru.en.png", "photo.en.png", "photo.ru.png"]
        );
        assert_eq!(of_language("LICENSE", &en), ["LICENSE"]);
    }

    #[test]
    fn secrets_and_drafts_are_no_pictures() {
        for path in [
            ".env",
            "a/.git/config",
            "drafts/b.md",
            "workflow.toml",
            "x.MDX",
        ] {
            assert!(!may_go_out(path), "{path}");
        }
        assert!(may_go_out("a/b.tar.gz") && may_go_out("LICENSE"));
    }
}
