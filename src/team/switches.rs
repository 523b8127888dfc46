//! Switches, and names that are never flagged.

use crate::team::UserError;
use rustc_hash::FxHashSet;

use super::change::NewChange;
use super::limits::{MAX_NAME_CHARS, MAX_NAMES};
use super::own::{concerns, pack_of};
use super::{Activation, Error, Lead, ListedRule, RuleState, Team};
use crate::model::ChangeKind;
use crate::model::Language;
use crate::model::Version;
use crate::rules::Rule;
use crate::ruleset::RuleLookup;
use crate::store::{Operation, Position, Switch, SwitchKind};
use crate::text;
use crate::text::nearest;

/// Something that can be switched off, found by what somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What kind.
    pub kind: SwitchKind,
    /// Its name: a full id, `language/pack`, or the id of a principle.
    pub name: String,
    /// What is shown.
    pub shown: String,
}

impl Lead {
    /// Turns a rule, a pack or a principle off or on.
    ///
    /// # Errors
    /// On an old version, for what is not there or is so already, and if storage fails.
    pub async fn turn(
        &self,
        base: Version,
        switch: &Switch,
        to: Position,
    ) -> Result<Activation, Error> {
        let team = self.team().await?;
        let switch = known(&team, switch)?;
        let is_off = team.off.contains(&switch);
        if is_off == (to == Position::Off) && base == team.versions.rules {
            return Err(UserError::AlreadySo.into());
        }
        let kind = match to {
            Position::Off => ChangeKind::SwitchedOff,
            Position::On => ChangeKind::SwitchedOn,
        };
        let step = Operation::Turn { kind: switch.kind, name: switch.name.clone(), to };
        self.make(NewChange::once(kind, &switch.name, base), vec![step]).await
    }

    /// Keeps names from being flagged, or lets the rules look at them again (`Position::On`): all in one
    /// change. Those that are so already are left out.
    ///
    /// # Errors
    /// On an old version, for what is not a name, where all are so already, and where
    /// storage fails.
    pub async fn allow(
        &self,
        base: Version,
        names: &[&str],
        flagging: Position,
    ) -> Result<Activation, Error> {
        let team = self.team().await?;
        let mut words: Vec<String> = Vec::new();
        for name in names {
            let name = name_to_allow(name)?;
            let same = |known: &&String| text::key(known) == text::key(name);
            let before = team.allowlist.iter().find(same);
            let is_new = before.is_none() && !words.iter().any(|known| same(&known));
            match (flagging, before) {
                (Position::On, Some(known)) => words.push(known.clone()),
                (Position::Off, None) if is_new => words.push(name.to_owned()),
                _ => (),
            }
        }
        let is_current = base == team.versions.rules;
        if words.is_empty() && is_current {
            return Err(UserError::AlreadySo.into());
        }
        if flagging == Position::Off && team.allowlist.len() + words.len() > MAX_NAMES {
            return Err(UserError::TooManyNames { limit: MAX_NAMES }.into());
        }
        let kind =
            if flagging == Position::Off { ChangeKind::Allowed } else { ChangeKind::NotAllowed };
        let subject = words.join(", ");
        let operations =
            words.into_iter().map(|word| Operation::Allow { word, flagging }).collect();
        // Asked for again it succeeds, though there is nothing left to do.
        let mut asked: Vec<&str> = names.iter().map(|name| name.trim()).collect();
        asked.sort_unstable();
        let request = NewChange::once(kind, &asked.join(","), base).request;
        self.make(NewChange { kind, subject: &subject, base, request }, operations).await
    }
}

/// A name without spaces around it.
fn name_to_allow(name: &str) -> Result<&str, UserError> {
    let name = name.trim();
    if text::key(name).is_empty() {
        return Err(UserError::EmptyPair);
    }
    if name.chars().count() > MAX_NAME_CHARS {
        return Err(UserError::TooLong { limit: MAX_NAME_CHARS });
    }
    Ok(name)
}

impl Team {
    /// At most `most` things that can be turned to a position, for what is being typed; the best first.
    pub fn offer_switches(
        &self,
        typed: &str,
        to: Position,
        language: Language,
        most: usize,
    ) -> Vec<Named> {
        let key = text::key(typed);
        let wanted = self.wanted(typed);
        let fits = |named: &Named| {
            let holds =
                [&named.name, &named.shown].iter().any(|text| text::key(text).contains(&key));
            let is_rule = named.kind == SwitchKind::Rule;
            holds
                || is_rule
                    && self
                        .rule(&named.name)
                        .is_some_and(|rule| wanted.fits(rule, |it| self.readable(it)))
        };
        let wants_off = to == Position::Off;
        let is_off = |named: &Named| self.off.iter().any(|switch| switch.is_of(named));
        let all = self.switches(language);
        all.filter(|named| is_off(named) != wants_off).filter(fits).take(most).collect()
    }

    /// What somebody means: by its name if something is called so, else all that this text is in.
    pub fn switches_named(&self, asked: &str, to: Position, language: Language) -> Vec<Named> {
        let asked = asked.trim();
        let key = text::key(asked);
        let is_called = |named: &Named| {
            named.value() == asked
                || named.name == asked
                || named.kind == SwitchKind::Pack && named.name.ends_with(&format!("/{asked}"))
                || !key.is_empty() && text::key(&named.shown) == key
        };
        let called: Vec<Named> = self.switches(language).filter(is_called).collect();
        match called.as_slice() {
            [] => match self.checker.rule_set().rule(asked) {
                RuleLookup::Found(_, rule) => {
                    self.switch_over(&rule.id, SwitchKind::Rule, language).into_iter().collect()
                }
                _ if key.is_empty() => Vec::new(),
                _ => self.offer_switches(asked, to, language, usize::MAX),
            },
            _ => called,
        }
    }

