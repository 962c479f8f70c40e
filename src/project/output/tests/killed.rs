//! A run that is killed between any two steps leaves a whole bundle, and the next run puts the rest right.

use std::fs;
use std::path::Path;

use super::super::super::root::Root;
use super::super::Output;
use super::super::marker::{self, State};
use super::{ONE, THREE, TWO, both, files, lines, outputs, publish, visited};

/// A step of publishing or of a rollback, as far as the disk sees it.
type Step = fn(&Output);

/// The steps of publishing `three` after `two` and `one`.
fn steps(exchanges: bool) -> Vec<Step> {
    let mut steps: Vec<Step> = vec![
        |output| {
            let _ = fs::remove_dir_all(&output.next);
            fs::create_dir(&output.next).unwrap();
        },
        |output| mark(output, &output.next, &State::Unfinished),
        |output| fs::write(output.next.join("index.html"), "т").unwrap(),
        |output| {
            fs::create_dir(output.next.join("en")).unwrap();
            for (path, text) in THREE {
                fs::write(output.next.join(path), text).unwrap();
            }
            fs::write(&output.draft, "sverka b").unwrap();
        },
        |output| ready(output, "three"),
        |output| mark(output, &output.next, &State::Whole("three".to_owned())),
    ];
    if exchanges {
        steps.push(|output| {
            rename(&output.target, &output.parent().join("aside"));
            rename(&output.next, &output.target);
            rename(&output.parent().join("aside"), &output.next);
        });
        steps.push(|output| rename(&output.next, &output.former));
    } else {
        steps.push(|output| rename(&output.target, &output.former));
        steps.push(|output| rename(&output.next, &output.target));
    }
    let rest: [Step; 4] = [
        |output| mark(output, &output.previous, &State::Unfinished),
        |output| rename(&output.previous, &output.next),
        |output| rename(&output.former, &output.previous),
        |output| fs::remove_file(&output.ready).unwrap(),
    ];
    steps.extend(rest);
    steps
}

/// The steps of a rollback where folders cannot be exchanged.
const BACK: [Step; 3] = [
    |output| rename(&output.target, &output.former),
    |output| rename(&output.previous, &output.target),
    |output| rename(&output.former, &output.previous),
];

fn mark(output: &Output, folder: &Path, state: &State) {
    marker::write(folder, &output.draft, state).unwrap();
}

fn ready(output: &Output, line: &str) {
    let whole = State::Whole(line.to_owned());
    marker::replace(&output.ready, &output.draft, &whole).unwrap();
}

fn rename(from: &Path, to: &Path) {
    fs::rename(from, to).unwrap();
}

#[test]
fn publishing_may_be_killed_between_any_two_steps() {
    for exchanges in [true, false] {
        let steps = steps(exchanges);
        for killed in 0..=steps.len() {
            // The seventh step is the one that moves the published bundle.
            let (published, previous, texts) = if killed < 7 {
                ("two", "one", TWO)
            } else {
                ("three", "two", THREE)
            };
            is_mended(
                &steps[..killed],
                exchanges,
                &both(published, previous),
                &texts,
            );
        }
    }
}

#[test]
fn a_rollback_may_be_killed_between_any_two_steps() {
    for (killed, published, previous, texts) in [
        (0, "two", "one", TWO),
        (1, "two", "one", TWO),
        (2, "one", "two", ONE),
        (3, "one", "two", ONE),
    ] {
        is_mended(&BACK[..killed], false, &both(published, previous), &texts);
    }
}

/// After these steps a reader finds the bundle that is expected, and so does the next run, which
/// publishes as if nothing had been.
fn is_mended(
    steps: &[Step],
    exchanges: bool,
    expected: &(Option<String>, Option<String>),
    texts: &[(&str, &str)],
) {
    for reads in [true, false] {
        let (folder, output) = outputs().remove(usize::from(!exchanges));
        let root = tempfile::tempdir().unwrap();
        let root = Root::new(root.path()).unwrap();
        publish(&output, "one", &ONE);
        publish(&output, "two", &TWO);
        for step in steps {
            step(&output);
        }
        let is_as_expected = |output: &Output| {
            let found = (lines(output), visited(output));
            let case = format!("{} steps, read {reads}", steps.len());
            assert_eq!(found, (expected.clone(), files(texts)), "{case}");
        };
        if reads {
            let reader = Output::at(&root, &folder.path().join("public")).unwrap();
            is_as_expected(&reader);
        }
        let staging = output.stage().unwrap();
        is_as_expected(&output);
        drop(staging);
        publish(&output, "four", &ONE);
        assert_eq!(
            (output.previous(), visited(&output)),
            (expected.0.clone(), files(&ONE))
        );
        output.rollback().unwrap();
        assert_eq!(visited(&output), files(texts));
        assert!(!output.former.exists() && !output.draft.exists() && !output.ready.exists());
    }
}

#[test]
fn the_first_bundle_may_be_killed_as_well() {
    for (_folder, output) in outputs() {
        fs::create_dir(&output.next).unwrap();
        ready(&output, "zero");
        mark(&output, &output.next, &State::Whole("zero".to_owned()));
        fs::write(output.next.join("old"), "").unwrap();
        publish(&output, "one", &ONE);
        assert_eq!(
            (lines(&output), visited(&output)),
            ((Some("one".to_owned()), None), files(&ONE))
        );
    }
}
