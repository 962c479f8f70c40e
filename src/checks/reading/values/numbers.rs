//! The numbers of a text, apart from figures that belong to a name, a phone or an identifier.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::value::Value;
use crate::text::{pattern, read_numbers};

/// A number as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) struct Number {
    /// Its bytes in the text.
    pub(in crate::checks) range: Range<usize>,
    /// Every value its spelling may mean.
    pub(in crate::checks) values: Vec<Value>,
    /// The numbers it is if it is several of them: `15 200`, `1,5`.
    pub(in crate::checks) parts: Vec<Value>,
    /// Whether it belongs to a name, a phone or an identifier: `ES2022`, `int32_t`.
    pub(in crate::checks) loose: bool,
}

impl Number {
    /// How it is written.
    pub(in crate::checks) fn written<'t>(&self, text: &'t str) -> &'t str {
        &text[self.range.clone()]
    }

    /// The value, if it is written as one or two digits or as a year, and belongs to nothing.
    pub(super) fn plain(&self, text: &str) -> Option<u32> {
        let written = self.written(text);
        let plain = written.len() <= 4 && written.bytes().all(|byte| byte.is_ascii_digit());
        (plain && !self.loose).then(|| written.parse().ok())?
    }
}

/// The numbers of a text, in order. A list written without spaces is several numbers.
pub(in crate::checks) fn numbers(text: &str) -> Vec<Number> {
    let mut out = Vec::new();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return out;
    }
    // The shortest has five digits; most texts have none.
    let digits = text.bytes().filter(u8::is_ascii_digit).take(5).count();
    let phones: Vec<Range<usize>> = if digits < 5 {
        Vec::new()
    } else {
        PHONE.find_iter(text).map(|found| found.range()).collect()
    };
    for reading in read_numbers(text) {
        let written = &text[reading.range.clone()];
        if lists(written) {
            let mut at = reading.range.start;
            for piece in written.split(',') {
                out.push(number(text, at..at + piece.len(), vec![Value::new(piece)]));
                at += piece.len() + 1;
            }
        } else {
            let mut values: Vec<Value> = reading.values.iter().map(|v| Value::new(v)).collect();
            values.extend(points_as_groups(written));
            out.push(number(text, reading.range, values));
        }
    }
    for one in &mut out {
        let after = phones.partition_point(|phone| phone.end <= one.range.start);
        let inside = phones
            .get(after)
            .is_some_and(|phone| phone.start < one.range.end);
        one.loose |= inside;
    }
    out
}

fn number(text: &str, range: Range<usize>, values: Vec<Value>) -> Number {
    let written = &text[range.clone()];
    let mut parts = Vec::new();
    if written.contains([' ', ',', '\u{a0}', '\u{202f}', '\u{2009}']) {
        let pieces = written.split(|sign: char| !sign.is_ascii_digit());
        parts.extend(pieces.filter(|piece| !piece.is_empty()).map(Value::new));
    }
    Number {
        loose: in_word(text, &range) || goes_on(text, range.end),
        range,
        values,
        parts,
    }
}

/// Whether commas part numbers here, and not groups of digits: `1,2,3`.
fn lists(written: &str) -> bool {
    let mut groups = written.split(',').skip(1).peekable();
    if groups.peek().is_none() {
        return false;
    }
    let several = written.matches(',').count() > 1 || written.contains('.');
    let decimal = written.rsplit_once(',').is_some_and(|(whole, fraction)| {
        let mut groups = whole.split('.').skip(1);
        !whole.contains(',') && !fraction.contains('.') && groups.all(|group| group.len() == 3)
    });
    let grouped = groups.all(|group| {
        let whole = group.split('.').next().unwrap_or(group);
        whole.len() == 3
    });
    several && !grouped && !decimal
}

