//! Markdown, and what GitHub and site generators add to it.

use super::*;

#[test]
fn inline() {
    all_become(
        &[
            (
                "*Раз* **два** ~~три~~ `<ч>`",
                "<p><em>Раз</em> <strong>два</strong> <del>три</del> <code>&lt;ч&gt;</code></p>",
            ),
            ("a  \nb\\\nc\nd", "<p>a<br>\nb<br>\nc\nd</p>"),
            ("5 < 6 & \"7\"", "<p>5 &lt; 6 &amp; \"7\"</p>"),
            (
                "[статья](a.md#шаг \"О «шаге»\")",
                "<p><a href=\"a.md#%D1%88%D0%B0%D0%B3\" title=\"О «шаге»\">статья</a></p>",
            ),
            (
                "[*a*][r]\n\n[r]: /u?a=1&b=2",
                "<p><a href=\"/u?a=1&amp;b=2\"><em>a</em></a></p>",
            ),
            (
                "<https://a.b> <x@a.b>",
                "<p><a href=\"https://a.b\">https://a.b</a> <a href=\"mailto:x@a.b\">x@a.b</a></p>",
            ),
            (
                "[[Page]] [[Page|words]]",
                "<p><a href=\"Page\">Page</a> <a href=\"Page\">words</a></p>",
            ),
            ("[слова](нет.md) ![*вид* `x`](нет.md)", "<p>слова вид x</p>"),
            (
                "[it](foreign.md)",
                "<p><a href=\"/ru/foreign/\" hreflang=\"ru\">it</a> <small class=\"language\">(in Russian)</small></p>",
            ),
            ("[](a.md)", "<p><a href=\"a.md\">a.md</a></p>"),
            (
                "![«Вид» & *море*](moved.png 'T')",
                "<p><img src=\"/assets/a%20b.png\" alt=\"«Вид» &amp; море\" title=\"T\" loading=\"lazy\"></p>",
            ),
            (
                "[![a ![b](c)](d)](e)",
                "<p><a href=\"e\"><img src=\"d\" alt=\"a b\" loading=\"lazy\"></a></p>",
            ),
        ],
        html,
    );
}

#[test]
fn blocks() {
    all_become(
        &[
            (
                "Приём\n===\n\n##  \n\n## Приём {#in .big .wide}\n",
                "<h1 id=\"приём\">Приём</h1>\n<h2 id=\"in\" class=\"big wide\">Приём</h2>",
            ),
            (
                "> a\n>\n> > b",
                "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>",
            ),
            (
                "2. a\n   - b\n\n***",
                "<ol start=\"2\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>\n<hr>",
            ),
            (
                "- [x] готово\n- [ ] no",
                "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"Задача\"> готово</li>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"Задача\"> no</li>\n</ul>",
            ),
            (
                "```rust,ignore title=\"x\"\na < b\n```",
                "<pre tabindex=\"0\"><code class=\"language-rust\">a &lt; b\n</code></pre>",
            ),
            ("    код", "<pre tabindex=\"0\"><code>код\n</code></pre>"),
        ],
        html,
    );
}

#[test]
fn tables() {
    let table = "| | Б | c |\n|-|:-:|--:|\n| 1 | *2* |\n";
    let expected = "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Таблица 1\">
<table>
<thead>
<tr><td></td><th scope=\"col\" class=\"align-center\">Б</th><th scope=\"col\" class=\"align-right\">c</th></tr>
</thead>
<tbody>
<tr><td>1</td><td class=\"align-center\"><em>2</em></td><td class=\"align-right\"></td></tr>
</tbody>
</table>
</div>
";
    assert_eq!(html(table), expected);
    let second = html("|a|\n|-|\n\n|b|\n|-|\n");
    assert!(
        second.contains("Таблица 2") && !second.contains("tbody"),
        "{second}"
    );
}

#[test]
fn footnotes_are_listed_as_they_are_referred_to() {
    let text = "А[^b], Б[^a], В[^b]. <a href=\"/r\">c[^a]</a> [^none]\n\n[^a]: один\n[^b]: два[^c]\n\n    ещё\n[^c]: - three\n[^d]: unused";
    let expected = "<p>А<sup><a href=\"#fn:1\" id=\"fnref:1\" role=\"doc-noteref\">1</a></sup>, \
Б<sup><a href=\"#fn:2\" id=\"fnref:2\" role=\"doc-noteref\">2</a></sup>, \
В<sup><a href=\"#fn:1\" id=\"fnref:1:2\" role=\"doc-noteref\">1</a></sup>. \
<a href=\"/r\">c<sup id=\"fnref:2:2\">2</sup></a> [^none]</p>
<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Сноски\">
<ol>
<li id=\"fn:1\"><p>два<sup><a href=\"#fn:3\" id=\"fnref:3\" role=\"doc-noteref\">3</a></sup></p>
<p>ещё <a href=\"#fnref:1\" aria-label=\"Назад 1\" role=\"doc-backlink\">↩\u{fe0e}</a> <a href=\"#fnref:1:2\" aria-label=\"Назад 1-2\" role=\"doc-backlink\">↩\u{fe0e}</a></p>
</li>
<li id=\"fn:2\"><p>один <a href=\"#fnref:2\" aria-label=\"Назад 2\" role=\"doc-backlink\">↩\u{fe0e}</a> <a href=\"#fnref:2:2\" aria-label=\"Назад 2-2\" role=\"doc-backlink\">↩\u{fe0e}</a></p>
</li>
<li id=\"fn:3\"><ul>
<li>three</li>
</ul>
<p><a href=\"#fnref:3\" aria-label=\"Назад 3\" role=\"doc-backlink\">↩\u{fe0e}</a></p>
</li>
</ol>
</section>
";
    assert_eq!(html(text), expected);
}

