//! How each language writes numbers and dates, and the Fluent bundle that says them.
//!
//! Why ICU4X 2.4 and not tables of our own: its compiled data are CLDR 49 in all languages. It
//! takes 28 more crates, 25 s of processor time to build, 0.6 MB of a program of 17 MB, and
//! nothing of a start: a language is looked up when it first has something to write, in less
//! than 0.1 ms; then a message with a number takes 0.6 µs and one with a date 1.8 µs. Of 620
//! numbers and dates of CLDR 48 in Russian, English and German, 605 come out the same;
//! `tests/locale/cldr.txt` shows the others. The percent and currencies, which it lacks, are a
//! table of ours. Names of time zones would be 4 MB more: a zone is told by its offset.
//!
//! What the runtime, `fluent-bundle` 0.16, does with the values: a plural looks at the value, at
//! `minimumFractionDigits` and at `type`, which is why `NUMBER` rounds to what it shows. A
//! variant such as `[1]` matches only a number without options that matter, so that after
//! `type: "ordinal"` there is no such match. A date as a selector matches nothing.

mod date;
mod fields;
mod functions;
mod language;
mod moment;
mod number;
mod runtime;
mod signs;

use std::sync::Arc;

use fluent::FluentResource;
use fluent::concurrent::FluentBundle;

use crate::text::Lang;

pub use date::{DateOptions, Length, Width, date};
pub use functions::{FUNCTIONS, Function, FunctionOption, Takes};
pub use moment::Moment;
pub use number::{NumberOptions, NumberStyle, number};

/// Messages of one language, and the functions of [`FUNCTIONS`] to say them with.
pub type Bundle = FluentBundle<Arc<FluentResource>>;

/// A bundle without messages. It isolates the values in them, as a page wants it; a caller who
/// writes for a terminal sets that off. A number is written as the language writes it, also
/// without `NUMBER`, and a [`Moment`] is a value like any other.
pub fn bundle(lang: &Lang) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.id().clone()]);
    bundle.set_formatter(Some(runtime::written));
    // A name can clash only with one that is there already.
    let _ = bundle.add_function("NUMBER", runtime::number);
    let _ = bundle.add_function("DATETIME", runtime::datetime);
    bundle
}
