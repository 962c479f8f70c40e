//! What becomes of a page by its standing and the policy: every one of them, as a table of bundles.
//!
//! For each standing and each policy that a project may choose for it a small project is assembled:
//! the article in question, and another that links to it. What readers and search engines get is one
//! block of `bundle/matrix.txt`; `UPDATE=1` rewrites it.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    dead_code,
    reason = "the tests build folders, and share a room with others"
)]

#[path = "bundle/project.rs"]
mod project;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use serde_json::Value;
use sverka::bundle::Standing;

use self::project::{Outcome, Small};

const NOW: &str = "2025-01-01";

const RU: &str = "---\ntitle: Статья\ndate: 2024-01-01\n---\n\nТекст статьи.\n";
const EN: &str = "---\ntitle: The article\n---\n\nThe text of the article.\n";

/// A project whose article `one` stands so in English, or in Russian where `of_source` says that.
fn standing(standing: Standing, of_source: bool, policy: Option<&str>) -> Small {
    let mut bundle = "[bundle]\nurl = \"https://example.org/{lang}/\"\n\n".to_owned();
    if let Some(policy) = policy {
        let _ = writeln!(
            bundle,
            "[bundle.policy]\n{} = \"{policy}\"\n",
            standing.name()
        );
    }
    let field = |line: &str| {
        let (mut ru, mut en) = (RU.to_owned(), EN.to_owned());
        let text = if of_source { &mut ru } else { &mut en };
        text.insert_str(4, &format!("{line}\n"));
        (ru, en)
    };
    let both = |small: &Small, line: &str| {
        let (ru, en) = field(line);
        small.ru("one", &ru).en("one", &en);
    };
    if standing == Standing::Held {
        bundle.push_str("[[bundle.release]]\nname = \"spring\"\narticles = [\"news/ru/one.md\", \"news/ru/late.md\"]\n\n");
    }
    let small = Small::new(&bundle);
    match standing {
        Standing::Current | Standing::Unapproved => {
            small.ru("one", RU).en("one", EN);
        }
        Standing::Untracked => {
            small.ru("one", RU).put("news/en/one.md", EN);
        }
        Standing::Stale => {
            small.ru("one", RU).en("one", EN);
            small.ru("one", &RU.replace("Текст статьи.", "Новый текст статьи."));
        }
        Standing::Draft => both(&small, "draft: true"),
        Standing::Missing => {
            small.ru("one", RU);
        }
        Standing::Embargoed => both(&small, "publishDate: 2025-06-01"),
        Standing::Expired => both(&small, "expiryDate: 2024-06-01"),
        Standing::Orphan => {
            small
                .put("news/en/one.md", EN)
                .put(".sverka/base/en/news/ru/one.md", RU);
        }
        Standing::Held => {
            small.ru("one", RU).en("one", EN);
            small.ru("late", "---\ntitle: Поздно\n---\n\nТекст.\n");
        }
        Standing::Unreadable => {
            small.ru("one", RU).en("one", EN);
            let path = if of_source {
                "news/ru/one.md"
            } else {
                "news/en/one.md"
            };
            fs::write(small.path().join(path), [b'-', 0xFF, 0xFE, b'\n']).unwrap();
        }
    }
    small
        .ru("two", "---\ntitle: Другая\n---\n\nСм. [статью](one.md).\n")
        .en(
            "two",
            "---\ntitle: The other\n---\n\nSee [the article](one.md).\n",
        );
    small
}

/// What readers and search engines get of the article, and of the link to it.
fn dump(found: &Outcome) -> String {
    let mut out = String::new();
    for lang in ["ru", "en"] {
        let _ = write!(out, "  {lang}: ");
        let Some(bundle) = found.files.get(&format!("{lang}/articles.json")) else {
            let all = found.found.plan.withheld.iter();
            let own = all.filter(|one| one.lang.to_string() == lang);
            let said: Vec<_> = own
                .map(|one| format!("{} {}", one.standing.name(), one.policy.name()))
                .collect();
            let _ = writeln!(out, "no bundle [{}]", said.join(", "));
            continue;
        };
        let bundle: Value = serde_json::from_str(bundle).unwrap();
        let manifest = found.file(&format!("{lang}/manifest.json"));
        let manifest: Value = serde_json::from_str(manifest).unwrap();
        let of = |list: &Value, end: &str| {
            let mut all = list.as_array().unwrap().iter();
            let own = |one: &&Value| one["source"].as_str().unwrap().ends_with(end);
            all.find(own).cloned().unwrap_or(Value::Null)
        };
        let said = of(&manifest["articles"], "one.md");
        let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        let _ = write!(out, "{} {}", word(&said["status"]), word(&said["policy"]));
        let article = of(&bundle["articles"], "one.md");
        assert_eq!(said["path"], article["path"], "{said} {article}");
        if article.is_null() {
            out.push_str("; no page");
        } else {
            let alternates = article["alternates"].as_array().unwrap().iter();
            let alternates: Vec<_> = alternates.map(|one| word(&one["lang"])).collect();
            let _ = write!(
                out,
                "; {} in {} “{}”; canonical {}; alternates {}",
                word(&article["path"]),
                word(&article["textLang"]),
                word(&article["title"]),
                word(&article["canonical"]).replace("https://example.org", ""),
                if alternates.is_empty() {
                    "none".to_owned()
                } else {
                    alternates.join(" ")
                },
            );
        }
        let html = word(&of(&bundle["articles"], "two.md")["html"]);
        let _ = writeln!(out, "\n      two: {}", html.trim().replace('\n', " "));
    }
    for wrong in found.wrong() {
        let _ = writeln!(out, "  ! {wrong}");
    }
    out
}

