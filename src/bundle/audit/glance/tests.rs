//! Ordinary pages are passed by, and nothing is missed by it.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::super::AUDITED;
use super::*;
use crate::checks::engine::{File, check_single};
use crate::document::{Format, Reader};
use crate::text::Lang;

/// Their expressions are compiled once.
static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::default().only(AUDITED));

fn innocent(lang: &str, html: &str) -> bool {
    let lang: Lang = lang.parse().unwrap();
    is_innocent(html, RULES.words(&lang), &Labels::new(&RULES))
}

#[test]
fn ordinary_pages_are_not_read() {
    let en = "<html lang=\"en\"><title>News: today</title><a lang=\"ru\" href=\"../ru/\">Русский</a>\
              <p>The <b>museum</b>: open &amp; free, see <code>ключ</code>.</p></html>";
    assert!(innocent("en", en));
    let head = "<meta property=\"og:title\" content=\"Музей: зал\">";
    assert!(innocent("ru", head));
    let ru =
        "<p>Музей открыт:</p><p>Приходите, Rust тоже. Телефон: <b>2-12</b></p><pre>a:\nб</pre>";
    assert!(innocent("ru", ru));
}

#[test]
fn what_may_be_wrong_is_read() {
    for (lang, html) in [
        ("en", "<p>The museum открыт.</p>"),
        ("en", "<img alt=\"музей\">"),
        ("en", "<p>Phone: </p>"),
        ("en", "<p>Phone:&nbsp;</p>"),
        ("en", "<p><b>Phone:</b> <a href=\"#\"></a></p>"),
        ("en", "<p>Phone: E-mail: a@b.c</p>"),
        ("ru", "<p><b>C</b>трока</p>"),
        ("ru", "<p>&#1041;B</p>"),
        ("xx", "<p>anything</p>"),
    ] {
        assert!(!innocent(lang, html), "{html}");
    }
}

const PIECES: &[&str] = &[
    "Телефон:",
    "Phone:",
    "E-mail: ",
    " ",
    "музей",
    "museum",
    "C",
    "трока",
    "</p><p>",
    "<b>",
    "</b>",
    "<span lang=\"ru\">",
    "<span lang=\"de\">",
    "<span lang=\"en\">",
    "</span>",
    "<code>",
    "</code>",
    "&nbsp;",
    "2-12",
    ".",
    "\n",
    "<li>",
    "</li>",
];

proptest! {
    #[test]
    fn nothing_is_missed(picks in prop::collection::vec(0..PIECES.len(), 1..12), russian: bool) {
        let lang: Lang = if russian { "ru" } else { "en" }.parse().unwrap();
        let body: String = picks.iter().map(|at| PIECES[*at]).collect();
        let html = format!("<html lang=\"{lang}\"><body><p>{body}</p></body></html>");
        let reader = Reader {
            file: "a.html".into(),
            lang: lang.clone(),
            format: Format::Html,
            translate: Box::new(|_| false),
        };
        let document = reader.read(&html).document;
        let file = File { name: "a.html", text: &html, document: &document };
        let found = check_single(&RULES, &file).findings;
        if !found.is_empty() {
            let innocent = is_innocent(&html, RULES.words(&lang), &Labels::new(&RULES));
            prop_assert!(!innocent, "{html}: {found:?}");
        }
    }
}
