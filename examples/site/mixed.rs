//! What happens to articles and translations in a project where everything happens.

use std::fmt::Write;

use sverka::text::sha256;

use super::words::{Both, Dice, sentence};

/// What has become of a translation.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Fate {
    Current,
    Stale,
    /// The source has changed, but in nothing that a translator touches.
    Mechanical,
    Missing,
    /// Nobody has said what it was made from.
    Untracked,
    Draft,
    Approved,
    /// Approved, and edited since.
    Undone,
    /// The source is gone.
    Orphan,
}

/// What an article has that most do not.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Trait {
    None,
    /// `draft: true` in the front matter.
    Draft,
    Embargoed,
    Expired,
    Slug,
    Aliases,
    /// Written in English first.
    FromEnglish,
    NoDescription,
    /// The translation leaves out the fields that are not translated.
    Inherits,
    MarkedTitle,
    RawHtml,
}

const FATES: [Fate; 13] = [
    Fate::Current,
    Fate::Stale,
    Fate::Current,
    Fate::Missing,
    Fate::Draft,
    Fate::Current,
    Fate::Mechanical,
    Fate::Untracked,
    Fate::Approved,
    Fate::Current,
    Fate::Undone,
    Fate::Stale,
    Fate::Orphan,
];

// As many as have no common divisor with the fates: every fate meets every trait.
const TRAITS: [Trait; 16] = [
    Trait::None,
    Trait::Slug,
    Trait::Inherits,
    Trait::MarkedTitle,
    Trait::None,
    Trait::Draft,
    Trait::RawHtml,
    Trait::Inherits,
    Trait::Embargoed,
    Trait::FromEnglish,
    Trait::None,
    Trait::NoDescription,
    Trait::Expired,
    Trait::Aliases,
    Trait::Inherits,
    Trait::None,
];

/// What happens to an article.
pub(crate) fn lot(article: usize) -> (Fate, Trait) {
    match (FATES[article % FATES.len()], TRAITS[article % TRAITS.len()]) {
        // A translation that names a source which is not there is a mistake, not a fate.
        (Fate::Orphan, Trait::FromEnglish) => (Fate::Missing, Trait::FromEnglish),
        lot => lot,
    }
}

/// Whether an article has a text in either language.
pub(crate) fn has_both(article: usize) -> bool {
    !matches!(lot(article).0, Fate::Missing | Fate::Orphan)
}

/// Lines of the front matter that come of a trait, in both languages.
pub(crate) fn lines(article: usize, of: Trait) -> [String; 2] {
    match of {
        Trait::Draft => ["draft: true\n", "draft: true\n"].map(str::to_owned),
        Trait::Embargoed => ["publishDate: 2030-01-01\n"; 2].map(str::to_owned),
        Trait::Expired => ["expiryDate: 2020-01-01\n"; 2].map(str::to_owned),
        Trait::FromEnglish => ["source_lang: en\n"; 2].map(str::to_owned),
        Trait::Slug => ["novost", "story"].map(|name| format!("slug: {name}-{article}\n")),
        Trait::Aliases => {
            ["staroe", "old"].map(|name| format!("aliases:\n  - /{name}/{article}/\n"))
        }
        _ => [String::new(), String::new()],
    }
}

/// What a title looks like that was written for a page of HTML.
pub(crate) fn mark_title(title: &Both) -> Both {
    let [ru, en] = title;
    [
        format!("<b>{ru}</b> & «прочее» \\\"в кавычках\\\" < 5"),
        format!("<b>{en}</b> & “the rest” \\\"in quotes\\\" < 5"),
    ]
}

/// The text with HTML of the kinds that people write into Markdown, and of those they should not.
pub(crate) fn add_html(text: &mut Both) {
    let words = [["Подробнее", "Скрытый текст"], ["More", "Hidden text"]];
    for (text, [more, hidden]) in text.iter_mut().zip(words) {
        let _ = write!(
            text,
            "<details>\n<summary>{more}</summary>\n\n{hidden} & <kbd>Ctrl</kbd> + <kbd>C</kbd>, H<sub>2</sub>O.\n\n</details>\n\n\
             <div class=\"note\"><p onclick=\"alert(1)\">{hidden}</p></div>\n\n\
             <script>alert(\"{more}\")</script>\n"
        );
    }
}

/// What the source said before: a few of its sentences were different.
pub(crate) fn older(text: &str, article: usize) -> String {
    let mut dice = Dice::new(article, 3);
    let mut paragraphs = 0;
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let prose = line.chars().next().is_some_and(char::is_alphabetic) && line.ends_with(".\n");
        paragraphs += usize::from(prose);
        match line.split_once(". ") {
            Some((_, rest)) if prose && paragraphs % 4 == 2 => {
                let [said, _] = sentence(&mut dice);
                let _ = write!(out, "{said} {rest}");
            }
            _ => out.push_str(line),
        }
    }
    out
}

/// What the source said before: a link led elsewhere.
pub(crate) fn moved(text: &str) -> String {
    text.replace("https://example.org/", "https://old.example.org/pages/")
}

/// What people have said of the translation, as `.sverka/review/` keeps it.
pub(crate) fn review(fate: Fate, base: &str, target: &str) -> Option<String> {
    let read = match fate {
        Fate::Draft => return Some("state = \"draft\"\n".to_owned()),
        Fate::Approved => target.to_owned(),
        Fate::Undone => format!("{target}\n"),
        _ => return None,
    };
    Some(format!(
        "state = \"approved\"\n\n[approved]\ndate = \"2026-10-01\"\nby = \"editor\"\nbase = \"{}\"\ntarget = \"{}\"\n",
        sha256(base),
        sha256(&read)
    ))
}
