//! Holds both languages of the program to the same messages, arguments and help.

mod ftl;

use std::collections::BTreeSet;

use fluent::FluentArgs;
use ftl::{Entry, entries};
use sverka::checks::ALL;
use sverka::diagnostic::{Code, Diagnostic};
use sverka::messages::{Messages, Msg, UiLang};
use sverka::project::{Config, Reason, TYPES};
use sverka::text::Span;

/// Every plural category of both languages, and a number long enough to be grouped.
const NUMBERS: [usize; 8] = [0, 1, 2, 5, 11, 21, 22, 12_345];

#[test]
fn each_id_stands_once_and_both_languages_have_the_same() {
    let ids = UiLang::ALL.map(|lang| {
        let ids: Vec<_> = entries(lang)
            .into_iter()
            .map(|entry| (entry.file, entry.id, entry.attributes))
            .collect();
        let names: BTreeSet<_> = ids.iter().map(|(_, id, _)| id.clone()).collect();
        assert_eq!(names.len(), ids.len(), "{lang:?}: an id stands twice");
        ids
    });
    assert_eq!(ids[0], ids[1], "the same messages in the same order");
}

#[test]
fn every_message_of_the_enum_is_said() {
    let known: BTreeSet<_> = Msg::samples(1).iter().map(Msg::id).collect();
    assert_eq!(
        known.len(),
        Msg::samples(1).len(),
        "two messages have one id"
    );
    for lang in UiLang::ALL {
        let messages = Messages::new(lang);
        for number in NUMBERS {
            for message in Msg::samples(number) {
                let mut errors = Vec::new();
                let text = messages.lookup(message.id(), None, &message.args(), &mut errors);
                assert!(
                    text.is_some_and(|text| !text.is_empty()),
                    "{lang:?}: no {:?}",
                    message.id()
                );
                assert!(errors.is_empty(), "{lang:?} {message:?}: {errors:?}");
            }
        }
        for entry in entries(lang).iter().filter(|entry| entry.is_sentence()) {
            assert!(
                known.contains(entry.id.as_str()),
                "{lang:?}: nobody says {}",
                entry.id
            );
        }
    }
}

#[test]
fn sentences_use_their_arguments_and_no_others() {
    for lang in UiLang::ALL {
        let entries = entries(lang);
        for message in Msg::samples(1) {
            let entry = entries
                .iter()
                .find(|entry| entry.id == message.id())
                .unwrap();
            let args: BTreeSet<_> = message
                .args()
                .iter()
                .map(|(name, _)| name.to_owned())
                .collect();
            assert_eq!(entry.variables, args, "{lang:?}: {}", entry.id);
        }
    }
}

#[test]
fn plurals_have_the_forms_of_their_language() {
    for (lang, forms) in [(UiLang::En, "one other*"), (UiLang::Ru, "one few many*")] {
        for Entry { id, selectors, .. } in entries(lang) {
            for (_, keys) in selectors.iter().filter(|(_, keys)| keys.contains("one")) {
                assert_eq!(keys, forms, "{lang:?}: {id}");
            }
        }
    }
}

#[test]
fn russian_counts_like_a_russian() {
    let ru = Messages::new(UiLang::Ru);
    let say = |count| ru.say(&Msg::Segments { count });
    let said: Vec<_> = [1, 2, 5, 11, 21, 12_345].map(say).into();
    let expected = [
        "1 сегмент",
        "2 сегмента",
        "5 сегментов",
        "11 сегментов",
        "21 сегмент",
        "12\u{a0}345 сегментов",
    ];
    assert_eq!(said, expected);
    assert_eq!(
        ru.say(&Msg::SegmentsOf {
            stale: 3,
            total: 21
        }),
        "3 из 21 сегмента"
    );
    let en = Messages::new(UiLang::En);
    assert_eq!(en.say(&Msg::Words { count: 12_345 }), "12,345 words");
}

#[test]
fn every_code_has_its_sentence_and_advice() {
    for lang in UiLang::ALL {
        let messages = Messages::new(lang);
        let entries = entries(lang);
        let codes = || {
            Code::OF_FILES
                .iter()
                .copied()
                .chain(ALL.iter().map(|entry| entry.code))
        };
        for code in codes() {
            let entry = entries.iter().find(|entry| entry.id == code.name());
            let entry = entry.unwrap_or_else(|| panic!("{lang:?}: no sentence for {code}"));
            let args: BTreeSet<_> = code.args().iter().map(|arg| (*arg).to_owned()).collect();
            assert_eq!(entry.variables, args, "{lang:?}: {code}");
            assert_eq!(entry.attributes, ["help"], "{lang:?}: {code}");
            let facts: FluentArgs<'_> = code.args().iter().map(|arg| (*arg, "7")).collect();
            for attribute in [None, Some("help")] {
                let mut errors = Vec::new();
                let text = messages
                    .lookup(code.name(), attribute, &facts, &mut errors)
                    .unwrap();
                assert!(errors.is_empty(), "{lang:?} {code}: {errors:?}");
                assert!(
                    !text.ends_with('.') && !text.is_empty(),
                    "{lang:?} {code}: {text}"
                );
                assert!(
                    !text.starts_with(char::is_uppercase),
                    "{lang:?} {code}: {text}"
                );
            }
        }
        let named = |entry: &&Entry| {
            matches!(entry.file, "checks.ftl" | "diagnostics.ftl") && !is_word(&entry.id)
        };
        assert_eq!(
            entries.iter().filter(named).count(),
            codes().count(),
            "{lang:?}: a sentence without a code"
        );
    }
}

