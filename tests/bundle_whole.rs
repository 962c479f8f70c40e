//! Bundles as wholes: the same everywhere, never half written, and nothing done twice.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "the tests build folders, kill what works on them and say how that went"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;

const WORKFLOW: &str = r#"[languages]
source = "ru"
targets = ["en"]

[[content]]
name = "news"
path = "content/{lang}/{slug}.md"

[bundle]
url = "https://example.org/{lang}/"
messages = ["site.{lang}.ftl"]
"#;

/// What may stand beside `public` between two runs, whatever happened to those before.
const BESIDE: [&str; 3] = [
    ".public.sverka-lock",
    ".public.sverka-next",
    ".public.sverka-previous",
];

const TODAY: &str = "2026-11-23";

/// Files below a folder, by path, with what they say.
type Files = BTreeMap<PathBuf, Vec<u8>>;

#[test]
fn a_bundle_is_the_same_in_any_place_zone_language_and_order() {
    let (one, other) = (project(40), project(40));
    shuffle_times(other.path());
    let plain = [("TZ", "UTC"), ("LANG", "C"), ("RAYON_NUM_THREADS", "1")];
    let odd = [
        ("TZ", "Asia/Kamchatka"),
        ("LANG", "ru_RU.UTF-8"),
        ("RAYON_NUM_THREADS", "7"),
    ];
    built(one.path(), &plain);
    built(other.path(), &odd);
    let (one, other) = (
        files(&one.path().join("public")),
        files(&other.path().join("public")),
    );
    assert!(one.len() > 80, "{}", one.len());
    same(&one, &other);
}

#[test]
fn what_has_not_changed_is_not_written() {
    let folder = project(20);
    built(folder.path(), &[]);
    let all = || {
        let mut all = times(folder.path());
        // What is remembered of files may be told more surely when they are older.
        all.retain(|path, _| !path.starts_with(folder.path().join(".sverka/cache")));
        all
    };
    let before = all();
    assert!(is_unchanged(&built(folder.path(), &[])));
    assert_eq!(all(), before);
}

#[test]
fn a_change_is_seen_that_leaves_size_and_time() {
    let folder = project(5);
    let (root, page) = (folder.path(), "public/en/a3/index.html");
    // From then on files are old enough to be known by their times.
    std::thread::sleep(Duration::from_millis(2100));
    built(root, &[]);
    assert!(is_unchanged(&built(root, &[])));
    let path = root.join("content/en/a3.md");
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Paragraph", "Parograph")).unwrap();
    let file = fs::File::options().append(true).open(&path).unwrap();
    file.set_modified(time).unwrap();
    assert!(!is_unchanged(&built(root, &[])));
    let page = fs::read_to_string(root.join(page)).unwrap();
    assert!(page.contains("Parograph 3."), "{page}");
}

#[test]
fn whatever_a_bundle_is_made_of_may_change() {
    let folder = project(3);
    let root = folder.path();
    let more = "theme = \"theme\"\ncopy = [\"static\"]\n";
    put(root, "workflow.toml", &format!("{WORKFLOW}{more}"));
    put(root, "theme/style.css", "a {}\n");
    put(root, "static/a.txt", "a");
    put(root, "content/ru/a.png", "a");
    let article = "---\ntitle: Страница\npublishDate: 2026-11-24\n---\n\n![а](a.png)\n";
    put(root, "content/ru/later.md", article);
    let on = |day: &str| built_on(root, day);
    on("2026-11-23");
    assert!(is_unchanged(&on("2026-11-23")));
    assert!(!is_unchanged(&on("2026-11-24")));
    for (path, text) in [
        ("site.en.ftl", "site-title = Other news\n"),
        ("theme/style.css", "b {}\n"),
        ("theme/404.html", "<!doctype html><title>404</title>\n"),
        ("static/a.txt", "b"),
        ("static/b.txt", "b"),
        ("content/ru/a.png", "b"),
        (
            ".sverka/slugs/en.toml",
            "[\"content/ru/a1.md\"]\npath = \"a1/\"\nold = [\"was/\"]\n",
        ),
        (
            "content/en/a1.md",
            "---\ntitle: Page 1\ndraft: true\n---\n\nParagraph 1.\n",
        ),
        ("workflow.toml", WORKFLOW),
    ] {
        assert!(is_unchanged(&on("2026-11-24")), "before {path}");
        put(root, path, text);
        assert!(!is_unchanged(&on("2026-11-24")), "{path}");
    }
}

