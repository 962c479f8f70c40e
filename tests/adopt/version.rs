//! The version that a translation was made from is told by its text, not by the date of a commit.

use serde_json::json;

use super::repository::{Repository, sverka};

const RU: &str = "# Приём\n\nДокументы принимают до 20 июня.\n\nСм. [сайт](https://a.b/1).\n";
const EN: &str =
    "# Admission\n\nDocuments are acepted until 20 June.\n\nSee the [site](https://a.b/1).\n";
const RU_NAME: &str = "content/ru/admission.md";
const EN_NAME: &str = "content/en/admission.md";
const MORE_RU: &str = "\nОбщежитие дают всем иногородним.\n";
const MORE_EN: &str = "\nEverybody from out of town gets a room.\n";

/// A repository where the source got a paragraph since it was translated, with that commit and the
/// next one.
fn grown() -> Option<(Repository, [String; 2])> {
    let repository = Repository::new()?;
    repository.put(RU_NAME, RU);
    repository.put(EN_NAME, EN);
    let made = repository.commit("Приём открыт");
    repository.put(RU_NAME, RU.to_owned() + MORE_RU);
    let grown = repository.commit("Про общежитие");
    Some((repository, [made, grown]))
}

#[test]
fn the_text_decides_and_not_the_date() {
    let Some((repository, [made, grown])) = grown() else {
        return;
    };
    repository.put(EN_NAME, EN.replace("a.b/1", "a.b/2"));
    repository.commit("Fix links everywhere");
    let today = RU.replace("20", "25") + MORE_RU;
    repository.put(RU_NAME, &today);
    repository.commit("Новый срок");

    let found = repository.proposal(&[]);
    let expected = [
        ("origin", json!("version")),
        ("commit", json!(made)),
        ("date", json!("2024-05-29")),
        ("exact", json!(true)),
        ("confidence", json!(1.0)),
        ("fitting", json!(3)),
        ("blocks", json!(3)),
        ("ownBlocks", json!(0)),
        ("freshByDate", json!(false)),
        ("lacks", json!([])),
        ("doubts", json!([])),
        ("recorded", json!(false)),
    ];
    for (key, value) in expected {
        assert_eq!(found[key], value, "{key}");
    }
    assert_eq!(found["work"]["segments"], 2);
    assert_eq!(found["byDate"]["commit"], *grown);
    assert_eq!(found["byDate"]["blocks"], 4);
    let fitting = found["byDate"]["fitting"].as_u64().unwrap();
    assert!(fitting < 4, "{fitting}");

    let run = sverka(repository.path(), &["adopt", "admission", "--lang", "en"]);
    let made_from = format!("made from {} (2024-05-29): 3 of 3 blocks fit", &made[..10]);
    let of_the_date = format!(
        "the version of the commit date, {}, fits {fitting} of 4",
        &grown[..10]
    );
    assert!(run.out.contains(&made_from), "{}", run.out);
    assert!(run.out.contains(&of_the_date), "{}", run.out);

    repository.write(&[]);
    let blob = repository.git(&["show", &format!("{made}:{RU_NAME}")]);
    assert_eq!(repository.base("en", RU_NAME).unwrap(), blob);
    assert_eq!(repository.status(), [format!("{EN_NAME} stale 2+0")]);
}

#[test]
fn slips_of_the_pen_links_and_code_are_no_work_on_a_translation() {
    for (old, new) in [
        ("acepted", "accepted"),
        ("https://a.b/1", "https://a.b/2"),
        ("# Admission\n", "# Admission\n\n```sh\nopen --now\n```\n"),
        ("See the [site]", "See  the\n[site]"),
    ] {
        let Some((repository, [made, _])) = grown() else {
            return;
        };
        repository.put(EN_NAME, EN.replace(old, new));
        repository.commit("Mend the page");
        let found = repository.proposal(&[]);
        assert_eq!(found["commit"], *made, "{new}");
        repository.write(&[]);
        assert_eq!(repository.base("en", RU_NAME).unwrap(), RU, "{new}");
        assert_eq!(
            repository.status(),
            [format!("{EN_NAME} stale 1+0")],
            "{new}"
        );
    }
}

