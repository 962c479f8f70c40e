//! Whole small projects with Fluent files and the files that use them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use sverka::checks::engine::Rules;
use sverka::gate::{Asked, Outcome, check_project};
use sverka::project::{Article, Project, Root};
use sverka::track::Scope;
use tempfile::TempDir;

const LANGUAGES: &str = "[languages]\nsource = 'ru'\ntargets = ['en']\n\
    [[content]]\npath = 'locales/{lang}/{path}.ftl'\n";

/// A project with these files; `settings` follow its languages.
fn project(settings: &str, files: &[(&str, &[u8])]) -> (TempDir, Project, Rules) {
    let folder = tempfile::tempdir().unwrap();
    let root = Root::new(folder.path()).unwrap();
    let text = format!("{LANGUAGES}{settings}");
    root.create("workflow.toml", text.as_bytes()).unwrap();
    for (path, bytes) in files {
        root.create(path, bytes).unwrap();
    }
    let opened = Project::open(folder.path()).unwrap();
    assert_eq!(opened.diagnostics, []);
    let (rules, wrong) = Rules::parse("workflow.toml", &text);
    assert_eq!(wrong, []);
    (folder, opened.project.unwrap(), rules)
}

fn check(project: &Project, rules: &Rules, scope: &Scope<'_>) -> Outcome {
    let asked = Asked::default();
    check_project(project, &project.discover(), (rules, scope, &asked)).unwrap()
}

/// Code, file and token of what is said of messages and of files that use them.
fn said(outcome: &Outcome) -> Vec<String> {
    let findings = outcome.findings.iter().map(|one| &one.finding);
    let of_messages = findings.filter(|one| one.diagnostic.code.name() != "missing");
    let row = of_messages.map(|one| {
        let place = &one.diagnostic.primary.span;
        format!("{} {} {}", one.diagnostic.code, place.file, one.token)
    });
    row.map(|row| row.trim_end().to_owned()).collect()
}

fn found(settings: &str, files: &[(&str, &[u8])]) -> Vec<String> {
    let (_folder, project, rules) = project(settings, files);
    said(&check(&project, &rules, &Scope::default()))
}

const SITE: (&str, &[u8]) = (
    "locales/ru/site.ftl",
    "-paper = «Вестник»\n-rector = ректор\nabout = О газете { -paper }\nnews = Новости\n"
        .as_bytes(),
);

#[test]
fn without_sources_only_terms_are_judged() {
    assert_eq!(
        found("", &[SITE]),
        ["unused-messages locales/ru/site.ftl -rector"]
    );
}

