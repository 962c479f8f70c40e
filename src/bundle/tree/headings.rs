//! The ids of headings where a generator would make other ones, so that links to them lead there.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Generator;
use super::body::Edit;
use crate::bundle::render::Heading;
use crate::document::markdown_options;
use crate::text::heading_id;

/// A heading as it is written.
struct Written {
    /// All of it, in the body.
    range: Range<usize>,
    /// Where its words end.
    end: usize,
    /// Whether it is one piece of text without markup.
    plain: bool,
    /// How many events it has in it.
    events: usize,
    /// Whether it has attributes (`{#id .class}`).
    attributes: bool,
    /// Whether it names its id in them.
    named: bool,
}

/// What has to be written at the headings of a text from `from` on, for each its own id; `headings`
/// are those that the program knows.
pub(super) fn edits(
    generator: Generator,
    (text, from): (&str, usize),
    headings: &[Heading],
) -> Vec<Edit> {
    if !matches!(generator, Generator::Zola | Generator::Starlight) {
        return Vec::new();
    }
    let body = &text[from..];
    let written = read(body);
    if written.len() != headings.len() {
        // The page is not read as Markdown alone.
        return Vec::new();
    }
    let pairs = written.iter().zip(headings);
    let edits: Vec<Edit> = if generator == Generator::Zola {
        pairs.filter_map(|pair| zola(body, pair)).collect()
    } else {
        let mut ids = Ids::default();
        pairs
            .filter_map(|pair| starlight(body, pair, &mut ids))
            .collect()
    };
    let in_file = |(range, new): Edit| (range.start + from..range.end + from, new);
    edits.into_iter().map(in_file).collect()
}

fn read(body: &str) -> Vec<Written> {
    let options = markdown_options() | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut all: Vec<Written> = Vec::new();
    let mut inside = false;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match (event, all.last_mut()) {
            (
                Event::Start(Tag::Heading {
                    id, classes, attrs, ..
                }),
                _,
            ) => {
                inside = true;
                all.push(Written {
                    end: range.start,
                    range,
                    plain: true,
                    events: 0,
                    attributes: id.is_some() || !classes.is_empty() || !attrs.is_empty(),
                    named: id.is_some(),
                });
            }
            (Event::End(TagEnd::Heading(_)), Some(last)) => {
                inside = false;
                if last.events == 0 {
                    all.pop();
                }
            }
            (event, Some(last)) if inside => {
                last.plain &= matches!(event, Event::Text(_)) && last.events == 0;
                last.events += 1;
                last.end = last.end.max(range.end);
            }
            _ => {}
        }
    }
    all
}

/// Zola makes ids of Latin letters unless its settings say otherwise; those that are written it takes.
fn zola(body: &str, (written, heading): (&Written, &Heading)) -> Option<Edit> {
    let id = &heading.id;
    let same = written.plain && latin(&heading.text).as_deref() == Some(id);
    if written.named || same || id.contains(['{', '}', '\\', '<', '&']) {
        return None;
    }
    let rest = body.get(written.end..written.range.end)?;
    if written.attributes {
        let at = written.end + rest.find('{')? + 1;
        return Some((at..at, format!("#{id} ")));
    }
    // Signs that close a heading (`## Words ##`) let nothing be an attribute that stands before them.
    let line = rest.trim_end();
    let closed = !line.is_empty() && line.trim_start().chars().all(|c| c == '#');
    let end = written.end + if closed { line.len() } else { 0 };
    Some((written.end..end, format!(" {{#{id}}}")))
}

