//! `/rules add`: a file or a table becomes a report, and rules in force once somebody says so.

use super::{
    Act, Given, GivenFile, Mark, NotFetched, Panel, Question, Questions, Received, Reception,
    Reply, Tone, Visitor,
};
use crate::desk::MAX_BOX_CHARS;
use crate::desk::team::{Asker, MAX_UPLOAD_BYTES, Pasted, Trouble, Upload};
use crate::render::Said;
use crate::render::leads::add as words;
use crate::render::team::Refused;

/// Of a longer name the beginning is kept.
const MAX_FILE_NAME_CHARS: usize = 100;
/// The longest name that can be given to a pasted table.
const MAX_NAME_CHARS: usize = 60;

impl Reception {
    /// The report on a file, or the form to paste a table into.
    pub(super) async fn rules_add(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        given: &Given,
    ) -> Result<Received, Trouble> {
        // Nothing is fetched, and no form opens, for whoever may not.
        self.teams.open_to(asker, visitor.now).await?;
        let Some(file) = given.file("file") else {
            return Ok(Received::of(Reply::Questions(paste_form(visitor))));
        };
        let bytes = match fetched(file).await? {
            Ok(bytes) => bytes,
            Err(why) => {
                let panel = Panel::saying(why.to(visitor.language));
                return Ok(Received::panel(Panel { tone: Tone::Attention, ..panel }));
            }
        };
        let name: String = file.name.chars().take(MAX_FILE_NAME_CHARS).collect();
        let upload = Upload { name, ..Upload::new(&file.name, bytes) };
        let report = self.teams.upload(asker, upload, visitor.now).await?;
        Ok(Received::panel(self.reported(visitor, asker, &report).await?))
    }

    /// The report on a table that was pasted.
    pub(super) async fn table_pasted(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        written: &[String],
    ) -> Result<Received, Trouble> {
        let text = |number: usize| written.get(number).map_or("", String::as_str);
        let otherwise = words::TABLE_NAME.to(visitor.language);
        let pasted = Pasted { text: text(0), name: text(1), otherwise };
        let report = self.teams.paste(asker, pasted, visitor.now).await?;
        Ok(Received::panel(self.reported(visitor, asker, &report).await?))
    }
}

fn paste_form(visitor: &Visitor) -> Questions {
    let said = |said: Said| said.to(visitor.language).to_owned();
    Questions {
        title: said(words::PASTE_FORM),
        questions: vec![
            Question {
                label: said(words::PASTE_BOX),
                example: said(words::PASTE_EXAMPLE),
                max_chars: MAX_BOX_CHARS,
                is_long: true,
                is_required: true,
                ..Question::default()
            },
            Question {
                label: said(words::NAME_BOX),
                example: said(words::NAME_EXAMPLE),
                max_chars: MAX_NAME_CHARS,
                ..Question::default()
            },
        ],
        mark: Mark::new(Act::Paste, []),
    }
}

/// The bytes of a file; or why it did not arrive.
pub(super) async fn fetched(file: &GivenFile) -> Result<Result<Vec<u8>, Said>, Trouble> {
    let too_large = Refused::TooLarge { limit: MAX_UPLOAD_BYTES };
    // What is said of its size spares a download; what arrives is counted all the same.
    if usize::try_from(file.size).map_or(true, |size| size > MAX_UPLOAD_BYTES) {
        return Err(too_large.into());
    }
    match file.source.fetch(MAX_UPLOAD_BYTES).await {
        Ok(bytes) => Ok(Ok(bytes)),
        Err(NotFetched::TooLarge) => Err(too_large.into()),
        Err(NotFetched::Elsewhere) => Ok(Err(words::FILE_FROM_ELSEWHERE)),
        Err(NotFetched::Gone) => Ok(Err(words::FILE_GONE)),
        Err(NotFetched::TooSlow) => Ok(Err(words::FILE_TOO_SLOW)),
    }
}
