//! Two rules of a table that win in the same situation with different values. Must never be told twice: what two
//! rules contradict each other in is one finding.

use std::collections::BTreeMap;

use crate::check::Context;
use crate::check::said::joined;
use crate::diagnostic::Finding;
use crate::situation::{Conflict, Judged};

/// Reports the pairs of every table that `tables` admits; `verb` is what rules of such a table do.
pub(super) fn report(cx: &mut Context<'_>, tables: impl Fn(&str) -> bool, verb: &str) {
    for judged in cx.judged.iter().filter(|judged| tables(judged.table())) {
        let mut pairs: BTreeMap<(usize, usize), Vec<&Conflict>> = BTreeMap::new();
        for conflict in &judged.conflicts.items {
            pairs.entry(conflict.rules).or_default().push(conflict);
        }
        let last = pairs.len().saturating_sub(1);
        for (at, (rules, conflicts)) in pairs.into_iter().enumerate() {
            let finding = finding(cx, judged, rules, &conflicts, verb);
            let Some(mut finding) = finding else { continue };
            if at == last && judged.conflicts.more > 0 {
                finding.help.push_str(&crate::check::said::and_more(judged.conflicts.more));
                finding = finding.arg("more", judged.conflicts.more);
            }
            cx.report(finding);
        }
    }
}

fn finding(
    cx: &Context<'_>,
    judged: &Judged<'_>,
    (first, second): (usize, usize),
    conflicts: &[&Conflict],
    verb: &str,
) -> Option<Finding> {
    let conflict = *conflicts.first()?;
    // The one that was written later is the accused.
    let earlier = judged.place(first)? <= judged.place(second)?;
    let (accused, other) = if earlier { (second, first) } else { (first, second) };
    let (id, beside) = (judged.id(accused), judged.id(other));
    let what: Vec<String> =
        conflicts.iter().map(|conflict| format!("`{}`", judged.attribute(conflict.attribute))).collect();
    let situation = judged.standard.in_words(&conflict.witness, &[accused, other]);
    let value = |rule: usize| judged.given(conflict.attribute, rule);
    let named = value(accused) == id;
    let message = if named {
        format!("`{beside}` and `{id}` are both {verb} in one situation, and nothing says which one counts")
    } else {
        format!(
            "`{beside}` and `{id}` {verb} different things for {} in one situation, and nothing says which one counts",
            joined(&what)
        )
    };
    let help = format!(
        "for example: {situation}. Write `exception_to: [{beside}]` in `{id}` if it is the one that counts, \
         `exception_to: [{id}]` in `{beside}` if not, or let both say the same"
    );
    let span = |rule: usize| judged.given_at(conflict.attribute, rule);
    let said = |rule: usize| if named { String::new() } else { value(rule) };
    let finding = cx
        .finding(span(accused)?, message)
        .label(if named { "this one".to_owned() } else { format!("{} here", said(accused)) })
        .also(span(other)?, if named { "and this one".to_owned() } else { format!("{} here", said(other)) })
        .help(help)
        .arg(
            "attributes",
            conflicts.iter().map(|conflict| judged.attribute(conflict.attribute)).collect::<Vec<_>>(),
        )
        .arg("values", vec![value(accused), value(other)])
        .arg("region", judged.standard.conditions(&conflict.region));
    Some(judged.facts(finding, &[accused, other], Some(&conflict.witness)))
}
