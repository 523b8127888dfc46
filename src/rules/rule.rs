//! Reads one rule of a file.

use super::ids::check_id;
use super::known::Known;
use super::node::Node;
use super::parse::MAX_NAME;
use super::pattern::build_regex;
use super::phrase::Found;
use super::phrase_parse::{parse_phrase, parse_wording};
use super::phrase_problem::PhraseProblem;
use super::problem::nearest;
use super::reader::{Brackets, Fields, Reader};
use super::{Avoid, Example, Level, Phrase, Placed, Problem, Rule, Skip, Wording};

/// The longest text for people, in characters.
const MAX_WHY: usize = 600;
/// The longest draft that an example may hold, in characters.
const MAX_DRAFT: usize = 4_000;
/// Phrases, wordings or examples of a rule.
const MAX_ITEMS: usize = 100;

const KEYS: &[&str] = &[
    "id",
    "principle",
    "level",
    "avoid",
    "regex",
    "prefer",
    "remove",
    "unless",
    "skip",
    "quotes",
    "why",
    "source",
    "examples",
];

const LEVELS: &[(&str, Level)] =
    &[("suggestion", Level::Suggestion), ("warning", Level::Warning), ("error", Level::Error)];

const SKIPS: &[(&str, Skip)] =
    &[("questions", Skip::Questions), ("conditions", Skip::Conditions), ("reports", Skip::Reports)];

/// What a rule is read with.
pub(super) struct Context<'a> {
    pub known: &'a Known,
    pub language: &'a str,
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
        check_id(reader, id, 3);
    }
    let avoid = read_avoid(reader, &fields, context);
    let rule = read_rest(reader, &fields, context, avoid);
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
) -> Option<Rule> {
    let prefer = read_prefer(reader, fields, context, avoid.as_ref());
    let remove = fields.get("remove").and_then(|node| reader.flag(node)).unwrap_or(false);
    if let Some(place) =
        fields.key_place("remove").filter(|_| remove && fields.get("prefer").is_some())
    {
        reader.report(place, Problem::PreferAndRemove);
    }
    let why = text_of(reader, fields, "why");
    if fields.get("prefer").is_none() && !remove && fields.get("why").is_none() {
        reader.report(fields.place, Problem::NothingToSay);
    }
    let unless =
        fields.get("unless").map(|node| read_phrases(reader, node, context)).unwrap_or_default();
    let level =
        fields.get("level").and_then(|node| reader.value_of(node, LEVELS)).unwrap_or_default();
    let quotes = fields.get("quotes").and_then(|node| reader.value_of(node, &[("check", ())]));
    let examples =
        fields.get("examples").map(|node| read_examples(reader, node)).unwrap_or_default();
    Some(Rule {
        id: String::new(),
        language: context.language.to_owned(),
        principle: read_principle(reader, fields, context),
        level,
        skip: read_skip(reader, fields),
        source: text_of(reader, fields, "source"),
        in_quotes: quotes.is_some(),
        avoid: avoid?,
        prefer,
        remove,
        unless,
        why,
        examples,
        place: fields.place.clone(),
    })
}

fn text_of(reader: &mut Reader, fields: &Fields, key: &str) -> Option<String> {
    let text = reader.text(fields.get(key)?, MAX_WHY)?;
    Some(text.value.trim().to_owned())
}

fn read_avoid(reader: &mut Reader, fields: &Fields, context: &Context) -> Option<Avoid> {
    match (fields.get("avoid"), fields.get("regex")) {
        (None, None) => {
            reader.report(fields.place, Problem::MissingAvoid);
            None
        }
        (Some(_), Some(regex)) => {
            let place = fields.key_place("regex").unwrap_or(&regex.place);
            reader.report(place, Problem::AvoidAndRegex);
            None
        }
        (Some(node), None) => {
            let phrases = read_phrases(reader, node, context);
            (!phrases.is_empty()).then_some(Avoid::Phrases(phrases))
        }
        (None, Some(node)) => {
            let source = reader.text(node, MAX_WHY)?;
            match build_regex(source.value.trim()) {
                Ok(regex) => Some(Avoid::Regex(regex)),
                Err(problem) => {
                    reader.report(&node.place, problem);
                    None
                }
            }
        }
    }
}

