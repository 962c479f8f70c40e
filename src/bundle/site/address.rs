//! The addresses that a page writes: of other pages, of other languages, and its own.

use super::part::Part;
use super::seen::{Alternate, Switch};
use crate::bundle::plan::{Edition, Page};
use crate::bundle::work::Work;
use crate::text::Lang;

/// Where a page stands.
pub(super) struct Place<'a> {
    pub(super) work: &'a Work<'a>,
    pub(super) edition: &'a Edition,
    /// The number of the edition.
    pub(super) number: usize,
    /// Its address below that of the edition.
    address: String,
    /// Whether it is shown at any address, so that links from it begin at the root of the site.
    rooted: bool,
}

impl<'a> Place<'a> {
    /// The place of a part.
    pub(super) fn of(work: &'a Work<'a>, part: &Part) -> Self {
        let number = part.edition(work);
        Self {
            work,
            edition: &work.plan.editions[number],
            number,
            address: part.address(work),
            rooted: matches!(part, Part::NotFound(_)),
        }
    }

    /// The link to what stands at an address of this edition.
    pub(super) fn here(&self, to: &str) -> String {
        self.link(self.edition, to)
    }

    /// The link to a page.
    pub(super) fn page(&self, to: &Page) -> String {
        self.link(&self.work.plan.editions[to.edition], &to.path)
    }

    /// The link to what stands at an address of an edition.
    pub(super) fn link(&self, edition: &Edition, to: &str) -> String {
        if self.rooted && self.edition.beside(edition) {
            return edition.rooted(to);
        }
        self.edition.link(&self.address, (edition, to))
    }

    /// Its own whole address.
    pub(super) fn absolute(&self) -> Option<String> {
        self.edition.absolute(&self.address)
    }

    /// What search engines are told of the same address in other editions: those by whose number
    /// `has` says that it is there. Nothing where it is there in one language only.
    pub(super) fn alternates(&self, has: impl Fn(usize) -> bool) -> Vec<Alternate> {
        let editions = &self.work.plan.editions;
        let there: Vec<usize> = (0..editions.len()).filter(|number| has(*number)).collect();
        let of = |number: usize, lang: String| {
            let url = editions[number].absolute(&self.address)?;
            Some(Alternate { lang, url })
        };
        if there.len() < 2 {
            return Vec::new();
        }
        let each = there
            .iter()
            .filter_map(|number| of(*number, editions[*number].lang.to_string()));
        // As with articles: the edition for all others, else that of the source, which is the first.
        let other = self.work.plan.x_default.filter(|one| there.contains(one));
        let other = other.or_else(|| there.first().copied().filter(|first| *first == 0));
        each.chain(other.and_then(|one| of(one, "x-default".to_owned())))
            .collect()
    }

    /// The languages for readers: `of` tells the address in an edition, and whether it is the same
    /// page; the first page of the edition where there is none.
    pub(super) fn switcher(
        &self,
        of: impl Fn(usize, &'a Edition) -> Option<(String, bool)>,
    ) -> Vec<Switch> {
        let editions = self.work.plan.editions.iter().enumerate();
        let each = editions.map(|(number, edition)| {
            let found = of(number, edition);
            let (url, published) = found.unwrap_or_else(|| (self.link(edition, ""), false));
            Switch {
                lang: edition.lang.to_string(),
                name: self.work.words[number].plain("language-name"),
                dir: direction(&edition.lang),
                url,
                here: number == self.number,
                published,
            }
        });
        each.collect()
    }
}

/// Which way a language is written, as the attribute `dir` has it. What is written from top to bottom
/// can also be written from left to right, and on the web is.
pub(super) fn direction(lang: &Lang) -> &'static str {
    use unic_langid::CharacterDirection;
    match lang.id().character_direction() {
        CharacterDirection::RTL => "rtl",
        CharacterDirection::LTR | CharacterDirection::TTB => "ltr",
    }
}
