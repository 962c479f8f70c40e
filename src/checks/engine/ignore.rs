//! What people say is no mistake, in a comment or a field of the article itself.
//!
//! `<!-- sverka: ignore figures 1a2b3c4d the source rounds -->` names a check, a fingerprint and a
//! reason; the front-matter field `sverka-ignore` takes a list of the same. The fingerprint binds it
//! to one finding in the texts of today: when either of them changes, it is used no more and says so.

use std::sync::LazyLock;

use regex::Regex;

use super::findings::Finding;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Kind, Segment};
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
        Self::new((check, fingerprint, reason), place)
    }

    /// A check, a fingerprint and a reason, if each of them is one.
    pub fn new(
        (check, fingerprint, reason): (String, String, String),
        place: Span,
    ) -> Result<Self, Box<Diagnostic>> {
        let hexadecimal = fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit());
        let named = !check.is_empty() && !check.contains(char::is_whitespace);
        if !named || reason.trim().is_empty() || fingerprint.len() < 8 || !hexadecimal {
            let said = [check, fingerprint, reason].join(" ");
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
    let (mut found, mut wrong, mut lost) = (Vec::new(), Vec::new(), Vec::new());
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
        } else {
            lost.extend(inside(segment).map(|said| {
                let found = Diagnostic::new(Code::BAD_IGNORE, place());
                found.with("said", said)
            }));
        }
    }
    wrong.extend(lost);
    (found, wrong)
}

/// The notes among the words of a passage. They change the text that they speak of, so they can never
/// be right.
fn inside(segment: &Segment) -> impl Iterator<Item = String> {
    let comments = segment.placeholders.iter().filter_map(|mark| {
        let text = segment.text.get(mark.range.clone())?;
        (text.starts_with("<!--") || text.starts_with("{/*")).then_some(text)
    });
    comments
        .flat_map(|text| COMMENT.captures_iter(text))
        .map(|said| said[1].trim().to_owned())
}

/// A text without its notes, and without the blank lines around them: what is found in a page as a
/// whole must not change because somebody notes in it that it is no mistake.
pub(super) fn without_notes(text: &str) -> String {
    let comments = text.contains("sverka:").then(|| NOTE.replace_all(text, ""));
    let text = comments.as_deref().unwrap_or(text);
    let mut out = String::with_capacity(text.len());
    let mut listed = false;
    for line in text.lines().map(str::trim_end) {
        let field = line.strip_prefix(FIELD).map(str::trim_start);
        if let Some(value) = field.and_then(|rest| rest.strip_prefix([':', '='])) {
            // A list of TOML ends where its bracket does, one of YAML where no item follows.
            listed = !value.contains(']');
        } else if listed
            && line.trim_start().starts_with(['-', '"', '\'', ']', '#'])
            && line != "---"
        {
            listed = line != "]";
        } else if !line.is_empty() {
            listed = false;
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// A note, with the marks of the comment around it.
static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?m)<!--\s*sverka:[ \t]*ignore\b[\s\S]*?-->|\{/\*\s*sverka:[ \t]*ignore\b[\s\S]*?\*/\}|^#+[ \t]*sverka:[ \t]*ignore\b.*$",
    )
});

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
    fn a_note_does_not_change_the_page_that_it_speaks_of() {
        let plain = "---\ntitle: Текст\n---\n\nТекст.\n\nЕщё.\n";
        let noted = "---\ntitle: Текст\nsverka-ignore:\n  - figures 0a1b2c3d да\n---\n\nТекст.\n\n\
            <!-- sverka: ignore links 11112222 да -->\n\nЕщё.\n\n<!--\nsverka: ignore a 11112222 b\n-->\n";
        assert_eq!(without_notes(noted), without_notes(plain));
        let toml =
            "+++\nsverka-ignore = [\n  \"figures 0a1b2c3d да\",\n]\ntitle = \"Текст\"\n+++\n";
        assert_eq!(without_notes(toml), "+++\ntitle = \"Текст\"\n+++\n");
        assert_ne!(
            without_notes("Текст.\n\n<!-- да -->\n"),
            without_notes("Текст.\n")
        );
    }

    #[test]
    fn a_note_among_words_is_told() {
        let (found, wrong) = read("Текст. <!-- sverka: ignore figures 0a1b2c3d да -->\n");
        assert_eq!((found.len(), wrong.len()), (0, 1));
        let (found, wrong) = read("Пишите `<!-- sverka: ignore figures 0a1b2c3d да -->`.\n");
        assert_eq!((found.len(), wrong.len()), (0, 0));
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
