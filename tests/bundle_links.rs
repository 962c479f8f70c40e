//! Where links lead: to the same language, to the source, to words; anchors, files, and what is refused.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    dead_code,
    reason = "the tests build folders, and share a room with others"
)]

#[path = "bundle/project.rs"]
mod project;

use serde_json::Value;

use self::project::{Outcome, Small};

const NOW: &str = "2025-01-01";

/// The HTML of the article `one` in a language.
fn html(found: &Outcome, lang: &str) -> String {
    let bundle: Value = serde_json::from_str(found.file(&format!("{lang}/articles.json"))).unwrap();
    let mut all = bundle["articles"].as_array().unwrap().iter();
    let one = all.find(|one| one["source"] == "news/ru/one.md").unwrap();
    one["html"].as_str().unwrap().to_owned()
}

/// A project where `one` says this in both languages, `two` is published in both, and `only` in
/// Russian.
fn linked(bundle: &str, ru: &str, en: &str) -> Small {
    let small = Small::new(bundle);
    small
        .ru("one", ru)
        .en("one", en)
        .ru(
            "two",
            "# Два\n\n## Как поступить\n\nТекст.\n\n## Когда\n\nТекст.\n",
        )
        .en(
            "two",
            "# Two\n\n## How to apply\n\nText.\n\n## When\n\nText.\n",
        )
        .ru("only", "# Только\n\n## Здесь\n\nТекст.\n");
    small
}

#[test]
fn a_link_leads_to_the_same_language() {
    let small = linked(
        "",
        "См. [два](two.md).\n",
        "See [two](../ru/two.md), [two](two).\n",
    );
    let found = small.assemble("json", NOW);
    assert!(
        html(&found, "ru").contains("<a href=\"/ru/two/\">два</a>"),
        "{}",
        html(&found, "ru")
    );
    // Also one that names the file of another language, or no ending.
    assert_eq!(
        html(&found, "en")
            .matches("<a href=\"/en/two/\">two</a>")
            .count(),
        2
    );
    let bundle = "[bundle]\nurl = \"https://example.org/docs/{lang}/\"\n";
    small.put("workflow.toml", &format!("{}{bundle}", project::WORKFLOW));
    let found = small.assemble("json", NOW);
    assert!(
        html(&found, "en").contains("\"/docs/en/two/\""),
        "{}",
        html(&found, "en")
    );
}

#[test]
fn what_is_not_published_in_the_language_is_what_the_project_says() {
    let of = |links: &str| {
        let bundle = format!("[bundle]\nlinks = \"{links}\"\n");
        let text = "See [only](only.md#здесь).\n";
        linked(&bundle, "См. [только](only.md).\n", text).assemble("json", NOW)
    };
    let source = html(&of("source"), "en");
    assert!(
        source.contains("href=\"/ru/only/#%D0%B7%D0%B4%D0%B5%D1%81%D1%8C\""),
        "{source}"
    );
    assert!(
        source.contains("hreflang=\"ru\"") && source.contains("in Russian"),
        "{source}"
    );
    let words = html(&of("words"), "en");
    assert!(words.contains("only") && !words.contains("href"), "{words}");
    let found = of("fail");
    assert!(found.files.is_empty());
    assert_eq!(
        found.wrong(),
        ["link-to-unpublished news/en/one.md link=\"only.md#здесь\""]
    );
}

#[test]
fn an_anchor_is_the_heading_at_the_same_place() {
    let small = linked(
        "",
        "[а](two.md#как-поступить)\n\n## Сюда\n\n[б](#сюда)\n",
        "[a](two.md#как-поступить) [b](two.md#when)\n\n## Here\n\n[c](#сюда)\n",
    );
    let found = small.assemble("json", NOW);
    assert!(found.wrong().is_empty(), "{:?}", found.wrong());
    let en = html(&found, "en");
    for link in ["/en/two/#how-to-apply", "/en/two/#when", "\"#here\""] {
        assert!(en.contains(link), "{link}: {en}");
    }
}

