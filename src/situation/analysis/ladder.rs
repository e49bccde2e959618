//! Which rules win an attribute of which the best value counts: one sweep from the best value down, instead of a
//! question about every better rule for each. Must never be taken where some values have no order.

use super::{Analysis, Answer, HERE};
use crate::situation::solver::Lit;

/// Below so many candidates questions one by one are quicker.
const FEW: usize = 4;

/// Above so many candidates none of them is looked at alone.
const MANY: usize = 500;

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
        self.wake();
        // Under this literal no rule that was asked about before wins.
        let none_better = self.solver.follower();
        let mut answers = Vec::with_capacity(candidates.len());
        for equal in candidates.chunk_by(|(one, _), (other, _)| one == other) {
            for (_, rule) in equal.iter().filter(|(_, rule)| asked(*rule)) {
                if self.wins_at_corner(attribute, *rule, candidates.len()) {
                    answers.push((*rule, Answer::Yes));
                    continue;
                }
                let mut question: Vec<Lit> = vec![none_better];
                question.extend(self.unbeaten(HERE, attribute, *rule));
                answers.push((*rule, self.solver.ask(&question)));
            }
            for (_, rule) in equal {
                let beaters = self.beaters(attribute, *rule);
                self.stands_back_under(none_better, HERE, *rule, &beaters);
            }
        }
        self.solver.clause([!none_better]);
        Some(answers)
    }

    // Whether a rule wins at its smallest corner; among very many a look at all others costs more than a question.
    fn wins_at_corner(&self, attribute: usize, rule: usize, candidates: usize) -> bool {
        let corner = self.corner(&[rule]).filter(|corner| candidates <= MANY && self.is_situation(corner));
        corner.is_some_and(|corner| self.wins_at(attribute, rule, &corner))
    }
}
