//! Pairs that people propose, and what the leads said.

use serde::{Deserialize, Serialize};

use super::request::{ChangeRequest, settle};
use super::sqlite::Tx;
use super::value::{Row, values};
use super::{Store, StoreError, one_of, word_of};
use crate::model::{ChannelId, MessageId, ServerId, Time, UserId};

/// Names a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProposalId(pub i64);

/// How far a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProposalState {
    /// Nobody has decided.
    Open,
    /// It is a rule.
    Approved,
    /// Not this time.
    Declined,
}

impl ProposalState {
    /// Every state with its word.
    pub const ALL: &[(ProposalState, &str)] = &[
        (ProposalState::Open, "open"),
        (ProposalState::Approved, "approved"),
        (ProposalState::Declined, "declined"),
    ];

    fn word(self) -> &'static str {
        word_of(Self::ALL, &self)
    }
}

/// A pair that somebody proposes.
#[derive(Debug, Clone)]
pub struct NewProposal {
    /// Where.
    pub server: ServerId,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Time,
    /// What not to say.
    pub avoid: String,
    /// What to say instead.
    pub prefer: String,
    pub why: String,
    /// What two proposals of the same pair have in common.
    pub same: String,
}

/// A proposal as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its number.
    pub id: ProposalId,
    /// What not to say.
    pub avoid: String,
    /// What to say instead.
    pub prefer: String,
    pub why: String,
    /// How far it is.
    pub state: ProposalState,
    /// How often it was proposed.
    pub times: i64,
    /// When first.
    pub at: Time,
    /// A word of the leads.
    pub answer: Option<String>,
    /// The place of its card.
    pub card: Option<(ChannelId, MessageId)>,
}

/// How many open proposals there may be.
#[derive(Debug, Clone, Copy)]
pub struct MostOpen {
    /// That one person has a share in.
    pub of_one: usize,
    /// Of a server.
    pub of_all: usize,
}

/// Why a proposal was not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooManyOpen {
    /// The person has a share in enough.
    OfOne,
    /// The server has enough.
    OfAll,
}

/// What became of a proposal that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposed {
    New(ProposalId),
    /// Somebody had it before; now it belongs to both.
    Joined(ProposalId),
    /// The same person had proposed it already.
    Again(ProposalId),
}

/// Somebody who proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    /// Who.
    pub user: UserId,
    /// Has heard the outcome.
    pub told: bool,
}

impl Store {
    /// Takes a proposal in, or joins it to an open one of the same pair, if there is room for it.
    ///
    /// # Errors
    /// Where storage fails.
    pub async fn propose(
        &self,
        new: &NewProposal,
        most: MostOpen,
    ) -> Result<Result<Proposed, TooManyOpen>, StoreError> {
        let mut tx = self.write().await?;
        settle(&mut tx, new.server).await?;
        if open_of(&mut tx, new.server, new.by).await? >= most.of_one {
            tx.take_back().await?;
            return Ok(Err(TooManyOpen::OfOne));
        }
        let sql =
            "SELECT proposal FROM proposals WHERE server = $1 AND same = $2 AND state = 'open'";
        let known = tx.row(sql, values![new.server.stored(), new.same.as_str()]).await?;
        let proposed = match known {
            Some(row) => join(&mut tx, row.int(0)?, new.by).await?,
            None if open(&mut tx, new.server).await? >= most.of_all => {
                tx.take_back().await?;
                return Ok(Err(TooManyOpen::OfAll));
            }
            None => Proposed::New(insert(&mut tx, new).await?),
        };
        tx.commit().await?;
        Ok(Ok(proposed))
    }

    /// A proposal of a server.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn proposal(
        &self,
        server: ServerId,
        id: ProposalId,
    ) -> Result<Option<Proposal>, StoreError> {
        let mut tx = self.read().await?;
        let row = tx
            .row(
                "SELECT proposal, avoid, prefer, why, state, times, made_at, answer, channel, message
                 FROM proposals WHERE server = $1 AND proposal = $2",
                values![server.stored(), id.0],
            )
            .await?;
        row.as_ref().map(proposal).transpose()
    }

    /// At most `most` proposals of a state, those that most people want first, after leaving out `skip`.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn proposals(
        &self,
        server: ServerId,
        state: ProposalState,
        skip: usize,
        most: usize,
    ) -> Result<Vec<Proposal>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT proposal, avoid, prefer, why, state, times, made_at, answer, channel, message
                 FROM proposals WHERE server = $1 AND state = $2
                 ORDER BY times DESC, proposal LIMIT $3 OFFSET $4",
                values![server.stored(), state.word(), most as i64, skip as i64],
            )
            .await?;
        rows.iter().map(proposal).collect()
    }

    /// Stores the place of a proposal's card.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn proposal_posted(
        &self,
        server: ServerId,
        id: ProposalId,
        channel: ChannelId,
        message: MessageId,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        tx.run(
            "UPDATE proposals SET channel = $3, message = $4 WHERE server = $1 AND proposal = $2",
            values![server.stored(), id.0, channel.stored(), message.stored()],
        )
        .await?;
        tx.commit().await
    }

    /// Declines an open proposal, with a word to its authors. Whether it was open.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn decline(
        &self,
        server: ServerId,
        id: ProposalId,
        by: UserId,
        at: Time,
        answer: Option<&str>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let changed = tx
            .run(
                "UPDATE proposals SET state = 'declined', decided_by = $3, decided_at = $4, answer = $5
                 WHERE server = $1 AND proposal = $2 AND state = 'open'",
                values![server.stored(), id.0, by.stored(), at.0, answer],
            )
            .await?;
        tx.commit().await?;
        Ok(changed > 0)
    }

    /// The person who proposed it.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn authors(
        &self,
        server: ServerId,
        id: ProposalId,
    ) -> Result<Vec<Author>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT a.author, a.told FROM proposal_authors a
                 JOIN proposals p ON p.proposal = a.proposal
                 WHERE p.server = $1 AND p.proposal = $2 ORDER BY a.author",
                values![server.stored(), id.0],
            )
            .await?;
        let author = |row: &Row| {
            Ok(Author { user: UserId::from_stored(row.int(0)?), told: row.int(1)? != 0 })
        };
        rows.iter().map(author).collect()
    }

    /// Notes that an author is about to hear the outcome. Whether nobody had before.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn tell_author(&self, id: ProposalId, author: UserId) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let sql = "UPDATE proposal_authors SET told = 1
                   WHERE proposal = $1 AND author = $2 AND told = 0";
        let changed = tx.run(sql, values![id.0, author.stored()]).await?;
        tx.commit().await?;
        Ok(changed > 0)
    }
}

