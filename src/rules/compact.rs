//! Rules without their parsed phrases and examples, to save memory while the program runs.
//!
//! Phrases are parsed again when a caller asks for their parts.

use super::{Avoid, Rule, RuleFile, RulePlaces};

impl RuleFile {
    /// A copy of the rules that takes less memory, for rules that are already compiled. The parsed forms of phrases and
    /// wordings are dropped and parsed again on demand, and their places are dropped, since they are useless without
    /// the text.
    pub fn compact(&self) -> RuleFile {
        RuleFile {
            pack: self.pack.clone(),
            title: self.title.clone(),
            language: self.language.clone(),
            rules: self.rules.iter().map(compact_rule).collect(),
            tips: self.tips.clone(),
            words: self.words.clone(),
            lexemes: self.lexemes.clone(),
        }
    }
}

fn compact_rule(rule: &Rule) -> Rule {
    Rule {
        avoid: match &rule.avoid {
            Avoid::Phrases(phrases) => {
                Avoid::Phrases(phrases.iter().map(|it| it.compact()).collect())
            }
            Avoid::Regex(pattern) => Avoid::Regex(pattern.clone()),
        },
        prefer: rule.prefer.iter().map(|wording| wording.compact()).collect(),
        unless: rule.unless.iter().map(|phrase| phrase.compact()).collect(),
        places: RulePlaces { id: rule.places.id.clone(), ..RulePlaces::default() },
        id: rule.id.clone(),
        language: rule.language.clone(),
        principle: rule.principle.clone(),
        level: rule.level,
        remove: rule.remove,
        skip: rule.skip.clone(),
        speaks: rule.speaks.clone(),
        turns: rule.turns,
        in_quotes: rule.in_quotes,
        why: rule.why.clone(),
        source: rule.source.clone(),
        examples: rule.examples.clone(),
        place: rule.place.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::{Avoid, Known, parse};

    #[test]
    fn a_compact_rule_says_all_that_it_said() {
        let text = "
language: el
sets:
  μήνες: [Ιανουάριος, Φεβρουάριος]
rules:
  - id: all
    avoid:
      - '^δεν <μπορώ> (να|για να|) {action}, $'
      - \\(όχι\\) {action}
      - όχι τον (@μήνες|χειμώνα) να {action}
    turns: true
    speaks: negated
    prefer: ' θα <μπορώ> να {action} [πότε]!'
    unless: παρά {x?} μόνο
    why: Έτσι.
";
        let mut known = Known::default();
        known.add_words("el", ["μπορώ"]);
        let (file, problems) = parse(text, "demo.yaml", &known);
        assert_eq!(problems, []);
        let compact = file.compact();
        let (Some(rule), Some(compact)) = (file.rules.first(), compact.rules.first()) else {
            panic!("{file:?}")
        };
        let (Avoid::Phrases(phrases), Avoid::Phrases(compact_phrases)) =
            (&rule.avoid, &compact.avoid)
        else {
            panic!("{rule:?}")
        };
        assert_eq!((phrases.len(), compact_phrases.len(), compact.prefer.len()), (3, 3, 1));
        let phrases = phrases.iter().chain(&rule.unless);
        for (phrase, compact) in phrases.zip(compact_phrases.iter().chain(&compact.unless)) {
            assert_eq!(phrase.elements(), compact.elements());
            assert_eq!((phrase.at_start, phrase.at_end), (compact.at_start, compact.at_end));
            assert!(compact.parsed.is_none() && !compact.elements().is_empty());
        }
        assert_eq!((&rule.speaks, rule.turns), (&compact.speaks, compact.turns));
        assert_eq!(rule.prefer[0].pieces(), compact.prefer[0].pieces());
    }
}
