//! Which words of a wording follow the draft. In the phrase's own form the wording comes out as it was written; in
//! another person its verbs follow where they speak of the same one, and stay where they have a subject of their own.

use super::Persons;
use super::verbs::{VerbForm, Verbs};
use super::words::Word;
use crate::lexicon::Tense;
use crate::text::name_key;

/// How a word of a wording is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// In these letters.
    AsWritten,
    /// As this verb, in the person of the draft.
    Follows(VerbForm),
    /// As this verb, of whoever writes: of the phrases of the cell one has a person and another none.
    Speaks(VerbForm),
    /// As written. Because nothing tells how it goes in another person, the phrase is matched as written only.
    OnlySo,
}

/// Words that stand between a verb and what governs it.
const BEFORE_VERB: &[&str] = &[
    "θα", "να", "δεν", "δε", "μη", "μην", "ασ", "το", "τα", "τον", "την", "τη", "τησ", "του",
    "μου", "σου", "σασ", "μασ", "τουσ", "τισ", "με", "σε", "ηδη", "παντα", "επισησ", "συνηθωσ",
    "τωρα", "μονο", "συντομα", "αμεσωσ", "ακομη", "ακομα",
];
/// Words that begin a clause.
const OPENERS: &[&str] = &[
    "και", "αλλα", "αν", "εαν", "οταν", "οτι", "πωσ", "γιατι", "επειδη", "αφου", "μολισ", "ωστε",
    "ενω", "ομωσ", "οπου", "οποτε", "εφοσον", "ειτε", "η", "καθωσ",
];
/// Words that may follow a verb which has no subject after it.
const NO_SUBJECT: &[&str] = &[
    "να", "με", "σε", "στο", "στη", "στην", "στον", "στα", "στισ", "στουσ", "για", "απο", "ωσ",
    "εωσ", "μεχρι", "χωρισ", "μετα", "πριν", "αν", "εαν", "οταν", "μολισ", "εφοσον", "μονο", "και",
    "αλλα", "κανονικα", "αμεσωσ", "συντομα", "τωρα", "σημερα", "αυριο", "εδω", "εκει", "παντα",
    "ευκολα", "γρηγορα", "δωρεαν", "ηλεκτρονικα", "ξανα",
];
/// The one who speaks, named: «Γράψτε μου, είμαι εδώ» does not become «Γράψτε μου, είμαστε εδώ».
const SPEAKERS: [&str; 5] = ["εγω", "εμεισ", "εσυ", "εσεισ", "μου"];
/// How words begin that open a clause which says what or which.
const RELATIVES: [&str; 5] = ["ο,τι", "οτιδηποτε", "οποι", "οσα", "οσο"];
/// This many words may be between such a word and its verb.
const RELATIVE_REACH: usize = 3;
/// Pronouns that a clause may have for its object.
const CLITICS: [&str; 6] = ["το", "τα", "τον", "την", "τη", "τισ"];
/// Words that end like a verb in the first person and are none.
const NO_VERBS: &[&str] = &[
    "εδω", "πανω", "κατω", "εξω", "πισω", "επανω", "γυρω", "εγω", "λογω", "μεσω", "ευχαριστω",
    "παρακαλω", "με", "μεσα", "απεξω", "παρακατω", "παραπανω", "πιο", "κοντω", "ανω", "αμεσωσ",
];
/// Words after which anything is a verb.
const BEFORE_FINITE: [&str; 4] = ["θα", "να", "δεν", "δε"];
/// Verbs that have no subject before «να», but the clause itself.
const IMPERSONAL: &[&str] = &[
    "απαγορευεται", "επιτρεπεται", "γινεται", "αποκλειεται", "επιβαλλεται", "απαιτειται",
    "προβλεπεται", "προκειται", "αξιζει",
];

/// A wording or a phrase read word by word, to tell which of its words follow the draft.
pub struct Wording<'w> {
    /// Its words.
    pub words: &'w [Word<'w>],
    /// Verbs that are known.
    pub verbs: &'w Verbs,
    /// The first verb of each phrase of the cell; `None` where the phrase has none, or is found as written.
    pub found: &'w [Option<VerbForm>],
    /// Whether anything follows the draft.
    pub persons: Persons,
}

