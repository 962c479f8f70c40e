//! What a project says of the program whose words its Fluent files are.

use std::collections::BTreeMap;

use globset::GlobSet;

use super::file::Loaded;
use super::pattern::Pattern;
use crate::interface::Patterns;
use crate::text::Span;

/// The `[interface]` table.
#[derive(Debug, Clone)]
pub struct Interface {
    /// The Fluent files that are loaded beside every bundle; their patterns have no variable but
    /// `{lang}`, and not always that.
    pub shared: Vec<Pattern>,
    /// Which files are loaded together.
    pub bundle: Loaded,
    /// Globs of the ids that the program puts together itself.
    pub used: GlobSet,
    /// The functions of its messages beside `NUMBER` and `DATETIME`, with the names of their options.
    pub functions: BTreeMap<String, Vec<String>>,
    /// How files of each type use messages.
    pub patterns: Patterns,
    /// The files that use messages, and those among them that are not read.
    pub(super) sources: GlobSet,
    pub(super) exclude: GlobSet,
    /// Each glob of `sources` as it was written, and where.
    pub(super) globs: Vec<(String, Span)>,
}

impl Interface {
    /// Whether the project names files that use messages.
    pub fn has_sources(&self) -> bool {
        !self.sources.is_empty()
    }

    /// The folders that hold everything `sources` can match.
    pub(super) fn folders(&self) -> Vec<String> {
        self.globs.iter().map(|(glob, _)| folder(glob)).collect()
    }

    /// Whether this file may use messages: a Fluent file only has them.
    pub(super) fn is_source(&self, path: &str) -> bool {
        let fluent =
            path.len() > 4 && path.as_bytes()[path.len() - 4..].eq_ignore_ascii_case(b".ftl");
        !fluent && self.sources.is_match(path) && !self.exclude.is_match(path)
    }
}

/// The folder that holds everything a glob can match; empty for the root.
fn folder(glob: &str) -> String {
    let parts: Vec<&str> = glob.split('/').collect();
    let plain = |part: &&&str| !part.contains(['*', '?', '[', '{', '\\']);
    let folders = parts.iter().take(parts.len().saturating_sub(1));
    let fixed: Vec<&str> = folders.take_while(plain).copied().collect();
    fixed.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_what_stands_before_the_first_sign_of_a_glob() {
        for (glob, expected) in [
            ("templates/**", "templates"),
            ("web/src/**/*.vue", "web/src"),
            ("*.rs", ""),
            ("src/main.rs", "src"),
            ("main.rs", ""),
            ("{a,b}/c/*", ""),
        ] {
            assert_eq!(folder(glob), expected, "{glob}");
        }
    }
}
