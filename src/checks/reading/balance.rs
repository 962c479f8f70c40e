//! Marks that open and close: which of them belong together, and which are left over.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::checks::engine::Passage;
use crate::document::Kind;

/// What a mark can be at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::checks) enum Role {
    /// It opens.
    Opens,
    /// It closes.
    Closes,
    /// It closes what was opened last, if it can, and opens otherwise.
    Either,
}

/// A mark that opens or closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) struct Mark {
    /// Where it stands in the text of the passage.
    pub at: Range<usize>,
    /// The mark itself.
    pub sign: char,
    /// What it can be.
    pub role: Role,
    /// Whether the signs around it make it look like one that opens.
    pub leans_open: bool,
    /// Whether it may be no mark at all: the sign of inches, the bracket of `1)`.
    pub doubtful: bool,
}

/// What belongs together, and what is left over; each list in the order of the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::checks) struct Balance {
    /// Marks that open and close the same.
    pub pairs: Vec<(Mark, Mark)>,
    /// What is opened by one mark and closed by another that does not fit.
    pub crossed: Vec<(Mark, Mark)>,
    /// Marks that open what nothing closes.
    pub unclosed: Vec<Mark>,
    /// Marks that close what nothing opened.
    pub stray: Vec<Mark>,
}

impl Balance {
    /// Finds what belongs together; `fits` says whether the second sign closes the first one.
    pub(in crate::checks) fn of(marks: Vec<Mark>, fits: &dyn Fn(char, char) -> bool) -> Self {
        let mut making = Making {
            fits,
            open: Vec::new(),
            signs: BTreeMap::new(),
            pardons: 0,
            out: Self::default(),
        };
        for mark in marks {
            making.take(mark);
        }
        let Making { open, mut out, .. } = making;
        out.unclosed.extend(open);
        out.unclosed.sort_by_key(|mark| mark.at.start);
        out.pairs.sort_by_key(|(open, _)| open.at.start);
        out.cross();
        out
    }

    /// Lays what is left open beside the next mark that closes and fits nothing; of two marks that
    /// only ever close, one that stands like an opening one opens.
    fn cross(&mut self) {
        let mut open = std::mem::take(&mut self.unclosed).into_iter().peekable();
        let mut waiting: Option<Mark> = None;
        for stray in std::mem::take(&mut self.stray) {
            while let Some(next) = open.next_if(|mark| mark.at.start < stray.at.start) {
                self.leave(waiting.replace(next));
            }
            match waiting.take() {
                Some(mark) => self.crossed.push((mark, stray)),
                None if stray.leans_open => waiting = Some(stray),
                None => self.stray.push(stray),
            }
        }
        self.leave(waiting);
        self.unclosed.extend(open);
    }

    fn leave(&mut self, mark: Option<Mark>) {
        match mark {
            Some(mark) if mark.role == Role::Closes => self.stray.push(mark),
            mark => self.unclosed.extend(mark),
        }
    }
}

struct Making<'f> {
    fits: &'f dyn Fn(char, char) -> bool,
    open: Vec<Mark>,
    /// How many marks of each sign stand open.
    signs: BTreeMap<char, usize>,
    /// How many doubtful marks were taken for closing ones.
    pardons: usize,
    out: Balance,
}