fn is_unchanged(out: &Output) -> bool {
    String::from_utf8_lossy(&out.stderr).contains("Nothing has changed")
}

#[test]
fn one_changed_article_gives_what_a_clean_build_gives() {
    let (folder, clean) = (project(40), project(40));
    built(folder.path(), &[]);
    let public = folder.path().join("public");
    let (old, kept) = (files(&public), times(&public));
    for root in [&folder, &clean] {
        let path = root.path().join("content/en/a7.md");
        let changed = fs::read_to_string(&path)
            .unwrap()
            .replace("Paragraph", "A paragraph");
        fs::write(&path, changed.replace("title: Page", "title: The page")).unwrap();
    }
    built(folder.path(), &[]);
    built(clean.path(), &[]);
    let (new, written) = (files(&public), times(&public));
    same(&new, &files(&clean.path().join("public")));
    // What is written is what says something else, and nothing besides.
    let mut changed = Vec::new();
    for (path, bytes) in &new {
        let differs = old[path] != *bytes;
        let whole = public.join(path);
        assert_eq!(kept[&whole] != written[&whole], differs, "{path:?}");
        if differs
            && path
                .extension()
                .is_some_and(|extension| extension == "html")
        {
            changed.push(path.to_str().unwrap());
        }
    }
    // The article, those before and after it by date, and the lists it is in.
    let wanted = [
        "a19/index.html",
        "a31/index.html",
        "a7/index.html",
        "archive/2026/index.html",
        "index.html",
        "tags/a2/index.html",
    ];
    assert_eq!(changed, wanted.map(|path| format!("en/{path}")));
}

#[test]
fn a_published_file_that_somebody_touched_is_made_again() {
    let folder = project(5);
    built(folder.path(), &[]);
    let public = folder.path().join("public");
    let whole = files(&public);
    fs::write(public.join("ru/a1/index.html"), "touched").unwrap();
    fs::remove_file(public.join("en/a2/index.html")).unwrap();
    built(folder.path(), &[]);
    same(&files(&public), &whole);
}

#[test]
fn a_rebuild_may_be_killed_at_any_moment() {
    killed(15, 120);
}

#[test]
#[ignore = "takes a minute: run it with --ignored"]
fn a_rebuild_may_be_killed_at_two_hundred_moments() {
    // A smaller site, so that two hundred rebuilds take a minute and not five.
    killed(200, 40);
}

/// Kills rebuilds at moments spread over the time that one takes: what is published is the whole
/// old or the whole new bundle each time, and the run after that puts everything in order.
fn killed(times: u32, articles: usize) {
    let folder = project(articles);
    built(folder.path(), &[]);
    let public = folder.path().join("public");
    let old = files(&public);
    change_all(folder.path(), "Changed");
    let start = Instant::now();
    built(folder.path(), &[]);
    let mut lasts = start.elapsed();
    let new = files(&public);
    assert_ne!(
        old.values().collect::<Vec<_>>(),
        new.values().collect::<Vec<_>>()
    );
    let (mut as_old, mut as_new) = (0, 0);
    let mut states = ("Changed", "Paragraph");
    for number in 0..times {
        let before = files(&public);
        change_all(folder.path(), states.1);
        let mut run = command(folder.path(), TODAY)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // A little over the whole time, so that some end by themselves.
        std::thread::sleep(lasts.mul_f64(1.1) * (number + 1) / times);
        let _ = run.kill();
        run.wait().unwrap();
        let after = files(&public);
        let wanted = if states.1 == "Changed" { &new } else { &old };
        let is_old = after == before && after != *wanted;
        if is_old {
            as_old += 1;
        } else {
            same(&after, wanted);
            as_new += 1;
        }
        let start = Instant::now();
        built(folder.path(), &[]);
        if is_old {
            // What else the machine does is not always the same.
            lasts = start.elapsed();
        }
        same(&files(&public), wanted);
        states = (states.1, states.0);
        let left = left_behind(folder.path());
        assert!(
            left.iter().all(|name| BESIDE.contains(&name.as_str())),
            "what killed runs left grows: {left:?}"
        );
    }
    println!("killed {times} times: {as_old} old, {as_new} new");
    assert!(
        times < 100 || as_old.min(as_new) > 0,
        "no run was killed on either side of the change"
    );
}

