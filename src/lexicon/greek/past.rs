//! Imperfect and past: the accent moves, the augment comes and goes.

use super::accent;
use super::accent::{accent_of, accented, syllables, unaccented};
use super::model::{Endings, Model, Row, join, row};
use crate::lexicon::Person;

const IN_OMOUN: Endings = [
    &["όμουν", "όμουνα"],
    &["όσουν", "όσουνα"],
    &["όταν", "ότανε"],
    &["όμασταν", "όμαστε"],
    &["όσασταν", "όσαστε"],
    &["ονταν", "όντουσαν"],
];
const IN_OMOUN_OF_LYPAME: Endings = [
    &["όμουν", "όμουνα"],
    &["όσουν", "όσουνα"],
    &["όταν", "ότανε"],
    &["όμασταν", "όμαστε"],
    &["όσασταν", "όσαστε"],
    &["ούνταν", "όνταν", "όντουσαν"],
];
const IN_OMOUN_OF_ENGYOME: Endings = [
    &["όμουν", "όμουνα"],
    &["όσουν", "όσουνα"],
    &["όταν", "ότανε"],
    &["όμασταν", "όμαστε"],
    &["όσασταν", "όσαστε"],
    &["όνταν", "ώνταν", "όντουσαν"],
];
const IN_OUMOUN: Endings = [
    &["ούμουν", "ούμουνα"],
    &["ούσουν", "ούσουνα"],
    &["ούνταν", "ούταν"],
    &["ούμασταν", "ούμαστε"],
    &["ούσασταν", "ούσαστε"],
    &["ούνταν", "ούντουσαν"],
];

/// The first persons of a regular imperfect, the one to suggest first.
pub fn regular_imperfect(present: &str, model: Model) -> Vec<String> {
    let Some(stem) = model.stem(present) else {
        return Vec::new();
    };
    let with = |ending: &str| unaccented(stem) + ending;
    match model {
        Model::Stelno => augmented(stem).into_iter().collect(),
        Model::Leo => Vec::new(),
        Model::Boro => vec![with("ούσα")],
        Model::Voitho => std::iter::once(with("ούσα")).chain(augmented(&with("αγ"))).collect(),
        Model::Ginome | Model::Lypame | Model::Engyome | Model::Varieme => vec![with("όμουν")],
        Model::Exypiretoume | Model::Ypochreoume => vec![with("ούμουν")],
    }
}

/// The first person of a past that the ending of the verb tells: πληρώνω → πλήρωσα, γνωρίζω → γνώρισα.
pub fn regular_past(name: &str) -> Option<String> {
    let stem = match name.strip_suffix("ώνω") {
        Some(stem) => stem.to_owned() + "ωσ",
        None => name.strip_suffix("ίζω")?.to_owned() + "ισ",
    };
    augmented(&stem)
}

/// All persons of an imperfect in -α or -μουν; `None` for another ending.
pub fn imperfect_row(first: &str, verb: &Verb) -> Option<Row> {
    let medial = first.strip_suffix("μουν").or_else(|| first.strip_suffix("μουνα"));
    if let Some(stem) = medial.and_then(|start| start.strip_suffix("ού")) {
        return Some(row(stem, &IN_OUMOUN));
    }
    if let Some(stem) = medial.and_then(|start| start.strip_suffix('ό')) {
        let endings = match verb.model {
            None | Some(Model::Ginome) => &IN_OMOUN,
            Some(Model::Engyome) => &IN_OMOUN_OF_ENGYOME,
            Some(_) => &IN_OMOUN_OF_LYPAME,
        };
        return Some(row(&accented(stem, 0), endings));
    }
    row_in_a(first, verb)
}

/// What the augment of a verb is judged by.
pub struct Verb<'a> {
    /// The verb's name, whose own beginning is not an augment.
    pub name: &'a str,
    /// First persons in -ω that share the stem: of the present for an imperfect, of the subjunctive for a past.
    pub bases: &'a [String],
    /// How its present goes.
    pub model: Option<Model>,
}

/// All persons of an imperfect or past in -α; `None` for another ending.
pub fn row_in_a(first: &str, verb: &Verb) -> Option<Row> {
    let stem = first.strip_suffix('α').filter(|stem| !stem.is_empty())?;
    let moved = accented(&without_accented_augment(stem, verb), 0);
    let [i, you, it, we, you_all, they] = Person::ALL;
    Some(vec![
        (i, join(stem, "α")),
        (you, join(stem, "ες")),
        (it, join(stem, "ε")),
        (we, join(&moved, "αμε")),
        (you_all, join(&moved, "ατε")),
        (they, join(stem, "αν")),
        (they, join(&moved, "ανε")),
    ])
}

