//! Where the elements of a diagram stand and how its ways run: boxes one below the other, an end beside its step, and
//! every other way in a lane of its own. Must never lead a way across a box or a label.

use std::collections::BTreeMap;

use super::super::shapes::{Bounds, Point};
use super::{Drawn, Way};

/// The width of a box, and the space between rows.
const BOX: usize = 260;
const GAP: usize = 50;
/// The width of the label of a question, and of the label of an answer or an end.
const LABEL: usize = 170;
const ANSWER: usize = 110;
/// The height of a line of a label, and how many letters fit into a line of a box and of a label.
const LINE: usize = 14;
const LETTERS: usize = 34;
const LABEL_LETTERS: usize = 24;
const ANSWER_LETTERS: usize = 15;
/// How far an end stands from the middle of the column.
const BESIDE: usize = BOX / 2 + 60;
/// The space between two lanes.
const LANE: usize = 14;

/// The place of everything in a diagram.
#[derive(Debug)]
pub(super) struct Layout {
    /// The elements.
    pub(super) shapes: Vec<Bounds>,
    /// The words beside elements that have no room for them.
    pub(super) labels: Vec<Option<Bounds>>,
    /// The ways, each with the place of its answer.
    pub(super) ways: Vec<(Vec<Point>, Option<Bounds>)>,
}

/// An element while it is placed.
#[derive(Debug, Clone, Copy, Default)]
struct Spot {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    /// The place in the column; none beside it.
    row: Option<usize>,
    /// Where the row begins.
    top: usize,
}

impl Layout {
    pub(super) fn of(drawn: &Drawn) -> Layout {
        let beside = beside(drawn);
        let column: Vec<usize> = drawn.order.iter().copied().filter(|at| !beside.contains_key(at)).collect();
        let lefts = drawn.ways.iter().filter(|way| drawn.is_back(way)).count();
        let middle = 20 + BOX / 2 + LABEL / 2 + LANE * (lefts + 1);
        let mut spots = vec![Spot::default(); drawn.elements.len()];
        let mut top = 40;
        for (row, at) in column.iter().enumerate() {
            let ends = beside.iter().filter(|(_, from)| *from == at).map(|(end, _)| *end);
            let height = std::iter::once(*at).chain(ends).map(|at| drawn.room(at)).max().unwrap_or(50);
            let (width, own) = drawn.size(*at);
            if let Some(spot) = spots.get_mut(*at) {
                *spot = Spot { x: middle, y: top + height / 2, width, height: own, row: Some(row), top };
            }
            top += height + GAP;
        }
        for (end, from) in &beside {
            let Some(from) = spots.get(*from).copied() else { continue };
            if let Some(spot) = spots.get_mut(*end) {
                *spot =
                    Spot { x: middle + BESIDE, y: from.y, width: 36, height: 36, row: None, top: from.top };
            }
        }
        let labels = (0..drawn.elements.len()).map(|at| drawn.label(at, spots.get(at)?)).collect();
        let right = if beside.is_empty() { middle + BOX / 2 + 30 } else { middle + BESIDE + ANSWER / 2 + 20 };
        let ways = Ways { drawn, spots: &spots, middle, right, left: middle - BOX / 2 - LABEL / 2 };
        let ways = ways.all();
        let shape =
            |spot: &Spot| [spot.x - spot.width / 2, spot.y - spot.height / 2, spot.width, spot.height];
        Layout { shapes: spots.iter().map(shape).collect(), labels, ways }
    }
}

/// The ends that stand beside the one element that leads to them, which then leads nowhere else.
fn beside(drawn: &Drawn) -> BTreeMap<usize, usize> {
    let ends = drawn.elements.iter().enumerate().filter(|(_, element)| element.kind == "endEvent");
    let beside = ends.filter_map(|(end, _)| {
        let mut into = drawn.ways.iter().filter(|way| way.to == end);
        let from = into.next()?.from;
        let alone = into.next().is_none() && drawn.ways.iter().filter(|way| way.from == from).count() == 1;
        alone.then_some((end, from))
    });
    beside.collect()
}

