//! The page about a rule of the company, in the form of the pages about all other rules. Must never add to what the
//! company says.

use super::{company_rule_id, company_severity};
use crate::model::CompanyRule;
use crate::syntax::decode::Entry;

/// The page about a rule of the company in Markdown.
pub fn company_page(rule: &Entry<CompanyRule>, source: &str) -> String {
    let mut page = format!("# {}\n\nSeverity: {}\n\n", company_rule_id(rule), company_severity(rule).word());
    page.push_str(&format!("{}\n", rule.message.words_in(source)));
    let mut part = |heading: &str, text: &str| {
        if !text.is_empty() {
            page.push_str(&format!("\n## {heading}\n{text}\n"));
        }
    };
    part("Why it matters", rule.why.words_in(source));
    part("What to do", rule.help.words_in(source));
    let examples = |lines: &[crate::source::Spanned<String>]| {
        let block =
            |lines: &crate::source::Spanned<String>| format!("```yaml\n{}\n```", lines.value.trim_end());
        lines.iter().map(block).collect::<Vec<_>>().join("\n\n")
    };
    part("Flagged", &examples(&rule.flagged));
    part("Accepted", &examples(&rule.accepted));
    page
}
