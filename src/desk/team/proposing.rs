//! Single pairs: proposed by anybody, written by a lead, decided by the leads.

use std::sync::Arc;

use super::reading::Origin;
use super::upload::{self, Format, Upload};
use super::{Asker, Report, Team, Teams, Trouble, apart, own};
use serde::{Deserialize, Serialize};

use crate::desk::Library;
use crate::render::talk;
use crate::render::team::Refused;
use crate::rules::Level;
use crate::rules::import::{self, Instead, Options, Side, Table, TableRow};
use crate::store::{
    ChannelId, MessageId, NewProposal, Proposal, ProposalId, ProposalState, Proposed, ServerId,
    Time, UserId,
};
use crate::text;

/// The longest phrase or wording of a pair, in characters.
pub const MAX_PHRASE_CHARS: usize = 300;
/// The longest reason of a pair, in characters.
pub const MAX_WHY_CHARS: usize = 600;

/// Open proposals of one person; more would only pile up before the leads.
const MOST_OPEN: usize = 20;

/// A pair: what to avoid, what to say instead, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Pair {
    /// What not to say.
    pub avoid: String,
    /// What to say instead.
    pub prefer: String,
    /// Why.
    pub why: String,
}

impl Pair {
    pub(super) fn check(&self) -> Result<(), Refused> {
        let says = |text: &str| !text::key(text).is_empty();
        if !says(&self.avoid)
            || !(says(&self.prefer) || import::is_dash(&self.prefer) || says(&self.why))
        {
            return Err(Refused::EmptyPair);
        }
        for (text, limit) in [
            (&self.avoid, MAX_PHRASE_CHARS),
            (&self.prefer, MAX_PHRASE_CHARS),
            (&self.why, MAX_WHY_CHARS),
        ] {
            if text.chars().count() > limit {
                return Err(Refused::TooLong { limit });
            }
        }
        Ok(())
    }
}

impl Teams {
    /// Takes in what somebody proposes; a pair that waits already is counted once more.
    ///
    /// # Errors
    /// For a pair without words, and where storage fails.
    pub async fn suggest(
        &self,
        asker: &Asker,
        pair: &Pair,
        now: Time,
    ) -> Result<Proposed, Trouble> {
        pair.check()?;
        if self.store.open_proposals_by(asker.server, asker.user).await? >= MOST_OPEN {
            return Err(Refused::ManyProposals.into());
        }
        let proposal = NewProposal {
            server: asker.server,
            by: asker.user,
            at: now,
            avoid: pair.avoid.trim().to_owned(),
            prefer: pair.prefer.trim().to_owned(),
            why: pair.why.trim().to_owned(),
            same: text::key(&pair.avoid),
        };
        Ok(self.store.propose(&proposal).await?)
    }

    /// At most `most` open proposals, those that most people want first.
    ///
    /// # Errors
    /// For whoever is not a lead, and where storage fails.
    pub async fn open_proposals(
        &self,
        asker: &Asker,
        skip: usize,
        most: usize,
        now: Time,
    ) -> Result<Vec<Proposal>, Trouble> {
        self.for_lead(asker, now).await?;
        Ok(self.store.proposals(asker.server, ProposalState::Open, skip, most).await?)
    }

    /// An open proposal, to decide about.
    ///
    /// # Errors
    /// For whoever is not a lead, where it is decided, and where storage fails.
    pub async fn open_proposal(
        &self,
        asker: &Asker,
        id: ProposalId,
        now: Time,
    ) -> Result<Proposal, Trouble> {
        self.for_lead(asker, now).await?;
        let proposal = self.store.proposal(asker.server, id).await?;
        let open = proposal.filter(|proposal| proposal.state == ProposalState::Open);
        Ok(open.ok_or(Refused::AlreadyDecided)?)
    }

    /// A proposal of the asker's team, whatever became of it.
    ///
    /// # Errors
    /// For whoever is not a lead, and where storage fails.
    pub async fn proposal(
        &self,
        asker: &Asker,
        id: ProposalId,
        now: Time,
    ) -> Result<Option<Proposal>, Trouble> {
        self.for_lead(asker, now).await?;
        Ok(self.store.proposal(asker.server, id).await?)
    }

    /// A proposal that came in, for those who are to see it: without a word on who made it.
    ///
    /// # Errors
    /// Where storage fails.
    pub(in crate::desk) async fn shown_proposal(
        &self,
        server: ServerId,
        id: ProposalId,
    ) -> Result<Option<Proposal>, Trouble> {
        Ok(self.store.proposal(server, id).await?)
    }

