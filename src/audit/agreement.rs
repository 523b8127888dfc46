//! What a wording takes for granted: the gender of a customer, a number or a name that no draft gave.

use std::collections::BTreeSet;

use crate::engine::Engine;
use crate::rules::{Avoid, Element, PackProblem, Phrase, Piece, Rule, Wording};
use crate::text::{self, Folded};

/// Stands for what is not known yet, so that what follows does not begin the sentence.
const SOMETHING: &str = "x";
/// How many words before it the verb may be that says it of the customer.
const VERB_REACH: usize = 4;
/// Greek words, folded, that say of a person what only a man or only a woman is; the ending follows.
const QUALITIES: &[&str] =
    &["σιγουρ", "βεβαι", "ετοιμ", "ενημερ", "ησυχ", "ελευθερ", "υπευθυν", "ευπροσδεκτ", "μον"];
const ENDINGS: &[&str] = &["οσ", "η", "α", "οι", "εσ"];
/// Passive participles, folded, in the forms that tell man from woman.
const PARTICIPLES: &[&str] = &["μενοσ", "μενη", "μενοι", "μενεσ"];
/// Forms of address, folded, that say whether a man or a woman reads.
const ADDRESSES: &[&str] = &["κυριε", "κυρια", "αγαπητε", "αγαπητη"];
/// Pronouns, folded, after «μόνος».
const YOURS: &[&str] = &["σασ", "σου"];

/// The part of a wording that guesses whether the customer is a man or a woman.
pub(super) fn guesses_gender(
    engine: &Engine,
    rule: &Rule,
    wording: &Wording,
) -> Option<PackProblem> {
    if rule.language.split('-').next() != Some("el") {
        return None;
    }
    let said = said(wording);
    let folded = text::fold(&said);
    let phrases = match &rule.avoid {
        Avoid::Phrases(phrases) => phrases.iter().map(|it| text::key(&it.source)).collect(),
        Avoid::Regex(_) => String::new(),
    };
    // A word that the phrase spells out was the draft's own guess.
    let ours = |word: &usize| !phrases.contains(folded.folded(*word));
    let guess =
        (0..folded.words.len()).filter(ours).find_map(|word| guess(engine, &folded, word))?;
    Some(PackProblem::WordingGuessesGender { part: said.get(guess)?.to_owned() })
}

/// The bytes of a word that guesses, with what shows of whom it speaks.
fn guess(engine: &Engine, folded: &Folded<'_>, word: usize) -> Option<std::ops::Range<usize>> {
    let said = folded.folded(word);
    let span = folded.words.get(word)?.span();
    // «Αγαπητέ/ή»: both are there.
    if folded.draft.get(span.end..)?.starts_with(['/', '(']) {
        return None;
    }
    if ADDRESSES.contains(&said) {
        return Some(span);
    }
    let next = folded.words.get(word + 1);
    let is_next = |words: &[&str]| next.is_some() && words.contains(&folded.folded(word + 1));
    if is_quality(said, &["μον"]) && is_next(YOURS) {
        return Some(span.start..next?.span().end);
    }
    let participle = PARTICIPLES.iter().any(|ending| said.ends_with(ending));
    if !participle && !is_quality(said, QUALITIES) {
        return None;
    }
    let sentence = |word: usize| folded.words.get(word).map(|word| word.sentence);
    let same = |other: &usize| sentence(*other) == sentence(word);
    let before = (word.saturating_sub(VERB_REACH)..word).rev().filter(same);
    let verb = before.into_iter().find(|at| speaks_to_customer(engine, folded.folded(*at)))?;
    Some(folded.words.get(verb)?.span().start..span.end)
}

fn is_quality(said: &str, stems: &[&str]) -> bool {
    let ends = |stem: &&str| said.strip_prefix(*stem).is_some_and(|end| ENDINGS.contains(&end));
    stems.iter().any(ends)
}

/// Whether a folded word is a verb that says of the customer what they are.
fn speaks_to_customer(engine: &Engine, folded: &str) -> bool {
    /// Verbs that link a person and a quality.
    const LINKS: &[&str] = &["είμαι", "μένω", "νιώθω", "αισθάνομαι", "γίνομαι", "φαίνομαι"];
    let mut verbs = LINKS.iter().filter_map(|name| engine.lexeme(name));
    let second = |verb: &crate::lexicon::Lexeme| {
        verb.forms.iter().any(|form| {
            form.person.is_some_and(|person| person.person == 2)
                && text::key(&form.spelling) == folded
        })
    };
    matches!(folded, "εισαι" | "ειστε" | "εισαστε" | "ησουν" | "ησασταν") || verbs.any(second)
}

/// The part of a wording that is a number or a name which no phrase of its rule has.
pub(super) fn invents(rule: &Rule, wording: &Wording) -> Option<PackProblem> {
    let said = said(wording);
    let folded = text::fold(&said);
    let facts = text::facts(&folded);
    let known = known_words(rule);
    let is_new = |word: &usize| facts.is_fact(*word) && !known.contains(folded.folded(*word));
    let word = (0..folded.words.len()).find(is_new)?;
    let at = folded.words.get(word)?.span();
    let whole = facts.spans().iter().find(|span| span.contains(&at.start)).cloned().unwrap_or(at);
    Some(PackProblem::WordingInvents { part: said.get(whole)?.to_owned() })
}

/// The folded words that the phrases of a rule spell out.
fn known_words(rule: &Rule) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    match &rule.avoid {
        Avoid::Phrases(phrases) => {
            phrases.iter().for_each(|phrase: &Phrase| add_words(&phrase.elements(), &mut known));
        }
        Avoid::Regex(pattern) => add_text(pattern.as_str(), &mut known),
    }
    known
}

fn add_words(elements: &[Element], known: &mut BTreeSet<String>) {
    for element in elements {
        match element {
            Element::Text(text) => add_text(text, known),
            Element::Choice(branches) | Element::Listed { branches, .. } => {
                branches.iter().for_each(|branch| add_words(branch, known));
            }
            Element::Word(_) | Element::Gap { .. } => {}
        }
    }
}

fn add_text(text: &str, known: &mut BTreeSet<String>) {
    let folded = text::fold(text);
    known.extend((0..folded.words.len()).map(|word| folded.folded(word).to_owned()));
}

/// The wording's own words; something stands for what a draft or an agent puts in.
fn said(wording: &Wording) -> String {
    let pieces = wording.pieces();
    let text = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.as_str(),
        Piece::Word(_) | Piece::Gap { .. } | Piece::Blank(_) => SOMETHING,
    });
    text.collect()
}
