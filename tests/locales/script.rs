//! Words that nobody has said, in the letters of a language.

use super::Language;

/// A generator of numbers that are the same every time (`SplitMix64`).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(one: usize, other: usize) -> Self {
        let mix = |number: usize| u64::try_from(number).unwrap();
        Self(
            mix(one).wrapping_mul(0x9e37_79b9_7f4a_7c15)
                ^ mix(other).wrapping_mul(0xbf58_476d_1ce4_e5b9),
        )
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % sides
    }
}

/// Some words, no two of which are the same in a row.
pub(crate) fn words(language: &Language, dice: &mut Dice, count: usize) -> String {
    let mut out = String::new();
    let mut before = usize::MAX;
    for number in 0..count {
        if number > 0 {
            out.push_str(language.space);
        }
        let mut word = dice.roll(4000);
        if word == before {
            word += 1;
        }
        before = word;
        spell(&mut out, language, word);
    }
    out
}

/// Two syllables or three.
fn spell(out: &mut String, language: &Language, word: usize) {
    let [heads, tails] = language.letters.map(|letters| letters.chars().count());
    let letter = |list: usize, at: usize| language.letters[list].chars().nth(at).unwrap_or('a');
    let mut rest = word + heads * tails;
    let most = if language.space.is_empty() { 1 } else { 2 };
    for syllable in 0.. {
        out.push(letter(0, rest % heads));
        out.push(letter(1, rest / heads % tails));
        rest /= heads * tails;
        if rest == 0 || syllable == most {
            return;
        }
    }
}
