//! Shapes and lines of diagrams in the words that BPMN and DMN share. Must never place anything.

use crate::render::xml::Xml;

/// A rectangle: left, top, width and height.
pub(super) type Bounds = [usize; 4];
/// A point: from the left and from the top.
pub(super) type Point = (usize, usize);

/// Where a shape stands.
pub(super) fn bounds(xml: &mut Xml, bounds: Bounds) {
    let [x, y, width, height] = bounds.map(|number| number.to_string());
    xml.empty("dc:Bounds", &[("x", &x), ("y", &y), ("width", &width), ("height", &height)]);
}

/// The points that a line runs through.
pub(super) fn waypoints(xml: &mut Xml, points: impl IntoIterator<Item = Point>) {
    for (x, y) in points {
        xml.empty("di:waypoint", &[("x", &x.to_string()), ("y", &y.to_string())]);
    }
}
