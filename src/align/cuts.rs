//! Where long pages are cut, so that no table over all of both is needed.
//!
//! As patience diff does it: what stands once on each side holds the two together. A table finds its
//! own way around such a pair, so pages are cut only behind one that is followed by another likely one.

use std::ops::Range;

use super::model::Model;
use crate::text::rising;

/// Places in the lists of blocks of both sides.
pub(super) type Piece = (Range<usize>, Range<usize>);

/// Up to this product of lengths nothing is cut.
const SMALL: usize = 250_000;

/// What a pair costs at most that holds the pages together.
const SURE: f32 = -8.0;

/// And the pair behind it.
const LIKELY: f32 = 3.0;

/// How often the pieces of pieces are cut.
const DEPTH: usize = 8;

/// Cuts the blocks `left` and `right` into pieces to be aligned one by one, in order.
pub(super) fn pieces(model: &Model<'_>, left: &[usize], right: &[usize]) -> Vec<Piece> {
    let mut pieces = vec![(0..left.len(), 0..right.len())];
    for _ in 0..DEPTH {
        let before = pieces.len();
        let cut = |piece: Piece| cut(model, left, right, piece);
        pieces = pieces.into_iter().flat_map(cut).collect();
        if pieces.len() == before {
            break;
        }
    }
    pieces
}

fn cut(model: &Model<'_>, left: &[usize], right: &[usize], piece: Piece) -> Vec<Piece> {
    let (source, target) = piece;
    if source.len().saturating_mul(target.len()) <= SMALL {
        return vec![(source, target)];
    }
    let cost = |i: usize, j: usize| {
        let (i, j) = (left[i], right[j]);
        model.pair(i, j, model.shared(i, j))
    };
    let mut pairs = once_each(model, (left, &source), (right, &target));
    pairs.retain(|&(i, j)| cost(i, j) <= SURE);
    let mut out = Vec::new();
    let (mut i, mut j) = (source.start, target.start);
    for (a, b) in rising(&pairs) {
        let (a, b) = (a + 1, b + 1);
        if a < source.end && b < target.end && cost(a, b) <= LIKELY {
            out.push((i..a, j..b));
            (i, j) = (a, b);
        }
    }
    out.push((i..source.end, j..target.end));
    out
}

/// The pairs of places that hold an anchor that is nowhere else in the two ranges. Of several with one
/// block of the source, at most one can be in a row that rises: they fall.
fn once_each(
    model: &Model<'_>,
    (left, source): (&[usize], &Range<usize>),
    (right, target): (&[usize], &Range<usize>),
) -> Vec<(usize, usize)> {
    let mut held: Vec<(usize, bool, usize)> = Vec::new();
    for i in source.clone() {
        held.extend(model.kept(left[i]).map(|anchor| (anchor, false, i)));
    }
    for j in target.clone() {
        let anchors = &model.target.held[right[j]];
        held.extend(anchors.iter().map(|&anchor| (anchor, true, j)));
    }
    held.sort_unstable();
    let pair = |anchor: &[(usize, bool, usize)]| match *anchor {
        [(_, false, i), (_, true, j)] => Some((i, j)),
        _ => None,
    };
    let mut out: Vec<_> = held
        .chunk_by(|one, other| one.0 == other.0)
        .filter_map(pair)
        .collect();
    out.sort_unstable_by_key(|&(i, j)| (i, std::cmp::Reverse(j)));
    out.dedup();
    out
}
