//! Problems of rule files in English.

mod file;
mod pack;
mod pattern;
mod phrase;
mod tip;
mod value;
mod word;
mod yaml;

use super::{Labels, Words};
use crate::rules::Problem;
use file::encoding;
use pack::pack;
use pattern::pattern;
use phrase::phrase;
use tip::tip;
use value::{mismatch, too_many, wrong_shape};
use word::{bad_word, no_such_person, no_such_tense};
use yaml::yaml;

pub(super) const LABELS: Labels =
    Labels { error: "problem", warning: "careful", hint: "idea", help: "what to do" };

pub(super) fn more(count: usize) -> String {
    format!("and {count} more; fix these first")
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
        Problem::NotUtf8 { likely } => encoding(*likely),
        Problem::NotYaml(error) => yaml(error),
        Problem::Pack(problem) => pack(problem),
        Problem::Tip(problem) => tip(problem),
        Problem::BadRegex(error) => pattern(error),
        Problem::BadPhrase(problem) => phrase(problem),
        Problem::OtherTool(tool) => {
            let (avoid, prefer) = tool.keys();
            say(
                format!("this is a rule file of {}", tool.name()),
                format!(
                    "put what it has in `{avoid}` into the column “Avoid” of a table, what it has in `{prefer}` into the column “Say”, and bring the table"
                ),
            )
        }
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
        Problem::UnquotedInBrackets => say(
            "in a list with brackets every comma begins a new phrase",
            "put each phrase in quotes, or on a line of its own with a dash before it",
        ),
        Problem::ValueIsComment => say(
            "what begins with `#` is read as a comment, so no text is left here",
            "put the whole text in quotes: '#5 …'",
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
        Problem::MissingAvoid => say(
            "the rule does not say which phrase it looks for",
            "add `avoid:` with the phrase that you would rather not see",
        ),
        Problem::AvoidAndRegex => say(
            "the rule has both `avoid` and `regex`",
            "keep one of them; `avoid` is usually enough",
        ),
        Problem::PreferAndRemove => say(
            "the rule has both `prefer` and `remove`",
            "keep `prefer` to change the phrase, or `remove: true` to take it out",
        ),
        Problem::SkipAndSpeaks { key } => say(
            format!("`{key}` is in both `skip` and `speaks`"),
            "keep it in `skip` if the rule should not apply there, or in `speaks` if it should",
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
        Problem::NoSuchTense { name, tense, known } => no_such_tense(name, *tense, known),
        Problem::NoSuchPerson { name } => no_such_person(name),
        Problem::UnboundGap { name, phrase, nearest: Some(nearest) } => say(
            format!("`{{{name}}}` is not in the phrase “{phrase}”"),
            format!("did you mean `{{{nearest}}}`?"),
        ),
        Problem::UnboundGap { name, phrase, nearest: None } => say(
            format!("`{{{name}}}` is not in the phrase “{phrase}”"),
            "`prefer` can repeat only gaps that every phrase of `avoid` has; for something that your colleague fills in \
             write [hint]",
        ),
        Problem::UnboundVariable { phrase } => say(
            format!(
                "the phrase “{phrase}” has no verb `<*:…>`, so it is unclear which verb is meant here"
            ),
            "write `<*:tense>` in every phrase of `avoid` as well, such as `you must <*:subjunctive>`, or name the verb here",
        ),
        Problem::BadSetName { name } => say(
            format!("`{name}` can't be the name of a list under `sets`"),
            "write only letters, digits and dashes, without spaces, such as `months`",
        ),
        Problem::UnusedSet { name } => say(
            format!("no phrase uses the list `{name}`"),
            format!("write `(@{name})` in the phrase that needs it, or delete the list"),
        ),
        Problem::IdTwice { id, first_line } => say(
            format!("another rule already has the name `{id}`"),
            format!(
                "that one is on line {first_line}; give one of them another `id`, or delete its `id` and one is made for you"
            ),
        ),
        Problem::IdTwiceElsewhere { id, file, line } => say(
            format!("a rule of another file already has the name `{id}`"),
            format!(
                "it is in {file}, line {line}; give one of the two another `id`, or the files another `pack`"
            ),
        ),
        Problem::BadId { id } if id.contains('/') => say(
            format!("`{id}` can't be a name"),
            "to replace a built-in rule write its full name, such as `en/positive-language/cannot`; otherwise use only \
             letters, digits and dashes",
        ),
        Problem::BadId { id } => say(
            format!("`{id}` can't be a name"),
            "use only letters, digits and dashes, without spaces, such as `we-cannot`",
        ),
        Problem::RegexTooLarge => say(
            "the `regex` is too large",
            "make it simpler: large repetitions, such as `{500}`, take a lot of room",
        ),
        Problem::RegexesTooLarge => say(
            "the `regex` of this file are too large together",
            "make them simpler, or use `avoid` for what it can say: phrases take far less room",
        ),
        Problem::RegexMatchesNothing => say(
            "the `regex` also matches where there is no text",
            "give it something that must always be there, such as `+` in place of `*`",
        ),
        Problem::UnknownValue { found, known, nearest } => say(
            format!("`{found}` is not one of the choices"),
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
        Problem::TooMany { what, found, limit } => too_many(*what, *found, *limit),
        Problem::TooLong { limit } => {
            say("the text is too long", format!("it may have up to {limit} characters"))
        }
        Problem::BadExample => say(
            "the example needs either `draft` or `fine`",
            "write `draft:` with a text that the rule catches (and `rewrite:` with what becomes of it), or only `fine:` \
             with a text that it does not catch",
        ),
        Problem::BadForm { form } => say(
            format!("`{form}` is not a form of a word"),
            "write plain words, without signs; several of them as a list: `[issue, issues]`",
        ),
        Problem::BadWord { name, problem, models } => bad_word(name, problem, models),
        Problem::WordTwice { name, first_line } => say(
            format!("the word `{name}` is here twice"),
            format!("it is already on line {first_line}; make one of the two"),
        ),
        Problem::ExampleMismatch { draft, expected, found } => mismatch(draft, expected, found),
    }
}

fn missing_key(key: &str) -> &'static str {
    match key {
        "language" => "add the line `language: en` (or `el`) at the top of the file",
        "rules" => "add `rules:` and below it each rule, with a dash before it",
        "text" => "add `text:` with the tip, in a sentence or two",
        "name" => "add `name:` with the name in each language, such as `en: Positive language`",
        _ => "add the line",
    }
}
