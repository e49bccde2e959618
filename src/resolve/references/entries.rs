//! References of entries to roles, channels, scripts and each other. Must never look inside procedures or conditions.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use crate::diagnostic::Finding;
use crate::model::{Offer, Upkeep};
use crate::resolve::Project;
use crate::syntax::decode::Entries;

/// The edition of the language that this program reads.
const EDITION: u32 = 1;

pub(super) fn check(project: &Project, checker: &mut Checker<'_>) {
    identity(project, checker);
    people(project, checker);
    promises(project, checker);
    offers(project, checker);
    quality(project, checker);
    life(project, checker);
    audiences(project, checker);
    exceptions(project, checker);
}

fn identity(project: &Project, checker: &mut Checker<'_>) {
    if let Some(edition) = project.etalon.get().filter(|edition| edition.value != EDITION) {
        let message = format!("edition `{}` of the language does not exist", edition.value);
        let finding = Finding::error("structure/unknown-value", edition.span, message);
        checker
            .findings
            .push(finding.help(format!("write `etalon: {EDITION}`, or use a newer version of the program")));
    }
    if let Some(standard) = project.standard.value() {
        checker.role(standard.owner.get());
    }
    if let Some(review) = project.review.value() {
        checker.role(review.by.get());
    }
    if let Some(hold) = project.hold.value() {
        checker.script(&hold.say);
    }
    if let Some(transfers) = project.transfers.value() {
        checker.script(&transfers.say);
    }
}

fn people(project: &Project, checker: &mut Checker<'_>) {
    for channel in &project.channels {
        checker.role(&channel.staffed_by);
        checker.location(channel.location.get());
        if let Some(after_hours) = channel.after_hours.value() {
            checker.script(&after_hours.script);
            checker.channel(after_hours.redirect.get());
        }
    }
    for role in &project.roles {
        checker.role(role.reports_to.get());
        checker.location(&role.locations);
    }
    for link in &project.links {
        checker.procedure(&link.serves);
    }
}

fn promises(project: &Project, checker: &mut Checker<'_>) {
    let names = checker.names;
    for staffing in &project.staffing {
        checker.channel(staffing.channel.get());
    }
    for remedy in &project.if_missed {
        if let Some(measure) = remedy.promise.get() {
            checker.expect("measure", "measures", &names.measures, measure);
        }
    }
    for script in &project.scripts {
        checker.role(&script.concerns);
    }
}

fn offers(project: &Project, checker: &mut Checker<'_>) {
    let offer = |offers: &Entries<Offer>, checker: &mut Checker<'_>| {
        for offer in offers {
            checker.role(offer.authority.get());
            checker.script(&offer.say);
        }
    };
    offer(&project.selling, checker);
    offer(&project.recovery, checker);
    offer(&project.loyalty, checker);
    for follow_up in &project.follow_up {
        checker.role(follow_up.who.get());
        checker.channel(follow_up.by.get());
        checker.script(&follow_up.say);
    }
    for (_, decision) in project.decision_tables() {
        checker.role(&decision.concerns);
        for rule in decision.rules.value().into_iter().flatten() {
            checker.role(rule.authority.get());
            checker.script(&rule.say);
            checker.procedure(rule.procedure.get());
        }
    }
}

fn quality(project: &Project, checker: &mut Checker<'_>) {
    let names = checker.names;
    let upkeep = |section: &Entries<Upkeep>, checker: &mut Checker<'_>| {
        for upkeep in section {
            checker.role(upkeep.who.get());
            checker.location(&upkeep.locations);
        }
    };
    upkeep(&project.premises, checker);
    upkeep(&project.appearance, checker);
    for metric in project.quality.metrics.value().into_iter().flatten() {
        checker.role(metric.who.get());
    }
    for verification in project.quality.verification.value().into_iter().flatten() {
        checker.role(verification.who.get());
    }
    for assessment in project.quality.assessment.value().into_iter().flatten() {
        checker.role(assessment.who.get());
    }
    for feedback in &project.feedback {
        checker.role(feedback.who.get());
        checker.script(&feedback.say);
        checker.procedure(feedback.low_score.get());
    }
    for incentive in &project.incentives {
        checker.role(&incentive.concerns);
        for metric in &incentive.metrics {
            checker.expect("metric", "quality: metrics", &names.metrics, metric);
        }
    }
}

fn life(project: &Project, checker: &mut Checker<'_>) {
    if let Some(deviations) = project.deviations.value() {
        checker.role(deviations.decided_by.get());
    }
    for kind in &project.customer_types {
        checker.role(kind.refuse_service.get());
        checker.script(&kind.say);
    }
    for onboarding in &project.onboarding {
        let role = crate::source::Spanned::new(onboarding.id.clone(), onboarding.id_span);
        checker.role([&role]);
        checker.role(onboarding.mentor.get());
    }
    for training in &project.training {
        checker.role(training.who.get());
        checker.role(&training.concerns);
    }
    for waiver in &project.waive {
        checker.role(waiver.owner.get());
    }
}

/// The roles named under `for`.
fn audiences(project: &Project, checker: &mut Checker<'_>) {
    macro_rules! each {
        ($($section:ident),+) => {$(
            for entry in &project.$section {
                checker.role(&entry.concerns);
            }
        )+};
    }
    each!(
        channels,
        packages,
        response_times,
        if_missed,
        exclusions,
        customer_duties,
        correspondence,
        conduct,
        procedures,
        escalations,
        selling,
        recovery,
        loyalty,
        follow_up,
        premises,
        appearance,
        behaviours,
        customer_types,
        feedback
    );
}

/// The rules named under `exception_to`, which must stand in the same table.
fn exceptions(project: &Project, checker: &mut Checker<'_>) {
    let rules = project.table_rules();
    let mut known: BTreeMap<(&str, bool), BTreeSet<&str>> = BTreeMap::new();
    for rule in &rules {
        known.entry((rule.table, rule.decision)).or_default().insert(rule.id);
    }
    for rule in &rules {
        let section = if rule.decision { "rules" } else { rule.table };
        let Some(known) = known.get(&(rule.table, rule.decision)) else { continue };
        rule.rule.exception_to().iter().for_each(|beaten| checker.expect("rule", section, known, beaten));
    }
}
