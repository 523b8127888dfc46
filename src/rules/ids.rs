//! Ids of rules and tips: those that are written, and those made from a phrase.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::reader::Reader;
use super::{Diagnostic, Place, Problem, RuleFile};

/// The longest id that is made from a phrase, in characters.
const MAX_MADE: usize = 60;

/// The ids of a file so far.
pub(super) struct Claimed {
    prefix: String,
    ids: HashSet<String>,
    /// The last number given to an id that was made more than once.
    numbers: HashMap<String, usize>,
}

impl Claimed {
    pub fn new(language: &str, pack: &str) -> Self {
        Claimed {
            prefix: format!("{language}/{pack}"),
            ids: HashSet::new(),
            numbers: HashMap::new(),
        }
    }

    /// The full id: language/pack/id; an id with slashes is full already.
    pub fn full(&self, id: &str) -> String {
        let id = id.trim();
        if id.contains('/') { id.to_owned() } else { format!("{}/{id}", self.prefix) }
    }

    /// Takes an id and returns the full one.
    pub fn claim(&mut self, id: &str) -> String {
        let full = self.full(id);
        self.ids.insert(full.clone());
        full
    }

    /// A new full id from the first phrase of a rule.
    pub fn make(&mut self, phrase: &str) -> String {
        let slug = slug(phrase);
        let full = self.full(&slug);
        if self.ids.insert(full.clone()) {
            return full;
        }
        let number = self.numbers.entry(full.clone()).or_insert(1);
        loop {
            *number += 1;
            let numbered = format!("{full}-{number}");
            if self.ids.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// The phrase without what its signs say: of `<μπορώ:present>` the name, of `{gap}` nothing.
fn plain_words(phrase: &str) -> String {
    let mut plain = String::with_capacity(phrase.len());
    // What is inside a sign is dropped up to the sign that closes it.
    let mut dropped_up_to = None;
    for sign in phrase.chars() {
        match (dropped_up_to, sign) {
            (Some(close), _) if sign == close => {
                dropped_up_to = None;
                plain.push(' ');
                if close == '>' {
                    plain.push('>');
                }
            }
            (Some(_), _) => (),
            (None, '{') => dropped_up_to = Some('}'),
            (None, ':') if plain.rfind('<') > plain.rfind('>') => dropped_up_to = Some('>'),
            (None, _) => plain.push(sign),
        }
    }
    plain
}

/// The words of a phrase joined with dashes, without accents; Greek letters stay Greek.
fn slug(phrase: &str) -> String {
    let bare: String = plain_words(phrase).nfd().filter(|c| !is_combining_mark(*c)).collect();
    let bare = bare.to_lowercase();
    let mut slug = String::new();
    for word in bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let length = slug.chars().count();
        if length > 0 && length + 1 + word.chars().count() > MAX_MADE {
            break;
        }
        if length > 0 {
            slug.push('-');
        }
        slug.extend(word.chars().take(MAX_MADE));
    }
    if slug.is_empty() { "rule".to_owned() } else { slug }
}

/// Reports rules that have the same id as a rule of an earlier file in the same layer. `files` are pairs of file name
/// and contents.
pub fn ids_across(files: &[(&str, &RuleFile)]) -> Vec<Diagnostic> {
    let mut first: HashMap<&str, (usize, &str, usize)> = HashMap::new();
    let mut found = Vec::new();
    for (number, (file, rules)) in files.iter().enumerate() {
        for rule in &rules.rules {
            match first.get(rule.id.as_str()) {
                Some((other, name, line)) if *other != number => {
                    let (id, name) = (rule.id.clone(), (*name).to_owned());
                    let problem = Problem::IdTwiceElsewhere { id, file: name, line: *line };
                    found.push(Diagnostic {
                        severity: problem.severity(),
                        file: (*file).to_owned(),
                        place: rule.id_place().clone(),
                        problem,
                    });
                }
                Some(_) => {}
                None => {
                    first.insert(&rule.id, (number, file, rule.id_place().line));
                }
            }
        }
    }
    found
}

/// Reports an id that is not `parts` names, joined by slashes, or a single name. A pack may be called as a file is.
pub(super) fn check_id(reader: &mut Reader, id: &str, place: &Place, parts: usize) {
    let names: Vec<&str> = id.trim().split('/').collect();
    let is_name = |name: &str| {
        let mut characters = name.chars();
        characters.next().is_some_and(char::is_alphanumeric)
            && characters.all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    let is_file_name =
        |name: &str| !name.is_empty() && name.trim() == name && !name.contains(char::is_control);
    let all_fit = match names.as_slice() {
        [language, pack, id] => is_name(language) && is_file_name(pack) && is_name(id),
        names => names.iter().all(|name| is_name(name)),
    };
    if !(names.len() == 1 || names.len() == parts) || !all_fit {
        reader.report(place, Problem::BadId { id: id.to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn an_id_is_made_of_words_that_people_would_say() {
        for (phrase, expected) in [
            ("δεν μπορώ", "δεν-μπορω"),
            ("Δεν <μπορώ:present:1> να {action}", "δεν-μπορω-να"),
            ("<κάνω:2> λάθος {rest?}", "κανω-λαθοσ"),
            ("^ όχι $", "οχι"),
            ("{gap} (σας|σου) <λέω>:", "σασ-σου-λεω"),
            ("<", "rule"),
        ] {
            assert_eq!(slug(phrase).replace('ς', "σ"), expected, "{phrase}");
        }
    }
}