/// The id that Zola makes of words in ASCII.
fn latin(words: &str) -> Option<String> {
    let parts = words.split(|c: char| !c.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    words
        .is_ascii()
        .then(|| parts.join("-").to_ascii_lowercase())
}

/// The ids that Starlight gives to headings, as GitHub does: how often each has been asked for.
#[derive(Default)]
struct Ids(BTreeMap<String, usize>);

impl Ids {
    fn next(&mut self, words: &str) -> String {
        let wanted = heading_id(words);
        let mut id = wanted.clone();
        while self.0.contains_key(&id) {
            let number = self.0.entry(wanted.clone()).or_default();
            *number += 1;
            id = format!("{wanted}-{number}");
        }
        self.0.insert(id.clone(), 0);
        id
    }
}

/// Starlight shows the title above the page, and attributes as words. An id that it would not make goes
/// into an element.
fn starlight(body: &str, (written, heading): (&Written, &Heading), ids: &mut Ids) -> Option<Edit> {
    let id = &heading.id;
    let element = if id.contains(['"', '&', '<']) {
        String::new()
    } else {
        format!("<span id=\"{id}\"></span>")
    };
    if heading.level == 1 && body.get(..written.range.start)?.trim().is_empty() {
        let end = written.range.start + body.get(written.range.clone())?.trim_end().len();
        // A line of HTML takes the next one along.
        let mut behind = body.get(end..)?.lines().skip(1);
        let blank = behind.next().is_none_or(|line| line.trim().is_empty());
        let element = element + if blank { "" } else { "\n" };
        return Some((written.range.start..end, element));
    }
    let own = ids.next(&heading.text) == *id;
    let words = body.get(written.range.start..written.end)?;
    let element = if own && !words.contains('\n') {
        String::new()
    } else {
        element
    };
    let rest = body.get(written.end..written.range.end)?;
    let attributes = rest.find('{').zip(rest.rfind('}'));
    let end = match attributes.filter(|_| written.attributes) {
        Some((_, end)) => written.end + end + 1,
        None => written.end,
    };
    let edit = (written.end..end, element);
    (!edit.0.is_empty() || !edit.1.is_empty()).then_some(edit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::render::scan;
    use crate::document::Format;

    fn changed(generator: Generator, text: &str) -> String {
        let headings = scan(text, 0, Format::Markdown).headings;
        let mut out = text.to_owned();
        for (range, new) in edits(generator, (text, 0), &headings).into_iter().rev() {
            out.replace_range(range, &new);
        }
        out
    }

    #[test]
    fn zola_is_told_the_ids_that_it_would_make_otherwise() {
        for (old, wanted) in [
            ("## Plain words\n", "## Plain words\n"),
            ("## Снег и `лёд` ##\n", "## Снег и `лёд` {#снег-и-лёд}\n"),
            ("#\n\n## a_b\n", "#\n\n## a_b {#a_b}\n"),
            ("Снег\n===\n", "Снег {#снег}\n===\n"),
            ("## Snow {.cold}\n", "## Snow {.cold}\n"),
            ("## Снег {.cold}\n", "## Снег {#снег .cold}\n"),
            ("## Снег {#snow}\n", "## Снег {#snow}\n"),
            ("## A\n\n## A\n", "## A\n\n## A {#a-1}\n"),
            ("> ## [Снег](b.md)\r\n", "> ## [Снег](b.md) {#снег}\r\n"),
        ] {
            assert_eq!(changed(Generator::Zola, old), wanted);
            let again = scan(wanted, 0, Format::Markdown).headings;
            assert_eq!(again, scan(old, 0, Format::Markdown).headings);
        }
    }

    #[test]
    fn starlight_shows_no_attributes_and_no_second_title() {
        for (old, wanted) in [
            ("## Снег {#snow}\n", "## Снег<span id=\"snow\"></span>\n"),
            ("## Снег {#снег .cold}\n", "## Снег\n"),
            ("Снег {.cold}\n---\n", "Снег\n---\n"),
            (
                "Снег\nи лёд\n---\n",
                "Снег\nи лёд<span id=\"снег-и-лёд\"></span>\n---\n",
            ),
            ("## А\n\n## А\n", "## А\n\n## А\n"),
            ("## !\n", "## !<span id=\"section\"></span>\n"),
            (
                "\n# Снег #\n\n# Лёд\n",
                "\n<span id=\"снег\"></span>\n\n# Лёд\n",
            ),
            ("Снег\n====\nИ.\n", "<span id=\"снег\"></span>\n\nИ.\n"),
            ("## Снег {x\n", "## Снег {x\n"),
        ] {
            assert_eq!(changed(Generator::Starlight, old), wanted);
        }
    }
}
