//! What tells one finding from all others, and changes with the texts it is about.

use std::fmt;

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

/// The first 64 bits of a SHA-256 over the check, the texts it compared and the guilty token.
///
/// It knows no file and no line: a text that moves keeps its findings, and an ignore of one dies
/// as soon as either text changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fingerprint(u64);

/// The texts of a finding, hashed: many findings may be about the same ones.
#[derive(Debug, Clone)]
pub(super) struct Seed(Sha256);

impl Seed {
    /// Hashes the texts.
    pub(super) fn of<T: AsRef<str>>(texts: &[T]) -> Self {
        let mut hash = Sha256::new();
        for text in texts {
            add(&mut hash, text.as_ref());
        }
        Self(hash)
    }

    /// The fingerprint of a check and a token in these texts.
    pub(super) fn fingerprint<'p>(
        mut self,
        parts: impl IntoIterator<Item = &'p str>,
    ) -> Fingerprint {
        for part in parts {
            add(&mut self.0, part);
        }
        let digest = self.0.finalize();
        let mut first = [0; 8];
        first.copy_from_slice(&digest[..8]);
        Fingerprint(u64::from_be_bytes(first))
    }
}

/// Adds a part; its length keeps two of them from being read as one.
fn add(hash: &mut Sha256, part: &str) {
    hash.update((part.len() as u64).to_le_bytes());
    hash.update(part.as_bytes());
}

impl Fingerprint {
    /// The fingerprint of these parts, in this order.
    pub fn of<'p>(parts: impl IntoIterator<Item = &'p str>) -> Self {
        let none: [&str; 0] = [];
        Seed::of(&none).fingerprint(parts)
    }

    /// Whether `written`, eight hexadecimal digits or more, is the beginning of it.
    pub fn begins(&self, written: &str) -> bool {
        written.len() >= 8 && self.to_string().starts_with(&written.to_ascii_lowercase())
    }

    /// The eight digits that people copy.
    pub fn short(&self) -> String {
        self.to_string()[..8].to_owned()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}
