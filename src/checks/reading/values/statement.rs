//! What a passage says in figures, dates and number words.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::calendar::{Part, PartKind, calendar};
use super::comparison::Differences;
use super::conversion::Conversion;
use super::figures::{Figure, figures};
use super::numbers::{Number, numbers};
use super::spoken::spoken;
use super::value::Value;
use super::vocabulary::{Mark, Vocabulary};
use crate::checks::engine::{Passage, Rules, Unit};
use crate::checks::words::{ByLanguage, Lexicon};
use crate::document::{Segment, Shown};
use crate::text::{Lang, read_numbers};

/// The tables of all languages, made ready for reading.
#[derive(Debug, Clone, Default)]
pub(in crate::checks) struct Readers {
    vocabularies: ByLanguage<Vocabulary>,
    pub(super) conversions: Vec<Conversion>,
}

impl Readers {
    /// Makes the tables ready; once per run.
    pub(in crate::checks) fn new(rules: &Rules) -> Self {
        Self::of_lexicon(&rules.lexicon)
    }

    fn of_lexicon(lexicon: &Lexicon) -> Self {
        let equivalents = &lexicon.equivalents;
        Self {
            vocabularies: lexicon.compiled(|lang, words| Vocabulary::new(lang, words, equivalents)),
            conversions: equivalents
                .conversions
                .iter()
                .filter_map(Conversion::new)
                .collect(),
        }
    }

    /// The table of a language.
    pub(in crate::checks) fn of(&self, lang: &Lang) -> &Vocabulary {
        self.vocabularies.of(lang)
    }

    /// Whether words that multiply a figure are known in these languages.
    pub(in crate::checks) fn know_magnitudes(&self, langs: [&Lang; 2]) -> bool {
        langs.iter().all(|lang| self.of(lang).speaks_magnitudes)
    }

    /// Whether the months are.
    pub(in crate::checks) fn know_months(&self, langs: [&Lang; 2]) -> bool {
        langs.iter().all(|lang| self.of(lang).speaks_months)
    }

    /// Whether numbers that are said in words are.
    pub(in crate::checks) fn know_numbers(&self, langs: [&Lang; 2]) -> bool {
        langs.iter().all(|lang| self.of(lang).speaks_numbers)
    }

    /// What differs between the figures of a passage and of what translates it; nothing where too
    /// little is known of one of the languages.
    pub(in crate::checks) fn figures(&self, unit: &Unit<'_>) -> Differences {
        let sides = [&unit.source, &unit.target];
        let digits = |side: &&Passage<'_>| side.text().bytes().any(|byte| byte.is_ascii_digit());
        let known = |side: &&Passage<'_>| self.of(side.page.lang).speaks_magnitudes;
        if !sides.iter().any(digits) || !sides.iter().all(known) {
            return Differences::default();
        }
        let (source, target) = (self.read(&unit.source), self.read(&unit.target));
        if uneven(source.text, target.text) {
            return Differences::default();
        }
        Differences::figures(&source, &target, &self.conversions)
    }

    /// What differs between their dates.
    pub(in crate::checks) fn dates(&self, unit: &Unit<'_>) -> Differences {
        let sides = [&unit.source, &unit.target];
        if !sides
            .iter()
            .all(|side| self.of(side.page.lang).speaks_months)
        {
            return Differences::default();
        }
        let (source, target) = (self.read(&unit.source), self.read(&unit.target));
        if uneven(source.text, target.text) {
            return Differences::default();
        }
        Differences::dates(&source, &target)
    }

    /// Whether numbers that are said in words are known in both languages.
    pub(in crate::checks) fn speak(&self, unit: &Unit<'_>) -> bool {
        let sides = [&unit.source, &unit.target];
        sides
            .iter()
            .all(|side| self.of(side.page.lang).speaks_numbers)
    }

    /// Reads a passage.
    pub(in crate::checks) fn read<'p>(&'p self, passage: &'p Passage<'p>) -> Statement<'p> {
        Statement::new(passage, self.of(passage.page.lang))
    }

    /// The built-in tables with what a project would add to its words.
    #[cfg(test)]
    pub(super) fn for_test(words: &str) -> Self {
        let words = words.parse().unwrap();
        let none = toml::Table::new();
        let lexicon = Lexicon::new(words, none, &mut |reason: &str| panic!("{reason}"));
        Self::of_lexicon(&lexicon)
    }
}

/// What a passage says.
pub(in crate::checks) struct Statement<'p> {
    pub(in crate::checks) text: &'p str,
    pub(super) vocabulary: &'p Vocabulary,
    /// Its figures, without those of dates.
    pub(in crate::checks) figures: Vec<Figure>,
    /// Every value that one of its figures may have.
    pub(super) values: BTreeSet<Value>,
    /// Every number that a figure is made of if it is several: 15 and 200 of `15 200`.
    pub(super) pieces: BTreeSet<Value>,
    /// The parts of its dates.
    pub(super) parts: Vec<Part>,
    /// Every figure that a part of a date may be written as.
    pub(super) dated: BTreeSet<Value>,
    segments: &'p [&'p Segment],
    marks: Vec<(Range<usize>, &'p Mark)>,
    loose: Vec<Value>,
    spoken: OnceCell<BTreeSet<Value>>,
    hidden: OnceCell<BTreeSet<Value>>,
    idioms: OnceCell<Vec<(Range<usize>, usize)>>,
}

