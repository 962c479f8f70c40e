//! What somebody did wrong who wrote a message of Fluent that cannot be read.
//!
//! The parser says what it expected where; people are told what they did. A slip that is made often is
//! told by the line it stands in, anything else by what the parser says.

use std::ops::Range;

use fluent_syntax::parser::ErrorKind;

use super::letters::Twins;
use crate::document::Broken;
use crate::text::Script;

/// What is wrong, as a name that its sentence chooses by.
pub(in crate::checks) struct Slip {
    pub(in crate::checks) why: &'static str,
    /// What stands there, or the name that is spoken of.
    pub(in crate::checks) found: String,
    /// What should.
    pub(in crate::checks) meant: String,
    pub(in crate::checks) place: Range<usize>,
}

/// What is wrong with a piece of a file: what the parser stumbled over, and each name behind that with
/// a letter that hides it from the parser.
pub(in crate::checks) fn slips(file: &str, broken: &Broken, twins: &Twins) -> Vec<Slip> {
    let first = slip(file, broken, twins);
    let mut start = line(file, broken.at.start).end;
    let mut out = vec![first];
    let end = broken.all.end.max(start);
    for row in file[start..end].split_inclusive('\n') {
        let margin = !row.starts_with([' ', '\r', '\n']);
        if let Some((range, meant)) = odd_letter(row, twins).filter(|_| margin) {
            out.push(Slip {
                meant,
                ..plain(
                    "letter",
                    &row[range.clone()],
                    start + range.start..start + range.end,
                )
            });
        }
        start += row.len();
    }
    out
}

/// Comments that only some parsers take for comments: with no space behind their signs, or with more
/// than three of them.
pub(in crate::checks) fn odd_comments(file: &str) -> Vec<(&str, Slip)> {
    let starts = memchr::memmem::find_iter(file.as_bytes(), b"\n#").map(|at| at + 1);
    let first = file.starts_with('#').then_some(0);
    let comment = |start: usize| {
        let text = &file[line(file, start)];
        let bare = text.trim_start_matches('#');
        let signs = text.len() - bare.len();
        if signs <= 3 && (bare.is_empty() || bare.starts_with(' ')) {
            return None;
        }
        let why = if signs > 3 { "signs" } else { "space" };
        Some((text, plain(why, &text[..signs], start..start + signs)))
    };
    first
        .into_iter()
        .chain(starts)
        .filter_map(comment)
        .collect()
}

fn plain(why: &'static str, found: &str, place: Range<usize>) -> Slip {
    Slip {
        why,
        found: found.to_owned(),
        meant: String::new(),
        place,
    }
}

/// What the parser stumbled over.
fn slip(file: &str, broken: &Broken, twins: &Twins) -> Slip {
    let line = line(file, broken.at.start);
    let text = &file[line.clone()];
    let at = broken.at.start.min(line.end) - line.start;
    if let Some((range, meant)) = odd_letter(text, twins) {
        let place = line.start + range.start..line.start + range.end;
        return Slip {
            meant,
            ..plain("letter", &text[range], place)
        };
    }
    let here = text[at..].chars().next();
    if let Some(quote) = here.filter(|c| QUOTES.contains(*c))
        && matches!(
            broken.kind,
            ErrorKind::ExpectedInlineExpression
                | ErrorKind::ExpectedLiteral
                | ErrorKind::ExpectedCharRange { .. }
        )
    {
        return plain("quote", &quote.to_string(), broken.at.clone());
    }
    if goes_on(file, &line) {
        return plain("indent", "", line);
    }
    if broken.kind == ErrorKind::ExpectedToken('}')
        && let Some(open) = left_open(file, broken)
    {
        return plain("open", "", open..open + 1);
    }
    if let Some(sign) = without_text(file, broken) {
        return plain("no-value", "", sign..sign + 1);
    }
    let (why, found, meant) = said(&broken.kind);
    let place = match here {
        Some(_) => broken.at.clone(),
        None if text.is_empty() => broken.at.clone(),
        None => line,
    };
    Slip {
        meant,
        ..plain(why, &found, place)
    }
}

/// Quotation marks that are none in code.
const QUOTES: &str = "“”„«»‘’'";

/// The last brace that opens on a line before the one where its end was expected.
fn left_open(file: &str, broken: &Broken) -> Option<usize> {
    let before = file.get(broken.all.start..broken.at.start)?;
    let open = before.rfind('{')?;
    before[open..]
        .contains('\n')
        .then_some(broken.all.start + open)
}

