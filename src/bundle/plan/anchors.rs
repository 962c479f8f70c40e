//! What a fragment of a link means on the page that is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::bundle::gather::Gathered;
use crate::bundle::render::Heading;
use crate::text::Lang;

/// The headings of all texts by their ids, listed when somebody asks.
pub(super) struct Anchors<'g> {
    articles: &'g [Gathered],
    /// By article, then by text.
    ids: Vec<Vec<OnceLock<Ids<'g>>>>,
}

/// The ids of one text.
struct Ids<'g> {
    /// The number of the heading.
    headings: BTreeMap<&'g str, usize>,
    /// The ids that somebody wrote.
    anchors: BTreeSet<&'g str>,
    /// How many headings it has in common with each text of the article, from the first on.
    shared: Vec<usize>,
}

impl<'g> Anchors<'g> {
    pub(super) fn new(articles: &'g [Gathered]) -> Self {
        let texts = |article: &Gathered| article.texts.iter().map(|_| OnceLock::new()).collect();
        Self {
            articles,
            ids: articles.iter().map(texts).collect(),
        }
    }

    /// The id that a fragment means on a page of an article that shows this text.
    pub(super) fn find(&self, article: usize, shown: &Lang, fragment: &str) -> Option<String> {
        let texts = &self.articles.get(article)?.texts;
        let at = texts.iter().position(|told| told.lang == *shown)?;
        let here = self.of(article, at);
        if here.headings.contains_key(fragment) || here.anchors.contains(fragment) {
            return Some(fragment.to_owned());
        }
        // A heading of another language, by its place, if both texts have the same headings up to it.
        let mut others = (0..texts.len()).filter(|other| *other != at);
        let place = others.find_map(|other| {
            let place = *self.of(article, other).headings.get(fragment)?;
            (here.shared[other] > place).then_some(place)
        })?;
        self.headings(article, at)
            .get(place)
            .map(|heading| heading.id.clone())
    }

    fn headings(&self, article: usize, text: usize) -> &'g [Heading] {
        let facts = self.articles[article].texts[text].facts.as_ref();
        facts.map_or(&[], |facts| &facts.body.headings)
    }

    fn of(&self, article: usize, text: usize) -> &Ids<'g> {
        self.ids[article][text].get_or_init(|| {
            let own = self.headings(article, text);
            let mut headings = BTreeMap::new();
            for (number, heading) in own.iter().enumerate() {
                headings.entry(heading.id.as_str()).or_insert(number);
            }
            let shared = |other: usize| {
                let both = own.iter().zip(self.headings(article, other));
                both.take_while(|(a, b)| a.level == b.level).count()
            };
            let facts = self.articles[article].texts[text].facts.as_ref();
            let anchors = facts.map_or(&[][..], |facts| &facts.body.anchors);
            Ids {
                headings,
                anchors: anchors.iter().map(String::as_str).collect(),
                shared: (0..self.ids[article].len()).map(shared).collect(),
            }
        })
    }
}
