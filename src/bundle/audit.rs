//! The last look at a page before readers have it, with the checks that need one language only.

use super::work::Work;
use crate::diagnostic::Diagnostic;
use crate::text::Lang;

/// Looks at pages.
pub(super) struct Audit<'a> {
    _work: &'a Work<'a>,
}

impl<'a> Audit<'a> {
    /// Gets ready.
    pub fn new(work: &'a Work<'a>) -> Self {
        Self { _work: work }
    }

    /// What is wrong with a page as readers will see it; `path` is where it stands in the bundle.
    pub fn page(&self, _path: &str, (_lang, _html): (&Lang, &[u8])) -> Vec<Diagnostic> {
        Vec::new()
    }
}
