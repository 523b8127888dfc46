//! Reads one rule of a file.

use std::sync::Arc;

use super::example::read_examples;
use super::fields::Fields;
use super::ids::check_id;
use super::known::Known;
use super::manner::{Manner, read_manner, text_of};
use super::node::Node;
use super::parse::MAX_NAME;
use super::pattern::Pattern;
use super::phrases::{read_phrases, read_prefer};
use super::reader::Reader;
use super::sets::Sets;
use super::shape::{Items, Limit};
use super::{Avoid, Placed, Problem, Rule, RulePlaces, Skip, Speaks};

/// The longest text for people, in characters.
pub(super) const MAX_WHY_CHARS: usize = 600;
/// Phrases of a rule, under one key.
pub(super) const MAX_PHRASES: Limit = Limit { of: Items::Phrases, most: 100 };
/// Wordings of a rule.
pub(super) const MAX_WORDINGS: Limit = Limit { of: Items::Wordings, most: 100 };
/// Examples of a rule.
pub(super) const MAX_EXAMPLES: Limit = Limit { of: Items::Examples, most: 100 };

pub(super) const KEYS: &[&str] = &[
    "id",
    "principle",
    "level",
    "avoid",
    "regex",
    "prefer",
    "remove",
    "unless",
    "skip",
    "speaks",
    "turns",
    "quotes",
    "why",
    "source",
    "examples",
];

pub(super) const SKIPS: &[(&str, Skip)] =
    &[("questions", Skip::Questions), ("conditions", Skip::Conditions), ("reports", Skip::Reports)];

pub(super) const SPEAKS: &[(&str, Speaks)] = &[
    ("conditions", Speaks::Conditions),
    ("relatives", Speaks::Relatives),
    ("negated", Speaks::Negated),
];

/// The one thing that `quotes` may say.
const QUOTES: &[(&str, ())] = &[("check", ())];

/// What a rule is read with.
pub(super) struct Context<'a> {
    pub known: &'a Known,
    pub language: &'a str,
    pub sets: &'a Arc<Sets>,
    pub defaults: &'a Manner,
}

/// A rule before it has a full id.
pub(super) struct ReadRule {
    pub id: Option<Placed<String>>,
    /// From which an id is made, if there is none.
    pub first_phrase: String,
    /// `None` if something is wrong with it.
    pub rule: Option<Rule>,
}

pub(super) fn read_rule(
    reader: &mut Reader,
    node: &Placed<Node>,
    context: &Context,
) -> Option<ReadRule> {
    let errors = reader.errors();
    let fields = reader.fields(node, KEYS)?;
    let id = fields.get("id").and_then(|node| reader.text(node, MAX_NAME));
    if let Some(id) = &id {
        check_id(reader, &id.value, &id.place, 3);
    }
    let mut places =
        RulePlaces { id: id.as_ref().map(|id| id.place.clone()), ..RulePlaces::default() };
    let avoid = read_avoid(reader, &fields, context, &mut places);
    let rule = read_rest(reader, &fields, context, avoid, places);
    let first_phrase = match rule.as_ref().map(|rule| &rule.avoid) {
        Some(Avoid::Phrases(phrases)) => {
            phrases.first().map_or("", |phrase| &phrase.source).to_owned()
        }
        Some(Avoid::Regex(regex)) => regex.as_str().to_owned(),
        None => String::new(),
    };
    let sound = reader.errors() == errors;
    Some(ReadRule { id, first_phrase, rule: rule.filter(|_| sound) })
}

fn read_rest(
    reader: &mut Reader,
    fields: &Fields,
    context: &Context,
    avoid: Option<Avoid>,
    mut places: RulePlaces,
) -> Option<Rule> {
    let prefer = read_prefer(reader, fields, context, avoid.as_ref());
    places.prefer = prefer.iter().map(|wording| wording.place.clone()).collect();
    let remove = read_remove(reader, fields);
    if !says_something(fields) && !context.defaults.has_why {
        reader.report(fields.place, Problem::NothingToSay);
    }
    let manner = read_manner(reader, fields, context).or(context.defaults, reader, fields.place);
    let quotes = fields.get("quotes").and_then(|node| reader.value_of(node, QUOTES));
    let examples = fields.get("examples").map(|node| read_examples(reader, node));
    Some(Rule {
        id: String::new(),
        language: context.language.to_owned(),
        principle: manner.principle,
        level: manner.level.unwrap_or_default(),
        skip: manner.skip.unwrap_or_default(),
        speaks: manner.speaks.unwrap_or_default(),
        turns: manner.turns.unwrap_or_default(),
        source: text_of(reader, fields, "source"),
        why: manner.why,
        in_quotes: quotes.is_some(),
        prefer: values(prefer),
        remove,
        unless: manner.unless.unwrap_or_default(),
        examples: examples.unwrap_or_default(),
        place: fields.place.clone(),
        places,
        avoid: avoid?,
    })
}

pub(super) fn values<T>(placed: Vec<Placed<T>>) -> Vec<T> {
    placed.into_iter().map(|placed| placed.value).collect()
}

fn read_remove(reader: &mut Reader, fields: &Fields) -> bool {
    let remove = fields.get("remove").and_then(|node| reader.flag(node)) == Some(true);
    if let Some(place) = fields.key_place("remove")
        && remove
        && fields.get("prefer").is_some()
    {
        reader.report(place, Problem::PreferAndRemove);
    }
    remove
}

fn says_something(fields: &Fields) -> bool {
    let remove = fields.get("remove").is_some_and(|node| node.value != Node::Bool(false));
    remove || fields.mentions("prefer") || fields.mentions("why")
}

fn read_avoid(
    reader: &mut Reader,
    fields: &Fields,
    context: &Context,
    places: &mut RulePlaces,
) -> Option<Avoid> {
    match (fields.get("avoid"), fields.get("regex")) {
        (None, None) => {
            if !fields.mentions("avoid") && !fields.mentions("regex") {
                reader.report(fields.place, Problem::MissingAvoid);
            }
            None
        }
        (Some(_), Some(regex)) => {
            let place = fields.key_place("regex").unwrap_or(&regex.place);
            reader.report(place, Problem::AvoidAndRegex);
            None
        }
        (Some(node), None) => {
            let phrases = read_phrases(reader, node, context);
            places.avoid = phrases.iter().map(|phrase| phrase.place.clone()).collect();
            (!phrases.is_empty()).then_some(Avoid::Phrases(values(phrases)))
        }
        (None, Some(node)) => read_regex(reader, node, places),
    }
}

fn read_regex(reader: &mut Reader, node: &Placed<Node>, places: &mut RulePlaces) -> Option<Avoid> {
    let source = reader.text(node, MAX_WHY_CHARS)?;
    places.avoid = vec![node.place.clone()];
    match Pattern::new(source.value.trim(), reader.compile) {
        Ok(regex) => Some(Avoid::Regex(regex)),
        Err((problem, range)) => {
            let blanks = source.value.len() - source.value.trim_start().len();
            let place = reader.place_within(&source, range.start + blanks..range.end + blanks);
            reader.report(&place, problem);
            None
        }
    }
}