impl Wording<'_> {
    /// How the word at this place is written down.
    pub fn said(&self, at: usize) -> Said {
        if self.persons == Persons::AsWritten {
            return Said::AsWritten;
        }
        let verb = self.verb(at);
        let mut each = self.found.iter().map(|found| self.said_for(at, verb, found.as_ref()));
        let Some(first) = each.next() else { return Said::AsWritten };
        if each.all(|said| said == first) {
            return first;
        }
        // One of the phrases would change the word and another not: all of them have one wording.
        match verb {
            // «Μισό λεπτό / Δεν ξέρω → Θα το ελέγξω»: it is the writer of the reply who checks, in either.
            Some(verb) if self.is_of_the_writer(at, verb) => Said::Speaks(verb.clone()),
            // In the other register the whole wording follows.
            Some(verb) if verb.person == 2 => Said::AsWritten,
            _ => Said::OnlySo,
        }
    }

    /// How the word is written down where this verb is found.
    fn said_for(&self, at: usize, verb: Option<&VerbForm>, found: Option<&VerbForm>) -> Said {
        match (verb, found) {
            (Some(verb), found) if self.is_impersonal(at, verb, found) => Said::AsWritten,
            (Some(verb), Some(found)) if verb.person == found.person => {
                self.same_person(at, verb, found)
            }
            // Of a phrase without a person the third is taken.
            (Some(verb), None) if verb.person == 3 && !verb.plural => {
                self.same_person(at, verb, verb)
            }
            (None, Some(found)) if self.is_unknown_verb(at, found) => Said::OnlySo,
            _ => Said::AsWritten,
        }
    }

    /// «Πρέπει να…» → «Αξίζει να…»: the clause is its subject, whoever the draft speaks of.
    fn is_impersonal(&self, at: usize, verb: &VerbForm, found: Option<&VerbForm>) -> bool {
        let has_nobody = found.is_none_or(|found| found.name == "πρέπει");
        has_nobody && verb.person == 3 && !verb.plural && self.key(at + 1) == "να"
    }

    /// Whether a verb says "I", and every phrase of the cell says so too or has no person at all.
    fn is_of_the_writer(&self, at: usize, verb: &VerbForm) -> bool {
        let follows = |found: &Option<VerbForm>| match found {
            Some(found) => {
                self.said_for(at, Some(verb), Some(found)) == Said::Follows(verb.clone())
            }
            None => true,
        };
        verb.person == 1 && !verb.plural && self.found.iter().all(follows)
    }

    fn same_person(&self, at: usize, verb: &VerbForm, found: &VerbForm) -> Said {
        let one_of_two = verb.plural != found.plural;
        match verb.person {
            // «Μπορούμε να το δούμε μαζί» after «Δεν ξέρω»: we both, whoever speaks.
            _ if one_of_two => Said::AsWritten,
            1 if self.is_inclusive(at) || self.has_speaker() => Said::AsWritten,
            1 | 2 if self.has_predicate(at, verb) => Said::OnlySo,
            3 if self.has_own_subject(at) => Said::AsWritten,
            2 if self.is_before_clitic(at) && verb.tense == Tense::Imperative => Said::AsWritten,
            _ if verb.is_suggested => Said::Follows(verb.clone()),
            _ => Said::OnlySo,
        }
    }

    fn key(&self, at: usize) -> String {
        self.words.get(at).map(|word| name_key(word.core)).unwrap_or_default()
    }

    fn verb(&self, at: usize) -> Option<&VerbForm> {
        let word = self.words.get(at)?;
        let mut governor = at;
        // «θα σας το στείλω»: what stands before the pronouns governs the verb.
        while let Some(before) = governor.checked_sub(1)
            && (CLITICS.contains(&self.key(before).as_str())
                || matches!(
                    self.key(before).as_str(),
                    "σασ" | "σου" | "μασ" | "μου" | "τουσ" | "του" | "τησ" | "σε"
                ))
        {
            governor = before;
        }
        let before = match self.is_in_relative(governor) {
            true => "που".to_owned(),
            false => governor.checked_sub(1).map(|at| self.key(at)).unwrap_or_default(),
        };
        self.verbs.read(word.core, &before)
    }

    /// The first word of the sentence that this one stands in.
    fn sentence_start(&self, at: usize) -> usize {
        let ends = |index: &usize| {
            self.words
                .get(*index)
                .is_some_and(|word| word.closing.contains(['.', '!', ';', '?', '\u{37e}']))
        };
        (0..at).rev().find(ends).map_or(0, |end| end + 1)
    }

    /// «Ας δούμε», «να το δούμε μαζί»: both of us.
    fn is_inclusive(&self, at: usize) -> bool {
        let start = self.sentence_start(at);
        let end = (at..self.words.len())
            .find(|index| {
                self.words
                    .get(*index)
                    .is_some_and(|word| word.closing.contains(['.', '!', ';', '?', '\u{37e}']))
            })
            .unwrap_or(self.words.len());
        let together = |index: usize| {
            self.key(index) == "μαζι"
                && !matches!(
                    self.key(index + 1).as_str(),
                    "σασ" | "σου" | "με" | "του" | "τησ" | "τουσ"
                )
        };
        (start..at).any(|index| self.key(index) == "ασ") || (start..=end).any(together)
    }

    fn has_speaker(&self) -> bool {
        (0..self.words.len()).any(|at| {
            SPEAKERS.contains(&self.key(at).as_str()) || self.key(at) == "με" && self.asks_of(at)
        })
    }

    /// «αφήστε με»: the verb before a pronoun is a command.
    fn asks_of(&self, at: usize) -> bool {
        let verb = at.checked_sub(1).and_then(|at| self.verb(at));
        verb.is_some_and(|verb| verb.tense == Tense::Imperative)
    }

    /// «ό,τι άλλο σκεφτείτε», «όποιο αρχείο βρείτε»: no command.
    fn is_in_relative(&self, at: usize) -> bool {
        let back = (at.saturating_sub(RELATIVE_REACH)..at).rev();
        let mut same =
            back.take_while(|at| self.words.get(*at).is_some_and(|word| word.closing.is_empty()));
        same.any(|at| RELATIVES.iter().any(|it| self.key(at).starts_with(it)))
    }

    /// «είμαι έτοιμος»: the word after the verb has the number of whoever says it.
    fn has_predicate(&self, at: usize, verb: &VerbForm) -> bool {
        let last = self.words.get(at).is_none_or(|word| !word.closing.is_empty());
        let next = self.words.get(at + 1).filter(|word| !word.is_gap && !last);
        verb.name == "είμαι" && next.is_some() && !NO_SUBJECT.contains(&self.key(at + 1).as_str())
    }

    fn is_before_clitic(&self, at: usize) -> bool {
        let next = self.key(at + 1);
        CLITICS.contains(&next.as_str())
            || matches!(next.as_str(), "μου" | "μασ" | "του" | "τησ" | "τουσ" | "με")
    }

    /// Whether a pronoun is the object of the verb after it: «θα σας ενημερώσω», and not «η παραγγελία σας καθυστερεί».
    pub fn is_object(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.key(before));
        let begins = before.is_none_or(|before| {
            BEFORE_VERB.contains(&before.as_str())
                || OPENERS.contains(&before.as_str())
                || before == "οπωσ"
        });
        begins && self.verb(at + 1).is_some_and(|verb| verb.takes_accusative)
    }

    /// Whether a verb of the third person is always in the number in which it is written: it has a subject next to it
    /// («αυτό ισχύει»), or never one («απαγορεύεται να»).
    pub fn has_fixed_number(&self, at: usize) -> bool {
        let is_impersonal = self.key(at + 1) == "να" && IMPERSONAL.contains(&self.key(at).as_str());
        // «είναι» is the same in both.
        let is_copula = self.verb(at).is_some_and(|verb| verb.name == "είμαι");
        is_impersonal || !is_copula && self.has_own_subject(at)
    }

    /// Whether a verb of the third person has a subject in its clause.
    fn has_own_subject(&self, at: usize) -> bool {
        let mut index = at;
        while let Some(before) = index.checked_sub(1) {
            let closed = self.words.get(before).is_some_and(|word| !word.closing.is_empty());
            let key = self.key(before);
            if closed || OPENERS.contains(&key.as_str()) {
                break;
            }
            index = before;
            if BEFORE_VERB.contains(&key.as_str()) {
                continue;
            }
            // «Μπορεί να αλλάξει»: one subject for both verbs.
            return match self.verb(before) {
                Some(verb) if verb.person == 3 => self.has_own_subject(before),
                _ => true,
            };
        }
        let last = self.words.get(at).is_none_or(|word| !word.closing.is_empty());
        let next = self.words.get(at + 1);
        let has_next = next.is_some_and(|word| !word.is_gap) && !last;
        has_next && !NO_SUBJECT.contains(&self.key(at + 1).as_str())
    }

    /// A word that looks like a verb in the person and number of the phrase's, and that nobody knows.
    fn is_unknown_verb(&self, at: usize, found: &VerbForm) -> bool {
        let Some(word) = self.words.get(at).filter(|word| !word.is_gap) else { return false };
        let key = name_key(word.core);
        let is_greek = word.core.chars().any(|sign| matches!(sign, 'Ͱ'..='Ͽ' | 'ἀ'..='῾'));
        if !is_greek || NO_VERBS.contains(&key.as_str()) || key.chars().count() < 3 {
            return false;
        }
        let mut governor = at;
        while let Some(before) = governor
            .checked_sub(1)
            .filter(|before| BEFORE_VERB.contains(&self.key(*before).as_str()))
        {
            governor = before;
            if BEFORE_FINITE.contains(&self.key(before).as_str()) {
                break;
            }
        }
        let governed = governor < at && BEFORE_FINITE.contains(&self.key(governor).as_str());
        match (found.person, found.plural) {
            (1, false) => {
                key.ends_with('ω') || key.ends_with("μαι") || governed && key.ends_with('α')
            }
            (1, true) => key.ends_with("με") || key.ends_with("μαστε"),
            (2, true) => key.ends_with("τε") && key.chars().count() > 4,
            (2, false) => {
                governed && (key.ends_with("εισ") || key.ends_with("αι") || key.ends_with("ασ"))
            }
            (3, false) => {
                governed
                    && (key.ends_with("ει") || key.ends_with("ται") || key.ends_with('α'))
                    && !self.has_own_subject(at)
            }
            _ => {
                governed
                    && (key.ends_with("ουν") || key.ends_with("νται") || key.ends_with("αν"))
                    && !self.has_own_subject(at)
            }
        }
    }
}
