//! Reads the phrases and wordings of a rule, and holds them against the word table and each other.

use std::ops::Range;

use super::fields::Fields;
use super::known::Lack;
use super::nearest::nearest;
use super::node::Node;
use super::phrase::Found;
use super::phrase_parse::{parse_phrase, parse_wording};
use super::phrase_problem::PhraseProblem;
use super::reader::{Brackets, Reader};
use super::rule::{Context, MAX_PHRASES, MAX_WORDINGS};
use super::shape::Limit;
use super::{Avoid, Phrase, Placed, Problem, WordSpec, Wording};

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
            let value = checked(reader, text, parse_phrase(&text.value), context)?;
            Some(Placed { value, place: text.place.clone() })
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
fn checked<T>(
    reader: &mut Reader,
    text: &Placed<String>,
    parsed: Result<Found<T>, Vec<(Range<usize>, PhraseProblem)>>,
    context: &Context,
) -> Option<T> {
    let found = match parsed {
        Ok(found) => found,
        Err(problems) => {
            for (range, problem) in problems {
                let place = reader.place_within(text, range);
                reader.report(&place, Problem::BadPhrase(problem));
            }
            return None;
        }
    };
    for (range, word) in found.words {
        check_word(reader, text, range, &word, context);
    }
    Some(found.value)
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
        let Some(wording) = checked(reader, text, parse_wording(&text.value), context) else {
            continue;
        };
        for name in wording.gaps() {
            if let Some(problem) = avoid.and_then(|avoid| unbound(avoid, &name)) {
                let place = reader.place_within(text, gap_range(&text.value, &name));
                reader.report(&place, problem);
            }
        }
        wordings.push(Placed { value: wording, place: text.place.clone() });
    }
    wordings
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

fn gap_range(text: &str, name: &str) -> Range<usize> {
    let written = [format!("{{{name}}}"), format!("{{{name}?}}")];
    let found = written
        .iter()
        .find_map(|gap| text.find(gap.as_str()).map(|start| start..start + gap.len()));
    found.unwrap_or(0..text.len())
}
