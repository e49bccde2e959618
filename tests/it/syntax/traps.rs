//! Each trap is recognised where it stands, explained once, and the rest is still read.

use super::{found, read, tree};

/// The text has exactly this one finding, and this tree.
pub(super) fn one(text: &str, rule: &str, marked: &str, expected: &str) {
    assert_eq!(found(text), [(rule, marked)], "{text:?}");
    assert_eq!(tree(text), expected, "{text:?}");
    let findings = read(text).1;
    let finding = &findings[0];
    assert!(!finding.help.is_empty(), "{text:?}");
    assert!(finding.message.chars().next().is_some_and(|c| !c.is_uppercase()), "{}", finding.message);
    assert!(!finding.message.ends_with('.') && !finding.message.contains('\n'), "{}", finding.message);
}

#[test]
fn tabs_in_indentation() {
    one("a:\n\tb: 1\n\tc: 2\n", "structure/tab-indentation", "\t", "{a: {b: 1, c: 2}}");
    one("\ta: 1\n", "structure/tab-indentation", "\t", "{a: 1}");
    one("a:\n  - b: 1\n\t  c: 2\n", "structure/tab-indentation", "\t  ", "{a: [{b: 1, c: 2}]}");
    one("a:\n\tb: |\n\t\tтекст\n\tc: 1\n", "structure/tab-indentation", "\t", "{a: {b: текст\n, c: 1}}");
}

#[test]
fn no_break_spaces() {
    one("a:\n\u{a0}\u{a0}b: 1\n", "structure/no-break-space", "\u{a0}\u{a0}", "{a: {b: 1}}");
    one("a: 1\nb:\u{a0}2\n", "structure/no-break-space", "\u{a0}", "{a: 1, b: 2}");
    one("a:\n  - x\n  -\u{a0}y\n", "structure/no-break-space", "\u{a0}", "{a: [x, y]}");
    one("a: \u{a0}x\n", "structure/no-break-space", "\u{a0}", "{a: x}");
}

#[test]
fn duplicate_keys_keep_the_first_and_show_both() {
    let text = "роли:\n  агент: 1\n  шеф: 2\n  агент: 3\n";
    one(text, "structure/duplicate-key", "агент", "{роли: {агент: 1, шеф: 2}}");
    let finding = &read(text).1[0];
    assert_eq!(finding.labels.len(), 2);
    assert!(finding.labels[0].span.start > finding.labels[1].span.start);
    one("a: {b: 1, b: 2}\n", "structure/duplicate-key", "b", "{a: {b: 1}}");
    let many: String = (0..40).map(|i| format!("k{i}: {i}\n")).collect::<String>() + "k3: x\n";
    assert_eq!(found(&many), [("structure/duplicate-key", "k3")]);
    assert_eq!(found("a: {id: 1}\nb: {id: 1}\nc: {a: {a: 1}}\n"), []);
}

#[test]
fn smart_quotes() {
    one("title: “Text”\n", "structure/smart-quotes", "“Text”", "{title: Text}");
    one("“title”: Text\n", "structure/smart-quotes", "“title”", "{title: Text}");
    one("title: “Text: more”\n", "structure/smart-quotes", "“Text: more”", "{title: “Text: more”}");
    assert_eq!(found("a: «Текст»\nb: „Tekst”\nc: „Teksts“\nd: “a” and “b”\n"), []);
}

#[test]
fn missing_colons() {
    one(
        "channels\n  phone:\n    a: 1\nroles: 1\n",
        "structure/missing-colon",
        "channels",
        "{channels: {phone: {a: 1}}, roles: 1}",
    );
    one("a: 1\ntitle Standard\nb: 2\n", "structure/missing-colon", "title", "{a: 1, title: Standard, b: 2}");
    one("title Standard\nb: 2\n", "structure/missing-colon", "title", "{title: Standard, b: 2}");
    one("a:\n  title Standard\n  b: 2\n", "structure/missing-colon", "title", "{a: {title: Standard, b: 2}}");
    one(
        "a:\n  b: 1\n  каналы\n    c: 2\n",
        "structure/missing-colon",
        "каналы",
        "{a: {b: 1, каналы: {c: 2}}}",
    );
}

