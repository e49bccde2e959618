//! The handbooks of the examples: nothing is lost, links lead somewhere, the same input gives the same bytes.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::*;

pub(crate) const EXAMPLES: [&str; 5] =
    ["appliance-shop", "equipment-service", "pharmacy", "software-support", "web-shop"];

/// The words of a text: letters and digits, whatever stands between them.
fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The words of a text of the standard, with the name of the company filled in.
fn words_of_markdown(text: &str, company: &str) -> Vec<String> {
    let text = text.replace("{company}", company);
    let mut all = String::new();
    for event in Parser::new(&text) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                all.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => all.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => all.push(' '),
            _ => {}
        }
    }
    words(&all)
}

fn holds(all: &[String], wanted: &[String]) -> bool {
    wanted.is_empty() || all.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn there_is_nothing_to_find_in_the_examples() {
    for name in EXAMPLES {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
        let reading = read(&DiskWorld::new(folder, TODAY), &Entrance::Folder(String::new())).unwrap();
        let findings = etalon::check::check(&reading, TODAY).findings;
        let found: Vec<String> =
            findings.iter().map(|finding| format!("{}: {}", finding.rule, finding.message)).collect();
        assert!(found.is_empty(), "{name}\n{}", found.join("\n"));
    }
}

#[test]
fn nothing_is_lost_in_the_handbook_for_everybody() {
    for name in EXAMPLES {
        let project = example(name);
        let source = project.source_language().to_owned();
        for language in project.language_codes() {
            let book = handbook(&project, &everybody(), language, TODAY);
            let company = book.company.clone().unwrap_or_default();
            let all = words(&said(&book));
            let mut lost = Vec::new();
            project.texts(&mut |path, text| {
                let Some(version) = text.best(language, &source) else { return };
                let wanted = words_of_markdown(version, &company);
                if !holds(&all, &wanted) {
                    lost.push(format!("{}: {}", path.join("."), version.value));
                }
            });
            assert!(lost.is_empty(), "{name} in {language} loses\n{}", lost.join("\n"));
        }
    }
}

#[test]
fn markdown_can_be_read_back_and_its_links_lead_somewhere() {
    for name in EXAMPLES {
        let project = example(name);
        let language = project.source_language().to_owned();
        let mut audiences: Vec<Audience> = project.roles.iter().map(|entry| role(&entry.id)).collect();
        audiences.push(everybody());
        for audience in &audiences {
            let book = handbook(&project, audience, &language, TODAY);
            let text = markdown(&book);
            let read = ReadBack::of(&text);
            let mut wanted = vec![(1, book.title.clone()), (2, book.furniture.contents.clone())];
            for chapter in &book.chapters {
                wanted.push((2, chapter.title.clone()));
                wanted.extend(chapter.sections.iter().map(|section| (3, section.title.clone())));
            }
            assert_eq!(read.headings, wanted, "{name} {audience:?}");
            let dangling: Vec<&String> = read.links.difference(&read.anchors).collect();
            assert!(dangling.is_empty(), "{name} {audience:?}: {dangling:?}");
        }
    }
}

#[test]
fn the_words_survive_markdown() {
    for name in EXAMPLES {
        let project = example(name);
        let book = handbook(&project, &everybody(), project.source_language(), TODAY);
        let read = ReadBack::of(&markdown(&book));
        let all = words(&read.text);
        for chapter in &book.chapters {
            for section in &chapter.sections {
                let mut lines = Vec::new();
                section.blocks.iter().for_each(|block| say(block, &mut lines));
                for line in lines.iter().flat_map(|line| line.split([':', '|', '/'])) {
                    let line = line.replace("(mine)", "").replace("->", "");
                    assert!(holds(&all, &words(&line)), "{name}: `{line}` of {}", section.anchor);
                }
            }
        }
    }
}

#[test]
fn the_same_standard_gives_the_same_bytes() {
    for name in EXAMPLES {
        let make = || {
            let project = example(name);
            markdown(&handbook(&project, &everybody(), project.source_language(), TODAY))
        };
        assert_eq!(make(), make());
    }
}

#[derive(Default)]
struct ReadBack {
    headings: Vec<(usize, String)>,
    anchors: BTreeSet<String>,
    links: BTreeSet<String>,
    text: String,
}

impl ReadBack {
    fn of(markdown: &str) -> Self {
        let mut read = ReadBack::default();
        let mut heading: Option<(usize, String)> = None;
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => heading = Some((level as usize, String::new())),
                Event::End(TagEnd::Heading(_)) => {
                    let (level, words) = heading.take().unwrap();
                    read.headings.push((level, words.trim_end_matches(' ').to_owned()));
                    read.text.push('\n');
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    if let Some(anchor) = dest_url.strip_prefix('#') {
                        read.links.insert(anchor.to_owned());
                    }
                }
                Event::InlineHtml(html) | Event::Html(html) => {
                    if let Some((_, rest)) = html.split_once("id=\"") {
                        read.anchors.insert(rest.split('"').next().unwrap().to_owned());
                    }
                    assert!(
                        ["<a id=", "</a>", "<br>", "<!-- -->"].iter().any(|known| html.starts_with(known)),
                        "{html}"
                    );
                    read.text.push(' ');
                }
                Event::Text(words) | Event::Code(words) => {
                    if let Some((_, heading)) = &mut heading {
                        heading.push_str(&words);
                    }
                    read.text.push_str(&words);
                }
                Event::SoftBreak | Event::HardBreak => read.text.push(' '),
                Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => read.text.push('\n'),
                _ => {}
            }
        }
        read
    }
}
