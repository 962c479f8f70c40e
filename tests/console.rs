//! What the program prints, in both languages: transcripts in `tests/console/`.
//!
//! `TRYCMD=overwrite cargo test --test console` rewrites them; read the difference.

use std::process::{Command, Stdio};

#[test]
fn transcripts() {
    trycmd::TestCases::new()
        .case("tests/console/*.trycmd")
        // What the developer's terminal is like must not show.
        .env("COLUMNS", "100")
        .env("LANGUAGE", "")
        .env("LC_ALL", "C")
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .env("NO_COLOR", "1");
}

fn sverka(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sverka"));
    command
        .args(args)
        .env_remove("LANGUAGE")
        .env_remove("NO_COLOR")
        .env("LC_ALL", "C");
    command
}

#[test]
fn the_environment_or_the_option_chooses_the_language() {
    let spoken = |args: &[&str], locale| {
        let output = sverka(args).env("LC_ALL", locale).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(spoken(&["-h"], "ru_RU.UTF-8").contains("Команды:"));
    assert!(spoken(&["-h"], "C.UTF-8").contains("Commands:"));
    assert!(spoken(&["--ui-lang=en", "-h"], "ru_RU.UTF-8").contains("Commands:"));
    assert!(spoken(&["help", "sync", "--ui-lang", "ru"], "C").contains("Параметры:"));
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let has_escapes = |args: &[&str], no_color| {
        let output = sverka(args).env("NO_COLOR", no_color).output().unwrap();
        [output.stdout, output.stderr].concat().contains(&0x1b)
    };
    assert!(!has_escapes(&["-h"], ""));
    assert!(!has_escapes(&["wrong"], ""));
    assert!(has_escapes(&["-h", "--color=always"], ""));
    assert!(has_escapes(&["wrong", "--color", "always"], "1"));
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let mut child = sverka(&["--help"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the test lays out the project it speaks of"
)]
fn a_large_project_hides_what_is_current() {
    let folder = tempfile::tempdir().unwrap();
    let put = |path: String| {
        let place = folder.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, "Снег.\n").unwrap();
    };
    for number in 0..30 {
        put(format!("a/{number}/ru.md"));
        if number > 0 {
            put(format!("a/{number}/en.md"));
            put(format!(".sverka/base/en/a/{number}/ru.md"));
        }
    }
    let project = "[languages]\nsource = \"ru\"\ntargets = [\"en\"]\n\n\
                   [[content]]\npath = \"a/{slug}/{lang}.md\"\n";
    std::fs::write(folder.path().join("workflow.toml"), project).unwrap();
    let shown = |args: &[&str]| {
        let mut command = sverka(args);
        let output = command.current_dir(folder.path()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let short = shown(&["status"]);
    assert!(short.contains("a/0/ru.md  missing"), "{short}");
    assert!(short.contains("29 articles are current"), "{short}");
    assert!(!short.contains("a/7/ru.md"), "{short}");
    assert!(shown(&["status", "--all"]).contains("a/7/ru.md"));
}
