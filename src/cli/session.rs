//! What every command does first: open the project, find its articles, say what is wrong.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use super::Context;
use super::context::COULD_NOT_RUN;
use super::context::width;
use crate::checks::engine::Rules;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::messages::Msg;
use crate::project::{Article, Discovery, Project, ProjectError};
use crate::report::{DiagnosticJson, Drawing, draw};
use crate::text::Lang;
use crate::track::{ArticleStatus, PairStatus, Scope, Sources, Status, Survey, survey};

/// How long another run may hold the project before we give up.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// More diagnostics than this are counted, not drawn.
const DRAWN: usize = 30;

/// More articles than this are not listed when a name may mean any of them.
const NAMED: usize = 8;

/// An open project and its articles.
pub(super) struct Session {
    pub(super) project: Project,
    pub(super) discovery: Discovery,
    /// The text of the project file.
    text: String,
}

/// One translation, judged, and whether something in its files is an error.
pub(super) struct Judged {
    pub(super) status: PairStatus,
    pub(super) wrong: bool,
}

/// What a command ends with when it cannot go on: its message is said already.
pub(super) type Stop = Result<ExitCode, io::Error>;

impl Session {
    /// Opens the project around the working directory.
    pub(super) fn open(context: &Context) -> Result<Self, Stop> {
        let opened = Project::open(&context.directory).map_err(|error| fail(context, &error))?;
        if !opened.diagnostics.is_empty() {
            let sources = |path: &str| (path == crate::project::FILE).then(|| opened.text.clone());
            say(context, &opened.diagnostics, &sources).map_err(Err)?;
        }
        let Some(project) = opened.project else {
            return Err(Ok(ExitCode::from(COULD_NOT_RUN)));
        };
        let discovery = project.discover();
        Ok(Self {
            project,
            discovery,
            text: opened.text,
        })
    }

    /// What the project file says of checks; says what is wrong with it.
    pub(super) fn rules(&self, context: &Context) -> Result<Rules, Stop> {
        let (rules, wrong) = Rules::parse(crate::project::FILE, &self.text);
        if wrong.is_empty() {
            return Ok(rules);
        }
        let sources = |path: &str| (path == crate::project::FILE).then(|| self.text.clone());
        say(context, &wrong, &sources).map_err(Err)?;
        Err(Ok(ExitCode::from(COULD_NOT_RUN)))
    }

    /// The path of an article's source, which its front matter may name.
    pub(super) fn source_name(&self, article: &Article) -> String {
        Sources::read(&self.project, article, &[]).name()
    }

    /// Whether a name means an article.
    pub(super) fn knows(&self, asked: &str, context: &Context) -> bool {
        !self.matching(asked, context).is_empty()
    }

    /// Opens the project and runs a command in it.
    pub(super) fn run(
        context: &Context,
        command: impl FnOnce(&Self) -> Result<ExitCode, Stop>,
    ) -> io::Result<ExitCode> {
        let done = Self::open(context).and_then(|session| command(&session));
        match done {
            Ok(code) => Ok(code),
            Err(stop) => stop,
        }
    }

    /// Draws diagnostics under the lines they speak of.
    pub(super) fn say(&self, context: &Context, found: &[Diagnostic]) -> io::Result<()> {
        let sources = |path: &str| self.project.root.read(path).ok();
        say(context, found, &sources)
    }

    /// The same for machines.
    pub(super) fn json(&self, context: &Context, found: &[Diagnostic]) -> Vec<DiagnosticJson> {
        let sources = |path: &str| self.project.root.read(path).ok();
        found
            .iter()
            .map(|found| DiagnosticJson::new(found, &sources, &context.messages))
            .collect()
    }

    /// The article that `asked` names: the path of one of its files, from here or from the
    /// project's root, a folder with nothing else in it, or a name that ends the path of just one.
    pub(super) fn article(&self, asked: &str, context: &Context) -> Result<&Article, Stop> {
        let found = self.matching(asked, context);
        match found.as_slice() {
            [one] => Ok(one),
            [] => Err(self.unknown(asked, context)),
            many => {
                let mut names: Vec<String> = many
                    .iter()
                    .map(|article| article.name())
                    .take(NAMED)
                    .collect();
                if many.len() > NAMED {
                    names.push("…".to_owned());
                }
                let text = names.join(", ");
                Err(context.fail(&Msg::AmbiguousArticle {
                    article: asked,
                    names: &text,
                }))
            }
        }
    }

