//! Rules found by what somebody types: their id, their phrases, in whatever form their words are.

use rustc_hash::FxHashSet;

use crate::engine::Scope;
use crate::rules::{Avoid, Phrase, Rule};
use crate::ruleset::RuleSet;
use crate::text::{self, Draft};

/// The longest text in which the rules themselves look for their phrases, in characters.
const MAX_SEARCHED: usize = 200;

/// What somebody looks for.
pub struct RuleQuery {
    key: String,
    /// The rules that find something in it, as in a draft: «πάρετε τηλέφωνο» has «παίρνω τηλέφωνο».
    found: FxHashSet<String>,
    /// For each of its words the dictionary words of which it may be a form.
    words: Vec<(String, FxHashSet<String>)>,
}

impl RuleQuery {
    /// What somebody typed.
    pub fn new(rule_set: &RuleSet, typed: &str) -> RuleQuery {
        let key = text::key(typed);
        let mut wanted = RuleQuery { found: FxHashSet::default(), words: Vec::new(), key };
        if wanted.key.is_empty() || typed.chars().count() > MAX_SEARCHED {
            return wanted;
        }
        if let Ok(draft) = Draft::new(typed) {
            let engine = rule_set.engine();
            let explanation = engine.explain(draft, &Scope::everything());
            let ids = explanation.review.findings.iter().map(|it| &it.rule.id);
            let silent = explanation.silent.iter().map(|it| &it.rule.id);
            wanted.found = ids.chain(silent).cloned().collect();
        }
        let words: Vec<String> = wanted.key.split_whitespace().map(str::to_owned).collect();
        wanted.words = words.into_iter().map(|word| (word, FxHashSet::default())).collect();
        for lexeme in rule_set.lexemes() {
            for form in &lexeme.forms {
                let form = text::key(&form.spelling);
                for (word, lexemes) in &mut wanted.words {
                    if *word == form {
                        lexemes.insert(text::key(&lexeme.name));
                    }
                }
            }
        }
        wanted
    }

    /// Whether a rule is one of those that are looked for; `readable` puts a phrase as people would write it.
    pub fn fits(&self, rule: &Rule, readable: impl Fn(&str) -> String) -> bool {
        let holds = |text: &str| text::key(text).contains(&self.key);
        let fits =
            |phrase: &str| holds(phrase) || holds(&readable(phrase)) || self.has_words(phrase);
        holds(&rule.id)
            || self.catches(rule)
            || match &rule.avoid {
                Avoid::Phrases(phrases) => phrases.iter().any(|phrase| fits(&phrase.source)),
                Avoid::Regex(regex) => fits(regex.as_str()),
            }
    }

    /// Whether a rule finds something in what was typed, or one of its phrases has all its words, in whatever form.
    pub fn is_about(&self, rule: &Rule) -> bool {
        let has_words = |phrase: &Phrase| self.has_words(&phrase.source);
        self.catches(rule)
            || matches!(&rule.avoid, Avoid::Phrases(phrases) if phrases.iter().any(has_words))
    }

    fn catches(&self, rule: &Rule) -> bool {
        self.found.contains(&rule.id)
    }

    /// Whether a phrase has all words that are looked for, in whatever form.
    fn has_words(&self, phrase: &str) -> bool {
        let phrase = phrase.replace(['<', '>', '(', ')', '|', ':'], " ");
        let key = text::key(&phrase);
        let words: FxHashSet<&str> = key.split_whitespace().collect();
        let is_there = |(word, lexemes): &(String, FxHashSet<String>)| {
            words.contains(word.as_str())
                || lexemes.iter().any(|lexeme| words.contains(lexeme.as_str()))
        };
        !self.words.is_empty() && self.words.iter().all(is_there)
    }
}
