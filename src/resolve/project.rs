//! The whole standard: the sections of all files, added up. Must never hold an entry twice or lose one silently.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::packs::UsedPack;
use crate::diagnostic::{Finding, Findings};
use crate::model::{
    Behaviour, Brand, Channel, Clock, CompanyRule, Conduct, Currency, CustomerDuty, CustomerType, Decision,
    Deviations, Document, Escalation, Exclusion, Feedback, FollowUp, Hold, Holidays, Incentive, LegalMinimum,
    Link, Location, Measure, Offer, Onboarding, PackUse, Package, Procedure, Quality, Remedy, Requirement,
    ResponseTime, Review, Role, RuleSetting, Scenario, Script, Situation, Staffing, Standard, Term, Texts,
    TimeZone, Training, Transfers, Upkeep, Visit, Waiver, When, WhenRulesMeet, Wording,
};
use crate::source::{FileId, Lookup, Span, Spanned};
use crate::syntax::decode::{Entries, Entry, Field, List, Rest, Short, Words, with_underscores};
use crate::time::Duration;

macro_rules! project {
    (
        single { $($single:ident: $single_type:ty, $single_key:literal;)* }
        lists { $($list:ident: $list_type:ty;)* }
        sections { $($(#[$attribute:meta])? $section:ident: $entry:ty;)* }
    ) => {
        /// A service standard with all its files and packs added up; every value keeps its place.
        #[derive(Debug, Clone, Default, Serialize, JsonSchema)]
        pub struct Project {
            $(#[doc = concat!("The key `", $single_key, "`.")] pub $single: Field<$single_type>,)*
            $(#[doc = concat!("The list `", stringify!($list), "`.")] pub $list: $list_type,)*
            $(
                #[doc = concat!("The section `", stringify!($section), "`.")]
                $(#[$attribute])?
                pub $section: Entries<$entry>,
            )*
            /// The dimensions of the situation, of all files.
            pub situation: Situation,
            /// The choice of words, of all files.
            pub wording: List<Wording>,
            /// The quality section, of all files.
            pub quality: Quality,
            /// What each table must cover.
            pub must_cover: Vec<Rest<Words<String>>>,
            /// How handbooks look; no matter of machines.
            #[serde(skip)]
            pub brand: Field<Brand>,
            /// What is known of translations; no matter of machines.
            #[serde(skip)]
            pub translations: Field<Rest<Rest<String>>>,
            /// How much the rules of the check weigh; no matter of machines.
            #[serde(skip)]
            pub check_rules: Rest<Short<RuleSetting>>,
            /// The sections that are there but could not be read as a whole; nothing is known about what they lack.
            #[serde(skip)]
            pub refused_sections: BTreeSet<&'static str>,
            /// The packs that were read, in the order in which they were found.
            #[serde(skip)]
            pub used: Vec<UsedPack>,
        }

        impl Project {
            /// Adds a file. Something said twice is reported with both places, and the first one counts.
            pub fn add(&mut self, document: Document, findings: &mut Findings) {
                $(single(&mut self.$single, document.$single, $single_key, findings);)*
                $(self.$list.extend(document.$list);)*
                $(match document.$section.is_absent() {
                    true => {}
                    false => match document.$section.into_inner() {
                        Some(section) => self.$section.extend(section.value),
                        None => {
                            self.refused_sections.insert(stringify!($section));
                        }
                    },
                })*
                single(&mut self.brand, document.brand, "brand", findings);
                single(&mut self.translations, document.translations, "translations", findings);
                if let Some(situation) = document.situation.into_inner() {
                    self.situation.extend(situation.value);
                }
                if let Some(rules) = document.check_rules.into_inner() {
                    self.check_rules.extend(rules.value);
                }
                document.wording.into_inner().into_iter().for_each(|wording| self.wording.push(wording));
                if let Some(quality) = document.quality.into_inner() {
                    add_quality(&mut self.quality, quality.value, findings);
                }
                self.must_cover.extend(document.must_cover.into_inner().map(|spanned| spanned.value));
            }

            /// Reports entries of one section that share an id, and keeps the first of them.
            pub fn settle_ids(&mut self, findings: &mut Findings) {
                $(unique(&mut self.$section, stringify!($section), findings);)*
                let again = again(&self.situation, "situation", findings);
                self.situation.retain(|entry| !again.contains(&entry.id_span));
                let again = self::again(&self.check_rules, "check_rules", findings);
                self.check_rules.retain(|entry| !again.contains(&entry.id_span));
            }

            /// Every entry of every section as (section, id, place of the id, place of the entry), section by section.
            pub fn entries(&self) -> Vec<EntryPlace<'_>> {
                let mut all = Vec::new();
                $(all.extend(self.$section.iter().map(|entry| EntryPlace {
                    section: stringify!($section),
                    id: &entry.id,
                    id_span: entry.id_span,
                    span: entry.span,
                }));)*
                all
            }

            /// Calls `visit` for every text of the standard, with the keys that lead to it, section first. What
            /// profiles ask for and what laws say is about the standard and no part of it.
            pub fn texts<'a>(&'a self, visit: Visit<'_, 'a>) {
                let mut path: Vec<&'a str> = Vec::new();
                $(walk(&mut path, $single_key, &self.$single, visit);)*
                $(if !ABOUT_STANDARDS.contains(&stringify!($section)) {
                    walk(&mut path, stringify!($section), &self.$section, visit);
                })*
                walk(&mut path, "brand", &self.brand, visit);
                walk(&mut path, "situation", &self.situation, visit);
                walk(&mut path, "quality", &self.quality, visit);
                for wording in &self.wording {
                    walk(&mut path, "wording", &wording.value, visit);
                }
            }

            /// Whether a section, or an entry of it, is there but could not be read.
            pub fn has_refused(&self, section: &str) -> bool {
                match section {
                    section if self.refused_sections.contains(section) => true,
                    $(stringify!($section) => !self.$section.refused().is_empty(),)*
                    _ => false,
                }
            }

            /// The names of all sections that hold entries.
            pub const SECTIONS: &'static [&'static str] = &[$(stringify!($section)),*];
        }
    };
}

/// The sections that speak about standards and not to the people who serve or are served.
const ABOUT_STANDARDS: [&str; 3] = ["requires", "legal_minimums", "company_rules"];

/// Where an entry is.
#[derive(Debug, Clone, Copy)]
pub struct EntryPlace<'a> {
    /// The section.
    pub section: &'static str,
    /// The id.
    pub id: &'a str,
    /// Where the id stands.
    pub id_span: Span,
    /// Where the entry stands.
    pub span: Span,
}

project! {
    single {
        etalon: u32, "etalon";
        standard: Standard, "standard";
        time_zone: TimeZone, "time_zone";
        holidays: Holidays, "holidays";
        currency: Currency, "currency";
        ring: Duration, "ring";
        when_rules_meet: Rest<WhenRulesMeet>, "when_rules_meet";
        review: Review, "review";
        clock: Clock, "clock";
        hold: Hold, "hold";
        transfers: Transfers, "transfers";
        returns: Decision, "returns";
        deviations: Deviations, "deviations";
    }
    lists {
        languages: Words<String>;
        packs: Words<Short<PackUse>>;
        never_happens: List<When>;
    }
    sections {
        channels: Channel;
        roles: Role;
        locations: Location;
        links: Link;
        packages: Package;
        response_times: ResponseTime;
        #[schemars(transform = with_underscores)]
        measures: Measure;
        staffing: Staffing;
        if_missed: Remedy;
        exclusions: Exclusion;
        customer_duties: CustomerDuty;
        scripts: Script;
        correspondence: Conduct;
        conduct: Conduct;
        procedures: Procedure;
        escalations: Escalation;
        decisions: Decision;
        selling: Offer;
        recovery: Offer;
        loyalty: Offer;
        follow_up: FollowUp;
        premises: Upkeep;
        appearance: Upkeep;
        behaviours: Behaviour;
        customer_types: CustomerType;
        feedback: Feedback;
        incentives: Incentive;
        onboarding: Onboarding;
        training: Training;
        glossary: Term;
        scenarios: Scenario;
        requires: Requirement;
        legal_minimums: LegalMinimum;
        company_rules: CompanyRule;
        waive: Waiver;
    }
}

impl Project {
    /// Adds a file of a pack. What a pack says about itself stays with it, and where the standard has settled
    /// its own clock, calendar or currency, the pack's does not count.
    pub fn add_from_pack(&mut self, mut document: Document, findings: &mut Findings) {
        fn give_way<T>(own: &Field<T>, packs: &mut Field<T>) {
            if !own.is_absent() {
                *packs = Field::default();
            }
        }
        document.etalon = Field::default();
        document.standard = Field::default();
        document.review = Field::default();
        document.brand = Field::default();
        document.translations = Field::default();
        document.languages = Words::default();
        document.packs = Words::default();
        give_way(&self.time_zone, &mut document.time_zone);
        give_way(&self.holidays, &mut document.holidays);
        give_way(&self.currency, &mut document.currency);
        give_way(&self.ring, &mut document.ring);
        give_way(&self.clock, &mut document.clock);
        give_way(&self.when_rules_meet, &mut document.when_rules_meet);
        self.add(document, findings);
    }

    /// The pack that a file belongs to; none for a file of the standard itself.
    pub fn pack_of(&self, file: FileId) -> Option<&UsedPack> {
        self.used.iter().find(|pack| pack.files.contains(&file))
    }

    /// Every decision table with its name: `returns`, then the company's own.
    pub fn decision_tables(&self) -> impl Iterator<Item = (&str, &Decision)> {
        let own = self.decisions.iter().map(|entry| (entry.id.as_str(), &entry.value));
        self.returns.value().map(|returns| ("returns", returns)).into_iter().chain(own)
    }

    /// The language that plain texts are written in: the first of `languages`, or English.
    pub fn source_language(&self) -> &str {
        self.languages.first().map_or("en", |language| language.value.as_str())
    }

    /// All languages of the standard, the source first.
    pub fn language_codes(&self) -> Vec<&str> {
        match self.languages.is_empty() {
            true => vec!["en"],
            false => self.languages.iter().map(|language| language.value.as_str()).collect(),
        }
    }
}

fn single<T>(kept: &mut Field<T>, added: Field<T>, key: &str, findings: &mut Findings) {
    match (kept.span(), added.span()) {
        (Some(first), Some(second)) => {
            let message = format!("`{key}` is written in two places, and only one of them can count");
            let finding = Finding::error("structure/duplicate-section", second, message);
            findings.push(
                finding
                    .label("again here")
                    .also(first, "first here")
                    .help(format!("keep one `{key}` and move what it lacks there"))
                    .arg("key", key),
            );
        }
        (None, Some(_)) => *kept = added,
        _ => {}
    }
}

fn add_quality(kept: &mut Quality, added: Quality, findings: &mut Findings) {
    fn join<T>(
        kept: &mut Field<Entries<T>>,
        added: Field<Entries<T>>,
        name: &'static str,
        findings: &mut Findings,
    ) {
        let mut both = std::mem::take(kept).into_inner();
        match (&mut both, added.into_inner()) {
            (Some(both), Some(added)) => both.value.extend(added.value),
            (both @ None, added) => *both = added,
            (Some(_), None) => {}
        }
        if let Some(Spanned { mut value, span }) = both {
            unique(&mut value, name, findings);
            *kept = Field::present(value, span);
        }
    }
    join(&mut kept.metrics, added.metrics, "quality.metrics", findings);
    join(&mut kept.verification, added.verification, "quality.verification", findings);
    join(&mut kept.assessment, added.assessment, "quality.assessment", findings);
}

fn unique<T>(entries: &mut Entries<T>, section: &'static str, findings: &mut Findings) {
    let again = again(entries, section, findings);
    if !again.is_empty() {
        entries.retain(|entry| !again.contains(&entry.id_span));
    }
}

// The places of ids that an earlier entry has already.
fn again<T>(entries: &[Entry<T>], section: &'static str, findings: &mut Findings) -> Vec<Span> {
    let mut first: Lookup<&str, Span> = Lookup::with_capacity_and_hasher(entries.len(), Default::default());
    let mut again: Vec<Span> = Vec::new();
    for entry in entries.iter() {
        let Some(before) = first.insert(&entry.id, entry.id_span) else { continue };
        first.insert(&entry.id, before);
        again.push(entry.id_span);
        let message = format!("`{}` is defined twice in `{section}`", entry.id);
        let finding = Finding::error("structure/duplicate-id", entry.id_span, message);
        findings.push(
            finding
                .label("again here")
                .also(before, "first here")
                .help("give one of them another name, or join them into one")
                .arg("id", entry.id.as_str())
                .arg("section", section),
        );
    }
    again
}

fn walk<'a, T: Texts>(path: &mut Vec<&'a str>, key: &'a str, part: &'a T, visit: Visit<'_, 'a>) {
    path.push(key);
    part.texts(path, visit);
    path.pop();
}
