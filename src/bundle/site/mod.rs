//! The form `site`: a complete static site of each language.

mod entrance;
mod feed;
mod machines;
mod robots;
mod search;
mod sitemap;
mod xml;

use self::machines::Piece;
use super::form::{Form, Job, Made, Planned};
use super::work::Work;
use crate::diagnostic::Diagnostic;

/// A static site.
struct Site {
    pieces: Vec<Piece>,
}

/// Gets a site ready.
#[expect(
    clippy::unnecessary_wraps,
    reason = "a theme of the project's own may be refused"
)]
pub(super) fn open(work: &Work<'_>) -> Result<Box<dyn Form>, Vec<Diagnostic>> {
    Ok(Box::new(Site {
        pieces: machines::pieces(work),
    }))
}

impl Form for Site {
    fn files(&self, _work: &Work<'_>) -> Vec<Planned> {
        let pieces = self.pieces.iter().enumerate();
        let pieces = pieces.map(|(number, piece)| Planned {
            folder: piece.folder.clone(),
            path: piece.path.clone(),
            key: piece.key,
            job: Job::Make(number),
        });
        pieces.collect()
    }

    fn make(&self, work: &Work<'_>, number: usize) -> Made {
        Made {
            bytes: machines::write(work, &self.pieces[number]),
            ..Made::default()
        }
    }
}
