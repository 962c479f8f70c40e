//! What `workflow.toml` may say, for editors and for whoever suggests the nearest right key.

use std::sync::LazyLock;

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Value, json};

use super::rules_file::{File, OneCheck};
use crate::checks::ALL;
use crate::project;

/// The JSON Schema of `workflow.toml`, as `workflow.schema.json` holds it: what [`project`] reads of
/// it, and what this room does.
pub fn schema() -> Value {
    let mut whole = project::schema();
    let own = own_schema();
    if let (Some(all), Some(own)) = (
        whole["properties"].as_object_mut(),
        own["properties"].as_object(),
    ) {
        for (key, schema) in own {
            all.insert(key.clone(), schema.clone());
        }
    }
    whole
}

/// The schema of the tables that are read here.
pub(super) fn own_schema() -> &'static Value {
    static OWN: LazyLock<Value> = LazyLock::new(made);
    &OWN
}

fn made() -> Value {
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut generator = settings.into_generator();
    let mut schema = generator.root_schema_for::<File>();
    project::without_null(&mut schema);
    let mut out = schema.to_value();
    let mut checks = serde_json::Map::new();
    for entry in ALL {
        let mut one = (entry.schema)(&mut generator);
        project::without_null(&mut one);
        let mut one = one.to_value();
        if one.get("properties").is_none() {
            one["properties"] = json!({});
        }
        let mut common = OneCheck::json_schema(&mut generator);
        project::without_null(&mut common);
        if let Some(common) = common.to_value()["properties"].as_object() {
            for (key, schema) in common {
                one["properties"][key] = schema.clone();
            }
        }
        one["additionalProperties"] = json!(false);
        checks.insert(entry.code.name().to_owned(), one);
    }
    let description = out["properties"]["checks"]["description"].clone();
    out["properties"]["checks"] = json!({
        "type": "object",
        "description": description,
        "properties": checks,
        "additionalProperties": false,
    });
    out
}
