//! `/rules add`: a file or a table becomes a report, and active rules once a lead confirms it.

use super::{App, Arguments, Attachment, Body, FetchError, RequestContext, Response};
use crate::app::Error;
use crate::check::MAX_BOX_CHARS;
use crate::team;
use crate::team::{Lead, MAX_UPLOAD_BYTES, Pasted, Upload};
use crate::ui::Said;
use crate::ui::leads::add as words;
use crate::ui::{Field, FormAction, Modal, Panel, Tone};

/// Of a longer name the beginning is kept.
const MAX_FILE_NAME_CHARS: usize = 100;
/// The longest name that can be given to a pasted table.
const MAX_NAME_CHARS: usize = 60;

impl App {
    /// The report on a file, or the form to paste a table into.
    pub(super) async fn rules_add(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Response, Error> {
        let Some(file) = given.file("file") else {
            return Ok(Response::of(Body::Modal(paste_form(context))));
        };
        let bytes = match fetched(file).await? {
            Ok(bytes) => bytes,
            Err(why) => {
                let panel = Panel::saying(why.to(context.language));
                return Ok(Response::panel(Panel { tone: Tone::Attention, ..panel }));
            }
        };
        let name: String = file.name.chars().take(MAX_FILE_NAME_CHARS).collect();
        let upload = Upload { name, ..Upload::new(&file.name, bytes) };
        let report = lead.upload(upload).await?;
        Ok(Response::panel(self.reported(context, lead, &report).await?))
    }

    /// The report on a table that was pasted.
    pub(super) async fn table_pasted(
        &self,
        context: &RequestContext,
        lead: &Lead,
        written: &[String],
    ) -> Result<Response, Error> {
        let text = |number: usize| written.get(number).map_or("", String::as_str);
        let otherwise = words::TABLE_NAME.to(context.language);
        let pasted = Pasted { text: text(0), name: text(1), otherwise };
        let report = lead.paste(pasted).await?;
        Ok(Response::panel(self.reported(context, lead, &report).await?))
    }
}

fn paste_form(context: &RequestContext) -> Modal {
    let said = |said: Said| said.to(context.language).to_owned();
    Modal {
        title: said(words::PASTE_FORM),
        fields: vec![
            Field {
                label: said(words::PASTE_BOX),
                example: said(words::PASTE_EXAMPLE),
                max_chars: MAX_BOX_CHARS,
                is_long: true,
                is_required: true,
                ..Field::default()
            },
            Field {
                label: said(words::NAME_BOX),
                example: said(words::NAME_EXAMPLE),
                max_chars: MAX_NAME_CHARS,
                ..Field::default()
            },
        ],
        action: FormAction::Paste,
    }
}

/// The bytes of a file; or why it did not arrive.
pub(super) async fn fetched(file: &Attachment) -> Result<Result<Vec<u8>, Said>, Error> {
    let too_large = team::UserError::TooLarge { limit: MAX_UPLOAD_BYTES };
    // The stated size can save a download; what arrives is measured all the same.
    if usize::try_from(file.size).map_or(true, |size| size > MAX_UPLOAD_BYTES) {
        return Err(too_large.into());
    }
    match file.source.fetch(MAX_UPLOAD_BYTES).await {
        Ok(bytes) => Ok(Ok(bytes)),
        Err(FetchError::TooLarge) => Err(too_large.into()),
        Err(FetchError::Elsewhere) => Ok(Err(words::FILE_FROM_ELSEWHERE)),
        Err(FetchError::Gone) => Ok(Err(words::FILE_GONE)),
        Err(FetchError::TooSlow) => Ok(Err(words::FILE_TOO_SLOW)),
    }
}
