//! The published schemas: fresh, and of one mind with the reader on every fixture.

use std::fs;
use std::path::{Path, PathBuf};

use etalon::cli::Subject;
use etalon::diagnostic::{Findings, Severity};
use etalon::model::{Document, language_schema};
use etalon::resolve::starters::{LANGUAGES, STARTERS, Wishes, home, write};
use etalon::source::FileId;
use etalon::syntax;
use jiff::civil::date;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn published_schemas_are_fresh() {
    let update = std::env::var_os("ETALON_UPDATE").is_some();
    for (subject, file) in Subject::FILES {
        let path = root().join("schemas").join(file);
        if update {
            fs::write(&path, subject.text()).unwrap();
        }
        let published = fs::read_to_string(&path).unwrap_or_default();
        assert!(published == subject.text(), "schemas/{file} is stale: run the tests with ETALON_UPDATE=1");
    }
}

#[test]
fn published_schemas_are_schemas() {
    for (subject, file) in Subject::FILES {
        let schema: serde_json::Value = serde_json::from_str(&subject.text()).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{file}");
        jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
}

#[test]
fn every_key_of_the_language_is_described() {
    let schema = language_schema();
    let mut bare = Vec::new();
    let groups = schema["$defs"].as_object().unwrap().iter().map(|(name, group)| (name.as_str(), group));
    for (name, group) in groups.chain([("file", &schema)]) {
        for (key, property) in group["properties"].as_object().into_iter().flatten() {
            if property["description"].as_str().is_none_or(str::is_empty) {
                bare.push(format!("{name}.{key}"));
            }
        }
    }
    assert!(bare.is_empty(), "keys without a description: {bare:?}");
}

#[test]
fn schema_and_reader_accept_the_same_files() {
    let schema = jsonschema::draft202012::new(&language_schema()).unwrap();
    let fixtures = fixtures();
    for (path, sound) in &fixtures {
        agree(&schema, &path.display().to_string(), &fs::read_to_string(path).unwrap(), *sound);
    }
    assert!(fixtures.len() > 60, "only {} fixtures were found", fixtures.len());
}

#[test]
fn schema_and_reader_accept_what_init_writes() {
    let schema = jsonschema::draft202012::new(&language_schema()).unwrap();
    for starter in STARTERS {
        for language in LANGUAGES {
            let wishes = Wishes { language, home: home(None, language).unwrap(), today: date(2026, 11, 22) };
            for (name, text) in write(starter, &wishes) {
                agree(&schema, &format!("{} in {language}: {name}", starter.name), &text, Some(true));
            }
        }
    }
}

/// Holds that schema and reader judge a file alike, and as it is known to be.
fn agree(schema: &jsonschema::Validator, name: &str, text: &str, sound: Option<bool>) {
    let value: serde_json::Value = serde_yaml::from_str(text).unwrap();
    let read = refusals(text);
    let errors: Vec<String> =
        schema.iter_errors(&value).map(|error| format!("{} {error}", error.instance_path())).collect();
    assert_eq!(read.is_empty(), errors.is_empty(), "{name}\nreader: {read:#?}\nschema: {errors:#?}");
    if let Some(sound) = sound {
        assert_eq!(read.is_empty(), sound, "{name}: {read:#?}");
    }
}

/// Every YAML file that the project holds: sound and refused fixtures, examples and packs.
fn fixtures() -> Vec<(PathBuf, Option<bool>)> {
    let mut files = Vec::new();
    for (folder, sound) in [
        ("tests/fixtures/language/sound", Some(true)),
        ("tests/fixtures/language/refused", Some(false)),
        ("tests/fixtures/standards", Some(true)),
        ("examples", Some(true)),
        ("standards/law", Some(true)),
        ("standards/profile", Some(true)),
        ("standards/wording", Some(true)),
    ] {
        collect(&root().join(folder), sound, &mut files);
    }
    files.sort();
    files
}

fn collect(folder: &Path, sound: Option<bool>, files: &mut Vec<(PathBuf, Option<bool>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, sound, files);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push((path, sound));
        }
    }
}

/// What the reader refuses in a file by itself, apart from references and names.
fn refusals(text: &str) -> Vec<String> {
    let mut findings = Findings::new();
    let tree = syntax::parse(FileId(0), text, &mut findings);
    if let Some(tree) = tree {
        let _: Document = syntax::decode::decode(&tree, &mut findings);
    }
    let errors = findings.as_slice().iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}
