//! Who finds what in the handbook of the shop.

use super::shop::{book, has, lacks};
use super::*;

#[test]
fn an_agent_reads_what_concerns_agents_and_nothing_else() {
    let agent = book(&role("agent"), "en");
    has(
        &agent,
        &[
            "For: Agent",
            "Take every request",
            "Helpline",
            "Chats",
            "Good morning, Amber & Co, {agent} speaking.",
        ],
    );
    has(
        &agent,
        &["Complaint", "Hear them out", "Politeness", "Amends", "Call after", "Bonus", "Day 1: sign"],
    );
    has(
        &agent,
        &[
            "Nobody is here",
            "Spare parts",
            "Slow complaint",
            "What comes back",
            "Solved at once",
            "A Gold caller",
        ],
    );
    lacks(
        &agent,
        &[
            "Count the till",
            "File papers",
            "At the counter",
            "Welcome in",
            "Closing the till",
            "Long Street 12",
        ],
    );
    lacks(
        &agent,
        &["I am sorry", "Window", "new bulb", "Any | ", "being rewritten", "Intranet", "Concerns:"],
    );
}

#[test]
fn a_shop_assistant_reads_of_the_shop() {
    let seller = book(&role("seller"), "en");
    has(
        &seller,
        &[
            "Count the till",
            "At the counter",
            "Welcome in",
            "Closing the till",
            "Window",
            "one pen",
            "Gdańsk",
        ],
    );
    has(&seller, &["Solved", "Goodbye", "Listening", "The rude", "Badge"]);
    lacks(
        &seller,
        &["Helpline", "Take every request", "Chats", "Hear them out", "Good morning", "Kraków", "Politeness"],
    );
    lacks(&seller, &["Call after", "Bonus", "Day 1: sign", "Amends", "Counted in May", "A Gold caller"]);
}

#[test]
fn the_lead_reads_what_gives_work_to_the_lead() {
    let lead = book(&role("lead"), "en");
    has(
        &lead,
        &["Amends", "Complaint", "Slow complaint", "I am sorry", "Badge", "being rewritten", "Day 1: sign"],
    );
    lacks(&lead, &["Window", "Count the till", "Good morning", "Call after"]);
}

#[test]
fn the_back_office_reads_what_names_it_and_the_general_chapters() {
    let clerk = book(&role("clerk"), "en");
    has(
        &clerk,
        &[
            "File papers",
            "We keep what we promise.",
            "Spare parts",
            "Complaint",
            "File it",
            "Filed",
            "Intranet",
        ],
    );
    has(&clerk, &["claim", "We never say", "a rule would harm", "Customer group"]);
    lacks(
        &clerk,
        &[
            "Chats",
            "Solved",
            "Goodbye | ",
            "Listening",
            "Badge",
            "Flooded",
            "All well?",
            "looking something up",
        ],
    );
}

#[test]
fn a_location_leaves_out_what_happens_elsewhere() {
    let krakow = Audience { role: None, location: Some("krakow".to_owned()) };
    let krakow = book(&krakow, "en");
    has(&krakow, &["Kraków", "Helpline", "For: Kraków"]);
    lacks(&krakow, &["By the river", "At the counter", "Welcome in", "Window"]);
}
