//! Why something is wrong, where the sentence alone does not say it: a name with words of its own.

/// Declares the reasons: variant and name.
macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A reason that we give ourselves; `reason-NAME` in `locales/` says it in words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Reason { $($(#[$doc])* $variant,)* }

        impl Reason {
            /// Every reason there is, in the order of this file.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name by which the sentence of a diagnostic chooses its words.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

reasons! {
    /// There is no such file or folder.
    NotFound = "not-found",
    /// The system does not let us.
    PermissionDenied = "permission-denied",
    /// It is a folder, a pipe or a device.
    NotAFile = "not-a-file",
    /// The path leaves the project or means something else on another system.
    BadPath = "bad-path",
    /// A partial clone does not have what a file said.
    NotFetched = "not-fetched",

    /// `source` is missing.
    NoSource = "no-source",
    /// `targets` is missing or empty.
    NoTargets = "no-targets",
    /// The source language stands among the targets.
    SourceInTargets = "source-in-targets",
    /// A collection names a language that is no target of the project.
    NotATarget = "not-a-target",
    /// A language tag that is none.
    BadTag = "bad-tag",
    /// A language stands twice.
    Duplicate = "duplicate",

    /// Two collections have one name.
    DuplicateName = "duplicate-name",
    /// There are no collections.
    NoContent = "no-content",
    /// `path` stands beside `source` or `target`.
    PathAndSource = "path-and-source",
    /// `source` stands without `target`.
    SourceWithoutTarget = "source-without-target",
    /// `target` stands without `source`.
    TargetWithoutSource = "target-without-source",
    /// A collection says no paths at all.
    NoPath = "no-path",

    /// There is nothing in the pattern.
    Empty = "empty",
    /// The pattern begins with `/` or with a drive.
    Absolute = "absolute",
    /// The pattern has a `.` or `..` between slashes.
    Dots = "dots",
    /// The pattern has `//`, or ends with `/`.
    EmptyPart = "empty-part",
    /// The pattern has `\`.
    Backslash = "backslash",
    /// The pattern has `*` or `?`, as globs do.
    Glob = "glob",
    /// A brace is not closed, not opened, or inside another.
    Unbalanced = "unbalanced",
    /// A variable that does not exist.
    UnknownVariable = "unknown-variable",
    /// A variable stands twice.
    Repeated = "repeated",
    /// Two variables touch, so nobody can say where one ends.
    Adjacent = "adjacent",
    /// An alternative is empty or has a slash.
    BadAlternative = "bad-alternative",
    /// A pattern for all languages or for the targets must have `{lang}`.
    NoLang = "no-lang",
    /// The patterns of source and target have different variables.
    Different = "different",
    /// The source and the target would be the same file.
    Same = "same",
    /// The pattern is longer than any path.
    TooLong = "too-long",
    /// A pattern may have `{lang}` and no other variable.
    OnlyLang = "only-lang",

    /// An expression for ids has no group to take them from.
    NoGroup = "no-group",
    /// A pattern for ids lacks its files or its expression.
    NoFilesOrId = "no-files-or-id",
    /// The name of a Fluent function has other letters than capitals, figures, `-` and `_`.
    BadFunction = "bad-function",

    /// The address of a site is none of the web, or has more than a path.
    BadAddress = "bad-address",
    /// Two languages have the same address.
    SameAddress = "same-address",
    /// A distance from Greenwich that is none.
    BadTimeZone = "bad-time-zone",
    /// There is no such form of a bundle.
    UnknownForm = "unknown-form",
}
