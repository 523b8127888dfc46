//! One active rule changed on its own: put in other words, given another level, or tried on a draft.

use std::sync::Arc;

use super::pair::KeptPair;
use super::reading::Origin;
use super::{
    Error, Format, Lead, OwnFile, Pair, Report, Team, Upload, UserError, own, rule_file_edit,
};
use super::{MAX_PHRASE_CHARS, MAX_WHY_CHARS};
use crate::check::Checker;
use crate::import::{self, Options, Verbs};
use crate::rules::{Avoid, Level, Remove, Rule};

/// Signs of the phrase language that a form in plain words can't keep.
const RICH: [char; 3] = ['(', '^', '$'];

impl Team {
    /// A rule by its full id.
    pub(super) fn rule(&self, id: &str) -> Option<&Rule> {
        let own = self.files.iter().flat_map(|file| &file.rules.rules);
        let packs = self.checker.rule_set().packs().iter();
        let all = own.chain(packs.flat_map(|pack| &pack.rules.rules));
        all.into_iter().find(|rule| rule.id == id)
    }

    /// The file of the team's that has a rule.
    pub(super) fn file_of(&self, id: &str) -> Option<&OwnFile> {
        self.files.iter().find(|file| file.rules.rules.iter().any(|rule| rule.id == id))
    }

    /// The words of a rule as people say them; `None` where a form would lose something of a rule of the team's.
    pub fn words_of(&self, id: &str) -> Option<Pair> {
        let rule = self.rule(id)?;
        let Avoid::Phrases(phrases) = &rule.avoid else { return None };
        if self.file_of(id).is_some() && !is_plain(rule) {
            return None;
        }
        let or = if rule.language == "el" { " ή " } else { " or " };
        let first = phrases.first().map_or("", |phrase| phrase.source.as_str());
        let said: Vec<String> = phrases.iter().map(|it| self.in_words(&it.source)).collect();
        let wording = |source: &str| self.pair_in_words(first, source).1;
        let wordings: Vec<String> = rule.prefer.iter().map(|it| wording(&it.source)).collect();
        let pair = Pair {
            avoid: fitting(&said, or),
            prefer: if rule.remove.is_some() { "-".to_owned() } else { fitting(&wordings, or) },
            why: rule.why.clone().unwrap_or_default().chars().take(MAX_WHY_CHARS).collect(),
        };
        let is_whole = pair.avoid == said.join(or) && pair.prefer.contains(&wordings.join(or));
        (is_whole || self.file_of(id).is_none()).then_some(pair)
    }

    /// Whether a rule can be given another level: one of the team's, or one that can be copied whole.
    pub fn may_change_level(&self, id: &str) -> bool {
        self.file_of(id).is_some() || self.rule(id).is_some_and(is_copied_whole)
    }

    /// The team's checker with a rule on, if it is off.
    pub fn with_rule_on(&self, id: &str) -> Checker {
        let rule_set = self.checker.rule_set().clone();
        let mut choices = own::choices(&rule_set, &self.settings, &self.off, &self.allowlist);
        choices.off.remove(id);
        choices.level = Level::Suggestion;
        Checker::of_team(Arc::clone(&self.builtin), rule_set, choices)
    }
}

impl Lead {
    /// The report on a rule in other words. One of the team's is changed in its file; next to a built-in one the team
    /// gets a rule of its own, which goes first.
    ///
    /// # Errors
    /// For a pair without words or a rule that is not there, and if storage fails.
    pub async fn edit_rule(&self, id: &str, pair: &Pair) -> Result<Report, Error> {
        let team = self.team().await?;
        pair.check()?;
        let level = team.rule(id).ok_or(UserError::Vanished)?.level;
        let edited = team.file_of(id).map(|_| id.to_owned());
        let kept = KeptPair { edited, ..KeptPair::new(pair) };
        let upload = self.pair_upload(&team, &kept, Some(level)).await?;
        let examined = self.examined(&team, upload).await?;
        self.keep(&team, examined).await
    }

    /// The report on a rule that is raised or lowered. A built-in one is copied, and the copy takes its place.
    ///
    /// # Errors
    /// For a rule that is not there or can't be changed so, and if storage fails.
    pub async fn rule_at_level(&self, id: &str, level: Level) -> Result<Report, Error> {
        let team = self.team().await?;
        let rule = team.rule(id).ok_or(UserError::Vanished)?;
        let (name, text) = match team.file_of(id) {
            Some(file) => {
                let text = self.text_of(&file.name, file.number).await?;
                let edited = rule_file_edit::with_level(&text, rule.place.span.start, level);
                (file.name.clone(), edited.ok_or(UserError::NotSound)?)
            }
            None if is_copied_whole(rule) => {
                let name = format!("team.{}.yaml", rule.language);
                let before = match team.file(&name) {
                    Some(file) => self.text_of(&name, file.number).await?,
                    None => format!("language: {}\nrules:\n", rule.language),
                };
                (name, rule_file_edit::with_rule(before, &copy(rule, level)))
            }
            None => return Err(UserError::NotSound.into()),
        };
        let upload = Upload {
            name,
            bytes: text.into_bytes(),
            format: Format::Yaml,
            options: None,
            origin: Origin::File,
            note: None,
            avoid: None,
        };
        let examined = self.examined(&team, upload).await?;
        self.keep(&team, examined).await
    }

    /// The rules of a version as the text of a rule file.
    pub(super) async fn text_of(&self, file: &str, number: i64) -> Result<String, Error> {
        let version = self.teams.store.file_version(self.member.server, file, number).await?;
        let version = version.ok_or(UserError::Vanished)?;
        Ok(own::source(file, &version.content).text)
    }
}

/// As many texts as a box of a form takes.
fn fitting(texts: &[String], or: &str) -> String {
    let mut joined = String::new();
    for text in texts {
        let longer = if joined.is_empty() { text.clone() } else { format!("{joined}{or}{text}") };
        if longer.chars().count() > MAX_PHRASE_CHARS {
            break;
        }
        joined = longer;
    }
    joined
}

/// Whether a rule says nothing but what a form has boxes for.
fn is_plain(rule: &Rule) -> bool {
    let Avoid::Phrases(phrases) = &rule.avoid else { return false };
    let sources = phrases.iter().map(|phrase| &phrase.source);
    let wordings = rule.prefer.iter().map(|wording| &wording.source);
    sources.chain(wordings).all(|source| !source.contains(RICH))
        && rule.unless.is_empty()
        && rule.skip.is_empty()
        && rule.speaks.is_empty()
        && rule.examples.is_empty()
        && !rule.in_quotes
        && rule.remove.is_none_or(|part| part == Remove::Phrase)
        && rule.source.is_none()
        && rule.principle.is_none()
}

/// Whether nothing that a rule says is lost where its columns are written out.
fn is_copied_whole(rule: &Rule) -> bool {
    let Avoid::Phrases(phrases) = &rule.avoid else { return rule.speaks.is_empty() };
    let mut named = phrases.iter().chain(&rule.unless).flat_map(|phrase| phrase.sets());
    rule.speaks.is_empty() && named.next().is_none()
}

/// A rule with another level, as in a rule file of our own; its id is that of the first.
fn copy(rule: &Rule, level: Level) -> String {
    let mut rule = rule.clone();
    rule.level = level;
    let bytes = import::as_csv(&import::written_rows([&rule], "en"), b',');
    let Ok(table) = import::read_table(&bytes, Options::default()) else { return String::new() };
    let file = import::rule_file(&table, Options::default(), &Verbs::default());
    file.text.split_once("rules:\n").map_or("", |(_, rule)| rule).to_owned()
}