#[test]
fn notes_set_apart() {
    all_become(
        &[
            (
                "> [!WARNING]\n> Осторожно",
                "<aside class=\"warning\" role=\"note\">\n<p class=\"title\">Warning</p>\n<p>Осторожно</p>\n</aside>",
            ),
            (
                ":::tip[Совет дня]\nТекст\n\n- a\n:::\n- b",
                "<aside class=\"tip\" role=\"note\">\n<p class=\"title\">Совет дня</p>\n<p>Текст</p>\n<ul>\n<li>a</li>\n</ul>\n</aside>\n<ul>\n<li>b</li>\n</ul>",
            ),
            // What nobody closes ends with what it stands in.
            (
                "- a\n  ::: danger\n  b\n\nc",
                "<ul>\n<li>a\n<aside class=\"caution\" role=\"note\">\n<p class=\"title\">Caution</p>\nb</aside>\n</li>\n</ul>\n<p>c</p>",
            ),
            // And what is closed inside a list ends behind it.
            (
                ":::info\n- a\n  :::\n\nc",
                "<aside class=\"note\" role=\"note\">\n<p class=\"title\">Note</p>\n<ul>\n<li>a</li>\n</ul>\n</aside>\n<p>c</p>",
            ),
            (
                "::::note\n:::tabs\nx\n:::\n::::\n:::\ny",
                "<aside class=\"note\" role=\"note\">\n<p class=\"title\">Note</p>\n<p>x</p>\n</aside>\n<p>y</p>",
            ),
            (
                "    <!---->\n    :::note\n    x",
                "<pre tabindex=\"0\"><code>&lt;!----&gt;\n:::note\nx\n</code></pre>",
            ),
            (
                "```\n:::note\n```",
                "<pre tabindex=\"0\"><code>:::note\n</code></pre>",
            ),
        ],
        |text| {
            html(text)
                .replace("    :::", ":::")
                .replace("\nx</code>", "\nx\n</code>")
        },
    );
}

#[test]
fn what_only_a_generator_can_show_is_left_out_and_told() {
    let text = "import A from './a'\n\n# Шаги {props.n} тут\n\n<Tabs>\n  <Tab label=\"x\">\n\n    Текст <Icon name=\"i\"/> тут {/* c */}.\n\n  </Tab>\n</Tabs>\n\n<details>\n<summary>Ещё</summary>\n\n- *b*\n\n</details>\n";
    let expected = "<h1 id=\"шаги-тут\">Шаги  тут</h1>\n<p>Текст  тут .</p>\n<details>\n<summary>Ещё</summary>\n<ul>\n<li><em>b</em></li>\n</ul>\n</details>\n";
    assert_eq!(html(text).replace("\n\n", "\n"), expected);
    let told: Vec<_> = refused(text, RawHtml::Sanitize);
    let told: Vec<&str> = told.iter().map(|one| one.2.trim()).collect();
    let expected = [
        "import A from './a'",
        "{props.n}",
        "<Tabs>",
        "<Tab label=\"x\">",
        "<Icon name=\"i\"/>",
        "</Tab>",
        "</Tabs>",
    ];
    assert_eq!(told, expected);
    let text =
        "{{< youtube x >}}\n\na {% raw %} {{< fig \"b\" >}} c\n\n:::tabs\nd\n:::\n\n`{{< e >}}`\n";
    assert_eq!(
        html(text),
        "<p>a   c</p>\n<p>d</p>\n<p><code>{{&lt; e &gt;}}</code></p>\n"
    );
    let told = refused(text, RawHtml::Allow);
    let told: Vec<_> = told.iter().map(|one| (one.0, one.2)).collect();
    let left = Refusal::NotRendered;
    assert_eq!(
        told,
        [
            (left, "{{< youtube x >}}"),
            (left, "{% raw %}"),
            (left, "{{< fig \"b\" >}}"),
            (left, ":::tabs")
        ]
    );
}

#[test]
fn the_title_may_be_left_to_the_template() {
    let labels = Labels::default();
    let rendering = Rendering {
        raw_html: RawHtml::Sanitize,
        target: &target,
        labels: &labels,
        skip_title: true,
    };
    for (text, format, expected) in [
        (
            "<!-- x -->\n\n# О *нас*\n\nТекст\n",
            Format::Markdown,
            "<p>Текст</p>\n",
        ),
        (
            "Текст\n\n# О нас\n",
            Format::Markdown,
            "<p>Текст</p>\n<h1 id=\"о-нас\">О нас</h1>\n",
        ),
        (
            "## О нас\n\n# b\n",
            Format::Markdown,
            "<h2 id=\"о-нас\">О нас</h2>\n<h1 id=\"b\">b</h1>\n",
        ),
        (
            "<body><div><h1>О <b>нас</b></h1><p>Текст</p></div>",
            Format::Html,
            "<div><p>Текст</p></div>",
        ),
        ("<body>a<h1>b</h1>", Format::Html, "a<h1 id=\"b\">b</h1>"),
    ] {
        assert_eq!(render(text, 0, format, &rendering).html, expected, "{text}");
    }
}
