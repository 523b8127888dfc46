//! Expands a phrase into the texts that it matches: its choices, and the forms of its words.

use crate::engine::Engine;
use crate::lexicon::Lexeme;
use crate::rules::{Element, GapKind, Phrase, WordSpec};

/// Ways to read one choice; a phrase may hold several.
const MAX_OPTIONS: usize = 48;

/// What is in a text where the phrase has a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gaps {
    /// Its name, as in the rule file.
    Named,
    /// Words that a draft could have there.
    Filled,
    /// Nothing.
    Empty,
}

/// A part of a phrase.
enum Slot<'a> {
    /// Its texts.
    Texts(Vec<String>),
    /// A gap: what fits there depends on what was said before it.
    Gap { name: &'a str, optional: bool, kind: GapKind },
}

impl Slot<'_> {
    fn ways(&self) -> usize {
        match self {
            Slot::Texts(texts) => texts.len(),
            Slot::Gap { optional, .. } => 1 + usize::from(*optional),
        }
    }
}

/// What a phrase is made of, each part with the texts that may be there.
pub(super) struct Expander<'e> {
    engine: &'e Engine,
    language: &'e str,
    gaps: Gaps,
}

impl<'e> Expander<'e> {
    pub fn new(engine: &'e Engine, language: &'e str, gaps: Gaps) -> Self {
        Expander { engine, language, gaps }
    }

    /// All ways to say the phrase, at most `most`.
    pub fn all(&self, phrase: &Phrase, most: usize) -> Vec<String> {
        self.product(&phrase.elements(), most)
    }

    /// Some ways to say the phrase, at most `most`, so that each part is seen in many of its forms.
    pub fn some(&self, phrase: &Phrase, most: usize) -> Vec<String> {
        let elements = phrase.elements();
        let slots: Vec<Slot<'_>> = elements.iter().map(|it| self.slot(it)).collect();
        let longest = slots.iter().map(Slot::ways).max().unwrap_or(0);
        let mut found: Vec<String> = Vec::new();
        for number in 0..longest.min(most) {
            let mut text = String::new();
            for slot in &slots {
                let part = match slot {
                    Slot::Gap { optional: true, name, .. }
                        if number % 2 == 1 && !(*name == REST && dangles(&text)) =>
                    {
                        String::new()
                    }
                    Slot::Gap { name, kind, .. } => self.filled(name, *kind, &text),
                    Slot::Texts(texts) => {
                        texts.get(number % texts.len().max(1)).cloned().unwrap_or_default()
                    }
                };
                join(&mut text, &part);
            }
            if !text.is_empty() && !found.contains(&text) {
                found.push(text);
            }
        }
        found
    }

    fn slot<'a>(&self, element: &'a Element) -> Slot<'a> {
        match element {
            Element::Gap { name, optional, kind } => {
                Slot::Gap { name, optional: *optional, kind: *kind }
            }
            other => Slot::Texts(self.options(other, "")),
        }
    }

    fn filled(&self, name: &str, kind: GapKind, before: &str) -> String {
        match self.gaps {
            Gaps::Named => format!("{{{name}}}"),
            Gaps::Empty => String::new(),
            Gaps::Filled if kind == GapKind::Clause => {
                clause(self.language).unwrap_or(name).to_owned()
            }
            Gaps::Filled if name == REST => rest(self.language, before),
            Gaps::Filled => {
                let by_article = behind_article(before).filter(|_| name.starts_with(OF_DOTS));
                by_article.or(filling(self.language, before)).unwrap_or(name).to_owned()
            }
        }
    }

    fn product(&self, elements: &[Element], most: usize) -> Vec<String> {
        let mut found = vec![String::new()];
        for element in elements {
            let before = found.first().cloned().unwrap_or_default();
            let options = self.options(element, &before);
            let with = |text: &String, option: &String| {
                let mut text = text.clone();
                join(&mut text, option);
                text
            };
            found = found
                .iter()
                .flat_map(|text| options.iter().map(move |option| with(text, option)))
                .take(most)
                .collect();
        }
        let mut once: Vec<String> = Vec::new();
        for text in found {
            if !once.contains(&text) {
                once.push(text);
            }
        }
        once
    }

    /// The texts that may be where the element is.
    fn options(&self, element: &Element, before: &str) -> Vec<String> {
        match element {
            Element::Text(text) => vec![text.clone()],
            Element::Word(spec) if spec.is_variable() => self.any_verb(spec),
            Element::Word(spec) => self.forms(spec),
            Element::Gap { name, optional, kind } => {
                let text = self.filled(name, *kind, before);
                if *optional { vec![text, String::new()] } else { vec![text] }
            }
            Element::Choice(branches) | Element::Listed { branches, .. } => {
                let each = branches.iter().flat_map(|branch| self.product(branch, MAX_OPTIONS));
                each.take(MAX_OPTIONS).collect()
            }
        }
    }

    /// The forms of a word that the phrase asks for; its name if no one knows its forms.
    fn forms(&self, spec: &WordSpec) -> Vec<String> {
        match self.engine.lexeme(&spec.name) {
            Some(lexeme) => forms_of(lexeme, spec),
            None => vec![spec.name.clone()],
        }
    }

    /// The forms of a few verbs, which stand for any verb.
    fn any_verb(&self, spec: &WordSpec) -> Vec<String> {
        let verbs = common_verbs(self.language).iter().filter_map(|name| self.engine.lexeme(name));
        let forms: Vec<String> = verbs.flat_map(|verb| forms_of(verb, spec)).collect();
        if forms.is_empty() { vec![spec.to_string()] } else { forms }
    }
}

