//! Packs: those that come with the program, and folders that several standards share.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use etalon::check::{Verdict, check};
use etalon::diagnostic::{Finding, Findings, Severity};
use etalon::model::Document;
use etalon::resolve::{BUILT_IN, Entrance, Reading, read};
use etalon::source::{DiskWorld, FileId, MemoryWorld, World};
use etalon::syntax;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 12, 1);
const SOUND: &str = "etalon: 1\n\
    standard: { id: shop, title: AGD, version: 1.0.0, owner: manager, effective: 2026-12-01, review_by: 2027-12-01 }\n\
    roles: { manager: { level: 3 } }\n";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn world(files: &[(&str, &str)]) -> MemoryWorld {
    files.iter().fold(MemoryWorld::new(TODAY), |world, (path, text)| world.with(path, *text))
}

fn judge(world: &dyn World, folder: &str) -> (Reading, Verdict) {
    let reading = read(world, &Entrance::Folder(folder.to_owned())).unwrap();
    let verdict = check(&reading, world.today());
    (reading, verdict)
}

fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}

/// The findings apart from topics that the little standard of a test does not treat.
fn wrong(findings: &[Finding]) -> Vec<String> {
    let rest: Vec<Finding> =
        findings.iter().filter(|finding| finding.rule != "completeness/missing-topic").cloned().collect();
    told(&rest)
}

#[test]
fn every_pack_on_disk_is_built_in_and_every_built_in_pack_is_on_disk() {
    let mut on_disk = BTreeSet::new();
    let kinds = fs::read_dir(root().join("standards")).unwrap().map(|kind| kind.unwrap().path());
    // A starter is no pack: nothing is judged by it.
    for kind in kinds.filter(|kind| !kind.ends_with("starters")) {
        for file in fs::read_dir(&kind).unwrap() {
            let path = file.unwrap().path();
            assert_eq!(path.extension().unwrap(), "yaml", "{}", path.display());
            let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
            on_disk.insert(format!("{}/{}", name(&kind), name(&path)));
        }
    }
    let built_in: Vec<&str> = BUILT_IN.iter().map(|pack| pack.name).collect();
    assert_eq!(built_in, on_disk.iter().map(String::as_str).collect::<Vec<_>>(), "sorted, each one once");
}

#[test]
fn every_built_in_pack_fits_a_sound_standard() {
    for languages in ["en", "pl", "ru"] {
        for pack in BUILT_IN {
            let text = format!("{SOUND}languages: {languages}\nuse: {}\n", pack.name);
            let (reading, verdict) = judge(&world(&[("etalon.yaml", &text)]), "");
            assert_eq!(wrong(&verdict.findings), Vec::<String>::new(), "{} in {languages}", pack.name);
            let used = reading.project.used.first().unwrap();
            assert!(!used.about.title.is_absent() && !used.about.about.is_absent(), "{}", pack.name);
            assert!(!used.about.version.is_absent(), "{}", pack.name);
        }
    }
}

#[test]
fn all_built_in_packs_fit_together() {
    let names: Vec<&str> = BUILT_IN.iter().map(|pack| pack.name).collect();
    let text = format!("{SOUND}use: [{}]\n", names.join(", "));
    let (reading, verdict) = judge(&world(&[("etalon.yaml", &text)]), "");
    assert_eq!(wrong(&verdict.findings), Vec::<String>::new());
    assert_eq!(reading.project.used.len(), BUILT_IN.len(), "each pack is read once");
    let mut places: Vec<_> = reading.project.used.iter().map(|pack| pack.brought_by).collect();
    assert!(places.iter().all(|span| span.file == FileId(0)), "the standard names each of them");
    places.dedup();
    assert!(places.len() > 1);
}

#[test]
fn every_pack_that_an_example_uses_exists() {
    for example in fs::read_dir(root().join("examples")).unwrap() {
        let path = example.unwrap().path();
        let (reading, _) = judge(&DiskWorld::new(&path, TODAY), "");
        let unknown: Vec<&Finding> = reading
            .findings
            .as_slice()
            .iter()
            .filter(|found| found.rule == "structure/unknown-pack")
            .collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", path.display());
        assert!(reading.project.used.len() >= reading.project.packs.len());
    }
}

