//! Source beside target: which blocks of a translation translate which blocks of its source.
//!
//! Fields and messages go by their keys. Everything else keeps its order: when both sides have
//! the same shape, block by block; otherwise by the pairing that agrees best in kind, length
//! and in what a translation keeps (code, links, figures, names in Latin letters).

mod anchors;

use std::collections::{BTreeMap, BTreeSet};

use similar::DiffOp;

use crate::document::{Block, Document, Kind};
use crate::text::{best_pairs, diff_ops};
use anchors::Anchors;

/// Blocks of the source with the blocks of the target that translate them: one with one, one with
/// several, several with one, or one alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Blocks of the source, in order; none for what only the translation has.
    pub source: Vec<usize>,
    /// Blocks of the target, in order; none for what is not translated.
    pub target: Vec<usize>,
    /// How sure that is, from 0 to 1; of a block alone, that it has no counterpart.
    pub confidence: f64,
}

/// The units of a pair. Every block of either side is in exactly one of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// The units in the order of the source; what only the target has comes last.
    pub units: Vec<Unit>,
    /// The unit of each block of the source.
    by_source: Vec<usize>,
    /// The unit of each block of the target.
    by_target: Vec<usize>,
}

impl Alignment {
    /// Orders `units` and adds a unit for every block that is in none of them.
    fn new(mut units: Vec<Unit>, source: usize, target: usize) -> Self {
        let alone = |blocks: usize, side: fn(&Unit) -> &Vec<usize>, units: &[Unit]| -> Vec<usize> {
            let mut taken = vec![false; blocks];
            for &at in units.iter().flat_map(side) {
                taken[at] = true;
            }
            (0..blocks).filter(|&at| !taken[at]).collect()
        };
        let (left, right) = (
            alone(source, |unit| &unit.source, &units),
            alone(target, |unit| &unit.target, &units),
        );
        units.extend(left.into_iter().map(|at| Unit {
            source: vec![at],
            target: Vec::new(),
            confidence: 0.0,
        }));
        units.extend(right.into_iter().map(|at| Unit {
            source: Vec::new(),
            target: vec![at],
            confidence: 0.0,
        }));
        let place = |unit: &Unit| {
            let first = |blocks: &[usize]| blocks.first().copied().unwrap_or(usize::MAX);
            (first(&unit.source), first(&unit.target))
        };
        units.sort_by_key(place);
        let (mut by_source, mut by_target) = (vec![0; source], vec![0; target]);
        for (at, unit) in units.iter().enumerate() {
            for &block in &unit.source {
                by_source[block] = at;
            }
            for &block in &unit.target {
                by_target[block] = at;
            }
        }
        Self {
            units,
            by_source,
            by_target,
        }
    }

    /// The unit that a block of the source is in.
    pub fn of_source(&self, block: usize) -> Option<&Unit> {
        self.units.get(*self.by_source.get(block)?)
    }

    /// The unit that a block of the target is in.
    pub fn of_target(&self, block: usize) -> Option<&Unit> {
        self.units.get(*self.by_target.get(block)?)
    }
}

/// Tables larger than this are not filled: shapes are compared instead.
const TABLE: usize = 4_000_000;

/// Aligns a source with its translation.
pub fn align(source: &Document, target: &Document) -> Alignment {
    let mut pairs = by_key(source, target);
    let left = content(source);
    let right = content(target);
    let shape = |document: &Document, blocks: &[usize]| -> Vec<Shape> {
        blocks
            .iter()
            .map(|&at| Shape::of(document, &document.blocks[at]))
            .collect()
    };
    let (shapes, others) = (shape(source, &left), shape(target, &right));
    let found = if shapes == others {
        (0..left.len()).map(|at| (at, at, 1.0)).collect()
    } else {
        in_order((source, &left, &shapes), (target, &right, &others))
    };
    pairs.extend(
        found
            .into_iter()
            .map(|(i, j, sure)| (left[i], (right[j], sure))),
    );
    let units = pairs.into_iter().map(|(i, (j, confidence))| Unit {
        source: vec![i],
        target: vec![j],
        confidence,
    });
    Alignment::new(units.collect(), source.blocks.len(), target.blocks.len())
}

/// What two blocks must have in common for a page to be of the same shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Shape {
    kind: Kind,
    segments: usize,
}

impl Shape {
    fn of(document: &Document, block: &Block) -> Self {
        // Whether an image stands alone or HTML has words is no difference of structure.
        let kind = match block.kind(document) {
            Kind::Image | Kind::Html => Kind::Paragraph,
            kind => kind,
        };
        Self {
            kind,
            segments: block.segments.len(),
        }
    }

    fn fits(self, other: Self) -> bool {
        let text = |kind| matches!(kind, Kind::Paragraph | Kind::ListItem | Kind::Directive);
        match (self.kind, other.kind) {
            (Kind::Heading(_), Kind::Heading(_)) => true,
            (one, two) => one == two || (text(one) && text(two)),
        }
    }
}

