//! The JSON Schema beside the sources says what the types say.

use std::path::Path;

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the test keeps a file of the repository current"
)]
fn the_schema_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/project/workflow.schema.json");
    let now = format!("{:#}\n", sverka::project::schema());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        stored, now,
        "run `UPDATE=1 cargo test` and look at the difference"
    );
}