#[test]
fn what_a_profile_offers_to_add_is_what_it_asks_for() {
    for (pack, requirement) in requirements() {
        let stub = requirement.add.unwrap_or_else(|| panic!("{pack} {}: nothing to add", requirement.id));
        let mut findings = Findings::new();
        let tree = syntax::parse(FileId(0), &stub, &mut findings).unwrap();
        let _: Document = syntax::decode::decode(&tree, &mut findings);
        let errors: Vec<&Finding> = findings.as_slice().iter().collect();
        // A standard that is there already has the keys that these lines leave out.
        let of_standard = requirement.paths.iter().any(|path| path.starts_with("standard."));
        assert!(of_standard || errors.is_empty(), "{pack} {}: {errors:?}", requirement.id);
        for path in &requirement.paths {
            let bare =
                "standard: { id: shop, title: Shop, version: 1.0.0 }\nroles: { manager: { level: 3 } }\n";
            let asked = asks(&format!("{bare}{}", required(path)));
            assert!(asked, "{pack} {}: `{path}` asks for nothing", requirement.id);
        }
        let paths: Vec<String> = requirement.paths.iter().map(|path| format!("{path:?}")).collect();
        let asked = required(&format!("[{}]", paths.join(", ")));
        assert!(!asks(&format!("{stub}\n{asked}")), "{pack} {}: `{stub}` is not enough", requirement.id);
    }
}

#[test]
fn every_place_that_a_profile_names_can_be_met() {
    let schema = etalon::model::language_schema();
    for (pack, requirement) in requirements() {
        for path in &requirement.paths {
            let keys = path.split('=').next().unwrap();
            assert!(known(&schema, keys), "{pack} {}: there is no `{keys}`", requirement.id);
        }
    }
}

/// Whether the keys of a path occur one below the other in the schema, entries and lists passed through.
fn known(schema: &serde_json::Value, path: &str) -> bool {
    // The names below these are the author's own.
    let path =
        [".when.", ".promise."].iter().find_map(|own| path.split_once(own)).map_or(path, |(known, _)| known);
    let mut at = vec![schema.clone()];
    // A key that may be any is passed through like the names of entries.
    for key in path.split('.').filter(|key| *key != "*") {
        let mut next = Vec::new();
        for value in &at {
            below(schema, value, key, 6, &mut next);
        }
        at = next;
    }
    !at.is_empty()
}

fn below(
    schema: &serde_json::Value,
    value: &serde_json::Value,
    key: &str,
    depth: usize,
    found: &mut Vec<serde_json::Value>,
) {
    if depth == 0 {
        return;
    }
    if let Some(name) = value["$ref"].as_str() {
        let target = schema.pointer(name.trim_start_matches('#')).cloned().unwrap_or_default();
        below(schema, &target, key, depth - 1, found);
    }
    found.extend(value["properties"].get(key).cloned());
    for inner in ["additionalProperties", "items"] {
        below(schema, &value[inner], key, depth - 1, found);
    }
    for choice in value["anyOf"].as_array().into_iter().flatten() {
        below(schema, choice, key, depth - 1, found);
    }
}

struct Asked {
    id: String,
    paths: Vec<String>,
    add: Option<String>,
}

fn requirements() -> Vec<(&'static str, Asked)> {
    let mut all = Vec::new();
    for pack in BUILT_IN.iter().filter(|pack| pack.name.starts_with("profile/")) {
        let mut findings = Findings::new();
        let tree = syntax::parse(FileId(0), pack.text, &mut findings).unwrap();
        let document: Document = syntax::decode::decode(&tree, &mut findings);
        for entry in document.requires.value().unwrap() {
            assert!(entry.row.value().is_some_and(|row| row.starts_with('R')), "{} {}", pack.name, entry.id);
            assert!(!entry.why.is_absent(), "{} {}", pack.name, entry.id);
            let paths = entry.any_of.value().unwrap().iter().map(|path| path.value.clone()).collect();
            all.push((pack.name, Asked { id: entry.id.clone(), paths, add: entry.add.value().cloned() }));
        }
    }
    assert!(all.len() > 50);
    all
}

fn required(any_of: &str) -> String {
    format!("requires: {{ it: {{ topic: it, any_of: {any_of}, why: It matters. }} }}\n")
}

