//! What a word file says besides its inflected words: stops, negations, pronouns and other closed lists.

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
    /// Words that may be before an inflected verb and move with it: σας, το.
    pub clitics: Vec<String>,
    /// Pronouns by register: the plural of politeness and the singular: σας, σου.
    pub registers: Vec<(String, String)>,
    /// Words that show that the draft speaks to one person in the singular: εσύ, σου.
    pub familiar: Vec<String>,
    /// Negations: a movable word may be before one of these.
    pub negations: Vec<String>,
    /// Movable words that a rewording drops: δυστυχώς, πλέον.
    pub dropped: Vec<String>,
    /// Movable words that a rewording keeps: τώρα, σήμερα.
    pub kept: Vec<String>,
    /// Where a gap ends.
    pub stops: Stops,
    /// Verbs (by name) of saying, knowing, checking: αν after one of these is not a condition.
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
    /// Articles in the accusative with their nominative, where the noun after them is the same in both: την, η.
    pub nominatives: Vec<(String, String)>,
    /// What the guard of rewording asks about words.
    pub grammar: Grammar,
}

/// What words do around a phrase: the guard asks it before a wording is put in place of the phrase.
///
/// Lists hold words as people write them; `verbs` in a comment means names of the word table, each for all its forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grammar {
    /// A noun follows: ο, την, ένα, my, this.
    pub articles: Vec<String>,
    /// A noun phrase follows: σε, για, with.
    pub prepositions: Vec<String>,
    /// Subjects: εγώ, we.
    pub subjects: Vec<String>,
    /// Objects: me, us.
    pub objects: Vec<String>,
    /// Point at what was said before: αυτό, it, they.
    pub pointers: Vec<String>,
    /// A verb follows: θα, να, will, to.
    pub particles: Vec<String>,
    /// Put a verb into the future: θα, will.
    pub future: Vec<String>,
    /// Forms of these verbs and words are between a negation and what it denies: είναι, be, think.
    pub transparent: Vec<String>,
    /// Questions inside a sentence: πότε, whether.
    pub questions: Vec<String>,
    /// Ask for a time: πότε, when.
    pub times: Vec<String>,
    /// Give a reason: γιατί, because.
    pub reasons: Vec<String>,
    /// Certainly begin a main clause: αλλά, but.
    pub contrasts: Vec<String>,
    /// Limit what the clause says: χωρίς, until.
    pub exceptions: Vec<String>,
    /// Open a relative clause: που, όσοι, who.
    pub relatives: Vec<String>,
    /// Go with a negation: κανείς, ποτέ, anyone.
    pub negatives: Vec<String>,
    /// Say no by themselves: αδύνατο, unable.
    pub denials: Vec<String>,
    /// Weaken what is said: μάλλον, usually.
    pub hedges: Vec<String>,
    /// Say how much of what follows: πολύ, very.
    pub degrees: Vec<String>,
    /// Are no verbs next to a number: May, am.
    pub calendar: Vec<String>,
    /// Stand before a clause without being part of it: καλημέρα, hello.
    pub greetings: Vec<String>,
    /// Open a sentence that has no news, as greetings, thanks and goodbyes do: «καλή συνέχεια», thank you.
    pub pleasantries: Vec<String>,
    /// Open a request: ας, let.
    pub requests: Vec<String>,
    /// Join two main clauses, and go with the one that goes: και, αλλά, οπότε, because.
    pub coordinators: Vec<String>,
    /// Offer, promise or ask something of the customer: «μπορείτε», please, we'll.
    pub offers: Vec<String>,
    /// Days: σήμερα, Monday.
    pub days: Vec<String>,
    /// Address a person: κύριε, Sir.
    pub titles: Vec<String>,
    /// Ask or apologise: παρακαλώ, please, sorry.
    pub courtesies: Vec<String>,
    /// Are sorry about something: λυπάμαι, δυστυχώς, unfortunately.
    pub regrets: Vec<String>,
    /// Say that something is needed: χρειάζεται, need.
    pub needs: Vec<String>,
    /// Stand next to a verb without being governed: ακόμα, still.
    pub adverbs: Vec<String>,
    /// A question may follow (πότε, whether): verbs and words.
    pub before_question: Vec<String>,
    /// A report may follow (ότι, that): verbs and words.
    pub before_report: Vec<String>,
    /// A noun phrase may follow as an object: verbs and words.
    pub before_noun: Vec<String>,
    /// A verb in the subjunctive follows, without να: μόλις.
    pub awaiting: Vec<String>,
    /// A verb with να or to may follow: verbs and words.
    pub before_verb: Vec<String>,
    /// A customer next to one of these verbs and words is an accusative: σας, σε.
    pub accusative: Vec<String>,
    /// A customer next to one of these verbs and words is a genitive: σας, σου.
    pub genitive: Vec<String>,
    /// How unknown verbs end, folded: -ουμε, -εται.
    pub verb_endings: Vec<String>,
    /// How unknown verbs of the past end, folded: -ηκε, -σατε.
    pub past_endings: Vec<String>,
    /// Beginnings of words, folded, in whose sentence a no is the right word: safety, health, privacy, law.
    pub safeguards: Vec<String>,
    /// Beginnings of verbs, folded, for what a team does for its customers and what they do with it: of what a gap holds
    /// only these may be turned from a no into a yes.
    pub services: Vec<String>,
    /// Beginnings of words, folded, in whose sentence a no protects somebody: δεδομέν-, consent.
    pub protected: Vec<String>,
    /// Words that limit what they stand next to: μόνο, only. "Not without" is the same as "only with".
    pub limiters: Vec<String>,
}

impl Grammar {
    /// Every list with its key in word files.
    pub fn lists_mut(&mut self) -> [(&'static str, &mut Vec<String>); 43] {
        [
            ("articles", &mut self.articles),
            ("prepositions", &mut self.prepositions),
            ("subjects", &mut self.subjects),
            ("objects", &mut self.objects),
            ("pointers", &mut self.pointers),
            ("particles", &mut self.particles),
            ("future", &mut self.future),
            ("transparent", &mut self.transparent),
            ("questions", &mut self.questions),
            ("times", &mut self.times),
            ("reasons", &mut self.reasons),
            ("contrasts", &mut self.contrasts),
            ("exceptions", &mut self.exceptions),
            ("relatives", &mut self.relatives),
            ("negatives", &mut self.negatives),
            ("denials", &mut self.denials),
            ("hedges", &mut self.hedges),
            ("degrees", &mut self.degrees),
            ("calendar", &mut self.calendar),
            ("greetings", &mut self.greetings),
            ("pleasantries", &mut self.pleasantries),
            ("requests", &mut self.requests),
            ("coordinators", &mut self.coordinators),
            ("offers", &mut self.offers),
            ("days", &mut self.days),
            ("titles", &mut self.titles),
            ("courtesies", &mut self.courtesies),
            ("regrets", &mut self.regrets),
            ("needs", &mut self.needs),
            ("adverbs", &mut self.adverbs),
            ("before_question", &mut self.before_question),
            ("before_report", &mut self.before_report),
            ("before_noun", &mut self.before_noun),
            ("awaiting", &mut self.awaiting),
            ("before_verb", &mut self.before_verb),
            ("accusative", &mut self.accusative),
            ("genitive", &mut self.genitive),
            ("verb_endings", &mut self.verb_endings),
            ("past_endings", &mut self.past_endings),
            ("safeguards", &mut self.safeguards),
            ("services", &mut self.services),
            ("protected", &mut self.protected),
            ("limiters", &mut self.limiters),
        ]
    }
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
