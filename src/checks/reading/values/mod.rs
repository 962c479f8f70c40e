//! Values of a text: figures, dates, numbers said in words.
//!
//! Each reader takes the masked text of a passage and the table of its language, and knows no pair
//! of languages: two texts are compared by the values that were read.

mod calendar;
mod clock;
mod comparison;
mod conversion;
mod figures;
mod numbers;
mod numeric_dates;
mod phrases;
mod spoken;
mod statement;
mod value;
mod vocabulary;

pub(in crate::checks) use calendar::{Part, PartKind};
pub(in crate::checks) use comparison::Difference;
pub(in crate::checks) use figures::{Figure, Weight};
pub(in crate::checks) use statement::{Readers, Statement};
