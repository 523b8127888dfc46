//! Rules compiled for finding: the built-in ones are one layer, a team's own another.

use std::sync::Arc;

use regex::Regex;
use rustc_hash::FxHashMap;

use super::lexis::{Lexis, Reading};
use super::patterns::Patterns;
use super::trie::{ClassId, Step, Terminal, Trie};
use super::vocabulary::{UNKNOWN, Vocabulary, WordId};
use super::word_index::WordIndex;
use super::wording::{self, CompiledWording};
use crate::rules::{Avoid, Element, Level, Phrase, Rule, Skip, WordSpec};
use crate::text::{self, Between};
use crate::words::Lexeme;

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
    /// The phrase goes without replacement; a suggestion then holds only what stands around it.
    pub removes: bool,
}

/// A rule, ready to be matched and to suggest.
#[derive(Debug)]
pub struct CompiledRule {
    /// What people are told.
    pub info: Arc<RuleInfo>,
    /// What to say instead.
    pub prefer: Vec<CompiledWording>,
    /// Clauses in which it is silent.
    pub skip: Vec<Skip>,
    /// It also looks inside quoted text.
    pub in_quotes: bool,
    /// Its phrases are written with a capital: a capital in a wording then only follows suit.
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
    own_lexis: Lexis,
    classes: Vec<Class>,
    class_of: FxHashMap<WordSpec, ClassId>,
    classes_by_word: FxHashMap<WordId, Vec<ClassId>>,
    patterns: Patterns,
    /// The numbers of the rules in the order of their ids.
    by_id: Vec<u32>,
}

