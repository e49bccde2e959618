//! All opening hours and times of conditions that a standard writes, with what they are the hours of.
//! Must never judge: rules do.

use std::borrow::Cow;

use crate::model::When;
use crate::resolve::Project;
use crate::source::Span;
use crate::syntax::decode::Field;
use crate::time::Hours;

/// Hours as they are written.
#[derive(Debug, Clone)]
pub(super) struct WrittenHours<'a> {
    /// What they are, up to the name: `the hours of the channel`.
    pub(super) what: &'static str,
    /// The id of the entry that they belong to.
    pub(super) of: &'a str,
    /// The hours.
    pub(super) hours: Cow<'a, Hours>,
    /// Where they stand.
    pub(super) span: Span,
    /// The location whose clock they are read from, where one is named.
    pub(super) location: Option<&'a str>,
    /// Whether they are the time of a condition, which opens nothing.
    pub(super) window: bool,
}

/// All hours of channels, roles, places, packages, response times, procedures and escalations, and the times of
/// conditions.
pub(super) fn written_hours(project: &Project) -> Vec<WrittenHours<'_>> {
    let mut all = Vec::new();
    for channel in &project.channels {
        let location = channel.location.value().map(String::as_str);
        push(&mut all, "the hours of the channel", &channel.id, &channel.hours, location);
    }
    for role in &project.roles {
        // Whoever works at one place lives by its clock.
        let location = match &*role.locations {
            [only] => Some(only.value.as_str()),
            _ => None,
        };
        push(&mut all, "the time on duty of the role", &role.id, &role.on_duty, location);
    }
    for location in &project.locations {
        push(&mut all, "the hours of the location", &location.id, &location.hours, Some(&location.id));
    }
    for package in &project.packages {
        push(&mut all, "the hours of the package", &package.id, &package.hours, None);
    }
    for rule in &project.response_times {
        push(&mut all, "the hours of the response time", &rule.id, &rule.hours, None);
    }
    for procedure in &project.procedures {
        push(&mut all, "the hours of the procedure", &procedure.id, &procedure.hours, None);
    }
    for escalation in &project.escalations {
        push(&mut all, "the hours of the escalation", &escalation.id, &escalation.hours, None);
    }
    for rule in project.table_rules() {
        windows(&mut all, rule.id, rule.rule.when());
    }
    for staffing in &project.staffing {
        windows(&mut all, &staffing.id, staffing.when.value());
    }
    all
}

fn push<'a>(
    all: &mut Vec<WrittenHours<'a>>,
    what: &'static str,
    of: &'a str,
    hours: &'a Field<Hours>,
    location: Option<&'a str>,
) {
    let Some(hours) = hours.get() else { return };
    let (span, hours) = (hours.span, Cow::Borrowed(&hours.value));
    all.push(WrittenHours { what, of, hours, span, location, window: false });
}

fn windows<'a>(all: &mut Vec<WrittenHours<'a>>, of: &'a str, when: Option<&'a When>) {
    let Some(time) = when.and_then(|when| when.find("time")) else { return };
    for written in time.value.is.iter().chain(&time.value.not) {
        let Ok(hours) = Hours::parse_window(&written.value) else { continue };
        let (what, hours) = ("the time in the condition of", Cow::Owned(hours));
        all.push(WrittenHours { what, of, hours, span: written.span, location: None, window: true });
    }
}