/// The forms of a word in this tense and these persons, each once.
fn forms_of(lexeme: &Lexeme, spec: &WordSpec) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for form in &lexeme.forms {
        let tense = spec.tense.is_none() || spec.tense == form.tense;
        let fits = |person: u8| spec.persons.is_empty() || spec.persons.contains(&person);
        let person = form.person.is_none_or(|person| fits(person.person));
        if tense && person && !forms.contains(&form.spelling) {
            forms.push(form.spelling.clone());
        }
    }
    forms
}

/// Adds a part of a sentence: with a space, but not before punctuation.
fn join(text: &mut String, part: &str) {
    if part.is_empty() {
        return;
    }
    if !text.is_empty() && !part.starts_with([',', '.', ';', '!', '?', ':', '·', '…']) {
        text.push(' ');
    }
    text.push_str(part);
}

/// The gap for whatever follows, as it is made of a table's dots.
const REST: &str = "rest";

/// How the names of gaps begin that a table's dots leave in a phrase.
const OF_DOTS: &str = "gap";

/// What a gap after a Greek article may hold: «ως τις {…}».
fn behind_article(before: &str) -> Option<&'static str> {
    const NOUNS: &[(&[&str], &str)] = &[
        (&["ο"], "πελάτης"),
        (&["η"], "παραγγελία"),
        (&["τον", "στον"], "έλεγχο"),
        (&["την", "τη", "στην", "στη"], "παραγγελία"),
        (&["το", "στο"], "δέμα"),
        (&["του"], "δέματος"),
        (&["της"], "παραγγελίας"),
        (&["τις", "στις"], "επόμενες μέρες"),
        (&["τους", "στους"], "συναδέλφους"),
        (&["τα", "στα"], "στοιχεία"),
        (&["των"], "στοιχείων"),
    ];
    let last = before.rsplit(' ').next().unwrap_or("").to_lowercase();
    NOUNS.iter().find(|(articles, _)| articles.contains(&last.as_str())).map(|(_, noun)| *noun)
}

/// Whether a text ends with a word after which something has to follow.
fn dangles(text: &str) -> bool {
    #[rustfmt::skip]
    const NEVER_LAST: &[&str] = &[
        "από", "για", "με", "σε", "ως", "έως", "μέχρι", "ότι", "πως", "αν", "όταν", "και", "ή",
        "of", "for", "with", "by", "that", "if", "and", "or", "the",
    ];
    let last = text.rsplit(' ').next().unwrap_or("").to_lowercase().replace('’', "'");
    let last = last.as_str();
    BEFORE_ACTION.contains(&last) || NEVER_LAST.contains(&last) || behind_article(last).is_some()
}

/// What may follow any words: a word that goes with every verb, but an action after one that asks for it.
fn rest(language: &str, before: &str) -> String {
    let last = before.rsplit(' ').next().unwrap_or("").replace('’', "'");
    let any = match language.split('-').next() {
        Some("el") => Some("σήμερα"),
        Some("en") => Some("today"),
        _ => None,
    };
    let any = any.filter(|_| !BEFORE_ACTION.contains(&last.as_str()));
    any.or_else(|| filling(language, before)).unwrap_or(REST).to_owned()
}

/// Words after which a gap holds an action.
const BEFORE_ACTION: &[&str] = &[
    "να", "θα", "ας", "to", "not", "cannot", "can", "can't", "could", "couldn't", "will", "won't",
    "would", "wouldn't", "must", "should", "may", "don't", "didn't", "please", "help",
];

/// Verbs that many drafts have.
fn common_verbs(language: &str) -> &'static [&'static str] {
    match language.split('-').next() {
        Some("el") => &["στέλνω", "βλέπω", "κάνω"],
        Some("en") => &["send", "check", "open"],
        _ => &[],
    }
}

/// A whole main clause; `None` for a language that is not known here.
fn clause(language: &str) -> Option<&'static str> {
    match language.split('-').next() {
        Some("el") => Some("το δέμα έφυγε χθες"),
        Some("en") => Some("the parcel left yesterday"),
        _ => None,
    }
}

/// What may be in a gap after these words; `None` for a language that is not known here.
fn filling(language: &str, before: &str) -> Option<&'static str> {
    let mut words = before.rsplit(' ');
    let last = words.next().unwrap_or("").to_lowercase().replace('’', "'");
    let action = BEFORE_ACTION.contains(&last.as_str());
    match (language.split('-').next()?, action) {
        ("el", true) => Some(action_after(words.next().unwrap_or(""))),
        ("el", false) => Some("το δέμα"),
        ("en", true) => Some("send it"),
        ("en", false) => Some("the parcel"),
        _ => None,
    }
}

/// «μπορώ να το στείλω», «μπορούμε να το στείλουμε»: the person goes with the verb before.
fn action_after(verb: &str) -> &'static str {
    let persons = [
        ("με", "το στείλουμε"),
        ("τε", "το στείλετε"),
        ("ω", "το στείλω"),
        ("ώ", "το στείλω"),
        ("α", "το στείλω"),
        ("ς", "το στείλεις"),
        ("ν", "το στείλουν"),
    ];
    let found = persons.iter().find(|(end, _)| verb.ends_with(end));
    match verb {
        "" => "το στείλουμε",
        _ => found.map_or("το στείλει", |(_, action)| action),
    }
}
