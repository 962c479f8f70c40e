//! What fails: languages that have to be there, levels and codes, and how much may wait.

use sverka::checks::engine::Rules;

use crate::repository::sverka;
use crate::site::{LANGUAGES, Site};

const RU: &str = "# Приём\n\nДо 15 июня.\n\nПо будням.\n";
const EN: &str = "# Admission\n\nUntil 15 June.\n\nOn weekdays.\n";

/// The exit code with these settings.
fn exit(site: &Site, policy: &str) -> u8 {
    site.settings(policy);
    site.check().exit()
}

#[test]
fn a_required_translation_has_to_be_there_current_and_finished() {
    let required = "[policy]\nrequired = ['en']\nfail = []\n";
    let site = Site::new(&[("a/ru.md", RU)]);
    assert_eq!((exit(&site, ""), exit(&site, required)), (0, 1));
    site.put("a/en.md", EN);
    assert_eq!(exit(&site, required), 0);
    site.edit("a/ru.md", "июня", "июля");
    assert_eq!((exit(&site, ""), exit(&site, required)), (0, 1));
    site.put(".sverka/base/en/a/ru.md", site.text("a/ru.md"));
    site.put(".sverka/review/en/a/ru.md.toml", "state = 'draft'\n");
    assert_eq!((exit(&site, ""), exit(&site, required)), (0, 1));
}

#[test]
fn a_collection_may_require_its_own() {
    let site = Site::new(&[("a/ru.md", RU)]);
    site.put(
        "workflow.toml",
        LANGUAGES.replace(
            "languages = ['en']",
            "languages = ['en', 'de']\nrequired = ['de']",
        ),
    );
    let failing = |site: &Site| -> Vec<String> {
        let found = site.check().findings;
        let fails = found.into_iter().filter(|one| one.fails);
        fails
            .map(|one| one.finding.lang.unwrap().to_string())
            .collect()
    };
    assert_eq!(failing(&site), ["de"]);
}

#[test]
fn so_much_may_wait_and_no_more() {
    let site = Site::new(&[("a/ru.md", RU), ("a/en.md", EN)]);
    // Two segments, three words.
    site.edit("a/ru.md", "До 15 июня", "До первого июля");
    site.edit("a/ru.md", "По будням", "По субботам");
    for (limits, code) in [
        ("", 1),
        ("stale-segments = 1", 1),
        ("stale-segments = 2", 0),
        ("stale-words = 2", 1),
        ("stale-words = 3", 0),
        ("stale-segments = 2\nstale-words = 2", 1),
        ("stale-segments = 0\nstale-words = 99", 1),
    ] {
        let policy = format!("[policy]\nrequired = ['en']\n{limits}\n");
        assert_eq!(exit(&site, &policy), code, "{limits}");
        let policy = format!("[policy]\nfail = ['stale']\n{limits}\n");
        assert_eq!(exit(&site, &policy), code, "{limits}");
    }
}

#[test]
fn levels_and_codes_fail_and_what_is_shown_does_not_matter() {
    let site = Site::new(&[("a/ru.md", RU), ("a/en.md", "Until until 15 June.\n")]);
    for (policy, code) in [
        ("", 0),
        ("[policy]\nfail = ['warning']\n", 1),
        ("[policy]\nfail = ['repeated-words']\n", 1),
        ("[policy]\nfail = ['stale']\n", 0),
        ("[checks.repeated-words]\nlevel = 'error'\n", 1),
        (
            "[policy]\nfail = []\n[checks.repeated-words]\nlevel = 'error'\n",
            0,
        ),
        (
            "[[override]]\npath = ['a/en.*']\nlevel = { repeated-words = 'error' }\n",
            1,
        ),
        (
            "[[override]]\npath = ['b/**']\nlevel = { repeated-words = 'error' }\n",
            0,
        ),
        (
            "[checks.repeated-words]\nlevel = 'error'\nignore = ['until']\n",
            0,
        ),
    ] {
        assert_eq!(exit(&site, policy), code, "{policy}");
        for level in ["error", "warning", "info"] {
            let run = sverka(
                site.path(),
                &["check", "--only", "repeated-words", "--level", level],
            );
            assert_eq!(run.code, i32::from(code), "{policy} {level}");
            assert!(code == 0 || run.out.contains("repeated-words"), "{level}");
        }
    }
    // What is not asked for is not judged.
    let narrow = |words: &[&str]| {
        let only = ["check", "--only", "repeated-words"];
        sverka(site.path(), &[&only, words].concat()).code
    };
    site.settings("[policy]\nfail = ['warning']\n");
    assert_eq!(narrow(&[]), 1);
    assert_eq!(narrow(&["--only", "stale", "--skip", "repeated-words"]), 0);
    assert_eq!(narrow(&["--skip", "repeated-words"]), 0);
    assert_eq!(narrow(&["--lang", "ru"]), 0);
    assert_eq!(narrow(&["--lang", "en"]), 1);
}

#[test]
fn an_approval_is_asked_for_and_any_edit_undoes_it() {
    let site = Site::new(&[("a/ru.md", RU), ("a/en.md", EN)]);
    let policy = "[policy]\nrequired = ['en']\napproval = true\n";
    assert_eq!(exit(&site, policy), 1);
    let approve = || {
        sverka(
            site.path(),
            &["approve", "a", "--lang", "en", "--by", "Анна"],
        )
    };
    assert_eq!(approve().code, 0);
    assert_eq!(site.check().exit(), 0);
    site.edit("a/en.md", "weekdays", "Mondays");
    assert_eq!(site.lines(), ["not-approved a/en.md"]);
    assert_eq!(approve().code, 0);
    site.edit("a/ru.md", "будням", "средам");
    assert_eq!(site.check().exit(), 1);
    assert_eq!(approve().code, 2);
}

#[test]
fn mistakes_in_the_settings_have_a_place() {
    for (settings, code, place) in [
        (
            "[policy]\nrequired = ['en', 'fr']\n",
            "bad-languages",
            "'fr'",
        ),
        ("[policy]\nfail = ['stal']\n", "unknown-check", "'stal'"),
        ("[policy]\nfial = []\n", "unknown-key", "fial"),
        ("[policy]\nstale-words = -1\n", "bad-config", "-1"),
        ("[checks.stal]\nlevel = 'off'\n", "unknown-key", "stal"),
        (
            "[checks.stale]\nlevel = 'of'\n",
            "bad-config",
            "[checks.stale]",
        ),
        ("[checks.stale]\nlevl = 'off'\n", "unknown-key", "levl"),
        (
            "[[override]]\npath = ['a/**']\nlevel = { stal = 'off' }\n",
            "unknown-check",
            "stal",
        ),
        ("[[override]]\npath = ['a/{']\n", "bad-glob", "'a/{'"),
        ("profile = 'blog'\n", "bad-config", "'blog'"),
    ] {
        // `profile` stands before the tables.
        let text = if settings.starts_with("profile") {
            format!("{settings}{LANGUAGES}")
        } else {
            format!("{LANGUAGES}{settings}")
        };
        let (_, wrong) = Rules::parse("workflow.toml", &text);
        let said: Vec<(&str, &str)> = wrong
            .iter()
            .map(|found| (found.code.name(), &text[found.primary.span.range()]))
            .collect();
        assert_eq!(said, [(code, place)], "{settings}");
    }
    let (_, wrong) = Rules::parse(
        "w",
        &format!("{LANGUAGES}[policy]\nrequired = ['ru', 'en']\n"),
    );
    assert_eq!(wrong, []);
}
