//! What can be wrong: one file and one page per check, and the table of them.
//!
//! A check is a type whose fields are its options (`[checks.NAME]` in `workflow.toml`), with a code,
//! a level for each profile and a page in both languages. The page is its documentation and its
//! test: the fences `ru` and `en` are read as source and translation, `toml` as a project's
//! settings, a fence with a path behind its language (`html templates/index.html`) as a file of one, and
//! what `report` shows is what the check says of them. The order of the table is the
//! order in which checks are asked: what makes others meaningless comes first.
//!
//! What carries them is the [`engine`]; what they know of languages stands in [`words`].

pub mod engine;
mod reading;
pub mod words;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;

use crate::diagnostic::Code;
use engine::{
    Bundle, Entry as MessageEntry, Facts, Findings, Interface, Levels, Message, Needs, Page, Pair,
    Passage, Rules, Translation, Unit,
};

/// One rule. Each method is asked about one kind of thing; most checks answer to one of them.
pub trait Check: Send + Sync {
    /// What has to be there before anything can be found on a page, or on one and its `source`. It
    /// may ask for less than a finding needs, and never for more.
    fn needs(&self, _: &Page<'_>, _source: Option<&Page<'_>>) -> Needs {
        Needs::NOTHING
    }

    /// A translation as its files and records show it, also one that is missing.
    fn translation(&self, _: &Translation<'_>, _: &mut Findings<'_>) {}

    /// A passage and what translates it. Passages that changed in the source since are asked about,
    /// too; what is found there counts less.
    fn unit(&self, _: &Unit<'_>, _: &mut Findings<'_>) {}

