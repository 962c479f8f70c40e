//! The table over two lists of blocks: the cheapest way through it.

use std::ops::Range;

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
    /// Where the table is filled.
    pub(super) band: Band,
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
            band: Band::new(left.len(), right.len()),
        }
    }

    /// The steps of the cheapest way from the beginning to the end.
    pub(super) fn path(&self) -> Vec<usize> {
        let (n, m) = (self.left.len(), self.right.len());
        let mut rows = Rows::new(self);
        let mut best: Vec<Vec<f32>> = Vec::new();
        let mut steps: Vec<Vec<u8>> = Vec::with_capacity(n + 1);
        for i in 0..=n {
            rows.load(i);
            let band = self.band.row(i);
            let mut costs = vec![NEVER; m + 1];
            let mut taken = vec![0_u8; band.len()];
            for j in band.clone() {
                if i + j == 0 {
                    costs[0] = 0.0;
                    continue;
                }
                for (step, name) in STEPS.iter().zip(0_u8..) {
                    if i < step.0 || j < step.1 {
                        continue;
                    }
                    let before = if step.0 == 0 {
                        costs[j - step.1]
                    } else {
                        best[(i - step.0) % DEEP][j - step.1]
                    };
                    if before < costs[j] {
                        let cost = before + rows.cost(*step, (i, j));
                        if cost < costs[j] {
                            costs[j] = cost;
                            taken[j - band.start] = name;
                        }
                    }
                }
            }
            if best.len() < DEEP {
                best.push(costs);
            } else {
                best[i % DEEP] = costs;
            }
            steps.push(taken);
        }
        self.back(&steps)
    }

    fn back(&self, steps: &[Vec<u8>]) -> Vec<usize> {
        let (mut i, mut j) = (self.left.len(), self.right.len());
        let mut out = Vec::new();
        while i + j > 0 {
            let step = usize::from(steps[i][j - self.band.row(i).start]);
            out.push(step);
            i -= STEPS[step].0;
            j -= STEPS[step].1;
        }
        out.reverse();
        out
    }

    /// What each step of a path costs.
    pub(super) fn costs(&self, path: &[usize]) -> Vec<f32> {
        let mut rows = Rows::new(self);
        let mut end = (0, 0);
        let cost = |&step: &usize| {
            end = (end.0 + STEPS[step].0, end.1 + STEPS[step].1);
            rows.load(end.0);
            rows.cost(STEPS[step], end)
        };
        path.iter().map(cost).collect()
    }
}

/// The weights shared by the blocks of the source that a step to the present row takes.
pub(super) struct Rows<'t> {
    table: &'t Table<'t>,
    /// The last of them, by place modulo [`DEEP`].
    rows: Vec<(usize, Vec<f32>)>,
}

impl<'t> Rows<'t> {
    pub(super) fn new(table: &'t Table<'t>) -> Self {
        Self {
            table,
            rows: vec![(usize::MAX, Vec::new()); DEEP],
        }
    }

    /// Makes ready for steps that end at row `i`.
    pub(super) fn load(&mut self, i: usize) {
        for at in i.saturating_sub(DEEP)..i {
            let kept = &mut self.rows[at % DEEP];
            if kept.0 != at {
                *kept = (at, self.table.model.row(self.table.left[at]));
            }
        }
    }

    /// What the step to `end` costs.
    pub(super) fn cost(&self, (a, b): (usize, usize), end: (usize, usize)) -> f32 {
        let table = self.table;
        let shared = |i: usize, j: usize| self.rows[i % DEEP].1[table.right[j]];
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

/// Which places of the target are looked at for each place of the source.
pub(super) struct Band {
    n: usize,
    m: usize,
    half: usize,
}

/// Up to this product of lengths every place is looked at.
const FULL: usize = 4_000_000;

/// So far from the diagonal places are looked at on longer pages.
const HALF: usize = 300;

impl Band {
    fn new(n: usize, m: usize) -> Self {
        let half = if n.saturating_mul(m) <= FULL {
            m
        } else {
            HALF + n.abs_diff(m)
        };
        Self { n, m, half }
    }

    pub(super) fn row(&self, i: usize) -> Range<usize> {
        let middle = (i * self.m).checked_div(self.n).unwrap_or(0);
        middle.saturating_sub(self.half)..(middle + self.half).min(self.m) + 1
    }
}
