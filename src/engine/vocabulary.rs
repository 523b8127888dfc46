//! Every word that the languages' own files name, as a number, with what the engine must know of it.

use rustc_hash::FxHashMap;

use super::lexis::{Lexis, Reading};
use super::word_index::WordIndex;
use crate::text;
use crate::words::{LanguageData, Lexeme, Person, Tense};

/// The number of a word. Layers number words of their own after the shared ones.
pub type WordId = u32;

/// A word that nobody named.
pub const UNKNOWN: WordId = 0;

bitflags::bitflags! {
    /// What a word does in a sentence, wherever it stands.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Roles: u32 {
        /// May stand before an inflected verb and move with it (σας, το).
        const CLITIC = 1;
        /// δεν, μην, not.
        const NEGATION = 1 << 1;
        /// Opens a condition (αν, if).
        const CONDITION = 1 << 2;
        /// Opens a report (ότι, that).
        const REPORTER = 1 << 3;
        /// A form of a verb that tells what somebody sees or feels.
        const REPORTING = 1 << 4;
        /// A form of a verb of saying, knowing or checking.
        const ASKING = 1 << 5;
        /// A verb form that can begin a clause.
        const FINITE = 1 << 6;
        /// Ends a gap unless a verb of asking governs it.
        const STOP_UNLESS_ASKING = 1 << 7;
        /// Ends a gap before a verb.
        const STOP_BEFORE_VERB = 1 << 8;
        /// Ends a gap before a new clause (και).
        const JOIN = 1 << 9;
        /// Begins a new clause after a join.
        const CLAUSE_OPENER = 1 << 10;
        /// Goes on after a comma or a join (να).
        const CONTINUER = 1 << 11;
        /// Closes a list with commas (και, ή).
        const LIST_CLOSER = 1 << 12;
        /// Speaks to one person in the singular.
        const FAMILIAR = 1 << 13;
        /// Speaks to a person in the plural of politeness.
        const FORMAL = 1 << 14;
        /// Has several numbers, told apart by accent.
        const HOMOGRAPH = 1 << 15;
        /// Begins a group of words that moves or stops.
        const GROUP = 1 << 16;
        /// A connective that a rewording must not repeat.
        const CONNECTIVE = 1 << 17;
        /// Is read as several words.
        const CONTRACTION = 1 << 18;
    }
}

/// What a group of words does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupKind {
    /// Moves, and a rewording drops it (δυστυχώς).
    Dropped,
    /// Moves, and a rewording keeps it (προς το παρόν).
    Kept,
    /// Ends a gap (εκτός αν).
    Stop,
    /// Opens a condition (in case).
    Condition,
}

#[derive(Debug)]
struct Group {
    /// The words after the first: the number of each, and of a homograph also the one of its accent.
    rest: Box<[(WordId, WordId)]>,
    kind: GroupKind,
}

/// The shared words of all languages: built once, read by every layer.
#[derive(Debug, Default)]
pub struct Vocabulary {
    index: WordIndex,
    roles: Vec<Roles>,
    /// Homographs: the number without regard to accent, to the accents and their own numbers.
    variants: FxHashMap<WordId, Vec<(u8, WordId)>>,
    groups: FxHashMap<WordId, Vec<Group>>,
    contractions: FxHashMap<WordId, Box<[WordId]>>,
    registers: Vec<(String, String)>,
    /// The inflected words.
    pub lexis: Lexis,
}

impl Vocabulary {
    /// The words of the languages' files, with their lexemes spelled out.
    pub fn new(languages: &[(LanguageData, Vec<Lexeme>)]) -> Vocabulary {
        let mut vocabulary = Vocabulary { roles: vec![Roles::empty()], ..Vocabulary::default() };
        for (data, _) in languages {
            vocabulary.spellings(data);
        }
        for (_, lexemes) in languages {
            vocabulary.lexemes(lexemes);
        }
        for (data, _) in languages {
            vocabulary.give_verb_roles(data);
            vocabulary.give_roles(data);
            vocabulary.give_groups(data);
        }
        vocabulary
    }

    fn spellings(&mut self, data: &LanguageData) {
        for spellings in &data.same {
            let mut leading = None;
            for spelling in spellings {
                let folded = text::key(spelling);
                match leading {
                    None => leading = Some(self.number(&folded)),
                    Some(id) if self.index.get(text::hash(&folded), || &folded).is_none() => {
                        self.index.insert(&folded, id)
                    }
                    Some(_) => (),
                }
            }
        }
        for word in &data.homographs {
            self.homograph(word);
        }
        for (short, long) in &data.contractions {
            let read: Vec<WordId> =
                text::key(long).split(' ').map(|word| self.number(word)).collect();
            let id = self.number(&text::key(short));
            self.grant(id, Roles::CONTRACTION);
            self.contractions.insert(id, read.into());
        }
    }

