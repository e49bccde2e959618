//! The choice of words: what is said, what is never said, and by which words the check knows what it reads.
//! Must never hold a whole script.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Element, Short, Text, no_texts, part, shorthand};
use crate::syntax::decode::{Field, List, Rest};

part! {
    /// The company's choice of words. Sections of several files add up.
    ///
    /// In every list of words `*` at the end of a word stands for any ending, `..` for up to four further words, and
    /// `#` behind the first word for a number. Under `no_promise:` a single word may begin with `*` instead: `*ing`.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Wording {
        /// The form of address: one for all languages, or one per language.
        pub address: Field<Short<AddressByLanguage>>,
        /// Words that are never said, per language.
        pub never_say: Field<Rest<List<Short<Phrase>>>>,
        /// What is said instead, per language: `"calm down": "I understand"`.
        pub instead: Field<Rest<Rest<String>>>,
        /// Words that the company wants to hear, per language.
        pub prefer: Field<Rest<List<String>>>,
        /// The tone, described.
        pub tone: List<Text>,
        /// Words that promise nothing unless a limit stands beside them, per language: `soon`, `regularly`.
        #[serde(skip_serializing)]
        pub vague: Field<Rest<List<Short<Vague>>>>,
        /// Words that take the force out of a limit, per language: `about`, `on average`.
        #[serde(skip_serializing)]
        pub loose: Field<Rest<List<Short<Phrase>>>>,
        /// Words that praise a behaviour without showing it, per language: `polite`, `professional`.
        #[serde(skip_serializing)]
        pub qualities: Field<Rest<Qualities>>,
        /// What a limit is made of, per language.
        #[serde(skip_serializing)]
        pub limits: Field<Rest<Limits>>,
        /// How the times of promises are told, per language, so that they can be held against the standard.
        #[serde(skip_serializing)]
        pub times: Field<Rest<TimeWords>>,
        /// Words by which a clause is a request, a wish of the customer or a ban, and no promise, per language.
        #[serde(skip_serializing)]
        pub no_promise: Field<Rest<List<String>>>,
        /// Words that begin a clause of their own without a comma before them, per language: `and we`.
        #[serde(skip_serializing)]
        pub joins: Field<Rest<List<String>>>,
        /// Phrases that contain vague or forbidden words and are fine, per language: `see you soon`.
        #[serde(skip_serializing)]
        pub harmless: Field<Rest<List<String>>>,
        /// Words by which the elements of a script are recognised, per language.
        #[serde(skip_serializing)]
        pub elements: Field<Rest<ElementWords>>,
        /// Words that belong to the polite and to the familiar form for certain, per language.
        #[serde(skip_serializing)]
        pub forms: Field<Rest<AddressWords>>,
    }
}

/// How customers are addressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Address {
    /// The polite form: вы, Pan/Pani, Jūs.
    Formal,
    /// The familiar form: ты, ty, tu.
    Informal,
}

part! {
    /// The form of address for all languages, or by language.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct AddressByLanguage {
        /// The form for all languages that are not named.
        pub all: Field<Address>,
        /// The form for a language.
        #[serde(rename = "*")]
        pub by_language: Rest<Address>,
    }
}

shorthand!(AddressByLanguage, "all");

part! {
    /// Words to be found in what is said, and what is better. Plain words are short for `{ words: … }`.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Phrase {
        /// The words; readers see the first, further ones are other forms of it.
        pub words: List<String>,
        /// What is said instead.
        pub instead: Field<String>,
        /// Sentences in which the words must be found; the check tries them.
        #[serde(skip_serializing)]
        pub catches: List<String>,
        /// Sentences that look alike and must pass; the check tries them.
        #[serde(skip_serializing)]
        pub accepts: List<String>,
    }
}

shorthand!(Phrase, "words");

/// What vague words leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lacking {
    /// By when: `soon`.
    Time,
    /// How often: `regularly`.
    Frequency,
    /// What comes of it: `we will do our best`. Judged in what customers hear and read.
    Result,
    /// When it holds: `if possible`. Judged in what customers hear and read.
    Terms,
}

