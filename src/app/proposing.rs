//! `/suggest`: a pair comes in, and goes to the leads.

use super::proposal::{card, pair_blocks};
use super::{App, Arguments, Effect, RequestContext, Response};
use crate::app::Error;
use crate::model::Language;
use crate::model::Member;
use crate::store::{Proposal, ProposalId, Proposed};
use crate::team::{Lead, Pair};
use crate::ui::{Block, Panel, ProposalPlace, Tone};
use crate::ui::{Said, team};

impl App {
    /// Takes a proposal in, thanks for it, and shows it to the leads.
    pub(super) async fn suggest(
        &self,
        context: &RequestContext,
        member: &Member,
        given: &Arguments,
    ) -> Result<Response, Error> {
        let text = |option: &str| given.text(option).unwrap_or("").trim().to_owned();
        let pair = Pair { avoid: text("avoid"), prefer: text("prefer"), why: text("why") };
        let proposed = self.teams.suggest(member, &pair, context.now).await?;
        let (said, id) = match proposed {
            Proposed::New(id) => (team::PROPOSAL_TAKEN, Some(id)),
            Proposed::Joined(id) => (team::PROPOSAL_JOINED, Some(id)),
            Proposed::Again(_) => (team::PROPOSAL_AGAIN, None),
        };
        let response = Response::panel(thanks(said, &pair, context.language));
        let Some(id) = id else { return Ok(response) };
        Ok(match self.for_the_leads(context, member, id).await {
            Ok(effect) => response.with_all(effect),
            // It is in, and waits with the others; the leads see it when they look.
            Err(error) => Response { error: Some(error), ..response },
        })
    }

    /// A new card for the leads' channel, or the one that is there with one more in favour.
    async fn for_the_leads(
        &self,
        context: &RequestContext,
        member: &Member,
        id: ProposalId,
    ) -> Result<Option<Effect>, Error> {
        let team = self.teams.team(member.server, context.now).await?;
        let proposal = self.teams.shown_proposal(member.server, id).await?;
        let Some(proposal) = proposal else { return Ok(None) };
        let language = team.settings.language().unwrap_or(context.language);
        let panel = card(&proposal, ProposalPlace::Channel, language);
        if let Some((channel, message)) = proposal.card {
            return Ok(Some(Effect::Rewrite { channel, message, panel }));
        }
        let channel = team.settings.proposals_channel;
        let server = member.server;
        Ok(channel.map(|channel| Effect::PostProposal { server, proposal: id, channel, panel }))
    }

    /// What everybody who made a proposal hears, each once.
    pub(super) async fn tell_authors(
        &self,
        context: &RequestContext,
        lead: &Lead,
        proposal: &Proposal,
        outcome: impl Fn(Language) -> Panel,
    ) -> Result<Vec<Effect>, Error> {
        let authors = lead.authors_to_tell(proposal.id).await?;
        // The language of an author is not stored; the team's own is the best guess.
        let language = self.language_in_channels(lead.member().server, context.now).await;
        let language = language.unwrap_or(context.language);
        let tell = |user| Effect::Tell { user, panel: outcome(language) };
        Ok(authors.into_iter().map(tell).collect())
    }
}

fn thanks(said: Said, pair: &Pair, language: Language) -> Panel {
    let mut blocks = vec![Block::Text(said.to(language).to_owned())];
    blocks.extend(pair_blocks(&pair.avoid, &pair.prefer, &pair.why, language));
    Panel { tone: Tone::Good, blocks, ..Panel::default() }
}
