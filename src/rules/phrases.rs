//! Reads sets, phrases and wordings, and checks them against the word table and each other.

use std::ops::Range;

use super::context::Context;
use super::gap_uses::{Before, GapUse};
use super::known::{Lack, primary};
use super::node::Node;
use super::phrase_parse::{Parsed, Problems, parse_set_phrase};
use super::phrase_problem::PhraseProblem;
use super::reader::{Brackets, Fields, Reader};
use super::sets::{
    MAX_IN_FILE, MAX_IN_PHRASE, MAX_SET_NAME, MAX_SET_PHRASES, MAX_SETS, Set, Sets, is_name_sign,
};
use super::shape::{Items, Limit};
use super::{Avoid, GapForm, GapKind, Phrase, Place, Placed, Problem, WordSpec, Wording};
use crate::text::{name_key, nearest};

/// Phrases of a rule, under one key.
pub(super) const MAX_PHRASES: Limit = Limit { of: Items::Phrases, most: 100 };
/// Wordings of a rule.
const MAX_WORDINGS: Limit = Limit { of: Items::Wordings, most: 100 };

pub(super) fn read_phrases(
    reader: &mut Reader,
    node: &Placed<Node>,
    context: &Context,
) -> Vec<Placed<Phrase>> {
    let texts = limited_texts(reader, node, Brackets::List, MAX_PHRASES);
    reader.check_flow(node);
    texts
        .iter()
        .filter_map(|text| {
            let parsed = Phrase::parse(&text.value, context.sets, reader.sets_taken.room());
            let found = checked(reader, text, parsed, context)?;
            reader.sets_taken.size += found.sets.iter().map(|set| set.size).sum::<usize>();
            check_clauses(reader, text, &found.gaps, context);
            Some(Placed { value: found.value, place: text.place.clone() })
        })
        .collect()
}

fn limited_texts(
    reader: &mut Reader,
    node: &Placed<Node>,
    brackets: Brackets,
    limit: Limit,
) -> Vec<Placed<String>> {
    let mut texts = reader.texts(node, usize::MAX, brackets);
    reader.check_limit(&node.place, texts.len(), limit);
    texts.truncate(limit.most);
    texts
}

/// What was parsed, if its signs and words are valid.
fn checked<T>(
    reader: &mut Reader,
    text: &Placed<String>,
    parsed: Result<Parsed<T>, Problems>,
    context: &Context,
) -> Option<Parsed<T>> {
    let found = match parsed {
        Ok(found) => found,
        Err(problems) => {
            for (range, problem) in problems {
                if context.sets.unread && matches!(problem, PhraseProblem::UnknownSet { .. }) {
                    continue;
                }
                let problem = guessed(problem, reader, context);
                let place = reader.place_within(text, range);
                reader.report(&place, Problem::BadPhrase(problem));
            }
            return None;
        }
    };
    for (range, word) in &found.words {
        check_word(reader, text, range.clone(), word, context);
    }
    reader.sets_taken.used.extend(found.sets.iter().map(|set| name_key(&set.name)));
    Some(found)
}

/// The problem with the set that is probably meant. Guessing takes long, so it is left out where problems are
/// only counted.
fn guessed(problem: PhraseProblem, reader: &Reader, context: &Context) -> PhraseProblem {
    match problem {
        PhraseProblem::UnknownSet { name, .. } if !reader.is_full() => {
            let nearest = context.sets.nearest(&name);
            PhraseProblem::UnknownSet { name, nearest }
        }
        other => other,
    }
}

fn check_word(
    reader: &mut Reader,
    text: &Placed<String>,
    range: Range<usize>,
    word: &WordSpec,
    context: &Context,
) {
    let Some(lack) = context.known.lack(context.language, word) else { return };
    let name = word.name.clone();
    let problem = match lack {
        Lack::Tense { tense, known } => Problem::NoSuchTense { name, tense, known },
        Lack::Person => Problem::NoSuchPerson { name },
        Lack::Word => {
            // Guessing takes long, and a malicious file may name a hundred thousand words.
            let guess = || context.known.nearest_word(context.language, &name);
            let nearest = if reader.is_full() { None } else { guess() };
            Problem::UnknownWord { name, nearest }
        }
    };
    let place = reader.place_within(text, range);
    reader.report(&place, problem);
}

pub(super) fn read_prefer(
    reader: &mut Reader,
    fields: &Fields,
    context: &Context,
    avoid: Option<&Avoid>,
) -> Vec<Placed<Wording>> {
    let Some(node) = fields.get("prefer") else {
        return Vec::new();
    };
    let texts = limited_texts(reader, node, Brackets::Blank, MAX_WORDINGS);
    let mut wordings = Vec::new();
    for text in &texts {
        let Some(found) = checked(reader, text, Wording::parse(&text.value, context.sets), context)
        else {
            continue;
        };
        for gap in &found.gaps {
            let problem = avoid.and_then(|avoid| unbound(avoid, &gap.name));
            let problem = problem.or_else(|| no_subject(gap, avoid, context));
            if let Some(problem) = problem {
                reader.report(&reader.place_within(text, gap.range.clone()), problem);
            }
        }
        for (range, _) in found.words.iter().filter(|(_, word)| word.is_variable()) {
            if let Some(problem) = avoid.and_then(unbound_variable) {
                reader.report(&reader.place_within(text, range.clone()), problem);
            }
        }
        wordings.push(Placed { value: found.value, place: text.place.clone() });
    }
    wordings
}

