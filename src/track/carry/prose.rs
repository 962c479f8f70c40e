//! Edits among words: the address of a link, inline code, the level of a heading.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::around::outside;
use super::marks::{Replaced, bytes, count_all, replaced, values};
use super::splice::Step;
use super::{Outcome, SURE, Why, Work, numbers};
use crate::document::{PlaceholderKind, Segment};

impl Work<'_> {
    /// A block that changed and whose words did not.
    pub(super) fn prose(&self, old: usize, new: usize) -> Result<Outcome, Why> {
        let (base, source) = (self.sides.base.document, self.sides.source.document);
        let (before, after) = (&base.blocks[old], &source.blocks[new]);
        let (left, right) = (before.of(base), after.of(source));
        if left.len() != right.len() {
            return Err(Why::AmongWords);
        }
        let (one, two) = (self.sides.base.text, self.sides.source.text);
        let same_around = before.kind(base) == after.kind(source)
            && outside(one, base, before) == outside(two, source, after);
        let inside: Vec<usize> = (0..left.len())
            .filter(|&at| left[at].text != right[at].text)
            .collect();
        let around = if same_around && !inside.is_empty() {
            Outcome::Right
        } else {
            self.around(old, new)?
        };
        if inside.is_empty() {
            return Ok(around);
        }
        let place = self.places.find(old)?;
        let there = &self.sides.target.document.blocks[place.block];
        let segments = there.of(self.sides.target.document);
        if segments.len() != left.len() {
            return Err(Why::NotOneToOne);
        }
        let mut edits = Vec::new();
        let mut evidence = Evidence::Unique;
        for at in inside {
            let found = self.segment(&left[at], &right[at], &segments[at])?;
            evidence = evidence.min(found.evidence);
            edits.extend(found.edits);
        }
        let enough = match evidence {
            Evidence::Unique => true,
            Evidence::None => place.confidence >= SURE,
            // Whatever the alignment says, another place may be meant.
            Evidence::Spare => false,
        };
        if !enough {
            return Err(Why::Unsure);
        }
        Ok(match around {
            Outcome::Edit(mut step) => {
                step.splices
                    .extend(Step::inside(place.block, edits).splices);
                Outcome::Edit(step)
            }
            _ if edits.is_empty() => Outcome::Right,
            _ => Outcome::Edit(Step::inside(place.block, edits)),
        })
    }

    fn segment(&self, old: &Segment, new: &Segment, there: &Segment) -> Result<Found, Why> {
        if squeeze(&old.reader) != squeeze(&new.reader) {
            let kinds = |segment: &Segment| -> Vec<PlaceholderKind> {
                segment.placeholders.iter().map(|mark| mark.kind).collect()
            };
            if kinds(old) != kinds(new) {
                return Err(Why::AmongWords);
            }
            let file = self.sides.target.text;
            return numbers::edits(file, old, new, there).map(|edits| Found {
                edits,
                evidence: Evidence::None,
            });
        }
        let pairs = replaced(old, new).ok_or(Why::AmongWords)?;
        if pairs.is_empty() {
            // Only how the lines are broken.
            return Ok(Found {
                edits: Vec::new(),
                evidence: Evidence::Unique,
            });
        }
        self.may_be_copied(&pairs)?;
        let edits = swap(self.sides.target.text, (old, new, there), &pairs)?;
        let evidence = self.evidence(old, there, &pairs);
        Ok(Found { edits, evidence })
    }

    /// How far the values themselves say that it is the right segment.
    fn evidence(&self, old: &Segment, there: &Segment, pairs: &[Replaced]) -> Evidence {
        let documents = [self.sides.base.document, self.sides.target.document];
        let all = self.counts.get_or_init(|| documents.map(count_all));
        let one = |pair: &Replaced| {
            let key = (pair.name.clone(), pair.old.clone());
            let total = |side: usize| all[side].get(&key).copied().unwrap_or(0);
            let here = (count(old, pair, &pair.old), count(there, pair, &pair.old));
            if here == (total(0), total(1)) {
                Evidence::Unique
            } else if total(1) > total(0) {
                Evidence::Spare
            } else {
                Evidence::None
            }
        };
        pairs.iter().map(one).min().unwrap_or(Evidence::Unique)
    }

    /// Refuses new values that may be others in another language.
    fn may_be_copied(&self, pairs: &[Replaced]) -> Result<(), Why> {
        for pair in pairs {
            let kind = pair.name.kind;
            if kind == PlaceholderKind::Footnote || pair.new.contains('\n') {
                return Err(Why::AmongWords);
            }
            let refers = matches!(
                kind,
                PlaceholderKind::Link
                    | PlaceholderKind::Image
                    | PlaceholderKind::Url
                    | PlaceholderKind::Tag
            );
            if refers && self.is_local(&pair.old, &pair.new) {
                return Err(Why::Localised {
                    value: pair.new.clone(),
                });
            }
        }
        Ok(())
    }

    /// Whether an address names the source's language, or a heading by its words, where the old
    /// one did not.
    pub(super) fn is_local(&self, old: &str, new: &str) -> bool {
        if self.back {
            return false;
        }
        let fragment = |address: &str| address.split_once('#').map(|(_, name)| name.to_owned());
        let named = match (fragment(old), fragment(new)) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(was), Some(is)) if was == is => false,
            // A heading that is named by its words has another name in each language.
            (Some(_), Some(is)) => !is.is_ascii() || (new.starts_with('#') && !self.has_id(&is)),
        };
        named || self.names_language(old, new)
    }

    /// Whether a value names the source's language where the old one did not.
    pub(super) fn names_language(&self, old: &str, new: &str) -> bool {
        let lang = &self.sides.source.document.lang;
        let names = [lang.to_string(), lang.primary().to_owned()].map(|name| name.to_lowercase());
        let says = |value: &str| {
            let value = value.to_lowercase();
            let mut parts = value.split(|c: char| !c.is_alphanumeric());
            parts.any(|part| names.iter().any(|name| name == part))
        };
        !self.back && says(new) && !says(old)
    }

    /// Whether the translation itself gives something this name.
    fn has_id(&self, name: &str) -> bool {
        let text = self.sides.target.text;
        let name = name.trim_end_matches(['"', '\'']);
        ["id=\"", "name=\"", "id='", "name='", "{#"]
            .iter()
            .any(|sign| text.contains(&format!("{sign}{name}")))
    }
}

