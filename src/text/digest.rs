//! The SHA-256 of a text, as manifests and records write it, and of many things together.

use std::fmt;
use std::io::{self, Read};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of the text, byte for byte, in 64 hexadecimal digits.
pub fn sha256(text: &str) -> String {
    Digest::of(text.as_bytes()).to_string()
}

/// A SHA-256. Written as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Its first byte: any number, and the same for the same thing.
    pub fn first(&self) -> usize {
        usize::from(self.0[0])
    }

    /// Its first 122 bits as a UUID of version 8 (RFC 9562, 5.8): the name of a thing that is known by
    /// what was digested.
    pub fn uuid(&self) -> String {
        let mut own = *self;
        own.0[6] = own.0[6] & 0x0F | 0x80;
        own.0[8] = own.0[8] & 0x3F | 0x80;
        let hex = own.to_string();
        let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| &hex[part]);
        parts.join("-")
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        // Thousands of them are written in each bundle, so not one digit after another.
        let mut hex = [0; 64];
        for (pair, byte) in hex.chunks_exact_mut(2).zip(self.0) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 0x0F)];
        }
        out.write_str(std::str::from_utf8(&hex).unwrap_or_default())
    }
}

/// Takes things one after another into one digest. Each is marked with its length, so that no two
/// lists of things are alike.
#[derive(Clone, Default)]
pub struct Digester(Sha256);

impl Digester {
    /// Adds one thing.
    pub fn add(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds a digest.
    pub fn join(&mut self, digest: &Digest) -> &mut Self {
        self.add(&digest.0)
    }

    /// The digest of all that was added.
    pub fn finish(&self) -> Digest {
        Digest(self.0.clone().finalize().into())
    }
}

/// Reads on, and takes what it reads into a digest.
pub struct Hashing<R> {
    from: R,
    size: u64,
    hasher: Sha256,
}

impl<R: Read> Hashing<R> {
    /// Reads from here.
    pub fn new(from: R) -> Self {
        Self {
            from,
            size: 0,
            hasher: Sha256::new(),
        }
    }

    /// How many bytes were read, and their digest.
    pub fn finish(self) -> (u64, Digest) {
        (self.size, Digest(self.hasher.finalize().into()))
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(bytes)?;
        self.hasher.update(&bytes[..read]);
        self.size += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::{Digester, sha256};

    #[test]
    fn it_is_the_one_of_fips_180() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256("abc"), expected);
    }

    #[test]
    fn its_uuid_is_of_version_8() {
        // Appendix B.2 of RFC 9562 makes one of SHA-256 in the same way.
        let uuid = super::Digest::of(b"").uuid();
        assert_eq!(uuid, "e3b0c442-98fc-8c14-9afb-f4c8996fb924");
    }

    #[test]
    fn where_one_thing_ends_counts() {
        let of = |parts: &[&str]| {
            let mut all = Digester::default();
            for part in parts {
                all.add(part.as_bytes());
            }
            all.finish()
        };
        assert_eq!(of(&["a", "bc"]), of(&["a", "bc"]));
        assert_ne!(of(&["a", "bc"]), of(&["ab", "c"]));
        assert_ne!(of(&["a"]), of(&["a", ""]));
    }
}
