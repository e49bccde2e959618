//! Diagrams of procedures: every step is reached as in the standard, and everything that is there is drawn.

use std::collections::BTreeSet;

use roxmltree::Document;

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
