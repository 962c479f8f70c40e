//! `bundle`: every language, ready to publish.

use std::io;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;

use clap::Args;
use clap::builder::PossibleValuesParser;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Context;
use super::bundle_published::{rolled_back, verified};
use super::context::width;
use super::options::Format;
use super::progress::Progress;
use super::session::{Session, Stop, fail, say};
use crate::bundle::{Archive, Asked, Assembled, Dated, FORMS, Step, assemble};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::messages::Msg;
use crate::project::{FILE, Reason};
use crate::report::{BundleJson, DiagnosticJson, bundle, bundle_done};
use crate::text::{Digester, Span};

/// What `bundle` takes.
#[derive(Debug, Args)]
pub(crate) struct Bundle {
    #[arg(long = "as", value_parser = forms())]
    pub(crate) form: Option<String>,
    #[arg(long)]
    pub(crate) archive: Option<Packed>,
    #[arg(long)]
    pub(crate) output: Option<PathBuf>,
    #[arg(long)]
    pub(crate) now: Option<String>,
    #[arg(long)]
    pub(crate) locked: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long, conflicts_with_all = ["form", "archive", "output", "now", "locked", "dry_run", "rollback"])]
    pub(crate) verify: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["form", "archive", "now", "locked", "dry_run"])]
    pub(crate) rollback: bool,
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
}

/// How bundles are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Packed {
    #[value(name = "tar.zst")]
    TarZst,
    #[value(name = "tar.gz")]
    TarGz,
    Zip,
}

impl From<Packed> for Archive {
    fn from(packed: Packed) -> Self {
        match packed {
            Packed::TarZst => Self::TarZst,
            Packed::TarGz => Self::TarGz,
            Packed::Zip => Self::Zip,
        }
    }
}

fn forms() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMS.iter().map(|form| form.name))
}

impl Bundle {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        if let Some(folder) = &self.verify {
            return verified(folder, self.format, context);
        }
        Session::run(context, |session| self.project(session, context))
    }

    fn project(&self, session: &Session, context: &Context) -> Result<ExitCode, Stop> {
        let rules = session.rules(context)?;
        let settings = session.bundles(context)?;
        let output = match &self.output {
            Some(output) => context.directory.join(output),
            None => session.project.root.join(&settings.output),
        };
        if self.rollback {
            return rolled_back(session, &output, context);
        }
        let named = self.form.as_deref();
        let named = named.or(settings.form.as_ref().map(|form| form.get_ref().as_str()));
        let Some(form) = FORMS
            .iter()
            .find(|form| named.is_none_or(|name| form.name == name))
        else {
            let span = settings.form.as_ref().map_or(0..0, toml::Spanned::span);
            let found = Diagnostic::new(Code::BAD_CONFIG, Span::new(FILE, span));
            let found = found.with("reason", Reason::UnknownForm.name());
            session.say(context, &[found]).map_err(Err)?;
            return Ok(ExitCode::from(super::context::COULD_NOT_RUN));
        };
        let progress = Mutex::new(Progress::new(context, session.discovery.articles.len()));
        let step = |step: Step| {
            let mut bar = progress
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            match step {
                Step::Read | Step::Made => bar.step(),
                Step::Files(files) => {
                    bar.finish();
                    *bar = Progress::new(context, files);
                }
            }
        };
        let mut salt = Digester::default();
        salt.add(env!("CARGO_PKG_VERSION").as_bytes())
            .add(session.text().as_bytes());
        let checks: Vec<&str> = settings.audit.iter().map(String::as_str).collect();
        let audit = session.rules(context)?.only(&checks);
        let asked = Asked {
            audit: &audit,
            form,
            archive: self.archive.map(Archive::from).or(settings.archive),
            output: &output,
            now: self.moment(&settings.time_zone, context)?,
            dry_run: self.dry_run,
            locked: self.locked,
            salt: salt.finish(),
            progress: &step,
        };
        let found = assemble(
            (&session.project, &session.discovery),
            (&settings, &rules),
            &asked,
        );
        step(Step::Files(0));
        // The process ends soon, and the system takes back at once what piece by piece takes longer.
        let found = ManuallyDrop::new(found.map_err(|error| fail(context, &error))?);
        self.print((session, &found), (form.name, &output), context)
            .map_err(Err)
    }

    /// Says what was decided and done; the exit code says whether anything stood in the way.
    fn print(
        &self,
        (session, found): (&Session, &Assembled),
        (form, output): (&'static str, &Path),
        context: &Context,
    ) -> io::Result<ExitCode> {
        let output = output
            .strip_prefix(session.project.root.path())
            .unwrap_or(output);
        let output = output.display().to_string();
        let sources = |path: &str| {
            let page = found.texts.get(path).cloned();
            page.or_else(|| session.project.root.read(path).ok())
        };
        let severe = |one: &&Diagnostic| one.severity == Severity::Error;
        let errors = found.diagnostics.iter().filter(severe).count();
        let code = ExitCode::from(u8::from(errors > 0));
        let messages = &context.messages;
        if self.format == Format::Json {
            let wrong = found.diagnostics.iter();
            let wrong = wrong
                .map(|one| DiagnosticJson::new(one, &sources, messages))
                .collect();
            let decided = self.dry_run && errors == 0;
            context.print_json(&BundleJson::new(found, (form, &output, decided), wrong))?;
            return Ok(code);
        }
        context.print(&bundle(found, width(), messages))?;
        say(context, &found.diagnostics, &sources)?;
        let said = match errors {
            0 if self.dry_run => messages.say(&Msg::BundleDecided) + "\n",
            0 => bundle_done(found, &output, messages),
            count => messages.say(&Msg::BundleRefused { count }) + "\n",
        };
        context.remark(&format!("\n{said}"))?;
        Ok(code)
    }

    /// The time that counts: as given, or the clock's.
    fn moment(&self, zone: &TimeZone, context: &Context) -> Result<Timestamp, Stop> {
        let Some(said) = &self.now else {
            return Ok(context.instant);
        };
        let date = Dated::read(said, zone);
        date.map(|date| date.moment)
            .ok_or_else(|| context.fail(&Msg::NotATime { value: said }))
    }
}
