//! The id that a heading gets from its words.

use unicode_normalization::char::is_combining_mark;

use super::is_letter;

/// The id of a heading as GitHub makes it: lower case, a hyphen for each space, and of the rest
/// letters, digits, hyphens and underscores. It may be empty, and two headings may have the same.
pub fn heading_id(title: &str) -> String {
    let lower = title.trim().to_lowercase();
    let kept = lower.chars().filter_map(|c| match c {
        c if is_letter(c) || c.is_numeric() || matches!(c, '-' | '_') || is_combining_mark(c) => {
            Some(c)
        }
        ' ' => Some('-'),
        _ => None,
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_github() {
        for (title, id) in [
            (" Приём заявок: шаг 1 ", "приём-заявок-шаг-1"),
            ("Q&A — `status_of`", "qa--status_of"),
            ("Ёлка и́", "ёлка-и́"),
            ("!!!", ""),
        ] {
            assert_eq!(heading_id(title), id);
        }
    }
}
