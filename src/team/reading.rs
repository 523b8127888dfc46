//! How an upload is read, as the word that storage keeps beside its bytes: what it is written in, how a
//! table is taken, and whether it may come in force.

use super::Format;
use crate::import::{Options, Persons, Sides};
use crate::rules::Level;

/// Between the parts of the word.
const BETWEEN: char = '+';
const SWAPPED: &str = "swapped";
const AS_WRITTEN: &str = "as-written";
const PAIR: &str = "pair";
const UNSOUND: &str = "unsound";

/// Where an upload comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// A file, or a table that was pasted.
    #[default]
    File,
    /// A single pair, behind those that were written so before; with the level that was chosen for it.
    Pair(Option<Level>),
}

/// Whether an upload may come in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Soundness {
    #[default]
    Sound,
    /// It only waits to be read another way.
    Unsound,
}

/// How an upload is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub format: Format,
    pub options: Options,
    pub origin: Origin,
    pub soundness: Soundness,
}

impl Reading {
    /// As storage keeps it.
    pub fn word(self) -> String {
        let mut parts = vec![self.format.key()];
        if self.options.sides == Sides::Swapped {
            parts.push(SWAPPED);
        }
        if self.options.verbs == Persons::AsWritten {
            parts.push(AS_WRITTEN);
        }
        let chosen = self.options.words();
        parts.extend(chosen.iter().map(String::as_str));
        if let Origin::Pair(level) = self.origin {
            parts.push(PAIR);
            parts.extend(level.map(Level::key));
        }
        if self.soundness == Soundness::Unsound {
            parts.push(UNSOUND);
        }
        parts.join(&BETWEEN.to_string())
    }

    /// What a word says; what a later version has added to it is passed over.
    pub fn of(word: &str) -> Reading {
        let parts: Vec<&str> = word.split(BETWEEN).collect();
        let has = |part: &str| parts.contains(&part);
        let format = Format::from_key(word).unwrap_or(Format::Yaml);
        let level = parts.iter().find_map(|part| Level::from_key(part));
        Reading {
            format,
            options: Options {
                sides: if has(SWAPPED) { Sides::Swapped } else { Sides::AsWritten },
                verbs: if has(AS_WRITTEN) { Persons::AsWritten } else { Persons::All },
                ..Options::of_words(&parts)
            },
            origin: if has(PAIR) { Origin::Pair(level) } else { Origin::File },
            soundness: if has(UNSOUND) { Soundness::Unsound } else { Soundness::Sound },
        }
    }
}

/// The format that a word begins with.
pub(super) fn format_of(word: &str) -> &str {
    word.split(BETWEEN).next().unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_comes_back() {
        for word in ["table+columns-3-1", "table+swapped+first-heads+sheet-2", "table+no-heads"] {
            assert_eq!(Reading::of(word).word(), word);
        }
        for format in [Format::Yaml, Format::Table] {
            for sides in [Sides::AsWritten, Sides::Swapped] {
                for verbs in [Persons::All, Persons::AsWritten] {
                    for origin in
                        [Origin::File, Origin::Pair(None), Origin::Pair(Some(Level::Error))]
                    {
                        for soundness in [Soundness::Sound, Soundness::Unsound] {
                            let options = Options { sides, verbs, ..Options::default() };
                            let reading = Reading { format, options, origin, soundness };
                            assert_eq!(Reading::of(&reading.word()), reading);
                            assert_eq!(Format::from_key(&reading.word()), Some(format));
                        }
                    }
                }
            }
        }
        // As versions before wrote it.
        assert_eq!(Reading::of("table").word(), "table");
    }
}
