//! Text that was written in one encoding and read in another, and what it says.
//!
//! Nothing is taken for broken that cannot be put together again: the characters have to be bytes of
//! the one encoding that make up letters in the other.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::{Script, is_letter, script_of};

/// A piece of text in a wrong encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) struct Broken {
    /// Its bytes in the text.
    pub(in crate::checks) range: Range<usize>,
    /// What it says.
    pub(in crate::checks) meant: String,
}

/// The pieces of a text in a wrong encoding; `cyrillic` says whether the page or its other language is
/// written so.
pub(in crate::checks) fn broken(text: &str, cyrillic: bool) -> Vec<Broken> {
    let mut out: Vec<Broken> = Vec::new();
    for run in runs(text) {
        let found = TABLES[..2]
            .iter()
            .find_map(|table| unicode(run.clone(), text, table));
        let found = found.or_else(|| single_bytes(run, text).filter(|_| cyrillic));
        let Some(found) = found else { continue };
        match out.last_mut() {
            // Spaces and commas between two broken words are bytes like any other.
            Some(last) if joins(&text[last.range.end..found.range.start]) => {
                last.meant
                    .push_str(&text[last.range.end..found.range.start]);
                last.meant.push_str(&found.meant);
                last.range.end = found.range.end;
            }
            _ => out.push(found),
        }
    }
    out
}

fn joins(between: &str) -> bool {
    between.len() <= 3 && between.is_ascii() && !between.contains(char::is_alphanumeric)
}

/// The runs of characters beyond ASCII.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| !c.is_ascii()) {
        let start = at + start;
        let end = text[start..].find(|c: char| c.is_ascii());
        at = end.map_or(text.len(), |end| start + end);
        out.push(start..at);
    }
    out
}

/// The upper half of an encoding: the character of each byte, and the byte of each character.
struct Table {
    chars: Vec<char>,
    bytes: Vec<(char, u8)>,
}

impl Table {
    fn of(half: &str) -> Self {
        let chars: Vec<char> = half.chars().collect();
        let mut bytes: Vec<(char, u8)> = chars.iter().copied().zip(0x80..=0xff).collect();
        bytes.sort_unstable();
        Self { chars, bytes }
    }

    fn byte(&self, c: char) -> Option<u8> {
        let at = self.bytes.binary_search_by_key(&c, |one| one.0).ok()?;
        Some(self.bytes[at].1)
    }

    fn char(&self, byte: u8) -> Option<char> {
        self.chars
            .get(usize::from(byte.checked_sub(0x80)?))
            .copied()
    }
}

/// UTF-8 in a run that was read by a table: the longest piece of it that can be put together.
fn unicode(run: Range<usize>, text: &str, table: &Table) -> Option<Broken> {
    let all: Vec<(usize, Option<u8>)> = text[run.clone()]
        .char_indices()
        .map(|(at, c)| (run.start + at, table.byte(c).or(latin(c))))
        .collect();
    let mut best: Option<Broken> = None;
    let mut at = 0;
    while at < all.len() {
        let (from, mut meant) = (at, String::new());
        while let Some((c, length)) = all.get(at..).and_then(first) {
            meant.push(c);
            at += length;
        }
        if meant.is_empty() {
            at += 1;
            continue;
        }
        let end = all.get(at).map_or(run.end, |one| one.0);
        let found = Broken {
            range: all[from].0..end,
            meant,
        };
        let longer = best
            .as_ref()
            .is_none_or(|best| best.range.len() < found.range.len());
        if longer && is_text(&text[found.range.clone()], &found.meant) {
            best = Some(found);
        }
    }
    best
}

/// What Latin-1 has where Windows-1252 has signs of its own.
fn latin(c: char) -> Option<u8> {
    u8::try_from(u32::from(c))
        .ok()
        .filter(|byte| (0x80..0xa0).contains(byte))
}

/// The character that the first bytes make up in UTF-8, and how many they are.
fn first(bytes: &[(usize, Option<u8>)]) -> Option<(char, usize)> {
    let length = match bytes.first()?.1? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let own: Option<Vec<u8>> = bytes.get(..length)?.iter().map(|one| one.1).collect();
    let c = std::str::from_utf8(&own?).ok()?.chars().next()?;
    Some((c, length))
}