/// Reports clauses after words after which no clause begins.
fn check_clauses(reader: &mut Reader, text: &Placed<String>, gaps: &[GapUse], context: &Context) {
    let opens = |before: &Before| match before {
        Before::Start | Before::Punctuation => true,
        Before::Words(words) => context.known.opens_clause(context.language, words),
        Before::Sign => false,
    };
    for gap in gaps.iter().filter(|gap| gap.kind == GapKind::Clause) {
        if !gap.before.iter().all(opens) {
            let problem = PhraseProblem::ClauseNotOpened { name: gap.name.clone() };
            let place = reader.place_within(text, gap.range.clone());
            reader.report(&place, Problem::BadPhrase(problem));
        }
    }
}

/// The problem if what the gap holds can't be put as a subject.
fn no_subject(gap: &GapUse, avoid: Option<&Avoid>, context: &Context) -> Option<Problem> {
    if gap.form != GapForm::Subject {
        return None;
    }
    let name = gap.name.clone();
    let is_clause = match avoid {
        Some(Avoid::Phrases(phrases)) => phrases.iter().any(|phrase| phrase.has_clause(&name)),
        Some(Avoid::Regex(_)) | None => false,
    };
    // A file whose language could not be read has been reported for that.
    let has_cases = matches!(primary(context.language), "el" | "");
    match (has_cases, is_clause) {
        (false, _) => Some(PhraseProblem::SubjectNotGreek { gap: name }),
        (_, true) => Some(PhraseProblem::SubjectOfClause { gap: name }),
        (true, false) => None,
    }
    .map(Problem::BadPhrase)
}

/// The problem if a phrase has no verb variable that a wording could put in another form.
fn unbound_variable(avoid: &Avoid) -> Option<Problem> {
    let phrase = match avoid {
        Avoid::Phrases(phrases) => phrases.iter().find(|it| !it.has_variable())?,
        Avoid::Regex(_) => return Some(Problem::BadPhrase(PhraseProblem::VariableWithRegex)),
    };
    Some(Problem::UnboundVariable { phrase: phrase.source.clone() })
}

/// The problem if a phrase does not have the gap.
fn unbound(avoid: &Avoid, name: &str) -> Option<Problem> {
    let sources: Vec<(&str, Vec<String>)> = match avoid {
        Avoid::Phrases(phrases) => {
            phrases.iter().map(|phrase| (phrase.source.as_str(), phrase.gaps())).collect()
        }
        Avoid::Regex(regex) => {
            vec![(regex.as_str(), regex.names().into_iter().map(str::to_owned).collect())]
        }
    };
    let (phrase, gaps) =
        sources.into_iter().find(|(_, gaps)| gaps.iter().all(|gap| gap != name))?;
    Some(Problem::UnboundGap {
        name: name.to_owned(),
        phrase: phrase.to_owned(),
        nearest: nearest(name, gaps.iter().map(String::as_str)),
    })
}

/// The sets of a file, and the place of each name.
pub(super) fn read_sets(
    reader: &mut Reader,
    node: &Placed<Node>,
    context: &Context,
) -> (Sets, Vec<Placed<String>>) {
    let Some(entries) = reader.entries(node, Some(MAX_SETS)) else {
        return (Sets::unread(), Vec::new());
    };
    let names: Vec<Placed<String>> = entries
        .iter()
        .map(|(key, _)| Placed { value: key.value.to_string(), place: key.place.clone() })
        .collect();
    let mut sets = Sets::to_come(&names);
    for (name, (_, value)) in names.iter().zip(entries) {
        check_name(reader, name, &names);
        let mut set = read_set(reader, value, &sets, context);
        set.name = name.value.clone();
        if set.is_too_large() {
            report_size(reader, &name.place);
            set = Set::named(set.name);
        }
        sets.add(set);
    }
    (sets, names)
}

fn report_size(reader: &mut Reader, place: &Place) {
    let problem = PhraseProblem::SetsTooLarge { phrase: MAX_IN_PHRASE, file: MAX_IN_FILE };
    reader.report(place, Problem::BadPhrase(problem));
}

fn check_name(reader: &mut Reader, name: &Placed<String>, all: &[Placed<String>]) {
    let text = name.value.as_str();
    let is_name = !text.is_empty() && text.chars().all(is_name_sign);
    if !is_name || text.chars().count() > MAX_SET_NAME {
        reader.report(&name.place, Problem::BadSetName { name: name.value.clone() });
    }
    let first = all.iter().find(|other| name_key(&other.value) == name_key(text));
    if let Some(first) = first.filter(|first| first.place != name.place) {
        let problem = Problem::KeyTwice { key: text.to_owned(), first_line: first.place.line };
        reader.report(&name.place, problem);
    }
}

fn read_set(reader: &mut Reader, node: &Placed<Node>, sets: &Sets, context: &Context) -> Set {
    let mut texts = reader.texts(node, usize::MAX, Brackets::List);
    reader.check_limit(&node.place, texts.len(), MAX_SET_PHRASES);
    texts.truncate(MAX_SET_PHRASES.most);
    let mut set = Set::default();
    for text in texts {
        // The most that a phrase may take: what is too much for the set shows when it is whole.
        let parsed = parse_set_phrase(&text.value, sets, MAX_IN_PHRASE);
        if let Some(found) = checked(reader, &text, parsed, context) {
            set.add(&text.value, found.value, &found.sets);
            if set.is_too_large() {
                break;
            }
        }
    }
    set
}

/// Reports sets that nothing uses. In a file with errors a use may be among what could not be read.
pub(super) fn report_unused(reader: &mut Reader, names: &[Placed<String>]) {
    if reader.errors() > 0 {
        return;
    }
    for name in names {
        if !reader.sets_taken.used.contains(&name_key(&name.value)) {
            reader.report(&name.place, Problem::UnusedSet { name: name.value.clone() });
        }
    }
}
