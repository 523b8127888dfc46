//! The options of a rule: what it may leave to the `defaults` of its file.

use super::context::{Context, MAX_NAME};
use super::node::Node;
use super::phrase_problem::PhraseProblem;
use super::phrases::read_phrases;
use super::reader::{Fields, Reader};
use super::sets::{MAX_IN_FILE, MAX_IN_PHRASE};
use super::shape::{Items, Limit};
use super::{Level, Phrase, Place, Placed, Problem, Skip, Speaks};
use crate::text::nearest;

/// The longest text for people, in characters.
pub(super) const MAX_WHY_CHARS: usize = 600;

pub(super) const SKIPS: &[(&str, Skip)] =
    &[("questions", Skip::Questions), ("conditions", Skip::Conditions), ("reports", Skip::Reports)];

pub(super) const SPEAKS: &[(&str, Speaks)] = &[
    ("conditions", Speaks::Conditions),
    ("relatives", Speaks::Relatives),
    ("negated", Speaks::Negated),
];

/// What `defaults` may say.
pub(super) const KEYS: &[&str] =
    &["principle", "level", "skip", "speaks", "turns", "why", "unless"];
/// Phrases under `unless` of `defaults`: every rule of the file has each of them.
pub(super) const MAX_DEFAULT_UNLESS: Limit = Limit { of: Items::DefaultUnless, most: 20 };

/// What a rule says of its options; `None` where it leaves that to the defaults.
#[derive(Debug, Default)]
pub(super) struct RuleOptions {
    pub principle: Option<String>,
    pub level: Option<Level>,
    pub skip: Option<Vec<Skip>>,
    pub speaks: Option<Vec<Speaks>>,
    pub turns: Option<bool>,
    pub why: Option<String>,
    /// There is a reason, or a key that probably means one: it is reported once, not in every rule.
    pub has_why: bool,
    pub unless: Option<Vec<Phrase>>,
    /// How many parts the sets brought into `unless`.
    from_sets: usize,
}

/// The options in the fields of a rule or of the defaults.
pub(super) fn read_options(reader: &mut Reader, fields: &Fields, context: &Context) -> RuleOptions {
    let before = reader.sets_taken.size;
    let unless = fields.get("unless").map(|node| match &node.value {
        // Nothing, not even what the defaults have.
        Node::List(items) if items.is_empty() => Vec::new(),
        _ => values(read_phrases(reader, node, context)),
    });
    let from_sets = reader.sets_taken.size - before;
    check_speaks(reader, fields);
    RuleOptions {
        principle: read_principle(reader, fields, context),
        level: fields.get("level").and_then(|node| reader.value_of(node, Level::ALL)),
        skip: read_keys(reader, fields, "skip", SKIPS),
        speaks: read_keys(reader, fields, "speaks", SPEAKS),
        turns: fields.get("turns").and_then(|node| reader.flag(node)),
        why: text_of(reader, fields, "why"),
        has_why: fields.mentions("why"),
        unless,
        from_sets,
    }
}

/// Fills in the defaults of the file for everything that a rule does not set itself.
pub(super) fn read_defaults(
    reader: &mut Reader,
    node: &Placed<Node>,
    context: &Context,
) -> RuleOptions {
    let Some(fields) = reader.fields(node, KEYS) else { return RuleOptions::default() };
    let mut defaults = read_options(reader, &fields, context);
    if let (Some(unless), Some(place)) = (&mut defaults.unless, fields.key_place("unless")) {
        reader.check_limit(place, unless.len(), MAX_DEFAULT_UNLESS);
        unless.truncate(MAX_DEFAULT_UNLESS.most);
    }
    defaults
}