    /// Notes where the card of a proposal stands, so that it can be written anew.
    ///
    /// # Errors
    /// Where storage fails.
    pub async fn proposal_posted(
        &self,
        server: ServerId,
        id: ProposalId,
        (channel, message): (ChannelId, MessageId),
    ) -> Result<(), Trouble> {
        Ok(self.store.proposal_posted(server, id, channel, message).await?)
    }

    /// Declines a proposal, with a word to its authors.
    ///
    /// # Errors
    /// For whoever is not a lead, where it is decided, and where storage fails.
    pub async fn decline(
        &self,
        asker: &Asker,
        id: ProposalId,
        word: Option<&str>,
        now: Time,
    ) -> Result<(), Trouble> {
        self.for_lead(asker, now).await?;
        match self.store.decline(asker.server, id, asker.user, now, word).await? {
            true => Ok(()),
            false => Err(Refused::AlreadyDecided.into()),
        }
    }

    /// Those who proposed it and have not heard what came of it. Each is named once, ever.
    ///
    /// # Errors
    /// Where storage fails.
    pub async fn authors_to_tell(
        &self,
        asker: &Asker,
        id: ProposalId,
    ) -> Result<Vec<UserId>, Trouble> {
        let mut told = Vec::new();
        for author in self.store.authors(asker.server, id).await? {
            if !author.told && self.store.tell_author(id, author.user).await? {
                told.push(author.user);
            }
        }
        Ok(told)
    }

    /// The report on a single rule that a lead writes, or makes of a proposal: it goes behind those that
    /// were made so before, into a file of the team's.
    ///
    /// # Errors
    /// For whoever is not a lead, for a pair without words, and where storage fails.
    pub async fn write_rule(
        &self,
        asker: &Asker,
        pair: &Pair,
        level: Option<Level>,
        now: Time,
    ) -> Result<Report, Trouble> {
        let team = self.for_lead(asker, now).await?;
        pair.check()?;
        let upload = self.pair_upload(asker, &team, pair, level).await?;
        let (builtin, of_team): (_, Arc<Team>) = (self.builtin(), Arc::clone(&team));
        let examined = apart(move || upload::examine(&builtin, &of_team, upload)).await??;
        self.keep(asker, &team, examined, now).await
    }

    /// A pair behind those that were written so before. What was written is kept beside it, so that it can
    /// be changed, and put behind what others write meanwhile.
    pub(super) async fn pair_upload(
        &self,
        asker: &Asker,
        team: &Team,
        pair: &Pair,
        level: Option<Level>,
    ) -> Result<Upload, Trouble> {
        let (language, rule) = as_rule(self.builtin().library(), pair, level);
        let file = format!("team.{language}.yaml");
        let before = match team.file(&file) {
            Some(known) => self.store.file_version(asker.server, &file, known.number).await?,
            None => None,
        };
        let text = match before {
            Some(version) => format!("{}{rule}", ended(own::source(&file, &version.content).text)),
            None => format!("language: {language}\nrules:\n{rule}"),
        };
        Ok(Upload {
            name: file,
            bytes: text.into_bytes(),
            format: Format::Yaml,
            options: None,
            origin: Origin::Pair(level),
            note: serde_json::to_string(pair).ok(),
            avoid: Some(pair.avoid.trim().to_owned()),
        })
    }
}

fn ended(text: String) -> String {
    if text.ends_with('\n') { text } else { text + "\n" }
}

/// A pair in words as a rule in the phrase language, with its language; read as a row of a table is.
fn as_rule(library: &Library, pair: &Pair, level: Option<Level>) -> (String, String) {
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
    };
    let table = Table {
        format: import::Format::Tabs,
        has_heads: false,
        are_phrases: false,
        avoided: Side::Left,
        rows: vec![row],
        troubles: Vec::new(),
    };
    let hints = [talk::BLANK_HINT.el, talk::BLANK_HINT.en];
    let file = import::rule_file(&table, Options::default(), &library.verbs(), hints);
    let head = file.text.lines().next().unwrap_or("");
    let language = head.strip_prefix("language: ").unwrap_or("el").to_owned();
    let rule = file.text.split_once("rules:\n").map_or("", |(_, rule)| rule).to_owned();
    (language, rule)
}
