//! Boxes and arrows -> SVG whose colours come from the page, so that it follows dark mode and print.
//! Must never distinguish anything by colour alone: forms, line widths and filled numbers do.

use crate::render::chart::{Arrow, Chart, Form, LINE, Label, Shape};

use super::page::Page;
#[cfg(feature = "pdf")]
use crate::compile::Furniture;
#[cfg(feature = "pdf")]
use crate::render::look::Look;
#[cfg(feature = "pdf")]
use crate::render::places::Places;

// What fits on the rest of a sheet stays in one piece.
const SHORT: f64 = 760.0;

/// Writes a drawing, one picture per band, so that paper can break between them.
pub(super) fn drawing(page: &mut Page, caption: &str, chart: &Chart) {
    let natural = format!("--natural:{}px", number(chart.width));
    let bottom = chart.bands.last().map(|band| band.1).unwrap_or_default();
    let class = if bottom < SHORT { "chart short" } else { "chart" };
    let attributes = [("class", class), ("role", "img"), ("aria-label", caption), ("style", &natural)];
    page.element("div", &attributes, |page| chart.bands.iter().for_each(|edges| band(page, chart, *edges)));
}

// What reaches into a band is drawn there; the picture ends at its edges.
fn band(page: &mut Page, chart: &Chart, (top, bottom): (f64, f64)) {
    // The next picture covers the last unit, so that no gap shows where lines go on.
    let area = format!("0 {} {} {}", number(top), number(chart.width), number(bottom - top + 1.0));
    let within = |centre: f64, height: f64| {
        centre + height / 2.0 + 15.0 > top && centre - height / 2.0 - 15.0 < bottom
    };
    let arrows = || {
        chart.arrows.iter().filter(|arrow| {
            let heights = || arrow.points.iter().map(|point| point.1);
            heights().fold(f64::MAX, f64::min) <= bottom + 1.0 && heights().fold(f64::MIN, f64::max) >= top
        })
    };
    page.element("svg", &[("viewBox", &area), ("aria-hidden", "true")], |page| {
        arrows().for_each(|found| arrow(page, found));
        let shapes = chart.shapes.iter().filter(|shape| within(shape.centre.1, shape.height));
        shapes.for_each(|found| shape(page, found));
        let labels = chart.arrows.iter().filter_map(|arrow| arrow.label.as_ref());
        let labels = labels.filter(|label| within(label.centre.1, LINE * 6.0));
        labels.for_each(|found| self::label(page, found));
    });
}

/// A band of a drawing as a file of its own.
#[cfg(feature = "pdf")]
pub(in crate::render) fn picture(
    chart: &Chart,
    edges: (f64, f64),
    furniture: &Furniture,
    look: &Look,
) -> String {
    let places = Places::default();
    let mut page = Page::new(furniture, &places);
    band(&mut page, chart, edges);
    let page = page.finish();
    let drawn = page.split_once("<svg").map_or("", |(_, drawn)| drawn);
    // As a file it has a size of its own; in a page the style gives it one.
    let (width, height) = (number(chart.width), number(edges.1 - edges.0 + 1.0));
    let size = format!("width=\"{width}\" height=\"{height}\"");
    let (head, inside) = drawn.split_once('>').unwrap_or_default();
    let colours = [("ACCENT", &look.accent), ("SOFT", &look.soft())];
    let style = include_str!("drawing.css");
    let style = colours
        .iter()
        .fold(style.to_owned(), |style, (gap, colour)| style.replace(gap, &format!("#{colour}")));
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {size}{head}><style>{style}</style>{inside}")
}

fn arrow(page: &mut Page, arrow: &Arrow) {
    let path = rounded(&arrow.points);
    page.leaf("path", &[("class", "way"), ("d", &path)], "");
    let end = arrow.points.last().copied();
    let before = arrow.points.iter().rev().nth(1).copied();
    if let (Some(end), Some(before)) = (end, before) {
        page.leaf("path", &[("class", "tip"), ("d", &tip(before, end))], "");
    }
}

fn shape(page: &mut Page, shape: &Shape) {
    let class = match (shape.form, shape.mine) {
        (Form::Start, _) => "start",
        (Form::End, _) => "end",
        (_, true) => "mine",
        (_, false) => "step",
    };
    page.element("g", &[("class", class)], |page| {
        outline(page, shape);
        words(page, shape);
        if let Some(found) = shape.number {
            badge(page, shape, found);
        }
    });
}

