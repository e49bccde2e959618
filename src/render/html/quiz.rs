//! A test as a page that marks itself and tells a learning platform, where there is one around it.
//! Must never ask anybody else for anything.

use crate::compile::{Handbook, Question, Quiz};
use crate::render::look::Look;
use crate::render::places::Places;

use super::block::facts;
use super::brand;
use super::page::Page;
use super::shell::{joined, metas};

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'";

/// Writes a test; `book` is the kit that it belongs to.
pub fn quiz(book: &Handbook, quiz: &Quiz, look: &Look) -> String {
    let places = Places::default();
    let mut page = Page::new(&book.furniture, &places);
    page.element("html", &[("lang", &book.language)], |page| {
        page.element("head", &[], |page| {
            metas(page, POLICY);
            page.leaf("title", &[], &joined(&[Some(&book.title), book.company.as_ref()]));
            page.element("style", &[], |page| {
                page.own(include_str!("style.css"));
                page.own(include_str!("quiz.css"));
                brand::styles(page, look);
            });
        });
        page.element("body", &[], |page| {
            page.element("header", &[("class", "cover")], |page| {
                brand::logo(page, look, book.company.as_deref());
                if let Some(company) = &book.company {
                    page.leaf("p", &[("class", "company")], company);
                }
                page.leaf("h1", &[], &book.title);
                facts(page, &book.imprint);
            });
            page.element("main", &[], |page| form(page, quiz));
            page.element("script", &[], |page| page.own(include_str!("quiz.js")));
        });
    });
    page.finish()
}

fn form(page: &mut Page, quiz: &Quiz) {
    page.leaf("p", &[("class", "lead")], &quiz.lead);
    let mark = quiz.pass_mark.to_string();
    let words = [
        ("id", "_quiz"),
        ("data-mark", mark.as_str()),
        ("data-passed", &quiz.passed),
        ("data-failed", &quiz.failed),
        ("data-right", &quiz.right),
        ("data-wrong", &quiz.wrong),
    ];
    page.element("form", &words, |page| {
        quiz.questions.iter().enumerate().for_each(|(at, found)| question(page, found, at));
        page.element("p", &[("class", "buttons")], |page| {
            page.leaf("button", &[("type", "submit")], &quiz.check);
            page.leaf("button", &[("type", "reset"), ("hidden", "")], &quiz.again);
        });
    });
    page.leaf("p", &[("id", "_result"), ("role", "status"), ("tabindex", "-1")], "");
}

fn question(page: &mut Page, question: &Question, at: usize) {
    let (name, right) = (format!("q{}", at + 1), question.right.to_string());
    let about =
        [("data-id", question.id.as_str()), ("data-right", &right), ("data-source", &question.source)];
    page.element("fieldset", &about, |page| {
        page.leaf("legend", &[], &format!("{}. {}", at + 1, question.ask));
        for (at, answer) in question.answers.iter().enumerate() {
            page.element("label", &[], |page| {
                let input = [
                    ("type", "radio"),
                    ("name", name.as_str()),
                    ("value", &at.to_string()),
                    ("required", ""),
                ];
                page.void("input", &input);
                page.text(" ");
                page.leaf("span", &[], answer);
            });
        }
        page.leaf("p", &[("class", "verdict"), ("hidden", "")], "");
    });
}
