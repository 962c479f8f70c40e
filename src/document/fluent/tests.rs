//! Tests of how Fluent is read.

use crate::document::{Document, Expression, OBJECT, Reader, Segment, Shown};

fn read(text: &str) -> Document {
    Reader::for_test("a.ftl").read(text).document
}

/// What is seen of a segment, piece by piece, each with the bytes of the file it came from.
fn seen(file: &str, segment: &Segment) -> Vec<(String, String)> {
    let shown = |shown: &Shown, written: &str| match shown {
        Shown::Written => written.to_owned(),
        Shown::Decoded(words) => words.clone(),
        Shown::Space => " ".to_owned(),
        Shown::Hidden => String::new(),
        Shown::Object => OBJECT.to_string(),
    };
    let pieces = segment.visible.iter().map(|piece| {
        let words = shown(&piece.shown, &segment.text[piece.range.clone()]);
        (words, file[segment.place(&piece.range)].to_owned())
    });
    pieces.collect()
}

const LETTERS: &str = "\u{feff}# Письма\n# до 20 знаков\nletters =\n    Дорогая { $name }, вам { $count ->\n        [one] пришло { $count } письмо\n       *[many]\n            пришло <b>{ NUMBER($count, minimumFractionDigits: 0) }</b>\n            писем{ $sex ->\n                [f] , сударыня\n               *[m] , сударь\n            }\n    }{ \"!\" } { -brand(case: \"genitive\") }\n    .title = О письмах\n";

#[test]
fn every_part_has_its_place() {
    for file in [LETTERS.to_owned(), LETTERS.replace('\n', "\r\n")] {
        let document = read(&file);
        let fluent = document.fluent.as_ref().unwrap();
        let entry = &fluent.entries[0];
        assert_eq!(&file[entry.place.clone()], "letters");
        let comment = file[entry.comment.clone().unwrap()].replace('\r', "");
        assert_eq!(comment, "# Письма\n# до 20 знаков");
        let own = &document.segments[entry.segments.clone()];
        let keys: Vec<_> = own.iter().filter_map(|one| one.key.as_deref()).collect();
        assert_eq!(keys, ["letters", "letters.title"]);
        let message = own[0].wording.as_ref().unwrap();
        let names: Vec<&str> = message
            .pattern
            .expressions()
            .into_iter()
            .filter_map(|expression| match expression {
                Expression::Variable(place)
                | Expression::Function(place, _)
                | Expression::Text(place)
                | Expression::Number(place) => Some(place),
                Expression::Term(reference, _) => Some(&reference.id),
                _ => None,
            })
            .map(|place| &file[place.clone()])
            .collect();
        assert_eq!(
            names,
            [
                "name", "count", "count", "NUMBER", "count", "0", "sex", "!", "brand", "genitive"
            ]
        );
        let selects = message.pattern.selects();
        assert_eq!(&file[selects[0].range.clone()], "$count");
        assert_eq!(selects[1].number, 1);
    }
}

#[test]
fn a_message_is_said_in_each_of_its_ways() {
    for file in [LETTERS.to_owned(), LETTERS.replace('\n', "\r\n")] {
        let document = read(&file);
        let segment = document.by_key("letters").unwrap();
        let ways = &segment.wording.as_ref().unwrap().ways;
        let said: Vec<(String, String)> = ways
            .iter()
            .map(|way| {
                let chosen = way.choices.iter();
                let chosen = chosen.map(|choice| format!("{}={}", choice.selector, choice.key));
                let words = seen(&file, &way.segment).into_iter().map(|piece| piece.0);
                let words = words
                    .collect::<String>()
                    .replace(OBJECT, "…")
                    .replace('\n', "·");
                (chosen.collect::<Vec<_>>().join(" "), words)
            })
            .collect();
        let said: Vec<(&str, &str)> = said.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(
            said,
            [
                (
                    "$count=many $sex=m",
                    "Дорогая …, вам пришло …·писем, сударь! …"
                ),
                ("$count=one", "Дорогая …, вам пришло … письмо! …"),
                (
                    "$count=many $sex=f",
                    "Дорогая …, вам пришло …·писем, сударыня! …"
                ),
            ]
        );
        for way in ways {
            for (words, written) in seen(&file, &way.segment) {
                if words.starts_with(char::is_alphabetic) {
                    assert_eq!(
                        words.trim_end_matches('\n'),
                        written.trim_end_matches(['\r', '\n'])
                    );
                }
            }
        }
    }
}

#[test]
fn the_whole_shows_the_words_of_all_variants_and_no_syntax() {
    let document = read(LETTERS);
    let segment = document.by_key("letters").unwrap();
    let words: String = seen(LETTERS, segment)
        .into_iter()
        .map(|piece| piece.0)
        .collect();
    let words: Vec<&str> = words
        .split([' ', '\n', OBJECT, ',', '!'])
        .filter(|word| !word.is_empty())
        .collect();
    assert_eq!(
        words,
        [
            "Дорогая",
            "вам",
            "пришло",
            "письмо",
            "пришло",
            "писем",
            "сударыня",
            "сударь"
        ]
    );
}

#[test]
fn addresses_and_tags_are_no_words() {
    let file =
        "help = Пишите на help@example.ru или <a href=\"{ $url }\">сюда</a>: https://a.b/c.\n";
    let document = read(file);
    let words: String = seen(file, &document.segments[0])
        .into_iter()
        .map(|piece| piece.0)
        .collect();
    assert_eq!(words.replace(OBJECT, "…"), "Пишите на … или сюда: ….");
}

#[test]
fn what_is_broken_is_cut_at_letters() {
    for file in [
        "привет = мир\n",
        "a = { $б }\n",
        "b = { \"я",
        "-т\n",
        "a = {",
        "ё",
    ] {
        let fluent = read(file).fluent.unwrap();
        assert!(!fluent.broken.is_empty(), "{file}");
        for broken in &fluent.broken {
            assert!(
                file.get(broken.at.clone()).is_some() && file.get(broken.all.clone()).is_some()
            );
        }
    }
}

#[test]
fn far_too_many_variants_are_not_said_one_by_one() {
    let variants = "    [a] письмо и ещё много слов о нём\n".repeat(5000);
    let file = format!(
        "n = Всем {} {{ $n ->\n{variants}   *[b] письма\n  }}\n",
        "слов ".repeat(50)
    );
    let document = read(&file);
    let message = document.segments[0].wording.as_ref().unwrap();
    assert!(message.too_many_ways && message.ways.is_empty());
}
