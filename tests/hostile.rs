//! A folder made to hurt: every command says which file is bad, in time, and writes nothing.
#![expect(clippy::unwrap_used, reason = "a test may fail anywhere")]
#![expect(
    clippy::disallowed_methods,
    reason = "the test makes what is to be refused"
)]
#![expect(clippy::format_collect, reason = "a page in one line, however slowly")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

const CONFIG: &str = "[languages]\nsource = \"ru\"\ntargets = [\"en\"]\n[[content]]\npath = \"c/{lang}/{path}.{md,ftl}\"\n";
const BOUND: Duration = Duration::from_secs(20);

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.put("workflow.toml", CONFIG);
        folder.put("c/ru/good.md", "Текст.\n");
        folder.put("c/en/good.md", "Text.\n");
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let place = self.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    /// An article whose source has this text and whose base has it with a word more.
    fn stale(&self, name: &str, text: &str) {
        self.put(&format!("c/ru/{name}"), text);
        self.put(&format!("c/en/{name}"), text);
        self.put(
            &format!(".sverka/base/en/c/ru/{name}"),
            format!("{text}\n\nслово\n"),
        );
    }

    /// Runs a command, which must end in time, without a panic, and write nothing.
    fn run(&self, args: &[&str]) -> (i32, String) {
        let before = snapshot(self.path());
        let start = Instant::now();
        let output = sverka(self.path()).args(args).output().unwrap();
        let took = start.elapsed();
        let text = said(&output);
        assert!(took < BOUND, "{args:?} took {took:?}");
        assert!(!text.contains("panicked"), "{args:?}: {text}");
        assert_eq!(before, snapshot(self.path()), "{args:?} wrote something");
        let code = output.status.code();
        (code.unwrap_or_else(|| panic!("{args:?}: {output:?}")), text)
    }
}

fn sverka(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sverka"));
    command
        .args(["--ui-lang", "en", "-C"])
        .arg(folder)
        .env("COLUMNS", "120");
    command
}

fn said(output: &Output) -> String {
    let both = [&output.stdout[..], &output.stderr].concat();
    String::from_utf8_lossy(&both).into_owned()
}

/// Every file with its size and time of change; links are not followed.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, (u64, std::time::SystemTime)> {
    let mut out = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        let facts = entry.path().symlink_metadata().unwrap();
        out.insert(entry.path(), (facts.len(), facts.modified().unwrap()));
        if facts.is_dir() {
            out.extend(snapshot(&entry.path()));
        }
    }
    out
}

/// Runs everything that reads over one article.
fn commands(folder: &Folder, article: &str, code: i32, word: &str) {
    for format in ["human", "json"] {
        let (got, text) = folder.run(&["status", "--format", format]);
        assert_eq!(got, code, "{article}: {text}");
        assert!(text.contains(word), "{article}: no {word} in {text}");
    }
    let path = format!("c/ru/{article}");
    for format in ["human", "json", "markdown", "unified"] {
        let (got, text) = folder.run(&["diff", &path, "--format", format]);
        assert_eq!(got, code, "{article} {format}: {text}");
    }
    assert_eq!(folder.run(&["status", &path]).0, code, "{article}");
    for format in ["human", "json", "tsv"] {
        let (_, text) = folder.run(&["align", &path, "c/en/good.md", "--format", format]);
        assert!(
            format != "human" || text.contains(article),
            "{article}: {text}"
        );
    }
    folder.run(&["sync", &path, "--lang", "en", "--dry-run"]);
    let alone = Folder::new();
    fs::remove_file(alone.path().join("c/en/good.md")).unwrap();
    fs::copy(folder.path().join(&path), alone.path().join(&path)).unwrap();
    alone.run(&["new", &path, "--lang", "en", "--dry-run"]);
}

