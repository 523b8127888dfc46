//! The leads hear of rules that took too long on a draft.

use super::{Errand, Panel, Part, Reception, Tone, Visitor};
use crate::desk::Answer;
use crate::render::Language;
use crate::render::leads::and_more;
use crate::render::leads::slow_rules as words;
use crate::store::ServerId;

/// Rules that are named.
const MOST_NAMED: usize = 10;

impl Reception {
    /// Notes which rules took too long for an answer.
    pub(super) async fn note_slow_rules(&self, visitor: &Visitor, answer: &Answer) {
        let (Some(server), Answer::Card(card)) = (visitor.server(), answer) else { return };
        if card.review.skipped.is_empty() {
            return;
        }
        // Where storage is out of reach they are noted another time.
        if let Ok(team) = self.teams.team(server, visitor.now).await {
            self.teams.note_slow_rules(server, team.versions.rules, &card.review.skipped);
        }
    }

    /// What the leads are still to hear about slow rules: in their channel, else by themselves as soon as one of them
    /// asks for anything.
    pub(super) async fn news_of_slow_rules(&self, visitor: &Visitor) -> Option<Errand> {
        let server = visitor.server().filter(|server| self.teams.has_slow_rules(*server))?;
        let team = self.teams.team(server, visitor.now).await.ok()?;
        let language = team.settings.language().unwrap_or(visitor.language);
        if let Some(channel) = team.settings.proposals_channel {
            return Some(Errand::Post { channel, panel: self.slow_rules(server, language)? });
        }
        let member = visitor.member.as_ref()?;
        if !self.teams.is_led_by(member, visitor.now).await {
            return None;
        }
        let panel = self.slow_rules(server, visitor.language)?;
        Some(Errand::Tell { user: visitor.user, panel })
    }

    fn slow_rules(&self, server: ServerId, language: Language) -> Option<Panel> {
        let rules = self.teams.take_slow_rules(server);
        if rules.is_empty() {
            return None;
        }
        let more = rules.len().saturating_sub(MOST_NAMED);
        let mut parts = vec![Part::Text(words::LEFT_OUT.to(language).to_owned())];
        parts.extend(rules.into_iter().take(MOST_NAMED).map(Part::Item));
        if more > 0 {
            parts.push(Part::Small(and_more(more, language)));
        }
        parts.push(Part::Text(words::WHAT_TO_DO.to(language).to_owned()));
        let title = words::TITLE.to(language).to_owned();
        Some(Panel { title, tone: Tone::Attention, parts, ..Panel::default() })
    }
}
