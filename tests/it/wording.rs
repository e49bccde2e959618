//! The word lists of the built-in packs: every entry catches what it is meant to catch and nothing that looks alike.

use std::collections::BTreeSet;
use std::fmt::Write;

use etalon::check::check;
use etalon::diagnostic::{Finding, Findings};
use etalon::model::{Document, Lacking, Wording};
use etalon::resolve::{Entrance, built_in, read};
use etalon::source::{FileId, MemoryWorld};
use etalon::syntax;
use jiff::civil::date;

const LANGUAGES: [&str; 4] = ["en", "lv", "pl", "ru"];

/// An entry of a list: the rule that finds it, its words and its sentences.
struct Listed {
    rule: &'static str,
    words: Vec<String>,
    instead: Vec<String>,
    catches: Vec<String>,
    accepts: Vec<String>,
}

fn wording(language: &str) -> Wording {
    let pack = built_in(&format!("wording/{language}")).unwrap();
    // What is read in every check is to be read fast.
    assert!(syntax::is_simple(pack.text), "{language}");
    let mut findings = Findings::new();
    let tree = syntax::parse(FileId(0), pack.text, &mut findings).unwrap();
    let document: Document = syntax::decode::decode(&tree, &mut findings);
    assert!(findings.as_slice().is_empty(), "{language}: {:?}", findings.as_slice());
    document.wording.into_inner().unwrap().value
}

fn listed(language: &str) -> Vec<Listed> {
    let wording = wording(language);
    let mut all = Vec::new();
    macro_rules! add {
        ($list:ident, $rule:literal) => {
            for entry in &wording.$list.value().unwrap().find(language).unwrap().value {
                let plain = |list: &[etalon::source::Spanned<String>]| -> Vec<String> {
                    list.iter().map(|text| text.value.clone()).collect()
                };
                all.push(Listed {
                    rule: $rule,
                    words: plain(&entry.words),
                    instead: entry.instead.value().cloned().into_iter().collect(),
                    catches: plain(&entry.catches),
                    accepts: plain(&entry.accepts),
                });
            }
        };
    }
    add!(never_say, "scripts/forbidden-words");
    add!(vague, "wording/vague-promise");
    add!(loose, "wording/loose-limit");
    all
}

/// The findings about words in a standard whose scripts say these sentences, each with the number of its sentence.
fn found(language: &str, sentences: &[&str]) -> Vec<(usize, Finding)> {
    let mut text = format!(
        "etalon: 1\nstandard: {{ id: shop, title: AGD, version: 1.0.0, owner: manager, review_by: 2027-12-01 }}\n\
         languages: {language}\nuse: wording/{language}\nroles: {{ manager: {{ level: 3 }} }}\nscripts:\n"
    );
    for (number, sentence) in sentences.iter().enumerate() {
        let sentence = serde_json::to_string(sentence).unwrap();
        writeln!(text, "  s{number}: {{ purpose: other, say: {sentence} }}").unwrap();
    }
    let world = MemoryWorld::new(date(2026, 12, 1)).with("etalon.yaml", text);
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let about_words =
        |finding: &Finding| finding.rule.starts_with("wording/") || finding.rule == "scripts/forbidden-words";
    let findings = check(&reading, date(2026, 12, 1)).findings.into_iter().filter(about_words);
    let number = |finding: &Finding| {
        let (_, rest) = finding.message.split_once("`s").unwrap();
        rest.split_once('`').unwrap().0.parse().unwrap()
    };
    findings.map(|finding| (number(&finding), finding)).collect()
}

