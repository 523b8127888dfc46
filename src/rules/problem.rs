//! Every problem of a rule file, as data: `ui` puts them into words.

use super::encoding::Encoding;
use super::other_tool::OtherTool;
use super::pack_problem::PackProblem;
use super::phrase_problem::PhraseProblem;
use super::place::Place;
use super::shape::{Items, Outcome, Shape};
use super::tip_problem::TipProblem;
use super::yaml_error::YamlError;
use crate::lexicon::{Tense, WordProblem};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Hint,
    /// Works, probably not as meant.
    Warning,
    /// The file is refused.
    Error,
}

/// One problem of a rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Name of the file as the user knows it.
    pub file: String,
    /// Where.
    pub place: Place,
    /// What.
    pub problem: Problem,
}

/// What is wrong. Each problem has a stable code; `ui` puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The file is not UTF-8 text.
    NotUtf8 {
        /// The encoding that it is probably in.
        likely: Option<Encoding>,
    },
    /// The file is no valid YAML.
    NotYaml(YamlError),
    /// The file is a rule file of another tool.
    OtherTool(OtherTool),
    /// The file is empty.
    EmptyFile,
    /// One kind of value is where another is needed.
    WrongShape {
        /// What is needed.
        expected: Shape,
        /// What is there.
        found: Shape,
        /// As written, where that is short.
        written: String,
    },
    /// `prefer: [text]`: brackets without quotes make a list, not a blank.
    BracketsMakeList,
    /// `avoid: {name}`: braces without quotes make a mapping, not a gap.
    BracesMakeMapping,
    /// `avoid:text`, read as one text.
    NoSpaceAfterColon,
    /// `avoid: [Όχι, δεν γίνεται]`: without quotes the comma parts it.
    UnquotedInBrackets,
    /// `avoid: #5`: all of it is read as a comment.
    ValueIsComment,
    /// ` #` cuts a text short.
    CutByHash,
    /// A key that means nothing.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that have a meaning here.
        known: Vec<String>,
        /// The most like it.
        nearest: Option<String>,
    },
    /// A key occurs twice in one mapping.
    KeyTwice {
        /// The key.
        key: String,
        /// The line of the first.
        first_line: usize,
    },
    /// A key is needed and not there.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A text or list with nothing in it.
    EmptyText,
    /// A rule with neither `avoid` nor `regex`.
    MissingAvoid,
    /// A rule with both `avoid` and `regex`.
    AvoidAndRegex,
    /// A rule with both `prefer` and `remove`.
    PreferAndRemove,
    /// One and the same place in both `skip` and `speaks`.
    SkipAndSpeaks {
        /// The place.
        key: String,
    },
    /// A rule with none of `prefer`, `remove`, `why`.
    NothingToSay,
    /// A phrase or wording that can't be read.
    BadPhrase(PhraseProblem),
    /// `<word>` names no known word.
    UnknownWord {
        /// The name.
        name: String,
        /// The most like it.
        nearest: Option<String>,
    },
    /// `<word:tense>`: the word has no such tense.
    NoSuchTense {
        /// The name.
        name: String,
        /// The tense.
        tense: Tense,
        /// Those that it has.
        known: Vec<Tense>,
    },
    /// `<word:…:person>`: the word has no form for the person.
    NoSuchPerson {
        /// The name.
        name: String,
    },
    /// A wording repeats a gap that not every phrase has.
    UnboundGap {
        /// The gap.
        name: String,
        /// A phrase without it.
        phrase: String,
        /// The gap of that phrase that is most like it.
        nearest: Option<String>,
    },
    /// A wording has `<*:…>`, and a phrase has not.
    UnboundVariable {
        /// The phrase.
        phrase: String,
    },
    /// A name that a set can't have.
    BadSetName {
        /// The name.
        name: String,
    },
    /// A set that no phrase uses.
    UnusedSet {
        /// The name.
        name: String,
    },
    /// Two rules of a file have one id.
    IdTwice {
        /// The id.
        id: String,
        /// The line of the first.
        first_line: usize,
    },
    /// A rule of another file has the same id.
    IdTwiceElsewhere {
        /// The id in full.
        id: String,
        /// The other file.
        file: String,
        /// The line of the other.
        line: usize,
    },
    /// An id with signs that it can't have.
    BadId {
        /// The id.
        id: String,
    },
    /// A regular expression that can't be read.
    BadRegex(PatternError),
    /// A regular expression that would take too much memory.
    RegexTooLarge,
    /// The regular expressions of a file that would take too much memory together. Said once.
    RegexesTooLarge,
    /// A regular expression that matches where nothing is.
    RegexMatchesNothing,
    /// A value that is none of the few that are allowed.
    UnknownValue {
        /// The value.
        found: String,
        /// Those allowed.
        known: Vec<String>,
        /// The most like it.
        nearest: Option<String>,
    },
    /// No tag of a language.
    UnknownLanguage {
        /// What is there.
        found: String,
        /// What it may mean.
        nearest: Option<String>,
    },
    /// A principle that no one has described.
    UnknownPrinciple {
        /// What is there.
        found: String,
        /// Those described.
        known: Vec<String>,
        /// The most like it.
        nearest: Option<String>,
    },
    /// The file is written for another version of the program.
    UnknownSchema {
        /// What is there.
        found: String,
    },
    /// More than a file or rule may hold.
    TooMany {
        /// Of what.
        what: Items,
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A longer text than may be here.
    TooLong {
        /// How many characters may.
        limit: usize,
    },
    /// An example with neither or both of `draft` and `fine`, or a `rewrite` next to `fine`.
    BadExample,
    /// A word table entry with two words in place of one, or signs in a form.
    BadForm {
        /// As written.
        form: String,
    },
    /// A word table entry from which no forms can be made.
    BadWord {
        /// The word.
        name: String,
        /// Why.
        problem: WordProblem,
        /// The verbs that `like` may name.
        models: Vec<&'static str>,
    },
    /// A word occurs twice in the word table.
    WordTwice {
        /// The word.
        name: String,
        /// The line of the first.
        first_line: usize,
    },
    /// An example that the rule does not bear out.
    ExampleMismatch {
        /// The draft of the example.
        draft: String,
        /// What the example says.
        expected: Outcome,
        /// What happens.
        found: Outcome,
    },
    /// What shows only when rules run.
    Pack(PackProblem),
    /// What is wrong with a tip.
    Tip(TipProblem),
}

