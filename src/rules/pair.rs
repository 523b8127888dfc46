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
            let is_glance = |text: &str| {
                !text.is_empty() && text.chars().count() <= MAX_PAIR_CHARS && !text.contains('\n')
            };
            // What begins with a blank doesn't say how to begin.
            // An example of a phrase that stays shows nothing to say instead.
            avoid != prefer
                && is_glance(avoid)
                && is_glance(prefer)
                && !prefer.starts_with('[')
                && says_more_than_asks(prefer)
        };
        let shortest =
            examples.filter(fits).min_by_key(|(avoid, prefer)| avoid.len() + prefer.len());
        let (avoid, prefer) = shortest.or_else(|| self.plain_words().filter(fits))?;
        Some(Pair { avoid, prefer, rule: self.id.clone() })
    }

    fn plain_words(&self) -> Option<(String, String)> {
        let Avoid::Phrases(phrases) = &self.avoid else { return None };
        let plain = |element: &Element| matches!(element, Element::Text(_));
        let phrase = phrases.iter().find(|phrase| phrase.elements().iter().all(plain))?;
        let plain = |piece: &Piece| matches!(piece, Piece::Text(_) | Piece::Blank(_));
        let wording = self.prefer.iter().find(|wording| wording.pieces().iter().all(plain))?;
        let bare = |source: &str| source.trim_matches(['^', '$', ' ']).to_owned();
        Some((bare(&phrase.source), bare(&wording.source)))
    }
}

/// Whether at least half of a wording is there already, outside its blanks.
fn says_more_than_asks(wording: &str) -> bool {
    let (mut said, mut blank, mut inside) = (0, 0, false);
    for sign in wording.chars() {
        inside = (inside || sign == '[') && sign != ']';
        if inside { blank += 1 } else { said += 1 }
    }
    said >= blank
}

#[cfg(test)]
mod tests {
    use crate::rules::{Known, parse};

    fn pair(rule: &str) -> Option<(String, String)> {
        let text = format!("language: el\nrules:\n  - {}\n", rule.replace('\n', "\n    "));
        let (file, problems) = parse(&text, "demo.yaml", &Known::default());
        assert_eq!(problems, [], "{text}");
        file.rules.first()?.pair().map(|pair| (pair.avoid, pair.prefer))
    }

    #[test]
    fn a_rule_shows_as_its_shortest_example_or_its_plain_words() {
        let examples = |lines: &str| format!("avoid: λάθος\nprefer: αλλιώς\nexamples:\n{lines}");
        let pair_of = |avoid: &str, prefer: &str| Some((avoid.to_owned(), prefer.to_owned()));
        for (rule, expected) in [
            (
                examples(
                    "  - {draft: Μεγάλο λάθος., rewrite: Μεγάλο αλλιώς.}\n  - {draft: Λάθος., rewrite: Αλλιώς.}",
                ),
                pair_of("Λάθος.", "Αλλιώς."),
            ),
            (examples("  - fine: Σωστό."), pair_of("λάθος", "αλλιώς")),
            (
                "avoid: ^ όχι $\nprefer: ας το δούμε [πότε]".to_owned(),
                pair_of("όχι", "ας το δούμε [πότε]"),
            ),
            // Nothing to say instead, or too little of it.
            ("avoid: λάθος\nremove: true".to_owned(), None),
            ("avoid: λάθος\nwhy: Έτσι.".to_owned(), None),
            ("avoid: λάθος\nprefer: '[τι θα γίνει]'".to_owned(), None),
            ("avoid: λάθος\nprefer: να [τι θα γίνει και πότε]".to_owned(), None),
            // Signs that only a rule file knows.
            ("avoid: δεν {κάτι} ποτέ\nprefer: '{κάτι} πάντα'".to_owned(), None),
            (
                examples(&format!("  - {{draft: {0}, rewrite: {0}}}", "λόγια ".repeat(30).trim())),
                pair_of("λάθος", "αλλιώς"),
            ),
            // An example of words that stay.
            (examples("  - {draft: Λάθος., rewrite: Λάθος.}"), pair_of("λάθος", "αλλιώς")),
        ] {
            assert_eq!(pair(&rule), expected, "{rule}");
        }
    }
}
