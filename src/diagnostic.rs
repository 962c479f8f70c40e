//! What we say when something is wrong: a code, a severity, a place, and the facts.
//!
//! A diagnostic carries no sentence. Its words stand in `locales/*/diagnostics.ftl` under
//! its code, so every one of them can be said in every language of the program; here are
//! only the facts that the sentence needs.

use std::cmp::Ordering;
use std::fmt;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::text::Span;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably a mistake.
    Warning,
    /// Certainly one: something could not be read or would be wrong if published.
    Error,
}

/// A place, and what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The guilty bytes.
    pub span: Span,
    /// What to say beside them: a fact, as a key of an argument (see [`Diagnostic::args`]).
    pub note: Option<String>,
}

/// One replacement in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; an empty range inserts.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// A way to mend what was found, safe to apply without asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The replacements, in any order, none over another.
    pub edits: Vec<Edit>,
}

/// Something wrong, in one place, with everything an output may want to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule speaks.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The facts, by the name that the sentence uses for them.
    pub args: Vec<(&'static str, String)>,
    /// Where it is.
    pub primary: Label,
    /// Other places that have to do with it, usually in the other language.
    pub related: Vec<Label>,
    /// How to mend it, where that is safe.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A diagnostic of the code's own severity at `span`.
    pub fn new(code: Code, span: Span) -> Self {
        Self {
            code,
            severity: code.severity(),
            args: Vec::new(),
            primary: Label { span, note: None },
            related: Vec::new(),
            fix: None,
        }
    }

    /// Adds a fact for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Adds another place that has to do with it.
    #[must_use]
    pub fn related(mut self, span: Span) -> Self {
        self.related.push(Label { span, note: None });
        self
    }
}

/// Which rule speaks: a name that people write and never changes, and what belongs to it.
///
/// The codes of files and of the project stand below; each check declares its own.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    name: &'static str,
    severity: Severity,
    args: &'static [&'static str],
}

impl Code {
    /// A code with the severity that it has unless a project says otherwise, and the names of the
    /// facts that its sentence uses.
    pub const fn new(
        name: &'static str,
        severity: Severity,
        args: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            severity,
            args,
        }
    }

    /// The name, as people write it.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// How bad it is unless a project says otherwise.
    pub const fn severity(self) -> Severity {
        self.severity
    }

    /// The names of the facts that its sentence uses.
    pub const fn args(self) -> &'static [&'static str] {
        self.args
    }
}

/// Two codes of one name are one code.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Code {}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name.cmp(other.name)
    }
}

