//! A procedure -> boxes and arrows with places on a drawing area, for every format that can draw.
//! Must never know a format: no colours, no markup.

mod measure;
mod shape;

use std::collections::BTreeMap;

use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, layout};

use crate::compile::{Flow, FlowStep};

pub(super) use measure::LINE;
pub(super) use shape::{Form, Shape};

use measure::wrap;

/// A drawing of a procedure.
pub(super) struct Chart {
    /// The width of the area.
    pub(super) width: f64,
    /// The height of the area.
    pub(super) height: f64,
    /// The boxes.
    pub(super) shapes: Vec<Shape>,
    /// The arrows.
    pub(super) arrows: Vec<Arrow>,
}

/// An arrow from one box to another.
pub(super) struct Arrow {
    /// The points that it passes.
    pub(super) points: Vec<(f64, f64)>,
    /// The answer that it stands for.
    pub(super) label: Option<Label>,
}

/// Words beside an arrow.
pub(super) struct Label {
    /// The centre.
    pub(super) centre: (f64, f64),
    /// The width of the words.
    pub(super) width: f64,
    /// The lines of the words.
    pub(super) lines: Vec<String>,
}

// More boxes than these are no picture any more, and the layout would take long.
const MOST_STEPS: usize = 60;
const MARGIN: f64 = 14.0;
const ANSWER_WIDTH: f64 = 110.0;

/// Draws a procedure; nothing when it is too large to be seen at a glance, or empty.
pub(super) fn chart(flow: &Flow) -> Option<Chart> {
    if flow.steps.is_empty() || flow.steps.len() > MOST_STEPS {
        return None;
    }
    let mut plan = Plan::new();
    let start = plan.add_shape(Shape::start());
    let boxes: Vec<usize> = flow.steps.iter().map(|step| plan.add_shape(Shape::step(step))).collect();
    let by_anchor: BTreeMap<&str, usize> =
        flow.steps.iter().zip(&boxes).map(|(step, at)| (step.anchor.as_str(), *at)).collect();
    if let Some(first) = boxes.first() {
        plan.add_arrow(start, *first, None);
    }
    for (step, from) in flow.steps.iter().zip(&boxes) {
        plan.add_ways(step, *from, &by_anchor);
    }
    Some(plan.lay_out())
}

struct Plan {
    graph: Graph<NodeLabel, EdgeLabel>,
    shapes: Vec<Shape>,
    arrows: Vec<Way>,
}

struct Way {
    from: usize,
    to: usize,
    lines: Vec<String>,
    width: f64,
}

impl Plan {
    fn new() -> Self {
        let graph = Graph::with_options(GraphOptions { directed: true, multigraph: true, compound: false });
        Plan { graph, shapes: Vec::new(), arrows: Vec::new() }
    }

    fn add_shape(&mut self, shape: Shape) -> usize {
        let at = self.shapes.len();
        let label = NodeLabel { width: shape.width, height: shape.height, ..NodeLabel::default() };
        self.graph.set_node(at.to_string(), Some(label));
        self.shapes.push(shape);
        at
    }

    fn add_ways(&mut self, step: &FlowStep, from: usize, by_anchor: &BTreeMap<&str, usize>) {
        for branch in &step.next {
            if let Some(to) = by_anchor.get(branch.anchor.as_str()) {
                self.add_arrow(from, *to, branch.answer.as_deref());
            }
        }
        if let Some(end) = &step.end {
            let to = self.add_shape(Shape::end(end));
            self.add_arrow(from, to, None);
        }
    }

    fn add_arrow(&mut self, from: usize, to: usize, answer: Option<&str>) {
        let (lines, width) = answer.map(|words| wrap(words, ANSWER_WIDTH)).unwrap_or_default();
        let mut label = EdgeLabel { labelpos: LabelPos::Center, ..EdgeLabel::default() };
        if !lines.is_empty() {
            label.width = width + 12.0;
            label.height = measure::height(lines.len()) + 6.0;
        }
        // The way in the order of reading stays a straight line.
        label.weight = if to == from + 1 { 4 } else { 1 };
        let name = self.arrows.len().to_string();
        self.graph.set_edge(from.to_string(), to.to_string(), Some(label), Some(&name));
        self.arrows.push(Way { from, to, lines, width });
    }

