//! Which texts of a standard promise something, and to whom. Must never look at their words.

use crate::model::{DecisionRule, Lacking, Upkeep};
use crate::resolve::Project;

/// Who a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Customers hear or read these very words.
    Listener,
    /// Customers are told or given this.
    Customer,
    /// Staff do this.
    Staff,
}

/// Who the text at the end of these keys is for; none for names, remarks, reasons, conditions, bans and everything
/// else that promises nothing.
pub(super) fn reader(path: &[&str]) -> Option<Reader> {
    match path {
        ["scripts", _, "say" | "or_say" | "questions"]
        | ["channels", _, "menu", "say"]
        | ["follow_up" | "feedback", _, "questions"] => Some(Reader::Listener),
        ["waive" | "scenarios" | "requires" | "legal_minimums", ..] => None,
        [.., "tell"]
        | ["packages", _, "includes"]
        | ["channels", _, "on_request"]
        | ["if_missed", _, "give"]
        | ["selling" | "recovery" | "loyalty", _, "offer"] => Some(Reader::Customer),
        [.., "act"]
        | ["roles", _, "duties"]
        | ["links", _, "agreed"]
        | ["premises" | "appearance", _, "check" | "otherwise"]
        | ["behaviours", _, "means" | "observed_as"]
        | ["conduct" | "correspondence", _, "observed_as"]
        | ["hold", "otherwise"]
        | ["deviations", "mistakes"]
        | ["feedback", _, "answers"]
        | ["quality", "metrics", _, "on_alarm"] => Some(Reader::Staff),
        _ => None,
    }
}

/// Whether vague words that leave this open matter to a reader: effort and escapes matter to customers alone.
pub(super) fn matters(lacks: Lacking, reader: Reader) -> bool {
    match lacks {
        Lacking::Time | Lacking::Frequency => true,
        Lacking::Result | Lacking::Terms => reader != Reader::Staff,
    }
}

/// Whether what stands beside a text says by when or how often: `within:` of a step, `every:` of a checklist. What a
/// customer is told has to say so itself.
pub(super) fn limited_beside(project: &Project, path: &[&str]) -> bool {
    let limited = || {
        Some(match path {
            [.., "tell"] => false,
            // A level of an escalation has its time before everything else.
            ["escalations", ..] => true,
            ["procedures", id, "steps", step, ..] => {
                !project.procedures.find(id)?.steps.value()?.find(step)?.within.is_absent()
            }
            ["premises", id, ..] => is_scheduled(project.premises.find(id)?),
            ["appearance", id, ..] => is_scheduled(project.appearance.find(id)?),
            ["selling", id, ..] => !project.selling.find(id)?.within.is_absent(),
            ["recovery", id, ..] => !project.recovery.find(id)?.within.is_absent(),
            ["loyalty", id, ..] => !project.loyalty.find(id)?.within.is_absent(),
            ["if_missed", id, ..] => !project.if_missed.find(id)?.within.is_absent(),
            ["feedback", id, ..] => !project.feedback.find(id)?.within.is_absent(),
            ["follow_up", id, ..] => !project.follow_up.find(id)?.after.is_absent(),
            ["links", id, ..] => !project.links.find(id)?.target.is_absent(),
            ["returns", "rules", rule, ..] => is_timed(project.returns.value()?.rules.value()?.find(rule)?),
            ["decisions", id, "rules", rule, ..] => {
                is_timed(project.decisions.find(id)?.rules.value()?.find(rule)?)
            }
            _ => false,
        })
    };
    limited().unwrap_or(false)
}

fn is_scheduled(upkeep: &Upkeep) -> bool {
    !upkeep.every.is_absent() || !upkeep.at.is_empty()
}

fn is_timed(rule: &DecisionRule) -> bool {
    !rule.within.is_absent() || !rule.refund_within.is_absent()
}
