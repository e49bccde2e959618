//! Which rules win an attribute of which the best value counts: one sweep from the best value down, instead of a
//! question about every better rule for each. Must never be taken where some values have no order.

use super::cover::{Cover, Covered};
use super::postings::Bits;
use super::{Analysis, Answer, HERE};
use crate::situation::solver::Lit;

/// Below so many candidates questions one by one are quicker.
const FEW: usize = 4;

/// The most steps of looking that one rule may take before the solver is asked.
const STEPS: usize = 1_000;

/// The steps that all rules may take together.
const ALL_STEPS: usize = 500_000;

/// A candidate that is asked about: how many candidates are better than it, the rule, and what looking found.
type Looked = (usize, usize, Covered);

impl Analysis<'_> {
    /// Whether candidates of an attribute win it somewhere, for all that are `asked` about. None where the best value
    /// does not count, where two values have no order, and where the candidates are few.
    pub(super) fn ladder(
        &mut self,
        attribute: usize,
        asked: impl Fn(usize) -> bool,
    ) -> Option<Vec<(usize, Answer)>> {
        let kind = self.table.attributes.get(attribute).filter(|kind| kind.strictest)?;
        let ranks = kind.ranks()?;
        let mut candidates: Vec<(usize, usize)> = self
            .table
            .candidates(attribute)
            .filter(|(rule, _)| self.is_possible(*rule))
            .filter_map(|(rule, value)| Some((*ranks.get(value)?, rule)))
            .collect();
        if candidates.len() < FEW {
            return None;
        }
        candidates.sort_unstable();
        let looked = self.look(attribute, &candidates, asked);
        Some(self.settle_looked(attribute, &candidates, looked))
    }

    // What can be told without the solver.
    fn look(
        &self,
        attribute: usize,
        candidates: &[(usize, usize)],
        asked: impl Fn(usize) -> bool,
    ) -> Vec<Looked> {
        let rules: Vec<usize> = candidates.iter().map(|(_, rule)| *rule).collect();
        let cover = Cover::of(self, attribute, &rules);
        let steps = STEPS.min(ALL_STEPS / rules.len().max(1));
        let mut better = Bits::none(self.cells.len());
        let mut before = 0;
        let mut looked = Vec::with_capacity(rules.len());
        for equal in candidates.chunk_by(|(one, _), (other, _)| one == other) {
            for (_, rule) in equal.iter().filter(|(_, rule)| asked(*rule)) {
                let covered =
                    cover.as_ref().map_or(Covered::Open, |cover| cover.covered(*rule, &better, steps));
                looked.push((before, *rule, covered));
            }
            equal.iter().for_each(|(_, rule)| better.put(*rule));
            before += equal.len();
        }
        looked
    }

    // What looking left open is asked of the solver, which is told of all better rules.
    fn settle_looked(
        &mut self,
        attribute: usize,
        candidates: &[(usize, usize)],
        looked: Vec<Looked>,
    ) -> Vec<(usize, Answer)> {
        if looked.iter().any(|(_, _, covered)| *covered == Covered::Open) {
            self.wake();
        }
        // Under this literal no rule that was told of wins.
        let mut none_better: Option<Lit> = None;
        let mut told = 0;
        let mut answers = Vec::with_capacity(looked.len());
        for (before, rule, covered) in looked {
            let answer = match covered {
                Covered::Partly => Answer::Yes,
                Covered::Whole => Answer::No,
                Covered::Open => {
                    let none_better = *none_better.get_or_insert_with(|| self.solver.follower());
                    for (_, better) in candidates.get(told..before).unwrap_or_default() {
                        let beaters = self.beaters(attribute, *better);
                        self.stands_back_under(none_better, HERE, *better, &beaters);
                    }
                    told = before;
                    let mut question: Vec<Lit> = vec![none_better];
                    question.extend(self.unbeaten(HERE, attribute, rule));
                    self.solver.ask(&question)
                }
            };
            answers.push((rule, answer));
        }
        if let Some(none_better) = none_better {
            self.solver.clause([!none_better]);
        }
        answers
    }
}
