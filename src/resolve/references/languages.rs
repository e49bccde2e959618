//! Checks that texts come only in the languages of the standard. Missing ones are a matter of `check`.

use std::collections::BTreeSet;

use crate::diagnostic::{Finding, Findings, listed, nearest};
use crate::resolve::Project;

pub(super) fn check(project: &Project, findings: &mut Findings) {
    let known: BTreeSet<&str> = project.language_codes().into_iter().collect();
    let mut unknown = Vec::new();
    project.texts(&mut |_, text| {
        let codes = text.versions().iter().filter_map(|version| version.language.as_ref());
        // A pack may speak more languages than the standard that uses it.
        let own = codes.filter(|code| project.pack_of(code.span.file).is_none());
        unknown.extend(own.filter(|code| !known.contains(code.value.as_str())).cloned());
    });
    for code in unknown {
        let message = format!("`{}` is not a language of this standard", code.value);
        let help = match nearest(&code, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "add it to `languages:`, or use one of {}; if it is no language at all, a text is expected here and not a group of keys",
                listed(known.iter().copied(), 12)
            ),
        };
        let finding = Finding::error("structure/unknown-language", code.span, message).help(help);
        findings.push(finding.arg("language", code.value.as_str()));
    }
}
