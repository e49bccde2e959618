//! Links inside of a document that is set. Before, a link to a place would have to know its page, and every page that
//! holds one would be set twice. Must never move anything on a page.

use std::collections::BTreeMap;

use typst::foundations::Label;
use typst::introspection::{Introspector, Location};
use typst::layout::{Frame, FrameItem};
use typst::model::{Destination, Document};
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument};

use super::source::Links;

/// The document with its links leading to the places for which their addresses stand.
pub(super) fn settled(document: PagedDocument, links: &Links) -> PagedDocument {
    if links.is_empty() {
        return document;
    }
    let introspector = document.introspector().clone();
    let place = |at: &usize| {
        let label = Label::new(PicoStr::intern(&format!("p{at}")))?;
        introspector.query_label(label).ok()?.location()
    };
    let places = links.iter().filter_map(|(address, at)| Some((address.as_str(), place(at)?)));
    let places: BTreeMap<&str, Location> = places.collect();
    let mut pages: Vec<Page> = document.pages().to_vec();
    let info = document.info().clone();
    drop((document, introspector));
    pages.iter_mut().for_each(|page| settle(&mut page.frame, &places));
    PagedDocument::new(pages.into_iter().collect(), info)
}

fn settle(frame: &mut Frame, places: &BTreeMap<&str, Location>) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => settle(&mut group.frame, places),
            FrameItem::Link(destination, _) => {
                if let Destination::Url(address) = &*destination
                    && let Some(place) = places.get(address.as_str())
                {
                    *destination = Destination::Location(*place);
                }
            }
            _ => {}
        }
        true
    });
}
