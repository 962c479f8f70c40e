//! What project files mean, and what is said of wrong ones and where.

use proptest::prelude::*;

use super::*;
use crate::diagnostic::Code;

const GOOD: &str = r#"
[languages]
source = "ru"
targets = ["en", "pt_br"]

[[content]]
path = "content/{lang}/{path}.md"
exclude = ["content/*/drafts/**"]
equal = ["date"]

[[content]]
name = "manual"
source = "docs/{path}.md"
target = "docs/{path}.{lang}.md"
languages = ["en"]
translate = ["title"]
"#;

/// Code, guilty text and first argument of every diagnostic.
fn wrong(text: &str) -> Vec<(String, String, String)> {
    let (config, found) = Config::parse("workflow.toml", text);
    assert!(config.is_none(), "{text}");
    let row = |one: &Diagnostic| {
        let args: Vec<_> = one.args.iter().map(|(name, _)| *name).collect();
        assert_eq!(args, one.code.args());
        (
            one.code.to_string(),
            text[one.primary.span.range()].to_owned(),
            one.args[usize::from(one.code == Code::BAD_PATTERN)]
                .1
                .clone(),
        )
    };
    found.iter().map(row).collect()
}

fn rows(all: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let row = |(code, text, arg): &(&str, &str, &str)| {
        ((*code).to_owned(), (*text).to_owned(), (*arg).to_owned())
    };
    all.iter().map(row).collect()
}

#[test]
fn a_good_file_says_what_it_means() {
    let (config, wrong) = Config::parse("workflow.toml", GOOD);
    assert_eq!(wrong, []);
    let config = config.unwrap();
    let tags: Vec<String> = config.languages().map(Lang::to_string).collect();
    assert_eq!(tags, ["ru", "en", "pt-BR"]);
    assert_eq!(config.source_key, "source_lang");
    let [content, manual] = config.collections.as_slice() else {
        panic!("two collections");
    };
    assert_eq!(
        (content.name.as_str(), manual.name.as_str()),
        ("content", "manual")
    );
    assert_eq!((content.languages.len(), manual.languages.len()), (2, 1));
    assert!(content.matches("content/en/a.md").is_some());
    assert!(content.matches("content/en/drafts/a.md").is_none());
    assert!(content.translate.matches("hero.tagline") && !manual.translate.matches("hero.tagline"));
    assert_eq!(manual.matches("docs/a.en.md").unwrap().key, "a");
    assert_eq!(&GOOD[manual.span.range()], "\"docs/{path}.md\"");
}

#[test]
fn all_mistakes_of_keys_and_types_are_told_at_once() {
    let text = r#"
[languages]
sorce = "ru"
source = "ru"
targets = ["en", 5]

[[content]]
path = "a/{lang}/{pth}.md"
excludes = []
equal = "date"

[site]
"#;
    assert_eq!(
        wrong(text),
        rows(&[
            ("unknown-key", "sorce", "sorce"),
            ("wrong-type", "5", "targets"),
            ("bad-pattern", "{pth}", "unknown-variable"),
            ("unknown-key", "excludes", "excludes"),
            ("wrong-type", "\"date\"", "equal"),
            ("unknown-key", "site", "site"),
        ])
    );
    let (_, found) = Config::parse("workflow.toml", text);
    let nearest: Vec<&str> = found
        .iter()
        .flat_map(|one| &one.args)
        .filter(|(name, _)| *name == "nearest")
        .map(|(_, value)| value.as_str())
        .collect();
    assert_eq!(nearest, ["source", "path", "exclude", ""]);
}

