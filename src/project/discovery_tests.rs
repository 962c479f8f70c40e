//! Which articles a tree holds, and what is said of what stands in the way.

use std::fs;

use super::super::Root;
use super::*;

const BOTH: &str = "[[content]]\npath = \"content/{lang}/{path}.{md,mdx}\"\n";

/// A project of ru, en and pt-BR with these files.
fn project(content: &str, paths: &[&str]) -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    let root = Root::new(folder.path()).unwrap();
    for path in paths {
        root.create(path, b"").unwrap();
    }
    let text = format!("[languages]\nsource = \"ru\"\ntargets = [\"en\", \"pt-BR\"]\n{content}");
    let (config, wrong) = Config::parse("workflow.toml", &text);
    assert_eq!(wrong, []);
    let config = config.unwrap();
    (folder, Project { root, config })
}

fn articles(project: &Project) -> Vec<String> {
    let found = project.discover();
    let row = |article: &Article| {
        let files: Vec<_> = article
            .files
            .iter()
            .map(|(lang, path)| format!("{lang}={path}"))
            .collect();
        format!(
            "{} {}: {}",
            article.collection,
            article.key,
            files.join(" ")
        )
    };
    found.articles.iter().map(row).collect()
}

fn diagnostics(project: &Project) -> Vec<String> {
    let row = |found: &Diagnostic| {
        let args: Vec<_> = found.args.iter().map(|(_, value)| value.as_str()).collect();
        let names: Vec<_> = found.args.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, found.code.args());
        format!(
            "{} {} {}",
            found.code,
            found.primary.span.file,
            args.join(" ")
        )
    };
    project.discover().diagnostics.iter().map(row).collect()
}

#[test]
fn languages_of_one_article_come_together() {
    let (_folder, project) = project(
        BOTH,
        &[
            "content/ru/a/б.mdx",
            "content/EN/a/б.md",
            "content/pt_br/c.md",
            "content/de/a.md",
            "content/ru.md",
            "other/ru/a.md",
        ],
    );
    assert_eq!(
        articles(&project),
        [
            "0 a/б: en=content/EN/a/б.md ru=content/ru/a/б.mdx",
            "0 c: pt-BR=content/pt_br/c.md"
        ]
    );
    let found = project.discover();
    let [first, orphan] = found.articles.as_slice() else {
        panic!("two articles");
    };
    let lang = |tag: &str| tag.parse::<Lang>().unwrap();
    assert_eq!(first.name(), "content/ru/a/б.mdx");
    assert_eq!(first.path(&lang("en")), "content/EN/a/б.md");
    assert_eq!(first.expected_path(&lang("pt-BR")), "content/pt_br/a/б.mdx");
    assert_eq!(orphan.name(), "content/ru/c.md");
    assert_eq!(orphan.expected_path(&lang("en")), "content/EN/c.md");
}

#[test]
fn a_suffix_is_a_language_and_a_version_is_not() {
    let (_folder, project) = project(
        "[[content]]\nsource = \"content/{path}.md\"\ntarget = \"content/{path}.{lang}.md\"\nlanguages = [\"en\"]",
        &[
            "content/a.md",
            "content/a.en.md",
            "content/a.pt-br.md",
            "content/a.ru.md",
            "content/release.v2.md",
        ],
    );
    assert_eq!(
        articles(&project),
        [
            "0 a: en=content/a.en.md ru=content/a.md",
            "0 release.v2: ru=content/release.v2.md"
        ]
    );
    assert_eq!(
        diagnostics(&project),
        ["duplicate-file content/a.ru.md content/a.md ru"]
    );
}

#[test]
fn a_file_belongs_to_the_first_collection_that_wants_it() {
    let (_folder, project) = project(
        &format!(
            "[[content]]\npath = \"content/{{lang}}/news/{{slug}}.md\"\n{BOTH}exclude = [\"**/drafts/**\"]\n[[content]]\npath = \"none/{{lang}}.md\"\n"
        ),
        &[
            "content/ru/news/a.md",
            "content/ru/b.md",
            "content/ru/drafts/c.md",
        ],
    );
    assert_eq!(
        articles(&project),
        ["0 a: ru=content/ru/news/a.md", "1 b: ru=content/ru/b.md"]
    );
    assert_eq!(
        diagnostics(&project),
        ["empty-collection workflow.toml none/{lang}.md"]
    );
}

#[test]
fn hidden_and_ignored_files_are_no_articles() {
    let (_folder, project) = project(
        "[[content]]\npath = \"{path}.{lang}.md\"\n[[content]]\npath = \".notes/{lang}/{path}.md\"\n",
        &[
            "a.ru.md",
            ".b.ru.md",
            ".git/c.ru.md",
            ".sverka/base/en/a.ru.md",
            "out/d.ru.md",
            ".notes/ru/e.md",
            ".notes/ru/.f.md",
        ],
    );
    project.root.create(".gitignore", b"/out/\n").unwrap();
    assert_eq!(
        articles(&project),
        ["0 a: ru=a.ru.md", "1 e: ru=.notes/ru/e.md"]
    );
}

// Other systems hold only one of such files.
#[cfg(target_os = "linux")]
#[test]
fn paths_that_differ_by_case_are_told() {
    let (_folder, project) = project(
        BOTH,
        &[
            "content/ru/a.md",
            "content/ru/A.md",
            "content/en/a.md",
            "content/EN/a.md",
        ],
    );
    assert_eq!(
        diagnostics(&project),
        [
            "case-collision content/en/a.md content/EN/a.md",
            "duplicate-file content/en/a.md content/EN/a.md en",
            "case-collision content/ru/a.md content/ru/A.md",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_and_strange_names_are_told_and_not_followed() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let (folder, project) = project(BOTH, &["content/ru/a.md", "other/b.md", "other/c.txt"]);
    let ru = folder.path().join("content/ru");
    symlink("../../other/b.md", ru.join("b.md")).unwrap();
    symlink("/etc/passwd", ru.join("out.md")).unwrap();
    symlink("nothing", ru.join("c.txt")).unwrap();
    symlink("..", ru.join("up")).unwrap();
    symlink("round", ru.join("round")).unwrap();
    symlink("content", folder.path().join("copy")).unwrap();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    fs::File::create(ru.join(name)).unwrap();
    assert_eq!(articles(&project), ["0 a: ru=content/ru/a.md"]);
    assert_eq!(
        diagnostics(&project),
        [
            "symbolic-link content/ru/b.md ../../other/b.md",
            "bad-file-name content/ru/caf\u{fffd}.md ",
            "symbolic-link content/ru/out.md /etc/passwd",
            "symbolic-link content/ru/round round",
            "symbolic-link content/ru/up ..",
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_closed_folder_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, project) = project(BOTH, &["content/ru/a.md", "content/ru/closed/b.md"]);
    let closed = folder.path().join("content/ru/closed");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser reads everything.
    if fs::read_dir(&closed).is_err() {
        assert_eq!(
            diagnostics(&project),
            ["unreadable content/ru/closed permission-denied"]
        );
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
}
