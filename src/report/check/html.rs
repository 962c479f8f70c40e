//! Findings as a page for an editor without a terminal: one file, nothing to load, no script.

use std::fmt::Write as _;

use super::CheckReport;
use super::escape::html;
use super::excerpt::{Excerpt, Piece, excerpts};
use super::summary::{amounts, ignore_line, sentences};
use crate::diagnostic::Severity;
use crate::gate::{Ignored, Weighed};
use crate::messages::Msg;
use crate::report::PlaceJson;
use crate::report::draw::level_word;
use crate::report::texts::Texts;

/// Writes the page.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let messages = report.messages;
    let title = html(&messages.say(&Msg::CheckTitle));
    let articles = report.by_article();
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
        messages.lang().tag(),
        include_str!("page.css"),
    );
    let skip = html(&messages.say(&Msg::CheckSkip));
    let _ = write!(
        out,
        "<a class=\"skip\" href=\"#findings\">{skip}</a>\n<header>\n<h1>{title}</h1>\n"
    );
    let said = sentences(report);
    for (at, sentence) in said.iter().enumerate() {
        let class = if at == 0 || at + 1 == said.len() {
            "verdict"
        } else {
            "note"
        };
        let _ = writeln!(out, "<p class=\"{class}\">{}</p>", prose(sentence));
    }
    out.push_str("</header>\n");
    contents(&mut out, &articles, report);
    out.push_str("<main id=\"findings\">\n");
    let texts = report.texts();
    for (at, (article, findings)) in articles.iter().enumerate() {
        let _ = write!(
            out,
            "<section aria-labelledby=\"a{at}\">\n<h2 id=\"a{at}\">{}</h2>\n",
            html(article)
        );
        for one in findings {
            finding(&mut out, one, (report, &texts));
        }
        out.push_str("</section>\n");
    }
    no_mistakes(&mut out, report, &texts);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The articles, with links to their findings.
fn contents(out: &mut String, articles: &[(&str, Vec<&Weighed>)], report: &CheckReport<'_>) {
    if articles.is_empty() {
        return;
    }
    let head = html(&report.messages.say(&Msg::CheckArticles));
    let _ = write!(
        out,
        "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{head}</h2>\n<ol>\n"
    );
    for (at, (article, findings)) in articles.iter().enumerate() {
        let severities = findings.iter().map(|one| one.finding.diagnostic.severity);
        let _ = writeln!(
            out,
            "<li><a href=\"#a{at}\">{}</a> <span class=\"count\">{}</span></li>",
            html(article),
            html(&amounts(severities, report.messages))
        );
    }
    out.push_str("</ol>\n</nav>\n");
}

fn finding(out: &mut String, one: &Weighed, (report, texts): (&CheckReport<'_>, &Texts<'_>)) {
    let (diagnostic, messages) = (&one.finding.diagnostic, report.messages);
    let (message, help) = messages.diagnostic(diagnostic);
    let class = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    let _ = write!(
        out,
        "<article class=\"finding {class}\">\n<h3><span class=\"level\">{}:</span> {}</h3>\n\
         <p class=\"note\"><code>{}</code></p>\n",
        html(&level_word(diagnostic.severity, messages)),
        prose(&message),
        html(diagnostic.code.name())
    );
    let sides = excerpts(one, report, texts);
    let class = if sides.len() > 1 {
        "sides pair"
    } else {
        "sides"
    };
    let _ = writeln!(out, "<div class=\"{class}\">");
    for excerpt in &sides {
        side(out, excerpt, sides.len() > 1, report);
    }
    out.push_str("</div>\n");
    if let Some(help) = help {
        let word = html(&messages.say(&Msg::LevelHelp));
        let _ = writeln!(out, "<p>{word}: {}</p>", prose(&help));
    }
    if report.fingerprints
        && let Some(said) = ignore_line(&one.finding, messages)
    {
        let word = html(&messages.say(&Msg::LevelIgnore));
        let said = html(&said);
        let _ = writeln!(out, "<p class=\"note\">{word}: <code>{said}</code></p>");
    }
    out.push_str("</article>\n");
}

/// What one file says: the source stands left or above, a translation right or below.
fn side(out: &mut String, excerpt: &Excerpt, paired: bool, report: &CheckReport<'_>) {
    let role = paired.then(|| {
        report.messages.say(if excerpt.source {
            &Msg::RoleSource
        } else {
            &Msg::ColumnTranslation
        })
    });
    let place = html(&excerpt.place.named());
    out.push_str("<figure>\n<figcaption>");
    if let Some(role) = role {
        let _ = write!(out, "{}, ", html(&role));
    }
    let _ = writeln!(out, "<code>{place}</code></figcaption>");
    let lang = excerpt
        .lang
        .as_ref()
        .map(|lang| format!(" lang=\"{}\"", html(lang)));
    for pieces in &excerpt.texts {
        let _ = writeln!(
            out,
            "<blockquote{} dir=\"auto\">{}</blockquote>",
            lang.as_deref().unwrap_or_default(),
            pieces.iter().map(piece).collect::<String>()
        );
    }
    out.push_str("</figure>\n");
}

/// A sentence; what stands between backticks is code.
fn prose(text: &str) -> String {
    let text = html(text);
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text;
    }
    let marked = parts.iter().enumerate().map(|(at, part)| {
        if at.is_multiple_of(2) {
            (*part).to_owned()
        } else {
            format!("<code>{part}</code>")
        }
    });
    marked.collect()
}

fn piece(piece: &Piece) -> String {
    let text = html(&piece.text);
    if piece.guilty {
        format!("<mark>{text}</mark>")
    } else {
        text
    }
}

/// What people call no mistake, with their reasons.
fn no_mistakes(out: &mut String, report: &CheckReport<'_>, texts: &Texts<'_>) {
    let ignored = &report.outcome.ignored;
    if ignored.is_empty() {
        return;
    }
    let head = html(&report.messages.say(&Msg::CheckNoMistakes));
    let _ = write!(
        out,
        "<section aria-labelledby=\"ignored\">\n<h2 id=\"ignored\">{head}</h2>\n<ul>\n"
    );
    for Ignored {
        finding, reason, ..
    } in ignored
    {
        let (message, _) = report.messages.diagnostic(&finding.diagnostic);
        let place = PlaceJson::new(&finding.diagnostic.primary.span, texts);
        let _ = writeln!(
            out,
            "<li>{} <span class=\"note\"><code>{}</code> — {}</span></li>",
            prose(&message),
            html(&place.named()),
            html(reason)
        );
    }
    out.push_str("</ul>\n</section>\n");
}