/// Blocks that have no key and that a reader sees.
fn content(document: &Document) -> Vec<usize> {
    let seen = |block: &Block| block.key(document).is_none() && block.kind(document).is_content();
    let blocks = document.blocks.iter().enumerate();
    blocks
        .filter(|(_, block)| seen(block))
        .map(|(at, _)| at)
        .collect()
}

fn by_key(source: &Document, target: &Document) -> BTreeMap<usize, (usize, f64)> {
    let mut keys: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, block) in target.blocks.iter().enumerate() {
        if let Some(key) = block.key(target) {
            keys.entry(key).or_insert(at);
        }
    }
    let blocks = source.blocks.iter().enumerate();
    let keyed = blocks.filter_map(|(at, block)| block.key(source).map(|key| (at, key)));
    keyed
        .filter_map(|(at, key)| keys.remove(key).map(|other| (at, (other, 1.0))))
        .collect()
}

type Side<'a> = (&'a Document, &'a [usize], &'a [Shape]);

fn in_order(source: Side<'_>, target: Side<'_>) -> Vec<(usize, usize, f64)> {
    let (n, m) = (source.1.len(), target.1.len());
    if n * m > TABLE {
        return by_shape(source.2, target.2);
    }
    let names = |document: &Document| {
        [
            document.lang.to_string(),
            document.lang.primary().to_owned(),
        ]
    };
    let languages: BTreeSet<String> = [source.0, target.0]
        .into_iter()
        .flat_map(names)
        .map(|name| name.to_lowercase())
        .collect();
    let anchors = |side: Side<'_>| -> Vec<Anchors> {
        side.1
            .iter()
            .map(|&at| Anchors::of(side.0, &side.0.blocks[at], &languages))
            .collect()
    };
    let (left, right) = (anchors(source), anchors(target));
    let score = |i: usize, j: usize| {
        if !source.2[i].fits(target.2[j]) {
            return 0.0;
        }
        let same = if source.2[i] == target.2[j] { 0.2 } else { 0.0 };
        left[i]
            .likeness(&right[j])
            .map_or(0.0, |likeness| 0.1 + same + likeness)
    };
    let pairs = best_pairs(n, m, score);
    pairs
        .into_iter()
        .map(|(i, j)| (i, j, (0.4 + 0.4 * score(i, j)).min(0.99)))
        .collect()
}

/// The short way for very long pages: runs of equal shape.
fn by_shape(left: &[Shape], right: &[Shape]) -> Vec<(usize, usize, f64)> {
    let mut out = Vec::new();
    for op in diff_ops(left, right) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            out.extend((0..len).map(|at| (old_index + at, new_index + at, 0.5)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Reader};

    fn read(lang: &str, text: &str) -> Document {
        let reader = Reader {
            file: "a.md".into(),
            lang: lang.parse().unwrap(),
            format: Format::Markdown,
            translate: Box::new(|_| true),
        };
        reader.read(text).document
    }

    fn pairs(ru: &str, en: &str) -> Vec<(Option<String>, Option<String>)> {
        let (ru, en) = (read("ru", ru), read("en", en));
        let name = |document: &Document, blocks: &[usize]| {
            blocks.first().map(|&at| document.blocks[at].text.clone())
        };
        let units = align(&ru, &en).units;
        units
            .iter()
            .map(|unit| (name(&ru, &unit.source), name(&en, &unit.target)))
            .collect()
    }

    #[test]
    fn the_same_shape_goes_block_by_block() {
        let found = pairs(
            "# Приём\n\nДо 1 июня.\n\n- паспорт\n",
            "# Admission\n\nUntil 1 June.\n\n- passport\n",
        );
        let texts: Vec<_> = found
            .iter()
            .map(|(ru, en)| (ru.as_deref().unwrap(), en.as_deref().unwrap()))
            .collect();
        assert_eq!(
            texts,
            [
                ("# Приём", "# Admission"),
                ("До 1 июня.", "Until 1 June."),
                ("- паспорт", "- passport")
            ]
        );
    }

    #[test]
    fn a_lost_paragraph_is_found_by_what_its_neighbours_keep() {
        let ru = "Откройте `sverka status`.\n\nЭтого абзаца нет в переводе совсем.\n\nСм. [сайт](https://a.b/c), 2024.\n";
        let en = "Open `sverka status`.\n\nSee [the site](https://a.b/c), 2024.\n";
        let found = pairs(ru, en);
        assert_eq!(found[1].1, None);
        assert!(found[2].1.as_deref().unwrap().starts_with("See"));
    }

    #[test]
    fn what_shares_nothing_is_no_translation() {
        let ru = "Запустите `sverka status` и `sverka diff`.\n\nЕщё абзац.\n";
        let en = "Set `MODE_A` and `MODE_B` first.\n";
        assert!(pairs(ru, en).iter().all(|(ru, en)| ru.as_deref()
            != Some("Запустите `sverka status` и `sverka diff`.")
            || en.is_none()));
    }

    #[test]
    fn fields_go_by_key() {
        let found = pairs(
            "---\ntitle: Приём\ndate: 2024-01-01\n---\n",
            "---\ndate: 2024-01-01\ntitle: Admission\n---\n",
        );
        assert_eq!(found[0].1.as_deref(), Some("title: Admission"));
    }
}
