//! Standards of any size, made from a seed: the same seed gives the same bytes on every machine.
//! Must never produce a finding: the benchmark times sound standards.

#[allow(dead_code, reason = "one benchmark alone has shops")]
pub(crate) mod shops;
pub(crate) mod typed;

use std::fmt::Write;

/// A generator of numbers; the constants are those of Knuth's MMIX.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.next(words.len() as u64) as usize]
    }
}

/// The manifest of a standard of any size.
pub(crate) fn manifest() -> String {
    "etalon: 1\n\
     standard:\n  id: corpus\n  company: Bursztyn\n  title: { pl: Standard obsługi, en: Service standard, ru: Стандарт обслуживания, lv: Apkalpošanas standarts }\n  \
     version: 1.0.0\n  owner: lead\n  effective: 2026-01-01\n  review_by: 2099-01-01\n\
     languages: [pl, en, ru, lv]\ntime_zone: Europe/Warsaw\nholidays: { country: PL }\ncurrency: PLN\n\
     situation:\n  segment: { values: [new, regular, silver, gold, partner], rising: true }\n  \
     severity: { values: [question, problem, degraded, outage], rising: true }\n  \
     topic: [product, order, delivery, return, complaint, invoice, repair, other]\n\
     roles:\n  agent: { title: { pl: Konsultant, en: Agent, ru: Консультант, lv: Konsultants }, level: 1, contact_staff: yes, on_duty: Mo-Su 08:00-20:00, reports_to: lead }\n  \
     lead: { title: { pl: Kierownik, en: Shift lead, ru: Старший смены, lv: Maiņas vadītājs }, level: 2, contact_staff: yes, on_duty: Mo-Su 08:00-20:00 }\n"
        .to_owned()
}

/// A file of about 55 KB: channels with hours, response times, scripts in four languages and procedures.
/// `number` keeps the names of different files apart.
pub(crate) fn file(number: u64) -> String {
    let mut seeded = Seeded(number.wrapping_mul(7919) + 17);
    let mut text = String::with_capacity(60_000);
    channels(&mut text, &mut seeded, number);
    response_times(&mut text, &mut seeded, number);
    scripts(&mut text, &mut seeded, number);
    procedures(&mut text, number);
    text
}

fn channels(text: &mut String, seeded: &mut Seeded, number: u64) {
    text.push_str("channels:\n");
    for (at, kind) in ["voice", "chat", "written", "in-person"].iter().enumerate() {
        let open = 8 + seeded.next(2);
        let close = 17 + seeded.next(4);
        write!(
            text,
            "  k{number}-{at}:\n    kind: {kind}\n    title: {{ pl: Kanał {number}, en: Channel {number}, ru: Канал {number}, lv: Kanāls {number} }}\n    \
             contact: \"+48 800 {number:03} {at}00\"\n    hours: Mo-Fr {open:02}:00-{close}:00; Sa 09:00-15:00; PH off\n    staffed_by: [agent]\n",
        )
        .unwrap();
    }
}

fn response_times(text: &mut String, seeded: &mut Seeded, number: u64) {
    text.push_str("response_times:\n");
    let rules = 64 + seeded.next(20);
    const SEGMENTS: [&str; 5] = ["new", "regular", "silver", "gold", "partner"];
    const SEVERITIES: [&str; 4] = ["question", "problem", "degraded", "outage"];
    const TOPICS: [&str; 8] =
        ["product", "order", "delivery", "return", "complaint", "invoice", "repair", "other"];
    // Every rule has a case of its own: steps of 7 pass all 640 cases before one comes again.
    let first = seeded.next(640);
    for at in 0..rules {
        let case = ((first + at * 7) % 640) as usize;
        let (channel, rest) = (case % 4, case / 4);
        let (segment, rest) = (rest % 5, rest / 5);
        let (severity, topic) = (rest % 4, rest / 4);
        // A higher segment and a graver case never wait longer.
        let minutes = 90 - 4 * segment - 16 * severity;
        let days = 10 - segment - severity;
        let clock = if channel == 2 { "business min" } else { "min" };
        write!(
            text,
            "  r{number}-{at}:\n    when:\n      channel: k{number}-{channel}\n      segment: [{}]\n      severity: {}\n      topic: {}\n    \
             first_response: {{ promise: {minutes} {clock}, aim: {} {clock} }}\n    update_every: 4 business hours\n    resolution: {days} business days\n",
            SEGMENTS[segment],
            SEVERITIES[severity],
            TOPICS[topic],
            minutes.div_ceil(2),
        )
        .unwrap();
    }
}