    fn lay_out(mut self) -> Chart {
        let options = LayoutOptions {
            nodesep: 26.0,
            edgesep: 18.0,
            ranksep: 34.0,
            marginx: MARGIN,
            marginy: MARGIN,
            ..LayoutOptions::default()
        };
        layout(&mut self.graph, Some(options));
        for (at, shape) in self.shapes.iter_mut().enumerate() {
            let place = self.graph.node(&at.to_string()).and_then(|node| node.x.zip(node.y));
            shape.centre = place.unwrap_or_default();
        }
        let arrows = self.arrows.iter().enumerate().map(|(at, way)| self.arrow(at, way)).collect();
        let mut chart = Chart { width: 0.0, height: 0.0, shapes: self.shapes, arrows };
        chart.fit();
        chart
    }

    fn arrow(&self, at: usize, way: &Way) -> Arrow {
        let edge = self.graph.edge(&way.from.to_string(), &way.to.to_string(), Some(&at.to_string()));
        let mut points: Vec<(f64, f64)> =
            edge.map(|edge| edge.points.iter().map(|point| (point.x, point.y)).collect()).unwrap_or_default();
        clip(&mut points, self.shapes.get(way.from), self.shapes.get(way.to));
        let centre = edge.and_then(|edge| edge.x.zip(edge.y)).unwrap_or_default();
        let label =
            (!way.lines.is_empty()).then(|| Label { centre, width: way.width, lines: way.lines.clone() });
        Arrow { points, label }
    }
}

// The layout knows only rectangles, but an arrow has to touch the outline.
fn clip(points: &mut [(f64, f64)], from: Option<&Shape>, to: Option<&Shape>) {
    let second = points.get(1).copied();
    if let (Some(first), Some(shape), Some(second)) = (points.first_mut(), from, second) {
        *first = shape.outline(second);
    }
    let before = points.len().checked_sub(2).and_then(|at| points.get(at)).copied();
    if let (Some(last), Some(shape), Some(before)) = (points.last_mut(), to, before) {
        *last = shape.outline(before);
    }
}

impl Chart {
    // Loops and labels may reach beyond what the layout reports, so the area is measured.
    fn fit(&mut self) {
        let corners = self.shapes.iter().flat_map(|shape| around(shape.centre, shape.width, shape.height));
        let labels = self.arrows.iter().filter_map(|arrow| arrow.label.as_ref());
        let labels =
            labels.flat_map(|label| around(label.centre, label.width, measure::height(label.lines.len())));
        let all =
            corners.chain(labels).chain(self.arrows.iter().flat_map(|arrow| arrow.points.iter().copied()));
        let (mut left, mut top, mut right, mut bottom) = (f64::MAX, f64::MAX, 0.0_f64, 0.0_f64);
        for (x, y) in all {
            (left, top, right, bottom) = (left.min(x), top.min(y), right.max(x), bottom.max(y));
        }
        let (dx, dy) = (MARGIN - left, MARGIN - top);
        let shift = |(x, y): (f64, f64)| (x + dx, y + dy);
        self.shapes.iter_mut().for_each(|shape| shape.centre = shift(shape.centre));
        for arrow in &mut self.arrows {
            arrow.points.iter_mut().for_each(|point| *point = shift(*point));
            if let Some(label) = &mut arrow.label {
                label.centre = shift(label.centre);
            }
        }
        (self.width, self.height) = (right + dx + MARGIN, bottom + dy + MARGIN);
    }
}

fn around((x, y): (f64, f64), width: f64, height: f64) -> [(f64, f64); 2] {
    [(x - width / 2.0, y - height / 2.0), (x + width / 2.0, y + height / 2.0)]
}
