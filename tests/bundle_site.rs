//! A small project as a site: what each page says of itself, of other languages and of its source.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "the test writes a project, and fails where it cannot"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use sverka::bundle::{Asked, Done, FORMS, Settings, assemble};
use sverka::checks::engine::Rules;
use sverka::diagnostic::{Code, Diagnostic};
use sverka::project::Project;
use sverka::text::Digest;
use tempfile::TempDir;

const PROJECT: &str = r#"
[languages]
source = "ru"
targets = ["en"]

[[content]]
name = "news"
path = "{slug}/{lang}.md"

[bundle]
url = "https://bread.example/"
theme = "theme"
messages = ["words/{lang}.ftl"]

[bundle.language.en]
url = "https://bread.example/en/"

[bundle.policy]
missing = "source"
"#;

/// The article that is published in both languages, and was moved.
const OVEN: [&str; 2] = [
    "---\ntitle: Печь\ndate: 2026-03-01\ntags:\n  - хлеб\n---\n\nПечь горит.\n",
    "---\ntitle: The oven\naliases:\n  - stove\n---\n\nThe oven burns.\n",
];
/// The article whose source has changed since it was translated.
const RYE: [&str; 2] = [
    "---\ntitle: Рожь\ndate: 2026-02-01\nupdated: 2026-02-09\n---\n\nРожь поспела, и её сжали.\n",
    "---\ntitle: Rye\n---\n\nThe rye is ripe.\n",
];
const OLD_RYE: &str = "---\ntitle: Рожь\ndate: 2026-02-01\n---\n\nРожь поспела.\n";
/// The article that is not translated.
const SALT: &str =
    "---\ntitle: Соль <b>&\ndate: 2025-01-01\ntags:\n  - соль\n---\n\nСоль \"белая\".\n";

struct Site {
    folder: TempDir,
}

impl Site {
    fn new() -> Self {
        let site = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        site.put("workflow.toml", PROJECT);
        site.put(
            "theme/extra.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        );
        site.put("words/ru.ftl", "site-title = Хлеб & соль\n");
        for (slug, [ru, en], base) in [("oven", OVEN, OVEN[0]), ("rye", RYE, OLD_RYE)] {
            site.put(&format!("{slug}/ru.md"), ru);
            site.put(&format!("{slug}/en.md"), en);
            site.put(&format!(".sverka/base/en/{slug}/ru.md"), base);
        }
        site.put("salt/ru.md", SALT);
        site
    }

    fn put(&self, path: &str, text: &str) {
        let place = self.folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    fn published(&self, path: &str) -> PathBuf {
        self.folder.path().join("public").join(path)
    }

    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.published(path)).unwrap()
    }

    /// Assembles the site; what was wrong with it.
    fn assemble(&self) -> (Vec<Diagnostic>, Done) {
        let project = Project::open(self.folder.path()).unwrap().project.unwrap();
        let text = project.root.read("workflow.toml").unwrap();
        let (rules, wrong) = Rules::parse("workflow.toml", &text);
        assert_eq!(wrong, []);
        let (settings, wrong) = Settings::parse(&project.config, &text);
        assert_eq!(wrong, []);
        let discovery = project.discover();
        let asked = Asked {
            form: FORMS.iter().find(|form| form.name == "site").unwrap(),
            archive: None,
            output: &self.published(""),
            now: "2026-06-01T00:00:00Z".parse().unwrap(),
            dry_run: false,
            locked: false,
            salt: Digest::of(text.as_bytes()),
            progress: &|_| {},
        };
        let found = assemble((&project, &discovery), (&settings, &rules), &asked).unwrap();
        (found.diagnostics, found.done)
    }

    fn built() -> Self {
        let site = Self::new();
        let (wrong, done) = site.assemble();
        assert_eq!(wrong, []);
        assert!(matches!(done, Done::Published { .. }), "{done:?}");
        site
    }

