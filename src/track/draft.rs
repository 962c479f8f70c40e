//! The first draft of a translation: the source as it is, marked so that nobody takes it for done.

use crate::document::{Document, Format};

/// The text of the draft. The mark is the field `draft`, which site generators know, where there
/// is front matter, and a comment on the first line elsewhere.
pub fn draft(source: &str, document: &Document, path: &str) -> String {
    if let Some(field) = document.by_key("draft") {
        return format!(
            "{}true{}",
            &source[..field.span.start],
            &source[field.span.end..]
        );
    }
    let line_break = if source.contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let bom = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let (at, mark) = match (&document.front_matter, document.format) {
        (Some(front), _) => {
            let fence = &source[front.start..];
            let after = fence
                .find('\n')
                .map_or(source.len(), |end| front.start + end + 1);
            let field = if fence.starts_with("+++") {
                "draft = true"
            } else {
                "draft: true"
            };
            (after, format!("{field}{line_break}"))
        }
        (None, Format::Fluent | Format::Text) => (bom, format!("# draft{line_break}{line_break}")),
        (None, Format::Markdown) if is_mdx(path) => {
            (bom, format!("{{/* draft */}}{line_break}{line_break}"))
        }
        (None, Format::Markdown | Format::Html) => {
            (bom, format!("<!-- draft -->{line_break}{line_break}"))
        }
    };
    format!("{}{mark}{}", &source[..at], &source[at..])
}

fn is_mdx(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("mdx"))
}

/// Whether a translation still carries the mark of a draft.
pub fn is_marked(text: &str, document: &Document) -> bool {
    let field = document
        .by_key("draft")
        .is_some_and(|field| field.text == "true" || text[field.span.clone()].trim() == "true");
    let first = text
        .trim_start_matches('\u{feff}')
        .lines()
        .next()
        .unwrap_or_default();
    field || matches!(first, "# draft" | "<!-- draft -->" | "{/* draft */}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Reader;

    fn read(file: &str, text: &str) -> Document {
        Reader::for_test(file).read(text).document
    }

    #[test]
    fn what_says_that_it_is_no_draft_says_that_it_is_one() {
        let source = "---\ndraft: false\ntitle: Приём\n---\n";
        let text = draft(source, &read("a.md", source), "a.md");
        assert_eq!(text, "---\ndraft: true\ntitle: Приём\n---\n");
        assert!(!is_marked(source, &read("a.md", source)));
    }

    #[test]
    fn a_draft_is_the_source_and_a_mark() {
        for (file, source, mark) in [
            ("a.md", "---\ntitle: Приём\n---\nТекст\n", "draft: true\n"),
            (
                "a.md",
                "\u{feff}+++\r\ntitle = \"Приём\"\r\n+++\r\nТекст\r\n",
                "draft = true\r\n",
            ),
            ("a.md", "Текст\n", "<!-- draft -->\n\n"),
            ("a.mdx", "Текст\n", "{/* draft */}\n\n"),
            ("a.ftl", "a = б\n", "# draft\n\n"),
            ("a.txt", "Текст\n", "# draft\n\n"),
        ] {
            let text = draft(source, &read(file, source), file);
            assert_eq!(text.replacen(mark, "", 1), source);
            assert!(
                is_marked(&text, &read(file, &text)) && !is_marked(source, &read(file, source)),
                "{text}"
            );
        }
    }
}
