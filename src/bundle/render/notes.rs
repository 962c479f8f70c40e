//! Footnotes: numbered as they are referred to, listed at the end, each with its way back.

use std::collections::BTreeMap;

use super::escape;
use super::page::Part;
use super::write::Writer;

/// The footnotes that have been referred to.
#[derive(Default)]
pub(super) struct Notes {
    /// Their names, in order.
    order: Vec<String>,
    numbers: BTreeMap<String, usize>,
    /// How often each is referred to.
    uses: Vec<usize>,
}

impl Writer<'_> {
    /// Writes a reference to a note. Ids with a colon are those of no heading.
    pub(super) fn note(&mut self, name: &str) {
        let name = name.to_lowercase();
        let notes = &mut self.notes;
        let at = *notes.numbers.entry(name).or_insert_with_key(|name| {
            notes.order.push(name.clone());
            notes.uses.push(0);
            notes.order.len() - 1
        });
        notes.uses[at] += 1;
        let (number, id) = (at + 1, reference(at, notes.uses[at]));
        let html = if self.in_link() {
            format!("<sup id=\"{id}\">{number}</sup>")
        } else {
            format!(
                "<sup><a href=\"#fn:{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>"
            )
        };
        self.out.push_str(&html);
    }

    /// Writes the list of the notes that have been referred to, in `parts` by name.
    pub(super) fn write_notes(&mut self, parts: &BTreeMap<String, Vec<Part<'_>>>) {
        if self.notes.order.is_empty() {
            return;
        }
        let page = std::mem::take(&mut self.out);
        let mut written = Vec::new();
        // A note may refer to others, which then come behind it.
        while let Some(name) = self.notes.order.get(written.len()) {
            let parts = parts.get(name).map_or(&[][..], Vec::as_slice);
            self.parts(parts);
            self.end_leaf();
            written.push(std::mem::take(&mut self.out));
        }
        self.out = page;
        self.out
            .push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        escape::label(
            &mut self.out,
            "aria-label",
            &self.rendering.labels.footnotes,
        );
        self.out.push_str(">\n<ol>\n");
        for (at, html) in written.iter().enumerate() {
            let item = format!("<li id=\"fn:{}\">", at + 1);
            self.out.push_str(&item);
            // The way back belongs to the last line.
            if let Some(html) = html.strip_suffix("</p>\n") {
                self.out.push_str(html);
            } else {
                self.out.push_str(html);
                self.out.push_str("<p>");
            }
            self.ways_back(at);
            self.out.push_str("</p>\n</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn ways_back(&mut self, at: usize) {
        for once in 1..=self.notes.uses[at] {
            if !self.out.ends_with("<p>") {
                self.out.push(' ');
            }
            let way = format!("<a href=\"#{}\"", reference(at, once));
            self.out.push_str(&way);
            let label = &self.rendering.labels.back;
            if !label.is_empty() {
                let label = match once {
                    1 => format!("{label} {}", at + 1),
                    _ => format!("{label} {}-{once}", at + 1),
                };
                escape::attribute(&mut self.out, "aria-label", &label);
            }
            // The sign behind the arrow asks for a letter, not a picture.
            self.out.push_str(" role=\"doc-backlink\">↩\u{fe0e}</a>");
        }
    }
}

/// The id of the reference to note `at`, counted from 0, where it is referred to for the `once`th
/// time.
fn reference(at: usize, once: usize) -> String {
    match once {
        1 => format!("fnref:{}", at + 1),
        _ => format!("fnref:{}:{once}", at + 1),
    }
}
