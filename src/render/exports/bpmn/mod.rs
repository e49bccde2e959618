//! Procedures as diagrams of BPMN 2.0, laid out from top to bottom. Must never draw a way that a procedure does not have.

mod layout;

use layout::Layout;

use super::shapes::{Bounds, bounds, waypoints};
use super::{Export, Matter, Target};
use crate::compile::yes_and_no;
use crate::model::{Procedure, Step};
use crate::render::xml::Xml;
use crate::syntax::decode::{Entries, Entry};

pub(super) const TARGET: Target = Target { id: "bpmn", title: "Procedures (BPMN)", write };

const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const DRAWING: &str = "http://www.omg.org/spec/BPMN/20100524/DI";
const BOUNDS: &str = "http://www.omg.org/spec/DD/20100524/DC";
const LINES: &str = "http://www.omg.org/spec/DD/20100524/DI";

fn write(matter: &Matter<'_>, export: &mut Export) {
    for procedure in &matter.project.procedures {
        let Some(steps) = procedure.steps.value().filter(|steps| !steps.is_empty()) else { continue };
        for step in steps.iter() {
            let name = format!("{}: {}", procedure.id, step.id);
            if step.within.value().is_some() || !step.say.is_empty() || step.record.value().is_some() {
                export.losses.add("Times, scripts and records of these steps are not in the diagram.", name);
            }
        }
        let drawn = Drawn::of(matter, procedure, steps, export);
        export.file(
            &format!("{}.bpmn", procedure.id),
            drawn.file(matter.title(&procedure.title, &procedure.id, matter.project.source_language())),
        );
    }
    export
        .losses
        .say("When a procedure holds is not in its diagram: `policy.json` and the decision tables say it.");
}

/// An element of a diagram: what it is and its words.
struct Element {
    kind: &'static str,
    name: String,
    who: String,
}

/// A way from one element to another.
struct Way {
    from: usize,
    to: usize,
    answer: String,
}

/// A procedure as elements in reading order, and the ways between them.
#[derive(Default)]
struct Drawn {
    elements: Vec<Element>,
    ways: Vec<Way>,
    /// The elements from top to bottom.
    order: Vec<usize>,
}

impl Drawn {
    fn of(
        matter: &Matter<'_>,
        procedure: &Entry<Procedure>,
        steps: &Entries<Step>,
        export: &mut Export,
    ) -> Self {
        let mut drawn = Drawn::default();
        let title = matter.title(&procedure.title, &procedure.id, matter.project.source_language());
        let start = drawn.add("startEvent", title, "");
        // The element at which each step begins, and the one that is left when it is done.
        let places: Vec<(usize, usize)> = steps.iter().map(|step| drawn.step(matter, step)).collect();
        if let Some((first, _)) = places.first() {
            drawn.way(start, *first, "");
        }
        let [yes, no] = yes_and_no(matter.project.source_language());
        let place =
            |id: &str| steps.iter().position(|step| step.id == id).and_then(|at| places.get(at)).copied();
        for (step, (_, from)) in steps.iter().zip(&places) {
            let answers = step.answers.value().into_iter().flat_map(|answers| answers.iter());
            let answers = answers.map(|answer| (answer.id.as_str(), &answer.value));
            let fixed = [(yes.as_str(), step.yes.value()), (no.as_str(), step.no.value())];
            let fixed = fixed.into_iter().filter_map(|(answer, to)| Some((answer, to?)));
            for (answer, to) in fixed.chain(answers) {
                if let Some((to, _)) = place(to) {
                    drawn.way(*from, to, answer);
                }
            }
            if step.at_once.is_empty() {
                if let Some((next, _)) = step.next.value().and_then(|next| place(next)) {
                    drawn.way(*from, next, "");
                }
            } else if !drawn.side_by_side(step, steps, *from, &place) {
                let reason =
                    "These steps are done at the same time; where they meet again could not be drawn.";
                export.losses.add(reason, format!("{}: {}", procedure.id, step.id));
            }
            if let Some(end) = step.end.value() {
                let end = drawn.add_at(drawn.place(*from) + 1, "endEvent", end, "");
                drawn.way(*from, end, "");
            }
        }
        drawn
    }

    /// The elements of a step: a task, a question, or a task with the question that follows.
    fn step(&mut self, matter: &Matter<'_>, step: &Entry<Step>) -> (usize, usize) {
        let language = matter.project.source_language();
        let who: Vec<&str> = step
            .who
            .iter()
            .map(|role| {
                matter
                    .project
                    .roles
                    .find(&role.value)
                    .map_or(role.value.as_str(), |found| matter.title(&found.title, &found.id, language))
            })
            .collect();
        let who = who.join(", ");
        let question = step.question.value().map(|question| matter.text(question));
        let act = step.act.value().or(step.tell.value()).map(|act| matter.text(act));
        let task = match (act, question) {
            (None, Some(_)) => None,
            (act, _) => Some(self.add("userTask", act.unwrap_or(&step.id), &who)),
        };
        let question = question.map(|question| self.add("exclusiveGateway", question, &who));
        match (task, question) {
            (Some(task), Some(question)) => {
                self.way(task, question, "");
                (task, question)
            }
            (one, other) => {
                let only = one.or(other).unwrap_or_default();
                (only, only)
            }
        }
    }

