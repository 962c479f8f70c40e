//! Finds ids in the text of a file, and tells uses from beginnings of ids and from mentions.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::text::pattern;

/// What a file uses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Uses {
    /// The messages it names, in the order of the file.
    pub named: Vec<Use>,
    /// The beginnings of ids that it completes itself.
    pub prefixes: BTreeSet<String>,
    /// The ids that stand in it in quotation marks.
    pub mentioned: BTreeSet<String>,
}

/// A use of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The bytes of the id in the file.
    pub range: Range<usize>,
    /// The message, without the attribute that may follow it.
    pub id: String,
}

/// Finds what the groups of `expressions` take for ids, and mentions of ids that are `known`.
pub(super) fn find<'e>(
    text: &str,
    expressions: impl Iterator<Item = &'e Regex>,
    known: &dyn Fn(&str) -> bool,
) -> Uses {
    let mut out = Uses::default();
    for expression in expressions {
        for found in expression.captures_iter(text) {
            for group in found.iter().skip(1).flatten() {
                judge(text, group.range(), &mut out);
            }
        }
    }
    // Several expressions may find one use, each in its own way.
    out.named.sort_by_key(|one| one.range.start);
    out.named.dedup();
    if is_packed(text) {
        let named = out.named.drain(..).map(|one| one.id);
        out.mentioned.extend(named.filter(|id| known(id)));
    }
    let quoted = QUOTED.captures_iter(text).filter_map(|found| found.get(1));
    for one in quoted.map(|found| found.as_str()).filter(|one| known(one)) {
        if !out.mentioned.contains(one) {
            out.mentioned.insert(one.to_owned());
        }
    }
    let begun = BEGUN.captures_iter(text).filter_map(|found| found.get(1));
    out.prefixes
        .extend(begun.map(|found| found.as_str().to_owned()));
    out
}

/// Whether a program has packed the file, as web bundles are: there a function of any kind may be
/// called `t`, so nothing is certainly a use.
fn is_packed(text: &str) -> bool {
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count() + 1;
    text.len() / lines > LONG_LINES
}

/// How long the lines of a packed file are on average, in bytes: few that people write have more than a
/// fifth of that.
const LONG_LINES: usize = 500;

/// Takes what stands in a group for an id, for the beginning of one, or for neither.
fn judge(text: &str, range: Range<usize>, out: &mut Uses) {
    let said = &text[range.clone()];
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let length = said.bytes().take_while(|byte| inside(byte)).count();
    let (id, rest) = said.split_at(length);
    if !id.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return;
    }
    let after = text[range.end..].trim_start_matches(['"', '\'', '`']);
    let joined = after.trim_start().starts_with(['+', '~']);
    if rest.is_empty() && !joined {
        out.named.push(Use {
            range: range.start..range.start + length,
            id: id.to_owned(),
        });
    } else if rest.is_empty() || BEGINS.iter().any(|sign| rest.starts_with(sign)) {
        out.prefixes.insert(id.to_owned());
    } else if let Some(attribute) = rest.strip_prefix('.')
        && attribute.bytes().all(|byte| inside(&byte))
    {
        out.named.push(Use {
            range: range.start..range.start + length,
            id: id.to_owned(),
        });
    }
}

/// An id, alone or with an attribute, that is all there is between quotation marks.
static QUOTED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"["'`]([A-Za-z][A-Za-z0-9_-]*)(?:\.[A-Za-z][A-Za-z0-9_-]*)?["'`]"#));

/// The beginning of an id, up to a hyphen, behind which a variable follows.
static BEGUN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"["'`]([A-Za-z][A-Za-z0-9_-]*[-_])(?:[$#]?\{|%[s({]|["'`]\s*[+~])"#)
});

/// What stands before a variable inside a string, in the languages that have such strings.
const BEGINS: [&str; 5] = ["{", "${", "#{", "%", "<%"];
