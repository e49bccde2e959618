//! Names of time zones.
//! Must never accept an offset: it is wrong for half of the year.

use jiff::tz::TimeZone;

use crate::diagnostic::nearest;
use crate::time::Problem;

/// Reads the name of a time zone: `Europe/Warsaw`.
pub fn parse_time_zone(text: &str) -> Result<TimeZone, Problem> {
    let name = text.trim();
    // What is written exactly as the zone is called needs no search.
    if let Ok(zone) = TimeZone::get(name)
        && !zone.is_unknown()
        && zone.iana_name() == Some(name)
    {
        return Ok(zone);
    }
    let names: Vec<String> = jiff::tz::db().available().map(|known| known.as_str().to_owned()).collect();
    if let Some(known) = names.iter().find(|known| *known == name) {
        return TimeZone::get(known).map_err(|_| unknown(text, None));
    }
    let city = name.rsplit('/').next().unwrap_or(name).replace(' ', "_");
    let of_city =
        |known: &&String| known.rsplit('/').next().is_some_and(|end| end.eq_ignore_ascii_case(&city));
    // `Etc/GMT+1` lies west of Greenwich: nobody who writes `GMT+1` means it.
    let places = || names.iter().filter(|known| !known.starts_with("Etc/") && !known.starts_with("GMT"));
    let mut near: Vec<&String> = places().filter(of_city).collect();
    near.sort();
    let found = near.first().map(|known| known.as_str());
    Err(unknown(text, found.or_else(|| nearest(name, places().map(String::as_str)))))
}

/// The time zone of a name that has been read; Greenwich without summer time where the name is not known.
pub fn time_zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

fn unknown(text: &str, near: Option<&str>) -> Problem {
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "write a region and a city: `Europe/Warsaw`".to_owned(),
    };
    Problem::whole(text, format!("`{}` is not a time zone", text.trim()), help)
}
