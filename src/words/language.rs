//! What a language's word file says beside its inflected words.

use super::{Lexeme, WordEntry};

/// Everything the engine knows of a language, as written in `rules/words/*.yaml`.
///
/// Lists hold words or short word groups as people write them, with accents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LanguageData {
    /// BCP 47, such as `el`.
    pub language: String,
    /// The word table.
    pub words: Vec<WordEntry>,
    /// Its words with all their forms.
    pub lexemes: Vec<Lexeme>,
    /// Spellings that count as one word, the leading one first: δεν, δε.
    pub same: Vec<Vec<String>>,
    /// Written as one word, read as several: can't = can not.
    pub contractions: Vec<(String, String)>,
    /// Words told apart by accent alone: αλλά, άλλα.
    pub homographs: Vec<String>,
    /// Words that may stand before an inflected verb and move with it: σας, το.
    pub clitics: Vec<String>,
    /// Pronouns by register: the plural of politeness and the singular: σας, σου.
    pub registers: Vec<(String, String)>,
    /// Words that show that the draft speaks to one person in the singular: εσύ, σου.
    pub familiar: Vec<String>,
    /// Negations: a movable word may stand before one of these.
    pub negations: Vec<String>,
    /// Movable words that a rewording drops: δυστυχώς, πλέον.
    pub dropped: Vec<String>,
    /// Movable words that a rewording keeps: τώρα, σήμερα.
    pub kept: Vec<String>,
    /// Where a gap ends.
    pub stops: Stops,
    /// Verbs (by name) of saying, knowing, checking: αν after one of these is no condition.
    pub asking: Vec<String>,
    /// Words that open a condition: αν, όταν.
    pub conditions: Vec<String>,
    /// Words that open a report after a verb of `reporting`: ότι, πως.
    pub reporters: Vec<String>,
    /// Verbs (by name) whose report tells what somebody sees or feels: βλέπω, καταλαβαίνω.
    pub reporting: Vec<String>,
    /// Words of other languages that look like this one in Latin letters (Italian alla, German den): they
    /// do not tell that a draft is Greeklish.
    pub lookalikes: Vec<String>,
}

/// The words at which a gap ends (design: "A gap").
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stops {
    /// Always: αλλά, γιατί, «εκτός αν».
    pub always: Vec<String>,
    /// Unless a verb of `asking` governs them: αν, εάν.
    pub unless_asking: Vec<String>,
    /// Only before να or a finite verb: πριν, χωρίς.
    pub before_verb: Vec<String>,
    /// Joins that end a gap before a new clause: και.
    pub joins: Vec<String>,
    /// Words that begin a new clause after a join: δεν, θα, ας; English subjects.
    pub clause_openers: Vec<String>,
    /// Words that go on after a join and after a comma: να.
    pub continuers: Vec<String>,
    /// Words that close a list with commas: και, ή, ούτε.
    pub list_closers: Vec<String>,
}
