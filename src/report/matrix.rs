//! `status` for people: articles down, languages across, and the totals of each language.

use std::collections::BTreeSet;

use super::style;
use super::table::{Cell, Table};
use crate::messages::{Messages, Msg};
use crate::text::Lang;
use crate::track::{ArticleStatus, PairStatus, Status, Survey, Totals, Work};

/// The matrix, in `width` columns: in words where they fit, else one sign a language and
/// a legend.
pub fn matrix(survey: &Survey, width: usize, messages: &Messages) -> String {
    let languages: BTreeSet<&Lang> = survey
        .articles
        .iter()
        .flat_map(|article| article.pairs.iter().map(|pair| &pair.lang))
        .collect();
    if languages.is_empty() {
        return String::new();
    }
    let in_words = table(&survey.articles, &languages, messages, words);
    if in_words.width() <= width {
        return in_words.render();
    }
    let in_figures = table(&survey.articles, &languages, messages, figures);
    if in_figures.width() <= width {
        return in_figures.render();
    }
    let in_signs = table(&survey.articles, &languages, messages, signs);
    format!("{}\n{}", in_signs.render(), legend(messages))
}

/// The totals of each language.
pub fn totals(survey: &Survey, messages: &Messages) -> String {
    let head = [
        Msg::ColumnLanguage,
        Msg::StatusCurrent,
        Msg::StatusDraft,
        Msg::StatusMechanical,
        Msg::StatusStale,
        Msg::StatusUntracked,
        Msg::StatusMissing,
        Msg::StatusOrphan,
        Msg::StatusUnreadable,
        Msg::ColumnSegments,
        Msg::ColumnWords,
    ];
    let rows: Vec<(Lang, [usize; 10])> = survey.totals().into_iter().map(figures_of).collect();
    // A column of zeros says nothing: only what there is gets one.
    let seen: Vec<bool> = (0..head.len() - 1)
        .map(|at| at == 0 || rows.iter().any(|(_, sums)| sums[at] > 0))
        .collect();
    let mut table = Table::default();
    let mut first = vec![Cell::new(messages.say(&head[0])).styled(style::HEAD)];
    let names = head[1..].iter().zip(&seen).filter(|(_, seen)| **seen);
    first.extend(names.map(|(name, _)| Cell::new(messages.say(name)).styled(style::HEAD).right()));
    table.push(first);
    for (lang, sums) in rows {
        let mut row = vec![Cell::new(lang.to_string())];
        let figures = sums.iter().zip(&seen).filter(|(_, seen)| **seen);
        row.extend(figures.map(|(sum, _)| figure(*sum)));
        table.push(row);
    }
    table.render()
}

fn figure(sum: usize) -> Cell {
    let cell = Cell::new(sum.to_string()).right();
    if sum == 0 {
        cell.styled(style::DIM)
    } else {
        cell
    }
}

/// In the order of the columns of [`totals`].
fn figures_of(totals: Totals) -> (Lang, [usize; 10]) {
    let figures = [
        totals.current,
        totals.draft,
        totals.mechanical,
        totals.stale,
        totals.untracked,
        totals.missing,
        totals.orphan,
        totals.unreadable,
        totals.segments,
        totals.words,
    ];
    (totals.lang, figures)
}

fn table(
    articles: &[ArticleStatus],
    languages: &BTreeSet<&Lang>,
    messages: &Messages,
    show: fn(&PairStatus, &Messages) -> String,
) -> Table {
    let mut table = Table::default();
    let mut head = vec![Cell::new(messages.say(&Msg::ColumnArticle)).styled(style::HEAD)];
    head.extend(
        languages
            .iter()
            .map(|lang| Cell::new(lang.to_string()).styled(style::HEAD)),
    );
    table.push(head);
    for article in articles {
        let mut row = vec![Cell::new(shown_path(article))];
        for lang in languages {
            let pair = article.pairs.iter().find(|pair| pair.lang == **lang);
            row.push(pair.map_or_else(Cell::default, |pair| {
                Cell::new(show(pair, messages)).styled(style::of(pair.status, pair.is_mechanical()))
            }));
        }
        table.push(row);
    }
    table
}

/// The path an article is shown by: of its source, or without one of what is left.
fn shown_path(article: &ArticleStatus) -> &str {
    match article.pairs.first() {
        Some(pair) if !article.has_source => &pair.path,
        _ => &article.name,
    }
}

/// A status in words: «устарел: 3 из 14 сегментов, 25 слов».
pub fn words(pair: &PairStatus, messages: &Messages) -> String {
    let name = messages.say(&status_name(pair));
    let Some(work) = pair.work.filter(|work| !work.is_mechanical()) else {
        return name;
    };
    format!("{name}: {}", amount(&work, messages))
}

/// The same in figures: «устарел 3/14, 25 сл.».
fn figures(pair: &PairStatus, messages: &Messages) -> String {
    let name = messages.say(&status_name(pair));
    let Some(work) = pair.work.filter(|work| !work.is_mechanical()) else {
        return name;
    };
    let stale = work.segments + work.removed;
    let short = Msg::ShortWork {
        stale,
        total: work.of,
        words: work.words,
    };
    format!("{name} {}", messages.say(&short))
}

/// How much there is to do: segments, words, what is to be taken out.
pub fn amount(work: &Work, messages: &Messages) -> String {
    let mut parts = Vec::new();
    if work.segments > 0 {
        parts.push(messages.say(&Msg::SegmentsOf {
            stale: work.segments,
            total: work.of,
        }));
        parts.push(messages.say(&Msg::Words { count: work.words }));
    }
    if work.removed > 0 {
        parts.push(messages.say(&Msg::ToRemove {
            count: work.removed,
        }));
    }
    parts.join(", ")
}

/// The name of a status as it is shown: stale without work has one of its own, and so has a draft.
pub fn status_name(pair: &PairStatus) -> Msg<'static> {
    match pair.status {
        Status::Missing => Msg::StatusMissing,
        Status::Untracked => Msg::StatusUntracked,
        Status::Stale if pair.is_mechanical() => Msg::StatusMechanical,
        Status::Stale => Msg::StatusStale,
        Status::Current if pair.is_draft() => Msg::StatusDraft,
        Status::Current => Msg::StatusCurrent,
        Status::Orphan => Msg::StatusOrphan,
        Status::Unreadable => Msg::StatusUnreadable,
    }
}

fn signs(pair: &PairStatus, _: &Messages) -> String {
    match (pair.status, pair.work) {
        (Status::Stale, Some(work)) if !work.is_mechanical() => {
            (work.segments + work.removed).to_string()
        }
        (status, _) => sign(status).to_owned(),
    }
}

fn sign(status: Status) -> &'static str {
    match status {
        Status::Missing => "-",
        Status::Untracked => "?",
        Status::Stale => "~",
        Status::Current => "=",
        Status::Orphan => "+",
        Status::Unreadable => "!",
    }
}

fn legend(messages: &Messages) -> String {
    let named = [
        (Status::Missing, Msg::StatusMissing),
        (Status::Untracked, Msg::StatusUntracked),
        (Status::Stale, Msg::StatusMechanical),
        (Status::Current, Msg::StatusCurrent),
        (Status::Orphan, Msg::StatusOrphan),
        (Status::Unreadable, Msg::StatusUnreadable),
    ];
    let mut parts = vec![messages.say(&Msg::LegendNumber)];
    parts.extend(
        named
            .iter()
            .map(|(status, name)| format!("{} {}", sign(*status), messages.say(name))),
    );
    format!("{0}{1}{0:#}\n", style::DIM, parts.join(" · "))
}
