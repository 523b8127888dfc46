//! Compiles rules into a layer.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::text::Text;
use super::{Class, CompiledRule, Layer, Origin, RuleInfo, fits};
use crate::engine::patterns::Patterns;
use crate::engine::trie::{ClassId, Step, Terminal, bit};
use crate::engine::vocabulary::{Roles, Vocabulary};
use crate::engine::word_index::{UNKNOWN, WordId};
use crate::engine::wording;
use crate::engine::wording::CompiledWording;
use crate::lexicon::Lexeme;
use crate::rules::{Avoid, Element, GapKind, Phrase, Rule, WordSpec};
use crate::text::{self, Folder};

/// The rules compiled over the shared words, with word table entries of their own.
pub(super) fn compile<'r>(
    rules: impl IntoIterator<Item = (&'r Rule, Origin)>,
    own: impl IntoIterator<Item = Lexeme>,
    vocabulary: &Vocabulary,
) -> Layer {
    let layer = Layer { own_end: vocabulary.end(), ..Layer::default() };
    let mut compiler = Compiler {
        layer,
        vocabulary,
        folder: Folder::default(),
        texts: FxHashMap::default(),
        members: Vec::new(),
    };
    own.into_iter().for_each(|lexeme| compiler.add_own(lexeme));
    let rules: Vec<(&Rule, Origin)> = rules.into_iter().collect();
    compiler.layer.trie.reserve(rules.iter().map(|(rule, _)| words_of(rule)).sum());
    if rules.iter().all(|(_, origin)| *origin == Origin::BuiltIn) {
        compiler.layer.origin = Origin::BuiltIn;
    }
    let mut regexes = Vec::new();
    for (rule, origin) in rules {
        let number = compiler.add(rule, origin);
        if let Avoid::Regex(regex) = &rule.avoid {
            regexes.push((number, regex.clone()));
        }
    }
    let (mut layer, members) = (compiler.layer, compiler.members);
    let clitics = vocabulary.with_role(Roles::CLITIC).map(bit).fold(0, |all, bit| all | bit);
    let mut class_bits = vec![clitics; layer.classes.len()];
    for (word, class) in &members {
        class_bits[*class as usize] |= bit(*word);
    }
    layer.trie.finish(|class| class_bits.get(class as usize).copied().unwrap_or(u64::MAX));
    layer.list_classes(members);
    layer.patterns = Patterns::new(regexes);
    layer.list_ids();
    layer
}

struct Compiler<'r> {
    layer: Layer,
    vocabulary: &'r Vocabulary,
    folder: Folder,
    /// Texts of phrases, resolved: choices between articles and pronouns are in phrase after phrase.
    texts: FxHashMap<String, Text>,
    /// Each word of each class.
    members: Vec<(WordId, ClassId)>,
}

impl<'r> Compiler<'r> {
    /// Adds a word of the rules' own.
    fn add_own(&mut self, lexeme: Lexeme) {
        let mut lexemes = std::mem::take(&mut self.layer.own_lexis);
        let Compiler { layer, vocabulary, folder, .. } = self;
        lexemes.add(lexeme, |spelling| {
            let (id, accent) = folder.read(spelling, |folded| {
                let accent = folded.words.first().map_or(text::NO_ACCENT, |word| word.accent);
                (layer.number(&folded.key(), vocabulary), accent)
            });
            std::iter::once(id).chain(vocabulary.variant(id, accent))
        });
        self.layer.own_lexis = lexemes;
    }

    /// Adds a rule and returns its number.
    fn add(&mut self, rule: &Rule, origin: Origin) -> u32 {
        let number = self.layer.rules.len() as u32;
        let mut compiled = compiled(rule, origin);
        match &rule.avoid {
            Avoid::Phrases(phrases) => {
                for phrase in phrases {
                    self.add_phrase(phrase, number, false, &mut compiled.gaps);
                }
            }
            Avoid::Regex(regex) => {
                compiled.gaps = regex.names().into_iter().map(str::to_owned).collect();
            }
        }
        for phrase in &rule.unless {
            self.add_phrase(phrase, number, true, &mut compiled.gaps);
        }
        let Compiler { layer, vocabulary, folder, .. } = self;
        let resolved = |wording| {
            wording::compile(wording, &compiled.gaps, &layer.own_lexis, vocabulary, folder)
        };
        compiled.prefer = rule.prefer.iter().filter_map(resolved).collect();
        compiled.splits_articles = compiled.prefer.iter().any(CompiledWording::has_subject_gap);
        layer.rules.push(compiled);
        number
    }

