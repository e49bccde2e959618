//! The part of a page that answers what holds now: every place that it names is there, text stays text, and it carries
//! nothing that its reader's handbook does not show.

use std::collections::BTreeMap;
use std::path::Path;

use etalon::compile::{Audience, Common, Handbook, Now, NowTables, decision_tables, handbook, now, site};
use etalon::render::{Look, html, site as pages};
use etalon::resolve::{Entrance, Project, read as read_project};
use etalon::source::DiskWorld;
use jiff::civil::{Date, date};
use serde_json::{Map, Value, json};

use crate::html::{Seen, read};

const TODAY: Date = date(2026, 11, 22);

fn example(name: &str) -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    read_project(&DiskWorld::new(folder, TODAY), &Entrance::Folder(String::new())).unwrap().project
}

fn book(project: &Project, role: Option<&str>, language: &str) -> Handbook {
    let audience = Audience { role: role.map(str::to_owned), location: None };
    let mut book = handbook(project, &audience, language, TODAY);
    let tables = decision_tables(project, TODAY);
    let common = Common::of(project, language, TODAY);
    book.now = now(&common, &audience, &book, &NowTables::of(project, &tables, TODAY));
    book
}

fn carried(page: &str) -> Value {
    let (_, rest) = page.split_once("id=\"_now-data\">").unwrap();
    let (data, _) = rest.split_once("</script>").unwrap();
    assert!(!data.contains(['<', '>', '&']), "nothing in the data can end it");
    serde_json::from_str(data).unwrap()
}

fn places(data: &Value) -> Vec<String> {
    data["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["href"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_rule_of_an_answer_has_its_place_on_the_page() {
    let roles = [("appliance-shop", None), ("appliance-shop", Some("technician")), ("pharmacy", None)];
    for (name, role) in roles {
        let project = example(name);
        let page = html(&book(&project, role, project.source_language()), &Look::default());
        let seen = read(&page);
        let places = places(&carried(&page));
        assert!(places.len() > 20, "{name}: {} places", places.len());
        for place in places {
            assert!(seen.ids.iter().any(|id| place == format!("#{id}")), "{name}: `{place}` leads nowhere");
        }
        assert!(page.contains("class=\"now\" hidden=\"\""), "it does not show without a script");
    }
}

#[test]
fn every_rule_of_an_answer_has_its_place_in_the_site() {
    let project = example("appliance-shop");
    let mut site = site(&Common::of(&project, "pl", TODAY), &Audience::default(), &project.language_codes());
    site.handbook.now = book(&project, None, "pl").now;
    let files = pages(&site, &Look::default());
    let text = |path: &str| std::str::from_utf8(&files[path]).unwrap();
    let seen: BTreeMap<&String, Seen> =
        files.keys().filter(|path| path.ends_with(".html")).map(|path| (path, read(text(path)))).collect();
    for place in places(&carried(text("now.html"))) {
        let (file, hash) = place.split_once('#').unwrap();
        let there = seen.iter().any(|(path, page)| *path == file && page.ids.iter().any(|id| id == hash));
        assert!(there, "`{place}` leads nowhere");
    }
    for (path, page) in &seen {
        let ways = page.attributes.iter().filter(|(key, value)| key == "href" && value == "now.html");
        let own = *path == "handbook.html";
        assert!(own || ways.count() > 0, "{path} shows no way to the answers");
    }
    assert!(text("index.js").contains("now.html"), "the search finds it");
}

#[test]
fn what_a_page_carries_is_small_and_for_its_reader() {
    let project = example("appliance-shop");
    let sizes = [None, Some("technician")].map(|role| {
        let book = book(&project, role, "en");
        let page = html(&book, &Look::default());
        let data = carried(&page);
        let entries = data["entries"].as_array().unwrap();
        let readers = entries.iter().flat_map(|entry| entry["readers"].as_array().unwrap()).count();
        assert_eq!(role.is_none(), readers > 0, "only the handbook of everybody tells readers apart");
        let length = data.to_string().len();
        assert!(length * 5 < page.len(), "{length} of {}", page.len());
        length
    });
    assert!(sizes[1] < sizes[0], "{sizes:?}");
    let technician = book(&project, Some("technician"), "en");
    let titles: Vec<String> = technician.now.unwrap().entries.into_iter().map(|entry| entry.anchor).collect();
    assert!(titles.iter().any(|anchor| anchor.starts_with("procedures-")), "{titles:?}");
}

#[test]
fn text_never_becomes_markup_in_an_answer() {
    let nasty = r#"</script><script>alert(1)</script>"'&amp;<!--"#;
    let mut book = crate::samples::russian();
    let entry = etalon::compile::NowEntry {
        anchor: nasty.to_owned(),
        title: nasty.to_owned(),
        say: Some(nasty.to_owned()),
        lines: vec![nasty.to_owned()],
        readers: Vec::new(),
    };
    let data: Map<String, Value> = [(nasty.to_owned(), json!([nasty]))].into_iter().collect();
    book.now = Some(Now { title: nasty.to_owned(), lead: nasty.to_owned(), entries: vec![entry], data });
    let page = html(&book, &Look::default());
    let seen = read(&page);
    assert!(seen.text.contains("alert(1)"), "the heading is text");
    let data = carried(&page);
    assert_eq!(data["entries"][0]["title"], nasty);
    assert_eq!(data[nasty], json!([nasty]));
}

#[test]
fn the_scripts_ask_nobody_and_write_no_markup() {
    let scripts = concat!(
        include_str!("../../src/render/html/now.js"),
        include_str!("../../src/render/html/now_form.js")
    );
    for forbidden in [
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "fetch(",
        "XMLHttp",
        "import(",
        "http:",
        "https:",
        "</script",
        "=>",
        "`",
        "const ",
        "let ",
    ] {
        assert!(!scripts.contains(forbidden), "`{forbidden}` is in the scripts");
    }
}
