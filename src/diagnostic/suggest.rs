//! "Did you mean …": the known name nearest to what was written.
//! Must never suggest something far off: a wrong hint costs more than none.

/// The known name nearest to `written`, when it is near enough to be what was meant.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    closest(written, known, |length| match length {
        0..=2 => 0,
        3..=4 => 1,
        5..=8 => 2,
        _ => 3,
    })
}

/// The known name that was meant beyond doubt: one slip away, or the same word in another language.
pub fn meant<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    closest(written, known, |length| match length {
        0..=3 => 0,
        4..=9 => 1,
        _ => 2,
    })
}

/// "Did you mean …?", with what cannot be seen: letters of another alphabet.
pub fn did_you_mean(written: &str, near: &str) -> String {
    match written.chars().find(|c| !c.is_ascii() && lookalike(*c).is_ascii()) {
        Some(letter) if near.is_ascii() && fold(written) == fold(near) => {
            format!(
                "did you mean `{near}`? The `{letter}` is a letter of another alphabet: type the word anew"
            )
        }
        _ => format!("did you mean `{near}`?"),
    }
}

fn closest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
    allowed: fn(usize) -> usize,
) -> Option<&'a str> {
    let folded = fold(written);
    let translated = translated(&folded);
    let length = folded.chars().count();
    let allowed = allowed(length);
    known
        .into_iter()
        .filter(|name| translated == Some(*name) || name.chars().count().abs_diff(length) <= allowed)
        .map(|name| {
            let same = translated == Some(name);
            (if same { 0 } else { distance(&folded, &fold(name)) }, name)
        })
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, name)| (*distance, *name))
        .map(|(_, name)| name)
}

/// A list of names for a message: `a`, `b` and `c`; at most `most`, the rest counted.
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    if names.len() > most {
        let shown = names.get(..most).unwrap_or_default().join(", ");
        return format!("{shown} and {} more", names.len() - most);
    }
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

// Spelling habits that are no mistake of the name itself: case, which dash stands between words, a colon or a comma
// that sticks to it, and letters of another alphabet that look the same.
fn fold(name: &str) -> String {
    let name = name.trim_matches([':', '：', ',', ';', '.', ' ', '[', ']', '(', ')']).to_lowercase();
    name.chars().map(|c| if matches!(c, '-' | ' ' | '.') { '_' } else { lookalike(c) }).collect()
}

/// The Latin letter that a small letter looks like; itself where it looks like none.
pub fn lookalike(letter: char) -> char {
    match letter {
        'а' | 'α' => 'a',
        'в' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' | 'ё' => 'e',
        'һ' | 'н' => 'h',
        'і' | 'ї' | 'ı' => 'i',
        'ј' => 'j',
        'к' => 'k',
        'м' => 'm',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' => 't',
        'ν' => 'v',
        'х' => 'x',
        'у' => 'y',
        _ => letter,
    }
}

// The key that a word of another language stands for. Words are folded, as the names that they are compared with.
fn translated(folded: &str) -> Option<&'static str> {
    let same =
        |word: &&str| word.chars().map(|c| if c == ' ' { '_' } else { lookalike(c) }).eq(folded.chars());
    TRANSLATED.iter().find(|(words, _)| words.iter().any(same)).map(|(_, key)| *key)
}

/// What people call the most frequent keys in Polish, Russian, Ukrainian, Latvian, Lithuanian and German.
const TRANSLATED: [(&[&str], &str); 25] = [
    (&["kanały", "kanaly", "каналы", "канали", "kanāli", "kanali", "kanalai", "kanäle"], "channels"),
    (&["role", "роли", "ролі", "lomas", "vaidmenys", "rollen"], "roles"),
    (&["godziny", "часы", "години", "stundas", "darba laiks", "часы работы", "valandos", "zeiten"], "hours"),
    (&["tytuł", "tytul", "название", "назва", "nosaukums", "pavadinimas", "titel"], "title"),
    (&["rodzaj", "typ", "тип", "вид", "veids", "rūšis", "art", "type"], "kind"),
    (&["kontakt", "контакт", "kontakts", "kontaktas"], "contact"),
    (&["opening_hours", "working_hours", "godziny otwarcia", "hrs"], "hours"),
    (&["стандарт", "standarts", "standartas"], "standard"),
    (&["sla", "slas"], "response_times"),
    (&["skrypty", "скрипты", "скрипти", "skripti", "skriptai", "skripte"], "scripts"),
    (&["procedury", "процедуры", "процедури", "procedūras", "procedūros", "prozeduren"], "procedures"),
    (&["kroki", "шаги", "кроки", "soļi", "žingsniai", "schritte"], "steps"),
    (&["kto", "кто", "хто", "kas", "wer"], "who"),
    (&["kiedy", "когда", "коли", "kad", "kada", "wann"], "when"),
    (&["właściciel", "владелец", "власник", "īpašnieks", "savininkas"], "owner"),
    (&["języki", "jezyki", "языки", "мови", "valodas", "kalbos", "sprachen"], "languages"),
    (&["waluta", "валюта", "valūta", "valiuta", "währung"], "currency"),
    (&["sytuacja", "ситуация", "ситуація", "situācija", "situacija"], "situation"),
    (&["jakość", "качество", "якість", "kvalitāte", "kokybė", "qualität"], "quality"),
    (&["zwroty", "возвраты", "повернення", "atgriešana", "grąžinimai"], "returns"),
    (&["czasy reakcji", "время ответа", "час відповіді", "atbildes laiki"], "response_times"),
    (&["poziom", "уровень", "рівень", "līmenis", "lygis"], "level"),
    (&["obowiązki", "обязанности", "обовʼязки", "pienākumi", "pareigos"], "duties"),
    (&["opis", "примечание", "uwaga", "примітка", "piezīme", "pastaba"], "note"),
    (&["wersja", "версия", "версія", "versija"], "version"),
];

// Edits (insert, delete, replace, swap of neighbours) that lead from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let from: Vec<char> = from.chars().take(64).collect();
    let to: Vec<char> = to.chars().take(64).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut best =
                (get(&row, j) + 1).min(get(&last, j + 1) + 1).min(get(&last, j) + usize::from(a != b));
            let swapped = j > 0 && i > 0 && from.get(i - 1) == Some(b) && to.get(j - 1) == Some(a);
            if swapped {
                best = best.min(get(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(usize::MAX)
}
