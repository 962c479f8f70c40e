//! Messages with one defect each, and what is found in them: the meaning of what is put in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::time::{Duration, Instant};

use sverka::checks::ALL;
use sverka::checks::engine::{Checked, File, Rules, check_pair, settle};
use sverka::document::{Document, Format, Reader};

const RU: &str = include_str!("interface/meaning.ru.ftl");
const EN: &str = include_str!("interface/meaning.en.ftl");

/// The checks of what is put into messages.
const OURS: [&str; 13] = [
    "variables",
    "unknown-references",
    "untranslated-references",
    "cyclic-references",
    "missing-plurals",
    "lost-plurals",
    "unreachable-plurals",
    "plural-without-number",
    "variants",
    "term-arguments",
    "functions",
    "function-options",
    "rendering",
];

fn read(name: &str, text: &str) -> Document {
    let reader = Reader {
        file: name.into(),
        lang: name[..2].parse().unwrap(),
        format: Format::Fluent,
        translate: Box::new(|_| true),
    };
    reader.read(text).document
}

/// The rules of a project that asks for nothing else.
fn only_ours() -> Rules {
    let others = ALL.iter().map(|entry| entry.code.name());
    let others = others.filter(|name| !OURS.contains(name));
    let off = others.map(|name| format!("[checks.{name}]\nlevel = 'off'\n"));
    Rules::parse("workflow.toml", &off.collect::<String>()).0
}

fn check(ru: &str, en: &str) -> Checked {
    let rules = only_ours();
    let documents = [read("ru.ftl", ru), read("en.ftl", en)];
    let file = |name, text, document| File {
        name,
        text,
        document,
    };
    let source = file("ru.ftl", ru, &documents[0]);
    let target = file("en.ftl", en, &documents[1]);
    let mut out = check_pair(&rules, &source, &target);
    out.findings.extend(settle(&rules, &out.facts));
    out
}

/// What is found, in the order of the files: language, message, check, token.
fn found(ru: &str, en: &str) -> Vec<String> {
    let documents = [read("ru.ftl", ru), read("en.ftl", en)];
    let findings = check(ru, en).findings.into_iter();
    let own = findings.filter(|found| OURS.contains(&found.diagnostic.code.name()));
    let mut out: Vec<_> = own
        .map(|found| {
            let span = &found.diagnostic.primary.span;
            let number = usize::from(&*span.file == "en.ftl");
            let entries = &documents[number].fluent.as_ref().unwrap().entries;
            let after = entries.partition_point(|entry| entry.place.start <= span.range().start);
            let line = format!(
                "{} {} {} {}",
                &span.file[..2],
                entries[after - 1].id,
                found.diagnostic.code,
                found.token
            );
            (number, span.range().start, line)
        })
        .collect();
    out.sort();
    out.into_iter().map(|(_, _, line)| line).collect()
}

#[test]
fn each_defect_is_found_once() {
    let expected = [
        "ru reference-unknown-here unknown-references nowhere",
        "ru plural-missing-here missing-plurals few",
        "ru plural-without-number-here plural-without-number one",
        "en variable-missing variables name",
        "en variable-extra variables name",
        "en variable-renamed variables username",
        "en variable-in-variant variables name",
        "en variable-in-attribute variables number",
        "en reference-unknown unknown-references -univercity",
        "en reference-valueless unknown-references good-attribute",
        "en reference-untranslated untranslated-references -hotline",
        "en reference-circle cyclic-references reference-circle → reference-circle-back → reference-circle",
        "en plural-missing missing-plurals other",
        "en plural-lost lost-plurals count",
        "en plural-unreachable unreachable-plurals few",
        "en plural-shadowed unreachable-plurals one",
        "en plural-ordinal missing-plurals few",
        "en variant-lost variants sent",
        "en variant-renamed variants rough",
        "en term-variant term-arguments form",
        "en term-argument term-arguments form",
        "en term-positional term-arguments -prize",
        "en function-unknown functions DATE",
        "en function-option function-options digits",
        "en function-value function-options style",
        "en rendering-function rendering functionNUMBER",
        "en rendering-limit rendering placeables",
    ];
    assert_eq!(found(RU, EN), expected);
}

