//! How likely each step of a way through the table is among all ways there could be.
//!
//! The forward-backward algorithm (Baum 1972), of which only the values on the way are kept.

use super::band::Band;
use super::model::NEVER;
use super::order::TEMPERATURE;
use super::table::{DEEP, Kept, Rows, STEPS, Table};

/// Of a table with up to so many places all are counted.
const WHOLE: usize = 4_000_000;

/// Of a larger one those so far from the way: what lies beyond adds nothing to speak of.
const REACH: usize = 60;

impl Table<'_> {
    /// How likely each step of a path is among all ways to go.
    pub(super) fn chances(&self, path: &[usize]) -> Vec<f32> {
        let mut places = vec![(0, 0)];
        for &step in path {
            let (i, j) = places[places.len() - 1];
            places.push((i + STEPS[step].0, j + STEPS[step].1));
        }
        let (n, m) = (self.left.len(), self.right.len());
        let reach = if n.saturating_mul(m) <= WHOLE {
            m
        } else {
            REACH
        };
        let band = Band::around(path, (n, m), reach);
        let before = self.sweep(&places, &band, false);
        let after = self.sweep(&places, &band, true);
        let total = before[before.len() - 1];
        let chance = |(at, cost): (usize, f32)| {
            let chance = (total - before[at] - cost / TEMPERATURE - after[at + 1]).exp();
            chance.clamp(0.0, 1.0)
        };
        self.costs(path)
            .into_iter()
            .enumerate()
            .map(chance)
            .collect()
    }

    /// −ln of the sum over all ways from the beginning to each of `places`, or, `backward`, from there to
    /// the end.
    fn sweep(&self, places: &[(usize, usize)], band: &Band, backward: bool) -> Vec<f32> {
        let (n, m) = (self.left.len(), self.right.len());
        let mut out = vec![0.0; places.len()];
        let mut kept: Vec<Kept> = vec![Kept::default(); DEEP];
        let mut rows = Rows::new(self, band);
        for turn in 0..=n {
            let i = if backward { n - turn } else { turn };
            rows.load(if backward { (i + DEEP - 1).min(n) } else { i });
            let row = band.row(i);
            let mut sums = Kept::new(&row);
            for turn in 0..row.len() {
                let j = if backward {
                    row.end - 1 - turn
                } else {
                    row.start + turn
                };
                if (i, j) == if backward { (n, m) } else { (0, 0) } {
                    sums.set(j, 0.0);
                    continue;
                }
                let mut ways = [NEVER; STEPS.len()];
                for (way, &(a, b)) in ways.iter_mut().zip(&STEPS) {
                    let fits = if backward {
                        i + a <= n && j + b <= m
                    } else {
                        i >= a && j >= b
                    };
                    if !fits {
                        continue;
                    }
                    let (end, other) = if backward {
                        ((i + a, j + b), (i + a, j + b))
                    } else {
                        ((i, j), (i - a, j - b))
                    };
                    let known = if a == 0 {
                        sums.get(other.1)
                    } else {
                        kept[other.0 % DEEP].get(other.1)
                    };
                    if known < NEVER {
                        *way = known + rows.cost((a, b), end) / TEMPERATURE;
                    }
                }
                sums.set(j, soft_least(&ways));
            }
            let first = places.partition_point(|place| place.0 < i);
            let here = places[first..].iter().take_while(|place| place.0 == i);
            for (out, place) in out[first..].iter_mut().zip(here) {
                *out = sums.get(place.1);
            }
            kept[i % DEEP] = sums;
        }
        out
    }
}

/// −ln Σ exp(−x).
fn soft_least(ways: &[f32]) -> f32 {
    let least = ways.iter().copied().fold(NEVER, f32::min);
    if least >= NEVER {
        return NEVER;
    }
    least - ways.iter().map(|way| (least - way).exp()).sum::<f32>().ln()
}
