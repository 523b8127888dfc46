//! Reads the phrases and wordings of a rule, and holds them against the word table and each other.

use std::ops::Range;

use super::fields::Fields;
use super::known::{Lack, primary};
use super::node::Node;
use super::phrase::{Before, Found, GapUse};
use super::phrase_parse::{parse_phrase, parse_wording};
use super::phrase_problem::PhraseProblem;
use super::reader::{Brackets, Reader};
use super::rule::{Context, MAX_PHRASES, MAX_WORDINGS};
use super::shape::Limit;
use super::{Avoid, GapForm, GapKind, Phrase, Placed, Problem, WordSpec, Wording};
use crate::text::name_key;
use crate::text::nearest;

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
            let parsed = parse_phrase(&text.value, context.sets, reader.sets_taken.room());
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
    reader.hold(&node.place, texts.len(), limit);
    texts.truncate(limit.most);
    texts
}

/// What was parsed, if its signs and words are sound.
pub(super) fn checked<T>(
    reader: &mut Reader,
    text: &Placed<String>,
    parsed: Result<Found<T>, Vec<(Range<usize>, PhraseProblem)>>,
    context: &Context,
) -> Option<Found<T>> {
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
            // Guessing takes long, and a hostile file may name a hundred thousand words.
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
        let Some(found) = checked(reader, text, parse_wording(&text.value, context.sets), context)
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

/// Reports clauses behind words after which no clause begins.
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
    // A file whose language could not be read has been told off for that.
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
