//! Breaks good translations on purpose, one thing at a time, and counts how often a check sees it.
//!
//!     cargo run --release --example inject -- PAIRS [--missed] [FROM TO]
//!
//! PAIRS holds folders with `source.md` and `target.md`, in English and Russian unless told otherwise.
//! Every kind of damage is done up to [`EACH`] times per pair, in places drawn with a fixed seed; where
//! real pages hardly ever have what is broken (hashtags, telephones, dates), a sentence with it is put
//! into both sides first. Damage counts as found if an error or a warning of the right check appears
//! that was not there before. `--missed` shows what was not found.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "an evaluation, not the program"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use regex::Regex;
use sverka::align::align;
use sverka::checks::engine::{File, Page, Pair, Rules, check_pair};
use sverka::diagnostic::Severity;
use sverka::document::{Document, Format, Kind, PlaceholderKind, Reader};
use sverka::project::{Keys, TRANSLATED};

/// How often each kind of damage is done to a pair.
const EACH: usize = 8;

fn main() -> ExitCode {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let missed = args.iter().position(|arg| arg == "--missed");
    let missed = missed.map(|at| args.remove(at)).is_some();
    let (from, to) = match args.as_slice() {
        [_, from, to] => (from.clone(), to.clone()),
        [_] => ("en".to_owned(), "ru".to_owned()),
        _ => {
            eprintln!("usage: inject PAIRS [--missed] [FROM TO]");
            return ExitCode::from(2);
        }
    };
    match run(Path::new(&args[0]), [&from, &to], missed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// One kind of damage.
struct Damage {
    name: &'static str,
    /// The checks that have to see it.
    codes: &'static [&'static str],
    /// Sentences that go into a paragraph of both sides first, by language, with what is broken in
    /// the target and what becomes of it.
    seeds: &'static [Seed],
    /// Where a target can be broken, and how.
    places: fn(&Pair<'_>) -> Vec<Edit>,
}

/// A sentence in two languages; in the one of the target, `find` becomes `put`.
struct Seed {
    en: &'static str,
    ru: &'static str,
    find: [&'static str; 2],
    put: [&'static str; 2],
}

type Edit = (Range<usize>, String);

/// The texts to break, and the edit that breaks the second.
type Trial = ([String; 2], Edit);

const LOST: [&str; 2] = ["", ""];

static ALL: &[Damage] = &[
    Damage {
        name: "digit changed",
        codes: &["figures"],
        seeds: &[],
        places: digits,
    },
    Damage {
        name: "magnitude changed",
        codes: &["figures"],
        seeds: &[Seed {
            en: "The grant is 4.8 million roubles.",
            ru: "Сумма гранта — 4,8 млн рублей.",
            find: ["million", "млн"],
            put: ["billion", "млрд"],
        }],
        places: nowhere,
    },
    Damage {
        name: "month or day changed",
        codes: &["dates", "date-parts"],
        seeds: &[
            Seed {
                en: "Applications close on March 21, 2024.",
                ru: "Приём заявок до 21 марта 2024 года.",
                find: ["March", "марта"],
                put: ["May", "мая"],
            },
            Seed {
                en: "It opens on 3 September.",
                ru: "Открытие — 3 сентября.",
                find: ["3 S", "3 с"],
                put: ["8 S", "8 с"],
            },
        ],
        places: nowhere,
    },
    Damage {
        name: "URL dropped",
        codes: &["links", "external-links"],
        seeds: &[],
        places: links,
    },
    Damage {
        name: "hashtag dropped",
        codes: &["hashtags"],
        seeds: &[Seed {
            en: "Write to us with #OpenScience today.",
            ru: "Пишите нам с #OpenScience сегодня.",
            find: ["#OpenScience", "#OpenScience"],
            put: LOST,
        }],
        places: nowhere,
    },
    Damage {
        name: "e-mail dropped",
        codes: &["emails"],
        seeds: &[Seed {
            en: "Questions go to press@example.org at any time.",
            ru: "Вопросы — на press@example.org в любое время.",
            find: ["press@example.org", "press@example.org"],
            put: LOST,
        }],
        places: nowhere,
    },
    Damage {
        name: "phone dropped",
        codes: &["phones"],
        seeds: &[Seed {
            en: "Call +7 (8722) 56-21-21 on workdays.",
            ru: "Звоните +7 (8722) 56-21-21 по будням.",
            find: ["+7 (8722) 56-21-21", "+7 (8722) 56-21-21"],
            put: LOST,
        }],
        places: nowhere,
    },
    Damage {
        name: "heading level changed",
        codes: &["headings"],
        seeds: &[],
        places: headings,
    },
    Damage {
        name: "list item dropped",
        codes: &["structure"],
        seeds: &[],
        places: items,
    },
    Damage {
        name: "placeholder renamed",
        codes: &["placeholders"],
        seeds: &[
            Seed {
                en: "Hello, {userName}, you have %d letters.",
                ru: "Здравствуйте, {userName}, у вас %d писем.",
                find: ["{userName}", "{userName}"],
                put: ["{user}", "{имя}"],
            },
            Seed {
                en: "Page {{ number }} of the report.",
                ru: "Страница {{ number }} отчёта.",
                find: ["{{ number }}", "{{ number }}"],
                put: ["{{ nummer }}", "{{ nummer }}"],
            },
        ],
        places: nowhere,
    },
    Damage {
        name: "letter of the other script",
        codes: &["mixed-script", "script-leak", "joined-words"],
        seeds: &[],
        places: letters,
    },
    Damage {
        name: "closing quote removed",
        codes: &["unclosed-quotes", "quote-balance"],
        seeds: &[],
        places: quotes,
    },
    Damage {
        name: "paragraph untranslated",
        codes: &["untranslated", "script-leak"],
        seeds: &[],
        places: untranslated,
    },
];

fn run(pairs: &Path, langs: [&str; 2], missed: bool) -> Result<(), Box<dyn Error>> {
    let rules = Rules::default();
    let mut folders: Vec<PathBuf> = fs::read_dir(pairs)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    folders.retain(|folder| folder.join("source.md").exists());
    folders.sort();
    for damage in ALL {
        let (mut done, mut found) = (0_u32, 0_u32);
        for (at, folder) in folders.iter().enumerate() {
            let texts = [
                fs::read_to_string(folder.join("source.md"))?,
                fs::read_to_string(folder.join("target.md"))?,
            ];
            let mut random = Random(at as u64 + 1);
            for (texts, edit) in trials(damage, &texts, langs, &mut random)? {
                let before = loud(&rules, &texts, langs, damage.codes)?;
                let mut broken = texts.clone();
                broken[1].replace_range(edit.0.clone(), &edit.1);
                let after = loud(&rules, &broken, langs, damage.codes)?;
                let seen = after
                    .iter()
                    .any(|(what, count)| before.get(what).copied().unwrap_or(0) < *count);
                done += 1;
                found += u32::from(seen);
                if missed && !seen {
                    let from = texts[1].floor_char_boundary(edit.0.start.saturating_sub(60));
                    let to = texts[1].ceil_char_boundary((edit.0.end + 60).min(texts[1].len()));
                    let near = texts[1][from..to].replace('\n', "⏎");
                    let (old, new) = (&texts[1][edit.0.clone()], &edit.1);
                    println!(
                        "{}: {}: «{old}» → «{new}» in {near}",
                        damage.name,
                        folder.display()
                    );
                }
            }
        }
        let share = f64::from(found) * 100.0 / f64::from(done.max(1));
        println!("{:28} {found:5} of {done:5}  {share:5.1} %", damage.name);
    }
    Ok(())
}

/// The texts to break, and the edit that breaks the target.
fn trials(
    damage: &Damage,
    texts: &[String; 2],
    langs: [&str; 2],
    random: &mut Random,
) -> Result<Vec<Trial>, Box<dyn Error>> {
    let documents = [read(&texts[0], langs[0])?, read(&texts[1], langs[1])?];
    let rules = Rules::default();
    let pages = [
        Page::new(
            "source.md",
            rules.words(&documents[0].lang),
            &texts[0],
            &documents[0],
        ),
        Page::new(
            "target.md",
            rules.words(&documents[1].lang),
            &texts[1],
            &documents[1],
        ),
    ];
    let pair = Pair::new(
        &pages[0],
        &pages[1],
        &align(&documents[0], &documents[1]),
        &[],
    );
    if damage.seeds.is_empty() {
        let edits = random.some((damage.places)(&pair));
        return Ok(edits
            .into_iter()
            .map(|edit| (texts.clone(), edit))
            .collect());
    }
    let paragraph = |unit: &&sverka::checks::engine::Unit<'_>| {
        unit.source.kind() == Kind::Paragraph && unit.target.kind() == Kind::Paragraph
    };
    let ends = pair.units.iter().filter(paragraph);
    let ends = ends.map(|unit| (unit.source.whole().end, unit.target.whole().end));
    let mut out = Vec::new();
    for (source, target) in random.some(ends.collect()) {
        for seed in damage.seeds {
            let said = |lang: &str| if lang == "ru" { seed.ru } else { seed.en };
            let side = usize::from(langs[1] == "ru");
            let mut both = texts.clone();
            both[0].insert_str(source, &format!(" {}", said(langs[0])));
            both[1].insert_str(target, &format!(" {}", said(langs[1])));
            let Some(at) = both[1][target..].find(seed.find[side]) else {
                continue;
            };
            let start = target + at;
            let edit = (
                start..start + seed.find[side].len(),
                seed.put[side].to_owned(),
            );
            out.push((both, edit));
        }
    }
    Ok(out)
}

/// How often each error and warning of these checks stands in a pair.
fn loud(
    rules: &Rules,
    texts: &[String; 2],
    langs: [&str; 2],
    codes: &[&str],
) -> Result<BTreeMap<(String, String), usize>, Box<dyn Error>> {
    let documents = [read(&texts[0], langs[0])?, read(&texts[1], langs[1])?];
    let file = |at: usize, name| File {
        name,
        text: &texts[at],
        document: &documents[at],
    };
    let checked = check_pair(rules, &file(0, "source.md"), &file(1, "target.md"));
    let mut out = BTreeMap::new();
    for found in checked.findings {
        let code = found.diagnostic.code.name();
        if codes.contains(&code) && found.diagnostic.severity > Severity::Info {
            *out.entry((code.to_owned(), found.fingerprint.to_string()))
                .or_default() += 1;
        }
    }
    Ok(out)
}

fn read(text: &str, lang: &str) -> Result<Document, Box<dyn Error>> {
    let fields = Keys::new(TRANSLATED.iter().copied()).map_err(|(_, error)| error)?;
    let reader = Reader {
        file: "page.md".into(),
        lang: lang.parse()?,
        format: Format::Markdown,
        translate: Box::new(move |key| fields.matches(key)),
    };
    Ok(reader.read(text).document)
}

fn nowhere(_: &Pair<'_>) -> Vec<Edit> {
    Vec::new()
}

/// A figure of three digits or more that both sides have: one digit of it becomes another.
fn digits(pair: &Pair<'_>) -> Vec<Edit> {
    let mut out = Vec::new();
    for unit in pair.units.iter().filter(|unit| unit.target.prose()) {
        for run in runs(unit.target.text()) {
            let digits = &unit.target.text()[run.clone()];
            let there = runs(unit.source.text());
            if !there
                .iter()
                .any(|other| &unit.source.text()[other.clone()] == digits)
            {
                continue;
            }
            let middle = run.start + run.len() / 2;
            let place = unit.target.span(middle..middle + 1).range();
            let old = pair.target.text[place.clone()].as_bytes()[0];
            if old.is_ascii_digit() {
                let new = b'0' + (old - b'0' + 3) % 10;
                out.push((place, char::from(new).to_string()));
            }
        }
    }
    out
}

/// Runs of three digits and more that stand alone.
fn runs(text: &str) -> Vec<Range<usize>> {
    let Ok(pattern) = Regex::new(r"\b\d{3,}\b") else {
        return Vec::new();
    };
    pattern.find_iter(text).map(|found| found.range()).collect()
}

/// A link whose target stands behind its words: only the words stay.
fn links(pair: &Pair<'_>) -> Vec<Edit> {
    let mut out = Vec::new();
    for segment in pair.units.iter().flat_map(|unit| &unit.target.segments) {
        for mark in segment
            .placeholders
            .iter()
            .filter(|mark| mark.kind == PlaceholderKind::Link)
        {
            let written = &segment.text[mark.range.clone()];
            if written.starts_with("](") && written.len() > 6 && !written.starts_with("](#") {
                out.push((segment.place(&mark.range), "]".to_owned()));
            }
        }
    }
    out
}

fn headings(pair: &Pair<'_>) -> Vec<Edit> {
    let mut out = Vec::new();
    for unit in &pair.units {
        if let (Kind::Heading(level), Kind::Heading(_)) = (unit.target.kind(), unit.source.kind()) {
            let lines = unit.target.segments[0].lines.clone();
            let line = &pair.target.text[lines.clone()];
            if line.starts_with('#') {
                let put = "#".repeat(usize::from(if level > 4 { level - 1 } else { level + 1 }));
                out.push((lines.start..lines.start + usize::from(level), put));
            }
        }
    }
    out
}

/// A list item on one line, with its line break.
fn items(pair: &Pair<'_>) -> Vec<Edit> {
    let mut out = Vec::new();
    for unit in pair
        .units
        .iter()
        .filter(|unit| unit.target.kind() == Kind::ListItem)
    {
        let lines = unit.target.segments[0].lines.clone();
        let alone = pair.target.text[lines.clone()]
            .trim_start()
            .starts_with(['-', '*']);
        let next = pair.target.text[lines.end..]
            .trim_start_matches('\n')
            .starts_with(['-', '*', '#']);
        if alone && next && !pair.target.text[lines.clone()].contains('\n') {
            out.push((lines.start..lines.end + 1, String::new()));
        }
    }
    out
}

/// A letter inside a Cyrillic word becomes its Latin twin, or the other way round.
fn letters(pair: &Pair<'_>) -> Vec<Edit> {
    let twins = [
        ('а', 'a'),
        ('е', 'e'),
        ('о', 'o'),
        ('с', 'c'),
        ('р', 'p'),
        ('х', 'x'),
    ];
    let russian = pair.target.lang.primary() == "ru";
    let mut out = Vec::new();
    for unit in pair.units.iter().filter(|unit| unit.target.prose()) {
        let text = unit.target.text();
        let Ok(pattern) = Regex::new(if russian {
            r"\b\p{Cyrillic}{5,}\b"
        } else {
            r"\b[a-z]{5,}\b"
        }) else {
            continue;
        };
        for word in pattern.find_iter(text).step_by(17) {
            let found = word
                .as_str()
                .char_indices()
                .skip(1)
                .find_map(|(at, letter)| {
                    let twin = twins.iter().find_map(|&(cyrillic, latin)| match letter {
                        _ if letter == cyrillic => Some(latin),
                        _ if letter == latin => Some(cyrillic),
                        _ => None,
                    });
                    twin.map(|twin| (at, letter, twin))
                });
            if let Some((at, letter, twin)) = found {
                let start = word.start() + at;
                let place = unit.target.span(start..start + letter.len_utf8()).range();
                out.push((place, twin.to_string()));
            }
        }
    }
    out
}

fn quotes(pair: &Pair<'_>) -> Vec<Edit> {
    let mut out = Vec::new();
    let Ok(pattern) = Regex::new("«[^»«]+(»)|“[^”“]+(”)|(?:^|\\s)\"[^\"]+(\")") else {
        return out;
    };
    for unit in pair.units.iter().filter(|unit| unit.target.prose()) {
        for found in pattern.captures_iter(unit.target.text()) {
            let Some(close) = found.iter().skip(1).flatten().next() else {
                continue;
            };
            out.push((unit.target.span(close.range()).range(), String::new()));
        }
    }
    out
}

/// A paragraph of five words or more is the source's.
fn untranslated(pair: &Pair<'_>) -> Vec<Edit> {
    let mut out = Vec::new();
    for unit in &pair.units {
        let paragraph = unit.target.kind() == Kind::Paragraph && unit.target.segments.len() == 1;
        let words = sverka::text::count_words(unit.source.text());
        if paragraph && words >= 8 && unit.source.segments.len() == 1 {
            out.push((unit.target.whole().range(), unit.source.raw()));
        }
    }
    out
}

/// Numbers drawn from a fixed seed (a linear congruential generator, Knuth's constants).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }

    /// At most [`EACH`] of them.
    fn some<T>(&mut self, mut all: Vec<T>) -> Vec<T> {
        let mut out = Vec::new();
        while out.len() < EACH && !all.is_empty() {
            let at = self.below(all.len());
            out.push(all.swap_remove(at));
        }
        out
    }
}
