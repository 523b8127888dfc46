//! Any bytes as a draft: the promises of a check hold.

use std::sync::LazyLock;

use kalologos::engine::{Engine, Finding, Scope};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::text::Draft;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    rule_set.add_proven(builtin());
    rule_set.engine()
});

fn places(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|it| format!("{} {:?} {:?}", it.rule.id, it.span, it.marks)).collect()
}

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(draft) = Draft::new(&text) else { return };
    let review = ENGINE.check(draft, &Scope::everything());
    for finding in &review.findings {
        assert!(text.get(finding.span.clone()).is_some());
        assert!(finding.marks.iter().all(|mark| text.get(mark.clone()).is_some()));
    }
    if let Ok(rewrite) = Draft::new(&review.rewrite) {
        let again = ENGINE.check(rewrite, &Scope::everything());
        assert_eq!(places(&again.findings), places(&review.remaining));
    }
}
