//! Raw HTML as it is written: with its links leading where they should, or shown as text.

use super::links::After;
use super::raw::{Attribute, Element, Piece, Raw, RawKind};
use super::write::Writer;
use super::{Target, escape, policy, schemes};

impl Writer<'_> {
    /// Writes a piece byte for byte, but for where it leads and the ids of headings.
    pub(super) fn verbatim(&mut self, raw: &Raw, piece: &Piece) {
        match piece {
            Piece::Open(element) => self.verbatim_tag(raw, element),
            Piece::Close(name, range) => match self.raw_link(name) {
                Some(after) => self.after_link(Some(after)),
                None => self.out.push_str(&raw.text[range.clone()]),
            },
            Piece::Text(range) | Piece::Comment(range) | Piece::Nothing(range) => {
                self.out.push_str(&raw.text[range.clone()]);
            }
        }
    }

    /// What follows a link of HTML that ends here, if that is not just its end.
    fn raw_link(&mut self, name: &str) -> Option<After> {
        let link = if name == "a" { self.take_link() } else { None };
        link.filter(|after| !matches!(after, After::Link))
    }

    fn verbatim_tag(&mut self, raw: &Raw, element: &Element) {
        let mut edits = Vec::new();
        let name = element.range.start + "<".len() + element.name.len();
        if let Some(heading) = element.heading.and_then(|at| self.body.headings.get(at))
            && element.value("id").is_none_or(|id| id != heading.id)
        {
            let written = element.attributes.iter().find(|one| one.name == "id");
            edits.push(match written {
                None => {
                    let mut id = String::new();
                    escape::attribute(&mut id, "id", &heading.id);
                    (name..name, id)
                }
                Some(written) => edit(raw, written, &heading.id),
            });
        }
        if element.name == "a" {
            self.begin_link(After::Link);
        }
        for attribute in &element.attributes {
            if attribute.links.is_empty() {
                continue;
            }
            let sizes = policy::link(&element.name, &attribute.name) == Some(policy::Link::Sizes);
            if sizes && !self.leads_here(attribute) {
                edits.push(edit(raw, attribute, &self.sizes(attribute)));
            }
            if sizes {
                continue;
            }
            let (_, number) = attribute.links[0];
            match self.raw_target(number) {
                Target::Words if element.name == "a" => {
                    return self.begin_link(After::Words);
                }
                Target::Words => {}
                Target::Url(url) => edits.extend(url_edit(raw, attribute, &url)),
                Target::Foreign { url, lang, note } => {
                    if element.name == "a" {
                        edits.push((name..name, format!(" hreflang=\"{lang}\"")));
                        self.begin_link(After::Note(note));
                    }
                    edits.extend(url_edit(raw, attribute, &url));
                }
            }
        }
        edits.sort_by_key(|(range, _)| range.start);
        let mut at = element.range.start;
        for (range, written) in edits {
            self.out.push_str(&raw.text[at..range.start]);
            self.out.push_str(&written);
            at = range.end;
        }
        self.out.push_str(&raw.text[at..element.range.end]);
    }

    /// Whether all files of an attribute are where it says.
    fn leads_here(&mut self, attribute: &Attribute) -> bool {
        attribute.links.iter().all(|(range, number)| {
            let written = &attribute.value[range.clone()];
            matches!(self.raw_target(*number), Target::Url(url) if url == written)
        })
    }

    /// Where a link of HTML leads that stays as it is, whatever it runs.
    fn raw_target(&mut self, number: usize) -> Target {
        match self.body.links.get(number) {
            Some(link) if schemes::refused(&link.to, link.image).is_some() => {
                Target::Url(link.to.clone())
            }
            _ => self.target(number),
        }
    }

    /// Writes raw HTML for readers to see, without its comments.
    pub(super) fn escaped(&mut self, raw: &Raw) {
        let mut shown = String::new();
        for piece in &raw.pieces {
            let range = match piece {
                Piece::Open(element) => &element.range,
                Piece::Close(_, range) | Piece::Text(range) | Piece::Nothing(range) => range,
                Piece::Comment(_) => continue,
            };
            escape::text(&mut shown, &raw.text[range.clone()]);
        }
        if raw.kind == RawKind::Inline {
            self.out.push_str(&shown);
        } else if !shown.trim().is_empty() {
            self.out.push_str("<p>");
            self.out.push_str(shown.trim());
            self.out.push_str("</p>\n");
        }
    }
}

type Edit = (std::ops::Range<usize>, String);

/// Puts another URL into an attribute, unless it is the same.
fn url_edit(raw: &Raw, attribute: &Attribute, url: &str) -> Option<Edit> {
    if url == attribute.value.trim() {
        return None;
    }
    let mut written = String::new();
    escape::href(&mut written, url);
    Some(quoted(raw, attribute, written))
}

/// Puts another value into an attribute.
fn edit(raw: &Raw, attribute: &Attribute, value: &str) -> Edit {
    let mut written = String::new();
    escape::text(&mut written, value);
    let written = written.replace('"', "&quot;").replace('\'', "&#39;");
    quoted(raw, attribute, written)
}

/// A value with quotes around it where the attribute has none.
fn quoted(raw: &Raw, attribute: &Attribute, written: String) -> Edit {
    let range = attribute.range.clone();
    let before = raw.text[..range.start].chars().next_back();
    if matches!(before, Some('"' | '\'')) {
        (range, written)
    } else {
        (range, format!("\"{written}\""))
    }
}
