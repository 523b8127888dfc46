//! What is remembered for a while: the oldest goes first.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// A map of bounded size.
#[derive(Debug)]
pub struct Bounded<K, V> {
    most: usize,
    known: HashMap<K, V>,
    order: VecDeque<K>,
}

impl<K: Hash + Eq + Copy, V> Bounded<K, V> {
    /// Remembers at most this many.
    pub fn new(most: usize) -> Self {
        Bounded { most, known: HashMap::new(), order: VecDeque::new() }
    }

    /// The value of a key, made if it is not known.
    pub fn of(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        if !self.known.contains_key(&key) {
            self.order.push_back(key);
            if self.order.len() > self.most
                && let Some(oldest) = self.order.pop_front()
            {
                self.known.remove(&oldest);
            }
        }
        self.known.entry(key).or_insert_with(make)
    }

    /// Forgets a key.
    pub fn forget(&mut self, key: K) {
        if self.known.remove(&key).is_some() {
            self.order.retain(|known| *known != key);
        }
    }

    /// Whether a key is new; it is known from now on.
    pub fn is_new(&mut self, key: K, value: V) -> bool {
        let is_new = !self.known.contains_key(&key);
        self.of(key, || value);
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_is_forgotten_first() {
        let mut seen = Bounded::new(2);
        let news: Vec<bool> = [1, 1, 2, 3, 1, 3].map(|id| seen.is_new(id, ())).to_vec();
        assert_eq!(news, [true, false, true, true, true, false]);
        assert_eq!(seen.known.len(), 2);
        seen.forget(3);
        seen.forget(7);
        assert_eq!((seen.known.len(), seen.order.len()), (1, 1));
        assert!(seen.is_new(3, ()));
    }
}
