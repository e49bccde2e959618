//! When roles are on duty and channels open, in minutes of the week. Must never take a week for a date: hours that
//! depend on the season say so.

use serde_json::{Map, Value, json};

use super::super::context::Context;
use super::super::titles::anchor;
use super::Shown;
use crate::time::{Hours, WEEK_MINUTES};

/// The roles and channels that the handbook shows and that have hours.
pub(super) fn duty(cx: &Context<'_>, shown: &mut Shown<'_>) -> Value {
    let mut places: Vec<&str> = Vec::new();
    let mut roles: Vec<Value> = Vec::new();
    for role in &cx.project.roles {
        let Some(hours) = role.on_duty.value() else { continue };
        let place = anchor("roles", &role.id);
        let Some(title) = shown.is_said(&place).then(|| cx.title_of("roles", &role.id)) else { continue };
        places.push(&role.id);
        roles.push(with_times(json!({ "id": role.id, "title": title }), hours));
    }
    let mut channels: Vec<Value> = Vec::new();
    for channel in cx.project.channels.iter().filter(|channel| cx.relevance.channel(channel)) {
        let Some(hours) = channel.hours.value() else { continue };
        let Some(entry) = shown.entry(&anchor("channels", &channel.id)) else { continue };
        let staff: Option<Vec<usize>> =
            channel.staffed_by.iter().map(|role| places.iter().position(|id| *id == role.value)).collect();
        let staff = staff.filter(|staff| !staff.is_empty());
        channels.push(with_times(json!({ "id": channel.id, "entry": entry, "staff": staff }), hours));
    }
    json!({ "roles": roles, "channels": channels })
}

fn with_times(mut of: Value, hours: &Hours) -> Value {
    let mut times = Map::new();
    if hours.has_seasons() {
        times.insert("dated".to_owned(), true.into());
    } else {
        let week = i64::from(WEEK_MINUTES);
        let flat = |set: &crate::time::WeekSet, later: i64| -> Vec<i64> {
            let ranges = set.ranges().iter();
            ranges.flat_map(|(from, to)| [i64::from(*from) + later, i64::from(*to) + later]).collect()
        };
        let (normal, holiday) = (flat(&hours.week(), 0), flat(&hours.holiday_week(), week));
        times.insert("open".to_owned(), json!(joined(normal, holiday)));
    }
    if let Value::Object(of) = &mut of {
        of.insert("times".to_owned(), Value::Object(times));
    }
    of
}

// What is open to the end of the one week and from the start of the other is one range.
fn joined(mut normal: Vec<i64>, mut holiday: Vec<i64>) -> Vec<i64> {
    if normal.last().is_some() && normal.last() == holiday.first() {
        normal.pop();
        holiday.remove(0);
    }
    normal.extend(holiday);
    normal
}
