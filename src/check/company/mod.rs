//! Applies the rules of the company. Must never know what a rule is good for: the company says so.

mod expected;
mod known;
mod page;

use std::collections::BTreeSet;
use std::sync::Mutex;

use serde_json::Value;

use super::place::place;
use super::presence::path::{Found, find};
use crate::diagnostic::{Finding, Findings, Severity};
use crate::model::{CompanyRule, Document, Text};
use crate::resolve::{Project, Reading};
use crate::source::{FileId, Span};
use crate::syntax;
use crate::syntax::decode::{Entry, Field};

pub(super) use expected::bounds;
use expected::meets;
pub(super) use known::unknown_paths;
pub use page::company_page;

/// The group of the rules that companies make.
const GROUP: &str = "company/";

/// Whether an id names a rule of the company.
pub(super) fn is_company_rule(project: &Project, id: &str) -> bool {
    id.strip_prefix(GROUP).is_some_and(|id| project.company_rules.find(id).is_some())
}

/// The id under which the findings of a rule are reported.
pub fn company_rule_id(rule: &Entry<CompanyRule>) -> &'static str {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let id = format!("{GROUP}{}", rule.id);
    let Ok(mut known) = KNOWN.lock() else { return "company/rule" };
    if let Some(known) = known.get(id.as_str()) {
        return known;
    }
    // Ids of findings live as long as the program; each one is kept once.
    let id: &'static str = Box::leak(id.into_boxed_str());
    known.insert(id);
    id
}

/// How much the findings of a rule weigh.
pub fn company_severity(rule: &CompanyRule) -> Severity {
    rule.severity.value().copied().unwrap_or(Severity::Warning)
}

/// What the rules of the company find.
pub(super) fn apply(reading: &Reading) -> Findings {
    let mut findings = Findings::new();
    if reading.project.company_rules.is_empty() {
        return findings;
    }
    let whole = serde_json::to_value(&reading.project).unwrap_or_default();
    for rule in &reading.project.company_rules {
        for broken in broken(rule, &whole) {
            finding(reading, rule, &broken).into_iter().for_each(|finding| findings.push(finding));
        }
    }
    findings
}

/// An entry that a rule is broken in.
struct Broken {
    /// The keys that lead to the entry.
    keys: Vec<String>,
    /// The key that does not say what it should.
    key: String,
}

/// The entries in which a rule is broken.
fn broken(rule: &CompanyRule, whole: &Value) -> Vec<Broken> {
    let (Some(subject), Some(asserted)) = (rule.subject.value(), rule.asserted.value()) else {
        return Vec::new();
    };
    let meant = |found: &Found<'_>| {
        let conditions = rule.only_where.value().into_iter().flatten();
        conditions.into_iter().all(|condition| meets(found.value(), &condition.id, &condition.value))
    };
    let mut all = Vec::new();
    for found in find(whole, subject).into_iter().filter(meant) {
        let unmet = asserted.iter().find(|expected| !meets(found.value(), &expected.id, &expected.value));
        let keys = || found.keys().map(str::to_owned).collect();
        all.extend(unmet.map(|expected| Broken { keys: keys(), key: expected.id.clone() }));
    }
    all
}

fn finding(reading: &Reading, rule: &Entry<CompanyRule>, broken: &Broken) -> Option<Finding> {
    let path: Vec<&str> = broken.keys.iter().map(String::as_str).take_while(|key| !key.is_empty()).collect();
    let id = path.last().copied().unwrap_or_default();
    let span = span(reading, &path, &broken.key)?;
    // What a pack says is for its own company to put right.
    if reading.project.pack_of(span.file).is_some() {
        return None;
    }
    let source = reading.project.source_language();
    let words = |text: &Field<Text>| text.words_in(source).replace('\n', " ");
    let message = words(&rule.message).replace("{id}", &format!("`{id}`"));
    let help = [words(&rule.help), words(&rule.why)].into_iter().find(|help| !help.is_empty());
    let finding = Finding::new(company_rule_id(rule), company_severity(rule), span, message);
    let finding = finding.help(help.unwrap_or_default()).also(rule.id_span, "the rule of the company");
    Some(finding.arg("entry", path.join(".")).arg("key", broken.key.as_str()))
}

/// The value that is not as it should be; where it is not written, the name of the entry.
fn span(reading: &Reading, path: &[&str], key: &str) -> Option<Span> {
    let at = |path: &str| place(&reading.project, &reading.sources, path);
    let value = || at(&format!("{}.{key}", path.join("."))).map(|place| place.whole);
    // Names of the author's own in between hide a key from its path.
    let entry = || at(&path.join(".")).map(|place| place.key);
    let parent = || path.split_last().and_then(|(_, parent)| at(&parent.join("."))).map(|place| place.key);
    value().or_else(entry).or_else(parent)
}

/// Whether a rule finds anything in lines of a standard; none where they cannot be read.
pub(super) fn finds(rule: &CompanyRule, lines: &str) -> Option<bool> {
    let mut findings = Findings::new();
    let tree = syntax::parse(FileId(0), lines, &mut findings)?;
    let document: Document = syntax::decode::decode(&tree, &mut findings);
    let sound = findings.as_slice().iter().all(|finding| finding.severity < Severity::Error);
    let mut project = Project::default();
    project.add(document, &mut findings);
    let whole = serde_json::to_value(&project).unwrap_or_default();
    sound.then(|| !broken(rule, &whole).is_empty())
}
