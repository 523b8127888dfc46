//! Selects a wording for each edit: the first that fits and that the draft does not already say.

use rustc_hash::FxHashMap;

use super::Pick;
use super::edit::Edit;
use super::template::{Part, Template};

/// The wordings among which each edit may choose.
pub struct Selection {
    edits: Vec<Options>,
}

struct Options {
    /// A person picked this one, whatever it brings; `Some(None)`: the draft's own words.
    picked: Option<Option<usize>>,
    /// What each wording says, by number, and whether it brought a finding of its own.
    wordings: Vec<(Option<String>, bool)>,
}

impl Selection {
    /// Every wording of every edit; what a person picked stays.
    pub fn new(edits: &[Edit<'_>], picks: &[Pick]) -> Selection {
        Selection::of(edits, picks, saying)
    }

    /// The same without regard to what is said twice.
    pub fn plain(edits: &[Edit<'_>], picks: &[Pick]) -> Selection {
        Selection::of(edits, picks, |_| None)
    }

    fn of(
        edits: &[Edit<'_>],
        picks: &[Pick],
        saying: impl Fn(&Template) -> Option<String>,
    ) -> Selection {
        let options = |(index, edit): (usize, &Edit<'_>)| Options {
            picked: match picks.get(index) {
                Some(Pick::Wording(number)) if *number < edit.options.len() => Some(Some(*number)),
                Some(Pick::Keep) => Some(None),
                _ => None,
            },
            wordings: edit.options.iter().map(|it| (saying(&it.template), false)).collect(),
        };
        Selection { edits: edits.iter().enumerate().map(options).collect() }
    }

    /// The number of a wording for each edit: the first that brought no finding and that no earlier edit
    /// says, since a reply with one sentence twice reads like a machine's. Where all are said, the one said least; where
    /// none fits, the draft's own words stay.
    pub fn choices(&self) -> Vec<Option<usize>> {
        let mut said: FxHashMap<&str, usize> = FxHashMap::default();
        let mut choices = Vec::with_capacity(self.edits.len());
        for edit in &self.edits {
            let times = |number: &usize| {
                edit.saying(*number).and_then(|it| said.get(it)).copied().unwrap_or(0)
            };
            let choice = edit.picked.unwrap_or_else(|| edit.open().min_by_key(times));
            if let Some(saying) = choice.and_then(|choice| edit.saying(choice)) {
                *said.entry(saying).or_default() += 1;
            }
            choices.push(choice);
        }
        choices
    }

    /// Excludes the wordings that brought a finding of their own; false if that changes nothing.
    pub fn exclude(&mut self, choices: &[Option<usize>], faulty: &[bool]) -> bool {
        let mut changed = false;
        for (edit, (choice, faulty)) in self.edits.iter_mut().zip(choices.iter().zip(faulty)) {
            if let Some((_, excluded)) = choice.and_then(|choice| edit.wordings.get_mut(choice))
                && *faulty
                && edit.picked.is_none()
            {
                changed |= !std::mem::replace(excluded, true);
            }
        }
        changed
    }
}

impl Options {
    /// The wordings that are not excluded, by number.
    fn open(&self) -> impl Iterator<Item = usize> {
        let open = |(number, (_, excluded)): (usize, &(_, bool))| (!excluded).then_some(number);
        self.wordings.iter().enumerate().filter_map(open)
    }

    fn saying(&self, number: usize) -> Option<&str> {
        self.wordings.get(number).and_then(|(saying, _)| saying.as_deref())
    }
}

/// The text of a wording without letter case and end mark, if it has no words of the draft; otherwise `None`, because
/// it differs from place to place.
fn saying(template: &Template) -> Option<String> {
    let texts: Option<Vec<&str>> = template
        .iter()
        .map(|part| match part {
            Part::Text(text) => Some(text.as_str()),
            Part::Kept { .. } => None,
        })
        .collect();
    let said = texts?.concat().to_lowercase();
    let said = said.trim_end_matches(|sign: char| !sign.is_alphanumeric() && sign != ']');
    (!said.is_empty()).then(|| said.to_owned())
}
