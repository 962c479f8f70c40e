//! Moving a base forward by some changes only, as `git add -p` does.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::changes::{ChangeKind, Changes};
use crate::document::{Document, Kind, Reader};

/// One version of a source: its text and what was read from it.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The file as it is.
    pub text: &'a str,
    /// Its segments.
    pub document: &'a Document,
}

/// A base after some changes were taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its text.
    pub text: String,
    /// The changes that it has now; more than were asked for where some cannot be told apart.
    pub changes: BTreeSet<usize>,
}

/// The base with the changes `chosen` (indexes into [`Changes::list`]) taken from the source.
///
/// Blocks that were not chosen stay byte for byte, and when all changes are chosen the result
/// is the source itself. Each call leaves fewer changes than there were, so taking them in any
/// order ends at the source: a change that means nothing by itself (the row of a table whose
/// head is not there yet) takes its neighbours along.
pub fn take(
    base: Version<'_>,
    source: Version<'_>,
    changes: &Changes,
    chosen: &BTreeSet<usize>,
    reader: &Reader<'_>,
) -> Taken {
    let mut chosen = chosen.clone();
    let all = changes.list.len();
    loop {
        let text = patched(base, source, changes, &chosen);
        let next = (0..all).filter(|at| !chosen.contains(at));
        let near = |at: &usize| chosen.iter().map(|taken| taken.abs_diff(*at)).min();
        let next = next.min_by_key(near);
        match next {
            Some(next) if left(&text, source, reader) + chosen.len() > all => chosen.insert(next),
            _ => {
                return Taken {
                    text,
                    changes: chosen,
                };
            }
        };
    }
}

/// How many changes still lie between `text` and the source.
fn left(text: &str, source: Version<'_>, reader: &Reader<'_>) -> usize {
    Changes::between(&reader.read(text).document, source.document)
        .list
        .len()
}

fn patched(
    base: Version<'_>,
    source: Version<'_>,
    changes: &Changes,
    chosen: &BTreeSet<usize>,
) -> String {
    if (0..changes.list.len()).all(|at| chosen.contains(&at)) {
        return source.text.to_owned();
    }
    let plan = Plan::new(changes, chosen);
    let mut out = String::with_capacity(source.text.len());
    let fields = (Region::front(base), Region::front(source));
    match fields {
        (Some(old), Some(new)) => out.push_str(&plan.lay(&old, &new)),
        // A fence makes no sense without the other: front matter comes and goes as a whole.
        (None, Some(new)) if plan.touches(&new.blocks, Side::Source) => out.push_str(new.text()),
        (Some(old), None) if !plan.touches(&old.blocks, Side::Base) => out.push_str(old.text()),
        _ => {}
    }
    out.push_str(&plan.lay(&Region::body(base), &Region::body(source)));
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Base,
    Source,
}

/// A part of a file whose blocks are laid out together.
struct Region<'a> {
    version: Version<'a>,
    bytes: Range<usize>,
    blocks: Range<usize>,
}

impl<'a> Region<'a> {
    fn front(version: Version<'a>) -> Option<Self> {
        let bytes = version.document.front_matter.clone()?;
        let blocks = &version.document.blocks;
        let first = blocks.partition_point(|block| block.lines.start < bytes.start);
        let last = blocks.partition_point(|block| block.lines.start < bytes.end);
        Some(Self {
            version,
            bytes: 0..bytes.end,
            blocks: first..last,
        })
    }

    fn body(version: Version<'a>) -> Self {
        let start = version
            .document
            .front_matter
            .as_ref()
            .map_or(0, |bytes| bytes.end);
        let blocks = &version.document.blocks;
        let first = blocks.partition_point(|block| block.lines.start < start);
        Self {
            version,
            bytes: start..version.text.len(),
            blocks: first..blocks.len(),
        }
    }

    fn text(&self) -> &'a str {
        &self.version.text[self.bytes.clone()]
    }

    fn lines(&self, at: usize) -> Range<usize> {
        self.version.document.blocks[at].lines.clone()
    }

    fn block(&self, at: usize) -> &'a str {
        &self.version.text[self.lines(at)]
    }

    /// What stands before a block, up to the one before it or the start of the region.
    fn before(&self, at: usize) -> &'a str {
        let from = if at > self.blocks.start {
            self.lines(at - 1).end
        } else {
            self.bytes.start
        };
        &self.version.text[from..self.lines(at).start]
    }

    /// What stands behind the last block.
    fn tail(&self) -> &'a str {
        let from = if self.blocks.is_empty() {
            self.bytes.start
        } else {
            self.lines(self.blocks.end - 1).end
        };
        &self.version.text[from..self.bytes.end]
    }

    fn kind(&self, at: usize) -> Kind {
        self.version.document.blocks[at].kind(self.version.document)
    }

    fn has(&self, at: usize) -> bool {
        self.blocks.contains(&at)
    }
}

