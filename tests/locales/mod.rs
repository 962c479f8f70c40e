//! Locales of a large program that nobody wrote: the same messages in Russian and in a hundred languages.
//!
//! The messages are of the kinds that such programs have, as often as they have them; the words mean
//! nothing, in the letters of their language. A translation has the keys, variables, terms and marks of
//! its source, and the forms that its language needs.
#![allow(dead_code, reason = "benches and tests use different parts of it")]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails, and lays out a folder of its own"
)]

mod languages;
mod script;

use std::fmt::Write;
use std::fs;
use std::path::Path;

pub(crate) use languages::{LANGUAGES, Language, SOURCE};

/// How much there is of everything.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    /// Files of a language.
    pub(crate) files: usize,
    /// Messages of a file.
    pub(crate) messages: usize,
}

/// As much as a browser has: 3,000 messages.
pub(crate) const BROWSER: Size = Size {
    files: 30,
    messages: 100,
};

/// The name of a file, without the extension.
pub(crate) fn name(file: usize) -> String {
    format!("browser/part-{file:02}")
}

/// A file in a language. `version` other than 0 is an older one, in which a few messages were different.
pub(crate) fn file(
    language: &Language,
    (file, messages): (usize, usize),
    version: usize,
) -> String {
    let mut out = String::from(
        "# This Source Code Form is subject to the terms of nobody's license.\n# It is here so that files begin as files do.\n\n",
    );
    if file == 0 {
        out.push_str("## Brands\n\n-brand-name = Lumen\n-brand-maker = Lumen Works\n");
    }
    let mut marks = script::Dice::new(file, 0);
    for number in 0..messages {
        let group = number % 25 == 0;
        if group {
            let _ = write!(out, "\n## Part {} of the window\n\n", number / 25);
        }
        if marks.roll(8) == 0 {
            let note = [
                "Shown in the menu of the window.",
                "Variables:\n#   $name (String): what it is called",
            ];
            let _ = writeln!(out, "\n# {}", note[marks.roll(2)]);
        }
        let old = version * usize::from(number % 33 == 7);
        let seed = (file * messages + number) * 4 + old;
        let mut message = Message {
            out: &mut out,
            language,
            shape: script::Dice::new(seed, 0),
            words: script::Dice::new(seed, 1),
        };
        message.write(&format!("part{file}-entry-{number}"));
    }
    out
}

struct Message<'o> {
    out: &'o mut String,
    language: &'o Language,
    /// How it is built, and which words it has: both are the same in every language.
    shape: script::Dice,
    words: script::Dice,
}

impl Message<'_> {
    fn write(&mut self, key: &str) {
        match self.shape.roll(100) {
            0..60 => {
                let label = self.label();
                let _ = writeln!(self.out, "{key} = {label}");
            }
            60..75 => {
                let (before, after) = (self.label(), self.small());
                let stop = [".", "?", ""][self.shape.roll(3)];
                let name = ["name", "count", "url", "host"][self.shape.roll(4)];
                let _ = writeln!(self.out, "{key} = {before} {{ ${name} }} {after}{stop}");
            }
            75..85 => self.attributes(key),
            85..90 => self.plural(key),
            90..96 => {
                let (before, after) = (self.label(), self.small());
                let _ = writeln!(self.out, "{key} = {before} {{ -brand-name }} {after}");
            }
            96..98 => {
                let (before, link, after) = (self.sentence(3), self.small(), self.small());
                let _ = writeln!(
                    self.out,
                    "{key} = {before} <a data-l10n-name=\"more\">{link}</a>, {after}."
                );
            }
            _ => {
                let sentences: Vec<String> = (0..2 + self.shape.roll(3))
                    .map(|_| format!("{}.", self.sentence(12)))
                    .collect();
                let _ = writeln!(self.out, "{key} =\n    {}", sentences.join("\n    "));
            }
        }
    }

    fn attributes(&mut self, key: &str) {
        let label = self.label();
        let first = label.chars().next().unwrap_or('a');
        if self.shape.roll(3) == 0 {
            let title = self.sentence(5);
            let _ = writeln!(self.out, "{key} = {label}\n    .title = {title}");
        } else {
            let _ = writeln!(
                self.out,
                "{key} =\n    .label = {label}\n    .accesskey = {first}"
            );
        }
    }

    fn plural(&mut self, key: &str) {
        let before = self.label();
        let _ = writeln!(self.out, "{key} = {before} {{ $count ->");
        let forms = self.language.forms;
        for (at, form) in forms.iter().enumerate() {
            let star = if at + 1 == forms.len() { '*' } else { ' ' };
            let word = self.small();
            let _ = writeln!(self.out, "       {star}[{form}] {{ $count }} {word}");
        }
        self.out.push_str("    }\n");
    }

    /// A few words, the first with a capital.
    fn label(&mut self) -> String {
        let count = 1 + self.shape.roll(4);
        self.sentence(count)
    }

    fn sentence(&mut self, count: usize) -> String {
        let words = script::words(self.language, &mut self.words, count);
        let mut letters = words.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }

    fn small(&mut self) -> String {
        let count = 1 + self.shape.roll(2);
        script::words(self.language, &mut self.words, count)
    }
}

/// Writes a project with the files of these languages, all of them tracked; in each language one of
/// them is older than its source.
pub(crate) fn write(root: &Path, languages: &[Language]) {
    let codes: Vec<String> = languages
        .iter()
        .map(|one| format!("\"{}\"", one.code))
        .collect();
    let settings = format!(
        "[languages]\nsource = \"ru\"\ntargets = [{}]\n\n[[content]]\npath = \"locales/{{lang}}/{{path}}.ftl\"\n",
        codes.join(", ")
    );
    put(root, "workflow.toml", &settings);
    for file in 0..BROWSER.files {
        let name = name(file);
        let version = |version| self::file(&SOURCE, (file, BROWSER.messages), version);
        let (today, before) = (version(0), version(1));
        put(root, &format!("locales/ru/{name}.ftl"), &today);
        for (at, language) in languages.iter().enumerate() {
            let text = self::file(language, (file, BROWSER.messages), 0);
            put(
                root,
                &format!("locales/{}/{name}.ftl", language.code),
                &text,
            );
            let base = if (at + file) % BROWSER.files == 0 {
                &before
            } else {
                &today
            };
            put(
                root,
                &format!(".sverka/base/{}/locales/ru/{name}.ftl", language.code),
                base,
            );
        }
    }
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
