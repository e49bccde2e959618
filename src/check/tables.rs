//! The tables of rules that a standard has, all of one shape. Must never decide which rule wins.

use crate::model::Situated;
use crate::resolve::Project;
use crate::source::Span;
use crate::syntax::decode::Entry;

/// A rule of any table.
#[derive(Clone, Copy)]
pub(super) struct TableRule<'a> {
    /// The table, as it is called in the standard.
    pub(super) table: &'a str,
    /// The id of the rule.
    pub(super) id: &'a str,
    /// Where the id stands.
    pub(super) id_span: Span,
    /// What all rules have in common.
    pub(super) rule: &'a dyn Situated,
}

/// Every rule of every table.
pub(super) fn rules(project: &Project) -> Vec<TableRule<'_>> {
    let mut all = Vec::new();
    macro_rules! tables {
        ($($table:ident),+) => {$(
            all.extend(each(stringify!($table), &project.$table));
        )+};
    }
    tables!(
        response_times,
        if_missed,
        scripts,
        correspondence,
        conduct,
        procedures,
        escalations,
        selling,
        recovery,
        loyalty,
        follow_up
    );
    for (table, decision) in project.decision_tables() {
        all.extend(decision.rules.value().into_iter().flat_map(|rules| each(table, rules)));
    }
    all
}

fn each<'a, T: Situated>(table: &'a str, entries: &'a [Entry<T>]) -> impl Iterator<Item = TableRule<'a>> {
    entries.iter().map(move |entry| TableRule {
        table,
        id: &entry.id,
        id_span: entry.id_span,
        rule: &entry.value,
    })
}
