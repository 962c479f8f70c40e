//! What is carried and what is not: Russian sources with their English translations.

use super::*;
use crate::align::align;

/// A pair as three texts, and what came of it.
pub(super) struct Trial {
    pub(super) carried: Carried,
    pub(super) changes: Changes,
}

/// Carries between texts; the file's name says how they are written.
pub(super) fn trial(file: &str, base: &str, source: &str, target: &str) -> Trial {
    let reader = Reader::for_test(file);
    let mut other = Reader::for_test(file);
    other.lang = "en".parse().unwrap();
    let (old, new) = (reader.read(base).document, reader.read(source).document);
    let translated = other.read(target).document;
    let changes = Changes::between(&old, &new);
    let version = |text, document| Version { text, document };
    let sides = Sides {
        base: version(base, &old),
        source: version(source, &new),
        target: version(target, &translated),
        changes: &changes,
        alignment: &align(&old, &translated),
    };
    let carried = carry(sides, (&reader, &other));
    Trial { carried, changes }
}

/// What becomes of a translation when everything is carried.
fn carries(base: &str, source: &str, target: &str, wanted: &str) {
    let found = trial("a.md", base, source, target).carried;
    assert_eq!(found.left, [], "{base} → {source}");
    assert_eq!(found.target, wanted);
    assert_eq!(found.base, source);
    let again = trial("a.md", base, source, wanted).carried;
    assert_eq!(
        (again.target.as_str(), again.left),
        (wanted, vec![]),
        "a second time"
    );
    assert_eq!(again.base, source);
}

/// Why a translation stays as it is.
fn stays(base: &str, source: &str, target: &str) -> Why {
    let found = trial("a.md", base, source, target).carried;
    assert_eq!(found.target, target, "{base} → {source}");
    assert_eq!(found.base, base);
    found.left[0].1.clone()
}

fn differs(base: &str) -> Why {
    Why::Differs {
        base: base.to_owned(),
    }
}

#[test]
fn values_among_words() {
    for (base, source, target, wanted) in [
        (
            "См. [правила](/a \"Имя\").",
            "См. [правила](/b \"Имя\").",
            "See [the rules](/a \"Name\").",
            "See [the rules](/b \"Name\").",
        ),
        (
            "![схема](a.png)",
            "![схема](b.png)",
            "![scheme](a.png)",
            "![scheme](b.png)",
        ),
        ("![](a.png)", "![](b.png)", "![](a.png)", "![](b.png)"),
        (
            "Поле `a` и `b`.",
            "Поле `c` и `b`.",
            "The fields `b` and `a`.",
            "The fields `b` and `c`.",
        ),
        (
            "## Приём {#in}",
            "## Приём {#intake}",
            "## Admission {#in}",
            "## Admission {#intake}",
        ),
        ("## Приём", "### Приём", "## Admission", "### Admission"),
        ("1. Приём", "2. Приём", "1. Admission", "2. Admission"),
        (
            "Жмите <a href=\"/a\" title=\"Да\">сюда</a>",
            "Жмите <a href=\"/b\" title=\"Да\">сюда</a>",
            "Press <a href=\"/a\" title=\"Yes\">here</a>",
            "Press <a href=\"/b\" title=\"Yes\">here</a>",
        ),
        (
            "Пришли 186298 писем",
            "Пришли 186\u{a0}298 писем",
            "We got 186298 letters",
            "We got 186\u{a0}298 letters",
        ),
        (
            "| `a` | раз |\n|---|---|",
            "| `b` | раз |\n|---|---|",
            "| `a` | one |\n|---|---|",
            "| `b` | one |\n|---|---|",
        ),
        (
            "> Раз\n> и `a`",
            "> Раз\n> и `b`",
            "> One\n> and `a`",
            "> One\n> and `b`",
        ),
        ("Раз\nи два", "Раз и два", "One\nand two", "One\nand two"),
    ] {
        carries(base, source, target, wanted);
    }
}

