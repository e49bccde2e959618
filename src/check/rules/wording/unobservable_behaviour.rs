//! Flags rules of conduct that praise a behaviour and do not say what it looks like.

use crate::check::marked::only_praises;
use crate::check::promised::{Reader, reader};
use crate::check::spoken::versions;
use crate::check::{Context, rule};
use crate::resolve::Project;

rule! {
    /// Staff are told to be polite, friendly or professional, and not what to do.
    ///
    /// ## Why it matters
    /// Everybody thinks of himself as polite. A colleague who loses points for it has to be told what was missing, and
    /// two assessors have to come to the same score: that takes something that can be seen or heard. Only a text that
    /// is made of nothing but such words is flagged, and only where no `observed_as:` stands beside it.
    ///
    /// The words of English, Latvian, Polish and Russian are known; your own stand under `qualities:` of `wording:`.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// conduct:
    ///   courtesy: { do: [always be polite and helpful] }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// conduct:
    ///   courtesy: { do: [greet politely, look up from the screen within ten seconds] }
    /// behaviours:
    ///   attention: { title: Attention, means: Be attentive, observed_as: repeats the request in own words before acting }
    /// ```
    "wording/unobservable-behaviour" { severity: Info, run: check }
}

fn check(cx: &mut Context<'_>) {
    let (project, words) = (cx.project, cx.words);
    let mut found = Vec::new();
    project.texts(&mut |path, text| {
        if reader(path) != Some(Reader::Staff) || is_observed(project, path) {
            return;
        }
        for (language, text) in versions(text, project.source_language()) {
            let lexicon = words.lexicons.language(language);
            if lexicon.is_some_and(|lexicon| only_praises(lexicon, text))
                && project.pack_of(text.span.file).is_none()
            {
                found.push((path.to_vec(), language, text));
            }
        }
    });
    for (path, language, text) in found {
        let shown: Vec<&str> = path.iter().map(|key| if *key == "act" { "do" } else { key }).collect();
        let message = format!("`{}` names a quality and nothing that can be seen or heard", shown.join("."));
        let help = "say what a customer sees or hears, or add `observed_as:`";
        let finding = cx.finding(text.span, message).help(help);
        cx.report(finding.arg("path", path.join(".")).arg("language", language));
    }
}

/// Whether it is said how an observer sees that the behaviour was shown.
fn is_observed(project: &Project, path: &[&str]) -> bool {
    match path {
        ["behaviours", id, "means"] => {
            project.behaviours.find(id).is_some_and(|entry| !entry.observed_as.is_absent())
        }
        ["conduct", id, "act"] => {
            project.conduct.find(id).is_some_and(|entry| !entry.observed_as.is_absent())
        }
        ["correspondence", id, "act"] => {
            project.correspondence.find(id).is_some_and(|entry| !entry.observed_as.is_absent())
        }
        _ => false,
    }
}
