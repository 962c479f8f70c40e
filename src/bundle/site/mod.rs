//! The form `site`: a complete static site in every language.
//!
//! ```text
//! Plan → Shelf (the lists of a language) → Part (a file) → Page, List (what templates see) → HTML
//! ```
//!
//! Every file is a [`Part`]. What its template sees ([`seen`]) is worked out from the plan alone, so
//! it is known before anything is rendered, and its digest with those of the text and of the theme is
//! the key of the file.

mod address;
mod article;
mod entrance;
mod feed;
mod functions;
mod key;
mod lists;
mod machines;
mod part;
mod robots;
mod search;
mod seen;
mod shelf;
mod sitemap;
mod theme;
mod xml;

use std::sync::Arc;

use minijinja::Environment;
use minijinja::value::{Serde, Value};
use rayon::prelude::*;
use serde::Serialize;

use self::address::{Place, direction};
use self::machines::Piece;
use self::part::Part;
use self::seen::{List, Page};
use self::shelf::Shelf;
use self::theme::{OWN_FILES, Theme};
use super::body::{Way, body, labels};
use super::form::{Form, Job, Made, Planned, Shown};
use super::render::Labels;
use super::work::Work;
use crate::diagnostic::Diagnostic;
use crate::text::{Digest, Digester};

/// A site, ready to be made.
struct Site {
    theme: Arc<Theme>,
    shelves: Vec<Shelf>,
    rooms: Vec<Room>,
    parts: Vec<Part>,
    /// What is for machines: feeds, sitemaps and the like; numbered behind the parts.
    pieces: Vec<Piece>,
}

/// What the pages of one language have in common.
struct Room {
    site: Value,
    environment: Environment<'static>,
    labels: Labels,
    /// The digest of everything that all of them are made of.
    digest: Digest,
}

/// What a template sees but for `site`.
struct View<'a> {
    root: String,
    page: Page<'a>,
    list: List<'a>,
}

/// Gets a site ready.
pub(super) fn open(work: &Work<'_>) -> Result<Box<dyn Form>, Vec<Diagnostic>> {
    let theme = Arc::new(Theme::read(work)?);
    let editions = 0..work.plan.editions.len();
    let shelves = editions.clone().into_par_iter();
    let shelves: Vec<Shelf> = shelves.map(|number| Shelf::new(work, number)).collect();
    let rooms: Result<Vec<Room>, _> = editions
        .map(|number| room(work, (number, &shelves[number]), &theme))
        .collect();
    let rooms = rooms?;
    let parts = Part::all(work, &shelves, &|name| theme.files.contains_key(name));
    let pieces = machines::pieces(work, &parts, &shelves);
    Ok(Box::new(Site {
        theme,
        shelves,
        rooms,
        parts,
        pieces,
    }))
}

fn room(
    work: &Work<'_>,
    (number, shelf): (usize, &Shelf),
    theme: &Arc<Theme>,
) -> Result<Room, Vec<Diagnostic>> {
    let edition = &work.plan.editions[number];
    let words = &work.words[number];
    let if_any = |id: &str| words.has(id).then(|| words.plain(id));
    let host = edition.url.as_ref().and_then(|url| url.host_str());
    let site = seen::Site {
        title: if_any("site-title").unwrap_or_else(|| host.unwrap_or_default().to_owned()),
        intro: if_any("site-intro"),
        footer: if_any("site-footer"),
        lang: edition.lang.to_string(),
        dir: direction(&edition.lang),
        url: edition.absolute("").unwrap_or_default(),
        feed: (work.settings.feed > 0 && !shelf.years.is_empty()).then_some("feed.xml"),
        archive: !shelf.years.is_empty(),
        tags: !shelf.tags.is_empty(),
    };
    let mut digester = Digester::default();
    digester
        .join(&theme.digest)
        .join(&words.digest)
        .add(&json(&site))
        .add(format!("{:?}", work.settings.raw_html).as_bytes());
    // Links go to other editions, too.
    for edition in &work.plan.editions {
        let url = edition.absolute("").unwrap_or_default();
        digester.add(url.as_bytes()).add(edition.folder.as_bytes());
    }
    Ok(Room {
        site: Value::from(Serde(&site)),
        environment: theme.environment(words)?,
        labels: labels(words, true),
        digest: digester.finish(),
    })
}

