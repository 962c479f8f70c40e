//! What messages of Fluent have, and what a reader sees of them.

use std::collections::BTreeSet;
use std::slice;

use unicode_segmentation::UnicodeSegmentation;

use crate::checks::engine::Entry;
use crate::document::{Element, Pattern, Segment, Shown, Way};

/// The attributes that one language gives a message and the other does not. Those of terms are private
/// to a language: they carry its grammar.
pub(in crate::checks) fn lacking<'a>(
    from: Entry<'a>,
    other: Entry<'a>,
) -> impl Iterator<Item = (&'a str, &'a Segment)> {
    let own = from.attributes().filter(move |_| !from.entry.is_term());
    let mut known: Option<BTreeSet<&str>> = None;
    own.filter(move |(name, _)| {
        let known = known.get_or_insert_with(|| other.attributes().map(|one| one.0).collect());
        !known.contains(name)
    })
}

/// Whether a text of this name is a key to press: those have a check of their own.
pub(in crate::checks) fn is_access_key(key: &str) -> bool {
    let key = key.to_lowercase();
    key.ends_with("accesskey") || key.ends_with("access-key")
}

/// The texts that a reader may get to see: one, or one for each way in which it can be said.
pub(in crate::checks) fn texts(segment: &Segment) -> impl Iterator<Item = &Segment> {
    let wording = segment.wording.as_deref();
    let ways: &[Way] = wording.map_or(&[], |wording| &wording.ways);
    let own = if ways.is_empty() {
        slice::from_ref(segment)
    } else {
        &[]
    };
    own.iter().chain(ways.iter().map(|way| &way.segment))
}

/// Whether a reader sees nothing of a text.
pub(in crate::checks) fn says_nothing(text: &Segment) -> bool {
    text.visible.iter().all(|piece| match &piece.shown {
        Shown::Written => is_blank(&text.text[piece.range.clone()]),
        Shown::Decoded(words) => is_blank(words),
        Shown::Space => true,
        Shown::Hidden | Shown::Object => false,
    })
}

/// Whether a variant says nothing.
pub(in crate::checks) fn is_empty(file: &str, variant: &Pattern) -> bool {
    variant.elements.iter().all(|element| match element {
        Element::Text(range) => file.get(range.clone()).is_none_or(is_blank),
        Element::Placeable(placeable) => {
            placeable.words(file).is_some_and(|words| is_blank(&words))
        }
    })
}

/// White space of all kinds, and characters that nobody sees.
fn is_blank(text: &str) -> bool {
    let unseen = |c: char| {
        matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{2800}' | '\u{3164}'
        )
    };
    text.chars().all(|c| c.is_whitespace() || unseen(c))
}

/// The words of a text, without what is put in; addresses stand as they are written.
pub(in crate::checks) fn words(text: &Segment) -> String {
    let mut out = String::new();
    for piece in &text.visible {
        let written = &text.text[piece.range.clone()];
        match &piece.shown {
            Shown::Written => out.push_str(written),
            Shown::Decoded(words) => out.push_str(words),
            Shown::Space => out.push(' '),
            Shown::Object if !written.starts_with('{') => out.push_str(written),
            Shown::Hidden | Shown::Object => {}
        }
    }
    out
}

/// How many characters a reader sees of a text, as people count them; what is put in counts nothing,
/// since nobody knows how long it is.
pub(in crate::checks) fn length(text: &Segment) -> usize {
    words(text).graphemes(true).count()
}

/// A text in which letters stand for what is put in, so that quotes and signs there are no markup. The
/// places stay the same.
pub(in crate::checks) fn without_placeables(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut inside, mut quoted, mut escaped) = (false, false, false);
    for c in text.chars() {
        let was = inside;
        match c {
            _ if escaped => escaped = false,
            '{' if !inside => inside = true,
            '\\' if quoted => escaped = true,
            '"' if inside => quoted = !quoted,
            '}' if !quoted => inside = false,
            _ => {}
        }
        if was || inside {
            out.extend(std::iter::repeat_n('x', c.len_utf8()));
        } else {
            out.push(c);
        }
    }
    out
}
