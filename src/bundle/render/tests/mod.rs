//! Files in both languages and the HTML they become.

mod agreement;
mod hostile;
mod markdown;
mod raw;
mod whole;

use super::*;

/// Labels that show which they are.
fn labels() -> Labels {
    let [footnotes, back, table, task] = ["Сноски", "Назад", "Таблица", "Задача"];
    Labels {
        footnotes: footnotes.to_owned(),
        back: back.to_owned(),
        table: table.to_owned(),
        task: task.to_owned(),
        note: "Note".to_owned(),
        tip: "Tip".to_owned(),
        important: "Important".to_owned(),
        warning: "Warning".to_owned(),
        caution: "Caution".to_owned(),
    }
}

/// Links lead where they say, but for three.
fn target(_: usize, link: &Link) -> Target {
    match link.to.as_str() {
        "нет.md" => Target::Words,
        "moved.png" => Target::Url("/assets/a b.png".to_owned()),
        "foreign.md" => Target::Foreign {
            url: "/ru/foreign/".to_owned(),
            lang: "ru".parse().expect("a language"),
            note: "in Russian".to_owned(),
        },
        to => Target::Url(to.to_owned()),
    }
}

fn rendered(text: &str, format: Format, raw_html: RawHtml) -> Rendered {
    let labels = labels();
    let rendering = Rendering {
        raw_html,
        target: &target,
        labels: &labels,
        skip_title: false,
    };
    render(text, 0, format, &rendering)
}

/// The HTML of Markdown with sanitized HTML in it.
fn html(text: &str) -> String {
    rendered(text, Format::Markdown, RawHtml::Sanitize).html
}

/// What was refused: kind, name, and what stands there in the file.
fn refused(text: &str, raw_html: RawHtml) -> Vec<(Refusal, String, &str)> {
    let found = rendered(text, Format::Markdown, raw_html).refused;
    let found = found.into_iter();
    found
        .map(|one| (one.kind, one.what, &text[one.range]))
        .collect()
}

/// Compares what each row becomes, and says all that differ.
fn all_become(rows: &[(&str, &str)], become_html: impl Fn(&str) -> String) {
    for (text, expected) in rows {
        assert_eq!(become_html(text).trim_end(), *expected, "of:\n{text}");
    }
}