/// Whether what was put together is what somebody wrote: letters of one script with signs of
/// punctuation, and more of them than chance makes.
fn is_text(written: &str, meant: &str) -> bool {
    let letters: Vec<char> = meant.chars().filter(|c| is_letter(*c)).collect();
    let script = letters.first().and_then(|c| script_of(*c));
    let one = letters.iter().all(|c| script_of(*c) == script);
    let known =
        |c: char| is_letter(c) || "«»“”„‘’–—…№•€™©®°§±²³×\u{a0}\u{2011}\u{202f}".contains(c);
    if !one || !meant.chars().all(known) {
        return false;
    }
    let count = meant.chars().count();
    match script {
        Some(Script::Cyrillic) if written.starts_with(['Ð', 'Ñ']) => count >= 2,
        Some(Script::Cyrillic) => count >= 3 && rare(written),
        // `Ã` before a sign of punctuation is no letter of any word.
        Some(Script::Latin) => {
            written.starts_with(['Ã', 'Å', 'Ä'])
                && !written.contains(['ª', '·', 'º', '»', '”', '“', '’'])
        }
        Some(_) => count >= 3,
        None => ["â€", "вЂ", "Â", "в„–"]
            .iter()
            .any(|start| written.starts_with(start)),
    }
}

/// Whether a third of the characters or more are none of Russian: signs, and letters of Serbian.
fn rare(written: &str) -> bool {
    let all = written.chars().count();
    let odd = written
        .chars()
        .filter(|c| !matches!(c, 'А'..='я' | 'ё' | 'Ё'));
    odd.count() * 3 >= all
}

/// Cyrillic of one byte per letter that was read by another table of such bytes, in words of four
/// letters or more.
fn single_bytes(run: Range<usize>, text: &str) -> Option<Broken> {
    let written = &text[run.clone()];
    let near = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if near(text[..run.start].chars().next_back()) || near(text[run.end..].chars().next()) {
        return None;
    }
    // Written in the second, read by the first.
    for (read, wrote) in [(1, 0), (0, 2), (2, 0)] {
        let bytes: Option<Vec<u8>> = written.chars().map(|c| TABLES[read].byte(c)).collect();
        let Some(bytes) = bytes else { continue };
        let meant: Option<String> = bytes.iter().map(|byte| TABLES[wrote].char(*byte)).collect();
        let Some(meant) = meant else { continue };
        if is_word(&meant) && !has_word(written) && meant.chars().count() >= 4 {
            return Some(Broken { range: run, meant });
        }
    }
    None
}

/// Whether there is a Russian word of three letters or more between the signs of a text.
fn has_word(text: &str) -> bool {
    let mut words = text.split(|c: char| !is_letter(c));
    words.any(|word| word.chars().count() >= 3 && is_word(word))
}

/// Whether a text is one Russian word: a capital letter at most at its beginning, and vowels.
fn is_word(text: &str) -> bool {
    let small = |c: char| matches!(c, 'а'..='я' | 'ё');
    let mut all = text.chars();
    let first = all
        .next()
        .is_some_and(|c| small(c) || matches!(c, 'А'..='Я' | 'Ё'));
    first && all.all(small) && text.to_lowercase().contains(|c| "аеёиоуыэюя".contains(c))
}

/// Windows-1251, Windows-1252, code page 866.
static TABLES: LazyLock<[Table; 3]> =
    LazyLock::new(|| [WINDOWS_1251, WINDOWS_1252, CP_866].map(Table::of));

/// The upper half of Windows-1251.
const WINDOWS_1251: &str = concat!(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕїА",
    "БВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
);

/// The upper half of Windows-1252.
const WINDOWS_1252: &str = concat!(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}",
    "®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüý",
    "þÿ",
);

/// The upper half of code page 866.
const CP_866: &str = concat!(
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧",
    "╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{a0}",
);

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> Vec<String> {
        broken(text, true)
            .into_iter()
            .map(|one| one.meant)
            .collect()
    }

    #[test]
    fn what_was_read_wrongly_is_put_together_again() {
        for (written, said) in [
            ("«РџСЂРёРІРµС‚»", "Привет"),
            ("РџСЂРёРІРµС‚, РјРёСЂ!", "Привет, мир"),
            ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
            ("cafÃ©", "é"),
            ("donâ€™t", "’"),
            ("Ïðèâåò", "Привет"),
            ("ЏаЁўҐв", "Привет"),
        ] {
            assert_eq!(meant(written), [said], "{written}");
        }
    }

    #[test]
    fn letters_of_many_languages_are_none_of_it() {
        for text in [
            "Прием: naïve café, Â, Ñandú, MAÇÃ, São",
            "ССС… «Р» — РСФСР, РС‑232, СССР—США",
            "форма «писем: 5», «одно письмо»…, раз—два, „нет“, №5",
            "Äöüß ÄÖÜ, ØÆÅ æøå, Ђоковић, Їжак",
            "дело № 5 — «Наука» и жизнь…",
            "Привет, это обычный текст: ёлка, съезд.",
        ] {
            assert_eq!(meant(text), Vec::<String>::new(), "{text}");
        }
    }
}
