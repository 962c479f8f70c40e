//! A text with other destinations in its links. All other bytes stay as they are.

use std::ops::Range;
use std::sync::LazyLock;

use pulldown_cmark::{Options, Parser};
use regex::Regex;

use crate::bundle::render::Link;
use crate::text::pattern;

/// The entities that stand in destinations, and the escapes.
static ESCAPES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\\([!-/:-@\[-`{-~])|&(amp|lt|gt|quot|#39);"));

/// What becomes of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// It leads elsewhere.
    To(String),
    /// Its words are left.
    Words,
}

/// How a link is written, which decides what may stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// In Markdown.
    Markdown,
    /// As an attribute of HTML.
    Html,
}

/// How the link at `range` is written.
pub(super) fn written(text: &str, range: &Range<usize>) -> Written {
    match text.get(range.clone()) {
        Some(link) if link.starts_with(['[', '!', '<']) => Written::Markdown,
        _ => Written::Html,
    }
}

/// Bytes of a file, and what takes their place.
pub(super) type Edit = (Range<usize>, String);

/// The text from `from` on, with its links changed: those of `links` that `change` gives something for.
/// `edits` are changes besides.
pub(super) fn rewritten(
    (text, from): (&str, usize),
    links: &[Link],
    change: &dyn Fn(usize, &Link) -> Option<Change>,
    mut edits: Vec<Edit>,
) -> String {
    let mut elsewhere: Vec<(&str, String)> = Vec::new();
    for (number, link) in links.iter().enumerate() {
        let (Some(change), Some(whole)) = (change(number, link), text.get(link.range.clone()))
        else {
            continue;
        };
        let place = match written(text, &link.range) {
            Written::Html => Some(0..whole.len()),
            Written::Markdown => destination(whole, &link.to),
        };
        let in_file =
            |range: Range<usize>| link.range.start + range.start..link.range.start + range.end;
        match (change, place) {
            (Change::To(to), Some(place)) => edits.push((in_file(place), to)),
            (Change::To(to), None) => elsewhere.push((&link.to, to)),
            (Change::Words, place) => {
                if let Some((before, after)) = around(whole, place) {
                    edits.push((in_file(before), String::new()));
                    edits.push((in_file(after), String::new()));
                }
            }
        }
    }
    if !elsewhere.is_empty() {
        edits.extend(definitions(text, from, &elsewhere));
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len() - from);
    let mut done = from;
    for (range, new) in edits {
        if range.start >= done {
            out.push_str(&text[done..range.start]);
            out.push_str(&new);
            done = range.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// Where the destination stands in a link that has it in itself: the last that says so, as the words
/// of a link may hold an image.
fn destination(link: &str, to: &str) -> Option<Range<usize>> {
    let mut found = None;
    for (at, _) in link.match_indices("](") {
        let rest = link[at + 2..].trim_start();
        let start = link.len() - rest.len();
        let token = token(rest);
        let range = start..start + token.len();
        let bare = token
            .strip_prefix('<')
            .and_then(|one| one.strip_suffix('>'));
        if bare.unwrap_or(token) == to || unescaped(bare.unwrap_or(token)) == to {
            found = Some(range);
        }
    }
    found
}

/// The destination at the start of a text, with its pointed brackets, if it has them.
fn token(text: &str) -> &str {
    let pointed = text.starts_with('<');
    let (mut depth, mut escaped) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '>' if pointed => return &text[..=at],
            _ if pointed => {}
            '(' => depth += 1,
            ')' if depth == 0 => return &text[..at],
            ')' => depth -= 1,
            c if c.is_ascii_whitespace() => return &text[..at],
            _ => {}
        }
    }
    text
}

/// What stands before the words of a link and behind them.
fn around(link: &str, place: Option<Range<usize>>) -> Option<(Range<usize>, Range<usize>)> {
    let start = link.find('[')? + 1;
    let end = match place {
        Some(place) => link[..place.start].rfind("](")?,
        None => link.rfind("][").or_else(|| link.rfind(']'))?,
    };
    (start <= end).then_some((0..start, end..link.len()))
}

/// Changes the definitions (`[name]: there`) of links that have their destinations there.
fn definitions(text: &str, from: usize, changes: &[(&str, String)]) -> Vec<Edit> {
    let body = &text[from..];
    let parser = Parser::new_ext(body, Options::ENABLE_FOOTNOTES);
    let mut out = Vec::new();
    for (_, found) in parser.reference_definitions().iter() {
        let Some((_, to)) = changes.iter().find(|(old, _)| *old == &*found.dest) else {
            continue;
        };
        let whole = &body[found.span.clone()];
        let Some(colon) = whole.find("]:") else {
            continue;
        };
        let rest = whole[colon + 2..].trim_start();
        let start = from + found.span.end - rest.len();
        out.push((start..start + token(rest).len(), to.clone()));
    }
    out
}

fn unescaped(text: &str) -> String {
    let plain = |found: &regex::Captures<'_>| match (found.get(1), found.get(2)) {
        (Some(sign), _) => sign.as_str().to_owned(),
        (None, Some(name)) => match name.as_str() {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            _ => "'",
        }
        .to_owned(),
        (None, None) => String::new(),
    };
    ESCAPES.replace_all(text, plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Links as the reader of Markdown finds them, made into `NEW` or into their words.
    fn changed(text: &str, change: &Change) -> String {
        use pulldown_cmark::{Event, Tag};
        let found = Parser::new(text).into_offset_iter();
        let links = found.filter_map(|(event, range)| {
            let (to, image) = match event {
                Event::Start(Tag::Link { dest_url, .. }) => (dest_url, false),
                Event::Start(Tag::Image { dest_url, .. }) => (dest_url, true),
                _ => return None,
            };
            let to = to.into_string();
            Some(Link { to, image, range })
        });
        let links: Vec<Link> = links.collect();
        let change = |_, link: &Link| link.to.starts_with('b').then(|| change.clone());
        rewritten((text, 0), &links, &change, Vec::new())
    }

    #[test]
    fn destinations_change_and_nothing_else() {
        let new = Change::To("NEW".to_owned());
        for (old, wanted) in [
            ("[b.md](b.md) and b.md\r\n", "[b.md](NEW) and b.md\r\n"),
            ("[x]( <b c.md> 'b' )", "[x]( NEW 'b' )"),
            ("[x](b\\_c.md)", "[x](NEW)"),
            ("[x](b(1).md \"t\")", "[x](NEW \"t\")"),
            ("[![b](b.png)](b.md)", "[![b](NEW)](NEW)"),
            (
                "[x][1], [1], [x]\n\n[1]: b.md 'T'\n[x]: <c.md>\n",
                "[x][1], [1], [x]\n\n[1]: NEW 'T'\n[x]: <c.md>\n",
            ),
            ("[x](c.md) `[x](b.md)`", "[x](c.md) `[x](b.md)`"),
        ] {
            assert_eq!(changed(old, &new), wanted);
        }
    }

    #[test]
    fn words_are_left() {
        for (old, wanted) in [
            ("see [the *snow*](b.md 'x').", "see the *snow*."),
            ("see [snow][1].\n\n[1]: b.md\n", "see snow.\n\n[1]: b.md\n"),
            (
                "see [snow].\n\n[snow]: b.md\n",
                "see snow.\n\n[snow]: b.md\n",
            ),
        ] {
            assert_eq!(changed(old, &Change::Words), wanted);
        }
    }
}
