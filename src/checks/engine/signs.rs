//! Which signs a text has at all, so that nobody looks in it for what cannot be there.
//!
//! Most passages of an interface are two or three plain words. One look at the bytes of a passage says
//! what kinds of signs it has; a check says which of them it needs before it can find anything, and
//! is not asked about a passage that has none of them. The kinds are told by first bytes of UTF-8, so
//! a text may be said to have more than it has, and never less.

use std::ops::{BitAnd, BitOr, BitOrAssign};

use crate::document::{OBJECT, PlaceholderKind, Segment};
use crate::text::{Script, script_of};

/// A set of kinds of signs, and of things that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs(u128);

impl Signs {
    /// None: what needs this is never asked.
    pub const NONE: Self = Self(0);
    /// All of them: what needs these is asked about every text, even an empty one.
    pub const ANY: Self = Self(u128::MAX);
    /// A digit of ASCII.
    pub const DIGIT: Self = Self(1 << 1);
    /// A letter of ASCII.
    pub const LETTER: Self = Self(1 << 2);
    /// A space.
    pub const SPACE: Self = Self(1 << 3);
    /// A line break.
    pub const LINE: Self = Self(1 << 4);
    /// A full stop.
    pub const STOP: Self = Self(1 << 5);
    /// A hyphen.
    pub const HYPHEN: Self = Self(1 << 6);
    /// A colon.
    pub const COLON: Self = Self(1 << 7);
    /// A round or square bracket.
    pub const BRACKET: Self = Self(1 << 8);
    /// A straight quote, also a single one.
    pub const QUOTE: Self = Self(1 << 9);
    /// A control character of ASCII other than a line break.
    pub const CONTROL: Self = Self(1 << 10);
    /// `{`, `%` or `$`: what variables begin with.
    pub const BRACE: Self = Self(1 << 11);
    /// `<` or `=`: what elements and their attributes are written with.
    pub const ELEMENT: Self = Self(1 << 12);
    /// `@`.
    pub const AT: Self = Self(1 << 13);
    /// `#` or `&`.
    pub const HASH: Self = Self(1 << 14);
    /// A sign of U+0080 to U+00BF: no-break spaces, guillemets.
    pub const LATIN_1: Self = Self(1 << 15);
    /// A Latin letter that is not of ASCII, from U+00AA to U+02FF.
    pub const ACCENT: Self = Self(1 << 16);
    /// A sign of U+0300 to U+03FF: accents that stand apart, Greek.
    pub const GREEK: Self = Self(1 << 17);
    /// A sign of U+0400 to U+04FF.
    pub const CYRILLIC: Self = Self(1 << 18);
    /// A sign of U+0540 to U+057F.
    pub const ARMENIAN: Self = Self(1 << 19);
    /// A sign of U+05C0 to U+05FF.
    pub const HEBREW: Self = Self(1 << 20);
    /// A sign of U+0600 to U+06FF.
    pub const ARABIC: Self = Self(1 << 21);
    /// A sign of U+0800 to U+0FFF.
    pub const INDIC: Self = Self(1 << 22);
    /// A sign of U+2000 to U+203F: dashes, quotes, spaces, ellipses, and what hides among them.
    pub const GENERAL: Self = Self(1 << 23);
    /// Any other sign.
    pub const OTHER: Self = Self(1 << 24);
    /// Letters that may be of several scripts.
    pub const MIXED: Self = Self(1 << 25);
    /// Two spaces in a row.
    pub const TWO_SPACES: Self = Self(1 << 26);
    /// Two full stops in a row.
    pub const TWO_STOPS: Self = Self(1 << 27);
    /// Two hyphens in a row.
    pub const TWO_HYPHENS: Self = Self(1 << 28);
    /// The letter `I`.
    pub const CAPITAL_I: Self = Self(1 << 31);
    /// Stands for what is seen and not read.
    pub const OBJECT: Self = Self(1 << 29);

    /// White space of any kind.
    pub const GAP: Self = Self::SPACE
        .or(Self::LINE)
        .or(Self::CONTROL)
        .or(Self::LATIN_1)
        .or(Self::GENERAL)
        .or(Self::OTHER);
    /// Signs that are not of ASCII, without [`Self::OBJECT`].
    pub const BEYOND_ASCII: Self = Self::LATIN_1
        .or(Self::ACCENT)
        .or(Self::GREEK)
        .or(Self::CYRILLIC)
        .or(Self::ARMENIAN)
        .or(Self::HEBREW)
        .or(Self::ARABIC)
        .or(Self::INDIC)
        .or(Self::GENERAL)
        .or(Self::OTHER);

