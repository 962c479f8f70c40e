//! Two texts compared by the figures and dates that they name.

use super::calendar::{Part, PartKind};
use super::conversion::Conversion;
use super::figures::{Figure, Weight};
use super::statement::{Statement, spellings};
use super::value::Value;
use std::collections::BTreeSet;

/// A figure that the other text does not have, or two figures that should be one.
#[derive(Debug)]
pub(in crate::checks) struct Difference<T> {
    /// What the source has and the translation has not.
    pub(in crate::checks) missing: Option<T>,
    /// What the translation has and the source has not.
    pub(in crate::checks) extra: Option<T>,
}

/// All that differs between two texts.
#[derive(Debug, Default)]
pub(in crate::checks) struct Differences {
    /// Figures; a difference is weighty if one of them is.
    pub(in crate::checks) figures: Vec<Difference<Figure>>,
    /// The same amount in two currencies.
    pub(in crate::checks) currencies: Vec<Difference<Figure>>,
    /// Parts of dates.
    pub(in crate::checks) parts: Vec<(PartKind, Difference<Part>)>,
}

impl Differences {
    /// Compares the figures of a source and its translation.
    pub(super) fn figures(
        source: &Statement<'_>,
        target: &Statement<'_>,
        conversions: &[Conversion],
    ) -> Self {
        let mut missing = unmatched(source, target);
        let mut extra = unmatched(target, source);
        // Translators add the numbers of chapters to links.
        if !source.figures.iter().any(|figure| figure.chapter) {
            extra.retain(|figure| !figure.chapter);
        }
        convert(
            &mut missing,
            &mut extra,
            (source.text, target.text),
            conversions,
        );
        Self {
            figures: beside(missing, extra),
            currencies: currencies(source, target),
            parts: Vec::new(),
        }
    }

    /// Compares the dates of a source and its translation.
    pub(super) fn dates(source: &Statement<'_>, target: &Statement<'_>) -> Self {
        let mut out = Self::default();
        for kind in [
            PartKind::Year,
            PartKind::Month,
            PartKind::Day,
            PartKind::Time,
            PartKind::Weekday,
        ] {
            let (missing, extra) = (lacking(source, target, kind), lacking(target, source, kind));
            let sure = |list: &[(&Part, bool)]| list.iter().any(|(_, sure)| *sure);
            // What may be said otherwise explains nothing as long as the other side has something else.
            let conflict =
                !missing.is_empty() && !extra.is_empty() && (sure(&missing) || sure(&extra));
            let kept = |list: Vec<(&Part, bool)>| -> Vec<Part> {
                let kept = list.into_iter().filter(|(_, sure)| *sure || conflict);
                kept.map(|(part, _)| part.clone()).collect()
            };
            let differences = beside(kept(missing), kept(extra));
            out.parts
                .extend(differences.into_iter().map(|one| (kind, one)));
        }
        out
    }
}

/// The figures of one text that the other neither has nor says otherwise; each value once.
fn unmatched(one: &Statement<'_>, other: &Statement<'_>) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    let mut met = BTreeSet::new();
    for figure in &one.figures {
        let known = figure
            .values
            .iter()
            .any(|value| other.values.contains(value));
        if !known && !explained(figure, one, other) && met.insert(&figure.values) {
            out.push(figure.clone());
        }
    }
    out
}

/// Whether the other text says the figure otherwise: in words, in code, as part of a date.
fn explained(figure: &Figure, one: &Statement<'_>, other: &Statement<'_>) -> bool {
    let mut values = figure.values.iter();
    let parts = &figure.parts;
    values.any(|value| {
        other.dated.contains(value)
            || other.pieces.contains(value)
            || other.hides(value)
            // Nobody says `2.0` in words.
            || ((value.broken() || !figure.exact) && other.speaks(value))
            || (figure.weight == Weight::Percent && other.speaks(&value.shifted(-2)))
    }) || (!parts.is_empty() && parts.iter().all(|part| other.values.contains(part)))
        || one.otherwise(&figure.range, other)
}