fn read_phrases(reader: &mut Reader, node: &Placed<Node>, context: &Context) -> Vec<Phrase> {
    let texts = limited_texts(reader, node, Brackets::List);
    texts
        .iter()
        .filter_map(|text| checked(reader, text, parse_phrase(&text.value), context))
        .collect()
}

fn limited_texts(
    reader: &mut Reader,
    node: &Placed<Node>,
    brackets: Brackets,
) -> Vec<Placed<String>> {
    let mut texts = reader.texts(node, usize::MAX, brackets);
    if texts.len() > MAX_ITEMS {
        reader.report(&node.place, Problem::TooMany { limit: MAX_ITEMS });
        texts.truncate(MAX_ITEMS);
    }
    texts
}

/// What was parsed, if its signs and words are sound.
fn checked<T>(
    reader: &mut Reader,
    text: &Placed<String>,
    parsed: Result<Found<T>, Vec<(std::ops::Range<usize>, PhraseProblem)>>,
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
    for (range, name) in found.words {
        if !context.known.is_word(context.language, &name) {
            let place = reader.place_within(text, range);
            let nearest = context.known.nearest_word(context.language, &name);
            reader.report(&place, Problem::UnknownWord { name, nearest });
        }
    }
    Some(found.value)
}

fn read_prefer(
    reader: &mut Reader,
    fields: &Fields,
    context: &Context,
    avoid: Option<&Avoid>,
) -> Vec<Wording> {
    let Some(node) = fields.get("prefer") else {
        return Vec::new();
    };
    let texts = limited_texts(reader, node, Brackets::Blank);
    let mut wordings = Vec::new();
    for text in &texts {
        let Some(wording) = checked(reader, text, parse_wording(&text.value), context) else {
            continue;
        };
        for name in wording.gaps() {
            if let Some(phrase) = avoid.and_then(|avoid| lacking(avoid, name)) {
                let place = reader.place_within(text, gap_range(&text.value, name));
                reader.report(&place, Problem::UnboundGap { name: name.to_owned(), phrase });
            }
        }
        wordings.push(wording);
    }
    wordings
}

/// A phrase without the gap.
fn lacking(avoid: &Avoid, gap: &str) -> Option<String> {
    match avoid {
        Avoid::Phrases(phrases) => {
            let phrase = phrases.iter().find(|phrase| !phrase.gaps().contains(&gap));
            phrase.map(|phrase| phrase.source.clone())
        }
        Avoid::Regex(regex) => {
            let named = regex.capture_names().flatten().any(|name| name == gap);
            (!named).then(|| regex.as_str().to_owned())
        }
    }
}

fn gap_range(text: &str, name: &str) -> std::ops::Range<usize> {
    let written = [format!("{{{name}}}"), format!("{{{name}?}}")];
    let found = written
        .iter()
        .find_map(|gap| text.find(gap.as_str()).map(|start| start..start + gap.len()));
    found.unwrap_or(0..text.len())
}

fn read_principle(reader: &mut Reader, fields: &Fields, context: &Context) -> Option<String> {
    let text = reader.text(fields.get("principle")?, MAX_NAME)?;
    let known = context.known.principles();
    if !known.is_empty() && !known.contains(&text.value) {
        let problem = Problem::UnknownPrinciple {
            nearest: nearest(&text.value, known.iter().map(String::as_str)),
            known: known.to_vec(),
            found: text.value,
        };
        reader.report(&text.place, problem);
        return None;
    }
    Some(text.value)
}

fn read_skip(reader: &mut Reader, fields: &Fields) -> Vec<Skip> {
    let Some(node) = fields.get("skip") else {
        return Vec::new();
    };
    let items = match &node.value {
        Node::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    items.iter().filter_map(|item| reader.value_of(item, SKIPS)).collect()
}

fn read_examples(reader: &mut Reader, node: &Placed<Node>) -> Vec<Example> {
    let items = reader.list(node, MAX_ITEMS);
    items.iter().filter_map(|item| read_example(reader, item)).collect()
}

fn read_example(reader: &mut Reader, node: &Placed<Node>) -> Option<Example> {
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
