//! The shared words of all languages: their numbers, and the role of each in a sentence.

mod build;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexemes::LexemeTable;
use super::word_index::{UNKNOWN, WordId, WordIndex};
use crate::lexicon::{LanguageData, Lexeme};
use crate::text;

bitflags::bitflags! {
    /// What a word does in a sentence, wherever it is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Roles: u64 {
        /// May are before an inflected verb and move with it (σας, το).
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
        /// A noun follows (την, my).
        const ARTICLE = 1 << 19;
        /// A noun phrase follows (σε, with).
        const PREPOSITION = 1 << 20;
        /// A subject (εγώ, we).
        const SUBJECT = 1 << 21;
        /// An object (me, us).
        const OBJECT = 1 << 22;
        /// A verb follows (θα, will).
        const PARTICLE = 1 << 23;
        /// May come between a negation and what it denies (είναι, be).
        const TRANSPARENT = 1 << 24;
        /// Opens a question inside a sentence (πότε, whether).
        const QUESTION = 1 << 25;
        /// Gives a reason (γιατί, because).
        const REASON = 1 << 26;
        /// Certainly begins a main clause (αλλά, but).
        const CONTRAST = 1 << 27;
        /// Limits what the clause says (χωρίς, until).
        const EXCEPTION = 1 << 28;
        /// Opens a relative clause (που, who).
        const RELATIVE = 1 << 29;
        /// Goes with a negation (κανείς, anyone).
        const NEGATIVE = 1 << 30;
        /// Says no by itself (αδύνατο, unable).
        const DENIAL = 1 << 31;
        /// Weakens what is said (μάλλον, usually).
        const HEDGE = 1 << 32;
        /// Stands before a clause without being part of it (καλημέρα, hello).
        const GREETING = 1 << 33;
        /// Asks or apologises (παρακαλώ, sorry).
        const COURTESY = 1 << 34;
        /// Stands next to a verb without being governed (ακόμα, still).
        const ADVERB = 1 << 35;
        /// A question may follow (ξέρω πότε).
        const BEFORE_QUESTION = 1 << 36;
        /// A report may follow (λυπάμαι που).
        const BEFORE_REPORT = 1 << 37;
        /// An object may follow (βλέπω το δέμα).
        const BEFORE_NOUN = 1 << 38;
        /// A verb with να or to may follow (θέλω να).
        const BEFORE_VERB = 1 << 39;
        /// Says how much of what follows (πολύ, very).
        const DEGREE = 1 << 41;
        /// Is no verb next to a number (10 am, May 4).
        const CALENDAR = 1 << 42;
        /// Opens a request (ας, let).
        const REQUEST = 1 << 43;
        /// Asks for a time (πότε, when).
        const WHEN = 1 << 44;
        /// A verb in the subjunctive follows, without να (μόλις).
        const AWAITING = 1 << 45;
        /// Joins two main clauses (και, αλλά, because).
        const COORDINATOR = 1 << 46;
        /// A day (σήμερα, Monday).
        const DAY = 1 << 47;
        /// Addresses a person (κύριε, Sir).
        const TITLE = 1 << 48;
        /// Points at what was said before (αυτό, it).
        const POINTER = 1 << 49;
        /// Is sorry about something (λυπάμαι, unfortunately).
        const REGRET = 1 << 50;
        /// Says that something is needed (χρειάζεται, need).
        const NEED = 1 << 51;
        /// A form of a verb, finite or not.
        const VERB = 1 << 40;
        /// The customer next to it is an accusative (σε ενημερώνω).
        const ACCUSATIVE = 1 << 52;
        /// The customer next to it is a genitive (σου στέλνω).
        const GENITIVE = 1 << 53;
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
    /// Opens a sentence without news (thank you for).
    Pleasantry,
    /// Offers, promises or asks something (you can).
    Offer,
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
    /// The pair that a pronoun belongs to, by key.
    register_of: FxHashMap<String, usize>,
    /// Folded words of other languages that look like Greek in Latin letters.
    lookalikes: FxHashSet<String>,
    /// Articles in the accusative with their nominative.
    nominatives: FxHashMap<WordId, String>,
    /// θα, will.
    future: Vec<WordId>,
    /// How unknown verbs end, folded.
    verb_endings: Vec<String>,
    /// How unknown verbs of the past end, folded.
    past_endings: Vec<String>,
    /// Beginnings of folded words in whose sentence a no is the right word.
    safeguards: Vec<String>,
    /// Beginnings of folded verbs for what a team does for its customers.
    services: Vec<String>,
    /// Beginnings of folded words in whose sentence a no protects somebody.
    protected: Vec<String>,
    /// Folded words that limit what they stand next to.
    pub limiters: Vec<String>,
    /// The inflected words.
    pub lexemes: LexemeTable,
}