fn outline(page: &mut Page, shape: &Shape) {
    let (x, y) = shape.centre;
    let (left, top) = (x - shape.width / 2.0, y - shape.height / 2.0);
    let (right, bottom) = (x + shape.width / 2.0, y + shape.height / 2.0);
    if shape.form == Form::Question {
        let [x, y, left, top, right, bottom] = [x, y, left, top, right, bottom].map(number);
        let path = format!("M{x} {top}L{right} {y}L{x} {bottom}L{left} {y}Z");
        return page.leaf("path", &[("d", &path)], "");
    }
    let radius = match shape.form {
        Form::Step | Form::Question => 5.0,
        Form::Start | Form::End => (shape.height / 2.0).min(22.0),
    };
    let [left, top, width, height, radius] = [left, top, shape.width, shape.height, radius].map(number);
    let place = [("x", left.as_str()), ("y", &top), ("width", &width), ("height", &height), ("rx", &radius)];
    page.leaf("rect", &place, "");
}

fn words(page: &mut Page, shape: &Shape) {
    let count = shape.lines.len() + shape.who.len();
    let lines = shape.lines.iter().map(|line| ("", line)).chain(shape.who.iter().map(|line| ("who", line)));
    for ((class, line), y) in lines.zip(baselines(shape.centre.1, count)) {
        text(page, class, (shape.centre.0, y), line);
    }
}

fn badge(page: &mut Page, shape: &Shape, found: usize) {
    // On the corner of a box, and on the upper left side of a diamond, where no arrow ends.
    let (across, down) = if shape.form == Form::Question { (0.41, 0.09) } else { (0.5, 0.5) };
    let (x, y) = (shape.centre.0 - shape.width * across, shape.centre.1 - shape.height * down);
    page.leaf("circle", &[("cx", &number(x)), ("cy", &number(y)), ("r", "12")], "");
    text(page, "number", (x, y + 4.5), &found.to_string());
}

fn label(page: &mut Page, label: &Label) {
    let high = LINE * f64::from(u32::try_from(label.lines.len()).unwrap_or_default());
    let (x, y) = label.centre;
    let [left, top] = [x - label.width / 2.0 - 5.0, y - high / 2.0 - 1.0].map(number);
    let [width, height] = [label.width + 10.0, high + 2.0].map(number);
    page.element("g", &[("class", "answer")], |page| {
        let place = [("x", left.as_str()), ("y", &top), ("width", &width), ("height", &height), ("rx", "4")];
        page.leaf("rect", &place, "");
        for (line, y) in label.lines.iter().zip(baselines(y, label.lines.len())) {
            text(page, "", (x, y), line);
        }
    });
}

// The baselines of lines whose block is centred at a height.
fn baselines(centre: f64, count: usize) -> impl Iterator<Item = f64> {
    let count = f64::from(u32::try_from(count).unwrap_or_default());
    let first = centre - LINE * (count - 1.0) / 2.0 + 4.8;
    (0_u32..).map(move |at| first + LINE * f64::from(at))
}

fn text(page: &mut Page, class: &str, (x, y): (f64, f64), words: &str) {
    page.leaf("text", &[("class", class), ("x", &number(x)), ("y", &number(y))], words);
}

// A line through the points with its corners rounded.
fn rounded(points: &[(f64, f64)]) -> String {
    let Some((first, others)) = points.split_first() else {
        return String::new();
    };
    let mut path = format!("M{} {}", number(first.0), number(first.1));
    for three in points.windows(3) {
        let [before, corner, after] = three else { continue };
        let (start, end) = (towards(*corner, *before, 12.0), towards(*corner, *after, 12.0));
        let [sx, sy, cx, cy, ex, ey] = [start.0, start.1, corner.0, corner.1, end.0, end.1].map(number);
        path.push_str(&format!("L{sx} {sy}Q{cx} {cy} {ex} {ey}"));
    }
    if let Some(last) = others.last() {
        path.push_str(&format!("L{} {}", number(last.0), number(last.1)));
    }
    path
}

fn tip(before: (f64, f64), end: (f64, f64)) -> String {
    let back = towards(end, before, 10.0);
    let (dx, dy) = ((end.0 - back.0) * 0.45, (end.1 - back.1) * 0.45);
    let [ex, ey, lx, ly, rx, ry] =
        [end.0, end.1, back.0 - dy, back.1 + dx, back.0 + dy, back.1 - dx].map(number);
    format!("M{ex} {ey}L{lx} {ly}L{rx} {ry}Z")
}

// The point at a distance from one point on the way to another, but not beyond the middle.
fn towards(from: (f64, f64), to: (f64, f64), distance: f64) -> (f64, f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = (dx * dx + dy * dy).sqrt();
    let part = if length > 0.0 { (distance / length).min(0.5) } else { 0.0 };
    (from.0 + dx * part, from.1 + dy * part)
}

// A coordinate to a tenth: the same on every machine, and short.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
