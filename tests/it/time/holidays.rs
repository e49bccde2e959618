//! Public holidays of countries.

use etalon::time::{ClosedDay, Country, DayKind, Holidays, holidays, is_holiday};
use jiff::civil::date;

fn days(country: &str, year: i16) -> String {
    let found = holidays(country, year).unwrap();
    found.iter().map(|day| day.date.strftime("%m-%d").to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn known_years() {
    assert_eq!(
        days("PL", 2026),
        "01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26"
    );
    assert_eq!(
        days("LV", 2026),
        "01-01 04-03 04-05 04-06 05-01 05-04 05-10 05-24 06-23 06-24 11-18 12-24 12-25 12-26 12-31"
    );
    assert_eq!(
        days("RU", 2026),
        "01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04"
    );
    assert_eq!(
        days("LT", 2026),
        "01-01 02-16 03-11 04-05 04-06 05-01 05-03 06-07 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26"
    );
    assert_eq!(days("EE", 2026), "01-01 02-24 04-03 04-05 05-01 05-24 06-23 06-24 08-20 12-24 12-25 12-26");
    assert_eq!(days("DE", 2026), "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26");
    assert_eq!(days("GB", 2026), "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28");
    assert_eq!(days("US", 2026), "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25");
    assert_eq!(days("FR", 2026), "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25");
    assert_eq!(days("ES", 2026), "01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25");
}

#[test]
fn holidays_on_weekends() {
    let on = |country: &str, y, m, d| is_holiday(country, date(y, m, d)).unwrap();
    assert!(on("LV", 2024, 5, 4) && on("LV", 2024, 5, 6), "4 May 2024 was a Saturday");
    assert!(on("LV", 2029, 11, 19) && !on("LV", 2026, 11, 19), "18 November 2029 is a Sunday");
    assert!(on("GB", 2021, 12, 27) && on("GB", 2021, 12, 28), "Christmas 2021 fell on Saturday and Sunday");
    assert!(on("GB", 2022, 12, 26) && on("GB", 2022, 12, 27), "Christmas 2022 fell on a Sunday");
    assert!(on("GB", 2022, 1, 3) && on("GB", 2023, 1, 2));
    assert!(on("US", 2021, 12, 31), "New Year 2022 was observed in the year before");
    assert!(on("US", 2022, 12, 26) && on("US", 2027, 12, 24));
}

#[test]
fn laws_change() {
    let on = |country: &str, y, m, d| is_holiday(country, date(y, m, d)).unwrap();
    assert!(!on("PL", 2024, 12, 24) && on("PL", 2025, 12, 24));
    assert!(!on("US", 2020, 6, 19) && on("US", 2023, 6, 19));
    assert!(on("GB", 2020, 5, 8) && !on("GB", 2020, 5, 4));
    assert!(on("GB", 2022, 6, 2) && !on("GB", 2022, 5, 30) && on("GB", 2023, 5, 29));
}

#[test]
fn easter_of_every_year_is_a_sunday_in_its_month() {
    for year in 1900..2200 {
        let list = holidays("PL", year).unwrap();
        let easter = list.iter().find(|day| day.name == "Easter Sunday").unwrap().date;
        assert_eq!(easter.weekday(), jiff::civil::Weekday::Sunday);
        assert!(easter >= date(year, 3, 22) && easter <= date(year, 4, 25), "{easter}");
    }
    for (y, m, d) in
        [(2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2024, 3, 31), (2038, 4, 25), (2049, 4, 18)]
    {
        assert!(
            holidays("PL", y)
                .unwrap()
                .iter()
                .any(|day| day.date == date(y, m, d) && day.name == "Easter Sunday")
        );
    }
}

#[test]
fn unknown_countries_are_explained() {
    assert!(holidays("XX", 2026).is_none());
    let help = |text: &str| Country::parse(text).unwrap_err().help;
    assert!(help("XX").contains("`PL`") && help("XX").contains("`closed`"));
    assert!(help("pl").contains("write `PL`"));
    assert!(help("Poland").contains("write `PL`"));
    assert!(help("UK").contains("write `GB`"));
}

#[test]
fn closed_days_are_once_or_yearly() {
    let parse = |text: &str| ClosedDay::parse(text).unwrap();
    let holidays =
        Holidays { country: None, closed: vec![parse("2026-12-25"), parse("12-26")], ..Holidays::default() };
    assert_eq!(holidays.kind(date(2026, 12, 25)), DayKind::Closed);
    assert_eq!(holidays.kind(date(2025, 12, 25)), DayKind::Ordinary);
    assert_eq!(holidays.kind(date(2024, 12, 26)), DayKind::Closed);
    assert!(ClosedDay::parse("13-01").is_err() && ClosedDay::parse("02-29").is_ok());
    assert!(ClosedDay::parse("24.12.2026").unwrap_err().help.contains("`2026-12-24`"));
}
