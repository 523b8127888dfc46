//! A rule keeps the id that it had when it was first active, so that switches and history survive edits.
//!
//! An id that is written in the file is kept. Of the others, each that was there before is looked for:
//! by its phrases, then by what it says instead, then by the phrase that is most like it.

use std::collections::{HashMap, HashSet};

use crate::rules::{Avoid, Rule, RuleFile};

/// Phrases that are less alike than this are not taken for an edit of one another.
const ALIKE: f64 = 0.6;
/// Rules that are compared letter by letter; in larger files an edit of a phrase is a new rule.
const MOST_COMPARED: usize = 400;

/// Ids as they are kept: where the rule begins in the text, and its id.
pub fn kept(rules: &RuleFile) -> Vec<String> {
    rules.rules.iter().map(|rule| format!("{} {}", rule.place.span.start, rule.id)).collect()
}

/// Gives the rules the ids that were kept with the text.
pub fn restore(rules: &mut RuleFile, kept: &[String]) {
    let at: HashMap<usize, &str> = kept
        .iter()
        .filter_map(|entry| entry.split_once(' '))
        .filter_map(|(start, id)| Some((start.parse().ok()?, id)))
        .collect();
    for rule in &mut rules.rules {
        if let Some(id) = at.get(&rule.place.span.start) {
            rule.id = (*id).to_owned();
        }
    }
}

/// Gives rules that were in the file before the ids that they had.
pub fn carry_over(rules: &mut RuleFile, before: &RuleFile) {
    let mut free: Vec<&Rule> = before.rules.iter().filter(|rule| !is_written(rule)).collect();
    let mut taken: HashSet<String> =
        rules.rules.iter().filter(|rule| is_written(rule)).map(|rule| rule.id.clone()).collect();
    free.retain(|rule| !taken.contains(&rule.id));
    let mut open: Vec<usize> =
        (0..rules.rules.len()).filter(|index| !is_written(&rules.rules[*index])).collect();
    let passes: [fn(&Rule, &Rule) -> bool; 3] = [same_phrases, share_phrase, same_wordings];
    for same in passes {
        open.retain(|index| {
            let rule = &mut rules.rules[*index];
            let Some(found) = free.iter().position(|old| same(old, rule)) else { return true };
            rule.id = free.remove(found).id.clone();
            taken.insert(rule.id.clone());
            false
        });
    }
    if free.len() * open.len() <= MOST_COMPARED * MOST_COMPARED {
        open.retain(|index| {
            let rule = &mut rules.rules[*index];
            let Some(found) = most_alike(&free, rule) else { return true };
            rule.id = free.remove(found).id.clone();
            taken.insert(rule.id.clone());
            false
        });
    }
    for index in open {
        let rule = &mut rules.rules[index];
        rule.id = unused(&rule.id, &taken);
        taken.insert(rule.id.clone());
    }
}

/// The id, or with a number after it if another rule has it.
fn unused(id: &str, taken: &HashSet<String>) -> String {
    if !taken.contains(id) {
        return id.to_owned();
    }
    (2..).map(|number| format!("{id}-{number}")).find(|id| !taken.contains(id)).unwrap_or_default()
}

fn is_written(rule: &Rule) -> bool {
    rule.places.id.is_some()
}

/// The phrases of a rule as they are written.
pub fn phrases(rule: &Rule) -> Vec<&str> {
    match &rule.avoid {
        Avoid::Phrases(phrases) => phrases.iter().map(|phrase| phrase.source.as_str()).collect(),
        Avoid::Regex(regex) => vec![regex.as_str()],
    }
}

fn same_phrases(old: &Rule, new: &Rule) -> bool {
    old.language == new.language && phrases(old) == phrases(new)
}

fn share_phrase(old: &Rule, new: &Rule) -> bool {
    let new_phrases = phrases(new);
    old.language == new.language && phrases(old).iter().any(|phrase| new_phrases.contains(phrase))
}

fn same_wordings(old: &Rule, new: &Rule) -> bool {
    let wordings = |rule: &Rule| -> Vec<String> {
        rule.prefer.iter().map(|wording| wording.source.clone()).collect()
    };
    old.language == new.language
        && !old.prefer.is_empty()
        && wordings(old) == wordings(new)
        && alike(old, new) > ALIKE / 2.0
}

fn most_alike(free: &[&Rule], rule: &Rule) -> Option<usize> {
    let best = free
        .iter()
        .enumerate()
        .filter(|(_, old)| old.language == rule.language)
        .map(|(index, old)| (index, alike(old, rule)))
        .max_by(|one, other| one.1.total_cmp(&other.1))?;
    (best.1 >= ALIKE).then_some(best.0)
}

fn alike(old: &Rule, new: &Rule) -> f64 {
    let first = |rule: &Rule| phrases(rule).first().map_or("", |phrase| *phrase).to_owned();
    strsim::normalized_levenshtein(&first(old), &first(new))
}