/// Declares codes: constant, name, severity, and the arguments of its sentence.
macro_rules! codes {
    ($($(#[$doc:meta])* $constant:ident = $name:literal, $severity:ident, [$($arg:literal),*];)*) => {
        impl Code {
            $($(#[$doc])* pub const $constant: Self = Self::new($name, Severity::$severity, &[$($arg),*]);)*

            /// The codes of files and of the project, in the order of this file.
            pub const OF_FILES: &[Self] = &[$(Self::$constant,)*];
        }
    };
}

codes! {
    /// A file or folder could not be read.
    UNREADABLE = "unreadable", Error, ["reason"];
    /// A file is not UTF-8.
    INVALID_UTF8 = "invalid-utf8", Error, ["byte"];
    /// A file has NUL bytes: it is no text.
    BINARY_FILE = "binary-file", Error, [];
    /// A file is longer than any article.
    TOO_LARGE = "too-large", Error, ["size", "limit"];
    /// A file has more lines than any article.
    TOO_MANY_LINES = "too-many-lines", Error, ["lines", "limit"];
    /// A line is longer than any paragraph.
    LONG_LINE = "long-line", Error, ["size", "limit"];
    /// A passage is longer than any paragraph, so it was not compared with what translates it.
    LONG_PASSAGE = "long-passage", Error, ["size", "limit"];
    /// A symbolic link stands where an article would be.
    SYMBOLIC_LINK = "symbolic-link", Error, ["target"];
    /// Two files differ by case only and fall together on other systems.
    CASE_COLLISION = "case-collision", Warning, ["other"];
    /// Two files want to be the same language of the same article.
    DUPLICATE_FILE = "duplicate-file", Warning, ["other", "lang"];
    /// Front matter begins and never ends.
    UNCLOSED_FRONT_MATTER = "unclosed-front-matter", Error, ["fence"];
    /// Front matter cannot be read.
    BROKEN_FRONT_MATTER = "broken-front-matter", Error, ["reason"];
    /// Quotes and lists stand deeper in one another than any text needs.
    DEEP_NESTING = "deep-nesting", Error, ["depth", "limit"];
    /// There is more markup than any text needs.
    TOO_MUCH_MARKUP = "too-much-markup", Error, ["limit"];
    /// A Fluent entry cannot be read.
    BROKEN_MESSAGE = "broken-message", Error, ["reason"];
    /// A key stands twice in one file.
    DUPLICATE_KEY = "duplicate-key", Warning, ["key"];
    /// An article is empty.
    EMPTY_FILE = "empty-file", Warning, [];
    /// A file or folder whose name is not UTF-8 stands where an article would be.
    BAD_FILE_NAME = "bad-file-name", Error, [];
    /// The languages of the project file make no sense together; the reason is a name.
    BAD_LANGUAGES = "bad-languages", Error, ["reason", "lang"];
    /// `workflow.toml` is not TOML or misses something; the reason is a name or the parser's word.
    BAD_CONFIG = "bad-config", Error, ["reason"];
    /// What people said of a translation, under `.sverka/review/`, cannot be read.
    BROKEN_REVIEW = "broken-review", Error, ["reason"];
    /// A value of `workflow.toml` has the wrong type, by its name in JSON Schema.
    WRONG_TYPE = "wrong-type", Error, ["key", "expected", "found"];
    /// `workflow.toml` has a key that means nothing.
    UNKNOWN_KEY = "unknown-key", Error, ["key", "nearest"];
    /// The project file speaks of a check that there is not.
    UNKNOWN_CHECK = "unknown-check", Error, ["check", "nearest"];
    /// A path pattern cannot be used; the reason is a name.
    BAD_PATTERN = "bad-pattern", Error, ["pattern", "reason", "part", "nearest"];
    /// A glob cannot be read.
    BAD_GLOB = "bad-glob", Error, ["glob", "reason"];
    /// A collection matches no file.
    EMPTY_COLLECTION = "empty-collection", Warning, ["pattern"];
    /// The front matter names a source language that the article does not have.
    UNKNOWN_SOURCE_LANGUAGE = "unknown-source-language", Error, ["key", "value"];
    /// A field that must be equal in all languages is not.
    UNEQUAL_FIELD = "unequal-field", Warning, ["field", "source", "target"];
    /// A note says that a finding is no mistake, and names no check, finding or reason.
    BAD_IGNORE = "bad-ignore", Error, ["said"];
    /// The list of what is no mistake, `.sverka/ignore.toml`, cannot be read.
    BROKEN_IGNORE_LIST = "broken-ignore-list", Error, ["reason"];
    /// A note says that a finding is no mistake, and there is no such finding.
    UNUSED_IGNORE = "unused-ignore", Warning, ["check", "fingerprint", "reason"];
    /// A source was changed, and translations that were current are not any more.
    MAKES_STALE = "makes-stale", Warning, ["count", "article"];
    /// A translation was changed, and nobody said what it reflects now.
    BASE_NOT_MOVED = "base-not-moved", Warning, ["article", "lang"];
    /// A base that belongs to no article.
    STRAY_BASE = "stray-base", Warning, ["lang"];
    /// A date of the front matter cannot be read.
    BAD_DATE = "bad-date", Error, ["field", "value"];
    /// A field of the front matter that is neither yes nor no.
    BAD_FLAG = "bad-flag", Error, ["field", "value"];
    /// A policy of bundles that makes no sense for a standing.
    BAD_POLICY = "bad-policy", Error, ["standing", "choices"];
    /// An address that an article asks for cannot be one.
    BAD_SLUG = "bad-slug", Error, ["slug"];
    /// The addresses of a language, under `.sverka/slugs/`, cannot be read.
    BROKEN_SLUGS = "broken-slugs", Error, ["reason"];
    /// Addresses are new, and may not be written down.
    NEW_ADDRESSES = "new-addresses", Error, ["lang"];
    /// A file says something else than when it was read first.
    CHANGED_WHILE_BUNDLING = "changed-while-bundling", Error, [];
    /// A file of the published folder that no bundle put there.
    FOREIGN_FILE = "foreign-file", Warning, [];
    /// An address that was published leads nowhere, as its article is gone.
    LOST_ADDRESS = "lost-address", Warning, ["lang", "link"];
    /// Two pages or files want one path in a bundle.
    ADDRESS_COLLISION = "address-collision", Error, ["path", "other"];
    /// The policy wants no bundle while an article stands so.
    NOT_PUBLISHABLE = "not-publishable", Error, ["standing", "lang"];
    /// A form needs the address of the site, and the project names none.
    NO_ADDRESS = "no-address", Error, ["lang"];
    /// A link leads to no article and no file.
    BROKEN_LINK = "broken-link", Error, ["link"];
    /// A fragment that is no heading of the page it leads to.
    BROKEN_ANCHOR = "broken-anchor", Error, ["link"];
    /// A link leads out of the project.
    LINK_LEADS_OUT = "link-leads-out", Error, ["link"];
    /// A link leads to an article that is not published, and the policy wants none.
    LINK_TO_UNPUBLISHED = "link-to-unpublished", Error, ["link"];
    /// An image or file that a page names is not there.
    MISSING_ASSET = "missing-asset", Error, ["link"];
    /// The words of a page are missing, empty or cannot be said; the kind is one of these.
    NO_WORDS = "no-words", Error, ["key", "lang", "kind"];
    /// A template cannot be read or used.
    BAD_TEMPLATE = "bad-template", Error, ["reason"];
    /// Something in an article was left out of its page, because it could do harm.
    REFUSED_MARKUP = "refused-markup", Warning, ["found"];
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.name())
    }
}
