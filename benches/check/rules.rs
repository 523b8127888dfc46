//! Rule files as teams write them, by the thousand.

use std::collections::HashSet;
use std::fmt::Write as _;

use kalologos::engine::Vocabulary;
use kalologos::lexicon::{LanguageData, Lexeme, Tense, inflect};
use kalologos::rules::{self, Known, Rule};
use kalologos::ruleset::builtin;

use super::random::Random;
use super::words::Language;

/// Rules of one file, within the limit of a file.
const FILE: usize = 1_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Plain words only.
    Phrases,
    /// 40 % with inflected words, 30 % with gaps, 10 % with choices.
    Mix,
}

impl Kind {
    pub const ALL: [Kind; 2] = [Kind::Phrases, Kind::Mix];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Phrases => "phrases",
            Kind::Mix => "mix",
        }
    }

    pub fn from_name(name: &str) -> Kind {
        if name == "mix" { Kind::Mix } else { Kind::Phrases }
    }
}

/// Rules, with a text that each of them catches.
pub struct RuleSet {
    pub files: Vec<String>,
    pub instances: Vec<String>,
}

/// The words of the built-in languages: what every engine stands on.
pub struct Base {
    pub languages: Vec<(LanguageData, Vec<Lexeme>)>,
    pub known: Known,
}

impl Base {
    pub fn new() -> Base {
        let mut base = Base { languages: Vec::new(), known: Known::default() };
        for file in builtin().iter().filter(|file| file.name.starts_with("rules/words/")) {
            let (data, _) = rules::parse_language(&file.text, &file.name);
            base.known.add_language(&data);
            let lexemes =
                data.words.iter().filter_map(|entry| inflect(entry, &data.language).ok()).collect();
            base.languages.push((data, lexemes));
        }
        base
    }

    pub fn vocabulary(&self) -> Vocabulary {
        Vocabulary::new(&self.languages)
    }

    /// Words that have a present tense, of one language.
    fn verbs(&self, language: Language) -> Vec<&Lexeme> {
        let of_language = self.languages.iter().filter(|(data, _)| data.language == language.tag());
        let present =
            |lexeme: &&Lexeme| lexeme.forms.iter().any(|form| form.tense == Some(Tense::Present));
        of_language.flat_map(|(_, lexemes)| lexemes).filter(present).collect()
    }

    /// The files, read.
    pub fn parse(&self, set: &RuleSet) -> Vec<Rule> {
        let mut all = Vec::new();
        for (number, text) in set.files.iter().enumerate() {
            let (file, problems) = rules::parse(text, &format!("pack-{number}.yaml"), &self.known);
            assert!(problems.is_empty(), "a generated file is not sound: {:?}", problems.first());
            all.extend(file.rules);
        }
        all
    }
}

/// `count` rules, no two with the same phrase.
pub fn generate(
    base: &Base,
    language: Language,
    words: &[String],
    kind: Kind,
    count: usize,
) -> RuleSet {
    let mut maker =
        Maker { random: Random::new(count as u64 + 1), words, verbs: base.verbs(language) };
    let mut seen = HashSet::new();
    let mut set = RuleSet { files: Vec::new(), instances: Vec::new() };
    while set.instances.len() < count {
        let (avoid, prefer, instance) = maker.rule(kind);
        if !seen.insert(avoid.clone()) {
            continue;
        }
        if set.instances.len().is_multiple_of(FILE) {
            set.files.push(format!("language: {}\nrules:\n", language.tag()));
        }
        let (avoid, prefer) = (avoid.replace('\'', "''"), prefer.replace('\'', "''"));
        if let Some(file) = set.files.last_mut() {
            let _ = write!(file, "  - avoid: '{avoid}'\n    prefer: '{prefer}'\n");
        }
        set.instances.push(instance);
    }
    set
}

struct Maker<'a> {
    random: Random,
    words: &'a [String],
    verbs: Vec<&'a Lexeme>,
}

impl Maker<'_> {
    /// Phrase, wording, and a text that the phrase catches.
    fn rule(&mut self, kind: Kind) -> (String, String, String) {
        let share = if kind == Kind::Mix { self.random.below(100) } else { 100 };
        let prefer = format!("{} [{}]", self.tail(3), self.any());
        match share {
            0..40 => self.inflected(prefer),
            40..70 => self.gap(),
            70..80 => self.choice(prefer),
            _ => {
                let phrase = self.phrase();
                (phrase.clone(), prefer, phrase)
            }
        }
    }

    fn any(&mut self) -> String {
        self.words[self.random.below(self.words.len())].clone()
    }

    /// A word as common as those of drafts.
    fn usual(&mut self) -> String {
        self.words[self.random.rank(self.words.len())].clone()
    }

    fn tail(&mut self, most: usize) -> String {
        let count = self.random.between(1, most);
        (0..count).map(|_| self.any()).collect::<Vec<_>>().join(" ")
    }

    /// Two to five words; the first as people begin sentences, the others whatever.
    fn phrase(&mut self) -> String {
        format!("{} {}", self.usual(), self.tail(4))
    }

    fn inflected(&mut self, prefer: String) -> (String, String, String) {
        let verb = self.random.pick(&self.verbs);
        let present: Vec<&str> = verb
            .forms
            .iter()
            .filter(|form| form.tense == Some(Tense::Present))
            .map(|form| form.spelling.as_str())
            .collect();
        let form = self.random.pick(&present);
        let tail = self.tail(2);
        let before = if self.random.percent(70) { self.usual() + " " } else { String::new() };
        let name = &verb.name;
        (
            format!("{before}<{name}:present> {tail}"),
            format!("{prefer} <{name}:present>"),
            format!("{before}{form} {tail}"),
        )
    }

    fn gap(&mut self) -> (String, String, String) {
        let phrase = self.phrase();
        let filling = self.tail(4);
        let after =
            if self.random.percent(50) { format!(" {}", self.any()) } else { String::new() };
        (
            format!("{phrase} {{thing}}{after}"),
            format!("{} {{thing}}", self.tail(3)),
            format!("{phrase} {filling}{after}"),
        )
    }

    fn choice(&mut self, prefer: String) -> (String, String, String) {
        let phrase = self.phrase();
        let (one, other, tail) = (self.any(), self.tail(2), self.tail(2));
        (format!("{phrase} ({one}|{other}|) {tail}"), prefer, format!("{phrase} {one} {tail}"))
    }
}