#[test]
fn bad_text_is_named() {
    let nested: String = (0..300)
        .map(|at| format!("{}- a\n", " ".repeat(2 * at + 1)))
        .collect();
    for (name, text, code, word) in [
        ("nul.md", b"a\0b".to_vec(), 1, "binary-file"),
        ("latin.md", b"caf\xe9".to_vec(), 1, "invalid-utf8"),
        ("line.md", vec![b'a'; 2 << 20], 1, "long-line"),
        ("lines.md", b"a\n".repeat(4 << 20), 1, "too-many-lines"),
        (
            "quotes.md",
            format!("{}a\n", "> ".repeat(10_000)).into(),
            1,
            "deep-nesting",
        ),
        (
            "lists.md",
            format!("{}a\n", "- ".repeat(10_000)).into(),
            1,
            "deep-nesting",
        ),
        ("indent.md", nested.into(), 1, "deep-nesting"),
        (
            "fence.md",
            "---\ntitle: a\n\nтекст\n".into(),
            1,
            "unclosed-front-matter",
        ),
        (
            "yaml.md",
            format!("---\ntitle: {}\n---\n", "[".repeat(50_000)).into(),
            1,
            "broken-front-matter",
        ),
        (
            "toml.md",
            format!("+++\na = {}\n+++\n", "[".repeat(50_000)).into(),
            1,
            "broken-front-matter",
        ),
        (
            "brace.ftl",
            format!("a = {}\n", "{".repeat(10_000)).into(),
            1,
            "deep-nesting",
        ),
        (
            "call.ftl",
            format!("a = {{\n{}", "A({\n".repeat(50_000)).into(),
            1,
            "deep-nesting",
        ),
        (
            "calls.ftl",
            format!("a = {{ {}\n", "A(".repeat(50_000)).into(),
            1,
            "deep-nesting",
        ),
        ("empty.md", Vec::new(), 0, "empty-file"),
        (
            "crlf.md",
            b"\xef\xbb\xbfa\r\n\r\nb\r\n".to_vec(),
            0,
            "crlf.md",
        ),
    ] {
        let folder = Folder::new();
        folder.put(&format!("c/ru/{name}"), &text);
        folder.put(&format!("c/en/{name}"), "text\n");
        commands(&folder, name, code, word);
        let base = format!(".sverka/base/en/c/ru/{name}");
        folder.put(&base, "слово\n");
        commands(&folder, name, code, word);
    }
}

#[test]
fn a_hundred_megabytes_are_refused_unread() {
    let folder = Folder::new();
    let file = fs::File::create(folder.path().join("c/ru/big.md")).unwrap();
    file.set_len(100 << 20).unwrap();
    folder.put("c/en/big.md", "text\n");
    commands(&folder, "big.md", 1, "too-large");
}

#[test]
fn odd_text_is_read_in_time() {
    let folder = Folder::new();
    let bomb: String = (1..20)
        .map(|at| format!("a{at}: &a{at} [{}]\n", format!("*a{},", at - 1).repeat(9)))
        .collect();
    let keys: String = (0..5_000).map(|at| format!("key{at}: слово\n")).collect();
    let items: String = (0..5_000).map(|at| format!("- пункт {at}\n")).collect();
    let links: String = (0..5_000)
        .map(|at| format!("[r{at}]: http://a.b/{at}\n"))
        .collect();
    let columns = |cell: &str| format!("|{}\n", cell.repeat(4_000));
    folder.stale("bomb.md", &format!("---\na0: &a0 [x]\n{bomb}---\nтекст\n"));
    folder.stale("keys.md", &format!("---\n{keys}---\nтекст\n"));
    folder.stale("items.md", &items);
    folder.stale("links.md", &links);
    folder.stale(
        "columns.md",
        &format!("{}{}{}", columns("a|"), columns("-|"), "a\n".repeat(2_000)),
    );
    for (at, sign) in [
        "[",
        "*a ",
        "`a ",
        "<a ",
        "{{ http://a.b ",
        "<!-- <b> ",
        "![",
        "[a](",
    ]
    .iter()
    .enumerate()
    {
        folder.stale(&format!("sign{at}.md"), &(sign.repeat(8_000) + "\n"));
    }
    for args in [
        &["status"][..],
        &["status", "--format=json"],
        &["diff", "--no-pager"],
        &["diff", "--format=json"],
        &["diff", "--format=markdown"],
        &["diff", "--format=unified"],
        &["init", "--dry-run"],
    ] {
        let (code, text) = folder.run(args);
        let expected = if args[0] == "init" { 2 } else { 1 };
        assert!(
            code <= expected,
            "{args:?}: {}",
            &text[..text.len().min(2000)]
        );
    }
}