#[test]
fn languages_must_make_sense_together() {
    let content = "\n[[content]]\npath = \"{lang}/{path}.md\"\n";
    for (languages, expected) in [
        (
            "",
            vec![
                ("bad-languages", "[languages]", "no-source"),
                ("bad-languages", "[languages]", "no-targets"),
            ],
        ),
        (
            "source = \"ru\"\ntargets = []",
            vec![("bad-languages", "[languages]", "no-targets")],
        ),
        (
            "source = \"рус\"\ntargets = [\"en\"]",
            vec![("bad-languages", "\"рус\"", "bad-tag")],
        ),
        (
            "source = \"ru\"\ntargets = [\"RU\", \"en\"]",
            vec![("bad-languages", "\"RU\"", "source-in-targets")],
        ),
        (
            "source = \"ru\"\ntargets = [\"zh-cn\", \"zh_CN\"]",
            vec![("bad-languages", "\"zh_CN\"", "duplicate")],
        ),
    ] {
        let text = format!("[languages]\n{languages}\n{content}");
        assert_eq!(wrong(&text), rows(&expected), "{languages}");
    }
}

#[test]
fn a_collection_has_one_pattern_or_two() {
    let languages = "[languages]\nsource = \"ru\"\ntargets = [\"en\"]\n";
    for (content, expected) in [
        ("", ("bad-config", "", "no-content")),
        (
            "[[content]]\npath = \"a/{path}.md\"",
            ("bad-pattern", "a/{path}.md", "no-lang"),
        ),
        (
            "[[content]]\npath = \"{lang}/{path}\"\ntarget = \"\"",
            ("bad-config", "\"{lang}/{path}\"", "path-and-source"),
        ),
        (
            "[[content]]\nsource = \"{path}\"",
            ("bad-config", "\"{path}\"", "source-without-target"),
        ),
        (
            "[[content]]\ntarget = \"{path}\"",
            ("bad-config", "\"{path}\"", "target-without-source"),
        ),
        (
            "[[content]]\nname = \"a\"",
            ("bad-config", "[[content]]", "no-path"),
        ),
        (
            "[[content]]\nsource = \"{path}.md\"\ntarget = \"{lang}/{slug}.md\"",
            ("bad-pattern", "{lang}/{slug}.md", "different"),
        ),
        (
            "[[content]]\npath = \"{lang}/{path}\"\nexclude = [\"a[\"]",
            ("bad-glob", "\"a[\"", "a["),
        ),
        (
            "[[content]]\npath = \"{lang}/{path}\"\nequal = [\"a\", \"{b\"]",
            ("bad-glob", "\"{b\"", "{b"),
        ),
        (
            "[[content]]\npath = \"{lang}/{path}\"\nlanguages = [\"de\"]",
            ("bad-languages", "\"de\"", "not-a-target"),
        ),
    ] {
        assert_eq!(
            wrong(&format!("{languages}{content}")),
            rows(&[expected]),
            "{content}"
        );
    }
}

#[test]
fn broken_toml_has_a_place() {
    let found = wrong("[languages]\nsource = \"ru\ntargets = [\n");
    assert!(
        found.iter().all(|(code, ..)| code == "bad-config") && !found.is_empty(),
        "{found:?}"
    );
}

/// Pieces that make project files and broken ones.
const PIECES: &[&str] = &[
    "[languages]\n",
    "source = ",
    "targets = ",
    "\"ru\"",
    "[\"en\", \"ё\"]",
    "\n",
    "[[content]]\n",
    "path = ",
    "\"{lang}/{path}.md\"",
    "'{slug}'",
    "\"\"\"\n",
    "exclude = ",
    "[",
    "]",
    "{",
    "}",
    "\\u0451",
    "\"",
    "имя = 1\n",
    "content = 5\n",
    "languages = []\n",
    "1979-05-27",
    "\u{feff}",
    "=",
    "\0",
];

proptest! {
    #[test]
    fn no_text_breaks_the_reader_and_every_place_is_in_it(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..14),
    ) {
        let text = pieces.concat();
        let (config, found) = Config::parse("workflow.toml", &text);
        prop_assert_eq!(config.is_some(), found.is_empty());
        for one in found {
            prop_assert!(text.get(one.primary.span.range()).is_some(), "{:?}", one);
        }
    }
}
