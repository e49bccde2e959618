//! The ways beside the boxes: where each leaves, in which lane it runs, where it arrives.
//! Must never let two ways run over one another in the same lane.

use super::measure::height;
use super::shape::{Form, Shape};
use super::{Arrow, Course, Side, Way};

const ENTRY: f64 = 16.0;
const LANE: f64 = 18.0;
const BESIDE: f64 = 15.0;

/// Makes boxes as high as the ways need that leave and arrive beside them.
pub(super) fn make_room(shapes: &mut [Shape], ways: &[Way]) {
    for (row, shape) in shapes.iter_mut().enumerate() {
        for side in [Side::Left, Side::Right] {
            let needed: f64 = slots(ways, row, side).iter().map(|(_, high)| high).sum();
            let steep = if shape.form == Form::Question { 1.6 } else { 1.0 };
            shape.height = shape.height.max(needed * steep);
        }
    }
}

/// The arrows that run on one side.
pub(super) fn rails(shapes: &[Shape], ways: &[Way], side: Side) -> Vec<Arrow> {
    let sign = if side == Side::Left { -1.0 } else { 1.0 };
    let mut found: Vec<Rail<'_>> = ways.iter().filter_map(|way| rail(shapes, ways, way, side)).collect();
    let widest = shapes.iter().map(|shape| shape.width / 2.0 + BESIDE).fold(0.0, f64::max);
    let words = found.iter().map(|rail| rail.words + rail.way.width + 0.6 * BESIDE).fold(0.0, f64::max);
    assign(&mut found);
    let arrow = |rail: &Rail<'_>| {
        let lane = widest.max(words) + LANE * rail.lane;
        let points = [rail.exit, (lane, rail.exit.1), (lane, rail.entry.1), rail.entry];
        let high = height(rail.way.lines.len());
        let centre = (sign * (rail.words + rail.way.width / 2.0), rail.exit.1 - high / 2.0 - 3.0);
        Arrow { points: points.map(|(x, y)| (sign * x, y)).to_vec(), label: rail.way.label(centre) }
    };
    found.iter().map(arrow).collect()
}

// A way with its ends, as if it were on the right.
struct Rail<'w> {
    way: &'w Way,
    exit: (f64, f64),
    entry: (f64, f64),
    // Where its words begin: clear of the outline, which may be wider where they stand.
    words: f64,
    lane: f64,
}

fn rail<'w>(shapes: &[Shape], ways: &'w [Way], way: &'w Way, side: Side) -> Option<Rail<'w>> {
    if way.course != Course::Beside(side) {
        return None;
    }
    let shape = shapes.get(way.from)?;
    let exit = port(shape, &slots(ways, way.from, side), Some(way));
    let down = exit.1 - shape.centre.1;
    let nearest = 0.0_f64.max(down - height(way.lines.len())).min(down);
    let words = shape.reach(nearest) + BESIDE;
    let entry = port(shapes.get(way.to)?, &slots(ways, way.to, side), None);
    Some(Rail { way, exit, entry, words, lane: 0.0 })
}

// What touches one side of a box, from top to bottom: the ways that arrive, in one place, then each that leaves,
// with the height that it needs.
fn slots(ways: &[Way], row: usize, side: Side) -> Vec<(Option<&Way>, f64)> {
    let here = || ways.iter().filter(move |way| way.course == Course::Beside(side));
    let entry = here().any(|way| way.to == row).then_some((None, ENTRY));
    let exits = here().filter(|way| way.from == row);
    entry
        .into_iter()
        .chain(exits.map(|way| (Some(way), height(way.lines.len()).max(ENTRY - 6.0) + 6.0)))
        .collect()
}

// Where a way touches the outline.
fn port(shape: &Shape, slots: &[(Option<&Way>, f64)], wanted: Option<&Way>) -> (f64, f64) {
    let total: f64 = slots.iter().map(|(_, high)| high).sum();
    let mut down = -total / 2.0;
    let mut place = 0.0;
    for (way, high) in slots {
        let same = match (way, wanted) {
            (Some(way), Some(wanted)) => std::ptr::eq(*way, wanted),
            (None, None) => true,
            _ => false,
        };
        down += high;
        if same {
            // The line runs under its words; alone, it leaves from the middle.
            place = if slots.len() == 1 { 0.0 } else { down - ENTRY / 2.0 };
        }
    }
    (shape.reach(place), shape.centre.1 + place)
}

// Short ways take the inner lanes, so that few cross.
fn assign(rails: &mut [Rail<'_>]) {
    let span = |rail: &Rail<'_>| (rail.exit.1.min(rail.entry.1), rail.exit.1.max(rail.entry.1));
    rails.sort_by(|one, other| {
        let ((a, b), (c, d)) = (span(one), span(other));
        (b - a).total_cmp(&(d - c)).then(a.total_cmp(&c))
    });
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    for rail in rails {
        let (top, bottom) = span(rail);
        let free =
            |lane: &Vec<(f64, f64)>| lane.iter().all(|(from, to)| bottom + 4.0 < *from || *to + 4.0 < top);
        let lane = taken.iter().position(free).unwrap_or(taken.len());
        match taken.get_mut(lane) {
            Some(found) => found.push((top, bottom)),
            None => taken.push(vec![(top, bottom)]),
        }
        rail.lane = f64::from(u32::try_from(lane).unwrap_or_default());
    }
}