impl Layer {
    /// The rules compiled over the shared words, with word table entries of their own.
    pub fn new<'r>(
        rules: impl IntoIterator<Item = &'r Rule, IntoIter: Clone>,
        own: Vec<Lexeme>,
        vocabulary: &Vocabulary,
    ) -> Layer {
        let rules = rules.into_iter();
        let mut layer = Layer { own_end: vocabulary.end(), ..Layer::default() };
        for lexeme in own {
            let mut lexis = std::mem::take(&mut layer.own_lexis);
            lexis.add(lexeme, |spelling| layer.spelled(spelling, vocabulary));
            layer.own_lexis = lexis;
        }
        for rule in rules.clone() {
            layer.add(rule, vocabulary);
        }
        layer.trie.finish();
        layer.rules.shrink_to_fit();
        layer.classes.shrink_to_fit();
        let mut by_id: Vec<u32> = (0..layer.rules.len() as u32).collect();
        by_id.sort_by_key(|rule| layer.id(*rule));
        layer.by_id = by_id;
        let regex = |(number, rule): (usize, &Rule)| match &rule.avoid {
            Avoid::Regex(regex) => Some((number as u32, regex.clone())),
            Avoid::Phrases(_) => None,
        };
        layer.patterns = Patterns::new(rules.enumerate().filter_map(regex).collect());
        layer
    }

    fn add(&mut self, rule: &Rule, vocabulary: &Vocabulary) {
        let number = self.rules.len() as u32;
        let mut compiled = compiled(rule);
        match &rule.avoid {
            Avoid::Phrases(phrases) => {
                for phrase in phrases {
                    self.add_phrase(phrase, number, false, &mut compiled.gaps, vocabulary);
                }
            }
            Avoid::Regex(regex) => {
                compiled.gaps = regex.capture_names().flatten().map(str::to_owned).collect();
            }
        }
        for phrase in &rule.unless {
            self.add_phrase(phrase, number, true, &mut compiled.gaps, vocabulary);
        }
        let resolved =
            |wording| wording::compile(wording, &compiled.gaps, &self.own_lexis, vocabulary);
        compiled.prefer = rule.prefer.iter().filter_map(resolved).collect();
        compiled.prefer.shrink_to_fit();
        compiled.gaps.shrink_to_fit();
        self.rules.push(compiled);
    }

    /// Whether a rule of this full id is here.
    pub fn has_rule(&self, id: &str) -> bool {
        self.by_id.binary_search_by(|rule| self.id(*rule).cmp(id)).is_ok()
    }

    fn id(&self, rule: u32) -> &str {
        self.rules.get(rule as usize).map_or("", |rule| &rule.info.id)
    }

    fn add_phrase(
        &mut self,
        phrase: &Phrase,
        rule: u32,
        silences: bool,
        gaps: &mut Vec<String>,
        vocabulary: &Vocabulary,
    ) {
        let mut steps = self.steps(&phrase.elements, gaps, vocabulary);
        let leading = match steps.first() {
            Some(Step::Gap(gap)) => Some(*gap),
            _ => None,
        };
        if leading.is_some() {
            steps.remove(0);
        }
        while steps.last() == Some(&Step::Punctuation) {
            steps.pop();
        }
        let terminal =
            Terminal { rule, silences, at_start: phrase.at_start, at_end: phrase.at_end, leading };
        self.trie.insert(&steps, &terminal);
    }

    fn steps(
        &mut self,
        elements: &[Element],
        gaps: &mut Vec<String>,
        vocabulary: &Vocabulary,
    ) -> Vec<Step> {
        let mut steps = Vec::with_capacity(elements.len());
        for element in elements {
            match element {
                Element::Text(text) => self.text_steps(text, &mut steps, vocabulary),
                Element::Word(spec) => steps.push(Step::Class(self.class(spec, vocabulary))),
                Element::Gap { name, optional } => {
                    let number = gap_number(gaps, name);
                    let gap = Step::Gap(number);
                    steps.push(if *optional {
                        Step::Choice(vec![vec![gap], Vec::new()])
                    } else {
                        gap
                    });
                }
                Element::Choice(branches) => {
                    let branches = branches
                        .iter()
                        .map(|branch| self.steps(branch, gaps, vocabulary))
                        .collect();
                    steps.push(Step::Choice(branches));
                }
            }
        }
        steps
    }

    fn text_steps(&mut self, text: &str, steps: &mut Vec<Step>, vocabulary: &Vocabulary) {
        let folded = text::fold(text);
        for (index, word) in folded.words.iter().enumerate() {
            let signs =
                folded.separators.get(index).map_or(Between::empty(), |separator| separator.signs);
            if !(steps.is_empty() && index == 0) && is_punctuation(signs, index == 0) {
                steps.push(Step::Punctuation);
            }
            let id = self.number(folded.folded(index), vocabulary);
            match vocabulary.contraction(id) {
                [] => steps.push(Step::Word(variants(id, word.accent, vocabulary))),
                read => steps.extend(read.iter().map(|id| Step::Word(vec![*id]))),
            }
        }
        let tail = folded.separators.last().map_or(Between::empty(), |separator| separator.signs);
        if !steps.is_empty() && is_punctuation(tail, true) {
            steps.push(Step::Punctuation);
        }
    }

    /// The number of a folded word: the shared one, or one of this layer's own.
    fn number(&mut self, folded: &str, vocabulary: &Vocabulary) -> WordId {
        let hash = text::hash(folded);
        let shared = vocabulary.find(hash, || folded);
        if shared != UNKNOWN {
            return shared;
        }
        if let Some(own) = self.own_words.get(hash, || folded) {
            return own;
        }
        let id = self.own_end;
        self.own_end += 1;
        self.own_words.insert(folded, id);
        id
    }

    /// The numbers of a spelling: as typed without accents, and of a homograph the one of its accent.
    fn spelled(&mut self, spelling: &str, vocabulary: &Vocabulary) -> Vec<WordId> {
        let id = self.number(&text::key(spelling), vocabulary);
        let accent = text::fold(spelling).words.first().map_or(text::NO_ACCENT, |word| word.accent);
        std::iter::once(id).chain(vocabulary.variant(id, accent)).collect()
    }

    fn class(&mut self, spec: &WordSpec, vocabulary: &Vocabulary) -> ClassId {
        if let Some(class) = self.class_of.get(spec) {
            return *class;
        }
        let class = self.classes.len() as ClassId;
        let own = self.own_lexis.find(&spec.name);
        let shared = vocabulary.lexis.find(&spec.name);
        if let Some(lexeme) = own.or(shared) {
            let lexis = if own.is_some() { &self.own_lexis } else { &vocabulary.lexis };
            for word in lexis.forms(lexeme) {
                if lexis.readings(*word).iter().any(|reading| fits(reading, lexeme, spec)) {
                    self.classes_by_word.entry(*word).or_default().push(class);
                }
            }
        }
        let lexeme = own.or(shared).unwrap_or(u32::MAX);
        self.classes.push(Class { spec: spec.clone(), own: own.is_some(), lexeme });
        self.class_of.insert(spec.clone(), class);
        class
    }

    /// The number of a word that the shared vocabulary does not know.
    #[inline]
    pub fn own_word<'a>(&self, hash: u32, folded: impl Fn() -> &'a str) -> WordId {
        self.own_words.get(hash, folded).unwrap_or(UNKNOWN)
    }

    /// Whether any word is this layer's own.
    pub fn has_own_words(&self) -> bool {
        self.own_words.len() > 0
    }

    /// The classes that a word belongs to.
    #[inline]
    pub fn classes(&self, word: WordId) -> &[ClassId] {
        self.classes_by_word.get(&word).map_or(&[], Vec::as_slice)
    }

    /// How a word was read as a member of a class.
    pub fn reading(
        &self,
        class: ClassId,
        word: WordId,
        vocabulary: &Vocabulary,
    ) -> Option<Reading> {
        let class = self.classes.get(class as usize)?;
        let lexis = if class.own { &self.own_lexis } else { &vocabulary.lexis };
        lexis
            .readings(word)
            .iter()
            .find(|reading| fits(reading, class.lexeme, &class.spec))
            .copied()
    }

    /// A word of this layer's own by its name in rules.
    pub fn own_lexeme(&self, name: &str) -> Option<&Lexeme> {
        self.own_lexis.get(name).map(|lexeme| &**lexeme)
    }

    /// The rules by `regex:` that may match somewhere in the folded text.
    pub fn regexes_to_try(&self, folded: &str) -> impl Iterator<Item = (u32, &Regex)> {
        self.patterns.worth_trying(folded)
    }
}

