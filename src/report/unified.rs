//! Base against source as `diff -u` and `git diff` write it, for tools.

use std::fmt::Write;

use similar::{DiffOp, group_diff_ops};

use crate::text::diff_ops;

/// The difference of two texts, with `around` lines of what did not change; nothing if they are
/// equal. `names` stand for the files in the head.
pub fn unified(old: &str, new: &str, names: (&str, &str), around: usize) -> String {
    let lines = |text| -> Vec<&str> { str::split_inclusive(text, '\n').collect() };
    let (left, right) = (lines(old), lines(new));
    let mut out = String::new();
    if old != new {
        let _ = writeln!(out, "--- {}\n+++ {}", names.0, names.1);
    }
    for group in group_diff_ops(diff_ops(&left, &right), around) {
        head(&mut out, &group);
        for op in &group {
            let (gone, come) = (&left[op.old_range()], &right[op.new_range()]);
            if let DiffOp::Equal { .. } = op {
                rows(&mut out, ' ', gone);
            } else {
                rows(&mut out, '-', gone);
                rows(&mut out, '+', come);
            }
        }
    }
    out
}

/// `@@ -3,7 +3,8 @@`
fn head(out: &mut String, group: &[DiffOp]) {
    let (Some(first), Some(last)) = (group.first(), group.last()) else {
        return;
    };
    let span = |start: usize, end: usize| match end - start {
        // An empty range is named by the line before it, and one line needs no length.
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        length => format!("{},{length}", start + 1),
    };
    let old = span(first.old_range().start, last.old_range().end);
    let new = span(first.new_range().start, last.new_range().end);
    let _ = writeln!(out, "@@ -{old} +{new} @@");
}

fn rows(out: &mut String, sign: char, lines: &[&str]) {
    for line in lines {
        out.push(sign);
        out.push_str(line);
        if !line.ends_with('\n') {
            out.push_str("\n\\ No newline at end of file\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn tools_can_read_it() {
        let old = "раз\nдва\nтри\n";
        let new = "раз\nдвое\nтри";
        assert_eq!(
            unified(old, new, ("a/x", "b/x"), 1),
            "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n раз\n-два\n-три\n+двое\n+три\n\\ No newline at end of file\n"
        );
        assert_eq!(
            unified("", "a\n", ("a", "b"), 3),
            "--- a\n+++ b\n@@ -0,0 +1 @@\n+a\n"
        );
        assert_eq!(unified(old, old, ("a", "b"), 3), "");
    }
}
