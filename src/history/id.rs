//! The names that git gives to commits and to contents.

use std::fmt;
use std::str::FromStr;

use gix::ObjectId;

/// How many hexadecimal digits a short name has: enough for half a million objects.
const SHORT: usize = 10;

/// The name of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CommitId(pub(super) ObjectId);

/// The name of a content: equal names, equal bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct BlobId(pub(super) ObjectId);

/// Text that is no name of a commit: 40 or 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a commit is named by 40 or 64 hexadecimal digits")]
pub struct BadId;

impl CommitId {
    /// The first ten digits, for people.
    pub fn short(&self) -> String {
        self.0.to_hex_with_len(SHORT).to_string()
    }
}

impl fmt::Display for CommitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for CommitId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        text.parse().map(Self).map_err(|_| BadId)
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