#[test]
fn much_that_differs_is_compared_in_time() {
    let words = |shift: usize| -> String {
        let word = |at: usize| format!("w{} ", (at * 7919 + shift) % 3001);
        let line = |row: usize| {
            (0..5_000)
                .map(|at| word(at + row * 5_000))
                .collect::<String>()
                + "\n"
        };
        (0..20).map(line).collect()
    };
    let paragraphs = |word: &str| -> String {
        (0..3_000)
            .map(|at| format!("{word} {at} {word}\n\n"))
            .collect()
    };
    for (name, base, source) in [
        ("words.md", words(0), words(17)),
        ("paragraphs.md", paragraphs("раз"), paragraphs("два")),
        (
            "letters.md",
            "a\nb\nc\n".repeat(20_000),
            "b\nc\na\nd\n".repeat(15_000),
        ),
    ] {
        let folder = Folder::new();
        folder.stale(name, &source);
        folder.put(&format!(".sverka/base/en/c/ru/{name}"), &base);
        commands(&folder, name, 0, "stale");
    }
}

#[test]
fn messages_with_much_of_everything_are_compared_in_time() {
    let lines =
        |count: usize, line: &dyn Fn(usize) -> String| -> String { (0..count).map(line).collect() };
    for (source, target) in [
        (
            lines(4_000, &|at| format!(" .a{at} = Слово {{ $a }}\n")),
            lines(4_000, &|at| format!(" .b{at} = Word {{ $a }}\n")),
        ),
        (
            " .a = Слово { $a }\n".repeat(4_000),
            " .a = Word { $a }\n".repeat(4_000),
        ),
    ] {
        let folder = Folder::new();
        folder.put("c/ru/wide.ftl", format!("m = Слово\n{source}"));
        folder.put("c/en/wide.ftl", format!("m = Word\n{target}"));
        assert_eq!(folder.run(&["check"]).0, 1);
    }
}

#[test]
fn what_is_broken_is_told_once_in_files_of_no_project() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.en.ftl"), "a = { $b\n").unwrap();
    let run = sverka(folder.path())
        .args(["check", "--format", "concise", "a.en.ftl"])
        .output()
        .unwrap();
    let text = said(&run);
    assert_eq!(text.matches("a.en.ftl:").count(), 1, "{text}");
    assert!(text.contains("broken-messages"), "{text}");
}

#[test]
fn a_bad_base_or_review_is_named_and_nothing_is_called_current() {
    let folder = Folder::new();
    folder.put(".sverka/base/en/c/ru/good.md", b"\xff\xfe");
    let (code, text) = folder.run(&["status"]);
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains("base/en/c/ru/good.md") && text.contains("unreadable"),
        "{text}"
    );
    let json = folder.run(&["status", "--format", "json"]).1;
    assert!(json.contains("\"status\": \"unreadable\""), "{json}");
    folder.put(".sverka/base/en/c/ru/good.md", "Текст.\n");
    folder.put(".sverka/review/en/c/ru/good.md.toml", "state = ");
    let (code, text) = folder.run(&["status"]);
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("review/en/c/ru/good.md.toml"), "{text}");
}

