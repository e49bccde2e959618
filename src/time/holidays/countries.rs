//! The public holidays of each country as its law lists them.
//! Must never hold a computed date: rules only, except what was decided for one year.

use jiff::civil::Weekday;

use super::{On, Rule, Weekend};

/// The two letters of a country, its name and its holidays.
///
/// Germany, Spain and Austria: the days of the whole country, without those of single regions; in Spain a
/// region may replace some of them. Great Britain: England and Wales. United States: federal holidays.
/// Russia: the days of article 112 of the Labour Code, without the working days that the government moves
/// every year; add those under `closed`.
pub(super) const COUNTRIES: [(&str, &str, &[Rule]); 12] = [
    ("AT", "Austria", &AUSTRIA),
    ("CZ", "Czechia", &CZECHIA),
    ("DE", "Germany", &GERMANY),
    ("EE", "Estonia", &ESTONIA),
    ("ES", "Spain", &SPAIN),
    ("FR", "France", &FRANCE),
    ("GB", "United Kingdom", &BRITAIN),
    ("LT", "Lithuania", &LITHUANIA),
    ("LV", "Latvia", &LATVIA),
    ("PL", "Poland", &POLAND),
    ("RU", "Russia", &RUSSIA),
    ("US", "United States", &UNITED_STATES),
];

const ALWAYS: (i16, i16) = (i16::MIN, i16::MAX);

const fn rule(on: On, name: &'static str) -> Rule {
    Rule { on, weekend: Weekend::Stays, years: ALWAYS, name }
}

const fn day(month: i8, day: i8, name: &'static str) -> Rule {
    rule(On::Day(month, day), name)
}

const fn easter(days: i16, name: &'static str) -> Rule {
    rule(On::Easter(days), name)
}

const fn nth(month: i8, nth: i8, weekday: Weekday, name: &'static str) -> Rule {
    rule(On::Nth(month, nth, weekday), name)
}

impl Rule {
    const fn since(self, year: i16) -> Rule {
        Rule { years: (year, self.years.1), ..self }
    }

    const fn except(self, weekend: Weekend) -> Rule {
        Rule { weekend, ..self }
    }
}

const NEW_YEAR: Rule = day(1, 1, "New Year's Day");
const EPIPHANY: Rule = day(1, 6, "Epiphany");
const GOOD_FRIDAY: Rule = easter(-2, "Good Friday");
const EASTER_SUNDAY: Rule = easter(0, "Easter Sunday");
const EASTER_MONDAY: Rule = easter(1, "Easter Monday");
const ASCENSION: Rule = easter(39, "Ascension Day");
const PENTECOST: Rule = easter(49, "Pentecost");
const WHIT_MONDAY: Rule = easter(50, "Whit Monday");
const CORPUS_CHRISTI: Rule = easter(60, "Corpus Christi");
const LABOUR: Rule = day(5, 1, "Labour Day");
const ASSUMPTION: Rule = day(8, 15, "Assumption of Mary");
const ALL_SAINTS: Rule = day(11, 1, "All Saints' Day");
const CHRISTMAS_EVE: Rule = day(12, 24, "Christmas Eve");
const CHRISTMAS: Rule = day(12, 25, "Christmas Day");
const SECOND_CHRISTMAS: Rule = day(12, 26, "Second Day of Christmas");

const AUSTRIA: [Rule; 13] = [
    NEW_YEAR,
    EPIPHANY,
    EASTER_MONDAY,
    LABOUR,
    ASCENSION,
    WHIT_MONDAY,
    CORPUS_CHRISTI,
    ASSUMPTION,
    day(10, 26, "National Day"),
    ALL_SAINTS,
    day(12, 8, "Immaculate Conception"),
    CHRISTMAS,
    SECOND_CHRISTMAS,
];

const CZECHIA: [Rule; 13] = [
    NEW_YEAR,
    GOOD_FRIDAY.since(2016),
    EASTER_MONDAY,
    LABOUR,
    day(5, 8, "Victory Day"),
    day(7, 5, "Saints Cyril and Methodius Day"),
    day(7, 6, "Jan Hus Day"),
    day(9, 28, "Czech Statehood Day"),
    day(10, 28, "Independent Czechoslovak State Day"),
    day(11, 17, "Struggle for Freedom and Democracy Day"),
    CHRISTMAS_EVE,
    CHRISTMAS,
    SECOND_CHRISTMAS,
];

const GERMANY: [Rule; 10] = [
    NEW_YEAR,
    GOOD_FRIDAY,
    EASTER_MONDAY,
    LABOUR,
    ASCENSION,
    WHIT_MONDAY,
    day(10, 3, "Day of German Unity"),
    rule(On::Once(2017, 10, 31), "Reformation Day"),
    CHRISTMAS,
    SECOND_CHRISTMAS,
];

const ESTONIA: [Rule; 12] = [
    NEW_YEAR,
    day(2, 24, "Independence Day"),
    GOOD_FRIDAY,
    EASTER_SUNDAY,
    LABOUR,
    PENTECOST,
    day(6, 23, "Victory Day"),
    day(6, 24, "Midsummer Day"),
    day(8, 20, "Restoration of Independence Day"),
    CHRISTMAS_EVE,
    CHRISTMAS,
    SECOND_CHRISTMAS,
];

const SPAIN: [Rule; 10] = [
    NEW_YEAR,
    EPIPHANY,
    GOOD_FRIDAY,
    LABOUR,
    ASSUMPTION,
    day(10, 12, "National Day"),
    ALL_SAINTS,
    day(12, 6, "Constitution Day"),
    day(12, 8, "Immaculate Conception"),
    CHRISTMAS,
];

