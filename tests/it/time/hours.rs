//! What opening hours mean.

use etalon::time::{Hours, Moment};
use jiff::civil::{Date, date};

fn hours(text: &str) -> Hours {
    Hours::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

fn open_at(text: &str, moment: &str) -> bool {
    match Moment::parse(moment).unwrap() {
        Moment::Week(minute) => hours(text).week().contains(minute),
        Moment::HolidayOn(minute) => hours(text).holiday_week().contains(minute),
        Moment::Holiday(minute) => {
            let ranges = hours(text).on_holiday().unwrap();
            ranges.iter().any(|(from, to)| (*from..*to).contains(&minute))
        }
    }
}

#[track_caller]
fn week(text: &str, canonical: &str) {
    assert_eq!(hours(text).week().to_string(), canonical, "{text}");
}

fn none(_: Date) -> bool {
    false
}

#[test]
fn days_and_times() {
    week("24/7", "24/7");
    week("Mo-Fr 09:00-18:00", "Mo-Fr 09:00-18:00");
    week("09:00-18:00", "Mo-Su 09:00-18:00");
    week("Sa,Su 10:00-14:00", "Sa,Su 10:00-14:00");
    week("We-Mo 10:00-14:00", "Mo,We-Su 10:00-14:00");
    week("Mo-Fr 09:00-12:00,13:00-17:00", "Mo-Fr 09:00-12:00,13:00-17:00");
    week("Mo-Fr 09:00-12:00, 13:00-17:00", "Mo-Fr 09:00-12:00,13:00-17:00");
    week("Fr,Sa 22:00-06:00", "Fr,Sa 22:00-06:00");
    week("Su 22:00-06:00", "Su 22:00-06:00");
    week("Sa 22:00-30:00", "Sa 22:00-06:00");
    week("Mo 00:00-24:00", "Mo 00:00-24:00");
    week("Mo-Su 09:00-18:00; We off", "Mo,Tu,Th-Su 09:00-18:00");
    week("Mo-Su 09:00-18:00; We closed", "Mo,Tu,Th-Su 09:00-18:00");
    week("24/7; Su off", "Mo-Sa 00:00-24:00");
}

#[test]
fn lenient_spellings() {
    week("Mon-Fri 9:00 - 18:00", "Mo-Fr 09:00-18:00");
    week("monday – friday 9:00–18:00", "Mo-Fr 09:00-18:00");
    week("Mo-Fr: 09:00-18:00;", "Mo-Fr 09:00-18:00");
    week("Mo-Fr 09:00-18:00 open", "Mo-Fr 09:00-18:00");
}

#[test]
fn a_semicolon_replaces_and_a_comma_adds() {
    week("Mo-Fr 09:00-18:00; Mo-Su 20:00-22:00", "Mo-Su 20:00-22:00");
    assert!(!open_at("Mo-Fr 09:00-18:00; Mo-Su 20:00-22:00", "Mo 10:00"));
    week("Mo-Fr 09:00-18:00, We 20:00-22:00", "Mo,Tu,Th,Fr 09:00-18:00; We 09:00-18:00,20:00-22:00");
    week("Mo-Fr 09:00-18:00; We 10:00-12:00", "Mo,Tu,Th,Fr 09:00-18:00; We 10:00-12:00");
    week("Mo-Fr 09:00-18:00; 12:00-13:00 off", "Mo-Fr 09:00-12:00,13:00-18:00");
    week("Mo-Fr 09:00-18:00, We off", "Mo,Tu,Th,Fr 09:00-18:00");
}

#[test]
fn a_shift_belongs_to_the_day_on_which_it_begins() {
    // Saturday's night shift ends on Sunday morning although Sunday itself is closed.
    assert!(open_at("Mo-Sa 22:00-04:00; Su off", "Su 03:59"));
    assert!(!open_at("Mo-Sa 22:00-04:00; Su off", "Su 22:00"));
    assert!(!open_at("Mo-Sa 22:00-04:00; Su off", "Mo 03:00"));
    assert!(!open_at("Mo-Su 22:00-06:00; 02:00-03:00 off", "Tu 02:30"));
    assert!(open_at("Mo-Su 22:00-06:00; 02:00-03:00 off", "Tu 03:00"));
}

#[test]
fn opening_is_included_and_closing_is_not() {
    assert!(open_at("Mo-Fr 09:00-18:00", "Mo 09:00"));
    assert!(!open_at("Mo-Fr 09:00-18:00", "Mo 18:00"));
}

#[test]
fn holidays() {
    assert_eq!(hours("Mo-Fr 09:00-18:00").on_holiday(), None);
    assert_eq!(hours("Mo-Fr 09:00-18:00; PH off").on_holiday(), Some(vec![]));
    assert_eq!(hours("Mo-Fr 09:00-18:00; PH 10:00-14:00").on_holiday(), Some(vec![(600, 840)]));
    assert_eq!(hours("Mo-Fr 09:00-18:00; Sa,PH 10:00-14:00").on_holiday(), Some(vec![(600, 840)]));
    assert_eq!(hours("24/7; PH off").on_holiday(), Some(vec![]));
    let christmas = date(2026, 12, 25);
    let is_christmas = |day: Date| day == christmas;
    assert_eq!(hours("Mo-Fr 09:00-18:00; PH off").on_date(christmas, is_christmas), vec![]);
    assert_eq!(hours("Mo-Fr 09:00-18:00").on_date(christmas, is_christmas), vec![(540, 1080)]);
    assert_eq!(hours("PH Sa,Su off; Mo-Fr 09:00-18:00").on_holiday(), Some(vec![]));
    // The order decides here too: the later rule speaks of this Friday.
    assert_eq!(hours("PH off; Mo-Fr 09:00-18:00").on_date(christmas, is_christmas), vec![(540, 1080)]);
    assert!(open_at("PH 10:00-12:00", "PH 10:00"));
}

#[test]
fn dated_exceptions() {
    let text =
        "Mo-Su 09:00-18:00; Dec 24 09:00-14:00; Dec 25-26 off; 2026-11-02 off; 2026 Dec 31 - Jan 2 off";
    let on = |year, month, day| hours(text).on_date(date(year, month, day), none);
    assert_eq!(on(2026, 12, 24), vec![(540, 840)]);
    assert_eq!(on(2030, 12, 26), vec![]);
    assert_eq!(on(2026, 11, 2), vec![]);
    assert_eq!(on(2027, 11, 2), vec![(540, 1080)]);
    assert_eq!(on(2027, 1, 2), vec![]);
    assert_eq!(on(2027, 1, 3), vec![(540, 1080)]);
    assert_eq!(on(2026, 1, 1), vec![(540, 1080)]);
    assert_eq!(hours(text).week().to_string(), "Mo-Su 09:00-18:00");
    let year_end = hours("24/7; Dec 30-Jan 2 off; Dec 24,31 off; Feb 29 off");
    assert_eq!(year_end.on_date(date(2026, 1, 1), none), vec![]);
    assert_eq!(year_end.on_date(date(2026, 12, 24), none), vec![]);
    assert_eq!(year_end.on_date(date(2028, 2, 29), none), vec![]);
    assert_eq!(year_end.on_date(date(2026, 2, 28), none), vec![(0, 1440)]);
}

#[test]
fn seasons() {
    let text = "Apr-Sep Mo-Fr 09:00-18:00; Oct-Mar Mo-Fr 10:00-16:00; Jul 1-14: Mo-Fr 09:00-12:00";
    assert!(hours(text).has_seasons() && !hours("Mo 09:00-10:00; Dec 24 off").has_seasons());
    assert_eq!(hours(text).on_date(date(2026, 2, 2), none), vec![(600, 960)]);
    assert_eq!(hours(text).on_date(date(2026, 7, 6), none), vec![(540, 720)]);
    assert_eq!(hours(text).on_date(date(2026, 7, 5), none), vec![]);
    assert_eq!(hours(text).week_of(date(2026, 7, 25)).to_string(), "Mo-Fr 09:00-18:00");
    assert_eq!(hours(text).week_of(date(2026, 7, 8)).to_string(), "Mo-Fr 09:00-12:00");
}

#[test]
fn comments_are_kept() {
    let text = "Mo-Fr 09:00-18:00; Sa \"by appointment\"";
    assert_eq!(hours(text).comments().collect::<Vec<_>>(), ["by appointment"]);
    week(text, "Mo-Fr 09:00-18:00");
    week("Mo 09:00-18:00 \"ring twice; wait\"", "Mo 09:00-18:00");
}

#[test]
fn a_later_rule_that_takes_back_an_earlier_one_is_stated() {
    let trap = hours("Mo-Fr 09:00-18:00; Mo-Su 20:00-22:00").erased();
    assert_eq!(trap.len(), 1);
    assert_eq!((trap[0].rule, trap[0].by, trap[0].apart), (0, 1, true));
    assert_eq!(trap[0].lost.to_string(), "Mo-Fr 09:00-18:00");
    let narrower = hours("Mo-Su 09:00-18:00; Su 10:00-14:00").erased();
    assert!(!narrower[0].apart);
    assert_eq!(narrower[0].lost.to_string(), "Su 09:00-10:00,14:00-18:00");
    let order = hours("PH off; Mo-Fr 09:00-18:00").erased();
    assert!(order[0].on_holidays);
    assert_eq!(order[0].lost.to_string(), "Mo-Fr 09:00-18:00");
    let reopened = hours("Su off; 10:00-18:00").erased();
    assert_eq!(reopened[0].lost.to_string(), "Su 10:00-18:00");
    for sound in [
        "Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off",
        "Mo-Fr 09:00-18:00, We 20:00-22:00",
        "Mo-Su 09:00-18:00; Su off; Dec 24 09:00-14:00",
        "Mo-Fr,PH 09:00-18:00; Sa 10:00-14:00",
        "Mo-Fr 09:00-18:00; Mo-Fr 08:00-20:00",
    ] {
        assert_eq!(hours(sound).erased(), vec![], "{sound}");
    }
}

#[test]
fn windows_of_conditions_may_name_days_alone() {
    let window = |text: &str| Hours::parse_window(text).unwrap();
    assert_eq!(window("Sa,Su").week().to_string(), "Sa,Su 00:00-24:00");
    assert_eq!(window("Mo-Fr 10:00-12:00").week().to_string(), "Mo-Fr 10:00-12:00");
    assert_eq!(window("PH").on_holiday(), Some(vec![(0, 1440)]));
    assert!(window("PH").week().is_empty());
}

#[test]
fn moments() {
    assert_eq!(Moment::parse("Sa 23:30"), Ok(Moment::Week(5 * 1440 + 23 * 60 + 30)));
    assert_eq!(Moment::parse("monday 9:00"), Ok(Moment::Week(540)));
    assert_eq!(Moment::parse("PH 12:00"), Ok(Moment::Holiday(720)));
    assert_eq!(Moment::parse("Sa 23:30").unwrap().to_string(), "Sa 23:30");
    for text in ["Sa", "23:30", "Sa 24:00", "Sa 10:00-12:00", "", "Xx 10:00", "Sa 10:70"] {
        assert!(Moment::parse(text).is_err(), "{text}");
    }
    assert!(Moment::parse("Пн 10:00").unwrap_err().help.contains("`Mo`"));
}