#[test]
fn what_leads_nowhere_is_refused() {
    for (link, code) in [
        ("[x](three.md)", "broken-link"),
        ("[x](two.md#nowhere)", "broken-anchor"),
        ("[x](#nowhere)", "broken-anchor"),
        ("![x](none.png)", "missing-asset"),
        ("[x](../../../etc/passwd)", "link-leads-out"),
        ("![x](../../../../secret.png)", "link-leads-out"),
    ] {
        let found = linked("", "Текст.\n", &format!("Text {link}.\n")).assemble("json", NOW);
        assert!(found.files.is_empty(), "{link}");
        let wrong = found.wrong();
        assert_eq!(wrong.len(), 1, "{link} {wrong:?}");
        assert!(
            wrong[0].starts_with(&format!("{code} news/en/one.md")),
            "{wrong:?}"
        );
    }
}

#[test]
fn the_file_of_an_article_never_goes_out_as_it_is() {
    let hidden = "[[content]]\nname = \"inner\"\npath = \"inner/{path}.{lang}.txt\"\n\n\
        [[content]]\nname = \"pages\"\npath = \"pages/{lang}/{path}.html\"\n\n\
        [bundle.collection.inner]\npublish = false\n";
    for (link, wrong) in [
        ("[x](../../inner/note.ru.txt)", Some("broken-link")),
        ("![x](../../inner/note.ru.txt)", Some("missing-asset")),
        ("![x](../../inner/NOTE.ru.txt)", Some("missing-asset")),
        // What has not come is left as words, as in a link.
        ("![x](../../pages/ru/later.html)", None),
        ("[x](../../pages/ru/later.html)", None),
    ] {
        let small = linked(hidden, &format!("Текст {link}.\n"), "Text.\n");
        small.put("inner/note.ru.txt", "SECRET\n").put(
            "pages/ru/later.html",
            "---\ntitle: x\npublishDate: 2030-01-01\n---\n<p>SECRET</p>\n",
        );
        let found = small.assemble("json", NOW);
        let told: Vec<String> = found.wrong();
        assert_eq!(told.is_empty(), wrong.is_none(), "{link} {told:?}");
        assert!(
            told.iter().all(|one| one.starts_with(wrong.unwrap())),
            "{told:?}"
        );
        let mut files = found.files.values();
        assert!(!files.any(|text| text.contains("SECRET")), "{link}");
    }
}

#[test]
fn a_picture_is_that_of_the_language_or_that_of_all() {
    let text = "![один](photo.png) ![два](map.png)\n";
    let small = linked("", text, &text.replace('(', "(../ru/"));
    small
        .put("news/ru/photo.png", "all")
        .put("news/ru/photo.en.png", "english")
        .put("news/ru/map.png", "map");
    let found = small.assemble("json", NOW);
    let en = html(&found, "en");
    for picture in [
        "/en/files/news/ru/photo.en.png",
        "/en/files/news/ru/map.png",
    ] {
        assert!(en.contains(&format!("src=\"{picture}\"")), "{en}");
    }
    assert!(html(&found, "ru").contains("src=\"/ru/files/news/ru/photo.png\""));
    assert_eq!(found.file("en/files/news/ru/photo.en.png"), "english");
    assert!(!found.files.contains_key("en/files/news/ru/photo.png"));
    assert!(!found.files.contains_key("ru/files/news/ru/photo.en.png"));
}

#[test]
fn languages_on_hosts_of_their_own_name_them_in_links() {
    let bundle = "[bundle]\nurl = \"https://ru.example.org/\"\n\n\
        [bundle.language.en]\nurl = \"https://en.example.org/\"\n";
    let small = linked(
        bundle,
        "См. [два](two.md).\n",
        "See [two](two.md), [only](only.md).\n",
    );
    let found = small.assemble("json", NOW);
    let page: Value = serde_json::from_str(found.file("en.example.org/articles.json")).unwrap();
    let html = page["articles"].to_string();
    assert!(html.contains("href=\\\"/two/\\\""), "{html}");
    assert!(html.contains("https://ru.example.org/only/"), "{html}");
}

