//! Checks that every name that is used is defined somewhere. Must never complain about a name whose entry is
//! there but could not be read.

mod entries;
mod languages;
mod lost;
mod situation;
mod steps;

use std::collections::BTreeSet;

use self::lost::Lost;
use super::Project;
use super::names::Names;
use crate::diagnostic::{Finding, Findings, did_you_mean, listed, nearest};
use crate::source::{SourceMap, Spanned};

/// Reports every reference that leads nowhere.
pub(super) fn check(project: &Project, sources: &SourceMap, findings: &mut Findings) {
    let names = Names::of(project);
    let mut found = Findings::new();
    let mut checker = Checker { names: &names, findings: &mut found };
    entries::check(project, &mut checker);
    steps::check(project, &mut checker);
    situation::check(project, &mut checker);
    languages::check(project, checker.findings);
    let lost = Lost::of(sources, findings);
    let found = found.without(|finding| lost.explains(finding, &names));
    findings.append(found.map(|finding| at_use(project, finding)));
}

/// What a pack lacks is a matter of the standard that uses it: the finding goes where the standard names the pack.
fn at_use(project: &Project, finding: Finding) -> Finding {
    let Some(pack) = finding.span().and_then(|span| project.pack_of(span.file)) else { return finding };
    let message = format!("the pack `{}` does not fit this standard: {}", pack.name, finding.message);
    let mut moved = Finding::new(finding.rule, finding.severity, pack.brought_by, message)
        .label("used here")
        .help(finding.help)
        .arg("pack", pack.name.as_str());
    for (at, label) in finding.labels.into_iter().enumerate() {
        let text = if at == 0 && label.text.is_empty() { "named here".to_owned() } else { label.text };
        moved = moved.also(label.span, text);
    }
    moved.args.extend(finding.args);
    moved
}

/// Looks names up and reports those that are missing.
struct Checker<'a> {
    names: &'a Names<'a>,
    findings: &'a mut Findings,
}

impl Checker<'_> {
    /// Reports `used` unless it is one of `known`; `kind` says what it should be, such as `role`.
    fn expect(&mut self, kind: &str, section: &str, known: &BTreeSet<&str>, used: &Spanned<String>) {
        if known.contains(used.value.as_str()) {
            return;
        }
        let message = format!("there is no {kind} `{}`", used.value);
        let near = nearest(used, known.iter().copied());
        let help = match near {
            Some(near) => did_you_mean(used, near),
            None if used.contains([';', '/'])
                && used.split([';', '/']).all(|one| known.contains(one.trim())) =>
            {
                "separate the names by commas".to_owned()
            }
            None if known.is_empty() => format!("define it under `{section}:`"),
            None => {
                format!("define it under `{section}:`, or use one of {}", listed(known.iter().copied(), 12))
            }
        };
        let finding = Finding::error("structure/unknown-reference", used.span, message).help(help);
        let finding = finding.arg("kind", kind).arg("name", used.value.as_str());
        self.findings.push(match near {
            Some(near) => finding.arg("suggestion", near),
            None => finding,
        });
    }

    fn role<'s>(&mut self, used: impl IntoIterator<Item = &'s Spanned<String>>) {
        let names = self.names;
        used.into_iter().for_each(|used| self.expect("role", "roles", &names.roles, used));
    }

    fn channel<'s>(&mut self, used: impl IntoIterator<Item = &'s Spanned<String>>) {
        let names = self.names;
        used.into_iter().for_each(|used| self.expect("channel", "channels", &names.channels, used));
    }

    fn location<'s>(&mut self, used: impl IntoIterator<Item = &'s Spanned<String>>) {
        let names = self.names;
        used.into_iter().for_each(|used| self.expect("location", "locations", &names.locations, used));
    }

    fn script<'s>(&mut self, used: impl IntoIterator<Item = &'s Spanned<String>>) {
        let names = self.names;
        used.into_iter().for_each(|used| self.expect("script", "scripts", &names.scripts, used));
    }

    fn procedure<'s>(&mut self, used: impl IntoIterator<Item = &'s Spanned<String>>) {
        let names = self.names;
        used.into_iter().for_each(|used| self.expect("procedure", "procedures", &names.procedures, used));
    }
}
