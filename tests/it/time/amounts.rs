//! Money, percentages, thresholds and frequencies.

use etalon::time::{Amount, Comparison, Frequency, Measure, Money, Percent, Threshold};

#[track_caller]
fn amount(text: &str, canonical: &str) {
    assert_eq!(Amount::parse(text).map(|amount| amount.to_string()), Ok(canonical.to_owned()), "{text}");
}

#[test]
fn amounts_are_money_or_percentages() {
    amount("40 PLN", "40 PLN");
    amount("PLN 40", "40 PLN");
    amount("1 000.50 EUR", "1000.50 EUR");
    amount("1\u{a0}000,5 EUR", "1000.50 EUR");
    amount("10%", "10%");
    amount("10 %", "10%");
    amount("99.999%", "99.999%");
    amount("10% of the price", "10% of the price");
    assert_eq!(Money::parse("1 000.50 EUR").unwrap().hundredths(), 100_050);
}

#[test]
fn what_is_no_amount_is_explained() {
    let help = |text: &str| Amount::parse(text).unwrap_err().help;
    assert!(help("40").contains("`40 EUR`"));
    assert!(help("40 zł").contains("`40 PLN`"));
    assert!(help("€40").contains("`40 EUR`"));
    assert!(help("40 pln").contains("`40 PLN`"));
    assert!(help("1,000 EUR").contains("`1 000.50`"));
    assert!(help("40.123 EUR").contains("`1 000.50`"));
    assert!(help("10% price").contains("of the price"));
    assert!(help("some").contains("`40 PLN`"));
    assert!(Percent::parse("80").unwrap_err().help.contains("`80%`"));
}

#[test]
fn thresholds_have_a_direction() {
    let reads = |text: &str| Threshold::parse(text).map(|threshold| threshold.to_string());
    assert_eq!(reads(">= 80%"), Ok(">= 80%".into()));
    assert_eq!(reads("< 65 %"), Ok("< 65%".into()));
    assert_eq!(reads("≥50"), Ok(">= 50".into()));
    assert_eq!(reads("<= 2 min"), Ok("<= 2 min".into()));
    assert_eq!(reads(">= -10"), Ok(">= -10".into()));
    assert_eq!(reads("< 0"), Ok("< 0".into()));
    assert_eq!(reads("0..5"), Ok("0..5".into()));
    assert_eq!(reads("0..5%"), Ok("0%..5%".into()));
    assert_eq!(reads(">= 4.5"), Ok(">= 4.5".into()));
    let help = |text: &str| Threshold::parse(text).unwrap_err().help;
    assert!(help("80%").contains("`>= 80%`") && help("80%").contains("`<= 80%`"));
    assert!(help("=> 80%").contains("`>= 80%`"));
    assert!(help("5..0").contains("`0..5`"));
    assert!(help("high").contains("sign and a value"));
    assert!(help("0..2 min").contains("same unit"));
}

#[test]
fn thresholds_hold_or_not() {
    let holds = |threshold: &str, value: &str| {
        Threshold::parse(threshold).unwrap().holds(&Measure::parse(value).unwrap(), 5)
    };
    assert_eq!(holds(">= 80%", "80%"), Some(true));
    assert_eq!(holds("< 65%", "65%"), Some(false));
    assert_eq!(holds("<= 2 min", "121 s"), Some(false));
    assert_eq!(holds("0..5", "5"), Some(true));
    assert_eq!(holds("0..5", "-1"), Some(false));
    assert_eq!(holds("<= 2 min", "80%"), None);
    let bound = Threshold::parse("> 1").unwrap();
    assert!(matches!(bound, Threshold::Compared { comparison: Comparison::Above, .. }));
}

#[test]
fn frequencies_are_periods() {
    let reads = |text: &str| Frequency::parse(text).map(|frequency| frequency.to_string());
    for (text, canonical) in [
        ("day", "day"),
        ("every day", "day"),
        ("daily", "day"),
        ("Every shift", "shift"),
        ("2 weeks", "2 weeks"),
        ("every 3 months", "3 months"),
        ("quarter", "quarter"),
        ("visit", "visit"),
        ("each contact", "contact"),
        ("hour", "hour"),
        ("every half-year", "half-year"),
        ("call", "call"),
        ("once a month", "month"),
        ("twice a day", "2 times a day"),
        ("3 times per year", "3 times a year"),
    ] {
        assert_eq!(reads(text), Ok(canonical.to_owned()), "{text}");
    }
    assert!(Frequency::parse("quater").unwrap_err().help.contains("`quarter`"));
    for text in
        ["", "sometimes", "0 times a day", "twice", "twice a", "twice a moon", "0 days", "1.5 weeks", "every"]
    {
        assert!(Frequency::parse(text).is_err(), "{text}");
    }
}