    /// What a rule belongs to, of a kind: itself, its pack, its principle.
    pub fn switch_over(&self, rule: &str, kind: SwitchKind, language: Language) -> Option<Named> {
        let RuleLookup::Found(_, rule) = self.checker.rule_set().rule(rule) else { return None };
        let name = match kind {
            SwitchKind::Rule => rule.id.as_str(),
            SwitchKind::Pack => pack_of(&rule.id),
            SwitchKind::Principle => rule.principle.as_deref()?,
        };
        self.switch_of(kind.word(), |known| known == name, language)
    }

    /// What `wanted` knows by its name, of the kind of this word.
    pub fn switch_of(
        &self,
        kind: &str,
        wanted: impl Fn(&str) -> bool,
        language: Language,
    ) -> Option<Named> {
        self.switches(language).find(|named| named.kind.word() == kind && wanted(&named.name))
    }

    /// What has this name, of whatever kind.
    pub fn switch_named(&self, name: &str, language: Language) -> Option<Named> {
        self.switches(language).find(|named| named.name == name)
    }

    /// The rules that are silent for the sake of this switch alone, or would be if it were turned off.
    pub fn muted_by(&self, switch: &Switch) -> Vec<ListedRule> {
        let others: Vec<&Switch> = self.off.iter().filter(|other| *other != switch).collect();
        let rule_set = self.checker.rule_set();
        let is_off_anyway = |id: &str| match rule_set.rule(id) {
            RuleLookup::Found(_, rule) => others.iter().any(|other| concerns(other, rule)),
            _ => false,
        };
        let mut rules = self.concerned_by(switch);
        rules.retain(|rule| rule.state != RuleState::Replaced && !is_off_anyway(&rule.id));
        rules
    }

    /// Everything that can be switched; the team's own rules first.
    fn switches(&self, language: Language) -> impl Iterator<Item = Named> {
        let rule_set = self.checker.rule_set();
        let all = || rule_set.packs().iter().flat_map(|pack| &pack.rules.rules);
        let served: FxHashSet<&str> = all().filter_map(|rule| rule.principle.as_deref()).collect();
        let principles = rule_set.principles().iter();
        let principles =
            principles.filter(move |it| served.contains(it.id.as_str())).map(move |it| {
                let shown = it.name(language.key()).unwrap_or(&it.id);
                named(SwitchKind::Principle, &it.id, shown)
            });
        let packs = rule_set.packs().iter().filter_map(|pack| {
            let first = pack.rules.rules.first()?;
            let shown = pack.rules.title.as_deref().unwrap_or(&pack.rules.pack);
            Some(named(SwitchKind::Pack, pack_of(&first.id), shown))
        });
        let rule = |rule: &Rule| {
            let phrase = super::fixed_ids::phrases(rule).first().map_or("", |phrase| *phrase);
            named(SwitchKind::Rule, &rule.id, &self.in_words(phrase))
        };
        let own = self.files.iter().flat_map(|file| &file.rules.rules);
        let own_ids: FxHashSet<&str> = own.clone().map(|rule| rule.id.as_str()).collect();
        let ready = all().filter(move |rule| !own_ids.contains(rule.id.as_str()));
        let (own, ready) = (own.map(rule), ready.map(rule));
        // What is off can be turned on even if it no longer exists.
        let is_there = move |switch: &Switch| all().any(|rule| concerns(switch, rule));
        let gone = self.off.iter().filter(move |switch| !is_there(switch));
        let gone = gone.map(|switch| named(switch.kind, &switch.name, &switch.name));
        own.chain(packs).chain(principles).chain(ready).chain(gone)
    }
}

impl Named {
    pub fn switch(&self) -> Switch {
        Switch { kind: self.kind, name: self.name.clone() }
    }

    /// What stands for it where kind and name are one text.
    pub fn value(&self) -> String {
        format!("{}:{}", self.kind.word(), self.name)
    }
}

impl Switch {
    fn is_of(&self, named: &Named) -> bool {
        self.kind == named.kind && self.name == named.name
    }
}

fn named(kind: SwitchKind, name: &str, shown: &str) -> Named {
    Named { kind, name: name.to_owned(), shown: shown.to_owned() }
}

/// The name that was asked for; otherwise the most like it.
fn one_of<'n>(
    names: impl Iterator<Item = &'n str> + Clone,
    asked: &str,
) -> Result<String, Option<String>> {
    match names.clone().find(|name| *name == asked) {
        Some(name) => Ok(name.to_owned()),
        None => Err(nearest(asked, names)),
    }
}

/// The switch under its full name, if it is of something that is there or is off.
fn known(team: &Team, asked: &Switch) -> Result<Switch, UserError> {
    if team.off.contains(asked) {
        return Ok(asked.clone());
    }
    let rule_set = team.checker.rule_set();
    let unknown = |nearest| UserError::UnknownName { asked: asked.name.clone(), nearest };
    let name = match asked.kind {
        SwitchKind::Rule => match rule_set.rule(asked.name.trim()) {
            RuleLookup::Found(_, rule) => rule.id.clone(),
            RuleLookup::Several(ids) => return Err(unknown(ids.into_iter().next())),
            RuleLookup::Unknown { nearest } => return Err(unknown(nearest)),
        },
        SwitchKind::Pack => {
            let ids = rule_set.packs().iter().flat_map(|pack| pack.rules.rules.first());
            one_of(ids.map(|rule| pack_of(&rule.id)), asked.name.trim()).map_err(unknown)?
        }
        SwitchKind::Principle => {
            let ids = rule_set.principles().iter().map(|principle| principle.id.as_str());
            one_of(ids, asked.name.trim()).map_err(unknown)?
        }
    };
    Ok(Switch { kind: asked.kind, name })
}
