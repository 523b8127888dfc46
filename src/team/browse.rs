//! The active rules for a team, as a list and one by one.

use crate::team::UserError;
use std::sync::Arc;

use super::own::concerns;
use super::{RuleSummary, Team, fixed_ids};
use crate::check::{self, Answer, Explained, Request, RuleQuery};
use crate::model::Language;
use crate::rules::{Avoid, Level, Rule};
use crate::ruleset::{Pack, readable_phrases};
use crate::store::{Switch, SwitchKind};
use crate::team::Replacement;
use crate::text;

/// Where a rule comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// It comes with the program, or from its operator.
    Builtin,
    /// From a file of the team's.
    Own { file: String },
}

/// Whether a rule is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleState {
    /// It is.
    On,
    /// It is switched off: itself, its pack or its principle.
    Off(SwitchKind),
    /// A rule of the team's has its id and replaces it.
    Replaced,
}

/// Which rules are listed; what is `None` or empty makes no difference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleFilter {
    /// Of one of these languages.
    pub languages: Vec<String>,
    /// From the team's files, or from elsewhere.
    pub own: Option<bool>,
    /// Only rules that are on, or only those that are off.
    pub speaks: Option<bool>,
    /// Of one of these levels.
    pub levels: Vec<Level>,
    /// With this text in id or phrases.
    pub text: Option<String>,
}

/// A rule in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRule {
    /// Full id.
    pub id: String,
    /// How much it matters.
    pub level: Level,
    /// Its first phrase, as people would write it.
    pub phrase: String,
    /// What becomes of it.
    pub instead: Replacement,
    /// Where it comes from.
    pub source: Source,
    /// Whether it is on.
    pub state: RuleState,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The rules of this page.
    pub rules: Vec<ListedRule>,
    /// Its number, from 0.
    pub number: usize,
    /// How many pages there are; at least one.
    pub pages: usize,
    /// How many rules on all pages.
    pub total: usize,
}

/// One rule, for a lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownRule {
    /// As an agent sees it.
    pub explained: Explained,
    /// As it is written.
    pub sketch: RuleSummary,
    /// Where it comes from.
    pub source: Source,
    /// Whether it is on.
    pub state: RuleState,
}

impl Team {
    /// A page of the rules, the team's own first; a number past the end gives the last page.
    pub fn list(&self, filter: &RuleFilter, number: usize, on_a_page: usize) -> Page {
        let wanted = filter.text.as_deref().map(|text| self.wanted(text));
        let fits = |pack: &Pack, rule: &Rule, state: RuleState| {
            (filter.languages.is_empty() || filter.languages.contains(&rule.language))
                && filter.own.is_none_or(|own| own == self.is_own(pack))
                && filter.speaks.is_none_or(|speaks| speaks == (state == RuleState::On))
                && (filter.levels.is_empty() || filter.levels.contains(&rule.level))
                && wanted.as_ref().is_none_or(|wanted| wanted.fits(rule, |it| self.readable(it)))
        };
        let all: Vec<(&Pack, &Rule, RuleState)> =
            self.with_states().filter(|(pack, rule, state)| fits(pack, rule, *state)).collect();
        let on_a_page = on_a_page.max(1);
        let pages = all.len().div_ceil(on_a_page).max(1);
        let number = number.min(pages - 1);
        let page = all.iter().skip(number * on_a_page).take(on_a_page);
        let rules = page.map(|(pack, rule, state)| self.listed(pack, rule, *state)).collect();
        Page { rules, number, pages, total: all.len() }
    }

    /// What somebody looks for.
    pub(super) fn wanted(&self, typed: &str) -> RuleQuery {
        RuleQuery::new(self.checker.rule_set(), typed)
    }

    /// The rules that a switch is about, with their state now.
    pub fn concerned_by(&self, switch: &Switch) -> Vec<ListedRule> {
        self.with_states()
            .filter(|(_, rule, _)| concerns(switch, rule))
            .map(|(pack, rule, state)| self.listed(pack, rule, state))
            .collect()
    }

    /// The rules of an active file.
    pub fn rules_of_file(&self, file: &str) -> Vec<ListedRule> {
        self.with_states()
            .filter(|(pack, _, _)| self.is_own(pack) && pack.name == file)
            .map(|(pack, rule, state)| self.listed(pack, rule, state))
            .collect()
    }

    fn source(&self, pack: &Pack) -> Source {
        match self.is_own(pack) {
            true => Source::Own { file: pack.name.clone() },
            false => Source::Builtin,
        }
    }

    /// Whether a pack comes from a file of the team's: an operator's files are among the others.
    fn is_own(&self, pack: &Pack) -> bool {
        self.files.iter().any(|file| Arc::ptr_eq(&file.rules, &pack.rules))
    }

