//! `/rules show`: one rule in full, as a lead sees it.

use std::sync::Arc;

use super::{
    Action, App, Arguments, Block, Error, Language, Lead, NameHash, Panel, Position,
    RequestContext, Team, is_meant, somebody_did,
};
use crate::app::levels::levels;
use crate::schedule::Zone;
use crate::store::{SwitchKind, VersionInfo};
use crate::team;
use crate::team::{RuleFilter, RuleState, ShownRule, Source};
use crate::text;
use crate::ui::ListView;
use crate::ui::leads;
use crate::ui::leads::add;
use crate::ui::leads::listing as words;
use crate::ui::leads::listing::Standing;
use crate::ui::leads::switching;

impl App {
    pub(in crate::app) async fn rule_asked_for(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let asked = given.text("rule").unwrap_or("").trim();
        // Rules that are off are found too, which an agent's question would skip.
        let silent = || {
            let text = Some(asked.to_owned());
            let filter = RuleFilter { text, speaks: Some(false), ..RuleFilter::default() };
            team.list(&filter, 0, usize::MAX).rules
        };
        let same = || {
            let key = text::key(asked);
            silent().into_iter().find(|rule| text::key(&rule.phrase) == key)
        };
        let mut id = team.rule_id(|id| is_meant(id, asked)).or_else(|| same().map(|rule| rule.id));
        if id.is_none() {
            let in_force = self.shown(context, &team, asked).await;
            id = in_force.ok().map(|shown| shown.explained.id);
        }
        let id = id.or_else(|| silent().into_iter().next().map(|rule| rule.id));
        self.rule_panel(context, lead, &team, &id.unwrap_or_else(|| asked.to_owned())).await
    }

    pub(in crate::app) async fn rule_chosen(
        &self,
        context: &RequestContext,
        lead: &Lead,
        chosen: Option<&str>,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let id = chosen.and_then(|wanted| team.rule_id(|id| is_meant(id, wanted)));
        let id = id.ok_or(team::UserError::Vanished)?;
        self.rule_panel(context, lead, &team, &id).await
    }

    /// A rule explained, for which sentences are checked.
    async fn shown(
        &self,
        context: &RequestContext,
        team: &Arc<Team>,
        asked: &str,
    ) -> Result<ShownRule, Error> {
        let (team, asked, language) = (Arc::clone(team), asked.to_owned(), context.language);
        Ok(self.teams.check(context.server(), move || team.show(&asked, language)).await??)
    }

    async fn rule_panel(
        &self,
        context: &RequestContext,
        lead: &Lead,
        team: &Arc<Team>,
        asked: &str,
    ) -> Result<Panel, Error> {
        let shown = self.shown(context, team, asked).await?;
        let brought = match &shown.source {
            Source::Builtin => None,
            Source::Own { file } => {
                let versions = lead.file_versions().await?;
                versions.into_iter().find(|version| version.active && version.file == *file)
            }
        };
        let clock = self.clock(lead).await?;
        Ok(panel(team, &shown, brought.map(|it| (it, clock)), context.language))
    }
}

