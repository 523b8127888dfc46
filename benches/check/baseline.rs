//! What the engine is held against.

use aho_corasick::{AhoCorasick, MatchKind};
use regex::{Regex, RegexBuilder};

/// One case-insensitive regular expression for each phrase, tried one by one.
pub struct RegexLoop(Vec<Regex>);

impl RegexLoop {
    pub fn new(phrases: &[String]) -> RegexLoop {
        let build = |phrase: &String| {
            let pattern = format!(r"\b{}\b", regex::escape(phrase).replace(' ', r"\s+"));
            RegexBuilder::new(&pattern).case_insensitive(true).build().expect("escaped")
        };
        RegexLoop(phrases.iter().map(build).collect())
    }

    pub fn count(&self, draft: &str) -> usize {
        self.0.iter().map(|regex| regex.find_iter(draft).count()).sum()
    }
}

/// A fold of one table look-up a letter and nothing else: lower case, no accents, one space
/// between words; no words, zones or sentences come of it, and no way back to the draft.
pub struct SimpleFold(Vec<char>);

impl SimpleFold {
    pub fn new() -> SimpleFold {
        SimpleFold((0..0x530).map(|code| char::from_u32(code).map_or(' ', simple)).collect())
    }

    pub fn fold(&self, draft: &str, folded: &mut String) {
        folded.clear();
        let mut spaced = true;
        for letter in draft.chars() {
            let letter = self.0.get(letter as usize).copied().unwrap_or(' ');
            if letter != ' ' || !spaced {
                folded.push(letter);
            }
            spaced = letter == ' ';
        }
    }
}

fn simple(letter: char) -> char {
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    match lower {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        '\'' => '\'',
        lower if lower.is_alphanumeric() => lower,
        _ => ' ',
    }
}

/// All phrases in one automaton; a match counts where a word begins and ends.
pub struct Automaton(AhoCorasick);

impl Automaton {
    pub fn new(folded_phrases: &[String]) -> Automaton {
        let built =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(folded_phrases);
        Automaton(built.expect("within the limits of the automaton"))
    }

    pub fn count(&self, folded: &str) -> usize {
        let bytes = folded.as_bytes();
        let edge = |byte: Option<&u8>| byte.is_none_or(|byte| !is_word(*byte));
        self.0
            .find_iter(folded)
            .filter(|found| {
                edge(found.start().checked_sub(1).and_then(|before| bytes.get(before)))
                    && edge(bytes.get(found.end()))
            })
            .count()
    }
}

/// Bytes of letters beyond ASCII count as word: good enough for Greek and English.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}
