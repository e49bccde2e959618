//! Diagrams of procedures: every step is reached as in the standard, and everything that is there is drawn.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::{exported, files, project, text};

#[test]
fn every_element_is_drawn_and_every_way_has_its_ends() {
    let mut diagrams = 0;
    for (name, files, project) in exported("bpmn") {
        for (file, content) in files.iter().filter(|(file, _)| file.ends_with(".bpmn")) {
            let text = std::str::from_utf8(content).unwrap();
            let document = Document::parse(text).unwrap();
            let all = |tag: &str, attribute: &str| -> Vec<String> {
                let nodes = document.descendants().filter(|node| node.tag_name().name() == tag);
                nodes.map(|node| node.attribute(attribute).unwrap().to_owned()).collect()
            };
            let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
            let known: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), known.len(), "{name} {file}");
            let drawn: BTreeSet<String> = [all("BPMNShape", "bpmnElement"), all("BPMNEdge", "bpmnElement")]
                .concat()
                .into_iter()
                .collect();
            let mut wanted: BTreeSet<String> = all("sequenceFlow", "id").into_iter().collect();
            for kind in ["startEvent", "endEvent", "userTask", "exclusiveGateway", "parallelGateway"] {
                wanted.extend(all(kind, "id"));
            }
            assert_eq!(drawn, wanted, "{name} {file}");
            for end in [all("sequenceFlow", "sourceRef"), all("sequenceFlow", "targetRef")].concat() {
                assert!(known.contains(end.as_str()), "{name} {file}");
            }
            let procedure = project.procedures.find(file.strip_suffix(".bpmn").unwrap()).unwrap();
            let questions =
                procedure.steps.value().unwrap().iter().filter(|step| step.question.value().is_some());
            assert_eq!(all("exclusiveGateway", "id").len(), questions.count(), "{name} {file}");
            diagrams += 1;
        }
    }
    assert!(diagrams > 10, "{diagrams}");
}

#[test]
fn answers_are_in_the_language_of_the_standard() {
    let answers = |name: &str| -> BTreeSet<String> {
        let all = exported("bpmn");
        let (_, files, _) = all.iter().find(|(known, ..)| known == name).unwrap();
        let mut found = BTreeSet::new();
        for content in files.iter().filter(|(file, _)| file.ends_with(".bpmn")).map(|(_, content)| content) {
            let document = Document::parse(std::str::from_utf8(content).unwrap()).unwrap();
            let ways = document.descendants().filter(|node| node.tag_name().name() == "sequenceFlow");
            found.extend(ways.filter_map(|way| way.attribute("name").map(str::to_owned)));
        }
        found
    };
    let latvian = answers("web-shop");
    assert!(latvian.contains("jā") && latvian.contains("nē"), "{latvian:?}");
    assert!(!latvian.contains("yes") && !latvian.contains("no"), "{latvian:?}");
}

#[test]
fn steps_at_the_same_time_part_and_meet() {
    let project = project(
        "etalon: 1
roles: { agent: { title: 'A & <B>' } }
procedures:
  p:
    steps:
      begin: { who: agent, do: 'Say \"<hello>\"', at_once: [one, two], next: done }
      one: { who: agent, do: one }
      two: { who: agent, do: two }
      done: { who: agent, do: done, end: resolved }
",
    );
    let files = files("bpmn", &project);
    let text = text(&files, "p.bpmn");
    let document = Document::parse(&text).unwrap();
    let gates: Vec<(usize, usize)> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "parallelGateway")
        .map(|gate| {
            let count = |name: &str| gate.children().filter(|node| node.tag_name().name() == name).count();
            (count("incoming"), count("outgoing"))
        })
        .collect();
    assert_eq!(gates, [(1, 2), (2, 1)]);
    assert!(document.descendants().any(|node| node.attribute("name") == Some("Say \"<hello>\"")));
}

/// Left, top, right and bottom.
type Area = [i64; 4];

struct Drawing {
    shapes: BTreeMap<String, Area>,
    labels: Vec<(String, Area)>,
    ways: Vec<(String, Vec<(i64, i64)>)>,
}

