//! Rule files: parsed, checked, and with the place of everything.
//!
//! [`parse`] turns the text of a file into a [`RuleFile`] and a list of [`Diagnostic`]s: every problem at
//! once, and all that could be understood. Problems are data; `ui` puts them into words. Only this module
//! reads YAML.
#![warn(missing_docs)]

mod compact;
mod context;
mod element;
mod encoding;
mod gap;
mod gap_uses;
mod ids;
mod known;
mod language;
mod level;
mod node;
mod options;
mod other_tool;
mod pack_problem;
mod packed;
mod pair;
mod parse;
mod pattern;
mod phrase;
mod phrase_check;
mod phrase_parse;
mod phrase_problem;
#[cfg(test)]
mod phrase_tests;
mod phrases;
mod place;
mod principle;
mod problem;
mod reader;
mod rule;
mod scan;
#[cfg(feature = "app")]
pub mod schema;
mod sets;
mod shape;
mod source;
mod table;
mod tip;
mod tip_problem;
mod word_spec;
mod yaml;
mod yaml_error;
mod yaml_pitfalls;

pub use context::{MAX_TAG_CHARS, is_tag};
pub use element::{Element, GapForm, GapKind, Piece, WordSpec};
pub use encoding::{Encoding, NotUtf8, decode, decode_any};
pub use ids::ids_across;
pub use known::Known;
pub use language::parse_language;
pub use level::Level;
pub use other_tool::{OtherTool, other_tool};
pub use pack_problem::PackProblem;
pub use pair::Pair;
pub use parse::parse;
pub use pattern::Pattern;
pub use phrase::{Phrase, Wording};
pub use phrase_problem::PhraseProblem;
pub use place::{Place, Placed};
pub use principle::{Principle, parse_principles};
pub use problem::{Diagnostic, PatternError, Problem, Severity};
pub use shape::{Items, Outcome, Shape};
pub use source::{Extent, Source};
pub use tip::{MAX_TIP_CHARS, MAX_TRY_CHARS, Tip, TipPlaces, tips_across};
pub use tip_problem::TipProblem;
pub use yaml_error::YamlError;

use crate::lexicon::{Lexeme, WordEntry};

/// Whole clauses in which a phrase is exempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Skip {
    /// The sentence is a question.
    Questions,
    /// The clause is a condition (αν, όταν, if, when).
    Conditions,
    /// The clause tells what somebody sees, says or feels (βλέπω ότι, I see that).
    Reports,
}

impl Skip {
    /// How the rule file says it.
    pub fn key(self) -> &'static str {
        options::SKIPS.iter().find(|(_, known)| *known == self).map_or("", |(key, _)| key)
    }
}

/// Places where rules are silent unless they say that they speak there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaks {
    /// The clause is a condition (αν, όταν, if, when).
    Conditions,
    /// The clause tells which one is meant (που, who, which).
    Relatives,
    /// Another negation is before the phrase (δεν, not).
    Negated,
}

/// What a rule takes out without replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remove {
    /// The phrase.
    Phrase,
    /// The clause that the phrase is in.
    Clause,
    /// The sentence that the phrase is in.
    Sentence,
}

impl Remove {
    /// How the rule file says it.
    pub fn key(self) -> &'static str {
        match self {
            Remove::Phrase => "true",
            Remove::Clause => "clause",
            Remove::Sentence => "sentence",
        }
    }
}

/// One rule, as written in a file and found valid.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Full name: language/pack/id.
    pub id: String,
    /// The language it belongs to (BCP 47, such as `el`).
    pub language: String,
    /// The principle of service that it serves.
    pub principle: Option<String>,
    /// How much a finding matters.
    pub level: Level,
    /// What it looks for.
    pub avoid: Avoid,
    /// What to say instead; the first that fits goes into the rewrite.
    pub prefer: Vec<Wording>,
    /// What goes without replacement.
    pub remove: Option<Remove>,
    /// The rule is silent where one of these overlaps the match.
    pub unless: Vec<Phrase>,
    /// The rule is silent in these clauses.
    pub skip: Vec<Skip>,
    /// The rule speaks in these places, where others are silent.
    pub speaks: Vec<Speaks>,
    /// Its wordings may turn a no into a yes.
    pub turns: bool,
    /// The rule also looks inside quoted text.
    pub in_quotes: bool,
    /// One sentence for the agent.
    pub why: Option<String>,
    /// Where the advice comes from.
    pub source: Option<String>,
    /// What it does, shown.
    pub examples: Vec<Example>,
    /// Where the rule begins in its file.
    pub place: Place,
    /// The places of its parts.
    pub places: RulePlaces,
}

impl Rule {
    /// The place of its id; if the id was made from a phrase, of the rule.
    pub fn id_place(&self) -> &Place {
        self.places.id.as_ref().unwrap_or(&self.place)
    }
}

/// Where the parts of a rule are in its file.
#[derive(Debug, Clone, Default)]
pub struct RulePlaces {
    /// The id, if it is written.
    pub id: Option<Place>,
    /// Each phrase of `avoid`, or the `regex`.
    pub avoid: Vec<Place>,
    /// Each wording of `prefer`.
    pub prefer: Vec<Place>,
}

/// What a rule looks for.
#[derive(Debug, Clone)]
pub enum Avoid {
    /// Phrases in the phrase language.
    Phrases(Vec<Phrase>),
    /// A regular expression over the folded draft; named groups are gaps.
    Regex(Pattern),
}

/// An example of a rule.
#[derive(Debug, Clone)]
pub enum Example {
    /// The rule fires on `draft`; the whole draft then reads `rewrite`, where that is given.
    Draft {
        /// The draft.
        draft: Placed<String>,
        /// The whole reworded draft.
        rewrite: Option<Placed<String>>,
    },
    /// The rule is silent on this draft.
    Fine(Placed<String>),
}

/// A whole rule file.
#[derive(Debug, Clone, Default)]
pub struct RuleFile {
    /// Id of the pack.
    pub pack: String,
    /// Title for people.
    pub title: Option<String>,
    /// Language of the file.
    pub language: String,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// Its tips.
    pub tips: Vec<Tip>,
    /// Word table entries of its own.
    pub words: Vec<Placed<WordEntry>>,
    /// Those words with all their forms.
    pub lexemes: Vec<Lexeme>,
}
