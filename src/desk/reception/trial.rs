//! `/rules try`: a draft by the rules as they would be.

use super::decide::token_of;
use super::{
    Act, Given, Mark, Panel, Part, Question, Questions, Received, Reception, Reply, Tone, Visitor,
};
use crate::desk::library::RuleLookup;
use crate::desk::team::{Asker, Origin, Trial, Trouble};
use crate::desk::{Answer, Card, MAX_BOX_CHARS, Request};
use crate::render::leads::add as words;
use crate::render::team::Refused;
use crate::render::{Language, Messages, talk};
use crate::store::PendingId;

impl Reception {
    /// A draft tried on what waits of the asker's.
    pub(super) async fn rules_try(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        given: &Given,
    ) -> Result<Received, Trouble> {
        let draft = given.text("draft").unwrap_or("");
        match self.tried(visitor, asker, None, draft).await {
            Err(Trouble::Refused(Refused::NothingWaiting)) => {
                let said = words::NOTHING_TO_TRY.to(visitor.language);
                Ok(Received::panel(Panel { tone: Tone::Attention, ..Panel::saying(said) }))
            }
            other => other,
        }
    }

    /// The form for a draft to try.
    pub(super) async fn try_form(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
    ) -> Result<Received, Trouble> {
        self.teams.open_to(asker, visitor.now).await?;
        let question = Question {
            label: talk::DRAFT_BOX.to(visitor.language).to_owned(),
            max_chars: MAX_BOX_CHARS,
            is_long: true,
            is_required: true,
            ..Question::default()
        };
        Ok(Received::of(Reply::Questions(Questions {
            title: words::TRY_FORM.to(visitor.language).to_owned(),
            questions: vec![question],
            mark: mark_of(Act::Try, token_of(mark)),
        })))
    }

    /// A draft tried on the upload of a report.
    pub(super) async fn draft_tried(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        written: &[String],
    ) -> Result<Received, Trouble> {
        let draft = written.first().map_or("", String::as_str);
        self.tried(visitor, asker, Some(token_of(mark)), draft).await
    }

    async fn tried(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        token: Option<PendingId>,
        draft: &str,
    ) -> Result<Received, Trouble> {
        let trial = self.teams.try_out(asker, token, visitor.now).await?;
        let language = visitor.language;
        let request = Request::Check { draft: draft.to_owned() };
        let tried = move || (trial.desk.answer(request, language), trial);
        let (answer, trial) = self.teams.check(tried).await?;
        let panel = match answer {
            Answer::Card(card) => trial_panel(&trial, &card, language),
            Answer::Declined(why) => Panel::saying(talk::declined(&why, language)),
            _ => Panel::default(),
        };
        let panel = panel
            .next_button(words::TRY_ANOTHER.to(language), mark_of(Act::Try, trial.token))
            .button(words::SEE_REPORT.to(language), mark_of(Act::Report, trial.token));
        Ok(Received::panel(panel))
    }
}

pub(super) fn mark_of(act: Act, token: PendingId) -> Mark {
    Mark::new(act, [token.0.to_string().as_str()])
}

/// What is found in a draft, what to say instead, and the whole of it reworded. A card would not do: its
/// buttons go on by the rules in force, which find something else.
fn trial_panel(trial: &Trial, card: &Card, language: Language) -> Panel {
    let mut parts: Vec<Part> = Vec::new();
    for row in &card.rows {
        let Some(finding) = row.first(&card.review.findings) else { continue };
        let messages = Messages::of(language);
        let phrase = messages.quoted(&row.phrase);
        let instead = match finding.applied() {
            Some(_) if finding.rule.removes => messages.leave_out.to_owned(),
            Some(wording) => messages.quoted(&wording.text),
            None => finding.rule.why.clone().unwrap_or_default(),
        };
        let by = match is_from(trial, &finding.rule.id) {
            true => String::new(),
            false => format!(" ({})", words::BY_ANOTHER_RULE.to(language)),
        };
        parts.push(Part::Item(format!("{phrase}{} → {instead}{by}", row.times())));
    }
    if card.rows.is_empty() {
        parts.push(Part::Text(words::CATCHES_NOTHING.to(language).to_owned()));
    } else if card.is_reworded() {
        parts.push(Part::Heading(words::WOULD_BECOME.to(language).to_owned()));
        parts.push(Part::Quote(card.review.rewrite.clone()));
    }
    let title = match trial.origin {
        Origin::File => words::trial_title(&trial.file, language),
        Origin::Pair(_) => words::TRIAL_OF_RULE.to(language).to_owned(),
    };
    Panel { title, parts, ..Panel::default() }
}

/// Whether a rule stands in the file that waits.
fn is_from(trial: &Trial, rule: &str) -> bool {
    match trial.desk.library().rule(rule) {
        RuleLookup::Found(pack, _) => pack.name == trial.file,
        _ => false,
    }
}