/// The value if points part groups of digits, as in German: `1.234`, `1.234.567`.
fn points_as_groups(written: &str) -> Option<Value> {
    let mut groups = written.split('.');
    let first = groups.next()?;
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=3).contains(&first.len()) && !first.starts_with('0') && digits(first);
    let rest: Vec<&str> = groups.collect();
    let grouped = !rest.is_empty() && rest.iter().all(|group| group.len() == 3 && digits(group));
    (fits && grouped).then(|| Value::new(&written.replace('.', "")))
}

/// Whether a word or an identifier begins before the number: `ES2022`, `COVID-19`, `x.5`, `a_1`.
fn in_word(text: &str, range: &Range<usize>) -> bool {
    let mut before = text[..range.start].chars().rev();
    let (Some(last), beyond) = (before.next(), before.next()) else {
        return false;
    };
    let beyond = beyond.unwrap_or(' ');
    match last {
        '_' => true,
        // A space behind a full stop was forgotten, or the stop belongs to a name.
        '.' | '-' => beyond.is_alphanumeric() && !beyond.is_ascii_digit(),
        'v' | 'V' => beyond.is_alphanumeric() || beyond == '_',
        _ if crosses(last) => !beyond.is_ascii_digit(),
        _ => last.is_alphabetic(),
    }
}

/// Whether the number is the beginning of an identifier: `5e3f9a`, `1_000`. What is measured in
/// two directions is not: `16x16`.
fn goes_on(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    // An identifier shows itself soon; what is longer is a word of any language.
    let run = rest
        .chars()
        .take(LONG)
        .take_while(|sign| sign.is_alphanumeric() || *sign == '_');
    let run: String = run.collect();
    let mut signs = run.chars();
    match signs.next() {
        Some(first) if crosses(first) => false,
        Some('_') => true,
        _ => run.contains(|sign: char| sign.is_ascii_digit() || sign == '_'),
    }
}

/// How long a run of letters and digits is looked at.
const LONG: usize = 40;

/// Whether the sign stands between two measures, in Latin and Cyrillic.
fn crosses(sign: char) -> bool {
    matches!(sign, 'x' | 'X' | 'х' | 'Х' | '×')
}

/// Phone numbers: in groups with a plus, brackets or hyphens between them.
static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)
        \+\d[\d\s().\-–]{7,20}\d
        | (?:\b8[\s-]?)?\(\d{3,5}\)[\s-]?\d{1,3}(?:[\s-]?\d{2,4}){1,3}
        | \b8[\s-]\d{3}[\s-]\d{3}[\s-]\d{2}[\s-]\d{2}\b
        | \b(?:8-)?(?:\d{3,5}[\s-])?\d{1,3}-\d{2}-\d{2}\b
        | \b(?:\d-)?\d{3}-\d{3}-\d{4}\b",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let all = numbers(text).into_iter().filter(|one| !one.loose);
        all.map(|one| {
            let values: Vec<String> = one.values.iter().map(Value::to_string).collect();
            values.join("|")
        })
        .collect()
    }

    #[test]
    fn spellings_are_read_in_every_way_they_may_mean() {
        assert_eq!(
            read("186,298 и 186 298; 4,8; 99.99%"),
            ["186298|186.298", "186298", "4.8", "99.99"]
        );
        assert_eq!(
            read("1.234.567 Einwohner, 3.141 Zeilen"),
            ["1.234.567|1234567", "3.141|3141"]
        );
        assert_eq!(read("пункты 1,2,3 и v2.0.1"), ["1", "2", "3", "2.0.1"]);
        assert_eq!(
            read("1,234,567.89 = 1 234 567,89 = 1.234.567,89"),
            ["1234567.89"; 3]
        );
    }

    #[test]
    fn figures_in_names_are_no_numbers() {
        assert_eq!(read("ES2022, COVID-19, int32_t, e3b0c442, 1_000"), [""; 0]);
        assert_eq!(
            read("16x16, 16 × 9, 10х15, 850ms, 5-й, v2"),
            ["16", "16", "16", "9", "10", "15", "850", "5", "2"]
        );
        assert_eq!(
            read("+7 (8722) 56-12-34, 8-800-200-01-22, 2-12-85"),
            [""; 0]
        );
    }
}
