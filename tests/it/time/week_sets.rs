//! Sets of minutes of the week, held against a plain list of all minutes.

use super::Dice;
use etalon::time::{Hours, WEEK_MINUTES, WeekSet};

fn random_set(dice: &mut Dice) -> WeekSet {
    let ranges = (0..dice.roll(6)).map(|_| {
        // Round figures make ranges touch and meet midnight.
        let step = [1, 30, 60, 720][dice.roll(4) as usize];
        let from = dice.roll(u64::from(WEEK_MINUTES) / step) * step;
        let length = dice.roll(3_000 / step + 1) * step;
        (from as u16, (from + length) as u16)
    });
    WeekSet::from_ranges(ranges.collect::<Vec<_>>())
}

fn minutes(set: &WeekSet) -> Vec<bool> {
    (0..WEEK_MINUTES).map(|minute| set.contains(minute)).collect()
}

#[test]
fn operations_agree_with_every_single_minute() {
    let mut dice = Dice(1);
    for round in 0..100 {
        let (one, other) = (random_set(&mut dice), random_set(&mut dice));
        let (a, b) = (minutes(&one), minutes(&other));
        let pairs = || a.iter().zip(&b);
        assert_eq!(minutes(&one.union(&other)), pairs().map(|(a, b)| a | b).collect::<Vec<_>>(), "{round}");
        assert_eq!(minutes(&one.intersect(&other)), pairs().map(|(a, b)| a & b).collect::<Vec<_>>());
        assert_eq!(minutes(&one.subtract(&other)), pairs().map(|(a, b)| a & !b).collect::<Vec<_>>());
        assert_eq!(minutes(&one.complement()), a.iter().map(|a| !a).collect::<Vec<_>>());
        assert_eq!(usize::from(one.total()), a.iter().filter(|a| **a).count());
        assert_eq!(one.covers(&other), pairs().all(|(a, b)| *a | !b));
        assert!(one.ranges().windows(2).all(|pair| pair[0].1 < pair[1].0), "sorted and apart");
        for (day, ranges) in one.days() {
            let total: u16 = ranges.iter().map(|(from, to)| to - from).sum();
            let start = usize::from(day) * 1440;
            assert_eq!(usize::from(total), a[start..start + 1440].iter().filter(|a| **a).count());
        }
    }
}

#[test]
fn the_text_of_a_week_reads_back_as_the_same_minutes() {
    let mut dice = Dice(2);
    for _ in 0..300 {
        let set = random_set(&mut dice);
        let text = set.to_string();
        let read = Hours::parse(&text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        if text != "off" {
            assert_eq!(read.week(), set, "{text}");
        }
    }
}

#[test]
fn weeks_are_written_as_people_write_them() {
    let written = |text: &str| Hours::parse(text).unwrap().week().to_string();
    assert_eq!(written("Mo,Tu,We,Th,Fr 9:00-18:00; Sa 10:00-14:00"), "Mo-Fr 09:00-18:00; Sa 10:00-14:00");
    assert_eq!(written("00:00-24:00"), "24/7");
    assert_eq!(written("Mo-Su 22:00-06:00"), "Mo-Su 22:00-06:00");
    assert_eq!(written("Sa-Su 10:00-12:00"), "Sa,Su 10:00-12:00");
    assert_eq!(written("Mo,Th-Sa 10:00-12:00,13:00-15:00"), "Mo,Th-Sa 10:00-12:00,13:00-15:00");
    let closed = Hours::parse("Mo-Fr 09:00-18:00").unwrap().week().complement();
    assert!(closed.to_string().contains("Sa,Su 00:00-24:00"), "{closed}");
    assert_eq!(WeekSet::empty().to_string(), "off");
}

#[test]
fn the_next_open_minute_is_found_around_the_week() {
    let week = Hours::parse("Mo-Fr 09:00-18:00").unwrap().week();
    assert_eq!(week.next(4 * 1440 + 18 * 60), Some(9 * 60));
    assert_eq!(week.next(9 * 60), Some(9 * 60));
    assert_eq!(WeekSet::empty().next(0), None);
}
