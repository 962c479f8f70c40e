//! When a translation was last worked on: not every commit to it is somebody's translating.

use super::versions::Archive;
use crate::history::Version;
use crate::track::changes::Changes;

/// So many versions back the last edit is looked for; who edits links a hundred times does not
/// translate.
const FAR: usize = 100;

/// Which of the versions of a translation, newest first, came from work on its words. The first one
/// that there is counts as such, since it brought all of them.
///
/// A commit that changed targets of links, code or markup, or mended a slip of the pen, is passed by.
pub(super) fn last_real(archive: &Archive<'_>, versions: &[Version]) -> usize {
    let mut newer = None;
    for (at, pair) in versions.windows(2).take(FAR).enumerate() {
        let [new, old] = pair else { break };
        if new.blob == old.blob {
            continue;
        }
        let after = match newer.take() {
            Some((blob, document)) if blob == new.blob => Some(document),
            _ => archive.document(new),
        };
        let (Some(after), Some(before)) = (after, archive.document(old)) else {
            // What cannot be read may well be work.
            return at;
        };
        let changes = Changes::between(&before, &after);
        if changes.list.iter().any(|change| change.nature.says_more()) {
            return at;
        }
        newer = Some((old.blob, before));
    }
    versions.len().min(FAR + 1).saturating_sub(1)
}