#[test]
fn what_the_translation_says_in_its_own_way() {
    let ambiguous = |value: &str| Why::Ambiguous {
        value: value.to_owned(),
    };
    let local = |value: &str| Why::Localised {
        value: value.to_owned(),
    };
    for (base, source, target, why) in [
        ("[а](/ru/a)", "[а](/ru/b)", "[a](/en/a)", differs("/ru/a")),
        ("[а](/a)", "[а](/ru/b)", "[a](/a)", local("/ru/b")),
        ("[а](b#c)", "[а](b#слово)", "[a](b#c)", local("b#слово")),
        (
            "![а](a.png)",
            "![а](b.png)",
            "![a](a.en.png)",
            differs("a.png"),
        ),
        (
            "Поле `a`.",
            "Поле `b`.",
            "The field `a`, just `a`.",
            ambiguous("`a`"),
        ),
        (
            "[а](/a) [б](/b)",
            "[а](/b) [б](/a)",
            "[b](/b) [a](/a)",
            ambiguous("/a"),
        ),
        ("`a` или `a`", "`a` или `b`", "`a` or `a`", ambiguous("`a`")),
        (
            "Приём до 1 июня",
            "Приём, до 1 июня.",
            "Until 1 June",
            Why::OwnRules,
        ),
        (
            "Пришли 186,298 писем",
            "Пришли 186\u{a0}298 писем",
            "We got 186,298 letters",
            Why::OwnRules,
        ),
        (
            "Приём до 1 июня",
            "Приём **до 1 июня**",
            "Until 1 June",
            Why::AmongWords,
        ),
        (
            "Запустите sverka",
            "Запустите `sverka`",
            "Run sverka",
            Why::AmongWords,
        ),
        (
            "До [1 июня](/a)",
            "До [2 июня](/b)",
            "Until [1 June](/a)",
            Why::Words,
        ),
        (
            "```\na\n```",
            "```\nb\n```",
            "```\nc\n```",
            differs("```\na\n```"),
        ),
        (
            "<!-- раз -->",
            "<!-- два -->",
            "<!-- one -->",
            differs("<!-- раз -->"),
        ),
    ] {
        assert_eq!(stays(base, source, target), why, "{base} → {source}");
    }
}

#[test]
fn code_is_merged_line_by_line() {
    carries(
        "- Так:\n\n  ```js\n  a();\n  b();\n  ```\n",
        "- Так:\n\n  ```js\n  a(1);\n\n  b();\n  c();\n  ```\n",
        "1. So:\n\n   ```js\n   a();\n   b();\n   ```\n",
        "1. So:\n\n   ```js\n   a(1);\n\n   b();\n   c();\n   ```\n",
    );
    carries(
        "```js\n// раз\na();\nb();\n```",
        "```js\n// раз\na();\nb(2);\n```",
        "```js\n// one\na();\nb();\n```",
        "```js\n// one\na();\nb(2);\n```",
    );
    for (source, why) in [
        (
            "```js\n// два\na();\nb();\n```",
            differs("```js\n// раз\na();\nb();\n```"),
        ),
        ("```js\n// раз\na();\n// два\nb();\n```", Why::WordsInCode),
    ] {
        let base = "```js\n// раз\na();\nb();\n```";
        assert_eq!(stays(base, source, "```js\n// one\na();\nb();\n```"), why);
    }
}

#[test]
fn fields_that_are_not_translated() {
    carries(
        "---\ntitle: Да\ndate: 2025-01-01\nold: 1\n---\nТекст.\n",
        "---\ntitle: Да\ndate: 2026-01-01\ntags: [a, b]\nhero:\n  image: a.png\n---\nТекст.\n",
        "---\r\ndate: \"2025-01-01\"\r\ntitle: Yes\r\nold: 1\r\n---\r\nText.\r\n",
        "---\r\ndate: 2026-01-01\r\ntags: [a, b]\r\nhero:\r\n  image: a.png\r\ntitle: Yes\r\n---\r\nText.\r\n",
    );
    let why = stays(
        "---\nslug: priem\n---\n",
        "---\nslug: nabor\n---\n",
        "---\nslug: admission\n---\n",
    );
    assert_eq!(why, differs("slug: priem"));
}

