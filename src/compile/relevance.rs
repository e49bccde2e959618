//! Which entries of the standard concern a role at a location. Must never change an entry, only choose among them.
//!
//! A handbook for everybody holds everything. A handbook for a location leaves out what can only happen elsewhere:
//! other locations, channels there, rules whose `when` admits none of what is here. A handbook for a role then holds
//! what the first of these that applies says:
//!
//! 1. **Work.** An entry that gives work or a decision to a role (`who`, `owner`, `authority`, `decided_by`,
//!    `refuse_service`, `mentor`, the target of an escalation, a step of a procedure) concerns that role.
//! 2. **`for`.** An entry with `for` concerns the roles it names and, beyond 1, nobody else.
//! 3. **`when: role`.** A rule for roles concerns those.
//! 4. **`when: channel`.** A rule for channels concerns the roles that staff one of them or stand in its `for`.
//! 5. Everything else concerns everybody who serves customers: every role but those with `contact_staff: no`.
//!
//! On top of that: a procedure that names roles concerns these and the targets of its escalation (same id or same
//! `when`), nobody else. A link concerns its owner and whoever works in a procedure that needs it. A script concerns,
//! besides, whoever says it in a step, an offer, a follow-up or a feedback of theirs, or after hours on a channel of
//! theirs. A follow-up with `who` concerns that role alone. A training without `for` and all general parts (the
//! standard itself, its situations, wording, deviations, glossary) concern everybody.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::Audience;
use crate::model::{
    Channel, ChannelKind, Condition, Escalation, FollowUp, Link, Onboarding, Procedure, Role, Scenario,
    Script, Situated, Staffing, Step, Training, When,
};
use crate::resolve::Project;
use crate::source::Spanned;
use crate::syntax::decode::{Entry, Field, Words};

/// Who reads, and what of the standard is theirs.
pub(super) struct Relevance<'a> {
    project: &'a Project,
    role: Option<&'a str>,
    location: Option<&'a str>,
    /// The channels that the reader staffs, at the location.
    channels: BTreeSet<&'a str>,
    /// The channels that are at the location or at none.
    here: BTreeSet<&'a str>,
    contact: bool,
    /// What the reader's work has said: in general, and after hours.
    said: OnceCell<[BTreeSet<&'a str>; 2]>,
}

impl<'a> Relevance<'a> {
    /// The relevance for an audience.
    pub(super) fn new(project: &'a Project, audience: &'a Audience) -> Self {
        let (role, location) = (audience.role.as_deref(), audience.location.as_deref());
        let at_location = |channel: &Channel| match (location, channel.location.value()) {
            (Some(asked), Some(own)) => asked == own,
            _ => true,
        };
        let here = project.channels.iter().filter(|entry| at_location(entry));
        let staffed = here.clone().filter(|entry| {
            role.is_none_or(|role| names(&entry.staffed_by, role) || names(&entry.concerns, role))
        });
        let entry = role.and_then(|role| project.roles.find(role));
        let contact = entry.is_none_or(|entry| entry.contact_staff.value().copied().unwrap_or(true));
        Relevance {
            project,
            role,
            location,
            channels: staffed.map(|entry| entry.id.as_str()).collect(),
            here: here.map(|entry| entry.id.as_str()).collect(),
            contact,
            said: OnceCell::new(),
        }
    }

