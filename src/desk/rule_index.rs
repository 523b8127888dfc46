//! Finding a rule by a few letters of its name or of a phrase.

use super::library::Library;
use crate::audit;
use crate::engine::Engine;
use crate::rules::Rule;
use crate::text;

/// Every rule in force by the phrases that people would type.
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

/// How well an entry answers; the least is best.
type Rank = (u8, bool);

impl RuleIndex {
    /// The rules of a library.
    pub fn new(library: &Library, engine: &Engine) -> RuleIndex {
        let mut entries: Vec<Entry> = Vec::new();
        let mut known = rustc_hash::FxHashSet::default();
        for rule in library.packs().iter().flat_map(|pack| &pack.rules.rules) {
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

    /// At most `most` rules for what was typed, the best first, each with a phrase to show; those of
    /// `language` go before others that answer as well.
    pub fn matching(&self, typed: &str, language: &str, most: usize) -> Vec<(&str, &str)> {
        let key = text::key(typed.trim());
        let mut ranked: Vec<(Rank, &Entry, &str)> = Vec::new();
        for entry in &self.entries {
            if let Some((rank, phrase)) = entry.answers(typed.trim(), &key) {
                ranked.push(((rank, entry.language != language), entry, phrase));
            }
        }
        ranked.sort_by_key(|(rank, ..)| *rank);
        ranked.truncate(most);
        ranked.into_iter().map(|(_, entry, phrase)| (entry.id.as_str(), phrase)).collect()
    }
}

impl Entry {
    fn answers(&self, typed: &str, key: &str) -> Option<(u8, &str)> {
        let first = self.phrases.first().map_or(self.id.as_str(), |(phrase, _)| phrase);
        if self.id == typed {
            return Some((0, first));
        }
        let found = |test: &dyn Fn(&str) -> bool| {
            self.phrases.iter().find(|(_, phrase)| test(phrase)).map(|(phrase, _)| phrase.as_str())
        };
        let begins = || found(&|phrase| phrase.starts_with(key)).map(|phrase| (1, phrase));
        let holds = || found(&|phrase| phrase.contains(key)).map(|phrase| (2, phrase));
        let named = || self.id.contains(&typed.to_lowercase()).then_some((3, first));
        begins().or_else(holds).or_else(named)
    }
}

/// The phrases of a rule as people would write them, one form of each: a gap is «…».
pub fn readable_phrases<'a>(
    engine: &'a Engine,
    rule: &'a Rule,
) -> impl Iterator<Item = String> + 'a {
    audit::forms(engine, rule, 1).into_iter().filter_map(|forms| forms.into_iter().next()).map(
        |form| {
            let mut readable = String::with_capacity(form.len());
            let mut rest = form.as_str();
            while let Some((before, after)) = rest.split_once('{') {
                readable.push_str(before);
                readable.push('…');
                rest = after.split_once('}').map_or("", |(_, rest)| rest);
            }
            readable.push_str(rest);
            readable
        },
    )
}