    /// Refuses languages that the project does not have.
    pub(super) fn languages(&self, asked: &[Lang], context: &Context) -> Result<(), Stop> {
        let config = &self.project.config;
        let Some(unknown) = asked
            .iter()
            .find(|lang| config.languages().all(|known| known != *lang))
        else {
            return Ok(());
        };
        let known: Vec<String> = config.languages().map(ToString::to_string).collect();
        let (lang, languages) = (unknown.to_string(), known.join(", "));
        Err(context.fail(&Msg::UnknownLanguage {
            lang: &lang,
            languages: &languages,
        }))
    }

    /// Judges the translations of the articles that `names` name, of all articles if there are none.
    pub(super) fn judged(
        &self,
        names: &[String],
        languages: &[Lang],
        context: &Context,
    ) -> Result<Survey, Stop> {
        self.languages(languages, context)?;
        let asked = names.iter().map(|name| self.article(name, context));
        let asked = asked.collect::<Result<Vec<&Article>, Stop>>()?;
        let wanted = |article: &Article| asked.iter().any(|one| one.is(article));
        let articles: Option<&(dyn Fn(&Article) -> bool + Sync)> = if names.is_empty() {
            None
        } else {
            Some(&wanted)
        };
        let scope = Scope {
            languages,
            articles,
            progress: None,
        };
        let found = survey(&self.project, &self.discovery, &scope);
        found.map_err(|error| fail(context, &error))
    }

    /// Judges one translation, and says what is wrong with its files.
    pub(super) fn pair(
        &self,
        article: &Article,
        lang: &Lang,
        context: &Context,
    ) -> Result<Judged, Stop> {
        let wanted = |other: &Article| other.is(article);
        let scope = Scope {
            languages: std::slice::from_ref(lang),
            articles: Some(&wanted),
            progress: None,
        };
        let found = survey(&self.project, &self.discovery, &scope)
            .map_err(|error| fail(context, &error))?;
        let mut diagnostics = Vec::new();
        let mut pairs = Vec::new();
        for article in found.articles {
            diagnostics.extend(article.diagnostics);
            pairs.extend(article.pairs);
        }
        self.say(context, &diagnostics).map_err(Err)?;
        let wrong = diagnostics
            .iter()
            .any(|found| found.severity == Severity::Error);
        if let Some(status) = pairs.pop() {
            return Ok(Judged { status, wrong });
        }
        let (name, lang) = (article.name(), lang.to_string());
        Err(context.fail(&Msg::NotATarget {
            article: &name,
            lang: &lang,
        }))
    }

    /// The paths of an article that was judged here.
    pub(super) fn paths(&self, judged: &ArticleStatus) -> &Article {
        &self.discovery.articles[judged.index]
    }

    fn matching(&self, asked: &str, context: &Context) -> Vec<&Article> {
        let path = self.path(asked, context);
        let articles = || self.discovery.articles.iter();
        let by_file = articles().filter(|article| {
            let has = |wanted: &str| {
                article.name() == wanted || article.files.values().any(|file| &**file == wanted)
            };
            path.as_deref().is_some_and(has) || has(asked)
        });
        let found: Vec<&Article> = by_file.collect();
        if !found.is_empty() {
            return found;
        }
        let by_key: Vec<&Article> = articles().filter(|article| article.key == asked).collect();
        if !by_key.is_empty() {
            return by_key;
        }
        let folder = path.unwrap_or_default() + "/";
        let in_folder: Vec<&Article> = articles()
            .filter(|article| {
                article.name().starts_with(&folder)
                    || article.files.values().any(|file| file.starts_with(&folder))
            })
            .collect();
        if !in_folder.is_empty() {
            return in_folder;
        }
        let ending = format!("/{asked}");
        let named = |path: &str| {
            let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
            path.ends_with(&ending) || stem.ends_with(&ending)
        };
        articles()
            .filter(|article| named(&article.name()) || article.key.ends_with(&ending))
            .collect()
    }

    fn unknown(&self, asked: &str, context: &Context) -> Stop {
        let names: Vec<String> = self
            .discovery
            .articles
            .iter()
            .flat_map(|article| [article.name(), article.key.clone()])
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let nearest = similar::get_close_matches(asked, &names, 1, 0.6);
        context.fail(&Msg::NoArticle {
            article: asked,
            nearest: nearest.first().copied().unwrap_or(""),
        })
    }

    /// A path as typed, from the project's root, if it is inside.
    fn path(&self, asked: &str, context: &Context) -> Option<String> {
        let here = context.directory.canonicalize().ok()?;
        let mut full = PathBuf::new();
        for part in here.join(Path::new(asked)).components() {
            match part {
                Component::ParentDir => drop(full.pop()),
                Component::CurDir => {}
                part => full.push(part),
            }
        }
        let inside = full.strip_prefix(self.project.root.path()).ok()?;
        let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
        parts.map(|parts| parts.join("/"))
    }
}

