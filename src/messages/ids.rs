//! Everything the program can say, by name and with the arguments each sentence needs.
//!
//! To add a message: one line here, and its sentence in `locales/*/report.ftl` (what
//! commands print) or `locales/*/cli.ftl` (the command line itself). A test says what is missing.

use fluent::{FluentArgs, FluentValue};

/// Declares the messages: variant, arguments (`usize` or `&'a str`), Fluent id.
macro_rules! messages {
    ($($(#[$doc:meta])* $variant:ident $({ $($field:ident: $type:ty),* $(,)? })? => $id:literal,)*) => {
        /// A sentence of the program, with the values it mentions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Msg<'a> {
            $($(#[$doc])* $variant $({
                $(#[doc = concat!("The sentence's `$", stringify!($field), "`.")] $field: $type),*
            })?,)*
        }

        impl<'a> Msg<'a> {
            /// The id of the Fluent message.
            pub fn id(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $id,)* }
            }

            /// The values, by the names that the sentence uses.
            pub fn args(&self) -> FluentArgs<'a> {
                let pairs: Vec<(&'static str, FluentValue<'a>)> = match *self {
                    $(Self::$variant $({ $($field),* })? => vec![
                        $($((stringify!($field), FluentValue::from($field))),*)?
                    ],)*
                };
                pairs.into_iter().collect()
            }

            /// One of each, all its numbers being `number`: for tests.
            pub fn samples(number: usize) -> Vec<Self> {
                vec![$(Self::$variant $({
                    $($field: <$type as Sample>::sample(number)),*
                })?,)*]
            }
        }
    };
}

messages! {
    /// Words, counted.
    Words { count: usize } => "words",
    /// Segments, counted.
    Segments { count: usize } => "segments",
    /// Articles, counted.
    Articles { count: usize } => "articles",
    /// Changes, counted.
    Changes { count: usize } => "changes",
    /// Files, counted.
    Files { count: usize } => "files",
    /// How many segments of all of them are stale.
    SegmentsOf { stale: usize, total: usize } => "segments-of",

    /// No translation.
    StatusMissing => "status-missing",
    /// A translation without a base.
    StatusUntracked => "status-untracked",
    /// The source has changed since.
    StatusStale => "status-stale",
    /// The translation reflects the source.
    StatusCurrent => "status-current",
    /// A translation without a source.
    StatusOrphan => "status-orphan",
    /// A translation that is not finished.
    StatusDraft => "status-draft",

    /// A segment that the base does not have.
    ChangeAdded => "change-added",
    /// A segment that only the base has.
    ChangeRemoved => "change-removed",
    /// A segment that says something else now.
    ChangeChanged => "change-changed",
    /// A segment that stands elsewhere now.
    ChangeMoved => "change-moved",

    /// A change that a reader reads.
    NatureProse => "nature-prose",
    /// A change like the mending of a typo.
    NatureMinor => "nature-minor",
    /// A change that no reader reads.
    NatureMechanical => "nature-mechanical",

    /// Only spaces and line breaks changed.
    ReasonSpacing => "only-spacing",
    /// Only emphasis and the like changed.
    ReasonMarkup => "only-markup",
    /// Only punctuation changed.
    ReasonPunctuation => "only-punctuation",
    /// Only the address of a link or image changed.
    ReasonLinkTarget => "only-link-target",
    /// Only an anchor or the id of a heading changed.
    ReasonAnchor => "only-anchor",
    /// Only inline code changed.
    ReasonInlineCode => "only-inline-code",
    /// Only tags changed.
    ReasonTags => "only-tags",
    /// Only the spelling of a number changed.
    ReasonNumber => "only-number",
    /// Only a code block changed.
    ReasonCodeBlock => "only-code-block",
    /// Only metadata that nobody translates changed.
    ReasonMetadata => "only-metadata",
    /// Only an import changed.
    ReasonImport => "only-import",
    /// Only the place changed.
    ReasonMoved => "only-moved",

    /// The word before an error.
    LevelError => "level-error",
    /// The word before a warning.
    LevelWarning => "level-warning",
    /// The word before a remark.
    LevelInfo => "level-info",
    /// The word before advice.
    LevelHelp => "level-help",

    /// Above how to call a command.
    HeadingUsage => "heading-usage",
    /// Above the commands.
    HeadingCommands => "heading-commands",
    /// Above the arguments.
    HeadingArguments => "heading-arguments",
    /// Above a command's options.
    HeadingOptions => "heading-options",
    /// Above the options that every command takes.
    HeadingGlobal => "heading-global",
    /// Above the examples.
    HeadingExamples => "heading-examples",
    /// Stands for all options, where a command's form is shown.
    PlaceOptions => "place-options",
    /// Stands for a command, where the program's form is shown.
    PlaceCommand => "place-command",
    /// After an option's help: what it may be.
    PossibleValues { values: &'a str } => "possible-values",
    /// After an option's help: what it is if not given.
    DefaultValue { value: &'a str } => "default-value",

    /// An option or argument that the command does not have.
    UnknownArgument { argument: &'a str } => "unknown-argument",
    /// An argument where no more are taken.
    ExtraArgument { argument: &'a str } => "extra-argument",
    /// A command that there is not.
    UnknownCommand { command: &'a str } => "unknown-command",
    /// No command was given.
    MissingCommand => "missing-command",
    /// Arguments that cannot be left out; a list follows.
    MissingArguments { count: usize } => "missing-arguments",
    /// An option without its value.
    MissingValue { argument: &'a str } => "missing-value",
    /// A value that an argument does not take.
    InvalidValue { value: &'a str, argument: &'a str } => "invalid-value",
    /// Why a value is not a language.
    NotALanguage => "not-a-language",
    /// Why a value is not a glob.
    NotAGlob => "not-a-glob",
    /// Why a value does not choose segments.
    NotSegments => "not-segments",
    /// An option that was given twice.
    GivenTwice { argument: &'a str } => "given-twice",
    /// Two arguments that do not go together.
    Conflict { argument: &'a str, other: &'a str } => "conflict",
    /// A value too many.
    TooManyValues { value: &'a str, argument: &'a str } => "too-many-values",
    /// Fewer values, or another number of them, than an argument needs.
    WrongNumberOfValues { argument: &'a str, expected: usize, actual: usize } => "wrong-number-of-values",
    /// The nearest right spelling.
    DidYouMean { right: &'a str } => "did-you-mean",
    /// How to pass a value that looks like an option.
    AsValue { value: &'a str } => "as-value",
    /// Where to read more.
    TryHelp { command: &'a str } => "try-help",
    /// `-C` names no directory.
    NoDirectory { path: &'a str } => "no-directory",
    /// Output could not be written.
    WriteFailed { reason: &'a str } => "write-failed",
}

/// A value to try a sentence with.
trait Sample {
    fn sample(number: usize) -> Self;
}

impl Sample for usize {
    fn sample(number: usize) -> Self {
        number
    }
}

impl Sample for &str {
    fn sample(_: usize) -> Self {
        "образец"
    }
}
