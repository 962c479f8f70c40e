//! Which changes `sync --segment` means.

use std::ops::RangeInclusive;
use std::str::FromStr;

use thiserror::Error;

/// One choice of changes: `3`, `5-7`, or the key of a field or message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Segments {
    /// Changes by number, as `diff` counts them from 1.
    Numbers(RangeInclusive<usize>),
    /// The segment with this key.
    Key(String),
}

/// A choice that chooses nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` chooses no segments")]
pub(crate) struct SegmentsError(pub(crate) String);

impl FromStr for Segments {
    type Err = SegmentsError;

    fn from_str(text: &str) -> Result<Self, SegmentsError> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let is_number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let wrong = || SegmentsError(text.to_owned());
        if !is_number(first) || !is_number(last) {
            // Keys hold letters: `-5` and `5-` are slips of the hand, `hello-world` is a key.
            let is_key = text.chars().any(char::is_alphabetic);
            return if is_key {
                Ok(Self::Key(text.to_owned()))
            } else {
                Err(wrong())
            };
        }
        match (first.parse(), last.parse()) {
            (Ok(first), Ok(last)) if 0 < first && first <= last => Ok(Self::Numbers(first..=last)),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_ranges_and_keys() {
        assert_eq!("3".parse(), Ok(Segments::Numbers(3..=3)));
        assert_eq!("5-7".parse(), Ok(Segments::Numbers(5..=7)));
        for key in ["title", "hello-world", "step-2", "заголовок"] {
            assert_eq!(key.parse(), Ok(Segments::Key(key.to_owned())));
        }
        for wrong in ["", "0", "7-5", "0-3", "-5", "5-", "99999999999999999999"] {
            assert_eq!(
                wrong.parse::<Segments>(),
                Err(SegmentsError(wrong.to_owned()))
            );
        }
    }
}