const FRANCE: [Rule; 11] = [
    NEW_YEAR,
    EASTER_MONDAY,
    LABOUR,
    day(5, 8, "Victory Day"),
    ASCENSION,
    WHIT_MONDAY,
    day(7, 14, "National Day"),
    ASSUMPTION,
    ALL_SAINTS,
    day(11, 11, "Armistice Day"),
    CHRISTMAS,
];

// The early May and spring holidays were moved for anniversaries in single years.
const BRITAIN: [Rule; 24] = [
    NEW_YEAR.except(Weekend::NextMonday),
    GOOD_FRIDAY,
    EASTER_MONDAY,
    Rule { years: (1978, 1994), ..EARLY_MAY },
    Rule { years: (1996, 2019), ..EARLY_MAY },
    EARLY_MAY.since(2021),
    rule(On::Once(1995, 5, 8), "Early May bank holiday"),
    rule(On::Once(2020, 5, 8), "Early May bank holiday"),
    Rule { years: (1971, 2001), ..SPRING },
    rule(On::Once(2002, 6, 3), "Golden Jubilee"),
    rule(On::Once(2002, 6, 4), "Spring bank holiday"),
    Rule { years: (2003, 2011), ..SPRING },
    Rule { years: (2013, 2021), ..SPRING },
    SPRING.since(2023),
    rule(On::Once(2012, 6, 4), "Spring bank holiday"),
    rule(On::Once(2022, 6, 2), "Spring bank holiday"),
    nth(8, -1, Weekday::Monday, "Summer bank holiday"),
    CHRISTMAS.except(Weekend::TwoDaysLater),
    day(12, 26, "Boxing Day").except(Weekend::TwoDaysLater),
    rule(On::Once(2011, 4, 29), "Royal wedding"),
    rule(On::Once(2012, 6, 5), "Diamond Jubilee"),
    rule(On::Once(2022, 6, 3), "Platinum Jubilee"),
    rule(On::Once(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
    rule(On::Once(2023, 5, 8), "Coronation of King Charles III"),
];

const EARLY_MAY: Rule = nth(5, 1, Weekday::Monday, "Early May bank holiday");
const SPRING: Rule = nth(5, -1, Weekday::Monday, "Spring bank holiday");

const LITHUANIA: [Rule; 16] = [
    NEW_YEAR,
    day(2, 16, "Restoration of the State Day"),
    day(3, 11, "Restoration of Independence Day"),
    EASTER_SUNDAY,
    EASTER_MONDAY,
    LABOUR,
    nth(5, 1, Weekday::Sunday, "Mother's Day"),
    nth(6, 1, Weekday::Sunday, "Father's Day"),
    day(6, 24, "Saint John's Day"),
    day(7, 6, "Statehood Day"),
    ASSUMPTION,
    ALL_SAINTS,
    day(11, 2, "All Souls' Day").since(2020),
    CHRISTMAS_EVE,
    CHRISTMAS,
    SECOND_CHRISTMAS,
];

const LATVIA: [Rule; 15] = [
    NEW_YEAR,
    GOOD_FRIDAY,
    EASTER_SUNDAY,
    EASTER_MONDAY,
    LABOUR,
    day(5, 4, "Restoration of Independence Day").except(Weekend::NextMonday),
    nth(5, 2, Weekday::Sunday, "Mother's Day"),
    PENTECOST,
    day(6, 23, "Midsummer Eve"),
    day(6, 24, "Midsummer Day"),
    day(11, 18, "Proclamation Day").except(Weekend::NextMonday),
    CHRISTMAS_EVE,
    CHRISTMAS,
    SECOND_CHRISTMAS,
    day(12, 31, "New Year's Eve"),
];

const POLAND: [Rule; 14] = [
    NEW_YEAR,
    EPIPHANY.since(2011),
    EASTER_SUNDAY,
    EASTER_MONDAY,
    LABOUR,
    day(5, 3, "Constitution Day"),
    PENTECOST,
    CORPUS_CHRISTI,
    ASSUMPTION,
    ALL_SAINTS,
    day(11, 11, "Independence Day"),
    CHRISTMAS_EVE.since(2025),
    CHRISTMAS,
    SECOND_CHRISTMAS,
];

const RUSSIA: [Rule; 14] = [
    NEW_YEAR,
    day(1, 2, "New Year holidays"),
    day(1, 3, "New Year holidays"),
    day(1, 4, "New Year holidays"),
    day(1, 5, "New Year holidays"),
    day(1, 6, "New Year holidays").since(2013),
    day(1, 7, "Christmas Day"),
    day(1, 8, "New Year holidays").since(2013),
    day(2, 23, "Defender of the Fatherland Day"),
    day(3, 8, "International Women's Day"),
    day(5, 1, "Spring and Labour Day"),
    day(5, 9, "Victory Day"),
    day(6, 12, "Russia Day"),
    day(11, 4, "Unity Day"),
];

const UNITED_STATES: [Rule; 11] = [
    NEW_YEAR.except(Weekend::NearestWorkday),
    nth(1, 3, Weekday::Monday, "Martin Luther King Jr. Day"),
    nth(2, 3, Weekday::Monday, "Washington's Birthday"),
    nth(5, -1, Weekday::Monday, "Memorial Day"),
    day(6, 19, "Juneteenth").since(2021).except(Weekend::NearestWorkday),
    day(7, 4, "Independence Day").except(Weekend::NearestWorkday),
    nth(9, 1, Weekday::Monday, "Labor Day"),
    nth(10, 2, Weekday::Monday, "Columbus Day"),
    day(11, 11, "Veterans Day").except(Weekend::NearestWorkday),
    nth(11, 4, Weekday::Thursday, "Thanksgiving Day"),
    CHRISTMAS.except(Weekend::NearestWorkday),
];
