//! What a site says to machines: feeds, sitemaps, robots, search data, from the plan alone.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    dead_code,
    reason = "the tests build folders, and share a room with others"
)]

#[path = "bundle/project.rs"]
mod project;

use std::fs;
use std::process::Command;

use serde_json::Value;

use self::project::{Outcome, Small};

const BUNDLE: &str = "[bundle]\nurl = \"https://школа.рф/\"\n\n\
    [bundle.policy]\nmissing = \"source\"\n\n\
    [bundle.language.en]\nurl = \"https://школа.рф/en/\"\n\n";

/// Four articles: one in both languages, one behind its source, one that is not translated, one
/// without a date.
fn school(bundle: &str) -> Small {
    let small = Small::new(bundle);
    small
        .ru("opening", "---\ntitle: Открытие <b> & «школы»\ndate: 2024-03-01\nupdated: 2024-03-05T10:00:00+03:00\ntags: [school]\nauthors: [Ольга]\ndescription: Школа открыта.\n---\n\nТекст.\n\n## Когда\n\nСкоро.\n")
        .en("opening", "---\ntitle: The opening <b> & “school”\nauthors: [Olga]\ndescription: The school is open.\n---\n\nText.\n\n## When\n\nSoon.\n")
        .ru("rules", "---\ntitle: Правила\ndate: 2024-02-01\n---\n\nСтарый текст.\n")
        .en("rules", "---\ntitle: Rules\n---\n\nOld text.\n")
        .ru("rules", "---\ntitle: Правила\ndate: 2024-02-01\nupdated: 2024-06-01\n---\n\nНовый текст о правилах.\n")
        .ru("only", "---\ntitle: Только здесь\ndate: 2024-01-01\n---\n\nТекст.\n")
        .ru("about", "---\ntitle: О нас\n---\n\nТекст.\n")
        .en("about", "---\ntitle: About us\n---\n\nText.\n");
    small
}

fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn the_feed_has_what_is_published_in_its_language() {
    let found = school(BUNDLE).assemble("site", "2024-07-01");
    let (ru, en) = (found.file("feed.xml"), found.file("en/feed.xml"));
    assert_eq!((count(ru, "<entry>"), count(en, "<entry>")), (3, 2));
    for said in [
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ru\">",
        "<title type=\"text\">xn--80atdl2c.xn--p1ai</title>",
        "<title type=\"text\">Открытие &lt;b&gt; &amp; «школы»</title>",
        "<updated>2024-03-05T07:00:00Z</updated>",
        "<published>2024-03-01T00:00:00Z</published>",
        "<name>Ольга</name>",
        "<category term=\"school\"/>",
        "<summary type=\"text\">Школа открыта.</summary>",
        "hreflang=\"en\" href=\"https://xn--80atdl2c.xn--p1ai/en/opening/\"",
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://xn--80atdl2c.xn--p1ai/feed.xml\"/>",
    ] {
        assert!(ru.contains(said), "{said}\n{ru}");
    }
    // The newest of what is in it; the English text has not changed since its own source did.
    assert!(ru.find("2024-06-01T00").unwrap() < ru.find("<entry>").unwrap());
    assert!(!en.contains("2024-06-01"), "{en}");
    // The order is that of the dates.
    assert!(en.find("opening").unwrap() < en.find("en/rules").unwrap());
    valid_xml(&[ru, en]);
}

#[test]
fn what_an_entry_is_known_by_does_not_change_with_its_title_and_address() {
    let ids = |found: &Outcome| -> Vec<String> {
        let feed = found.file("en/feed.xml");
        let ids = feed.split("<id>").skip(1);
        ids.map(|id| id[..45].to_owned()).collect()
    };
    let small = school(BUNDLE);
    let before = ids(&small.assemble("site", "2024-07-01"));
    small.en(
        "opening",
        "---\ntitle: Another title\nslug: other\nauthors: [Olga]\n---\n\nText.\n\n## When\n\nSoon.\n",
    );
    let found = small.assemble("site", "2024-07-01");
    assert!(found.file("en/feed.xml").contains("/en/other/"));
    assert_eq!(ids(&found), before);
    assert_eq!(before.len(), 3);
    assert!(
        before.iter().all(|id| id.starts_with("urn:uuid:")),
        "{before:?}"
    );
}