/// What stands beside the published folder.
fn left_behind(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".public")).collect()
}

fn change_all(root: &Path, word: &str) {
    for lang in ["ru", "en"] {
        for entry in fs::read_dir(root.join("content").join(lang)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let body = text.replace("Changed", "\0").replace("Paragraph", "\0");
            fs::write(&path, body.replace('\0', word)).unwrap();
        }
    }
}

/// A project of so many articles in two languages, all translations current.
fn project(articles: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    put(root, "workflow.toml", WORKFLOW);
    put(root, "site.ru.ftl", "site-title = Новости\n");
    put(root, "site.en.ftl", "site-title = News\n");
    for at in 0..articles {
        let next = (at + 1) % articles;
        let ru = format!(
            "---\ntitle: Страница {at}\ndate: 2026-{:02}-{:02}\ntags: [a{}]\n---\n\nАбзац Paragraph {at}.\n\n## Раздел\n\nСм. [дальше](a{next}.md).\n",
            at % 12 + 1,
            at % 28 + 1,
            at % 5
        );
        let en = format!(
            "---\ntitle: Page {at}\n---\n\nParagraph {at}.\n\n## Section\n\nSee [the next](a{next}.md#раздел).\n"
        );
        put(root, &format!("content/ru/a{at}.md"), &ru);
        put(root, &format!("content/en/a{at}.md"), &en);
        put(root, &format!(".sverka/base/en/content/ru/a{at}.md"), &ru);
    }
    folder
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The run of a day.
fn command(root: &Path, day: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sverka"));
    command
        .arg("-C")
        .arg(root)
        .args(["--ui-lang", "en", "bundle", "--now", day]);
    command
}

fn built(root: &Path, environment: &[(&str, &str)]) -> Output {
    let mut command = command(root, TODAY);
    command.envs(environment.iter().copied());
    succeeded(command)
}

fn built_on(root: &Path, day: &str) -> Output {
    succeeded(command(root, day))
}

fn succeeded(mut command: Command) -> Output {
    let out = command.output().unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    out
}

fn files(folder: &Path) -> Files {
    let mut out = Files::new();
    visit(folder, &mut |path| {
        out.insert(
            path.strip_prefix(folder).unwrap().to_owned(),
            fs::read(path).unwrap(),
        );
    });
    out
}

fn times(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut out = BTreeMap::new();
    visit(folder, &mut |path| {
        out.insert(
            path.to_owned(),
            fs::metadata(path).unwrap().modified().unwrap(),
        );
    });
    out
}

fn visit(path: &Path, found: &mut dyn FnMut(&Path)) {
    if !path.is_dir() {
        return found(path);
    }
    for entry in fs::read_dir(path).unwrap() {
        visit(&entry.unwrap().path(), found);
    }
}

fn same(one: &Files, other: &Files) {
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(one), names(other));
    for (path, bytes) in one {
        assert!(other[path] == *bytes, "{} differs", path.display());
    }
}

fn shuffle_times(root: &Path) {
    let mut number = 0;
    visit(root, &mut |path| {
        number = (number * 31 + 7) % 1000;
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000 + number * 86_400);
        fs::File::options()
            .append(true)
            .open(path)
            .unwrap()
            .set_modified(time)
            .unwrap();
    });
}