#[test]
fn an_address_from_the_root_is_one_of_the_same_host() {
    let bundle = "[bundle]\nurl = \"https://ru.example.org/\"\n\n\
        [bundle.language.en]\nurl = \"https://en.example.org/\"\n";
    let small = linked(bundle, "[а](/about/)\n", "[a](/about/)\n");
    small
        .ru("about", "Об авторах.\n")
        .en("about", "---\nslug: authors\n---\nAuthors.\n")
        .ru("other", "Другое.\n")
        .en("other", "---\nslug: about\n---\nAbout.\n");
    let found = small.assemble("json", NOW);
    for (lang, path) in [("ru", "/about/"), ("en", "/about/")] {
        let file = found.file(&format!("{lang}.example.org/articles.json"));
        assert!(file.contains(&format!("href=\\\"{path}\\\"")), "{file}");
    }
}

#[test]
fn the_picture_of_an_article_runs_nothing() {
    let bundle = "[bundle]\nurl = \"https://example.org/{lang}/\"\n";
    let small = Small::new(bundle);
    small.ru("one", "---\nimage: 'JavaScript:alert(1)'\n---\nТекст.\n");
    let found = small.assemble("site", NOW);
    let page = found.file("ru/one/index.html");
    assert!(!page.contains("alert(1)"), "{page}");
    assert!(!page.contains("class=\"cover\""), "{page}");
    assert_eq!(
        found.wrong(),
        ["refused-markup news/ru/one.md found=\"javascript\""]
    );
}

#[test]
fn what_the_bundle_itself_has_is_no_broken_link() {
    let bundle = "[bundle]\nurl = \"https://example.org/\"\ncopy = [\"static\"]\n\n\
        [bundle.language.en]\nurl = \"https://example.org/en/\"\n";
    let links = "[a](/) [b](/en/) [c](/feed.xml) [d](/tags/#x) [e](/en/archive) [f](/doc/a.txt)\n";
    let small = linked(bundle, links, "Text.\n");
    small.put("static/doc/a.txt", "a");
    let found = small.assemble("site", NOW);
    let page = found.file("one/index.html");
    for link in [
        "../\">a",
        "../en/\">b",
        "../feed.xml\">c",
        "../tags/#x\">d",
        "../en/archive/\">e",
        "../doc/a.txt\">f",
    ] {
        assert!(page.contains(&format!("href=\"{link}")), "{link}: {page}");
    }
    small.ru("one", "[x](/none/) [y](../..)\n");
    let wrong = small.assemble("site", NOW).wrong();
    assert_eq!(
        wrong,
        [
            "broken-link news/ru/one.md link=\"/none/\"",
            "broken-link news/ru/one.md link=\"../..\""
        ]
    );
}

#[test]
fn a_draft_of_a_source_is_no_translation() {
    let bundle = "[bundle]\nurl = \"https://example.org/{lang}/\"\n\n\
        [bundle.policy]\ndraft = \"banner\"\n";
    let small = Small::new(bundle);
    small.ru("one", "---\ntitle: Один\ndraft: true\n---\nТекст.\n");
    let found = small.assemble("site", NOW);
    let page = found.file("ru/one/index.html");
    assert!(page.contains("Это черновик: он ещё изменится."), "{page}");
    assert!(!page.contains("Читать оригинал"), "{page}");
    let tree = small.assemble("hugo", NOW);
    let page = tree.files.values().find(|text| text.contains("Текст."));
    assert!(page.is_some_and(|text| text.contains("Этот текст не закончен.")));
}
