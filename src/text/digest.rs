//! The SHA-256 of a text, as manifests and records write it.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The SHA-256 of the text, byte for byte, in 64 hexadecimal digits.
pub fn sha256(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

/// Bytes as people write them: two lower-case hexadecimal digits each.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let room = String::with_capacity(bytes.len() * 2);
    bytes.iter().fold(room, |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::sha256;

    #[test]
    fn it_is_the_one_of_fips_180() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256("abc"), expected);
    }
}
