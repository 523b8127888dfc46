//! A rule as one pair of sentences, for people who want to see the words at a glance.

use super::{Avoid, Element, Example, Piece, Rule};

/// The longest sentence of a pair, in characters.
const MAX_PAIR_CHARS: usize = 90;

/// What to avoid and what to say instead, as a person would say both.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Better not so.
    pub avoid: String,
    /// But so; may hold blanks.
    pub prefer: String,
    /// Full id of the rule that it shows.
    pub rule: String,
}

impl Rule {
    /// The rule as a pair: its shortest example, else its phrase and wording where both are plain words.
    pub fn pair(&self) -> Option<Pair> {
        let examples = self.examples.iter().filter_map(|example| match example {
            Example::Draft { draft, rewrite: Some(rewrite) } => {
                Some((draft.value.trim().to_owned(), rewrite.value.trim().to_owned()))
            }
            _ => None,
        });
        let fits = |(avoid, prefer): &(String, String)| {
            let short = |text: &str| !text.is_empty() && text.chars().count() <= MAX_PAIR_CHARS;
            // More lines than one are more than a glance.
            short(avoid) && short(prefer) && !avoid.contains('\n') && !prefer.contains('\n')
        };
        let shortest =
            examples.filter(fits).min_by_key(|(avoid, prefer)| avoid.len() + prefer.len());
        let (avoid, prefer) = shortest.or_else(|| self.plain_words().filter(fits))?;
        Some(Pair { avoid, prefer, rule: self.id.clone() })
    }

    fn plain_words(&self) -> Option<(String, String)> {
        let Avoid::Phrases(phrases) = &self.avoid else { return None };
        let plain = |element: &Element| matches!(element, Element::Text(_));
        let phrase = phrases.iter().find(|phrase| phrase.elements.iter().all(plain))?;
        let plain = |piece: &Piece| matches!(piece, Piece::Text(_) | Piece::Blank(_));
        let wording = self.prefer.iter().find(|wording| wording.pieces.iter().all(plain))?;
        let bare = |source: &str| source.trim_matches(['^', '$', ' ']).to_owned();
        Some((bare(&phrase.source), bare(&wording.source)))
    }
}
