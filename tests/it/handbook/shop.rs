//! One shop with every section: what each reader finds in the handbook, and in which words.

use super::*;

pub(super) fn shop() -> Project {
    project(include_str!("shop.yaml"))
}

pub(super) fn book(audience: &Audience, language: &str) -> String {
    said(&handbook(&shop(), audience, language, TODAY)).replace('\u{a0}', " ")
}

#[track_caller]
pub(super) fn has(book: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(book.contains(wanted), "`{wanted}` is missing in\n{book}");
    }
}

#[track_caller]
pub(super) fn lacks(book: &str, unwanted: &[&str]) {
    for unwanted in unwanted {
        let line = book.lines().find(|line| line.contains(unwanted));
        assert!(line.is_none(), "`{unwanted}` is in: {line:?}");
    }
}

#[test]
fn every_value_of_every_field_is_in_the_handbook_for_everybody() {
    let english = book(&everybody(), "en");
    has(&english, &["Version: 1.4.0", "In effect from: 1 January 2026", "To be reviewed by: 1 June 2027"]);
    has(&english, &["Responsible for the standard: Team lead", "Short name: amber", "Amber & Co"]);
    has(&english, &["Time zone: Europe/Warsaw", "Public holidays of: Poland", "Also closed on: 24 December"]);
    has(
        &english,
        &["Open in spite of a holiday on: 2 May 2026", "One ring counts: 4 seconds", "Currency: PLN"],
    );
    has(&english, &["Every case has: Response times: Resolution", "Reviewed: every half-year"]);
    has(&english, &["Where rules meet: Escalations: the rule that is best for the customer wins"]);
    has(
        &english,
        &["Kind: telephone", "Contact: +48 800 100 200", "Free of charge: yes", "Languages: Polish, English"],
    );
    has(
        &english,
        &["After hours: callback within: 2 business hours", "After hours: another channel: Helpline"],
    );
    has(
        &english,
        &["Menu: levels: 2", "Menu: choices at a level: 3", "Serves: colleagues", "Location: Gdańsk"],
    );
    has(
        &english,
        &["compensation: 1,500 PLN; discount: 12.5%", "Level: 1: takes requests", "Serves customers: no"],
    );
    has(&english, &["Delivers within: 1 business day", "Allowances: named users: 5"]);
    has(&english, &["Hours: Mon–Sat 10:00–20:00; 24 December 10:00–14:00", "around the clock"]);
    has(
        &english,
        &["number ≥ 0 people", "Customer group | no card, Gold card | later values must never fare worse"],
    );
    has(&english, &["Topic: order; Customer group: Gold card; Queue: ≥ 9 people"]);
    has(&english, &["60 | 4 minutes | 6 | 30% | Counted in May", "Paid within: 10 business days"]);
    has(
        &english,
        &["For each further period: 40.50 PLN", "At most in all: 10% of the price", "Paid: 40 PLN"],
    );
    has(
        &english,
        &[
            "Contains: greeting, name of the company",
            "At most of speech: 8 seconds",
            "{agent}: own first name",
        ],
    );
    has(
        &english,
        &["At most: 2 minutes", "Come back to the customer every: 30 seconds", "Transfers at most: 1"],
    );
    has(
        &english,
        &["Promised: Resolution: 14 days", "2 business days | Team lead | ticket | Take over | new contact"],
    );
    has(
        &english,
        &["Up to: 50 PLN", "After: 7 days", "every 2 weeks", "Missing it fails the whole contact: yes"],
    );
    has(&english, &["Target: at least 80%", "Alarm: less than 65.5%", "On alarm: Complaint", "Alarm: 5–9"]);
    has(
        &english,
        &["Target: at most 2 minutes", "Method: mystery shopping", "Scored: Phone greeting, Listening"],
    );
    has(&english, &["Depends on: Solved at once", "Read: Scripts, Complaint, Returns", "Practise: The rude"]);
    has(
        &english,
        &["Signed as read: yes", "Done within: 1 month", "Right answers needed: 80%", "Method: role play"],
    );
    has(&english, &["Situation: Channel: Helpline; Customer group: Gold card; Time: Sat 23:30"]);
    has(&english, &["Then holds: Answer: 10 seconds; Greeting: Phone greeting; Procedure: Complaint"]);
    has(&english, &["scripts/too-long-to-say", "scripts.closing", "31 January 2027"]);
}

#[test]
fn an_agent_reads_what_concerns_agents_and_nothing_else() {
    let agent = book(&role("agent"), "en");
    has(
        &agent,
        &[
            "For: Agent",
            "Take every request",
            "Helpline",
            "Chats",
            "Good morning, Amber & Co, {agent} speaking.",
        ],
    );
    has(
        &agent,
        &["Complaint", "Hear them out", "Politeness", "Amends", "Call after", "Bonus", "Day 1: sign"],
    );
    has(
        &agent,
        &[
            "Nobody is here",
            "Spare parts",
            "Slow complaint",
            "What comes back",
            "Solved at once",
            "A Gold caller",
        ],
    );
    lacks(
        &agent,
        &[
            "Count the till",
            "File papers",
            "At the counter",
            "Welcome in",
            "Closing the till",
            "Long Street 12",
        ],
    );
    lacks(
        &agent,
        &["I am sorry", "Window", "new bulb", "Any | ", "being rewritten", "Intranet", "Concerns:"],
    );
}

