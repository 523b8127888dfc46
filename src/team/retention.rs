//! How long things are kept: by each team's settings, within the operator's, and for a while after a server has
//! removed the bot.

use std::collections::HashSet;

use super::versions::kept;
use super::{Error, Settings, Teams};
use crate::model::{ServerId, Time};

/// Days after which a server that has removed the bot is forgotten, unless set otherwise.
const FORGET_AFTER_DAYS: u32 = 30;

/// What an operator says about all teams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// The most days that history and counts are kept, whatever a team's settings say.
    pub keep_days: Option<u32>,
    /// Days after which a server that has removed the bot is forgotten.
    pub forget_after_days: u32,
}

impl Default for Retention {
    fn default() -> Retention {
        Retention { keep_days: None, forget_after_days: FORGET_AFTER_DAYS }
    }
}

impl Teams {
    /// Deletes what every team has kept long enough, and of servers that removed the bot long ago; gives how many
    /// rows went.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn sweep(&self, now: Time, retention: Retention) -> Result<u64, Error> {
        let mut gone = 0;
        self.store.date_departures(now).await?;
        let long_ago = now.minus_days(retention.forget_after_days);
        for server in self.store.departures().await? {
            gone += self.store.forget_server(server, long_ago).await?;
        }
        for server in self.store.servers().await? {
            let settings = Settings::read(&self.store.team_settings(server).await?);
            gone += self.store.sweep(server, kept(&settings, retention, now)).await?;
        }
        Ok(gone)
    }

    /// A server has removed the bot: its tips are paused from the next look at the plans.
    ///
    /// # Errors
    /// If storage fails; the next start notices as well.
    pub async fn departed(&self, server: ServerId) -> Result<bool, Error> {
        Ok(self.store.departed(server).await?)
    }

    /// A server has brought the bot back: its tips resume with the next look at the plans.
    ///
    /// # Errors
    /// If storage fails; the next start notices as well.
    pub async fn returned(&self, server: ServerId) -> Result<bool, Error> {
        Ok(self.store.returned(server).await?)
    }

    /// Compares the servers that the bot is in with the stored ones for which `is_asked` is true: some may have removed
    /// it or brought it back while it was offline. Returns how many did either.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn present(
        &self,
        present: &HashSet<ServerId>,
        is_asked: impl Fn(ServerId) -> bool,
    ) -> Result<usize, Error> {
        let departed: HashSet<ServerId> = self.store.departures().await?.into_iter().collect();
        let mut news = 0;
        for server in self.store.servers().await? {
            if server == ServerId::LOCAL || !is_asked(server) {
                continue;
            }
            let changed = match (present.contains(&server), departed.contains(&server)) {
                (false, false) => self.departed(server).await?,
                (true, true) => self.returned(server).await?,
                _ => false,
            };
            news += usize::from(changed);
        }
        Ok(news)
    }
}