/// Approves an open proposal, as a step of the change that makes it a rule. Whether it was open.
pub(super) async fn approve(
    tx: &mut Tx,
    request: &ChangeRequest,
    id: ProposalId,
) -> Result<bool, StoreError> {
    let changed = tx
        .run(
            "UPDATE proposals SET state = 'approved', decided_by = $3, decided_at = $4
             WHERE server = $1 AND proposal = $2 AND state = 'open'",
            values![request.server.stored(), id.0, request.by.stored(), request.at.0],
        )
        .await?;
    Ok(changed > 0)
}

/// An approved proposal waits for a decision again, and its authors hear of the next one. Whether it was so:
/// where somebody has proposed the same in the meantime, that one waits.
pub(super) async fn reopen(
    tx: &mut Tx,
    request: &ChangeRequest,
    id: ProposalId,
) -> Result<bool, StoreError> {
    let changed = tx
        .run(
            "UPDATE proposals SET state = 'open', decided_by = NULL, decided_at = NULL
             WHERE server = $1 AND proposal = $2 AND state = 'approved' AND NOT EXISTS
                 (SELECT 1 FROM proposals AS other WHERE other.server = proposals.server
                  AND other.same = proposals.same AND other.state = 'open')",
            values![request.server.stored(), id.0],
        )
        .await?;
    if changed > 0 {
        let sql = "UPDATE proposal_authors SET told = 0 WHERE proposal = $1";
        tx.run(sql, values![id.0]).await?;
    }
    Ok(changed > 0)
}

/// Open proposals in which a person has a share.
async fn open_of(tx: &mut Tx, server: ServerId, author: UserId) -> Result<usize, StoreError> {
    let sql = "SELECT COUNT(*) FROM proposal_authors a
               JOIN proposals p ON p.proposal = a.proposal
               WHERE p.server = $1 AND p.state = 'open' AND a.author = $2";
    count(tx.row(sql, values![server.stored(), author.stored()]).await?)
}

/// Open proposals of a server.
async fn open(tx: &mut Tx, server: ServerId) -> Result<usize, StoreError> {
    let sql = "SELECT COUNT(*) FROM proposals WHERE server = $1 AND state = 'open'";
    count(tx.row(sql, values![server.stored()]).await?)
}

fn count(row: Option<Row>) -> Result<usize, StoreError> {
    let count = row.map_or(Ok(0), |row| row.int(0))?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

async fn insert(tx: &mut Tx, new: &NewProposal) -> Result<ProposalId, StoreError> {
    let row = tx
        .row(
            "INSERT INTO proposals (server, avoid, prefer, why, same, made_at)
             VALUES ($1, $2, $3, $4, $5, $6) RETURNING proposal",
            values![
                new.server.stored(),
                new.avoid.as_str(),
                new.prefer.as_str(),
                new.why.as_str(),
                new.same.as_str(),
                new.at.0,
            ],
        )
        .await?
        .unwrap_or_default();
    let id = row.int(0)?;
    let sql = "INSERT INTO proposal_authors (proposal, author) VALUES ($1, $2)";
    tx.run(sql, values![id, new.by.stored()]).await?;
    Ok(ProposalId(id))
}

async fn join(tx: &mut Tx, id: i64, by: UserId) -> Result<Proposed, StoreError> {
    let sql =
        "INSERT INTO proposal_authors (proposal, author) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    if tx.run(sql, values![id, by.stored()]).await? == 0 {
        return Ok(Proposed::Again(ProposalId(id)));
    }
    tx.run("UPDATE proposals SET times = times + 1 WHERE proposal = $1", values![id]).await?;
    Ok(Proposed::Joined(ProposalId(id)))
}

fn proposal(row: &Row) -> Result<Proposal, StoreError> {
    let (channel, message) = (row.maybe_int(8)?, row.maybe_int(9)?);
    let card = channel.zip(message).map(|(channel, message)| {
        (ChannelId::from_stored(channel), MessageId::from_stored(message))
    });
    Ok(Proposal {
        id: ProposalId(row.int(0)?),
        avoid: row.text(1)?,
        prefer: row.text(2)?,
        why: row.text(3)?,
        state: one_of(ProposalState::ALL, &row.text(4)?)?,
        times: row.int(5)?,
        at: Time(row.int(6)?),
        answer: row.maybe_text(7)?,
        card,
    })
}
