//! Source beside target: which blocks of a translation translate which blocks of its source.
//!
//! Fields and messages go by their keys. Pages that are built alike go block by block, in linear
//! time. For all others each way of laying one beside the other has a cost, by the kinds of the
//! blocks, their lengths and the anchors that a translation keeps (`model`). The cheapest way in
//! order is found (`order`), the words that translate each other are learned from it (`lexicon`),
//! and it is found once more, with what stands elsewhere now (`moves`). What surrounds the text is
//! laid beside it in the end (`frame`). Long pages are cut where they surely belong together (`cuts`),
//! and of a table that is still too large only the likely places are looked at (`band`).

mod anywhere;
mod band;
mod chances;
mod cuts;
mod features;
mod frame;
mod lexicon;
mod model;
mod moves;
mod order;
mod side;
mod sketch;
mod table;

use std::collections::BTreeMap;

pub use sketch::Sketch;

use crate::document::Document;
use features::Look;
use model::{GAP, Model};
use order::Bead;
use side::Side;

/// Blocks of the source with the blocks of the target that translate them: one with one, one with
/// several, several with one, or one alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Blocks of the source, in order; none for what only the translation has.
    pub source: Vec<usize>,
    /// Blocks of the target, in order; none for what is not translated.
    pub target: Vec<usize>,
    /// How sure that is, from 0 to 1; of a block alone, that it has no counterpart, where 0 says that
    /// nothing was looked for.
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

/// Aligns a source with its translation.
pub fn align(source: &Document, target: &Document) -> Alignment {
    let mut units = by_key(source, target);
    let languages = languages(source, target);
    let look = Look {
        languages: &languages,
        soft: true,
    };
    let mut left = Side::of(source, look);
    let mut right = Side::of(target, look);
    let short = block_by_block(&Model::new(&left, &right));
    let beads = short.unwrap_or_else(|| {
        let first = order::roughly(&Model::new(&left, &right));
        lexicon::learn(&first, [source, target], &mut left, &mut right);
        anywhere::anywhere(&Model::new(&left, &right))
    });
    units.extend(beads.into_iter().map(|bead| Unit {
        source: bead.source.iter().map(|&at| left.blocks[at]).collect(),
        target: bead.target.iter().map(|&at| right.blocks[at]).collect(),
        confidence: f64::from(bead.confidence),
    }));
    frame::add(&mut units, source, target);
    Alignment::new(units, source.blocks.len(), target.blocks.len())
}

/// The short way: both pages are built alike, and no two blocks in the same place contradict each
/// other. Linear in the length of the page.
fn block_by_block(model: &Model<'_>) -> Option<Vec<Bead>> {
    if model.source.len() != model.target.len() {
        return None;
    }
    let classes = model.source.features.iter().zip(&model.target.features);
    if classes
        .into_iter()
        .any(|(left, right)| left.class != right.class)
    {
        return None;
    }
    let mut out = Vec::with_capacity(model.source.len());
    for at in 0..model.source.len() {
        let cost = model.pair(at, at, model.shared(at, at));
        if cost > CONTRADICTION {
            return None;
        }
        out.push(Bead {
            source: vec![at],
            target: vec![at],
            cost,
            confidence: order::against_gaps(cost),
        });
    }
    Some(out)
}

/// Two blocks that cost more do not look like translations of each other.
const CONTRADICTION: f32 = GAP;

/// How the two languages may be named in the targets of links.
fn languages(source: &Document, target: &Document) -> Vec<String> {
    let names = |document: &Document| {
        let lang = &document.lang;
        [
            lang.to_string().to_lowercase(),
            lang.primary().to_lowercase(),
        ]
    };
    [names(source), names(target)].concat()
}

fn by_key(source: &Document, target: &Document) -> Vec<Unit> {
    in_step(source, target).unwrap_or_else(|| by_name(source, target))
}