#[test]
fn what_comes_and_goes_between_neighbours() {
    carries(
        "Раз.\n\nДва.\n\n```\nold\n```\n\nТри.\n",
        "Раз.\n\n```\na\n```\n\nДва.\n\nТри.\n",
        "\u{feff}One.\n\nTwo.\n\n```\nold\n```\n\nThree.\n",
        "\u{feff}One.\n\n```\na\n```\n\nTwo.\n\nThree.\n",
    );
    let why = stays(
        "Раз.\n\nДва.\n",
        "Раз.\n\nНовый абзац с кодом:\n\n```\na\n```\n\nДва.\n",
        "One.\n\nTwo.\n",
    );
    assert_eq!(why, Why::Words);
    let found = trial(
        "a.md",
        "Раз.\n\nДва.\n",
        "Раз.\n\nНовый абзац с кодом:\n\n```\na\n```\n\nДва.\n",
        "One.\n\nTwo.\n",
    );
    assert_eq!(found.carried.left[1].1, Why::BesideWords);
}

#[test]
fn sections_move() {
    let ru = [
        "# Приём\n\nПервый раздел о приёме.\n\n",
        "# Сроки\n\nВторой раздел о сроках, он длиннее.\n\n",
        "# Адрес\n\nТретий раздел об адресах и всём остальном.\n\n",
    ];
    let en = [
        "# Admission\n\nThe first part.\n\n",
        "# Dates\n\nThe second part.\n\n",
        "# Address\n\nThe third part.\n",
    ];
    let found = trial(
        "a.md",
        &ru.concat(),
        &[ru[1], ru[2], ru[0]].concat(),
        &en.concat(),
    );
    assert_eq!(found.carried.left, []);
    let wanted = [en[1], en[2], "\n", en[0].trim_end(), "\n"].concat();
    assert_eq!(found.carried.target, wanted);
}

#[test]
fn half_a_section_does_not_move() {
    let base = "# Кэш\n\nПервый раздел о кэше.\n\n# Сброс\n\nЧтобы сбросить его, вызовите метод.\n\nИли из консоли, одной командой.\n";
    let source = "# Сброс всего\n\nЧтобы сбросить его, вызовите метод.\n\nИли из консоли, одной командой.\n\n# Кэш\n\nПервый раздел о кэше, он теперь самый длинный из всех разделов этой страницы.\n";
    let target = "# Cache\n\nThe first part.\n\n# Flushing\n\nTo flush it, call it.\n\nOr do it in the console.\n";
    let found = trial("a.md", base, source, target).carried;
    assert_eq!(found.target, target, "{found:?}");
}

#[test]
fn links_in_messages_are_carried_and_nothing_is_laid_out_anew() {
    let page = |words: &str, link: &str| {
        format!("a   =\n        {words} <a href=\"{link}\">{{$x}}</a>\n\n\n# Раз\n  \nb = Б\n")
    };
    let (base, source) = (page("Вот", "/a"), page("Вот", "/b"));
    let found = trial("a.ftl", &base, &source, &page("Here", "/a")).carried;
    assert_eq!(found.target, page("Here", "/b"));
    assert_eq!(found.base, source);
}

#[test]
fn words_of_messages_are_never_touched() {
    let found = trial(
        "a.ftl",
        "# Раз\na = Открыть { $x }\n",
        "# Два\na = Открыть { $y }\n",
        "# Раз\na = Open { $x }\n",
    )
    .carried;
    assert_eq!(found.target, "# Два\na = Open { $x }\n");
    assert_eq!(found.left[0].1, Why::Words);
}

#[test]
fn code_does_not_go_before_what_replaces_it_comes() {
    for (base, source, target) in [
        (
            "> Команда:\n>\n>     sverka status\n",
            "> Команда:\n>\n> ```sh\n> sverka status\n> ```\n",
            "> The command:\n>\n>     sverka status\n",
        ),
        (
            "Раз.\n\n    sverka status --lang ru\n\nДва.\n",
            "Раз.\n\n```\nsverka status --lang en\n```\n\nДва.\n",
            "One.\n\n    sverka status --lang ru\n\nTwo.\n",
        ),
    ] {
        let found = trial("a.md", base, source, target).carried;
        assert_eq!(found.target, target);
        assert!(!found.left.is_empty());
    }
}

#[test]
fn tags_of_a_page_wait_for_who_reads_it() {
    let page = |title: &str, link: &str| format!("<title>{title}</title> <link href=\"{link}\">\n");
    let (base, source) = (page("Мост", "#a"), page("Мост", "#b"));
    let found = trial("a.html", &base, &source, &page("Bridge", "#a")).carried;
    assert_eq!(found.base, base, "it is not done, for nobody has done it");
    assert_eq!(found.left[0].1, Why::AmongWords);
}
