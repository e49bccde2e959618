//! Every finding and every witness of the engine, held against brute force in thousands of tables.

use std::collections::BTreeSet;

use etalon::situation::{Analysis, Budget, Relation, Table, plain};

use super::brute::Brute;
use super::random::table;

/// How many tables each test looks at; `ETALON_TABLES` asks for more.
fn tables() -> u64 {
    std::env::var("ETALON_TABLES").ok().and_then(|count| count.parse().ok()).unwrap_or(250)
}

fn each(check: impl Fn(&Table, &Brute<'_>, &mut Analysis<'_>)) {
    for seed in 0..tables() {
        let table = table(seed);
        let brute = Brute::of(&table);
        let mut analysis = Analysis::of(&table, Budget::default());
        check(&table, &brute, &mut analysis);
    }
}

#[test]
fn conflicts_are_exactly_those_of_brute_force() {
    each(|table, brute, analysis| {
        for attribute in 0..table.attributes.len() {
            let mut expected = BTreeSet::new();
            for point in 0..brute.points.len() {
                let winners = brute.winners(attribute, point, None);
                for one in &winners {
                    for other in winners.iter().filter(|other| *other > one) {
                        if brute.relation(attribute, *one, *other) != Relation::Same {
                            expected.insert((*one, *other));
                        }
                    }
                }
            }
            let found = analysis.conflicts(attribute);
            assert_eq!((found.more, found.unknown), (0, 0), "{}", table.name);
            let pairs: BTreeSet<(usize, usize)> = found.items.iter().map(|item| item.rules).collect();
            assert_eq!(pairs, expected, "{} {table:#?}", table.name);
            for conflict in &found.items {
                let point = brute.index(&conflict.witness).expect("a witness can happen");
                let winners = brute.winners(attribute, point, None);
                assert!(winners.contains(&conflict.rules.0) && winners.contains(&conflict.rules.1));
                let earlier = (0..point).find(|point| {
                    let winners = brute.winners(attribute, *point, None);
                    winners.contains(&conflict.rules.0) && winners.contains(&conflict.rules.1)
                });
                assert_eq!(earlier, None, "{}: the witness is the smallest one", table.name);
            }
        }
    });
}

#[test]
fn unreachable_rules_are_exactly_those_of_brute_force_and_covered_by_the_fewest() {
    each(|table, brute, analysis| {
        let wins = |rule: usize| {
            table.rules[rule].gives.keys().any(|attribute| {
                brute.holds[rule].iter().any(|point| brute.winners(*attribute, *point, None).contains(&rule))
            })
        };
        let expected: Vec<usize> =
            (0..table.rules.len()).filter(|rule| !table.rules[*rule].floor && !wins(*rule)).collect();
        let found = analysis.unreachable();
        assert_eq!(found.unknown, 0);
        assert_eq!(found.items.iter().map(|item| item.rule).collect::<Vec<_>>(), expected, "{}", table.name);
        for item in &found.items {
            let needed: Vec<BTreeSet<usize>> = table.rules[item.rule]
                .gives
                .keys()
                .flat_map(|attribute| {
                    brute.holds[item.rule].iter().map(|point| brute.overruled(*attribute, item.rule, *point))
                })
                .collect();
            let covers = |chosen: &BTreeSet<usize>| needed.iter().all(|set| !set.is_disjoint(chosen));
            let chosen: BTreeSet<usize> = item.covered_by.iter().copied().collect();
            assert!(covers(&chosen), "{}", table.name);
            let fewer = (0_u32..1 << table.rules.len())
                .filter(|mask| (mask.count_ones() as usize) < chosen.len())
                .any(|mask| covers(&(0..table.rules.len()).filter(|at| mask >> at & 1 == 1).collect()));
            assert!(!fewer && !item.perhaps_fewer, "{}", table.name);
        }
    });
}

