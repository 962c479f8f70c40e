//! The laws of taking changes: all of them give the source, and so do they one by one.

use super::*;
use proptest::prelude::*;

fn taken(base: &str, source: &str, chosen: impl FnOnce(&Changes) -> BTreeSet<usize>) -> String {
    taken_in("a.md", base, source, chosen)
}

fn taken_in(
    file: &str,
    base: &str,
    source: &str,
    chosen: impl FnOnce(&Changes) -> BTreeSet<usize>,
) -> String {
    let reader = Reader::for_test(file);
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
