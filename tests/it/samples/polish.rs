//! A handbook of a service desk, in Polish.

use etalon::compile::{Block, Chapter, Furniture, Handbook, Inline, Line, NoticeKind, Section, Table, Week};
use etalon::time::WeekSet;

use super::{card, facts, flow, line, notice, paragraph, points, row};

/// The handbook of the first line of a service desk.
pub(crate) fn polish() -> Handbook {
    Handbook {
        language: "pl".into(),
        title: "Standardy obsługi zgłoszeń serwisowych".into(),
        audience: Some("Dla pierwszej linii wsparcia".into()),
        company: Some("Żuraw Systemy Sp. z o.o.".into()),
        edition: Some("Wersja 3.2".into()),
        day: Some(jiff::civil::date(2026, 12, 1)),
        cover: vec![paragraph("*Dobra* obsługa")],
        address: vec![paragraph("Ulica 1")],
        imprint: facts(&[
            ("Wersja", "1.4"),
            ("Obowiązuje", "od 1 lipca 2026 r."),
            ("Właściciel", "Grażyna Święcicka"),
        ]),
        chapters: vec![times(), work()],
        now: None,
        furniture: Furniture {
            contents: "Spis treści".into(),
            search: "Szukaj na stronie".into(),
            nothing_found: "Nic nie znaleziono".into(),
            skip: "Przejdź do treści".into(),
            see: "zob.".into(),
            print: "Drukuj".into(),
            theme: "Ciemny wygląd".into(),
            mine: "Ty".into(),
            days: ["Pn", "Wt", "Śr", "Cz", "Pt", "So", "Nd"].map(str::to_owned).to_vec(),
            all_day: "całą dobę".into(),
            holidays: "Święta".into(),
        },
    }
}

fn times() -> Chapter {
    let head = ["Zgłoszenie", "Kanał", "Reakcja", "Aktualizacje", "Rozwiązanie", "Eskalacja do"]
        .map(str::to_owned)
        .to_vec();
    let mut rows = Vec::new();
    for priority in ["Krytyczne", "Wysokie", "Zwykłe", "Niskie", "Zapytanie"] {
        rows.push(row(
            0,
            &[priority, "telefon lub portal", "30 minut", "co 2 godziny", "8 godzin", "kierownik zmiany"],
        ));
        rows.push(row(
            1,
            &[
                "gdy klient ma pakiet Premium",
                "dedykowana linia",
                "15 minut",
                "co godzinę",
                "4 godziny",
                "dyrektor operacyjny",
            ],
        ));
        rows.push(row(
            1,
            &[
                "poza godzinami pracy",
                "dyżur telefoniczny",
                "1 godzina",
                "co 4 godziny",
                "następny dzień roboczy",
                "inżynier dyżurny",
            ],
        ));
    }
    let day = |day: u16, from: u16, to: u16| (day * 1440 + from * 60, day * 1440 + to * 60);
    Chapter {
        anchor: "czasy".into(),
        title: "Czasy i godziny".into(),
        lead: vec![paragraph("Czas liczymy od chwili, w której zgłoszenie trafia do systemu.")],
        sections: vec![
            Section {
                anchor: "reakcja".into(),
                title: "Czasy reakcji i rozwiązania".into(),
                blocks: vec![
                    Block::Table(Table { caption: "Czasy według priorytetu".into(), head, rows }),
                    notice(
                        NoticeKind::Bound,
                        "Umowa",
                        "Wartości dla pakietu Premium wynikają z załącznika nr 3 do umowy ramowej.",
                    ),
                ],
            },
            Section {
                anchor: "godziny".into(),
                title: "Godziny pracy".into(),
                blocks: vec![Block::Week(Week {
                    caption: "Dyżur pierwszej linii".into(),
                    hours: WeekSet::from_ranges(
                        (0..4).map(|at| day(at, 6, 22)).chain([day(4, 6, 30), day(6, 22, 29)]),
                    ),
                    closed: "zamknięte".into(),
                    holidays: Some(vec![(480, 960)]),
                    words: line("Noc z piątku na sobotę i z niedzieli na poniedziałek obsługuje dyżurny."),
                })],
            },
        ],
    }
}

fn work() -> Chapter {
    let mine = "Pierwsza linia";
    let code = Line(vec![
        Inline::Text("Wpisz ".into()),
        Inline::Code("INC-0000".into()),
        Inline::Text(" w tytule.".into()),
    ]);
    Chapter {
        anchor: "praca".into(),
        title: "Praca ze zgłoszeniem".into(),
        lead: vec![Block::Paragraph(code)],
        sections: vec![
            Section {
                anchor: "rozmowa".into(),
                title: "Rozmowa z klientem".into(),
                blocks: vec![
                    card(
                        "Początek rozmowy",
                        &["Dzień dobry, {imię}, Żuraw Systemy. W czym mogę pomóc?"],
                        &[("Czas", "do 8 sekund")],
                    ),
                    points(
                        false,
                        &[
                            "Konstantynopolitańczykowianeczka nie musi powtarzać numeru umowy.",
                            "Notuj dosłownie.",
                        ],
                    ),
                ],
            },
            Section {
                anchor: "obsluga".into(),
                title: "Obsługa incydentu".into(),
                blocks: vec![flow(
                    "krok",
                    "Od zgłoszenia do zamknięcia",
                    mine,
                    &[(2, &[("Narzędzie", "portal serwisowy")])],
                    &[
                        (mine, "Przyjmij zgłoszenie i potwierdź numer", false, &[("", 2)], ""),
                        (
                            mine,
                            "Czy usługa nie działa u wielu klientów?",
                            true,
                            &[("Tak", 3), ("Nie", 4)],
                            "",
                        ),
                        ("Kierownik zmiany", "Ogłoś awarię masową", false, &[("", 5)], ""),
                        (
                            mine,
                            "Odtwórz problem według opisu",
                            false,
                            &[("Udało się", 5), ("Nie udało się", 1)],
                            "",
                        ),
                        ("Druga linia", "Usuń przyczynę", false, &[("", 6)], ""),
                        (
                            mine,
                            "Czy klient potwierdza, że działa?",
                            true,
                            &[("Tak", 7), ("Nie", 5), ("Brak odpowiedzi przez 3 dni", 8)],
                            "",
                        ),
                        (mine, "Zamknij zgłoszenie", false, &[], "Rozwiązane"),
                        (mine, "Zamknij warunkowo i powiadom klienta", false, &[], "Zamknięte warunkowo"),
                    ],
                )],
            },
        ],
    }
}
