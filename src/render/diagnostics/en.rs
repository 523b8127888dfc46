//! Problems of rule files in English.

use super::{Labels, Words};
use crate::rules::{Outcome, PhraseProblem, Problem, Shape, YamlTrouble};

pub(super) const LABELS: Labels =
    Labels { error: "problem", warning: "careful", hint: "idea", help: "what to do" };

pub(super) fn more(count: usize) -> String {
    format!("and {count} more; mend these first")
}

fn say(message: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), help: help.into() }
}

fn did_you_mean(nearest: Option<&String>, otherwise: String) -> String {
    nearest.map_or(otherwise, |name| format!("did you mean `{name}`?"))
}

fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

pub(super) fn words(problem: &Problem) -> Words {
    match problem {
        Problem::NotYaml(trouble) => yaml(trouble),
        Problem::BadPhrase(problem) => phrase(problem),
        Problem::EmptyFile => say(
            "the file is empty",
            "the smallest file has `language: en`, then `rules:`, and below it `- avoid: …` with `prefer: …`",
        ),
        Problem::WrongShape { expected, found, written } => wrong_shape(*expected, *found, written),
        Problem::BracketsMakeList => say(
            "brackets without quotes are read as a list, not as a blank to fill in",
            "put the whole text in quotes, such as '[the date]'; if you want a list, write each text on a line of its \
             own with a dash before it",
        ),
        Problem::BracesMakeMapping => say(
            "braces without quotes are not read as part of the phrase",
            "put the whole text in quotes, such as '{thing} is not possible'",
        ),
        Problem::NoSpaceAfterColon => say(
            "there is no space after the colon",
            "write `avoid: text`, with a space after the `:`",
        ),
        Problem::CutByHash => say(
            "the text ends at the `#`: what follows is read as a comment",
            "if the `#` belongs to the text, put the whole text in quotes: 'order #5'",
        ),
        Problem::UnknownKey { key, known, nearest } => say(
            format!("`{key}` has no meaning here"),
            did_you_mean(nearest.as_ref(), format!("here you can write: {}", listed(known))),
        ),
        Problem::KeyTwice { key, first_line } => say(
            format!("`{key}` is here twice"),
            format!(
                "it is already on line {first_line}; keep one of them, or put both texts in a list"
            ),
        ),
        Problem::MissingKey { key } => say(format!("`{key}` is missing"), missing_key(key)),
        Problem::EmptyText => {
            say("there is no text here", "write the text, or delete the line if it is not needed")
        }
        other => rule(other),
    }
}

fn missing_key(key: &str) -> &'static str {
    match key {
        "language" => "add the line `language: en` (or `el`) at the top of the file",
        "rules" => "add `rules:` and below it each rule, with a dash before it",
        "name" => "add `name:` with the name in each language, such as `en: Positive language`",
        _ => "add the line",
    }
}

fn rule(problem: &Problem) -> Words {
    match problem {
        Problem::MissingAvoid => say(
            "the rule does not say which phrase it looks for",
            "add `avoid:` with the phrase that you would rather not see",
        ),
        Problem::AvoidAndRegex => say(
            "the rule has both `avoid` and `regex`",
            "keep one of them; `avoid` is mostly enough",
        ),
        Problem::PreferAndRemove => say(
            "the rule has both `prefer` and `remove`",
            "keep `prefer` to change the phrase, or `remove: true` to take it out",
        ),
        Problem::NothingToSay => say(
            "the rule does not say what to do about the phrase",
            "add `prefer:` with what to say instead, `remove: true` to take it out, or `why:` with a word of advice",
        ),
        Problem::UnknownWord { name, nearest } => say(
            format!("the word `<{name}>` is not in the word table"),
            did_you_mean(
                nearest.as_ref(),
                format!(
                    "write it without `< >`, or add it under `words:` with its forms: `{name}: [form, form]`"
                ),
            ),
        ),
        Problem::UnboundGap { name, phrase } => say(
            format!("`{{{name}}}` is not in the phrase “{phrase}”"),
            "`prefer` can repeat only gaps that every phrase of `avoid` has; for something that your colleague fills in \
             write [hint]",
        ),
        Problem::IdTwice { id, first_line } => say(
            format!("another rule already has the name `{id}`"),
            format!(
                "it is on line {first_line}; give one of them another `id`, or delete it and one is made for you"
            ),
        ),
        Problem::BadId { id } => say(
            format!("`{id}` can't be a name"),
            "use only letters, digits and dashes, without spaces, such as `we-cannot`; to replace a built-in rule write \
             its full name, such as `en/positive-language/cannot`",
        ),
        Problem::BadRegex { reason } => say(
            format!("the `regex` can't be read: {reason}"),
            "most phrases are simpler to write with `avoid:`",
        ),
        Problem::RegexMatchesNothing => say(
            "the `regex` also matches where there is no text",
            "give it something that must always be there, such as `+` in place of `*`",
        ),
        other => value(other),
    }
}

