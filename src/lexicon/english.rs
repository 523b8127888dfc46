//! English verbs from their principal parts.
//!
//! A regular verb needs its name only. An irregular one states past and participle; a past that doubles
//! its last consonant (stopped, cancelled) gives the gerund too. The subjunctive row holds the bare form
//! that follows to, will and can: be, send. A modal verb (`like: can`) has the same form for every person and
//! only what is stated.

use super::forms::{Forms, lead, leads};
use super::{Person, Tense, WordEntry, WordProblem};

const MODAL: &str = "can";

/// The verbs that `like` may name.
pub(super) fn models() -> Vec<&'static str> {
    vec![MODAL]
}

/// Adds every form of a verb.
pub(super) fn inflect(entry: &WordEntry, forms: &mut Forms) -> Result<(), WordProblem> {
    if let Some(like) = entry.like.as_deref().map(str::trim).filter(|like| *like != MODAL) {
        return Err(WordProblem::UnknownModel { like: like.to_owned() });
    }
    if entry.like.is_some() {
        add_modal(entry, forms)?;
    } else {
        add_main_verb(entry, forms)?;
    }
    // English has no imperfect of its own; one that is stated is taken as it is.
    add_for(forms, Tense::Imperfect, &leads(entry, Tense::Imperfect, Vec::new)?, Person::ALL);
    Tense::ALL.iter().try_for_each(|(tense, _)| forms.add_listed(entry, *tense))
}

fn add_modal(entry: &WordEntry, forms: &mut Forms) -> Result<(), WordProblem> {
    let base = lead(&entry.name, Tense::Present)?;
    let present = leads(entry, Tense::Present, || vec![base])?;
    add_for(forms, Tense::Present, &present, Person::ALL);
    add_for(forms, Tense::Past, &leads(entry, Tense::Past, Vec::new)?, Person::ALL);
    Ok(())
}

fn add_main_verb(entry: &WordEntry, forms: &mut Forms) -> Result<(), WordProblem> {
    let base = lead(&entry.name, Tense::Present)?;
    let or_base = || vec![base.clone()];
    for spelling in leads(entry, Tense::Present, or_base)? {
        add_present(forms, &spelling);
    }
    let past = leads(entry, Tense::Past, || vec![past_of(&base)])?;
    add_for(forms, Tense::Past, &past, Person::ALL);
    let you = Person::ALL.into_iter().filter(|person| person.person == 2);
    add_for(forms, Tense::Imperative, &leads(entry, Tense::Imperative, or_base)?, you);
    add_bare(forms, Tense::Subjunctive, leads(entry, Tense::Subjunctive, or_base)?);
    add_bare(forms, Tense::Participle, leads(entry, Tense::Participle, || past.clone())?);
    add_bare(forms, Tense::Gerund, leads(entry, Tense::Gerund, || gerunds(&base, &past))?);
    Ok(())
}

fn add_bare(forms: &mut Forms, tense: Tense, spellings: Vec<String>) {
    for spelling in spellings {
        forms.add(Some(tense), None, spelling);
    }
}

fn add_for(
    forms: &mut Forms,
    tense: Tense,
    spellings: &[String],
    persons: impl IntoIterator<Item = Person>,
) {
    for person in persons {
        for spelling in spellings {
            forms.add(Some(tense), Some(person), spelling.clone());
        }
    }
}

fn add_present(forms: &mut Forms, base: &str) {
    for person in Person::ALL {
        let third = person.person == 3 && !person.plural;
        let spelling = if third { third_person(base) } else { base.to_owned() };
        forms.add(Some(Tense::Present), Some(person), spelling);
    }
}

/// sends, tries, watches
fn third_person(base: &str) -> String {
    if let Some(stem) = consonant_and_y(base) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|ending| base.ends_with(ending));
    format!("{base}{}", if hisses { "es" } else { "s" })
}

/// helped, moved, tried, stopped
fn past_of(base: &str) -> String {
    if base.ends_with('e') {
        return format!("{base}d");
    }
    match consonant_and_y(base) {
        Some(stem) => format!("{stem}ied"),
        None => format!("{}ed", doubled(base)),
    }
}

/// One gerund for each way in which the past is spelled: cancelled, canceled.
fn gerunds(base: &str, past: &[String]) -> Vec<String> {
    let doubling = |past: &String| {
        past.strip_suffix("ed").filter(|stem| doubles(base, stem)).map(str::to_owned)
    };
    let as_past = |past: &String| {
        doubling(past).or_else(|| (*past == format!("{base}ed")).then(|| base.to_owned()))
    };
    let from_past: Vec<String> = past.iter().filter_map(as_past).map(|stem| stem + "ing").collect();
    if from_past.is_empty() { vec![gerund_of(base)] } else { from_past }
}

/// sending, making, lying, seeing, getting
fn gerund_of(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let keeps_e = ["ee", "oe", "ye"].iter().any(|ending| base.ends_with(ending))
        || !base.chars().rev().skip(1).any(is_vowel);
    match base.strip_suffix('e') {
        Some(stem) if !keeps_e => format!("{stem}ing"),
        Some(_) => format!("{base}ing"),
        None => format!("{}ing", doubled(base)),
    }
}

/// A word of one vowel between consonants doubles the last: stop, stopp.
fn doubled(base: &str) -> String {
    let letters: Vec<char> = base.chars().collect();
    // The u of quit belongs to its consonant.
    let vowels = base.replace("qu", "q").chars().filter(|&letter| is_vowel(letter)).count();
    match letters.as_slice() {
        [.., vowel, last] if vowels == 1 && is_vowel(*vowel) && is_doubling(*last) => {
            format!("{base}{last}")
        }
        _ => base.to_owned(),
    }
}

fn doubles(base: &str, stem: &str) -> bool {
    let mut rest = stem.strip_prefix(base).unwrap_or_default().chars();
    rest.next().is_some_and(|letter| base.ends_with(letter)) && rest.next().is_none()
}

fn consonant_and_y(base: &str) -> Option<&str> {
    let stem = base.strip_suffix('y')?;
    stem.chars().next_back().is_some_and(|letter| !is_vowel(letter)).then_some(stem)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn is_doubling(letter: char) -> bool {
    letter.is_ascii_alphabetic() && !is_vowel(letter) && !matches!(letter, 'w' | 'x' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_rules() {
        let rows = [
            ("send", "sends", "sended", "sending"),
            ("try", "tries", "tried", "trying"),
            ("pay", "pays", "payed", "paying"),
            ("make", "makes", "maked", "making"),
            ("stop", "stops", "stopped", "stopping"),
            ("fix", "fixes", "fixed", "fixing"),
            ("watch", "watches", "watched", "watching"),
            ("agree", "agrees", "agreed", "agreeing"),
            ("lie", "lies", "lied", "lying"),
            ("quit", "quits", "quitted", "quitting"),
            ("wait", "waits", "waited", "waiting"),
            ("open", "opens", "opened", "opening"),
            ("be", "bes", "bed", "being"),
            ("", "s", "ed", "ing"),
            ("é", "és", "éed", "éing"),
        ];
        for (base, third, past, gerund) in rows {
            let found = (third_person(base), past_of(base), gerund_of(base));
            assert_eq!(found, (third.into(), past.into(), gerund.into()), "{base}");
        }
        assert_eq!(
            gerunds("cancel", &["cancelled".into(), "canceled".into()]),
            ["cancelling", "canceling"]
        );
    }
}
