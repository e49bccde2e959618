//! Sound files: silent, exact spans, and the same values as a second reader sees.

use etalon::syntax::{Content, Node, Style};

use super::{found, read};

pub(super) const RUSSIAN: &str = "# стандарт обслуживания
etalon: 1
standard:
  title: Стандарт обслуживания «Янтарь»
  version: 1.10
  review_by: 2027-06-01
  owner: директор
scripts:
  приветствие:
    say: «Здравствуйте», — говорит агент
    hours: Mo-Fr 09:00-18:00; PH off
    text: >
      Добрый день! Вы позвонили в компанию:
      меня зовут {agent}.

      Чем могу помочь?
    lines: |
      - первая: строка
      \t- с табуляцией внутри
        # не комментарий

      последняя
    quoted: \"Первая строка\\nвторая \\\"в кавычках\\\" 😀\"
    single: 'Это ''важно'': слушать'
    plain: Текст без кавычек,
      который продолжается здесь
      и здесь — до конца
    url: https://пример.рф/путь?x=1:2
    nbsp: не\u{a0}более 5\u{a0}минут
    dashes: нет — значит нет – и точка
";

pub(super) const POLISH: &str = "\
channels: {
    phone: { kind: voice, contact: \"+48 800 100 200\", hours: Mo-Fr 08:00-20:00 },
    chat: { kind: chat,
      staffed_by: [agent, 'starszy agent', zażółć] },
  }
