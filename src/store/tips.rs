//! Tips that were posted: a day is claimed before anything is posted, so that it never happens twice.

use super::request::settle;
use super::sqlite::Tx;
use super::value::{Row, values};
use super::{Store, StoreError, one_of, word_of};
use crate::model::{ChannelId, Day, MessageId, ServerId, Time, UserId};

/// Names a claim; the message that is posted for it carries this number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimId(pub i64);

/// How far a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClaimState {
    /// Somebody is about to post, or broke down at it.
    Claimed,
    /// The tip was posted.
    Posted,
    /// The day passes without one.
    LeftOut,
}

impl ClaimState {
    /// Every state with its word.
    pub const ALL: &[(ClaimState, &str)] = &[
        (ClaimState::Claimed, "claimed"),
        (ClaimState::Posted, "posted"),
        (ClaimState::LeftOut, "left-out"),
    ];

    fn word(self) -> &'static str {
        word_of(Self::ALL, &self)
    }
}

/// A day of a server that is claimed for a tip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its number.
    pub id: ClaimId,
    /// Where.
    pub server: ServerId,
    /// The day by the server's own calendar.
    pub day: Day,
    /// Where it is posted.
    pub channel: ChannelId,
    pub tip: String,
    /// When the day was claimed.
    pub at: Time,
    /// When somebody last took it in hand.
    pub tried: Time,
    /// How far it is.
    pub state: ClaimState,
    /// The message, once it is there.
    pub message: Option<MessageId>,
}

/// The outcome of trying to claim a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claimed {
    /// The day is yours.
    Yours(ClaimId),
    /// It was taken before.
    Taken(Claim),
}

/// What somebody thinks of a tip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vote {
    /// It helps.
    Useful,
    /// It does not fit this team.
    NotForUs,
}

impl Vote {
    /// Every vote with its word.
    pub const ALL: &[(Vote, &str)] = &[(Vote::Useful, "useful"), (Vote::NotForUs, "not-for-us")];
}

/// What a team thinks of a tip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteCount {
    pub tip: String,
    /// What they think.
    pub vote: Vote,
    /// How many do.
    pub times: i64,
}

impl Store {
    /// Claims a day of a server for a tip: the first who asks gets it, and nobody after.
    ///
    /// # Errors
    /// If storage fails; then the day is not claimed.
    pub async fn claim_day(
        &self,
        server: ServerId,
        day: Day,
        channel: ChannelId,
        tip: &str,
        at: Time,
    ) -> Result<Claimed, StoreError> {
        let mut tx = self.write().await?;
        settle(&mut tx, server).await?;
        let new = tx
            .row(
                "INSERT INTO tip_days (server, day, channel, tip, claimed_at)
                 VALUES ($1, $2, $3, $4, $5) ON CONFLICT (server, day) DO NOTHING RETURNING claim",
                values![server.stored(), day.0, channel.stored(), tip, at.0],
            )
            .await?;
        let claimed = match new {
            Some(row) => Claimed::Yours(ClaimId(row.int(0)?)),
            None => Claimed::Taken(taken(&mut tx, server, day).await?),
        };
        tx.commit().await?;
        Ok(claimed)
    }

    /// Notes that the tip of a claim was posted, or that its day passes without one. A claim that
    /// was settled before stays as it is; whether it was not.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn settle_claim(
        &self,
        claim: ClaimId,
        posted: Option<MessageId>,
    ) -> Result<bool, StoreError> {
        let state = if posted.is_some() { ClaimState::Posted } else { ClaimState::LeftOut };
        let mut tx = self.write().await?;
        let changed = tx
            .run(
                "UPDATE tip_days SET state = $2, message = $3 WHERE claim = $1 AND state = 'claimed'",
                values![claim.0, state.word(), posted.map(MessageId::stored)],
            )
            .await?;
        tx.commit().await?;
        Ok(changed > 0)
    }

    /// Takes an open claim in hand that was last tried at `claim.tried`: of several who ask, one gets it.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn retake_claim(&self, claim: &Claim, at: Time) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let changed = tx
            .run(
                "UPDATE tip_days SET tried_at = $3
                 WHERE claim = $1 AND state = 'claimed' AND COALESCE(tried_at, claimed_at) = $2",
                values![claim.id.0, claim.tried.0, at.0],
            )
            .await?;
        tx.commit().await?;
        Ok(changed > 0)
    }

    /// Claims whose outcome is unknown, the oldest first.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn open_claims(&self) -> Result<Vec<Claim>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT claim, server, day, channel, tip, claimed_at, state, message,
                        COALESCE(tried_at, claimed_at) FROM tip_days
                 WHERE state = 'claimed' ORDER BY claimed_at, claim",
                &[],
            )
            .await?;
        rows.iter().map(claim).collect()
    }

    /// The claims of a server since a day, in order.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn claims(&self, server: ServerId, first: Day) -> Result<Vec<Claim>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT claim, server, day, channel, tip, claimed_at, state, message,
                        COALESCE(tried_at, claimed_at) FROM tip_days
                 WHERE server = $1 AND day >= $2 ORDER BY day",
                values![server.stored(), first.0],
            )
            .await?;
        rows.iter().map(claim).collect()
    }

    /// Notes what somebody thinks of a tip; a second thought takes the place of the first.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn vote(
        &self,
        server: ServerId,
        tip: &str,
        voter: UserId,
        vote: Vote,
        at: Time,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        settle(&mut tx, server).await?;
        tx.run(
            "INSERT INTO tip_votes (server, tip, voter, vote, voted_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (server, tip, voter)
             DO UPDATE SET vote = excluded.vote, voted_at = excluded.voted_at",
            values![server.stored(), tip, voter.stored(), word_of(Vote::ALL, &vote), at.0],
        )
        .await?;
        tx.commit().await
    }

    /// What a team thinks of tips.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn votes(&self, server: ServerId) -> Result<Vec<VoteCount>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT tip, vote, COUNT(*) FROM tip_votes WHERE server = $1
                 GROUP BY tip, vote ORDER BY tip, vote",
                values![server.stored()],
            )
            .await?;
        let count = |row: &Row| {
            let vote = one_of(Vote::ALL, &row.text(1)?)?;
            Ok(VoteCount { tip: row.text(0)?, vote, times: row.int(2)? })
        };
        rows.iter().map(count).collect()
    }
}

async fn taken(tx: &mut Tx, server: ServerId, day: Day) -> Result<Claim, StoreError> {
    let row = tx
        .row(
            "SELECT claim, server, day, channel, tip, claimed_at, state, message,
                        COALESCE(tried_at, claimed_at) FROM tip_days
             WHERE server = $1 AND day = $2",
            values![server.stored(), day.0],
        )
        .await?;
    claim(&row.unwrap_or_default())
}

fn claim(row: &Row) -> Result<Claim, StoreError> {
    Ok(Claim {
        id: ClaimId(row.int(0)?),
        server: ServerId::from_stored(row.int(1)?),
        day: Day(row.int(2)?),
        channel: ChannelId::from_stored(row.int(3)?),
        tip: row.text(4)?,
        at: Time(row.int(5)?),
        state: one_of(ClaimState::ALL, &row.text(6)?)?,
        message: row.maybe_int(7)?.map(MessageId::from_stored),
        tried: Time(row.int(8)?),
    })
}
