//! The laws of carrying: no word is touched, nothing is forgotten, and twice is as once.

use super::tests::{Trial, trial};
use super::*;
use crate::document::Document;
use proptest::prelude::*;

/// A part of a page in its versions: each differs from the one before in something mechanical.
const PARTS: [[&str; 3]; 16] = [
    [
        "# Заголовок первый",
        "## Заголовок первый",
        "# Заголовок первый",
    ],
    [
        "Абзац о приёме [заявок](/a) на конкурс.",
        "Абзац о приёме [заявок](/b) на конкурс.",
        "Абзац о приёме\n[заявок](/c) на конкурс.",
    ],
    [
        "Абзац о сроках с `name` внутри.",
        "Абзац о сроках с `title` внутри.",
        "Абзац о сроках с `x` внутри.",
    ],
    ["- пункт раз", "- пункт раз", "* пункт раз"],
    [
        "- пункт два <b class=\"a\">жирный</b>\n  и дальше",
        "- пункт два <b class=\"b\">жирный</b>\n  и дальше",
        "- пункт два <b class=\"c\">жирный</b> и дальше",
    ],
    [
        "> Цитата из `a` приказа.",
        "> Цитата из `b` приказа.",
        "> Цитата\n> из `b` приказа.",
    ],
    [
        "| а | `b` |\n|---|---|\n| в | г |",
        "| а | `c` |\n|---|---|\n| в | г |",
        "| а | `d` |\n|---|---|\n| в | г |",
    ],
    [
        "```sh\nsverka status\nls\n```",
        "```sh\nsverka status --all\nls\n```",
        "```sh\nls\nls\ncd\n```",
    ],
    [
        "## Раздел второй {#second}",
        "## Раздел второй {#two}",
        "### Раздел второй {#two}",
    ],
    ["1. шаг первый", "2. шаг первый", "3. шаг первый"],
    ["![схема](a.png)", "![схема](b.png)", "![схема](c.png)"],
    ["![](photo.png)", "![](photo2.png)", "![](other.png)"],
    [
        "Пришли 186298 писем о гранте.",
        "Пришли 186 298 писем о гранте.",
        "Пришли 186\u{a0}298 писем о гранте.",
    ],
    ["<details>", "<details open=\"1\">", "<details open=\"2\">"],
    [
        "[ссылка]: https://example.org",
        "[ссылка]: https://example.org/1",
        "[ссылка]: https://example.org/2",
    ],
    ["<!-- note -->", "<!-- note 2 -->", "<!-- other -->"],
];

const FRONTS: [&str; 4] = [
    "",
    "---\ntitle: Приём\ndate: 2025-01-01\n---\n\n",
    "---\ntitle: Приём\ndate: 2026-01-01\nhero:\n  image: a.png\n---\n\n",
    "---\ntitle: Приём\n---\n\n",
];

/// Which part, in which version.
fn parts() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..PARTS.len(), 0..3_usize), 0..10)
}

