//! What is published is what was decided on, and nothing is lost without a word.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    dead_code,
    reason = "the tests build folders, and share a room with others"
)]

#[path = "bundle/project.rs"]
mod project;

use std::fs;
use std::process::{Command, Output};

use sverka::bundle::Step;

use self::project::Small;

const NOW: &str = "2025-01-01";
const BUNDLE: &str = "[bundle]\nurl = \"https://example.org/{lang}/\"\n";
const RU: &str = "---\ntitle: Статья\ndate: 2024-01-01\n---\n\nТекст статьи.\n";
const EN: &str = "---\ntitle: The article\n---\n\nThe text of the article.\n";

fn small(bundle: &str) -> Small {
    let small = Small::new(bundle);
    small.ru("one", RU).en("one", EN);
    small
}

fn sverka(small: &Small, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sverka"));
    command.arg("-C").arg(small.path());
    let args = ["--ui-lang", "en", "bundle"].iter().chain(args);
    command.args(args).output().unwrap()
}

fn said(out: &Output) -> String {
    let both = [&out.stdout, &out.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    both.concat()
}

#[test]
fn an_article_that_changes_meanwhile_is_not_published_as_what_it_was() {
    for form in ["site", "json", "hugo"] {
        let small = small(BUNDLE);
        let before = small.assemble(form, NOW).files;
        small.put("news/en/one.md", &EN.replace("text", "word"));
        let found = small.assemble_while((form, NOW), &|step| {
            if matches!(step, Step::Files(_)) {
                small.put("news/en/one.md", &EN.replace("text", "slip"));
            }
        });
        let wrong = found.wrong();
        assert!(
            wrong.contains(&"changed-while-bundling news/en/one.md".to_owned()),
            "{form}: {wrong:?}"
        );
        assert_eq!(found.files, before, "{form}");
        small.put("news/en/one.md", EN);
        assert_eq!(small.assemble(form, NOW).files, before, "{form}");
    }
}

#[test]
fn a_picture_that_changes_meanwhile_is_not_published_as_what_it_was() {
    let small = small(BUNDLE);
    small.put("news/ru/a.png", "a");
    small.ru("two", "---\ntitle: Фото\n---\n\n![а](a.png)\n");
    let found = small.assemble_while(("site", NOW), &|step| {
        if matches!(step, Step::Files(_)) {
            small.put("news/ru/a.png", "b");
        }
    });
    let wrong = found.wrong();
    assert_eq!(wrong, ["changed-while-bundling news/ru/a.png"]);
    assert!(found.files.is_empty());
}

#[test]
fn a_front_matter_without_an_end_keeps_nothing_secret_and_is_refused() {
    let small = small(BUNDLE);
    small.ru("two", "---\ntitle: Тайна\ndraft: true\n\nСекрет.\n");
    let found = small.assemble("site", NOW);
    assert!(found.files.is_empty());
    let wrong = found.wrong();
    assert!(
        wrong[0].starts_with("unclosed-front-matter news/ru/two.md"),
        "{wrong:?}"
    );
}

#[test]
fn a_page_does_not_take_the_place_of_a_file_of_the_bundle() {
    let small = small(BUNDLE);
    small.ru(
        "two",
        "---\ntitle: Два\nslug: Manifest.json\n---\n\nТекст.\n",
    );
    let wrong = small.assemble("site", NOW).wrong();
    assert_eq!(
        wrong,
        ["address-collision news/ru/two.md path=\"Manifest.json/\" other=\"manifest.json\""]
    );
}

#[test]
fn words_that_are_nowhere_are_a_slip() {
    let bundle = format!("{BUNDLE}messages = [\"{{lang}}/slip.ftl\"]\n");
    let wrong = small(&bundle).assemble("site", NOW).wrong();
    assert_eq!(wrong, ["unreadable {lang}/slip.ftl reason=\"not-found\""]);
}

#[test]
fn a_decision_knows_what_the_run_would_refuse() {
    let small = small(BUNDLE);
    let out = sverka(&small, &["--dry-run", "--locked"]);
    assert_eq!(out.status.code(), Some(1), "{}", said(&out));
    assert!(said(&out).contains("new-addresses"));
    assert!(sverka(&small, &["--dry-run"]).status.success());
}

#[test]
fn a_language_that_is_gone_is_missed() {
    let small = small(BUNDLE);
    assert!(sverka(&small, &[]).status.success());
    let public = small.path().join("public");
    let verified = || sverka(&small, &["--verify", public.to_str().unwrap()]);
    assert!(verified().status.success());
    fs::remove_dir_all(public.join("en")).unwrap();
    let out = verified();
    assert_eq!(out.status.code(), Some(1));
    assert!(
        said(&out).contains("missing: en/manifest.json"),
        "{}",
        said(&out)
    );
    fs::write(public.join(".sverka-bundle"), "something").unwrap();
    assert!(said(&verified()).contains("changed: .sverka-bundle"));
}

#[test]
fn what_somebody_put_among_the_pages_does_not_go_without_a_word() {
    let small = small(BUNDLE);
    assert!(sverka(&small, &[]).status.success());
    fs::write(small.path().join("public/.htaccess"), "mine").unwrap();
    for _ in 0..2 {
        let out = sverka(&small, &[]);
        assert!(out.status.success());
        assert!(said(&out).contains("foreign-file"), "{}", said(&out));
        small.put("news/en/one.md", &EN.replace("text", "word"));
    }
    let kept = small.path().join(".public.sverka-previous/.htaccess");
    assert_eq!(fs::read_to_string(kept).unwrap(), "mine");
}

#[test]
fn an_article_that_is_gone_leaves_no_address_without_a_word() {
    let small = small(BUNDLE);
    small.ru("two", "---\ntitle: Два\n---\n\nТекст.\n");
    small.assemble("site", NOW);
    let rename = |from: &str, to: &str| {
        fs::rename(small.path().join(from), small.path().join(to)).unwrap();
    };
    rename("news/ru/two.md", "news/ru/three.md");
    let wrong = small.assemble("site", NOW).wrong();
    assert_eq!(
        wrong,
        ["lost-address news/ru/two.md lang=\"ru\" link=\"two/\""]
    );
    // It is told once, and not of an article that has an alias.
    assert!(small.assemble("site", NOW).wrong().is_empty());
    rename("news/ru/three.md", "news/ru/four.md");
    small.ru(
        "four",
        "---\ntitle: Два\naliases: [/three/]\n---\n\nТекст.\n",
    );
    assert!(small.assemble("site", NOW).wrong().is_empty());
}

#[test]
fn a_damaged_bundle_is_not_brought_back() {
    let small = small(BUNDLE);
    assert!(sverka(&small, &[]).status.success());
    small.put("news/en/one.md", &EN.replace("text", "word"));
    assert!(sverka(&small, &[]).status.success());
    let style = small.path().join(".public.sverka-previous/en/style.css");
    let whole = fs::read(&style).unwrap();
    fs::write(&style, "spoilt").unwrap();
    let out = sverka(&small, &["--rollback"]);
    assert_eq!(out.status.code(), Some(2), "{}", said(&out));
    fs::write(&style, whole).unwrap();
    assert!(sverka(&small, &["--rollback"]).status.success());
}

#[cfg(unix)]
#[test]
fn a_folder_that_nobody_may_write_to_stops_no_later_run() {
    use std::os::unix::fs::PermissionsExt;
    let small = small(BUNDLE);
    assert!(sverka(&small, &[]).status.success());
    let public = small.path().join("public");
    fs::set_permissions(&public, fs::Permissions::from_mode(0o555)).unwrap();
    for word in ["word", "slip", "line"] {
        small.put("news/en/one.md", &EN.replace("text", word));
        let out = sverka(&small, &[]);
        assert!(out.status.success(), "{}", said(&out));
    }
    let mode = fs::metadata(&public).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o755);
}