/// The same where both sides have the same keys in the same order, each of them once, as most files of
/// messages do.
fn in_step(source: &Document, target: &Document) -> Option<Vec<Unit>> {
    let mut hashes = Vec::new();
    let mut out = Vec::new();
    let keys = |document: &'_ Document| -> Vec<usize> {
        let all = 0..document.blocks.len();
        all.filter(|&at| document.blocks[at].key(document).is_some())
            .collect()
    };
    let (left, right) = (keys(source), keys(target));
    if left.len() != right.len() {
        return None;
    }
    for (one, other) in left.into_iter().zip(right) {
        let key = source.blocks[one].key(source)?;
        if target.blocks[other].key(target) != Some(key) {
            return None;
        }
        hashes.push(features::hash(&key));
        out.push(Unit {
            source: vec![one],
            target: vec![other],
            confidence: 1.0,
        });
    }
    hashes.sort_unstable();
    let once = hashes.windows(2).all(|two| two[0] != two[1]);
    once.then_some(out)
}

fn by_name(source: &Document, target: &Document) -> Vec<Unit> {
    let mut keys: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, block) in target.blocks.iter().enumerate() {
        if let Some(key) = block.key(target) {
            keys.entry(key).or_insert(at);
        }
    }
    let unit = |source: Vec<usize>, target: Vec<usize>| Unit {
        source,
        target,
        confidence: 1.0,
    };
    let mut out = Vec::new();
    for (at, block) in source.blocks.iter().enumerate() {
        if let Some(key) = block.key(source) {
            out.push(unit(vec![at], keys.remove(key).into_iter().collect()));
        }
    }
    out.extend(
        keys.into_values()
            .map(|other| unit(Vec::new(), vec![other])),
    );
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

    #[test]
    fn two_paragraphs_made_one_are_one_unit() {
        let ru = "Приём документов идёт до 1 июня, без выходных. Адрес: ул. Ленина, 5.\n\nИтоги 9 июля.\n";
        let en = "Documents are accepted until 1 June, every day.\n\nAddress: 5 Lenin St.\n\nResults on 9 July.\n";
        let (ru, en) = (read("ru", ru), read("en", en));
        let found = align(&ru, &en);
        assert_eq!(found.units[0].target, [0, 1]);
        assert_eq!(found.of_target(1).unwrap().source, [0]);
        assert_eq!(found.units[1].target, [2]);
    }

    #[test]
    fn a_section_that_stands_elsewhere_is_found() {
        let ru = "## Оплата\n\nКод `pay`, 1500 рублей.\n\nСм. [оплату](/pay).\n\n\
                  ## Приём\n\nКод `apply`, до 20 июня.\n\nСм. [приём](/apply).\n\nИтог.\n";
        let en = "## Admission\n\nCode `apply`, until 20 June.\n\nSee [admission](/apply).\n\nResult.\n\n\
                  ## Payment\n\nCode `pay`, 1500 roubles.\n\nSee [payment](/pay).\n";
        let found = pairs(ru, en);
        let text = |at: usize| found[at].1.as_deref();
        assert_eq!(text(0), Some("## Payment"));
        assert_eq!(text(2), Some("See [payment](/pay)."));
        assert_eq!(text(3), Some("## Admission"));
        assert_eq!(text(6), Some("Result."));
    }

    #[test]
    fn what_surrounds_the_text_is_laid_beside_it() {
        let ru = "import A from 'a';\n\n<Tabs>\n\nТекст.\n\n</Tabs>\n\n[где]: https://a.b/ru\n";
        let en = "import A from 'a';\n\n<Tabs>\n\nText.\n\n</Tabs>\n\n[где]: https://a.b/en\n";
        assert!(
            pairs(ru, en)
                .iter()
                .all(|(ru, en)| ru.is_some() && en.is_some())
        );
    }

    #[test]
    fn an_empty_page_has_no_counterparts() {
        assert_eq!(pairs("", ""), []);
        assert_eq!(pairs("Текст.\n", ""), [(Some("Текст.".to_owned()), None)]);
        assert_eq!(pairs("", "Text.\n"), [(None, Some("Text.".to_owned()))]);
    }
}
