//! What the parts of this room promise together.

use proptest::prelude::*;

use super::*;

fn read(file: &str, text: &str) -> Parsed {
    Reader::for_test(file).read(text)
}

/// Kind, prose, and what the segment is in the file.
fn outline(file: &str, text: &str) -> Vec<String> {
    let parsed = read(file, text);
    assert_eq!(parsed.diagnostics, [], "{text}");
    let line = |s: &Segment| {
        let sign = if s.prose { '+' } else { '-' };
        let key = s
            .key
            .as_ref()
            .map(|key| format!("{key}="))
            .unwrap_or_default();
        format!("{sign}{:?} {key}{}", s.kind, &text[s.span.clone()])
    };
    parsed.document.segments.iter().map(line).collect()
}

/// The laws: in order, no overlap, at letter boundaries, inside their lines, nothing but layout between blocks.
fn lawful(file: &str, text: &str) {
    let parsed = read(file, text);
    let mut at = 0;
    let mut rebuilt = String::new();
    for segment in &parsed.document.segments {
        assert!(
            segment.span.start >= at,
            "overlap at {at}: {segment:?}\n{text:?}"
        );
        rebuilt.push_str(&text[at..segment.span.start]);
        rebuilt.push_str(&text[segment.span.clone()]);
        at = segment.span.end;
        assert!(segment.lines.start <= segment.span.start && segment.span.end <= segment.lines.end);
        for mark in &segment.placeholders {
            assert!(
                segment.text.get(mark.range.clone()).is_some(),
                "{segment:?}"
            );
        }
        for piece in segment
            .visible
            .iter()
            .filter(|_| !segment.origins.is_empty())
        {
            let shown = &segment.text[piece.range.clone()];
            if piece.shown == Shown::Written && !shown.contains('\n') {
                let place = segment.place(&piece.range);
                assert_eq!(text.get(place), Some(shown), "{segment:?}");
            }
        }
    }
    rebuilt.push_str(&text[at..]);
    assert_eq!(rebuilt, text);
    let mut end = 0;
    for block in &parsed.document.blocks {
        assert!(block.lines.start >= end, "blocks share lines: {text:?}");
        let between = &text[end..block.lines.start];
        let front = parsed.document.front_matter.clone().unwrap_or(0..0);
        if !front.contains(&end) {
            let layout = |c: char| c.is_whitespace() || c == '>' || c == '\u{feff}';
            assert!(
                between.chars().all(|c| layout(c) || "-+.".contains(c)),
                "{between:?} in {text:?}"
            );
        }
        end = block.lines.end;
    }
    for found in &parsed.diagnostics {
        assert!(text.get(found.primary.span.range()).is_some());
    }
}

#[test]
fn markdown_leaves() {
    let text = "\u{feff}Заголовок\r\n=========\r\n\r\n- пункт\r\n  дальше\r\n\r\n  второй абзац\r\n\r\n> Цитата\r\n> ещё\r\n\r\n| a | б |\r\n|---|---|\r\n| 1 | два |\r\n\r\n```rust\r\nlet x;\r\n```\r\n\r\n![схема](a.png)\r\n\r\n[ref]: https://a.b\r\n";
    assert_eq!(
        outline("a.md", text),
        [
            "+Heading(1) Заголовок",
            "-Other =========",
            "+ListItem пункт\r\n  дальше",
            "+Paragraph второй абзац",
            "+Paragraph Цитата\r\n> ещё",
            "+TableCell a",
            "+TableCell б",
            "+TableCell 1",
            "+TableCell два",
            "-Code ```rust\r\nlet x;\r\n```",
            "+Image ![схема](a.png)",
            "-Definition [ref]: https://a.b",
        ]
        .map(str::to_owned)
        .into_iter()
        .filter(|line| !line.contains("===="))
        .collect::<Vec<_>>()
    );
    let document = read("a.md", text).document;
    let item = document
        .segments
        .iter()
        .find(|s| s.kind == Kind::ListItem)
        .unwrap();
    assert_eq!(item.text, "пункт\nдальше");
    assert_eq!(
        document
            .segments
            .iter()
            .find(|s| s.text.starts_with("Цит"))
            .unwrap()
            .text,
        "Цитата\nещё"
    );
}