#[test]
fn whatever_is_found_belongs_to_the_article() {
    let findings = check(RU, EN).findings;
    let lost: Vec<_> = findings
        .iter()
        .filter(|one| one.article != "ru.ftl")
        .collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn a_plural_that_one_branch_lost_is_told() {
    let forms = "{ $n ->\n        [one] { $n } письмо\n        [few] { $n } письма\n       *[many] { $n } писем\n    }";
    let ru = format!("n = {{ $sex ->\n    [f] Она: {forms}\n   *[m] Он: {forms}\n }}\n");
    let own = "{ $n ->\n        [one] { $n } letter\n       *[other] { $n } letters\n    }";
    let en = format!("n = {{ $sex ->\n    [f] She: {own}\n   *[m] He: {{ $n }} letters\n }}\n");
    let findings = check(&ru, &en).findings;
    let codes: Vec<&str> = findings
        .iter()
        .map(|one| one.diagnostic.code.name())
        .collect();
    assert_eq!(codes, ["lost-plurals"]);
}

#[test]
fn a_lost_plural_stands_where_many_numbers_are_said() {
    let many = "letters = { $n ->\n    [one] { $n } письмо\n    [few] { $n } письма\n   *[many] { $n } писем\n }\n";
    let exact = "letters = { $n ->\n    [1] { $n } letter\n   *[other] { $n } letters\n }\n";
    let findings = check(many, exact).findings;
    let lost = findings
        .iter()
        .find(|found| found.diagnostic.code.name() == "lost-plurals");
    let range = lost.unwrap().diagnostic.primary.span.range();
    assert_eq!(&exact[range], "{ $n } letters");
}

#[test]
fn a_source_alone_has_what_is_wrong_in_it() {
    let same = found(RU, "");
    let here = |line: &&String| line.starts_with("ru ") && line.contains("-here ");
    assert_eq!(same.iter().filter(here).count(), 3);
    assert_eq!(same.len(), 3, "{same:#?}");
}

/// Texts that would take for ever, or all memory, if something took the square of their length.
fn hostile() -> Vec<(&'static str, String)> {
    let lines =
        |count: usize, line: &dyn Fn(usize) -> String| -> String { (0..count).map(line).collect() };
    let key = |at: usize| format!("    [k{at}] {{ $v{at} }} писем\n");
    vec![
        (
            "a chain",
            lines(10_000, &|at| format!("m{at} = {{ m{} }}\n", at + 1)) + "m10000 = { $end }\n",
        ),
        (
            "a circle",
            lines(10_000, &|at| {
                format!("m{at} = {{ m{} }}\n", (at + 1) % 10_000)
            }),
        ),
        (
            "laughs",
            lines(100, &|at| {
                format!("m{at} = {}\n", format!("{{ m{} }}", at + 1).repeat(50))
            }),
        ),
        (
            "choices in a row",
            format!(
                "m = {}\n",
                "{ $n ->\n    [one] { $n } письмо\n   *[many] писем\n }".repeat(1_000)
            ),
        ),
        (
            "variants",
            format!("m = {{ $n ->\n{}   *[b] писем\n }}\n", lines(500, &key)),
        ),
        (
            "short variants",
            format!(
                "m = {} {{ $n ->\n{}   *[b] p\n }}\n",
                "{$a}",
                lines(500, &|at| format!(" [k{at}] p\n"))
            ),
        ),
        (
            "variables",
            format!("m = {}\n", lines(10_000, &|at| format!("{{ $v{at} }} "))),
        ),
        (
            "unknown references",
            format!(
                "m = {}\n",
                lines(10_000, &|at| format!("{{ nobody{at} }} "))
            ),
        ),
        (
            "a term",
            format!(
                "-t = {{ $n ->\n{}   *[b] писем\n }}\n{}",
                lines(2_000, &key),
                lines(2_000, &|at| format!(
                    "m{at} = {{ -t(n: \"k{at}\", x: 1) }}\n"
                ))
            ),
        ),
        (
            "attributes",
            format!(
                "m = x\n{}",
                lines(10_000, &|at| format!(" .a{at} = {{ m.a{} }}\n", at + 1))
            ),
        ),
        (
            "numbers",
            format!(
                "a = {{ 1.{zeros} ->\n    [one] x\n   *[other] y\n }}\n\
                b = {{ NUMBER($n, minimumFractionDigits: 9{zeros}) ->\n    [9{zeros}] x\n    [1.{zeros}] z\n   *[other] y\n }}\n\
                c = {{ 1 ->\n   *[one] {limit}\n }}\n\
                d = {{ {{ {{ \"x\" }} }} }}{limit}\n",
                zeros = "0".repeat(10_000),
                limit = "{ $x }".repeat(200),
            ),
        ),
    ]
}

#[test]
fn hostile_messages_take_no_long() {
    for (name, text) in hostile() {
        let began = Instant::now();
        check(&text, &text);
        let other = text
            .replace("$v", "$w")
            .replace("$n", "$m")
            .replace("nobody", "nothing");
        check(&text, &other);
        let took = began.elapsed();
        assert!(took < Duration::from_secs(20), "{name}: {took:?}");
    }
}
