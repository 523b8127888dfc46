//! What people call the levels of rules.

use super::written::LEVELS;
use crate::rules::Level;
use crate::text::name_key;

/// What else people call a level, as it compares.
const OTHER_LEVELS: &[(Level, &[&str])] = &[
    (
        Level::Suggestion,
        &[
            "προταση", "ιδεα", "χαμηλο", "ηπιο", "μικρο", "συμβουλη", "idea", "low", "minor",
            "hint", "info", "1",
        ],
    ),
    (
        Level::Warning,
        &[
            "προσοχη", "προειδοποιηση", "μεσαιο", "μετριο", "καλυτερα αλλιωσ", "medium",
            "moderate", "2",
        ],
    ),
    (
        Level::Error,
        &[
            "σφαλμα", "λαθοσ", "υψηλο", "σοβαρο", "ποτε", "απαγορευεται", "κρισιμο", "high",
            "critical", "never", "3", "αυστηρο", "αυστηρα", "strict", "must", "μεγαλο",
        ],
    ),
];

/// The level that a cell names.
pub fn level_of(cell: &str) -> Option<Level> {
    let key = name_key(cell);
    let said = |words: &[&str; 2]| words.iter().any(|word| name_key(word) == key);
    let seen = LEVELS.iter().find(|(_, words)| said(words)).map(|(level, _)| *level);
    let other = || {
        let known = OTHER_LEVELS.iter().find(|(_, words)| words.contains(&key.as_str()));
        known.map(|(level, _)| *level)
    };
    seen.or_else(|| Level::from_key(&key)).or_else(other)
}
