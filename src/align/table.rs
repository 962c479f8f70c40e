//! The table over two lists of blocks: the cheapest way through it.

use std::ops::Range;

use super::band::{Band, LOOKS};
use super::model::{GAP, Joined, Model, NEVER};

/// How many blocks of each side a step takes.
pub(super) const STEPS: [(usize, usize); 7] =
    [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3)];

/// So many rows back a step reaches, and this one.
pub(super) const DEEP: usize = 4;

/// Costs of the best way to each pair of places, for as many of them as are worth a look.
pub(super) struct Table<'m> {
    model: &'m Model<'m>,
    /// Blocks of the source.
    pub(super) left: &'m [usize],
    /// Blocks of the target.
    pub(super) right: &'m [usize],
    /// One, two and three of them in a row, taken as one, by the place behind the last.
    joined: [[Vec<Option<Joined>>; 3]; 2],
}

impl<'m> Table<'m> {
    pub(super) fn new(model: &'m Model<'m>, left: &'m [usize], right: &'m [usize]) -> Self {
        let runs = |list: &[usize], count: usize, join: &dyn Fn(&[usize]) -> Option<Joined>| {
            let behind = 0..=list.len();
            let of = |end: usize| join(&list[end.checked_sub(count)?..end]);
            behind.map(of).collect()
        };
        let source = |blocks: &[usize]| model.join_source(blocks);
        let target = |blocks: &[usize]| model.join_target(blocks);
        Self {
            model,
            left,
            right,
            joined: [
                [1, 2, 3].map(|count| runs(left, count, &source)),
                [1, 2, 3].map(|count| runs(right, count, &target)),
            ],
        }
    }

    /// The steps of the cheapest way from the beginning to the end.
    pub(super) fn path(&self) -> Vec<usize> {
        let mut path = Vec::new();
        for places in LOOKS {
            let band = Band::new(self.model, self.left, self.right, places);
            path = self.path_in(&band);
            if !band.is_left(&path) {
                break;
            }
        }
        path
    }

    fn path_in(&self, band: &Band) -> Vec<usize> {
        let n = self.left.len();
        let mut rows = Rows::new(self, band);
        let mut best: Vec<Kept> = vec![Kept::default(); DEEP];
        let mut steps: Vec<Vec<u8>> = Vec::with_capacity(n + 1);
        for i in 0..=n {
            rows.load(i);
            let row = band.row(i);
            let mut kept = Kept::new(&row);
            let mut taken = vec![0_u8; row.len()];
            for j in row.clone() {
                if i + j == 0 {
                    kept.set(0, 0.0);
                    continue;
                }
                let mut least = NEVER;
                for (step, name) in STEPS.iter().zip(0_u8..) {
                    if i < step.0 || j < step.1 {
                        continue;
                    }
                    let before = if step.0 == 0 {
                        kept.get(j - step.1)
                    } else {
                        best[(i - step.0) % DEEP].get(j - step.1)
                    };
                    if before < least {
                        let cost = before + rows.cost(*step, (i, j));
                        if cost < least {
                            least = cost;
                            taken[j - row.start] = name;
                        }
                    }
                }
                kept.set(j, least);
            }
            best[i % DEEP] = kept;
            steps.push(taken);
        }
        self.back(&steps, band)
    }

    fn back(&self, steps: &[Vec<u8>], band: &Band) -> Vec<usize> {
        let (mut i, mut j) = (self.left.len(), self.right.len());
        let mut out = Vec::new();
        while i + j > 0 {
            let step = usize::from(steps[i][j - band.row(i).start]);
            out.push(step);
            i -= STEPS[step].0;
            j -= STEPS[step].1;
        }
        out.reverse();
        out
    }

    /// What each step of a path costs.
    pub(super) fn costs(&self, path: &[usize]) -> Vec<f32> {
        let band = Band::around(path, (self.left.len(), self.right.len()), 0);
        let mut rows = Rows::new(self, &band);
        let mut end = (0, 0);
        let cost = |&step: &usize| {
            end = (end.0 + STEPS[step].0, end.1 + STEPS[step].1);
            rows.load(end.0);
            rows.cost(STEPS[step], end)
        };
        path.iter().map(cost).collect()
    }
}

/// Values for the places of one row of a table.
#[derive(Clone, Default)]
pub(super) struct Kept {
    start: usize,
    values: Vec<f32>,
}

impl Kept {
    pub(super) fn new(row: &Range<usize>) -> Self {
        Self {
            start: row.start,
            values: vec![NEVER; row.len()],
        }
    }

    /// The value at a place of the target, [`NEVER`] outside the row.
    pub(super) fn get(&self, j: usize) -> f32 {
        let value = self.values.get(j.wrapping_sub(self.start));
        value.copied().unwrap_or(NEVER)
    }

    pub(super) fn set(&mut self, j: usize, value: f32) {
        self.values[j - self.start] = value;
    }
}

/// The weights shared by the blocks of the source that a step to the present row takes.
pub(super) struct Rows<'t> {
    table: &'t Table<'t>,
    band: &'t Band,
    /// Of the last of them, by place modulo [`DEEP`].
    shared: Vec<Shared>,
}

/// The weights that one block of the source shares with some blocks of the target in a row.
#[derive(Clone)]
struct Shared {
    /// Its place in the list of the source.
    place: usize,
    /// The first of those blocks.
    first: usize,
    weights: Vec<f32>,
}

impl<'t> Rows<'t> {
    pub(super) fn new(table: &'t Table<'t>, band: &'t Band) -> Self {
        let none = Shared {
            place: usize::MAX,
            first: 0,
            weights: Vec::new(),
        };
        Self {
            table,
            band,
            shared: vec![none; DEEP],
        }
    }

    /// Makes ready for steps that end at row `i`.
    pub(super) fn load(&mut self, i: usize) {
        for at in i.saturating_sub(DEEP)..i {
            if self.shared[at % DEEP].place != at {
                self.shared[at % DEEP] = self.shared_by(at);
            }
        }
    }

    /// The weights that a step may ask for which takes the block at a place of the source.
    fn shared_by(&self, at: usize) -> Shared {
        let table = self.table;
        let last = (at + DEEP - 1).min(table.left.len());
        let ends = self.band.row(at + 1).start..self.band.row(last).end;
        let blocks = &table.right[ends.start.saturating_sub(DEEP - 1)..ends.end - 1];
        let within = match blocks {
            [first, .., last] => *first..last + 1,
            [one] => *one..one + 1,
            [] => 0..0,
        };
        Shared {
            place: at,
            first: within.start,
            weights: table.model.row(table.left[at], &within),
        }
    }

    /// What the step to `end` costs.
    pub(super) fn cost(&self, (a, b): (usize, usize), end: (usize, usize)) -> f32 {
        let table = self.table;
        let shared = |i: usize, j: usize| {
            let row = &self.shared[i % DEEP];
            row.weights[table.right[j] - row.first]
        };
        match (a, b) {
            (0, _) | (_, 0) => GAP,
            (1, 1) => {
                let (i, j) = (end.0 - 1, end.1 - 1);
                table
                    .model
                    .pair(table.left[i], table.right[j], shared(i, j))
            }
            _ => {
                let left = &table.joined[0][a - 1][end.0];
                let right = &table.joined[1][b - 1][end.1];
                let (Some(left), Some(right)) = (left, right) else {
                    return NEVER;
                };
                let mut all = 0.0;
                for i in end.0 - a..end.0 {
                    for j in end.1 - b..end.1 {
                        all += shared(i, j);
                    }
                }
                table.model.joined(left, right, all)
            }
        }
    }
}