impl Problem {
    /// A name that stays, for programs and for looking up.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::NotUtf8 { .. } => "not-utf8",
            Problem::NotYaml(_) => "not-yaml",
            Problem::OtherTool(_) => "other-tool",
            Problem::EmptyFile => "empty-file",
            Problem::WrongShape { .. } => "wrong-shape",
            Problem::BracketsMakeList => "brackets-make-list",
            Problem::BracesMakeMapping => "braces-make-mapping",
            Problem::NoSpaceAfterColon => "no-space-after-colon",
            Problem::UnquotedInBrackets => "unquoted-in-brackets",
            Problem::ValueIsComment => "value-is-comment",
            Problem::CutByHash => "cut-by-hash",
            Problem::UnknownKey { .. } => "unknown-key",
            Problem::KeyTwice { .. } => "key-twice",
            Problem::MissingKey { .. } => "missing-key",
            Problem::EmptyText => "empty-text",
            Problem::MissingAvoid => "missing-avoid",
            Problem::AvoidAndRegex => "avoid-and-regex",
            Problem::PreferAndRemove => "prefer-and-remove",
            Problem::SkipAndSpeaks { .. } => "skip-and-speaks",
            Problem::NothingToSay => "nothing-to-say",
            Problem::BadPhrase(problem) => problem.code(),
            Problem::UnknownWord { .. } => "unknown-word",
            Problem::NoSuchTense { .. } => "no-such-tense",
            Problem::NoSuchPerson { .. } => "no-such-person",
            Problem::UnboundGap { .. } => "unbound-gap",
            Problem::UnboundVariable { .. } => "unbound-variable",
            Problem::BadSetName { .. } => "bad-set-name",
            Problem::UnusedSet { .. } => "unused-set",
            Problem::IdTwice { .. } => "id-twice",
            Problem::IdTwiceElsewhere { .. } => "id-twice-elsewhere",
            Problem::BadId { .. } => "bad-id",
            Problem::BadRegex(_) => "bad-regex",
            Problem::RegexTooLarge => "regex-too-large",
            Problem::RegexesTooLarge => "regexes-too-large",
            Problem::RegexMatchesNothing => "regex-matches-nothing",
            Problem::UnknownValue { .. } => "unknown-value",
            Problem::UnknownLanguage { .. } => "unknown-language",
            Problem::UnknownPrinciple { .. } => "unknown-principle",
            Problem::UnknownSchema { .. } => "unknown-schema",
            Problem::TooMany { .. } => "too-many",
            Problem::TooLong { .. } => "too-long",
            Problem::BadExample => "bad-example",
            Problem::BadForm { .. } => "bad-form",
            Problem::BadWord { .. } => "bad-word",
            Problem::WordTwice { .. } => "word-twice",
            Problem::ExampleMismatch { .. } => "example-mismatch",
            Problem::Pack(problem) => problem.code(),
            Problem::Tip(problem) => problem.code(),
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Problem::CutByHash | Problem::UnquotedInBrackets | Problem::UnusedSet { .. } => {
                Severity::Warning
            }
            Problem::Tip(TipProblem::Flagged { .. }) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// Why a regular expression can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PatternError {
    /// A bracket is opened and not closed.
    Unclosed(char),
    /// A `)` closes nothing.
    Unopened,
    /// `*`, `+`, `?` or `{…}` with nothing before it.
    NothingToRepeat,
    /// `{…}` without a valid number.
    BadCount,
    /// `\` before a sign that has no such meaning.
    BadEscape,
    /// `(?=…)`, `(?<!…)` and their like.
    LookAround,
    /// `\1` and its like.
    BackReference,
    /// Two groups of one name.
    NameTwice,
    /// A group with no name, or one with signs in it.
    BadName,
    /// Anything else, in the English of the regex library.
    Other(String),
}
