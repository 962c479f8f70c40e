//! Quotation marks: which quotations a passage has, and which of their marks are left over.

use std::sync::LazyLock;

use regex::Regex;

use super::balance::{Balance, Mark, Role, elsewhere};
use crate::checks::engine::{Passage, Rules, Signs as Kinds};
use crate::document::Kind;
use crate::text::pattern;

/// The straight mark, which opens and closes in every language.
pub(in crate::checks) const STRAIGHT: char = '"';

/// The quotation marks of all languages that are known.
#[derive(Debug, Clone, Default)]
pub(in crate::checks) struct Signs {
    pairs: Vec<(char, char)>,
}

/// The quotations of a passage.
#[derive(Debug, Default)]
pub(in crate::checks) struct Quotes {
    /// What belongs together, and what does not. What passages near it make up for is no longer in it.
    pub balance: Balance,
    /// Marks that open the outer one of two quotations of which only one is closed, and right after
    /// each other, so that one mark may be meant to close both.
    pub nested: Vec<Mark>,
}

impl Signs {
    /// Those of a project.
    pub(in crate::checks) fn new(rules: &Rules) -> Self {
        let mut pairs: Vec<(char, char)> = rules
            .lexicon
            .all()
            .flat_map(|(_, words)| words.quotes.iter())
            .filter_map(|two| pair(two))
            .collect();
        // Typed in several languages for want of the right one.
        pairs.push(('„', '”'));
        pairs.sort_unstable();
        pairs.dedup();
        Self { pairs }
    }

    /// The signs of a text with any of them.
    pub(in crate::checks) fn signs(&self) -> Kinds {
        let marks = self.pairs.iter().flat_map(|pair| [pair.0, pair.1]);
        Kinds::of_text(&marks.chain([STRAIGHT]).collect::<String>())
    }

    /// The quotations of a passage of one segment; none where nothing is known of its language.
    pub(in crate::checks) fn read(&self, here: &Passage<'_>) -> Quotes {
        if here.words().quotes.is_empty() {
            return Quotes::default();
        }
        let mut balance = self.balance(here);
        let mut nested = Vec::new();
        let read = |there: &Passage<'_>| self.balance(there);
        // What runs on over passages is the last that is opened here, or the first that is closed.
        let last = balance.unclosed.last();
        if last.is_some_and(|mark| reopens(here, mark) || elsewhere(here, mark, &read)) {
            balance.unclosed.pop();
        }
        let first = balance.stray.first();
        if first.is_some_and(|mark| elsewhere(here, mark, &read)) {
            balance.stray.remove(0);
        }
        let pairs = &balance.pairs;
        balance.unclosed.retain(|mark| {
            let after = pairs.partition_point(|(open, _)| open.at.start < mark.at.start);
            let inner = pairs.get(after).map(|(open, _)| open);
            let inner = inner.filter(|open| open.sign == mark.sign);
            let close = inner.is_some_and(|open| near(here.text(), mark, open));
            if close && !of_company(here.text(), mark) {
                nested.push(mark.clone());
            }
            !close
        });
        Quotes { balance, nested }
    }

    fn balance(&self, here: &Passage<'_>) -> Balance {
        let text = here.text();
        if !text.contains(|sign| sign == STRAIGHT || self.has(sign)) {
            return Balance::default();
        }
        let known = self.known(&here.words().quotes);
        let fits = |open: char, close: char| known.fits(open, close);
        let mut marks = Vec::new();
        let mut before = None;
        let mut rest = text.char_indices().peekable();
        while let Some((at, sign)) = rest.next() {
            let after = rest.peek().map(|next| next.1);
            let leans = lean(before, after);
            let role = if sign == STRAIGHT {
                Some(leans)
            } else {
                known.role(sign)
            };
            if let Some(role) = role {
                marks.push(Mark {
                    at: at..at + sign.len_utf8(),
                    sign,
                    role,
                    leans_open: leans == Role::Opens,
                    doubtful: sign == STRAIGHT && before.is_some_and(char::is_numeric),
                });
            }
            before = Some(sign);
        }
        // A cell that is one mark says »the same as above«.
        if marks.len() == 1 && text.trim().chars().count() == 1 {
            marks.clear();
        }
        Balance::of(marks, &fits)
    }

