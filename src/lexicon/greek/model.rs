//! The model verbs: which endings a verb takes in the present and in the subjunctive, and rows made of endings.

use super::accent;
use crate::lexicon::{Person, Tense, WordProblem};

/// A way to conjugate, known by a model verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// στέλνω, στέλνεις
    Stelno,
    /// λέω, λες: a vowel swallows the ending's own
    Leo,
    /// μπορώ, μπορείς
    Boro,
    /// βοηθώ or βοηθάω, βοηθάς
    Voitho,
    /// γίνομαι, γίνεσαι
    Ginome,
    /// λυπάμαι, λυπάσαι
    Lypame,
    /// εγγυώμαι, εγγυάσαι
    Engyome,
    /// βαριέμαι, βαριέσαι
    Varieme,
    /// εξυπηρετούμαι, εξυπηρετείσαι
    Exypiretoume,
    /// υποχρεούμαι, υποχρεούσαι
    Ypochreoume,
}

impl Model {
    /// Every model with its verb and the ending that its verbs share. Where several share an ending,
    /// the first that fits counts, unless `like` names another.
    pub const ALL: &[(Model, &str, &str)] = &[
        (Model::Lypame, "λυπάμαι", "άμαι"),
        (Model::Engyome, "εγγυώμαι", "ώμαι"),
        (Model::Varieme, "βαριέμαι", "ιέμαι"),
        (Model::Exypiretoume, "εξυπηρετούμαι", "ούμαι"),
        (Model::Ypochreoume, "υποχρεούμαι", "ούμαι"),
        (Model::Ginome, "γίνομαι", "ομαι"),
        (Model::Boro, "μπορώ", "ώ"),
        (Model::Voitho, "βοηθώ", "ώ"),
        (Model::Stelno, "στέλνω", "ω"),
        (Model::Leo, "λέω", "ω"),
    ];

    /// The model of a verb named in `like`.
    pub fn named(like: &str) -> Result<Model, WordProblem> {
        let found = Self::ALL.iter().find(|(_, verb, _)| *verb == like.trim());
        found
            .map(|(model, _, _)| *model)
            .ok_or_else(|| WordProblem::UnknownModel { like: like.to_owned() })
    }

    /// The model of a verb by its first person: `like` where it fits, else what the ending tells.
    pub fn of(spelling: &str, like: Option<Model>, tense: Tense) -> Result<Model, WordProblem> {
        if let Some(model) = like.filter(|model| model.fits(spelling)) {
            return Ok(model);
        }
        if is_oxytone(spelling) {
            return Err(WordProblem::ModelNeeded { spelling: spelling.to_owned() });
        }
        if is_contracted(spelling) {
            return Ok(if spelling.ends_with("άω") && accent::syllables(spelling) > 2 {
                Model::Voitho
            } else {
                Model::Leo
            });
        }
        let told =
            Self::ALL.iter().find(|(model, _, _)| model.fits(spelling)).map(|(model, _, _)| *model);
        told.ok_or_else(|| WordProblem::LeadEnding { tense, spelling: spelling.to_owned() })
    }

    /// Whether a verb with this first person can be conjugated so.
    pub fn fits(self, spelling: &str) -> bool {
        match self {
            Model::Boro => is_oxytone(spelling),
            Model::Voitho => is_oxytone(spelling) || spelling.ends_with("άω"),
            Model::Stelno => spelling.ends_with('ω') && accent::is_accented(spelling),
            Model::Leo => {
                spelling.strip_suffix('ω').is_some_and(|stem| accent::accent_of(stem) == Some(0))
            }
            _ => self.stem(spelling).is_some_and(|stem| !stem.is_empty()),
        }
    }

    /// Whether the verb is active in form, and so has imperatives in -ε.
    pub fn is_active(self) -> bool {
        matches!(self, Model::Stelno | Model::Leo | Model::Boro | Model::Voitho)
    }

    /// The first person without its ending.
    pub fn stem(self, spelling: &str) -> Option<&str> {
        match self {
            Model::Boro => spelling.strip_suffix(['ώ', 'ω']),
            Model::Voitho => {
                spelling.strip_suffix("άω").or_else(|| spelling.strip_suffix(['ώ', 'ω']))
            }
            // The ι of -ιέμαι stays: βαρι-όμουν.
            Model::Varieme => {
                spelling.ends_with("ιέμαι").then(|| spelling.strip_suffix("έμαι")).flatten()
            }
            _ => {
                let (_, _, ending) = Self::ALL.iter().find(|(model, _, _)| *model == self)?;
                spelling.strip_suffix(ending)
            }
        }
    }

