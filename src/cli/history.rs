//! What commands say of the history: that there is none, or why it cannot be read.

use super::Context;
use super::session::{Session, Stop};
use crate::gate::Since;
use crate::history::{Gap, History, HistoryError};
use crate::messages::Msg;

/// Opens the history of a project that needs one.
pub(super) fn open(session: &Session, context: &Context) -> Result<History, Stop> {
    let found = History::open(session.project.root.path());
    let found = found.map_err(|error| refuse(&error, context))?;
    found.ok_or_else(|| context.fail(&Msg::SinceNeedsHistory))
}

/// What there was at a revision; says why if nobody can tell.
pub(super) fn since<'h>(
    history: &'h History,
    revision: &str,
    context: &Context,
) -> Result<Since<'h>, Stop> {
    let commit = history.resolve(revision).map_err(|error| {
        let shallow = history.gaps().contains(&Gap::Shallow);
        match error {
            HistoryError::Revision { .. } if shallow => {
                context.fail(&Msg::RevisionNotFetched { revision })
            }
            error => refuse(&error, context),
        }
    })?;
    let found = Since::new(history, commit.id).map_err(|error| refuse(&error, context))?;
    found.ok_or_else(|| context.fail(&Msg::RevisionNotWhole { revision }))
}

/// Says why the history cannot be read.
pub(super) fn refuse(error: &HistoryError, context: &Context) -> Stop {
    match error {
        HistoryError::References { path, format } => context.fail(&Msg::HistoryFormat {
            path: &path.display().to_string(),
            format,
        }),
        HistoryError::Revision { revision, .. } => context.fail(&Msg::UnknownRevision { revision }),
        HistoryError::Open { path, reason } | HistoryError::Object { path, reason, .. } => context
            .fail(&Msg::HistoryBroken {
                path: &path.display().to_string(),
                reason,
            }),
    }
}
