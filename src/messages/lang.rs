//! The languages that the program itself speaks, and how it chooses one.

use clap::ValueEnum;

use crate::text::Lang;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, ValueEnum)]
pub enum UiLang {
    /// English, also for whoever asks for a language that the program does not speak.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl UiLang {
    /// Every language of the program.
    pub const ALL: [Self; 2] = [Self::En, Self::Ru];

    /// The language of the environment: `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`, or
    /// what the system says where there are no such variables.
    pub fn of_environment() -> Self {
        Self::of_locales(sys_locale::get_locales())
    }

    /// The first of `locales`, best first, that the program speaks.
    pub fn of_locales(locales: impl IntoIterator<Item = String>) -> Self {
        let mut known = locales.into_iter().filter_map(|locale| {
            match locale
                .split(['-', '_', '.', '@'])
                .next()
                .unwrap_or_default()
            {
                "ru" => Some(Self::Ru),
                // Scripts set the locale `C` to read the same words everywhere.
                "en" | "C" | "POSIX" => Some(Self::En),
                _ => None,
            }
        });
        known.next().unwrap_or_default()
    }

    /// The tag, as `--ui-lang` takes it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The files of this language: name and Fluent text.
    pub fn files(self) -> [(&'static str, &'static str); 4] {
        macro_rules! files {
            ($lang:literal) => {
                [
                    (
                        "checks.ftl",
                        include_str!(concat!("../../locales/", $lang, "/checks.ftl")),
                    ),
                    (
                        "cli.ftl",
                        include_str!(concat!("../../locales/", $lang, "/cli.ftl")),
                    ),
                    (
                        "diagnostics.ftl",
                        include_str!(concat!("../../locales/", $lang, "/diagnostics.ftl")),
                    ),
                    (
                        "report.ftl",
                        include_str!(concat!("../../locales/", $lang, "/report.ftl")),
                    ),
                ]
            };
        }
        match self {
            Self::En => files!("en"),
            Self::Ru => files!("ru"),
        }
    }

    /// The language as the languages of texts are known.
    pub(super) fn lang(self) -> Lang {
        // Each of the tags is a language.
        let tag = self.tag();
        tag.parse().unwrap_or_else(|_| Lang::guess(tag))
    }
}