/// Whether a message is no sentence but the words for a value.
fn is_word(id: &str) -> bool {
    id.starts_with("reason-") || id.starts_with("type-")
}

#[test]
fn every_reason_and_type_has_its_words_and_no_words_are_unused() {
    let reasons = Reason::ALL
        .iter()
        .map(|one| format!("reason-{}", one.name()));
    let types = TYPES.iter().map(|one| format!("type-{one}"));
    let wanted: BTreeSet<String> = reasons.chain(types).collect();
    for lang in UiLang::ALL {
        let words: Vec<Entry> = entries(lang)
            .into_iter()
            .filter(|entry| entry.file == "diagnostics.ftl" && is_word(&entry.id))
            .collect();
        let given: BTreeSet<String> = words.iter().map(|entry| entry.id.clone()).collect();
        assert_eq!(wanted, given, "{lang:?}");
        for entry in words {
            assert!(entry.variables.is_empty(), "{lang:?}: {}", entry.id);
        }
    }
}

#[test]
fn what_is_wrong_in_a_project_file_is_said_in_words() {
    let text = "[languages]\nsource = 5\ntargets = [\"en\", \"en\"]\n[[content]]\npath = \"a/{lnag}.md\"\n";
    let (_, found) = Config::parse("workflow.toml", text);
    let said = |lang| -> Vec<String> {
        let messages = Messages::new(lang);
        found.iter().map(|one| messages.diagnostic(one).0).collect()
    };
    assert_eq!(
        said(UiLang::Ru),
        [
            "языки проекта указаны не полностью: не задан язык оригинала, `source`",
            "в значении ключа «source» ожидается строка, а стоит число",
            "с языком «en» что-то не так: он указан дважды",
            "шаблон пути «a/{lnag}.md» не годится: такой переменной нет («{lnag}»)",
        ]
    );
    let last = found.last().unwrap();
    assert_eq!(
        Messages::new(UiLang::En).diagnostic(last).1.unwrap(),
        "perhaps you meant the variable `{lang}`"
    );
}

#[test]
fn facts_are_said_for_people() {
    let ru = Messages::new(UiLang::Ru);
    let en = Messages::new(UiLang::En);
    let about = |code| Diagnostic::new(code, Span::file("a/ru.md"));
    let large = about(Code::TOO_LARGE)
        .with("size", 104_857_600)
        .with("limit", 1_572_864);
    assert_eq!(
        en.diagnostic(&large).0,
        "the file takes 100\u{a0}MB; the limit is 1.5\u{a0}MB"
    );
    assert_eq!(
        ru.diagnostic(&large).0,
        "файл занимает 100\u{a0}МБ при пределе 1,5\u{a0}МБ"
    );
    let denied = about(Code::UNREADABLE).with("reason", "permission-denied");
    assert_eq!(
        ru.diagnostic(&denied).0,
        "прочитать не удалось: нет прав доступа"
    );
    let other = about(Code::UNREADABLE).with("reason", "Input/output error (os error 5)");
    assert_eq!(
        ru.diagnostic(&other).0,
        "прочитать не удалось: Input/output error (os error 5)"
    );
    let key = about(Code::UNKNOWN_KEY).with("key", "sorce");
    assert_eq!(
        ru.diagnostic(&key).1.unwrap(),
        "удалите его или проверьте, в том ли разделе он стоит"
    );
    let near = key.with("nearest", "source");
    assert_eq!(
        en.diagnostic(&near).1.unwrap(),
        "perhaps you meant `source`"
    );
}

#[test]
fn threads_may_share_the_words() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Messages::new(UiLang::Ru));
}

#[test]
fn the_environment_chooses_the_language() {
    let choose =
        |locales: &[&str]| UiLang::of_locales(locales.iter().map(|&locale| locale.to_owned()));
    for locales in [&["ru-RU"][..], &["uk-UA", "ru"], &["ru_RU.UTF-8", "en-US"]] {
        assert_eq!(choose(locales), UiLang::Ru, "{locales:?}");
    }
    for locales in [
        &[][..],
        &["C", "ru-RU"],
        &["POSIX", "ru"],
        &["de-DE"],
        &["en-GB", "ru-RU"],
        &["run"],
    ] {
        assert_eq!(choose(locales), UiLang::En, "{locales:?}");
    }
}

#[test]
fn every_command_and_argument_has_its_help_and_no_help_is_unused() {
    for lang in UiLang::ALL {
        let messages = Messages::new(lang);
        let command = sverka::cli::command(&messages);
        command.clone().debug_assert();
        let wanted: BTreeSet<_> = sverka::cli::help::ids(&command).into_iter().collect();
        let help: Vec<_> = entries(lang).into_iter().filter(Entry::is_help).collect();
        let given: BTreeSet<_> = help.iter().map(|entry| entry.id.clone()).collect();
        assert_eq!(wanted, given, "{lang:?}");
        for entry in &help {
            assert!(
                entry.variables.is_empty() && entry.has_value,
                "{lang:?}: {}",
                entry.id
            );
            let known =
                |attribute: &String| ["long", "examples", "value"].contains(&attribute.as_str());
            assert!(
                entry.attributes.iter().all(known),
                "{lang:?}: {} {:?}",
                entry.id,
                entry.attributes
            );
        }
        for arg in command
            .get_subcommands()
            .flat_map(clap::Command::get_arguments)
        {
            let named = arg
                .get_value_names()
                .is_none_or(|names| lang == UiLang::En || !names[0].is_ascii());
            assert!(
                named || !arg.get_action().takes_values(),
                "{lang:?}: {} has no name for its value",
                arg.get_id()
            );
        }
    }
}
