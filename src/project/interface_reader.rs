//! Makes sense of the `[interface]` table of `workflow.toml`.

use regex::{Regex, RegexBuilder};
use toml::Spanned;

use super::config_reader::Reader;
use super::file::{self, UsePattern};
use super::interface::Interface;
use super::keys::glob;
use super::pattern::Pattern;
use super::pattern_parts::PatternError;
use super::reason::Reason;
use crate::diagnostic::{Code, Diagnostic};
use crate::interface::{Ids, Patterns};
use crate::text::{Lang, Span};

/// The memory that one expression may take: enough for any that a person writes.
const SIZE: usize = 1 << 20;

impl Reader<'_> {
    /// The program that the table means; what makes no sense in it is left out and told.
    pub(super) fn interface(&mut self, said: &file::Interface, all: &[Lang]) -> Interface {
        let mut patterns = Patterns::default();
        for pattern in &said.pattern {
            if let Some(ids) = self.ids(pattern) {
                patterns.add(ids);
            }
        }
        for name in said.functions.keys() {
            if !is_function(name.get_ref()) {
                self.say_config(Reason::BadFunction, name.span());
            }
        }
        let shared = said.shared.iter();
        let shared = shared.filter_map(|said| self.shared(said, all)).collect();
        let place = |said: &Spanned<String>| Span::new(self.file, said.span());
        let globs = said.sources.iter();
        let globs = globs
            .map(|said| (said.get_ref().clone(), place(said)))
            .collect();
        let functions = said.functions.iter();
        Interface {
            shared,
            bundle: said.bundle,
            used: self.globs(&said.used).unwrap_or_default(),
            functions: functions
                .map(|(name, options)| (name.get_ref().clone(), options.clone()))
                .collect(),
            patterns,
            sources: self.globs(&said.sources).unwrap_or_default(),
            exclude: self.globs(&said.exclude).unwrap_or_default(),
            globs,
        }
    }

    /// A shared file has no variable but its language.
    fn shared(&mut self, said: &Spanned<String>, all: &[Lang]) -> Option<Pattern> {
        let pattern = self.pattern(said, all, false)?;
        if pattern.has_key() {
            let error = PatternError::whole(Reason::OnlyLang, said.get_ref());
            self.say_pattern(said, &error);
            return None;
        }
        Some(pattern)
    }

    fn ids(&mut self, said: &UsePattern) -> Option<Ids> {
        let place = said.id.as_ref().or(said.files.first());
        let (Some(id), false) = (&said.id, said.files.is_empty()) else {
            self.say_config(Reason::NoFilesOrId, place.map_or(0..0, Spanned::span));
            return None;
        };
        let mut files = Vec::new();
        for said in &said.files {
            // The name of a file means it in any folder.
            let anywhere = match said.get_ref() {
                text if text.contains('/') => text.clone(),
                text => format!("**/{text}"),
            };
            match glob(&anywhere) {
                Ok(glob) => files.push(glob),
                Err(error) => self.say_glob(Some(said), &error),
            }
        }
        let expression = self.expression(id)?;
        if expression.captures_len() < 2 {
            self.say_config(Reason::NoGroup, id.span());
            return None;
        }
        Ids::new(files, expression).ok()
    }

    fn expression(&mut self, said: &Spanned<String>) -> Option<Regex> {
        let built = RegexBuilder::new(said.get_ref())
            .size_limit(SIZE)
            .dfa_size_limit(SIZE)
            .build();
        let error = match built {
            Ok(expression) => return Some(expression),
            Err(error) => error.to_string(),
        };
        // The lines before the last one draw the expression.
        let reason = error.lines().last().unwrap_or_default();
        let reason = reason.trim_start_matches("error: ");
        let found = Diagnostic::new(Code::BAD_CONFIG, Span::new(self.file, said.span()));
        self.wrong.push(found.with("reason", reason));
        None
    }
}

/// What Fluent takes for the name of a function.
fn is_function(name: &str) -> bool {
    let inside =
        |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
    name.starts_with(|first: char| first.is_ascii_uppercase()) && name.bytes().all(inside)
}

#[cfg(test)]
mod tests {
    use super::super::config::Config;
    use super::super::file::Loaded;
    use crate::diagnostic::Diagnostic;