#[test]
fn every_entry_catches_what_it_shows_and_accepts_what_it_shows() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let entries = listed(language);
        let mut sentences: Vec<(&str, Option<&str>)> = Vec::new();
        for entry in &entries {
            assert!(!entry.catches.is_empty() && !entry.accepts.is_empty(), "{language}: {:?}", entry.words);
            sentences.extend(entry.catches.iter().map(|sentence| (sentence.as_str(), Some(entry.rule))));
            sentences.extend(entry.accepts.iter().chain(&entry.instead).map(|text| (text.as_str(), None)));
        }
        let texts: Vec<&str> = sentences.iter().map(|(sentence, _)| *sentence).collect();
        let found = found(language, &texts);
        for (number, (sentence, wanted)) in sentences.iter().enumerate() {
            let rules: BTreeSet<&str> =
                found.iter().filter(|(at, _)| *at == number).map(|(_, finding)| finding.rule).collect();
            if rules != wanted.iter().copied().collect() {
                wrong.push(format!("{language}: `{sentence}` {rules:?}, not {wanted:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_lists_are_sound_where_a_company_writes_them_itself() {
    for language in LANGUAGES {
        let pack = built_in(&format!("wording/{language}")).unwrap();
        let (_, lists) = pack.text.split_once("\nwording:\n").unwrap();
        let text = format!(
            "etalon: 1\nstandard: {{ id: shop, title: AGD, version: 1.0.0, owner: manager, review_by: 2027-12-01 }}\n\
             languages: {language}\nroles: {{ manager: {{ level: 3 }} }}\nwording:\n{lists}"
        );
        let world = MemoryWorld::new(date(2026, 12, 1)).with("etalon.yaml", text);
        let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
        let findings = check(&reading, date(2026, 12, 1)).findings;
        let wrong: Vec<&String> = findings.iter().map(|finding| &finding.message).collect();
        assert!(wrong.is_empty(), "{language}: {wrong:#?}");
    }
}

#[test]
fn every_phrase_is_caught_by_itself() {
    for language in LANGUAGES {
        for entry in listed(language).iter().filter(|entry| entry.rule == "scripts/forbidden-words") {
            let spoken: Vec<String> = entry.words.iter().map(|words| words.replace('*', "а")).collect();
            let texts: Vec<&str> = spoken.iter().map(String::as_str).collect();
            let numbers: BTreeSet<usize> = found(language, &texts).into_iter().map(|(at, _)| at).collect();
            assert_eq!(numbers.len(), texts.len(), "{language}: {texts:?} {numbers:?}");
        }
    }
}

#[test]
fn no_phrase_is_listed_twice() {
    for language in LANGUAGES {
        for rule in ["scripts/forbidden-words", "wording/vague-promise", "wording/loose-limit"] {
            let mut seen = BTreeSet::new();
            for entry in listed(language).iter().filter(|entry| entry.rule == rule) {
                for words in &entry.words {
                    assert!(seen.insert(words.replace('ё', "е")), "{language}: `{words}`");
                }
            }
        }
    }
}

#[test]
fn every_language_knows_everything() {
    for language in LANGUAGES {
        let wording = wording(language);
        let entries = listed(language);
        let count = |rule: &str| entries.iter().filter(|entry| entry.rule == rule).count();
        assert!(count("scripts/forbidden-words") >= 20, "{language}");
        assert!(count("wording/vague-promise") >= 15 && count("wording/loose-limit") >= 4, "{language}");
        let vague = &wording.vague.value().unwrap().find(language).unwrap().value;
        let lacking: BTreeSet<Lacking> =
            vague.iter().map(|vague| vague.lacks.value().copied().unwrap_or(Lacking::Time)).collect();
        assert_eq!(lacking.len(), 4, "{language}");
        let limits = &wording.limits.value().unwrap().find(language).unwrap().value;
        let lists = [&limits.numbers, &limits.units, &limits.words, &limits.firm];
        assert!(lists.iter().all(|list| list.len() >= 8), "{language}");
        assert!(wording.no_promise.value().unwrap().find(language).is_some(), "{language}");
        let times = &wording.times.value().unwrap().find(language).unwrap().value;
        assert!(
            times.units.len() == 5 && times.numbers.len() >= 15 && times.measures.len() == 7,
            "{language}"
        );
        assert!(
            !times.before.is_empty() && !times.opening.is_empty() && !times.unless.is_empty(),
            "{language}"
        );
    }
}

/// Sentences from published standards, and traps, with what a service manager would say about them.
#[test]
fn sentences_of_real_standards_are_judged_as_a_manager_would() {
    const VAGUE: &str = "wording/vague-promise";
    const LOOSE: &str = "wording/loose-limit";
    let cases: [(&str, &str, Option<&str>); 56] = [
        ("en", "We will refund you without undue delay and in any event not later than 14 days.", None),
        ("en", "We will refund you without undue delay.", Some(VAGUE)),
        ("en", "We reply as soon as possible and in any case within thirty days.", None),
        ("en", "Immediate response within 15 minutes.", None),
        ("en", "Promptly, and in any event within 24 hours, you will hear from us.", None),
        ("en", "Please get in touch with us as soon as you can smell gas.", None),
        ("en", "Get in touch with us as soon as possible if you smell gas.", None),
        ("en", "The soonest delivery is on Monday, before the monsoon.", None),
        ("en", "We will keep you informed of progress.", Some(VAGUE)),
        ("en", "We aim to answer your letter within ten working days.", Some(LOOSE)),
        ("en", "We will update you regularly.", Some(VAGUE)),
        ("en", "The customer wrote \"as soon as possible\" on the form.", None),
        ("en", "Can I call you back shortly?", None),
        ("en", "Thank you for your prompt reply.", None),
        ("en", "We will answer as soon as possible, by {deadline}.", None),
        ("en", "{agent} will answer as soon as possible.", Some(VAGUE)),
        ("en", "We will be with you soon. Our shop opens at 9:00 tomorrow.", Some(VAGUE)),
        ("en", "Please hold and we will be with you as soon as possible.", Some(VAGUE)),
        ("en", "If possible, please send us a picture.", None),
        ("en", "We will answer within five working days where possible.", Some(LOOSE)),
        ("en", "In busy weeks it may take us longer than usual to answer.", Some(VAGUE)),
        ("en", "I hope to hear from you soon.", None),
        ("ru", "Проверяйте давление регулярно, утром и вечером.", None),
        ("ru", "Оставайтесь на линии, и оператор ответит вам в ближайшее время.", Some(VAGUE)),
        ("ru", "Приносим извинения, что не ответили оперативно.", None),
        ("pl", "Jeśli to możliwe, proszę przygotować paragon.", None),
        ("pl", "Dziękuję za szybką odpowiedź.", None),
        ("lv", "Lūdzu, gaidiet, konsultants drīz atbildēs.", Some(VAGUE)),
        ("lv", "Ja iespējams, lūdzu, atsūtiet foto.", None),
        ("ru", "Мы сделаем все возможное, чтобы помочь.", Some(VAGUE)),
        ("ru", "Скоростной режим стирки длится 30 минут.", None),
        ("ru", "Срочный вклад открывается в отделении.", None),
        ("ru", "Это займёт 2–3 минуты, можете подождать?", None),
        ("ru", "Ответим в кратчайшие сроки.", Some(VAGUE)),
        ("ru", "Ответим оперативно, в течение двух часов.", None),
        ("ru", "Сообщите нам как можно скорее, если пахнет газом.", None),
        ("ru", "Мастер приедет недели через две.", Some(VAGUE)),
        ("ru", "В среднем ответ готов за 2 дня.", Some(LOOSE)),
        ("ru", "Как только деталь придёт, я вам позвоню.", None),
        ("ru", "Ждём вас, до скорой встречи!", None),
        ("pl", "Informujemy niezwłocznie, a w każdym przypadku nie później niż 14 dni.", None),
        ("pl", "Odpowiemy bez zbędnej zwłoki, nie później niż w ciągu miesiąca.", None),
        ("pl", "Odpowiemy bez zbędnej zwłoki.", Some(VAGUE)),
        ("pl", "Czas oczekiwania 5 minut.", None),
        ("pl", "Umowa na czas nieokreślony.", None),
        ("pl", "W razie awarii zadzwonimy tak szybko, jak to możliwe.", Some(VAGUE)),
        ("pl", "Proszę dać znać jak najszybciej, czy termin odpowiada.", None),
        ("pl", "Odezwiemy się wkrótce, do {deadline}.", None),
        ("lv", "Atbildēsim tuvāko dienu laikā, bet ne vēlāk kā viena mēneša laikā.", None),
        ("lv", "Atbildēsim iespējami agrāk, bet ne vēlāk kā 30 kalendāra dienu laikā.", None),
        ("lv", "Atbildēsim tuvāko dienu laikā.", Some(VAGUE)),
        ("lv", "Atbildēsim 5 darba dienu laikā.", None),
        ("lv", "Tā ir ātri bojājoša prece.", None),
        ("lv", "Ātrā palīdzība ieradīsies pēc izsaukuma.", None),
        ("lv", "Sazināsimies ar Jums drīzumā.", Some(VAGUE)),
        ("lv", "Lūdzu, paziņojiet mums pēc iespējas ātrāk.", None),
    ];
    let mut wrong = Vec::new();
    for (language, sentence, wanted) in cases {
        let rules: Vec<&str> =
            found(language, &[sentence]).into_iter().map(|(_, finding)| finding.rule).collect();
        if rules != wanted.into_iter().collect::<Vec<_>>() {
            wrong.push(format!("{language}: `{sentence}` {rules:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
