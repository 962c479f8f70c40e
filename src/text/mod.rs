//! Facts about text: languages, places in a file, words and their differences; knows no articles.

mod lang;
mod lines;
mod span;

pub use lang::{Lang, LangError};
pub use lines::LineIndex;
pub use span::Span;
