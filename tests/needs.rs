//! Checks that are asked only where something can be found find what they find when asked everywhere.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod locales;

use std::fmt::Write;

use sverka::checks::ALL;
use sverka::checks::engine::{Checked, File, Rules, check_pair};
use sverka::document::{Format, Reader};

/// A text, with its language and format.
type Text = (String, String, Format);

/// Rules by which every check runs, and every one looks at something.
fn rules(everything: bool) -> Rules {
    let mut settings = String::from(
        "[[term]]\nen = [\"file\"]\nru = [\"файл\"]\navoid = { ru = [\"данные\"] }\n\n\
         [[rule]]\nname = \"years\"\nsource = \"(\\\\d{4})\"\ntarget = \"(\\\\d{4})\"\n",
    );
    for entry in ALL {
        let _ = write!(
            settings,
            "\n[checks.{}]\nlevel = \"warning\"\n",
            entry.code.name()
        );
    }
    let (mut rules, wrong) = Rules::parse("workflow.toml", &settings);
    assert_eq!(wrong, []);
    rules.asks_everything = everything;
    rules
}

fn check(rules: &Rules, [source, target]: [&Text; 2]) -> Checked {
    let read = |(lang, text, format): &Text| {
        let reader = Reader {
            file: lang.as_str().into(),
            lang: lang.parse().unwrap(),
            format: *format,
            translate: Box::new(|key| key == "title"),
        };
        reader.read(text).document
    };
    let documents = [read(source), read(target)];
    let file = |at: usize, text| File {
        name: ["source", "target"][at],
        text,
        document: &documents[at],
    };
    check_pair(rules, &file(0, &source.1), &file(1, &target.1))
}

/// Compares both ways to ask; returns how much was found.
fn compare<'t>(pairs: impl IntoIterator<Item = [&'t Text; 2]>) -> usize {
    let (some, all) = (rules(false), rules(true));
    let mut count = 0;
    for pair in pairs {
        let (asked, always) = (check(&some, pair), check(&all, pair));
        assert_eq!(asked.findings, always.findings, "{pair:?}");
        assert_eq!(asked.facts, always.facts, "{pair:?}");
        count += asked.findings.len();
    }
    count
}

/// The examples of a page, without settings and reports.
fn examples(page: &str) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::new();
    let mut open = None;
    for line in page.split_inclusive('\n') {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match open {
            None if ticks >= 3 => {
                let mut info = line.trim_start_matches('`').split_whitespace();
                let lang = info.next().unwrap_or_default();
                let format = Format::of(&format!("a.{}", info.next().unwrap_or("md")));
                open = Some((ticks, matches!(lang, "toml" | "report" | "")));
                if !matches!(lang, "toml" | "report" | "") {
                    out.push((lang.to_owned(), String::new(), format));
                }
            }
            Some((known, _)) if ticks == known => open = None,
            Some((_, false)) => out.last_mut().unwrap().1.push_str(line),
            _ => {}
        }
    }
    out
}

#[test]
fn on_the_examples_of_every_page() {
    let mut all = Vec::new();
    for page in ALL.iter().flat_map(|entry| entry.pages) {
        all.extend(examples(page));
    }
    // Each beside the next, which is its translation or nothing of the kind, and the other way round.
    let forth = all.windows(2).map(|two| [&two[0], &two[1]]);
    let back = all.windows(2).map(|two| [&two[1], &two[0]]);
    // A file of messages never translates a page.
    let (forth, back) = (forth.filter(alike), back.filter(alike));
    assert!(compare(forth.chain(back)) > 500);
}

fn alike(two: &[&Text; 2]) -> bool {
    let messages = two.map(|text| text.2 == Format::Fluent);
    messages[0] == messages[1]
}

#[test]
fn on_signs_of_every_kind() {
    let sign = |number: u32| char::from_u32(number).filter(|c| !c.is_control());
    let blocks = (0x20..0x3200)
        .step_by(128)
        .chain([0xac00, 0xe000, 0xfb00, 0xfe00, 0xff00, 0x1_f600]);
    let texts: Vec<Text> = blocks
        .flat_map(|start| {
            let words = (start..start + 128).filter_map(sign);
            let words: Vec<String> = words
                .map(|c| format!("word{c} слово{c} {c} {c}{c}"))
                .collect();
            ["en", "ru"].map(|lang| (lang.to_owned(), words.join("\n\n"), Format::Text))
        })
        .collect();
    assert!(compare(texts.windows(2).map(|two| [&two[0], &two[1]])) > 500);
}

#[test]
fn on_messages_in_many_languages() {
    let text = |language: &locales::Language| {
        let text = locales::file(language, (0, 100), 0);
        (language.code.to_owned(), text, Format::Fluent)
    };
    let source = text(&locales::SOURCE);
    let targets: Vec<Text> = locales::LANGUAGES.iter().step_by(7).map(text).collect();
    compare(
        targets
            .iter()
            .flat_map(|target| [[&source, target], [target, &source]]),
    );
}
