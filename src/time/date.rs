//! Dates, written `2026-12-01`.
//! Must never guess the order of day and month.

use jiff::civil::Date;

use super::Problem;

/// Reads a date written as year, month and day: `2026-12-01`.
pub fn parse_date(text: &str) -> Result<Date, Problem> {
    let trimmed = text.trim();
    let parts: Vec<&str> = trimmed.split('-').collect();
    if let [year, month, day] = parts.as_slice()
        && year.len() == 4
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
    {
        return iso(text, year, month, day);
    }
    Err(other_form(text).unwrap_or_else(|| {
        let message = format!("`{trimmed}` is not a date");
        Problem::whole(text, message, "write year, month and day: `2026-12-01`")
    }))
}

fn iso(text: &str, year: &str, month: &str, day: &str) -> Result<Date, Problem> {
    let written = text.trim();
    let (Ok(y), Ok(m), Ok(d)) = (year.parse::<i16>(), month.parse::<i8>(), day.parse::<i8>()) else {
        return Err(Problem::whole(text, format!("`{written}` is not a date"), "write `2026-12-01`"));
    };
    if month.len() != 2 || day.len() != 2 {
        let help = format!("write two digits for month and day: `{y:04}-{m:02}-{d:02}`");
        return Err(Problem::whole(text, format!("`{written}` leaves out a digit"), help));
    }
    if !(1..=12).contains(&m) {
        let help = if (1..=12).contains(&d) && Date::new(y, d, m).is_ok() {
            format!("the month comes before the day: `{y:04}-{d:02}-{m:02}`")
        } else {
            "write a month from 01 to 12".to_owned()
        };
        return Err(Problem::whole(text, format!("`{written}` names no month: there is no month {m}"), help));
    }
    if !(1900..=2999).contains(&y) {
        return Err(Problem::whole(text, format!("`{written}` lies too far away"), "check the year"));
    }
    Date::new(y, m, d).map_err(|_| {
        let last = Date::new(y, m, 1).map(|first| first.days_in_month()).unwrap_or(31);
        let message = format!("`{written}` does not exist: the month has {last} days");
        Problem::whole(text, message, format!("write a day from 01 to {last}"))
    })
}

// `01.12.2026`, `1/12/2026`, `2026/12/01`, `2026-12-01T…`: what was probably meant.
fn other_form(text: &str) -> Option<Problem> {
    let trimmed = text.trim();
    let numbers: Vec<&str> =
        trimmed.split(['.', '/', '-', ' ', 'T']).filter(|part| !part.is_empty()).collect();
    let number = |at: usize| numbers.get(at).and_then(|part| part.parse::<i16>().ok());
    let (first, second, third) = (number(0)?, number(1)?, number(2)?);
    let date = |y: i16, m: i16, d: i16| Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok();
    let message = format!("`{trimmed}` is not written as a date");
    if numbers.first()?.len() == 4 {
        let meant = date(first, second, third)?;
        return Some(Problem::whole(text, message, format!("write `{meant}`")));
    }
    let year = if numbers.get(2)?.len() == 2 { 2000 + third } else { third };
    let (day_first, month_first) = (date(year, second, first), date(year, first, second));
    let help = match (day_first, month_first) {
        (Some(one), Some(other)) if trimmed.contains('/') && one != other => {
            format!("write `{one}` or `{other}`, whichever is meant")
        }
        (Some(one), _) => format!("write `{one}`"),
        (None, Some(other)) => format!("write `{other}`"),
        (None, None) => return None,
    };
    Some(Problem::whole(text, message, help))
}