impl RuleOptions {
    /// With what the defaults say where it says nothing itself; phrases of `unless` are added to theirs.
    pub fn or(self, defaults: &RuleOptions, reader: &mut Reader, place: &Place) -> RuleOptions {
        let (skip, speaks) = self.places(defaults);
        let unless = match (self.unless, &defaults.unless) {
            (Some(own), _) if own.is_empty() => Some(own),
            (own, Some(theirs)) if has_room(reader, defaults.from_sets, place) => {
                Some(theirs.iter().cloned().chain(own.into_iter().flatten()).collect())
            }
            (own, _) => own,
        };
        RuleOptions {
            principle: self.principle.or_else(|| defaults.principle.clone()),
            level: self.level.or(defaults.level),
            skip,
            speaks,
            turns: self.turns.or(defaults.turns),
            why: self.why.or_else(|| defaults.why.clone()),
            has_why: self.has_why || defaults.has_why,
            unless,
            from_sets: self.from_sets,
        }
    }

    /// Where it is silent and where it speaks. What a rule says itself goes before a default of the other kind.
    fn places(&self, defaults: &RuleOptions) -> (Option<Vec<Skip>>, Option<Vec<Speaks>>) {
        let same = |skip: &Skip, speaks: &Speaks| {
            (*skip, *speaks) == (Skip::Conditions, Speaks::Conditions)
        };
        let skip = self.skip.clone().or_else(|| {
            let own = self.speaks.as_deref().unwrap_or_default();
            let mut skip = defaults.skip.clone()?;
            skip.retain(|skip| !own.iter().any(|speaks| same(skip, speaks)));
            Some(skip)
        });
        let speaks = self.speaks.clone().or_else(|| {
            let own = self.skip.as_deref().unwrap_or_default();
            let mut speaks = defaults.speaks.clone()?;
            speaks.retain(|speaks| !own.iter().any(|skip| same(skip, speaks)));
            Some(speaks)
        });
        (skip, speaks)
    }
}

/// Counts what the sets of the defaults bring into one more rule; whether the file has room for it.
fn has_room(reader: &mut Reader, size: usize, place: &Place) -> bool {
    let taken = &mut reader.sets_taken.size;
    *taken = taken.saturating_add(size);
    let is_full = size > 0 && *taken > MAX_IN_FILE;
    if is_full {
        let problem = PhraseProblem::SetsTooLarge { phrase: MAX_IN_PHRASE, file: MAX_IN_FILE };
        reader.report(place, Problem::BadPhrase(problem));
    }
    !is_full
}

pub(super) fn text_of(reader: &mut Reader, fields: &Fields, key: &str) -> Option<String> {
    let text = reader.text(fields.get(key)?, MAX_WHY_CHARS)?;
    Some(text.value.trim().to_owned())
}

pub(super) fn read_principle(
    reader: &mut Reader,
    fields: &Fields,
    context: &Context,
) -> Option<String> {
    let text = reader.text(fields.get("principle")?, MAX_NAME)?;
    if let Some(id) = context.known.principle_called(&text.value) {
        return Some(id.to_owned());
    }
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

/// One or several of a few values.
fn read_keys<T: Copy + PartialEq>(
    reader: &mut Reader,
    fields: &Fields,
    key: &str,
    known: &[(&str, T)],
) -> Option<Vec<T>> {
    let node = fields.get(key)?;
    let mut values = Vec::new();
    for item in items(node) {
        if let Some(value) = reader.value_of(item, known)
            && !values.contains(&value)
        {
            values.push(value);
        }
    }
    Some(values)
}

fn items<'n, 'a>(node: &'n Placed<Node<'a>>) -> &'n [Placed<Node<'a>>] {
    match &node.value {
        Node::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    }
}

/// Reports places in which the rule would both skip and speak.
fn check_speaks(reader: &mut Reader, fields: &Fields) {
    let (Some(node), Some(skip)) = (fields.get("speaks"), fields.get("skip")) else {
        return;
    };
    let skipped: Vec<&str> = items(skip).iter().filter_map(text_in).collect();
    for item in items(node) {
        if let Some(key) = text_in(item).filter(|key| skipped.contains(key))
            && SPEAKS.iter().any(|(known, _)| *known == key)
        {
            reader.report(&item.place, Problem::SkipAndSpeaks { key: key.to_owned() });
        }
    }
}

fn text_in<'n>(node: &'n Placed<Node>) -> Option<&'n str> {
    match &node.value {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

pub(super) fn values<T>(placed: Vec<Placed<T>>) -> Vec<T> {
    placed.into_iter().map(|placed| placed.value).collect()
}
