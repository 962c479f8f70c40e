//! What messages of Fluent have beside their words.

use crate::checks::engine::Entry;
use crate::document::Segment;

/// The attributes that one language gives a message and the other does not. Those of terms are private
/// to a language: they carry its grammar.
pub(in crate::checks) fn lacking<'a>(
    from: Entry<'a>,
    other: Entry<'a>,
) -> impl Iterator<Item = (&'a str, &'a Segment)> {
    from.attributes()
        .filter(move |(name, _)| !from.entry.is_term() && other.attribute(name).is_none())
}
