//! Which characters say something.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern;

/// Whether a character says something that its absence would not: a letter, a digit, a symbol such
/// as `✅`, `≥` or `€`, and the few marks of punctuation that are read aloud. Emoji beside a text
/// decorate it.
pub fn speaks(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || b"%#+=<>&@$".contains(&(c as u8));
    }
    let picture = ('\u{1f000}'..='\u{1faff}').contains(&c);
    c.is_alphanumeric()
        || matches!(c, '‰' | '§')
        || (!picture && !c.is_whitespace() && SYMBOL.is_match(c.encode_utf8(&mut [0; 4])))
}

/// The symbols of Unicode: of mathematics, of currencies and others, not the modifiers of letters.
static SYMBOL: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[\p{Sm}\p{Sc}\p{So}]$"));

#[cfg(test)]
mod tests {
    use super::speaks;

    #[test]
    fn symbols_speak_and_punctuation_does_not() {
        assert!("аZ5✅≥−€%№".chars().all(speaks));
        assert!(!"📚«»—…,.!?-_*`~|^ \u{a0}\u{301}".chars().any(speaks));
    }
}