#[test]
fn missing_space_after_colon() {
    one("a: 1\ntitle:Text\n", "structure/missing-space-after-colon", "title:Text", "{a: 1, title: Text}");
    one("a:\n  title:Text\n", "structure/missing-space-after-colon", "title:Text", "{a: {title: Text}}");
    one(
        "a:\n  title:\"Text one\"\n  b: 1\n",
        "structure/missing-space-after-colon",
        "title:\"Text",
        "{a: {title: Text one, b: 1}}",
    );
    assert_eq!(found("a:b\nc:d\n").len(), 2);
    assert_eq!(tree("a:b\nc:d\n"), "{a: b, c: d}");
}

#[test]
fn merge_conflicts() {
    let text = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\nc: 4\n>>>>>>> other\nd: 5\n";
    one(text, "structure/merge-conflict", "<<<<<<< HEAD", "{a: 1, b: 2, d: 5}");
    assert!(read(text).1[0].message.contains("lines 2 to 7"));
    one("a: 1\n>>>>>>> other\nd: 5\n", "structure/merge-conflict", ">>>>>>> other", "{a: 1, d: 5}");
    one("a: 1\n=======\nd: 5\n", "structure/merge-conflict", "=======", "{a: 1, d: 5}");
    let twice = format!("{text}e: 6\n{}", text.replace("a: 1\n", "").replace("d: 5", "f: 7"));
    assert_eq!(read(&twice).1.iter().filter(|f| f.rule == "structure/merge-conflict").count(), 2);
}

#[test]
fn bad_indentation() {
    one("a:\n  b: 1\n c: 2\n", "structure/bad-indentation", "c", "{a: {b: 1, c: 2}}");
    one("a: 1\n  b: 2\nc: 3\n", "structure/bad-indentation", "b", "{a: 1, b: 2, c: 3}");
    one(
        "a:\n    b: 1\n   c:\n     d: 2\n   e: 3\nf: 4\n",
        "structure/bad-indentation",
        "c",
        "{a: {b: 1, c: {d: 2}, e: 3}, f: 4}",
    );
    one("a:\n  - id: x\n  title: y\n", "structure/bad-indentation", "title", "{a: [{id: x, title: y}]}");
    one("a: |\n  один\n два\nb: 1\n", "structure/bad-indentation", "два", "{a: один\nдва\n, b: 1}");
    one("a:\n  b: 1\n  - x\nc: 1\n", "structure/bad-indentation", "- x", "{a: {b: 1}, c: 1}");
    one("say: \"Добрый\nдень\"\nb: 1\n", "structure/bad-indentation", "день\"", "{say: Добрый день, b: 1}");
}

#[test]
fn unclosed_quotes() {
    one("a: \"текст\nb: 2\n", "structure/unclosed-quote", "\"текст", "{a: текст, b: 2}");
    one("a: \"text", "structure/unclosed-quote", "\"text", "{a: text}");
    one("a:\n  b: 'text\n  c: 1\nd: 2\n", "structure/unclosed-quote", "'text", "{a: {b: text, c: 1}, d: 2}");
    one("a:\n  b: \"one\n  c: \"two\"\n", "structure/unclosed-quote", "\"one", "{a: {b: one, c: two}}");
    one("a:\n  - \"one\n  - \"two\"\n", "structure/unclosed-quote", "\"one", "{a: [one, two]}");
    one("a: \"text”\nb: 1\n", "structure/unclosed-quote", "\"text”", "{a: text, b: 1}");
    one(
        "a: { b: \"one, c: 1 }\nd: 2\n",
        "structure/unclosed-quote",
        "\"one, c: 1 }",
        "{a: {b: one, c: 1}, d: 2}",
    );
}

#[test]
fn text_after_a_quote() {
    one("a: \"x\" y\nb: 1\n", "structure/text-after-quote", "y", "{a: \"x\" y, b: 1}");
    one("a: 'It's fine'\n", "structure/text-after-quote", "s", "{a: 'It's fine'}");
    one("a: \"\\d+\"\n", "structure/unknown-escape", "\\d", "{a: \\d+}");
}

#[test]
fn colons_in_texts() {
    one("say: Внимание: звонок\nb: 1\n", "structure/colon-in-text", ":", "{say: Внимание: звонок, b: 1}");
    one("say: Call us:\n", "structure/colon-in-text", ":", "{say: Call us:}");
    one("say:\n  - it's: fine: yes\n", "structure/colon-in-text", ":", "{say: [{it's: fine: yes}]}");
    one(
        "say: some text\n  and this note: text\nb: 1\n",
        "structure/colon-in-text",
        ":",
        "{say: some text and this note: text, b: 1}",
    );
    one(
        "say: { pl: Uwaga: dzwoni, en: x }\n",
        "structure/colon-in-text",
        ":",
        "{say: {pl: Uwaga: dzwoni, en: x}}",
    );
}

