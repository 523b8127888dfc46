//! The draft as tokens: each word looked up once, contractions split.

use std::cell::OnceCell;

use super::greeklish::{Read, Typed};
use super::vocabulary::{GroupKind, Roles, Vocabulary};
use super::word_index::WordId;
use crate::text::{self, Between, Facts, Folded, Word, WordFlags};

/// This many words of several syllables without an accent are a habit.
const PLAIN_WORDS: usize = 2;

/// The shortest thing a rule can match: a word, or a part of a contraction.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Index of its word in the folded draft.
    pub word: u32,
    /// Its number; [`UNKNOWN`] for a word that no language file names.
    pub id: WordId,
    /// What it does in a sentence.
    pub roles: Roles,
    /// What is before it; nothing inside a contraction.
    pub before: Between,
    /// Continues the word of the token before it.
    pub joined: bool,
    /// Held to the word before it by an apostrophe: «σ' εσάς», «θα 'ναι».
    pub leans: bool,
    /// Not the agent's words.
    pub foreign: bool,
    /// Inside quotation marks.
    pub quoted: bool,
    /// A homograph typed without accents, or a word in Greeklish: others may be meant as well.
    pub any_variant: bool,
}

/// A draft ready to be matched by every layer.
pub struct Tokens<'a> {
    /// The folded draft.
    pub folded: &'a Folded<'a>,
    /// The shared words.
    pub vocabulary: &'a Vocabulary,
    /// How it was typed, if it is Greeklish.
    pub typed: Option<&'a Typed>,
    /// The tokens, in order.
    pub list: Vec<Token>,
    facts: OnceCell<Facts>,
}

impl<'a> Tokens<'a> {
    /// Looks every word up once.
    pub fn new(read: &'a Read<'a>, vocabulary: &'a Vocabulary) -> Tokens<'a> {
        let folded = &read.folded;
        let mut list = Vec::with_capacity(folded.words.len() + 8);
        for (index, word) in folded.words.iter().enumerate() {
            let generic = vocabulary.find(word.hash, || folded.folded_bytes(index));
            let foreign = word.flags.contains(WordFlags::FOREIGN);
            // The `if` of a placeholder or a link opens no condition and ends no gap.
            let roles = if foreign { Roles::empty() } else { vocabulary.roles(generic) };
            let mut token = Token {
                word: index as u32,
                id: generic,
                roles,
                before: folded
                    .separators
                    .get(index)
                    .map_or(Between::empty(), |separator| separator.signs),
                joined: false,
                leans: folded.leans_back(index),
                foreign,
                quoted: word.flags.contains(WordFlags::QUOTED),
                any_variant: false,
            };
            if roles.contains(Roles::CONTRACTION) {
                expand(&mut list, token, vocabulary);
                continue;
            }
            if roles.contains(Roles::HOMOGRAPH) {
                let told_apart = folded.accented
                    && !word.flags.intersects(WordFlags::ALL_CAPS | WordFlags::SINGLE);
                token.any_variant = !told_apart;
                if told_apart && let Some(id) = vocabulary.variant(generic, word.accent) {
                    token.id = id;
                    token.roles = vocabulary.roles(id);
                }
            }
            list.push(token);
        }
        let typed = read.typed.as_ref();
        let mut tokens = Tokens { folded, vocabulary, typed, list, facts: OnceCell::new() };
        tokens.note_others();
        tokens.note_calendar();
        tokens
    }

    /// Next to a number "May" and "am" are not verbs.
    fn note_calendar(&mut self) {
        for index in 0..self.list.len() {
            if !self.roles(index).contains(Roles::CALENDAR) {
                continue;
            }
            let number = |at: Option<usize>| {
                at.and_then(|at| self.word(at))
                    .is_some_and(|it| it.flags.contains(WordFlags::DIGIT))
            };
            if number(index.checked_sub(1)) || number(Some(index + 1)) {
                self.list[index].roles = Roles::CALENDAR;
            }
        }
    }

    fn note_others(&mut self) {
        if let Some(typed) = self.typed {
            self.list
                .iter_mut()
                .for_each(|token| token.any_variant |= !typed.others(token.word).is_empty());
        }
    }

    /// Whether the word of token `index` is a fact or part of one.
    pub fn is_fact(&self, index: usize) -> bool {
        let facts = self.facts.get_or_init(|| text::facts(self.folded));
        facts.is_fact(self.word_index(index))
    }

    /// The word of token `index`.
    #[inline]
    pub fn word(&self, index: usize) -> Option<&'a Word> {
        self.list.get(index).and_then(|token| self.folded.words.get(token.word as usize))
    }

