//! `/suggest`: a pair comes in, and goes to the leads.

use super::proposal::{Where, card, pair_parts};
use super::{Errand, Given, Panel, Part, Received, Reception, Tone, Visitor};
use crate::desk::team::{Asker, Pair, Trouble};
use crate::render::{Language, Said, team};
use crate::store::{Proposal, ProposalId, Proposed};

impl Reception {
    /// Takes a proposal in, thanks for it, and shows it to the leads.
    pub(super) async fn suggest(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        given: &Given,
    ) -> Result<Received, Trouble> {
        let text = |option: &str| given.text(option).unwrap_or("").trim().to_owned();
        let pair = Pair { avoid: text("avoid"), prefer: text("prefer"), why: text("why") };
        let proposed = self.teams.suggest(asker, &pair, visitor.now).await?;
        let (said, id) = match proposed {
            Proposed::New(id) => (team::PROPOSAL_TAKEN, Some(id)),
            Proposed::Joined(id) => (team::PROPOSAL_JOINED, Some(id)),
            Proposed::Again(_) => (team::PROPOSAL_AGAIN, None),
        };
        let received = Received::panel(thanks(said, &pair, visitor.language));
        let Some(id) = id else { return Ok(received) };
        Ok(match self.for_the_leads(visitor, asker, id).await {
            Ok(errand) => received.with_all(errand),
            // It is in, and waits with the others; the leads see it when they look.
            Err(trouble) => Received { trouble: Some(trouble), ..received },
        })
    }

    /// A new card for the leads' channel, or the one that stands there with one more in favour.
    async fn for_the_leads(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        id: ProposalId,
    ) -> Result<Option<Errand>, Trouble> {
        let team = self.teams.team(asker.server, visitor.now).await?;
        let proposal = self.teams.shown_proposal(asker.server, id).await?;
        let Some(proposal) = proposal else { return Ok(None) };
        let language = team.settings.language().unwrap_or(visitor.language);
        let panel = card(&proposal, Where::Channel, language);
        if let Some((channel, message)) = proposal.card {
            return Ok(Some(Errand::Rewrite { channel, message, panel }));
        }
        let channel = team.settings.proposals_channel;
        let server = asker.server;
        Ok(channel.map(|channel| Errand::PostProposal { server, proposal: id, channel, panel }))
    }

    /// What everybody with a share in a proposal hears, each once.
    pub(super) async fn tell_authors(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        proposal: &Proposal,
        outcome: impl Fn(Language) -> Panel,
    ) -> Result<Vec<Errand>, Trouble> {
        let authors = self.teams.authors_to_tell(asker, proposal.id).await?;
        // Which language an author speaks nobody remembers; the team's own is the best guess.
        let language = self.language_in_channels(asker.server, visitor.now).await;
        let language = language.unwrap_or(visitor.language);
        let tell = |user| Errand::Tell { user, panel: outcome(language) };
        Ok(authors.into_iter().map(tell).collect())
    }
}

fn thanks(said: Said, pair: &Pair, language: Language) -> Panel {
    let mut parts = vec![Part::Text(said.to(language).to_owned())];
    parts.extend(pair_parts(&pair.avoid, &pair.prefer, &pair.why, language));
    Panel { tone: Tone::Good, parts, ..Panel::default() }
}