/// The sign behind which an attribute should have its text, where the text is lacking.
fn without_text(file: &str, broken: &Broken) -> Option<usize> {
    let piece = file.get(broken.all.clone())?;
    let first = piece.trim_start().lines().next()?.trim_end();
    let empty = first.starts_with('.') && first.ends_with('=');
    let name = matches!(broken.kind, ErrorKind::ExpectedCharRange { .. });
    let at = broken.all.start + piece.find('=')?;
    (empty && name).then_some(at)
}

/// The line of a byte, without its break; of the break behind a line, that line.
fn line(file: &str, at: usize) -> Range<usize> {
    let start = file[..at].rfind('\n').map_or(0, |found| found + 1);
    let end = file[start..]
        .find('\n')
        .map_or(file.len(), |found| start + found);
    let text = file[start..end].trim_end_matches('\r');
    start..start + text.len()
}

/// Whether a line at the margin is text that belongs to the message before it.
fn goes_on(file: &str, line: &Range<usize>) -> bool {
    let text = &file[line.clone()];
    let margin = text.starts_with(|c: char| !c.is_whitespace() && !"-#.[*}".contains(c));
    let before = file[..line.start].trim_end_matches(['\n', '\r']);
    let follows = file[before.len()..line.start].matches('\n').count() == 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    margin && !text.contains('=') && follows && !last.is_empty() && !last.starts_with('#')
}

/// The first letter of a name before `=` that names must not have, and the one that was meant.
fn odd_letter(text: &str, twins: &Twins) -> Option<(Range<usize>, String)> {
    let name = text.split_once('=')?.0.trim_end();
    let letters = |c: char| c.is_alphanumeric() || "-_".contains(c);
    if name.is_ascii() || !name.trim_start_matches([' ', '.']).chars().all(letters) {
        return None;
    }
    let (at, letter) = name.char_indices().find(|(_, c)| !c.is_ascii())?;
    let meant = twins.of(letter, Script::Latin).map(String::from);
    Some((at..at + letter.len_utf8(), meant.unwrap_or_default()))
}

/// What the parser says, in names of ours: why, what was found, what was meant.
fn said(kind: &ErrorKind) -> (&'static str, String, String) {
    let none = String::new;
    let (why, found, meant) = match kind {
        ErrorKind::ExpectedToken('=') => ("equals", none(), none()),
        ErrorKind::ExpectedToken('}') => ("brace", none(), none()),
        ErrorKind::ExpectedToken(token) => ("token", none(), token.to_string()),
        ErrorKind::ExpectedCharRange { .. } => ("name", none(), none()),
        ErrorKind::ExpectedMessageField { entry_id } => ("no-text", entry_id.clone(), none()),
        ErrorKind::ExpectedTermField { entry_id } => ("no-text", format!("-{entry_id}"), none()),
        ErrorKind::ForbiddenCallee => ("callee", none(), none()),
        ErrorKind::MissingDefaultVariant => ("no-default", none(), none()),
        ErrorKind::MultipleDefaultVariants => ("defaults", none(), none()),
        ErrorKind::MissingValue => ("no-value", none(), none()),
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => {
            ("message-selector", none(), none())
        }
        ErrorKind::TermReferenceAsSelector => ("term-selector", none(), none()),
        ErrorKind::TermAttributeAsPlaceable => ("term-attribute", none(), none()),
        ErrorKind::UnterminatedStringLiteral => ("open-string", none(), none()),
        ErrorKind::PositionalArgumentFollowsNamed => ("argument-order", none(), none()),
        ErrorKind::DuplicatedNamedArgument(name) => ("argument-twice", name.clone(), none()),
        ErrorKind::UnknownEscapeSequence(sequence) => ("escape", format!("\\{sequence}"), none()),
        ErrorKind::InvalidUnicodeEscapeSequence(sequence) => {
            ("unicode-escape", sequence.clone(), none())
        }
        ErrorKind::UnbalancedClosingBrace => ("closing-brace", none(), none()),
        ErrorKind::ExpectedInlineExpression => ("expression", none(), none()),
        ErrorKind::ExpectedSimpleExpressionAsSelector => ("selector", none(), none()),
        ErrorKind::ExpectedLiteral => ("literal", none(), none()),
    };
    (why, found, meant)
}