    /// The role that reads; none for everybody.
    pub(super) fn role(&self) -> Option<&'a str> {
        self.role
    }

    /// The location at which the reader is; none for all.
    pub(super) fn place(&self) -> Option<&'a str> {
        self.location
    }

    /// Whether the reader serves customers.
    pub(super) fn serves_customers(&self) -> bool {
        self.contact
    }

    /// Whether the reader speaks with customers where a call can be put on hold. Who staffs no channel may be anywhere.
    pub(super) fn takes_calls(&self) -> bool {
        let calls = |id: &&str| {
            let kind = self.project.channels.find(id).and_then(|channel| channel.kind.value());
            matches!(kind, Some(ChannelKind::Voice | ChannelKind::Video | ChannelKind::Chat))
        };
        self.role.is_none() || self.channels.is_empty() || self.channels.iter().any(calls)
    }

    /// Whether `role` is the reader.
    pub(super) fn is_reader(&self, role: &Field<String>) -> bool {
        self.role.is_some_and(|reader| role.value().is_some_and(|role| role == reader))
    }

    /// Whether the reader is one of the roles.
    pub(super) fn is_among(&self, roles: &[Spanned<String>]) -> bool {
        self.role.is_some_and(|reader| names(roles, reader))
    }

    /// An entry without a situation: by the role it gives work to, by its `for`, or for all who serve.
    pub(super) fn entry(&self, work: &[&Field<String>], concerns: &Words<String>) -> bool {
        let Some(role) = self.role else { return true };
        if work.iter().any(|work| self.is_reader(work)) {
            return true;
        }
        if concerns.is_empty() { self.contact } else { names(concerns, role) }
    }

    /// A rule: as an entry, and by the roles and channels of its situation.
    pub(super) fn rule<T: Situated>(&self, rule: &T, work: &[&Field<String>]) -> bool {
        if !rule.when().is_none_or(|when| self.can_happen(when)) {
            return false;
        }
        let Some(role) = self.role else { return true };
        if work.iter().any(|work| self.is_reader(work)) {
            return true;
        }
        if !rule.concerns().is_empty() {
            return names(rule.concerns(), role);
        }
        self.situation(rule.when())
    }

    fn situation(&self, when: Option<&When>) -> bool {
        let Some(role) = self.role else { return true };
        let condition = |dimension: &str| when.and_then(|when| when.find(dimension));
        if let Some(roles) = condition("role") {
            return admits(roles, role);
        }
        match condition("channel") {
            Some(channels) => self.channels.iter().any(|channel| admits(channels, channel)),
            None => self.contact,
        }
    }

    /// Whether a situation can happen at the location.
    pub(super) fn can_happen(&self, when: &When) -> bool {
        let Some(location) = self.location else { return true };
        let there = when.find("location").is_none_or(|condition| admits(condition, location));
        there
            && when
                .find("channel")
                .is_none_or(|condition| self.here.iter().any(|channel| admits(condition, channel)))
    }

    /// A place named by an entry: none, or the one of the reader among them.
    pub(super) fn at(&self, locations: &Words<String>) -> bool {
        locations.is_empty() || self.location.is_none_or(|location| names(locations, location))
    }

    /// A channel: of those who staff it or stand in its `for`; without both, of all who serve.
    pub(super) fn channel(&self, entry: &Entry<Channel>) -> bool {
        let nobody = entry.staffed_by.is_empty() && entry.concerns.is_empty();
        let here = self.here.contains(entry.id.as_str());
        here && (self.channels.contains(entry.id.as_str()) || (nobody && self.contact))
    }

    /// A location: the one asked for, or those where the role works.
    pub(super) fn location(&self, id: &str) -> bool {
        if let Some(location) = self.location {
            return location == id;
        }
        let role = self.role.and_then(|role| self.project.roles.find(role));
        role.is_none_or(|role| role.locations.is_empty() || names(&role.locations, id))
    }

    /// Another role, to be known in short.
    pub(super) fn colleague(&self, role: &Role) -> bool {
        self.at(&role.locations)
    }

    /// A procedure.
    pub(super) fn procedure(&self, entry: &Entry<Procedure>) -> bool {
        let when = entry.when.value();
        if !when.is_none_or(|when| self.can_happen(when)) {
            return false;
        }
        let Some(role) = self.role else { return true };
        let working = roles_of(entry);
        if working.contains(role) {
            return true;
        }
        if !entry.concerns.is_empty() {
            return names(&entry.concerns, role);
        }
        let escalated = self.project.escalations.iter().any(|escalation| {
            let same = escalation.id == entry.id || same_when(escalation.when.value(), when);
            same && escalates_to(escalation, role)
        });
        escalated || (working.is_empty() && self.situation(when))
    }

    /// An escalation: its targets and those who work where it holds.
    pub(super) fn escalation(&self, entry: &Entry<Escalation>) -> bool {
        let target = self.role.is_some_and(|role| escalates_to(entry, role));
        let here = entry.when.value().is_none_or(|when| self.can_happen(when));
        here && (target || self.rule(&entry.value, &[]))
    }

    /// A link of the service chain.
    pub(super) fn link(&self, entry: &Entry<Link>) -> bool {
        if self.role.is_none() || self.is_reader(&entry.owner) {
            return true;
        }
        let uses = |procedure: &&Entry<Procedure>| {
            names(&entry.serves, &procedure.id) || steps(procedure).any(|step| names(&step.uses, &entry.id))
        };
        let mut users = self.project.procedures.iter().filter(uses).peekable();
        match users.peek() {
            Some(_) => users.any(|procedure| self.procedure(procedure)),
            None => self.contact,
        }
    }

    /// A script.
    pub(super) fn script(&self, entry: &Entry<Script>) -> bool {
        if !entry.when.value().is_none_or(|when| self.can_happen(when)) {
            return false;
        }
        let Some(role) = self.role else { return true };
        if !entry.concerns.is_empty() {
            return names(&entry.concerns, role);
        }
        self.situation(entry.when.value()) || self.says(entry)
    }

    // Whether something that the reader does has the script said, by its id or by its purpose.
    fn says(&self, entry: &Entry<Script>) -> bool {
        let purpose = entry.purpose.value().map(|purpose| purpose.word());
        // A purpose means whichever of its scripts fits the channel; a script for channels of others does not.
        let foreign = entry.when.value().and_then(|when| when.find("channel")).is_some_and(|channels| {
            !self.channels.is_empty() && !self.channels.iter().any(|channel| admits(channels, channel))
        });
        let [said, after_hours] = self.said.get_or_init(|| self.sayings());
        let id = entry.id.as_str();
        said.contains(id)
            || after_hours.contains(id)
            || (!foreign && purpose.is_some_and(|purpose| said.contains(purpose)))
    }

    // The ids and purposes of scripts that the reader's work names, and those that it hears after hours.
    fn sayings(&self) -> [BTreeSet<&'a str>; 2] {
        let project = self.project;
        let steps = project.procedures.iter().flat_map(steps).filter(|step| self.is_among(&step.who));
        let offers = project.selling.iter().chain(&project.recovery).chain(&project.loyalty);
        let offers = offers.filter(|offer| self.is_reader(&offer.authority));
        let follow_up = project.follow_up.iter().filter(|entry| self.is_reader(&entry.who));
        let feedback = project.feedback.iter().filter(|entry| self.is_reader(&entry.who));
        let said = steps.map(|step| &step.say);
        let said = said.chain(offers.map(|offer| &offer.say)).chain(follow_up.map(|entry| &entry.say));
        let said = said.chain(feedback.map(|entry| &entry.say));
        let staffed = project.channels.iter().filter(|channel| self.channels.contains(channel.id.as_str()));
        let after_hours = staffed.filter_map(|channel| channel.after_hours.value());
        let names = |words: &'a Words<String>| words.iter().map(|word| word.value.as_str());
        [said.flat_map(names).collect(), after_hours.flat_map(|hours| names(&hours.script)).collect()]
    }

    /// A contact that the company takes up: the work of one role, where it is named.
    pub(super) fn follow_up(&self, entry: &FollowUp) -> bool {
        let here = entry.when.value().is_none_or(|when| self.can_happen(when));
        let others = self.role.is_some() && entry.who.value().is_some() && !self.is_reader(&entry.who);
        let named = self.role.is_some_and(|role| names(&entry.concerns, role));
        here && (!others || named) && self.rule(entry, &[&entry.who])
    }

    /// The figures of staff at the peak of a channel.
    pub(super) fn staffing(&self, entry: &Staffing) -> bool {
        let channel = entry.channel.value().map(String::as_str);
        let own = |set: &BTreeSet<&str>| channel.is_none_or(|channel| set.contains(channel));
        if !entry.when.value().is_none_or(|when| self.can_happen(when)) {
            return false;
        }
        match self.role {
            None => self.location.is_none() || own(&self.here),
            Some(_) => own(&self.channels),
        }
    }

    /// What a new colleague reads, practises and signs.
    pub(super) fn onboarding(&self, entry: &Entry<Onboarding>) -> bool {
        self.role.is_none_or(|role| entry.id == role) || self.is_reader(&entry.mentor)
    }

    /// A training.
    pub(super) fn training(&self, entry: &Training) -> bool {
        let Some(role) = self.role else { return true };
        self.is_reader(&entry.who) || entry.concerns.is_empty() || names(&entry.concerns, role)
    }

    /// An example of a situation and what holds in it.
    pub(super) fn scenario(&self, entry: &Scenario) -> bool {
        let given = |dimension: &str| {
            let value = entry.given.value().and_then(|given| given.find(dimension));
            value.map(|value| value.value.as_str())
        };
        if self.location.is_some_and(|location| given("location").is_some_and(|given| given != location)) {
            return false;
        }
        if given("channel").is_some_and(|channel| !self.here.contains(channel)) {
            return false;
        }
        let Some(role) = self.role else { return true };
        match (given("role"), given("channel")) {
            (Some(given), _) => given == role,
            (None, Some(channel)) => self.channels.contains(channel),
            (None, None) => self.contact,
        }
    }
}