/// Takes away the figures that are converted units of each other.
fn convert(
    missing: &mut Vec<Figure>,
    extra: &mut Vec<Figure>,
    texts: (&str, &str),
    conversions: &[Conversion],
) {
    if conversions.is_empty() || missing.len().max(extra.len()) > FEW {
        return;
    }
    let explains = |one: &Figure, other: &Figure| {
        let (behind, there) = (&texts.0[one.range.end..], &texts.1[other.range.end..]);
        let pairs = one
            .values
            .iter()
            .flat_map(|value| other.values.iter().map(move |known| (value, known)));
        pairs.into_iter().any(|(value, known)| {
            let fits =
                |conversion: &Conversion| conversion.explains((value, behind), (known, there));
            conversions.iter().any(fits)
        })
    };
    missing.retain(
        |figure| match extra.iter().position(|other| explains(figure, other)) {
            Some(at) => {
                extra.remove(at);
                false
            }
            None => true,
        },
    );
}

/// The same amounts in different currencies.
fn currencies(source: &Statement<'_>, target: &Statement<'_>) -> Vec<Difference<Figure>> {
    let mut out = Vec::new();
    let amounts = source
        .figures
        .iter()
        .filter(|figure| figure.currency.is_some());
    let mut met = BTreeSet::new();
    for figure in amounts
        .filter(|figure| met.insert(&figure.values))
        .take(FEW)
    {
        let mut same = target
            .figures
            .iter()
            .filter(|other| other.agrees(figure))
            .peekable();
        let first = same.peek().copied();
        let differs =
            |other: &Figure| other.currency.is_some() && other.currency != figure.currency;
        if let Some(first) = first.filter(|_| same.all(differs)) {
            out.push(Difference {
                missing: Some(figure.clone()),
                extra: Some(first.clone()),
            });
        }
    }
    out
}

/// More amounts of money than this are no text but a table of data.
const FEW: usize = 100;

/// The parts of this kind that the other text does not have, and whether nothing else says them.
fn lacking<'s>(
    one: &'s Statement<'_>,
    other: &Statement<'_>,
    kind: PartKind,
) -> Vec<(&'s Part, bool)> {
    let there = other.parts.iter().filter(|part| part.kind == kind);
    let there: BTreeSet<u32> = there.flat_map(|part| part.values.iter().copied()).collect();
    let mut met = BTreeSet::new();
    let mut out = Vec::new();
    for part in one.parts.iter().filter(|part| part.kind == kind) {
        if part.values.iter().any(|value| there.contains(value)) || !met.insert(&part.values) {
            continue;
        }
        let has = |value: &Value| {
            other.values.contains(value) || other.hides(value) || other.speaks(value)
        };
        out.push((part, !spellings(part).iter().any(has)));
    }
    out
}

/// What is missing beside what stands in its place, in the order of the texts.
fn beside<T>(missing: Vec<T>, extra: Vec<T>) -> Vec<Difference<T>> {
    let mut extra = extra.into_iter();
    let mut out: Vec<Difference<T>> = missing
        .into_iter()
        .map(|missing| Difference {
            missing: Some(missing),
            extra: extra.next(),
        })
        .collect();
    out.extend(extra.map(|extra| Difference {
        missing: None,
        extra: Some(extra),
    }));
    out
}

#[cfg(test)]
mod tests {
    use crate::checks::engine::{File, Rules, check_pair};
    use crate::document::{Format, Reader};

