//! The leads hear of rules that took too long on a draft.

use super::{App, Effect, RequestContext};
use std::sync::Arc;

use crate::engine::RuleInfo;
use crate::model::{Language, ServerId, Time};
use crate::ui::leads::and_more;
use crate::ui::leads::slow_rules as words;
use crate::ui::{Block, Panel, Tone};

/// Rules that are named.
const MOST_NAMED: usize = 10;

impl App {
    /// Notes which rules took too long on a draft.
    pub(super) async fn note_slow_rules(
        &self,
        server: Option<ServerId>,
        now: Time,
        rules: &[Arc<RuleInfo>],
    ) {
        let Some(server) = server.filter(|_| !rules.is_empty()) else { return };
        // Where storage is out of reach they are noted another time.
        if let Ok(team) = self.teams.team(server, now).await {
            self.teams.note_slow_rules(server, team.versions.rules, rules);
        }
    }

    /// What the leads are still to hear about slow rules, for their channel. Where there is none they hear it by
    /// [`App::news_of_slow_rules`].
    pub(super) async fn channel_news_of_slow_rules(
        &self,
        server: Option<ServerId>,
        now: Time,
        otherwise: Language,
    ) -> Option<Effect> {
        let server = server.filter(|server| self.teams.has_slow_rules(*server))?;
        let team = self.teams.team(server, now).await.ok()?;
        let channel = team.settings.proposals_channel?;
        let language = team.settings.language().unwrap_or(otherwise);
        Some(Effect::Post { channel, panel: self.slow_rules(server, language)? })
    }

    /// What the leads are still to hear about slow rules: in their channel, else by themselves as soon as one of them
    /// asks for anything.
    pub(super) async fn news_of_slow_rules(&self, context: &RequestContext) -> Option<Effect> {
        let (server, now) = (context.server(), context.now);
        let in_channel = self.channel_news_of_slow_rules(server, now, context.language).await;
        if in_channel.is_some() {
            return in_channel;
        }
        let server = server.filter(|server| self.teams.has_slow_rules(*server))?;
        let member = context.member.as_ref()?;
        if !self.teams.is_led_by(member, context.now).await {
            return None;
        }
        let panel = self.slow_rules(server, context.language)?;
        Some(Effect::Tell { user: context.user, panel })
    }

    fn slow_rules(&self, server: ServerId, language: Language) -> Option<Panel> {
        let rules = self.teams.take_slow_rules(server);
        if rules.is_empty() {
            return None;
        }
        let more = rules.len().saturating_sub(MOST_NAMED);
        let mut blocks = vec![Block::Text(words::LEFT_OUT.to(language).to_owned())];
        blocks.extend(rules.into_iter().take(MOST_NAMED).map(Block::Item));
        if more > 0 {
            blocks.push(Block::Small(and_more(more, language)));
        }
        blocks.push(Block::Text(words::WHAT_TO_DO.to(language).to_owned()));
        let title = words::TITLE.to(language).to_owned();
        Some(Panel { title, tone: Tone::Attention, blocks, ..Panel::default() })
    }
}