    /// A passage in one language; `other` is what it translates or what translates it, if there is.
    fn passage(&self, _: &Passage<'_>, _other: Option<&Passage<'_>>, _: &mut Findings<'_>) {}

    /// A page in one language.
    fn page(&self, _: &Page<'_>, _: &mut Findings<'_>) {}

    /// A page and its translation as wholes.
    fn pair(&self, _: &Pair<'_>, _: &mut Findings<'_>) {}

    /// A message or term of Fluent on one page.
    fn entry(&self, _: &MessageEntry<'_>, _: &mut Findings<'_>) {}

    /// A message or term of Fluent in both languages, or in one of them where the other lacks it.
    fn message(&self, _: &Message<'_>, _: &mut Findings<'_>) {}

    /// All messages of one language that are loaded together.
    fn bundle(&self, _: &Bundle<'_>, _: &mut Findings<'_>) {}

    /// All that was [remembered](Findings::remember) of the pages of one language.
    fn site(&self, _: &Facts, _: &mut Findings<'_>) {}

    /// The Fluent messages of the source language, and what uses them.
    fn interface(&self, _: &Interface<'_>, _: &mut Findings<'_>) {}

    /// Tells the check what the project knows as a whole, before it is asked anything.
    fn prepare(&mut self, _: &Rules) {}
}

/// What the table says of a check: its type is its options.
pub trait Rule: Check + Default + DeserializeOwned + JsonSchema + 'static {
    /// Its name, and the facts of its sentence.
    const CODE: Code;
    /// How much its findings count.
    const LEVELS: Levels;
}

/// A line of the table.
#[derive(Debug)]
pub struct Entry {
    /// Its name, and the facts of its sentence.
    pub code: Code,
    /// How much its findings count.
    pub levels: Levels,
    /// The page in Russian and in English.
    pub pages: [&'static str; 2],
    /// The name of its file, without the extension.
    pub file: &'static str,
    load: fn(toml::Table) -> Result<Box<dyn Check>, toml::de::Error>,
    schema: fn(&mut SchemaGenerator) -> Schema,
}

/// The line with this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    ALL.iter().find(|entry| entry.code.name() == name)
}

fn load<R: Rule>(options: toml::Table) -> Result<Box<dyn Check>, toml::de::Error> {
    Ok(Box::new(R::deserialize(options)?))
}

/// Declares the checks: file and type.
macro_rules! table {
    ($($file:ident::$rule:ident,)*) => {
        $(mod $file;)*

        /// Every check there is, in the order in which they are asked.
        pub static ALL: &[Entry] = &[$(Entry {
            code: $file::$rule::CODE,
            levels: $file::$rule::LEVELS,
            pages: [
                include_str!(concat!(stringify!($file), ".ru.md")),
                include_str!(concat!(stringify!($file), ".en.md")),
            ],
            file: stringify!($file),
            load: load::<$file::$rule>,
            schema: <$file::$rule as JsonSchema>::json_schema,
        },)*];
    };
}

table! {
    // ── files and history
    missing::Missing,
    orphan::Orphan,
    untracked::Untracked,
    stale::Stale,
    draft::Draft,
    not_approved::NotApproved,

    // ── what is no translation
    omitted::Omitted,
    untranslated::Untranslated,
    untranslated_run::UntranslatedRun,

    // ── figures and dates
    figures::Figures,
    small_figures::SmallFigures,
    alphanumerics::Alphanumerics,
    number_format::NumberFormat,
    dates::Dates,
    date_parts::DateParts,

    // ── links and addresses
    links::Links,
    external_links::ExternalLinks,
    extra_links::ExtraLinks,
    broken_links::BrokenLinks,
    anchors::Anchors,
    anchor_order::AnchorOrder,
    images::Images,
    emails::Emails,
    phones::Phones,
    hashtags::Hashtags,
    mentions::Mentions,
    identifiers::Identifiers,

    // ── code and markup
    code_spans::CodeSpans,
    translated_code::TranslatedCode,
    code_blocks::CodeBlocks,
    placeholders::Placeholders,
    tags::Tags,
    directives::Directives,

    // ── the build of the page
    headings::Headings,
    structure::Structure,

    // ── messages
    missing_messages::MissingMessages,
    obsolete_messages::ObsoleteMessages,
    missing_attributes::MissingAttributes,
    obsolete_attributes::ObsoleteAttributes,
    message_values::MessageValues,
    broken_messages::BrokenMessages,
    duplicate_messages::DuplicateMessages,
    empty_messages::EmptyMessages,
    untranslated_messages::UntranslatedMessages,
    access_keys::AccessKeys,
    length_limits::LengthLimits,
    variables::Variables,
    unknown_references::UnknownReferences,
    untranslated_references::UntranslatedReferences,
    cyclic_references::CyclicReferences,
    missing_plurals::MissingPlurals,
    lost_plurals::LostPlurals,
    unreachable_plurals::UnreachablePlurals,
    plural_without_number::PluralWithoutNumber,
    variants::Variants,
    term_arguments::TermArguments,
    functions::Functions,
    function_options::FunctionOptions,
    rendering::Rendering,
    changed_terms::ChangedTerms,
    message_markup::MessageMarkup,
    broken_markup::BrokenMarkup,

    // ── letters and words
    repeated_words::RepeatedWords,
    script_leak::ScriptLeak,
    mixed_script::MixedScript,
    mixed_endings::MixedEndings,
    joined_words::JoinedWords,
    look_alikes::LookAlikes,
    lone_letters::LoneLetters,
    hidden_characters::HiddenCharacters,

    // ── names and terms
    terms::Terms,
    soft_terms::SoftTerms,
    forbidden_words::ForbiddenWords,
    missing_names::MissingNames,
    odd_names::OddNames,
    inconsistent_names::InconsistentNames,
    name_spelling::NameSpelling,

    // ── quotes, spaces, labels
    unclosed_quotes::UnclosedQuotes,
    quote_balance::QuoteBalance,
    bracket_balance::BracketBalance,
    quote_style::QuoteStyle,
    empty_labels::EmptyLabels,
    lost_values::LostValues,
    double_spaces::DoubleSpaces,
    characters::Characters,
    mojibake::Mojibake,

    // ── typography
    hyphen_dashes::HyphenDashes,
    double_hyphens::DoubleHyphens,
    dash_style::DashStyle,
    non_breaking_spaces::NonBreakingSpaces,
    ellipses::Ellipses,
    spaces_before_marks::SpacesBeforeMarks,
    spaces_in_brackets::SpacesInBrackets,
    double_stops::DoubleStops,
    percent_spacing::PercentSpacing,
    yo::Yo,
    straight_quotes::StraightQuotes,

    // ── articles and the site
    fields::Fields,
    length::Length,
    wordings::Wordings,
    rules::Rules,

    // ── messages and the program
    undefined_messages::UndefinedMessages,
    unused_messages::UnusedMessages,
}
