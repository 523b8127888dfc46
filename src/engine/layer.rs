//! A compiled set of rules. The built-in rules are one layer, a team's own rules another.

mod compile;
mod text;

use std::sync::Arc;

use regex_automata::meta::Regex;
use rustc_hash::FxHashMap;

use super::lexemes::{LexemeTable, Reading};
use super::patterns::Patterns;
use super::trie::{ClassId, Trie};
use super::vocabulary::Vocabulary;
use super::word_index::WordIndex;
use super::word_index::{UNKNOWN, WordId};
use super::wording::CompiledWording;
use crate::lexicon::{Lexeme, Tense};
use crate::rules::{Level, Remove, Rule, Skip, Speaks, WordSpec};

/// What people are told of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleInfo {
    /// Full name: language/pack/id.
    pub id: String,
    /// The language it belongs to.
    pub language: String,
    /// How much a finding matters.
    pub level: Level,
    /// The principle of service that it serves.
    pub principle: Option<String>,
    /// One sentence for the agent.
    pub why: Option<String>,
    /// Where the advice comes from.
    pub source: Option<String>,
    /// The rule takes out what it finds, and has no wording: a suggestion then holds only what is around it.
    pub removes: bool,
}

/// Whose rule it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// It comes with the program: silent where its phrase is exempt.
    BuiltIn,
    /// A team wrote it: it always finds its phrase, and comes before the built-in ones.
    #[default]
    Team,
}

/// A rule, ready to be matched and to suggest.
#[derive(Debug)]
pub struct CompiledRule {
    /// What people are told.
    pub info: Arc<RuleInfo>,
    /// What to say instead.
    pub prefer: Vec<CompiledWording>,
    /// What it takes out.
    pub remove: Option<Remove>,
    /// Clauses in which it is silent.
    pub skip: Vec<Skip>,
    /// It also looks inside quoted text.
    pub in_quotes: bool,
    /// It may turn a no into a yes.
    pub turns: bool,
    /// It speaks in these places, where others are silent.
    pub speaks: Vec<Speaks>,
    /// A wording puts a gap as a subject: then the article of the gap is the phrase's own word.
    pub splits_articles: bool,
    /// It looks for a regular expression.
    pub is_regex: bool,
    /// Whose rule it is.
    pub origin: Origin,
    /// Its phrases are written with a capital, so a capital in a wording only follows that.
    pub capital_style: bool,
    /// Names of its gaps, by number.
    pub gaps: Vec<String>,
}

/// What a class stands for: a lexeme, narrowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    spec: WordSpec,
    own: bool,
    lexeme: u32,
}

/// Rules compiled once, shared, swapped whole.
#[derive(Debug, Default)]
pub struct Layer {
    /// The rules, by number.
    pub rules: Vec<CompiledRule>,
    /// Their phrases.
    pub trie: Trie,
    /// Words that only this layer names.
    own_words: WordIndex,
    own_end: WordId,
    own_lexis: LexemeTable,
    classes: Vec<Class>,
    class_of: FxHashMap<WordSpec, ClassId>,
    /// The classes of each word, by its number: where they are in `word_classes`.
    classes_at: Vec<(u32, u32)>,
    /// The first word that has one: the table of a small layer begins there.
    classes_from: WordId,
    word_classes: Vec<ClassId>,
    patterns: Patterns,
    /// The numbers of the rules in the order of their ids.
    by_id: Vec<u32>,
    /// Whose rules they are: the program's only if all of them are.
    pub origin: Origin,
}

impl Layer {
    /// The rules compiled over the shared words, with word table entries of their own.
    pub fn new<'r>(
        rules: impl IntoIterator<Item = (&'r Rule, Origin)>,
        own: impl IntoIterator<Item = Lexeme>,
        vocabulary: &Vocabulary,
    ) -> Layer {
        compile::compile(rules, own, vocabulary)
    }

    /// Whether a rule of this full id is here.
    pub fn has_rule(&self, id: &str) -> bool {
        self.by_id.binary_search_by(|rule| self.id(*rule).cmp(id)).is_ok()
    }

    /// What it takes in memory, about: what grows with phrases, words and expressions is counted.
    pub fn bytes(&self) -> usize {
        self.trie.bytes()
            + size_of_val(&*self.word_classes)
            + size_of_val(&*self.classes_at)
            + size_of_val(&*self.rules)
            + self.patterns.bytes()
    }

    fn id(&self, rule: u32) -> &str {
        self.rules.get(rule as usize).map_or("", |rule| &rule.info.id)
    }

    /// The number of a word that the shared vocabulary does not know.
    #[inline]
    pub fn own_word<'a>(&self, hash: u32, folded: impl Fn() -> &'a [u8]) -> WordId {
        self.own_words.get(hash, folded).unwrap_or(UNKNOWN)
    }

    /// The folded words that only this layer names.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.own_words.spellings()
    }

    /// Whether any word is this layer's own.
    pub fn has_own_words(&self) -> bool {
        self.own_words.len() > 0
    }

    /// The classes that a word belongs to.
    #[inline]
    pub fn classes(&self, word: WordId) -> &[ClassId] {
        let place =
            word.checked_sub(self.classes_from).and_then(|at| self.classes_at.get(at as usize));
        place.map_or(&[], |(from, to)| &self.word_classes[*from as usize..*to as usize])
    }

    /// How a word was read as a member of a class.
    pub fn reading(
        &self,
        class: ClassId,
        word: WordId,
        vocabulary: &Vocabulary,
    ) -> Option<Reading> {
        let class = self.classes.get(class as usize)?;
        let lexemes = if class.own { &self.own_lexis } else { &vocabulary.lexemes };
        lexemes
            .readings(word)
            .iter()
            .find(|reading| fits(reading, class.lexeme, &class.spec))
            .copied()
    }

    /// Whether a class stands for any verb.
    pub fn is_variable(&self, class: ClassId) -> bool {
        self.classes.get(class as usize).is_some_and(|class| class.spec.is_variable())
    }

    /// Whether a class holds the second person of one verb and nothing else.
    pub fn is_second_person(&self, class: ClassId) -> bool {
        self.classes
            .get(class as usize)
            .is_some_and(|class| class.spec.persons == [2] && !class.spec.is_variable())
    }

    /// Whether a class is a verb that asks for something: no clitic is before it («δώσε μας», but «μας έδωσε»).
    pub fn is_imperative(&self, class: ClassId) -> bool {
        self.classes
            .get(class as usize)
            .is_some_and(|class| class.spec.tense == Some(Tense::Imperative))
    }

    /// A word of this layer's own by its name in rules.
    pub fn own_lexeme(&self, name: &str) -> Option<&Lexeme> {
        self.own_lexis.get(name).map(|lexeme| &**lexeme)
    }

    /// The rules by `regex:` that may match somewhere in the folded text, with the places of their expressions.
    pub fn regexes_to_try(&self, folded: &[u8]) -> impl Iterator<Item = (u32, &Regex, u64)> {
        self.patterns.worth_trying(folded)
    }
}

fn fits(reading: &Reading, lexeme: u32, spec: &WordSpec) -> bool {
    let tense = spec.tense.is_none() || spec.tense == reading.tense;
    let person = spec.persons.is_empty()
        || reading.person.is_none_or(|person| spec.persons.contains(&person.person));
    (spec.is_variable() || reading.lexeme == lexeme) && tense && person
}
