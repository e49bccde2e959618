//! The diagram of what decides what: inputs in a column, beside them the decisions that need them. Must never lead a line
//! across a shape.

use super::super::shapes::{bounds, waypoints};
use crate::render::xml::Xml;

/// The columns: where inputs and decisions begin, and how wide they are.
const INPUTS: usize = 40;
const DECISIONS: usize = 520;
const WIDTH: usize = 220;
/// Where the columns begin: viewers write the name of the diagram above.
const TOP: usize = 120;
/// The space that one decision takes with its gap, and the heights of both kinds.
const ROW: usize = 110;
const DECISION: usize = 80;
const INPUT: usize = 46;

/// The diagram of decisions that each need some of the inputs.
pub(super) fn drawing(xml: &mut Xml, inputs: &[usize], needs: &[Vec<usize>]) {
    let all = ROW * needs.len().max(inputs.len());
    let middle = |at: usize, count: usize| TOP + (2 * at + 1) * all / (2 * count.max(1));
    // An input stands near the decisions that need it, so that lines stay short.
    let mut order: Vec<(usize, usize)> = inputs.iter().map(|input| (mean(*input, needs), *input)).collect();
    order.sort_unstable();
    let order: Vec<usize> = order.into_iter().map(|(_, input)| input).collect();
    xml.element("dmndi:DMNDI", &[], |xml| {
        xml.element("dmndi:DMNDiagram", &[("id", "diagram")], |xml| {
            for (at, input) in order.iter().enumerate() {
                shape(xml, &format!("input_{input}"), (INPUTS, middle(at, order.len())), INPUT);
            }
            for (at, needed) in needs.iter().enumerate() {
                let id = format!("decision_{at}");
                shape(xml, &id, (DECISIONS, middle(at, needs.len())), DECISION);
                let needed: Vec<usize> =
                    order.iter().copied().filter(|input| needed.contains(input)).collect();
                for (number, input) in needed.iter().enumerate() {
                    let users: Vec<usize> = (0..needs.len())
                        .filter(|decision| needs.get(*decision).is_some_and(|needs| needs.contains(input)))
                        .collect();
                    let place =
                        |list: &[usize], of: usize| list.iter().position(|one| *one == of).unwrap_or(0);
                    let from = middle(place(&order, *input), order.len()) - INPUT / 2;
                    let from = from + dock(INPUT, place(&users, at), users.len());
                    let to = middle(at, needs.len()) - DECISION / 2 + dock(DECISION, number, needed.len());
                    line(xml, &format!("{id}_needs_{input}"), from, to);
                }
            }
        });
    });
}

/// The middle of the decisions that need an input, in hundredths.
fn mean(input: usize, needs: &[Vec<usize>]) -> usize {
    let users = needs.iter().enumerate().filter(|(_, needs)| needs.contains(&input)).map(|(at, _)| at);
    let (sum, count) = users.fold((0, 0), |(sum, count), at| (sum + at, count + 1));
    100 * sum / count.max(1)
}

/// Where the line of this number meets a side, so that no two meet it at one point.
fn dock(height: usize, number: usize, count: usize) -> usize {
    height * (number + 1) / (count + 1)
}

fn shape(xml: &mut Xml, of: &str, (x, middle): (usize, usize), height: usize) {
    xml.element("dmndi:DMNShape", &[("dmnElementRef", of), ("id", &format!("{of}_shape"))], |xml| {
        bounds(xml, [x, middle - height / 2, WIDTH, height]);
    });
}

fn line(xml: &mut Xml, requirement: &str, from: usize, to: usize) {
    let attributes = [("id", &*format!("{requirement}_edge")), ("dmnElementRef", requirement)];
    xml.element("dmndi:DMNEdge", &attributes, |xml| {
        waypoints(xml, [(INPUTS + WIDTH, from), (DECISIONS, to)]);
    });
}
