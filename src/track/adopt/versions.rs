//! The versions of one file that history remembers, read when they are needed.

use std::collections::BTreeMap;

use crate::align::Sketch;
use crate::document::{Document, Reader};
use crate::history::{BlobId, History, Version};
use crate::text::Lang;

/// Gives out versions of one file.
pub(super) struct Archive<'a> {
    history: &'a History,
    reader: Reader<'a>,
    /// Whether the file on disk has `\r\n`: git may keep it otherwise.
    crlf: bool,
}

/// Sketches of the versions of a source, by content.
pub(super) type Sketches = BTreeMap<BlobId, Sketch>;

impl<'a> Archive<'a> {
    /// An archive with the versions of the file that says `today` on disk.
    pub(super) fn new(history: &'a History, reader: Reader<'a>, today: &str) -> Self {
        let crlf = today.contains("\r\n");
        Self {
            history,
            reader,
            crlf,
        }
    }

    /// What a content says, with the line ends of the file on disk; none where this clone does not
    /// have it, or it is no text.
    pub(super) fn text(&self, blob: BlobId) -> Option<String> {
        let bytes = self.history.blob(blob).ok().flatten()?;
        let text = String::from_utf8(bytes).ok()?;
        Some(match (self.crlf, text.contains("\r\n")) {
            (true, false) => text.replace('\n', "\r\n"),
            (false, true) => text.replace("\r\n", "\n"),
            _ => text,
        })
    }

    /// A version, read.
    pub(super) fn document(&self, version: &Version) -> Option<Document> {
        Some(self.read(&self.text(version.blob)?))
    }

    /// A text of the file, read.
    pub(super) fn read(&self, text: &str) -> Document {
        self.reader.read(text).document
    }

    /// Reads all `versions` that are not in `sketches` yet.
    pub(super) fn sketch(
        &self,
        versions: &[&Version],
        languages: &[Lang],
        sketches: &mut Sketches,
    ) {
        for version in versions {
            if sketches.contains_key(&version.blob) {
                continue;
            }
            if let Some(document) = self.document(version) {
                sketches.insert(version.blob, Sketch::of(&document, languages));
            }
        }
    }
}
