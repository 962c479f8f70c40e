//! The forms `json` and `ndjson`: articles as data, for a site that has its own templates.
//!
//! Each language has one file with all its articles, and beside it the files that they name. What
//! stands in it is said by [`Articles`] and, for lines, [`ArticleLine`].
//!
//! A link to another article begins at the root of the site (`/en/news/opening/`), or of what is
//! published where the project names no address, so it holds wherever the text is put; so do the paths
//! of images.

mod article;
mod text;

use rayon::prelude::*;
use serde::Serialize;

use super::body::{self, Way, labels};
use super::form::{Form, Job, Made, Planned};
use super::render::Labels;
use super::work::Work;
use crate::diagnostic::Diagnostic;
use crate::text::Digester;

pub use article::{Alternate, Article, ArticleLine, Articles};

/// How many articles are made before they are put into the file: enough for all threads, and few
/// beside the file.
const AT_ONCE: usize = 256;

/// Articles as data.
struct Headless {
    /// Whether each article is a document of its own, on a line.
    lines: bool,
    /// The words of each edition.
    labels: Vec<Labels>,
}

/// One document with all articles of a language.
#[expect(
    clippy::unnecessary_wraps,
    reason = "other forms have something to refuse"
)]
pub(super) fn json(work: &Work<'_>) -> Result<Box<dyn Form>, Vec<Diagnostic>> {
    Ok(open(work, false))
}

/// One article on each line.
#[expect(
    clippy::unnecessary_wraps,
    reason = "other forms have something to refuse"
)]
pub(super) fn ndjson(work: &Work<'_>) -> Result<Box<dyn Form>, Vec<Diagnostic>> {
    Ok(open(work, true))
}

fn open(work: &Work<'_>, lines: bool) -> Box<dyn Form> {
    // A language for which nobody has written words of pages can be had as data all the same.
    let labels = work.words.iter().map(|words| labels(words, false));
    Box::new(Headless {
        lines,
        labels: labels.collect(),
    })
}

impl Form for Headless {
    fn files(&self, work: &Work<'_>) -> Vec<Planned> {
        let mut files = work.assets.planned(work.plan);
        for (number, edition) in work.plan.editions.iter().enumerate() {
            let mut digester = Digester::default();
            digester.add(article::VERSION.as_bytes());
            digester.add(&[u8::from(self.lines)]);
            digester.add(&json_of(&Head::of(work, number)));
            for page in &edition.pages {
                body::key(work, *page, (&mut digester, Way::FromRoot));
                digester.add(&json_of(&article::without_text(work, *page)));
            }
            let name = if self.lines { "ndjson" } else { "json" };
            files.push(Planned {
                folder: edition.folder.clone(),
                path: format!("articles.{name}"),
                key: digester.finish(),
                job: Job::Make(number),
            });
        }
        files
    }

    /// The file of an edition, put together piece by piece: no text is in memory twice but those of
    /// [`AT_ONCE`] articles.
    fn make(&self, work: &Work<'_>, number: usize) -> Made {
        let edition = &work.plan.editions[number];
        let mut made = Made::default();
        let out = &mut made.bytes;
        if !self.lines {
            let head = json_of(&Head::of(work, number));
            out.extend_from_slice(head.strip_suffix(b"}").unwrap_or(&head));
            out.extend_from_slice(b",\"articles\":[");
        }
        let mut first = true;
        for pages in edition.pages.chunks(AT_ONCE) {
            let some = pages.par_iter().map(|page| self.one(work, number, *page));
            for (bytes, wrong) in some.collect::<Vec<_>>() {
                made.wrong.extend(wrong);
                if !self.lines {
                    out.extend_from_slice(if first { b"\n" } else { b",\n" });
                }
                first = false;
                out.extend_from_slice(&bytes);
                if self.lines {
                    out.push(b'\n');
                }
            }
        }
        if !self.lines {
            out.extend_from_slice(b"\n]}\n");
        }
        made
    }
}

impl Headless {
    fn one(&self, work: &Work<'_>, edition: usize, page: usize) -> (Vec<u8>, Vec<Diagnostic>) {
        let (rendered, wrong) = body::body(work, page, (&self.labels[edition], Way::FromRoot));
        let article = Article {
            text: text::of_html(&rendered.html),
            html: rendered.html,
            ..article::without_text(work, page)
        };
        let bytes = if self.lines {
            json_of(&ArticleLine {
                schema: article::LINE_VERSION.to_owned(),
                article,
            })
        } else {
            json_of(&article)
        };
        (bytes, wrong)
    }
}

/// [`Articles`] without the articles.
#[derive(Serialize)]
struct Head<'a> {
    schema: &'a str,
    lang: String,
    url: Option<String>,
}

impl Head<'_> {
    fn of(work: &Work<'_>, number: usize) -> Self {
        let edition = &work.plan.editions[number];
        Self {
            schema: article::VERSION,
            lang: edition.lang.to_string(),
            url: edition.absolute(""),
        }
    }
}

fn json_of(value: &impl Serialize) -> Vec<u8> {
    // Nothing in these values can fail to be written.
    serde_json::to_vec(value).unwrap_or_default()
}
