//! From what people write in the left column to phrases.

use super::prefer::Words;
use super::verbs::{VerbForm, Verbs};
use super::{Options, Persons};
use crate::text::name_key;

/// The name of the gap for what follows a phrase.
pub const REST: &str = "rest";
/// Answers that are a whole sentence; anywhere else these words are innocent.
const BARE_ANSWERS: [&str; 11] =
    ["οχι", "ναι", "οκ", "ok", "no", "yes", "nope", "sure", "fine", "ενταξει", "καλα"];
/// Signs of the phrase language.
const SIGNS: [char; 12] = ['<', '>', '{', '}', '(', ')', '[', ']', '|', '^', '$', '\\'];
/// Between two phrases of a cell, before a capital letter.
const BETWEEN: [&str; 4] = [" ή ", " or ", " / ", " ή\u{a0}"];

/// Phrases of one cell, and what their wordings need to know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrases {
    /// In the phrase language.
    pub phrases: Vec<String>,
    /// The first inflected verb: wordings agree with it.
    pub verb: Option<VerbForm>,
    /// The verb before the gap for what follows, where every phrase has that gap.
    pub before_rest: Option<VerbForm>,
}

/// The phrases of a cell of the left column.
pub fn phrases(cell: &str, options: Options, verbs: &Verbs) -> Phrases {
    let mut found = Phrases::default();
    let mut rests = Vec::new();
    let parts: Vec<String> = alternatives(cell).iter().flat_map(|part| sentences(part)).collect();
    for part in parts {
        let Some(phrase) = phrase(&part, options, verbs) else { continue };
        found.verb = found.verb.or(phrase.verb);
        rests.push(phrase.before_rest);
        if !found.phrases.contains(&phrase.text) {
            found.phrases.push(phrase.text);
        }
    }
    // A wording may only repeat a gap that every phrase has.
    let all_rest = !rests.is_empty() && rests.iter().all(|rest| *rest != Rest::None);
    found.before_rest = match rests.first() {
        Some(Rest::After(verb)) if all_rest => verb.clone(),
        _ => None,
    };
    found
}

/// The phrases of a cell: lines, and what stands on both sides of « ή » before a capital letter.
pub fn alternatives(cell: &str) -> Vec<String> {
    let mut parts: Vec<String> = cell.lines().map(str::to_owned).collect();
    for between in BETWEEN {
        parts = parts.iter().flat_map(|part| divided(part, between)).collect();
    }
    let trimmed = parts.iter().map(|part| part.trim().to_owned());
    trimmed.filter(|part| part.contains(char::is_alphanumeric)).collect()
}

fn divided(part: &str, between: &str) -> Vec<String> {
    let mut divided: Vec<String> = Vec::new();
    for piece in part.split(between) {
        match divided.last_mut() {
            Some(before) if !piece.starts_with(char::is_uppercase) => {
                before.push_str(between);
                before.push_str(piece);
            }
            _ => divided.push(piece.to_owned()),
        }
    }
    divided
}

/// A text of several sentences as a whole and sentence by sentence: people write them in any company.
fn sentences(part: &str) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    let mut sentence = String::new();
    for (offset, sign) in part.char_indices() {
        sentence.push(sign);
        let rest = part.get(offset + sign.len_utf8()..).unwrap_or("");
        let goes_on = rest.trim_start().starts_with(|next: char| !next.is_uppercase());
        if is_end(sign) && rest.starts_with(char::is_whitespace) && !goes_on {
            sentences.push(std::mem::take(&mut sentence));
        }
    }
    sentences.push(sentence);
    sentences.retain(|sentence| sentence.contains(char::is_alphanumeric));
    if sentences.len() > 1 {
        sentences.insert(0, part.to_owned());
    }
    sentences
}

fn is_end(sign: char) -> bool {
    matches!(sign, '.' | '!' | ';' | '?' | '…' | '\u{37e}')
}

/// What is known of the gap for what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Rest {
    /// The phrase has none.
    None,
    /// It stands behind a word, which may be a verb.
    After(Option<VerbForm>),
}

struct One {
    text: String,
    verb: Option<VerbForm>,
    before_rest: Rest,
}

fn phrase(part: &str, options: Options, verbs: &Verbs) -> Option<One> {
    let part = part.trim();
    let goes_on = part.ends_with("..") || part.ends_with('…');
    let bare = part.trim_end_matches(|sign: char| is_end(sign) || sign.is_whitespace());
    let words: Vec<&str> = bare.split_whitespace().collect();
    if words.len() == 1 && !goes_on && BARE_ANSWERS.contains(&name_key(bare).as_str()) {
        let text = format!("^ {} $", escaped(bare));
        return Some(One { text, verb: None, before_rest: Rest::None });
    }
    let mut found = One { text: String::new(), verb: None, before_rest: Rest::None };
    let mut last_verb = None;
    let mut gaps = 0;
    for word in Words::of(bare) {
        let written = if word.is_gap {
            // A phrase begins and ends with words; a gap at its start would be any words at all.
            if found.text.is_empty() {
                continue;
            }
            gaps += 1;
            format!("{{gap{gaps}}}")
        } else {
            let verb = verbs.read(word.core, word.before).filter(|_| options.verbs == Persons::All);
            last_verb = verb.cloned();
            found.verb = found.verb.or_else(|| verb.cloned());
            match verb {
                Some(verb) => word.around(&form(verb)),
                None => word.around(&pronoun(word.core, options)),
            }
        };
        push_word(&mut found.text, &written);
    }
    let has_words = found.text.split(' ').any(|word| !word.starts_with('{') && !word.is_empty());
    if goes_on && has_words {
        let in_gap = found.text.ends_with('}');
        if !in_gap {
            push_word(&mut found.text, &format!("{{{REST}?}}"));
            found.before_rest = Rest::After(last_verb);
        }
    }
    has_words.then_some(found)
}

fn form(verb: &VerbForm) -> String {
    format!("<{}:{}:{}>", verb.name, verb.tense.key(), verb.person)
}

/// A pronoun of the second person in both registers.
fn pronoun(word: &str, options: Options) -> String {
    match word.to_lowercase().as_str() {
        "σας" | "σου" if options.verbs == Persons::All => "(σας|σου)".to_owned(),
        _ => escaped(word),
    }
}

pub fn push_word(text: &mut String, word: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}

/// Plain words, with the signs of the phrase language meaning themselves.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        if SIGNS.contains(&sign) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}