    /// Index of the word of token `index`; one past the last word for one past the last token.
    pub fn word_index(&self, index: usize) -> usize {
        self.list.get(index).map_or(self.folded.words.len(), |token| token.word as usize)
    }

    /// What is before token `index`, or after the last one.
    #[inline]
    pub fn before(&self, index: usize) -> Between {
        match self.list.get(index) {
            Some(token) => token.before,
            None => self
                .folded
                .separators
                .last()
                .map_or(Between::END, |separator| separator.signs | Between::END),
        }
    }

    /// Whether a match or a gap may begin or end here: not inside a contraction, nor between two words that
    /// share an apostrophe.
    #[inline]
    pub fn is_edge(&self, index: usize) -> bool {
        self.list.get(index).is_none_or(|token| !token.joined && !token.leans)
    }

    /// Whether a gap may begin here: at an edge, or with a word that lost its beginning («δεν μπορώ να 'ρθω»), which
    /// takes its apostrophe along.
    #[inline]
    pub fn gap_may_begin(&self, index: usize) -> bool {
        let keeps_apostrophe = |token: &Token| {
            token.leans
                && !token.joined
                && self.folded.folded(token.word as usize).starts_with('\'')
        };
        self.is_edge(index) || self.list.get(index).is_some_and(keeps_apostrophe)
    }

    /// Whether a match may begin here: at an edge, or after the apostrophe of a contraction whose
    /// first part a suggestion can give back ("it's" as "it is"). A negation stays with its verb.
    #[inline]
    pub fn may_begin(&self, index: usize) -> bool {
        self.is_edge(index)
            || (!self.roles(index).contains(Roles::NEGATION)
                && self.before_apostrophe(index).is_some())
    }

    /// The bytes of a contraction before its apostrophe, for the token right after it.
    pub fn before_apostrophe(&self, index: usize) -> Option<std::ops::Range<usize>> {
        let second = index
            .checked_sub(1)
            .and_then(|first| self.list.get(first))
            .is_some_and(|first| !first.joined);
        if !self.list.get(index).is_some_and(|token| token.joined) || !second {
            return None;
        }
        let word = self.word(index)?;
        let (start, end) = (word.start as usize, word.end as usize);
        let sign = self.folded.draft.get(start..end)?.rfind(|sign: char| !sign.is_alphabetic())?;
        (sign > 0).then_some(start..start + sign)
    }

    /// Whether the word at `index` has a capital that is not the sentence's.
    pub fn is_name(&self, index: usize) -> bool {
        let shouted = WordFlags::ALL_CAPS | WordFlags::SINGLE;
        !self.before(index).contains(Between::END)
            && self.word(index).is_some_and(|word| {
                word.flags.contains(WordFlags::CAPITAL) && !word.flags.intersects(shouted)
            })
    }

    /// Whether the draft is in Greek letters without accents: then a wording has none either.
    pub fn is_typed_plainly(&self) -> bool {
        let needs_accent = |word: &Word| {
            word.flags.contains(WordFlags::GREEK)
                && !word.flags.intersects(WordFlags::ALL_CAPS | WordFlags::SINGLE)
                && self.folded.draft.get(word.span()).is_some_and(text::has_several_syllables)
        };
        self.typed.is_none()
            && !self.folded.accented
            && self.folded.words.iter().filter(|word| needs_accent(word)).count() >= PLAIN_WORDS
    }

    /// Whether token `index` is in a question.
    pub fn in_question(&self, index: usize) -> bool {
        let sentence =
            self.word(index).and_then(|it| self.folded.sentences.get(it.sentence as usize));
        sentence.is_some_and(|sentence| sentence.question)
    }

