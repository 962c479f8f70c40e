//! The parts of a path pattern, and what can be wrong with one.

use std::ops::Range;

use super::reason::Reason;

/// One piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Text that stands for itself.
    Literal(String),
    /// `{lang}`
    Lang,
    /// `{slug}`
    Slug,
    /// `{path}`
    Path,
    /// `{a,b}` that tells articles apart.
    Either(Vec<String>),
    /// `.{a,b}` at the end, which does not.
    Extension(Vec<String>),
}

/// Why a pattern cannot be used, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError {
    /// What is wrong.
    pub reason: Reason,
    /// The guilty bytes of the pattern.
    pub range: Range<usize>,
    /// The variable that was probably meant.
    pub nearest: Option<&'static str>,
}

impl PatternError {
    /// An error of the pattern as a whole.
    pub(super) fn whole(reason: Reason, pattern: &str) -> Self {
        error(reason, 0..pattern.len())
    }
}

/// No path on any system is longer.
const LONGEST: usize = 4096;
const VARIABLES: &[&str] = &["lang", "slug", "path"];

/// Cuts a pattern into its parts.
pub(super) fn parse(text: &str) -> Result<Vec<Part>, PatternError> {
    check_path(text)?;
    let mut parts: Vec<Part> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let end = if let Some(inner) = rest.strip_prefix('{') {
            let close = inner
                .find(['{', '}'])
                .filter(|&end| inner[end..].starts_with('}'));
            let close = close.ok_or_else(|| error(Reason::Unbalanced, at..text.len()))?;
            let range = at..at + close + 2;
            let part = braces(&inner[..close], range.clone())?;
            check_neighbours(&parts, &part, range.clone())?;
            parts.push(part);
            range.end
        } else {
            let end = at + rest.find(['{', '}']).unwrap_or(rest.len());
            if text[end..].starts_with('}') {
                return Err(error(Reason::Unbalanced, end..end + 1));
            }
            parts.push(Part::Literal(text[at..end].to_owned()));
            end
        };
        at = end;
    }
    Ok(with_extension(parts))
}

fn check_path(text: &str) -> Result<(), PatternError> {
    let all = 0..text.len();
    let one = |at: usize| at..at + 1;
    if text.trim().is_empty() {
        return Err(error(Reason::Empty, all));
    }
    if text.len() > LONGEST {
        return Err(error(Reason::TooLong, all));
    }
    if let Some(at) = text.find('\\') {
        return Err(error(Reason::Backslash, one(at)));
    }
    if let Some(at) = text.find(['*', '?']) {
        return Err(error(Reason::Glob, one(at)));
    }
    if text.starts_with('/') || text.as_bytes().get(1) == Some(&b':') {
        return Err(error(Reason::Absolute, 0..1));
    }
    let mut at = 0;
    for part in text.split('/') {
        let range = at..at + part.len();
        at = range.end + 1;
        match part {
            "" => return Err(error(Reason::EmptyPart, range)),
            "." | ".." => return Err(error(Reason::Dots, range)),
            _ => {}
        }
    }
    Ok(())
}

/// What stands between two braces: alternatives if there is a comma, else a variable.
fn braces(inner: &str, range: Range<usize>) -> Result<Part, PatternError> {
    if inner.contains(',') {
        let all: Vec<String> = inner.split(',').map(|one| one.trim().to_owned()).collect();
        // `..` could be smuggled in here; a dot alone would be one as well.
        let bad =
            |one: &String| one.is_empty() || one.contains('/') || one.trim_matches('.').is_empty();
        if all.iter().any(bad) {
            return Err(error(Reason::BadAlternative, range));
        }
        return Ok(Part::Either(all));
    }
    match inner {
        "lang" => Ok(Part::Lang),
        "slug" => Ok(Part::Slug),
        "path" => Ok(Part::Path),
        _ => Err(PatternError {
            nearest: similar::get_close_matches(inner, VARIABLES, 1, 0.5)
                .first()
                .copied(),
            ..error(Reason::UnknownVariable, range)
        }),
    }
}

fn check_neighbours(before: &[Part], part: &Part, range: Range<usize>) -> Result<(), PatternError> {
    let variable = |part: &Part| matches!(part, Part::Lang | Part::Slug | Part::Path);
    if variable(part) && before.contains(part) {
        return Err(error(Reason::Repeated, range));
    }
    // `{slug}` takes anything and `{a,b}` could be its end, so they may not touch either.
    if before
        .last()
        .is_some_and(|last| !matches!(last, Part::Literal(_)))
    {
        return Err(error(Reason::Adjacent, range));
    }
    Ok(())
}

/// Alternatives after the last dot of the pattern are its extension.
fn with_extension(mut parts: Vec<Part>) -> Vec<Part> {
    if let [.., Part::Literal(before), last @ Part::Either(_)] = parts.as_mut_slice()
        && before.ends_with('.')
        && let Part::Either(all) = last
    {
        *last = Part::Extension(std::mem::take(all));
    }
    parts
}

fn error(reason: Reason, range: Range<usize>) -> PatternError {
    PatternError {
        reason,
        range,
        nearest: None,
    }
}
