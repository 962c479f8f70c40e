//! `bundle --verify` and `bundle --rollback`: what is done with bundles that are published already.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::Context;
use super::options::Format;
use super::session::{Session, Stop, fail};
use crate::bundle::verify;
use crate::messages::Msg;
use crate::project::Output;
use crate::report::VerifyJson;

/// Says whether the bundles in a folder are what their manifests say: 0 if they are, 1 if not, 2 if
/// there is none.
pub(super) fn verified(folder: &Path, format: Format, context: &Context) -> io::Result<ExitCode> {
    let found = match verify(&context.directory.join(folder)) {
        Ok(found) => found,
        Err(error) => return fail(context, &error),
    };
    let path = folder.display().to_string();
    if found.bundles.is_empty() && !found.is_damaged() {
        return context.fail(&Msg::NoBundle { path: &path });
    }
    let clean = found.is_clean();
    if format == Format::Json {
        context.print_json(&VerifyJson::new(found))?;
        return Ok(ExitCode::from(u8::from(!clean)));
    }
    let mut out = String::new();
    let mut add = |paths: &[String], message: &dyn for<'a> Fn(&'a str) -> Msg<'a>| {
        for path in paths {
            out.push_str(&context.messages.say(&message(path)));
            out.push('\n');
        }
    };
    add(&found.refused, &|path| Msg::VerifyRefused { path });
    add(&found.links, &|path| Msg::VerifyLink { path });
    add(&found.changed, &|path| Msg::VerifyChanged { path });
    add(&found.missing, &|path| Msg::VerifyMissing { path });
    add(&found.foreign, &|path| Msg::VerifyForeign { path });
    context.print(&out)?;
    let (files, bundles) = (found.files, found.bundles.len());
    let done = context.messages.say(&Msg::VerifyDone { files, bundles });
    context.remark(&format!("{done}\n"))?;
    Ok(ExitCode::from(u8::from(!clean)))
}

/// Publishes the previous bundle again, and says which it is.
pub(super) fn rolled_back(
    session: &Session,
    output: &Path,
    context: &Context,
) -> Result<ExitCode, Stop> {
    let output_folder = Output::at(&session.project.root, output);
    let output_folder = output_folder.map_err(|error| fail(context, &error))?;
    let previous = output_folder.previous_folder();
    // A file that is in both bundles is one file: whoever wrote to it in the published one has
    // written to both.
    if verify(previous).is_ok_and(|found| found.is_damaged()) {
        let path = previous.display().to_string();
        return Err(context.fail(&Msg::PreviousDamaged { path: &path }));
    }
    output_folder
        .rollback()
        .map_err(|error| fail(context, &error))?;
    let digest = output_folder.published().unwrap_or_default();
    let digest: String = digest.chars().take(12).collect();
    let done = Msg::RolledBack {
        path: &output.display().to_string(),
        digest: &digest,
    };
    context
        .remark(&format!("{}\n", context.messages.say(&done)))
        .map_err(Err)?;
    Ok(ExitCode::SUCCESS)
}