/// Says why there is nothing to record of a translation.
pub(super) fn cannot(name: &str, pair: &PairStatus, context: &Context) -> Stop {
    let lang = pair.lang.to_string();
    match pair.status {
        Status::Missing => context.fail(&Msg::NoTranslationYet {
            article: name,
            lang: &lang,
            path: &pair.path,
        }),
        Status::Orphan => context.fail(&Msg::NoSource { path: &pair.path }),
        _ => context.fail(&Msg::CannotRead { path: &pair.path }),
    }
}

/// Says that the surroundings are broken.
pub(super) fn fail(context: &Context, error: &ProjectError) -> Stop {
    let path_of = |path: &Path| path.display().to_string();
    match error {
        ProjectError::NotFound(path) => context.fail(&Msg::NoProject {
            path: &path_of(path),
        }),
        ProjectError::Locked { path, seconds: 0 } => context.fail(&Msg::LockedNow {
            path: &path_of(path),
        }),
        ProjectError::Locked { path, seconds } => {
            let seconds = usize::try_from(*seconds).unwrap_or(usize::MAX);
            context.fail(&Msg::Locked {
                path: &path_of(path),
                seconds,
            })
        }
        ProjectError::Exists(path) => context.fail(&Msg::AlreadyExists {
            path: &path_of(path),
        }),
        ProjectError::Changed(path) => context.fail(&Msg::ChangedMeanwhile {
            path: &path_of(path),
        }),
        ProjectError::Link(path) => context.fail(&Msg::IsLink {
            path: &path_of(path),
        }),
        ProjectError::NotAFile(path) => context.fail(&Msg::NotAFile {
            path: &path_of(path),
        }),
        ProjectError::NotAFolder(path) => context.fail(&Msg::NotAFolder {
            path: &path_of(path),
        }),
        ProjectError::Foreign(path) => context.fail(&Msg::ForeignFolder {
            path: &path_of(path),
        }),
        ProjectError::Protected(path) => context.fail(&Msg::ProtectedFolder {
            path: &path_of(path),
        }),
        ProjectError::NoPrevious(path) => context.fail(&Msg::NoPreviousBundle {
            path: &path_of(path),
        }),
        ProjectError::BadName(path) => context.fail(&Msg::UnportableName { path }),
        ProjectError::Clash { path, other } => context.fail(&Msg::SamePath { path, other }),
        ProjectError::BadPath(path) => context.fail(&Msg::OutsideProject { path }),
        ProjectError::Io { path, source } => {
            let reason = source.to_string();
            context.fail(&Msg::FileError {
                path: &path_of(path),
                reason: &reason,
            })
        }
        other => context.fail(&Msg::Failed {
            reason: &other.to_string(),
        }),
    }
}

/// Whether a translation could not be looked at: it cannot be read, or is a link.
pub(super) fn passed_by(judged: &Survey) -> bool {
    let mut pairs = judged.articles.iter().flat_map(|article| &article.pairs);
    let link = |found: &Diagnostic| found.code == Code::SYMBOLIC_LINK;
    pairs.any(|pair| pair.status == Status::Unreadable) || judged.all_diagnostics().any(link)
}

/// The exit code that diagnostics ask for: 2 where something could not be read, 1 where something
/// that was read is wrong.
pub(super) fn exit_code<'d>(found: impl Iterator<Item = &'d Diagnostic>) -> ExitCode {
    let mut code = 0;
    for diagnostic in found.filter(|found| found.severity == Severity::Error) {
        code = code.max(if diagnostic.code == Code::UNREADABLE {
            COULD_NOT_RUN
        } else {
            1
        });
    }
    ExitCode::from(code)
}

/// Draws diagnostics under the lines they speak of, in the texts that `sources` gives.
pub(super) fn say(
    context: &Context,
    found: &[Diagnostic],
    sources: &dyn Fn(&str) -> Option<String>,
) -> io::Result<()> {
    let how = Drawing {
        color: true,
        width: width(),
    };
    let mut texts: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut worst: Vec<&Diagnostic> = found.iter().collect();
    worst.sort_by_key(|found| std::cmp::Reverse(found.severity));
    for diagnostic in worst.iter().take(DRAWN) {
        let path = diagnostic.primary.span.file.to_string();
        let text = texts
            .entry(path.clone())
            .or_insert_with(|| sources(&path))
            .clone();
        let one = |asked: &str| {
            if asked == path {
                text.clone()
            } else {
                sources(asked)
            }
        };
        context.warn(&draw(diagnostic, &one, &context.messages, how))?;
    }
    match found.len().checked_sub(DRAWN) {
        Some(more @ 1..) => context.warn(&format!(
            "{}\n",
            context.messages.say(&Msg::MoreDiagnostics { count: more })
        )),
        _ => Ok(()),
    }
}