impl Drawn {
    /// The width and height of an element.
    fn size(&self, at: usize) -> (usize, usize) {
        let Some(element) = self.elements.get(at) else { return (50, 50) };
        match element.kind {
            // The sign of a person stands in the corner above the words.
            "userTask" => (BOX, (16 * lines(&element.name, LETTERS) + 48).max(80)),
            "startEvent" | "endEvent" => (36, 36),
            _ => (50, 50),
        }
    }

    /// The height of the row that an element needs with its words.
    fn room(&self, at: usize) -> usize {
        let Some(element) = self.elements.get(at) else { return 50 };
        let (_, own) = self.size(at);
        match element.kind {
            "userTask" => own,
            "endEvent" => own + 2 * (6 + LINE * lines(&element.name, ANSWER_LETTERS)),
            _ => own.max(2 * (LINE * lines(&element.name, LABEL_LETTERS) + 6)),
        }
    }

    /// The place of the words of an element: left of the line that comes from above, or below an end.
    fn label(&self, at: usize, spot: &Spot) -> Option<Bounds> {
        let element = self.elements.get(at).filter(|element| !element.name.is_empty())?;
        match element.kind {
            "userTask" => None,
            "endEvent" => {
                let height = LINE * lines(&element.name, ANSWER_LETTERS);
                Some([spot.x - ANSWER / 2, spot.y + spot.height / 2 + 4, ANSWER, height])
            }
            _ => {
                let height = LINE * lines(&element.name, LABEL_LETTERS);
                // Viewers make labels at least that wide, and keep their middle.
                let width = (8 * element.name.chars().count()).clamp(90, LABEL);
                Some([spot.x - spot.width / 2 - 2 - width, spot.y - 6 - height, width, height])
            }
        }
    }

    /// Whether a way leads back up the column.
    fn is_back(&self, way: &Way) -> bool {
        let place = |at: usize| self.order.iter().position(|other| *other == at);
        place(way.to) <= place(way.from)
    }
}

/// How many lines a text takes, broken between words.
fn lines(text: &str, letters: usize) -> usize {
    let (mut lines, mut used) = (0, letters);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used + 1 + length > letters {
            // A word that is longer than a line is broken too.
            lines += length.div_ceil(letters).max(1);
            used = length % (letters + 1);
        } else {
            used += 1 + length;
        }
    }
    lines
}

/// The ways while they are laid.
struct Ways<'d> {
    drawn: &'d Drawn,
    spots: &'d [Spot],
    middle: usize,
    right: usize,
    left: usize,
}

/// A way that does not lead to the next row.
struct Jump {
    number: usize,
    back: bool,
    leaves: usize,
    enters: usize,
}

