//! The verbs of the word tables, recognised by their forms.

use rustc_hash::FxHashMap;

use crate::lexicon::{Lexeme, Tense};
use crate::text::{has_several_syllables, name_key, without_accents};

/// A word read as a form of a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbForm {
    /// The name of the verb in rule phrases.
    pub name: String,
    /// Its tense.
    pub tense: Tense,
    /// 1, 2 or 3.
    pub person: u8,
    /// Whether it is plural.
    pub plural: bool,
    /// Of several spellings of this form it is the one that is suggested.
    pub is_suggested: bool,
    /// The customer next to it is an accusative: σας, σε.
    pub takes_accusative: bool,
}

/// The verbs that a table may hold. Greek ones: of an English verb a form hardly tells the person.
#[derive(Debug, Default)]
pub struct Verbs {
    by_form: FxHashMap<String, Vec<VerbForm>>,
    /// The spelling of a form that somebody wrote without its accent, where only one is known.
    by_bare_form: FxHashMap<String, Option<String>>,
}

/// Words after which a verb stands in the form that is called subjunctive.
const BEFORE_SUBJUNCTIVE: [&str; 5] = ["να", "θα", "ασ", "μη", "μην"];
/// Words that no imperative has before it: «αν δεν πληρώσετε», «το πείτε».
const NEVER_BEFORE_IMPERATIVE: &[&str] = &[
    "δεν", "δε", "αν", "εαν", "μολισ", "οταν", "πριν", "αφου", "οπωσ", "εφοσον", "που", "οποτε",
    "ωσπου", "μεχρι", "οτι", "το", "τα", "τον", "την", "τη", "τουσ", "τισ", "μου", "μασ", "σου",
    "σασ", "του", "τησ", "σε", "με",
];

impl Verbs {
    /// The forms of these words that have a tense and a person; with each word whether the customer next to it is an
    /// accusative.
    pub fn new<'l>(lexemes: impl IntoIterator<Item = (&'l Lexeme, bool)>) -> Verbs {
        let mut verbs = Verbs::default();
        for (lexeme, takes_accusative) in lexemes {
            for form in lexeme.forms.iter().filter(|form| is_greek(&form.spelling)) {
                let (Some(tense), Some(person)) = (form.tense, form.person) else { continue };
                let suggested = lexeme.spelling(Some(tense), Some(person));
                let verb = VerbForm {
                    name: lexeme.name.clone(),
                    tense,
                    person: person.person,
                    plural: person.plural,
                    is_suggested: suggested == Some(form.spelling.as_str()),
                    takes_accusative,
                };
                verbs.add(&form.spelling, verb);
            }
        }
        verbs
    }

    fn add(&mut self, spelling: &str, verb: VerbForm) {
        let spelling = spelling.to_lowercase();
        let bare = self.by_bare_form.entry(without_accents(&spelling)).or_default();
        match bare {
            Some(known) if *known != spelling => *bare = Some(String::new()),
            Some(_) => (),
            None => *bare = Some(spelling.clone()),
        }
        let forms = self.by_form.entry(spelling).or_default();
        if !forms.contains(&verb) {
            forms.push(verb);
        }
    }

    /// The word as a form of a verb: as a subjunctive after να, θα, ας, μη(ν), else as what comes first. Only what may command
    /// there is read as a command, and a first word that may is one: «Περίμενε» is no "he waited".
    pub fn read(&self, word: &str, before: &str) -> Option<&VerbForm> {
        let forms = self.forms(word)?;
        let before = name_key(before);
        let as_subjunctive = BEFORE_SUBJUNCTIVE.contains(&before.as_str());
        let commands = !NEVER_BEFORE_IMPERATIVE.contains(&before.as_str());
        let subjunctive = forms.iter().find(|form| form.tense == Tense::Subjunctive);
        let may = |tense| tense != Tense::Subjunctive && (commands || tense != Tense::Imperative);
        let command = forms.iter().find(|form| form.tense == Tense::Imperative && !form.plural);
        let other = command.filter(|_| before.is_empty());
        let other = other.or_else(|| forms.iter().find(|form| may(form.tense)));
        if as_subjunctive { subjunctive.or(other) } else { other.or(subjunctive) }
    }

    /// The forms that a word may be; one without its accent counts where only one word has these letters.
    fn forms(&self, word: &str) -> Option<&Vec<VerbForm>> {
        let word = word.to_lowercase();
        self.by_form.get(&word).or_else(|| {
            let lacks_accent = has_several_syllables(&word) && without_accents(&word) == word;
            let spelling = self.by_bare_form.get(&word).filter(|_| lacks_accent)?.as_ref()?;
            self.by_form.get(spelling)
        })
    }
}

fn is_greek(word: &str) -> bool {
    word.chars().any(|sign| matches!(sign, 'Ͱ'..='Ͽ' | 'ἀ'..='῾'))
}
