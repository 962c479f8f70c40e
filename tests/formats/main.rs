//! Every form of what the checks found: of hostile texts, held to stored output and to what others
//! wrote of each form.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "the tests keep files of the repository current, read what others wrote, and fail where \
              they cannot go on"
)]

mod article;
mod machines;
mod people;
mod scale;

use std::path::{Path, PathBuf};

use article::{Article, article};
use sverka::diagnostic::Severity;
use sverka::gate::Outcome;
use sverka::messages::{Messages, UiLang};
use sverka::report::{CheckReport, Drawing, FORMATS};
use sverka::text::Lang;

/// What a test wants to see of an article.
struct Wanted {
    level: Severity,
    fingerprints: bool,
    lang: UiLang,
}

const ALL: Wanted = Wanted {
    level: Severity::Info,
    fingerprints: true,
    lang: UiLang::En,
};

/// The article in a form.
fn written(format: &str, article: &Article, outcome: &Outcome, wanted: &Wanted) -> String {
    let lang = |file: &str| -> Option<Lang> {
        let stem = file.rsplit('/').next()?.split('.').next()?;
        stem.parse().ok()
    };
    let pairs = [(article.source.to_owned(), "en".parse().unwrap())];
    let report = CheckReport {
        outcome,
        level: wanted.level,
        fingerprints: wanted.fingerprints,
        ignored: wanted.fingerprints,
        sources: &|file| article.text(file),
        langs: &lang,
        pairs: &pairs,
        moment: jiff::civil::date(2025, 3, 1).at(12, 30, 0, 0),
        messages: &Messages::new(wanted.lang),
        drawing: Drawing {
            color: false,
            width: 100,
        },
    };
    let form = FORMATS.iter().find(|form| form.name == format).unwrap();
    (form.write)(&report)
}

/// Compares with `tests/formats/NAME.txt`; `UPDATE=1` rewrites it.
fn is_stored(name: &str, text: &str) {
    let path = folder().join(format!("{name}.txt"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == text,
        "{name}: run `UPDATE=1 cargo test --test formats` and look at the difference:\n{text}"
    );
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

#[test]
fn each_form_is_what_was_stored() {
    let (article, outcome) = article();
    for form in FORMATS {
        let text = written(form.name, &article, &outcome, &ALL);
        is_stored(form.name, &text);
        assert!(text.ends_with('\n'), "{}", form.name);
    }
    let russian = Wanted {
        level: Severity::Warning,
        fingerprints: false,
        lang: UiLang::Ru,
    };
    for format in ["human", "html", "markdown", "junit"] {
        let text = written(format, &article, &outcome, &russian);
        is_stored(&format!("{format}.ru"), &text);
    }
}

#[test]
fn no_form_lets_a_text_command_what_shows_it() {
    let (article, outcome) = article();
    for form in FORMATS {
        let text = written(form.name, &article, &outcome, &ALL);
        let commands = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        let at = text.find(commands);
        assert_eq!(at, None, "{}: {:?}", form.name, at.map(|at| &text[at..]));
        assert_eq!(
            text,
            written(form.name, &article, &outcome, &ALL),
            "{}: two runs",
            form.name
        );
    }
}
