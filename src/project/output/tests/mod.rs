//! Bundles are published whole or not at all, whoever is killed, and nobody else's things are touched.

mod killed;
mod refused;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use tempfile::TempDir;

use super::super::error::ProjectError;
use super::super::root::Root;
use super::{Output, Staging};

type Files = BTreeMap<String, String>;

/// A folder, in which `public` is published with and without exchanges.
fn outputs() -> Vec<(TempDir, Output)> {
    let one = |exchanges| {
        let folder = tempfile::tempdir().unwrap();
        let mut output = Output::new(folder.path().canonicalize().unwrap().join("public")).unwrap();
        output.exchanges = exchanges;
        (folder, output)
    };
    vec![one(true), one(false)]
}

/// A project in a folder, and where it publishes.
fn project() -> (TempDir, Root, Output) {
    let folder = tempfile::tempdir().unwrap();
    let root = Root::new(folder.path()).unwrap();
    let output = Output::at(&root, &folder.path().join("public")).unwrap();
    (folder, root, output)
}

fn publish(output: &Output, line: &str, files: &[(&str, &str)]) {
    let staging = output.stage().unwrap();
    for (path, text) in files {
        staging.write(path, text.as_bytes()).unwrap();
    }
    staging.publish(line).unwrap();
}

/// What is published, read as a visitor would.
fn visited(output: &Output) -> Files {
    let files = output.files().unwrap().into_iter();
    let text = |path: &str| String::from_utf8(output.read(path).unwrap()).unwrap();
    files.map(|path| (path.clone(), text(&path))).collect()
}

fn files(texts: &[(&str, &str)]) -> Files {
    let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    texts.iter().map(owned).collect()
}

/// The line of the published bundle and that of the previous one.
fn lines(output: &Output) -> (Option<String>, Option<String>) {
    (output.published(), output.previous())
}

fn both(published: &str, previous: &str) -> (Option<String>, Option<String>) {
    (Some(published.to_owned()), Some(previous.to_owned()))
}

