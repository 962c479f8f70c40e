//! What patterns match and fill, by example and by law.

use proptest::prelude::*;

use super::*;

fn languages() -> Vec<Lang> {
    let tags = ["ru", "en", "pt-BR", "pt", "zh-CN", "br"];
    tags.iter().map(|tag| tag.parse().unwrap()).collect()
}

fn pattern(text: &str) -> Pattern {
    Pattern::new(text, &languages()).unwrap()
}

/// Language as spelled, key and extension, so that a test reads as a table.
fn seen(text: &str, path: &str) -> Option<(String, String, String)> {
    let found = pattern(text).matches(path)?;
    Some((found.spelling.unwrap_or_default(), found.key, found.ext))
}

#[expect(clippy::unnecessary_wraps, reason = "reads as what `seen` gives")]
fn three(lang: &str, key: &str, ext: &str) -> Option<(String, String, String)> {
    Some((lang.to_owned(), key.to_owned(), ext.to_owned()))
}

#[test]
fn a_path_says_language_article_and_extension() {
    let all = "content/{lang}/{path}.{md,mdx}";
    assert_eq!(
        seen(all, "content/ru/город/парк.mdx"),
        three("ru", "город/парк", "mdx")
    );
    assert_eq!(seen(all, "content/pt_br/a.md"), three("pt_br", "a", "md"));
    assert_eq!(seen(all, "content/de/a.md"), None);
    assert_eq!(seen(all, "content/ru/a.txt"), None);
    assert_eq!(
        seen("articles/{slug}/{lang}.md", "articles/a/b/ru.md"),
        None
    );
    assert_eq!(
        seen("articles/{slug}/{lang}.md", "articles/a/RU.md"),
        three("RU", "a", "md")
    );
    assert_eq!(
        seen("{slug}-{lang}.md", "notes-pt-br.md"),
        three("pt-br", "notes", "md")
    );
    assert_eq!(
        seen("{docs,blog}/{path}.{lang}.md", "blog/a/b.en.md"),
        three("en", "blog/a/b", "md")
    );
    assert_eq!(
        seen("README.{lang}.md", "README.zh-cn.md"),
        three("zh-cn", "", "md")
    );
}

#[test]
fn a_version_in_a_name_is_no_language() {
    assert_eq!(
        seen("content/{path}.{lang}.md", "content/release.v2.md"),
        None
    );
    assert_eq!(
        seen("content/{path}.md", "content/release.v2.md"),
        three("", "release.v2", "md")
    );
}

#[test]
fn folders_are_known_before_the_first_variable() {
    assert_eq!(pattern("docs/guide-{lang}/{path}.md").folder(), "docs");
    assert_eq!(
        pattern("src/content/docs/{path}.md").folder(),
        "src/content/docs"
    );
    assert_eq!(pattern("{path}.{lang}.md").folder(), "");
}

#[test]
fn a_key_of_another_shape_fills_nothing() {
    assert_eq!(
        pattern("articles/{slug}/{lang}.md").fill("a/b", "ru", "md"),
        None
    );
    assert_eq!(
        pattern("{docs,blog}/{path}.md").fill("news/a", "ru", "md"),
        None
    );
    assert_eq!(
        pattern("{path}.{lang}.{md,mdx}")
            .fill("a", "ru", "txt")
            .unwrap(),
        "a.ru.md"
    );
}

#[test]
fn what_is_wrong_has_a_place() {
    for (text, reason, guilty) in [
        ("", Reason::Empty, ""),
        ("/a/{lang}.md", Reason::Absolute, "/"),
        ("C:/{lang}.md", Reason::Absolute, "C"),
        ("a/../{lang}.md", Reason::Dots, ".."),
        ("a//{lang}.md", Reason::EmptyPart, ""),
        ("a\\{lang}.md", Reason::Backslash, "\\"),
        ("a/**/{lang}.md", Reason::Glob, "*"),
        ("a/{lang.md", Reason::Unbalanced, "{lang.md"),
        ("a/lang}.md", Reason::Unbalanced, "}"),
        ("a/{langs}.md", Reason::UnknownVariable, "{langs}"),
        ("{lang}/{lang}.md", Reason::Repeated, "{lang}"),
        ("{path}{lang}.md", Reason::Adjacent, "{lang}"),
        ("{path}{.md,.mdx}", Reason::Adjacent, "{.md,.mdx}"),
        ("{..,a}/{lang}.md", Reason::BadAlternative, "{..,a}"),
        ("{a,}/{lang}.md", Reason::BadAlternative, "{a,}"),
    ] {
        let error = Pattern::new(text, &languages()).unwrap_err();
        assert_eq!(
            (error.reason, &text[error.range.clone()]),
            (reason, guilty),
            "{text}"
        );
    }
    let error = Pattern::new("{langs}.md", &languages()).unwrap_err();
    assert_eq!(error.nearest, Some("lang"));
}

/// Patterns as projects write them; the last ones have two variables that make the key.
const REAL: &[&str] = &[
    "articles/{slug}/{lang}.md",
    "content/{lang}/{path}.{md,mdx}",
    "content/{path}.{lang}.md",
    "i18n/{lang}/docusaurus-plugin-content-docs/current/{path}.md",
    "docs/guide-{lang}/{path}.md",
    "{docs,blog}/{slug}/{lang}/{path}.{md,mdx}",
    "{slug}/{lang}/{path}-{a,b}.ftl",
    "статьи/{slug}—{lang}/{path}.{md,текст}",
];

proptest! {
    #[test]
    fn filling_what_was_matched_gives_the_path(
        number in 0..REAL.len(),
        key in "([a-zа-яё.]{1,6}/){0,3}(docs|a|b|[a-zа-я0-9._-]{1,8})(/a|/b)?",
        spelling in prop::sample::select(vec!["ru", "EN", "pt_br", "zh-cn", "br"]),
        ext in prop::sample::select(vec!["md", "mdx", "ftl"]),
    ) {
        let pattern = pattern(REAL[number]);
        for key in [key.clone(), format!("docs/{key}"), format!("blog/x/{key}/a")] {
            let Some(path) = pattern.fill(&key, spelling, ext) else { continue };
            let found = pattern.matches(&path).expect("what was filled matches");
            let again = pattern.fill(&found.key, found.spelling.as_deref().unwrap(), &found.ext);
            prop_assert_eq!(again.as_deref(), Some(path.as_str()));
            prop_assert_eq!(found.lang, spelling.parse::<Lang>().ok());
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in "[a-z{},./\\\\*-]{0,20}|.{0,10}", path in "[a-z./-]{0,20}") {
        if let Ok(pattern) = Pattern::new(&text, &languages()) {
            let _ = pattern.matches(&path);
            let _ = pattern.fill(&path, "ru", "md");
        }
    }
}