    /// Both sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The same signs where they stand in the text as it is written, markup and all.
    #[must_use]
    pub const fn written(self) -> Self {
        Self(self.0 << 32)
    }

    /// Things of a kind.
    pub const fn things(kind: PlaceholderKind) -> Self {
        Self(1 << (64 + kind as u32))
    }

    /// Whether two sets have anything in common.
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The signs of a text.
    pub fn of_text(text: &str) -> Self {
        of_text(text)
    }

    /// Letters of any script but these.
    pub fn letters_but(scripts: &[Script]) -> Self {
        let known = |(script, _): &&(Script, Self)| scripts.contains(script);
        let known = BY_SCRIPT.iter().filter(known);
        let known = known.fold(Self::NONE, |known, (_, signs)| known | *signs);
        Self(LETTERS.0 & !known.0)
    }

    /// Those of them that letters are.
    #[must_use]
    pub const fn letters(self) -> Self {
        Self(self.0 & LETTERS.0)
    }

    /// The signs of a segment whose words, masked, are `text`.
    pub(super) fn of(segment: &Segment, text: &str) -> Self {
        let mut out = of_text(text);
        out |= if segment.text == text {
            out.written()
        } else {
            of_text(&segment.text).written()
        };
        for mark in &segment.placeholders {
            out |= Self::things(mark.kind);
        }
        out
    }
}

impl BitOr for Signs {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl BitOrAssign for Signs {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.or(other);
    }
}

impl BitAnd for Signs {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// The signs of a text. Every text has the first one, so that whoever needs any is asked.
fn of_text(text: &str) -> Signs {
    let (mut all, mut twice, mut before) = (EVERY, 0, 0);
    for byte in text.bytes() {
        let sign = TABLE[usize::from(byte)];
        all |= sign;
        twice |= sign & before;
        before = sign;
    }
    for (sign, two) in [
        (Signs::SPACE, Signs::TWO_SPACES),
        (Signs::STOP, Signs::TWO_STOPS),
        (Signs::HYPHEN, Signs::TWO_HYPHENS),
    ] {
        if twice & bits(sign) != 0 {
            all |= bits(two);
        }
    }
    let out = Signs(u128::from(all));
    if all & LEADS == 0 {
        out
    } else {
        beyond(text, out)
    }
}

/// The same of a text with signs of which the first byte says too little.
fn beyond(text: &str, mut out: Signs) -> Signs {
    let bytes = text.as_bytes();
    let mut indic = None;
    let mut several = false;
    for (at, &byte) in bytes.iter().enumerate() {
        let second = bytes.get(at + 1).copied().unwrap_or_default();
        match byte {
            // ª and º are letters.
            0xc2 if matches!(second, 0xaa | 0xba) => out |= Signs::ACCENT,
            // Letters of Coptic stand among those of Greek.
            0xcf if matches!(second, 0xa2..=0xaf) => out |= Signs::OTHER,
            // Each script of India and its neighbours has 128 numbers.
            0xe0 => {
                several |= second < 0xa4 || indic.is_some_and(|known| known != second >> 1);
                indic = Some(second >> 1);
            }
            0xe2 if second == 0x80 => out |= Signs::GENERAL,
            0xef if text[at..].starts_with(OBJECT) => out |= Signs::OBJECT,
            0xe2 | 0xef => out |= Signs::OTHER,
            _ => {}
        }
    }
    let scripts = [
        Signs::LETTER | Signs::ACCENT,
        Signs::GREEK,
        Signs::CYRILLIC,
        Signs::ARMENIAN,
        Signs::HEBREW,
        Signs::ARABIC,
        Signs::INDIC,
    ];
    let count = scripts.iter().filter(|script| out.meet(**script)).count();
    let mixed = if out.meet(Signs::OTHER) {
        mixes(text)
    } else {
        count > 1 || several
    };
    if mixed {
        out |= Signs::MIXED;
    }
    out
}

/// Whether the letters of a text are of several scripts.
fn mixes(text: &str) -> bool {
    let mut scripts = text.chars().filter_map(script_of);
    let first = scripts.next();
    scripts.any(|script| Some(script) != first)
}

/// What letters are.
const LETTERS: Signs = Signs::LETTER
    .or(Signs::ACCENT)
    .or(Signs::GREEK)
    .or(Signs::CYRILLIC)
    .or(Signs::ARMENIAN)
    .or(Signs::HEBREW)
    .or(Signs::ARABIC)
    .or(Signs::INDIC)
    .or(Signs::OTHER);

/// Signs of which all letters are of one script.
static BY_SCRIPT: [(Script, Signs); 6] = [
    (Script::Latin, Signs::LETTER.or(Signs::ACCENT)),
    (Script::Greek, Signs::GREEK),
    (Script::Cyrillic, Signs::CYRILLIC),
    (Script::Armenian, Signs::ARMENIAN),
    (Script::Hebrew, Signs::HEBREW),
    (Script::Arabic, Signs::ARABIC),
];

/// What every text has.
const EVERY: u32 = 1;

/// First bytes of which more has to be seen, or with which there may be letters of two scripts.
const LEADS: u32 = bits(Signs::BEYOND_ASCII) | LEAD;

/// A first byte of U+2000 to U+2FFF, or of U+F000 to U+FFFF.
const LEAD: u32 = 1 << 30;

/// The kind of sign that each byte begins; nothing for the others of a sign.
static TABLE: [u32; 256] = {
    let mut out = [0; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        out[byte as usize] = kind(byte);
        byte -= 1;
    }
    out[0] = kind(0);
    out
};

#[expect(
    clippy::cast_possible_truncation,
    reason = "the lower half is what is wanted"
)]
const fn bits(signs: Signs) -> u32 {
    signs.0 as u32
}

