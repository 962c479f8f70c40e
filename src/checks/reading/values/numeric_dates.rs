//! Dates without words: `2024-03-21`, `21.03.2024`, `3/21/2024`.

use std::ops::Range;

use super::calendar::{PartKind, Reader};

impl Reader<'_> {
    /// Dates without words: `2024-03-21`, `21.03.2024`, `3/21/2024`.
    pub(super) fn figures_only(&mut self) {
        for at in 0..self.numbers.len() {
            let written = self.numbers[at].written(self.text);
            if self.numbers[at].loose {
                continue;
            }
            let range = self.numbers[at].range.clone();
            let pieces: Vec<&str> = written.split('.').collect();
            if pieces.len() == 3 {
                if self.three(&pieces, range, false) {
                    self.taken[at] = true;
                }
            } else if let (Some(second), Some(third)) =
                (self.numbers.get(at + 1), self.numbers.get(at + 2))
            {
                let signs = [self.between(at), self.between(at + 1)];
                let joined = signs == ["-", "-"] || signs == ["/", "/"];
                // The third may be the beginning of `21T10:00`.
                if !joined || second.loose {
                    continue;
                }
                let pieces = [written, second.written(self.text), third.written(self.text)];
                let all = range.start..third.range.end;
                if self.three(&pieces, all, signs[0] == "/") {
                    self.taken[at..at + 3].fill(true);
                }
            }
        }
    }

    /// Takes a date of three numbers, if it is one.
    fn three(&mut self, pieces: &[&str], range: Range<usize>, stroke: bool) -> bool {
        let read = |at: usize| {
            pieces[at]
                .parse::<u32>()
                .ok()
                .filter(|_| pieces[at].len() <= 4)
        };
        let (Some(a), Some(b), Some(c)) = (read(0), read(1), read(2)) else {
            return false;
        };
        let two = |at: usize| pieces[at].len() <= 2;
        let year_first = pieces[0].len() == 4 && two(1) && two(2);
        let year_last = two(0) && two(1) && pieces[2].len() == 4;
        let short = pieces.iter().all(|piece| piece.len() == 2) && !stroke;
        let ways: Vec<(u32, u32, u32)> = if year_first {
            vec![(a, b, c)]
        } else if year_last && stroke {
            let month_first = self.vocabulary.month_first;
            let mut ways = Vec::new();
            ways.extend((month_first != Some(true)).then_some((c, b, a)));
            ways.extend((month_first != Some(false)).then_some((c, a, b)));
            ways
        } else if year_last {
            vec![(c, b, a)]
        } else if short {
            vec![(2000 + c, b, a)]
        } else {
            return false;
        };
        let exists = |way: &&(u32, u32, u32)| {
            (1000..3000).contains(&way.0) && (1..=12).contains(&way.1) && (1..=31).contains(&way.2)
        };
        let ways: Vec<(u32, u32, u32)> = ways.iter().filter(exists).copied().collect();
        if ways.is_empty() {
            return false;
        }
        let each = |part: fn(&(u32, u32, u32)) -> u32| ways.iter().map(part).collect();
        self.part(PartKind::Year, range.clone(), each(|way| way.0));
        self.part(PartKind::Month, range.clone(), each(|way| way.1));
        self.part(PartKind::Day, range, each(|way| way.2));
        true
    }
}
