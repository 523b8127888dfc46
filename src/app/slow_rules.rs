//! The leads hear of rules that took too long on a draft.

use super::{App, Effect, RequestContext};
use crate::check::Card;
use crate::model::Language;
use crate::model::ServerId;
use crate::ui::leads::and_more;
use crate::ui::leads::slow_rules as words;
use crate::ui::{Block, Panel, Tone};

/// Rules that are named.
const MOST_NAMED: usize = 10;

impl App {
    /// Notes which rules took too long on a draft.
    pub(super) async fn note_slow_rules(&self, context: &RequestContext, card: &Card) {
        let Some(server) = context.server() else { return };
        if card.review.skipped.is_empty() {
            return;
        }
        // Where storage is out of reach they are noted another time.
        if let Ok(team) = self.teams.team(server, context.now).await {
            self.teams.note_slow_rules(server, team.versions.rules, &card.review.skipped);
        }
    }

    /// What the leads are still to hear about slow rules: in their channel, else by themselves as soon as one of them
    /// asks for anything.
    pub(super) async fn news_of_slow_rules(&self, context: &RequestContext) -> Option<Effect> {
        let server = context.server().filter(|server| self.teams.has_slow_rules(*server))?;
        let team = self.teams.team(server, context.now).await.ok()?;
        let language = team.settings.language().unwrap_or(context.language);
        if let Some(channel) = team.settings.proposals_channel {
            return Some(Effect::Post { channel, panel: self.slow_rules(server, language)? });
        }
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
