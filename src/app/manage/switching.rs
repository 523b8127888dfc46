//! `/rules off` and `/rules on`: a rule, a pack or a principle.

use super::show::turn_action;
use super::{
    Action, App, Arguments, Block, Error, Language, Lead, MAX_VALUE_CHARS, NameHash, Offered,
    Panel, Position, RequestContext, Team, Tone, Version, choose_one, done, first_few, is_meant,
};
use crate::store::{Area, Switch, SwitchKind};
use crate::team;
use crate::team::{ListedRule, Named, RuleState};
use crate::ui::leads::becomes;
use crate::ui::leads::listing;
use crate::ui::leads::listing::Standing;
use crate::ui::leads::switching as words;
use crate::ui::leads::switching::Switched;

impl App {
    pub(in crate::app) async fn switch(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
        to: Position,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let (asked, language) = (given.text("name").unwrap_or(""), context.language);
        let offered = asked
            .split_once(':')
            .and_then(|(kind, name)| team.switch_of(kind, |known| is_meant(known, name), language));
        let found = match offered {
            Some(named) => vec![named],
            None => team.switches_named(asked, to, language),
        };
        match found.as_slice() {
            [] => {
                // Says what is most like it.
                let unknown = Switch { kind: SwitchKind::Rule, name: asked.to_owned() };
                let base = team.versions.rules;
                lead.turn(base, &unknown, to).await?;
                Err(team::UserError::UnknownName { asked: asked.to_owned(), nearest: None }.into())
            }
            [named] => self.turned(context, lead, named, to, team.versions.rules).await,
            several => Ok(which(&team, several, to, language)),
        }
    }

    pub(in crate::app) async fn turn(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (kind, name): (SwitchKind, NameHash),
        to: Position,
        base: Version,
    ) -> Result<Panel, Error> {
        let value = format!("{}:{}", kind.word(), name.written());
        self.turn_chosen(context, lead, Some(&value), to, base).await
    }

    pub(in crate::app) async fn turn_chosen(
        &self,
        context: &RequestContext,
        lead: &Lead,
        chosen: Option<&str>,
        to: Position,
        base: Version,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let named = chosen.and_then(|value| value.split_once(':')).and_then(|(kind, name)| {
            team.switch_of(kind, |known| is_meant(known, name), context.language)
        });
        let named = named.ok_or(team::UserError::Vanished)?;
        self.turned(context, lead, &named, to, base).await
    }

    async fn turned(
        &self,
        context: &RequestContext,
        lead: &Lead,
        named: &Named,
        to: Position,
        base: Version,
    ) -> Result<Panel, Error> {
        let language = context.language;
        let team = lead.team().await?;
        if let Some(panel) = silent_with_more(&team, named, to, language) {
            return Ok(panel);
        }
        let switch = named.switch();
        let activation = lead.turn(base, &switch, to).await?;
        let rules = team.muted_by(&switch);
        let said = match to {
            Position::Off => words::went_off(switched(named), rules.len(), language),
            Position::On => words::went_on(switched(named), rules.len(), language),
        };
        let listed = match named.kind {
            SwitchKind::Rule => Vec::new(),
            _ => first_few(rules.iter().map(|rule| line(rule, language)).collect(), language),
        };
        Ok(done(said, listed, (Area::Rules, activation.version), language))
    }
}

/// Things to switch for what is being typed.
pub fn offers(
    team: &Team,
    typed: &str,
    to: Position,
    language: Language,
    most: usize,
) -> Vec<Offered> {
    let offered = |named: Named| {
        let shown = words::offered(switched(&named), &named.name, language);
        Offered { value: value_of(&named), shown }
    };
    team.offer_switches(typed, to, language, most).into_iter().map(offered).collect()
}

/// The kind and the name, or a hash of the name where it is too long.
fn value_of(named: &Named) -> String {
    let value = named.value();
    match value.chars().count() {
        0..=MAX_VALUE_CHARS => value,
        _ => format!("{}:{}", named.kind.word(), NameHash::of(&named.name).written()),
    }
}

fn line(rule: &ListedRule, language: Language) -> String {
    becomes(&rule.phrase, &rule.instead, language)
}

/// What is switched, as sentences name it.
pub fn switched(named: &Named) -> Switched<'_> {
    match named.kind {
        SwitchKind::Rule => Switched::Rule(&named.shown),
        SwitchKind::Pack => Switched::Pack(&named.shown),
        SwitchKind::Principle => Switched::Principle(&named.shown),
    }
}

/// Several things are called so: which one?
fn which(team: &Team, several: &[Named], to: Position, language: Language) -> Panel {
    let option =
        |named: &Named| (value_of(named), words::offered(switched(named), &named.name, language));
    let options = several.iter().map(option).collect();
    let action = Action::TurnChosen { to, base: team.versions.rules };
    let mut panel = Panel { tone: Tone::Attention, ..Panel::saying(words::WHICH.to(language)) };
    panel.controls.push(choose_one(words::CHOOSE.to(language), action, options));
    panel
}

/// A rule that is off with its pack or its principle stays off until that is on.
fn silent_with_more(team: &Team, named: &Named, to: Position, language: Language) -> Option<Panel> {
    if to == Position::Off || named.kind != SwitchKind::Rule {
        return None;
    }
    let rule = team.concerned_by(&named.switch()).into_iter().next()?;
    let RuleState::Off(kind @ (SwitchKind::Pack | SwitchKind::Principle)) = rule.state else {
        return None;
    };
    let over = team.switch_over(&rule.id, kind, language)?;
    let (standing, label) = match kind {
        SwitchKind::Principle => {
            (Standing::OffWithPrinciple(&over.shown), words::TURN_PRINCIPLE_ON)
        }
        _ => (Standing::OffWithPack(&over.shown), words::TURN_PACK_ON),
    };
    let panel = Panel {
        blocks: vec![
            Block::Text(line(&rule, language)),
            Block::Text(listing::standing(standing, language)),
        ],
        tone: Tone::Attention,
        ..Panel::default()
    };
    let action = turn_action(kind, &over.name, Position::On, team);
    Some(panel.next_button(label.to(language), action))
}
