//! Many findings take as much longer as there are more of them.

use std::time::Instant;

use sverka::gate::Outcome;
use sverka::report::FORMATS;
use sverka::text::Span;

use super::article::{Article, checked, hostile, repeated};
use super::{ALL, written};

/// An article of one long line, and as many findings as it has pairs of words.
fn long(pairs: usize) -> (Article, Outcome) {
    const PAIR: &str = "слово слово ";
    let mut outcome = checked(&hostile());
    let one = repeated(&outcome);
    let article = Article {
        target_text: PAIR.repeat(pairs) + "\n",
        ..hostile()
    };
    let word = "слово".len();
    let findings = (0..pairs).map(|at| {
        let at = at * PAIR.len();
        let mut one = one.clone();
        let diagnostic = &mut one.finding.diagnostic;
        diagnostic.primary.span = Span::new(article.target, at + word + 1..at + 2 * word + 1);
        diagnostic.related[0].span = Span::new(article.target, at..at + word);
        one
    });
    outcome.findings = findings.collect();
    (article, outcome)
}

#[test]
fn findings_in_one_line_are_written_in_linear_time() {
    let (small, few) = long(1_000);
    let (large, many) = long(8_000);
    for form in FORMATS {
        let time = |article: &Article, outcome: &Outcome| {
            let start = Instant::now();
            let text = written(form.name, article, outcome, &ALL);
            (start.elapsed().as_secs_f64(), text.len())
        };
        let (short, _) = time(&small, &few);
        let (long, _) = time(&large, &many);
        // Eight times as much; other programs run beside this test.
        assert!(
            long < short * 40.0 + 0.5,
            "{}: {short:.3} s, {long:.3} s",
            form.name
        );
    }
}
