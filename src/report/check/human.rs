//! Findings for people at a terminal: both languages under each other, the guilty words underlined.

use std::collections::BTreeMap;

use super::escape::one_line;
use super::summary::{amounts, ignore_line, sentences};
use super::{CheckReport, key};
use crate::diagnostic::Diagnostic;
use crate::gate::Weighed;
use crate::messages::Msg;
use crate::report::PlaceJson;
use crate::report::draw::draw_with;
use crate::report::style::HEAD;
use crate::report::texts::Texts;
use crate::text::Lang;

/// The findings that are not shown because their passages are stale, by article and language.
type Stale<'a> = BTreeMap<(&'a str, Option<&'a Lang>), usize>;

/// Writes the findings article by article, and what they come to.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let texts = report.texts();
    let mut stale = stale(report);
    let articles = report.by_article();
    let mut out = String::new();
    for (article, findings) in &articles {
        if articles.len() > 1 {
            let severities = findings.iter().map(|one| one.finding.diagnostic.severity);
            let counts = amounts(severities, report.messages);
            out.push_str(&styled(report, &format!("{}: {counts}", one_line(article))));
            out.push('\n');
        }
        for one in findings {
            let mut advice = advice(one, report, &mut stale);
            advice.extend(unseen(&one.finding.diagnostic, &texts, report));
            let how = (report.messages, report.drawing);
            out.push_str(&draw_with(&one.finding.diagnostic, &texts, how, &advice));
            out.push('\n');
        }
    }
    if report.ignored {
        out.push_str(&no_mistakes(report));
    }
    let said = sentences(report);
    for (at, sentence) in said.iter().enumerate() {
        let weighty = at == 0 || at + 1 == said.len();
        if weighty {
            out.push_str(&styled(report, sentence));
        } else {
            out.push_str(sentence);
        }
        out.push('\n');
    }
    out
}

/// What is said under a finding besides its help.
fn advice<'a>(
    one: &'a Weighed,
    report: &CheckReport<'a>,
    stale: &mut Stale<'a>,
) -> Vec<(String, String)> {
    let (finding, messages) = (&one.finding, report.messages);
    let mut out = Vec::new();
    if finding.diagnostic.code.name() == "stale"
        && let Some(count) = stale.remove(&(&*finding.article, finding.lang.as_ref()))
    {
        let said = messages.say(&Msg::CheckStale { count });
        out.push((messages.say(&Msg::LevelInfo), said));
    }
    if report.fingerprints
        && let Some(said) = ignore_line(finding, messages)
    {
        out.push((messages.say(&Msg::LevelIgnore), said));
    }
    out
}

/// The message that a finding is about, where the first line that is shown does not begin with its name.
fn unseen(
    diagnostic: &Diagnostic,
    texts: &Texts<'_>,
    report: &CheckReport<'_>,
) -> Option<(String, String)> {
    let (said, _) = report.messages.diagnostic(diagnostic);
    let key = key(diagnostic, texts, &said)?;
    let span = &diagnostic.primary.span;
    let text = texts.of(span)?;
    let before = text.whole.get(..span.start)?;
    let line = &text.whole[before.rfind('\n').map_or(0, |at| at + 1)..];
    let seen = line.strip_prefix(&key).is_some_and(|rest| {
        let next = rest.trim_start();
        next.starts_with('=')
    });
    (!seen).then(|| (report.messages.say(&Msg::LevelKey), key))
}

/// What people call no mistake, a line each, with their reasons; ends with an empty line.
pub(super) fn no_mistakes(report: &CheckReport<'_>) -> String {
    let (ignored, messages) = (&report.outcome.ignored, report.messages);
    if ignored.is_empty() {
        return String::new();
    }
    let texts = report.texts();
    let head = messages.say(&Msg::CheckNoMistakes);
    let mut out = styled(report, &format!("{head}:")) + "\n";
    for one in ignored {
        let diagnostic = &one.finding.diagnostic;
        let place = PlaceJson::new(&diagnostic.primary.span, &texts);
        let (message, _) = messages.diagnostic(diagnostic);
        let said = format!(
            "{}: {}: {message} — {}",
            place.named(),
            diagnostic.code,
            one.reason
        );
        out.push_str(&one_line(&said));
        out.push('\n');
    }
    out + "\n"
}

fn stale<'a>(report: &CheckReport<'a>) -> Stale<'a> {
    let mut out = Stale::new();
    for one in &report.outcome.findings {
        let finding = &one.finding;
        if finding.stale && !one.fails && finding.diagnostic.severity < report.level {
            let key = (&*finding.article, finding.lang.as_ref());
            *out.entry(key).or_default() += 1;
        }
    }
    out
}

fn styled(report: &CheckReport<'_>, text: &str) -> String {
    if report.drawing.color {
        format!("{HEAD}{text}{HEAD:#}")
    } else {
        text.to_owned()
    }
}
