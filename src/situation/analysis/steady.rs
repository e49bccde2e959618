//! Whether anything falls at all along a dimension that rises: one question for each value instead of one for each pair
//! of rules. Must never say so where a question stayed open.

use super::{Analysis, Answer, HERE};
use crate::situation::solver::Lit;

/// Below so many candidates the pairs are quicker.
const FEW: usize = 4;

impl Analysis<'_> {
    /// Whether it is proved that no higher value of the dimension fares worse. Values without an order prove nothing
    /// here, nor do few candidates.
    pub(super) fn is_steady(&mut self, attribute: usize, dimension: usize) -> bool {
        let questions = self.questions_of_falling(attribute, dimension);
        questions.is_some_and(|all| all.iter().all(|question| self.solver.ask(question) == Answer::No))
    }

    /// Questions one of which has an answer wherever a higher value of the dimension fares worse: for each value but
    /// the worst, whether it or a better one counts below, and only worse ones above. None where two values have no
    /// order, and where the candidates are few.
    pub(super) fn questions_of_falling(
        &mut self,
        attribute: usize,
        dimension: usize,
    ) -> Option<Vec<Vec<Lit>>> {
        let ranks = self.table.attributes.get(attribute)?.ranks()?;
        let possible = self.table.candidates(attribute).filter(|(rule, _)| self.is_possible(*rule));
        let mut rules: Vec<(usize, usize)> =
            possible.filter_map(|(rule, value)| Some((*ranks.get(value)?, rule))).collect();
        if rules.len() < FEW {
            return None;
        }
        rules.sort_unstable();
        let (side, higher) = self.beside(dimension);
        let groups: Vec<&[(usize, usize)]> = rules.chunk_by(|(one, _), (other, _)| one == other).collect();
        let worse = self.somewhere_from(side, attribute, &groups);
        let mut questions = Vec::with_capacity(groups.len());
        // Some rule with this value or a better one is not beaten below; and above none of them is, where that counts.
        let (mut good, mut none_good): (Option<Lit>, Option<Lit>) = (None, None);
        for (group, worse) in groups.iter().zip(worse.into_iter().skip(1)) {
            let here: Vec<Lit> =
                group.iter().map(|(_, rule)| self.stands(HERE, attribute, *rule)).chain(good).collect();
            let any = self.any_of(here);
            good = Some(any);
            let mut question = vec![any, worse, higher];
            if self.is_strictest(attribute) {
                let none = self.solver.variable();
                let before = none_good.replace(none);
                let backs: Vec<Lit> =
                    group.iter().map(|(_, rule)| self.stands_back(side, attribute, *rule)).collect();
                backs.into_iter().chain(before).for_each(|back| self.solver.clause([!none, back]));
                question.push(none);
            }
            questions.push(question);
        }
        Some(questions)
    }

    // For every group a literal under which some rule of it or of a later one is not beaten.
    fn somewhere_from(&mut self, side: usize, attribute: usize, groups: &[&[(usize, usize)]]) -> Vec<Lit> {
        let mut found = Vec::with_capacity(groups.len());
        let mut later = None;
        for group in groups.iter().rev() {
            let some: Vec<Lit> =
                group.iter().map(|(_, rule)| self.stands(side, attribute, *rule)).chain(later).collect();
            let any = self.any_of(some);
            later = Some(any);
            found.push(any);
        }
        found.reverse();
        found
    }

    // A literal under which one of these is true.
    fn any_of(&mut self, literals: Vec<Lit>) -> Lit {
        let any = self.solver.variable();
        self.solver.clause(literals.into_iter().chain([!any]));
        any
    }

    // A literal under which a rule holds and is not beaten.
    fn stands(&mut self, side: usize, attribute: usize, rule: usize) -> Lit {
        let stands = self.solver.variable();
        for literal in self.unbeaten(side, attribute, rule) {
            self.solver.clause([!stands, literal]);
        }
        stands
    }
}
