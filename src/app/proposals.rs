//! `/proposals`, and the buttons on a proposal wherever it is shown: leads decide, and authors hear of it.

use super::proposal;
use super::proposal::{
    MAX_WORD, card, decided_panel, has_concerns, heard_no, heard_yes, in_words, look, outcome,
};
use super::{App, Body, Effect, RequestContext, Response};
use crate::app::Error;
use crate::model::Language;
use crate::model::Version;
use crate::store::{Proposal, ProposalId, UploadId};
use crate::team;
use crate::team::{Activate, Lead, Objections, Pair, Reread, Verdict};
use crate::ui::leads;
use crate::ui::leads::proposals as words;
use crate::ui::{Action, Block, Panel, ProposalPlace, Tone};

/// How many open proposals are counted; nobody pages further.
const MOST_COUNTED: usize = 500;

impl App {
    /// The open proposal at a place of the list, those that most people want first.
    pub(super) async fn proposals(
        &self,
        context: &RequestContext,
        lead: &Lead,
        at: usize,
    ) -> Result<Panel, Error> {
        let open = lead.open_proposals(0, MOST_COUNTED).await?;
        let language = context.language;
        let at = at.min(open.len().saturating_sub(1));
        let Some(proposal) = open.get(at) else {
            return Ok(Panel::saying(words::NONE.to(language)));
        };
        let mut panel = card(proposal, ProposalPlace::Alone, language);
        if open.len() > 1 {
            let place = words::place(at + 1, open.len(), language);
            panel.blocks.push(Block::Small(place));
        }
        if at > 0 {
            panel = panel.button(words::FORMER.to(language), Action::Proposals { at: at - 1 });
        }
        if at + 1 < open.len() {
            panel = panel.button(words::NEXT.to(language), Action::Proposals { at: at + 1 });
        }
        Ok(panel)
    }

    /// The form in which a proposal becomes a rule.
    pub(super) async fn approve_form(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (id, place): (ProposalId, ProposalPlace),
        kept: Option<UploadId>,
    ) -> Result<Response, Error> {
        let proposal = match self.still_open(context, lead, id, place).await? {
            Ok(proposal) => proposal,
            Err(decided) => return Ok(*decided),
        };
        // What a lead has changed already is not lost.
        let written = match kept {
            Some(token) => lead.waiting_pair(token).await.ok(),
            None => None,
        };
        let pair = written.unwrap_or_else(|| Pair {
            avoid: proposal.avoid.clone(),
            prefer: proposal.prefer.clone(),
            why: proposal.why.clone(),
        });
        let form = proposal::approve_form(id, &pair, place, context.language);
        Ok(Response::of(Body::Modal(form)))
    }

    /// Makes a rule of what a lead wrote; where something is to be decided first, says what.
    pub(super) async fn approve_written(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (id, place): (ProposalId, ProposalPlace),
        written: &[String],
    ) -> Result<Response, Error> {
        let proposal = match self.still_open(context, lead, id, place).await? {
            Ok(proposal) => proposal,
            Err(decided) => return Ok(*decided),
        };
        let text = |at: usize| written.get(at).map_or("", |text| text.trim()).to_owned();
        let pair = Pair { avoid: text(0), prefer: text(1), why: text(2) };
        let made = self.rule_of(context, lead, &proposal, &pair, place).await;
        match made {
            // Somebody else has changed other rules in the meantime: it goes after those, too.
            Err(Error::Team(team::UserError::Stale { .. })) => {
                self.rule_of(context, lead, &proposal, &pair, place).await
            }
            made => made,
        }
    }

    async fn rule_of(
        &self,
        context: &RequestContext,
        lead: &Lead,
        proposal: &Proposal,
        pair: &Pair,
        place: ProposalPlace,
    ) -> Result<Response, Error> {
        let report = lead.write_rule(pair, None).await?;
        match (report.verdict, report.token) {
            (Verdict::Ready, Some(token)) if !has_concerns(&report) => {
                let wanted =
                    Activate { token, objections: Objections::Stand, proposal: Some(proposal.id) };
                self.approved(context, lead, (proposal, pair), wanted, place).await
            }
            _ => {
                let panel = self.reported(context, lead, &report).await?;
                Ok(Response::panel(look(panel, &report, proposal.id, context.language)))
            }
        }
    }

