//! The one decision about each article and language: releases, dates, inherited fields, addresses.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    dead_code,
    reason = "the tests build folders, and share a room with others"
)]

#[path = "bundle/project.rs"]
mod project;

use std::fs;

use serde_json::Value;

use self::project::{Outcome, Small};

const NOW: &str = "2025-01-01";

fn text(title: &str, fields: &str) -> String {
    format!("---\ntitle: {title}\n{fields}---\n\nText. Текст.\n")
}

/// The articles of a language, by what is left of the path of the source.
fn article(found: &Outcome, lang: &str, name: &str) -> Value {
    let bundle: Value = serde_json::from_str(found.file(&format!("{lang}/articles.json"))).unwrap();
    let mut all = bundle["articles"].as_array().unwrap().iter();
    let source = format!("news/ru/{name}.md");
    all.find(|one| one["source"] == source)
        .cloned()
        .unwrap_or(Value::Null)
}

fn path(found: &Outcome, lang: &str, name: &str) -> String {
    article(found, lang, name)["path"]
        .as_str()
        .unwrap_or("-")
        .to_owned()
}

#[test]
fn a_release_goes_out_in_all_languages_or_not_at_all() {
    let small =
        Small::new("[[bundle.release]]\nname = \"spring\"\narticles = [\"news/ru/spring/*.md\"]\n");
    small
        .ru("spring/a", &text("А", ""))
        .en("spring/a", &text("A", ""))
        .ru("spring/b", &text("Б", ""))
        // It says itself that it belongs to the release.
        .ru("c", &text("В", "release: spring\n"))
        .en("c", &text("C", ""))
        .ru("d", &text("Г", ""));
    let found = small.assemble("json", NOW);
    for name in ["spring/a", "spring/b", "c"] {
        for lang in ["ru", "en"] {
            assert_eq!(article(&found, lang, name), Value::Null, "{lang} {name}");
        }
    }
    assert_ne!(article(&found, "ru", "d"), Value::Null);
    let manifest: Value = serde_json::from_str(found.file("en/manifest.json")).unwrap();
    let of = |name: &str| {
        let mut all = manifest["articles"].as_array().unwrap().iter();
        let found = all
            .find(|one| one["source"] == format!("news/ru/{name}.md"))
            .unwrap();
        (
            found["status"].as_str().unwrap().to_owned(),
            found["release"].clone(),
        )
    };
    assert_eq!(of("spring/a"), ("held".to_owned(), "spring".into()));
    assert_eq!(of("spring/b"), ("missing".to_owned(), "spring".into()));
    small.en("spring/b", &text("B", ""));
    let found = small.assemble("json", NOW);
    for name in ["spring/a", "spring/b", "c"] {
        for lang in ["ru", "en"] {
            assert_ne!(article(&found, lang, name), Value::Null, "{lang} {name}");
        }
    }
}

#[test]
fn a_release_waits_for_what_another_holds_back() {
    let small = Small::new(
        "[[bundle.release]]\nname = \"alpha\"\narticles = [\"news/ru/x.md\", \"news/ru/y.md\"]\n\n\
        [[bundle.release]]\nname = \"zeta\"\narticles = [\"news/ru/x.md\", \"news/ru/z.md\"]\n",
    );
    for name in ["x", "y", "z"] {
        small.ru(name, &text("Статья", ""));
    }
    small.en("x", &text("X", "")).en("y", &text("Y", ""));
    let found = small.assemble("json", NOW);
    for name in ["x", "y", "z"] {
        for lang in ["ru", "en"] {
            assert_eq!(article(&found, lang, name), Value::Null, "{lang} {name}");
        }
    }
    small.en("z", &text("Z", ""));
    let found = small.assemble("json", NOW);
    assert_ne!(article(&found, "en", "y"), Value::Null);
}

#[test]
fn what_the_clock_says_of_the_source_holds_for_its_translations() {
    let small = Small::new("");
    small
        .ru("later", &text("Позже", "publishDate: 2025-03-01\n"))
        .en("later", &text("Later", ""))
        .ru("sooner", &text("Раньше", "publishDate: 2025-03-01\n"))
        .en("sooner", &text("Sooner", "publishDate: 2024-03-01\n"))
        .ru("over", &text("Всё", "expiryDate: 2025-01-01T12:00:00Z\n"))
        .en("over", &text("Over", ""));
    let published = |now: &str| -> Vec<String> {
        let found = small.assemble("json", now);
        let mut out = Vec::new();
        for lang in ["ru", "en"] {
            for name in ["later", "sooner", "over"] {
                if article(&found, lang, name) != Value::Null {
                    out.push(format!("{lang} {name}"));
                }
            }
        }
        out
    };
    assert_eq!(
        published("2025-01-01T11:59:59Z"),
        ["ru over", "en sooner", "en over"]
    );
    assert_eq!(published("2025-01-01T12:00:00Z"), ["en sooner"]);
    assert_eq!(
        published("2025-03-01"),
        ["ru later", "ru sooner", "en later", "en sooner"]
    );
}

