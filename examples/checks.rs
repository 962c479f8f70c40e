//! Runs the checks over pairs of real pages and counts what they find.
//!
//!     cargo run --release --example checks -- PAIRS [CODE | --all] [SETTINGS]
//!
//! PAIRS holds folders with `source.md` (English) and `target.md` (Russian); `LANGS=ru,en` in the
//! environment names other languages. Without a code it prints
//! one line per check: its level, how often it fired, on which share of the segments; with one,
//! every finding of that check as the program draws it; with `--all`, every error and warning on one
//! line. SETTINGS is a file with tables of `workflow.toml`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "an evaluation, not the program"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sverka::checks::ALL;
use sverka::checks::engine::{File, Finding, Rules, check_pair, merge, settle};
use sverka::diagnostic::Severity;
use sverka::document::{Document, Format, Reader};
use sverka::messages::{Messages, UiLang};
use sverka::project::{Keys, TRANSLATED};
use sverka::report::{Drawing, draw};
use sverka::text::LineIndex;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(pairs) = args.first() else {
        eprintln!("usage: checks PAIRS [CODE | --all] [SETTINGS]");
        return ExitCode::from(2);
    };
    match run(
        Path::new(pairs),
        args.get(1).map(String::as_str),
        args.get(2),
    ) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(pairs: &Path, shown: Option<&str>, settings: Option<&String>) -> Result<(), Box<dyn Error>> {
    let settings = settings.map_or(Ok(String::new()), fs::read_to_string)?;
    let (rules, wrong) = Rules::parse("settings", &settings);
    if let Some(wrong) = wrong.first() {
        return Err(format!("{wrong:?}").into());
    }
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let (mut segments, mut loud) = (0, 0);
    let mut facts = BTreeMap::new();
    let mut folders: Vec<PathBuf> = fs::read_dir(pairs)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    folders.sort();
    for folder in folders
        .iter()
        .filter(|folder| folder.join("source.md").exists())
    {
        let (source, target) = (folder.join("source.md"), folder.join("target.md"));
        let langs = std::env::var("LANGS").unwrap_or_else(|_| "en,ru".to_owned());
        let (from, to) = langs.split_once(',').ok_or("LANGS=en,ru")?;
        let sides = (side(&source, from)?, side(&target, to)?);
        let found = check_pair(&rules, &sides.0.file(), &sides.1.file());
        segments += found.segments;
        for (name, seen) in found.facts {
            merge(facts.entry(name).or_default(), seen);
        }
        for one in &found.findings {
            let count = counts.entry(one.diagnostic.code.name()).or_default();
            count[one.diagnostic.severity as usize] += 1;
            loud += usize::from(one.diagnostic.severity > Severity::Info);
            show(one, shown, &sides);
        }
    }
    for one in settle(&rules, &facts) {
        let count = counts.entry(one.diagnostic.code.name()).or_default();
        count[one.diagnostic.severity as usize] += 1;
        loud += usize::from(one.diagnostic.severity > Severity::Info);
        if shown == Some(one.diagnostic.code.name()) {
            let said = Messages::new(UiLang::En).diagnostic(&one.diagnostic).0;
            println!("{}: {said}", one.diagnostic.primary.span.file);
        }
    }
    if shown.is_none() {
        for entry in ALL {
            let [info, warning, error] = counts.get(entry.code.name()).copied().unwrap_or_default();
            println!(
                "{:24} error {error:4}  warning {warning:4}  info {info:4}",
                entry.code.name()
            );
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a percentage for people")]
    let share = loud as f64 * 100.0 / segments.max(1) as f64;
    println!("{loud} errors and warnings on {segments} segments: {share:.2} %");
    Ok(())
}

struct Side {
    name: String,
    text: String,
    document: Document,
}

impl Side {
    fn file(&self) -> File<'_> {
        File {
            name: &self.name,
            text: &self.text,
            document: &self.document,
        }
    }
}

fn side(path: &Path, lang: &str) -> Result<Side, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let fields = Keys::new(TRANSLATED.iter().copied()).map_err(|(_, error)| error)?;
    let name = path.to_string_lossy().into_owned();
    let reader = Reader {
        file: name.as_str().into(),
        lang: lang.parse()?,
        format: Format::Markdown,
        translate: Box::new(move |key| fields.matches(key)),
    };
    let document = reader.read(&text).document;
    Ok(Side {
        name,
        text,
        document,
    })
}

fn show(found: &Finding, shown: Option<&str>, sides: &(Side, Side)) {
    if shown.is_none() {
        return;
    }
    let code = found.diagnostic.code.name();
    let span = &found.diagnostic.primary.span;
    let sides = [&sides.0, &sides.1];
    let sources = |name: &str| {
        let side = sides.into_iter().find(|side| side.name == name);
        side.map(|side| side.text.clone())
    };
    if shown != Some(code) && shown != Some("--all") {
        return;
    }
    let messages = Messages::new(UiLang::En);
    if shown == Some(code) {
        let how = Drawing {
            color: false,
            width: 160,
        };
        println!("{}", draw(&found.diagnostic, &sources, &messages, how));
    } else if shown == Some("--all") && found.diagnostic.severity > Severity::Info {
        let text = sources(&span.file).unwrap_or_default();
        let (line, _) = LineIndex::new(&text).position(&text, span.start);
        let said = messages.diagnostic(&found.diagnostic).0;
        println!(
            "{}:{line}: {:?}[{code}] {said}",
            span.file, found.diagnostic.severity
        );
    }
}