#[test]
fn work_on_a_translation_brings_it_up_to_date() {
    let Some((repository, [_, grown])) = grown() else {
        return;
    };
    repository.put(EN_NAME, EN.to_owned() + MORE_EN);
    repository.commit("Translate the rest");
    let found = repository.proposal(&[]);
    assert_eq!(
        (&found["commit"], &found["byDate"]),
        (&grown.into(), &().into())
    );
    assert_eq!(
        (&found["freshByDate"], &found["work"]),
        (&true.into(), &().into())
    );
    repository.write(&[]);
    assert_eq!(repository.status(), [format!("{EN_NAME} current")]);
}

#[test]
fn each_language_has_its_own_version() {
    let Some((repository, [made, grown])) = grown() else {
        return;
    };
    let de = "# Zulassung\n\nUnterlagen bis zum 20. Juni.\n\nSiehe die [Seite](https://a.b/1).\n\n\
              Alle von auswärts bekommen ein Zimmer.\n";
    repository.put("content/de/admission.md", de);
    repository.commit("Auf Deutsch");
    assert_eq!(repository.proposal(&["--lang", "en"])["commit"], *made);
    assert_eq!(repository.proposal(&["--lang", "de"])["commit"], *grown);
    repository.write(&["--lang", "de"]);
    let expected = [
        "content/de/admission.md current",
        "content/en/admission.md untracked",
    ];
    assert_eq!(repository.status(), expected);
    repository.write(&[]);
    assert_eq!(repository.base("en", RU_NAME).unwrap(), RU);
    let again = sverka(repository.path(), &["adopt", "--write"]);
    assert!(
        again
            .err
            .contains("there are no untracked translations here"),
        "{}",
        again.err
    );
}

#[test]
fn what_was_done_on_a_branch_does_not_mislead() {
    let Some((repository, [made, _])) = grown() else {
        return;
    };
    // The branch begins before the paragraph was written, and is merged after.
    repository.git(&["checkout", "--quiet", "-b", "de", &made]);
    let de = "# Zulassung\n\nUnterlagen bis zum 20. Juni.\n\nSiehe die [Seite](https://a.b/1).\n";
    repository.put("content/de/admission.md", de);
    repository.commit("Auf Deutsch");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.git(&["merge", "--quiet", "--no-edit", "de"]);
    let found = repository.proposal(&["--lang", "de"]);
    assert_eq!(
        (&found["commit"], &found["byDate"]),
        (&made.into(), &().into())
    );
    assert_eq!(
        (&found["exact"], &found["work"]["segments"]),
        (&true.into(), &1.into())
    );
}

#[test]
fn what_is_not_committed_counts_as_done_today() {
    let Some((repository, [made, _])) = grown() else {
        return;
    };
    // The source changed on the disk only; the translation did not.
    let today = RU.replace("20", "25") + MORE_RU;
    repository.put(RU_NAME, &today);
    assert_eq!(repository.proposal(&[])["commit"], *made);
    // The translation followed, on the disk only.
    repository.put(EN_NAME, EN.replace("20", "25") + MORE_EN);
    let found = repository.proposal(&[]);
    assert_eq!(
        (&found["origin"], &found["work"]),
        (&"today".into(), &().into())
    );
    // A translation that git has never seen.
    let de = "# Zulassung\n\nUnterlagen bis zum 20. Juni.\n\nSiehe die [Seite](https://a.b/1).\n";
    repository.put("content/de/admission.md", de);
    assert_eq!(repository.proposal(&["--lang", "de"])["commit"], *made);
    repository.write(&[]);
    let expected = [
        "content/de/admission.md stale 2+0",
        "content/en/admission.md current",
    ];
    assert_eq!(repository.status(), expected);
    assert_eq!(repository.base("en", RU_NAME).unwrap(), today);
}