#[test]
fn fields_that_are_not_translated_are_those_of_the_source() {
    let small = Small::new("");
    small
        .put("news/ru/photo.png", "ru")
        .put("news/en/own.png", "en");
    let fields = "date: 2024-01-02\ntags: [a, b]\nimage: photo.png\nweight: 3\ndescription: Описание\nauthors: [Ольга]\n";
    small
        .ru("one", &text("Первая", fields))
        .en("one", "Text. Текст.\n")
        .ru("two", &text("Вторая", fields))
        .en(
            "two",
            &text(
                "Two",
                "date: 2024-05-05\ntags: [c]\nimage: own.png\nweight: 1\n",
            ),
        );
    let found = small.assemble("json", NOW);
    let one = article(&found, "en", "one");
    assert_eq!(one["date"], "2024-01-02");
    assert_eq!(one["tags"], serde_json::json!(["a", "b"]));
    assert_eq!(one["weight"], 3.0);
    assert_eq!(one["image"], "/en/files/news/ru/photo.png");
    assert_eq!(
        one["assets"],
        serde_json::json!(["files/news/ru/photo.png"])
    );
    assert_eq!(found.file("en/files/news/ru/photo.png"), "ru");
    // What is translated is not taken over: neither the title nor the description.
    assert_eq!(
        (&one["title"], &one["description"]),
        (&"one".into(), &"".into())
    );
    let two = article(&found, "en", "two");
    assert_eq!(two["date"], "2024-05-05");
    assert_eq!(two["tags"], serde_json::json!(["c"]));
    assert_eq!(
        (&two["weight"], &two["image"]),
        (&1.0.into(), &"/en/files/news/en/own.png".into())
    );
}

#[test]
fn an_address_made_of_a_title_stays_when_the_title_changes() {
    let small = Small::new("[bundle]\nslug = \"title\"\n");
    small
        .ru("one", &text("Первое название", ""))
        .en("one", &text("First title", ""));
    let found = small.assemble("json", NOW);
    assert_eq!(path(&found, "ru", "one"), "первое-название/");
    assert_eq!(path(&found, "en", "one"), "first-title/");
    let kept = fs::read_to_string(small.path().join(".sverka/slugs/en.toml")).unwrap();
    assert!(kept.contains("first-title/"), "{kept}");
    small
        .ru("one", &text("Другое", ""))
        .en("one", &text("Another", ""));
    let found = small.assemble("json", NOW);
    assert_eq!(path(&found, "ru", "one"), "первое-название/");
    assert_eq!(path(&found, "en", "one"), "first-title/");
    assert_eq!(article(&found, "en", "one")["title"], "Another");
}

#[test]
fn an_address_that_a_person_changes_leaves_a_redirect() {
    let small = Small::new("");
    small.ru("one", &text("Один", "")).en(
        "one",
        &text("One", "slug: first\naliases: [/old/one.html, older]\n"),
    );
    let found = small.assemble("json", NOW);
    assert_eq!(path(&found, "en", "one"), "first/");
    small.en("one", &text("One", "slug: second\n"));
    let found = small.assemble("json", NOW);
    let one = article(&found, "en", "one");
    assert_eq!(
        (&one["path"], &one["redirects"]),
        (&"second/".into(), &serde_json::json!(["first/"]))
    );
    // Back again: the first one is an address, and leads nowhere else.
    small.en("one", &text("One", "slug: first\n"));
    let one = article(&small.assemble("json", NOW), "en", "one");
    assert_eq!(
        (&one["path"], &one["redirects"]),
        (&"first/".into(), &serde_json::json!(["second/"]))
    );
}

#[test]
fn two_articles_with_one_address_are_refused() {
    let small = Small::new("");
    small
        .ru("one", &text("Один", ""))
        .en("one", &text("One", "slug: Same\n"));
    small
        .ru("two", &text("Два", ""))
        .en("two", &text("Two", "slug: same\n"));
    let found = small.assemble("json", NOW);
    assert!(found.files.is_empty());
    assert_eq!(
        found.wrong(),
        ["address-collision news/en/two.md path=\"same/\" other=\"news/en/one.md\""]
    );
}

#[test]
fn addresses_in_latin_letters() {
    for (letters, wanted) in [
        ("keep", "открытие-школы-в-щёлкове/"),
        ("gost-779b", "otkrytie-shkoly-v-shhyolkove/"),
        ("icao-9303", "otkrytie-shkoly-v-shchelkove/"),
    ] {
        let small = Small::new(&format!(
            "[bundle]\nslug = \"title\"\nletters = \"{letters}\"\n"
        ));
        small.ru("one", &text("Открытие школы в Щёлкове", ""));
        let found = small.assemble("json", NOW);
        assert_eq!(path(&found, "ru", "one"), wanted, "{letters}");
    }
}