impl Form for Site {
    fn files(&self, work: &Work<'_>) -> Vec<Planned> {
        let parts = self.parts.par_iter().enumerate();
        // A list of all articles takes as long as hundreds of articles, and the lists stand together.
        let made = parts.with_max_len(16).map(|(number, part)| {
            let mut path = part.address(work);
            if path.is_empty() || path.ends_with('/') {
                path.push_str("index.html");
            }
            Planned {
                folder: work.plan.editions[part.edition(work)].folder.clone(),
                path,
                key: self.key(work, part),
                job: Job::Make(number),
            }
        });
        let mut out: Vec<Planned> = made.collect();
        let pieces = self.pieces.iter().enumerate();
        out.extend(pieces.map(|(number, piece)| Planned {
            folder: piece.folder.clone(),
            path: piece.path.clone(),
            key: piece.key,
            job: Job::Make(self.parts.len() + number),
        }));
        for (number, edition) in work.plan.editions.iter().enumerate() {
            let mut copy = |path: &str, from: &str, key: &Digest| {
                out.push(Planned {
                    folder: edition.folder.clone(),
                    path: path.to_owned(),
                    key: *key,
                    job: Job::Copy(from.to_owned()),
                });
            };
            for (asset, named) in &work.assets.named {
                if named.editions.contains(&number) {
                    copy(&named.path, &asset.0, &named.digest);
                }
            }
            for (from, (path, digest)) in &work.assets.copied {
                copy(path, from, digest);
            }
            for (path, (from, digest)) in &self.theme.files {
                copy(path, from, digest);
            }
        }
        out
    }

    fn make(&self, work: &Work<'_>, number: usize) -> Made {
        let Some(part) = self.parts.get(number) else {
            let piece = &self.pieces[number - self.parts.len()];
            return Made {
                bytes: piece.bytes.clone(),
                ..Made::default()
            };
        };
        let Some(template) = part.template() else {
            let bytes = match part {
                Part::Own(_, at) => OWN_FILES[*at].1.as_bytes().to_vec(),
                _ => Vec::new(),
            };
            return Made {
                bytes,
                ..Made::default()
            };
        };
        let edition = part.edition(work);
        let room = &self.rooms[edition];
        let mut view = self.view(work, part);
        let mut wrong = Vec::new();
        if let Part::Article(page) = part {
            let (rendered, found) = body(work, *page, (&room.labels, Way::FromPage));
            wrong.extend(found);
            view.page.content = Value::from_safe_string(rendered.html);
        }
        let made = room.environment.get_template(template);
        let made = made.and_then(|template| template.render(view.seen(&room.site)));
        let text = made.unwrap_or_else(|error| {
            wrong.push(self.theme.broken(&error));
            String::new()
        });
        // A redirect is not read.
        let read = !matches!(part, Part::Redirect(..));
        Made {
            bytes: text.into_bytes(),
            wrong,
            page: read.then(|| Shown {
                lang: work.plan.editions[edition].lang.clone(),
                file: part.file(work),
                quoted: String::from_utf8(json(&view.list)).unwrap_or_default(),
            }),
        }
    }
}

impl Site {
    fn view<'a>(&'a self, work: &'a Work<'a>, part: &Part) -> View<'a> {
        let place = Place::of(work, part);
        let (page, list) = match part {
            Part::Article(number) => {
                let lists = &self.shelves[place.number];
                (article::article(&place, *number, lists), List::default())
            }
            Part::Redirect(number, _) => {
                let to = &work.plan.pages[*number];
                (article::redirect(&place, to), List::default())
            }
            _ => lists::list(&place, part, &self.shelves),
        };
        View {
            root: place.here(""),
            page,
            list,
        }
    }
}

impl View<'_> {
    fn seen(&self, site: &Value) -> Value {
        minijinja::context! {
            site,
            root => &self.root,
            page => Value::from(Serde(&self.page)),
            list => Value::from(Serde(&self.list)),
        }
    }
}

/// What is serialised, to be digested or looked at.
fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
