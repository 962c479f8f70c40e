//! Text of unknown origin, made safe to show.

use std::borrow::Cow;

/// `text` with everything that would command a terminal, or turn the order of letters round,
/// written out: `\u{1b}`. Tabs and line breaks stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(commands) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if commands(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

fn commands(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn letters_stay_and_commands_are_written_out() {
        assert_eq!(visible("Приём\tзаявок\n"), "Приём\tзаявок\n");
        assert_eq!(
            visible("\u{1b}[2Ja\r\u{9b}б\u{202e}"),
            "\\u{1b}[2Ja\\u{d}\\u{9b}б\\u{202e}"
        );
    }
}
