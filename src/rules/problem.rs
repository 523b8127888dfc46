//! Everything that can be wrong with a rule file, as data.

use super::phrase_problem::PhraseProblem;
use super::trouble::YamlTrouble;
use super::{Severity, name_key};

/// A longer name is not compared with the known ones, in characters.
const MAX_GUESSED: usize = 60;

/// What is wrong. Each has a stable code; the words are chosen in `render`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The file is no sound YAML.
    NotYaml(YamlTrouble),
    /// The file is empty.
    EmptyFile,
    /// One kind of value stands where another is needed.
    WrongShape {
        /// What is needed.
        expected: Shape,
        /// What stands there.
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
    /// A key stands twice in one mapping.
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
    /// A wording repeats a gap that not every phrase has.
    UnboundGap {
        /// The gap.
        name: String,
        /// A phrase without it.
        phrase: String,
        /// The gap of that phrase that is most like it.
        nearest: Option<String>,
    },
    /// Two rules of a file have one id.
    IdTwice {
        /// The id.
        id: String,
        /// The line of the first.
        first_line: usize,
    },
    /// An id with signs that it can't have.
    BadId {
        /// The id.
        id: String,
    },
    /// A regular expression that can't be used.
    BadRegex {
        /// The reason, in English.
        reason: String,
    },
    /// A regular expression that would take too much memory.
    RegexTooLarge,
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
        /// What stands there.
        found: String,
        /// What it may mean.
        nearest: Option<String>,
    },
    /// A principle that nobody has described.
    UnknownPrinciple {
        /// What stands there.
        found: String,
        /// Those described.
        known: Vec<String>,
        /// The most like it.
        nearest: Option<String>,
    },
    /// The file is written for another version of the program.
    UnknownSchema {
        /// What stands there.
        found: String,
    },
    /// More than a file or rule may hold.
    TooMany {
        /// How many it may hold.
        limit: usize,
    },
    /// A longer text than may stand here.
    TooLong {
        /// How many characters may.
        limit: usize,
    },
    /// An example with neither or both of `draft` and `fine`, or a `rewrite` beside `fine`.
    BadExample,
    /// A word table entry with two words where one stands, or signs in a form.
    BadForm {
        /// As written.
        form: String,
    },
    /// A word stands twice in the word table.
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
}

/// What an example says of a draft, or what happens to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The rule has nothing to say.
    Silent,
    /// The rule finds its phrase.
    Found,
    /// The whole draft then reads so.
    Rewrite(String),
}

/// The kinds of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Nothing,
    /// `true` or `false`.
    TrueOrFalse,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A text or a list of texts.
    TextOrList,
    /// A list.
    List,
    /// Keys with values.
    Mapping,
}

impl Problem {
    /// A name that stays, for programs and for looking up.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::NotYaml(_) => "not-yaml",
            Problem::EmptyFile => "empty-file",
            Problem::WrongShape { .. } => "wrong-shape",
            Problem::BracketsMakeList => "brackets-make-list",
            Problem::BracesMakeMapping => "braces-make-mapping",
            Problem::NoSpaceAfterColon => "no-space-after-colon",
            Problem::CutByHash => "cut-by-hash",
            Problem::UnknownKey { .. } => "unknown-key",
            Problem::KeyTwice { .. } => "key-twice",
            Problem::MissingKey { .. } => "missing-key",
            Problem::EmptyText => "empty-text",
            Problem::MissingAvoid => "missing-avoid",
            Problem::AvoidAndRegex => "avoid-and-regex",
            Problem::PreferAndRemove => "prefer-and-remove",
            Problem::NothingToSay => "nothing-to-say",
            Problem::BadPhrase(problem) => problem.code(),
            Problem::UnknownWord { .. } => "unknown-word",
            Problem::UnboundGap { .. } => "unbound-gap",
            Problem::IdTwice { .. } => "id-twice",
            Problem::BadId { .. } => "bad-id",
            Problem::BadRegex { .. } => "bad-regex",
            Problem::RegexTooLarge => "regex-too-large",
            Problem::RegexMatchesNothing => "regex-matches-nothing",
            Problem::UnknownValue { .. } => "unknown-value",
            Problem::UnknownLanguage { .. } => "unknown-language",
            Problem::UnknownPrinciple { .. } => "unknown-principle",
            Problem::UnknownSchema { .. } => "unknown-schema",
            Problem::TooMany { .. } => "too-many",
            Problem::TooLong { .. } => "too-long",
            Problem::BadExample => "bad-example",
            Problem::BadForm { .. } => "bad-form",
            Problem::WordTwice { .. } => "word-twice",
            Problem::ExampleMismatch { .. } => "example-mismatch",
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Problem::CutByHash => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// The known name that is most like `name`, if one is like enough to be meant.
pub(super) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let key = name_key(name);
    let length = key.chars().count();
    // Of two letters, one wrong, nothing is left to guess from.
    if !(3..=MAX_GUESSED).contains(&length) {
        return None;
    }
    let allowed = (length / 3).min(3);
    let distance = |candidate: &str| match name_key(candidate) {
        known if known.starts_with(&key) => 1,
        known => strsim::damerau_levenshtein(&key, &known),
    };
    known
        .into_iter()
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}