scripts:
  powitanie:
    say: { pl: \"Dzień dobry, {company}, {agent} przy telefonie.\", en: \"Good morning\" }
    tytuł: „Zażółć gęślą jaźń”
    elements: [greeting, name,
      offer-of-help]
  koniec: { }
  nic:
  puste: []
response_times:
- when: { channel: phone }
  answer: 20 s for 80%   # z umowy
- when:
    channel: [chat, phone]
  answer: ~
-   - zagnieżdżona
    - lista
";

pub(super) const LATVIAN: &str = "\
noteikumi: &pamats
  atbilde: 2 min
  kanāls: tālrunis
steidzami:
  <<: *pamats
  atbilde: 30 s
kopija: *pamats
vārdi:
  \"nē\": nē
  jā: yes
  'labi': 012
  1: viens
  -5: mīnuss
sauciens: \"ļoti gara rinda, kas \\
  turpinās nākamajā\"
emocijas: [🙂, '🙃', \"😀 😃\"]
negatīvs:
  -5
kur: a:b
laiks:
  09:00
adrese:
  https://example.lv
";

pub(super) const SAMPLES: [&str; 3] = [RUSSIAN, POLISH, LATVIAN];

#[test]
fn sound_files_are_silent() {
    for sample in SAMPLES {
        assert_eq!(found(sample), []);
        let windows = sample.replace('\n', "\r\n");
        assert_eq!(found(&windows), []);
    }
}

#[test]
fn other_sound_texts_are_silent() {
    for text in [
        "",
        "\n\n# nothing but a comment\n",
        "---\n",
        "%YAML 1.2\n---\na: 1\n...\n",
        "a: 1\n---\n",
        "a:\tb\nc:\t- d\n".replace("c:\t- d\n", "").as_str(),
        "{\n\t\"b\": 1,\n\t\"c\": [\n\t\t2\n\t]\n}\n",
        "say: 'Don''t: worry'\n",
        "say: say \"hello\" and “hello” and ‘hello’\n",
        "say: “Да”, сказал он, “нет”\n",
        "say:\n  — Здравствуйте!\n",
        "say: - \n".replace("- ", "5").as_str(),
        "a: |\n  <<<<<<< HEAD\n  =======\n",
        "title: Heading\nrule: =======\n",
        "a: |-\n    deep\n  \n    text\nb: >+\n  x\n\n",
        "a: 10% # comment: with colon\n",
        "a: R&D, 5*3, a|b, x > y, e@mail.com, #1\n".replace(", #1", "").as_str(),
        "contact:\n  mailto:a@b.lv\n",
        "? long key\n: value\n",
        "a: text that\n\n  goes on after a blank line\nb: 1\n",
        "a: \"text: with [brackets] {and} #hash\"\n",
    ] {
        assert_eq!(found(text), [], "{text:?}");
    }
}

#[test]
fn spans_cover_exactly_what_was_written() {
    let spans = |text: &str, path: &[&str]| {
        let root = read(text).0.unwrap();
        let node = path.iter().fold(&root, |node, key| match key.parse::<usize>() {
            Ok(index) => &node.list().unwrap()[index],
            Err(_) => node.get(key).unwrap_or_else(|| panic!("no {key}")),
        });
        text[node.span.start as usize..node.span.end as usize].to_owned()
    };
    let ru = |key: &str| spans(RUSSIAN, &["scripts", "приветствие", key]);
    assert_eq!(ru("say"), "«Здравствуйте», — говорит агент");
    assert_eq!(ru("quoted"), "\"Первая строка\\nвторая \\\"в кавычках\\\" 😀\"");
    assert_eq!(ru("plain"), "Текст без кавычек,\n      который продолжается здесь\n      и здесь — до конца");
    assert_eq!(
        ru("text"),
        "Добрый день! Вы позвонили в компанию:\n      меня зовут {agent}.\n\n      Чем могу помочь?"
    );
    assert!(ru("lines").starts_with("- первая") && ru("lines").ends_with("последняя"));
    assert!(spans(RUSSIAN, &["scripts"]).starts_with("приветствие:"));
    assert!(spans(RUSSIAN, &["standard"]).ends_with("owner: директор"));
    let pl = |path: &[&str]| spans(POLISH, path);
    assert_eq!(pl(&["channels", "chat", "staffed_by"]), "[agent, 'starszy agent', zażółć]");
    assert_eq!(pl(&["channels", "chat", "staffed_by", "2"]), "zażółć");
    assert_eq!(pl(&["scripts", "powitanie", "tytuł"]), "„Zażółć gęślą jaźń”");
    assert_eq!(pl(&["scripts", "nic"]), "");
    assert_eq!(pl(&["response_times", "0", "answer"]), "20 s for 80%");
    assert_eq!(pl(&["response_times", "2"]), "- zagnieżdżona\n    - lista");
    assert_eq!(spans(LATVIAN, &["emocijas", "2"]), "\"😀 😃\"");
    // What a reference brings stands where it was written first.
    assert_eq!(spans(LATVIAN, &["kopija", "kanāls"]), "tālrunis");
}

#[test]
fn every_key_span_is_the_key() {
    fn walk(text: &str, node: &Node) {
        match &node.content {
            Content::Scalar(_) => {}
            Content::List(nodes) => nodes.iter().for_each(|node| walk(text, node)),
            Content::Map(entries) => {
                for entry in entries {
                    let span = entry.key.span;
                    let written = &text[span.start as usize..span.end as usize];
                    assert_eq!(written.trim_matches(['"', '\'']), entry.key.text);
                    walk(text, &entry.value);
                }
            }
        }
    }
    for sample in SAMPLES {
        walk(sample, &read(sample).0.unwrap());
    }
}

#[test]
fn values_stay_as_they_were_written() {
    let root = read(RUSSIAN).0.unwrap();
    let standard = root.get("standard").unwrap();
    assert_eq!(standard.get("version").unwrap().text(), Some("1.10"));
    assert_eq!(standard.get("review_by").unwrap().scalar().unwrap().style, Style::Plain);
    let script = root.get("scripts").unwrap().get("приветствие").unwrap();
    assert_eq!(script.get("quoted").unwrap().text(), Some("Первая строка\nвторая \"в кавычках\" 😀"));
    assert_eq!(script.get("lines").unwrap().scalar().unwrap().style, Style::Block);
    assert_eq!(script.get("single").unwrap().scalar().unwrap().style, Style::Quoted);
    let root = read(LATVIAN).0.unwrap();
    let urgent = root.get("steidzami").unwrap();
    assert_eq!(urgent.get("atbilde").unwrap().text(), Some("30 s"));
    assert_eq!(urgent.get("kanāls").unwrap().text(), Some("tālrunis"));
    let root = read(POLISH).0.unwrap();
    assert!(root.get("scripts").unwrap().get("nic").unwrap().is_empty());
    assert_eq!(root.get("response_times").unwrap().kind_word(), "a list");
}

#[test]
fn a_second_reader_sees_the_same() {
    fn same(node: &Node, value: &serde_yaml::Value, path: &str) {
        use serde_yaml::Value;
        match (&node.content, value) {
            (Content::List(nodes), Value::Sequence(values)) => {
                assert_eq!(nodes.len(), values.len(), "{path}");
                nodes.iter().zip(values).for_each(|(node, value)| same(node, value, path));
            }
            (Content::Map(entries), Value::Mapping(map)) => {
                assert_eq!(entries.len(), map.len(), "{path}");
                for entry in entries {
                    let key = &entry.key.text;
                    let other = map.iter().find(|(other, _)| plain(other) == *key);
                    same(
                        &entry.value,
                        other.unwrap_or_else(|| panic!("{path} {key}")).1,
                        &format!("{path}.{key}"),
                    );
                }
            }
            (Content::Scalar(scalar), Value::String(text)) => assert_eq!(scalar.text, *text, "{path}"),
            (Content::Scalar(_), Value::Null) => assert!(node.is_empty(), "{path}"),
            (Content::Scalar(scalar), Value::Bool(value)) => assert_eq!(scalar.text, value.to_string()),
            // Numbers lose how they were written.
            (Content::Scalar(scalar), Value::Number(value)) => {
                assert_eq!(scalar.text.parse::<f64>().unwrap(), value.as_f64().unwrap());
            }
            (_, other) => panic!("{path}: {node:?} is not {other:?}"),
        }
    }
    fn plain(value: &serde_yaml::Value) -> String {
        match value {
            serde_yaml::Value::String(text) => text.clone(),
            serde_yaml::Value::Number(number) => number.to_string(),
            serde_yaml::Value::Bool(value) => value.to_string(),
            other => panic!("{other:?}"),
        }
    }
    for sample in SAMPLES {
        let mut value: serde_yaml::Value = serde_yaml::from_str(sample).unwrap();
        value.apply_merge().unwrap();
        same(&read(sample).0.unwrap(), &value, "");
    }
}