#[test]
fn readers_see_words_only() {
    let text =
        "См. **[раздел `x`](a.md#b)** &mdash; <b>важно</b>, https://a.b/c. ![рис](p.png) {#id}\n";
    let parsed = read("a.md", text);
    let segment = &parsed.document.segments[0];
    assert_eq!(
        segment.reader,
        "См. раздел \u{fffc} —  важно , \u{fffc}. рис  "
    );
    let marks: Vec<&str> = segment
        .placeholders
        .iter()
        .map(|m| &segment.text[m.range.clone()])
        .collect();
    assert_eq!(
        marks,
        [
            "**",
            "[",
            "`x`",
            "](a.md#b)",
            "**",
            "<b>",
            "</b>",
            "https://a.b/c",
            "![",
            "](p.png)",
            "{#id}"
        ]
    );
}

#[test]
fn mdx_gives_its_text() {
    let text = "---\ntitle: Начало\n---\nimport Tabs from './Tabs';\n\n<Tabs>\n  <Tab label=\"x\">\n    Первый абзац\n    - пункт\n\n    {/* заметка */}\n  </Tab>\n</Tabs>\n\n:::note[Важно]\nТекст\n:::\n\n## Раздел {/*section*/}\n";
    assert_eq!(
        outline("a.mdx", text),
        [
            "+Field title=Начало",
            "-Import import Tabs from './Tabs';",
            "-Tag <Tabs>",
            "-Tag <Tab label=\"x\">",
            "+Paragraph Первый абзац",
            "+ListItem пункт",
            "-Comment {/* заметка */}",
            "-Tag </Tab>",
            "-Tag </Tabs>",
            "+Directive Важно",
            "+Paragraph Текст",
            "-Tag :::",
            "+Heading(2) Раздел {/*section*/}",
        ]
    );
}

#[test]
fn shortcodes_pass_through() {
    let text = "{{< figure src=\"a.png\" >}}\n\nТекст {{< ref \"b\" >}} дальше.\n\n{% raw %}\n";
    assert_eq!(
        outline("a.md", text),
        [
            "-Tag {{< figure src=\"a.png\" >}}",
            "+Paragraph Текст {{< ref \"b\" >}} дальше.",
            "-Tag {% raw %}"
        ]
    );
    let document = read("a.md", text).document;
    assert_eq!(document.segments[1].reader, "Текст \u{fffc} дальше.");
}

#[test]
fn text_beside_tags_and_braces_is_text() {
    for (text, prose) in [
        (
            "<a href=\"x\"\n   title=\"y\">Жмите сюда</a>, чтобы читать.\n\nДальше.\n",
            2,
        ),
        (
            "Запустите\n<file и другие аргументы за ним.\n\nДальше.\n",
            2,
        ),
        ("{% include x\n\nДальше.\n", 2),
        ("{{< note >}}Не удаляйте базу.{{< /note >}}\n", 1),
        ("{% hint %} текст {% endhint %}\n", 1),
        ("<!-- к --> Видимый текст\n", 1),
        ("<!-- к --> <p>Видимый текст</p>\n", 1),
        ("import A from 'a'\n\n{name} не писал {title}\n", 1),
        (
            "import A from 'a'\n\n{/* заметка\n\nв два абзаца */}\n\nТекст\n",
            1,
        ),
        ("<Tabs\n  items={[{a: {b: {c: 1}}}]}\n/>\n\nТекст\n", 1),
        ("> ```\n> код\n\nТекст\n\n:::note Важно\nТело\n:::\n", 3),
    ] {
        lawful("a.md", text);
        let document = read("a.md", text).document;
        let found = document.segments.iter().filter(|s| s.prose).count();
        assert_eq!(found, prose, "{text}\n{:#?}", document.segments);
    }
}

