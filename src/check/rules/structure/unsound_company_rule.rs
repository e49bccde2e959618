//! Flags rules of the company that cannot do what they are meant to do.

use crate::check::company::{bounds, finds, unknown_paths};
use crate::check::{Context, rule};
use crate::model::CompanyRule;
use crate::syntax::decode::Entry;

rule! {
    /// A rule of the company cannot be applied, or does not do what its own examples say.
    ///
    /// A rule under `company_rules` names keys of the language, and bounds that are numbers, times or amounts. Its
    /// `flagged` and `accepted` lines are tried in every check: the rule must find something in the former and nothing
    /// in the latter.
    ///
    /// ## Why it matters
    /// A rule with a slip in it finds nothing, and everybody believes that all is well.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// company_rules:
    ///   name-in-greeting:
    ///     subject: scripts
    ///     where: { purpos: greeting }
    ///     assert: { say: { contains: "{agent}" } }
    ///     message: the greeting {id} does not say who is speaking
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// company_rules:
    ///   name-in-greeting:
    ///     subject: scripts
    ///     where: { purpose: greeting }
    ///     assert: { say: { contains: "{agent}" } }
    ///     message: the greeting {id} does not say who is speaking
    ///     flagged: "scripts: { hello: { purpose: greeting, say: Hello. } }"
    ///     accepted: "scripts: { hello: { purpose: greeting, say: 'Hello, {agent} speaking.' } }"
    /// ```
    "structure/unsound-company-rule" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for rule in &cx.project.company_rules {
        if cx.is_own(rule.id_span) {
            paths(cx, rule);
            unreadable(cx, rule);
            examples(cx, rule);
        }
    }
}

fn paths(cx: &mut Context<'_>, rule: &Entry<CompanyRule>) {
    for (path, span) in unknown_paths(rule) {
        let message = format!("the rule `{}` speaks of `{path}`, which no standard has", rule.id);
        let help = "name a section such as `scripts`, and keys as they stand in its entries: `purpose`, `when.channel`";
        let finding = cx.finding(span, message).help(help);
        cx.report(finding.arg("path", path));
    }
}

fn unreadable(cx: &mut Context<'_>, rule: &Entry<CompanyRule>) {
    let expected = [rule.only_where.value(), rule.asserted.value()];
    for bound in expected.into_iter().flatten().flat_map(|all| all.iter()).flat_map(|one| bounds(&one.value))
    {
        let message = format!("`{}` is neither a number nor a time nor an amount", bound.value);
        let finding = cx.finding(bound.span, message).help("write `3`, `2 h`, `50 PLN` or `10%`");
        cx.report(finding);
    }
}

fn examples(cx: &mut Context<'_>, rule: &Entry<CompanyRule>) {
    let flagged = rule.flagged.iter().map(|lines| (lines, true));
    for (lines, wanted) in flagged.chain(rule.accepted.iter().map(|lines| (lines, false))) {
        let message = match finds(rule, &lines.value) {
            Some(found) if found == wanted => continue,
            Some(true) => format!("the rule `{}` finds something in lines that it should accept", rule.id),
            Some(false) => format!("the rule `{}` finds nothing in lines that it should flag", rule.id),
            None => format!("the lines of the rule `{}` cannot be read as part of a standard", rule.id),
        };
        let help = "put right the lines, or what the rule asserts";
        let finding = cx.finding(lines.span, message).help(help);
        cx.report(finding);
    }
}
