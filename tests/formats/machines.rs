//! What the forms for machines are held to: JSON Schemas, a parser of XML, and the rules of commands.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};
use sverka::report::{FindingsJson, FindingsLine};

use super::article::article;
use super::{ALL, folder, written};

/// What a schema has against a value.
fn against(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    let errors = validator.iter_errors(value);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

fn parsed(format: &str) -> Value {
    let (article, outcome) = article();
    serde_json::from_str(&written(format, &article, &outcome, &ALL)).unwrap()
}

#[test]
fn json_keeps_to_its_schema() {
    let value = parsed("json");
    assert_eq!(
        against(&FindingsJson::schema(), &value),
        Vec::<String>::new()
    );
    assert_eq!(value["schema"], "sverka.check/1");
    let summary = &value["summary"];
    let findings = value["findings"].as_array().unwrap();
    assert_eq!(summary["hidden"], 0);
    assert_eq!(findings.len(), 7);
    // A text is what it was, however it is written.
    let tokens: Vec<&str> = findings
        .iter()
        .map(|one| one["token"].as_str().unwrap())
        .collect();
    assert!(tokens.contains(&"made"), "{tokens:?}");
    let reason = value["ignored"][0]["reason"].as_str().unwrap();
    assert!(reason.ends_with('\u{202e}'));
}

#[test]
fn each_line_of_jsonl_keeps_to_its_schema() {
    let (article, outcome) = article();
    let text = written("jsonl", &article, &outcome, &ALL);
    let mut types = Vec::new();
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        assert_eq!(
            against(&FindingsLine::schema(), &value),
            Vec::<String>::new(),
            "{line}"
        );
        types.push(value["type"].as_str().unwrap().to_owned());
    }
    let mut expected = vec!["finding"; 7];
    expected.extend(["ignored", "demoted", "summary"]);
    assert_eq!(types, expected);
}

/// The schema of the standard, as a crate for reading such logs brings it.
fn sarif_schema() -> Value {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let mut packages = metadata["packages"].as_array().unwrap().iter();
    let package = packages
        .find(|package| package["name"] == "serde-sarif")
        .unwrap();
    let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
    let text = std::fs::read_to_string(manifest.with_file_name("src/schema.json")).unwrap();
    let mut schema: Value = serde_json::from_str(&text).unwrap();
    // The pattern of the standard has a bracket too many and is no regular expression.
    for object in ["run", "toolComponent"] {
        schema["definitions"][object]["properties"]["language"]["pattern"] =
            json!("^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    }
    schema
}

#[test]
fn sarif_keeps_to_the_standard() {
    let value = parsed("sarif");
    let schema = sarif_schema();
    assert_eq!(against(&schema, &value), Vec::<String>::new());
    let mut broken = value.clone();
    broken["runs"][0]["results"][0]["level"] = json!("fatal");
    assert_ne!(
        against(&schema, &broken),
        Vec::<String>::new(),
        "it does refuse"
    );
    let log: serde_sarif::sarif::Sarif = serde_json::from_value(value.clone()).unwrap();
    let results = log.runs[0].results.as_ref().unwrap();
    assert_eq!(results.len(), 8);
    let rules = value["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    for result in value["runs"][0]["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(
            uri.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"/%.-_~".contains(&byte)),
            "{uri}"
        );
    }
}

#[test]
fn gitlab_takes_the_report() {
    let value = parsed("gitlab");
    let schema = json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": false,
            "properties": {
                "description": { "type": "string", "minLength": 1 },
                "check_name": { "type": "string", "minLength": 1 },
                "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{16}$" },
                "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": { "type": "string", "pattern": "^[^/.]" },
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": { "begin": { "type": "integer", "minimum": 1 } }
                        }
                    }
                }
            }
        }
    });
    assert_eq!(against(&schema, &value), Vec::<String>::new());
    let issues = value.as_array().unwrap();
    let fingerprints: BTreeSet<&str> = issues
        .iter()
        .map(|one| one["fingerprint"].as_str().unwrap())
        .collect();
    assert_eq!(fingerprints.len(), issues.len(), "each has its own");
}

#[test]
fn junit_is_a_tree_whose_numbers_add_up() {
    let (article, outcome) = article();
    let text = written("junit", &article, &outcome, &ALL);
    let mut reader = Reader::from_str(&text);
    let mut path: Vec<String> = Vec::new();
    let (mut said, mut counted) = ([0; 2], [0; 2]);
    loop {
        let event = reader.read_event().unwrap();
        let tag = match &event {
            Event::Start(tag) | Event::Empty(tag) => tag,
            Event::End(_) => {
                path.pop();
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let name = tag.name().as_ref().to_owned();
        let number = |attribute: &str| -> usize {
            let found = tag.try_get_attribute(attribute).unwrap().unwrap();
            found.value.parse().unwrap()
        };
        match name.as_str() {
            "testsuite" => {
                said[0] += number("tests");
                said[1] += number("failures");
            }
            "testcase" => counted[0] += 1,
            "failure" => {
                counted[1] += 1;
                assert_eq!(path.last().unwrap(), "testcase");
            }
            _ => {}
        }
        if matches!(event, Event::Start(_)) {
            path.push(name);
        }
    }
    assert_eq!(said, counted);
    assert_eq!(counted[1], 2);
}

#[test]
fn junit_keeps_to_a_schema() {
    let (article, outcome) = article();
    let text = written("junit", &article, &outcome, &ALL);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    let said = Command::new("xmllint")
        .arg("--noout")
        .arg("--schema")
        .arg(folder().join("junit.xsd"))
        .arg(file.path())
        .output();
    // Where the program is not installed, the test above has to do.
    if let Ok(said) = said {
        assert!(
            said.status.success(),
            "{}",
            String::from_utf8_lossy(&said.stderr)
        );
    }
}

#[test]
fn github_reads_each_line_as_one_command() {
    let (article, mut outcome) = article();
    let text = written("github", &article, &outcome, &ALL);
    for line in text.lines() {
        let rest = line.strip_prefix("::").unwrap();
        let (head, message) = rest.split_once("::").unwrap();
        let (name, properties) = head.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&name), "{line}");
        for property in properties.split(',') {
            let (name, value) = property.split_once('=').unwrap();
            let known = ["file", "line", "endLine", "col", "endColumn", "title"];
            assert!(known.contains(&name), "{line}");
            assert!(!value.contains([':', '\n', '\r']), "{line}");
        }
        assert!(!message.is_empty());
    }
    // What fails comes first, and what is too much is counted.
    let (first, last) = (outcome.findings[0].clone(), outcome.findings[2].clone());
    outcome.findings = vec![last; 30];
    outcome.findings.push(first);
    for one in &mut outcome.findings {
        one.finding.diagnostic.severity = sverka::diagnostic::Severity::Error;
    }
    outcome.findings[30].fails = true;
    let text = written("github", &article, &outcome, &ALL);
    assert_eq!(text.matches("::error ").count(), 10);
    let last = "::notice title=Sverka::21 more findings are not shown: GitHub shows ten of each level at most\n";
    assert!(text.ends_with(last), "{text}");
}
