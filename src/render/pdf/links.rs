//! Links inside of a document that is set. Before, a link to a place would have to know its page, and every page that
//! holds one would be set twice. Must never move anything on a page.

use std::collections::BTreeMap;

use typst::foundations::Label;
use typst::introspection::{Introspector, Location};
use typst::layout::{Frame, FrameItem};
use typst::model::{Destination, Document};
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument, PagedIntrospector};

use super::source::Links;

/// The document with its links leading to the places for which their addresses stand.
pub(super) fn settled(document: PagedDocument, links: &Links) -> PagedDocument {
    let places = places(document.introspector(), links);
    let (mut pages, info) = (document.pages().to_vec(), document.info().clone());
    drop(document);
    settle(&mut pages, &places);
    PagedDocument::new(pages.into_iter().collect(), info)
}

// The places for which addresses stand.
type Places<'l> = BTreeMap<&'l str, Location>;

// The places of a document for which the addresses of links stand.
fn places<'l>(introspector: &PagedIntrospector, links: &'l Links) -> Places<'l> {
    let place = |at: &usize| {
        let label = Label::new(PicoStr::intern(&format!("p{at}")))?;
        introspector.query_label(label).ok()?.location()
    };
    links.iter().filter_map(|(address, at)| Some((address.as_str(), place(at)?))).collect()
}

// Makes the links on some pages lead to the places for which their addresses stand.
fn settle(pages: &mut [Page], places: &Places<'_>) {
    if !places.is_empty() {
        pages.iter_mut().for_each(|page| settle_frame(&mut page.frame, places));
    }
}

fn settle_frame(frame: &mut Frame, places: &Places<'_>) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => settle_frame(&mut group.frame, places),
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
