//! Flags translations whose placeholders differ from those of the original.

use crate::check::placeholders::names;
use crate::check::{Context, rule};
use crate::diagnostic::listed;
use crate::model::{Text, Version};

rule! {
    /// A text has a placeholder in one language that it lacks in another.
    ///
    /// ## Why it matters
    /// One of the versions says less: customers who are served in that language never hear the name or the date.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// languages: [pl, en]
    /// scripts:
    ///   greeting:
    ///     purpose: greeting
    ///     say: { pl: "Dzień dobry, {company}, mówi {agent}.", en: "Good morning, {agent} speaking." }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// languages: [pl, en]
    /// scripts:
    ///   greeting:
    ///     purpose: greeting
    ///     say: { pl: "Dzień dobry, {company}, mówi {agent}.", en: "Good morning, {company}, {agent} speaking." }
    /// ```
    "translations/placeholder-mismatch" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let project = cx.project;
    let mut texts: Vec<&Text> = Vec::new();
    project.texts(&mut |_, text| {
        if text.versions().len() > 1 {
            texts.push(text);
        }
    });
    for text in texts {
        let named = |version: &&Version| {
            version.language.as_ref().is_some_and(|language| language.value == cx.source_language())
        };
        let Some(source) = text.versions().iter().find(named).or(text.versions().first()) else { continue };
        let wanted = names(&source.text.value);
        for version in text.versions().iter().filter(|version| !std::ptr::eq(*version, source)) {
            let found = names(&version.text.value);
            if found != wanted {
                report(cx, (source, &wanted), (version, &found));
            }
        }
    }
}

fn report(cx: &mut Context<'_>, (source, wanted): (&Version, &[&str]), (other, found): (&Version, &[&str])) {
    let lost: Vec<String> =
        wanted.iter().filter(|name| !found.contains(name)).map(|name| format!("{{{name}}}")).collect();
    let added: Vec<String> =
        found.iter().filter(|name| !wanted.contains(name)).map(|name| format!("{{{name}}}")).collect();
    let code = |version: &Version| {
        version.language.as_ref().map_or(String::new(), |code| format!(" `{}`", code.value))
    };
    let list = |names: &[String]| listed(names.iter().map(String::as_str), 6);
    let (mine, theirs) = (code(source), code(other));
    let message = match (lost.as_slice(), added.as_slice()) {
        (lost, []) => format!("the{theirs} text lacks {}, which the{mine} text has", list(lost)),
        ([], added) => format!("the{theirs} text has {}, which the{mine} text lacks", list(added)),
        (lost, added) => {
            format!("the{theirs} text has {} where the{mine} text has {}", list(added), list(lost))
        }
    };
    let finding = cx
        .finding(other.text.span, message)
        .also(source.text.span, "compared with this text")
        .help("use the same placeholders in every language")
        .arg("missing", lost)
        .arg("added", added);
    cx.report(finding);
}
