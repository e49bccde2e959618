//! The examples in the documentation of every rule, and the pages beside this file, are run as they stand.

mod catalogue;
mod large;
mod page;
mod project;
mod witness;

use etalon::check::RULES;
use etalon::diagnostic::{Finding, Severity};

use page::{Block, blocks};
use project::judge;

fn own<'a>(findings: &'a [Finding], rule: &str) -> Vec<&'a Finding> {
    findings.iter().filter(|finding| finding.rule == rule).collect()
}

fn shown(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}

#[test]
fn every_flagged_example_is_flagged() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for block in blocks(&rule.page()).into_iter().filter(|block| block.is("flagged")) {
            let findings = judge(&block).findings;
            let structure = |finding: &&Finding| {
                finding.rule.starts_with("structure/") && finding.severity == Severity::Error
            };
            let sound = rule.id.starts_with("structure/") || !findings.iter().any(|f| structure(&f));
            if own(&findings, rule.id).is_empty() || !sound {
                wrong.push(format!("{} line {}: {:#?}", rule.id, block.line, shown(&findings)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_accepted_example_is_flagged() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for block in blocks(&rule.page()).into_iter().filter(|block| block.is("accepted")) {
            let findings = judge(&block).findings;
            let against = |finding: &&Finding| {
                finding.waived.is_none()
                    && finding.severity > Severity::Info
                    && (finding.rule == rule.id || finding.rule.starts_with("structure/"))
            };
            if findings.iter().any(|finding| against(&finding)) {
                wrong.push(format!("{} line {}: {:#?}", rule.id, block.line, shown(&findings)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_hold() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for block in blocks(&page::of_rule(rule.id)) {
            wrong.extend(compare(rule.id, &block));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What differs between the findings that a block announces and those that there are.
fn compare(rule: &str, block: &Block) -> Vec<String> {
    let verdict = judge(block);
    let mut wrong = Vec::new();
    let mut open: Vec<_> = verdict.findings.iter().filter(|finding| finding.rule == rule).collect();
    for expected in &block.expected {
        let all: Vec<_> = verdict.findings.iter().collect();
        let met = |finding: &&Finding| {
            finding.rule == expected.rule
                && finding.message.contains(&expected.part)
                && verdict.lines(finding).contains(&expected.line)
        };
        if let Some(at) = open.iter().position(met) {
            open.remove(at);
        } else if !all.iter().any(|finding| finding.rule != rule && met(finding)) {
            wrong.push(format!(
                "{rule} line {}: expected {} {:?}; found {:#?}",
                block.line + expected.line,
                expected.rule,
                expected.part,
                shown(&verdict.findings)
            ));
        }
    }
    wrong.extend(open.iter().map(|finding| {
        format!("{rule} line {}: unexpected {:?} {}", block.line, verdict.lines(finding), finding.message)
    }));
    let broken = |finding: &&Finding| {
        let announced = block.expected.iter().any(|expected| expected.rule == finding.rule);
        finding.rule.starts_with("structure/") && finding.rule != rule && !announced
    };
    if !rule.starts_with("structure/") {
        wrong.extend(verdict.findings.iter().filter(broken).map(|finding| {
            format!("{rule} line {}: the example itself is broken: {}", block.line, finding.message)
        }));
    }
    wrong
}