    /// Steps that are done at the same time, from where they part to where they meet; whether all of them do.
    fn side_by_side(
        &mut self,
        step: &Entry<Step>,
        steps: &Entries<Step>,
        from: usize,
        place: &dyn Fn(&str) -> Option<(usize, usize)>,
    ) -> bool {
        let part = self.add_at(self.place(from) + 1, "parallelGateway", "", "");
        self.way(from, part, "");
        let mut last = Vec::new();
        for target in &step.at_once {
            if let Some((first, _)) = place(&target.value) {
                self.way(part, first, "");
            }
            // A branch goes on step by step until one leads nowhere.
            let mut at = steps.find(&target.value);
            for _ in 0..steps.len() {
                match at.and_then(|step| step.next.value()) {
                    Some(next) => at = steps.find(next),
                    None => break,
                }
            }
            let open = at.filter(|step| {
                step.end.value().is_none() && step.question.value().is_none() && step.next.value().is_none()
            });
            last.extend(open.and_then(|step| place(&step.id)));
        }
        let Some((next, _)) = step.next.value().and_then(|next| place(next)) else { return true };
        let meet = self.add_at(self.place(next), "parallelGateway", "", "");
        last.iter().for_each(|(_, done)| self.way(*done, meet, ""));
        self.way(meet, next, "");
        last.len() == step.at_once.len()
    }

    fn add(&mut self, kind: &'static str, name: &str, who: &str) -> usize {
        self.add_at(self.order.len(), kind, name, who)
    }

    /// Adds an element at a place from the top.
    fn add_at(&mut self, place: usize, kind: &'static str, name: &str, who: &str) -> usize {
        let at = self.elements.len();
        self.elements.push(Element { kind, name: name.to_owned(), who: who.to_owned() });
        self.order.insert(place.min(self.order.len()), at);
        at
    }

    /// The place of an element from the top.
    fn place(&self, element: usize) -> usize {
        self.order.iter().position(|other| *other == element).unwrap_or(self.order.len())
    }

    fn way(&mut self, from: usize, to: usize, answer: &str) {
        self.ways.push(Way { from, to, answer: answer.to_owned() });
    }

    fn file(&self, title: &str) -> Vec<u8> {
        let mut xml = Xml::file();
        let spaces = [
            ("xmlns", MODEL),
            ("xmlns:bpmndi", DRAWING),
            ("xmlns:dc", BOUNDS),
            ("xmlns:di", LINES),
            ("id", "definitions"),
            ("targetNamespace", "https://etalon.example/bpmn"),
            ("exporter", "etalon"),
        ];
        xml.element("definitions", &spaces, |xml| {
            xml.element("process", &[("id", "process"), ("name", title), ("isExecutable", "false")], |xml| {
                self.elements.iter().enumerate().for_each(|(at, element)| self.element(xml, at, element));
                for (at, way) in self.ways.iter().enumerate() {
                    let (id, from, to) = (way_id(at), element_id(way.from), element_id(way.to));
                    let ends = [("id", id.as_str()), ("sourceRef", &from), ("targetRef", &to)];
                    let named = [ends.as_slice(), &[("name", way.answer.as_str())]].concat();
                    xml.empty("sequenceFlow", if way.answer.is_empty() { &ends } else { &named });
                }
            });
            xml.element("bpmndi:BPMNDiagram", &[("id", "diagram")], |xml| {
                xml.element("bpmndi:BPMNPlane", &[("id", "plane"), ("bpmnElement", "process")], |xml| {
                    self.drawing(xml)
                });
            });
        });
        xml.bytes()
    }

    fn element(&self, xml: &mut Xml, at: usize, element: &Element) {
        let id = element_id(at);
        let named = [("id", id.as_str()), ("name", element.name.as_str())];
        let attributes = named.get(..if element.name.is_empty() { 1 } else { 2 }).unwrap_or_default();
        xml.element(element.kind, attributes, |xml| {
            if !element.who.is_empty() {
                xml.leaf("documentation", &[], &element.who);
            }
            for (number, _) in self.ways.iter().enumerate().filter(|(_, way)| way.to == at) {
                xml.leaf("incoming", &[], &way_id(number));
            }
            for (number, _) in self.ways.iter().enumerate().filter(|(_, way)| way.from == at) {
                xml.leaf("outgoing", &[], &way_id(number));
            }
        });
    }

    fn drawing(&self, xml: &mut Xml) {
        let layout = Layout::of(self);
        for (at, (shape, label)) in layout.shapes.iter().zip(&layout.labels).enumerate() {
            let id = element_id(at);
            let named = [("bpmnElement", id.as_str()), ("id", &format!("{id}_shape"))];
            xml.element("bpmndi:BPMNShape", &named, |xml| {
                bounds(xml, *shape);
                words(xml, *label);
            });
        }
        for (at, (points, label)) in layout.ways.iter().enumerate() {
            let id = way_id(at);
            let named = [("bpmnElement", id.as_str()), ("id", &format!("{id}_edge"))];
            xml.element("bpmndi:BPMNEdge", &named, |xml| {
                waypoints(xml, points.iter().copied());
                words(xml, *label);
            });
        }
    }
}

fn words(xml: &mut Xml, label: Option<Bounds>) {
    if let Some(label) = label {
        xml.element("bpmndi:BPMNLabel", &[], |xml| bounds(xml, label));
    }
}

fn element_id(at: usize) -> String {
    format!("element_{at}")
}

fn way_id(at: usize) -> String {
    format!("way_{at}")
}
