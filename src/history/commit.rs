//! A commit: when, and what it says of itself.

use gix::objs::CommitRefIter;
use gix::objs::commit::ref_iter::Token;

use super::id::CommitId;

/// More of a subject than this nobody reads.
const LONGEST_SUBJECT: usize = 120;

/// A point of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its name.
    pub id: CommitId,
    /// When it was made (committer's time, which orders commits), in seconds since 1970.
    pub time: i64,
    /// When its change was written (author's time, to be shown to people), in seconds since 1970.
    pub authored: i64,
    /// The first line of its message.
    pub subject: String,
}

/// What the commit `id` says. What cannot be read of it is empty: old tools wrote strange dates.
pub(super) fn parse(id: CommitId, tokens: CommitRefIter<'_>) -> Commit {
    let mut commit = Commit {
        id,
        time: 0,
        authored: 0,
        subject: String::new(),
    };
    for token in tokens.map_while(Result::ok) {
        match token {
            Token::Author { signature } => commit.authored = signature.seconds(),
            Token::Committer { signature } => commit.time = signature.seconds(),
            Token::Message(message) => commit.subject = subject(message),
            _ => {}
        }
    }
    commit
}

fn subject(message: &[u8]) -> String {
    let text = String::from_utf8_lossy(message);
    let line = text.trim_start().lines().next().unwrap_or_default();
    line.trim_end().chars().take(LONGEST_SUBJECT).collect()
}
