//! Units that a translation converts: miles into kilometres, pounds into kilograms.

use super::phrases::Phrases;
use super::value::Value;
use crate::checks::words;

/// Two units of one measure, made ready.
#[derive(Debug, Clone)]
pub(in crate::checks) struct Conversion {
    from: Phrases<()>,
    to: Phrases<()>,
    factor: i128,
    minus: i128,
}

/// How far apart the two may be, in hundredths.
const WITHIN: i128 = 3;

impl Conversion {
    /// Makes a conversion ready; none where its numbers are none.
    pub(super) fn new(said: &words::Conversion) -> Option<Self> {
        let phrases = |units: &[String]| {
            let mut out = Phrases::default();
            for unit in units {
                out.add(unit, ());
            }
            out
        };
        let minus = if said.minus.is_empty() {
            "0"
        } else {
            &said.minus
        };
        Some(Self {
            from: phrases(&said.from),
            to: phrases(&said.to),
            factor: Value::new(&said.factor).thousandths()?,
            minus: Value::new(minus).thousandths()?,
        })
    }

    /// Whether a figure is another one in the other unit, in either direction; each comes with the
    /// text that begins where it ends.
    pub(super) fn explains(&self, one: (&Value, &str), other: (&Value, &str)) -> bool {
        self.one_way(one, other) || self.one_way(other, one)
    }

    fn one_way(&self, one: (&Value, &str), other: (&Value, &str)) -> bool {
        if !begins(&self.from, one.1) || !begins(&self.to, other.1) {
            return false;
        }
        let (Some(value), Some(there)) = (one.0.thousandths(), other.0.thousandths()) else {
            return false;
        };
        let reckoned = (value - self.minus).saturating_mul(self.factor) / 1000;
        let apart = (reckoned.abs() - there).abs().saturating_mul(100);
        apart <= reckoned.abs().saturating_mul(WITHIN).max(50_000)
    }
}

/// Whether a text begins with one of the units, perhaps behind a space.
fn begins(units: &Phrases<()>, text: &str) -> bool {
    let rest = text.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '-']);
    !units.at(rest, 0).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explains(factor: &str, minus: &str, one: (&str, &str), other: (&str, &str)) -> bool {
        let said = words::Conversion {
            from: vec!["mile*".to_owned(), "°F".to_owned()],
            to: vec!["км".to_owned(), "°C".to_owned()],
            factor: factor.to_owned(),
            minus: minus.to_owned(),
        };
        let conversion = Conversion::new(&said).unwrap();
        conversion.explains((&Value::new(one.0), one.1), (&Value::new(other.0), other.1))
    }

    #[test]
    fn converted_figures_are_within_three_hundredths() {
        assert!(explains("1.609", "", ("100", " miles"), ("160", " км")));
        assert!(explains(
            "1.609",
            "",
            ("160", "\u{a0}км"),
            ("100", " miles")
        ));
        assert!(!explains("1.609", "", ("100", " miles"), ("106", " км")));
        assert!(!explains("1.609", "", ("100", " miles"), ("160", " кг")));
        assert!(explains("0.556", "32", ("68", " °F"), ("20", " °C")));
    }
}