fn drawing(text: &str) -> Drawing {
    let document = Document::parse(text).unwrap();
    let number = |node: &Node<'_, '_>, key: &str| node.attribute(key).unwrap().parse::<i64>().unwrap();
    let area = |node: Node<'_, '_>| {
        let bounds = node.children().find(|node| node.tag_name().name() == "Bounds").unwrap();
        let [x, y, width, height] = ["x", "y", "width", "height"].map(|key| number(&bounds, key));
        [x, y, x + width, y + height]
    };
    let mut drawing = Drawing { shapes: BTreeMap::new(), labels: Vec::new(), ways: Vec::new() };
    for node in document.descendants() {
        let of = node.attribute("bpmnElement").unwrap_or_default().to_owned();
        match node.tag_name().name() {
            "BPMNShape" => drop(drawing.shapes.insert(of, area(node))),
            "BPMNEdge" => {
                let points = node.children().filter(|node| node.tag_name().name() == "waypoint");
                let points = points.map(|node| (number(&node, "x"), number(&node, "y"))).collect();
                drawing.ways.push((of, points));
            }
            "BPMNLabel" => {
                let of = node.parent_element().unwrap().attribute("bpmnElement").unwrap();
                drawing.labels.push((of.to_owned(), area(node)));
            }
            _ => {}
        }
    }
    drawing
}

fn meet(one: Area, other: Area) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// What stands or runs where something else does.
fn clashes(text: &str) -> Vec<String> {
    let drawing = drawing(text);
    let mut found = Vec::new();
    let shapes: Vec<(String, Area)> =
        drawing.shapes.iter().map(|(name, area)| (name.clone(), *area)).collect();
    let all: Vec<&(String, Area)> = shapes.iter().chain(&drawing.labels).collect();
    for (at, (name, area)) in all.iter().enumerate() {
        assert!(area[0] >= 0 && area[1] >= 0, "{name} {area:?}");
        for (other, beside) in all.iter().skip(at + 1) {
            if meet(*area, *beside) {
                found.push(format!("{name} and {other}"));
            }
        }
        for (way, points) in &drawing.ways {
            for pair in points.windows(2) {
                let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
                assert!(x == to_x || y == to_y, "{way} is not straight");
                // A way touches its ends at their border only.
                let along = [x.min(to_x), y.min(to_y), x.max(to_x) + 1, y.max(to_y) + 1];
                let inside = [area[0] + 1, area[1] + 1, area[2] - 1, area[3] - 1];
                if meet(along, inside) {
                    found.push(format!("{way} across {name}"));
                }
            }
        }
    }
    found
}

#[test]
fn nothing_is_drawn_over_anything_else() {
    for (name, files, _) in exported("bpmn") {
        for file in files.keys().filter(|file| file.ends_with(".bpmn")) {
            let found = clashes(&text(&files, file));
            assert!(found.is_empty(), "{name} {file}: {found:?}");
        }
    }
}

#[test]
fn loops_branches_and_long_words_are_drawn_apart() {
    let long = "a question that goes on for a while and then somewhat further, before it ends at last";
    let project = project(&format!(
        "etalon: 1
roles: {{ agent: {{}} }}
procedures:
  p:
    title: {long}
    steps:
      first: {{ who: agent, do: first, question: '{long}?', answers: {{ one: third, two: fourth, none of these two at all: fifth, again: first }} }}
      second: {{ who: agent, do: '{long} {long} {long}', next: first }}
      third: {{ who: agent, question: Is it?, yes: fifth, no: second }}
      fourth: {{ who: agent, do: fourth, at_once: [left, right], next: third }}
      left: {{ who: agent, do: left }}
      right: {{ who: agent, do: right }}
      fifth: {{ who: agent, do: fifth, end: resolved }}
      sixth: {{ who: agent, question: Over?, yes: first, no: third, end: a rather long name of an end }}
"
    ));
    let found = clashes(&text(&files("bpmn", &project), "p.bpmn"));
    assert!(found.is_empty(), "{found:?}");
}