fn asks(text: &str) -> bool {
    let (_, verdict) = judge(&world(&[("etalon.yaml", text)]), "");
    verdict.findings.iter().any(|finding| finding.rule == "completeness/missing-topic")
}

#[test]
fn a_missing_topic_is_found_where_the_standard_names_the_profile() {
    let text = format!("{SOUND}use:\n  - wording/en\n  - profile/store\n");
    let (reading, verdict) = judge(&world(&[("etalon.yaml", &text)]), "");
    let missing: Vec<&Finding> =
        verdict.findings.iter().filter(|finding| finding.rule == "completeness/missing-topic").collect();
    assert!(missing.len() > 10);
    for finding in &missing {
        // What `profile/every` asks for is the store profile's doing too.
        assert_eq!(reading.sources.text(finding.span().unwrap()), "profile/store");
        assert_eq!(finding.severity, Severity::Warning);
    }
    let queue = missing.iter().find(|finding| finding.message.contains("queue")).unwrap();
    assert_eq!(queue.message, "nothing is said about what is done when there is a queue (R03)");
    assert!(queue.help.starts_with("Customers who wait"), "{}", queue.help);
    assert!(queue.help.contains("Add, for example: scripts:"), "{}", queue.help);
}

#[test]
fn an_entry_that_could_not_be_read_is_not_missing_as_well() {
    let text = format!("{SOUND}hold: {{ at_most: 1 min }}\nscripts: {{ bye: 5 }}\n");
    let text = format!("{text}{}", required("scripts.purpose=closing"));
    assert!(!asks(&text));
}

const PACK: &str = "etalon: 1\n\
    standard: { id: corporate, title: Firma, version: 3.0.0, owner: board }\n\
    pack: { title: Standard firmy }\n\
    languages: [pl, de]\n\
    time_zone: Europe/Warsaw\n\
    currency: PLN\n\
    ring: 6 s\n\
    review: { every: year, by: board }\n\
    clock: { starts: receipt }\n\
    holidays: { country: PL }\n";

#[test]
fn what_a_pack_says_about_itself_stays_with_it() {
    let own = format!("{SOUND}languages: en\ntime_zone: Europe/Riga\nuse: ../corporate\n");
    let world = world(&[("shop/etalon.yaml", &own), ("corporate/etalon.yaml", PACK)]);
    let (reading, verdict) = judge(&world, "shop");
    assert_eq!(told(&verdict.findings), Vec::<String>::new());
    let project = &reading.project;
    assert_eq!(project.standard.value().unwrap().id.value().unwrap(), "shop");
    assert_eq!(project.language_codes(), ["en"]);
    assert_eq!(project.time_zone.value().unwrap().0, "Europe/Riga");
    assert!(project.review.is_absent());
    // Where the standard is silent, the pack's clock and calendar hold.
    assert_eq!(project.currency.value().unwrap().0, "PLN");
    assert_eq!(project.ring.value().unwrap().to_string(), "6 s");
    assert_eq!(project.used.first().unwrap().name, "../corporate");
}

#[test]
fn texts_of_a_pack_are_in_its_own_language() {
    let own = format!("{SOUND}languages: en\nuse: ../corporate\n");
    let words = "scripts:\n  bye: { purpose: closing, say: Do widzenia. }\n  hi: { purpose: greeting, say: { pl: Dzień dobry., de: Guten Tag. } }\n";
    let files = [
        ("shop/etalon.yaml", own.as_str()),
        ("corporate/etalon.yaml", PACK),
        ("corporate/words.yaml", words),
    ];
    let (reading, verdict) = judge(&world(&files), "shop");
    assert_eq!(told(&verdict.findings), Vec::<String>::new());
    let say = reading.project.scripts.find("bye").unwrap().say.value().unwrap();
    assert!(say.exactly("en", "en").is_none());
    assert_eq!(say.exactly("pl", "en").unwrap().value, "Do widzenia.");
    // A standard in the same language takes the text for its own.
    let own = format!("{SOUND}languages: pl\nuse: ../corporate\n");
    let files = [
        ("shop/etalon.yaml", own.as_str()),
        ("corporate/etalon.yaml", PACK),
        ("corporate/words.yaml", words),
    ];
    let (reading, _) = judge(&world(&files), "shop");
    let say = reading.project.scripts.find("bye").unwrap().say.value().unwrap();
    assert!(say.versions().iter().all(|version| version.language.is_none()));
    // The standard itself must still keep to its own languages.
    let own = format!(
        "{SOUND}languages: en\nscripts: {{ hi: {{ purpose: greeting, say: {{ de: Guten Tag. }} }} }}\n"
    );
    let (reading, _) = judge(&world(&[("etalon.yaml", &own)]), "");
    assert_eq!(
        told(reading.findings.as_slice()),
        ["structure/unknown-language: `de` is not a language of this standard"]
    );
}