impl Ways<'_> {
    fn all(&self) -> Vec<(Vec<Point>, Option<Bounds>)> {
        let mut found: Vec<(Vec<Point>, Option<Bounds>)> = vec![(Vec::new(), None); self.drawn.ways.len()];
        let mut jumps = Vec::new();
        for (number, way) in self.drawn.ways.iter().enumerate() {
            let Some((from, to)) = self.ends(way) else { continue };
            if let Some(place) = found.get_mut(number) {
                match straight(&from, &to) {
                    Some(points) => {
                        let at = [self.middle + 6, from.y + from.height / 2 + 2];
                        *place = (
                            points,
                            answer(&way.answer).map(|[width, height]| [at[0], at[1], width, height]),
                        );
                    }
                    None => {
                        let back = from.row >= to.row;
                        jumps.push(Jump {
                            number,
                            back,
                            leaves: from.y,
                            enters: entry(self.kind(way.to), &to, back),
                        });
                    }
                }
            }
        }
        // Short ways keep to the inside, so that they cross as few others as can be.
        jumps.sort_by_key(|jump| (jump.leaves.abs_diff(jump.enters), jump.number));
        let mut lanes: BTreeMap<bool, Vec<Vec<(usize, usize)>>> = BTreeMap::new();
        for jump in &jumps {
            let lane = free(
                lanes.entry(jump.back).or_default(),
                jump.leaves.min(jump.enters),
                jump.leaves.max(jump.enters),
            );
            let x = if jump.back {
                self.left.saturating_sub(LANE * (lane + 1))
            } else {
                self.right + LANE * lane
            };
            let laid = self.laid(jump, x, &jumps);
            if let (Some(laid), Some(place)) = (laid, found.get_mut(jump.number)) {
                *place = laid;
            }
        }
        found
    }

    fn kind(&self, at: usize) -> &'static str {
        self.drawn.elements.get(at).map_or("", |element| element.kind)
    }

    fn ends(&self, way: &Way) -> Option<(Spot, Spot)> {
        Some((*self.spots.get(way.from)?, *self.spots.get(way.to)?))
    }

    /// The points of a way in its lane, and the place of its answer.
    fn laid(&self, jump: &Jump, x: usize, jumps: &[Jump]) -> Option<(Vec<Point>, Option<Bounds>)> {
        let way = self.drawn.ways.get(jump.number)?;
        let (from, to) = self.ends(way)?;
        let side = |half: usize| if jump.back { self.middle - half } else { self.middle + half };
        let mut points = vec![(side(from.width / 2), jump.leaves), (x, jump.leaves), (x, jump.enters)];
        match self.kind(way.to) {
            "userTask" | "endEvent" => points.push((side(to.width / 2), jump.enters)),
            // Into the top, for the sides are where ways leave.
            _ => points.extend([(self.middle, jump.enters), (self.middle, to.y - to.height / 2)]),
        }
        let twins = |other: &&Jump| {
            other.back == jump.back
                && self.drawn.ways.get(other.number).is_some_and(|other| other.from == way.from)
        };
        let others = jumps.iter().filter(twins).filter(|other| other.number < jump.number).count();
        let several = jumps.iter().filter(twins).count() > 1;
        let label = answer(&way.answer).map(|[width, height]| match (jump.back, several) {
            (false, false) => [self.middle + 31, jump.leaves - 4 - height, width, height],
            // Where several ways leave at one corner, their answers stand where they arrive.
            (false, true) => {
                [self.middle + BOX / 2 + 6 + others * 4, jump.enters - 3 - height, width, height]
            }
            (true, _) => [self.middle - 31 - width, jump.leaves + 4 + LINE * others, width, height],
        });
        Some((points, label))
    }
}

/// The way to the next row, or to an end beside.
fn straight(from: &Spot, to: &Spot) -> Option<Vec<Point>> {
    match (from.row, to.row) {
        (Some(_), None) => Some(vec![(from.x + from.width / 2, from.y), (to.x - to.width / 2, to.y)]),
        (Some(row), Some(next)) if next == row + 1 => {
            Some(vec![(from.x, from.y + from.height / 2), (to.x, to.y - to.height / 2)])
        }
        _ => None,
    }
}

/// The height at which a way enters: near a corner of a box, where an end beside it is not met, and above anything else.
fn entry(kind: &str, to: &Spot, back: bool) -> usize {
    match kind {
        "userTask" if back => to.y + to.height / 2 - 12,
        "userTask" => to.y - to.height / 2 + 12,
        "endEvent" => to.y,
        _ => to.top.saturating_sub(GAP / 2),
    }
}

/// The size of an answer beside its way.
fn answer(words: &str) -> Option<[usize; 2]> {
    (!words.is_empty()).then(|| {
        let width = (7 * words.chars().count() + 6).min(ANSWER);
        [width, LINE * lines(words, ANSWER_LETTERS)]
    })
}

/// The first lane that is free between two heights, taken.
fn free(lanes: &mut Vec<Vec<(usize, usize)>>, from: usize, to: usize) -> usize {
    let is_free =
        |lane: &Vec<(usize, usize)>| lane.iter().all(|(first, last)| to + 8 < *first || last + 8 < from);
    let at = lanes.iter().position(is_free).unwrap_or(lanes.len());
    match lanes.get_mut(at) {
        Some(lane) => lane.push((from, to)),
        None => lanes.push(vec![(from, to)]),
    }
    at
}
