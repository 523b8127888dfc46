//! Values of the wrong kind and examples that fail, in English.

use super::{Words, say};
use crate::rules::{Items, Outcome, Shape};

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => "nothing",
        Shape::TrueOrFalse => "yes or no (`true` or `false`)",
        Shape::Number => "a number",
        Shape::Text => "text",
        Shape::TextOrList => "text or a list",
        Shape::List => "a list",
        Shape::Mapping => "a group of lines such as `name: value`",
    }
}

pub(super) fn wrong_shape(expected: Shape, found: Shape, written: &str) -> Words {
    let wants_text = matches!(expected, Shape::Text | Shape::TextOrList);
    let expected_words = shape(expected);
    let message = match found {
        Shape::Nothing => format!("{expected_words} is needed, but there is nothing"),
        _ if expected == Shape::TrueOrFalse => {
            format!("yes is written `true` here and no `false`, but there is {}", shape(found))
        }
        Shape::TrueOrFalse if wants_text => {
            format!("{expected_words} is needed, but `{written}` is read as yes/no")
        }
        Shape::Number if wants_text => {
            format!("{expected_words} is needed, but `{written}` is read as a number")
        }
        _ => format!("{expected_words} is needed, but there is {}", shape(found)),
    };
    let help = match (expected, found) {
        (_, Shape::Nothing) => "fill it in, or delete the line if it is not needed".to_owned(),
        (_, Shape::TrueOrFalse | Shape::Number) if wants_text => {
            format!("put it in quotes: '{written}'")
        }
        (Shape::TrueOrFalse, _) => "write `true` or `false`".to_owned(),
        (Shape::List, _) => {
            "write each item on a line of its own, with a dash and a space before it: `- …`"
                .to_owned()
        }
        (Shape::Mapping, _) => {
            "write lines such as `avoid: phrase`, all at the same depth from the left".to_owned()
        }
        _ => "write only the text here; if it has a colon in it, put it in quotes".to_owned(),
    };
    say(message, help)
}

pub(super) fn mismatch(draft: &str, expected: &Outcome, found: &Outcome) -> Words {
    let message = match (expected, found) {
        (Outcome::Silent, _) => {
            format!("the rule catches “{draft}”, which the example says is fine")
        }
        (_, Outcome::Silent) => format!("the rule does not catch “{draft}”"),
        (_, Outcome::Rewrite(text)) => format!("the example becomes “{text}”"),
        (_, Outcome::Found) => format!("the rule catches “{draft}”, but does not change it"),
    };
    let help = match (expected, found) {
        (Outcome::Silent, _) => {
            "make the phrase more specific, or write under `unless:` when it is fine"
        }
        (_, Outcome::Silent) => {
            "check that the phrase of `avoid` is in the text and that no other rule catches it"
        }
        (_, Outcome::Found) => "add `prefer:` to the rule, or delete the `rewrite:` of the example",
        _ => "if that is how you want it, copy it to `rewrite:`; if not, fix `prefer`",
    };
    say(message, help)
}

pub(super) fn too_many(what: Items, found: usize, limit: usize) -> Words {
    let (items, help) = match what {
        Items::Rules => ("the file has {} rules", "split them over more files"),
        Items::Phrases => ("the rule has {} phrases", "split them over more rules"),
        Items::Wordings => ("the rule has {} wordings", "keep the best of them"),
        Items::Examples => ("the rule has {} examples", "keep those that show something new"),
        Items::Sets => ("the file has {} lists under `sets`", "split them over more files"),
        Items::SetPhrases => ("the list has {} phrases", "split it into more lists"),
        Items::DefaultUnless => {
            ("`unless` of `defaults` has {} phrases", "put the others in the rules that need them")
        }
        Items::Words => ("the file has {} words", "split them over more files"),
        Items::Tips => ("the file has {} tips", "split them over more files"),
        Items::Principles => ("the file has {} principles", "keep those that rules name"),
        Items::Entries => ("there are {} entries here", "keep those that are needed"),
    };
    say(items.replace("{}", &found.to_string()), format!("there may be up to {limit}; {help}"))
}