fn page(front: usize, parts: &[(usize, usize)]) -> String {
    let chosen = parts.iter().map(|&(part, version)| PARTS[part][version]);
    FRONTS[front].to_owned() + &chosen.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The same page in a language that says everything with one letter more in front.
fn translated(page: &str) -> String {
    let mut out = String::new();
    let mut word = false;
    for c in page.chars() {
        let cyrillic = matches!(c, 'а'..='я' | 'ё' | 'А'..='Я');
        if cyrillic && !word {
            out.push('y');
        }
        word = cyrillic;
        out.push(c);
    }
    // The label of a definition is a word of nobody's text here.
    out.replace("[yссылка]:", "[ссылка]:")
}

fn prose(text: &str) -> Vec<String> {
    let read = Reader::for_test("a.md").read(text).document;
    let words = |document: &Document| {
        let prose = document.segments.iter().filter(|segment| segment.prose);
        prose
            .map(|segment| segment.reader.split_whitespace().collect::<String>())
            .collect()
    };
    words(&read)
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words
}

/// What still differs between the new base and the source and needs no translator.
fn pending(source: &str, found: &Trial) -> usize {
    let read = |text: &str| Reader::for_test("a.md").read(text).document;
    let rest = Changes::between(&read(&found.carried.base), &read(source));
    rest.list
        .iter()
        .filter(|change| !change.nature.is_work())
        .count()
}

proptest! {
    #[test]
    fn whatever_the_translation_is_like(
        fronts in (0..FRONTS.len(), 0..FRONTS.len(), 0..FRONTS.len()),
        old in parts(), new in parts(), other in parts(),
        crlf: bool,
    ) {
        let (base, source) = (page(fronts.0, &old), page(fronts.1, &new));
        let mut target = translated(&page(fronts.2, &other));
        if crlf {
            target = target.replace('\n', "\r\n");
        }
        let found = trial("a.md", &base, &source, &target);
        let carried = &found.carried;
        // No word is another one now.
        prop_assert_eq!(sorted(prose(&carried.target)), sorted(prose(&target)));
        prop_assert!(!crlf || !carried.target.replace("\r\n", "").contains('\n'));
        // Every change is taken or left for a reason.
        prop_assert_eq!(carried.taken.len() + carried.left.len(), found.changes.list.len());
        let left = carried.left.iter().filter(|(_, why)| *why != Why::Words).count();
        prop_assert!(pending(&source, &found) <= left);
        // Twice is as once: with the new base, and as after a run that was cut short.
        let again = trial("a.md", &carried.base, &source, &carried.target);
        prop_assert_eq!(&again.carried.target, &carried.target);
        // That the order of blocks is the new one already, nobody can see; all else can be.
        let moved = found.changes.list.iter().any(|change| change.kind == ChangeKind::Moved);
        let cut = trial("a.md", &base, &source, &carried.target).carried;
        let edits = |one: &Carried| -> BTreeSet<usize> {
            let edited = one.done.iter().filter(|done| done.edited.is_some());
            edited.map(|done| done.change).collect()
        };
        prop_assert!(moved || edits(carried).is_disjoint(&edits(&cut)), "{carried:?} then {cut:?}");
    }

    #[test]
    fn a_faithful_translation_is_left_with_words_only(
        front in 0..FRONTS.len(),
        old in prop::collection::btree_map(0..PARTS.len(), 0..3_usize, 0..10),
        versions in prop::collection::vec(0..3_usize, 16),
        fronts in 0..FRONTS.len(),
    ) {
        let old: Vec<(usize, usize)> = old.into_iter().collect();
        let new: Vec<(usize, usize)> = old.iter().map(|&(part, _)| (part, versions[part])).collect();
        // Front matter comes and goes as a whole, title and all: that is no translator's matter.
        let fronts = if front == 0 { 0 } else { fronts.max(1) };
        let (base, source) = (page(front, &old), page(fronts, &new));
        let target = translated(&base);
        let found = trial("a.md", &base, &source, &target);
        prop_assert_eq!(&found.carried.left, &vec![], "{:?}", found.changes);
        prop_assert_eq!(&found.carried.base, &source);
        let cut = trial("a.md", &base, &source, &found.carried.target).carried;
        prop_assert_eq!((&cut.target, &cut.left), (&found.carried.target, &vec![]));
    }

    #[test]
    fn where_nothing_mechanical_changed_nothing_is_touched(front in 0..FRONTS.len(), old in parts(), other in parts()) {
        let base = page(front, &old);
        let target = translated(&page(front, &other));
        let source = base.replace("Абзац", "Длинный и новый абзац").replace("пункт", "новый пункт");
        let found = trial("a.md", &base, &source, &target);
        let mechanical = found.changes.list.iter().any(|change| !change.nature.is_work());
        prop_assert!(mechanical || found.carried.target == target);
    }
}
