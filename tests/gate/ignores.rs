//! What people say is no mistake: each note takes out one finding, until either text changes.

use sverka::gate::{Asked, IgnoreList};
use sverka::track::Scope;

use crate::repository::sverka;
use crate::site::{Site, lines, outcome};

const RU: &str = "# Гонка\n\nКатер ушёл ушёл к причалу.\n\nЛодка осталась.\n";
const EN: &str = "# The race\n\nThe launch left for the pier.\n\nThe boat boat stayed.\n";
const FOUND: [&str; 2] = ["repeated-words race/en.md", "repeated-words race/ru.md"];

fn site() -> Site {
    Site::new(&[("race/ru.md", RU), ("race/en.md", EN)])
}

#[test]
fn an_ignore_takes_out_its_finding_and_no_other() {
    let site = site();
    let all = site.check();
    assert_eq!(lines(&all), FOUND);
    for (at, one) in all.findings.iter().enumerate() {
        let list = IgnoreList::with("", &[&one.finding], "так говорит капитан");
        site.put(IgnoreList::PATH, list);
        let left = site.check();
        assert_eq!(lines(&left), [FOUND[1 - at]]);
        assert_eq!(left.ignored.len(), 1);
        assert_eq!(left.ignored[0].reason, "так говорит капитан");
    }
}

#[test]
fn an_ignore_dies_with_either_text() {
    let site = site();
    let all = site.check();
    let here = |path: &str| {
        all.findings
            .iter()
            .find(|one| lines_of(one) == path)
            .unwrap()
    };
    let list = IgnoreList::with("", &[&here(FOUND[0]).finding], "a name");
    site.put(IgnoreList::PATH, list);
    for (path, from, to) in [
        ("race/en.md", "stayed", "waited"),
        ("race/ru.md", "осталась", "ждала"),
    ] {
        let before = site.text(path);
        site.edit(path, from, to);
        let found = site.lines();
        assert!(found.contains(&FOUND[0].to_owned()), "{found:?}");
        assert!(found.contains(&format!("unused-ignore {}", IgnoreList::PATH)));
        site.put(path, before);
        assert_eq!(site.lines(), [FOUND[1]]);
    }
}

fn lines_of(one: &sverka::gate::Weighed) -> String {
    let found = &one.finding.diagnostic;
    format!("{} {}", found.code, found.primary.span.file)
}

#[test]
fn a_note_in_the_article_is_as_good_as_the_list() {
    let site = site();
    let short: Vec<String> = site
        .check()
        .findings
        .iter()
        .map(|one| one.finding.fingerprint.short())
        .collect();
    let comment = format!(
        "<!-- sverka: ignore repeated-words {} it is a boat -->\n\n",
        short[0]
    );
    site.put(
        "race/en.md",
        EN.replace("The boat", &format!("{comment}The boat")),
    );
    let field = format!(
        "---\nsverka-ignore:\n  - repeated-words {} так и надо\n---\n",
        short[1]
    );
    site.put("race/ru.md", format!("{field}{RU}"));
    site.put(".sverka/base/en/race/ru.md", format!("{field}{RU}"));
    let left = site.check();
    assert_eq!(lines(&left), [""; 0]);
    let reasons: Vec<&str> = left.ignored.iter().map(|one| one.reason.as_str()).collect();
    assert_eq!(reasons, ["так и надо", "it is a boat"]);
}

#[test]
fn findings_about_files_can_be_ignored_too() {
    let site = Site::new(&[("race/ru.md", "Гонка.\n"), ("race/en.md", "\n")]);
    let all = site.check();
    assert_eq!(lines(&all), ["empty-file race/en.md"]);
    let list = IgnoreList::with("", &[&all.findings[0].finding], "ещё пишем");
    site.put(IgnoreList::PATH, list);
    assert_eq!(site.lines(), [""; 0]);
}

#[test]
fn a_run_over_a_part_calls_no_note_unused_that_it_cannot_know() {
    let site = site();
    site.put("other/ru.md", "Снег снег.\n");
    site.put("other/en.md", "Snow.\n");
    let all = site.check();
    let findings: Vec<_> = all.findings.iter().map(|one| &one.finding).collect();
    site.put(IgnoreList::PATH, IgnoreList::with("", &findings, "так"));
    assert_eq!(site.lines(), [""; 0]);
    let (en, de) = (["en".parse().unwrap()], ["de".parse().unwrap()]);
    for languages in [&en, &de] {
        let scope = Scope {
            languages,
            ..Scope::default()
        };
        assert_eq!(
            lines(&outcome(site.path(), &scope, &Asked::default())),
            [""; 0]
        );
    }
    let race = |article: &sverka::project::Article| article.key == "race";
    let scope = Scope {
        articles: Some(&race),
        ..Scope::default()
    };
    assert_eq!(
        lines(&outcome(site.path(), &scope, &Asked::default())),
        [""; 0]
    );
    // Of its own articles it knows.
    site.edit("race/en.md", "boat boat", "boat");
    let found = lines(&outcome(site.path(), &scope, &Asked::default()));
    assert_eq!(found, ["unused-ignore .sverka/ignore.toml"]);
}

#[test]
fn the_command_adds_to_what_people_wrote() {
    let site = site();
    let print = site.check().findings[0].finding.fingerprint.short();
    let ignore = |print: &str| sverka(site.path(), &["ignore", print, "--reason", "a name"]);
    site.put(IgnoreList::PATH, "# наш список\r\n");
    assert_eq!(ignore(&print).code, 0);
    let text = site.text(IgnoreList::PATH);
    assert!(
        text.starts_with("# наш список\r\n\r\n[[ignore]]\r\ncheck"),
        "{text}"
    );
    assert_eq!(site.lines(), [FOUND[1]]);
    // What is ignored already is no finding, and what is broken is not written over.
    assert_eq!(ignore(&print).code, 2);
    for broken in ["[[ignore", "ignore = []\n"] {
        site.put(IgnoreList::PATH, broken);
        assert_eq!(ignore(&print).code, 2);
        assert_eq!(site.text(IgnoreList::PATH), broken);
    }
}
