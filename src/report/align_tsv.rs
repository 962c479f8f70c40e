//! `align` for scripts: a line for each unit.

use std::fmt::Write;

use super::aligned::{Aligned, AlignedFile, kind_key};

/// Per unit the lines of the source, the lines of the target, the confidence and the kind of the first
/// block, with tabs between them. Lines are ranges from 1, the last one included, with commas between
/// the blocks of a unit; `-` is no block.
pub fn align_tsv(found: &Aligned) -> String {
    let mut out = String::new();
    let [source, target] = &found.files;
    for row in &found.rows {
        let unit = &row.unit;
        let first =
            |blocks: &[usize], file: &AlignedFile| Some(kind_key(file.kind(*blocks.first()?)));
        let kind = first(&unit.source, source).or_else(|| first(&unit.target, target));
        let _ = writeln!(
            out,
            "{}\t{}\t{:.3}\t{}",
            ranges(source, &unit.source),
            ranges(target, &unit.target),
            unit.confidence,
            kind.unwrap_or_default(),
        );
    }
    out
}

fn ranges(file: &AlignedFile, blocks: &[usize]) -> String {
    if blocks.is_empty() {
        return "-".to_owned();
    }
    let range = |&at: &usize| {
        let (first, last) = file.lines(at);
        format!("{first}-{last}")
    };
    blocks.iter().map(range).collect::<Vec<_>>().join(",")
}
