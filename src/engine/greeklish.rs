//! A draft in Greeklish, read in Greek letters before the rules see it.
//!
//! Every word in Latin letters is read as the known Greek words that it may stand for. If they are many
//! enough for the draft to be Greek, it is folded with the likeliest of each in Greek letters, and the rest
//! of the engine runs as on any Greek draft; the others are tried where the likeliest does not fit.

mod evidence;

use rustc_hash::FxHashMap;

use self::evidence::{Evidence, MostEvidence, Signal};
use super::layer::Layer;
use super::template::{Part, Template};
use super::vocabulary::{Roles, Vocabulary};
use super::{Engine, Greeklish, Scope};
use crate::text::greeklish::{self, Habit, Reading, Spellings, Votes};
use crate::text::{self, Folded, Word};

/// A reading that is further from the writer's habit than the likeliest one by more than this is discarded.
const FURTHEST: usize = 2;

/// A draft as the rules see it.
pub struct Read<'d> {
    /// Folded; one in Greeklish, in Greek letters.
    pub folded: Folded<'d>,
    /// How it was typed, if it is Greeklish.
    pub typed: Option<Typed>,
}

/// How a draft in Greeklish was typed.
pub struct Typed {
    habit: Habit,
    /// What a word may stand for besides what the fold has, by the word's index.
    others: FxHashMap<u32, Vec<String>>,
}

impl Typed {
    /// Types our words in a suggestion as the writer would.
    pub fn type_out(&self, template: &mut Template) {
        for part in template {
            if let Part::Text(text) = part {
                *text = self.habit.write(text);
            }
        }
    }

    /// What a word may stand for besides what the fold has.
    pub fn others(&self, word: u32) -> &[String] {
        self.others.get(&word).map_or(&[], Vec::as_slice)
    }
}

/// The draft, folded; one in Greeklish, in Greek letters.
pub fn read<'d>(engine: &Engine, draft: &'d str, scope: &Scope<'_>) -> Read<'d> {
    let folded = text::fold(draft);
    let wanted = scope.greeklish == Greeklish::Read
        && scope.language.is_none_or(|language| language == "el");
    // Each check costs more than the one before and rejects most of the drafts that reach it.
    if !wanted || !greeklish::may_be(&folded) || knows_all(engine, &folded) {
        return Read { folded, typed: None };
    }
    let mut words = LatinWords::of(engine, &folded);
    if words.are_greek(engine) { words.in_greek(&folded) } else { Read { folded, typed: None } }
}

/// Whether every word in Latin letters is one that a rule or a language has as it is written.
fn knows_all(engine: &Engine, folded: &Folded<'_>) -> bool {
    let unknown = |(index, word): (usize, &Word)| {
        greeklish::is_own_latin(word) && !engine.knows(word.hash, folded.folded_bytes(index))
    };
    !folded.words.iter().enumerate().any(unknown)
}

/// The known Greek words of all layers.
pub fn spellings(vocabulary: &Vocabulary, layers: &[std::sync::Arc<Layer>]) -> Spellings {
    let own = layers.iter().flat_map(|layer| layer.spellings());
    Spellings::new(vocabulary.spellings().chain(own))
}

/// A word in Latin letters.
struct LatinWord<'e> {
    /// A rule or a language has it as it is written.
    known: bool,
    /// It has no letter that speaks against Greek.
    typeable: bool,
    /// The Greek words that it may stand for.
    readings: Vec<Reading<'e>>,
    /// What it says about the language, once it was read.
    signal: Option<Signal>,
    /// How often it is in the draft.
    times: usize,
}

/// The words in Latin letters of a draft.
struct LatinWords<'e, 'f> {
    /// Each different word once, by its letters.
    by_letters: FxHashMap<&'f str, LatinWord<'e>>,
    /// The words by their index in the fold.
    at: Vec<(u32, &'f str)>,
}

impl<'e, 'f> LatinWords<'e, 'f> {
    fn of(engine: &'e Engine, folded: &'f Folded<'_>) -> LatinWords<'e, 'f> {
        let mut words = LatinWords { by_letters: FxHashMap::default(), at: Vec::new() };
        for (index, word) in folded.words.iter().enumerate() {
            if !greeklish::is_own_latin(word) {
                continue;
            }
            let latin = folded.folded(index);
            words.at.push((index as u32, latin));
            let word = words.by_letters.entry(latin).or_insert_with(|| {
                let typed = folded.draft.get(word.span()).unwrap_or("");
                LatinWord {
                    known: engine.knows(word.hash, latin.as_bytes()),
                    typeable: is_typeable(typed),
                    readings: Vec::new(),
                    signal: None,
                    times: 0,
                }
            });
            word.times += 1;
        }
        words
    }

    /// Whether this many of the words are Greek that the draft must be.
    ///
    /// Reading a word takes time, and most drafts are English. So the shortest words are read first, which are read fastest, and
    /// reading stops as soon as the draft can't be Greek.
    fn are_greek(&mut self, engine: &'e Engine) -> bool {
        let mut shortest_first: Vec<&'f str> = self.by_letters.keys().copied().collect();
        shortest_first.sort_unstable_by_key(|latin| latin.len());
        let mut most = self.most_evidence();
        for latin in shortest_first {
            if !most.suffices() {
                return false;
            }
            let Some(word) = self.by_letters.get_mut(latin) else { continue };
            let guessed = word.best_signal();
            word.read(engine, latin);
            for _ in 0..word.times {
                most = most.without(guessed, latin.len()).and(word.best_signal(), latin.len());
            }
        }
        let told = self.occurrences().map(|(word, letters)| (word.best_signal(), letters));
        let sum = |sum: Evidence, (signal, letters)| sum.and(signal, letters);
        let is_greek = told.fold(Evidence::default(), sum).suffices();
        if is_greek {
            self.read_the_rest(engine);
        }
        is_greek
    }

