//! Flags grants that exceed what the role that decides them may grant.

use std::collections::BTreeMap;

use crate::check::{Context, rule};
use crate::model::{Offer, Role};
use crate::source::{Span, Spanned};
use crate::syntax::decode::{Entries, Entry, Field};
use crate::time::Amount;

rule! {
    /// A role is to decide about an amount that it may not grant.
    ///
    /// ## Why it matters
    /// An offer that the person in front of the customer is named for and may not make ends in asking back, in a
    /// second wait, or in an empty promise. Compared are sums in the same currency and percentages of the same thing,
    /// with the highest that the role may grant of its kind under `may`. A role without such an amount is left alone.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles: { agent: { level: 1, may: { compensate: 50 PLN } }, manager: { level: 3 } }
    /// recovery: { late: { offer: free delivery, authority: agent, up_to: 80 PLN } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles: { agent: { level: 1, may: { compensate: 50 PLN } }, manager: { level: 3 } }
    /// recovery: { late: { offer: free delivery, authority: agent, up_to: 50 PLN } }
    /// ```
    "feasibility/beyond-authority" { severity: Error, run: check }
}

/// Something that a role decides about.
struct Grant<'a> {
    table: &'a str,
    id: &'a str,
    authority: &'a Spanned<String>,
    amount: &'a Spanned<Amount>,
}

fn check(cx: &mut Context<'_>) {
    let project = cx.project;
    let roles: BTreeMap<&str, &Entry<Role>> =
        project.roles.iter().map(|role| (role.id.as_str(), role)).collect();
    let mut grants = Vec::new();
    for (table, offers) in
        [("selling", &project.selling), ("recovery", &project.recovery), ("loyalty", &project.loyalty)]
    {
        grants.extend(offered(table, offers));
    }
    for (table, decision) in project.decision_tables() {
        for rule in decision.rules.value().into_iter().flatten() {
            grants.extend(grant(table, &rule.id, &rule.authority, &rule.amount));
        }
    }
    for grant in grants {
        let Some(role) = roles.get(grant.authority.value.as_str()) else { continue };
        let allowed = role.may.value().into_iter().flatten();
        let allowed = allowed.filter(|may| exceeds(&grant.amount.value, &may.value).is_some());
        // The role may grant so much of one thing or another; it is enough that one of them is enough.
        let Some(most) = allowed
            .reduce(|most, next| if exceeds(&next.value, &most.value) == Some(true) { next } else { most })
        else {
            continue;
        };
        if exceeds(&grant.amount.value, &most.value) == Some(true) {
            report(cx, &grant, role, &most.id, &most.value, most.span, &roles);
        }
    }
}

fn offered<'a>(table: &'a str, offers: &'a Entries<Offer>) -> impl Iterator<Item = Grant<'a>> {
    offers.iter().filter_map(move |offer| grant(table, &offer.id, &offer.authority, &offer.up_to))
}

fn grant<'a>(
    table: &'a str,
    id: &'a str,
    authority: &'a Field<String>,
    amount: &'a Field<Amount>,
) -> Option<Grant<'a>> {
    Some(Grant { table, id, authority: authority.get()?, amount: amount.get()? })
}

/// Whether one amount is more than the other; none where they cannot be compared.
fn exceeds(one: &Amount, other: &Amount) -> Option<bool> {
    match (one, other) {
        (Amount::Money(one), Amount::Money(other)) if one.currency == other.currency => {
            Some(one.hundredths() > other.hundredths())
        }
        (Amount::Percent { percent: one, of }, Amount::Percent { percent: other, of: other_of })
            if of == other_of =>
        {
            Some(one > other)
        }
        _ => None,
    }
}

fn report(
    cx: &mut Context<'_>,
    grant: &Grant<'_>,
    role: &Entry<Role>,
    may: &str,
    allowed: &Amount,
    allowed_at: Span,
    roles: &BTreeMap<&str, &Entry<Role>>,
) {
    let amount = &grant.amount.value;
    let message = format!(
        "`{}` in `{}` leaves {amount} to `{}`, who may grant {allowed} at most",
        grant.id, grant.table, role.id
    );
    let help = match above(&role.id, amount, roles) {
        Some(above) => format!("let `{above}` decide, who may grant it, or lower the amount"),
        None => "let a role decide that may grant it, lower the amount, or raise what the role may grant"
            .to_owned(),
    };
    let finding = cx
        .finding(grant.amount.span, message)
        .label("more than the role may grant")
        .also(allowed_at, format!("`{may}`: all that `{}` may grant", role.id))
        .also(grant.authority.span, "who decides")
        .help(help)
        .arg("rules", vec![grant.id])
        .arg("table", grant.table)
        .arg("role", role.id.as_str())
        .arg("amount", amount.to_string())
        .arg("allowed", allowed.to_string());
    cx.report(finding);
}

/// The nearest role above that may grant the amount.
fn above<'a>(role: &str, amount: &Amount, roles: &BTreeMap<&str, &'a Entry<Role>>) -> Option<&'a str> {
    let mut at = *roles.get(role)?;
    for _ in 0..roles.len() {
        at = *roles.get(at.reports_to.value()?.as_str())?;
        let enough = |may: &&Entry<Amount>| exceeds(amount, &may.value) == Some(false);
        if at.may.value().into_iter().flatten().any(|may| enough(&may)) {
            return Some(&at.id);
        }
    }
    None
}
