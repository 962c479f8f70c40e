//! Everything the program can say, by name and with the arguments each sentence needs.
//!
//! To add a message: one line here, and its sentence in `locales/*/report.ftl` (what
//! commands print) or `locales/*/cli.ftl` (the command line itself). A test says what is missing.

use super::declare::messages;

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
    /// The same in as few letters as possible.
    ShortWork { stale: usize, total: usize, words: usize } => "short-work",
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
    /// The source has changed since, but nothing that a reader reads.
    StatusMechanical => "status-mechanical",
    /// A file of the pair cannot be read.
    StatusUnreadable => "status-unreadable",

    /// Head of the column of articles.
    ColumnArticle => "column-article",
    /// Head of the column of languages.
    ColumnLanguage => "column-language",
    /// Head of the column of segments to touch.
    ColumnSegments => "column-segments",
    /// Head of the column of words to translate.
    ColumnWords => "column-words",
    /// What a number means in a compact matrix.
    LegendNumber => "legend-number",
    /// Segments that the source no longer has.
    ToRemove { count: usize } => "to-remove",
    /// Articles that are left out because they are current.
    HiddenCurrent { count: usize } => "hidden-current",
    /// Nothing fits the filters.
    NothingFound => "nothing-found",
    /// How to see what changed.
    AdviceDiff { article: &'a str, lang: &'a str } => "advice-diff",
    /// What to do about translations without a base.
    AdviceUntracked { count: usize } => "advice-untracked",
    /// What to do after `init`.
    AdviceStatus => "advice-status",
    /// That there is nothing to do.
    AllCurrent => "all-current",

    /// Why a translation is missing.
    WhyMissing { article: &'a str, lang: &'a str } => "why-missing",
    /// That a missing translation has a base all the same.
    WhyMissingBase { base: &'a str } => "why-missing-base",
    /// Why it is untracked.
    WhyUntracked { base: &'a str } => "why-untracked",
    /// Why it is current.
    WhyCurrent { base: &'a str } => "why-current",
    /// That someone found it right after a change.
    WhyAccepted { date: &'a str, by: &'a str, why: &'a str } => "why-accepted",
    /// Why it is stale.
    WhyStale { base: &'a str } => "why-stale",
    /// Why it is an orphan.
    WhyOrphan { path: &'a str } => "why-orphan",
    /// Why nothing can be said.
    WhyUnreadable => "why-unreadable",
    /// That the article was renamed.
    WhyRenamed { path: &'a str } => "why-renamed",
    /// That the source was renamed and its translation was not.
    WhySourceRenamed { path: &'a str } => "why-source-renamed",
    /// That it is a draft.
    WhyDraft => "why-draft",
    /// Changes that need no translator, and how many words stand in them.
    MechanicalToo { changes: &'a str, words: &'a str } => "mechanical-too",
    /// That it is stale and holds no work.
    WhyMechanical => "why-mechanical",

    /// Nothing to show a difference of.
    NothingStale => "nothing-stale",
    /// The base differs from the source between the segments only.
    OnlyLayout => "only-layout",
    /// Mechanical changes that are left out.
    HiddenMechanical { count: usize } => "hidden-mechanical",
    /// The line where a removed segment stood.
    WasAtLine { line: usize } => "was-at-line",
    /// Behind which line the translation of an added segment belongs.
    BelongsAfter { place: &'a str } => "belongs-after",
    /// The translation of an added segment belongs at the start.
    BelongsFirst { path: &'a str } => "belongs-first",
    /// The changed segment has no counterpart in the translation.
    NoCounterpart { path: &'a str } => "no-counterpart",
    /// Above the present translation.
    TranslationAt { place: &'a str } => "translation-at",

    /// Units, counted.
    Units { count: usize } => "units",
    /// Units of one block on each side.
    OneToOne { count: usize } => "one-to-one",
    /// Units of several blocks of the source and one of the translation.
    UnitsMerged { count: usize } => "units-merged",
    /// Units of one block of the source and several of the translation.
    UnitsSplit { count: usize } => "units-split",
    /// Units that stand elsewhere in the translation.
    UnitsMoved { count: usize } => "units-moved",
    /// Blocks that are not translated, and the sign they are shown with.
    OnlyInSource { count: usize } => "only-in-source",
    /// Blocks that only the translation has, and the sign they are shown with.
    OnlyInTarget { count: usize } => "only-in-target",

    /// A base was recorded for the first time.
    RecordedFirst { path: &'a str, base: &'a str } => "recorded-first",
    /// Changes were taken into the base.
    Recorded { path: &'a str, base: &'a str, count: usize } => "recorded",
    /// The translation may stay as it is.
    RecordedUnchanged { path: &'a str, base: &'a str } => "recorded-unchanged",
    /// The base moved with its article.
    BaseMoved { from: &'a str, to: &'a str } => "base-moved",
    /// Changes that came along.
    TakenAlong { numbers: &'a str } => "taken-along",
    /// What is still to do.
    StillLeft { amount: &'a str } => "left-to-do",
    /// How to record that changes were translated.
    AdviceSync { article: &'a str, lang: &'a str } => "advice-sync",
    /// Only mechanical changes are left.
    LeftMechanical => "left-mechanical",
    /// A dry run.
    NothingWritten => "nothing-written",
    /// There is nothing to record.
    AlreadyCurrent { article: &'a str, lang: &'a str } => "already-current",
    /// The file still carries the mark of a draft.
    StillMarked { path: &'a str } => "still-marked",
    /// A draft was written.
    Started { path: &'a str, base: &'a str, amount: &'a str } => "started",

    /// Changes that were carried into a translation.
    CarriedInto { path: &'a str, count: usize } => "carried-into",
    /// Changes that a translation reflected already.
    CarriedThere { path: &'a str, count: usize } => "carried-there",
    /// All that was carried, and all that stays.
    CarriedInAll { count: usize, left: usize } => "carried-in-all",
    /// Nothing can be carried.
    NothingToCarry => "nothing-to-carry",
    /// How to make it so.
    AdviceWrite => "advice-write",
    /// Above the changes that stay.
    StayPending => "stay-pending",
    /// Changes of punctuation and the like.
    StayRules { count: usize } => "stay-rules",
    /// Changes that wait for a translator.
    StayWords { count: usize } => "stay-words",
    /// Why: the words changed.
    WhyWords => "why-words",
    /// Why: nothing stands for it.
    WhyNoCounterpart => "why-no-counterpart",
    /// Why: the translation divides the text otherwise.
    WhyNotOneToOne => "why-not-one-to-one",
    /// Why: its place is only a guess.
    WhyUnsure => "why-unsure",
    /// Why: the translation has something else.
    WhyDiffers { value: &'a str } => "why-differs",
    /// Why: it may be another one.
    WhyAmbiguous { value: &'a str } => "why-ambiguous",
    /// Why: it stands among words.
    WhyAmongWords => "why-among-words",
    /// Why: what stands beside it is to be translated.
    WhyBesideWords => "why-beside-words",
    /// Why: the value may be another one in this language.
    WhyLocalised { value: &'a str } => "why-localised",
    /// Why: words in code are translated here.
    WhyWordsInCode => "why-words-in-code",
    /// Why: it cannot be told apart from others.
    WhyTied => "why-tied",
    /// Why: the page would be read otherwise.
    WhyUnsafe => "why-unsafe",

    /// A column: the translation.
    ColumnTranslation => "column-translation",
    /// A column: the base that is proposed.
    ColumnBase => "column-base",
    /// A column: how sure it is.
    ColumnSure => "column-sure",
    /// A column: how much of the base the translation has.
    ColumnFits => "column-fits",
    /// A column: what is stale against it.
    ColumnStale => "column-stale",
    /// The structures are equal.
    SureExact => "sure-exact",
    /// A person said so.
    SureSaid => "sure-said",
    /// So many of so many.
    CountOf { count: usize, total: usize } => "count-of",
    /// The same, and how many the translation has besides.
    CountOfAnd { count: usize, total: usize, own: usize } => "count-of-and",
    /// The base is the source of today.
    BaseToday => "base-today",
    /// No base can be proposed.
    BaseNone => "base-none",
    /// Above the translations of a language.
    AdoptLanguage { lang: &'a str, count: usize } => "adopt-language",
    /// How many can be recorded.
    AdoptReady { count: usize, exact: usize } => "adopt-ready",
    /// How many were.
    AdoptRecorded { count: usize, exact: usize } => "adopt-recorded",
    /// How many stay untracked.
    AdoptUnsure { count: usize, least: &'a str } => "adopt-unsure",
    /// Above the pages that the date of their commit calls fresh.
    AdoptIncomplete { count: usize } => "adopt-incomplete",
    /// More than are shown.
    AdoptMore { count: usize } => "adopt-more",
    /// A block is missing.
    LacksBlock { text: &'a str } => "lacks-block",
    /// Figures are missing.
    LacksFigures { values: &'a str } => "lacks-figures",
    /// Lines of code are missing.
    LacksCode { values: &'a str } => "lacks-code",
    /// Above what a translation lacks.
    AdoptLacks => "adopt-lacks",
    /// It has been left out of the base.
    AdoptSettled => "adopt-settled",
    /// It could not be left out.
    AdoptUnsettled => "adopt-unsettled",
    /// The version chosen by the text.
    MadeFrom { commit: &'a str, date: &'a str, fitting: usize, blocks: usize } => "made-from",
    /// The version that a field names.
    MadeFromField { commit: &'a str, date: &'a str, field: &'a str } => "made-from-field",
    /// The version that was asked for.
    MadeFromGiven { commit: &'a str, date: &'a str, fitting: usize, blocks: usize } => "made-from-given",
    /// The source of today.
    MadeFromToday { fitting: usize, blocks: usize } => "made-from-today",
    /// The version of the commit date.
    OfTheDate { commit: &'a str, fitting: usize, blocks: usize } => "of-the-date",
    /// Blocks of the translation without a counterpart.
    OwnBlocks { count: usize } => "own-blocks",
    /// The message of the commit.
    CommitSays { subject: &'a str } => "commit-says",
    /// Doubt: there is no history.
    DoubtNoHistory => "doubt-no-history",
    /// Doubt: the clone is shallow.
    DoubtShallow => "doubt-shallow",
    /// Doubt: the clone is partial.
    DoubtPartial => "doubt-partial",
    /// Doubt: the source is younger than the translation.
    DoubtYounger => "doubt-younger",
    /// Doubt: the commit in the front matter is not here.
    DoubtUnknownCommit => "doubt-unknown-commit",
    /// Doubt: nothing tells when it was made.
    DoubtUndated => "doubt-undated",
    /// The base was recorded.
    AdoptDone => "adopt-done",
    /// The base was not recorded.
    AdoptNotDone { least: &'a str } => "adopt-not-done",
    /// Nothing to adopt.
    NothingUntracked => "nothing-untracked",
    /// An article that was asked for has a base.
    HasBase { path: &'a str } => "has-base",
    /// How to see why.
    AdviceExplain => "advice-explain",
    /// The clone lacks the beginning of the history.
    GapShallow => "gap-shallow",
    /// The clone lacks objects.
    GapPartial => "gap-partial",
    /// There is no repository.
    NoRepository => "no-repository",

    /// A file was written.
    FileWritten { path: &'a str } => "file-written",
    /// Marks the source language.
    RoleSource => "role-source",
    /// No layout was recognised.
    NothingRecognised => "nothing-recognised",
    /// A language that was asked for and has no files.
    LanguageNotSeen { lang: &'a str } => "language-not-seen",
    /// In `workflow.toml`: what it is.
    CommentFile => "comment-file",
    /// In `workflow.toml`: the source language.
    CommentSource => "comment-source",
    /// In `workflow.toml`: the targets.
    CommentTargets => "comment-targets",
    /// In `workflow.toml`: patterns.
    CommentContent => "comment-content",
    /// In `workflow.toml`: fewer languages.
    CommentLanguages => "comment-languages",
    /// In `workflow.toml`: what else there is.
    CommentMore => "comment-more",

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
    /// A change in what is put into a message.
    NatureStructural => "nature-structural",
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
    /// Only a comment changed.
    ReasonComment => "only-comment",
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
    /// Stands before the name of a message.
    LevelKey => "level-key",

    /// The word before the line that calls a finding no mistake.
    LevelIgnore => "level-ignore",
    /// Stands where the reason of that line belongs.
    IgnoreReason => "ignore-reason",
    /// Lines of a long passage that are not shown.
    MoreLines { count: usize } => "more-lines",
    /// Places of a finding that are not shown.
    MorePlaces { count: usize } => "more-places",

    /// Errors, counted.
    CheckErrors { count: usize } => "check-errors",
    /// Warnings, counted.
    CheckWarnings { count: usize } => "check-warnings",
    /// Remarks, counted.
    CheckRemarks { count: usize } => "check-remarks",
    /// Remarks that are not shown one by one.
    CheckHidden { count: usize } => "check-hidden",
    /// Remarks about passages that are stale.
    CheckStale { count: usize } => "check-stale",
    /// Findings that people call no mistake.
    CheckIgnored { count: usize } => "check-ignored",
    /// Findings that were there before.
    CheckKnown { count: usize } => "check-known",
    /// A check whose findings count less.
    CheckDemoted { code: &'a str, share: &'a str } => "check-demoted",
    /// What makes the check fail.
    CheckFails { codes: &'a str } => "check-fails",
    /// Nothing does.
    CheckPasses => "check-passes",
    /// Nothing at all was found.
    CheckWell { articles: &'a str, segments: &'a str } => "check-well",
    /// Something was not looked at.
    CheckPartial => "check-partial",
    /// Findings that a form has no room for.
    CheckMore { count: usize } => "check-more",
    /// Findings that GitHub would not show.
    CheckRest { count: usize } => "check-rest",
    /// Title of a report.
    CheckTitle => "check-title",
    /// Above the list of articles.
    CheckArticles => "check-articles",
    /// Above the findings that are no mistakes.
    CheckNoMistakes => "check-no-mistakes",
    /// A link that passes by the head of a page.
    CheckSkip => "check-skip",
    /// Head of the column of levels.
    ColumnLevel => "column-level",
    /// Head of the column of counts.
    ColumnCount => "column-count",

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
    /// What `--min-confidence` takes.
    NotAShare => "not-a-share",
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
    /// No project file.
    NoProject { path: &'a str } => "no-project",
    /// Another run holds the project.
    Locked { path: &'a str, seconds: usize } => "locked",
    /// No bundle stands in a folder.
    NoBundle { path: &'a str } => "no-bundle",
    /// A manifest names paths outside of its bundle.
    VerifyRefused { path: &'a str } => "verify-refused",
    /// A symbolic link in a bundle.
    VerifyLink { path: &'a str } => "verify-link",
    /// A file of a bundle says something else than it did.
    VerifyChanged { path: &'a str } => "verify-changed",
    /// A file of a bundle is gone.
    VerifyMissing { path: &'a str } => "verify-missing",
    /// No manifest knows a file.
    VerifyForeign { path: &'a str } => "verify-foreign",
    /// What of bundles is as it should be.
    VerifyDone { files: usize, bundles: usize } => "verify-done",
    /// The previous bundle is published again.
    RolledBack { path: &'a str, digest: &'a str } => "rolled-back",
    /// The bundle before is no longer what it was.
    PreviousDamaged { path: &'a str } => "previous-damaged",
    /// Another run holds what is not waited for.
    LockedNow { path: &'a str } => "locked-now",
    /// Something is there already.
    AlreadyExists { path: &'a str } => "already-exists",
    /// A file is not what it was when it was read.
    ChangedMeanwhile { path: &'a str } => "changed-meanwhile",
    /// Something is a symbolic link.
    IsLink { path: &'a str } => "is-link",
    /// A folder, or what is neither, stands where a file is wanted.
    NotAFile { path: &'a str } => "not-a-file",
    /// A file stands where a folder is wanted.
    NotAFolder { path: &'a str } => "not-a-folder",
    /// A folder has something in it that was not put there by us.
    ForeignFolder { path: &'a str } => "foreign-folder",
    /// A folder in which nothing is published.
    ProtectedFolder { path: &'a str } => "protected-folder",
    /// There is no bundle to bring back.
    NoPreviousBundle { path: &'a str } => "no-previous-bundle",
    /// A name that some system does not take.
    UnportableName { path: &'a str } => "unportable-name",
    /// Two files of a bundle want one path.
    SamePath { path: &'a str, other: &'a str } => "same-path",
    /// A path leads out of the project.
    OutsideProject { path: &'a str } => "outside-project",
    /// A file cannot be read or written.
    FileError { path: &'a str, reason: &'a str } => "file-error",
    /// A git repository cannot be read.
    HistoryBroken { path: &'a str, reason: &'a str } => "history-broken",
    /// A repository keeps its branches in a format that we cannot read.
    HistoryFormat { path: &'a str, format: &'a str } => "history-format",
    /// There is no such commit.
    UnknownRevision { revision: &'a str } => "unknown-revision",
    /// A commit was named where there is no history.
    BaseNeedsHistory => "base-needs-history",
    /// The source did not exist in that commit.
    NotInRevision { path: &'a str, revision: &'a str } => "not-in-revision",
    /// Something else is broken.
    Failed { reason: &'a str } => "failed",
    /// More diagnostics than are drawn.
    MoreDiagnostics { count: usize } => "more-diagnostics",
    /// No article of that name.
    NoArticle { article: &'a str, nearest: &'a str } => "no-article",
    /// Several articles of that name.
    AmbiguousArticle { article: &'a str, names: &'a str } => "ambiguous-article",
    /// A language that the project does not have.
    UnknownLanguage { lang: &'a str, languages: &'a str } => "unknown-language",
    /// The article is not translated into that language.
    NotATarget { article: &'a str, lang: &'a str } => "not-a-target",
    /// There is nothing yet to record a base for.
    NoTranslationYet { article: &'a str, lang: &'a str, path: &'a str } => "no-translation-yet",
    /// There is no source.
    NoSource { path: &'a str } => "no-source",
    /// A file of the pair cannot be read.
    CannotRead { path: &'a str } => "cannot-read",
    /// `--unchanged` where nothing changed.
    NothingToAccept { article: &'a str } => "nothing-to-accept",
    /// A base that a new draft would replace.
    BaseExists { base: &'a str } => "base-exists",
    /// `--segment` with more than one article.
    SegmentsOfOne => "segments-of-one",
    /// `--segment` without changes to choose from.
    NothingToChoose { article: &'a str } => "nothing-to-choose",
    /// `--segment` with a number that no change has.
    NoSuchChange { number: usize, count: usize } => "no-such-change",
    /// `--segment` with a key that no change has.
    NoChangeOfKey { key: &'a str } => "no-change-of-key",
    /// Output could not be written.
    WriteFailed { reason: &'a str } => "write-failed",

    /// There is no check with that name.
    UnknownCheck { check: &'a str, nearest: &'a str } => "unknown-check-name",
    /// There was no white space to put right.
    NothingMended => "nothing-mended",
    /// White space was put right in so many places.
    Mended { count: usize } => "mended",
    /// A revision was named, and there is no history.
    SinceNeedsHistory => "since-needs-history",
    /// A shallow clone does not have a commit.
    RevisionNotFetched { revision: &'a str } => "revision-not-fetched",
    /// A partial clone does not have all folders of a commit.
    RevisionNotWhole { revision: &'a str } => "revision-not-whole",
    /// The project file was changed since a revision, so everything is looked at.
    NewRules => "new-rules",
    /// Files of no project have no history and no baseline.
    FilesHaveNoPast => "files-have-no-past",
    /// A file is no baseline.
    BadBaseline { path: &'a str, reason: &'a str } => "bad-baseline",
    /// There is no such baseline.
    NoBaseline { path: &'a str } => "no-baseline",
    /// Something could not be read, so nobody can say what is mended.
    BaselineNotWritten { path: &'a str } => "baseline-not-written",
    /// The baseline was written.
    BaselineWritten { path: &'a str, count: usize } => "baseline-written",
    /// Where to read about a check.
    AdviceExplainCheck => "advice-explain-check",
    /// A translation that does not reflect the source of today cannot be approved.
    CannotApprove { path: &'a str, article: &'a str, lang: &'a str } => "cannot-approve",
    /// A translation was approved.
    Approved { article: &'a str, lang: &'a str, by: &'a str } => "approved",
    /// An approval was taken back.
    ApprovalRevoked { article: &'a str, lang: &'a str } => "approval-revoked",
    /// Why a translation waits: it has changed since it was approved.
    ChangedSinceApproval => "changed-since-approval",
    /// Why a translation waits: nobody has approved it yet.
    NeverApproved => "never-approved",
    /// No translation waits for an editor.
    NothingWaits => "nothing-waits",
    /// How to approve.
    AdviceApprove { article: &'a str, lang: &'a str } => "advice-approve",
    /// An ignore without a reason is of no use to whoever reads it later.
    IgnoreNeedsReason => "ignore-needs-reason",
    /// There is no finding with that fingerprint.
    NoFinding { fingerprint: &'a str } => "no-finding",
    /// Findings were written down as no mistakes.
    Ignored { count: usize, path: &'a str } => "ignored-findings",

    /// Head of the column of articles that are published as they are.
    ColumnPublished => "column-published",
    /// Head of the column of articles that are published with a banner.
    ColumnBanner => "column-banner",
    /// Head of the column of articles in whose place the source is published.
    ColumnInstead => "column-instead",
    /// Head of the column of articles that are not published.
    ColumnOmitted => "column-omitted",
    /// What became of articles that are not simply published.
    BundleList { lang: &'a str, policy: &'a str, count: usize } => "bundle-list",
    /// How an article stands.
    BundleStanding { standing: &'a str } => "bundle-standing",
    /// Segments that wait for a translator.
    BundleWaiting { count: usize } => "bundle-waiting",
    /// More articles than are named.
    BundleMore { count: usize } => "bundle-more",
    /// Nothing had changed, and nothing was written.
    BundleUnchanged { output: &'a str, count: usize } => "bundle-unchanged",
    /// Bundles were published.
    BundlePublished { output: &'a str, count: usize, made: usize, bytes: &'a str } => "bundle-published",
    /// Errors stand in the way of publishing.
    BundleRefused { count: usize } => "bundle-refused",
    /// Only a decision was asked for.
    BundleDecided => "bundle-decided",
    /// A time that is none.
    NotATime { value: &'a str } => "not-a-time",
}