impl Making<'_> {
    fn take(&mut self, mark: Mark) {
        let last = self
            .open
            .last()
            .is_some_and(|open| (self.fits)(open.sign, mark.sign));
        let deeper = || {
            self.signs
                .iter()
                .any(|(&sign, &count)| count > 0 && (self.fits)(sign, mark.sign))
        };
        match mark.role {
            Role::Opens => self.opened(mark),
            Role::Either if !last => self.opened(mark),
            Role::Closes if !last && !deeper() => self.stray(mark),
            Role::Closes | Role::Either => self.closed(mark),
        }
    }

    fn opened(&mut self, mark: Mark) {
        *self.signs.entry(mark.sign).or_default() += 1;
        self.open.push(mark);
    }

    fn closed(&mut self, mark: Mark) {
        while let Some(open) = self.open.pop() {
            if let Some(count) = self.signs.get_mut(&open.sign) {
                *count -= 1;
            }
            if (self.fits)(open.sign, mark.sign) {
                self.pardons += usize::from(mark.doubtful);
                self.out.pairs.push((open, mark));
                return;
            }
            self.out.unclosed.push(open);
        }
    }

    /// One that closes nothing may be what a doubtful one before it was taken for.
    fn stray(&mut self, mark: Mark) {
        if self.pardons > 0 && !mark.doubtful {
            self.pardons -= 1;
        } else if !mark.doubtful {
            self.out.stray.push(mark);
        }
    }
}

/// How many passages a quotation or a bracket may run over.
const FAR: usize = 8;

/// Whether what is left over in a passage is made up for by a passage near it: what is opened here
/// is closed there, or the other way round. `read` gives the balance of a passage.
pub(in crate::checks) fn elsewhere(
    here: &Passage<'_>,
    left: &Mark,
    read: &dyn Fn(&Passage<'_>) -> Balance,
) -> bool {
    if !runs_on(here.kind()) {
        return false;
    }
    let (page, at) = (here.page, here.number());
    let ahead = left.role != Role::Closes;
    let near: Vec<usize> = if ahead {
        (at + 1..page.document.segments.len())
            .take(2 * FAR)
            .collect()
    } else {
        (at.saturating_sub(2 * FAR)..at).rev().collect()
    };
    let parts = near.into_iter().map(|at| page.passage(at));
    for there in parts
        .take_while(|there| !there.kind().is_content() || runs_on(there.kind()))
        .filter(Passage::prose)
        .take(FAR)
    {
        let balance = read(&there);
        let (same, other) = if ahead {
            (&balance.unclosed, &balance.stray)
        } else {
            (&balance.stray, &balance.unclosed)
        };
        if !other.is_empty() || !same.is_empty() {
            let near = if ahead { other.first() } else { other.last() };
            // A straight mark makes up for a straight one.
            return near.is_some_and(|mark| mark.sign.is_ascii() == left.sign.is_ascii());
        }
    }
    false
}

/// Whether a sentence may begin in such a passage and end in another.
fn runs_on(kind: Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::ListItem | Kind::Html)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> [String; 4] {
        let marks = text.char_indices().filter(|(_, c)| "([)]".contains(*c));
        let marks = marks.map(|(at, sign)| Mark {
            at: at..at + 1,
            sign,
            role: if "([".contains(sign) {
                Role::Opens
            } else {
                Role::Closes
            },
            leans_open: false,
            doubtful: text[..at].ends_with('1'),
        });
        let found = Balance::of(marks.collect(), &|open, close| {
            matches!((open, close), ('(', ')') | ('[', ']'))
        });
        let two = |list: &[(Mark, Mark)]| list.iter().flat_map(|(a, b)| [a.sign, b.sign]).collect();
        let one = |list: &[Mark]| list.iter().map(|mark| mark.sign).collect();
        [
            two(&found.pairs),
            two(&found.crossed),
            one(&found.unclosed),
            one(&found.stray),
        ]
    }

    #[test]
    fn what_is_left_over_is_told_apart() {
        assert_eq!(of("(а [б] в)"), ["()[]", "", "", ""]);
        assert_eq!(of("(a [b) c"), ["()", "", "[", ""]);
        assert_eq!(
            of("(a] b) c)"),
            ["()", "", "", ")"].map(|s| if s == ")" { "])".into() } else { s.to_owned() })
        );
        assert_eq!(of("[а)"), ["", "[)", "", ""]);
    }

    #[test]
    fn a_doubtful_mark_is_no_loss() {
        assert_eq!(of("1) а; (1) б; (1) в)"), ["()()", "", "", ""]);
    }
}
