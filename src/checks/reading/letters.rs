//! Letters that look like letters of another script, and words that mix the two.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::checks::words::Equivalents;
use crate::text::{Script, is_mark, script_of};

/// Which letters look alike: every letter with its twins in other scripts.
#[derive(Debug, Clone, Default)]
pub(in crate::checks) struct Twins(BTreeMap<char, Vec<char>>);

/// What is the matter with a word that has letters of two scripts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) enum Mixed {
    /// These letters of this script look like the others; with their twins the word has one script.
    LookAlikes {
        letters: String,
        script: Script,
        meant: String,
    },
    /// A word of one script has an ending of the other.
    Ending(String),
    /// Letters with an accent stand in for those of the word's own script.
    Accent(String),
    /// Two words with no space between them.
    Joined,
}

impl Twins {
    /// Reads the table.
    pub(in crate::checks) fn new(equivalents: &Equivalents) -> Self {
        let mut out: BTreeMap<char, Vec<char>> = BTreeMap::new();
        for (one, other) in equivalents.look_alikes.values().flatten() {
            if let (Some(one), Some(other)) = (single(one), single(other)) {
                out.entry(one).or_default().push(other);
                out.entry(other).or_default().push(one);
            }
        }
        Self(out)
    }

    /// The letter of `script` that looks like this one.
    pub(in crate::checks) fn of(&self, letter: char, script: Script) -> Option<char> {
        let all = self.0.get(&letter)?;
        all.iter()
            .copied()
            .find(|twin| script_of(*twin) == Some(script))
    }

    /// A word with every letter that is not of `script` put in its twin; none if one has no twin.
    pub(in crate::checks) fn word(&self, word: &str, script: Script) -> Option<String> {
        let turn = |c: char| match script_of(c) {
            Some(other) if other != script => self.of(c, script),
            _ => Some(c),
        };
        word.chars().map(turn).collect()
    }

    /// What is the matter with a run of letters of two scripts; `endings` are those that the
    /// page's language adds to words of others.
    pub(in crate::checks) fn judge(&self, run: &str, endings: &[String]) -> Option<Mixed> {
        let letters: Vec<(char, Script)> = run
            .chars()
            .filter_map(|c| Some((c, script_of(c)?)))
            .collect();
        let first = letters.first()?.1;
        let second = letters.iter().map(|one| one.1).find(|one| *one != first)?;
        if letters.iter().any(|one| one.1 != first && one.1 != second) {
            return None;
        }
        let of = |script: Script| -> String {
            let all = letters.iter().filter(|one| one.1 == script);
            all.map(|one| one.0).collect()
        };
        for (accented, base) in [(first, second), (second, first)] {
            let odd = of(accented);
            if odd.chars().all(|c| self.accented(c, base)) {
                return Some(Mixed::Accent(odd));
            }
        }
        let (head, tail) = (of(first), of(second));
        let switches = letters
            .windows(2)
            .filter(|two| two[0].1 != two[1].1)
            .count();
        let known = endings.iter().any(|ending| *ending == tail.to_lowercase());
        if switches == 1 && head.chars().count() >= 3 && known {
            return Some(Mixed::Ending(tail));
        }
        // The fewer letters are the guilty ones.
        let mut sides = [(head, first, second), (tail, second, first)];
        sides.sort_by_key(|side| side.0.chars().count());
        for (letters, script, other) in &sides {
            if let Some(meant) = self.word(run, *other) {
                let (letters, script) = (letters.clone(), *script);
                return Some(Mixed::LookAlikes {
                    letters,
                    script,
                    meant,
                });
            }
        }
        let long = sides.iter().all(|side| side.0.chars().count() > 1);
        long.then_some(Mixed::Joined)
    }

    /// Whether it is a letter with an accent whose bare form looks like one of `script`: `ó`.
    fn accented(&self, c: char, script: Script) -> bool {
        let mut parts = std::iter::once(c).nfd();
        let base = parts.next();
        base.is_some_and(|base| base != c && self.of(base, script).is_some()) && parts.all(is_mark)
    }
}

/// The name of a script, as messages choose by it.
pub(in crate::checks) fn name(script: Script) -> &'static str {
    script.full_name()
}

fn single(text: &str) -> Option<char> {
    let mut all = text.chars();
    all.next().filter(|_| all.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::engine::Rules;

    fn judge(run: &str) -> Option<Mixed> {
        let rules = Rules::default();
        let ru = rules.words(&"ru".parse().unwrap());
        Twins::new(&rules.lexicon.equivalents).judge(run, &ru.endings)
    }

    #[test]
    fn words_of_two_scripts_are_told_apart() {
        for (run, guilty, meant) in [
            ("cтрока", "c", "строка"),
            ("быcтро", "c", "быстро"),
            ("DoubleСloud", "С", "DoubleCloud"),
            ("MБ", "M", "МБ"),
        ] {
            let Some(Mixed::LookAlikes {
                letters, meant: to, ..
            }) = judge(run)
            else {
                panic!("{run}: {:?}", judge(run));
            };
            assert_eq!((letters.as_str(), to.as_str()), (guilty, meant));
        }
        assert_eq!(judge("Pythonу"), Some(Mixed::Ending("у".into())));
        assert_eq!(judge("бóльшую"), Some(Mixed::Accent("ó".into())));
        assert_eq!(judge("этоEventEmitter"), Some(Mixed::Joined));
        assert_eq!(judge("строка"), None);
    }
}
