//! Findings as a `JUnit` report: a suite for each article, a case for each of its translations.
//!
//! It keeps to what the schemas of Ant and Jenkins have in common, so that one case says one failure.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Cursor};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::escape::{one_line, safe};
use super::summary::ignore_line;
use super::{CheckReport, sentence};
use crate::gate::Weighed;
use crate::messages::Msg;
use crate::report::PlaceJson;
use crate::report::draw::level_word;
use crate::report::texts::Texts;

type Xml = Writer<Cursor<Vec<u8>>>;

/// The findings of an article, by language and then by check; a language may have none.
type Cases<'a> = BTreeMap<String, BTreeMap<&'static str, Vec<&'a Weighed>>>;

/// Writes the report.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let mut xml = Writer::new_with_indent(Cursor::new(Vec::new()), b' ', 2);
    // Memory takes whatever is written to it.
    let _ = suites(&mut xml, report);
    let text = String::from_utf8_lossy(&xml.into_inner().into_inner()).into_owned();
    text + "\n"
}

fn suites(xml: &mut Xml, report: &CheckReport<'_>) -> io::Result<()> {
    let mut articles: BTreeMap<&str, Cases<'_>> = BTreeMap::new();
    for (article, lang) in report.pairs {
        let cases = articles.entry(article).or_default();
        cases.entry(lang.to_string()).or_default();
    }
    for one in report.shown() {
        let finding = &one.finding;
        let lang = finding.lang.as_ref().map(ToString::to_string);
        let cases = articles.entry(&finding.article).or_default();
        let codes = cases.entry(lang.unwrap_or_default()).or_default();
        let code = finding.diagnostic.code.name();
        codes.entry(code).or_default().push(one);
    }
    let texts = report.texts();
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("testsuites")
        .write_inner_content(|xml| {
            for (at, (article, cases)) in articles.iter().enumerate() {
                suite(xml, (at, article), cases, (report, &texts))?;
            }
            Ok(())
        })?;
    Ok(())
}

fn suite(
    xml: &mut Xml,
    (at, article): (usize, &str),
    cases: &Cases<'_>,
    (report, texts): (&CheckReport<'_>, &Texts<'_>),
) -> io::Result<()> {
    let fails = |list: &&Vec<&Weighed>| list.iter().any(|one| one.fails);
    let failing = |codes: &BTreeMap<&str, Vec<&Weighed>>| codes.values().filter(fails).count();
    let failures: usize = cases.values().map(failing).sum();
    let count: usize = cases.values().map(|codes| failing(codes).max(1)).sum();
    let article = one_line(article);
    let (at, count, failures) = (at.to_string(), count.to_string(), failures.to_string());
    let moment = report.moment.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    let suite = xml.create_element("testsuite").with_attributes([
        ("id", at.as_str()),
        ("name", &article),
        ("package", "sverka"),
        ("timestamp", &moment),
        ("hostname", "localhost"),
        ("tests", &count),
        ("failures", &failures),
        ("errors", "0"),
        ("time", "0"),
    ]);
    suite.write_inner_content(|xml| {
        xml.create_element("properties").write_empty()?;
        let mut heard = String::new();
        for (lang, codes) in cases {
            let mut passes = true;
            for (code, list) in codes {
                let said: String = list.iter().map(|one| line(one, report, texts)).collect();
                if list.iter().any(|one| one.fails) {
                    passes = false;
                    let name = [lang.as_str(), code].join(" ");
                    failure(xml, (name.trim(), &article), (code, &said))?;
                } else {
                    heard.push_str(&said);
                }
            }
            if passes {
                let name = if lang.is_empty() { "sverka" } else { lang };
                case(xml, name, &article).write_empty()?;
            }
        }
        xml.create_element("system-out")
            .write_text_content(BytesText::new(&heard))?;
        xml.create_element("system-err").write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn case<'x>(
    xml: &'x mut Xml,
    name: &str,
    article: &str,
) -> quick_xml::writer::ElementWriter<'x, Cursor<Vec<u8>>> {
    let attributes = [("name", name), ("classname", article), ("time", "0")];
    xml.create_element("testcase").with_attributes(attributes)
}

fn failure(
    xml: &mut Xml,
    (name, article): (&str, &str),
    (code, said): (&str, &str),
) -> io::Result<()> {
    let first = said.lines().next().unwrap_or_default();
    case(xml, name, article).write_inner_content(|xml| {
        xml.create_element("failure")
            .with_attributes([("type", code), ("message", first)])
            .write_text_content(BytesText::new(said))?;
        Ok(())
    })?;
    Ok(())
}

/// A finding in a few lines: what, where, and what to do.
fn line(one: &Weighed, report: &CheckReport<'_>, texts: &Texts<'_>) -> String {
    let (diagnostic, messages) = (&one.finding.diagnostic, report.messages);
    let (_, help) = messages.diagnostic(diagnostic);
    let said = sentence(diagnostic, texts, messages);
    let level = level_word(diagnostic.severity, messages);
    let mut out = format!("{level}[{}]: {said}\n", diagnostic.code);
    let labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.related);
    for label in labels {
        let place = PlaceJson::new(&label.span, texts);
        let _ = writeln!(out, "  {}", one_line(&place.named()));
    }
    if let Some(help) = help {
        let word = messages.say(&Msg::LevelHelp);
        let _ = writeln!(out, "  {word}: {}", one_line(&help));
    }
    if report.fingerprints
        && let Some(said) = ignore_line(&one.finding, messages)
    {
        let word = messages.say(&Msg::LevelIgnore);
        let _ = writeln!(out, "  {word}: {said}");
    }
    safe(&out)
}
