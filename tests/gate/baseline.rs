//! The ratchet: what a baseline knows is set aside, and it never knows more than it did.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sverka::checks::engine::{Finding, Fingerprint};
use sverka::diagnostic::{Code, Diagnostic};
use sverka::gate::Baseline;
use sverka::text::Span;

use crate::repository::sverka;
use crate::site::Site;

/// Findings of one check: an article and a text each.
fn findings(of: &[(u8, u8)]) -> Vec<Finding> {
    let one = |(article, text): &(u8, u8)| {
        let place = Span::file(format!("{article}.md"));
        let mut found = Finding::of_file(Diagnostic::new(Code::EMPTY_FILE, place));
        found.fingerprint = Fingerprint::of([text.to_string().as_str()]);
        found
    };
    of.iter().map(one).collect()
}

/// How often each fingerprint stands in the text of a baseline.
fn counts(baseline: &Baseline) -> BTreeMap<String, usize> {
    let table: toml::Table = baseline.to_toml().parse().unwrap();
    let entries = table.get("finding").and_then(|all| all.as_array());
    let mut out = BTreeMap::new();
    for entry in entries.into_iter().flatten() {
        let count = entry.get("count").and_then(toml::Value::as_integer);
        let count = usize::try_from(count.unwrap_or(1)).unwrap();
        let print = entry["fingerprint"].as_str().unwrap().to_owned();
        *out.entry(print).or_default() += count;
    }
    out
}

fn some() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((0u8..4, 0u8..4), 0..16)
}

proptest! {
    #[test]
    fn it_never_grows(known in some(), today in some()) {
        let (known, found) = (Baseline::of(&findings(&known)), findings(&today));
        let today = Baseline::of(&found);
        let shrunk = known.shrunk(&today);
        prop_assert!(shrunk.len() <= known.len().min(today.len()));
        for (print, count) in counts(&shrunk) {
            prop_assert!(count <= counts(&known)[&print]);
        }
        // What it kept is what it sets aside, and doing that again changes nothing.
        let mut left = found.clone();
        prop_assert_eq!(known.take_out(&mut left), shrunk.len());
        let mut again = found.clone();
        shrunk.take_out(&mut again);
        prop_assert_eq!(&left, &again);
        prop_assert_eq!(&shrunk.shrunk(&today), &shrunk);
        prop_assert_eq!(&Baseline::parse(&shrunk.to_toml()).unwrap(), &shrunk);
    }

    #[test]
    fn what_is_found_today_is_all_known_today(today in some()) {
        let mut found = findings(&today);
        Baseline::of(&found.clone()).take_out(&mut found);
        prop_assert_eq!(found, []);
    }
}

#[test]
fn a_renamed_article_keeps_what_was_known_of_it() {
    let known = Baseline::of(&findings(&[(1, 7)]));
    let mut moved = findings(&[(2, 7), (3, 7)]);
    assert_eq!(known.take_out(&mut moved), 1);
    assert_eq!(moved.len(), 1);
}

#[test]
fn the_command_makes_it_once_and_then_only_takes_out() {
    let site = Site::new(&[
        ("race/ru.md", "Снег снег.\n\nЛёд.\n\nДождь.\n"),
        ("race/en.md", "Snow.\n\nIce ice.\n\nRain.\n"),
    ]);
    site.settings("[policy]\nfail = ['warning']\n");
    let check = |words: &[&str]| {
        let words = [&["check", "--baseline", "known.toml"], words].concat();
        let run = sverka(site.path(), &words);
        let last = run.err.lines().last().unwrap_or_default().to_owned();
        (run.code, last)
    };
    let knows = |what: &str| format!("known.toml written: it knows {what}");
    assert_eq!(check(&[]).0, 2);
    assert_eq!(check(&["--update-baseline"]), (0, knows("2 findings")));
    assert_eq!(check(&[]), (0, String::new()));
    site.edit("race/en.md", "Rain", "Rain rain");
    assert_eq!(check(&[]).0, 1);
    assert_eq!(check(&["--update-baseline"]).0, 1);
    site.edit("race/en.md", "Ice ice.\n\nRain rain", "Ice.\n\nRain");
    assert_eq!(check(&["--update-baseline"]), (0, knows("one finding")));
    for broken in [
        "x",
        "version = 2\n",
        "version = 1\n[[finding]]\ncheck = 'a'\n",
    ] {
        site.put("known.toml", broken);
        assert_eq!(check(&["--update-baseline"]).0, 2);
        assert_eq!(site.text("known.toml"), broken);
    }
}