#[test]
fn idle_rules_are_exactly_those_of_brute_force() {
    each(|table, brute, analysis| {
        let all = 0..brute.points.len();
        let expected: Vec<usize> = (0..table.rules.len())
            .filter(|rule| {
                let given = &table.rules[*rule];
                let wins = given.gives.keys().any(|attribute| {
                    all.clone().any(|at| brute.winners(*attribute, at, None).contains(rule))
                });
                let matters = given.gives.keys().any(|attribute| {
                    all.clone().any(|at| {
                        brute.values(*attribute, at, None) != brute.values(*attribute, at, Some(*rule))
                    })
                });
                !given.floor && wins && !matters
            })
            .collect();
        let found = analysis.idle();
        assert_eq!(found.unknown, 0);
        assert_eq!(
            found.items.iter().map(|item| item.rule).collect::<Vec<_>>(),
            expected,
            "{} {table:#?}",
            table.name
        );
    });
}

#[test]
fn gaps_are_exactly_the_uncovered_situations() {
    each(|table, brute, analysis| {
        for attribute in 0..table.attributes.len() {
            let found = analysis.gaps(attribute);
            assert_eq!((found.more, found.unknown), (0, 0));
            for (at, point) in brute.points.iter().enumerate() {
                let uncovered = brute.holds.iter().enumerate().all(|(rule, holds)| {
                    let rule = &table.rules[rule];
                    rule.floor || !rule.gives.contains_key(&attribute) || !holds.contains(&at)
                });
                let described = found.items.iter().any(|gap| gap.region.contains(point));
                assert_eq!(uncovered, described, "{} {point:?}", table.name);
            }
            for (at, gap) in found.items.iter().enumerate() {
                assert!(brute.index(&gap.witness).is_some() && gap.region.contains(&gap.witness));
                let needed = brute.points.iter().any(|point| {
                    let others = found.items.iter().enumerate().filter(|(other, _)| *other != at);
                    gap.region.contains(point)
                        && !others.into_iter().any(|(_, other)| other.region.contains(point))
                });
                assert!(needed, "{}: no region is superfluous", table.name);
            }
        }
    });
}

#[test]
fn falling_promises_are_exactly_those_of_brute_force() {
    each(|table, brute, analysis| {
        for (dimension, attribute) in rising(table) {
            let expected: BTreeSet<(usize, usize)> =
                falls(table, brute, dimension, attribute).into_iter().map(|(_, pair)| pair).collect();
            let found = analysis.falling(attribute, dimension);
            assert_eq!((found.more, found.unknown), (0, 0));
            let pairs: BTreeSet<(usize, usize)> =
                found.items.iter().map(|item| (item.better, item.worse)).collect();
            assert_eq!(pairs, expected, "{} {table:#?}", table.name);
        }
    });
}

#[test]
fn pairs_that_are_searched_for_explain_every_promise_that_falls() {
    for seed in 0..tables() {
        let table = table(seed);
        let brute = Brute::of(&table);
        for (dimension, attribute) in rising(&table) {
            let falls = falls(&table, &brute, dimension, attribute);
            let all: BTreeSet<(usize, usize)> = falls.iter().map(|(_, pair)| *pair).collect();
            let mut analysis = Analysis::of(&table, Budget { pairs: 0, ..Budget::default() });
            let found = analysis.falling(attribute, dimension);
            assert_eq!((found.more, found.unknown), (0, 0), "{seed}");
            for item in &found.items {
                assert!(all.contains(&(item.better, item.worse)), "{seed}: {item:?}");
            }
            for ((low, high), _) in &falls {
                let stands = |rule: usize, point: usize| {
                    brute.holds[rule].contains(&point)
                        && !brute
                            .candidates(attribute)
                            .any(|other| brute.beats(other, rule) && brute.holds[other].contains(&point))
                };
                let explained =
                    found.items.iter().any(|item| stands(item.better, *low) && stands(item.worse, *high));
                assert!(explained, "{seed}: {low} {high} {table:#?}");
            }
        }
    }
}

/// The dimensions of a table that rise, with each attribute.
fn rising(table: &Table) -> impl Iterator<Item = (usize, usize)> + '_ {
    let rising = table.space.dimensions.iter().enumerate().filter(|(_, axis)| axis.rising);
    rising.flat_map(|(at, _)| (0..table.attributes.len()).map(move |attribute| (at, attribute)))
}

/// A lower and a higher situation, by index, and the rules that win in them.
type Fall = ((usize, usize), (usize, usize));