#[test]
fn characters_that_need_quotes() {
    for value in [
        "@agent",
        "`x` y",
        "%5",
        "**bold** text",
        "*bold*",
        "& Co",
        "!Важно",
        "> 80%",
        ">= 80%",
        "| x",
        "{agent} listens",
        "{agent}",
        "[x] done",
        "- x",
    ] {
        let text = format!("a:\n  b: {value}\n  c: 1\n");
        one(&text, "structure/unquoted-special", value, &format!("{{a: {{b: {value}, c: 1}}}}"));
    }
    one("a: { pl: Tak, nie, en: x }\n", "structure/unquoted-special", "nie", "{a: {pl: Tak, nie, en: x}}");
    one("a: { pl: @x, en: y }\n", "structure/unquoted-special", "@x", "{a: {pl: @x, en: y}}");
}

#[test]
fn dashes() {
    one("a:\n  - x\n  -y\n", "structure/list-dash-without-space", "-y", "{a: [x, y]}");
    one("a:\n  -y\n", "structure/list-dash-without-space", "-y", "{a: [y]}");
    one("a:\n  - x\n  – y\n  - z\n", "structure/wrong-dash", "–", "{a: [x, y, z]}");
    assert_eq!(found("a:\n  — x\n  — y\n").len(), 2);
    assert_eq!(tree("a:\n  — x\n  — y\n"), "{a: [x, y]}");
    assert_eq!(found("a:\n  -5\nb: -x\nc: a - b – c\n"), []);
}

#[test]
fn brackets() {
    one("a: [x, y\nb: 1\n", "structure/unclosed-bracket", "[", "{a: [x, y], b: 1}");
    one(
        "a:\n  b: { x: 1, y: 2\n  c: 1\nd: 2\n",
        "structure/unclosed-bracket",
        "{",
        "{a: {b: {x: 1, y: 2}, c: 1}, d: 2}",
    );
    one("a: [x, y]]\nb: 1\n", "structure/unclosed-bracket", "]", "{a: [x, y], b: 1}");
    one("a: [x, y}\nb: 1\n", "structure/unclosed-bracket", "}", "{a: [x, y], b: 1}");
}

#[test]
fn yaml_that_standards_do_not_use() {
    one("a: !!str 5\n", "structure/yaml-tag", "!!str", "{a: 5}");
    one("a: !Ref\n  b: 1\n", "structure/yaml-tag", "!Ref", "{a: {b: 1}}");
    one("a: 1\n---\nb: 2\n", "structure/several-documents", "---", "{a: 1}");
    one("[a, b]: 1\nc: 2\n", "structure/key-not-text", "[a, b]", "{c: 2}");
    one("- a\n- b\n", "structure/no-entries", "- a", "nothing");
    one("a:\n  <<: 5\n  b: 1\n", "structure/merge-key", "<<", "{a: {b: 1}}");
    one(
        "a: text # note\n  goes on\nb: 1\n",
        "structure/comment-in-text",
        "# note",
        "{a: text goes on, b: 1}",
    );
    one("a: x\u{1}y\n", "structure/not-text", "\u{1}", "{a: xy}");
}

#[test]
fn a_billion_laughs() {
    let mut text = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n".to_owned();
    for i in 1..12 {
        let before = format!("*a{}", i - 1);
        text += &format!("a{i}: &a{i} [{}]\n", vec![before; 9].join(", "));
    }
    let rules: Vec<_> = found(&text).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["structure/too-many-aliases"]);
    assert_eq!(found("a: &a [x, *a]\n"), [("structure/unknown-alias", "*a")]);
}

