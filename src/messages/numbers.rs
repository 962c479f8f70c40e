//! How each language of the program writes numbers and sizes.

use fluent::FluentValue;

use super::UiLang;

/// A whole number with its thousands apart, once it has five digits.
pub(super) fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = number.as_string().into_owned();
    if digits.len() < 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut out = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    Some(out)
}

/// A number of bytes in the largest unit that it fills: `100 MB`, `1,5 МБ`.
pub(super) fn size(bytes: u64, lang: UiLang) -> String {
    let (units, point) = match lang {
        UiLang::En => (["bytes", "KB", "MB", "GB"], '.'),
        UiLang::Ru => (["Б", "КБ", "МБ", "ГБ"], ','),
    };
    let mut unit = 0;
    let mut scale = 1_u64;
    while unit + 1 < units.len() && bytes / scale >= 1024 {
        unit += 1;
        scale *= 1024;
    }
    let whole = bytes / scale;
    // One decimal, cut and not rounded: a file just over a limit must not seem to reach the next unit.
    let tenth = u128::from(bytes % scale) * 10 / u128::from(scale);
    let decimal = if tenth > 0 && whole < 100 {
        format!("{point}{tenth}")
    } else {
        String::new()
    };
    format!("{whole}{decimal}\u{a0}{}", units[unit])
}
