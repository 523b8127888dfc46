//! Reads YAML into nodes that know their place. The only user of the YAML crate.
//!
//! Typed reading with serde stops at the first mistake; a tree of nodes can be checked to its end.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{AliasLimits, DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{Location, Options, Spanned};

use super::node::{Entry, Node};
use super::place::Lines;
use super::yaml_error::{MAX_ALIASES, MAX_DEPTH, MAX_NODES, YamlError, classify};
use super::{Place, Placed};

/// The largest file that is read at all, in bytes.
pub(super) const MAX_FILE_BYTES: usize = 8 << 20;
/// What aliases repeat, in all.
const MAX_REPEATED: usize = 50_000;

/// Reads a file; the error, if it is not valid YAML, comes with its place.
pub(super) fn read(text: &str) -> Result<Placed<Node<'_>>, Placed<YamlError>> {
    if text.len() > MAX_FILE_BYTES {
        let limit = MAX_FILE_BYTES >> 20;
        let value = YamlError::TooLarge { limit };
        return Err(Placed { value, place: Lines::new("").place(0..0) });
    }
    let lines = Lines::new(text);
    match serde_yaml::from_str_with_options::<Spanned<RawNode>>(text, options()) {
        Ok(raw) => Ok(placed(&lines, raw)),
        Err(error) => {
            let error = error.without_snippet();
            let at = error
                .location()
                .map_or(text.len()..text.len(), |location| error_span(&lines, &location));
            let (error, span) = classify(&lines, at, error);
            Err(Placed { value: error, place: lines.place(span) })
        }
    }
}

fn options() -> Options {
    let mut budget = serde_yaml::Budget::default();
    budget.max_depth = MAX_DEPTH;
    budget.flow_nesting_limit = MAX_DEPTH;
    budget.max_nodes = MAX_NODES;
    budget.max_events = MAX_NODES * 3;
    budget.max_aliases = MAX_ALIASES;
    budget.max_anchors = MAX_ALIASES;
    budget.max_recorded_anchor_events = MAX_NODES;
    budget.max_recorded_anchor_bytes = MAX_FILE_BYTES * 4;
    budget.max_documents = 1;
    let mut alias_limits = AliasLimits::default();
    alias_limits.max_total_replayed_events = MAX_REPEATED;
    let mut options = Options::default();
    options.budget = Some(budget);
    options.alias_limits = alias_limits;
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options.merge_keys = MergeKeyPolicy::AsOrdinary;
    // As YAML 1.2 has it: `no` and `yes` are words, as they must be in a file about words.
    options.strict_booleans = true;
    options.reject_unsupported_tags = true;
    options.with_snippet = false;
    options.non_finite_float_policy = NonFiniteFloatPolicy::PassThrough;
    options
}

fn span(location: &Location) -> std::ops::Range<usize> {
    let (start, length) = match (location.span().byte_offset(), location.span().byte_len()) {
        (Some(start), length) => (start, length.unwrap_or(0)),
        (None, _) => (0, 0),
    };
    let start = usize::try_from(start).unwrap_or(usize::MAX);
    start..start.saturating_add(usize::try_from(length).unwrap_or(0))
}

// A syntax error comes with line and column only, counted in characters.
fn error_span(lines: &Lines, location: &Location) -> std::ops::Range<usize> {
    match location.span().byte_offset() {
        Some(_) => span(location),
        None => {
            let number = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
            let start = lines.offset(number(location.line()), number(location.column()));
            start..start
        }
    }
}

/// As the YAML crate hands it over, before places are worked out.
enum RawNode {
    Null,
    Bool(bool),
    Number,
    Text(String),
    List(Vec<Spanned<RawNode>>),
    Map(Vec<(Spanned<RawNode>, Spanned<RawNode>)>),
}

fn placed<'a>(lines: &Lines<'a>, raw: Spanned<RawNode>) -> Placed<Node<'a>> {
    let written = lines.clamp(span(&raw.defined));
    let place = lines.place(span(&raw.referenced));
    let value = match raw.value {
        RawNode::Null => Node::Null,
        RawNode::Bool(value) => Node::Bool(value),
        RawNode::Number => Node::Number(lines.text(written).into()),
        RawNode::Text(text) => Node::Text(text.into()),
        RawNode::List(items) => {
            Node::List(items.into_iter().map(|item| placed(lines, item)).collect())
        }
        RawNode::Map(entries) => {
            Node::Map(entries.into_iter().map(|entry| pair(lines, entry)).collect())
        }
    };
    Placed { place: shown(lines, &value, place), value }
}

// The YAML crate gives a list or mapping the place of its first sign, or none: of a mapping show
// the first key.
fn shown(lines: &Lines, value: &Node, place: Place) -> Place {
    match value {
        Node::Map(entries) if place.span.is_empty() => {
            entries.first().map_or(place, |(key, _)| key.place.clone())
        }
        Node::List(_) if place.span.is_empty() => {
            lines.place(place.span.start..place.span.start + 1)
        }
        _ => place,
    }
}

fn pair<'a>(lines: &Lines<'a>, (key, value): (Spanned<RawNode>, Spanned<RawNode>)) -> Entry<'a> {
    let written = lines.clamp(span(&key.defined));
    let place = lines.place(span(&key.referenced));
    let key = match key.value {
        RawNode::Text(text) => text.into(),
        _ => lines.text(written).into(),
    };
    let key = Placed { value: key, place };
    let mut value = placed(lines, value);
    if value.value == Node::Null && value.place.span.is_empty() {
        // A value that is not there has no place of its own.
        value.place = key.place.clone();
    }
    (key, value)
}

impl<'de> Deserialize<'de> for RawNode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = RawNode;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<RawNode, E> {
        Ok(RawNode::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<RawNode, E> {
        Ok(RawNode::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<RawNode, E> {
        Ok(RawNode::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<RawNode, E> {
        Ok(RawNode::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<RawNode, E> {
        Ok(RawNode::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<RawNode, E> {
        Ok(RawNode::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<RawNode, E> {
        Ok(RawNode::Number)
    }

    fn visit_str<E>(self, value: &str) -> Result<RawNode, E> {
        Ok(RawNode::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<RawNode, E> {
        Ok(RawNode::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RawNode, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(RawNode::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<RawNode, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(RawNode::Map(map))
    }
}