/// A block of the result: which one of the base or the source it is, and whose text it has.
#[derive(Debug, Clone, Copy)]
struct Item {
    base: Option<usize>,
    source: Option<usize>,
    from: Side,
}

/// What becomes of each block.
struct Plan {
    /// Blocks of the base with their counterparts in the source, moved ones that stay put left out.
    pairs: BTreeMap<usize, usize>,
    /// Blocks of the base whose text comes from the source.
    replaced: BTreeSet<usize>,
    /// Blocks of the base that go.
    dropped: BTreeSet<usize>,
    /// Blocks of the source that come.
    inserted: BTreeSet<usize>,
}

impl Plan {
    fn new(changes: &Changes, chosen: &BTreeSet<usize>) -> Self {
        let mut plan = Self {
            pairs: changes.same.iter().copied().collect(),
            replaced: BTreeSet::new(),
            dropped: BTreeSet::new(),
            inserted: BTreeSet::new(),
        };
        for (at, change) in changes.list.iter().enumerate() {
            let taken = chosen.contains(&at);
            match (change.kind, change.old, change.new) {
                (ChangeKind::Changed, Some(old), Some(new)) => {
                    plan.pairs.insert(old, new);
                    if taken {
                        plan.replaced.insert(old);
                    }
                }
                _ if !taken => {}
                (_, old, new) => {
                    plan.dropped.extend(old);
                    plan.inserted.extend(new);
                }
            }
        }
        plan
    }

    /// Whether any block of `blocks` comes or goes.
    fn touches(&self, blocks: &Range<usize>, side: Side) -> bool {
        let set = if side == Side::Source {
            &self.inserted
        } else {
            &self.dropped
        };
        set.range(blocks.clone()).next().is_some()
    }

    fn lay(&self, base: &Region<'_>, source: &Region<'_>) -> String {
        let items = self.items(base, source);
        let mut out = String::new();
        for (at, item) in items.iter().enumerate() {
            let last = at.checked_sub(1).map(|before| items[before]);
            out.push_str(between(last, *item, base, source));
            out.push_str(match item.from {
                Side::Base => item.base.map_or("", |at| base.block(at)),
                Side::Source => item.source.map_or("", |at| source.block(at)),
            });
        }
        let ends_source = items.last().is_some_and(|item| {
            item.from == Side::Source && item.source == source.blocks.clone().last()
        });
        out.push_str(if ends_source {
            source.tail()
        } else {
            base.tail()
        });
        out
    }

    fn items(&self, base: &Region<'_>, source: &Region<'_>) -> Vec<Item> {
        let kept = base.blocks.clone().filter(|at| !self.dropped.contains(at));
        let mut items: Vec<Item> = kept
            .map(|at| Item {
                base: Some(at),
                source: self.pairs.get(&at).copied().filter(|&new| source.has(new)),
                from: if self.replaced.contains(&at) {
                    Side::Source
                } else {
                    Side::Base
                },
            })
            .collect();
        for &new in self.inserted.range(source.blocks.clone()) {
            let item = Item {
                base: None,
                source: Some(new),
                from: Side::Source,
            };
            items.insert(place(&items, new), item);
        }
        items
    }
}

/// Where a block of the source goes: behind the nearest one before it that is there.
fn place(items: &[Item], new: usize) -> usize {
    let before = items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| item.source.map(|source| (source, at)));
    let nearest = before.filter(|&(source, _)| source < new).max();
    nearest.map_or(0, |(_, at)| at + 1)
}