/// What is to be edited in one segment.
struct Found {
    edits: Vec<(Range<usize>, String)>,
    evidence: Evidence,
}

/// What the values of a segment say of its being the right one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// The translation has more of them than the base: another place may be meant.
    Spare,
    /// They stand elsewhere as well, on both sides.
    None,
    /// They stand here and nowhere else.
    Unique,
}

/// The edits that give the values of `there` the new texts: none where it has them already.
///
/// Every text that comes or goes must stand in the translation as often as in one of the two
/// versions: so a link that is there twice, or one that took another's place, is left alone.
pub(super) fn swap(
    file: &str,
    (old, new, there): (&Segment, &Segment, &Segment),
    pairs: &[Replaced],
) -> Result<Vec<(Range<usize>, String)>, Why> {
    let mut wanted: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    let (mut was, mut is) = (true, true);
    let mut odd = None;
    for pair in pairs {
        let key = (&pair.name, pair.old.as_str());
        wanted.entry(key).or_default().insert(&pair.new);
        for text in [&pair.old, &pair.new] {
            let found = count(there, pair, text);
            was &= found == count(old, pair, text);
            is &= found == count(new, pair, text);
            if found != count(old, pair, text) {
                odd = odd.or(Some((text.clone(), found)));
            }
        }
    }
    let ambiguous = |value: &str| Why::Ambiguous {
        value: value.to_owned(),
    };
    match (was, is) {
        (true, true) => return Err(ambiguous(&pairs[0].old)),
        (false, true) => return Ok(Vec::new()),
        (false, false) => {
            let gone = pairs.iter().find(|pair| count(there, pair, &pair.old) == 0);
            return Err(match (gone, odd) {
                (Some(pair), _) => differs(&pair.old),
                (None, Some((value, _))) => ambiguous(&value),
                (None, None) => ambiguous(&pairs[0].old),
            });
        }
        (true, false) => {}
    }
    let mut edits = Vec::new();
    for value in values(there) {
        let Some(news) = wanted.get(&(&value.name, &there.text[value.range.clone()])) else {
            continue;
        };
        // The same value may have to stay elsewhere in the segment.
        let name = &value.name;
        let text = &there.text[value.range.clone()];
        let going = pairs
            .iter()
            .filter(|pair| pair.name == *name && pair.old == text)
            .count();
        let all = values(old)
            .iter()
            .filter(|other| other.name == *name && old.text[other.range.clone()] == *text)
            .count();
        let (Some(new), true) = (news.iter().next(), news.len() == 1 && going == all) else {
            return Err(ambiguous(text));
        };
        let range = bytes(file, there, &value.range).ok_or(Why::Unsure)?;
        edits.push((range, (*new).to_owned()));
    }
    Ok(edits)
}

/// How often a value of this name stands in a segment.
fn count(segment: &Segment, pair: &Replaced, text: &str) -> usize {
    values(segment)
        .iter()
        .filter(|value| value.name == pair.name && segment.text[value.range.clone()] == *text)
        .count()
}

pub(super) fn differs(base: &str) -> Why {
    Why::Differs {
        base: base.to_owned(),
    }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
