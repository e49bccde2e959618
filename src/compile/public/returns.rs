//! The return policy that everybody has. Must never publish a term that only some customers or some goods have.

use serde_json::{Map, Value, json};

use super::{LeftOut, put};
use crate::compile::context::Context;
use crate::model::{Condition, Decision, DecisionRule, Situated};
use crate::resolve::{Project, Range};
use crate::syntax::decode::Entry;

/// A term within which everybody gets the money back.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// The days.
    pub days: u32,
    /// The rule that says so.
    pub rule: &'a Entry<DecisionRule>,
}

/// Of the rules that give the money back within a number of days, and ask for nothing that only some customers have, the
/// one with the fewest days.
pub fn offer_to_everybody<'a>(
    project: &'a Project,
    today: jiff::civil::Date,
    left_out: &mut LeftOut,
) -> Option<Offer<'a>> {
    let table = project.returns.value()?;
    let mut offers: Vec<Offer<'a>> = Vec::new();
    for rule in table.rules.value().into_iter().flatten() {
        let open = rule.until.value().is_none_or(|until| until.0 >= today)
            && rule.from.value().is_none_or(|from| from.0 <= today);
        let refund = rule.outcome.value().is_some_and(|outcome| outcome == "refund");
        let held = open && refund && rule.floor.value() != Some(&true) && is_for_everybody(table, rule);
        match days(project, table, rule).filter(|_| held) {
            Some(days) => offers.push(Offer { days, rule }),
            None => left_out.push((
                "These rules of returns are not published: they are for some customers or cases, or are not about money back within a number of days.".to_owned(),
                Some(rule.id.clone()),
            )),
        }
    }
    let best = *offers.iter().min_by_key(|offer| offer.days)?;
    for other in offers.iter().filter(|other| other.rule.id != best.rule.id) {
        let reason = "Longer terms for some goods are not published: one policy stands for all.";
        left_out.push((reason.to_owned(), Some(other.rule.id.clone())));
    }
    Some(best)
}

/// Whether a rule asks for nothing but what is known of the goods.
fn is_for_everybody(table: &Decision, rule: &DecisionRule) -> bool {
    let own = |id: &str| table.situation.value().is_some_and(|own| own.find(id).is_some());
    rule.when().is_none_or(|when| when.iter().all(|condition| own(&condition.id)))
}

/// The last day of a window of days that begins with the purchase.
fn days(project: &Project, table: &Decision, rule: &DecisionRule) -> Option<u32> {
    let counted = |id: &str| {
        let dimension = table.situation.value().and_then(|own| own.find(id));
        let unit = dimension.or_else(|| project.situation.find(id))?.value.number.value()?;
        Some(unit.trim().to_lowercase().starts_with("day"))
    };
    let mut windows = rule.when()?.iter().filter(|condition| counted(&condition.id) == Some(true));
    windows.next().and_then(|condition| last_day(&condition.value))
}

/// The last day of `0..14`, `<= 14` and the like.
fn last_day(condition: &Condition) -> Option<u32> {
    let [only] = &condition.is[..] else { return None };
    let range = Range::parse(&only.value)?;
    let last = range.to.filter(|_| range.from.unwrap_or_default() <= 0.0 && condition.not.is_empty())?;
    let last = if range.to_included { last.floor() } else { last.ceil() - 1.0 };
    // INVARIANT: within the bounds of the type, checked before.
    (0.0..=f64::from(u32::MAX)).contains(&last).then_some(last as u32)
}

/// The policy in the words of schema.org.
pub(super) fn policy(cx: &Context<'_>, left_out: &mut LeftOut) -> Option<Value> {
    let table = cx.project.returns.value()?;
    let Offer { days, rule } = offer_to_everybody(cx.project, cx.today, left_out)?;
    let mut policy = Map::new();
    policy.insert("@type".to_owned(), json!("MerchantReturnPolicy"));
    policy.insert("name".to_owned(), json!(cx.title(&rule.title, &rule.id)));
    let outcome = rule.outcome.value().map(|outcome| cx.outcome(table, outcome)).unwrap_or_default();
    let when = cx.when_words(rule.when(), table.situation.value());
    put(&mut policy, "description", when.map(|when| json!(format!("{when}: {outcome}"))));
    let country = cx.project.holidays.value().and_then(|holidays| holidays.country.value());
    let mut say = |reason: &str| left_out.push((reason.to_owned(), None));
    match country.map(|country| country.code().to_uppercase()) {
        Some(country) => {
            policy.insert("applicableCountry".to_owned(), json!([country]));
            policy.insert("returnPolicyCountry".to_owned(), json!(country));
        }
        None => say("No country is said under `holidays`, and search engines ask for one."),
    }
    policy.insert(
        "returnPolicyCategory".to_owned(),
        json!("https://schema.org/MerchantReturnFiniteReturnWindow"),
    );
    policy.insert("merchantReturnDays".to_owned(), json!(days));
    policy.insert("refundType".to_owned(), json!("https://schema.org/FullRefund"));
    say(
        "The conditions of the published return policy are in its description, which programs do not judge; exceptions to it are not published.",
    );
    say(
        "Who pays for sending goods back, and how they are sent, is not in the standard in a form that could be published.",
    );
    Some(Value::Object(policy))
}
