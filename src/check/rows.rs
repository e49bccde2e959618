//! The rows of everything that companies regulate about service, with the areas they belong to.
//! Must never say where a standard treats a row: profiles do.

/// A row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Its number, such as `R07`.
    pub id: &'static str,
    /// The area it belongs to.
    pub area: &'static str,
    /// What it is about, in a few words.
    pub title: &'static str,
}

macro_rules! rows {
    ($($area:literal { $($id:literal $title:literal)+ })+) => {
        &[$($(Row { id: $id, area: $area, title: $title }),+),+]
    };
}

/// Every row, area by area.
pub const ROWS: &[Row] = rows! {
    "Channels and contact" {
        "R01" "channels on offer"
        "R22" "how to reach the company"
        "R18" "nothing that drives customers away"
        "R33" "when nobody is on duty"
    }
    "Face to face" {
        "R02" "appearance, premises and equipment"
        "R39" "a recognisable, clean interior"
        "R03" "the stages of an encounter"
        "R04" "claims at the counter"
        "R05" "returns and exchanges"
        "R06" "leaving without buying"
    }
    "On the phone" {
        "R07" "how fast a call is answered"
        "R08" "opening and form of address"
        "R09" "finding out needs"
        "R10" "hold and transfer"
        "R11" "presenting product and company"
        "R12" "questions and objections"
        "R13" "unhappy callers"
        "R14" "summing up and recording"
    }
    "In writing" {
        "R15" "correspondence"
        "R27" "public reviews"
        "R26" "scripts, and leaving the script"
    }
    "Time" {
        "R35" "promises in figures"
        "R36" "time to the solution"
        "R37" "what happens next"
        "R55" "acceptable and desired"
        "R56" "the chain behind the counter"
    }
    "People" {
        "R19" "duties of roles"
        "R20" "levels of support"
        "R50" "one point of contact"
        "R47" "nobody tells their story twice"
        "R54" "colleagues as customers"
        "R46" "service packages"
        "R51" "everyone is welcome"
        "R23" "departing from a rule"
        "R24" "when things go wrong"
        "R44" "unhappy customers"
        "R45" "thinking ahead"
        "R49" "composure"
        "R30" "difficult customers"
    }
    "Selling" {
        "R40" "offering more, and when never"
        "R29" "beyond the promise, and loyalty"
        "R34" "contact after the purchase"
    }
    "Quality" {
        "R38" "observable criteria"
        "R31" "how quality is verified"
        "R32" "metrics with targets"
        "R25" "alarm levels"
        "R21" "assessment, reward and sanction"
        "R53" "bonus"
        "R41" "the closing question"
        "R28" "asking for feedback"
        "R42" "would they recommend, and why"
        "R52" "what is done with the answers"
    }
    "The standard itself" {
        "R16" "it is the company's own"
        "R57" "it fits the line of business"
        "R17" "owner, version and dates"
        "R43" "given to every new colleague"
        "R48" "training"
    }
};
