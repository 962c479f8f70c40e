//! What commands say of the history: that there is none, or why it cannot be read.

use super::Context;
use super::session::{Session, Stop};
use crate::history::{History, HistoryError};
use crate::messages::Msg;

/// Opens the history of a project that needs one.
pub(super) fn open(session: &Session, context: &Context) -> Result<History, Stop> {
    let found = History::open(session.project.root.path());
    let found = found.map_err(|error| refuse(&error, context))?;
    found.ok_or_else(|| context.fail(&Msg::SinceNeedsHistory))
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
