//! `bundle` for people: how much of each language is published, what is not as it should be, and why.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::style::{DIM, HEAD};
use super::table::{Cell, Table};
use crate::bundle::{Assembled, Done, Policy, Standing};
use crate::messages::{Messages, Msg};
use crate::text::Lang;

/// So many articles are named for each language and policy; of more, the number is told.
const NAMED: usize = 10;

/// One article in one language that is not simply published.
struct Noted<'a> {
    name: &'a str,
    standing: Standing,
    waiting: usize,
    release: Option<&'a str>,
}

/// A table of the languages, and below it what is published with a banner, in another language or not
/// at all. `width` is the columns of the terminal.
pub fn bundle(assembled: &Assembled, width: usize, messages: &Messages) -> String {
    let mut out = table(assembled, messages);
    for ((edition, policy), list) in noted(assembled) {
        let lang = assembled.plan.editions[edition].lang.to_string();
        let head = messages.say(&Msg::BundleList {
            lang: &lang,
            policy: policy.name(),
            count: list.len(),
        });
        let _ = writeln!(out, "\n{HEAD}{head}{HEAD:#}");
        let mut rows = Table::default();
        for one in list.iter().take(NAMED) {
            let mut why = messages.say(&Msg::BundleStanding {
                standing: one.standing.name(),
            });
            if one.waiting > 0 && one.standing == Standing::Stale {
                let count = one.waiting;
                let _ = write!(why, ": {}", messages.say(&Msg::BundleWaiting { count }));
            }
            if let Some(release) = one.release {
                let _ = write!(why, ": {release}");
            }
            rows.push(vec![Cell::new(""), Cell::new(one.name), Cell::new(why)]);
        }
        out.push_str(&rows.fit(width).render());
        if let Some(more @ 1..) = list.len().checked_sub(NAMED) {
            let said = messages.say(&Msg::BundleMore { count: more });
            let _ = writeln!(out, "  {DIM}{said}{DIM:#}");
        }
    }
    out
}

/// What was done about the files, in a sentence; `output` is where they are.
pub fn bundle_done(assembled: &Assembled, output: &str, messages: &Messages) -> String {
    match assembled.done {
        Done::Nothing => String::new(),
        Done::Unchanged { files } => {
            let count = files;
            messages.say(&Msg::BundleUnchanged { output, count }) + "\n"
        }
        Done::Published { files, made, bytes } => {
            let said = messages.say(&Msg::BundlePublished {
                output,
                count: files,
                made,
                bytes: &bytes.to_string(),
            });
            said + "\n"
        }
    }
}

/// How much of each language is published.
fn table(assembled: &Assembled, messages: &Messages) -> String {
    let mut table = Table::default();
    let head = [
        Msg::ColumnLanguage,
        Msg::ColumnPublished,
        Msg::ColumnBanner,
        Msg::ColumnInstead,
        Msg::ColumnOmitted,
    ];
    let cells = head.iter().enumerate().map(|(at, head)| {
        let cell = Cell::new(messages.say(head)).styled(HEAD);
        if at > 0 { cell.right() } else { cell }
    });
    table.push(cells.collect());
    let plan = &assembled.plan;
    for (number, edition) in plan.editions.iter().enumerate() {
        let of = |policy: Policy| {
            let pages = plan.pages.iter().filter(|page| page.edition == number);
            pages.filter(|page| page.policy == policy).count()
        };
        let omitted = plan.withheld.iter().filter(|one| one.lang == edition.lang);
        let counts = [
            of(Policy::Publish),
            of(Policy::Banner),
            of(Policy::Source),
            omitted.count(),
        ];
        let mut row = vec![Cell::new(edition.lang.to_string())];
        row.extend(counts.iter().map(|count| match count {
            0 => Cell::new("–").right().styled(DIM),
            count => Cell::new(count.to_string()).right(),
        }));
        table.push(row);
    }
    table.render()
}

/// What is not simply published, by language and by what became of it.
fn noted(assembled: &Assembled) -> BTreeMap<(usize, Policy), Vec<Noted<'_>>> {
    let mut out: BTreeMap<(usize, Policy), Vec<Noted<'_>>> = BTreeMap::new();
    let plan = &assembled.plan;
    let articles = &assembled.gathering.articles;
    let note = |article: usize, lang: &Lang, standing, release| {
        let article = &articles[article];
        Noted {
            name: &article.name,
            standing,
            waiting: article.told(lang).map_or(0, |told| told.waiting),
            release,
        }
    };
    for page in plan
        .pages
        .iter()
        .filter(|page| page.policy != Policy::Publish)
    {
        let lang = &plan.editions[page.edition].lang;
        let list = out.entry((page.edition, page.policy)).or_default();
        list.push(note(page.article, lang, page.standing, None));
    }
    for one in &plan.withheld {
        let edition = plan
            .editions
            .iter()
            .position(|edition| edition.lang == one.lang);
        let Some(edition) = edition else { continue };
        let list = out.entry((edition, one.policy)).or_default();
        list.push(note(
            one.article,
            &one.lang,
            one.standing,
            one.release.as_deref(),
        ));
    }
    out
}
