//! Files that can't be read as text, in English.

use super::{Words, say};
use crate::rules::Encoding;

pub(super) fn encoding(likely: Option<Encoding>) -> Words {
    match likely {
        None => say(
            "the file is not plain text",
            "rules are written in a text file (.yaml); from a spreadsheet save as CSV UTF-8",
        ),
        Some(Encoding::DamagedUtf8) => say(
            "there is a damaged letter here: the file is UTF-8, but not all of it",
            "delete the word, type it again and save the file with the encoding UTF-8",
        ),
        Some(encoding) => say(
            format!("the file is not in UTF-8; it looks like {}", encoding.name()),
            "save it as UTF-8: in Notepad, File › Save as › Encoding › UTF-8",
        ),
    }
}