#[test]
fn a_shop_assistant_reads_of_the_shop() {
    let seller = book(&role("seller"), "en");
    has(
        &seller,
        &[
            "Count the till",
            "At the counter",
            "Welcome in",
            "Closing the till",
            "Window",
            "one pen",
            "Gdańsk",
        ],
    );
    has(&seller, &["Solved", "Goodbye", "Listening", "The rude", "Badge"]);
    lacks(
        &seller,
        &["Helpline", "Take every request", "Chats", "Hear them out", "Good morning", "Kraków", "Politeness"],
    );
    lacks(&seller, &["Call after", "Bonus", "Day 1: sign", "Amends", "Counted in May", "A Gold caller"]);
}

#[test]
fn the_lead_reads_what_gives_work_to_the_lead() {
    let lead = book(&role("lead"), "en");
    has(
        &lead,
        &["Amends", "Complaint", "Slow complaint", "I am sorry", "Badge", "being rewritten", "Day 1: sign"],
    );
    lacks(&lead, &["Window", "Count the till", "Good morning", "Call after"]);
}

#[test]
fn the_back_office_reads_what_names_it_and_the_general_chapters() {
    let clerk = book(&role("clerk"), "en");
    has(
        &clerk,
        &[
            "File papers",
            "We keep what we promise.",
            "Spare parts",
            "Complaint",
            "File it",
            "Filed",
            "Intranet",
        ],
    );
    has(&clerk, &["claim", "We never say", "a rule would harm", "Customer group"]);
    lacks(
        &clerk,
        &[
            "Chats",
            "Solved",
            "Goodbye | ",
            "Listening",
            "Badge",
            "Flooded",
            "All well?",
            "looking something up",
        ],
    );
}

#[test]
fn a_location_leaves_out_what_happens_elsewhere() {
    let krakow = Audience { role: None, location: Some("krakow".to_owned()) };
    let krakow = book(&krakow, "en");
    has(&krakow, &["Kraków", "Helpline", "For: Kraków"]);
    lacks(&krakow, &["By the river", "At the counter", "Welcome in", "Window"]);
}

#[test]
fn figures_take_the_forms_of_their_language() {
    let russian = book(&everybody(), "ru");
    has(&russian, &["в 80 % обращений за 20 секунд", "цель: 3 гудка", "предел: 1 минута", "21 рабочий день"]);
    has(
        &russian,
        &[
            "Обращения короче 5 секунд",
            "2 рабочих дня",
            "10 рабочих дней",
            "не более 2 минут",
            "раз в 2 недели",
        ],
    );
    has(
        &russian,
        &["компенсация: 1500 PLN; скидка: 12,5 %", "менее 65,5 %", "41 секунда", "2 года", "по возможности"],
    );
    has(
        &russian,
        &["Пн–Пт 08:00–20:00; Сб 09:00–15:00; праздники: закрыто", "Действует с: 1 января 2026 г."],
    );
    has(
        &russian,
        &["Канал: Горячая линия; Группа клиентов: Золотая карта; Время: Сб 23:30", "«успокойтесь»"],
    );
    has(&russian, &["Добрый день, Янтарь, это {agent}.", "круглосуточно"]);
    lacks(&russian, &["Helpline", "Take every", "business", "minutes"]);
    for (language, wanted) in [
        (
            "pl",
            [
                "80% kontaktów w ciągu 20 sekund",
                "21 dni roboczych",
                "10 dni roboczych",
                "3 dzwonki",
                "„no way”",
                "1500 zł",
            ],
        ),
        (
            "lv",
            [
                "80 % gadījumu 20 sekunžu laikā",
                "21 darba diena",
                "10 darba dienas",
                "3 signāli",
                "„no way”",
                "1500 PLN",
            ],
        ),
    ] {
        // The words are those of the language, the texts fall back to the source.
        let book = book(&everybody(), language);
        has(&book, &wanted);
        has(&book, &["Take every request"]);
    }
    has(&book(&everybody(), "fi"), &["80% within 20 seconds", "Take every request"]);
}

#[test]
fn numbers_never_part_from_their_units() {
    for language in ["en", "ru", "pl", "lv"] {
        let text = said(&handbook(&shop(), &everybody(), language, TODAY));
        for unit in ["2 minutes", "2 минуты", "2 minuty", "2 minūtes", "80 %", "40 PLN", "40 zł"] {
            assert!(!text.contains(unit), "{language}: `{unit}` may break");
        }
    }
}