    const PROJECT: &str = "[languages]\nsource = 'ru'\ntargets = ['en']\n\n\
        [[content]]\npath = 'locales/{lang}/{path}.ftl'\n\n";

    fn read(table: &str) -> (Option<Config>, Vec<Diagnostic>, String) {
        let text = format!("{PROJECT}{table}");
        let (config, wrong) = Config::parse("workflow.toml", &text);
        (config, wrong, text)
    }

    /// Code, guilty text and reason of every diagnostic.
    fn wrong(table: &str) -> Vec<(String, String, String)> {
        let (config, wrong, text) = read(table);
        assert!(config.is_none(), "{table}");
        let row = |one: &Diagnostic| {
            let reason = one.args.iter().find(|(name, _)| *name == "reason");
            let reason = reason.or(one.args.last());
            (
                one.code.to_string(),
                text[one.primary.span.range()].to_owned(),
                reason.map_or_else(String::new, |(_, value)| value.clone()),
            )
        };
        wrong.iter().map(row).collect()
    }

    fn row(code: &str, text: &str, reason: &str) -> (String, String, String) {
        (code.to_owned(), text.to_owned(), reason.to_owned())
    }

    #[test]
    fn a_good_table_says_what_it_means() {
        let (config, wrong, _) = read(
            "[interface]\nsources = ['templates/**', 'src/**']\nexclude = ['src/old/**']\n\
             shared = ['locales/{lang}/brand.ftl', 'locales/common.ftl']\nbundle = 'file'\n\
             used = ['help-*']\n[interface.functions]\nSIZE = []\nLIST = ['style']\n\
             [[interface.pattern]]\nfiles = ['*.vue']\nid = 'label\\(\"([^\"]+)\"'\n",
        );
        assert_eq!(wrong, []);
        let said = config.unwrap().interface;
        assert!(said.is_source("src/a/b.rs") && said.is_source("templates/a.html"));
        assert!(!said.is_source("src/old/b.rs") && !said.is_source("src/a.FTL"));
        assert!(!said.is_source("other/b.rs"));
        assert_eq!(said.folders(), ["templates", "src"]);
        assert!(said.used.is_match("help-check") && !said.used.is_match("helping"));
        assert_eq!(said.functions["LIST"], ["style"]);
        assert_eq!((said.bundle, said.shared.len()), (Loaded::File, 2));
        let (plain, _, _) = read("");
        let plain = plain.unwrap().interface;
        assert!(!plain.has_sources() && plain.bundle == Loaded::Collection);
    }

    #[test]
    fn every_mistake_is_told_at_its_place() {
        assert_eq!(
            wrong("[interface]\nsource = ['src/**']\nused = ['{a']\nsources = ['a[']\n"),
            [
                row("unknown-key", "source", "sources"),
                row(
                    "bad-glob",
                    "'{a'",
                    "unclosed alternate group; missing '}' (maybe escape '{' with '[{]'?)"
                ),
                row("bad-glob", "'a['", "unclosed character class; missing ']'"),
            ]
        );
        let [(code, text, _)] = &wrong("[interface]\nbundle = 'files'\n")[..] else {
            panic!("one mistake");
        };
        assert_eq!((code.as_str(), text.as_str()), ("bad-config", "'files'"));
        assert_eq!(
            wrong("[interface]\nshared = ['../a.ftl', '/b.ftl', 'a/{lang}/{slug}.ftl']\n"),
            [
                row("bad-pattern", "..", "dots"),
                row("bad-pattern", "/", "absolute"),
                row("bad-pattern", "a/{lang}/{slug}.ftl", "only-lang"),
            ]
        );
        assert_eq!(
            wrong(
                "[[interface.pattern]]\nfiles = ['*.vue']\nid = 'label'\n\
                   [[interface.pattern]]\nfiles = ['*.vue']\nid = 'a(b'\n\
                   [[interface.pattern]]\nid = '(b)'\n\
                   [interface.functions]\nsize = []\n"
            ),
            [
                row("bad-config", "'label'", "no-group"),
                row("bad-config", "'a(b'", "unclosed group"),
                row("bad-config", "'(b)'", "no-files-or-id"),
                row("bad-config", "size", "bad-function"),
            ]
        );
    }
}