    /// What is wrong with a site with this file, as code, file, and what is written at the place.
    fn refused(&self, path: &str, text: &str) -> Vec<(Code, String, String)> {
        self.put(path, text);
        let (wrong, done) = self.assemble();
        assert_eq!(done, Done::Nothing);
        let tell = |one: Diagnostic| {
            let span = one.primary.span;
            let file = fs::read_to_string(self.folder.path().join(&*span.file));
            let at = file.unwrap_or_default()[span.start..span.end].to_owned();
            (one.code, span.file.to_string(), at)
        };
        wrong.into_iter().map(tell).collect()
    }
}

/// The values of an attribute in tags that have this text in them.
fn values(page: &str, tag: &str, attribute: &str) -> BTreeSet<String> {
    let tags = page.lines().filter(|line| line.contains(tag));
    let value = |line: &str| {
        let (_, rest) = line.split_once(&format!(" {attribute}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    tags.filter_map(value).collect()
}

#[test]
fn alternates_are_what_is_published_and_reciprocal() {
    let site = Site::built();
    let of = |path: &str| values(&site.page(path), "rel=\"alternate\" hreflang", "href");
    let both = [
        "https://bread.example/oven/",
        "https://bread.example/en/oven/",
    ];
    let both: BTreeSet<String> = both.map(str::to_owned).into();
    assert_eq!(of("oven/index.html"), both);
    assert_eq!(of("en/oven/index.html"), both);
    let page = site.page("en/oven/index.html");
    assert!(page.contains(r#"hreflang="x-default" href="https://bread.example/oven/""#));
    assert_eq!(of("index.html"), of("en/index.html"));
    assert_eq!(of("index.html").len(), 2);
    // Nothing but the source is published: there are no two.
    assert!(of("salt/index.html").is_empty());
    assert!(of("en/salt/index.html").is_empty());
    // English has no article of 2025, nor one of salt.
    assert!(of("archive/2025/index.html").is_empty());
    assert_eq!(of("archive/2026/index.html").len(), 2);
    assert!(!site.published("en/archive/2025").exists());
    assert!(!site.published("en/tags/соль").exists());
}

#[test]
fn readers_are_told_of_a_translation_that_is_behind() {
    let site = Site::built();
    let page = site.page("en/rye/index.html");
    assert!(page.contains("was updated on February 9, 2026."), "{page}");
    assert!(page.contains(r#"<a href="../../rye/" hreflang="ru">Read the original</a>"#));
    assert!(!site.page("rye/index.html").contains("class=\"notice\""));
    assert!(!site.page("en/oven/index.html").contains("class=\"notice\""));
}

#[test]
fn the_source_in_place_of_a_translation_says_what_it_is() {
    let site = Site::built();
    let page = site.page("en/salt/index.html");
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"));
    assert!(page.contains("<article lang=\"ru\" dir=\"ltr\">"));
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(page.contains(r#"<link rel="canonical" href="https://bread.example/salt/">"#));
    assert!(page.contains("has not been translated yet. Below is the original (in Russian)."));
    // It is on the first page, with its language, and in no other list.
    let index = site.page("en/index.html");
    assert!(index.contains(r#"<a href="salt/" lang="ru" hreflang="ru" dir="ltr">"#));
    assert!(!site.page("en/archive/2026/index.html").contains("salt"));
    assert!(site.page("archive/2025/index.html").contains("salt"));
    // The switcher of the source leads there, and says that there is no translation.
    let source = site.page("salt/index.html");
    assert!(source.contains("<small>(перевода нет)</small>"));
    assert!(!source.contains("noindex"));
}

#[test]
fn titles_are_text() {
    let site = Site::built();
    let page = site.page("salt/index.html");
    assert!(page.contains("<title>Соль &lt;b&gt;&amp; · Хлеб &amp; соль</title>"));
    assert!(page.contains("<h1>Соль &lt;b&gt;&amp;</h1>"));
    // Without words of its own the English site is called by its host.
    assert!(
        site.page("en/index.html")
            .contains("<title>bread.example</title>")
    );
}

#[test]
fn old_addresses_lead_on_and_lost_readers_home() {
    let site = Site::built();
    let page = site.page("en/stove/index.html");
    assert!(page.contains(r#"<meta http-equiv="refresh" content="0; url=../oven/">"#));
    assert!(page.contains(r#"<link rel="canonical" href="https://bread.example/en/oven/">"#));
    assert!(page.contains("noindex"));
    assert!(page.contains(r#"<a href="../oven/">The oven</a>"#));
    // It may be shown at any address.
    let page = site.page("en/404.html");
    assert!(page.contains(r#"href="/en/style.css""#));
    assert!(page.contains(r#"href="/en/">To the first page"#));
    assert!(page.contains("noindex") && !page.contains("canonical"));
}

#[test]
fn a_project_replaces_single_files_of_the_theme() {
    let site = Site::new();
    site.put(
        "theme/trail.html",
        "<p class=\"own\">{{ include_me() }}</p>",
    );
    let (wrong, _) = site.assemble();
    assert_eq!(wrong[0].code, Code::BAD_TEMPLATE);
    site.put("theme/trail.html", "{% include \"parts/own.html\" %}");
    site.put(
        "theme/parts/own.html",
        "<p class=\"own\">{{ number(12.5) }}</p>",
    );
    site.put("theme/style.css", "body { color: red }");
    assert_eq!(site.assemble().0, []);
    let page = site.page("archive/index.html");
    assert!(page.contains("<p class=\"own\">12,5</p>"), "{page}");
    assert_eq!(site.page("en/style.css"), "body { color: red }");
    assert!(site.published("extra.svg").exists());
    assert!(!site.published("trail.html").exists());
}

#[test]
fn what_cannot_be_said_refuses_the_bundle() {
    let site = Site::new();
    let template = "theme/404.html";
    let at = |id: &str| (Code::NO_WORDS, template.to_owned(), id.to_owned());
    let found = site.refused(template, "<p>\n{{ t('no-such') }}</p>{{ t(\"feed\") }}");
    assert_eq!(found[0], at("no-such"));
    assert_eq!(found.len(), 2, "in each language: {found:?}");
    site.put("words/ru.ftl", "blank = { \"\" }\nbroken = { $nothing }\n");
    site.put("words/en.ftl", "blank = b\nbroken = b\n");
    let found = site.refused(template, "{{ t('blank') }} {{ t('broken') }}");
    assert_eq!(found, [at("blank"), at("broken")]);
}

#[test]
fn a_broken_template_is_told_with_its_place() {
    let site = Site::new();
    let found = site.refused("theme/tag.html", "<p>\n{% if %}\n</p>");
    assert!(found.iter().all(|(code, file, _)| (*code, file.as_str()) == (Code::BAD_TEMPLATE, "theme/tag.html")));
    let found = site.refused("theme/tag.html", "<p>\n{{ page.nothing }}\n</p>");
    let place = ("theme/tag.html".to_owned(), "page.nothing".to_owned());
    assert_eq!((found[0].1.clone(), found[0].2.clone()), place);
    // Links are not followed, and said so.
    #[cfg(unix)]
    {
        fs::remove_file(site.folder.path().join("theme/tag.html")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", site.folder.path().join("theme/x.css"))
            .unwrap();
        let found = site.refused("theme/y.css", "");
        assert_eq!(found[0].0, Code::SYMBOLIC_LINK);
    }
}

#[test]
fn what_has_not_changed_is_not_made_again() {
    let site = Site::built();
    assert!(matches!(site.assemble().1, Done::Unchanged { .. }));
    site.put(
        "rye/en.md",
        "---\ntitle: Rye\n---\n\nThe rye is ripe and reaped.\n",
    );
    let (_, done) = site.assemble();
    let Done::Published { made, .. } = done else {
        panic!("{done:?}");
    };
    // Its page; and the lists, if its first words stand in them.
    assert!(made < 6, "{made}");
}