impl Vocabulary {
    /// The words of the languages' files, with their lexemes spelled out.
    pub fn new(languages: &[(LanguageData, Vec<Lexeme>)]) -> Vocabulary {
        build::build(languages)
    }

    /// Every inflected word of the shared word tables.
    pub fn all_lexemes(&self) -> impl Iterator<Item = &Lexeme> {
        self.lexemes.all()
    }

    /// Whether the customer next to a verb is an accusative: σας, σε.
    pub fn takes_accusative(&self, verb: &Lexeme) -> bool {
        let forms = self.lexemes.find(&verb.name).map(|it| self.lexemes.forms(it));
        let roles = forms.and_then(|forms| self.roles.get(*forms.first()? as usize)).copied();
        roles.is_some_and(|roles| {
            roles.contains(Roles::ACCUSATIVE) && !roles.contains(Roles::GENITIVE)
        })
    }

    /// One past the last shared number: a layer's own words begin here.
    pub fn end(&self) -> WordId {
        self.roles.len() as WordId
    }

    /// The number of a folded word, if a language's file names it.
    #[inline]
    pub fn find<'a>(&self, hash: u32, folded: impl Fn() -> &'a [u8]) -> WordId {
        self.index.get(hash, folded).unwrap_or(UNKNOWN)
    }

    /// Whether a folded word in Latin letters is one of another language as well.
    pub fn is_lookalike(&self, latin: &str) -> bool {
        self.lookalikes.contains(latin)
    }

    /// The nominative of an article in the accusative, where the noun after it is the same in both (την: η).
    pub fn nominative(&self, article: WordId) -> Option<&str> {
        self.nominatives.get(&article).map(String::as_str)
    }

    /// Whether this word puts a verb into the future (θα, will).
    pub fn is_future(&self, id: WordId) -> bool {
        self.future.contains(&id)
    }

    /// Whether a word that no language knows looks like a form of a verb.
    pub fn looks_like_a_verb(&self, folded: &str) -> bool {
        ends_with_one(folded, &self.verb_endings)
    }

    /// Whether a word that no language knows looks like a verb of the past.
    pub fn looks_past(&self, folded: &str) -> bool {
        ends_with_one(folded, &self.past_endings)
    }

    /// Whether a no is the right word in the sentence of this folded word (safety, health, privacy, law).
    pub fn is_safeguard(&self, folded: &str) -> bool {
        self.safeguards.iter().any(|beginning| folded.starts_with(beginning.as_str()))
    }

    /// Whether this folded verb is something that a team does for its customers, or that they do with it.
    pub fn is_service(&self, folded: &str) -> bool {
        self.services.iter().any(|beginning| folded.starts_with(beginning.as_str()))
    }

    /// Whether a no in the sentence of this folded word protects somebody (data, safety, law, money).
    pub fn is_protected(&self, folded: &str) -> bool {
        self.protected.iter().any(|beginning| folded.starts_with(beginning.as_str()))
    }

    /// Every folded word that a language's file names.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.index.spellings()
    }

    /// The roles of a number; a layer's own words have none.
    #[inline]
    pub fn roles(&self, id: WordId) -> Roles {
        self.roles.get(id as usize).copied().unwrap_or_default()
    }

    /// Every word with this role.
    pub fn with_role(&self, role: Roles) -> impl Iterator<Item = WordId> {
        let having = (0..).zip(&self.roles).filter(move |(_, roles)| roles.contains(role));
        having.map(|(id, _)| id)
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
        let pair = *self.register_of.get(&text::key(name))?;
        self.registers.get(pair).map(|(formal, familiar)| (formal.as_str(), familiar.as_str()))
    }
}

fn ends_with_one(folded: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| folded.ends_with(ending) && folded.len() > ending.len())
}
