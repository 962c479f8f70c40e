//! What is recognised in trees, and what is not.

use std::collections::BTreeMap;

use super::*;

/// The proposal for these files, one line for each collection.
fn proposed(paths: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let root = Root::new(folder.path()).unwrap();
    for (path, text) in paths {
        root.create(path, text.as_bytes()).unwrap();
    }
    let Some(proposal) = propose(&root, &"ru".parse().unwrap()) else {
        return Vec::new();
    };
    let (config, wrong) = Config::parse(FILE, &render(&proposal, &COMMENTS));
    assert!(config.is_some() && wrong.is_empty(), "{wrong:?}");
    let row = |one: &Proposed| {
        let seen: Vec<String> = one
            .seen
            .iter()
            .map(|(lang, count)| format!("{lang}:{count}"))
            .collect();
        let target = one.target.as_deref().unwrap_or("-");
        format!(
            "{} {} {target} {}",
            proposal.source,
            one.source,
            seen.join(" ")
        )
    };
    proposal.collections.iter().map(row).collect()
}

fn empty(paths: &[&str]) -> Vec<String> {
    let files: Vec<(&str, &str)> = paths.iter().map(|path| (*path, "")).collect();
    proposed(&files)
}

const COMMENTS: Comments<'static> = Comments {
    file: "The languages of this site\nand its articles",
    source: "written first",
    targets: "translated into",
    content: "where articles are",
    languages: "only these",
    more: "what else there is:",
};

#[test]
fn a_folder_that_mirrors_nothing_is_no_language() {
    assert_eq!(
        empty(&[
            "docs/api/users.md",
            "docs/api/index.md",
            "docs/api-id/index.md",
            "docs/api-id/card.md"
        ]),
        [""; 0]
    );
    assert_eq!(
        empty(&["docs/index.md", "docs/it/index.md", "docs/it/servers.md"]),
        [""; 0]
    );
    assert_eq!(
        empty(&[
            "docs/how.md",
            "docs/how-it.txt",
            "notes/go-to.md",
            "notes/is.md",
            "notes/a.md",
            "notes/b.md"
        ]),
        [""; 0]
    );
    assert_eq!(
        empty(&[
            "docs/it/index.md",
            "docs/it/servers.md",
            "docs/id/index.md",
            "docs/id/card.md"
        ]),
        [""; 0]
    );
    assert_eq!(empty(&[]), [""; 0]);
}

#[test]
fn siblings_with_a_suffix() {
    assert_eq!(
        empty(&[
            "docs/guide/a.md",
            "docs/guide/b.md",
            "docs/guide-ru/a.md",
            "docs/guide-pt-BR/b.md",
            "docs/guide-pt-BR/c.md",
            "docs/api-id/x.md",
            "docs/api/y.md"
        ]),
        ["en docs/guide/{path}.md docs/guide-{lang}/{path}.md en:2 pt-BR:2 ru:1"]
    );
}

#[test]
fn mirrors_of_several_folders() {
    assert_eq!(
        empty(&[
            "docs/a.md",
            "docs/deep/b.md",
            "blog/x.md",
            "docs/c.mdx",
            "i18n/ru/plugin-docs/current/a.md",
            "i18n/ru/plugin-docs/current/deep/b.md",
            "i18n/de/plugin-docs/current/a.md",
            "i18n/ru/plugin-blog/x.md",
        ]),
        [
            "en docs/{path}.{md,mdx} i18n/{lang}/plugin-docs/current/{path}.{md,mdx} de:1 en:3 ru:2",
            "en blog/{path}.md i18n/{lang}/plugin-blog/{path}.md en:1 ru:1",
        ]
    );
}

#[test]
fn the_source_is_guessed_by_its_letters() {
    let all = [
        ("content/a.md", "Снег идёт с ночи, `git status`"),
        ("content/a.en.md", "Snow"),
        ("content/b.md", "Тихо"),
    ];
    assert_eq!(
        proposed(&all),
        ["ru content/{path}.md content/{path}.{lang}.md en:1 ru:2"]
    );
    let all = [
        ("README.md", "Snow"),
        ("README.zh_CN.md", "雪"),
        ("LICENSE.md", "MIT"),
    ];
    assert_eq!(
        proposed(&all),
        ["en README.md README.{lang}.md en:1 zh-CN:1"]
    );
}

#[test]
fn side_by_side_the_fullest_language_is_the_source() {
    assert_eq!(
        empty(&[
            "site/en/a.md",
            "site/en/b.md",
            "site/ru/a.md",
            "locales/en/main.ftl",
            "locales/ru/main.ftl"
        ]),
        [
            "en locales/{lang}/{path}.ftl - en:1 ru:1",
            "en site/{lang}/{path}.md - en:2 ru:1"
        ]
    );
    assert_eq!(
        empty(&["site/en/a.md", "site/ru/a.md"]),
        ["ru site/{lang}/{path}.md - en:1 ru:1"]
    );
    assert_eq!(
        empty(&["articles/a/en.md", "articles/a/ru.md", "articles/b/ru.md"]),
        ["ru articles/{slug}/{lang}.md - en:1 ru:2"]
    );
    assert_eq!(
        empty(&["locales/en.ftl", "locales/ru.ftl"]),
        ["ru locales/{lang}.ftl - en:1 ru:1"]
    );
    assert_eq!(
        empty(&["news/2026/a.en.md", "news/2026/a.ru.md", "news/b.ru.md"]),
        ["ru news/{path}.{lang}.md - en:1 ru:2"]
    );
}

#[test]
fn the_default_language_may_stand_at_the_root() {
    assert_eq!(
        empty(&[
            "docs/a.mdx",
            "docs/deep/b.mdx",
            "docs/ru/a.mdx",
            "docs/de/deep/b.mdx"
        ]),
        ["en docs/{path}.mdx docs/{lang}/{path}.mdx de:1 en:2 ru:1"]
    );
}

#[test]
fn a_language_that_is_not_tracked_is_left_out_where_it_would_pass_for_the_source() {
    let excluded = |source: &str, target: &str| {
        let mut collection = Proposed {
            source: source.to_owned(),
            target: Some(target.to_owned()),
            languages: Vec::new(),
            seen: BTreeMap::new(),
            exclude: Vec::new(),
        };
        collection.leave_out(&"de".parse().unwrap());
        collection.exclude
    };
    assert_eq!(
        excluded("content/{path}.md", "content/{path}.{lang}.md"),
        ["content/**/*.de.md"]
    );
    assert_eq!(
        excluded("docs/{path}.{md,mdx}", "docs/{lang}/{path}.{md,mdx}"),
        ["docs/de/**/*.{md,mdx}"]
    );
    assert_eq!(
        excluded("docs/guide/{path}.md", "docs/guide-{lang}/{path}.md"),
        [""; 0]
    );
}
