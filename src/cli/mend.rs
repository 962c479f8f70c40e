//! `check --fix`: puts right what is safe to put right, which is white space.

use std::collections::BTreeMap;

use crate::diagnostic::Edit;
use crate::gate::Outcome;
use crate::messages::Msg;
use crate::project::ProjectError;
use crate::report::Sources;

/// What is mended on one side may show what is wrong on the other, so the checks are asked again, but
/// not for ever.
pub(super) const ROUNDS: usize = 3;

/// Writes the changed text of a file.
pub(super) type Write<'a> = &'a dyn Fn(&str, &str) -> Result<(), ProjectError>;

/// Applies the fixes that were found to the files as they were looked at, which is what `read` gives: a
/// file that somebody has changed meanwhile is left alone. How many there were.
pub(super) fn mend(
    outcome: &Outcome,
    read: Sources<'_>,
    write: Write<'_>,
) -> Result<usize, ProjectError> {
    let mut files: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for one in &outcome.findings {
        let fix = one.finding.diagnostic.fix.iter();
        for edit in fix.flat_map(|fix| &fix.edits) {
            files.entry(&edit.span.file).or_default().push(edit);
        }
    }
    let mut mended = 0;
    for (path, edits) in files {
        let Some(text) = read(path) else { continue };
        let (fixed, count) = apply(&text, edits);
        if count > 0 {
            write(path, &fixed)?;
            mended += count;
        }
    }
    Ok(mended)
}

/// What was done.
pub(super) fn said(count: usize) -> Msg<'static> {
    if count == 0 {
        Msg::NothingMended
    } else {
        Msg::Mended { count }
    }
}

/// The text with the edits made. One that is not white space for white space is left out.
fn apply(text: &str, mut edits: Vec<&Edit>) -> (String, usize) {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits.dedup();
    let blank = |text: &str| text.chars().all(char::is_whitespace);
    let (mut out, mut at, mut count) = (String::with_capacity(text.len()), 0, 0);
    for edit in edits {
        let range = edit.span.range();
        let safe = text.get(range.clone()).is_some_and(blank) && blank(&edit.text);
        if !safe || range.start < at {
            continue;
        }
        out.push_str(&text[at..range.start]);
        out.push_str(&edit.text);
        at = range.end;
        count += 1;
    }
    out.push_str(&text[at..]);
    (out, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn edit(range: std::ops::Range<usize>, text: &str) -> Edit {
        Edit {
            span: Span::new("en.md", range),
            text: text.to_owned(),
        }
    }

    proptest::proptest! {
        #[test]
        fn no_letter_is_ever_changed(
            text in "[a-zа-я \n\r\t.,]{0,40}",
            edits in proptest::collection::vec((0usize..80, 0usize..6, "[ \n\u{a0}x]{0,2}"), 0..8),
        ) {
            let edits: Vec<Edit> = edits
                .iter()
                .map(|(start, length, said)| edit(*start..start + length, said))
                .collect();
            let (fixed, _) = apply(&text, edits.iter().collect());
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            proptest::prop_assert_eq!(letters(&fixed), letters(&text));
        }
    }

    #[test]
    fn only_white_space_is_mended() {
        let text = "The  hotline ,  is open";
        let edits = [
            edit(3..5, " "),
            edit(12..13, ""),
            edit(14..16, "x"),
            edit(4..5, ""),
        ];
        let (fixed, count) = apply(text, edits.iter().collect());
        assert_eq!((fixed.as_str(), count), ("The hotline,  is open", 2));
        assert_eq!(apply("abc", vec![&edit(1..2, " ")]).1, 0);
        assert_eq!(apply("я", vec![&edit(1..2, " ")]).1, 0);
    }
}