/// The subjunctive that belongs to a regular past: έστειλα → στείλω, χρειάστηκα → χρειαστώ.
/// A short past such as βρήκα tells nothing.
pub fn regular_subjunctive(past: &str, name: &str) -> Option<String> {
    let stem = past.strip_suffix('α')?;
    if accent_of(stem)? == 0 {
        return None;
    }
    if let Some(passive) = stem.strip_suffix("ηκ") {
        return Some(unaccented(passive) + "ώ");
    }
    let verb = Verb { name, bases: &[], model: None };
    Some(accented(&without_accented_augment(stem, &verb), 0) + "ω")
}

/// The accent as far from the end as it may go: -αλλαζ- → άλλαζ, -στειλ- → στείλ.
pub fn retracted(stem: &str) -> String {
    let short = syllables(stem) == 2 && accent::glides(&unaccented(stem));
    accented(stem, if short { 0 } else { 1 })
}

/// The first person of a past tense over a stem: άλλαζα; a stem of one syllable takes an augment: έστελνα.
/// A stem of one syllable that begins with a vowel goes its own way (έχω, είχα).
fn augmented(stem: &str) -> Option<String> {
    let bare = unaccented(stem);
    if accent::is_monosyllable(&bare) {
        let consonant_first = bare.chars().next().is_some_and(|letter| !accent::is_vowel(letter));
        return consonant_first.then(|| format!("έ{bare}α"));
    }
    Some(retracted(&bare) + "α")
}

/// The stem for the persons in which the accent has moved on: έστειλ → στειλ, επέστρεψ → επιστρεψ.
fn without_accented_augment(stem: &str, verb: &Verb) -> String {
    if accent_of(stem).is_none_or(|syllable| syllable == 0) {
        return unaccented(stem);
    }
    let from_base = verb.bases.iter().find_map(|base| shared_base(stem, base));
    from_base.or_else(|| drop_augment(stem, verb.name)).unwrap_or_else(|| unaccented(stem))
}

/// The stem of a form in -ω that goes on like this stem after its accent: ήξερ, ξέρω → ξερ.
fn shared_base(stem: &str, base: &str) -> Option<String> {
    let base = unaccented(base.strip_suffix('ω')?);
    let accent = accent_letter(stem)?;
    let tail: String = stem.chars().skip(accent + 1).collect();
    base.ends_with(&tail).then_some(base)
}

/// Takes a stressed ε away where the name shows that the root has none there; a preverb gets its
/// vowel back: επέλεξ, επιλέγω → επιλεξ.
fn drop_augment(stem: &str, name: &str) -> Option<String> {
    let accent = accent_letter(stem)?;
    let mut letters = stem.chars();
    let before: String = letters.by_ref().take(accent).collect();
    if letters.next() != Some('έ') {
        return None;
    }
    let rest: String = letters.collect();
    let name = unaccented(name);
    if before.is_empty() {
        return (!name.starts_with('ε')).then_some(rest);
    }
    preverbs(&before).into_iter().find_map(|preverb| restored(&preverb, &rest, &name))
}

/// How a preverb before an augment may look without it: εξ-έφρασα, εκ-φράζω; εν-έκρινα, εγ-κρίνω.
fn preverbs(augmented: &str) -> Vec<String> {
    let mut all = vec![augmented.to_owned()];
    if let Some(start) = augmented.strip_suffix('ξ') {
        all.push(format!("{start}κ"));
    }
    if let Some(start) = augmented.strip_suffix('ν') {
        all.extend(["γ", "μ", "λ"].map(|end| format!("{start}{end}")));
    }
    all
}

fn restored(preverb: &str, rest: &str, name: &str) -> Option<String> {
    let root = rest.chars().next()?;
    let mut following = name.strip_prefix(preverb)?.chars();
    let first = following.next()?;
    if first == root {
        return Some(format!("{preverb}{rest}"));
    }
    let elided = matches!(first, 'α' | 'ι' | 'ο') && following.next() == Some(root);
    elided.then(|| format!("{preverb}{first}{rest}"))
}

/// The place of the accented letter.
fn accent_letter(stem: &str) -> Option<usize> {
    stem.chars().position(|letter| accent::is_accented(letter.encode_utf8(&mut [0; 4])))
}