#[test]
fn code_is_code_wherever_it_stands() {
    for text in [
        "# Имя\n\n    код с отступом\n\n```jsx\n<Foo />\n```\n",
        "<Foo>\n    <Bar>\n        ```sh\n        код\n        ```\n    </Bar>\n</Foo>\n",
        "- пункт\n\n  <Foo>\n    ```sh\n    код\n    ```\n  </Foo>\n",
    ] {
        let document = read("a.md", text).document;
        let code = document
            .segments
            .iter()
            .filter(|s| s.kind == Kind::Code)
            .count();
        assert!(code >= 1, "{text}\n{:#?}", document.segments);
        assert!(
            document
                .segments
                .iter()
                .all(|s| !s.prose || !s.text.contains("код")),
            "{:#?}",
            document.segments
        );
    }
}

#[test]
fn front_matter_by_path() {
    let yaml = "---\ntitle: \"Новость\"\nhero:\n  title: |\n    Два\n    слова\n  actions:\n    - text: Дальше\n      link: /a\ntags: [а, б]\ndate: 2024-01-02\n---\nТекст\n";
    assert_eq!(
        outline("a.md", yaml),
        [
            "+Field title=\"Новость\"",
            "-Other hero:",
            "+Field hero.title=|\n    Два\n    слова",
            "-Other actions:",
            "-Field hero.actions[0].text=Дальше",
            "-Field hero.actions[0].link=/a",
            "-Field tags=[а, б]",
            "-Field date=2024-01-02",
            "+Paragraph Текст",
        ]
    );
    let toml = "+++\ntitle = \"Новость\"\n[extra]\ndate = 2024-01-02\ntags = [\"а\"]\n+++\nТекст\n";
    assert_eq!(
        outline("a.md", toml),
        [
            "+Field title=\"Новость\"",
            "-Other [extra]",
            "-Field extra.date=2024-01-02",
            "-Field extra.tags=[\"а\"]",
            "+Paragraph Текст",
        ]
    );
}

#[test]
fn fluent_by_key() {
    let text = "### Меню\n\n# кнопка\nopen = Открыть { $name }\n    .title = Открыть\n\n-brand = Сверка\nn = { $n ->\n    [one] письмо\n   *[other] писем\n }\n";
    assert_eq!(
        outline("a.ftl", text),
        [
            "-Comment ### Меню",
            "-Comment # кнопка",
            "+Message open=Открыть { $name }",
            "+Attribute open.title=Открыть",
            "+Message -brand=Сверка",
            "+Message n={ $n ->\n    [one] письмо\n   *[other] писем\n }",
        ]
    );
}

#[test]
fn broken_input_is_said_with_its_place() {
    let codes = |file: &str, text: &str| -> Vec<String> {
        lawful(file, text);
        read(file, text)
            .diagnostics
            .iter()
            .map(|d| d.code.name().to_owned())
            .collect()
    };
    assert_eq!(
        codes("a.md", "---\ntitle: x\n\nТекст\n"),
        ["unclosed-front-matter"]
    );
    assert_eq!(
        codes("a.md", "---\ntitle: [a\n---\nТекст\n"),
        ["broken-front-matter"]
    );
    assert_eq!(
        codes("a.md", "+++\ntitle = \n+++\nТекст\n"),
        ["broken-front-matter"]
    );
    assert_eq!(
        codes("a.ftl", "привет = мир\nok = да\n"),
        ["broken-message"]
    );
    assert_eq!(
        codes(
            "a.ftl",
            &format!("a = {}x{}\n", "{".repeat(9999), "}".repeat(9999))
        ),
        ["deep-nesting", "broken-message"]
    );
    assert_eq!(codes("a.md", &"> ".repeat(10_000)), ["deep-nesting"]);
    assert_eq!(codes("a.md", "---\n\nПосле черты\n"), [""; 0]);
    assert_eq!(
        codes("a.md", "---\na: &x [1]\nb: [*x, *x, *x]\n---\n"),
        [""; 0]
    );
}

