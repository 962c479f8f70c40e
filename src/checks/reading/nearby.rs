//! The words next to a place, for people to find it by.

use crate::document::OBJECT;

/// How many bytes are looked at: a text may have no spaces at all.
const FAR: usize = 80;

/// The word before a place; `…` stands for what is no word.
pub(in crate::checks) fn word_before(text: &str, at: usize) -> String {
    let start = text.ceil_char_boundary(at.saturating_sub(FAR));
    shown(text[start..at].split_whitespace().next_back())
}

/// The word behind a place.
pub(in crate::checks) fn word_after(text: &str, at: usize) -> String {
    let end = text.floor_char_boundary(at + FAR);
    shown(text[at..end].split_whitespace().next())
}

/// The first words behind a place, and as many as three.
pub(in crate::checks) fn words_after(text: &str, at: usize) -> String {
    let end = text.floor_char_boundary(at + FAR);
    let words: Vec<&str> = text[at..end].split_whitespace().take(3).collect();
    shown(Some(words.join(" ").as_str()))
}

fn shown(words: Option<&str>) -> String {
    words.unwrap_or_default().replace(OBJECT, "…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_around_a_place() {
        let text = "Приём — с\u{fffc} девяти до шести";
        assert_eq!(word_before(text, text.find('—').unwrap()), "Приём");
        assert_eq!(
            words_after(text, text.find('—').unwrap() + 3),
            "с… девяти до"
        );
        assert_eq!(word_after(text, text.len()), "");
    }
}
