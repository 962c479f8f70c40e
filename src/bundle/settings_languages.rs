//! The languages of a project, and where each of them stands.

use toml::Spanned;
use url::Url;

use super::settings::Language;
use super::settings_file::Bundle;
use super::settings_reader::Reader;
use crate::project::Reason;
use crate::text::Lang;

impl Reader<'_> {
    /// The languages, the source first.
    pub(super) fn languages(&mut self, said: &Bundle) -> Vec<Language> {
        for tag in said.language.keys() {
            match tag.get_ref().parse::<Lang>() {
                Ok(lang) => self.known(&lang, tag.span()),
                Err(_) => self.bad_language(Reason::BadTag, tag.get_ref(), tag.span()),
            }
        }
        let languages: Vec<Lang> = self.config.languages().cloned().collect();
        let source = &self.config.source;
        let of = |lang: Lang| {
            let mut own = said.language.iter();
            let own = own.find(|(tag, _)| tag.get_ref().parse().as_ref() == Ok(&lang));
            let own = own.map(|(_, own)| own);
            let whole = said.url.as_ref();
            let whole = whole.map(|url| (url, shared(url, &lang, source)));
            let url = own.and_then(|own| own.url.as_ref());
            let url = url.map(|url| (url, url.get_ref().clone())).or(whole);
            Language {
                url: url.and_then(|(said, url)| self.url(said, &url, &lang)),
                slug: own.and_then(|own| own.slug).unwrap_or(said.slug),
                letters: own.and_then(|own| own.letters).unwrap_or(said.letters),
                lang,
            }
        };
        let out: Vec<Language> = languages.into_iter().map(of).collect();
        for (number, one) in out.iter().enumerate() {
            let same = |other: &Language| one.url.is_some() && other.url == one.url;
            if out[..number].iter().any(same) {
                let place = said.url.as_ref().map_or(0..0, Spanned::span);
                self.say(Reason::SameAddress, place);
            }
        }
        out
    }

    /// An address that pages can stand under: of the web, and without a query.
    fn url(&mut self, said: &Spanned<String>, url: &str, lang: &Lang) -> Option<Url> {
        let mut text = url.replace("{lang}", &lang.to_string());
        if !text.ends_with('/') {
            text.push('/');
        }
        let url = Url::parse(&text).ok().filter(|url| {
            let web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
            web && url.query().is_none() && url.fragment().is_none()
        });
        if url.is_none() {
            self.say(Reason::BadAddress, said.span());
        }
        url
    }
}

/// The address of a language where the project names one for all: the source stands there, and the
/// others in folders below it, unless it says where languages stand.
fn shared(said: &Spanned<String>, lang: &Lang, source: &Lang) -> String {
    let url = said.get_ref();
    if url.contains("{lang}") || lang == source {
        return url.clone();
    }
    format!("{}/{{lang}}/", url.trim_end_matches('/'))
}
