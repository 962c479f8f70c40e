//! What people say is no mistake, in a comment or a field of the article itself.
//!
//! `<!-- sverka: ignore figures 1a2b3c4d the source rounds -->` names a check, a fingerprint and a
//! reason; the front-matter field `sverka-ignore` takes a list of the same. The fingerprint binds it
//! to one finding in the texts of today: when either of them changes, it is used no more and says so.

use std::sync::LazyLock;

use regex::Regex;

use super::findings::Finding;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Kind};
use crate::text::{Span, pattern};

/// The field of the front matter that lists ignores.
const FIELD: &str = "sverka-ignore";

/// One finding that is not to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignore {
    /// The name of the check.
    pub check: String,
    /// The beginning of the finding's fingerprint.
    pub fingerprint: String,
    /// Why it is no mistake.
    pub reason: String,
    /// Where that is said.
    pub place: Span,
}

impl Ignore {
    /// Whether it speaks of this finding.
    pub fn is_about(&self, found: &Finding) -> bool {
        found.diagnostic.code.name() == self.check && found.fingerprint.begins(&self.fingerprint)
    }

    /// What is said behind `ignore`: a check, a fingerprint, a reason.
    pub fn parse(said: &str, place: Span) -> Result<Self, Box<Diagnostic>> {
        let mut words = said.split_whitespace();
        let check = words.next().unwrap_or_default().to_owned();
        let fingerprint = words.next().unwrap_or_default().to_owned();
        let reason = words.collect::<Vec<_>>().join(" ");
        let hexadecimal = fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit());
        if reason.is_empty() || fingerprint.len() < 8 || !hexadecimal {
            let found = Diagnostic::new(Code::BAD_IGNORE, place);
            return Err(Box::new(found.with("said", said.trim())));
        }
        Ok(Self {
            check,
            fingerprint,
            reason,
            place,
        })
    }
}

/// The ignores that a document says, and what is wrong with them.
pub(super) fn ignores(document: &Document, file: &str) -> (Vec<Ignore>, Vec<Diagnostic>) {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    let mut add = |said: &str, place: Span| match Ignore::parse(said, place) {
        Ok(ignore) => found.push(ignore),
        Err(diagnostic) => wrong.push(*diagnostic),
    };
    for segment in &document.segments {
        let place = || Span::new(file, segment.span.clone());
        let listed = segment.key.as_deref().is_some_and(|key| {
            let rest = key.strip_prefix(FIELD);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        });
        if segment.kind == Kind::Field && listed {
            add(&segment.text, place());
        } else if segment.kind == Kind::Comment {
            for said in COMMENT.captures_iter(&segment.text) {
                add(&said[1], place());
            }
        }
    }
    (found, wrong)
}

/// What a comment says, in HTML, MDX or Fluent.
static COMMENT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"sverka:[ \t]*ignore\b([^\n]*?)[ \t]*(?:-->|\*/\}|\n|$)"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Reader;

    fn read(text: &str) -> (Vec<Ignore>, Vec<Diagnostic>) {
        ignores(&Reader::for_test("a.md").read(text).document, "a.md")
    }

    #[test]
    fn comments_and_fields_say_the_same() {
        let text = "---\nsverka-ignore:\n  - figures 0a1b2c3d округлено\n---\n\n\
            Текст.\n\n<!-- sverka: ignore links 11112222aaaa нет перевода -->\n";
        let (found, wrong) = read(text);
        let said: Vec<&str> = found.iter().map(|one| one.reason.as_str()).collect();
        assert_eq!(said, ["округлено", "нет перевода"]);
        assert_eq!(found[1].fingerprint, "11112222aaaa");
        assert_eq!(wrong, []);
    }

    #[test]
    fn an_ignore_without_reason_or_fingerprint_is_none() {
        for said in ["figures", "figures 0a1b2c3d", "figures потому что"] {
            let (found, wrong) = read(&format!("Текст.\n\n<!-- sverka: ignore {said} -->\n"));
            assert_eq!((found.len(), wrong.len()), (0, 1), "{said}");
            assert_eq!(wrong[0].code, Code::BAD_IGNORE);
        }
    }
}
