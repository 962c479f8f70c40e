//! Files of messages that are loaded together: what one of them lacks is wrong in another.

use std::path::Path;

use sverka::diagnostic::Severity;
use sverka::gate::{Asked, Since};
use sverka::history::History;
use sverka::project::{Article, Project};
use sverka::track::Scope;

use crate::repository::Repository;
use crate::site::{lines, outcome};

const WORKFLOW: &str = "[languages]\nsource = 'ru'\ntargets = ['en']\n\n\
                        [[content]]\npath = 'locales/{lang}/{path}.ftl'\n\n";

/// The words of a paper: its name stands in a file of its own. One message has been wrong for long.
fn repository(settings: &str) -> Option<Repository> {
    let repository = Repository::new()?;
    repository.put("workflow.toml", format!("{WORKFLOW}{settings}"));
    for (lang, brand, about) in [("ru", "Вестник", "О газете"), ("en", "Herald", "About")]
    {
        repository.put(
            &format!("locales/{lang}/brand.ftl"),
            format!("-paper = {brand}\n"),
        );
        let site = format!("about = {about} {{ -paper }}\nold = {{ -nobody }}\n");
        repository.put(&format!("locales/{lang}/site.ftl"), site);
    }
    for name in ["brand", "site"] {
        let path = format!("locales/ru/{name}.ftl");
        let text = std::fs::read_to_string(repository.path().join(&path)).unwrap();
        repository.put(&format!(".sverka/base/en/{path}"), text);
    }
    repository.commit("as it was");
    Some(repository)
}

/// The findings that these tests speak of.
fn only() -> Vec<String> {
    ["unknown-references", "untranslated-references"]
        .map(str::to_owned)
        .to_vec()
}

fn found(folder: &Path, scope: &Scope<'_>) -> Vec<String> {
    let asked = Asked {
        only: &only(),
        ..Asked::default()
    };
    lines(&outcome(folder, scope, &asked))
}

fn all(folder: &Path) -> Vec<String> {
    found(folder, &Scope::default())
}

fn since(folder: &Path) -> Vec<String> {
    let history = History::open(folder).unwrap().unwrap();
    let commit = history.resolve("HEAD").unwrap().id;
    let since = Since::new(&history, commit).unwrap().unwrap();
    let asked = Asked {
        since: Some(&since),
        only: &only(),
        ..Asked::default()
    };
    lines(&outcome(folder, &Scope::default(), &asked))
}

#[test]
fn files_that_nobody_asked_about_are_loaded_all_the_same() {
    let Some(repository) = repository("") else {
        return;
    };
    let only = |article: &Article| article.name().ends_with("site.ftl");
    let scope = Scope {
        articles: Some(&only),
        ..Scope::default()
    };
    assert_eq!(
        found(repository.path(), &scope),
        ["unknown-references locales/ru/site.ftl"]
    );
    assert_eq!(all(repository.path()), found(repository.path(), &scope));
}

#[test]
fn a_term_that_goes_is_told_where_it_is_missed() {
    let Some(repository) = repository("") else {
        return;
    };
    assert_eq!(since(repository.path()), [""; 0]);
    repository.put("locales/en/brand.ftl", "-journal = Herald\n");
    let found = since(repository.path());
    let missed = |line: &String| {
        line.contains("untranslated-references") && line.contains("locales/en/site.ftl")
    };
    assert!(found.iter().any(missed), "{found:?}");
    assert!(
        !found.iter().any(|line| line.contains("nobody")),
        "{found:?}"
    );
}

#[test]
fn each_file_may_be_loaded_alone_with_the_shared_ones() {
    let Some(repository) = repository("[interface]\nbundle = 'file'\n") else {
        return;
    };
    let unknown = "unknown-references locales/ru/site.ftl";
    assert_eq!(all(repository.path()), [unknown, unknown]);
    let shared = "[interface]\nbundle = 'file'\nshared = ['locales/{lang}/brand.ftl']\n";
    repository.put("workflow.toml", format!("{WORKFLOW}{shared}"));
    assert_eq!(all(repository.path()), [unknown]);
    assert!(
        Project::open(repository.path())
            .unwrap()
            .diagnostics
            .is_empty()
    );
}

#[test]
fn what_the_source_gave_up_is_work_like_any_other() {
    let Some(repository) = repository("") else {
        return;
    };
    let site = "about = О газете\nold = Старое\n    .title = Подпись\ngone = Было\n";
    repository.put(".sverka/base/en/locales/ru/site.ftl", site);
    repository.put("locales/ru/site.ftl", "about = О газете\nold = Старое\n");
    let english = "about = About\nold = Old\n    .title = Note\ngone = It was\nmore = More\n";
    repository.put("locales/en/site.ftl", english);
    let only = ["obsolete-messages", "obsolete-attributes"].map(str::to_owned);
    let asked = Asked {
        only: &only,
        ..Asked::default()
    };
    let found = outcome(repository.path(), &Scope::default(), &asked).findings;
    let mut found: Vec<String> = found
        .iter()
        .map(|one| {
            format!(
                "{} {:?}",
                one.finding.token, one.finding.diagnostic.severity
            )
        })
        .collect();
    found.sort();
    assert_eq!(found, ["gone Info", "more Warning", "old.title Info"]);
}

#[test]
fn a_variable_that_was_never_right_fails_though_the_words_are_stale() {
    let Some(repository) = repository("") else {
        return;
    };
    let only = ["variables".to_owned()];
    let asked = Asked {
        only: &only,
        ..Asked::default()
    };
    let check = |base: &str, now: &str| {
        repository.put(".sverka/base/en/locales/ru/site.ftl", base);
        repository.put("locales/ru/site.ftl", now);
        repository.put("locales/en/site.ftl", "hello = Hello, { $nam }\n");
        let found = outcome(repository.path(), &Scope::default(), &asked).findings;
        let severity = |one: &sverka::gate::Weighed| one.finding.diagnostic.severity;
        found.iter().map(severity).collect::<Vec<_>>()
    };
    let words = check(
        "hello = Привет, { $name }\n",
        "hello = Здравствуйте, { $name }\n",
    );
    assert_eq!(words, [Severity::Error]);
    let built = check("hello = Привет, { $nam }\n", "hello = Привет, { $name }\n");
    assert_eq!(built, [Severity::Info]);
}
