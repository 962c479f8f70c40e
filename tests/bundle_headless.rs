//! Articles as data are what their published schemas say, and their manifests too.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    dead_code,
    reason = "the tests build folders, and share a room with others"
)]

#[path = "bundle/project.rs"]
mod project;

use serde_json::Value;

use self::project::Small;

fn small() -> Small {
    let small =
        Small::new("[bundle]\ncopy = [\"static\"]\n\n[bundle.policy]\nmissing = \"source\"\n");
    let fields =
        "date: 2024-01-02\nupdated: 2024-01-03 10:00\ntags: [a]\nweight: 2\nimage: photo.png\n";
    small
        .put("static/icon.svg", "<svg/>")
        .put("news/ru/photo.png", "png")
        .ru(
            "one",
            &format!("---\ntitle: Один <b>\n{fields}---\n\n# Один <b>\n\nТекст & «слова».\n"),
        )
        .en("one", "---\ntitle: One\n---\n\nText.\n")
        .ru("two", "Только по-русски.\n");
    small
}

fn fits(schema: &Value, found: &Value) {
    let schema = jsonschema::validator_for(schema).unwrap();
    let wrong: Vec<_> = schema
        .iter_errors(found)
        .map(|one| one.to_string())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn a_document_is_what_its_schema_says() {
    let found = small().assemble("json", "2025-01-01");
    for lang in ["ru", "en"] {
        let text = found.file(&format!("{lang}/articles.json"));
        let document: Value = serde_json::from_str(text).unwrap();
        fits(&sverka::bundle::Articles::schema(), &document);
        assert_eq!(document["articles"].as_array().unwrap().len(), 2);
        // Each article on its own line.
        assert_eq!(text.lines().count(), 4);
        let manifest = found.file(&format!("{lang}/manifest.json"));
        let manifest: Value = serde_json::from_str(manifest).unwrap();
        fits(&sverka::bundle::Manifest::schema(), &manifest);
        assert_eq!(found.file(&format!("{lang}/icon.svg")), "<svg/>");
    }
    let en: Value = serde_json::from_str(found.file("en/articles.json")).unwrap();
    let two = &en["articles"][1];
    assert_eq!(
        (&two["textLang"], &two["alternates"]),
        (&"ru".into(), &serde_json::json!([]))
    );
    assert_eq!(two["url"], Value::Null);
}

#[test]
fn a_line_is_what_its_schema_says() {
    let found = small().assemble("ndjson", "2025-01-01");
    let text = found.file("en/articles.ndjson");
    assert_eq!(text.lines().count(), 2);
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        fits(&sverka::bundle::ArticleLine::schema(), &line);
        assert_eq!(line["schema"], "sverka.article/1");
    }
}

#[test]
fn what_has_no_article_is_not_published_in_place_of_what_has() {
    let small = Small::new("");
    small.ru("one", "---\ntitle: Статья\n---\n\nТекст.\n");
    small.assemble("json", "2025-01-01");
    std::fs::rename(small.path().join("news"), small.path().join("newz")).unwrap();
    let found = small.assemble("json", "2025-01-01");
    assert!(
        found
            .wrong()
            .iter()
            .any(|one| one.starts_with("empty-collection"))
    );
    assert!(found.file("ru/articles.json").contains("Статья"));
}