#[test]
fn a_missing_translation_fails_and_a_missing_source_is_an_orphan() {
    let small = Small::new("[bundle.policy]\nmissing = \"fail\"\norphan = \"omit\"\n");
    small
        .ru("one", &text("Один", ""))
        .en("one", &text("One", ""));
    small.put("news/en/left.md", &text("Left", ""));
    let found = small.assemble("json", NOW);
    assert!(found.wrong().is_empty(), "{:?}", found.wrong());
    small.ru("two", &text("Два", ""));
    let wrong = small.assemble("json", NOW).wrong();
    assert_eq!(
        wrong,
        ["not-publishable news/ru/two.md standing=\"missing\" lang=\"en\""]
    );
}

#[test]
fn a_rule_counts_for_its_collections_and_languages() {
    let small = Small::new(
        "[bundle.policy]\nmissing = \"omit\"\n\n[[bundle.rule]]\nlang = [\"en\"]\ncollection = [\"news\"]\npolicy = { missing = \"source\" }\n",
    );
    small.ru("one", &text("Один", ""));
    let one = article(&small.assemble("json", NOW), "en", "one");
    assert_eq!(
        (&one["policy"], &one["textLang"]),
        (&"source".into(), &"ru".into())
    );
}

#[test]
fn an_old_address_under_which_something_stands_is_dropped() {
    let bundle = "[bundle]\nurl = \"https://example.org/\"\n\n\
        [bundle.language.en]\nurl = \"https://example.org/en/\"\n";
    let small = Small::new(bundle);
    let aliases =
        "aliases: [/en/two/, /EN/, /tags/, /archive/2024/, feed.xml, /archive/2024/old/, before]\n";
    small
        .ru("one", &text("Один", aliases))
        .en("one", "Text.\n")
        .ru("two", &text("Два", "date: 2024-02-02\ntags: [a]\n"))
        .en("two", "Text.\n");
    let found = small.assemble("site", NOW);
    assert!(
        found.files.contains_key("one/index.html"),
        "{:?}",
        found.wrong()
    );
    let mut pages = found.found.plan.pages.iter();
    let one = pages.find(|page| page.path == "one/").unwrap();
    assert_eq!(one.redirects, ["archive/2024/old/", "before/"]);
    let wrong = found.wrong();
    assert_eq!(wrong.len(), 5, "{wrong:?}");
    let first = "address-collision news/ru/one.md path=\"en/two/\" other=\"news/en/two.md\"";
    assert!(wrong.iter().any(|one| one == first), "{wrong:?}");
}

#[test]
fn what_meets_a_list_is_told_by_its_article() {
    let small = Small::new("[bundle]\nurl = \"https://example.org/{lang}/\"\n");
    small.ru("one", &text("Один", "slug: tags\ntags: [a]\n"));
    let wrong = small.assemble("site", NOW).wrong();
    assert!(wrong[0].contains("news/ru/one.md"), "{wrong:?}");
}

#[test]
fn the_address_of_what_is_withheld_stays_its_own() {
    let small = Small::new("[bundle]\nslug = \"title\"\n");
    small.ru("one", &text("Новость", ""));
    let found = small.assemble("json", NOW);
    assert_eq!(path(&found, "ru", "one"), "новость/");
    small
        .ru("one", &text("Новость", "draft: true\n"))
        .ru("three", &text("Новость", ""))
        .ru("two", &text("Новость", ""));
    let found = small.assemble("json", NOW);
    assert_eq!(path(&found, "ru", "three"), "новость-2/");
    assert_eq!(path(&found, "ru", "two"), "новость-3/");
    // Nor does anybody take it by the way.
    small.ru("two", &text("Новость", "slug: Новость\n"));
    assert_eq!(
        small.assemble("json", NOW).wrong(),
        ["address-collision news/ru/two.md path=\"Новость/\" other=\"news/ru/one.md\""]
    );
}

#[test]
fn an_address_that_leads_elsewhere_is_not_read() {
    let small = Small::new("[bundle]\nslug = \"title\"\n");
    small.ru("one", &text("Один", ""));
    let slugs = "[\"news/ru/one.md\"]\npath = \"../../x/\"\n";
    small.put(".sverka/slugs/ru.toml", slugs);
    let found = small.assemble("json", NOW);
    assert!(found.files.is_empty());
    let wrong = found.wrong();
    assert!(
        wrong[0].starts_with("broken-slugs .sverka/slugs/ru.toml"),
        "{wrong:?}"
    );
}

#[test]
fn an_article_whose_file_is_renamed_leaves_a_redirect() {
    let small = Small::new("");
    let long = text("Один", "") + "\nДлинный текст, по которому видно, что это та же статья.\n";
    small.ru("one", &long).en("one", &text("One", ""));
    assert_eq!(path(&small.assemble("json", NOW), "en", "one"), "one/");
    for lang in ["ru", "en"] {
        let file = |name: &str| small.path().join(format!("news/{lang}/{name}.md"));
        fs::rename(file("one"), file("uno")).unwrap();
    }
    let found = small.assemble("json", NOW);
    for lang in ["ru", "en"] {
        let uno = article(&found, lang, "uno");
        assert_eq!(
            (&uno["path"], &uno["redirects"]),
            (&"uno/".into(), &serde_json::json!(["one/"])),
            "{lang}"
        );
    }
}
