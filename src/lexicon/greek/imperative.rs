//! The Greek imperative (στείλε, στείλτε), made from the subjunctive where an entry does not state it.

use super::accent::{accented, unaccented};
use super::model::{Row, is_oxytone, join};
use super::past::retracted;
use crate::lexicon::Person;

const YOU: Person = Person { person: 2, plural: false };
const YOU_ALL: Person = Person { person: 2, plural: true };

/// The singular that a subjunctive in unaccented -ω gives: βοηθήσω → βοήθησε.
pub fn regular(subjunctive: &str) -> Option<String> {
    let stem = regular_stem(subjunctive)?;
    Some(retracted(stem) + "ε")
}

/// Both persons from the singular; `None` where its ending is none of an imperative.
pub fn row(singular: &str, subjunctives: &[String]) -> Option<Row> {
    let plurals = plurals(singular, subjunctives)?;
    let rest = plurals.into_iter().map(|plural| (YOU_ALL, plural));
    Some(std::iter::once((YOU, singular.to_owned())).chain(rest).collect())
}

fn plurals(singular: &str, subjunctives: &[String]) -> Option<Vec<String>> {
    if singular.ends_with("ου") || singular.ends_with('ς') {
        return Some(oxytone_plurals(subjunctives));
    }
    if let Some(stem) = singular.strip_suffix('α') {
        return Some(vec![join(stem, "άτε")]);
    }
    let stem = singular.strip_suffix('ε').filter(|stem| !stem.is_empty())?;
    let bare = unaccented(stem);
    let perfective = subjunctives
        .iter()
        .filter_map(|subjunctive| regular_stem(subjunctive))
        .any(|known| unaccented(known) == bare);
    let stem = accented(&bare, 0);
    Some(if perfective { perfective_plurals(&stem) } else { vec![stem + "ετε"] })
}

/// συνδέσου and πες take their plural from the subjunctive: συνδεθείτε, πείτε.
fn oxytone_plurals(subjunctives: &[String]) -> Vec<String> {
    let stems = subjunctives
        .iter()
        .filter(|subjunctive| is_oxytone(subjunctive))
        .filter_map(|subjunctive| subjunctive.strip_suffix(['ώ', 'ω']));
    stems.map(|stem| join(stem, "είτε")).collect()
}

/// After σ, ξ, ψ and λ the short ending is the usual one.
fn perfective_plurals(stem: &str) -> Vec<String> {
    let (short, long) = (format!("{stem}τε"), format!("{stem}ετε"));
    if stem.ends_with(['σ', 'ξ', 'ψ', 'λ']) && !stem.ends_with("τσ") {
        vec![short, long]
    } else {
        vec![long]
    }
}

/// The stem of a subjunctive in a consonant and unaccented -ω: not of πάω, whose imperative is another verb's.
fn regular_stem(subjunctive: &str) -> Option<&str> {
    let stem = subjunctive.strip_suffix('ω').filter(|_| !is_oxytone(subjunctive))?;
    let last = stem.chars().next_back()?;
    (!super::accent::is_vowel(last)).then_some(stem)
}
