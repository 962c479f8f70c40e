//! A pair of Fluent files with one defect per message: each is found once, and nothing else is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;

use sverka::checks::engine::{File, Rules, check_pair, settle};
use sverka::document::{Format, Reader};

const SOURCE: &str = include_str!("interface/ru.ftl");
const TARGET: &str = include_str!("interface/en.ftl");

/// What stands in a file without a place in it: messages that are not there.
const NOWHERE: &[&str] = &["missing-messages: only-in-source"];

/// The codes that the comment of each message promises, by the line of its name.
fn promised() -> BTreeMap<usize, Vec<String>> {
    let lines: Vec<&str> = TARGET.lines().collect();
    let comments = lines.iter().enumerate().filter_map(|(at, line)| {
        let codes = line.strip_prefix("# sverka-test:")?;
        Some((at, codes.split_whitespace().map(str::to_owned).collect()))
    });
    comments.collect()
}

/// The comment above a line that promises something.
fn comment_of(offset: usize) -> Option<usize> {
    let lines: Vec<&str> = TARGET[..offset].split('\n').collect();
    (0..lines.len())
        .rev()
        .find(|at| lines[*at].starts_with("# sverka-test:"))
}

#[test]
fn each_defect_is_found_once() {
    let (rules, wrong) = Rules::parse("workflow.toml", "");
    assert!(wrong.is_empty(), "{wrong:?}");
    let read = |lang: &str, text: &'static str| {
        let reader = Reader {
            file: format!("{lang}.ftl").into(),
            lang: lang.parse().unwrap(),
            format: Format::Fluent,
            translate: Box::new(|_| false),
        };
        reader.read(text).document
    };
    let (source, target) = (read("ru", SOURCE), read("en", TARGET));
    let file = |name, text, document| File {
        name,
        text,
        document,
    };
    let checked = check_pair(
        &rules,
        &file("ru.ftl", SOURCE, &source),
        &file("en.ftl", TARGET, &target),
    );
    let mut findings = checked.findings;
    findings.extend(settle(&rules, &checked.facts));

    let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut nowhere = Vec::new();
    for one in findings {
        let span = &one.diagnostic.primary.span;
        let code = one.diagnostic.code.name();
        assert_eq!(
            &*span.file, "en.ftl",
            "{code}: {} at {}",
            one.token, span.start
        );
        if code == "missing-messages" {
            nowhere.push(format!("{code}: {}", one.token));
            continue;
        }
        let comment = comment_of(span.start).unwrap();
        found.entry(comment).or_default().push(code.to_owned());
    }
    for codes in found.values_mut() {
        codes.sort();
    }
    assert_eq!(nowhere, NOWHERE);
    let shown = |all: &BTreeMap<usize, Vec<String>>| -> Vec<String> {
        let line = |(at, codes): (&usize, &Vec<String>)| {
            let name = TARGET.lines().nth(at + 1).unwrap_or_default();
            format!("{name}  → {}", codes.join(" "))
        };
        all.iter().map(line).collect()
    };
    same_lines(&shown(&promised()), &shown(&found));
}

/// Compares two lists line by line, and shows only what differs.
fn same_lines(promised: &[String], found: &[String]) {
    let beyond = |more: &[String], fewer: &[String]| -> Vec<String> {
        let own = more.iter().filter(|line| !fewer.contains(line));
        own.cloned().collect()
    };
    let (lost, extra) = (beyond(promised, found), beyond(found, promised));
    assert!(
        lost.is_empty() && extra.is_empty(),
        "promised:\n{}\nfound:\n{}",
        lost.join("\n"),
        extra.join("\n")
    );
}
