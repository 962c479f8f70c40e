//! The templates and files of a theme: the program's own, and what a project has in their place.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, UndefinedBehavior};

use super::functions;
use crate::bundle::words::Words;
use crate::bundle::work::Work;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::text::{Digest, Digester, Span};

/// The program's own templates, by their names.
const OWN_TEMPLATES: &[(&str, &str)] = &[
    ("base.html", include_str!("theme/base.html")),
    ("cards.html", include_str!("theme/cards.html")),
    ("trail.html", include_str!("theme/trail.html")),
    ("page.html", include_str!("theme/page.html")),
    ("index.html", include_str!("theme/index.html")),
    ("archive.html", include_str!("theme/archive.html")),
    ("year.html", include_str!("theme/year.html")),
    ("tags.html", include_str!("theme/tags.html")),
    ("tag.html", include_str!("theme/tag.html")),
    ("redirect.html", include_str!("theme/redirect.html")),
    ("404.html", include_str!("theme/404.html")),
];

/// The program's own files that are no templates, by their names.
pub(super) const OWN_FILES: &[(&str, &str)] = &[
    ("style.css", include_str!("theme/style.css")),
    ("icon.svg", include_str!("theme/icon.svg")),
];

/// How templates of the program are called where something is wrong with them: they are in no folder
/// of the project.
const OWN: &str = "sverka:theme";

/// The templates and files of a theme.
pub(super) struct Theme {
    /// The digest of all templates.
    pub(super) digest: Digest,
    /// The files of the project that are copied, by their names: the path from the root of the
    /// project, and the digest.
    pub(super) files: BTreeMap<String, (String, Digest)>,
    templates: BTreeMap<String, Template>,
}

/// A template.
struct Template {
    /// What it is called in diagnostics: its path from the root of the project.
    file: Arc<str>,
    text: String,
}

impl Theme {
    /// The program's theme, with what the project's folder has in its place. Files of HTML there are
    /// templates, also those that only other templates name; all others are copied.
    pub(super) fn read(work: &Work<'_>) -> Result<Self, Vec<Diagnostic>> {
        let mut templates = BTreeMap::new();
        for (name, text) in OWN_TEMPLATES {
            let file = format!("{OWN}/{name}").into();
            let text = (*text).to_owned();
            templates.insert((*name).to_owned(), Template { file, text });
        }
        let mut files = BTreeMap::new();
        let mut wrong = Vec::new();
        if let Some(folder) = &work.settings.theme {
            let root = &work.project.root;
            let (paths, found) = root.list(folder);
            wrong.extend(found);
            for path in paths {
                let name = path[folder.len()..].trim_start_matches('/').to_owned();
                let is_template = matches!(name.rsplit_once('.'), Some((_, "html")));
                let read = if is_template {
                    root.read(&path).map(|text| {
                        let file = path.as_str().into();
                        templates.insert(name, Template { file, text });
                    })
                } else {
                    root.digest(&path).map(|digest| {
                        files.insert(name, (path, digest));
                    })
                };
                wrong.extend(read.err().map(|found| *found));
            }
        }
        if !wrong.is_empty() {
            // A link in place of a template would be a page that looks like another.
            for found in &mut wrong {
                found.severity = Severity::Error;
            }
            return Err(wrong);
        }
        let mut digester = Digester::default();
        for (name, template) in &templates {
            digester.add(name.as_bytes()).add(template.text.as_bytes());
        }
        Ok(Self {
            digest: digester.finish(),
            files,
            templates,
        })
    }

    /// The templates, ready to be filled in one language.
    pub(super) fn environment(
        self: &Arc<Self>,
        words: &Words,
    ) -> Result<Environment<'static>, Vec<Diagnostic>> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build();
        environment.set_syntax(syntax.unwrap_or_default());
        functions::add(&mut environment, words, self);
        let mut wrong = Vec::new();
        for (name, template) in &self.templates {
            let added = environment.add_template_owned(name.clone(), template.text.clone());
            wrong.extend(added.err().map(|error| self.broken(&error)));
        }
        if wrong.is_empty() {
            Ok(environment)
        } else {
            Err(wrong)
        }
    }

    /// Where a template asks for a message: at its name, if that is written there.
    pub(super) fn asks(&self, template: &str, id: &str) -> Span {
        let Some(template) = self.templates.get(template) else {
            return Span::file(format!("{OWN}/{template}"));
        };
        let written = [format!("\"{id}\""), format!("'{id}'")];
        let at = written.iter().find_map(|id| template.text.find(id));
        let range = at.map_or(0..0, |at| at + 1..at + 1 + id.len());
        Span::new(Arc::clone(&template.file), range)
    }

    /// What is wrong with a template, at its place.
    pub(super) fn broken(&self, error: &Error) -> Diagnostic {
        // A template that takes in another is wrong because of what is wrong there.
        let mut inner = error;
        while let Some(error) = inner.source().and_then(|error| error.downcast_ref()) {
            inner = error;
        }
        let template = inner.name().and_then(|name| self.templates.get(name));
        let place = template.map_or_else(
            || Span::file(OWN),
            |template| {
                let range = inner.range().unwrap_or_default();
                let end = range.end.min(template.text.len());
                Span::new(Arc::clone(&template.file), range.start.min(end)..end)
            },
        );
        let kind = inner.kind().to_string();
        let reason = inner.detail().unwrap_or(&kind);
        Diagnostic::new(Code::BAD_TEMPLATE, place).with("reason", reason)
    }
}
