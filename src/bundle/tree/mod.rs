//! The Markdown of the pages of all languages, laid out for a site generator that the team has already.
//!
//! There is one bundle of all languages, as generators build them together. A file is the page's own
//! text with another front matter (completed from the source, and with the status in `sverka`) and with
//! links that the generator resolves, and where a generator would give headings other ids than the rest
//! of the program does, with these; no other byte of it changes.

mod body;
mod fields;
mod front;
mod generator;
mod headings;
mod leads;
mod yaml;
mod zola;

use std::collections::{BTreeMap, BTreeSet};

use super::form::{Form, Job, Made, Planned};
use super::plan::{Resolved, encoded};
use super::work::Work;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::front_matter_end;
use crate::project::FILE;
use crate::text::{Digest, Digester, Lang, Span};

pub(super) use generator::Generator;
use generator::{Other, Place};

/// The tree of a generator.
struct Tree {
    generator: Generator,
    /// Where each page stands, by its number.
    places: Vec<Place>,
    /// What stands in the way of a generator that would show the source instead: the paths of files
    /// that are drafts, with the numbers of what is withheld.
    drafts: Vec<(String, usize)>,
    /// The digest of the project file: which fields are translated, and the like.
    project: Digest,
}

/// Gets a tree ready.
pub(super) fn open(
    work: &Work<'_>,
    generator: Generator,
) -> Result<Box<dyn Form>, Vec<Diagnostic>> {
    let project = work.project.root.read(FILE).map_err(|found| vec![*found])?;
    let stems: Vec<String> = (0..work.articles.len())
        .map(|one| stem(work, one))
        .collect();
    let mut branches: BTreeSet<&str> = BTreeSet::from([""]);
    for stem in &stems {
        branches.extend(stem.match_indices('/').map(|(at, _)| &stem[..at]));
    }
    let place = |article: usize, file: &str| Place {
        stem: stems[article].clone(),
        is_branch: branches.contains(stems[article].as_str()),
        extension: generator.extension(file.rsplit_once('.').map_or("", |(_, one)| one)),
    };
    let places = work.plan.pages.iter().map(|page| {
        let article = &work.articles[page.article];
        let told = article.told(&page.text);
        place(page.article, told.map_or(&article.name, |told| &told.path))
    });
    let mut tree = Tree {
        generator,
        places: places.collect(),
        drafts: Vec::new(),
        project: Digest::of(project.as_bytes()),
    };
    if generator == Generator::Docusaurus {
        tree.drafts(work, &place);
        Tree::no_way(work)?;
    }
    Ok(Box::new(tree))
}

impl Form for Tree {
    fn files(&self, work: &Work<'_>) -> Vec<Planned> {
        let planned = |path: String, key: Digest, job: Job| Planned {
            folder: String::new(),
            path,
            key,
            job,
        };
        let mut out = Vec::new();
        for page in 0..work.plan.pages.len() {
            let key = self.key(work, page);
            out.push(planned(self.path(work, page), key, Job::Make(page)));
        }
        for (number, (path, _)) in self.drafts.iter().enumerate() {
            let job = Job::Make(work.plan.pages.len() + number);
            out.push(planned(path.clone(), Digest::of(DRAFT.as_bytes()), job));
        }
        for (path, (from, digest)) in self.assets(work) {
            out.push(planned(path, digest, Job::Copy(from)));
        }
        for (from, (inside, digest)) in &work.assets.copied {
            let path = format!("{}{inside}", self.generator.files());
            out.push(planned(path, *digest, Job::Copy(from.clone())));
        }
        out
    }

    fn make(&self, work: &Work<'_>, number: usize) -> Made {
        if number >= work.plan.pages.len() {
            return Made {
                bytes: DRAFT.into(),
                ..Made::default()
            };
        }
        let made = work.text(number).and_then(|(file, text)| {
            let front = self.front(work, number, (&file, &text))?;
            let article = &work.articles[work.plan.pages[number].article];
            let told = article.told(&work.plan.pages[number].text);
            let own = told.and_then(|told| Some(&told.facts.as_ref()?.body));
            let change = |at: usize, link: &_| self.change(work, (number, at), (&text, link));
            let from = front_matter_end(&text);
            let links = own.map_or(&[][..], |body| &body.links);
            let headings = own.map_or(&[][..], |body| &body.headings);
            let ids = headings::edits(self.generator, (&text, from), headings);
            Ok(front.text() + &body::rewritten((&text, from), links, &change, ids))
        });
        match made {
            Ok(text) => Made {
                bytes: text.into_bytes(),
                ..Made::default()
            },
            Err(found) => Made {
                wrong: vec![*found],
                ..Made::default()
            },
        }
    }

    fn folder(&self, _: &Work<'_>, _: usize) -> String {
        String::new()
    }

    fn place(&self, work: &Work<'_>, page: usize) -> String {
        self.path(work, page)
    }
}

/// What stands in the place of a page that must not be shown: the generator would take the source.
const DRAFT: &str = "---\ndraft: true\n---\n";

impl Tree {
    /// The path of a page.
    fn path(&self, work: &Work<'_>, page: usize) -> String {
        let edition = work.plan.pages[page].edition;
        self.generator.page(&self.places[page], lang(work, edition))
    }