    /// The full id of the rule that `wanted` knows by its id.
    pub fn rule_id(&self, wanted: impl Fn(&str) -> bool) -> Option<String> {
        let found = self.with_states().find(|(_, rule, _)| wanted(&rule.id));
        found.map(|(_, rule, _)| rule.id.clone())
    }

    /// A rule as lists show it, whether it is on or not.
    pub fn rule_in_list(&self, id: &str) -> Option<ListedRule> {
        let (pack, rule, state) = self.with_states().find(|(_, rule, _)| rule.id == id)?;
        Some(self.listed(pack, rule, state))
    }

    /// The first phrase of a rule as people would write it; its id where it is not there any more.
    pub fn phrase_of(&self, id: &str) -> String {
        self.rule_in_list(id).map_or_else(|| id.to_owned(), |rule| rule.phrase)
    }

    /// How many rules have a name in one of their phrases, and so go silent where it is written.
    pub fn rules_holding(&self, name: &str) -> usize {
        let bare = |text: &str| format!(" {} ", words_of(&text::key(text)));
        let name = bare(name);
        let holds = |rule: &&Rule| {
            fixed_ids::phrases(rule)
                .iter()
                .any(|source| bare(&self.readable(source)).contains(&name))
        };
        self.with_states().map(|(_, rule, _)| rule).filter(holds).count()
    }

    /// The languages of its rules, each once.
    pub fn languages(&self) -> Vec<String> {
        let mut languages: Vec<String> = Vec::new();
        for (_, rule, _) in self.with_states() {
            if !languages.contains(&rule.language) {
                languages.push(rule.language.clone());
            }
        }
        languages
    }

    fn listed(&self, pack: &Pack, rule: &Rule, state: RuleState) -> ListedRule {
        let source_of = fixed_ids::phrases(rule).first().map_or("", |phrase| *phrase).to_owned();
        let wording = rule.prefer.first().map_or("", |wording| wording.source.as_str());
        let (phrase, wording) = self.pair_in_words(&source_of, wording);
        let phrase = match &rule.avoid {
            // What is in a named list only the rule as a whole knows.
            Avoid::Phrases(_) if source_of.contains("(@") => {
                readable_phrases(self.checker.engine(), rule).next().unwrap_or(phrase)
            }
            Avoid::Phrases(_) => phrase,
            Avoid::Regex(_) => source_of,
        };
        let instead = match rule.prefer.first() {
            _ if rule.remove.is_some() => Replacement::LeaveOut,
            Some(_) => Replacement::Say(wording),
            None => Replacement::Advice,
        };
        let (id, level, source) = (rule.id.clone(), rule.level, self.source(pack));
        ListedRule { id, level, phrase, instead, source, state }
    }

    fn with_states(&self) -> impl Iterator<Item = (&Pack, &Rule, RuleState)> {
        let own: std::collections::HashSet<&str> = self
            .files
            .iter()
            .flat_map(|file| file.rules.rules.iter().map(|rule| rule.id.as_str()))
            .collect();
        let packs = self.checker.rule_set().packs().iter();
        packs.flat_map(|pack| pack.rules.rules.iter().map(move |rule| (pack, rule))).map(
            move |(pack, rule)| {
                let replaced = !self.is_own(pack) && own.contains(rule.id.as_str());
                let off = self.off.iter().find(|switch| concerns(switch, rule));
                let state = match off {
                    _ if replaced => RuleState::Replaced,
                    Some(switch) => RuleState::Off(switch.kind),
                    None => RuleState::On,
                };
                (pack, rule, state)
            },
        )
    }

    /// One rule, by its id or what is like it.
    ///
    /// # Errors
    /// Where no rule is called so.
    pub fn show(&self, asked: &str, language: Language) -> Result<ShownRule, UserError> {
        let request = Request::Why { asked: asked.to_owned() };
        let unknown = |nearest| UserError::UnknownName { asked: asked.to_owned(), nearest };
        let explained = match self.checker.answer(request, language) {
            Ok(Answer::Why(explained)) => explained,
            Err(check::UserError::UnknownRule { nearest, .. }) => return Err(unknown(nearest)),
            Ok(_) | Err(_) => return Err(unknown(None)),
        };
        let (pack, rule, state) = self
            .with_states()
            .find(|(_, rule, _)| rule.id == explained.id)
            .ok_or_else(|| unknown(None))?;
        let (sketch, source) = (RuleSummary::of(rule), self.source(pack));
        Ok(ShownRule { explained: *explained, sketch, source, state })
    }
}

/// The words of a text with a space between them.
fn words_of(text: &str) -> String {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
