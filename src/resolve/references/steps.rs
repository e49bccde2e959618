//! References inside procedures and escalations: steps, roles, scripts, links. Must never judge the graph.

use super::Checker;
use crate::resolve::Project;
use crate::resolve::names::ids;

pub(super) fn check(project: &Project, checker: &mut Checker<'_>) {
    let names = checker.names;
    for procedure in &project.procedures {
        checker.role(procedure.owner.get());
        let Some(steps) = procedure.steps.value() else { continue };
        let known = ids(steps);
        for step in steps {
            checker.role(&step.who);
            checker.role(step.hand_over.get());
            checker.script(&step.say);
            for link in &step.uses {
                checker.expect("link", "links", &names.links, link);
            }
            let answers = step.answers.value().into_iter().flatten();
            let answers =
                answers.map(|answer| crate::source::Spanned::new(answer.value.clone(), answer.span));
            let follows = [step.yes.get(), step.no.get(), step.next.get()];
            for target in follows.into_iter().flatten().chain(&step.at_once) {
                checker.expect("step", "steps", &known, target);
            }
            for target in answers {
                checker.expect("step", "steps", &known, &target);
            }
        }
        for promise in procedure.promise.value().into_iter().flatten() {
            let measure = crate::source::Spanned::new(promise.id.clone(), promise.id_span);
            checker.expect("measure", "measures", &names.measures, &measure);
        }
    }
    for escalation in &project.escalations {
        for level in &escalation.levels {
            checker.role(level.to.get());
        }
    }
}