/// Every pair of situations of which the higher one fares worse, with the rules that win.
fn falls(table: &Table, brute: &Brute<'_>, dimension: usize, attribute: usize) -> Vec<Fall> {
    let axis = &table.space.dimensions[dimension];
    let mut falls = Vec::new();
    for (at, low) in brute.points.iter().enumerate() {
        for (upper, high) in brute.points.iter().enumerate() {
            let pairs = low.iter().zip(high).enumerate();
            let same = pairs.fold(true, |same, (at, (one, other))| same && (at == dimension || one == other));
            let known = axis.unknown().is_none_or(|unknown| high[dimension] != unknown);
            let rises = same && known && low[dimension] < high[dimension];
            if !rises || !tells_apart(table, dimension, low[dimension], high[dimension]) {
                continue;
            }
            for better in brute.winners(attribute, at, None) {
                for worse in brute.winners(attribute, upper, None) {
                    if brute.relation(attribute, worse, better) == Relation::Worse {
                        falls.push(((at, upper), (better, worse)));
                    }
                }
            }
        }
    }
    falls
}

/// Whether some condition tells two values apart; where none does, both stand for one and the same case.
fn tells_apart(table: &Table, dimension: usize, low: i64, high: i64) -> bool {
    if matches!(table.space.dimensions[dimension].scale, etalon::situation::Scale::Words(_)) {
        return true;
    }
    let regions = table.rules.iter().map(|rule| &rule.region).chain(&table.never);
    let mut borders = regions.filter_map(|region| region.get(dimension)).flat_map(|set| set.ranges().iter());
    borders.any(|(from, to)| [from, to].into_iter().any(|border| low < *border && *border <= high))
}

#[test]
fn floors_are_undercut_exactly_where_brute_force_says() {
    each(|table, brute, analysis| {
        for attribute in 0..table.attributes.len() {
            let mut expected = BTreeSet::new();
            for point in 0..brute.points.len() {
                for rule in brute.winners(attribute, point, None) {
                    for (floor, _) in table.floors(attribute) {
                        let worse = brute.relation(attribute, rule, floor) == Relation::Worse;
                        if worse && brute.holds[floor].contains(&point) {
                            expected.insert((rule, floor));
                        }
                    }
                }
            }
            let found = analysis.undercuts(attribute);
            assert_eq!(found.unknown, 0);
            let pairs: BTreeSet<(usize, usize)> =
                found.items.iter().map(|item| (item.rule, item.floor)).collect();
            assert_eq!(pairs, expected, "{}", table.name);
        }
    });
}

#[test]
fn circles_are_found_where_beating_leads_back() {
    each(|table, brute, analysis| {
        let rules = table.rules.len();
        let candidate = |rule: usize| !brute.holds[rule].is_empty() && !table.rules[rule].floor;
        let beats = |one: usize, other: usize| {
            table.rules[one].exception_to.contains(&other)
                || (candidate(one) && candidate(other) && brute.beats(one, other))
        };
        let mut reach = vec![vec![false; rules]; rules];
        for (one, row) in reach.iter_mut().enumerate() {
            for (other, cell) in row.iter_mut().enumerate() {
                *cell = one != other && beats(one, other);
            }
        }
        for middle in 0..rules {
            for one in 0..rules {
                for other in 0..rules {
                    reach[one][other] |= reach[one][middle] && reach[middle][other];
                }
            }
        }
        let circles = analysis.circles();
        assert_eq!(!circles.is_empty(), (0..rules).any(|rule| reach[rule][rule]), "{}", table.name);
        for circle in circles {
            for (at, rule) in circle.iter().enumerate() {
                assert!(beats(*rule, circle[(at + 1) % circle.len()]), "{}: each beats the next", table.name);
            }
        }
    });
}

#[test]
fn the_plain_reading_agrees_with_brute_force() {
    for seed in 0..tables() {
        let table = table(seed);
        let brute = Brute::of(&table);
        for attribute in 0..table.attributes.len() {
            for (at, point) in brute.points.iter().enumerate() {
                let expected = brute.winners(attribute, at, None);
                assert_eq!(plain::winners(&table, attribute, point), Some(expected), "{}", table.name);
            }
        }
    }
}