    fn homograph(&mut self, word: &str) {
        let folded = text::fold(word);
        let Some(accent) = folded.words.first().map(|word| word.accent) else { return };
        let generic = self.number(folded.folded(0));
        self.grant(generic, Roles::HOMOGRAPH);
        let known = self
            .variants
            .get(&generic)
            .is_some_and(|list| list.iter().any(|(known, _)| *known == accent));
        if !known {
            let id = self.roles.len() as WordId;
            self.roles.push(Roles::empty());
            self.variants.entry(generic).or_default().push((accent, id));
        }
    }

    fn lexemes(&mut self, lexemes: &[Lexeme]) {
        for lexeme in lexemes {
            let mut lexis = std::mem::take(&mut self.lexis);
            lexis.add(lexeme.clone(), |spelling| self.numbers(spelling));
            self.lexis = lexis;
        }
    }

    fn give_verb_roles(&mut self, data: &LanguageData) {
        let finite: Vec<(WordId, Roles)> =
            self.lexis.all_readings().map(|(id, readings)| (id, roles_of(readings))).collect();
        finite.into_iter().for_each(|(id, roles)| self.grant(id, roles));
        for (names, role) in [(&data.asking, Roles::ASKING), (&data.reporting, Roles::REPORTING)] {
            for id in names.iter().flat_map(|name| self.forms_of(name)).collect::<Vec<_>>() {
                self.grant(id, role);
            }
        }
    }

    fn forms_of(&self, name: &str) -> Vec<WordId> {
        self.lexis.find(name).map_or_else(Vec::new, |lexeme| self.lexis.forms(lexeme).to_vec())
    }

    fn give_roles(&mut self, data: &LanguageData) {
        let stops = &data.stops;
        let lists: [(&[String], Roles); 12] = [
            (&data.clitics, Roles::CLITIC),
            (&data.negations, Roles::NEGATION),
            (&data.familiar, Roles::FAMILIAR),
            (&data.conditions, Roles::CONDITION | Roles::CONNECTIVE),
            (&data.reporters, Roles::REPORTER),
            (&stops.always, Roles::CONNECTIVE),
            (&stops.unless_asking, Roles::STOP_UNLESS_ASKING | Roles::CONNECTIVE),
            (&stops.before_verb, Roles::STOP_BEFORE_VERB | Roles::CONNECTIVE),
            (&stops.joins, Roles::JOIN),
            (&stops.clause_openers, Roles::CLAUSE_OPENER),
            (&stops.continuers, Roles::CONTINUER),
            (&stops.list_closers, Roles::LIST_CLOSER),
        ];
        for (words, role) in lists {
            for word in words.iter().filter(|word| !word.contains(' ')) {
                self.numbers(word).into_iter().for_each(|id| self.grant(id, role));
            }
        }
        for (formal, familiar) in &data.registers {
            self.numbers(formal).into_iter().for_each(|id| self.grant(id, Roles::FORMAL));
            self.numbers(familiar).into_iter().for_each(|id| self.grant(id, Roles::FAMILIAR));
            self.registers.push((formal.clone(), familiar.clone()));
        }
    }

    fn give_groups(&mut self, data: &LanguageData) {
        let lists = [
            (&data.dropped, GroupKind::Dropped),
            (&data.kept, GroupKind::Kept),
            (&data.stops.always, GroupKind::Stop),
            (&data.conditions, GroupKind::Condition),
        ];
        for (groups, kind) in lists {
            // A condition of one word is a role of that word.
            let whole = |group: &&String| kind != GroupKind::Condition || group.contains(' ');
            for group in groups.iter().filter(whole) {
                let words: Vec<Vec<WordId>> = text::fold(group)
                    .words
                    .iter()
                    .enumerate()
                    .map(|(index, _)| self.numbers_at(group, index))
                    .collect();
                let Some((first, rest)) = words.split_first() else { continue };
                let rest: Box<[(WordId, WordId)]> = rest
                    .iter()
                    .filter_map(|ids| ids.first().copied().zip(ids.last().copied()))
                    .collect();
                for id in first {
                    self.grant(*id, Roles::GROUP);
                    self.groups.entry(*id).or_default().push(Group { rest: rest.clone(), kind });
                }
            }
        }
        // Of two groups with one beginning the longer is the one meant.
        self.groups
            .values_mut()
            .for_each(|groups| groups.sort_by_key(|group| std::cmp::Reverse(group.rest.len())));
    }

