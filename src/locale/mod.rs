//! How each language writes numbers and dates, and the Fluent bundle that says them.

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

/// A bundle without messages.
pub fn bundle(lang: &Lang) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.id().clone()]);
    bundle.set_formatter(Some(runtime::written));
    // A name can clash only with one that is there already.
    let _ = bundle.add_function("NUMBER", runtime::number);
    let _ = bundle.add_function("DATETIME", runtime::datetime);
    bundle
}