#[test]
fn what_a_pack_needs_and_the_standard_lacks_is_found_at_its_use() {
    let own = format!("{SOUND}languages: en\nuse:\n  - wording/en\n  - ../corporate\n");
    let needs = "procedures:\n  claim: { owner: cashier, steps: { hear: { who: cashier, do: Listen, end: done } } }\n";
    let files = [("shop/etalon.yaml", own.as_str()), ("corporate/needs.yaml", needs)];
    let (reading, verdict) = judge(&world(&files), "shop");
    assert_eq!(
        told(&verdict.findings),
        [
            "structure/unknown-reference: the pack `../corporate` does not fit this standard: there is no role `cashier`"
        ]
    );
    let finding = verdict.findings.first().unwrap();
    let shown: Vec<&str> = finding.labels.iter().map(|label| reading.sources.text(label.span)).collect();
    assert_eq!(shown, ["../corporate", "cashier"]);
    assert!(finding.help.contains("`roles:`"), "{}", finding.help);
}

#[test]
fn packs_use_packs_and_circles_end() {
    let own = format!("{SOUND}use: ../a\n");
    let files = [
        ("shop/etalon.yaml", own.as_str()),
        ("a/etalon.yaml", "use: [../b, wording/en]\nroles: { lead: { level: 2 } }\n"),
        ("b/etalon.yaml", "use: [../a/, ../shop]\nroles: { agent: { level: 1 } }\n"),
    ];
    let (reading, verdict) = judge(&world(&files), "shop");
    assert_eq!(told(&verdict.findings), Vec::<String>::new());
    let names: Vec<&str> = reading.project.used.iter().map(|pack| pack.name.as_str()).collect();
    assert_eq!(names, ["../a", "../b", "wording/en", "../shop"]);
    assert_eq!(reading.project.roles.len(), 3);
    assert!(reading.project.used.iter().all(|pack| pack.brought_by.file == FileId(0)));
}

#[test]
fn a_pack_inside_the_standard_is_read_once() {
    let own = format!("{SOUND}use: [./common, ./apart, .]\n");
    let files = [
        ("etalon.yaml", own.as_str()),
        ("common/roles.yaml", "roles: { agent: { level: 1 } }\n"),
        ("apart/etalon.yaml", "roles: { lead: { level: 2 } }\n"),
    ];
    let (reading, verdict) = judge(&world(&files), "");
    assert_eq!(told(&verdict.findings), Vec::<String>::new());
    assert_eq!(reading.project.roles.len(), 3);
}

#[test]
fn a_pack_that_is_not_there_is_reported() {
    let own = format!("{SOUND}use: [../nowhere, wording/plx, corporate]\n");
    let (_, verdict) = judge(&world(&[("shop/etalon.yaml", &own)]), "shop");
    assert_eq!(
        told(&verdict.findings),
        [
            "structure/unknown-pack: there is no pack `../nowhere`",
            "structure/unknown-pack: there is no pack `wording/plx`",
            "structure/unknown-pack: there is no pack `corporate`",
        ]
    );
}

#[test]
fn a_folder_of_the_company_is_used_from_disk() {
    let world = DiskWorld::new(root().join("tests/fixtures/packs/branch"), TODAY);
    let (reading, verdict) = judge(&world, "");
    let errors: Vec<Finding> =
        verdict.findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    assert_eq!(told(&errors), Vec::<String>::new());
    let project = &reading.project;
    assert_eq!(project.hold.value().unwrap().at_most.value().unwrap().to_string(), "1 min");
    assert_eq!(project.currency.value().unwrap().0, "EUR");
    let names: Vec<&str> = project.used.iter().map(|pack| pack.name.as_str()).collect();
    assert_eq!(names, ["../corporate", "wording/pl"]);
    assert_eq!(reading.own_files, 1);
}