#[test]
fn deep_nesting() {
    let deep = |levels: usize| format!("a: {}x{}\nb: 1\n", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(found(&deep(60)), []);
    for levels in [70, 200, 300, 100_000] {
        let text = deep(levels);
        let rules: Vec<_> = found(&text).into_iter().map(|(rule, _)| rule).collect();
        assert_eq!(rules, ["structure/nested-too-deep"], "{levels}");
        assert!(tree(&text).ends_with("b: 1}"));
    }
}

#[test]
fn all_problems_of_all_sections_in_one_run() {
    let text = "\
channels:
  phone:
    title: \"Infolinia
    hours: Mo-Fr 08:00-20:00
roles:
  agent:
    duties: Uwaga: klient
    level:1
scripts
  hello: { say: [a, b }
procedures:
  complaint:
    steps:
      - who: agent
       do: x
quality: { ok: 1 }
";
    let rules: Vec<_> = found(text).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(
        rules,
        [
            "structure/unclosed-quote",
            "structure/colon-in-text",
            "structure/missing-space-after-colon",
            "structure/missing-colon",
            "structure/unclosed-bracket",
            "structure/bad-indentation",
        ]
    );
    assert_eq!(
        tree(text),
        "{channels: {phone: {title: Infolinia, hours: Mo-Fr 08:00-20:00}}, \
         roles: {agent: {duties: Uwaga: klient, level: 1}}, scripts: {hello: {say: [a, b]}}, \
         procedures: {complaint: {steps: [{who: agent, do: x}]}}, quality: {ok: 1}}"
    );
}

#[test]
fn references_work_across_sections_of_a_broken_file() {
    let text = "a: &x { b: 1 }\nc: *x\nd: Attention: call\n";
    one(text, "structure/colon-in-text", ":", "{a: {b: 1}, c: {b: 1}, d: Attention: call}");
}

#[test]
fn invisible_characters_are_read_over() {
    assert_eq!(found("ki\u{200b}nd: vo\u{ad}ice\n\u{feff}b: \u{200e}x\u{2060}\n"), []);
    assert_eq!(tree("ki\u{200b}nd: vo\u{ad}ice\n\u{feff}b: \u{200e}x\u{2060}\n"), "{kind: voice, b: x}");
    assert_eq!(tree("a: \u{200f}שלום\u{200f}\n"), "{a: \u{200f}שלום\u{200f}}");
}

#[test]
fn bullets() {
    one("a:\n  - x\n  • y\n", "structure/wrong-dash", "•", "{a: [x, y]}");
    one("a:\n  - x\n  * y\n  - z\n", "structure/wrong-dash", "*", "{a: [x, y, z]}");
    assert_eq!(tree("a:\n  • x\n  • y\n"), "{a: [x, y]}");
    assert_eq!(found("a: x • y\nb: |\n  • x\n"), []);
}

#[test]
fn signs_in_the_place_of_a_colon() {
    for sign in ["：", "： ", "∶", "; ", " - ", " = "] {
        let text = format!("phone:\n  kind{sign}voice\n  title: x\n");
        one(&text, "structure/missing-colon", "kind", "{phone: {kind: voice, title: x}}");
    }
    one("a：\n  b: 1\nc: 2\n", "structure/missing-colon", "a", "{a: {b: 1}, c: 2}");
    one(
        "when: {channel:phone}\n",
        "structure/missing-space-after-colon",
        "channel:phone",
        "{when: {channel: phone}}",
    );
    one("a: [b, c],\nd: 1\n", "structure/unquoted-special", ",", "{a: [b, c], d: 1}");
}

#[test]
fn the_line_that_slipped_is_blamed() {
    let rule = "structure/bad-indentation";
    one("a:\n  b:\n    c: 1\n  d: 2\n    e: 3\n", rule, "d", "{a: {b: {c: 1, d: 2, e: 3}}}");
    one("a:\n  b:\n    c: 1\nd: 2\n    e: 3\nf: 4\n", rule, "d", "{a: {b: {c: 1, d: 2, e: 3}}, f: 4}");
    let steps = "s:\n  t:\n      a:\n        x: 1\n    b:\n        x: 2\n      c:\n        x: 3\n";
    one(steps, rule, "b", "{s: {t: {a: {x: 1}, b: {x: 2}, c: {x: 3}}}}");
    let right = "r:\n  a:\n    t: 1\n    l: 1\n    m:\n    t: 2\n    l: 2\n  z:\n    t: 3\n";
    one(right, rule, "m", "{r: {a: {t: 1, l: 1}, m: {t: 2, l: 2}, z: {t: 3}}}");
}

#[test]
fn pasted_lines_without_indentation() {
    let text = "s:\n    a:\n        do: Hear them\nand write down\nwhat happened.\n        say: x\n";
    let tree = "{s: {a: {do: Hear them and write down what happened., say: x}}}";
    one(text, "structure/bad-indentation", "and write down", tree);
    let block = text.replace("do: Hear them", "do: |");
    assert_eq!(found(&block).len(), 1);
}
