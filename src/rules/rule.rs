//! Reads one rule of a file, with its examples.

use super::context::{Context, MAX_NAME};
use super::ids::check_id;
use super::node::Node;
use super::options::{MAX_WHY_CHARS, RuleOptions, read_options, text_of, values};
use super::pattern::Pattern;
use super::phrases::{read_phrases, read_prefer};
use super::reader::{Fields, Reader};
use super::shape::{Items, Limit};
use super::{Avoid, Example, Placed, Problem, Remove, Rule, RulePlaces};

/// Examples of a rule.
pub(super) const MAX_EXAMPLES: Limit = Limit { of: Items::Examples, most: 100 };
/// The longest draft that an example may hold, in characters.
const MAX_DRAFT: usize = 4_000;
/// What the regular expressions of a file may take once they are compiled, in bytes. They are compiled as they are read, so
/// without it a file of large ones would fill the memory before anybody could refuse it. A team may have half of that.
const MAX_REGEX_BYTES: usize = 64 << 20;

pub(super) const KEYS: &[&str] = &[
    "id", "principle", "level", "avoid", "regex", "prefer", "remove", "unless", "skip", "speaks",
    "turns", "quotes", "why", "source", "examples",
];

/// What `remove` may say.
pub(super) const REMOVES: &[(&str, Option<Remove>)] = &[
    ("true", Some(Remove::Phrase)),
    ("false", None),
    ("clause", Some(Remove::Clause)),
    ("sentence", Some(Remove::Sentence)),
];

/// The one thing that `quotes` may say.
const QUOTES: &[(&str, ())] = &[("check", ())];

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
    defaults: &RuleOptions,
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
    let rule = read_rest(reader, &fields, (context, defaults), avoid, places);
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
    (context, defaults): (&Context, &RuleOptions),
    avoid: Option<Avoid>,
    mut places: RulePlaces,
) -> Option<Rule> {
    let prefer = read_prefer(reader, fields, context, avoid.as_ref());
    places.prefer = prefer.iter().map(|wording| wording.place.clone()).collect();
    let remove = read_remove(reader, fields);
    if !says_something(fields) && !defaults.has_why {
        reader.report(fields.place, Problem::NothingToSay);
    }
    let options = read_options(reader, fields, context).or(defaults, reader, fields.place);
    let quotes = fields.get("quotes").and_then(|node| reader.value_of(node, QUOTES));
    let examples = fields.get("examples").map(|node| read_examples(reader, node));
    Some(Rule {
        id: String::new(),
        language: context.language.to_owned(),
        principle: options.principle,
        level: options.level.unwrap_or_default(),
        skip: options.skip.unwrap_or_default(),
        speaks: options.speaks.unwrap_or_default(),
        turns: options.turns.unwrap_or_default(),
        source: text_of(reader, fields, "source"),
        why: options.why,
        in_quotes: quotes.is_some(),
        prefer: values(prefer),
        remove,
        unless: options.unless.unwrap_or_default(),
        examples: examples.unwrap_or_default(),
        place: fields.place.clone(),
        places,
        avoid: avoid?,
    })
}

fn read_remove(reader: &mut Reader, fields: &Fields) -> Option<Remove> {
    let remove = fields.get("remove").and_then(|node| match node.value {
        Node::Text(_) => reader.value_of(node, REMOVES).flatten(),
        _ => (reader.flag(node) == Some(true)).then_some(Remove::Phrase),
    });
    // A clause or sentence that can't go leaves its phrase to the wordings.
    if let Some(place) = fields.key_place("remove")
        && remove == Some(Remove::Phrase)
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
    if reader.regexes_taken > MAX_REGEX_BYTES {
        return None;
    }
    match Pattern::new(source.value.trim(), reader.compile) {
        Ok(regex) => {
            reader.regexes_taken += regex.bytes();
            if reader.regexes_taken > MAX_REGEX_BYTES {
                reader.report(&source.place, Problem::RegexesTooLarge);
                return None;
            }
            Some(Avoid::Regex(regex))
        }
        Err((problem, range)) => {
            let blanks = source.value.len() - source.value.trim_start().len();
            let place = reader.place_within(&source, range.start + blanks..range.end + blanks);
            reader.report(&place, problem);
            None
        }
    }
}

fn read_examples(reader: &mut Reader, node: &Placed<Node>) -> Vec<Example> {
    let items = reader.list(node, MAX_EXAMPLES);
    items.iter().filter_map(|item| read_example(reader, item)).collect()
}

fn read_example(reader: &mut Reader, node: &Placed<Node>) -> Option<Example> {
    if matches!(node.value, Node::Text(_)) {
        reader.report(&node.place, Problem::BadExample);
        return None;
    }
    let fields = reader.fields(node, &["draft", "rewrite", "fine"])?;
    let mut text = |key| Some(fields.get(key).map(|node| reader.text(node, MAX_DRAFT)));
    match (text("draft")?, text("rewrite")?, text("fine")?) {
        (Some(draft), rewrite, None) => {
            Some(Example::Draft { draft: draft?, rewrite: rewrite.flatten() })
        }
        (None, None, Some(fine)) => fine.map(Example::Fine),
        _ => {
            reader.report(fields.place, Problem::BadExample);
            None
        }
    }
}
