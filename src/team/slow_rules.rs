//! Rules that took too long on a draft, until the leads have heard of them: ids, never a word of a draft.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashSet;

use super::Teams;
use crate::engine::RuleInfo;
use crate::model::{ServerId, Version};

/// Servers for which it is known what their leads have heard.
const MOST_SERVERS: usize = 2_000;
/// How many rules of one version the leads hear of; a lead who has this many knows what to look for.
const MOST_RULES: usize = 50;

/// What the leads have heard, and what they are still to hear. Kept for as long as the program runs.
#[derive(Debug, Default)]
pub(super) struct SlowRules {
    servers: Mutex<BTreeMap<ServerId, Noticed>>,
}

#[derive(Debug)]
struct Noticed {
    version: Version,
    known: FxHashSet<String>,
    waiting: Vec<String>,
}

impl SlowRules {
    fn note(&self, server: ServerId, version: Version, rules: &[Arc<RuleInfo>]) {
        let mut servers = self.servers();
        if servers.len() >= MOST_SERVERS && !servers.contains_key(&server) {
            servers.pop_first();
        }
        let new = || Noticed { version, known: FxHashSet::default(), waiting: Vec::new() };
        let noticed = servers.entry(server).or_insert_with(new);
        if noticed.version != version {
            *noticed = new();
        }
        for rule in rules {
            if noticed.known.len() < MOST_RULES && noticed.known.insert(rule.id.clone()) {
                noticed.waiting.push(rule.id.clone());
            }
        }
    }

    /// A poisoned lock is a panic elsewhere; its content is complete all the same.
    fn servers(&self) -> MutexGuard<'_, BTreeMap<ServerId, Noticed>> {
        self.servers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Teams {
    /// Notes rules that took too long, for the leads: each once for each version of the team's rules.
    pub fn note_slow_rules(&self, server: ServerId, version: Version, rules: &[Arc<RuleInfo>]) {
        if !rules.is_empty() {
            self.slow_rules.note(server, version, rules);
        }
    }

    /// Whether there are rules that the leads have not heard of yet.
    pub fn has_slow_rules(&self, server: ServerId) -> bool {
        let servers = self.slow_rules.servers();
        servers.get(&server).is_some_and(|noticed| !noticed.waiting.is_empty())
    }

    /// The rules that the leads have not been told of yet: the caller tells them.
    pub fn take_slow_rules(&self, server: ServerId) -> Vec<String> {
        let mut servers = self.slow_rules.servers();
        let noticed = servers.get_mut(&server);
        noticed.map(|noticed| std::mem::take(&mut noticed.waiting)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Level;

    fn rule(id: &str) -> Arc<RuleInfo> {
        Arc::new(RuleInfo {
            id: id.to_owned(),
            language: "el".to_owned(),
            level: Level::Warning,
            principle: None,
            why: None,
            source: None,
            removes: false,
        })
    }

    #[test]
    fn a_rule_is_told_once_for_each_version_and_few_of_many() {
        let slow = SlowRules::default();
        let one = ServerId(1);
        let waiting = || {
            let mut servers = slow.servers();
            servers.get_mut(&one).map(|noticed| std::mem::take(&mut noticed.waiting)).unwrap()
        };
        slow.note(one, Version(1), &[rule("a"), rule("b")]);
        slow.note(one, Version(1), &[rule("b"), rule("c")]);
        assert_eq!(waiting(), ["a", "b", "c"]);
        slow.note(one, Version(1), &[rule("a")]);
        assert!(waiting().is_empty());
        slow.note(one, Version(2), &[rule("a")]);
        assert_eq!(waiting(), ["a"]);
        let many: Vec<Arc<RuleInfo>> = (0..5_000).map(|id| rule(&id.to_string())).collect();
        slow.note(one, Version(3), &many);
        assert_eq!(waiting().len(), MOST_RULES);
        for server in 0..2 * MOST_SERVERS as u64 {
            slow.note(ServerId(server), Version(1), &[rule("a")]);
        }
        assert_eq!(slow.servers().len(), MOST_SERVERS);
    }
}