fn value(problem: &Problem) -> Words {
    match problem {
        Problem::UnknownValue { found, known, nearest } => say(
            format!("`{found}` is none of the choices"),
            did_you_mean(nearest.as_ref(), format!("write one of these: {}", listed(known))),
        ),
        Problem::UnknownLanguage { found, nearest } => say(
            format!("`{found}` is not the code of a language"),
            did_you_mean(nearest.as_ref(), "write `el` for Greek or `en` for English".to_owned()),
        ),
        Problem::UnknownPrinciple { found, known, nearest } => say(
            format!("there is no principle of service `{found}`"),
            did_you_mean(nearest.as_ref(), format!("there are: {}", listed(known))),
        ),
        Problem::UnknownSchema { .. } => say(
            "the file is written for another version of the program",
            "write `schema: 1`, or delete the line",
        ),
        Problem::TooMany { limit } => say(
            "there are too many",
            format!("there may be up to {limit}; split them over more files or rules"),
        ),
        Problem::TooLong { limit } => {
            say("the text is too long", format!("it may have up to {limit} characters"))
        }
        Problem::BadExample => say(
            "the example is not complete",
            "write `draft:` with a text that the rule catches (and `rewrite:` with what becomes of it), or only `fine:` \
             with a text that it does not catch",
        ),
        Problem::BadForm { form } => say(
            format!("`{form}` is not a form of a word"),
            "write bare words, without signs; several of them as a list: `[issue, issues]`",
        ),
        Problem::WordTwice { name, first_line } => say(
            format!("the word `{name}` is here twice"),
            format!("it is already on line {first_line}; make one of the two"),
        ),
        Problem::ExampleMismatch { draft, expected, found } => mismatch(draft, expected, found),
        _ => say("something is not right here", "compare it with an example that works"),
    }
}

fn mismatch(draft: &str, expected: &Outcome, found: &Outcome) -> Words {
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
        _ => "if that is how you want it, copy it to `rewrite:`; if not, mend `prefer`",
    };
    say(message, help)
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => "nothing",
        Shape::TrueOrFalse => "yes or no (`true` or `false`)",
        Shape::Number => "a number",
        Shape::Text => "a text",
        Shape::TextOrList => "a text or a list",
        Shape::List => "a list",
        Shape::Mapping => "a group of lines such as `name: value`",
    }
}

