//! What a page writes in two ways: the usual one, and the places of the other.

use crate::text::Span;

/// The places of each way to write one thing, on one page.
#[derive(Debug)]
pub(in crate::checks) struct Ways<const N: usize> {
    places: [Vec<(Span, String)>; N],
}

/// What a page does not write in its usual way.
#[derive(Debug)]
pub(in crate::checks) struct Odd {
    /// Where it stands.
    pub place: Span,
    /// What stands there.
    pub what: String,
    /// Which way is the usual one.
    pub usual: usize,
    /// How often the usual one stands on the page.
    pub count: usize,
}

impl<const N: usize> Ways<N> {
    /// Nothing yet.
    pub(in crate::checks) fn new() -> Self {
        Self {
            places: std::array::from_fn(|_| Vec::new()),
        }
    }

    /// One more place of a way, and what stands there.
    pub(in crate::checks) fn add(&mut self, way: usize, place: Span, what: &str) {
        self.places[way].push((place, what.to_owned()));
    }

    /// The places of all ways but the usual one; none where no way is: the usual one stands at
    /// least twice, and twice as often as all others together.
    pub(in crate::checks) fn odd(self) -> Vec<Odd> {
        let total: usize = self.places.iter().map(Vec::len).sum();
        let most = self
            .places
            .iter()
            .enumerate()
            .max_by_key(|(_, places)| places.len());
        let Some((usual, count)) = most.map(|(way, places)| (way, places.len())) else {
            return Vec::new();
        };
        if count < 2 || count < 2 * (total - count) {
            return Vec::new();
        }
        let others = self
            .places
            .into_iter()
            .enumerate()
            .filter(|(way, _)| *way != usual);
        let odd = |(_, places): (usize, Vec<(Span, String)>)| {
            let one = move |(place, what)| Odd {
                place,
                what,
                usual,
                count,
            };
            places.into_iter().map(one)
        };
        let mut out: Vec<Odd> = others.flat_map(odd).collect();
        out.sort_by_key(|odd| odd.place.start);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn odd(ways: &[usize]) -> Vec<usize> {
        let mut all = Ways::<2>::new();
        for (at, way) in ways.iter().enumerate() {
            all.add(*way, Span::new("a.md", at..at + 1), "");
        }
        all.odd().iter().map(|odd| odd.place.start).collect()
    }

    #[test]
    fn the_rarer_way_is_odd_when_it_is_rare() {
        assert_eq!(odd(&[0, 1, 0]), [1]);
        assert_eq!(odd(&[0, 1]), Vec::<usize>::new());
        assert_eq!(odd(&[0, 1, 0, 1, 0]), Vec::<usize>::new());
    }
}