    /// Whether a word is, or has the person of, who is spoken to: "you", «μπορείτε».
    pub fn is_customer(&self, index: usize) -> bool {
        let second = |reading: &super::lexemes::Reading| {
            reading.person.is_some_and(|person| person.person == 2)
        };
        let Some(token) = self.list.get(index) else { return false };
        let readings = self.vocabulary.lexemes.readings(token.id);
        token.roles.intersects(Roles::FORMAL | Roles::FAMILIAR) || readings.iter().any(second)
    }

    /// Whether the pronoun at `index` speaks for the agent: εγώ, we.
    pub fn speaks_as_agent(&self, index: usize) -> bool {
        let first = |reading: &super::lexemes::Reading| {
            reading.person.is_none_or(|person| person.person == 1)
        };
        let Some(token) = self.list.get(index) else { return false };
        let readings = self.vocabulary.lexemes.readings(token.id);
        if readings.is_empty() {
            !token.roles.intersects(Roles::FORMAL | Roles::FAMILIAR)
        } else {
            readings.iter().any(first)
        }
    }

    /// The roles of token `index`; none past the end.
    #[inline]
    pub fn roles(&self, index: usize) -> Roles {
        self.list.get(index).map_or(Roles::empty(), |token| token.roles)
    }

    /// The movable group that begins at `index`: its length and whether a rewording keeps it.
    pub fn movable(&self, index: usize) -> Option<(usize, bool)> {
        self.groups(index).find_map(|(length, kind)| match kind {
            GroupKind::Dropped => Some((length, false)),
            GroupKind::Kept => Some((length, true)),
            GroupKind::Stop | GroupKind::Condition | GroupKind::Pleasantry | GroupKind::Offer => {
                None
            }
        })
    }

    /// Whether a group that always ends a gap begins at `index`.
    pub fn stops(&self, index: usize) -> bool {
        self.groups(index).any(|(_, kind)| kind == GroupKind::Stop)
    }

    /// Whether a word or a group that opens a condition is at `index`.
    pub fn opens_condition(&self, index: usize) -> bool {
        self.roles(index).contains(Roles::CONDITION)
            || self.groups(index).any(|(_, kind)| kind == GroupKind::Condition)
    }

    /// Whether words that open a sentence without news are at `index`: "thank you", «καλή συνέχεια».
    pub fn opens_pleasantry(&self, index: usize) -> bool {
        self.groups(index).any(|(_, kind)| kind == GroupKind::Pleasantry)
    }

    /// The length of the words at `index` that offer, promise or ask something of the customer.
    pub fn offer(&self, index: usize) -> Option<usize> {
        self.groups(index).find_map(|(length, kind)| (kind == GroupKind::Offer).then_some(length))
    }

    fn groups(&self, index: usize) -> impl Iterator<Item = (usize, GroupKind)> {
        let opens = self.roles(index).contains(Roles::GROUP)
            && !self.list.get(index).is_some_and(|token| token.foreign);
        let id = move |offset: usize| {
            if opens { self.list.get(index + offset).map(|token| token.id) } else { None }
        };
        self.vocabulary.group(id)
    }

    /// The bytes of the draft from token `first` up to token `end`.
    pub fn bytes(&self, first: usize, end: usize) -> std::ops::Range<usize> {
        let start = self.word(first).map_or(self.folded.draft.len(), |word| word.start as usize);
        let stop = end
            .checked_sub(1)
            .and_then(|last| self.word(last))
            .map_or(start, |word| word.end as usize);
        start..stop.max(start)
    }
}

fn expand(list: &mut Vec<Token>, token: Token, vocabulary: &Vocabulary) {
    for (part, id) in vocabulary.contraction(token.id).iter().enumerate() {
        let joined = part > 0;
        let before = if joined { Between::empty() } else { token.before };
        let leans = token.leans && !joined;
        list.push(Token { id: *id, roles: vocabulary.roles(*id), joined, leans, before, ..token });
    }
}
