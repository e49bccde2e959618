//! A test as a package for learning platforms (SCORM 1.2): one page and the manifest that names it.
//! Must never need anything outside the package.

use std::collections::BTreeMap;

use crate::compile::{Handbook, Quiz};

use super::look::Look;
use super::package::pack;

/// Packs a test. Platforms know it again by `course`; its item is a new one when what matters has changed, so that
/// only then it is taken again.
pub fn scorm(course: &str, book: &Handbook, quiz: &Quiz, look: &Look) -> Vec<u8> {
    let page = super::quiz(book, quiz, look).into_bytes();
    let manifest = manifest(course, book, quiz).into_bytes();
    pack(&BTreeMap::from([("imsmanifest.xml".to_owned(), manifest), ("index.html".to_owned(), page)]))
}

fn manifest(course: &str, book: &Handbook, quiz: &Quiz) -> String {
    let name = |text: &str| -> String {
        text.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
    };
    let (course, item) = (name(course), name(&quiz.id));
    let standard = escaped(book.company.as_deref().unwrap_or(&book.title));
    let title = escaped(&book.title);
    let mark = quiz.pass_mark;
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="etalon-{course}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>{standard}</title>
      <item identifier="test-{item}" identifierref="page" isvisible="true">
        <title>{title}</title>
        <adlcp:masteryscore>{mark}</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource>
  </resources>
</manifest>
"#
    )
}

fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            letter if letter.is_control() => written.push(' '),
            letter => written.push(letter),
        }
    }
    written
}