#[test]
fn what_is_used_is_looked_for_where_the_project_says() {
    let settings = "[interface]\nsources = ['web/**']\nexclude = ['web/old/**']\n";
    let page =
        |path| -> (&'static str, &'static [u8]) { (path, br#"{{ t("about") }}{{ t("gone") }}"#) };
    let both = [
        "unused-messages locales/ru/site.ftl -rector",
        "unused-messages locales/ru/site.ftl news",
        "undefined-messages web/a.html gone",
    ];
    assert_eq!(found(settings, &[SITE, page("web/a.html")]), both);
    // Where nothing was read, nobody knows what is used; and the glob means nothing.
    assert_eq!(
        found(
            settings,
            &[SITE, page("web/old/a.html"), page("src/a.html")]
        ),
        [
            "unused-messages locales/ru/site.ftl -rector",
            "empty-collection workflow.toml",
        ]
    );
    // What git ignores is not looked at, and neither are pictures.
    let ignored: [(&str, &[u8]); 2] =
        [(".gitignore", b"build/\n"), ("web/a.png", b"\0t(\"news\")")];
    let files = [
        SITE,
        page("web/a.html"),
        page("web/build/b.html"),
        ignored[0],
        ignored[1],
    ];
    assert_eq!(found(settings, &files), both);
}

#[test]
fn a_file_that_is_too_long_is_told() {
    let settings = "[interface]\nsources = ['web/**']\n";
    let long = [b"t(\"news\");".repeat(1 << 17)].concat();
    let files: [(&str, &[u8]); 2] = [SITE, ("web/app.js", &long)];
    let said = found(settings, &files);
    assert!(
        said.contains(&"long-line web/app.js".to_owned()),
        "{said:?}"
    );
}

#[test]
fn shared_files_define_messages_and_use_them() {
    let settings = "[interface]\nsources = ['web/**']\n\
        shared = ['brand/{lang}.ftl', 'brand/common.ftl', 'brand/none.ftl']\n";
    let files: [(&str, &[u8]); 4] = [
        SITE,
        ("brand/ru.ftl", "motto = Девиз { -rector }\n".as_bytes()),
        ("brand/common.ftl", b"logo = Logo\n"),
        (
            "web/a.html",
            br#"{{ t("about") }}{{ t("motto") }}{{ t("news") }}"#,
        ),
    ];
    assert_eq!(found(settings, &files), [""; 0]);
}

#[test]
fn a_part_of_the_project_says_nothing_of_the_whole() {
    let settings = "[interface]\nsources = ['web/**']\n";
    let files: [(&str, &[u8]); 2] = [SITE, ("web/a.html", b"")];
    let (_folder, project, rules) = project(settings, &files);
    let all = |_: &Article| true;
    let scope = Scope {
        articles: Some(&all),
        ..Scope::default()
    };
    assert_eq!(said(&check(&project, &rules, &scope)), [""; 0]);
    assert_eq!(said(&check(&project, &rules, &Scope::default())).len(), 4);
}

#[test]
fn a_part_of_the_project_knows_the_messages_of_the_other_files() {
    let files: [(&str, &[u8]); 4] = [
        ("locales/ru/site.ftl", "about = О { -paper }\n".as_bytes()),
        ("locales/en/site.ftl", b"about = About { -paper(a: 1) }\n"),
        ("locales/ru/terms.ftl", "-paper = «Вестник»\n".as_bytes()),
        ("locales/en/terms.ftl", b"-paper = the Messenger\n"),
    ];
    let site = |article: &Article| article.name() == "locales/ru/site.ftl";
    let scope = Scope {
        articles: Some(&site),
        ..Scope::default()
    };
    let of_terms = |settings: &str| {
        let (_folder, project, rules) = project(settings, &files);
        let said = said(&check(&project, &rules, &scope)).into_iter();
        said.filter(|row| !row.starts_with("untracked"))
            .collect::<Vec<_>>()
    };
    assert_eq!(of_terms(""), ["term-arguments locales/en/site.ftl a"]);
    let unknown = "unknown-references locales/ru/site.ftl -paper";
    assert_eq!(of_terms("[interface]\nbundle = 'file'\n"), [unknown]);
}

#[test]
fn what_is_said_of_messages_can_be_set_lower_or_aside() {
    let settings = "[checks.unused-messages]\nignore = ['-rec*']\n";
    assert_eq!(found(settings, &[SITE]), [""; 0]);
    let settings = "[[override]]\npath = ['locales/**']\nlevel = { unused-messages = 'off' }\n";
    assert_eq!(found(settings, &[SITE]), [""; 0]);
}

#[test]
fn a_note_about_a_message_is_not_idle_in_a_part_of_the_project() {
    let (folder, project, rules) = project("", &[SITE]);
    let whole = check(&project, &rules, &Scope::default());
    let finding = &whole.findings.iter().map(|one| &one.finding);
    let finding = finding.clone().find(|one| one.token == "-rector").unwrap();
    let list = format!(
        "[[ignore]]\nfile = 'locales/ru/site.ftl'\ncheck = 'unused-messages'\n\
         fingerprint = '{}'\nreason = 'придёт с рубрикой'\n",
        finding.fingerprint
    );
    let root = Root::new(Path::new(folder.path())).unwrap();
    root.create(".sverka/ignore.toml", list.as_bytes()).unwrap();
    let all = |_: &Article| true;
    let part = Scope {
        articles: Some(&all),
        ..Scope::default()
    };
    assert_eq!(said(&check(&project, &rules, &Scope::default())), [""; 0]);
    assert_eq!(said(&check(&project, &rules, &part)), [""; 0]);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let settings = "[interface]\nsources = ['web/**']\n";
    let (folder, project, rules) =
        project(settings, &[SITE, ("web/a.html", br#"{{ t("about") }}"#)]);
    let other = tempfile::tempdir().unwrap();
    let root = Root::new(other.path()).unwrap();
    root.create("b.html", br#"{{ t("news") }}"#).unwrap();
    for (from, to) in [("b.html", "web/b.html"), ("", "web/other")] {
        std::os::unix::fs::symlink(other.path().join(from), folder.path().join(to)).unwrap();
    }
    let said = said(&check(&project, &rules, &Scope::default()));
    assert!(
        said.contains(&"unused-messages locales/ru/site.ftl news".to_owned()),
        "{said:?}"
    );
}