fn panel(
    team: &Team,
    shown: &ShownRule,
    brought: Option<(VersionInfo, Zone)>,
    language: Language,
) -> Panel {
    let explained = &shown.explained;
    let principle = explained.principle.as_ref().and_then(|it| it.name(language.key()));
    let mut blocks = vec![
        Block::Text(words::weight(explained.level, principle, language)),
        Block::Text(standing(team, shown, language)),
    ];
    if let Some((version, clock)) = brought {
        let what = words::from_file(&version.file, version.number, language);
        blocks.push(somebody_did(what, (version.by, version.at), &clock, language));
    }
    let mut list = |heading: Option<String>, items: Vec<String>| {
        if !items.is_empty() {
            blocks.extend(heading.map(Block::Heading));
            blocks.extend(items.into_iter().map(Block::Item));
        }
    };
    let said = |heading: crate::ui::Said| Some(heading.to(language).to_owned());
    let mut phrases = explained.phrases.clone();
    if phrases.is_empty() {
        phrases.clone_from(&shown.sketch.avoid);
    }
    for (shown, source) in phrases.iter_mut().zip(&shown.sketch.avoid) {
        if let Some(own) = team.own_words(source) {
            *shown = own;
        }
    }
    if explained.more_phrases > 0 {
        phrases.push(leads::and_more(explained.more_phrases, language));
    }
    let title = phrases.first().cloned().unwrap_or_default();
    list(said(words::CATCHES), phrases);
    list(said(words::INSTEAD), instead(team, shown, language));
    list(said(words::FINE), shown.sketch.unless.iter().map(|it| team.in_words(it)).collect());
    // Of a sentence that goes as a whole nothing is left to show.
    let pair = explained.pair.as_ref().filter(|(_, rewrite)| !rewrite.trim().is_empty());
    if let Some((sentence, rewrite)) = pair {
        list(said(words::FOR_EXAMPLE), vec![format!("{sentence} → {rewrite}")]);
    }
    blocks.extend(explained.why.clone().map(Block::Text));
    let name = words::name_of(&explained.id, explained.source.as_deref(), language);
    blocks.push(Block::Small(name));
    buttons(Panel { title, blocks, ..Panel::default() }, team, shown, language)
}

/// What it says instead, as people would write it.
fn instead(team: &Team, shown: &ShownRule, language: Language) -> Vec<String> {
    let removes = shown.sketch.removes.map(|it| words::leaves_out(it).to(language).to_owned());
    let phrase = shown.sketch.avoid.first().map_or("", String::as_str);
    let as_agreed = |wording: &String| team.pair_in_words(phrase, wording).1;
    removes.into_iter().chain(shown.sketch.prefer.iter().map(as_agreed)).collect()
}

fn standing(team: &Team, shown: &ShownRule, language: Language) -> String {
    let switch = |kind| team.switch_over(&shown.explained.id, kind, language);
    let named = |kind| switch(kind).map(|named| named.shown).unwrap_or_default();
    let (pack, principle) = (named(SwitchKind::Pack), named(SwitchKind::Principle));
    let standing = match shown.state {
        RuleState::On => Standing::Speaks,
        RuleState::Off(SwitchKind::Rule) => Standing::Off,
        RuleState::Off(SwitchKind::Pack) => Standing::OffWithPack(&pack),
        RuleState::Off(SwitchKind::Principle) => Standing::OffWithPrinciple(&principle),
        RuleState::Replaced => Standing::Replaced,
    };
    words::standing(standing, language)
}

fn buttons(panel: Panel, team: &Team, shown: &ShownRule, language: Language) -> Panel {
    let turn = |kind: SwitchKind, to: Position| {
        let named = team.switch_over(&shown.explained.id, kind, language)?;
        Some(turn_action(kind, &named.name, to, team))
    };
    let (label, action) = match shown.state {
        RuleState::On => (switching::TURN_OFF, turn(SwitchKind::Rule, Position::Off)),
        RuleState::Off(kind) => {
            let label = match kind {
                SwitchKind::Rule => switching::TURN_ON,
                SwitchKind::Pack => switching::TURN_PACK_ON,
                SwitchKind::Principle => switching::TURN_PRINCIPLE_ON,
            };
            (label, turn(kind, Position::On))
        }
        RuleState::Replaced => (switching::TURN_OFF, None),
    };
    let (id, level) = (&shown.explained.id, shown.explained.level);
    let rule = NameHash::of(id);
    let panel = match action {
        Some(action) => panel.button(label.to(language), action),
        None => panel,
    };
    let mut panel = panel.button(add::TRY.to(language), Action::TryRule { rule });
    if team.words_of(id).is_some() {
        panel = panel.button(add::REWRITE.to(language), Action::EditRule { rule });
    }
    if team.may_change_level(id) {
        panel.controls.push(levels(Action::RuleLevel { rule }, level, language));
    }
    panel.button(words::BACK.to(language), Action::List(ListView::default()))
}

/// Turns something on or off, on the version of the rules that a panel is made from.
pub fn turn_action(kind: SwitchKind, name: &str, to: Position, team: &Team) -> Action {
    Action::Turn { to, kind, name: NameHash::of(name), base: team.versions.rules }
}
