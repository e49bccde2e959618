//! Handbooks of large standards: they grow as the standard does, and long lists are shortened honestly.

use std::fmt::Write as _;

use etalon::render::markdown;

use super::layout::sections;
use super::*;

/// Branches, each with a channel, its rules, a goodbye and a procedure that ends with one.
fn branches(count: usize) -> String {
    let mut parts = [const { String::new() }; 4];
    let [channels, times, scripts, procedures] = &mut parts;
    for at in 0..count {
        writeln!(channels, "  desk-{at}: {{ kind: in-person, staffed_by: [agent] }}").unwrap();
        for (id, when) in
            [("wide", ""), ("gold", ", segment: gold"), ("night", ", segment: gold, topic: lost")]
        {
            let rule = format!("when: {{ channel: desk-{at}{when} }}, first_response: {{ promise: 5 min }}");
            writeln!(times, "  {id}-{at}: {{ {rule} }}").unwrap();
        }
        writeln!(
            scripts,
            "  bye-{at}: {{ purpose: closing, when: {{ channel: desk-{at} }}, say: Goodbye. }}"
        )
        .unwrap();
        let steps = "{ one: { who: agent, do: Settle it, say: closing, end: resolved } }";
        let procedure = format!("owner: agent, when: {{ channel: desk-{at} }}, steps: {steps}");
        writeln!(procedures, "  case-{at}: {{ {procedure} }}").unwrap();
    }
    let [channels, times, scripts, procedures] = parts;
    format!(
        "etalon: 1\nstandard: {{ id: large, title: Large, version: 1.0.0 }}\nlanguages: [en]\nroles: {{ agent: {{ level: 1 }} }}\n\
         situation: {{ segment: {{ values: [new, gold] }}, topic: [lost, other] }}\n\
         channels:\n{channels}response_times:\n{times}scripts:\n{scripts}procedures:\n  \
         anywhere: {{ owner: agent, steps: {{ one: {{ who: agent, do: Thank them, say: closing, end: resolved }} }} }}\n\
         {procedures}"
    )
}

#[test]
fn ten_times_the_standard_is_ten_times_the_handbook() {
    let length = |count: usize| {
        let book = handbook(&project(&branches(count)), &everybody(), "en", TODAY);
        markdown(&book).chars().count()
    };
    let (small, large) = (length(20), length(200));
    assert!(large < small * 11, "{small} letters become {large}");
}

#[test]
fn a_purpose_names_the_scripts_of_its_situation_and_of_many_the_first() {
    let book = handbook(&project(&branches(9)), &everybody(), "en", TODAY);
    let steps: Vec<&Line> = sections(&book)
        .flat_map(|section| &section.blocks)
        .filter_map(|block| if let Block::Flow(flow) = block { flow.steps.first() } else { None })
        .map(|step| &step.facts[0].value)
        .collect();
    assert_eq!(plain(steps[0]), "Bye 0 / Bye 1 / Bye 2 / Bye 3 / Bye 4 / Bye 5 / and 3 more");
    let Some(Inline::Reference { anchor, .. }) = steps[0].0.last() else { panic!("{:?}", steps[0]) };
    assert_eq!(anchor, "scripts");
    let others: Vec<String> = steps[1..].iter().map(|line| plain(line)).collect();
    assert_eq!(others, (0..9).map(|at| format!("Bye {at}")).collect::<Vec<_>>());
    // Those that are not named are in the handbook all the same.
    let scripts = book.chapters.iter().find(|chapter| chapter.anchor == "scripts").unwrap();
    assert_eq!(scripts.sections.len(), 9);
}

#[test]
fn a_purpose_counts_what_the_words_cannot_tell_apart() {
    let scripts = "  a: { purpose: closing, when: { channel: { not: phone } }, say: A. }\n  \
                   b: { purpose: closing, when: { vip: yes }, say: B. }\n  \
                   c: { purpose: closing, when: { weight: 0..5 }, say: C. }\n  \
                   d: { purpose: closing, when: { time: Mo-Fr 08:00-12:00 }, say: D. }\n  \
                   e: { purpose: closing, when: { channel: [phone, chat] }, say: E. }\n  \
                   f: { purpose: closing, say: F. }\n";
    let yaml = |when: &str| {
        format!(
            "etalon: 1\nstandard: {{ id: shop, title: Shop, version: 1.0.0 }}\nlanguages: [en]\nroles: {{ agent: {{ level: 1 }} }}\n\
             situation: {{ vip: yes/no, weight: {{ number: kg }} }}\n\
             channels: {{ phone: {{ kind: voice }}, chat: {{ kind: chat }}, mail: {{ kind: written }} }}\n\
             scripts:\n{scripts}procedures:\n  case: {{ owner: agent, when: {{ {when} }}, \
             steps: {{ one: {{ who: agent, do: Settle it, say: closing, end: resolved }} }} }}\n"
        )
    };
    let named = |when: &str| {
        let book = handbook(&project(&yaml(when)), &everybody(), "en", TODAY);
        let text = said(&book);
        text.lines().find_map(|line| line.strip_prefix("Say: ")).unwrap().to_owned()
    };
    assert_eq!(named("channel: phone"), "B / C / D / E / F");
    assert_eq!(named("channel: [phone, chat], vip: true"), "A / B / C / D / E / F");
    assert_eq!(named("channel: { not: [phone, chat] }, weight: 3..9"), "A / B / C / D / F");
}