/// What stands between two neighbours of the result.
fn between<'a>(last: Option<Item>, next: Item, base: &Region<'a>, source: &Region<'a>) -> &'a str {
    let Some(last) = last else {
        return match (next.base, next.source) {
            (Some(at), _) if at == base.blocks.start => base.before(at),
            (_, Some(at)) if at == source.blocks.start => source.before(at),
            _ if !base.blocks.is_empty() => base.before(base.blocks.start),
            _ => "",
        };
    };
    let follow = |one: Option<usize>, two: Option<usize>| {
        one.zip(two).is_some_and(|(one, two)| one + 1 == two)
    };
    if follow(last.base, next.base) {
        return next.base.map_or("\n\n", |at| base.before(at));
    }
    if follow(last.source, next.source) {
        return next.source.map_or("\n\n", |at| source.before(at));
    }
    // Strangers: the wider of the gaps that each of them had.
    let own = |item: Item| match item.from {
        Side::Base => item.base.map(|at| (base, at)),
        Side::Source => item.source.map(|at| (source, at)),
    };
    let behind = own(last)
        .filter(|(region, at)| region.has(at + 1))
        .map(|(region, at)| region.before(at + 1));
    let ahead = own(next)
        .filter(|(region, at)| *at > region.blocks.start)
        .map(|(region, at)| region.before(at));
    let breaks = |gap: &str| gap.matches('\n').count();
    let widest = [behind, ahead]
        .into_iter()
        .flatten()
        .max_by_key(|gap| breaks(gap));
    match widest {
        Some(gap) if breaks(gap) > 1 || alike(last, next, base, source) => gap,
        _ if base.text().contains("\r\n") => "\r\n\r\n",
        _ => "\n\n",
    }
}

