//! Coverage: what is held, in part or missing, channel by channel and row by row; as people and programs see it.

use etalon::check::{Coverage, Treated, coverage};
use etalon::report::{CoverageFormat, Style, coverage_schema, write_coverage};
use etalon::resolve::{Entrance, read};
use etalon::source::MemoryWorld;
use jiff::civil::date;

const BASE: &str = "etalon: 1
standard: { id: shop, title: \"Shop <b>&\", version: 1.0.0, owner: lead }
roles: { lead: { level: 3 } }
situation: { segment: [new, gold], vip: yes/no, queue: { number: people } }
channels:
  phone: { kind: voice, title: Helpline }
  chat: { kind: chat }
  e-mail: { kind: written }
requires:
  greeting: { row: R08, topic: the greeting, any_of: scripts.purpose=greeting, channel_kinds: [voice, chat], why: W., add: 'scripts: {}', answers_to: [A clause] }
";

fn of(more: &str) -> Coverage {
    let today = date(2026, 11, 22);
    let world = MemoryWorld::new(today).with("etalon.yaml", format!("{BASE}{more}"));
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let broken: Vec<_> = reading.findings.as_slice().iter().map(|found| &found.message).collect();
    assert!(broken.is_empty(), "{broken:?}");
    coverage(&reading, today)
}

fn cells(more: &str) -> Vec<Treated> {
    of(more).topics[0].channels.values().copied().collect()
}

fn shown(format: CoverageFormat, coverage: &Coverage) -> String {
    let mut out = Vec::new();
    write_coverage(format, coverage, Style::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn scripts(whens: &[&str]) -> String {
    let one = |(at, when): (usize, &&str)| format!("  s{at}: {{ purpose: greeting, say: Hello., {when} }}\n");
    format!("scripts:\n{}", whens.iter().enumerate().map(one).collect::<String>())
}

#[test]
fn a_cell_is_held_where_entries_leave_no_situation_out() {
    use Treated::{Held, Missing, Partly};
    // The channels in the order of their names: chat, phone; e-mail is of another kind.
    let cases: [(&[&str], [Treated; 2]); 12] = [
        (&[], [Missing, Missing]),
        (&["when: {}"], [Held, Held]),
        (&["when: { channel: phone }"], [Missing, Held]),
        (&["when: { channel: { not: phone } }"], [Held, Missing]),
        (&["when: { channel: e-mail }"], [Missing, Missing]),
        (&["when: { channel: chat, segment: gold }"], [Partly, Missing]),
        (&["when: { segment: gold }", "when: { segment: new }"], [Held, Held]),
        (&["when: { segment: gold }", "when: { segment: new, vip: yes }"], [Partly, Partly]),
        (&["when: { segment: gold }", "when: { segment: { not: gold } }"], [Held, Held]),
        (&["when: { time: Mo-Fr 09:00-17:00 }", "when: { queue: '>= 0' }"], [Partly, Partly]),
        (&["until: 2026-11-21"], [Missing, Missing]),
        (&["from: 2027-01-01"], [Held, Held]),
    ];
    for (whens, wanted) in cases {
        let more = if whens.is_empty() { String::new() } else { scripts(whens) };
        assert_eq!(cells(&more), wanted, "{whens:?}");
    }
}

#[test]
fn what_cannot_occur_need_not_be_treated() {
    let more = scripts(&["when: { segment: gold }"]);
    let never = "never_happens: [{ channel: chat, segment: new }]\n";
    assert_eq!(cells(&format!("{more}{never}")), [Treated::Held, Treated::Partly]);
}

#[test]
fn a_channel_has_only_the_situations_in_which_it_may_be_used() {
    let more = "channels: {}\n";
    let gold = scripts(&["when: { segment: gold }"]);
    let own = BASE
        .replace("chat: { kind: chat }", "chat: { kind: chat, only_when: { segment: gold, queue: '> 3' } }");
    let today = date(2026, 11, 22);
    let world = MemoryWorld::new(today).with("etalon.yaml", format!("{own}{gold}")).with("more.yaml", more);
    let found = coverage(&read(&world, &Entrance::Folder(String::new())).unwrap(), today);
    let cells: Vec<Treated> = found.topics[0].channels.values().copied().collect();
    assert_eq!(cells, [Treated::Held, Treated::Partly]);
}

#[test]
fn the_score_counts_cells_and_the_weakest_spots_say_where() {
    let more = "\
scripts: { hello: { purpose: greeting, say: Hello., when: { channel: phone } } }
use: ./more
";
    let today = date(2026, 11, 22);
    let world = MemoryWorld::new(today).with("etalon.yaml", format!("{BASE}{more}")).with(
        "more/etalon.yaml",
        "requires:\n  bonus: { row: R53, topic: the bonus, any_of: incentives, why: W. }\n  \
         hold: { row: R10, topic: hold, any_of: hold, why: W. }\n",
    );
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let found = coverage(&reading, today);
    assert_eq!(found.score, Some(25), "one of four cells");
    let spots: Vec<(&str, usize, usize)> =
        found.weakest.iter().map(|spot| (spot.name.as_str(), spot.held, spot.asked)).collect();
    assert_eq!(spots, [("On the phone", 0, 1), ("Quality", 0, 1), ("chat", 0, 1)]);
    let row = |id: &str| found.rows.iter().find(|row| row.row.id == id).unwrap().treated;
    assert_eq!(row("R08"), Some(Treated::Partly));
    assert_eq!(row("R53"), Some(Treated::Missing));
    assert_eq!(row("R01"), None);
}

#[test]
fn a_waived_topic_does_not_count() {
    let more = "waive: { none: { rule: completeness/missing-topic, at: requires.greeting, reason: We nod., owner: lead, until: 2026-12-31 } }\n";
    let found = of(more);
    assert_eq!(found.score, None);
    assert_eq!(found.topics[0].waived.as_deref(), Some("We nod."));
    let late = more.replace("2026-12-31", "2026-11-21");
    assert_eq!(of(&late).score, Some(0));
}

#[test]
fn a_rule_that_is_switched_off_changes_no_score_and_is_said() {
    let off = "check_rules: { completeness/missing-topic: { severity: off, reason: We grow. } }\n";
    let found = of(off);
    assert_eq!(found.score, Some(0));
    for format in CoverageFormat::ALL {
        let written = |found: &Coverage| {
            let mut out = Vec::new();
            write_coverage(format, found, Style::default(), &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert!(written(&found).contains("We grow."), "{}", written(&found));
        assert!(!written(&of("")).contains("We grow."));
    }
}

#[test]
fn the_terminal_shows_no_line_that_is_too_wide() {
    for more in [String::new(), scripts(&["when: { channel: phone }"])] {
        let text = shown(CoverageFormat::Human, &of(&more));
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        assert!(text.contains("In each channel") && text.contains("Score "), "{text}");
    }
}

#[test]
fn the_page_needs_nothing_but_itself_and_lets_no_text_become_markup() {
    let text = shown(CoverageFormat::Html, &of(&scripts(&["when: { channel: phone }"])));
    assert!(text.contains("Shop &lt;b&gt;&amp;") && !text.contains("Shop <b>"));
    for address in ["http://", "https://", "src=", "<script", "url("] {
        assert!(!text.contains(address), "{address}");
    }
    assert!(text.contains("aria-label=\"missing\"") && text.trim_end().ends_with("</html>"));
}

#[test]
fn json_fits_its_schema() {
    let schema = jsonschema::draft202012::new(&coverage_schema()).unwrap();
    for more in [String::new(), scripts(&["when: { segment: gold }"])] {
        let value: serde_json::Value =
            serde_json::from_str(&shown(CoverageFormat::Json, &of(&more))).unwrap();
        let errors: Vec<String> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(value["topics"][0]["answers_to"][0], "A clause");
    }
}
