//! A key to press for a button that is not one of the letters of its label.

use schemars::JsonSchema;
use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

use super::engine::{Bundle, Entry, Findings, Level, Levels, Needs, Page, Rules};
use super::reading::letters::{Twins, name};
use super::reading::messages::words;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Segment;
use crate::text::{Script, Span, script_of};

/// Access keys that are not in their labels.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AccessKeys {
    #[serde(skip)]
    twins: Twins,
}

impl Rule for AccessKeys {
    const CODE: Code = Code::new(
        "access-keys",
        Severity::Warning,
        &["key", "label", "meant", "script", "long"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

/// What keys are called: an attribute, or the end of the name of a message.
const NAMES: [&str; 2] = ["accesskey", "access-key"];

impl Check for AccessKeys {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn prepare(&mut self, rules: &Rules) {
        self.twins = Twins::new(&rules.lexicon.equivalents);
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        for entry in bundle.entries() {
            for (attribute, key) in entry.attributes() {
                if NAMES.contains(&attribute)
                    && let Some(label) = label(bundle, entry)
                {
                    self.compare((entry, key), label, out);
                }
            }
            let owner = NAMES.iter().find_map(|name| {
                let owner = entry.id().strip_suffix(name)?;
                owner.strip_suffix(['-', '_'])
            });
            if let Some(owner) = owner
                && let Some(key) = entry.value()
                && let Some(label) = owner_label(bundle, owner)
            {
                self.compare((entry, key), label, out);
            }
        }
    }
}

/// A text, and the message or term it belongs to.
type Text<'a> = (Entry<'a>, &'a Segment);

/// The text that the key of a message belongs to.
fn label<'a>(bundle: &Bundle<'a>, entry: Entry<'a>) -> Option<Text<'a>> {
    let own = entry.attribute("label").or_else(|| entry.value());
    own.map(|label| (entry, label)).or_else(|| {
        // `save.accesskey` beside `save-label`.
        let other = bundle.find(&format!("{}-label", entry.id()))?;
        Some((other, other.value()?))
    })
}

/// The text that a key belongs to which is a message of its own: `save-accesskey` beside `save`.
fn owner_label<'a>(bundle: &Bundle<'a>, owner: &str) -> Option<Text<'a>> {
    if let Some(entry) = bundle.find(owner) {
        return label(bundle, entry);
    }
    let other = bundle.find(&format!("{owner}-label"))?;
    Some((other, other.value()?))
}

impl AccessKeys {
    fn compare(&self, (entry, key): Text<'_>, (other, label): Text<'_>, out: &mut Findings<'_>) {
        let (pressed, shown) = (words(key), words(label));
        let letters = pressed.trim();
        let written = key
            .wording
            .as_deref()
            .is_some_and(|wording| !wording.ways.is_empty() || wording.pattern.elements.is_empty());
        let mut own = shown.chars().filter_map(script_of);
        let Some(script) = own.next() else { return };
        if letters.is_empty() || written || is_syllabic(script) || own.any(is_syllabic) {
            return;
        }
        let small = letters.to_lowercase();
        let many = letters.graphemes(true).count() > 1;
        if !many && shown.to_lowercase().contains(&small) {
            return;
        }
        let label_has = |twin: &char| {
            shown
                .to_lowercase()
                .contains(&twin.to_lowercase().to_string())
        };
        let foreign = small
            .chars()
            .find_map(|c| Some((c, script_of(c).filter(|own| *own != script)?)));
        let twin = foreign.and_then(|(letter, _)| self.twins.of(letter, script));
        let meant = twin.filter(label_has).filter(|_| !many);
        let place =
            |entry: Entry<'_>, text: &Segment| -> Span { entry.page.span(text.span.clone()) };
        let found = out
            .at(place(entry, key))
            .related(place(other, label))
            .with("key", letters)
            .with("label", shown.trim())
            .with("long", if many { "yes" } else { "" })
            .with("meant", meant.map_or_else(String::new, String::from))
            .with("script", foreign.map_or("", |one| name(one.1)))
            .about([key.text.as_str(), label.text.as_str()], false);
        out.add(found.token(key.key.as_deref().unwrap_or_default()));
    }
}

/// Whether keys are not letters of a label in this script: a Latin one stands behind it, or is added.
fn is_syllabic(script: Script) -> bool {
    matches!(
        script,
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo
    )
}
