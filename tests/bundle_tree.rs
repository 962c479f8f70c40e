//! Trees for site generators, archives and verifying, on a project of three articles.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "the test makes its project, and fails where it cannot"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const PROJECT: &[(&str, &str)] = &[
    (
        "workflow.toml",
        "[languages]\nsource = \"ru\"\ntargets = [\"en\"]\n\n[[content]]\nname = \"pages\"\nsource = \"content/{path}.ru.md\"\ntarget = \"content/{path}.{lang}.md\"\n\n[bundle]\nurl = \"https://example.org/{lang}/\"\n[bundle.policy]\nuntracked = \"banner\"\nmissing = \"source\"\n",
    ),
    (
        "content/index.ru.md",
        "---\ntitle: Главная\n---\n[Снег](news/snow.ru.md)\r\n",
    ),
    (
        "content/index.en.md",
        "+++\ntitle = \"Home\"\n+++\n[Snow][1]\r\n\n[1]: news/snow.ru.md\n",
    ),
    (
        "content/news/snow.ru.md",
        "---\ntitle: \"Снег: первый\"\ndate: 2026-01-02 # утро\ntags:\n  - зима\nslug: sneg\n---\n![Снег](img/snow.png)\n",
    ),
    (
        "content/news/snow.en.md",
        "---\ntitle: Snow\n---\n![Snow](img/snow.png)\n",
    ),
    ("content/news/only.ru.md", "---\ntitle: Одна\n---\nТекст.\n"),
    ("content/news/img/snow.png", "a picture"),
];

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in PROJECT {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn sverka(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sverka"));
    command.current_dir(folder).args(["--ui-lang", "en"]);
    command.args(args).output().unwrap()
}

fn bundle(folder: &Path, args: &[&str]) {
    let done = sverka(folder, &[&["bundle"], args].concat());
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{args:?}: {said}");
}

#[test]
fn a_page_inherits_what_is_not_translated_and_says_how_it_stands() {
    let folder = project();
    let read = |path: &str| fs::read_to_string(folder.path().join("public").join(path)).unwrap();
    bundle(folder.path(), &["--as", "hugo"]);
    assert_eq!(
        read("content/news/snow/index.en.md"),
        "---\ntitle: Snow\ndate: 2026-01-02 # утро\ntags:\n  - зима\nsverka: {\"status\":\"untracked\",\"policy\":\"banner\",\"lang\":\"en\",\"source\":\"content/news/snow/index.ru.md\",\"notice\":\"Nobody has compared this translation with the original yet.\"}\n---\n![Snow](files/content/news/img/snow.png)\n"
    );
    let stands_in = read("content/news/only/index.en.md");
    assert!(stands_in.ends_with("---\nТекст.\n"), "{stands_in}");
    assert!(stands_in.contains("\"lang\":\"ru\""), "{stands_in}");
    assert!(stands_in.contains("here is the original"), "{stands_in}");
    assert!(read("content/_index.en.md").contains("\r\n\n[1]: {{< relref \"/news/snow\" >}}\n"));
    bundle(folder.path(), &["--as", "zola"]);
    let zola = read("content/news/snow/index.en.md");
    let wanted =
        "+++\ntitle = \"Snow\"\ndate = 2026-01-02\n\n[taxonomies]\ntags = [\"зима\"]\n\n[extra]\n";
    assert!(zola.starts_with(wanted), "{zola}");
    bundle(folder.path(), &["--as", "starlight"]);
    let starlight = read("src/content/docs/en/index.md");
    assert!(
        starlight.starts_with("---\ntitle: \"Home\"\nbanner: {"),
        "{starlight}"
    );
    assert!(starlight.ends_with("[1]: news/snow/\n"), "{starlight}");
}

#[test]
fn an_archive_has_the_same_bytes_each_time_and_the_files_of_the_folder() {
    let folder = project();
    let here = folder.path();
    bundle(here, &["--as", "docusaurus", "--output", "plain"]);
    for (ending, list, extract) in [
        ("tar.zst", "zstd -qt", "tar --zstd -xf"),
        ("tar.gz", "gzip -t", "tar -xzf"),
        ("zip", "unzip -qt", "unzip -q"),
    ] {
        let read = |output: &str| fs::read(here.join(output).join(format!("docusaurus.{ending}")));
        for output in ["one", "two"] {
            let args = [
                "--as",
                "docusaurus",
                "--archive",
                ending,
                "--output",
                output,
            ];
            bundle(here, &args);
        }
        assert_eq!(read("one").unwrap(), read("two").unwrap(), "{ending}");
        assert_eq!(fs::read_dir(here.join("one")).unwrap().count(), 2);
        let line = format!(
            "set -e; rm -rf x; mkdir x; {list} one/docusaurus.{ending}; cd x; {extract} ../one/docusaurus.{ending}; cd ..; diff -r -x .sverka-bundle x plain; rm -rf one two"
        );
        let has = |tool: &str| Command::new(tool).arg("--version").output().is_ok();
        if has("zstd") && has("unzip") && has("tar") {
            let mut shell = Command::new("sh");
            let done = shell
                .args(["-c", &line])
                .current_dir(here)
                .output()
                .unwrap();
            assert!(done.status.success(), "{ending}: {done:?}");
        }
    }
}

#[test]
fn what_is_not_as_the_manifest_says_is_told() {
    let folder = project();
    let here = folder.path();
    bundle(here, &["--as", "hugo"]);
    assert_eq!(
        sverka(here, &["bundle", "--verify", "content"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        sverka(here, &["bundle", "--verify", "public"])
            .status
            .code(),
        Some(0)
    );
    let mut sums = Command::new("sha256sum");
    sums.args(["--check", "--quiet", "SHA256SUMS"]);
    let sums = sums.current_dir(here.join("public")).status();
    assert!(sums.is_err() || sums.is_ok_and(|status| status.success()));

    fs::write(here.join("public/content/_index.en.md"), "other").unwrap();
    fs::remove_file(here.join("public/content/_index.ru.md")).unwrap();
    fs::write(here.join("public/new"), "").unwrap();
    let done = sverka(here, &["bundle", "--verify", "public"]);
    let said = String::from_utf8(done.stdout).unwrap();
    let wanted = "changed: content/_index.en.md\nmissing: content/_index.ru.md\nforeign: new\n";
    assert_eq!((done.status.code(), said.as_str()), (Some(1), wanted));

    let path = here.join("public/manifest.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replace(
            "\"content/_index.ru.md\",\n      \"size",
            "\"../workflow.toml\",\n      \"size",
        ),
    )
    .unwrap();
    let done = sverka(here, &["bundle", "--verify", "public"]);
    let said = String::from_utf8(done.stdout).unwrap();
    assert!(
        said.starts_with("refused: manifest.json names files outside"),
        "{said}"
    );
}

#[test]
fn brackets_and_apostrophes_end_no_link() {
    let folder = project();
    let put = |path: &str, text: &str| fs::write(folder.path().join(path), text).unwrap();
    put("content/news/img/a(b'.png", "a picture");
    put(
        "content/news/only.ru.md",
        "---\ntitle: Одна\n---\n![x](<img/a(b'.png>)\n\n<img src='img/a(b%27.png' alt=''>\n",
    );
    bundle(folder.path(), &["--as", "hugo"]);
    let page = folder.path().join("public/content/news/only/index.ru.md");
    let text = fs::read_to_string(page).unwrap();
    assert!(
        text.contains("![x](<files/content/news/img/a(b'.png>)"),
        "{text}"
    );
    assert!(!text.contains("(b'.png'"), "{text}");
}

/// A folder whose page `content/news/only.ru.md`, which English readers get too, says this.
fn saying(text: &str) -> tempfile::TempDir {
    let folder = project();
    fs::write(folder.path().join("content/news/only.ru.md"), text).unwrap();
    folder
}

#[test]
fn zola_gets_values_of_the_types_that_it_takes() {
    let folder = saying(
        "---\ntitle: 2024\ndescription: 5\nweight: -1\nlastmod: 2026-01-02 10:00\ntags: зима\nauthor: Иван\nslug: 7\n---\nТекст.\n",
    );
    bundle(folder.path(), &["--as", "zola"]);
    let page = folder.path().join("public/content/news/only/index.md");
    let text = fs::read_to_string(page).unwrap();
    for line in [
        "title = \"2024\"\n",
        "description = \"5\"\n",
        "slug = \"7\"\n",
        "updated = 2026-01-02T10:00:00Z\n",
        "authors = [\"Иван\"]\n",
        "[taxonomies]\ntags = [\"зима\"]\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let (_, extra) = text.split_once("[extra]").unwrap();
    let wanted = "weight = -1\nlastmod = \"2026-01-02 10:00\"\nauthor = \"Иван\"\n";
    assert!(extra.contains(wanted), "{text}");
}

#[test]
fn files_of_a_section_of_zola_stand_where_it_publishes_them() {
    let folder = project();
    let put = |path: &str, text: &str| fs::write(folder.path().join(path), text).unwrap();
    put(
        "content/news/index.ru.md",
        "# Новости\n\n![Снег](img/snow.png)\n",
    );
    bundle(folder.path(), &["--as", "zola"]);
    let public = folder.path().join("public");
    let read = |path: &str| fs::read_to_string(public.join(path)).unwrap();
    for (path, to) in [
        (
            "content/news/_index.md",
            "../files/content/news/img/snow.png",
        ),
        (
            "content/news/_index.en.md",
            "../../files/content/news/img/snow.png",
        ),
        (
            "content/news/snow/index.md",
            "files/content/news/img/snow.png",
        ),
    ] {
        assert!(read(path).contains(&format!("]({to})")), "{}", read(path));
    }
    assert!(
        public
            .join("static/files/content/news/img/snow.png")
            .is_file()
    );
    assert!(read("content/news/_index.md").contains("# Новости {#новости}\n"));
}

#[test]
fn starlight_gets_text_as_text_the_order_and_the_day_of_the_last_change() {
    let folder = saying(
        "---\ntitle: 2024\ndescription:\nweight: 3\nlastmod: 2026-01-02\n---\n# Год {#year}\n\n## Снег {#snow}\n\n[к снегу](#snow)\n",
    );
    let hidden = folder.path().join("content/news/_hidden.ru.md");
    fs::write(hidden, "---\ntitle:\n---\n# Под *снегом*\n").unwrap();
    bundle(folder.path(), &["--as", "starlight"]);
    let docs = folder.path().join("public/src/content/docs");
    let text = fs::read_to_string(docs.join("news/only.md")).unwrap();
    let wanted = "---\nweight: 3\nlastmod: 2026-01-02\ntitle: \"2024\"\nsidebar: {\"order\":3}\nlastUpdated: 2026-01-02\nsverka: ";
    assert!(text.starts_with(wanted), "{text}");
    let wanted =
        "---\n<span id=\"year\"></span>\n\n## Снег<span id=\"snow\"></span>\n\n[к снегу](#snow)\n";
    assert!(text.ends_with(wanted), "{text}");
    // Starlight passes over files whose names begin so.
    let text = fs::read_to_string(docs.join("news/_hidden/index.md")).unwrap();
    assert!(text.starts_with("---\ntitle: \"Под снегом\"\n"), "{text}");
}

#[test]
fn an_image_that_was_refused_is_in_no_front_matter() {
    let folder = saying("---\ntitle: Одна\ncover: \" javascript:alert(1)\"\n---\nТекст.\n");
    for form in ["hugo", "zola", "docusaurus", "starlight"] {
        bundle(folder.path(), &["--as", form, "--output", form]);
        let line = format!("! grep -r javascript {form}");
        let mut shell = Command::new("sh");
        let done = shell
            .args(["-c", &line])
            .current_dir(folder.path())
            .output();
        assert!(done.unwrap().status.success(), "{form}");
    }
}