fn scripts(text: &mut String, seeded: &mut Seeded, number: u64) {
    text.push_str("scripts:\n");
    let purposes = ["present", "objection", "answer", "transfer", "apology", "summary", "upsell", "update"];
    for at in 0..30 {
        // Each channel greets once and says goodbye once.
        let purpose = match at {
            0..4 => "greeting",
            4..8 => "closing",
            _ => seeded.pick(&purposes),
        };
        let channel = if at < 8 { at % 4 } else { seeded.next(4) };
        write!(
            text,
            "  s{number}-{at}:\n    purpose: {purpose}\n    when: {{ channel: k{number}-{} }}\n    say:\n      \
             pl: \"Dzień dobry, tu {{company}}, przy telefonie {{agent}}. Dziękuję za cierpliwość, sprawę numer {at} wyjaśnię w ciągu {m} minut. Czy mogę jeszcze w czymś pomóc?\"\n      \
             en: \"Good morning, this is {{company}}, {{agent}} speaking. Thank you for waiting, I will settle case {at} within {m} minutes. Is there anything else I can help you with?\"\n      \
             ru: \"Здравствуйте, компания {{company}}, меня зовут {{agent}}. Спасибо за ожидание, обращение {at} я решу в течение {m} минут. Могу ли я ещё чем-нибудь помочь?\"\n      \
             lv: \"Labdien, {{company}}, runā {{agent}}. Paldies, ka gaidījāt, jautājumu {at} atrisināšu {m} minūšu laikā. Vai varu vēl kaut kā palīdzēt?\"\n",
            channel,
            m = 2 + seeded.next(25),
        )
        .unwrap();
    }
}

fn procedures(text: &mut String, number: u64) {
    text.push_str("procedures:\n");
    for at in 0..6 {
        let words = |pl: &str, en: &str, ru: &str, lv: &str| {
            format!("{{ pl: {pl} {at}, en: {en} {at}, ru: {ru} {at}, lv: {lv} {at} }}")
        };
        write!(
            text,
            "  p{number}-{at}:\n    title: {title}\n    when: {{ channel: k{number}-{}, topic: {} }}\n    owner: agent\n    promise: {{ resolution: 14 days }}\n    steps:\n      \
             listen:\n        who: agent\n        do: {listen}\n        say: s{number}-{at}\n        next: decide\n      \
             decide:\n        who: agent\n        question: {question}\n        yes: settle\n        no: pass-on\n      \
             settle:\n        who: agent\n        do: {settle}\n        tell: {told}\n        say: closing\n        end: resolved\n      \
             pass-on:\n        who: agent\n        hand_over: lead\n        tell: {told}\n        within: 1 h\n        next: lead-decides\n      \
             lead-decides:\n        who: lead\n        do: {settle}\n        within: 3 business days\n        tell: {told}\n        say: closing\n        end: resolved\n",
            at % 4,
            if at < 4 { "complaint" } else { "return" },
            title = words("Reklamacja", "Complaint", "Жалоба", "Sūdzība"),
            listen = words("Wysłuchaj klienta", "Hear the customer out", "Выслушайте клиента", "Uzklausiet klientu"),
            question = words("Czy mieści się w limicie", "Is it within the limit", "Хватает ли лимита", "Vai pietiek limita"),
            settle = words("Załatw i potwierdź", "Settle and confirm", "Решите и подтвердите", "Atrisiniet un apstipriniet"),
            told = words("co będzie dalej", "what happens next", "что будет дальше", "kas notiks tālāk"),
        )
        .unwrap();
    }
}