    /// The pairs that can stand in a language: its own, and those of others that do not turn one
    /// of its own round.
    fn known(&self, own: &[String]) -> Known {
        let own: Vec<(char, char)> = own.iter().filter_map(|two| pair(two)).collect();
        let is_own = |sign: char| own.iter().any(|pair| pair.0 == sign || pair.1 == sign);
        let foreign = self
            .pairs
            .iter()
            .filter(|pair| !(is_own(pair.0) && is_own(pair.1)));
        Known {
            foreign: foreign.copied().collect(),
            own,
        }
    }

    fn has(&self, sign: char) -> bool {
        self.pairs
            .iter()
            .any(|pair| pair.0 == sign || pair.1 == sign)
    }
}

/// The pairs that can stand in one language.
struct Known {
    own: Vec<(char, char)>,
    foreign: Vec<(char, char)>,
}

impl Known {
    fn fits(&self, open: char, close: char) -> bool {
        let straight = open == STRAIGHT && close == STRAIGHT;
        straight || self.own.contains(&(open, close)) || self.foreign.contains(&(open, close))
    }

    /// What a sign can be; its own language is asked first.
    fn role(&self, sign: char) -> Option<Role> {
        let opens = |pairs: &[(char, char)]| pairs.iter().any(|pair| pair.0 == sign);
        let closes = |pairs: &[(char, char)]| pairs.iter().any(|pair| pair.1 == sign);
        match (opens(&self.own), closes(&self.own)) {
            (true, true) => Some(Role::Either),
            (true, false) => Some(Role::Opens),
            (false, own) => match (opens(&self.foreign), own || closes(&self.foreign)) {
                (true, true) => Some(Role::Either),
                (true, false) => Some(Role::Opens),
                (false, true) => Some(Role::Closes),
                (false, false) => None,
            },
        }
    }
}

/// The two marks of a pair; single ones cannot be told from apostrophes.
fn pair(two: &str) -> Option<(char, char)> {
    let mut signs = two.chars();
    let found = (signs.next()?, signs.next()?);
    (signs.next().is_none() && !"'’‘‚‹›".contains(found.0)).then_some(found)
}

/// What the signs on both sides make of a mark.
fn lean(before: Option<char>, after: Option<char>) -> Role {
    let opens = before.is_none_or(|c| c.is_whitespace() || "([{«„“‘—–-/=+:|>\u{200b}".contains(c));
    let closes = after.is_none_or(|c| c.is_whitespace() || ".,;:!?…)]}»”’—–-/|<".contains(c));
    match (opens, closes) {
        (true, false) => Role::Opens,
        (false, true) => Role::Closes,
        _ => Role::Either,
    }
}

/// Whether the next paragraph begins with the same mark: a quotation of several paragraphs.
fn reopens(here: &Passage<'_>, mark: &Mark) -> bool {
    let page = here.page;
    if here.kind() != Kind::Paragraph {
        return false;
    }
    let segments = page
        .document
        .segments
        .iter()
        .enumerate()
        .skip(here.number() + 1);
    let mut contents = segments.filter(|(_, segment)| segment.kind.is_content());
    contents.next().is_some_and(|(at, segment)| {
        segment.kind == Kind::Paragraph
            && page.passage(at).text().trim_start().starts_with(mark.sign)
    })
}

/// Whether one quotation begins a few words behind another, with no stop between them.
fn near(text: &str, outer: &Mark, inner: &Mark) -> bool {
    let between = &text[outer.at.end..inner.at.start];
    let stops = ['.', ',', ';', ':', '!', '?', '—', '\n'];
    between.len() < 200 && between.split_whitespace().count() <= 4 && !between.contains(stops)
}

/// Whether the short form of a company stands before a mark, as in ООО «Фирма «Заря».
fn of_company(text: &str, mark: &Mark) -> bool {
    let start = text.floor_char_boundary(mark.at.start.saturating_sub(40));
    COMPANY.is_match(&text[start..mark.at.start])
}

static COMPANY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\p{Lu}{2,}\s+$"));
