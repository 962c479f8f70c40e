//! The JSON Schemas beside the sources say what the types say.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use serde_json::Value;

/// Compares a stored schema with the types of today; `UPDATE=1` rewrites it.
#[expect(
    clippy::disallowed_methods,
    reason = "the test keeps files of the repository current"
)]
fn is_current(file: &str, schema: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let now = format!("{schema:#}\n");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        stored, now,
        "run `UPDATE=1 cargo test` and look at the difference"
    );
}

#[test]
fn the_schema_of_the_project_file_is_current() {
    is_current(
        "src/project/workflow.schema.json",
        &sverka::bundle::schema(),
    );
}

#[test]
fn the_schemas_of_the_reports_are_current() {
    is_current(
        "src/report/status.schema.json",
        &sverka::report::StatusJson::schema(),
    );
    is_current(
        "src/report/bundle.schema.json",
        &sverka::report::BundleJson::schema(),
    );
    is_current(
        "src/report/adopt.schema.json",
        &sverka::report::AdoptJson::schema(),
    );
    is_current(
        "src/report/diff.schema.json",
        &sverka::report::DiffJson::schema(),
    );
    is_current(
        "src/report/carry.schema.json",
        &sverka::report::CarryJson::schema(),
    );
    is_current(
        "src/report/align.schema.json",
        &sverka::report::AlignJson::schema(),
    );
    is_current(
        "src/report/checks.schema.json",
        &sverka::report::ChecksJson::schema(),
    );
    is_current(
        "src/report/review.schema.json",
        &sverka::report::ReviewJson::schema(),
    );
    is_current(
        "src/report/verify.schema.json",
        &sverka::report::VerifyJson::schema(),
    );
    is_current(
        "src/report/check.schema.json",
        &sverka::report::FindingsJson::schema(),
    );
    is_current(
        "src/report/check-line.schema.json",
        &sverka::report::FindingsLine::schema(),
    );
}

#[test]
fn the_schemas_of_the_bundles_are_current() {
    is_current(
        "src/bundle/manifest.schema.json",
        &sverka::bundle::Manifest::schema(),
    );
    is_current(
        "src/bundle/articles.schema.json",
        &sverka::bundle::Articles::schema(),
    );
    is_current(
        "src/bundle/article-line.schema.json",
        &sverka::bundle::ArticleLine::schema(),
    );
}
