//! How much a finding matters.

/// How much a finding matters. People see «ιδέα», «καλύτερα αλλιώς», «όχι σε πελάτη».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Level {
    /// A matter of taste.
    Suggestion,
    /// A guide would object.
    #[default]
    Warning,
    /// Rudeness, threats: never to a customer.
    Error,
}

impl Level {
    /// Every level with its name in rule files, settings and JSON; the least one first.
    pub const ALL: &[(&str, Level)] =
        &[("suggestion", Level::Suggestion), ("warning", Level::Warning), ("error", Level::Error)];

    /// Its name, such as `warning`.
    pub fn key(self) -> &'static str {
        Level::ALL.iter().find(|(_, level)| *level == self).map_or("", |(key, _)| key)
    }

    /// The level of this name.
    pub fn from_key(key: &str) -> Option<Level> {
        Level::ALL.iter().find(|(known, _)| *known == key).map(|(_, level)| *level)
    }
}
