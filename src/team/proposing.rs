//! Single pairs: proposed by anybody, written by a lead, decided by the leads.

use super::limits::{MAX_OPEN, MAX_OPEN_OF_ONE};
use super::pair::{KeptPair, Pair};
use super::reading::Origin;
use super::upload::{Format, Upload};
use super::{Error, Lead, Member, Report, Team, Teams, rule_file_edit};
use crate::import;
use crate::import::Verbs;
use crate::import::{Instead, Options, Table, TableRow};
use crate::model::{ChannelId, MessageId, ServerId, Time, UserId};
use crate::rules::Level;
use crate::ruleset::RuleSet;
use crate::store::{
    MostOpen, NewProposal, Proposal, ProposalId, ProposalState, Proposed, TooManyOpen,
};
use crate::team::UserError;
use crate::text;

impl Lead {
    /// At most `most` open proposals, those that most people want first.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn open_proposals(&self, skip: usize, most: usize) -> Result<Vec<Proposal>, Error> {
        Ok(self.teams.store.proposals(self.member.server, ProposalState::Open, skip, most).await?)
    }

    /// An open proposal, to decide about.
    ///
    /// # Errors
    /// Where it is decided, and if storage fails.
    pub async fn open_proposal(&self, id: ProposalId) -> Result<Proposal, Error> {
        let proposal = self.teams.store.proposal(self.member.server, id).await?;
        let open = proposal.filter(|proposal| proposal.state == ProposalState::Open);
        Ok(open.ok_or(UserError::AlreadyDecided)?)
    }

    /// A proposal of the lead's team, whatever its outcome.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn proposal(&self, id: ProposalId) -> Result<Option<Proposal>, Error> {
        Ok(self.teams.store.proposal(self.member.server, id).await?)
    }

    /// Declines a proposal, with a word to its authors.
    ///
    /// # Errors
    /// Where it is decided, and if storage fails.
    pub async fn decline(&self, id: ProposalId, word: Option<&str>) -> Result<(), Error> {
        match self
            .teams
            .store
            .decline(self.member.server, id, self.member.user, self.now, word)
            .await?
        {
            true => Ok(()),
            false => Err(UserError::AlreadyDecided.into()),
        }
    }

    /// Those who proposed it and have not heard the outcome. Each is named once, ever.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn authors_to_tell(&self, id: ProposalId) -> Result<Vec<UserId>, Error> {
        let mut told = Vec::new();
        for author in self.teams.store.authors(self.member.server, id).await? {
            if !author.told && self.teams.store.tell_author(id, author.user).await? {
                told.push(author.user);
            }
        }
        Ok(told)
    }

    /// The report on a single rule that a lead writes, or makes of a proposal: it goes after those that
    /// were made so before, into a file of the team's.
    ///
    /// # Errors
    /// For a pair without words, and if storage fails.
    pub async fn write_rule(&self, pair: &Pair, level: Option<Level>) -> Result<Report, Error> {
        let team = self.team().await?;
        pair.check()?;
        let upload = self.pair_upload(&team, &KeptPair::new(pair), level).await?;
        let examined = self.examined(&team, upload).await?;
        self.keep(&team, examined).await
    }

    /// A pair, after those that were written this way before, or in the place of a rule of the team's. What was written
    /// is kept with it, so that it can be changed, and put after what others write in the meantime.
    pub(super) async fn pair_upload(
        &self,
        team: &Team,
        kept: &KeptPair,
        level: Option<Level>,
    ) -> Result<Upload, Error> {
        let pair = &kept.pair;
        let (language, rule) = as_rule(self.teams.builtin().rule_set(), pair, level);
        let rule = kept.completed(rule);
        let (file, text) = match &kept.edited {
            Some(id) => self.with_edited(team, id, &rule).await?,
            None => {
                let file = format!("team.{language}.yaml");
                let text = match team.file(&file) {
                    Some(known) => {
                        rule_file_edit::with_rule(self.text_of(&file, known.number).await?, &rule)
                    }
                    None => format!("language: {language}\nrules:\n{rule}"),
                };
                (file, text)
            }
        };
        Ok(Upload {
            name: file,
            bytes: text.into_bytes(),
            format: Format::Yaml,
            options: None,
            origin: Origin::Pair(level),
            note: serde_json::to_string(kept).ok(),
            avoid: Some(pair.avoid.trim().to_owned()),
        })
    }

    /// The file of a rule of the team's, and its text with another rule in its place, under the same id.
    async fn with_edited(
        &self,
        team: &Team,
        id: &str,
        rule: &str,
    ) -> Result<(String, String), Error> {
        let file = team.file_of(id).ok_or(UserError::Vanished)?;
        let known = file.rules.rules.iter().find(|rule| rule.id == id);
        let known = known.ok_or(UserError::Vanished)?;
        let rule = format!("{rule}    id: {id}\n");
        let text = self.text_of(&file.name, file.number).await?;
        let text = rule_file_edit::in_place_of(&text, known.place.span.start, &rule);
        Ok((file.name.clone(), text.ok_or(UserError::NotSound)?))
    }
}