#[test]
fn a_bad_project_file_is_named() {
    for text in [
        "[languages\n".to_owned(),
        "a = ".to_owned() + &"[".repeat(50_000),
        "a.".repeat(50_000) + "a = 1",
        CONFIG.to_owned() + "nonsense = 1\n",
        CONFIG.replace("c/{lang}", "../{lang}"),
        CONFIG.replace("c/{lang}", "/c/{lang}"),
        "#".repeat(20 << 20),
    ] {
        let folder = Folder::new();
        folder.put("workflow.toml", &text);
        for args in [
            &["status"][..],
            &["diff"],
            &["sync", "good", "--lang=en", "--dry-run"],
        ] {
            let (code, said) = folder.run(args);
            assert_eq!(code, 2, "{said}");
            assert!(said.contains("workflow.toml"), "{said}");
        }
    }
}

#[test]
fn runs_at_once_lose_nothing() {
    let folder = Folder::new();
    for at in 0..8 {
        folder.put(&format!("c/ru/a{at}.md"), format!("Текст {at}.\n"));
        folder.put(&format!("c/en/a{at}.md"), format!("Text {at}.\n"));
    }
    folder.put(
        "workflow.toml",
        CONFIG.replace("[\"en\"]", "[\"en\", \"de\"]"),
    );
    folder.put("c/de/a0.md", "Text.\n");
    let mut runs: Vec<(String, &str)> = (0..8).map(|at| (format!("c/ru/a{at}.md"), "en")).collect();
    runs.push(("c/ru/a0.md".to_owned(), "de"));
    let start = |(path, lang): &(String, &str)| {
        sverka(folder.path())
            .args(["sync", path, "--lang", lang])
            .spawn()
            .unwrap()
    };
    let children: Vec<_> = runs.iter().map(start).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    for (path, lang) in &runs {
        let base = folder.path().join(".sverka/base").join(lang).join(path);
        let source = fs::read(folder.path().join(path)).unwrap();
        assert_eq!(fs::read(base).unwrap(), source, "{path} {lang}");
    }
}

#[test]
fn a_killed_run_leaves_a_whole_base() {
    let folder = Folder::new();
    let base = folder.path().join(".sverka/base/en/c/ru/good.md");
    let texts = ["раз ", "два "].map(|word| format!("{}\n", word.repeat(50)).repeat(4_000));
    let mut survived = 0;
    for round in 0..30_u64 {
        let at = usize::from(round % 2 == 1);
        folder.put("c/ru/good.md", &texts[at]);
        let mut child = sverka(folder.path())
            .args(["sync", "c/ru/good.md", "--lang", "en"])
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(round * round));
        child.kill().unwrap();
        survived += usize::from(child.wait().unwrap().success());
        match fs::read_to_string(&base) {
            Ok(text) => assert!(texts.contains(&text), "half a base after round {round}"),
            Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::NotFound),
        }
    }
    assert!(survived < 30, "no run was killed in time");
    let last = sverka(folder.path())
        .args(["sync", "c/ru/good.md", "--lang", "en"])
        .status();
    assert!(last.unwrap().success(), "the lock went with its run");
}

#[cfg(unix)]
#[test]
fn links_and_names_lead_nowhere() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let folder = Folder::new();
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("secret.md"), "тайна").unwrap();
    let ru = folder.path().join("c/ru");
    symlink(&ru, ru.join("loop")).unwrap();
    symlink(other.path(), ru.join("out")).unwrap();
    symlink(other.path().join("secret.md"), ru.join("link.md")).unwrap();
    fs::write(ru.join(OsStr::from_bytes(b"bad\xff.md")), "a").unwrap();
    folder.put("c/ru/GOOD.md", "Текст.\n");
    folder.put("c/ru/red\u{1b}[31m\u{9b}2J.md", "Текст.\n");
    fs::create_dir(ru.join("folder.md")).unwrap();
    for args in [&["status"][..], &["diff"], &["status", "--color=always"]] {
        let (_, text) = folder.run(args);
        for word in ["loop", "out", "link.md", "bad", "GOOD.md"] {
            assert!(text.contains(word), "{args:?}: no {word} in {text}");
        }
        assert!(!text.contains("тайна"), "{text}");
        assert!(!text.contains("\u{1b}[31m\u{9b}"), "{args:?}: {text:?}");
    }
}