    /// Reads the words whose readings did not matter for the language of the draft.
    fn read_the_rest(&mut self, engine: &'e Engine) {
        let rest = self.by_letters.iter_mut();
        rest.filter(|(_, word)| word.typeable && word.readings.is_empty())
            .for_each(|(latin, word)| word.readings = engine.spellings().read(latin));
    }

    /// The most that can come of the words, read or not.
    fn most_evidence(&self) -> MostEvidence {
        self.occurrences().fold(MostEvidence::default(), |sum, (word, letters)| {
            sum.and(word.best_signal(), letters)
        })
    }

    /// Each word as often as it is in the draft, with its length.
    fn occurrences(&self) -> impl Iterator<Item = (&LatinWord<'e>, usize)> {
        self.at.iter().filter_map(|(_, latin)| Some((self.by_letters.get(latin)?, latin.len())))
    }

    fn in_greek<'d>(&self, folded: &Folded<'d>) -> Read<'d> {
        let habit = self.habit(folded.draft);
        let spelled: FxHashMap<&str, Vec<String>> = self
            .by_letters
            .iter()
            .map(|(latin, latin_word)| (*latin, latin_word.spelled(latin, &habit)))
            .collect();
        let mut greek: Vec<Option<&str>> = vec![None; folded.words.len()];
        let mut others = FxHashMap::default();
        for (index, latin) in &self.at {
            let Some((first, rest)) = spelled.get(latin).and_then(|words| words.split_first())
            else {
                continue;
            };
            if let Some(word) = greek.get_mut(*index as usize) {
                *word = Some(first);
            }
            if !rest.is_empty() {
                others.insert(*index, rest.to_vec());
            }
        }
        let folded = greeklish::fold(folded.draft, |index| greek.get(index).copied().flatten());
        Read { folded, typed: Some(Typed { habit, others }) }
    }

    /// The writer's habit, by the words that can be read in one way only, and by what unknown words still show.
    fn habit(&self, draft: &str) -> Habit {
        let mut votes = Votes::default();
        for (_, latin) in &self.at {
            let Some(latin_word) = self.by_letters.get(latin) else { continue };
            match latin_word.readings.as_slice() {
                [reading] => votes.add(reading),
                [] if latin_word.signal == Some(Signal::Unknown) => votes.add_unknown(latin),
                _ => (),
            }
        }
        Habit::new(&votes, draft)
    }
}

impl<'e> LatinWord<'e> {
    /// What it says about the language; before it was read, the most that it could say for Greek.
    fn best_signal(&self) -> Signal {
        self.signal.unwrap_or(match (self.typeable, self.known) {
            (false, _) => Signal::Foreign,
            (true, true) => Signal::Nothing,
            (true, false) => Signal::Structure,
        })
    }

    fn read(&mut self, engine: &'e Engine, latin: &str) {
        let LatinWord { known, typeable, .. } = *self;
        // Most English words have no reading without a typing slip; then the readings do not matter here.
        let may_be_sure = typeable && engine.spellings().may_be_without_slip(latin);
        let readings = if may_be_sure { engine.spellings().read(latin) } else { Vec::new() };
        let sure = readings.first().is_some_and(|reading| reading.slips() == 0);
        let signal = match (sure, known) {
            (true, true) => Signal::Nothing,
            (true, false) if engine.vocabulary.is_lookalike(latin) => Signal::Alike,
            (true, false) if readings.iter().any(|it| is_structure(engine, it)) => {
                Signal::Structure
            }
            (true, false) => Signal::Word,
            (false, false) if typeable && greeklish::ends_as_greek(latin.as_bytes()) => {
                Signal::Unknown
            }
            (false, false) if typeable => Signal::Strange,
            (false, _) => Signal::Foreign,
        };
        (self.readings, self.signal) = (readings, Some(signal));
    }

    /// The Greek words meant, the likeliest first; none if the word stays as it is.
    fn spelled(&self, latin: &str, habit: &Habit) -> Vec<String> {
        if self.signal == Some(Signal::Foreign) {
            return Vec::new();
        }
        let mut by_distance: Vec<(usize, &str)> =
            self.readings.iter().map(|reading| (habit.distance(reading), reading.word)).collect();
        by_distance.sort_unstable();
        let Some(nearest) = by_distance.first().map(|(distance, _)| *distance) else {
            return vec![habit.guess(latin)];
        };
        let near = by_distance.iter().take_while(|(distance, _)| *distance <= nearest + FURTHEST);
        near.map(|(_, word)| (*word).to_owned()).collect()
    }
}

/// Whether a word is a form of a verb, or one that the language's file gives a role.
fn is_structure(engine: &Engine, reading: &Reading<'_>) -> bool {
    let vocabulary = &engine.vocabulary;
    let id = vocabulary.find(text::hash(reading.word), || reading.word.as_bytes());
    let holds = Roles::all() - Roles::GROUP - Roles::HOMOGRAPH;
    vocabulary.roles(id).intersects(holds) || !vocabulary.lexemes.readings(id).is_empty()
}

/// Whether a word as typed has no letter that speaks against Greek: no ç or é, no j, c only in ch.
fn is_typeable(typed: &str) -> bool {
    let strange = |letter: char| {
        matches!(letter, 'j' | 'J' | '\u{300}'..='\u{36f}')
            || letter.is_alphabetic() && !letter.is_ascii()
    };
    let mut letters = typed.chars().peekable();
    while let Some(letter) = letters.next() {
        let alone = matches!(letter, 'c' | 'C') && !matches!(letters.peek(), Some('h' | 'H'));
        if alone || strange(letter) {
            return false;
        }
    }
    true
}
