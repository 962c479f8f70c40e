//! Writes archives whose bytes depend on nothing but the names and the bytes of their files: no times,
//! no owners, no machine.

use std::io::{self, Read, Seek, Write};

use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use tar::{EntryType, Header};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::Archive;
use crate::text::{Digest, Hashing};

/// How hard Zstandard tries, from 1 to 22.
const EFFORT: i32 = 9;
/// Everybody may read a file, and its owner may write it.
const MODE: u32 = 0o644;

/// An archive in the making.
pub(super) enum Writer<W: Write + Seek> {
    Zst(tar::Builder<zstd::Encoder<'static, W>>),
    Gz(tar::Builder<GzEncoder<W>>),
    Zip(Box<ZipWriter<W>>),
}

impl<W: Write + Seek> Writer<W> {
    /// Begins one.
    pub(super) fn new(archive: Archive, out: W) -> io::Result<Self> {
        Ok(match archive {
            Archive::TarZst => {
                let mut out = zstd::Encoder::new(out, EFFORT)?;
                out.include_checksum(true)?;
                Self::Zst(tar::Builder::new(out))
            }
            Archive::TarGz => {
                // 255: nobody says on which system it was made.
                let out = GzBuilder::new()
                    .operating_system(255)
                    .write(out, Compression::default());
                Self::Gz(tar::Builder::new(out))
            }
            Archive::Zip => Self::Zip(Box::new(ZipWriter::new(out))),
        })
    }

    /// Adds a file of `size` bytes, and gives their digest. That a file has another size than was said
    /// is an error.
    pub(super) fn add(
        &mut self,
        path: &str,
        size: u64,
        bytes: &mut dyn Read,
    ) -> io::Result<Digest> {
        let mut bytes = Hashing::new(bytes.take(size));
        match self {
            Self::Zst(tar) => tar.append_data(&mut header(size), path, &mut bytes)?,
            Self::Gz(tar) => tar.append_data(&mut header(size), path, &mut bytes)?,
            Self::Zip(zip) => {
                let options = SimpleFileOptions::default()
                    .compression_method(CompressionMethod::Deflated)
                    .last_modified_time(DateTime::default())
                    .unix_permissions(MODE)
                    .system(System::Unix)
                    .large_file(size >= u64::from(u32::MAX));
                zip.start_file(path, options)?;
                io::copy(&mut bytes, zip)?;
            }
        }
        let (read, digest) = bytes.finish();
        if read == size {
            Ok(digest)
        } else {
            Err(io::Error::other(format!("{path} has become shorter")))
        }
    }

    /// Ends it.
    pub(super) fn finish(self) -> io::Result<()> {
        let mut out = match self {
            Self::Zst(tar) => tar.into_inner()?.finish()?,
            Self::Gz(tar) => tar.into_inner()?.finish()?,
            Self::Zip(zip) => zip.finish()?,
        };
        out.flush()
    }
}

/// A file of nobody's, from the beginning of time. Long names are written as GNU tar does.
fn header(size: u64) -> Header {
    let mut header = Header::new_gnu();
    header.set_entry_type(EntryType::Regular);
    header.set_size(size);
    header.set_mode(MODE);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(0);
    header
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn packed(archive: Archive) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let mut writer = Writer::new(archive, &mut out).unwrap();
        let long = format!("{}/статья.md", "новости/".repeat(40));
        for path in ["a.txt", &long] {
            let digest = writer.add(path, 3, &mut "abc".as_bytes()).unwrap();
            assert_eq!(digest, Digest::of(b"abc"));
        }
        writer.finish().unwrap();
        out.into_inner()
    }

    #[test]
    fn the_same_files_are_the_same_bytes_and_can_be_read() {
        for archive in Archive::ALL {
            assert_eq!(packed(archive), packed(archive), "{archive:?}");
        }
        let bytes = packed(Archive::TarGz);
        let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(bytes.as_slice()));
        let names: Vec<String> = tar
            .entries()
            .unwrap()
            .map(|entry| entry.unwrap().path().unwrap().display().to_string())
            .collect();
        assert_eq!(names.len(), 2);
        assert!(names[1].ends_with("/статья.md"), "{names:?}");
    }

    #[test]
    fn a_file_that_has_become_shorter_is_an_error() {
        for archive in Archive::ALL {
            let mut writer = Writer::new(archive, Cursor::new(Vec::new())).unwrap();
            assert!(writer.add("a", 4, &mut "abc".as_bytes()).is_err());
        }
    }
}
