//! What a page of HTML becomes, seen from outside.

use std::time::{Duration, Instant};

use super::super::{Document, OBJECT, Part, Reader, Shown};

fn read(text: &str) -> Document {
    let parsed = Reader::for_test("a.html").read(text);
    assert_eq!(parsed.diagnostics, []);
    parsed.document
}

/// Kind and words of each segment, `…` for an object; with `-` what is not prose.
fn outline(text: &str) -> Vec<String> {
    let document = read(text);
    let segments = document.segments.iter();
    let line = |segment: &super::Segment| match (&segment.key, segment.prose) {
        (Some(key), true) => format!("{key}: {}", segment.reader),
        (None, true) => format!("{:?} {}", segment.kind, segment.reader),
        (_, false) => format!("-{:?} {}", segment.kind, segment.text),
    };
    segments
        .map(|segment| line(segment).replace(OBJECT, "…"))
        .collect()
}

/// The prose alone.
fn prose(text: &str) -> Vec<String> {
    let lines = outline(text).into_iter();
    lines.filter(|line| !line.starts_with('-')).collect()
}

#[test]
fn blocks_are_segments() {
    let page = "<!doctype html>\n<html lang=\"ru\">\n<head><title>Сайт &laquo;Мост&raquo;</title>\n<meta name=\"Description\" content=\"О нас &amp; о вас\">\n<style>p { color: red }</style></head>\n<body>\n<h1>Новости</h1>\n<p>Первый\n   абзац<p>Second\n<ul>\n<li>пункт<ul><li>ниже</ul>\n<li><p>ещё</p><p>дальше</p>\n</ul>\n<table><tr><th>Имя<td>Name</table>\n<dl><dt>Слово<dd>Word</dl>\n<button>Купить</button> <label>Имя <input placeholder=\"Иван\"></label>\n</body>\n</html>\n";
    assert_eq!(
        prose(page),
        [
            "head.title: Сайт «Мост»",
            "meta.description: О нас & о вас",
            "Heading(1) Новости",
            "Paragraph Первый абзац",
            "Paragraph Second",
            "ListItem пункт",
            "ListItem ниже",
            "ListItem ещё",
            "Paragraph дальше",
            "TableCell Имя",
            "TableCell Name",
            "ListItem Слово",
            "ListItem Word",
            "Paragraph Купить",
            "Paragraph Имя",
            "Attribute Иван",
        ]
    );
}

#[test]
fn inline_elements_are_placeholders() {
    let page = "<p>См. <a href=\"x\"><b>раз</b>дел</a>&nbsp;1,<br>\n нажмите <kbd>Ctrl</kbd> <i class=x></i>и  see https://a.b/?x=1&amp;y=2.</p>";
    let document = read(page);
    let segment = &document.segments[0];
    assert_eq!(
        segment.reader.replace(OBJECT, "…"),
        "См. раздел\u{a0}1, нажмите … и  see …."
    );
    let marks = segment.placeholders.iter();
    let marks: Vec<(Part, &str)> = marks
        .map(|mark| (mark.part, &page[segment.place(&mark.range)]))
        .collect();
    assert_eq!(
        marks,
        [
            (Part::Open, "<a href=\"x\">"),
            (Part::Open, "<b>"),
            (Part::Close, "</b>"),
            (Part::Close, "</a>"),
            (Part::Whole, "<br>"),
            (Part::Whole, "<kbd>Ctrl</kbd>"),
            (Part::Open, "<i class=x>"),
            (Part::Close, "</i>"),
            (Part::Whole, "https://a.b/?x=1&amp;y=2"),
        ]
    );
}

#[test]
fn places_are_exact() {
    let page = "<p>Два\r\n\t\t<b>слова,\r\n  и  two</b> words &mdash; <i>всё</i>\r\n</p>";
    let document = read(page);
    let segment = &document.segments[0];
    assert_eq!(
        segment.text,
        "Два\n<b>слова,\nи  two</b> words &mdash; <i>всё</i>"
    );
    let place = |words: &str| {
        let at = segment.text.find(words).unwrap();
        segment.place(&(at..at + words.len()))
    };
    for words in ["Два", "слова,", "и  two", "words", "&mdash;", "всё"] {
        assert_eq!(&page[place(words)], words);
    }
    let double = segment.visible.iter().filter(|piece| {
        piece.shown == Shown::Written && segment.text[piece.range.clone()].contains("  ")
    });
    assert_eq!(double.count(), 1, "indentation is no double space");
}