/// The names beside the target, sorted.
fn beside(output: &Output) -> Vec<String> {
    let entries = fs::read_dir(output.parent()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

const ONE: [(&str, &str); 2] = [("index.html", "один"), ("en/a/index.html", "one")];
const TWO: [(&str, &str); 2] = [("index.html", "два"), ("en/b/index.html", "two")];
const THREE: [(&str, &str); 2] = [("index.html", "три"), ("en/a", "three")];

#[test]
fn bundles_follow_each_other_and_a_rollback_swaps_two() {
    for (_folder, output) in outputs() {
        assert_eq!(lines(&output), (None, None));
        assert!(output.files().unwrap().is_empty());
        assert!(matches!(
            output.rollback(),
            Err(ProjectError::NoPrevious(_))
        ));
        publish(&output, "one", &ONE);
        assert_eq!(lines(&output), (Some("one".to_owned()), None));
        publish(&output, "two", &TWO);
        publish(&output, "three", &THREE);
        assert_eq!(
            (lines(&output), visited(&output)),
            (both("three", "two"), files(&THREE))
        );
        output.rollback().unwrap();
        assert_eq!(
            (lines(&output), visited(&output)),
            (both("two", "three"), files(&TWO))
        );
        output.rollback().unwrap();
        assert_eq!(
            (lines(&output), visited(&output)),
            (both("three", "two"), files(&THREE))
        );
        // From here on folders are filled again, where that can be.
        for _ in 0..3 {
            publish(&output, "one", &ONE);
            assert_eq!(visited(&output), files(&ONE));
            publish(&output, "three", &THREE);
            assert_eq!(visited(&output), files(&THREE));
        }
        let names = [
            ".public.sverka-lock",
            ".public.sverka-next",
            ".public.sverka-previous",
            "public",
        ];
        assert_eq!(beside(&output), names);
        fs::remove_dir_all(&output.target).unwrap();
        output.rollback().unwrap();
        assert_eq!(
            (output.published(), visited(&output)),
            (Some("one".to_owned()), files(&ONE))
        );
    }
}

#[test]
fn what_is_kept_is_the_same_file_and_keeps_its_time() {
    for (_folder, output) in outputs() {
        publish(&output, "0", &ONE);
        let old = output.facts("index.html").unwrap();
        for round in 1..5 {
            let staging = output.stage().unwrap();
            assert_eq!(staging.keep("index.html").unwrap(), old);
            // The same bytes are the same file, however they come.
            assert_eq!(
                staging.write("en/a/index.html", b"one").unwrap(),
                output.facts("en/a/index.html").unwrap()
            );
            let new = staging.write("new", b"new").unwrap();
            staging.publish(&round.to_string()).unwrap();
            assert_eq!(output.facts("index.html"), Some(old));
            assert_eq!(output.facts("new"), Some(new));
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let number = |folder: &Path| folder.join("index.html").metadata().unwrap().ino();
            assert_eq!(number(&output.target), number(&output.previous));
        }
        let staging = output.stage().unwrap();
        let missing = staging.keep("none.html").unwrap_err();
        assert!(matches!(missing, ProjectError::Io { .. }));
        staging.write("none.html", b"").unwrap();
    }
}

#[test]
fn a_bundle_that_was_published_is_never_written_to() {
    for (_folder, output) in outputs() {
        let texts = ["a", "b", "c", "d", "e"].map(|text| [("index.html", text)]);
        for (round, files) in texts.iter().enumerate() {
            publish(&output, &round.to_string(), files);
            if let Some(before) = round.checked_sub(1) {
                let previous = fs::read_to_string(output.previous.join("index.html")).unwrap();
                assert_eq!(previous, texts[before][0].1);
            }
        }
    }
}

#[test]
fn files_of_the_project_are_copied_and_digested() {
    let (folder, root, output) = project();
    let bytes = vec![7; 300_000];
    root.write("articles/photo.png", &bytes).unwrap();
    let copied = |staging: &Staging| {
        staging
            .copy("en/photo.png", &root, "articles/photo.png")
            .unwrap()
    };
    let staging = output.stage().unwrap();
    let (facts, digest) = copied(&staging);
    staging.publish("one").unwrap();
    assert_eq!(facts.size, 300_000);
    assert_eq!(output.digest("en/photo.png").unwrap(), (300_000, digest));
    assert_eq!(output.read("en/photo.png").unwrap(), bytes);
    // Written anew and the same: the published file keeps its time.
    root.write("articles/photo.png", &bytes).unwrap();
    let staging = output.stage().unwrap();
    assert_eq!(copied(&staging), (facts, digest));
    drop(staging);
    root.write("articles/photo.png", &vec![8; 300_000]).unwrap();
    let staging = output.stage().unwrap();
    let (_, digest) = copied(&staging);
    staging.publish("two").unwrap();
    assert_eq!(output.digest("en/photo.png").unwrap(), (300_000, digest));
    let staging = output.stage().unwrap();
    let refused = staging.copy("a", &root, "articles");
    assert!(matches!(refused, Err(ProjectError::NotAFile(_))));
    #[cfg(unix)]
    {
        let place = folder.path().join("articles/photo.png");
        std::os::unix::fs::symlink(&place, folder.path().join("link.png")).unwrap();
        let refused = staging.copy("a", &root, "link.png");
        assert!(matches!(refused, Err(ProjectError::Link(_))));
    }
}

#[test]
fn many_threads_write_at_once() {
    let (_folder, _, output) = project();
    for round in 0..4 {
        let staging = output.stage().unwrap();
        (0..400).into_par_iter().for_each(|at| {
            let path = format!("en/{}/{at}/index.html", at % 7);
            staging.write(&path, round.to_string().as_bytes()).unwrap();
        });
        staging.publish(&round.to_string()).unwrap();
        let found = visited(&output);
        assert_eq!(found.len(), 400);
        assert!(found.values().all(|text| *text == round.to_string()));
    }
}

#[test]
fn one_run_at_a_time_and_a_dropped_bundle_is_gone() {
    for (_folder, output) in outputs() {
        publish(&output, "one", &ONE);
        let staging = output.stage().unwrap();
        staging.write("a", b"").unwrap();
        let second = Output::new(output.target.clone()).unwrap();
        assert!(matches!(second.stage(), Err(ProjectError::Locked { .. })));
        assert_eq!(visited(&second), files(&ONE));
        drop(staging);
        assert_eq!(beside(&output), [".public.sverka-lock", "public"]);
        assert!(second.stage().is_ok());
    }
}

#[cfg(unix)]
#[test]
fn who_may_read_the_folder_may_read_the_next_bundle() {
    use std::os::unix::fs::PermissionsExt;
    for (_folder, output) in outputs() {
        publish(&output, "one", &ONE);
        fs::set_permissions(&output.target, fs::Permissions::from_mode(0o750)).unwrap();
        publish(&output, "two", &TWO);
        let mode = output.target.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o750);
    }
}