    /// Activates a rule that needed a decision, if its report has not changed since.
    pub(super) async fn approve_anyway(
        &self,
        context: &RequestContext,
        lead: &Lead,
        id: ProposalId,
        (token, objections): (UploadId, Objections),
        seen: Option<u32>,
    ) -> Result<Response, Error> {
        let proposal = match self.still_open(context, lead, id, ProposalPlace::Alone).await? {
            Ok(proposal) => proposal,
            Err(decided) => return Ok(*decided),
        };
        let is_as_seen = match seen {
            Some(seen) => lead.is_as_reported(token, seen).await?,
            None => false,
        };
        if !is_as_seen {
            let report = lead.report_again(token, Reread::AsItIs).await?;
            let panel = self.reported(context, lead, &report).await?;
            let panel = look(panel, &report, id, context.language);
            let note = leads::add::REPORT_CHANGED.to(context.language);
            return Ok(Response::in_place(panel).with_note(note));
        }
        let wanted = Activate { token, objections, proposal: Some(id) };
        let pair = lead.waiting_pair(token).await?;
        self.approved(context, lead, (&proposal, &pair), wanted, ProposalPlace::Alone).await
    }

    async fn approved(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (proposal, pair): (&Proposal, &Pair),
        wanted: Activate,
        place: ProposalPlace,
    ) -> Result<Response, Error> {
        let activation = match lead.activate(wanted).await {
            Err(team::Error::User(team::UserError::AlreadyDecided)) => {
                return self.decided_before(context, lead, proposal.id, place).await;
            }
            activation => activation?,
        };
        let language = self.language_at(context, lead, place).await;
        let approved = in_words(proposal, pair);
        let mut panel = outcome(&approved, words::APPROVED, language);
        panel.blocks.push(Block::Small(words::AUTHORS_TOLD.to(language).to_owned()));
        let (version, proposed) = (activation.version, Some(proposal.id));
        let undo = Action::UndoApproval { version, place, proposal: proposed };
        panel = panel.button(leads::UNDO.to(language), undo);
        let told = self
            .tell_authors(context, lead, proposal, |language| {
                heard_yes(proposal, &approved, language)
            })
            .await;
        Ok(self.decision(context, lead, &approved, (panel, place), told).await)
    }

    /// Takes back the rule that a proposal became.
    pub(super) async fn undo_approval(
        &self,
        context: &RequestContext,
        lead: &Lead,
        version: Version,
        (id, place): (Option<ProposalId>, ProposalPlace),
    ) -> Result<Response, Error> {
        lead.undo(version).await?;
        let language = self.language_at(context, lead, place).await;
        let said = words::UNDONE.to(language);
        // Once its rule was undone it waits again.
        let again = match id {
            Some(id) => lead.open_proposal(id).await.ok(),
            None => None,
        };
        let panel = match again {
            Some(proposal) => {
                let mut panel = card(&proposal, place, language);
                panel.blocks.insert(0, Block::Text(said.to_owned()));
                panel
            }
            None => Panel { tone: Tone::Good, ..Panel::saying(said) },
        };
        Ok(Response::in_place(panel))
    }

    /// The form with a note for the author of a declined proposal.
    pub(super) async fn decline_form(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (id, place): (ProposalId, ProposalPlace),
    ) -> Result<Response, Error> {
        if let Err(decided) = self.still_open(context, lead, id, place).await? {
            return Ok(*decided);
        }
        let form = proposal::decline_form(id, place, context.language);
        Ok(Response::of(Body::Modal(form)))
    }

