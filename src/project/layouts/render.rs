//! Writes a proposal down as a commented `workflow.toml`.

use std::fmt::Write;

use super::{Proposal, Proposed};
use crate::text::Lang;

/// What is explained in the file; each may have several lines, none begins with `#`.
///
/// By default nothing is: the words are the program's messages, in the language of
/// whoever starts it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Comments<'a> {
    /// What the file is, at its head.
    pub file: &'a str,
    /// Above the source language.
    pub source: &'a str,
    /// Above the target languages.
    pub targets: &'a str,
    /// Above the first collection: the variables of patterns.
    pub content: &'a str,
    /// Above a list of languages that are fewer than the targets.
    pub languages: &'a str,
    /// Above the example of `exclude`, `translate` and `equal`, which stays a comment.
    pub more: &'a str,
}

/// The text of the file.
pub fn render(proposal: &Proposal, comments: &Comments<'_>) -> String {
    let mut out = String::new();
    comment(&mut out, comments.file);
    if !comments.file.is_empty() {
        out.push('\n');
    }
    out.push_str("[languages]\n");
    comment(&mut out, comments.source);
    line(
        &mut out,
        "source",
        &toml::Value::from(proposal.source.to_string()),
    );
    comment(&mut out, comments.targets);
    line(&mut out, "targets", &tags(&proposal.targets));
    for (number, collection) in proposal.collections.iter().enumerate() {
        out.push('\n');
        if number == 0 {
            comment(&mut out, comments.content);
        }
        content(&mut out, proposal, collection, comments);
    }
    if !comments.more.is_empty() {
        out.push('\n');
        comment(&mut out, comments.more);
        out.push_str("# exclude = [\"**/drafts/**\"]\n# translate = [\"title\", \"*_label\"]\n# equal = [\"date\"]\n");
    }
    out
}

fn content(out: &mut String, proposal: &Proposal, collection: &Proposed, comments: &Comments<'_>) {
    out.push_str("[[content]]\n");
    let source = toml::Value::from(collection.source.as_str());
    match &collection.target {
        None => line(out, "path", &source),
        Some(target) => {
            line(out, "source", &source);
            line(out, "target", &toml::Value::from(target.as_str()));
        }
    }
    if collection.languages != proposal.targets {
        comment(out, comments.languages);
        line(out, "languages", &tags(&collection.languages));
    }
    if !collection.exclude.is_empty() {
        line(
            out,
            "exclude",
            &toml::Value::from(collection.exclude.clone()),
        );
    }
}

fn tags(all: &[Lang]) -> toml::Value {
    toml::Value::from(all.iter().map(Lang::to_string).collect::<Vec<String>>())
}

fn line(out: &mut String, key: &str, value: &toml::Value) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{key} = {value}");
}

fn comment(out: &mut String, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "{}", format!("# {line}").trim_end());
    }
}
