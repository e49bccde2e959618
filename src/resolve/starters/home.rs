//! What a standard takes from the country it is for: time zone, currency, law, how telephone numbers begin.
//! Must never hold words; those come with the language.

/// A country, as far as a starter depends on it.
#[derive(Debug, Clone, Copy)]
pub struct Home {
    /// Its two letters.
    pub country: &'static str,
    /// The time zone of its capital or largest city.
    pub zone: &'static str,
    /// The three letters of its currency.
    pub currency: &'static str,
    /// What stands for a euro in round sums.
    pub rate: u32,
    /// A number that nobody has.
    pub phone: &'static str,
    /// The packs that hold its law.
    pub law: &'static [&'static str],
}

const fn of(
    country: &'static str,
    zone: &'static str,
    currency: (&'static str, u32),
    phone: &'static str,
    law: &'static [&'static str],
) -> Home {
    Home { country, zone, currency: currency.0, rate: currency.1, phone, law }
}

/// Every country whose public holidays are known.
pub(super) const HOMES: [Home; 12] = [
    of("AT", "Europe/Vienna", ("EUR", 1), "+43 00 000 0000", &["law/eu"]),
    of("CZ", "Europe/Prague", ("CZK", 25), "+420 000 000 000", &["law/eu"]),
    of("DE", "Europe/Berlin", ("EUR", 1), "+49 00 00000000", &["law/eu"]),
    of("EE", "Europe/Tallinn", ("EUR", 1), "+372 000 0000", &["law/eu"]),
    of("ES", "Europe/Madrid", ("EUR", 1), "+34 000 000 000", &["law/eu"]),
    of("FR", "Europe/Paris", ("EUR", 1), "+33 0 00 00 00 00", &["law/eu"]),
    of("GB", "Europe/London", ("GBP", 1), "+44 0000 000000", &["law/uk"]),
    of("LT", "Europe/Vilnius", ("EUR", 1), "+370 000 00000", &["law/eu"]),
    of("LV", "Europe/Riga", ("EUR", 1), "+371 0000 0000", &["law/eu", "law/lv"]),
    of("PL", "Europe/Warsaw", ("PLN", 4), "+48 000 000 000", &["law/eu", "law/pl"]),
    of("RU", "Europe/Moscow", ("RUB", 100), "+7 000 000-00-00", &["law/ru"]),
    of("US", "America/New_York", ("USD", 1), "+1 000 000 0000", &["law/us"]),
];

/// The country of these two letters; without letters the one where the language is at home.
pub fn home(country: Option<&str>, language: &str) -> Option<&'static Home> {
    let wanted = country.unwrap_or(match language {
        "lv" => "LV",
        "pl" => "PL",
        "ru" => "RU",
        _ => "GB",
    });
    HOMES.iter().find(|home| home.country.eq_ignore_ascii_case(wanted))
}