impl<'p> Statement<'p> {
    fn new(passage: &'p Passage<'p>, vocabulary: &'p Vocabulary) -> Self {
        let text = passage.text();
        let marks = vocabulary.marks.find(text);
        let mut all = numbers(text);
        let parts = calendar(text, &mut all, &marks, vocabulary);
        let figures = figures(text, &all, &marks, vocabulary);
        let loose = all.into_iter().filter(|number| number.loose);
        Self {
            text,
            vocabulary,
            values: figures
                .iter()
                .flat_map(|figure| figure.values.iter().cloned())
                .collect(),
            pieces: figures
                .iter()
                .flat_map(|figure| figure.parts.iter().cloned())
                .collect(),
            dated: parts.iter().flat_map(spellings).collect(),
            loose: loose
                .flat_map(|number: Number| number.values.into_iter().chain(number.parts))
                .collect(),
            figures,
            parts,
            segments: &passage.segments,
            marks,
            spoken: OnceCell::new(),
            hidden: OnceCell::new(),
            idioms: OnceCell::new(),
        }
    }

    /// Whether words of it say the value.
    pub(super) fn speaks(&self, value: &Value) -> bool {
        let spoken = self.spoken.get_or_init(|| spoken(self.text, &self.marks));
        spoken.contains(value)
    }

    /// Whether words of it say the number that these digits are.
    pub(in crate::checks) fn says(&self, digits: &str) -> bool {
        self.speaks(&Value::new(digits))
    }

    /// Whether one of its figures may be these digits.
    pub(in crate::checks) fn has(&self, digits: &str) -> bool {
        self.values.contains(&Value::new(digits))
    }

    /// Whether a place of it is in a phrase that the other text says otherwise.
    pub(in crate::checks) fn otherwise(&self, place: &Range<usize>, other: &Statement<'_>) -> bool {
        let mut phrases = self.idioms().iter();
        phrases.any(|(range, number)| {
            let inside = range.start <= place.start && place.start < range.end;
            inside && other.idioms().iter().any(|(_, known)| known == number)
        })
    }

    /// Whether the value stands where no reader reads: in code, in a link, in a name.
    pub(super) fn hides(&self, value: &Value) -> bool {
        let hidden = self.hidden.get_or_init(|| {
            let mut out: BTreeSet<Value> = self.loose.iter().cloned().collect();
            for segment in self.segments {
                out.extend(hidden(segment));
            }
            out
        });
        hidden.contains(value)
    }

    /// Its phrases that other languages say otherwise, with the number of the idiom.
    pub(super) fn idioms(&self) -> &[(Range<usize>, usize)] {
        self.idioms.get_or_init(|| {
            let found = self.vocabulary.idioms.find(self.text).into_iter();
            found.map(|(range, number)| (range, *number)).collect()
        })
    }
}

/// Whether one text is more than twice as long as the other: half of it is missing, or the two do
/// not belong together, and its figures would say so once more. Chinese letters count twice.
fn uneven(one: &str, other: &str) -> bool {
    let (one, other) = (one.width(), other.width());
    one.max(other) >= LONG && one.max(other) > one.min(other) * 2
}

/// Shorter texts may be uneven.
const LONG: usize = 60;

/// The figures that a part of a date may be written as: of 14:30 `14.30`, of 14:00 also `2`.
pub(super) fn spellings(part: &Part) -> Vec<Value> {
    let mut out = Vec::new();
    for &value in &part.values {
        match part.kind {
            PartKind::Weekday => {}
            PartKind::Time => {
                let (hour, minute) = (value / 60, value % 60);
                out.push(Value::new(&format!("{hour}.{minute:02}")));
                out.extend((minute == 0 && hour > 12).then(|| Value::from(hour - 12)));
            }
            _ => out.push(Value::from(value)),
        }
    }
    out
}

/// The numbers of a segment that are not among its words, as whole runs of digits: a part of
/// another number is none.
fn hidden(segment: &Segment) -> Vec<Value> {
    let mut out = Vec::new();
    let mut at = 0;
    let words = |shown: &Shown| matches!(shown, Shown::Written | Shown::Decoded(_));
    let mut take = |range: Range<usize>| {
        for reading in read_numbers(segment.text.get(range).unwrap_or_default()) {
            out.extend(reading.values.iter().map(|value| Value::new(value)));
        }
    };
    for piece in segment.visible.iter().filter(|piece| words(&piece.shown)) {
        take(at..piece.range.start.max(at));
        at = piece.range.end.max(at);
    }
    take(at..segment.text.len());
    out
}
