//! A card as a message: the draft with its phrases marked, what to say instead of each, the reworded draft
//! to copy, and what can be pressed.

use super::draft_codec;
use super::escape;
use super::limits::{self, length};
use super::outgoing::{Embed, File, Message};
use super::{card_rows, card_rows::Fitted, controls};
use crate::check::Finding;
use crate::check::{Card, Stage, rows};
use crate::model::Language;
use crate::rules::{Level, Principle};
use crate::text;
use crate::ui;
use crate::ui::{Messages, Show, talk};

/// The edge of a card that has no suggestions left.
const GREEN: u32 = 0x57_a5_5a;

/// Room for the sentences that say what is in a file.
const ROOM_FOR_NOTICES: usize = 300;
/// Room that the rows get before the reworded draft is moved to a file.
const ROOM_FOR_ROWS: usize = 1_200;
/// Room for the blanks that are still to be filled in, and as much for what is worth another look.
const ROOM_FOR_LIST: usize = 350;

/// A card as a message.
pub fn card_message(card: &Card, language: Language, principles: &[Principle]) -> Message {
    let mut parts = Parts::new(card, language);
    let mut message = parts.message();
    let show = Show { language, colour: false, principles };
    if parts.is_cut {
        message.files.push(File::text(talk::WHOLE_FILE, ui::card(card, show)));
    }
    if parts.text_in_file {
        message.files.push(File::text(talk::REPLY_FILE, card.review.rewrite.clone()));
    }
    message
}

/// What a card is put together from.
struct Parts<'c> {
    card: &'c Card,
    language: Language,
    messages: &'static Messages,
    /// Something does not fit and is in the file with all of the card.
    is_cut: bool,
    /// The text to copy is in a file of its own.
    text_in_file: bool,
}

impl<'c> Parts<'c> {
    fn new(card: &'c Card, language: Language) -> Self {
        let messages = Messages::of(language);
        Parts { card, language, messages, is_cut: false, text_in_file: false }
    }

    fn message(&mut self) -> Message {
        let draft = self.draft();
        let carries = draft.is_some();
        let mut embeds: Vec<Embed> = draft.into_iter().collect();
        if self.card.rows.is_empty() {
            embeds.extend(self.good(carries));
        } else {
            self.findings(&mut embeds, carries);
        }
        for embed in &mut embeds {
            embed.colour = self.colour();
        }
        let notes = self.card.notes.iter().map(|note| ui::note(*note).to(self.language));
        Message {
            content: notes.collect::<Vec<_>>().join("\n"),
            embeds,
            rows: controls::rows(self.card, self.language, carries),
            files: Vec::new(),
        }
    }

    /// The draft, to be read back; `None` if it does not fit.
    fn draft(&mut self) -> Option<Embed> {
        let card = self.card;
        if card.rows.is_empty() {
            let description = draft_codec::block(&card.draft)?;
            self.text_in_file = !escape::is_exact_in_block(&card.draft);
            return Some(Embed { title: self.title_of_good().to_owned(), description, colour: 0 });
        }
        let marks: Vec<_> =
            card.review.findings.iter().flat_map(|finding| finding.marks.clone()).collect();
        let description =
            draft_codec::marked(&card.draft, &marks).or_else(|| draft_codec::block(&card.draft))?;
        Some(Embed { title: talk::YOUR_DRAFT.to(self.language).to_owned(), description, colour: 0 })
    }

