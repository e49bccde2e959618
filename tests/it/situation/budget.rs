//! Questions that are too hard end as unknown, soon, and never as clean.

use etalon::check::check;
use etalon::resolve::{Entrance, read};
use etalon::situation::{
    Analysis, Attribute, Budget, Dimension, Region, Relation, Rule, Scale, Set, Space, Table,
};
use etalon::source::MemoryWorld;
use jiff::civil::date;

const PIGEONS: usize = 12;

/// Twelve pigeons in eleven holes, no two in one: it cannot be, but to prove it takes for ever.
fn pigeons() -> Table {
    let holes: Vec<String> = (1..PIGEONS).map(|hole| format!("hole-{hole}")).collect();
    let dimension = |at| Dimension {
        name: format!("pigeon-{at}"),
        scale: Scale::Words(holes.clone().into()),
        optional: false,
        rising: false,
    };
    let mut never = Vec::new();
    for one in 0..PIGEONS {
        for other in one + 1..PIGEONS {
            for hole in 0..holes.len() {
                let mut region = Region::everywhere();
                region.limit(one, Set::one(hole as i64));
                region.limit(other, Set::one(hole as i64));
                never.push(region);
            }
        }
    }
    let space = Space { dimensions: (0..PIGEONS).map(dimension).collect() };
    let same = |one: usize, other: usize| if one == other { Relation::Same } else { Relation::Better };
    let attributes = vec![Attribute::new("answer", false, 2, same)];
    Table { name: "pigeons".to_owned(), space, never, attributes, rules: vec![Rule::default()] }
}

#[test]
fn what_takes_too_long_is_unknown() {
    let table = pigeons();
    let budget = Budget { each: 2_000, all: 10_000, ..Budget::default() };
    let mut analysis = Analysis::of(&table, budget);
    let gaps = analysis.gaps(0);
    assert!(gaps.items.is_empty() && gaps.unknown > 0 && !gaps.is_clean());
}

#[test]
fn a_check_says_what_stayed_open() {
    let mut text = String::from(
        "standard: { id: pigeons, title: Pigeons, version: 1.0.0, owner: lead, review_by: 2030-01-01 }\n\
         roles: { lead: { on_duty: 24/7 } }\nmust_cover: { response_times: [answer] }\nsituation:\n",
    );
    let holes: Vec<String> = (1..PIGEONS).map(|hole| format!("h{hole}")).collect();
    for at in 0..PIGEONS {
        text.push_str(&format!("  p{at}: [{}]\n", holes.join(", ")));
    }
    text.push_str("never_happens:\n");
    for one in 0..PIGEONS {
        for other in one + 1..PIGEONS {
            for hole in &holes {
                text.push_str(&format!("  - {{ p{one}: {hole}, p{other}: {hole} }}\n"));
            }
        }
    }
    text.push_str("response_times:\n  a: { when: { p0: h1 }, answer: 1 min }\n  b: { when: { p1: h2 }, answer: 2 min }\n");
    let world = MemoryWorld::new(date(2026, 12, 1)).with("etalon.yaml", text);
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let verdict = check(&reading, date(2026, 12, 1));
    let open: Vec<&str> = verdict.findings.iter().map(|finding| finding.rule).collect();
    assert!(open.contains(&"conflict/unproved"), "{open:?}");
}