#[test]
fn laws_hold_on_odd_pages() {
    for text in [
        "",
        "\u{feff}",
        "\r\n\r\n",
        "---",
        "---\n---",
        "+++\n+++\n",
        "#",
        "# \n\n##  #",
        "-",
        "- \n- a",
        "> ",
        ">>- a\n>b",
        "|a|\n|-|\n|",
        "<div>\nтекст\n</div>",
        "<!-- a\n\nb -->\nтекст",
        "<pre>\n\n- a\n</pre>\n- b",
        "```\nнет конца",
        "- ```\n  x\n  ```\n",
        "a\\\nb  \nc",
        "1. а\n\n   ```sh\n   x\n   ```\n\n   <Tip>\n   б\n   </Tip>\n2. в",
        "[^1]: сноска\n\n    дальше\n\nтекст[^1]",
        "\tтабуляция\n\n- а\n\t- б",
        ":::tip\n:::",
        ":::",
        "<a",
        "{",
        "{{<",
        "{/*",
        "<A\n  b=\"1\"\n>\n  текст\n</A>",
        "* * *\n---\n___",
        "[[a|б]] и [[в]]",
        "- [ ] дело\n- [x] сделано",
        "&nbsp;а\u{a0}б",
        "a\r\rb",
        "export const a = 1\n\ntext",
        "| a \\| b | `|` |\n| --- | --- |\n| c | d |\n",
        "![](a)",
        "![a](b)![c](d)",
        "***а***",
        "[](x)",
    ] {
        lawful("a.md", text);
        lawful("a.mdx", &format!("import A from 'a'\n\n{text}"));
        lawful("a.ftl", text);
        lawful("a.txt", text);
        lawful("a.html", text);
    }
}

proptest! {
    #[test]
    fn laws_hold_on_generated_pages(parts in prop::collection::vec(prop::sample::select(vec![
        "# ", "## Имя\n", "текст ", "**b** ", "\n", "\n\n", "- ", "  ", "    ", "1. ", "> ", "| a | б |\n", "|---|---|\n", "`c`", "```\n", "~~~\n",
        "[a](b)", "![и](к)", "<Tab>\n", "</Tab>\n", "<div>", "</div>", ":::note[Т]\n", ":::\n", "{{< x >}}", "{a}", "{/* b */}", "---\n", "+++\n",
        "title: х\n", "a = \"б\"\n", "\r\n", "\t", "=", "*", "_", "\\", "&amp;", "<!--", "-->", "https://a.b/в", "[^1]", "[^1]: с\n", "import A from 'b'\n", "{ $n }", "key = ", ".attr = ", "ё",
    ]), 0..40)) {
        let text = parts.concat();
        lawful("a.md", &text);
        lawful("a.ftl", &text);
        lawful("a.txt", &text);
    }

    #[test]
    fn laws_hold_on_generated_html(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<p lang=en>", "<div translate=no>", "</div>", "<h2>", "</h2>", "<ul>", "<li>", "</ul>", "<table>", "<td>", "</table>",
        "<a href='x' title=\"подсказка\">", "</a>", "<b>", "</b>", "<span lang=\"en-GB\">", "</span>", "<code>", "</code>", "<br>", "<br/>",
        "<img alt=\"рис\n  к &amp; б\">", "<img>", "<img alt=''>", "<input type=submit value=ок>", "<svg aria-label=\"знак\">", "<svg/>", "</svg>", "<pre>", "</pre>",
        "<script>", "</script>", "<style>", "<title>", "</title>", "<textarea>", "<noscript>", "<template>", "</template>", "<!-- к -->", "<!--", "-->",
        "<!doctype html>", "<html lang=ru>", "<meta name=description content=\"о сайте\">", "&nbsp;", "&copy", "&#x41;", "&", ";", "=", "<", ">", "\"", "</>", "<a\n b", "\0",
        "текст", " ", "  ", "\n", "\r\n\t", "https://a.b/?x=1&amp;y", "info@a.ru", "{{ x }}", "---\n", "title: х\n", "ё", "</br>", "<![CDATA[", "<?xml ?>", "\u{a0}",
    ]), 0..40)) {
        let text = parts.concat();
        lawful("a.html", &text);
        lawful("a.xhtml", &text);
    }
}
