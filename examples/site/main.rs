//! Writes a project of many articles in Russian and English into a folder, to assemble a site of it.
//!
//!     cargo run --release --example site -- FOLDER [ARTICLES=2000] [WORDS=900] [--mixed]
//!
//! Every translation is current. With `--mixed`, everything happens that happens to articles and their
//! translations: `mixed.rs` has the list. The same arguments give the same files, byte for byte.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "an example that cannot write stops"
)]

mod mixed;
mod page;
mod picture;
mod words;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use jiff::{ToSpan, civil};
use rayon::prelude::*;

use mixed::{Fate, Trait};
use page::Plan;
use words::{Both, Dice, sentence};

const WORKFLOW: &str = "\
[languages]
source = \"ru\"
targets = [\"en\"]

[[content]]
name = \"news\"
path = \"content/{lang}/news/{slug}.md\"

[bundle]
url = \"https://news.example\"
";

const TAGS: [&str; 20] = [
    "city",
    "culture",
    "schools",
    "health",
    "transport",
    "weather",
    "sport",
    "economy",
    "books",
    "music",
    "nature",
    "science",
    "history",
    "travel",
    "food",
    "housing",
    "energy",
    "people",
    "events",
    "opinion",
];

fn main() {
    let (options, words): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|word| word.starts_with("--"));
    assert!(options.iter().all(|word| word == "--mixed"), "{options:?}");
    let number = |at: usize, usual| words.get(at).map_or(usual, |word| word.parse().unwrap());
    let root = Path::new(words.first().unwrap());
    let plan = Plan {
        articles: number(1, 2000),
        words: number(2, 900),
        mixed: !options.is_empty(),
    };
    for folder in [
        "content/ru/news",
        "content/en/news",
        ".sverka/base/en/content/ru/news",
        ".sverka/base/ru/content/en/news",
        ".sverka/review/en/content/ru/news",
        ".sverka/review/ru/content/en/news",
    ] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    fs::write(root.join("workflow.toml"), WORKFLOW).unwrap();
    (0..plan.articles)
        .into_par_iter()
        .for_each(|article| write(root, article, plan));
}

/// Writes the files of one article.
fn write(root: &Path, article: usize, plan: Plan) {
    let (fate, of) = if plan.mixed {
        mixed::lot(article)
    } else {
        (Fate::Current, Trait::None)
    };
    let put = |path: String, text: &[u8]| fs::write(root.join(path), text).unwrap();
    let mut body = page::body(article, plan);
    if of == Trait::RawHtml {
        mixed::add_html(&mut body);
    }
    let mut texts = front_matter(article, of);
    for (text, body) in texts.iter_mut().zip(&body) {
        text.push_str(body);
    }
    if of == Trait::FromEnglish {
        texts.reverse();
    }
    let [source, target] = texts;
    let [from, to] = if of == Trait::FromEnglish {
        ["en", "ru"]
    } else {
        ["ru", "en"]
    };
    let slug = page::slug(article);
    let name = format!("content/{from}/news/{slug}.md");
    if fate != Fate::Orphan {
        put(name.clone(), source.as_bytes());
    }
    if fate != Fate::Missing {
        put(format!("content/{to}/news/{slug}.md"), target.as_bytes());
    }
    let base = match fate {
        Fate::Missing | Fate::Untracked | Fate::Orphan => None,
        Fate::Stale => Some(mixed::older(&source, article)),
        Fate::Mechanical => Some(mixed::moved(&source)),
        _ => Some(source),
    };
    if let Some(base) = base {
        put(format!(".sverka/base/{to}/{name}"), base.as_bytes());
        if let Some(review) = mixed::review(fate, &base, &target) {
            put(
                format!(".sverka/review/{to}/{name}.toml"),
                review.as_bytes(),
            );
        }
    }
    if let Some(picture) = page::picture(article) {
        put(
            format!("content/{from}/news/{picture}"),
            &picture::png(article),
        );
        // Half of the pictures have words in them, so to say.
        if article.is_multiple_of(10) && from == "ru" {
            let english = picture.replace(".png", ".en.png");
            put(
                format!("content/ru/news/{english}"),
                &picture::png(article + 1),
            );
        }
    }
}

/// The front matter in both languages, with its fences.
fn front_matter(article: usize, of: Trait) -> Both {
    let mut dice = Dice::new(article, 4);
    let mut title = page::title(article);
    let description = sentence(&mut dice);
    if of == Trait::MarkedTitle {
        title = mixed::mark_title(&title);
    }
    let more = mixed::lines(article, of);
    // Seven years and ten months of news.
    let day = i64::try_from(article * 17 % 2_860).unwrap_or_default();
    let date = civil::date(2019, 1, 1) + day.days();
    let first = dice.roll(TAGS.len());
    let tags: Vec<&str> = (0..2 + dice.roll(3))
        .map(|at| TAGS[(first + at * 7) % 20])
        .collect();
    let same = format!(
        "date: {date}\ntags: [{}]\nweight: {}\n",
        tags.join(", "),
        article % 100
    );
    [0, 1].map(|lang| {
        let mut out = format!("---\ntitle: \"{}\"\n", title[lang]);
        if of != Trait::NoDescription {
            let _ = writeln!(out, "description: \"{}\"", description[lang]);
        }
        if of != Trait::Inherits || lang == 0 {
            out += &same;
        }
        out + &more[lang] + "---\n\n"
    })
}
