//! Reads the tips of a file, and compares them across files.

use std::collections::HashMap;

use super::context::{Context, MAX_NAME};
use super::ids::{Claimed, check_id};
use super::node::Node;
use super::options::read_principle;
use super::reader::Reader;
use super::shape::{Items, Limit};
use super::{Diagnostic, Place, Placed, Problem, RuleFile, TipProblem};
use crate::text;

/// The longest text of a tip, in characters: more is no glance at a card.
pub const MAX_TIP_CHARS: usize = 300;
/// The longest thing to do today, in characters.
pub const MAX_TRY_CHARS: usize = 160;
/// Tips of a file.
const MAX_TIPS: Limit = Limit { of: Items::Tips, most: 1_000 };

pub(super) const KEYS: &[&str] = &["id", "principle", "text", "try", "source"];

/// A tip on a principle of service, as written in a file and found valid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tip {
    /// Full name: language/pack/id.
    pub id: String,
    /// The language it is in (BCP 47, such as `el`).
    pub language: String,
    /// The principle of service that it is on.
    pub principle: Option<String>,
    /// One or two sentences.
    pub text: String,
    /// A small thing to do today.
    pub today: Option<String>,
    /// The document that it comes from.
    pub source: Option<String>,
    /// The places of its parts.
    pub places: TipPlaces,
}

/// Where the parts of a tip are in its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TipPlaces {
    /// The id; where it was made, the beginning of the tip.
    pub id: Place,
    /// The text.
    pub text: Place,
    /// The thing to do today; the beginning of the tip where there is none.
    pub today: Place,
}

/// A tip before it has a full id.
struct ReadTip {
    id: Option<Placed<String>>,
    /// `None` if something is wrong with it.
    tip: Option<Tip>,
}

/// The tips of a file, and every problem with them.
pub(super) fn read_tips(
    reader: &mut Reader,
    node: &Placed<Node>,
    context: &Context,
    pack: &str,
) -> Vec<Tip> {
    let items = reader.list(node, MAX_TIPS);
    let read: Vec<ReadTip> =
        items.iter().filter_map(|item| read_tip(reader, item, context)).collect();
    let mut claimed = Claimed::new(context.language, pack);
    claim_ids(reader, &read, &mut claimed);
    let with_id = |read: ReadTip| {
        let mut tip = read.tip?;
        tip.id = match &read.id {
            Some(id) => claimed.full(&id.value),
            None => claimed.make(&tip.text),
        };
        Some(tip)
    };
    let tips: Vec<Tip> = read.into_iter().filter_map(with_id).collect();
    report_same_texts(reader, &tips);
    tips
}

fn read_tip(reader: &mut Reader, node: &Placed<Node>, context: &Context) -> Option<ReadTip> {
    let errors = reader.errors();
    let fields = reader.fields(node, KEYS)?;
    let mut text = |key: &str, limit: usize| {
        let read = reader.text(fields.get(key)?, limit)?;
        Some(Placed { value: read.value.trim().to_owned(), place: read.place })
    };
    let id = text("id", MAX_NAME);
    let said = text("text", MAX_TIP_CHARS);
    let today = text("try", MAX_TRY_CHARS);
    let source = text("source", MAX_NAME);
    if !fields.mentions("text") {
        reader.report(fields.place, Problem::MissingKey { key: "text" });
    }
    if let Some(id) = &id {
        check_id(reader, &id.value, &id.place, 3);
    }
    let principle = read_principle(reader, &fields, context);
    let place_or_start = |part: &Option<Placed<String>>| {
        part.as_ref().map_or(fields.place, |part| &part.place).clone()
    };
    let places = TipPlaces {
        id: place_or_start(&id),
        text: place_or_start(&said),
        today: place_or_start(&today),
    };
    let sound = reader.errors() == errors;
    let tip = said.filter(|_| sound).map(|said| Tip {
        id: String::new(),
        language: context.language.to_owned(),
        principle,
        text: said.value,
        today: today.map(|today| today.value),
        source: source.map(|source| source.value),
        places,
    });
    Some(ReadTip { id, tip })
}

/// Takes every id that is written, before others are made.
fn claim_ids(reader: &mut Reader, read: &[ReadTip], claimed: &mut Claimed) {
    let mut first_lines: HashMap<String, usize> = HashMap::new();
    for id in read.iter().filter_map(|tip| tip.id.as_ref()) {
        let full = claimed.claim(&id.value);
        match first_lines.get(&full) {
            Some(&first_line) => {
                let problem = TipProblem::IdTwice { id: id.value.clone(), file: None, first_line };
                reader.report(&id.place, Problem::Tip(problem));
            }
            None => {
                first_lines.insert(full, id.place.line);
            }
        }
    }
}

fn report_same_texts(reader: &mut Reader, tips: &[Tip]) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for tip in tips {
        match first.get(&text::key(&tip.text)) {
            Some(&first_line) => {
                let problem = TipProblem::SameText { file: None, first_line };
                reader.report(&tip.places.text, Problem::Tip(problem));
            }
            None => {
                first.insert(text::key(&tip.text), tip.places.text.line);
            }
        }
    }
}

/// Tips of one layer that have the id or the text of a tip of an earlier file. `files` are names and what they hold.
pub fn tips_across(files: &[(&str, &RuleFile)]) -> Vec<Diagnostic> {
    let mut ids: HashMap<&str, (usize, &Place)> = HashMap::new();
    let mut texts: HashMap<String, (usize, &Place)> = HashMap::new();
    let mut found = Vec::new();
    for (number, (file, rules)) in files.iter().enumerate() {
        let mut report = |place: &Place, problem: TipProblem| {
            let problem = Problem::Tip(problem);
            let (file, place) = ((*file).to_owned(), place.clone());
            found.push(Diagnostic { severity: problem.severity(), file, place, problem });
        };
        let name = |number: usize| files.get(number).map(|(name, _)| (*name).to_owned());
        for tip in &rules.tips {
            let (first, at) = *ids.entry(&tip.id).or_insert((number, &tip.places.id));
            let same_id = first != number;
            if same_id {
                let (id, file) = (tip.id.clone(), name(first));
                report(&tip.places.id, TipProblem::IdTwice { id, file, first_line: at.line });
            }
            let key = text::key(&tip.text);
            let (first, at) = *texts.entry(key).or_insert((number, &tip.places.text));
            if first != number && !same_id {
                let problem = TipProblem::SameText { file: name(first), first_line: at.line };
                report(&tip.places.text, problem);
            }
        }
    }
    found
}
