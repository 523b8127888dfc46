//! `/rules replies`: a file of canned replies, checked all together. Nothing of it is stored.

use super::{
    App, Arguments, Block, Error, FIRST_FEW, Language, Lead, Panel, RequestContext, Team, Tone,
};
use crate::app::add::fetched;
use crate::import;
use crate::import::ReplyForm;
use crate::team::{CheckedReplies, CheckedReply};
use crate::ui::PanelFile;
use crate::ui::leads::replies as words;

/// Replies that are shown; all others are in the file.
const MOST_SHOWN: usize = 3;
/// How many of the rules that found most are named.
const MOST_RULES: usize = 5;

impl App {
    pub(in crate::app) async fn replies(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        // Nothing is fetched for people without the right.
        let team = lead.team().await?;
        let Some(file) = given.file("file") else {
            return Ok(Panel::saying(words::NO_FILE.to(context.language)));
        };
        let bytes = match fetched(file).await? {
            Ok(bytes) => bytes,
            Err(why) => {
                let panel = Panel::saying(why.to(context.language));
                return Ok(Panel { tone: Tone::Attention, ..panel });
            }
        };
        let checked = lead.check_replies(&file.name, bytes).await?;
        let language = context.language;
        Ok(self.teams.check(context.server(), move || panel(&team, &checked, language)).await?)
    }
}

fn panel(team: &Team, checked: &CheckedReplies, language: Language) -> Panel {
    let said = words::outcome(checked.total, checked.flagged.len(), language);
    let mut panel = Panel {
        title: words::TITLE.to(language).to_owned(),
        tone: if checked.flagged.is_empty() { Tone::Good } else { Tone::Plain },
        ..Panel::saying(said)
    };
    if !checked.too_long.is_empty() {
        panel.blocks.push(Block::Text(words::too_long(&checked.too_long, language)));
    }
    if checked.flagged.is_empty() {
        return panel;
    }
    let often = checked.by_rule.iter().filter(|(_, count)| *count > 1).take(MOST_RULES);
    if often.clone().next().is_some() {
        panel.blocks.push(Block::Heading(words::OFTEN.to(language).to_owned()));
        let phrase =
            |id: &str| team.show(id, language).map_or_else(|_| id.to_owned(), first_phrase);
        panel.blocks.extend(
            often.map(|(id, count)| Block::Item(words::often(&phrase(id), *count, language))),
        );
    }
    for reply in checked.flagged.iter().take(MOST_SHOWN) {
        panel.blocks.push(Block::Heading(words::line(reply.line, language)));
        panel.blocks.extend(found(reply, language).into_iter().take(FIRST_FEW).map(Block::Item));
    }
    let file_holds = words::file_holds(checked.flagged.len(), language);
    panel.blocks.push(Block::Text(file_holds));
    panel.files.extend(whole_file(checked, language));
    panel
}

fn first_phrase(shown: crate::team::ShownRule) -> String {
    let first = shown.explained.phrases.into_iter().next();
    first.or_else(|| shown.sketch.avoid.into_iter().next()).unwrap_or_default()
}

/// What was found in a reply, one thing a line.
fn found(reply: &CheckedReply, language: Language) -> Vec<String> {
    let line = |found: &crate::team::ReplyFinding| {
        words::finding(&found.phrase, &found.instead, found.why.as_deref(), language)
    };
    reply.findings.iter().map(line).collect()
}

/// Every reply for which there is something to say, with its new text: as a text or as a workbook, as they came.
fn whole_file(checked: &CheckedReplies, language: Language) -> Option<PanelFile> {
    let name = words::FILE_NAME.to(language);
    match checked.form {
        ReplyForm::Text => {
            let replies = checked.flagged.iter().map(|reply| in_text(reply, language));
            let bytes = replies.collect::<Vec<_>>().join("\n\n").into_bytes();
            Some(PanelFile { name: format!("{name}.txt"), bytes })
        }
        ReplyForm::Table => {
            let heads = words::HEADS.iter().map(|head| head.to(language).to_owned()).collect();
            let row = |reply: &CheckedReply| {
                let found = found(reply, language).join("\n");
                vec![reply.line.to_string(), reply.text.clone(), reply.rewrite.clone(), found]
            };
            let rows: Vec<Vec<String>> =
                std::iter::once(heads).chain(checked.flagged.iter().map(row)).collect();
            let bytes = import::as_workbook(&rows, &REPLY_WIDTHS).ok()?;
            Some(PanelFile { name: format!("{name}.xlsx"), bytes })
        }
    }
}

/// Widths of the columns in a workbook of replies, in characters.
const REPLY_WIDTHS: [u16; 4] = [10, 70, 70, 60];

fn in_text(reply: &CheckedReply, language: Language) -> String {
    let heads = words::HEADS.map(|head| head.to(language));
    let [_, before, after, what] = heads;
    let found = found(reply, language).join("\n");
    format!(
        "== {}\n{before}:\n{}\n\n{after}:\n{}\n\n{what}:\n{found}\n",
        words::line(reply.line, language),
        reply.text,
        reply.rewrite,
    )
}
