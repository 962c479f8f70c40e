//! What is asked of a page before it is rendered, and the rendered page, agree.

use std::cell::RefCell;

use super::*;

const PAGE: &str = "---\ntitle: x\n---\n\n# Шаг & `шаг`\n\nПервый *абзац* с [ссылкой](a.md), ![видом](b.png)[^n]\nи <b>тегом</b>.\n\n## Шаг {#next}\n\n## Шаг & шаг\n\n<a href=\"c.md\" id=\"map\"></a>\n\n> [d](d.md)\n\n[^n]: <img src=\"e.png\">\n\n## Map\n\nEnglish [text](f.md).\n";

#[test]
fn links_are_asked_by_their_numbers() {
    let from = PAGE.find("\n# ").expect("a body");
    let body = scan(PAGE, from, Format::Markdown);
    let links: Vec<_> = body
        .links
        .iter()
        .map(|one| (one.to.as_str(), one.image))
        .collect();
    let expected = [
        ("a.md", false),
        ("b.png", true),
        ("c.md", false),
        ("d.md", false),
        ("e.png", true),
        ("f.md", false),
    ];
    assert_eq!(links, expected);
    assert_eq!(&PAGE[body.links[0].range.clone()], "[ссылкой](a.md)");
    assert_eq!(&PAGE[body.links[2].range.clone()], "c.md");
    let asked = RefCell::new(Vec::new());
    let target = |number: usize, link: &Link| {
        asked.borrow_mut().push((number, link.clone()));
        Target::Url(format!("/{number}"))
    };
    let labels = Labels::default();
    let rendering = Rendering {
        raw_html: RawHtml::Sanitize,
        target: &target,
        labels: &labels,
        skip_title: false,
    };
    let html = render(PAGE, from, Format::Markdown, &rendering).html;
    let mut asked = asked.into_inner();
    asked.sort_by_key(|one| one.0);
    let expected: Vec<_> = body.links.iter().cloned().enumerate().collect();
    assert_eq!(asked, expected);
    for number in 0..6 {
        assert!(html.contains(&format!("=\"/{number}\"")), "{html}");
    }
    for heading in &body.headings {
        assert!(html.contains(&format!(" id=\"{}\"", heading.id)), "{html}");
    }
}

#[test]
fn a_page_says_what_it_is() {
    let from = PAGE.find("\n# ").expect("a body");
    let body = scan(PAGE, from, Format::Markdown);
    let headings: Vec<_> = body
        .headings
        .iter()
        .map(|one| (one.level, one.id.as_str(), one.text.as_str()))
        .collect();
    let expected = [
        (1, "шаг--шаг", "Шаг & шаг"),
        (2, "next", "Шаг"),
        (2, "шаг--шаг-1", "Шаг & шаг"),
        (2, "map-1", "Map"),
    ];
    assert_eq!(headings, expected);
    assert_eq!(body.anchors, ["map"]);
    assert_eq!(body.summary, "Первый абзац с ссылкой, и тегом.");
    assert!(body.has_html);
    assert!(!scan("a <!-- b -->\n\n<!-- c -->", 0, Format::Markdown).has_html);
    let kept = serde_json::to_string(&body).expect("it can be kept");
    assert_eq!(
        serde_json::from_str::<Body>(&kept).expect("it can be read"),
        body
    );
}

#[test]
fn the_summary_is_the_first_paragraph_of_the_text() {
    for (text, summary) in [
        ("> Цитата\n\n![](a.png)\n\n- item\n\nТекст.", "Текст."),
        (":::note\nNote\n:::\n\nText[^1].\n\n[^1]: n", "Text."),
        ("# Только заголовок", ""),
    ] {
        assert_eq!(scan(text, 0, Format::Markdown).summary, summary, "{text}");
    }
}
