//! The words that rules and drafts are made of, the most common first.

use std::collections::HashSet;

use super::random::Random;

/// As many words as a support team uses in a year, by order of magnitude.
const WORDS: usize = 4_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Greek,
    English,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::Greek, Language::English];

    pub fn tag(self) -> &'static str {
        match self {
            Language::Greek => "el",
            Language::English => "en",
        }
    }

    pub fn from_tag(tag: &str) -> Language {
        if tag == "el" { Language::Greek } else { Language::English }
    }

    fn common(self) -> &'static str {
        match self {
            Language::Greek => {
                "να και το σας θα για με η την δεν ο στο σε που τα από της του είναι τη μας αν τον στην έχει \
                 μπορείτε μου ένα σου ότι μία οι πως αυτό τις παρακαλώ παραγγελία μπορούμε στη αλλά ή έχετε \
                 ευχαριστούμε λογαριασμό όταν έχουμε τώρα στοιχεία σήμερα ώστε γίνει αύριο κάνετε πολύ όλα \
                 μπορώ μόλις καλημέρα πρέπει αριθμό κωδικό μέρες μετά κατάστημα ακόμα πριν μήνυμα δούμε \
                 λάθος στείλετε εμείς εσείς χρήματα τιμή αλλαγή προϊόν ημέρες υπάρχει δυστυχώς κάτι ώρα \
                 στείλουμε επικοινωνήσετε απόδειξη αποστολή πληρωμή κάρτα υπόλοιπο αίτημα τηλέφωνο"
            }
            Language::English => {
                "the to you your and a we is for it in of i that this our on with have be can will not if are \
                 please as my at was but order so or from by do any us an me has when account they which there \
                 would what been here up all how get number email just also need after may days more send then \
                 back out now them out before should must other team help time new make see check sorry policy \
                 don't can't we're it's you're payment card refund store product today tomorrow issue request"
            }
        }
    }

    /// Consonants, vowels, and vowels with an accent.
    fn syllables(self) -> [&'static [&'static str]; 3] {
        match self {
            Language::Greek => [
                &[
                    "κ", "λ", "μ", "ν", "π", "ρ", "σ", "τ", "δ", "γ", "φ", "χ", "θ", "β", "στ",
                    "πρ", "κρ", "μπ",
                ],
                &["α", "ε", "ι", "ο", "η", "υ", "ου", "ει", "αι", "ω"],
                &["ά", "έ", "ί", "ό", "ή", "ύ", "ού", "εί", "αί", "ώ"],
            ],
            Language::English => [
                &[
                    "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "st", "pr", "ch",
                    "tr", "v", "w",
                ],
                &["a", "e", "i", "o", "u", "ea", "ou", "ai", "oo", "y"],
                &["a", "e", "i", "o", "u", "ea", "ou", "ai", "oo", "y"],
            ],
        }
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            Language::Greek => &["ς", "", "", "ν", "", "τε"],
            Language::English => &["s", "", "", "n", "d", "ing"],
        }
    }
}

/// The words of a language, by rank.
pub fn words(language: Language) -> Vec<String> {
    let mut random = Random::new(language as u64 + 17);
    let mut seen = HashSet::new();
    let mut list: Vec<String> = Vec::with_capacity(WORDS);
    for word in language.common().split_whitespace() {
        if seen.insert(word.to_owned()) {
            list.push(word.to_owned());
        }
    }
    while list.len() < WORDS {
        let word = invent(language, &mut random);
        if seen.insert(word.clone()) {
            list.push(word);
        }
    }
    list
}

/// A word of two to four syllables, one of them with an accent where the language has it.
fn invent(language: Language, random: &mut Random) -> String {
    let [consonants, vowels, accented] = language.syllables();
    let count = random.between(2, 4);
    let stressed = random.below(count);
    let mut word = String::new();
    for syllable in 0..count {
        word.push_str(random.pick(consonants));
        word.push_str(random.pick(if syllable == stressed { accented } else { vowels }));
    }
    word.push_str(random.pick(language.endings()));
    word
}
