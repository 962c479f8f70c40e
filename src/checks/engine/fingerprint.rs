//! What tells one finding from all others, and changes with the texts it is about.

use std::fmt;

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

/// The first 64 bits of a SHA-256 over the check, the texts it compared and the guilty token.
///
/// It knows no file and no line: a text that moves keeps its findings, and an ignore of one dies
/// as soon as either text changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of these parts, in this order.
    pub fn of<'p>(parts: impl IntoIterator<Item = &'p str>) -> Self {
        Begun::default().and(parts).end()
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

/// A fingerprint in the making. A long text with a thousand findings is hashed once.
#[derive(Debug, Clone, Default)]
pub(super) struct Begun(Sha256);

impl Begun {
    /// Adds parts.
    pub(super) fn and<'p>(mut self, parts: impl IntoIterator<Item = &'p str>) -> Self {
        for part in parts {
            // The length keeps two parts from being read as one.
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part.as_bytes());
        }
        self
    }

    /// The fingerprint of all of them.
    pub(super) fn end(self) -> Fingerprint {
        let digest = self.0.finalize();
        let mut first = [0; 8];
        first.copy_from_slice(&digest[..8]);
        Fingerprint(u64::from_be_bytes(first))
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
