//! The channels in which posted drafts are answered. Every message of every server asks for them, so they are
//! kept at hand and never looked up.

use std::sync::{PoisonError, RwLock};

use rustc_hash::FxHashMap;

use super::{Error, Settings, Teams};
use crate::model::{ChannelId, ServerId, Version};

/// The drafts channels of all teams.
#[derive(Debug, Default)]
pub(super) struct DraftsChannels {
    of: RwLock<FxHashMap<ServerId, (Version, Vec<ChannelId>)>>,
}

impl DraftsChannels {
    /// Whether posted drafts are answered in a channel. Only the server to which a message belongs counts:
    /// a team can turn nothing on in another one.
    fn has(&self, server: ServerId, channel: ChannelId) -> bool {
        let of = self.of.read().unwrap_or_else(PoisonError::into_inner);
        of.get(&server).is_some_and(|(_, channels)| channels.contains(&channel))
    }

    /// Takes in those of a server, unless later ones are known.
    pub fn learn(&self, server: ServerId, version: Version, channels: &[ChannelId]) {
        let mut of = self.of.write().unwrap_or_else(PoisonError::into_inner);
        match of.get(&server) {
            Some((known, _)) if *known >= version => (),
            None if channels.is_empty() => (),
            _ => drop(of.insert(server, (version, channels.to_vec()))),
        }
    }
}

impl Teams {
    /// Whether a server's team has posted drafts answered in a channel. Asks no storage.
    pub fn is_drafts_channel(&self, server: ServerId, channel: ChannelId) -> bool {
        self.drafts_channels.has(server, channel)
    }

    /// Learns the drafts channels of all teams: to be called at the start, and now and then for what another
    /// process has changed.
    ///
    /// # Errors
    /// If storage fails; then those that are known stay.
    pub async fn learn_drafts_channels(&self) -> Result<(), Error> {
        for (server, version, stored) in self.store.settings_of_all().await? {
            let settings = Settings::read(&stored);
            self.drafts_channels.learn(server, version, &settings.draft_channels);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_settings_count_and_a_server_has_only_its_own() {
        let channels = DraftsChannels::default();
        let (one, other) = (ServerId(1), ServerId(2));
        let (first, second) = (ChannelId(10), ChannelId(20));
        channels.learn(one, Version(2), &[first]);
        channels.learn(one, Version(1), &[second]);
        assert!(channels.has(one, first) && !channels.has(one, second));
        assert!(!channels.has(other, first));
        channels.learn(one, Version(3), &[]);
        assert!(!channels.has(one, first));
        channels.learn(other, Version(0), &[]);
        assert_eq!(channels.of.read().unwrap().len(), 1);
    }
}
