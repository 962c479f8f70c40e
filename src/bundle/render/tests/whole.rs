//! Files of HTML and of plain text.

use super::*;

const PAGE: &str = "<!doctype html>
<html lang=ru><head><title>T</title><style>p{}</style></head>
<body onload=\"a()\"><h1>О <em>нас</em></h1>
<p>Первый &amp; главный<br>абзац. <a href=\"b.html\">b</a></p>
<h2 id=\"in\">Два</h2><h2>Два</h2><script>x</script>
<ul><li>раз<li>два</ul><pre>код</pre>
</body></html>
";

#[test]
fn a_page_of_html_is_what_stands_in_its_body() {
    let expected = "<h1 id=\"о-нас\">О <em>нас</em></h1>
<p>Первый &amp; главный<br>абзац. <a href=\"b.html\">b</a></p>
<h2 id=\"in\">Два</h2><h2 id=\"два\">Два</h2>
<ul><li>раз</li><li>два</li></ul><pre>код</pre>
";
    for mode in [RawHtml::Sanitize, RawHtml::Escape] {
        assert_eq!(rendered(PAGE, Format::Html, mode).html, expected);
    }
    let allowed = rendered(PAGE, Format::Html, RawHtml::Allow).html;
    let start = PAGE.find("<h1").expect("a heading");
    let end = PAGE.find("</body").expect("an end");
    let expected = PAGE[start..end].replace("<h1>", "<h1 id=\"о-нас\">");
    assert_eq!(allowed, expected.replace("<h2>", "<h2 id=\"два\">"));
}

#[test]
fn a_page_of_html_says_what_it_is() {
    let body = scan(PAGE, 0, Format::Html);
    let headings: Vec<_> = body
        .headings
        .iter()
        .map(|one| (one.level, one.text.as_str()))
        .collect();
    assert_eq!(headings, [(1, "О нас"), (2, "Два"), (2, "Два")]);
    assert_eq!(body.summary, "Первый & главный абзац. b");
    assert_eq!(&PAGE[body.links[0].range.clone()], "b.html");
    assert_eq!((body.words, body.has_html), (10, true));
}

#[test]
fn a_part_of_a_page_is_all_of_it() {
    let text = "<h2>A</h2>\n<h2 id=\"a\">B</h2>";
    let found = rendered(text, Format::Html, RawHtml::Sanitize).html;
    assert_eq!(found, "<h2 id=\"a-1\">A</h2>\n<h2 id=\"a\">B</h2>");
}

#[test]
fn plain_text_is_paragraphs() {
    let text = "\u{feff}# draft\r\n\r\nНовости\r\n сайта <b> & `x`\r\n \r\nSite *news*\r\n";
    let found = rendered(text, Format::Text, RawHtml::Allow).html;
    assert_eq!(
        found,
        "<p>Новости\nсайта &lt;b&gt; &amp; `x`</p>\n<p>Site *news*</p>\n"
    );
    let body = scan(text, 0, Format::Text);
    assert_eq!(body.summary, "Новости сайта <b> & `x`");
    assert_eq!(rendered("a = b\n", Format::Fluent, RawHtml::Allow).html, "");
}
