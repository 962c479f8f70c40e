//! Pairing two sequences so that the sum of the scores is greatest and no pair crosses another.

/// The pairing that keeps order on both sides and has the greatest sum of scores; a pair
/// with score 0 is none. The classic table of Needleman and Wunsch (1970) without gap costs.
pub fn best_pairs(
    n: usize,
    m: usize,
    mut score: impl FnMut(usize, usize) -> f64,
) -> Vec<(usize, usize)> {
    if n == 0 || m == 0 {
        return Vec::new();
    }
    let width = m + 1;
    let mut best = vec![0.0_f64; (n + 1) * width];
    let mut paired = vec![false; n * m];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let own = score(i, j);
            let joined = best[(i + 1) * width + j + 1] + own;
            let pair = own > 0.0 && joined >= skip;
            paired[i * m + j] = pair;
            best[i * width + j] = if pair { joined } else { skip };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < n && j < m {
        if paired[i * m + j] {
            out.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::best_pairs;

    #[test]
    fn pairs_keep_order_and_take_the_greatest_sum() {
        let table = [[0.0, 0.9, 0.5], [1.0, 0.0, 0.5]];
        assert_eq!(best_pairs(2, 3, |i, j| table[i][j]), [(0, 1), (1, 2)]);
        assert_eq!(best_pairs(2, 1, |i, _| [0.3, 0.8][i]), [(1, 0)]);
        assert_eq!(best_pairs(0, 3, |_, _| 1.0), []);
    }
}
