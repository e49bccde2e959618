//! The measures that promises are made in. Must never hold a figure: those are the company's.

/// A measure that the language knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownMeasure {
    /// The key in YAML.
    pub id: &'static str,
    /// What it measures, for authors.
    pub description: &'static str,
    /// Whether it is part of the sequence of one request, and where: a later measure must not be shorter.
    pub stage: Option<u8>,
}

const fn measure(id: &'static str, stage: Option<u8>, description: &'static str) -> KnownMeasure {
    KnownMeasure { id, description, stage }
}

/// The known measures in the order in which a customer meets them.
pub const MEASURES: &[KnownMeasure] = &[
    measure("answer", Some(0), "Until a person picks up: `20 s for 80%`, `3 rings`."),
    measure("wait", None, "How long a customer waits in a queue or at the counter."),
    measure(
        "acknowledgement",
        Some(0),
        "Until the customer is told that the message has arrived; a machine may do it.",
    ),
    measure("first_response", Some(1), "Until the first reply of substance by a person."),
    measure("next_response", None, "Until each further reply, counted from the customer's message."),
    measure("update_every", None, "How often the customer hears where the request stands."),
    measure("callback", None, "Until the customer is called back."),
    measure("arrival", Some(1), "Until somebody is on site."),
    measure("workaround", Some(2), "Until the customer can go on working, though the cause is not removed."),
    measure("handling", None, "How long one contact lasts; shorter is not always better."),
    measure("resolution", Some(3), "Until the problem is solved for the customer."),
    measure("delivery", None, "Until the goods are with the customer."),
    measure("refund", None, "Until the money is with the customer."),
];

/// The known measure of this name.
pub fn known_measure(id: &str) -> Option<&'static KnownMeasure> {
    MEASURES.iter().find(|measure| measure.id == id)
}
