//! Finds rules by a few letters of their name or of a phrase.

use super::rule_set::Pack;
use crate::audit;
use crate::engine::Engine;
use crate::rules::Rule;
use crate::text;

/// Every active rule by the phrases that people would type.
#[derive(Debug)]
pub struct RuleIndex {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    id: String,
    language: String,
    /// Each phrase as people would write it, with that as it compares.
    phrases: Vec<(String, String)>,
}

/// How well an entry answers, the least being best: how it was found, whether it is of another language, and how
/// many letters its phrase has besides those that were typed. «δεν μπορώ» means «δεν μπορώ να …» before it means
/// «δεν μπορώ να ξέρω πότε».
pub type Rank = (u8, bool, usize);

impl RuleIndex {
    /// The rules of packs; of two with one id the first.
    pub fn new(packs: &[Pack], engine: &Engine) -> RuleIndex {
        let mut entries: Vec<Entry> = Vec::new();
        let mut known = rustc_hash::FxHashSet::default();
        for rule in packs.iter().flat_map(|pack| &pack.rules.rules) {
            if known.insert(rule.id.as_str()) {
                let keyed = |phrase: String| (text::key(&phrase), phrase);
                let phrases = readable_phrases(engine, rule).map(keyed);
                let phrases = phrases.map(|(key, phrase)| (phrase, key)).collect();
                let (id, language) = (rule.id.clone(), rule.language.clone());
                entries.push(Entry { id, language, phrases });
            }
        }
        RuleIndex { entries }
    }

    /// The rules for what was typed with how well they answer, the best first, each with a phrase to
    /// show; those of `language` go before others that answer as well.
    pub fn matching(&self, typed: &str, language: &str) -> Vec<(Rank, &str, &str)> {
        let key = text::key(typed.trim());
        let mut ranked = Vec::new();
        for entry in &self.entries {
            if let Some((found, more, phrase)) = entry.answers(typed.trim(), &key) {
                let rank = (found, entry.language != language, more);
                ranked.push((rank, entry.id.as_str(), phrase));
            }
        }
        ranked.sort_by_key(|(rank, ..)| *rank);
        ranked
    }

    /// Whether a rule of this full id is here.
    pub fn has(&self, id: &str) -> bool {
        self.entries.iter().any(|entry| entry.id == id)
    }
}

impl Entry {
    fn answers(&self, typed: &str, key: &str) -> Option<(u8, usize, &str)> {
        let first = self.phrases.first().map_or(self.id.as_str(), |(phrase, _)| phrase);
        if self.id == typed {
            return Some((0, 0, first));
        }
        let typed_letters = letters(key);
        let found = |rank: u8, test: &dyn Fn(&str) -> bool| {
            let fitting = self.phrases.iter().filter(|(_, phrase)| test(phrase));
            let more = fitting
                .map(|(shown, phrase)| (letters(phrase).saturating_sub(typed_letters), shown))
                .min_by_key(|(more, _)| *more);
            more.map(|(more, shown)| (rank, more, shown.as_str()))
        };
        let begins = || found(1, &|phrase| phrase.starts_with(key));
        let holds = || found(2, &|phrase| phrase.contains(key));
        let named = || self.id.contains(&typed.to_lowercase()).then_some((3, 0, first));
        begins().or_else(holds).or_else(named)
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|sign| sign.is_alphanumeric()).count()
}

/// The phrases of a rule as people would write them, one form of each: a gap is «…».
pub fn readable_phrases<'a>(
    engine: &'a Engine,
    rule: &'a Rule,
) -> impl Iterator<Item = String> + 'a {
    let forms = audit::forms(engine, rule, 1).into_iter();
    forms.filter_map(|forms| forms.into_iter().next()).map(|form| readable_form(&form))
}

/// Everything that the phrases of a rule catch, as people would write it, at most `most` of each phrase.
pub fn readable_forms(engine: &Engine, rule: &Rule, most: usize) -> Vec<String> {
    let mut readable: Vec<String> = Vec::new();
    for form in audit::forms(engine, rule, most).into_iter().flatten() {
        let form = readable_form(&form);
        if !readable.contains(&form) {
            readable.push(form);
        }
    }
    readable
}

/// A form with «…» for its gaps.
fn readable_form(form: &str) -> String {
    let mut readable = String::with_capacity(form.len());
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        readable.push_str(before);
        readable.push('…');
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    readable.push_str(rest);
    readable
}
