//! Diagnostics as people and machines see them, in both languages.

use sverka::diagnostic::{Code, Diagnostic};
use sverka::messages::{Messages, UiLang};
use sverka::report::{DiagnosticJson, Drawing, draw};
use sverka::text::Span;

const PLAIN: Drawing = Drawing {
    color: false,
    width: 100,
};

const RU: &str = "---\ntitle: Сверка\nlicense: CC-BY-4.0\n---\n\nТекст.\n";
const EN: &str = "---\ntitle: Sverka\nlicense: MIT\n---\n\nText.\n";

fn sources(path: &str) -> Option<String> {
    match path {
        "a/ru.md" => Some(RU.to_owned()),
        "a/en.md" => Some(EN.to_owned()),
        "long.md" => Some(format!(
            "{}слово{}",
            "до ".repeat(200_000),
            " после".repeat(200_000)
        )),
        _ => None,
    }
}

/// A finding that stands in two files at once.
fn unequal() -> Diagnostic {
    let place = |file: &'static str, text: &str, word: &str| {
        let at = text.find(word).unwrap_or_default();
        Span::new(file, at..at + word.len())
    };
    Diagnostic::new(Code::UNEQUAL_FIELD, place("a/ru.md", RU, "CC-BY-4.0"))
        .with("field", "license")
        .with("source", "MIT")
        .with("target", "CC-BY-4.0")
        .related(place("a/en.md", EN, "MIT"))
}

fn drawn(diagnostic: &Diagnostic, lang: UiLang) -> String {
    draw(diagnostic, &sources, &Messages::new(lang), PLAIN)
}

#[test]
fn both_languages_stand_under_each_other() {
    assert_eq!(
        drawn(&unequal(), UiLang::Ru),
        r"предупреждение[unequal-field]: поле «license» различается: в оригинале «MIT», в переводе «CC-BY-4.0»
  ╭▸ a/ru.md:3:10
  │
3 │ license: CC-BY-4.0
  │          ━━━━━━━━━
  │
  ⸬  a/en.md:3:10
  │
3 │ license: MIT
  │          ───
  │
  ╰ подсказка: сделайте значения одинаковыми или уберите поле из тех, что обязаны совпадать
"
    );
    assert_eq!(
        drawn(&unequal(), UiLang::En),
        r"warning[unequal-field]: the field `license` differs: `MIT` in the source, `CC-BY-4.0` in the translation
  ╭▸ a/ru.md:3:10
  │
3 │ license: CC-BY-4.0
  │          ━━━━━━━━━
  │
  ⸬  a/en.md:3:10
  │
3 │ license: MIT
  │          ───
  │
  ╰ help: make the values equal, or take the field out of the fields that must be equal
"
    );
}

#[test]
fn a_file_as_a_whole_is_a_path() {
    let broken = Diagnostic::new(Code::INVALID_UTF8, Span::file("b/ru.md")).with("byte", 12);
    assert_eq!(
        drawn(&broken, UiLang::Ru),
        r"ошибка[invalid-utf8]: файл не в UTF-8 начиная с байта 12
 ╭▸ b/ru.md
 ╰ подсказка: сохраните файл в кодировке UTF-8
"
    );
}

#[test]
fn columns_count_letters_and_a_note_stands_beside() {
    let at = RU.find("Сверка").unwrap();
    let span = Span::new("a/ru.md", at..at + "Сверка".len());
    let mut twice = Diagnostic::new(Code::DUPLICATE_KEY, span).with("key", "Сверка");
    twice.primary.note = Some("key".to_owned());
    assert_eq!(
        drawn(&twice, UiLang::Ru),
        r"предупреждение[duplicate-key]: ключ «Сверка» встречается в файле дважды
  ╭▸ a/ru.md:2:8
  │
2 │ title: Сверка
  │        ━━━━━━ Сверка
  │
  ╰ подсказка: переименуйте или удалите один из них: учитывается только первый
"
    );
}

#[test]
fn a_megabyte_in_one_line_is_cut() {
    let text = sources("long.md").unwrap();
    let at = text.find("слово").unwrap();
    let long = Diagnostic::new(
        Code::LONG_LINE,
        Span::new("long.md", at..at + "слово".len()),
    )
    .with("size", text.len())
    .with("limit", 1_048_576);
    let picture = drawn(&long, UiLang::Ru);
    assert!(picture.contains("long.md:1:600001"), "{picture}");
    assert!(
        picture.contains("слово") && picture.len() < 2000,
        "{picture}"
    );
}

#[test]
fn no_span_makes_it_panic() {
    for start in 0..RU.len() + 3 {
        for end in [0, start, start + 1, start + 5, usize::MAX] {
            let span = Span {
                file: "a/ru.md".into(),
                start,
                end,
            };
            let diagnostic = Diagnostic::new(Code::EMPTY_FILE, span);
            drawn(&diagnostic, UiLang::Ru);
            DiagnosticJson::new(&diagnostic, &sources, &Messages::new(UiLang::En));
        }
    }
}

#[test]
fn what_a_file_says_cannot_command_the_terminal() {
    let evil =
        Diagnostic::new(Code::DUPLICATE_KEY, Span::file("a\u{1b}[2J.md")).with("key", "k\u{1b}[2J");
    let picture = drawn(&evil, UiLang::En);
    assert!(!picture.contains('\u{1b}'), "{picture:?}");
    let colored = Drawing {
        color: true,
        ..PLAIN
    };
    let picture = draw(&unequal(), &sources, &Messages::new(UiLang::Ru), colored);
    assert!(picture.contains("\u{1b}["));
}

#[test]
fn machines_get_characters_and_bytes() {
    let json = DiagnosticJson::new(&unequal(), &sources, &Messages::new(UiLang::En));
    let json = serde_json::to_string_pretty(&json).unwrap();
    assert_eq!(
        json,
        r#"{
  "code": "unequal-field",
  "severity": "warning",
  "message": "the field `license` differs: `MIT` in the source, `CC-BY-4.0` in the translation",
  "help": "make the values equal, or take the field out of the fields that must be equal",
  "file": "a/ru.md",
  "line": 3,
  "column": 10,
  "endLine": 3,
  "endColumn": 19,
  "byteStart": 33,
  "byteEnd": 42,
  "key": null,
  "related": [
    {
      "file": "a/en.md",
      "line": 3,
      "column": 10,
      "endLine": 3,
      "endColumn": 13,
      "byteStart": 27,
      "byteEnd": 30,
      "key": null
    }
  ]
}"#
    );
}
