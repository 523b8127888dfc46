//! What keeps a file from being read at all, in English.

use super::{Words, say};
use crate::rules::YamlError;

pub(super) fn yaml(error: &YamlError) -> Words {
    match error {
        YamlError::TooLarge { limit } => say(
            "the file is too large",
            format!("it may have up to {limit} MB; split it into smaller ones"),
        ),
        YamlError::TooDeep { limit } => say(
            format!("lists are nested more than {limit} deep"),
            "look for a stray `[` or `{`; a rule file needs up to six",
        ),
        YamlError::TooManyAliases { limit } => say(
            "the file repeats itself too many times (`&name`, `*name`)",
            format!(
                "there may be up to {limit} repetitions; write the texts as they are, without `&` and `*`"
            ),
        ),
        YamlError::TooMany { limit } => say(
            "the file has too many values",
            format!("there may be up to {limit}; split it into smaller ones"),
        ),
        YamlError::SeveralDocuments => say(
            "`---` begins a second file within this one",
            "delete the line with `---`, or split it into two files",
        ),
        YamlError::Tab => say(
            "the line begins with a tab",
            "use spaces in its place: two spaces for each step to the right",
        ),
        YamlError::NoBreakSpace => say(
            "there is a no-break space, which looks like a space but is not one",
            "delete it and type a plain space",
        ),
        YamlError::NoSpaceAfterDash => say(
            "there is no space after the dash",
            "write `- avoid: text`, with a space after the `-`",
        ),
        YamlError::NotADash(sign) => say(
            format!("a dash (-) is needed here, but there is `{sign}`"),
            "put a plain dash and a space in its place: `- avoid: text`",
        ),
        YamlError::NotAColon(sign) => say(
            format!("a colon (:) is needed after the name, but there is `{sign}`"),
            "put `:` and a space in its place: `prefer: text`",
        ),
        YamlError::ColonInText => say(
            "the text has a colon in it and is not in quotes",
            "put the whole text in quotes: 'Please note: the parcel has left'",
        ),
        YamlError::NoSpaceAfterColon => say(
            "there is no space after the colon",
            "write `avoid: text`, with a space after the `:`",
        ),
        YamlError::OpenQuote => say(
            "the quotes are opened and not closed",
            "close them with the same sign; inside '…' an apostrophe is written twice: 'it''s here'",
        ),
        YamlError::TextAfterQuote => say(
            "there is more text after the closing quote",
            "put the whole text inside the quotes; inside '…' an apostrophe is written twice: 'it''s here'",
        ),
        YamlError::SignAtStart('`') => say(
            "the text begins with a backtick, which means something else here",
            "put the whole text in quotes: '…'",
        ),
        YamlError::SignAtStart(sign) => say(
            format!("the text begins with `{sign}`, which means something else here"),
            "put the whole text in quotes: '…'",
        ),
        YamlError::Character(character) => say(
            format!(
                "there is a sign that does not belong in a text file (`{}`)",
                character.escape_default()
            ),
            "delete it and write the line again",
        ),
        YamlError::Indentation => say(
            "the line is in the wrong place",
            "lines that belong together begin at the same depth, with the same number of spaces; look at the line \
             before as well",
        ),
        YamlError::Other => say(
            "the line can't be read",
            "compare it with a line that works: `name: text`; if the text has signs in it, put it in quotes",
        ),
    }
}
