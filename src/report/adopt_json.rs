//! `adopt` for machines. The fields are documented here and in `adopt.schema.json`; a field that
//! changes its meaning gets another number in [`VERSION`].

use schemars::JsonSchema;
use serde::Serialize;

use super::adopt::day;
use crate::text::Lang;
use crate::track::{Adopted, Doubt, Lacking, Missing, Origin, Proposal, Work};

/// What the field `schema` says.
const VERSION: &str = "sverka.adopt/1";

/// The output of `sverka adopt --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdoptJson {
    /// Name and version of this form: `sverka.adopt/1`.
    pub schema: &'static str,
    /// What is less sure than this is not recorded.
    pub min_confidence: f64,
    /// Every untracked translation that was looked at.
    pub translations: Vec<AdoptedJson>,
}

/// An untracked translation.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdoptedJson {
    /// Path of the source file.
    pub source: String,
    /// Path of the translation.
    pub target: String,
    /// Language of the translation.
    pub lang: Lang,
    /// Whether its base was recorded in this run.
    pub recorded: bool,
    /// The base proposed for it; none where nothing can be proposed.
    pub proposal: Option<ProposalJson>,
}

/// A base, and what speaks for it.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProposalJson {
    /// `version` (chosen by the text), `stated` (named in the front matter), `given` (with `--base`) or
    /// `today` (the source as it is).
    pub origin: &'static str,
    /// The commit that the base is from.
    pub commit: Option<String>,
    /// The day on which the change of that commit was written.
    pub date: Option<String>,
    /// The field of the front matter that names it.
    pub field: Option<String>,
    /// How sure it is, from 0 to 1.
    pub confidence: f64,
    /// Whether both are built alike, block by block.
    pub exact: bool,
    /// How many blocks of that version have a counterpart in the translation.
    pub fitting: usize,
    /// How many blocks it has.
    pub blocks: usize,
    /// How many blocks of the translation have no counterpart.
    pub own_blocks: usize,
    /// The version of the translation's last commit, where another one was chosen.
    pub by_date: Option<ByDateJson>,
    /// Whether the source has not changed since the translation's last commit.
    pub fresh_by_date: bool,
    /// What must be known of the history: `no-history`, `shallow`, `partial`, `younger`, `unknown-commit`, `undated`.
    pub doubts: Vec<&'static str>,
    /// What is stale against it; none if nothing is.
    pub work: Option<Work>,
    /// What the translation lacks of that version.
    pub lacks: Vec<LackJson>,
}

/// The version of a source when its translation was last committed.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ByDateJson {
    /// The commit.
    pub commit: String,
    /// How many of its blocks have a counterpart.
    pub fitting: usize,
    /// How many blocks it has.
    pub blocks: usize,
}

/// Something that a translation lacks.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LackJson {
    /// `block`, `figures` or `code`.
    pub what: &'static str,
    /// The block of the source.
    pub text: String,
    /// The figures or lines of code that are missing.
    pub values: Vec<String>,
    /// The line of the translation, from 1; none where the whole block is missing.
    pub line: Option<usize>,
    /// Whether the base leaves it out, so that it shows as work.
    pub settled: bool,
}

impl AdoptJson {
    /// The JSON Schema of this form.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(AdoptJson).to_value()
    }

    /// The form of some translations.
    pub fn new(min_confidence: f64, found: &[Adopted]) -> Self {
        Self {
            schema: VERSION,
            min_confidence,
            translations: found.iter().map(AdoptedJson::new).collect(),
        }
    }
}

impl AdoptedJson {
    fn new(found: &Adopted) -> Self {
        Self {
            source: found.source.clone(),
            target: found.path.clone(),
            lang: found.lang.clone(),
            recorded: found.recorded,
            proposal: found.proposal.as_ref().map(ProposalJson::new),
        }
    }
}

impl ProposalJson {
    fn new(found: &Proposal) -> Self {
        let (origin, field) = match &found.origin {
            Origin::Version(_) => ("version", None),
            Origin::Stated { field, .. } => ("stated", Some(field.clone())),
            Origin::Given(_) => ("given", None),
            Origin::Today => ("today", None),
        };
        let commit = found.origin.commit();
        Self {
            origin,
            commit: commit.map(|commit| commit.id.to_string()),
            date: commit.map(day),
            field,
            confidence: found.confidence,
            exact: found.exact,
            fitting: found.fits.0,
            blocks: found.fits.1,
            own_blocks: found.translated.1 - found.translated.0,
            by_date: found
                .by_date
                .as_ref()
                .map(|(commit, fitting, blocks)| ByDateJson {
                    commit: commit.id.to_string(),
                    fitting: *fitting,
                    blocks: *blocks,
                }),
            fresh_by_date: found.fresh_by_date,
            doubts: found.doubts.iter().map(|doubt| doubt_key(*doubt)).collect(),
            work: found.work,
            lacks: found.lacks.iter().map(LackJson::new).collect(),
        }
    }
}

impl LackJson {
    fn new(lack: &Lacking) -> Self {
        let (what, values) = match &lack.what {
            Missing::Block => ("block", Vec::new()),
            Missing::Figures(values) => ("figures", values.clone()),
            Missing::Code(values) => ("code", values.clone()),
        };
        Self {
            what,
            values,
            text: lack.text.clone(),
            line: lack.line,
            settled: lack.settled,
        }
    }
}

fn doubt_key(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NoHistory => "no-history",
        Doubt::Shallow => "shallow",
        Doubt::Partial => "partial",
        Doubt::Younger => "younger",
        Doubt::UnknownCommit => "unknown-commit",
        Doubt::Undated => "undated",
    }
}
