//! Which script a text is written in.

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

#[cfg(test)]
mod tests {
    use super::is_cyrillic;

    #[test]
    fn commands_do_not_make_a_text_latin() {
        assert!(is_cyrillic(
            "Запустите `cargo install sverka`, потом статус.".chars()
        ));
        assert!(!is_cyrillic("Сверка is a word of Russian editors.".chars()));
        assert!(!is_cyrillic("".chars()));
    }
}