impl Teams {
    /// Takes in what somebody proposes; a pair that waits already is counted again.
    ///
    /// # Errors
    /// For a pair without words, and if storage fails.
    pub async fn suggest(
        &self,
        member: &Member,
        pair: &Pair,
        now: Time,
    ) -> Result<Proposed, Error> {
        pair.check()?;
        let proposal = NewProposal {
            server: member.server,
            by: member.user,
            at: now,
            avoid: pair.avoid.trim().to_owned(),
            prefer: pair.prefer.trim().to_owned(),
            why: pair.why.trim().to_owned(),
            same: text::key(&pair.avoid),
        };
        let most = MostOpen { of_one: MAX_OPEN_OF_ONE, of_all: MAX_OPEN };
        self.store.propose(&proposal, most).await?.map_err(|many| {
            let refused = match many {
                TooManyOpen::OfOne => UserError::ManyProposals,
                TooManyOpen::OfAll => UserError::ManyProposalsOfTeam,
            };
            refused.into()
        })
    }

    /// A proposal that came in, for those who are to see it: without a word on who made it.
    ///
    /// # Errors
    /// If storage fails.
    pub(crate) async fn shown_proposal(
        &self,
        server: ServerId,
        id: ProposalId,
    ) -> Result<Option<Proposal>, Error> {
        Ok(self.store.proposal(server, id).await?)
    }

    /// Notes where the card of a proposal is, so that it can be rewritten.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn proposal_posted(
        &self,
        server: ServerId,
        id: ProposalId,
        (channel, message): (ChannelId, MessageId),
    ) -> Result<(), Error> {
        Ok(self.store.proposal_posted(server, id, channel, message).await?)
    }
}

/// A pair in words as a rule in the phrase language, with its language; read as a row of a table is.
fn as_rule(rule_set: &RuleSet, pair: &Pair, level: Option<Level>) -> (String, String) {
    let row = TableRow {
        line: 1,
        avoid: pair.avoid.trim().to_owned(),
        prefer: match pair.prefer.trim() {
            dash if import::is_dash(dash) => Instead::LeaveOut,
            wording => Instead::Say(wording.to_owned()),
        },
        why: pair.why.trim().to_owned(),
        level,
        further: Vec::new(),
        last_line: 1,
        is_phrase: false,
    };
    let table = Table::of_rows(vec![row]);
    let file =
        import::rule_file(&table, Options::default(), &Verbs::new(rule_set.lexemes_by_case()));
    let head = file.text.lines().next().unwrap_or("");
    let language = head.strip_prefix("language: ").unwrap_or("el").to_owned();
    let rule = file.text.split_once("rules:\n").map_or("", |(_, rule)| rule).to_owned();
    (language, rule)
}