fn wrong_shape(expected: Shape, found: Shape, written: &str) -> Words {
    let wants_text = matches!(expected, Shape::Text | Shape::TextOrList);
    let expected_words = shape(expected);
    let message = match found {
        Shape::Nothing => format!("{expected_words} is needed, but there is nothing"),
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

fn yaml(trouble: &YamlTrouble) -> Words {
    match trouble {
        YamlTrouble::TooLarge => {
            say("the file is too large", "it may have up to 1 MB; split it into smaller ones")
        }
        YamlTrouble::TooMuch => say(
            "the file is more complicated than a rule file needs to be",
            "look for brackets or repetitions gone astray, and split it into smaller ones",
        ),
        YamlTrouble::SeveralDocuments => say(
            "`---` begins a second file within this one",
            "delete the line with `---`, or make two files of it",
        ),
        YamlTrouble::Tab => say(
            "the line begins with a tab",
            "use spaces in its place: two spaces for each step to the right",
        ),
        YamlTrouble::ColonInText => say(
            "the text has a colon in it and is not in quotes",
            "put the whole text in quotes: 'Please note: the parcel has left'",
        ),
        YamlTrouble::NoSpaceAfterColon => say(
            "there is no space after the colon",
            "write `avoid: text`, with a space after the `:`",
        ),
        YamlTrouble::OpenQuote => say(
            "the quotes are opened and not closed",
            "close them with the same sign; inside '…' an apostrophe is written twice: 'it''s here'",
        ),
        YamlTrouble::TextAfterQuote => say(
            "there is more text after the closing quote",
            "put the whole text inside the quotes; inside '…' an apostrophe is written twice: 'it''s here'",
        ),
        YamlTrouble::SignAtStart(sign) => say(
            format!("the text begins with `{sign}`, which means something else here"),
            "put the whole text in quotes: '…'",
        ),
        YamlTrouble::Character(character) => say(
            format!(
                "there is a sign that does not belong in a text file (`{}`)",
                character.escape_default()
            ),
            "delete it and write the line anew",
        ),
        YamlTrouble::Indentation => say(
            "the line does not stand in the right place",
            "lines that belong together begin at the same depth, with the same number of spaces; look at the line \
             before as well",
        ),
        _ => say(
            "the line can't be read",
            "compare it with a line that works: `name: text`; if the text has signs in it, put it in quotes",
        ),
    }
}

fn phrase(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::Empty => say(
            "the phrase has no word that is always there",
            "write at least one word outside `{ }` and `( | )`",
        ),
        PhraseProblem::Unclosed(sign) => say(
            format!("`{sign}` is opened and not closed"),
            format!("add `{}`, or write `\\{sign}` if you mean the sign itself", closing(*sign)),
        ),
        PhraseProblem::Stray(sign) => say(
            format!("`{sign}` stands alone"),
            format!("delete it, or write `\\{sign}` if you mean the sign itself"),
        ),
        PhraseProblem::EmptyName(sign) => say(
            format!("there is nothing between `{sign}` and `{}`", closing(*sign)),
            "give it a name, such as `<can>`, `{action}` or `[the date]`",
        ),
        PhraseProblem::GapTwice { name } => say(
            format!("the gap `{{{name}}}` is in the phrase twice"),
            format!("give the second another name, such as `{{{name}2}}`"),
        ),
        PhraseProblem::OnlyGaps => say(
            "the phrase has only gaps and would match anything",
            "add the words that it should look for",
        ),
        PhraseProblem::GapsAtBothEnds => say(
            "the phrase begins and ends with a gap, so it would take the whole sentence",
            "delete the gap at the start, or put a word before it",
        ),
        PhraseProblem::GapsSideBySide => say(
            "two gaps stand side by side, and nothing tells where the first ends",
            "make them one, or put a word between them",
        ),
        PhraseProblem::AnchorMisplaced('^') => say(
            "`^` means “start of a sentence” and can only come first",
            "move it to the start of the phrase, or write `\\^` if you mean the sign itself",
        ),
        PhraseProblem::AnchorMisplaced(_) => say(
            "`$` means “end of a sentence” and can only come last",
            "move it to the end of the phrase, or write `\\$` if you mean the sign itself",
        ),
        PhraseProblem::TooDeep => {
            say("there are too many parentheses inside each other", "make several phrases of it")
        }
        PhraseProblem::TooManyWays { limit } => say(
            "the phrase can be read in too many ways",
            format!(
                "its choices `( | )` may give up to {limit} combinations; make several phrases of it"
            ),
        ),
        other => wording(other),
    }
}

fn wording(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::BlankInPhrase => say(
            "`[ ]` belongs in `prefer` only",
            "for “one or more words” write `{name}`; for a plain bracket write `\\[`",
        ),
        PhraseProblem::ChoiceInWording => say(
            "there is no choice `( | )` in `prefer`",
            "write each wording on a line of its own, with a dash before it",
        ),
        PhraseProblem::AnchorInWording(sign) => say(
            format!("`{sign}` has no meaning in `prefer`"),
            format!("delete it, or write `\\{sign}` if you mean the sign itself"),
        ),
        PhraseProblem::Glued('(') => say(
            "the parenthesis touches a word",
            "write the words in full, such as `(order|orders)`, or leave a space",
        ),
        PhraseProblem::Glued(sign) => {
            say(format!("`{sign}…{}` touches a word", closing(*sign)), "leave a space between them")
        }
        PhraseProblem::UnknownTense { found, nearest } => say(
            format!("there is no tense `{found}`"),
            did_you_mean(
                nearest.as_ref(),
                "write `present`, `imperfect`, `past`, `subjunctive`, `imperative`, `participle` or `gerund`".to_owned(),
            ),
        ),
        PhraseProblem::UnknownPerson { found } => say(
            format!("`{found}` is not a person of a verb"),
            "write 1, 2 or 3, and several with a comma: `<can:present:1,3>`",
        ),
        PhraseProblem::TooManyParts => say(
            "the word has more than three parts",
            "write `<word>`, `<word:tense>` or `<word:tense:persons>`",
        ),
        PhraseProblem::TooLong { limit } => {
            say("the phrase is too long", format!("it may have up to {limit} characters"))
        }
        _ => say("the phrase can't be read", "write it with plain words"),
    }
}

fn closing(sign: char) -> char {
    match sign {
        '<' => '>',
        '{' => '}',
        '[' => ']',
        _ => ')',
    }
}