    /// Declines a proposal and thanks its authors.
    pub(super) async fn decline_said(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (id, place): (ProposalId, ProposalPlace),
        written: &[String],
    ) -> Result<Response, Error> {
        let proposal = match self.still_open(context, lead, id, place).await? {
            Ok(proposal) => proposal,
            Err(decided) => return Ok(*decided),
        };
        let word = written.first().map(|word| word.trim()).filter(|word| !word.is_empty());
        if word.is_some_and(|word| word.chars().count() > MAX_WORD) {
            return Err(team::UserError::TooLong { limit: MAX_WORD }.into());
        }
        match lead.decline(id, word).await {
            Err(team::Error::User(team::UserError::AlreadyDecided)) => {
                return self.decided_before(context, lead, id, place).await;
            }
            declined => declined?,
        }
        let language = self.language_at(context, lead, place).await;
        let panel = outcome(&proposal, words::DECLINED, language);
        let told = self
            .tell_authors(context, lead, &proposal, |language| heard_no(&proposal, word, language))
            .await;
        Ok(self.decision(context, lead, &proposal, (panel, place), told).await)
    }

    /// A decision is shown where it was made and on the card in the leads' channel, and the authors hear of it.
    /// It is already stored: if storage fails now, less is shown, and the error is logged.
    async fn decision(
        &self,
        context: &RequestContext,
        lead: &Lead,
        proposal: &Proposal,
        (panel, place): (Panel, ProposalPlace),
        told: Result<Vec<Effect>, Error>,
    ) -> Response {
        let mut response = match place {
            ProposalPlace::Channel => Response::in_place(panel),
            ProposalPlace::Alone => {
                let others = words::OTHERS.to(context.language);
                Response::in_place(panel.button(others, Action::Proposals { at: 0 }))
            }
        };
        if let (ProposalPlace::Alone, Some((channel, message))) = (place, proposal.card) {
            let decided = lead.proposal(proposal.id).await.ok().flatten();
            let language = self.language_at(context, lead, ProposalPlace::Channel).await;
            let decided = decided.unwrap_or_else(|| proposal.clone());
            let words = Pair {
                avoid: proposal.avoid.clone(),
                prefer: proposal.prefer.clone(),
                why: proposal.why.clone(),
            };
            let panel = decided_panel(&in_words(&decided, &words), language);
            response = response.with(Effect::Rewrite { channel, message, panel });
        }
        match told {
            Ok(told) => response.with_all(told),
            Err(error) => Response { error: Some(error), ..response },
        }
    }

    /// A proposal that is to be decided, or what is said because it was.
    async fn still_open(
        &self,
        context: &RequestContext,
        lead: &Lead,
        id: ProposalId,
        place: ProposalPlace,
    ) -> Result<Result<Proposal, Box<Response>>, Error> {
        match lead.open_proposal(id).await {
            Ok(proposal) => Ok(Ok(proposal)),
            Err(team::Error::User(team::UserError::AlreadyDecided)) => {
                Ok(Err(Box::new(self.decided_before(context, lead, id, place).await?)))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Somebody else came first.
    async fn decided_before(
        &self,
        context: &RequestContext,
        lead: &Lead,
        id: ProposalId,
        place: ProposalPlace,
    ) -> Result<Response, Error> {
        let proposal = lead.proposal(id).await?;
        let proposal = proposal.ok_or(team::UserError::AlreadyDecided)?;
        let panel = decided_panel(&proposal, context.language);
        Ok(match place {
            // The card for all leads shows what the other one did, with the way back.
            ProposalPlace::Channel => Response::panel(panel),
            ProposalPlace::Alone => Response::in_place(panel),
        })
    }

    async fn language_at(
        &self,
        context: &RequestContext,
        lead: &Lead,
        place: ProposalPlace,
    ) -> Language {
        let of_team = match place {
            ProposalPlace::Alone => None,
            ProposalPlace::Channel => {
                self.language_in_channels(lead.member().server, context.now).await
            }
        };
        of_team.unwrap_or(context.language)
    }
}