    /// The checks of figures and dates that have something to say, and of what.
    fn found(settings: &str, source: (&str, &str), target: (&str, &str)) -> Vec<String> {
        let (rules, wrong) = Rules::parse("workflow.toml", settings);
        assert!(wrong.is_empty(), "{wrong:?}");
        let read = |(lang, text): (&str, &str)| {
            let reader = Reader {
                file: lang.into(),
                lang: lang.parse().unwrap(),
                format: Format::Markdown,
                translate: Box::new(|_| true),
            };
            reader.read(text).document
        };
        let (one, other) = (read(source), read(target));
        let file = |name, text, document| File {
            name,
            text,
            document,
        };
        let (one, other) = (
            file(source.0, source.1, &one),
            file(target.0, target.1, &other),
        );
        let found = check_pair(&rules, &one, &other).findings.into_iter();
        let own = [
            "figures",
            "small-figures",
            "alphanumerics",
            "dates",
            "date-parts",
        ];
        found
            .filter(|one| own.contains(&one.diagnostic.code.name()))
            .map(|one| format!("{} {}", one.diagnostic.code.name(), one.token))
            .collect()
    }

    #[test]
    fn a_table_in_the_project_file_is_enough_for_a_language() {
        let english = (
            "en",
            "On March 21, at 2 p.m., 25 teams shared €4.8 million: 1,250 people, two days.",
        );
        let german = "Am 21. März um 14:00 Uhr teilten 25 Teams 4,8 Mio. Euro: 1.250 Personen, zwei Tage, seit 2 Jahren.";
        let differ =
            |from: &str, to: &str| found(GERMAN, english, ("de", &german.replace(from, to)));
        assert_eq!(differ("", ""), [""; 0]);
        assert_eq!(differ("Mio.", "Mrd."), ["figures 4800000000"]);
        assert_eq!(differ("1.250", "1.520"), ["figures 1.52"]);
        assert_eq!(differ("März", "Mai"), ["dates 5"]);
        assert_eq!(differ("21.", "12."), ["dates 12"]);
        assert_eq!(differ("14:00", "15:00"), ["dates 15:00"]);
        assert_eq!(differ("25 Teams", "27 Teams"), ["small-figures 27"]);
        assert_eq!(found("", english, ("de", "Am 21. März: 5 Mio.")), [""; 0]);
    }

    const GERMAN: &str = "
        [words.de]
        months = [['Januar'], ['Februar'], ['März'], ['April'], ['Mai'], ['Juni'], ['Juli'],
                  ['August'], ['September'], ['Oktober'], ['November'], ['Dezember']]
        ordinals = ['.']
        magnitudes.1000000 = ['Mio.', 'Million*']
        magnitudes.1000000000 = ['Mrd.', 'Milliarde*']
        numerals.2 = ['zwei*']
        currencies.EUR = ['€', 'Euro']
    ";

    #[test]
    fn only_a_whole_run_of_digits_explains_a_figure() {
        let code = |target: &str| found("", ("ru", "Код ошибки 404 и ещё 15."), ("en", target));
        assert_eq!(code("Error code `404`, see [15](/x)."), [""; 0]);
        assert_eq!(code("Error code `4042`, see 15."), ["figures 404"]);
        assert_eq!(code("Error code 404, see `115`."), ["small-figures 15"]);
    }

    #[test]
    fn the_same_figures_in_other_words_are_no_finding() {
        for (source, target) in [
            ("Работаем круглосуточно, 7 дней.", "Open 24/7, seven days."),
            (
                "За сутки пришло 1 358 звонков.",
                "There were 1,358 calls in 24 hours.",
            ),
            ("См. главу о грантах.", "See the chapter on grants."),
            ("Выросло в два с половиной раза.", "It grew 2.5 times."),
            (
                "С 9 до 18 часов в XIX веке.",
                "From 9 a.m. to 6 p.m. in the 19th century.",
            ),
            (
                "Половина, или от 2 до 3 млн.",
                "50%, or 2 million to 3 million.",
            ),
        ] {
            assert_eq!(
                found("", ("ru", source), ("en", target)),
                [""; 0],
                "{source}"
            );
            assert_eq!(
                found("", ("en", target), ("ru", source)),
                [""; 0],
                "{target}"
            );
        }
    }
}