/// Whether two blocks are of one kind, such as items of a list, and may stand close.
fn alike(last: Item, next: Item, base: &Region<'_>, source: &Region<'_>) -> bool {
    let kind = |item: Item| match item.from {
        Side::Base => item.base.map(|at| base.kind(at)),
        Side::Source => item.source.map(|at| source.kind(at)),
    };
    kind(last) == kind(next) && !matches!(kind(last), Some(Kind::Paragraph))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use proptest::prelude::*;

    fn reader(file: &str) -> Reader<'static> {
        Reader {
            file: file.into(),
            lang: "ru".parse().unwrap(),
            format: Format::of(file),
            translate: Box::new(|key| key == "title"),
        }
    }

    fn taken(base: &str, source: &str, chosen: impl FnOnce(&Changes) -> BTreeSet<usize>) -> String {
        taken_in("a.md", base, source, chosen)
    }

    fn taken_in(
        file: &str,
        base: &str,
        source: &str,
        chosen: impl FnOnce(&Changes) -> BTreeSet<usize>,
    ) -> String {
        let reader = reader(file);
        let read = |text: &str| reader.read(text).document;
        let (old, new) = (read(base), read(source));
        let changes = Changes::between(&old, &new);
        let versions = (
            Version {
                text: base,
                document: &old,
            },
            Version {
                text: source,
                document: &new,
            },
        );
        take(versions.0, versions.1, &changes, &chosen(&changes), &reader).text
    }

    /// Takes one change after the other, `order` choosing which; gives every base on the way.
    fn one_by_one(base: &str, source: &str, order: &[usize]) -> Vec<String> {
        walk("a.md", base, source, order)
    }

    fn walk(file: &str, base: &str, source: &str, order: &[usize]) -> Vec<String> {
        let mut bases = vec![base.to_owned()];
        for step in 0.. {
            let text = bases.last().unwrap().clone();
            if text == source {
                return bases;
            }
            let pick = order[step % order.len()];
            bases.push(taken_in(file, &text, source, |changes| {
                BTreeSet::from([pick % changes.list.len().max(1)])
            }));
            assert!(
                step < 50,
                "no end: {base:?} → {source:?}, stuck at {:?}",
                bases.last()
            );
        }
        bases
    }

    #[test]
    fn one_change_leaves_the_rest_alone() {
        let base = "# Приём\n\nДо 1 июня 2025 года.\n\nНужен паспорт.\n\nПишите нам.\n";
        let source = "# Приём документов\n\nДо 15 июня 2026 года.\n\nНужна справка из школы.\n\nНужен паспорт.\n";
        let one = |at: usize| {
            taken(base, source, |changes| {
                assert_eq!(changes.list.len(), 4, "{:#?}", changes.list);
                BTreeSet::from([at])
            })
        };
        assert_eq!(one(0), base.replace("Приём", "Приём документов"));
        assert_eq!(
            one(2),
            base.replace("Нужен", "Нужна справка из школы.\n\nНужен")
        );
        assert_eq!(one(3), base.replace("\n\nПишите нам.", ""));
    }

    #[test]
    fn a_row_takes_its_table_along() {
        let steps = one_by_one("Текст.\n", "Текст.\n\n| а |\n|---|\n| б |\n", &[1]);
        assert!(steps.len() <= 3, "{steps:?}");
    }

    #[test]
    fn front_matter_comes_as_a_whole() {
        let steps = one_by_one(
            "Текст один.\n",
            "---\ntitle: Да\ndate: 2026-01-01\n---\nТекст два.\n",
            &[0],
        );
        assert_eq!(
            steps[1],
            "---\ntitle: Да\ndate: 2026-01-01\n---\nТекст один.\n"
        );
    }

    fn parts() -> impl Strategy<Value = Vec<usize>> {
        prop::collection::vec(0..PARTS.len(), 0..12)
    }

    const PARTS: [&str; 14] = [
        "# Заголовок первый",
        "Абзац о приёме заявок на конкурс.",
        "Абзац о сроках: до 1 июня 2026 года.",
        "- пункт раз",
        "- пункт два\n  и дальше",
        "> Цитата из приказа.",
        "| а | б |\n|---|---|\n| в | г |",
        "```sh\nsverka status\n```",
        "## Раздел второй",
        "1. шаг первый",
        "![схема](a.png)",
        "Абзац о приёме заявок на грант.",
        "<details>",
        "[ссылка]: https://example.org",
    ];

    fn page(parts: &[usize], crlf: bool) -> String {
        let chosen: Vec<&str> = parts.iter().map(|&at| PARTS[at]).collect();
        let text = chosen.join(
            "

",
        ) + "
";
        if crlf {
            text.replace('\n', "\r\n")
        } else {
            text
        }
    }

    const FRONTS: [&str; 5] = [
        "",
        "---\ntitle: Приём\n---\n",
        "---\ntitle: Приём документов\ndate: 2026-01-01\n---\n\n",
        "---\ndate: 2025-01-01\nhero:\n  title: Сверка\n---\n",
        "+++\ntitle = \"Приём\"\n+++\n",
    ];

    const MESSAGES: [&str; 8] = [
        "# Меню",
        "open = Открыть",
        "open = Открыть файл",
        "close = Закрыть\n    .title = Закрыть окно",
        "close = Закрыть",
        "-brand = Сверка",
        "n = { $n ->\n    [one] письмо\n   *[other] писем\n }",
        "n = Письма",
    ];

    proptest! {
        #[test]
        fn front_matter_and_body_come_in_any_order(
            fronts in (0..FRONTS.len(), 0..FRONTS.len()),
            bodies in (parts(), parts()),
            crlf: bool,
            order in prop::collection::vec(0_usize..99, 1..9),
        ) {
            let base = FRONTS[fronts.0].to_owned() + &page(&bodies.0, crlf);
            let source = FRONTS[fronts.1].to_owned() + &page(&bodies.1, false);
            let steps = one_by_one(&base, &source, &order);
            prop_assert_eq!(steps.last().unwrap(), &source);
        }

        #[test]
        fn messages_come_in_any_order(
            old in prop::collection::vec(0..MESSAGES.len(), 0..8),
            new in prop::collection::vec(0..MESSAGES.len(), 0..8),
            order in prop::collection::vec(0_usize..99, 1..9),
        ) {
            let file = |parts: &[usize]| parts.iter().map(|&at| MESSAGES[at]).collect::<Vec<_>>().join("\n") + "\n";
            let (base, source) = (file(&old), file(&new));
            let steps = walk("a.ftl", &base, &source, &order);
            prop_assert_eq!(steps.last().unwrap(), &source);
        }

        #[test]
        fn taking_all_gives_the_source(old in parts(), new in parts(), crlf: bool) {
            let (base, source) = (page(&old, crlf), page(&new, false));
            let all = taken(&base, &source, |changes| (0..changes.list.len()).collect());
            prop_assert_eq!(all, source);
        }

        #[test]
        fn taking_one_by_one_in_any_order_gives_the_source(old in parts(), new in parts(), order in prop::collection::vec(0_usize..99, 1..9)) {
            let (base, source) = (page(&old, false), page(&new, false));
            let steps = one_by_one(&base, &source, &order);
            prop_assert_eq!(steps.last().unwrap(), &source);
        }
    }
}
