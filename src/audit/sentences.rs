//! Sentences on which a rule is tried: its own examples, and its phrases as a draft could have them.

use super::expand::{Expander, Gaps};
use crate::engine::{Engine, Finding, Review, Scope};
use crate::rules::{Avoid, Example, Rule};
use crate::text::{self, Draft};

/// Sentences on which a rule should be found, at most `most` of each phrase: first the drafts of its examples.
pub fn sentences(engine: &Engine, rule: &Rule, most: usize) -> Vec<String> {
    drafts(rule).map(str::to_owned).chain(generated(engine, rule, most)).collect()
}

/// The drafts of its examples.
pub(super) fn drafts(rule: &Rule) -> impl Iterator<Item = &str> {
    rule.examples.iter().filter_map(|example| match example {
        Example::Draft { draft, .. } => Some(draft.value.as_str()),
        Example::Fine(_) => None,
    })
}

/// Sentences made from the phrases of a rule, at most `most` of each.
pub fn generated(engine: &Engine, rule: &Rule, most: usize) -> Vec<String> {
    let Avoid::Phrases(phrases) = &rule.avoid else { return Vec::new() };
    let expander = Expander::new(engine, &rule.language, Gaps::Filled);
    let said = phrases.iter().flat_map(|phrase| expander.some(phrase, most));
    said.map(|text| sentence(&text)).collect()
}

/// Everything that the phrases of a rule catch, with gaps by name, at most `most` of each phrase.
pub fn forms(engine: &Engine, rule: &Rule, most: usize) -> Vec<Vec<String>> {
    let Avoid::Phrases(phrases) = &rule.avoid else { return Vec::new() };
    let expander = Expander::new(engine, &rule.language, Gaps::Named);
    phrases.iter().map(|phrase| expander.all(phrase, most)).collect()
}

/// Sentences on which a rule is found, with what becomes of each: at most `most` in all, made from
/// its examples and from each phrase in `of_each` ways.
pub fn caught(engine: &Engine, rule: &Rule, of_each: usize, most: usize) -> Vec<(String, String)> {
    let mut caught: Vec<(String, String)> = Vec::new();
    for sentence in sentences(engine, rule, of_each) {
        let Some(review) = check(engine, &rule.language, &sentence) else { continue };
        let found = of_rule(&review, &rule.id).next().is_some();
        if found && caught.iter().all(|(known, _)| *known != sentence) {
            caught.push((sentence, review.rewrite));
        }
        if caught.len() >= most {
            break;
        }
    }
    caught
}

fn sentence(text: &str) -> String {
    let end = if text.ends_with(['.', '!', '?', ';', '…']) { "" } else { "." };
    format!("{}{end}", text::capitalize(text))
}

/// The sentence checked by all rules of the rule's language; `None` if it is too long for a draft.
pub(super) fn check(engine: &Engine, language: &str, sentence: &str) -> Option<Review> {
    let draft = Draft::new(sentence).ok()?;
    Some(engine.check(draft, &Scope { language: Some(language), ..Scope::everything() }))
}

/// The findings of a rule.
pub(super) fn of_rule<'r>(review: &'r Review, id: &str) -> impl Iterator<Item = &'r Finding> {
    review.findings.iter().filter(move |finding| finding.rule.id == id)
}

/// The words that a finding marks, without its gaps.
pub(super) fn marked(text: &str, finding: &Finding) -> String {
    let parts: Vec<&str> = finding.marks.iter().filter_map(|mark| text.get(mark.clone())).collect();
    parts.join(" … ")
}
