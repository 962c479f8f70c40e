//! A number as digits: exact, whatever its size.

use std::fmt;

/// A value in plain spelling: no zeros in front, none at the end of a fraction, `.` before it.
///
/// What has two points or more is a version or an address of a machine and stands as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::checks) struct Value(String);

/// Digits beyond which two values are not reckoned with any more, only compared.
const RECKONED: usize = 18;

impl Value {
    /// The value of digits with at most one point; anything else stands as it is.
    pub(in crate::checks) fn new(spelling: &str) -> Self {
        let (whole, fraction) = spelling.split_once('.').unwrap_or((spelling, ""));
        if fraction.contains('.') {
            return Self(spelling.to_owned());
        }
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let fraction = fraction.trim_end_matches('0');
        Self(if fraction.is_empty() {
            whole.to_owned()
        } else {
            format!("{whole}.{fraction}")
        })
    }

    /// The value with its point moved to the right, or to the left where `places` is negative.
    pub(in crate::checks) fn shifted(&self, places: i32) -> Self {
        let (whole, fraction) = self.0.split_once('.').unwrap_or((&self.0, ""));
        if fraction.contains('.') {
            return self.clone();
        }
        let by = places.unsigned_abs() as usize;
        if places >= 0 {
            let (moved, rest) = fraction.split_at(by.min(fraction.len()));
            let zeros = "0".repeat(by - moved.len());
            return Self::new(&format!("{whole}{moved}{zeros}.{rest}"));
        }
        let padded = format!("{}{whole}", "0".repeat(by.saturating_sub(whole.len()) + 1));
        let (whole, moved) = padded.split_at(padded.len() - by);
        Self::new(&format!("{whole}.{moved}{fraction}"))
    }

    /// Whether it has a fraction, or is no number but a version.
    pub(super) fn broken(&self) -> bool {
        self.0.contains('.')
    }

    /// The digits behind the point.
    pub(super) fn fraction(&self) -> &str {
        self.0.split_once('.').map_or("", |(_, fraction)| fraction)
    }

    /// The value, if it is whole and not large.
    pub(in crate::checks) fn small(&self) -> Option<u32> {
        self.0.parse().ok()
    }

    /// The value in thousandths, what is less cut off; none where it is too large to reckon with.
    pub(in crate::checks) fn thousandths(&self) -> Option<i128> {
        let shifted = self.shifted(3);
        let (whole, fraction) = shifted.0.split_once('.').unwrap_or((&shifted.0, ""));
        (whole.len() <= RECKONED && !fraction.contains('.')).then(|| whole.parse().ok())?
    }
}

impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self(value.to_string())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn one_value_has_one_spelling() {
        assert_eq!(Value::new("007"), Value::new("7.00"));
        assert_eq!(Value::new("0.50").to_string(), "0.5");
        assert_ne!(Value::new("2.0.0"), Value::new("2"));
    }

    #[test]
    fn a_point_moves_exactly() {
        for (value, places, moved) in [
            ("4.8", 6, "4800000"),
            ("1.25", 1, "12.5"),
            ("50", -2, "0.5"),
            ("5", -2, "0.05"),
            ("0.1", -1, "0.01"),
            ("380", 3, "380000"),
        ] {
            assert_eq!(Value::new(value).shifted(places).to_string(), moved);
        }
        assert_eq!(Value::new("1.6093").thousandths(), Some(1609));
    }
}