/// That everything in the site says of the article what the data say.
fn agrees(data: &Outcome, site: &Outcome) {
    assert_eq!(
        data.files.contains_key("ru/manifest.json"),
        site.files.contains_key("ru/manifest.json")
    );
    for lang in ["ru", "en"] {
        if !data.files.contains_key(&format!("{lang}/articles.json")) {
            continue;
        }
        let article = article_of(data, lang);
        let article = article.as_ref();
        let own = article.filter(|one| one["policy"] != "source");
        let address = format!("https://example.org/{lang}/one/");
        for (file, said) in [
            ("sitemap.xml", format!("<loc>{address}</loc>")),
            (
                "feed.xml",
                format!("hreflang=\"{lang}\" href=\"{address}\""),
            ),
            ("search.json", "\"one/\"".to_owned()),
        ] {
            let text = site.files.get(&format!("{lang}/{file}"));
            let has = text.is_some_and(|text| text.contains(&said));
            // An orphan has no date from its source, and a feed has none without.
            let wanted = own.is_some_and(|one| file != "feed.xml" || one["date"].is_string());
            assert_eq!(has, wanted, "{lang}/{file}");
        }
        let alternates = article.map(|one| one["alternates"].as_array().unwrap());
        let of = |one: &Value| {
            (
                one["lang"].as_str().unwrap().to_owned(),
                one["url"].as_str().unwrap().to_owned(),
            )
        };
        let alternates: Vec<_> = alternates.into_iter().flatten().map(of).collect();
        if own.is_some() {
            let sitemap = site.file(&format!("{lang}/sitemap.xml"));
            let loc = format!("<loc>{address}</loc>");
            let line = sitemap.lines().find(|line| line.contains(&loc)).unwrap();
            assert_eq!(links(line, "xhtml:link"), alternates, "{line}");
        }
        // A page, where the form makes some.
        let Some(page) = site.files.get(&format!("{lang}/one/index.html")) else {
            continue;
        };
        let article = article.unwrap();
        assert_eq!(links(page, "link"), alternates, "{lang} {page}");
        let canonical = format!("href=\"{}\"", article["canonical"].as_str().unwrap());
        let mut tags = page
            .split("<link ")
            .skip(1)
            .map(|tag| tag.split('>').next().unwrap());
        assert!(
            tags.any(|tag| tag.contains("rel=\"canonical\"") && tag.contains(&canonical)),
            "{page}"
        );
        assert_eq!(page.contains("noindex"), own.is_none(), "{page}");
        let notice = page.contains("<aside class=\"notice\"");
        assert_eq!(notice, article["policy"] != "publish", "{page}");
        let other = if lang == "ru" { "en" } else { "ru" };
        switches(page, (other, article_of(data, other)));
    }
}

/// The article as the data of a language have it.
fn article_of(data: &Outcome, lang: &str) -> Option<Value> {
    let bundle = data.files.get(&format!("{lang}/articles.json"))?;
    let bundle: Value = serde_json::from_str(bundle).unwrap();
    let mut articles = bundle["articles"].as_array().unwrap().iter();
    articles.find(|one| one["path"] == "one/").cloned()
}

/// That the language switcher of a page leads to the article in another language if it is there, and
/// says that it is not where no text of that language is.
fn switches(page: &str, (other, article): (&str, Option<Value>)) {
    let nav = page.split_once("<nav class=\"languages\"").unwrap().1;
    let nav = nav.split_once("</nav>").unwrap().0;
    let tag = format!("hreflang=\"{other}\"");
    let line = nav.lines().find(|line| line.contains(&tag)).unwrap();
    let place = if article.is_some() { "/one/" } else { "/" };
    let href = format!("href=\"../../{other}{place}\"");
    assert!(line.contains(&href), "{line}");
    let own = article.is_some_and(|one| one["policy"] != "source");
    assert_eq!(line.contains("class=\"absent\""), !own, "{line}");
}

/// The languages and addresses of the alternates that a text names.
fn links(text: &str, element: &str) -> Vec<(String, String)> {
    let start = format!("<{element} ");
    let tags = text.split(&start).skip(1);
    let tags = tags.map(|tag| tag.split('>').next().unwrap());
    let value = |tag: &str, name: &str| {
        let rest = tag.split_once(&format!("{name}=\""))?.1;
        Some(rest.split('"').next().unwrap().to_owned())
    };
    let links = tags.filter(|tag| tag.contains("rel=\"alternate\"") && !tag.contains("atom+xml"));
    let links = links.filter_map(|tag| Some((value(tag, "hreflang")?, value(tag, "href")?)));
    links.collect()
}

#[test]
fn every_standing_by_every_policy() {
    let mut cases = Vec::new();
    for standing in Standing::ALL {
        // Nobody translates a source, and none is behind itself.
        let sources = matches!(
            standing,
            Standing::Draft | Standing::Embargoed | Standing::Expired | Standing::Unreadable
        );
        for of_source in [false, true] {
            let chosen = standing.choices().iter().map(|policy| Some(policy.name()));
            for policy in std::iter::once(None).chain(chosen) {
                if sources || !of_source {
                    cases.push((standing, of_source, policy));
                }
            }
        }
    }
    let blocks = cases.par_iter().map(|(standing, of_source, policy)| {
        let small = self::standing(*standing, *of_source, *policy);
        let data = small.assemble("json", NOW);
        fs::remove_dir_all(small.path().join("public")).unwrap_or_default();
        agrees(&data, &small.assemble("site", NOW));
        format!(
            "{}{}: {}\n{}\n",
            standing.name(),
            if *of_source { " source" } else { "" },
            policy.unwrap_or("by default"),
            dump(&data),
        )
    });
    let all = blocks.collect::<Vec<_>>().concat();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bundle/matrix.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &all).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        golden, all,
        "run `UPDATE=1 cargo test` and look at the difference"
    );
}
