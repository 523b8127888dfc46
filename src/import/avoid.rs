//! From what people write in the left column to phrases.

use super::agreement::Wording;
use super::alternatives::{Side, alternatives, slashed};
use super::verbs::{VerbForm, Verbs};
use super::words::{NEVER_LAST, Word, Words, escaped};
use super::{Options, Persons};
use crate::text::name_key;

/// The name of the gap for what follows a phrase.
pub const REST: &str = "rest";
/// Answers that are a whole sentence; anywhere else these words are exempt.
const BARE_ANSWERS: [&str; 11] =
    ["οχι", "ναι", "οκ", "ok", "no", "yes", "nope", "sure", "fine", "ενταξει", "καλα"];
/// What is left open in a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Its name.
    name: String,
    /// It is what follows the phrase.
    pub is_rest: bool,
    /// The word before it, as it compares.
    pub last_word: String,
    /// The same as a form of a verb.
    pub verb: Option<VerbForm>,
    /// What the cell writes for it, as it compares: `χχ`, `ποσο`; empty for dots and lines.
    pub label: String,
}

impl Gap {
    /// As a phrase has it and a wording repeats it. «Δεν μπορώ να» is not a sentence: there something has to follow.
    pub fn sign(&self) -> String {
        let may_be_empty = self.is_rest && !NEVER_LAST.contains(&self.last_word.as_str());
        if may_be_empty { format!("{{{}?}}", self.name) } else { format!("{{{}}}", self.name) }
    }
}

/// Phrases of one cell, and what their wordings need to know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrases {
    /// In the phrase language.
    pub phrases: Vec<String>,
    /// The first inflected verb of each: wordings agree with it.
    pub verbs: Vec<Option<VerbForm>>,
    /// What every phrase leaves open, in its order: a wording may repeat nothing else.
    pub gaps: Vec<Gap>,
}

/// The phrases of a cell of the left column.
pub fn phrases(cell: &str, options: Options, verbs: &Verbs) -> Phrases {
    let mut found = Phrases::default();
    let mut gaps: Option<Vec<Gap>> = None;
    let parts = alternatives(cell, Side::Left);
    for part in parts.iter().flat_map(|part| sentences(part)) {
        let Some(phrase) = phrase(&part, options, verbs) else { continue };
        let known = gaps.get_or_insert_with(|| phrase.gaps.clone());
        known.retain(|gap| phrase.gaps.iter().any(|own| own.name == gap.name));
        if !found.phrases.contains(&phrase.text) {
            found.phrases.push(phrase.text);
            found.verbs.push(phrase.verb);
        }
    }
    found.gaps = gaps.unwrap_or_default();
    found
}

/// Words of the shortest sentence that is a phrase by itself: «Πείτε μου» after another one would be found anywhere.
const LEAST_OF_A_SENTENCE: usize = 3;

/// What people say before and after anything: no sentence of that kind is what a team avoids.
const COURTESIES: &[&str] = &[
    "λυπ", "συγγνωμ", "συγνωμ", "παρακαλ", "ευχαριστ", "καλημερ", "καλησπερ", "γεια", "χαιρετ",
    "περιμεν", "κοιταξτε", "κοιτα", "ακουστε", "πειτε", "πεσ", "sorry", "apolog", "please",
    "thank", "hello", "hi", "dear", "good", "look", "listen", "wait",
];
/// Words of the longest courtesy.
const MOST_OF_A_COURTESY: usize = 4;

/// A text of several sentences as a whole and, where each of them says enough, sentence by sentence: people write them in
/// any company. A question and what follows it are one phrase.
fn sentences(part: &str) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    let mut sentence = String::new();
    for (offset, sign) in part.char_indices() {
        sentence.push(sign);
        let rest = part.get(offset + sign.len_utf8()..).unwrap_or("");
        let goes_on = rest.trim_start().starts_with(|next: char| !next.is_uppercase());
        let ends = matches!(sign, '.' | '!' | '…');
        if ends && rest.starts_with(char::is_whitespace) && !goes_on {
            sentences.push(std::mem::take(&mut sentence));
        }
    }
    sentences.push(sentence);
    sentences.retain(|sentence| sentence.contains(char::is_alphabetic));
    if sentences.len() > 1 && !sentences.iter().all(|sentence| is_said_alone(sentence)) {
        return vec![part.to_owned()];
    }
    if sentences.len() > 1 {
        sentences.insert(0, part.to_owned());
    }
    sentences
}

