//! The front matter of a page in a tree: its own, what it inherits from its source, and its status.

use fluent::FluentArgs;
use serde_json::{Map, Value, json};

use super::front::{Front, order, stamp};
use super::{Generator, Tree, zola};
use crate::bundle::plan::{Page, Resolved};
use crate::bundle::standing::Policy;
use crate::bundle::words::Said;
use crate::bundle::work::Work;
use crate::diagnostic::Diagnostic;
use crate::project::Keys;
use crate::text::Span;

/// Fields that say where a page is, or in which language: nobody's but its own.
const OWN: &[&str] = &[
    "slug",
    "url",
    "path",
    "permalink",
    "aliases",
    "redirect_from",
    "lang",
    "language",
    "locale",
    "draft",
];

impl Tree {
    /// The front matter of a page whose file says `text`.
    pub(super) fn front(
        &self,
        work: &Work<'_>,
        number: usize,
        (file, text): (&str, &str),
    ) -> Result<Front, Box<Diagnostic>> {
        let page = &work.plan.pages[number];
        let article = &work.articles[page.article];
        let mut front = Front::read(text);
        if page.text != article.source && article.source_facts().is_some() {
            let source = Front::read(&work.text_of(article, &article.source)?.1);
            if let Some(source) = source {
                let own = front.unwrap_or_else(|| source.empty_like());
                front = Some(inherited(work, page, (own, &source)));
            }
        }
        let mut front = front.unwrap_or_else(|| Front::Yaml(Vec::new()));
        if matches!(self.generator, Generator::Docusaurus | Generator::Starlight) {
            // They read no other.
            front = front.into_yaml();
        }
        if front
            .get("draft")
            .is_some_and(|draft| draft != json!(false))
        {
            front.set("draft", &json!(false));
        }
        self.words(page, &mut front);
        self.image(work, number, &mut front);
        let status = self.status(work, number, file);
        if self.generator == Generator::Starlight {
            // An address there would hold for one language and part it from the others.
            front.remove("slug");
            starlight(page, &mut front);
            if let Some(notice) = status.get("notice") {
                front.set("banner", &json!({ "content": escaped(notice) }));
            }
        }
        if self.generator == Generator::Zola {
            let section = self.places[number].is_branch;
            return Ok(zola::front(front.values(), status, (page, section)));
        }
        front.set("sverka", &Value::Object(status));
        Ok(front)
    }

    /// Sees to it that the title and the description are text, as they are for the program (`title: 2024`).
    fn words(&self, page: &Page, front: &mut Front) {
        let is_text = |front: &Front, key: &str| {
            let value = front.get(key);
            value.is_some_and(|value| value.as_str().is_some_and(|text| !text.trim().is_empty()))
        };
        // Docusaurus takes the first heading where there is no title.
        let wanted = front.has("title") || self.generator != Generator::Docusaurus;
        if wanted && !is_text(front, "title") {
            front.set("title", &json!(page.title));
        }
        if front.has("description") && !is_text(front, "description") {
            front.remove("description");
            if !page.description.is_empty() {
                front.set("description", &json!(page.description));
            }
        }
    }

    /// How a page stands, for whoever shows it.
    fn status(&self, work: &Work<'_>, number: usize, file: &str) -> Map<String, Value> {
        let page = &work.plan.pages[number];
        let mut out = Map::new();
        out.insert("status".to_owned(), json!(page.standing.name()));
        out.insert("policy".to_owned(), json!(page.policy.name()));
        out.insert("lang".to_owned(), json!(page.text));
        if let Some(source) = self.source(work, number) {
            out.insert("source".to_owned(), json!(source));
        }
        if let Some(date) = page
            .source_updated
            .as_ref()
            .filter(|_| page.policy != Policy::Publish)
        {
            out.insert("sourceUpdated".to_owned(), json!(date.said));
        }
        let id = match page.policy {
            Policy::Source => Some("tree-source".to_owned()),
            Policy::Banner if page.text == work.articles[page.article].source => {
                Some(format!("tree-{}-source", page.standing.name()))
            }
            Policy::Banner => Some(format!("tree-{}", page.standing.name())),
            _ => None,
        };
        let words = &work.words[page.edition];
        let said = id.map(|id| words.say(&id, &FluentArgs::new(), &Span::file(file)));
        if let Some(Said::Words(notice)) = said {
            out.insert("notice".to_owned(), json!(notice));
        }
        out
    }

    /// Lets the image of a page be named as it stands in the tree, and leaves out one that was refused.
    fn image(&self, work: &Work<'_>, number: usize, front: &mut Front) {
        let page = &work.plan.pages[number];
        let lead = work.leads.get(number).and_then(|all| all.last());
        let (Some(image), Some(lead)) = (&page.image, lead) else {
            return;
        };
        let says = |key: &&str| {
            let value = front.get(key);
            value.is_some_and(|value| value.as_str().is_some_and(|text| text.trim() == image))
        };
        let Some(key) = ["image", "cover"].into_iter().find(says) else {
            return;
        };
        match lead {
            Resolved::Asset(asset) => {
                if let Some(named) = work.assets.named.get(asset) {
                    let path = self.to_asset(work, number, (&named.path, false));
                    front.set(key, &json!(path));
                }
            }
            Resolved::Words => front.remove(key),
            _ => {}
        }
    }
}

/// A front matter with what it lacks and the source has, if that is not translated.
fn inherited(work: &Work<'_>, page: &Page, (mut own, source): (Front, &Front)) -> Front {
    let config = work.config();
    let keys = config.collections.get(page.collection);
    let keys = keys.map(|collection| &collection.translate);
    for key in source.keys() {
        let names = config.commit_keys.contains(&key) || config.source_key == key;
        let value = source.get(&key).unwrap_or_default();
        let translated = keys.is_some_and(|keys| is_translated(keys, &key, &value));
        if !own.has(&key) && !OWN.contains(&key.as_str()) && !names && !translated {
            own.take_over(&key, source);
        }
    }
    own
}

/// Whether a field, or anything in it, is translated.
fn is_translated(keys: &Keys, key: &str, value: &Value) -> bool {
    let inside = |name: &str, value: &Value| is_translated(keys, &format!("{key}.{name}"), value);
    match value {
        Value::Object(map) => map.iter().any(|(name, value)| inside(name, value)),
        Value::Array(list) => list.iter().any(|value| match value {
            Value::Object(_) => is_translated(keys, key, value),
            _ => keys.matches(key),
        }),
        _ => keys.matches(key),
    }
}

/// The order and the day of the last change under the names that Starlight has for them.
fn starlight(page: &Page, front: &mut Front) {
    if let Some(weight) = page.weight.filter(|_| !front.has("sidebar")) {
        front.set("sidebar", &json!({ "order": order(weight) }));
    }
    if let Some(updated) = page.updated.as_ref().filter(|_| !front.has("lastUpdated")) {
        front.set_date("lastUpdated", &stamp(updated));
    }
}

/// Plain text as HTML, which the banner of Starlight is.
fn escaped(text: &Value) -> String {
    let text = text.as_str().unwrap_or_default();
    text.replace('&', "&amp;").replace('<', "&lt;")
}
