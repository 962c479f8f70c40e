//! A language as the tables of CLDR know it.

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::M;
use icu_locale_core::Locale;
use unic_langid::LanguageIdentifier;

/// A language, and whether there is anything to know about it.
pub(super) struct Language {
    tag: String,
    locale: Locale,
    known: bool,
}

impl Language {
    /// Looks the language up, which takes some microseconds.
    pub(super) fn new(id: &LanguageIdentifier) -> Self {
        let tag = id.to_string();
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        let known = names_its_months(&locale);
        Self { tag, locale, known }
    }

    /// The tag in its canonical spelling.
    pub(super) fn tag(&self) -> &str {
        &self.tag
    }

    /// The language as ICU4X wants it.
    pub(super) fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Whether CLDR describes the language. ICU4X does not say so: it answers with the root of
    /// all languages, whose dates no reader would understand.
    pub(super) fn known(&self) -> bool {
        self.known
    }
}

/// Whether January has a name: in the root of CLDR it is `M01`.
fn names_its_months(locale: &Locale) -> bool {
    let formatter =
        FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale.into(), M::long());
    let january = Date::try_new_gregorian(2000, 1, 1);
    match (formatter, january) {
        (Ok(formatter), Ok(january)) => formatter.format(&january).to_string() != "M01",
        _ => false,
    }
}
