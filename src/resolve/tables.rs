//! The tables of rules that a standard has, all of one shape. Must never decide which rule wins.

use super::Project;
use crate::model::Situated;
use crate::source::Span;
use crate::syntax::decode::Entry;

/// A rule of any table.
#[derive(Clone, Copy)]
pub struct TableRule<'a> {
    /// The table, as it is called in the standard.
    pub table: &'a str,
    /// Whether the table is one of decisions, which has a name of its own, and no section.
    pub decision: bool,
    /// The id of the rule.
    pub id: &'a str,
    /// Where the id stands.
    pub id_span: Span,
    /// What all rules have in common.
    pub rule: &'a dyn Situated,
}

impl Project {
    /// Every rule of every table.
    pub fn table_rules(&self) -> Vec<TableRule<'_>> {
        let mut all = Vec::new();
        macro_rules! sections {
            ($($section:ident),+ $(,)?) => {$(
                all.extend(each(stringify!($section), false, &self.$section));
            )+};
        }
        sections!(
            response_times,
            if_missed,
            scripts,
            conduct,
            correspondence,
            procedures,
            escalations,
            selling,
            recovery,
            loyalty,
            follow_up,
        );
        for (table, decision) in self.decision_tables() {
            all.extend(decision.rules.value().into_iter().flat_map(|rules| each(table, true, rules)));
        }
        all
    }
}

fn each<'a, T: Situated>(
    table: &'a str,
    decision: bool,
    entries: &'a [Entry<T>],
) -> impl Iterator<Item = TableRule<'a>> {
    entries.iter().map(move |entry| TableRule {
        table,
        decision,
        id: &entry.id,
        id_span: entry.id_span,
        rule: &entry.value,
    })
}
