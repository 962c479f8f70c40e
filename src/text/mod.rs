//! Facts about text: languages and scripts, places in a file, words and their differences; knows no articles.

mod digest;
mod heading_id;
mod lang;
mod lines;
mod numbers;
mod pairing;
mod pattern;
mod script;
mod sequence;
mod signs;
mod similarity;
mod span;
mod transliteration;
mod visible;
mod words;

pub use digest::{Digest, Digester, Hashing, sha256};
pub use heading_id::heading_id;
pub use lang::{Lang, LangError};
pub use lines::LineIndex;
pub use numbers::{Reading, read_numbers};
pub use pairing::best_pairs;
pub(crate) use pattern::pattern;
pub use script::{Script, is_cyrillic, is_letter, is_mark, script_named, script_of};
pub use sequence::{diff_ops, rising};
pub use signs::speaks;
pub use similarity::{ratio, shared, typo_like};
pub use span::Span;
pub use transliteration::Scheme;
pub use visible::visible;
pub use words::{Tone, WordDiff, count_words, diff_words, words};
