//! Regular expressions that are part of the program.

use regex::Regex;

/// Compiles an expression that stands in the source. Meant for a `LazyLock`.
#[expect(
    clippy::expect_used,
    reason = "a wrong expression is a bug that the first test to use it finds"
)]
pub(crate) fn pattern(expression: &'static str) -> Regex {
    Regex::new(expression).expect("expressions in the source compile")
}