    fn title_of_good(&self) -> &'static str {
        match (self.card.stage, self.card.review.blanks.is_empty()) {
            (Stage::Filled, true) => talk::FINISHED.to(self.language),
            (Stage::Filled, false) => talk::NEARLY_FINISHED.to(self.language),
            (Stage::Draft, true) => talk::GOOD_AS_IT_IS.to(self.language),
            (Stage::Draft, false) => self.messages.nothing_but_blanks,
        }
    }

    /// What follows a draft in which nothing was found.
    fn good(&mut self, carries: bool) -> Option<Embed> {
        let mut lines: Vec<String> = self.blanks().into_iter().collect();
        if !carries {
            lines.insert(0, self.messages.nothing.to_owned());
        }
        lines.extend(self.notices(carries));
        (!lines.is_empty()).then(|| Embed { description: lines.join("\n"), ..Embed::default() })
    }

    /// The rows and the reworded draft, within what is left of all that fits.
    fn findings(&mut self, embeds: &mut Vec<Embed>, carries: bool) {
        let taken: usize = embeds.iter().map(Embed::length).sum();
        let title = self.title_of_text();
        let mut lines: Vec<String> = self.blanks().into_iter().chain(self.remaining()).collect();
        let below = length(title) + lines.iter().map(|line| length(line) + 1).sum::<usize>();
        let room = limits::EMBEDS_TOTAL.saturating_sub(taken + below + ROOM_FOR_NOTICES);
        let text = self.text(room, below);
        let room = room.saturating_sub(text.as_deref().map_or(0, length));
        let rows = self.rows(room.min(limits::EMBED_DESCRIPTION));
        embeds.push(Embed { description: rows, ..Embed::default() });
        lines.splice(0..0, text);
        lines.extend(self.notices(carries));
        if !lines.is_empty() {
            let description = lines.join("\n");
            embeds.push(Embed { title: title.to_owned(), description, colour: 0 });
        }
    }

    fn rows(&mut self, room: usize) -> String {
        let Fitted { text, is_cut } = card_rows::fitted(self.card, self.language, room);
        self.is_cut |= is_cut;
        text
    }

    fn has_text(&self) -> bool {
        self.card.is_reworded() || self.card.stage == Stage::Filled || self.is_all_kept()
    }

    fn is_all_kept(&self) -> bool {
        self.card.picks.iter().all(|pick| pick.keeps())
    }

    fn title_of_text(&self) -> &'static str {
        match (self.card.stage, self.card.review.blanks.is_empty()) {
            _ if !self.has_text() => "",
            (Stage::Filled, true) => talk::FINISHED.to(self.language),
            (Stage::Filled, false) => talk::NEARLY_FINISHED.to(self.language),
            (Stage::Draft, _) if self.is_all_kept() => talk::ALL_KEPT.to(self.language),
            (Stage::Draft, _) => self.messages.rewrite.trim_end_matches(':'),
        }
    }

    /// The text to copy, if there is one and it fits.
    fn text(&mut self, room: usize, below: usize) -> Option<String> {
        if !self.has_text() {
            return None;
        }
        let text = &self.card.review.rewrite;
        let block = draft_codec::code_block(text);
        let own_room = limits::EMBED_DESCRIPTION.saturating_sub(below + ROOM_FOR_NOTICES);
        let fits_beside = |rows: usize| length(&block) + rows <= room;
        let fits = length(&block) <= own_room
            && (fits_beside(ROOM_FOR_ROWS)
                || fits_beside(card_rows::shortest(self.card, self.language)));
        self.text_in_file = !fits || !escape::is_exact_in_block(text);
        fits.then_some(block)
    }

    fn blanks(&mut self) -> Option<String> {
        let mut hints: Vec<String> = Vec::new();
        for blank in &self.card.review.blanks {
            let hint = escape::shown(&text::plain_line(&format!("[{}]", blank.hint)));
            if !hints.contains(&hint) {
                hints.push(hint);
            }
        }
        let listed = self.listed(hints, ", ");
        (!listed.is_empty()).then(|| format!("{} {listed}", self.messages.blanks))
    }

    /// What the reworded draft still holds.
    fn remaining(&mut self) -> Option<String> {
        if !self.card.is_reworded() {
            return None;
        }
        let remaining = self.card.remaining();
        let rows = rows(&self.card.review.rewrite, &remaining);
        let shown = rows.iter().map(|row| {
            let phrase = escape::shown(&limits::clipped(&row.phrase, ROOM_FOR_LIST / 4));
            format!("{}{}", self.messages.quoted(&phrase), row.times())
        });
        let shown: Vec<String> = shown.collect();
        let listed = self.listed(shown, ", ");
        (!listed.is_empty()).then(|| format!("{} {listed}", self.messages.remaining))
    }

    /// As many of the items as there is room for.
    fn listed(&mut self, items: Vec<String>, between: &str) -> String {
        let mut listed = String::new();
        for item in items {
            if length(&listed) + length(&item) + length(between) > ROOM_FOR_LIST {
                self.is_cut = true;
                listed.push('…');
                break;
            }
            if !listed.is_empty() {
                listed.push_str(between);
            }
            listed.push_str(&item);
        }
        listed
    }

    /// What is in a file, or can't be pressed.
    fn notices(&self, carries: bool) -> Vec<String> {
        let said = [
            (self.is_cut, talk::REST_IN_FILE),
            (self.text_in_file, talk::REWRITE_IN_FILE),
            (!carries, talk::TOO_LONG_FOR_BUTTONS),
        ];
        let said = said.iter().filter(|(applies, _)| *applies);
        said.map(|(_, sentence)| format!("-# {}", sentence.to(self.language))).collect()
    }

    fn colour(&self) -> u32 {
        let card = self.card;
        let open = (0..card.rows.len()).filter(|row| !card.pick(*row).keeps());
        let level = open.filter_map(|row| card.finding(row)).map(level).max();
        level.map_or(GREEN, colour)
    }
}

fn level(finding: &Finding) -> Level {
    finding.rule.level
}

/// The edge of a card, by the highest level on it.
pub fn colour(level: Level) -> u32 {
    match level {
        Level::Suggestion => 0x3b_9e_bf,
        Level::Warning => 0xe0_a0_30,
        Level::Error => 0xd0_55_4a,
    }
}

#[cfg(test)]
mod tests;
