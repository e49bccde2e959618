//! A procedure -> boxes and arrows with places on a drawing area, for every format that can draw. The boxes stand
//! one below the other in reading order, narrow enough for a phone; what skips or returns runs in lanes beside them.
//! Must never know a format: no colours, no markup.

mod lanes;
mod measure;
mod shape;

use std::collections::BTreeMap;

use crate::compile::Flow;

pub(super) use measure::LINE;
pub(super) use shape::{Form, Shape};

use lanes::rails;
use measure::{height, wrap};

/// A drawing of a procedure.
pub(super) struct Chart {
    /// The width of the area.
    pub(super) width: f64,
    /// The bands from top to bottom, each with its upper and lower edge: a sheet of paper may end between two.
    pub(super) bands: Vec<(f64, f64)>,
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

// More boxes than these are no picture any more.
const MOST_STEPS: usize = 60;
const MARGIN: f64 = 14.0;
const GAP: f64 = 30.0;
const ANSWER_WIDTH: f64 = 100.0;

/// Draws a procedure; nothing when it is empty, or too large to be seen as a whole.
pub(super) fn chart(flow: &Flow) -> Option<Chart> {
    if flow.steps.is_empty() || flow.steps.len() > MOST_STEPS {
        return None;
    }
    let mut plan = Plan { shapes: vec![Shape::start()], ways: vec![Way::new(0, 1, None)] };
    let mut rows = Vec::new();
    for step in &flow.steps {
        let row = plan.shapes.len();
        rows.push((step, row));
        plan.shapes.push(Shape::step(step));
        if let Some(end) = &step.end {
            plan.shapes.push(Shape::end(end));
            plan.ways.push(Way::new(row, row + 1, None));
        }
    }
    let by_anchor: BTreeMap<&str, usize> =
        rows.iter().map(|(step, row)| (step.anchor.as_str(), *row)).collect();
    for (step, row) in &rows {
        for branch in &step.next {
            if let Some(to) = by_anchor.get(branch.anchor.as_str()) {
                plan.add(Way::new(*row, *to, branch.answer.as_deref()));
            }
        }
    }
    Some(plan.lay_out())
}

struct Plan {
    shapes: Vec<Shape>,
    ways: Vec<Way>,
}

/// A way from one row to another.
struct Way {
    from: usize,
    to: usize,
    lines: Vec<String>,
    width: f64,
    course: Course,
}

/// Where a way runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    /// Down to the next row.
    Straight,
    /// In a lane beside the boxes.
    Beside(Side),
}

/// A side of the boxes: ways that skip run on the right, ways that return on the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl Way {
    fn new(from: usize, to: usize, answer: Option<&str>) -> Self {
        let (lines, width) = answer.map(|words| wrap(words, ANSWER_WIDTH)).unwrap_or_default();
        // Answers are set in bold letters.
        Way { from, to, lines, width: width * 1.1, course: Course::Straight }
    }

    // A label with its centre at a place.
    fn label(&self, centre: (f64, f64)) -> Option<Label> {
        (!self.lines.is_empty()).then(|| Label { centre, width: self.width, lines: self.lines.clone() })
    }
}

impl Plan {
    fn add(&mut self, mut way: Way) {
        let taken = self.ways.iter().any(|other| other.from == way.from && other.course == Course::Straight);
        if way.to != way.from + 1 || taken {
            way.course = Course::Beside(if way.to > way.from { Side::Right } else { Side::Left });
        }
        self.ways.push(way);
    }

    fn lay_out(mut self) -> Chart {
        lanes::make_room(&mut self.shapes, &self.ways);
        self.stack();
        let mut arrows = self.straight();
        for side in [Side::Left, Side::Right] {
            arrows.extend(rails(&self.shapes, &self.ways, side));
        }
        let mut chart = Chart { width: 0.0, bands: Vec::new(), shapes: self.shapes, arrows };
        chart.fit();
        chart
    }

    // One box below the other, with room for the answer between them.
    fn stack(&mut self) {
        let mut top = 0.0;
        for (row, shape) in self.shapes.iter_mut().enumerate() {
            let above = self.ways.iter().find(|way| way.to == row && way.course == Course::Straight);
            let words = above.map(|way| height(way.lines.len())).unwrap_or_default();
            top += if row == 0 { 0.0 } else { GAP + words };
            shape.centre = (0.0, top + shape.height / 2.0);
            top += shape.height;
        }
    }

    fn straight(&self) -> Vec<Arrow> {
        let found = self.ways.iter().filter(|way| way.course == Course::Straight);
        let arrow = |way: &Way| {
            let (from, to) = (self.shapes.get(way.from)?, self.shapes.get(way.to)?);
            let (start, end) = (from.centre.1 + from.height / 2.0, to.centre.1 - to.height / 2.0);
            let label = way.label((0.0, (start + end) / 2.0 - 4.0));
            Some(Arrow { points: vec![(0.0, start), (0.0, end)], label })
        };
        found.filter_map(arrow).collect()
    }
}

impl Chart {
    // Measures the area and moves everything into it.
    fn fit(&mut self) {
        let corners = self.shapes.iter().flat_map(|shape| around(shape.centre, shape.width, shape.height));
        let labels = self.arrows.iter().filter_map(|arrow| arrow.label.as_ref());
        let labels = labels.flat_map(|label| around(label.centre, label.width, height(label.lines.len())));
        let all =
            corners.chain(labels).chain(self.arrows.iter().flat_map(|arrow| arrow.points.iter().copied()));
        let (mut left, mut top, mut right, mut bottom) = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
        for (x, y) in all {
            (left, top, right, bottom) = (left.min(x), top.min(y), right.max(x), bottom.max(y));
        }
        let shift = |(x, y): (f64, f64)| (x + MARGIN - left, y + MARGIN - top);
        self.shapes.iter_mut().for_each(|shape| shape.centre = shift(shape.centre));
        for arrow in &mut self.arrows {
            arrow.points.iter_mut().for_each(|point| *point = shift(*point));
            if let Some(label) = &mut arrow.label {
                label.centre = shift(label.centre);
            }
        }
        self.width = (right - left + 2.0 * MARGIN).ceil();
        self.cut((bottom - top + 2.0 * MARGIN).ceil());
    }

    // A band is a box with what belongs to it: the beginning with the first step, an end with its step.
    fn cut(&mut self, bottom: f64) {
        let next = self.shapes.iter().skip(1);
        let apart = self
            .shapes
            .iter()
            .zip(next)
            .filter(|(shape, next)| shape.form != Form::Start && next.form != Form::End);
        let below = |shape: &Shape| (shape.centre.1 + shape.height / 2.0 + 6.0).round();
        let mut top = 0.0;
        for edge in apart.map(|(shape, _)| below(shape)).chain([bottom]) {
            self.bands.push((top, edge));
            top = edge;
        }
    }
}

fn around((x, y): (f64, f64), width: f64, height: f64) -> [(f64, f64); 2] {
    [(x - width / 2.0, y - height / 2.0), (x + width / 2.0, y + height / 2.0)]
}
