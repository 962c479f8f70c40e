//! What somebody writes who means harm: it is taken out, told, and costs no more than its length.

use std::time::{Duration, Instant};

use super::*;

#[test]
fn links_that_run_something_are_words_in_every_mode() {
    for link in [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](<\tjava\\script:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:a)",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,%3Csvg%3E)",
        "[[javascript:alert(1)|x]]",
    ] {
        for mode in [RawHtml::Escape, RawHtml::Sanitize, RawHtml::Allow] {
            let found = rendered(link, Format::Markdown, mode);
            let safe = found.html == "<p>x</p>\n" || !found.html.to_lowercase().contains("script:");
            assert!(
                safe && !found.html.contains("data:"),
                "{link}: {}",
                found.html
            );
        }
    }
    let text = "[x](javascript:alert(1)) <javascript:alert(1)>";
    let scheme = || (Refusal::Scheme, "javascript".to_owned());
    let told = refused(text, RawHtml::Allow)
        .into_iter()
        .map(|one| (one.0, one.1));
    assert_eq!(told.collect::<Vec<_>>(), [scheme(), scheme()]);
}

#[test]
fn a_plan_cannot_lead_there_either() {
    let target = |_: usize, _: &Link| Target::Url("javascript:alert(1)".to_owned());
    let labels = Labels::default();
    let rendering = Rendering {
        raw_html: RawHtml::Allow,
        target: &target,
        labels: &labels,
        skip_title: false,
    };
    let found = render("[a](b)", 0, Format::Markdown, &rendering);
    assert_eq!(found.html, "<p>a</p>\n");
    assert_eq!(found.refused.len(), 1);
}

#[test]
fn scripts_do_not_reach_a_sanitized_page() {
    for (text, kind, what) in [
        ("<script>alert(1)</script>", Refusal::Script, "script"),
        ("текст <script>alert(1)</script>", Refusal::Script, "script"),
        ("<ScRiPt src=//e></sCrIpT\n>", Refusal::Script, "script"),
        (
            "<img src=x onerror=alert(1)>",
            Refusal::EventAttribute,
            "onerror",
        ),
        (
            "## Заголовок <img src=x OnError=alert(1)>",
            Refusal::EventAttribute,
            "onerror",
        ),
        (
            "# a {#b onclick=alert(1)}",
            Refusal::EventAttribute,
            "onclick",
        ),
        (
            "<a href=\" java&Tab;script:alert(1)\">x</a>",
            Refusal::Scheme,
            "javascript",
        ),
        ("<iframe src=//e></iframe>", Refusal::Element, "iframe"),
        (
            "<svg><script>alert(1)</script></svg>",
            Refusal::Element,
            "svg",
        ),
        (
            "<math><mtext><img onerror=alert(1)></mtext></math>",
            Refusal::Element,
            "math",
        ),
        (
            "<form action=\"javascript:alert(1)\">",
            Refusal::Element,
            "form",
        ),
        ("<object data=x>", Refusal::Element, "object"),
        ("<style>@import '//e'</style>", Refusal::Element, "style"),
        ("<base href=//e>", Refusal::Element, "base"),
        (
            "<meta http-equiv=refresh content=0>",
            Refusal::Element,
            "meta",
        ),
    ] {
        let found = rendered(text, Format::Markdown, RawHtml::Sanitize);
        let html = found.html.to_lowercase();
        for sign in ["script", "alert", "onerror", "onclick", "//e", "http-equiv"] {
            assert!(!html.contains(sign), "{text}: {html}");
        }
        let told = found
            .refused
            .iter()
            .any(|one| (one.kind, one.what.as_str()) == (kind, what));
        assert!(told, "{text}: {:?}", found.refused);
    }
}

#[test]
fn nothing_breaks_out_of_the_page() {
    for text in [
        "</div></article></main></body>",
        "a </p></div>\n\nb </blockquote>\n\n> c </article>",
        "<div title=\"a",
        "<!-- a",
        "<textarea>\n\nb",
        "<plaintext>\n\nb",
        "|a|\n|-|\n| </td></table></div> |",
        "<b><i><p></b></i></div>",
        "[a <b](c)> d </b>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<svg></p><style><a title=\"</style><img src=x onerror=alert(1)>\">",
    ] {
        let html = html(text);
        let fragment = format!("<article>{html}</article><p>behind</p>");
        // A browser gives each element its end; where they are all there, it changes nothing.
        let seen = ammonia::Builder::default()
            .add_generic_attributes(&["class", "tabindex", "role", "aria-label", "id", "scope"])
            .add_tags(&["section"])
            .link_rel(None)
            .clean(&fragment)
            .to_string();
        assert_eq!(seen, fragment, "{text}");
        assert!(!html.contains("onerror"), "{html}");
    }
}

/// Far more than any of these takes, and far less than they would if each looked at all before it.
const LONG: Duration = Duration::from_secs(20);

#[test]
fn hostile_pages_take_linear_time() {
    let count = 20_000;
    let numbered = |shape: &str| -> String {
        let lines = (0..count).map(|at| shape.replace('N', &at.to_string()));
        lines.collect()
    };
    let pages = [
        "> ".repeat(10_000),
        "<div>\n\n".repeat(count),
        numbered("<p><b id=xN>"),
        numbered("<a href=\"xN\">\n\nt\n\n"),
        format!("<p {}>", numbered("aN=1 ")),
        format!("<p title=\"{}\">", "&amp;".repeat(count)),
        format!("<p>{}", "&a".repeat(count)),
        format!("<p>{}", "«a".repeat(count)),
        format!("<table>{}", "<b>x<p>y</b>".repeat(count)),
        format!("<table>\n\n{}", "a\n\n".repeat(count)),
        format!("<ul>{}", "<li>x".repeat(count)),
        numbered("# a\n# a-N\n"),
        format!("{}\n\n{}", numbered("[^N] "), numbered("[^N]: x\n\n")),
        ":::note\n".repeat(count),
        ":::note\n- x\n:::\n".repeat(count),
        "x <script> ".repeat(count),
        "<!-- ".repeat(count),
        "[".repeat(count),
        format!("<img srcset=\"{}\">", "a 1x,".repeat(count)),
    ];
    for page in &pages {
        let start = Instant::now();
        for format in [Format::Markdown, Format::Html] {
            rendered(page, format, RawHtml::Sanitize);
        }
        rendered(page, Format::Markdown, RawHtml::Allow);
        let took = start.elapsed();
        assert!(
            took < LONG,
            "{took:?}: {}",
            &page[..page.floor_char_boundary(40)]
        );
    }
}
