//! A bundle as one file that has the same bytes on every machine.

mod pack;
mod writer;

use schemars::JsonSchema;
use serde::Deserialize;

pub(super) use pack::pack;

/// How a bundle is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub enum Archive {
    /// A tar, compressed by Zstandard (RFC 8878).
    #[serde(rename = "tar.zst")]
    TarZst,
    /// The same, compressed by gzip (RFC 1952).
    #[serde(rename = "tar.gz")]
    TarGz,
    /// ZIP with DEFLATE (RFC 1951).
    #[serde(rename = "zip")]
    Zip,
}

impl Archive {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::TarZst, Self::TarGz, Self::Zip];

    /// The ending of its name, which is also its name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::TarZst => "tar.zst",
            Self::TarGz => "tar.gz",
            Self::Zip => "zip",
        }
    }
}
