//! Holds what a standard says under `check_rules` against the rules: how much their findings weigh, and why it is less.
//! Must never let a finding vanish: what is switched off stays in the list, and no bound of the law weighs less.

use super::company::{company_rule_id, company_severity};
use super::rule::Found;
use super::{RULES, find_rule};
use crate::diagnostic::{Finding, Findings, Reweighed, Severity, Waived, did_you_mean, nearest};
use crate::model::RuleSetting;
use crate::resolve::Project;
use crate::source::Spanned;
use crate::syntax::decode::{Entry, Short};

/// The rules that a standard weighs otherwise than usual, in the order written.
pub fn reweighed(project: &Project) -> Vec<Reweighed> {
    weights(project, &mut Findings::new())
}

/// The same, with findings about settings that do not count.
pub(super) fn weights(project: &Project, findings: &mut Findings) -> Vec<Reweighed> {
    project.check_rules.iter().filter_map(|setting| weight(project, setting, findings)).collect()
}

/// Gives the findings their weights, and counts them.
pub(super) fn apply(weights: &mut [Reweighed], findings: &mut [Finding]) {
    for weight in weights {
        for finding in findings.iter_mut().filter(|finding| finding.rule == weight.rule) {
            // A waiver says more: it names the place and the last day.
            if finding.waived.is_some() {
                continue;
            }
            weight.findings += 1;
            match weight.severity {
                Some(severity) => finding.severity = severity,
                None => {
                    finding.waived = Some(Waived {
                        by: format!("check_rules.{}", weight.rule),
                        reason: weight.reason.clone(),
                        until: None,
                    });
                }
            }
        }
    }
}

fn weight(
    project: &Project,
    setting: &Entry<Short<RuleSetting>>,
    findings: &mut Findings,
) -> Option<Reweighed> {
    let wanted = setting.severity.get()?;
    let Some((rule, usual, fixed)) = known(project, &setting.id) else {
        findings.push(unknown(project, setting));
        return None;
    };
    let severity = wanted.value.severity();
    let weaker = severity < Some(usual);
    let reason = setting.reason.words_in(project.source_language()).replace('\n', " ");
    match fixed.filter(|_| weaker) {
        Some(why) => findings.push(refused(rule, wanted, why)),
        None if weaker && reason.is_empty() => findings.push(unexplained(rule, wanted)),
        None if severity == Some(usual) => {}
        None => return Some(Reweighed { rule, usual, severity, reason, findings: 0 }),
    }
    None
}

/// The id of a rule, its usual weight, and why it may not weigh less where that is so.
fn known(project: &Project, id: &str) -> Option<(&'static str, Severity, Option<&'static str>)> {
    let Some(rule) = find_rule(id) else {
        let own = project.company_rules.iter().find(|rule| company_rule_id(rule) == id)?;
        return Some((company_rule_id(own), company_severity(own), None));
    };
    let fixed = match rule.found {
        _ if rule.id.starts_with("floor/") => Some("it guards what nothing may undercut"),
        Found::Reading if rule.severity == Severity::Error => {
            Some("what cannot be read is not judged at all")
        }
        Found::Waiving if rule.severity == Severity::Error => {
            Some("it keeps what is accepted from being forgotten")
        }
        _ => None,
    };
    Some((rule.id, rule.severity, fixed))
}

fn unknown(project: &Project, setting: &Entry<Short<RuleSetting>>) -> Finding {
    let own = project.company_rules.iter().map(company_rule_id);
    let near = nearest(&setting.id, RULES.iter().map(|rule| rule.id).chain(own));
    let help = match near {
        Some(near) => did_you_mean(&setting.id, near),
        None => "`etalon rules` lists all rules".to_owned(),
    };
    let message = format!("there is no rule `{}`", setting.id);
    let finding = Finding::error("structure/unknown-reference", setting.id_span, message).help(help);
    finding.arg("kind", "rule").arg("name", setting.id.as_str())
}

fn refused(rule: &str, wanted: &Spanned<crate::model::RuleSeverity>, why: &str) -> Finding {
    let how = if wanted.value.severity().is_none() { "be switched off" } else { "weigh less" };
    let message = format!("`{rule}` cannot {how}: {why}");
    Finding::error("life/weakened-rule", wanted.span, message)
        .help("accept single findings for a while under `waive:`, with a reason, an owner and a last day")
        .arg("rule", rule)
}

fn unexplained(rule: &str, wanted: &Spanned<crate::model::RuleSeverity>) -> Finding {
    let severity = wanted.value.word();
    let message = match wanted.value.severity() {
        None => format!("`{rule}` is switched off without a reason"),
        Some(_) => format!("`{rule}` weighs less than usual without a reason"),
    };
    Finding::error("life/weakened-rule", wanted.span, message)
        .help(format!("say why: `{rule}: {{ severity: {severity}, reason: … }}`"))
        .arg("rule", rule)
}
