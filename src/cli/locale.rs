//! The language of the person at the terminal.

use crate::model::Language;

/// The variables that say it, the strongest first.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// Greek if the system speaks Greek, else English.
pub fn language() -> Language {
    from_locale(VARIABLES.iter().filter_map(|name| std::env::var(name).ok()))
}

/// The language that was asked for, else the system's.
pub fn speaking(tag: Option<&str>) -> Language {
    tag.and_then(Language::from_key).unwrap_or_else(language)
}

fn from_locale(values: impl Iterator<Item = String>) -> Language {
    let mut set = values.filter(|value| !value.is_empty());
    let greek = set.next().is_some_and(|locale| {
        locale == "el" || locale.starts_with("el_") || locale.starts_with("el.")
    });
    if greek { Language::El } else { Language::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_counts() {
        for (values, expected) in [
            (&[][..], Language::En),
            (&["el_GR.UTF-8"], Language::El),
            (&["", "el"], Language::El),
            (&["C", "el_GR.UTF-8"], Language::En),
            (&["elx"], Language::En),
        ] {
            assert_eq!(
                from_locale(values.iter().map(|value| (*value).to_owned())),
                expected,
                "{values:?}"
            );
        }
    }
}