    fn add_phrase(&mut self, phrase: &Phrase, rule: u32, silences: bool, gaps: &mut Vec<String>) {
        let mut steps = self.steps(&phrase.elements(), gaps);
        let leading = match steps.first() {
            Some(Step::Gap(gap, GapKind::Words)) => Some(*gap),
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
        self.layer.trie.insert(&steps, &terminal);
    }

    fn steps(&mut self, elements: &[Element], gaps: &mut Vec<String>) -> Vec<Step> {
        // A text is several words, and most phrases are mostly text.
        let mut steps = Vec::with_capacity(2 * elements.len() + 2);
        for element in elements {
            match element {
                Element::Text(text) => {
                    let Compiler { layer, vocabulary, folder, texts, .. } = self;
                    if let Some(known) = texts.get(text) {
                        known.append_to(&mut steps);
                    } else {
                        let new = folder.read(text, |folded| layer.text(folded, vocabulary));
                        new.append_to(&mut steps);
                        texts.insert(text.clone(), new);
                    }
                }
                Element::Word(spec) => {
                    let Compiler { layer, vocabulary, members, .. } = self;
                    steps.push(Step::Class(layer.class(spec, vocabulary, members)));
                }
                Element::Gap { name, optional, kind } => {
                    let gap = Step::Gap(gap_number(gaps, name), *kind);
                    steps.push(if *optional {
                        Step::Choice(vec![vec![gap], Vec::new()])
                    } else {
                        gap
                    });
                }
                Element::Choice(branches) => {
                    let branches = branches.iter().map(|branch| self.steps(branch, gaps)).collect();
                    steps.push(Step::Choice(branches));
                }
                Element::Listed { name, branches } => {
                    let gap = gap_number(gaps, name);
                    let branches = branches.iter().map(|branch| self.steps(branch, gaps)).collect();
                    steps.push(Step::Listed(gap, branches));
                }
            }
        }
        steps
    }
}

impl Layer {
    /// The number of a folded word: the shared one, or one of this layer's own.
    pub(super) fn number(&mut self, folded: &str, vocabulary: &Vocabulary) -> WordId {
        let hash = text::hash(folded);
        let shared = vocabulary.find(hash, || folded.as_bytes());
        if shared != UNKNOWN {
            return shared;
        }
        if let Some(own) = self.own_words.get(hash, || folded.as_bytes()) {
            return own;
        }
        let id = self.own_end;
        self.own_end += 1;
        self.own_words.insert(folded, id);
        id
    }

    fn class(
        &mut self,
        spec: &WordSpec,
        vocabulary: &Vocabulary,
        members: &mut Vec<(WordId, ClassId)>,
    ) -> ClassId {
        if let Some(class) = self.class_of.get(spec) {
            return *class;
        }
        let class = self.classes.len() as ClassId;
        if spec.is_variable() {
            return self.variable_class(spec, vocabulary, members);
        }
        let own = self.own_lexis.find(&spec.name);
        let shared = vocabulary.lexemes.find(&spec.name);
        if let Some(lexeme) = own.or(shared) {
            let lexemes = if own.is_some() { &self.own_lexis } else { &vocabulary.lexemes };
            for word in lexemes.forms(lexeme) {
                if lexemes.readings(*word).iter().any(|reading| fits(reading, lexeme, spec)) {
                    members.push((*word, class));
                }
            }
        }
        let lexeme = own.or(shared).unwrap_or(u32::MAX);
        self.classes.push(Class { spec: spec.clone(), own: own.is_some(), lexeme });
        self.class_of.insert(spec.clone(), class);
        class
    }

    /// Every form of this tense and person, of any verb of the shared word tables.
    fn variable_class(
        &mut self,
        spec: &WordSpec,
        vocabulary: &Vocabulary,
        members: &mut Vec<(WordId, ClassId)>,
    ) -> ClassId {
        let class = self.classes.len() as ClassId;
        for (word, readings) in vocabulary.lexemes.all_readings() {
            if readings.iter().any(|reading| fits(reading, u32::MAX, spec)) {
                members.push((word, class));
            }
        }
        self.classes.push(Class { spec: spec.clone(), own: false, lexeme: u32::MAX });
        self.class_of.insert(spec.clone(), class);
        class
    }
}

impl Layer {
    /// Notes where each rule is found by its id, and lets go of room that is not needed.
    fn list_ids(&mut self) {
        let mut by_id: Vec<u32> = (0u32..).take(self.rules.len()).collect();
        by_id.sort_by_key(|rule| self.id(*rule));
        self.by_id = by_id;
        self.rules.shrink_to_fit();
        for rule in &mut self.rules {
            rule.prefer.shrink_to_fit();
            rule.gaps.shrink_to_fit();
        }
    }

    /// Notes the classes of each word, where they are found by its number.
    fn list_classes(&mut self, mut members: Vec<(WordId, ClassId)>) {
        members.sort_unstable();
        self.classes_from = members.first().map_or(0, |(word, _)| *word);
        let words = members.last().map_or(0, |(word, _)| (*word - self.classes_from) as usize + 1);
        self.classes_at = vec![(0, 0); words];
        for (place, (word, _)) in (0u32..).zip(&members) {
            let (from, to) = &mut self.classes_at[(*word - self.classes_from) as usize];
            if *from == *to {
                *from = place;
            }
            *to = place + 1;
        }
        self.word_classes = members.into_iter().map(|(_, class)| class).collect();
    }
}

fn compiled(rule: &Rule, origin: Origin) -> CompiledRule {
    // A phrase that begins with a word in any form has no letter that tells; then a capital only began the wording.
    let starts_upper = |phrase: &Phrase| {
        let first = phrase.source.chars().find(|sign| sign.is_alphabetic() || *sign == '<');
        first.is_some_and(|sign| sign == '<' || sign.is_uppercase())
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
        removes: rule.remove.is_some() && rule.prefer.is_empty(),
    };
    CompiledRule {
        info: Arc::new(info),
        prefer: Vec::new(),
        remove: rule.remove,
        skip: rule.skip.clone(),
        in_quotes: rule.in_quotes,
        turns: rule.turns,
        speaks: rule.speaks.clone(),
        splits_articles: false,
        is_regex: matches!(rule.avoid, Avoid::Regex(_)),
        origin,
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

/// How many words the phrases of a rule have, roughly.
fn words_of(rule: &Rule) -> usize {
    let Avoid::Phrases(phrases) = &rule.avoid else { return 0 };
    phrases.iter().chain(&rule.unless).map(|phrase| phrase.source.len() / 8 + 1).sum()
}