part! {
    /// Words that promise nothing by themselves. Plain words are short for `{ words: … }`.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Vague {
        /// The words, in all their forms.
        pub words: List<String>,
        /// What they leave open; the time where nothing is written.
        pub lacks: Field<Lacking>,
        /// What is said instead.
        pub instead: Field<String>,
        /// Sentences in which the words must be found; the check tries them.
        pub catches: List<String>,
        /// Sentences that look alike and must pass; the check tries them.
        pub accepts: List<String>,
    }
}

shorthand!(Vague, "words");

part! {
    /// Words that praise a behaviour without showing it. A text made of nothing else tells nobody what to do.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Qualities {
        /// The words.
        pub words: List<String>,
        /// Words that add nothing to them: `be`, `always`, `service`.
        pub empty: List<String>,
        /// Texts made of nothing else; the check tries them.
        pub catches: List<String>,
        /// Texts that show a behaviour; the check tries them.
        pub accepts: List<String>,
    }
}

part! {
    /// What a limit of time is made of in a language.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Limits {
        /// Numbers in words.
        pub numbers: List<String>,
        /// What stands beside a number: `minute*`, `day*`, the months.
        pub units: List<String>,
        /// Words that are a limit by themselves: `today`, `every day`.
        pub words: List<String>,
        /// Words that say on which side of the figure the limit lies: `at most`, `no later than`.
        pub firm: List<String>,
    }
}

part! {
    /// How the time of a promise is told in a language: `within two working days`.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct TimeWords {
        /// Words right before the figure: `within`.
        pub before: List<String>,
        /// Words right behind its unit: `laikā`.
        pub after: List<String>,
        /// Numbers in words, with what they stand for: `two: 2`.
        pub numbers: Rest<u32>,
        /// The words of each unit: `s`, `min`, `h`, `day`, `week`.
        pub units: Rest<List<String>>,
        /// Words beside a unit by which it runs only while the company is open: `working`.
        pub business: List<String>,
        /// Words by which a time runs from the opening, and so while the company is open: `of opening`.
        pub opening: List<String>,
        /// For each measure the words by which a clause speaks of it: `callback: [call you back]`.
        pub measures: Rest<List<String>>,
        /// Words by which a sentence speaks of particular cases or of a mean: `if`, `usually`.
        pub unless: List<String>,
    }
}

/// Declares the words of the elements of a script, and the way from an element to its words.
macro_rules! element_words {
    ($($(#[$doc:meta])+ $field:ident: $element:ident,)+) => {
        part! {
            /// Words by which the elements of a script are recognised. An element without words is not judged.
            #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
            #[serde(rename_all = "kebab-case")]
            pub struct ElementWords {
                $($(#[$doc])+ pub $field: List<String>,)+
            }
        }

        impl ElementWords {
            /// The elements that words can show, with their words.
            pub fn by_element(&self) -> Vec<(Element, &List<String>)> {
                vec![$((Element::$element, &self.$field)),+]
            }
        }
    };
}

element_words! {
    /// A greeting.
    greeting: Greeting,
    /// Words that announce the speaker's name.
    name: Name,
    /// The department or service.
    department: Department,
    /// The offer of help.
    offer_of_help: OfferOfHelp,
    /// An apology.
    apology: Apology,
    /// Thanks.
    thanks: Thanks,
    /// What happens next.
    next_step: NextStep,
    /// By when.
    deadline: Deadline,
    /// A summary of what was agreed.
    summary: Summary,
    /// Whether anything else is needed.
    anything_else: AnythingElse,
    /// A farewell.
    farewell: Farewell,
    /// An open question.
    question: Question,
    /// The customer's consent.
    consent: Consent,
    /// The reason.
    reason: Reason,
    /// Another way for the customer.
    alternative: Alternative,
    /// How to reach the company.
    contact: Contact,
}

part! {
    /// Words of the two forms of address. Those with a capital letter count only so.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct AddressWords {
        /// Words of the polite form.
        pub formal: List<String>,
        /// Words of the familiar form.
        pub informal: List<String>,
    }
}

no_texts!(Address, Lacking);