fn is_said_alone(sentence: &str) -> bool {
    let key = name_key(sentence.trim().trim_end_matches(is_end));
    let words: Vec<&str> = key.split_whitespace().collect();
    let is_courtesy = words.len() <= MOST_OF_A_COURTESY
        && words.iter().any(|word| COURTESIES.iter().any(|stem| word.starts_with(stem)));
    words.len() >= LEAST_OF_A_SENTENCE && !is_courtesy || BARE_ANSWERS.contains(&key.as_str())
}

fn is_end(sign: char) -> bool {
    matches!(sign, '.' | '!' | ';' | '?' | '…' | '\u{37e}')
}

struct One {
    text: String,
    verb: Option<VerbForm>,
    gaps: Vec<Gap>,
}

fn phrase(part: &str, options: Options, verbs: &Verbs) -> Option<One> {
    let part = part.trim();
    let goes_on = part.ends_with("..") || part.ends_with('…');
    let bare = part.trim_end_matches(|sign: char| is_end(sign) || sign.is_whitespace());
    // What is in it has to be said: a number alone is in too many sentences.
    if !bare.contains(char::is_alphabetic) {
        return None;
    }
    let words: Vec<&str> = bare.split_whitespace().collect();
    if words.len() == 1 && !goes_on && BARE_ANSWERS.contains(&name_key(bare).as_str()) {
        let text = format!("^ {} $", escaped(bare));
        return Some(One { text, verb: None, gaps: Vec::new() });
    }
    let mut found = One { text: String::new(), verb: None, gaps: Vec::new() };
    let (mut last_word, mut last_verb): (&str, Option<&VerbForm>) = ("", None);
    let words: Vec<Word<'_>> = Words::of(bare).collect();
    let said = Wording { words: &words, verbs, found: &[], persons: options.verbs };
    for (at, word) in words.iter().enumerate() {
        if word.is_gap {
            // A phrase begins and ends with words; a gap at its start would be any words at all.
            if says_since_gap(&found.text) {
                let name = format!("gap{}", found.gaps.len() + 1);
                push_word(&mut found.text, &format!("{{{name}}}"));
                let (last_word, verb) = (name_key(last_word), last_verb.cloned());
                found.gaps.push(Gap { name, is_rest: false, last_word, verb, label: word.label() });
            }
            continue;
        }
        let verb = verbs.read(word.core, word.before);
        (last_word, last_verb) = (word.core, verb);
        let inflected = verb.filter(|verb| {
            options.verbs == Persons::All && !(verb.person == 3 && said.has_fixed_number(at))
        });
        found.verb = found.verb.or_else(|| inflected.cloned());
        let written = match inflected {
            Some(verb) => word.around(&form(verb)),
            None => word.around(&pronoun(word.core, said.is_object(at), options)),
        };
        push_word(&mut found.text, &written);
    }
    if goes_on && says_since_gap(&found.text) {
        let (last_word, verb) = (name_key(last_word), last_verb.cloned());
        let label = String::new();
        let gap = Gap { name: REST.to_owned(), is_rest: true, last_word, verb, label };
        push_word(&mut found.text, &gap.sign());
        found.gaps.push(gap);
    }
    let outside = found.text.split('{').map(|part| part.rsplit('}').next().unwrap_or(""));
    let has_words = outside.into_iter().any(|part| part.contains(char::is_alphabetic));
    has_words.then_some(found)
}

/// Whether a word stands between the last gap, or the start, and the end.
fn says_since_gap(text: &str) -> bool {
    text.rsplit('}').next().unwrap_or("").contains(char::is_alphanumeric)
}

fn form(verb: &VerbForm) -> String {
    format!("<{}:{}:{}>", verb.name, verb.tense.key(), verb.person)
}

/// A pronoun of the second person in both registers.
fn pronoun(word: &str, is_object: bool, options: Options) -> String {
    match word.to_lowercase().as_str() {
        "σας" if is_object && options.verbs == Persons::All => "(σας|σε)".to_owned(),
        "σας" | "σου" if options.verbs == Persons::All => "(σας|σου)".to_owned(),
        _ => match slashed(word) {
            Some(ways) => {
                let ways: Vec<String> = ways.iter().map(|way| escaped(way)).collect();
                format!("({}|{})", ways.join("|"), escaped(word))
            }
            None => escaped(word),
        },
    }
}

pub fn push_word(text: &mut String, word: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}
