//! Everything that a form may ask while it makes files.

use super::assets::Assets;
use super::gather::Gathered;
use super::plan::{Leads, Plan};
use super::settings::Settings;
use super::words::Words;
use crate::checks::engine::Rules;
use crate::diagnostic::{Code, Diagnostic};
use crate::project::{Config, Project};
use crate::text::{Digest, Lang, Span};

/// The plan, and what it was made of. Nothing in it depends on the clock, the machine or the order in
/// which files are made.
pub struct Work<'a> {
    /// The project; files are read through it.
    pub project: &'a Project,
    /// The settings.
    pub settings: &'a Settings,
    /// The articles that pages are of.
    pub articles: &'a [Gathered],
    /// What is published.
    pub plan: &'a Plan,
    /// Where the links of each page lead, by the numbers of the pages. Behind those of its body
    /// stands its image, if it has one.
    pub leads: &'a [Leads],
    /// The files that pages name and that are no articles.
    pub assets: &'a Assets,
    /// The words of the pages, by the numbers of the editions.
    pub words: &'a [Words],
    /// What is known of languages.
    pub rules: &'a Rules,
    /// The digest of all of this; none where something is wrong with it.
    pub digest: Option<Digest>,
}

impl Work<'_> {
    /// What the project says of itself.
    pub fn config(&self) -> &Config {
        &self.project.config
    }

    /// The file that a page shows, with its text: of its own language, or of the source.
    pub fn text(&self, page: usize) -> Result<(String, String), Box<Diagnostic>> {
        let page = &self.plan.pages[page];
        self.text_of(&self.articles[page.article], &page.text)
    }

    /// The file of an article in a language, with its text, which is still the one that all that is
    /// known of the article was worked out from.
    pub fn text_of(
        &self,
        article: &Gathered,
        lang: &Lang,
    ) -> Result<(String, String), Box<Diagnostic>> {
        let told = article.told(lang);
        let path = told.map_or(&article.name, |told| &told.path);
        let text = self.project.root.read(path)?;
        let known = told.and_then(|told| told.facts.as_ref());
        if known.is_some_and(|known| known.digest != Digest::of(text.as_bytes())) {
            return Err(changed(path));
        }
        Ok((path.clone(), text))
    }
}

/// That a file says something else than when it was read first: what was made of both would be neither.
pub(super) fn changed(path: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(
        Code::CHANGED_WHILE_BUNDLING,
        Span::file(path),
    ))
}