    fn grant(&mut self, id: WordId, roles: Roles) {
        if let Some(known) = self.roles.get_mut(id as usize) {
            known.insert(roles);
        }
    }

    /// The number of a folded word, a new one if need be.
    fn number(&mut self, folded: &str) -> WordId {
        if let Some(id) = self.index.get(text::hash(folded), || folded) {
            return id;
        }
        let id = self.roles.len() as WordId;
        self.roles.push(Roles::empty());
        self.index.insert(folded, id);
        id
    }

    /// The numbers that a single word as written stands for: its own, and of a homograph the one of its accent.
    fn numbers(&mut self, word: &str) -> Vec<WordId> {
        self.numbers_at(word, 0)
    }

    fn numbers_at(&mut self, text: &str, index: usize) -> Vec<WordId> {
        let folded = text::fold(text);
        let Some(word) = folded.words.get(index) else { return Vec::new() };
        let generic = self.number(folded.folded(index));
        let variant = self.variant(generic, word.accent);
        std::iter::once(generic).chain(variant).collect()
    }

    /// Every inflected word of the shared word tables.
    pub fn all_lexemes(&self) -> impl Iterator<Item = &Lexeme> {
        self.lexis.all()
    }

    /// One past the last shared number: a layer's own words begin here.
    pub fn end(&self) -> WordId {
        self.roles.len() as WordId
    }

    /// The number of a folded word, if a language's file names it.
    #[inline]
    pub fn find<'a>(&self, hash: u32, folded: impl Fn() -> &'a str) -> WordId {
        self.index.get(hash, folded).unwrap_or(UNKNOWN)
    }

    /// The roles of a number; a layer's own words have none.
    #[inline]
    pub fn roles(&self, id: WordId) -> Roles {
        self.roles.get(id as usize).copied().unwrap_or_default()
    }

    /// The number of a homograph with this accent.
    pub fn variant(&self, generic: WordId, accent: u8) -> Option<WordId> {
        self.variants(generic).iter().find(|(known, _)| *known == accent).map(|(_, id)| *id)
    }

    /// The accents of a homograph, with their numbers.
    pub fn variants(&self, generic: WordId) -> &[(u8, WordId)] {
        self.variants.get(&generic).map_or(&[], Vec::as_slice)
    }

    /// The words that a contraction is read as.
    pub fn contraction(&self, id: WordId) -> &[WordId] {
        self.contractions.get(&id).map_or(&[], |words| words)
    }

    /// The group that begins with these words: how many words, and what it does.
    pub fn group(
        &self,
        ids: impl Fn(usize) -> Option<WordId>,
    ) -> impl Iterator<Item = (usize, GroupKind)> {
        let groups =
            ids(0).and_then(|first| self.groups.get(&first)).map_or(&[][..], Vec::as_slice);
        let fits = move |group: &&Group| {
            group.rest.iter().enumerate().all(|(index, (any, exact))| {
                ids(index + 1).is_some_and(|id| id == *any || id == *exact)
            })
        };
        groups.iter().filter(fits).map(|group| (group.rest.len() + 1, group.kind))
    }

    /// A pronoun by register, if `name` is one: (plural of politeness, singular).
    pub fn register_pair(&self, name: &str) -> Option<(&str, &str)> {
        let key = text::key(name);
        let is = |pair: &&(String, String)| text::key(&pair.0) == key || text::key(&pair.1) == key;
        self.registers
            .iter()
            .find(is)
            .map(|(formal, familiar)| (formal.as_str(), familiar.as_str()))
    }
}

/// What the tenses of a word tell of it.
fn roles_of(readings: &[Reading]) -> Roles {
    let begins = |reading: &Reading| {
        matches!(
            reading.tense,
            Some(Tense::Present | Tense::Imperfect | Tense::Past | Tense::Imperative)
        ) && reading.person.is_some()
    };
    let mut roles = Roles::empty();
    roles.set(Roles::FINITE, readings.iter().any(begins));
    let second = |plural: bool| {
        readings.iter().all(|reading| reading.person == Some(Person { person: 2, plural }))
    };
    roles.set(Roles::FAMILIAR, second(false));
    roles.set(Roles::FORMAL, second(true));
    roles
}
