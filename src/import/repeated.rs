//! Wordings that say the phrase again: «Θα γίνει → Θα γίνει έως [πότε]». The rule has to be silent where a draft says so already,
//! or it would find its own wording.

use super::verbs::Verbs;
use super::words::escaped;
use crate::text::name_key;

/// The gap for what a colleague writes into a blank.
const FILLED: &str = "{filled}";

/// The phrases at which a rule is silent, since one of its wordings says them: its own with the word that goes on, or with the
/// one before.
pub fn silent_at(phrases: &[String], wordings: &[String], verbs: &Verbs) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for phrase in phrases.iter().filter(|phrase| !phrase.contains(['{', '^', '$'])) {
        for longer in wordings.iter().filter_map(|wording| longer(phrase, wording, verbs)) {
            if !found.contains(&longer) {
                found.push(longer);
            }
        }
    }
    found
}

/// The phrase with the word next to it in a wording that says it.
fn longer(phrase: &str, wording: &str, verbs: &Verbs) -> Option<String> {
    let own: Vec<&str> = phrase.split_whitespace().collect();
    let said: Vec<&str> = wording.split_whitespace().collect();
    let at = said
        .windows(own.len())
        .position(|part| part.iter().zip(&own).all(|(said, own)| is_same(said, own, verbs)))?;
    // A sign that stands alone says nothing: what is after it does.
    let says = |word: &&&str| word.contains(|sign: char| sign.is_alphanumeric() || sign == '[');
    let next = said.iter().skip(at + own.len()).find(says);
    match next {
        Some(next) if next.contains(['[', '{']) => Some(format!("{phrase} {FILLED}")),
        Some(next) => Some(format!("{phrase} {}", plain(next)?)),
        None => {
            let before = at.checked_sub(1).and_then(|before| said.get(before))?;
            Some(format!("{} {phrase}", plain(before)?))
        }
    }
}

/// A word as a phrase has it; `None` where there is none.
fn plain(word: &str) -> Option<String> {
    if word.starts_with('<') {
        return Some(word.trim_end_matches(|sign| sign != '>').to_owned());
    }
    let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    (!bare.is_empty() && !word.contains(['[', '{'])).then(|| escaped(bare))
}

fn is_same(said: &str, own: &str, verbs: &Verbs) -> bool {
    let letters = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
    let bare = |word: &str| name_key(&letters(word));
    match (own.strip_prefix('<'), own.strip_prefix('(')) {
        // The phrase tells its person, the wording follows it, or is as it was written.
        (Some(own), _) => {
            let form = |word: &str| -> Vec<String> {
                let inside = word.split('>').next().unwrap_or("");
                inside.split(':').take(2).map(str::to_owned).collect()
            };
            let written = || {
                let read = verbs.read(&letters(said), "")?;
                Some(vec![read.name.clone(), read.tense.key().to_owned()])
            };
            said.strip_prefix('<').map(form).or_else(written) == Some(form(own))
        }
        (None, Some(ways)) => {
            let mut ways = ways.split(')').next().unwrap_or("").split('|');
            ways.any(|way| bare(way) == bare(said))
        }
        _ => !said.starts_with('<') && !bare(own).is_empty() && bare(own) == bare(said),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_that_says_its_phrase_again_is_left_alone() {
        for (phrase, wording, expected) in [
            (
                "Θα <γίνομαι:subjunctive:3>",
                "Θα <γίνομαι:subjunctive> έως [πότε]",
                Some("Θα <γίνομαι:subjunctive:3> έως"),
            ),
            ("Έχει αριθμό", "Έχει αριθμό #[ποιον]", Some("Έχει αριθμό {filled}")),
            ("σύντομα", "πολύ σύντομα", Some("πολύ σύντομα")),
            ("Θα (σας|σου) πω", "Θα σας πω, τώρα", Some("Θα (σας|σου) πω τώρα")),
            ("we can", "we can, today", Some("we can today")),
            ("we can", "we can", None),
            ("we can", "we could", None),
            ("we can {rest?}", "we can {rest?} today", None),
        ] {
            let found = silent_at(&[phrase.to_owned()], &[wording.to_owned()], &Verbs::default());
            assert_eq!(found.first().map(String::as_str), expected, "{phrase} → {wording}");
        }
    }
}
