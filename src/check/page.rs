//! The page about a rule, as people read it. Must never say anything that the rule's own file does not.

use super::Rule;

/// The page about a rule in Markdown: its id, how much it weighs, what it finds, why, and examples.
pub fn page(rule: &Rule) -> String {
    let text = rule.page();
    // What stands behind `yaml` tells the tests what to expect of an example.
    let lines = text.lines().map(|line| if line.starts_with("```yaml,") { "```yaml" } else { line });
    let text = lines.collect::<Vec<_>>().join("\n");
    format!("# {}\n\nSeverity: {}\n\n{text}\n", rule.id, rule.severity.word())
}
