//! Which roles an entry concerns: those whose handbook shows it. Must never decide anything that `relevance` does not.

use super::Audience;
use super::relevance::Relevance;
use crate::resolve::Project;
use crate::syntax::decode::Entries;

/// The roles that an entry of a section concerns, in the order of the standard; for a section without entries, or a
/// part that is not found, the roles that serve customers.
pub fn concerned(project: &Project, section: &str, id: &str) -> Vec<String> {
    let concerned = |role: &str| {
        let audience = Audience { role: Some(role.to_owned()), location: None };
        concerns(project, &Relevance::new(project, &audience), section, id)
    };
    project.roles.iter().map(|role| role.id.clone()).filter(|role| concerned(role)).collect()
}

/// Whether a reader's handbook shows an entry.
pub(super) fn concerns(project: &Project, reader: &Relevance<'_>, section: &str, id: &str) -> bool {
    macro_rules! ask {
        ($entries:expr, |$entry:ident| $question:expr) => {{
            fn found<'a, T>(
                entries: &'a Entries<T>,
                id: &str,
            ) -> Option<&'a crate::syntax::decode::Entry<T>> {
                entries.find(id)
            }
            found($entries, id).map(|$entry| $question)
        }};
    }
    let quality = &project.quality;
    let answer = match section {
        "channels" => ask!(&project.channels, |entry| reader.channel(entry)),
        "roles" => project.roles.find(id).map(|_| reader.role() == Some(id)),
        "links" => ask!(&project.links, |entry| reader.link(entry)),
        "packages" => ask!(&project.packages, |entry| reader.entry(&[], &entry.concerns)),
        "response_times" => ask!(&project.response_times, |entry| reader.rule(&entry.value, &[])),
        "if_missed" => ask!(&project.if_missed, |entry| reader.rule(&entry.value, &[])),
        "correspondence" => ask!(&project.correspondence, |entry| reader.rule(&entry.value, &[])),
        "conduct" => ask!(&project.conduct, |entry| reader.rule(&entry.value, &[])),
        "scripts" => ask!(&project.scripts, |entry| reader.script(entry)),
        "procedures" => ask!(&project.procedures, |entry| reader.procedure(entry)),
        "escalations" => ask!(&project.escalations, |entry| reader.escalation(entry)),
        "selling" => ask!(&project.selling, |entry| reader.rule(&entry.value, &[&entry.authority])),
        "recovery" => ask!(&project.recovery, |entry| reader.rule(&entry.value, &[&entry.authority])),
        "loyalty" => ask!(&project.loyalty, |entry| reader.rule(&entry.value, &[&entry.authority])),
        "follow_up" => ask!(&project.follow_up, |entry| reader.follow_up(entry)),
        "premises" => ask!(&project.premises, |entry| reader.entry(&[&entry.who], &entry.concerns)),
        "appearance" => ask!(&project.appearance, |entry| reader.entry(&[&entry.who], &entry.concerns)),
        "behaviours" => ask!(&project.behaviours, |entry| reader.entry(&[], &entry.concerns)),
        "customer_types" => {
            ask!(&project.customer_types, |entry| reader.entry(&[&entry.refuse_service], &entry.concerns))
        }
        "feedback" => ask!(&project.feedback, |entry| reader.entry(&[&entry.who], &entry.concerns)),
        "onboarding" => ask!(&project.onboarding, |entry| reader.onboarding(entry)),
        "training" => ask!(&project.training, |entry| reader.training(entry)),
        "exclusions" => ask!(&project.exclusions, |entry| reader.entry(&[], &entry.concerns)),
        "customer_duties" => ask!(&project.customer_duties, |entry| reader.entry(&[], &entry.concerns)),
        "staffing" => ask!(&project.staffing, |entry| reader.staffing(entry)),
        "quality.metrics" => quality
            .metrics
            .value()
            .and_then(|all| ask!(all, |entry| reader.entry(&[&entry.who], &entry.concerns))),
        "quality.verification" => quality
            .verification
            .value()
            .and_then(|all| ask!(all, |entry| reader.entry(&[&entry.who], &entry.concerns))),
        "quality.assessment" => quality
            .assessment
            .value()
            .and_then(|all| ask!(all, |entry| reader.entry(&[&entry.who], &entry.concerns))),
        table => {
            project.decision_tables().find(|(name, _)| *name == table || *name == id).map(|(_, decision)| {
                let rule = decision.rules.value().and_then(|rules| rules.find(id));
                let own = rule
                    .is_some_and(|rule| reader.is_reader(&rule.authority) || reader.is_among(&rule.concerns));
                own || (reader.entry(&[], &decision.concerns)
                    && rule.is_none_or(|rule| rule.concerns.is_empty()))
            })
        }
    };
    answer.unwrap_or_else(|| reader.serves_customers())
}
