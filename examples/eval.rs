//! Runs the library over development data and writes what the scorers read.
//!
//!     cargo run --release --example eval -- align VARIANTS OUT
//!     cargo run --release --example eval -- stale CASES OUT
//!     cargo run --release --example eval -- laws FOLDER
//!
//! `align`: for each pair under VARIANTS (`source.md`, `target.md`), OUT/PAIR.tsv says which lines of the
//! source go with which lines of the target.
//! `stale`: for each case under CASES (`source_old.md`, `source_new.md`, `target.md`), OUT/CASE.tsv says
//! which lines of the target are stale, orphaned or moved, and which lines of the source are missing.
//! `laws`: reads every Markdown and Fluent file under FOLDER and holds it to the law that segments
//! and the gaps between them are the file.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "an evaluation, not the program"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use sverka::align::align;
use sverka::document::{Document, Format, Kind, Parsed, Reader};
use sverka::text::LineIndex;
use sverka::track::{Change, ChangeKind, Changes};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["align", variants, out] => alignments(Path::new(variants), Path::new(out)),
        ["stale", cases, out] => stale(Path::new(cases), Path::new(out)),
        ["laws", folder] => laws(Path::new(folder)),
        _ => Err("usage: eval align VARIANTS OUT | eval stale CASES OUT | eval laws FOLDER".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// A file with what is needed to name its lines.
struct Page {
    document: Document,
    lines: LineIndex,
}

impl Page {
    /// The lines of a block, `first-last`.
    fn name(&self, block: usize) -> String {
        let (first, last) = self.lines.lines(&self.document.blocks[block].lines);
        format!("{first}-{last}")
    }
}

fn page(path: &Path, lang: &str) -> Result<Page, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let parsed = read(path, lang, &text)?;
    Ok(Page {
        document: parsed.document,
        lines: LineIndex::new(&text),
    })
}

fn read(path: &Path, lang: &str, text: &str) -> Result<Parsed, Box<dyn Error>> {
    let fields = sverka::project::Keys::new(sverka::project::TRANSLATED.iter().copied())
        .map_err(|(_, error)| error)?;
    let file = path.to_string_lossy();
    let reader = Reader {
        file: file.as_ref().into(),
        lang: lang.parse()?,
        format: Format::of(&file),
        translate: Box::new(|key| fields.matches(key)),
    };
    Ok(reader.read(text))
}

fn alignments(variants: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    for pair in fs::read_dir(variants)? {
        let pair = pair?;
        let source = page(&pair.path().join("source.md"), "en")?;
        let target = page(&pair.path().join("target.md"), "ru")?;
        let mut rows = String::new();
        for unit in align(&source.document, &target.document).units {
            let name = |page: &Page, blocks: &[usize]| {
                let lines: Vec<String> = blocks.iter().map(|&at| page.name(at)).collect();
                if lines.is_empty() {
                    "-".to_owned()
                } else {
                    lines.join(",")
                }
            };
            let (left, right) = (name(&source, &unit.source), name(&target, &unit.target));
            let _ = writeln!(rows, "{left}\t{right}");
        }
        let mut name = pair.file_name();
        name.push(".tsv");
        fs::write(out.join(name), rows)?;
    }
    Ok(())
}

fn stale(cases: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    for case in fs::read_dir(cases)? {
        let case = case?;
        let at = |name: &str| case.path().join(name);
        let (old, new) = (
            page(&at("source_old.md"), "en")?,
            page(&at("source_new.md"), "en")?,
        );
        let target = page(&at("target.md"), "ru")?;
        let mut name = case.file_name();
        name.push(".tsv");
        fs::write(out.join(name), findings(&old, &new, &target))?;
    }
    Ok(())
}

fn findings(old: &Page, new: &Page, target: &Page) -> String {
    let alignment = align(&old.document, &target.document);
    let changes = Changes::between(&old.document, &new.document);
    let lines = Page::name;
    let mut rows = String::new();
    for Change {
        kind,
        nature,
        old: before,
        new: after,
    } in &changes.list
    {
        let class = if nature.is_work() { "prose" } else { "mech" };
        let there = before
            .and_then(|at| alignment.of_source(at)?.target.first())
            .map(|&at| lines(target, at));
        let mut row = |word: &str, place: &str| {
            let _ = writeln!(rows, "{word}\t{place}\t{class}");
        };
        match (kind, there, after) {
            (ChangeKind::Added, _, Some(at)) => row("missing", &lines(new, *at)),
            (ChangeKind::Removed, Some(place), _) => row("orphan", &place),
            (ChangeKind::Changed, Some(place), _) => row("stale", &place),
            (ChangeKind::Moved, Some(place), Some(at)) => {
                row("moved", &place);
                let same = before
                    .is_some_and(|b| old.document.blocks[b].text == new.document.blocks[*at].text);
                if !same {
                    row("stale", &place);
                }
            }
            _ => {}
        }
    }
    rows
}

fn laws(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let (mut files, mut bytes, mut said) = (0_usize, 0_usize, 0_usize);
    for entry in ignore::Walk::new(folder) {
        let path = entry?.into_path();
        let known = path
            .extension()
            .is_some_and(|e| e == "md" || e == "mdx" || e == "ftl");
        let Some(text) = known.then(|| fs::read_to_string(&path).ok()).flatten() else {
            continue;
        };
        let parsed = read(&path, "en", &text)?;
        let (mut rebuilt, mut at) = (String::new(), 0);
        for segment in &parsed.document.segments {
            rebuilt.push_str(
                text.get(at..segment.span.start)
                    .ok_or_else(|| format!("{}: overlap", path.display()))?,
            );
            rebuilt.push_str(&text[segment.span.clone()]);
            at = segment.span.end;
            *kinds.entry(segment.kind).or_default() += 1;
        }
        rebuilt.push_str(&text[at..]);
        if rebuilt != text {
            return Err(format!("{}: segments and gaps are not the file", path.display()).into());
        }
        (files, bytes, said) = (
            files + 1,
            bytes + text.len(),
            said + parsed.diagnostics.len(),
        );
        for found in parsed.diagnostics {
            println!("{}: {} {:?}", path.display(), found.code, found.args);
        }
    }
    println!("{files} files, {bytes} bytes, {said} diagnostics\n{kinds:?}");
    Ok(())
}
