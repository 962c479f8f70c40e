//! Which script a letter and a text are written in.

pub use unicode_script::Script;
use unicode_script::UnicodeScript;

/// Whether many of the letters are Cyrillic.
pub fn is_cyrillic(text: impl Iterator<Item = char>) -> bool {
    let mut all = 0_usize;
    let mut cyrillic = 0_usize;
    for letter in text.filter(|letter| letter.is_alphabetic()) {
        all += 1;
        cyrillic += usize::from(('\u{400}'..='\u{52f}').contains(&letter));
    }
    // Commands and names in an article are Latin whatever its language is.
    cyrillic * 4 > all
}

/// The script of a letter; none of digits, punctuation and whatever stands in texts of any script.
pub fn script_of(letter: char) -> Option<Script> {
    if letter.is_ascii() {
        return letter.is_ascii_alphabetic().then_some(Script::Latin);
    }
    if matches!(letter, '\u{410}'..='\u{44f}') {
        return Some(Script::Cyrillic);
    }
    if !letter.is_alphabetic() {
        return None;
    }
    let script = letter.script();
    let own = !matches!(script, Script::Common | Script::Inherited | Script::Unknown);
    own.then_some(script)
}

/// The script with this Unicode name: `Cyrillic`.
pub fn script_named(name: &str) -> Option<Script> {
    Script::from_full_name(name)
}

/// Whether a character is a letter. As [`char::is_alphabetic`], which looks up in a table what most
/// of our texts are written with.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{410}'..='\u{44f}' => true,
        _ => c.is_alphabetic(),
    }
}

/// Whether a character only changes the letter before it: an accent.
pub fn is_mark(c: char) -> bool {
    // Neither Cyrillic letters nor the signs of punctuation between words are.
    !c.is_ascii()
        && !matches!(c, '\u{370}'..='\u{482}')
        && c.script() == Script::Inherited
        && !matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_ways_say_what_the_tables_say() {
        for c in '\0'..='\u{3000}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            let inherited = c.script() == Script::Inherited && !c.is_ascii();
            assert_eq!(
                is_mark(c),
                inherited && !matches!(c, '\u{200c}' | '\u{200d}'),
                "{c:?}"
            );
            if c.is_alphabetic() && matches!(c, '\u{410}'..='\u{44f}') {
                assert_eq!(script_of(c), Some(c.script()), "{c:?}");
            }
        }
    }

    #[test]
    fn commands_do_not_make_a_text_latin() {
        assert!(is_cyrillic(
            "Запустите `cargo install sverka`, потом статус.".chars()
        ));
        assert!(!is_cyrillic("Сверка is a word of Russian editors.".chars()));
        assert!(!is_cyrillic("".chars()));
    }

    #[test]
    fn letters_have_a_script_and_signs_have_none() {
        assert_eq!(script_of('с'), Some(Script::Cyrillic));
        assert_eq!(script_of('é'), Some(Script::Latin));
        assert!("1,№—\u{301}°".chars().all(|c| script_of(c).is_none()));
        assert_eq!(script_named("Greek"), Some(Script::Greek));
        assert!(is_mark('\u{301}') && !is_mark('a'));
    }
}
