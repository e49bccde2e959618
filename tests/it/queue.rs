//! The formulas of waiting on the line, held against published figures.

use etalon::check::Queue;

fn queue(calls: f64, minutes: f64, handling_minutes: f64) -> Queue {
    Queue { calls_per_hour: calls * 60.0 / minutes, handling: handling_minutes * 60.0 }
}

#[track_caller]
fn near(found: Option<f64>, expected: f64, by: f64) {
    let found = found.unwrap();
    assert!((found - expected).abs() <= by, "{found} instead of {expected}");
}

#[test]
fn published_examples() {
    let desk = queue(100.0, 30.0, 3.0);
    assert_eq!(desk.people_for(0.80, 20.0, None), Some(14));
    near(desk.answered_within(14, 20.0), 0.888, 0.0005);
    near(desk.answered_within(13, 20.0), 0.796, 0.0005);
    near(desk.mean_wait(14), 7.8, 0.05);
    let busy = queue(1_000.0, 60.0, 2.0);
    assert_eq!(busy.people_for(0.80, 20.0, Some(0.85)), Some(40));
    assert!(busy.people_for(0.80, 20.0, None).unwrap() < 40);
    near(busy.answered_within(40, 20.0), 0.937, 0.0005);
    near(busy.answered_within(39, 20.0), 0.901, 0.0005);
    near(busy.mean_wait(40), 3.4, 0.05);
    let quick = queue(60.0, 60.0, 4.5);
    assert_eq!(quick.people_for(0.95, 10.0, None), Some(9));
    near(quick.answered_within(9, 10.0), 0.961, 0.0005);
    near(quick.answered_within(8, 10.0), 0.909, 0.0005);
    near(quick.mean_wait(9), 2.8, 0.05);
    near(quick.mean_wait(6), 76.0, 0.8);
    assert_eq!(format!("{:.0}", quick.answered_within(6, 10.0).unwrap() * 100.0), "60");
}

#[test]
fn as_many_people_as_work_are_too_few() {
    let desk = queue(60.0, 60.0, 6.0);
    assert!((desk.load() - 6.0).abs() < 1e-12);
    assert_eq!(desk.answered_within(6, 20.0), None);
    assert_eq!(desk.answered_within(5, 20.0), None);
    assert_eq!(desk.mean_wait(0), None);
    assert!(desk.answered_within(7, 20.0).unwrap() > 0.3);
}

#[test]
fn large_desks_overflow_nothing() {
    let huge = queue(600_000.0, 60.0, 3.0);
    let people = huge.people_for(0.80, 20.0, None).unwrap();
    assert!((30_000..30_300).contains(&people), "{people}");
    assert!(huge.answered_within(people, 20.0).unwrap() >= 0.80);
    assert!(huge.answered_within(people - 1, 20.0).unwrap() < 0.80);
    near(queue(10.0, 60.0, 1.0).answered_within(2_000, 0.0), 1.0, 1e-12);
    assert_eq!(queue(f64::MAX, 1.0, 60.0).people_for(0.8, 20.0, None), None);
    assert_eq!(queue(10.0, 60.0, 1.0).answered_within(u32::MAX, 20.0), None);
    assert_eq!(queue(f64::NAN, 1.0, 60.0).answered_within(10, 20.0), None);
    assert_eq!(queue(60.0, 60.0, 0.0).answered_within(10, 20.0), None);
}

#[test]
fn the_time_for_a_share_is_the_other_way_round() {
    let desk = queue(60.0, 60.0, 6.0);
    for people in 7..12 {
        let seconds = desk.within(people, 0.8).unwrap();
        let share = desk.answered_within(people, seconds).unwrap();
        assert!(share >= 0.8 - 1e-9 && (seconds == 0.0 || share < 0.8 + 1e-9), "{people} {seconds} {share}");
    }
    near(desk.within(40, 0.8), 0.0, 0.0);
}

#[test]
fn more_people_are_never_slower() {
    let desk = queue(137.0, 60.0, 5.5);
    let shares: Vec<f64> = (13..40).filter_map(|people| desk.answered_within(people, 20.0)).collect();
    assert!(shares.len() == 27 && shares.is_sorted());
}