/// Whether a list of names holds one.
pub(super) fn names(list: &[Spanned<String>], name: &str) -> bool {
    list.iter().any(|named| named.value == name)
}

/// Whether a condition admits a value.
pub(super) fn admits(condition: &Condition, value: &str) -> bool {
    let is = condition.is.is_empty() || names(&condition.is, value);
    is && !names(&condition.not, value)
}

fn steps(procedure: &Entry<Procedure>) -> impl Iterator<Item = &Entry<Step>> {
    procedure.steps.value().into_iter().flat_map(|entries| entries.iter())
}

fn roles_of(procedure: &Entry<Procedure>) -> BTreeSet<&str> {
    let workers = steps(procedure).flat_map(|step| step.who.iter().map(|role| role.value.as_str()));
    let receivers = steps(procedure).filter_map(|step| step.hand_over.value()).map(String::as_str);
    let owner = procedure.owner.value().map(String::as_str);
    workers.chain(receivers).chain(owner).collect()
}

fn escalates_to(escalation: &Escalation, role: &str) -> bool {
    escalation.levels.iter().any(|level| level.to.value().is_some_and(|to| to == role))
}

fn same_when(one: Option<&When>, other: Option<&When>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let same = |condition: &Entry<crate::syntax::decode::Short<Condition>>| {
        other.find(&condition.id).is_some_and(|found| {
            let words = |list: &[Spanned<String>]| -> BTreeSet<String> {
                list.iter().map(|word| word.value.clone()).collect()
            };
            words(&found.is) == words(&condition.is) && words(&found.not) == words(&condition.not)
        })
    };
    one.len() == other.len() && one.iter().all(same)
}