const fn kind(byte: u8) -> u32 {
    bits(match byte {
        b'0'..=b'9' => Signs::DIGIT,
        b'I' => Signs::LETTER.or(Signs::CAPITAL_I),
        b'a'..=b'z' | b'A'..=b'Z' => Signs::LETTER,
        b' ' => Signs::SPACE,
        b'\n' => Signs::LINE,
        b'.' => Signs::STOP,
        b'-' => Signs::HYPHEN,
        b':' => Signs::COLON,
        b'(' | b')' | b'[' | b']' => Signs::BRACKET,
        b'"' | b'\'' => Signs::QUOTE,
        b'{' | b'%' | b'$' => Signs::BRACE,
        b'<' | b'=' => Signs::ELEMENT,
        b'@' => Signs::AT,
        b'#' | b'&' => Signs::HASH,
        0..0x20 | 0x7f => Signs::CONTROL,
        0xc2 => Signs::LATIN_1,
        0xc3..=0xcb => Signs::ACCENT,
        0xcc..=0xce => Signs::GREEK,
        // Coptic letters stand among the last Greek ones.
        0xcf => Signs::GREEK.or(Signs::OTHER),
        0xd0..=0xd3 => Signs::CYRILLIC,
        0xd5 => Signs::ARMENIAN,
        0xd7 => Signs::HEBREW,
        0xd8..=0xdb => Signs::ARABIC,
        0xe0 => Signs::INDIC,
        0xe2 | 0xef => return LEAD,
        _ if byte < 0xc0 => Signs::NONE,
        _ => Signs::OTHER,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::reading::tokens::{Scripts, tokens};

    #[test]
    fn words_of_two_scripts_are_never_passed_by() {
        let letters = [
            "a", "é", "я", "α", "ա", "א", "ب", "क", "ক", "ก", "か", "漢", "ა",
        ];
        for sign in '\u{1}'..=char::MAX {
            for letter in letters {
                let text = format!("{letter}{sign}{letter}");
                let mixed = tokens(&text).iter().any(|one| one.scripts == Scripts::Many);
                assert!(!mixed || of_text(&text).meet(Signs::MIXED), "{text:?}");
            }
            if sign == '\u{30ff}' {
                // What follows has no letters of the first scripts; a sample of it is enough.
                break;
            }
        }
        for text in ["a\u{1d400}я", "漢かカ", "ﬀя", "Ａя"] {
            assert!(of_text(text).meet(Signs::MIXED), "{text}");
        }
    }

    #[test]
    fn letters_of_other_scripts_are_seen() {
        for sign in '\u{1}'..='\u{3100}' {
            let others = BY_SCRIPT.iter().map(|one| one.0);
            for known in others.filter(|known| script_of(sign).is_some_and(|own| own != *known)) {
                let signs = of_text(&sign.to_string());
                assert!(
                    signs.meet(Signs::letters_but(&[known])),
                    "{sign:?} {known:?}"
                );
            }
        }
    }

    #[test]
    fn what_stands_twice_is_seen() {
        let has = |text: &str, signs| of_text(text).meet(signs);
        assert!(has("a  b", Signs::TWO_SPACES) && !has("a b c", Signs::TWO_SPACES));
        assert!(has("a..", Signs::TWO_STOPS) && has("a--b", Signs::TWO_HYPHENS));
        assert!(has("\u{fffc}", Signs::OBJECT) && !has("\u{fffc}", Signs::OTHER));
        assert!(has("", Signs::ANY) && !has("", Signs::NONE));
    }
}