#[test]
fn a_feed_is_as_long_as_the_project_wants() {
    let bundle = BUNDLE.replace("[bundle]\n", "[bundle]\nfeed = 1\n");
    let found = school(&bundle).assemble("site", "2024-07-01");
    assert_eq!(count(found.file("feed.xml"), "<entry>"), 1);
    let bundle = BUNDLE.replace("[bundle]\n", "[bundle]\nfeed = 0\n");
    let found = school(&bundle).assemble("site", "2024-07-01");
    assert!(!found.files.contains_key("feed.xml"));
}

#[test]
fn the_sitemap_has_all_languages_of_what_is_published() {
    let found = school(BUNDLE).assemble("site", "2024-07-01");
    let (ru, en) = (found.file("sitemap.xml"), found.file("en/sitemap.xml"));
    let host = "https://xn--80atdl2c.xn--p1ai";
    let paths = |text: &str| -> Vec<String> {
        let parts = text.split("<loc>").skip(1);
        let urls = parts.map(|part| part.split('<').next().unwrap());
        let mut out: Vec<String> = urls.map(|url| url.replace(host, "")).collect();
        out.sort();
        out
    };
    // The lists, and what is a text of the language.
    let lists = ["", "archive/", "archive/2024/", "tags/", "tags/school/"];
    let texts = ["about/", "opening/", "rules/"];
    let expected = |root: &str, more: &[&str]| -> Vec<String> {
        let all = lists.iter().chain(&texts).chain(more);
        let mut out: Vec<String> = all.map(|path| format!("{root}{path}")).collect();
        out.sort();
        out
    };
    assert_eq!(paths(ru), expected("/", &["only/"]));
    assert_eq!(paths(en), expected("/en/", &[]));
    let entry = |text: &str, path: &str| {
        let own = format!("<loc>{host}{path}</loc>");
        text.lines()
            .find(|line| line.contains(&own))
            .unwrap()
            .to_owned()
    };
    for (text, path) in [(ru, "/opening/"), (en, "/en/opening/")] {
        let found = entry(text, path);
        for (lang, to) in [
            ("ru", "/opening/"),
            ("en", "/en/opening/"),
            ("x-default", "/opening/"),
        ] {
            let link = format!("hreflang=\"{lang}\" href=\"{host}{to}\"");
            assert!(found.contains(&link), "{found}");
        }
        assert!(
            found.contains("<lastmod>2024-03-05T07:00:00Z</lastmod>"),
            "{found}"
        );
    }
    let only = entry(ru, "/only/");
    assert!(only.contains("<lastmod>2024-01-01</lastmod>"), "{only}");
    // It is published in one language only: there is nothing to choose from.
    assert!(!only.contains("hreflang"), "{only}");
    assert!(!entry(ru, "/about/").contains("lastmod"));
    for list in ["/", "/archive/2024/"] {
        assert!(entry(ru, list).contains("<lastmod>2024-06-01</lastmod>"));
    }
    let tag = entry(ru, "/tags/school/");
    assert!(tag.contains("<lastmod>2024-03-05T07"), "{tag}");
    assert!(tag.contains(&format!("hreflang=\"en\" href=\"{host}/en/tags/school/\"")));
    valid_xml(&[ru, en]);
}

