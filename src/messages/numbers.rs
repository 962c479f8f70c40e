//! How each language of the program writes sizes.

use super::UiLang;

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