fn fits(reading: &Reading, lexeme: u32, spec: &WordSpec) -> bool {
    let tense = spec.tense.is_none() || spec.tense == reading.tense;
    let person = spec.persons.is_empty()
        || reading.person.is_none_or(|person| spec.persons.contains(&person.person));
    reading.lexeme == lexeme && tense && person
}

fn compiled(rule: &Rule) -> CompiledRule {
    let starts_upper = |phrase: &Phrase| {
        phrase.source.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase)
    };
    let capital_style = match &rule.avoid {
        Avoid::Phrases(phrases) => phrases.iter().any(starts_upper),
        Avoid::Regex(_) => false,
    };
    let info = RuleInfo {
        id: rule.id.clone(),
        language: rule.language.clone(),
        level: rule.level,
        principle: rule.principle.clone(),
        why: rule.why.clone(),
        source: rule.source.clone(),
        removes: rule.remove,
    };
    CompiledRule {
        info: Arc::new(info),
        prefer: Vec::new(),
        skip: rule.skip.clone(),
        in_quotes: rule.in_quotes,
        capital_style,
        gaps: Vec::new(),
    }
}

fn gap_number(gaps: &mut Vec<String>, name: &str) -> u16 {
    let known = gaps.iter().position(|known| known == name);
    let index = known.unwrap_or_else(|| {
        gaps.push(name.to_owned());
        gaps.len() - 1
    });
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// The numbers that a word of a phrase matches: of a homograph the one of its accent, without an accent any.
fn variants(id: WordId, accent: u8, vocabulary: &Vocabulary) -> Vec<WordId> {
    match vocabulary.variant(id, accent) {
        Some(variant) => vec![variant],
        None if vocabulary.variants(id).is_empty() => vec![id],
        None => vocabulary.variants(id).iter().map(|(_, variant)| *variant).collect(),
    }
}

/// `edge`: at the end of a run of text, where the fold itself puts a sentence end.
fn is_punctuation(signs: Between, edge: bool) -> bool {
    let marks = Between::COMMA
        | Between::STOP
        | Between::DOT
        | Between::ELLIPSIS
        | Between::EXCLAMATION
        | Between::QUESTION
        | Between::SEMICOLON
        | Between::BRACKET;
    signs.intersects(if edge { marks } else { marks | Between::END })
}
