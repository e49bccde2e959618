//! Dates.

use etalon::time::parse_date;

#[test]
fn dates_are_read_as_year_month_day() {
    assert_eq!(parse_date(" 2026-12-01 ").unwrap().to_string(), "2026-12-01");
    assert_eq!(parse_date("2028-02-29").unwrap().to_string(), "2028-02-29");
}

#[test]
fn other_forms_are_explained() {
    for (text, message, help) in [
        ("01.12.2026", "not written as a date", "`2026-12-01`"),
        ("1/12/2026", "not written as a date", "`2026-12-01` or `2026-01-12`"),
        ("31/12/2026", "not written as a date", "`2026-12-31`"),
        ("12/31/2026", "not written as a date", "`2026-12-31`"),
        ("2026/12/01", "not written as a date", "`2026-12-01`"),
        ("2026-13-40", "no month 13", "01 to 12"),
        ("2026-31-12", "no month 31", "`2026-12-31`"),
        ("2026-02-30", "the month has 28 days", "01 to 28"),
        ("2026-2-3", "leaves out a digit", "`2026-02-03`"),
        ("0026-12-01", "too far away", "check"),
        ("tomorrow", "not a date", "`2026-12-01`"),
        ("", "not a date", "`2026-12-01`"),
        ("9999999999-1-1", "not a date", "`2026-12-01`"),
    ] {
        let problem = parse_date(text).unwrap_err();
        assert!(problem.message.contains(message), "{text}: {}", problem.message);
        assert!(problem.help.contains(help), "{text}: {}", problem.help);
    }
}
