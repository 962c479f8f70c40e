//! A passage that is much longer or shorter than its translation ought to be.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Signs, Unit};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// How long a translation may be against its source.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Length {
    /// The least share of the expected length.
    least: f64,
    /// The greatest.
    most: f64,
    /// The fewest characters of a source that is looked at.
    characters: usize,
}

impl Default for Length {
    fn default() -> Self {
        Self {
            least: 0.5,
            most: 2.0,
            characters: 80,
        }
    }
}

impl Rule for Length {
    const CODE: Code = Code::new("length", Severity::Info, &["wrong", "source", "target"]);
    const LEVELS: Levels = Levels::both(Level::Info);
}

impl Check for Length {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let known = source.is_some_and(|source| source.words.length > 0.0 && page.words.length > 0.0);
        Needs::unit(Signs::ANY).only(known)
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        let (from, to) = (source.words().length, target.words().length);
        if from <= 0.0 || to <= 0.0 || source.text().len() < self.characters {
            return;
        }
        let (long, short) = (count(source.text()), count(target.text()));
        if long < self.characters || short == 0 {
            return;
        }
        #[expect(clippy::cast_precision_loss, reason = "no passage has 2^52 characters")]
        let share = short as f64 / (long as f64 / from * to);
        let wrong = if share < self.least {
            "short"
        } else if share > self.most {
            "long"
        } else {
            return;
        };
        let found = out
            .at(target.whole())
            .with("wrong", wrong)
            .with("source", long)
            .with("target", short);
        out.add(found.related(source.whole()));
    }
}

/// The characters of a text, every gap being one.
fn count(text: &str) -> usize {
    let words = text.split_whitespace();
    let all: usize = words.map(|word| word.chars().count() + 1).sum();
    all.saturating_sub(1)
}