#[test]
fn readers_of_other_languages_get_the_source_where_there_is_nothing_for_them() {
    let small = school("");
    let workflow = project::WORKFLOW.replace("[\"en\"]", "[\"en\", \"de\"]");
    let bundle = "[bundle]\nurl = \"https://example.org/{lang}/\"\nx-default = \"de\"\nmessages = [\"{lang}.ftl\"]\n";
    small.put("workflow.toml", &format!("{workflow}{bundle}"));
    // The words of the pages are none of this test.
    let words = fs::read_to_string("src/bundle/words/en.ftl").unwrap();
    small.put("de.ftl", &words);
    small.put(
        "news/de/about.md",
        "---\ntitle: Wer wir sind\n---\n\nText.\n",
    );
    let found = small.assemble("site", "2024-07-01");
    let ru = found.file("ru/sitemap.xml");
    let default = |path: &str| {
        ru.contains(&format!(
            "hreflang=\"x-default\" href=\"https://example.org{path}\""
        ))
    };
    assert!(default("/de/about/") && default("/de/"), "{ru}");
    assert!(default("/ru/opening/") && !default("/ru/only/"), "{ru}");
}

#[test]
fn robots_are_told_of_all_sitemaps_at_the_root_of_the_host() {
    let found = school(BUNDLE).assemble("site", "2024-07-01");
    let host = "https://xn--80atdl2c.xn--p1ai";
    let robots = found.file("robots.txt");
    assert_eq!(
        robots,
        format!(
            "User-agent: *\nDisallow:\n\nSitemap: {host}/sitemap.xml\nSitemap: {host}/en/sitemap.xml\n"
        )
    );
    assert!(!found.files.contains_key("en/robots.txt"));
}

#[test]
fn a_site_without_a_language_at_its_root_has_an_entrance() {
    let bundle = "[bundle]\nurl = \"https://example.org/{lang}/\"\n";
    let found = school(bundle).assemble("site", "2024-07-01");
    assert!(
        found
            .file("robots.txt")
            .contains("https://example.org/ru/sitemap.xml")
    );
    let page = found.file("index.html");
    assert!(page.contains("content=\"0; url=ru/\""), "{page}");
    assert!(
        page.contains("<a href=\"en/\" lang=\"en\" hreflang=\"en\">"),
        "{page}"
    );
    // It belongs to no language, and is in a manifest all the same.
    let manifest: Value = serde_json::from_str(found.file("manifest.json")).unwrap();
    assert_eq!(manifest["lang"], Value::Null);
    assert_eq!(manifest["files"].as_array().unwrap().len(), 2);
}

#[test]
fn languages_with_hosts_of_their_own_have_robots_of_their_own() {
    let bundle = "[bundle]\nurl = \"https://ru.example.org/\"\n\n\
        [bundle.language.en]\nurl = \"https://en.example.org:8080/\"\n";
    let found = school(bundle).assemble("site", "2024-07-01");
    let robots = found.file("en.example.org-8080/robots.txt");
    assert!(
        robots.contains("https://en.example.org:8080/sitemap.xml"),
        "{robots}"
    );
    assert!(!robots.contains("ru.example.org"), "{robots}");
    let bundle = "[bundle]\nurl = \"https://example.org/docs/{lang}/\"\n";
    let found = school(bundle).assemble("site", "2024-07-01");
    // Below another site: robots would not look there.
    assert!(!found.files.contains_key("robots.txt"));
    assert!(found.files.contains_key("index.html"));
}

#[test]
fn what_is_searched_has_an_address_below_its_language() {
    let found = school(BUNDLE).assemble("site", "2024-07-01");
    let en: Value = serde_json::from_str(found.file("en/search.json")).unwrap();
    assert_eq!(en["schema"], "sverka.search/1");
    let articles = en["articles"].as_array().unwrap();
    let urls: Vec<_> = articles
        .iter()
        .map(|one| one["url"].as_str().unwrap())
        .collect();
    assert_eq!(urls, ["opening/", "rules/", "about/"]);
    assert_eq!(articles[0]["date"], "2024-03-01");
}

/// That `xmllint` reads the texts, if it is there.
fn valid_xml(texts: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    for (number, text) in texts.iter().enumerate() {
        let path = folder.path().join(format!("{number}.xml"));
        fs::write(&path, text).unwrap();
        let Ok(output) = Command::new("xmllint").arg("--noout").arg(&path).output() else {
            println!("there is no xmllint here");
            return;
        };
        assert!(output.status.success(), "{output:?}");
    }
}