#[test]
fn attributes_are_read_where_they_part_no_words() {
    for (page, expected) in [
        (
            "<a href=x title='Все новости'>Новости</a>",
            vec!["Attribute Все новости", "Paragraph Новости"],
        ),
        (
            "<p>По <a href=x title='нет'>ссылке</a> дальше",
            vec!["Paragraph По ссылке дальше"],
        ),
        (
            "<p><img src=a alt=\"Мост &quot;А&quot;\" title=Bridge> Вид",
            vec!["Image Мост \"А\"", "Attribute Bridge", "Paragraph Вид"],
        ),
        (
            "<p>Знак <img src=a alt='плюс'> справа",
            vec!["Paragraph Знак плюс справа"],
        ),
        (
            "<p>Знак <img src=a alt=''> справа",
            vec!["Paragraph Знак … справа"],
        ),
        (
            "<button aria-label=Закрыть><svg><path d=x /></svg></button>",
            vec!["Attribute Закрыть"],
        ),
        (
            "<h2>Раздел <a href=#a aria-label='Ссылка'></a></h2>",
            vec!["Heading(2) Раздел", "Attribute Ссылка"],
        ),
        (
            "<input type=Submit value=Найти><input value=нет>",
            vec!["Attribute Найти"],
        ),
        ("<i class=icon></i> Телефон:", vec!["Paragraph Телефон:"]),
        (
            "<a alt=нет href='?a=1&copy=2' title='&copy=2 &lt'>x</a>",
            vec!["Attribute &copy=2 <", "Paragraph x"],
        ),
    ] {
        assert_eq!(prose(page), expected, "{page}");
    }
}

#[test]
fn other_languages_are_no_text_of_this_one() {
    for (page, expected) in [
        (
            "<p>Слово <span lang=en>a <b>word</b></span> и всё",
            vec!["Paragraph Слово … и всё"],
        ),
        ("<p lang=en-GB>English<p>Русский", vec!["Paragraph Русский"]),
        ("<p lang=ru-RU>Русский", vec!["Paragraph Русский"]),
        (
            "<html lang=en><p lang=en>English<p lang=ru>Русский<p lang=de>Deutsch",
            vec!["Paragraph English", "Paragraph Русский"],
        ),
        (
            "<div lang=en>A <span lang=ru title=да>слово</span><p lang=ru>Абзац</p></div>",
            vec!["Paragraph Абзац"],
        ),
        (
            "<body translate=no><p>Текст <b translate=no>Name</b>",
            vec!["Paragraph Текст …"],
        ),
        ("<img lang=en alt=Bridge>", vec![]),
        ("<p lang=en>Name <input> there</p>", vec![]),
    ] {
        assert_eq!(prose(page), expected, "{page}");
    }
}

#[test]
fn what_is_not_read_is_no_prose() {
    let page = "<script>\nif (a < b) \"<p>нет</p>\"\n</script>\n<!-- нет\n<p>нет</p> -->\n<pre>\n  let <b>x</b>;\n</pre>\n<template><p>нет</p></template>\n<svg><title/><text>нет</text></svg>Да<!-- нет -->!\n<noscript>нет</noscript>";
    assert_eq!(prose(page), ["Paragraph Да!"]);
    let code = outline(page)
        .into_iter()
        .find(|line| line.starts_with("-Code"));
    assert_eq!(code.unwrap(), "-Code <pre>\n  let <b>x</b>;\n</pre>");
}

#[test]
fn xhtml_elements_may_end_at_once() {
    let page =
        "<?xml version=\"1.0\"?>\n<p><a name=\"x\"/>Текст <code/> и <script src=\"a\"/>text</p>";
    assert_eq!(prose(page), ["Paragraph Текст  и text"]);
}

#[test]
fn front_matter_stands_before_a_page() {
    let page = "---\ntitle: Мост\n---\n<p>Текст</p>\n";
    assert_eq!(prose(page), ["title: Мост", "Paragraph Текст"]);
}

#[test]
fn broken_pages_are_read() {
    for (page, expected) in [
        (
            "Текст < 5 & &amp &#; &nosuch; </> end<a href=\"нет",
            vec!["Paragraph Текст < 5 & & &#; &nosuch;  end"],
        ),
        (
            "<p>Ш\0а</b></p></p></div>г<title>Не закрыт",
            vec!["Paragraph Ш\0а", "Paragraph г", "head.title: Не закрыт"],
        ),
        ("<b><p>Жирный</b> text</p>", vec!["Paragraph Жирный text"]),
        (
            "<table><td>a</div></p>б</table>",
            vec!["TableCell a", "Paragraph б"],
        ),
    ] {
        assert_eq!(prose(page), expected, "{page:?}");
    }
}

#[test]
fn hostile_pages_end() {
    let many = 3_000;
    let start = Instant::now();
    for part in [
        "<div>",
        "<b>",
        "</i>",
        "<b></i>",
        "<p>",
        "<li>",
        "<svg>",
        "<a title=x>",
        "&",
        "&amp",
        "<",
        "</",
        "<!--",
        "<a b",
        "{{",
        "a@",
        "\"'",
        "<td></div>",
        "<code>",
        "<p>текст",
        "<img alt=x>",
        " \n",
        "&#1;",
        "<span lang=en>",
    ] {
        read(&part.repeat(many));
        read(&format!("<p title=\"{}\">Text <b>{0}", part.repeat(many)));
    }
    assert!(start.elapsed() < Duration::from_secs(30));
}