    /// Lists what must not be shown in a language though its source is.
    fn drafts(&mut self, work: &Work<'_>, place: &dyn Fn(usize, &str) -> Place) {
        for (number, one) in work.plan.withheld.iter().enumerate() {
            let mut editions = work.plan.editions.iter();
            let edition = editions.position(|edition| edition.lang == one.lang);
            let Some(edition) = edition.filter(|edition| *edition > 0) else {
                continue;
            };
            if work.plan.page(one.article, 0).is_some() {
                let place = place(one.article, &work.articles[one.article].name);
                let path = self.generator.page(&place, lang(work, edition));
                self.drafts.push((path, number));
            }
        }
    }

    /// Tells links to another language where its address is not known and nothing else would do.
    fn no_way(work: &Work<'_>) -> Result<(), Vec<Diagnostic>> {
        for lead in work.leads.iter().flatten() {
            if let Resolved::Foreign { page, .. } = lead {
                let edition = &work.plan.editions[work.plan.pages[*page].edition];
                if edition.url.is_none() {
                    let found = Diagnostic::new(Code::NO_ADDRESS, Span::file(FILE));
                    return Err(vec![found.with("lang", &edition.lang)]);
                }
            }
        }
        Ok(())
    }

    /// The digest of all that a page is made of.
    fn key(&self, work: &Work<'_>, number: usize) -> Digest {
        let page = &work.plan.pages[number];
        let article = &work.articles[page.article];
        let mut digester = Digester::default();
        let name = format!("{:?}", self.generator);
        digester.add(name.as_bytes()).join(&self.project);
        for lang in [&page.text, &article.source] {
            let facts = article.told(lang).and_then(|told| told.facts.as_ref());
            let digest = facts.map(|facts| facts.digest);
            digester.join(&digest.unwrap_or(Digest::of(b"")));
        }
        digester.join(&work.words[page.edition].digest);
        digester.add(&serde_json::to_vec(page).unwrap_or_default());
        digester.add(self.source(work, number).unwrap_or_default().as_bytes());
        digester.add(self.path(work, number).as_bytes());
        for lead in work.leads.get(number).into_iter().flatten() {
            digester.add(&serde_json::to_vec(lead).unwrap_or_default());
            if let Resolved::Page { page, .. } | Resolved::Foreign { page, .. } = lead {
                let edition = &work.plan.editions[work.plan.pages[*page].edition];
                let address = edition.absolute(&work.plan.pages[*page].path);
                digester.add(self.path(work, *page).as_bytes());
                digester.add(address.unwrap_or_default().as_bytes());
            }
        }
        digester.finish()
    }

    /// The path of the page of the source, if a page has another one.
    fn source(&self, work: &Work<'_>, number: usize) -> Option<String> {
        let page = &work.plan.pages[number];
        let source = &work.articles[page.article].source;
        let mut own = work.plan.of_article[page.article].iter();
        let of = |page: &usize| work.plan.pages[*page].edition;
        let found = own.find(|page| work.plan.editions[of(page)].lang == *source)?;
        (*found != number).then(|| self.path(work, *found))
    }

    /// The files that pages name: from where each comes and its digest, by path.
    fn assets(&self, work: &Work<'_>) -> BTreeMap<String, (String, Digest)> {
        let mut out = BTreeMap::new();
        for (number, leads) in work.leads.iter().enumerate() {
            let page = &work.plan.pages[number];
            let told = work.articles[page.article].told(&page.text);
            let facts = told.and_then(|told| told.facts.as_ref());
            let path = self.path(work, number);
            for (at, lead) in leads.iter().enumerate() {
                let Resolved::Asset(asset) = lead else {
                    continue;
                };
                let Some(named) = work.assets.named.get(asset) else {
                    continue;
                };
                let link = facts.and_then(|facts| facts.body.links.get(at));
                let image = link.is_some_and(|link| link.image);
                // `![](x)` has five signs more than the name of the file, an attribute of HTML none.
                let markdown = link.is_some_and(|link| {
                    link.range.len() >= link.to.len() + 5 && !link.to.contains('&')
                });
                let ways = [(image, true), (!image || !markdown, false)];
                for (_, image) in ways.into_iter().filter(|(wanted, _)| *wanted) {
                    let path = self.generator.asset(&path, (&named.path, image));
                    out.insert(path, (asset.0.clone(), named.digest));
                }
            }
        }
        out
    }
}

/// A language of the tree, and whether it is another than the default.
fn lang<'a>(work: &'a Work<'_>, edition: usize) -> (&'a Lang, Other<'a>) {
    let lang = &work.plan.editions[edition].lang;
    (lang, (edition > 0).then_some(lang))
}

/// The path of an article in the tree, without a language and an extension.
fn stem(work: &Work<'_>, article: usize) -> String {
    let article = &work.articles[article];
    let section = work.settings.collections.get(article.collection);
    let section = section.map_or("", |section| section.path.as_str());
    let whole = format!("{section}/{}", article.key);
    let mut parts: Vec<&str> = whole.split('/').filter(|part| !part.is_empty()).collect();
    if matches!(parts.last(), Some(&("index" | "_index" | "README"))) {
        parts.pop();
    }
    parts.join("/")
}