    /// All persons of the present (or of a subjunctive) from its first.
    pub fn row(self, spelling: &str) -> Row {
        let stem = self.stem(spelling).unwrap_or_default();
        match self {
            Model::Boro if !accent::is_accented(spelling) => row(stem, &MONOSYLLABLE),
            Model::Voitho if spelling.ends_with("άω") => row(stem, &VOITHAO),
            Model::Leo if stem.ends_with("ού") => row(stem, &AKOUO),
            _ => row(stem, self.endings()),
        }
    }

    fn endings(self) -> &'static Endings {
        match self {
            Model::Stelno => &STELNO,
            Model::Leo => &LEO,
            Model::Boro => &BORO,
            Model::Voitho => &VOITHO,
            Model::Ginome => &GINOME,
            Model::Lypame => &LYPAME,
            Model::Engyome => &ENGYOME,
            Model::Varieme => &VARIEME,
            Model::Exypiretoume => &EXYPIRETOUME,
            Model::Ypochreoume => &YPOCHREOUME,
        }
    }
}

/// In -ώ, or of one syllable and so without a written accent (ζω, δω).
pub fn is_oxytone(spelling: &str) -> bool {
    spelling.ends_with('ώ')
        || (spelling.ends_with('ω')
            && accent::is_monosyllable(spelling)
            && !accent::is_accented(spelling))
}

/// Verbs whose ending loses its vowel without being told: πάω, ρωτάω, καίω, ακούω, τρώω, and λέω itself
/// (συνδέω and πλέω keep theirs).
fn is_contracted(spelling: &str) -> bool {
    spelling == "λέω" || ["άω", "αίω", "ούω", "ώω"].iter().any(|ending| spelling.ends_with(ending))
}

const STELNO: Endings = [&["ω"], &["εις"], &["ει"], &["ουμε"], &["ετε"], &["ουν", "ουνε"]];
const LEO: Endings = [&["ω"], &["ς"], &["ει"], &["με"], &["τε"], &["νε"]];
const AKOUO: Endings = [&["ω"], &["ς"], &["ει"], &["με"], &["τε"], &["ν", "νε"]];
const BORO: Endings = [&["ώ"], &["είς"], &["εί"], &["ούμε"], &["είτε"], &["ούν", "ούνε"]];
const MONOSYLLABLE: Endings = [&["ω"], &["εις"], &["ει"], &["ούμε"], &["είτε"], &["ουν", "ούνε"]];
const VOITHO: Endings =
    [&["ώ", "άω"], &["άς"], &["ά", "άει"], &["άμε", "ούμε"], &["άτε"], &["ούν", "άνε", "ούνε"]];
const VOITHAO: Endings =
    [&["άω", "ώ"], &["άς"], &["άει", "ά"], &["άμε", "ούμε"], &["άτε"], &["ούν", "άνε", "ούνε"]];
const GINOME: Endings =
    [&["ομαι"], &["εσαι"], &["εται"], &["όμαστε"], &["εστε", "όσαστε"], &["ονται"]];
const LYPAME: Endings = [
    &["άμαι", "ούμαι"],
    &["άσαι"],
    &["άται"],
    &["όμαστε", "ούμαστε"],
    &["άστε", "όσαστε"],
    &["ούνται", "όνται"],
];
const ENGYOME: Endings =
    [&["ώμαι"], &["άσαι"], &["άται"], &["όμαστε", "ώμεθα"], &["άστε", "άσθε"], &["ώνται"]];
const VARIEME: Endings =
    [&["έμαι"], &["έσαι"], &["έται"], &["όμαστε"], &["έστε", "όσαστε"], &["ούνται", "όνται"]];
const EXYPIRETOUME: Endings =
    [&["ούμαι"], &["είσαι"], &["είται"], &["ούμαστε"], &["είστε", "είσθε"], &["ούνται"]];
const YPOCHREOUME: Endings =
    [&["ούμαι"], &["ούσαι"], &["ούται"], &["ούμαστε"], &["ούστε", "ούσθε"], &["ούνται"]];

/// The endings of the six persons, each with the one to suggest first.
pub type Endings = [&'static [&'static str]; 6];

/// Spellings by person.
pub type Row = Vec<(Person, String)>;

/// A stem with all endings.
pub fn row(stem: &str, endings: &Endings) -> Row {
    let persons = Person::ALL.into_iter().zip(endings);
    persons
        .flat_map(|(person, list)| list.iter().map(move |ending| (person, join(stem, ending))))
        .collect()
}

/// A stem with an ending: the accent of the ending silences the stem's, and one syllable needs none.
pub fn join(stem: &str, ending: &str) -> String {
    let word = if accent::is_accented(ending) {
        accent::unaccented(stem) + ending
    } else {
        format!("{stem}{ending}")
    };
    if accent::syllables(&word) == 1 { accent::unaccented(&word) } else { word }
}
