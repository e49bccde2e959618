//! The boxes of a drawing: a step, a question, a beginning, an end.
//! Must never be smaller than its words.

use crate::compile::FlowStep;

use super::measure::{LINE, height, wrap};

/// A box of a drawing.
pub(in crate::render) struct Shape {
    /// The form of its outline.
    pub(in crate::render) form: Form,
    /// The centre.
    pub(in crate::render) centre: (f64, f64),
    /// The width of the outline.
    pub(in crate::render) width: f64,
    /// The height of the outline.
    pub(in crate::render) height: f64,
    /// The number of the step.
    pub(in crate::render) number: Option<usize>,
    /// What is done or asked.
    pub(in crate::render) lines: Vec<String>,
    /// Who does it, if it is not the reader.
    pub(in crate::render) who: Vec<String>,
    /// Whether the reader does it.
    pub(in crate::render) mine: bool,
}

/// The form of an outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Form {
    /// A dot: here it begins.
    Start,
    /// A rectangle: something is done.
    Step,
    /// A diamond: something is asked.
    Question,
    /// Round sides: here it ends.
    End,
}

const STEP_WIDTH: f64 = 196.0;
const QUESTION_WIDTH: f64 = 150.0;

impl Shape {
    /// The dot where the procedure begins.
    pub(super) fn start() -> Self {
        Shape::of(Form::Start, Vec::new(), 14.0, 14.0)
    }

    /// The box of a step or a question.
    pub(super) fn step(step: &FlowStep) -> Self {
        let most = if step.question { QUESTION_WIDTH } else { STEP_WIDTH };
        let (lines, words) = wrap(&step.title, most);
        // Whoever reads knows who they are: the outline says that the step is theirs.
        let who = step.who.as_deref().filter(|_| !step.mine).unwrap_or_default();
        let (who, others) = wrap(who, most);
        let text = (words.max(others), height(lines.len() + who.len()));
        let (width, height) = if step.question { diamond(&text) } else { (text.0 + 30.0, text.1 + 18.0) };
        let shape = Shape::of(if step.question { Form::Question } else { Form::Step }, lines, width, height);
        Shape { number: Some(step.number), who, mine: step.mine, ..shape }
    }

    /// The box in which a procedure ends.
    pub(super) fn end(words: &str) -> Self {
        let (lines, width) = wrap(words, STEP_WIDTH);
        let high = height(lines.len());
        Shape::of(Form::End, lines, width + 40.0, high + 16.0)
    }

    /// How far the outline is from the middle, so much above or below the centre.
    pub(super) fn reach(&self, down: f64) -> f64 {
        let half = self.width / 2.0;
        if self.form == Form::Question {
            half * (1.0 - down.abs() / (self.height / 2.0)).max(0.0)
        } else {
            half
        }
    }

    fn of(form: Form, lines: Vec<String>, width: f64, height: f64) -> Self {
        let centre = (0.0, 0.0);
        Shape { form, centre, width, height, number: None, lines, who: Vec::new(), mine: false }
    }
}

// The flattest diamond of a fair width in which the block of text has its corners inside.
fn diamond((width, high): &(f64, f64)) -> (f64, f64) {
    let wide = (width * 1.75).max(150.0);
    (wide, ((high + LINE / 3.0) / (1.0 - width / wide)).max(70.0))
}
