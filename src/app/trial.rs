//! `/rules try`: a draft by the rules as they would be.

use crate::app::Error;
use std::collections::HashSet;

use super::new_rule::active_rule;
use super::{App, Arguments, Body, RequestContext, Response};
use crate::check::MAX_BOX_CHARS;
use crate::check::Row;
use crate::check::{Answer, Card, Checker, Request};
use crate::engine::{Explanation, Finding, Silence, Silent};
use crate::model::Language;
use crate::ruleset::RuleLookup;
use crate::store::UploadId;
use crate::team;
use crate::team::{Lead, Origin};
use crate::text::Draft;
use crate::ui;
use crate::ui::leads::add as words;
use crate::ui::{Action, Block, Field, FormAction, Modal, NameHash, Panel, Tone};
use crate::ui::{Messages, Said, talk};

/// Reasons of one kind that are shown.
const MOST_REASONS: usize = 6;

impl App {
    /// A draft tried on the member's waiting upload.
    pub(super) async fn rules_try(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Response, Error> {
        let draft = given.text("draft").unwrap_or("");
        match self.tried(context, lead, None, draft).await {
            Err(Error::Team(team::UserError::NothingWaiting)) => {
                let said = words::NOTHING_TO_TRY.to(context.language);
                Ok(Response::panel(Panel { tone: Tone::Attention, ..Panel::saying(said) }))
            }
            other => other,
        }
    }

    /// The form for a draft to try.
    pub(super) async fn try_form(
        &self,
        context: &RequestContext,
        _lead: &Lead,
        token: UploadId,
    ) -> Result<Response, Error> {
        let action = FormAction::Try { upload: token };
        Ok(Response::of(Body::Modal(draft_form(context, words::TRY_FORM, action))))
    }

    /// A draft tried on the upload of a report.
    pub(super) async fn draft_tried(
        &self,
        context: &RequestContext,
        lead: &Lead,
        token: UploadId,
        written: &[String],
    ) -> Result<Response, Error> {
        let draft = written.first().map_or("", String::as_str);
        self.tried(context, lead, Some(token), draft).await
    }

    async fn tried(
        &self,
        context: &RequestContext,
        lead: &Lead,
        token: Option<UploadId>,
        draft: &str,
    ) -> Result<Response, Error> {
        let trial = lead.try_out(token).await?;
        let language = context.language;
        let title = match trial.origin {
            Origin::File => words::trial_title(&trial.file, language),
            Origin::Pair(_) => words::TRIAL_OF_RULE.to(language).to_owned(),
        };
        let upload = trial.token;
        let tried = Tried { checker: trial.checker, title, own: Own::File(trial.file) };
        let panel = self.trial(context, tried, draft).await?;
        let panel = panel
            .next_button(words::TRY_ANOTHER.to(language), Action::Try { upload })
            .button(words::SEE_REPORT.to(language), Action::Report { upload });
        Ok(Response::panel(panel))
    }

    /// The form for a draft to try an active rule on.
    pub(super) async fn try_rule_form(
        &self,
        context: &RequestContext,
        _lead: &Lead,
        rule: NameHash,
    ) -> Result<Response, Error> {
        let title = words::TRY_RULE_FORM;
        Ok(Response::of(Body::Modal(draft_form(context, title, FormAction::TryRule { rule }))))
    }

    /// A draft tried on an active rule, which is on for it.
    pub(super) async fn rule_tried(
        &self,
        context: &RequestContext,
        lead: &Lead,
        rule: NameHash,
        written: &[String],
    ) -> Result<Response, Error> {
        let draft = written.first().map_or("", String::as_str);
        let team = lead.team().await?;
        let id = active_rule(&team, rule)?;
        let title = words::trial_of(&team.phrase_of(&id), context.language);
        let tried = Tried { checker: team.with_rule_on(&id), title, own: Own::Rule(id) };
        let panel = self.trial(context, tried, draft).await?;
        let again = words::TRY_ANOTHER.to(context.language);
        Ok(Response::panel(panel.next_button(again, Action::TryRule { rule })))
    }

    async fn trial(
        &self,
        context: &RequestContext,
        tried: Tried,
        draft: &str,
    ) -> Result<Panel, Error> {
        let language = context.language;
        let request = Request::Check { draft: draft.to_owned() };
        let work = move || (tried.checker.answer(request, language), tried);
        let (answer, tried) = self.teams.check(context.server(), work).await?;
        Ok(match answer {
            Ok(Answer::Card(card)) => trial_panel(&tried, &card, language),
            Ok(_) => Panel::default(),
            Err(error) => Panel::saying(talk::check_error(&error, language)),
        })
    }
}

/// What a draft is tried on.
struct Tried {
    checker: Checker,
    title: String,
    own: Own,
}

/// The rules that are tried among all that are active.
enum Own {
    File(String),
    Rule(String),
}

fn draft_form(context: &RequestContext, title: Said, action: FormAction) -> Modal {
    let question = Field {
        label: talk::DRAFT_BOX.to(context.language).to_owned(),
        max_chars: MAX_BOX_CHARS,
        is_long: true,
        is_required: true,
        ..Field::default()
    };
    Modal { title: title.to(context.language).to_owned(), fields: vec![question], action }
}

/// What is found in a draft, what to say instead, and the whole of it reworded; and why the rules under trial say no
/// more. A card would not do: its buttons use the active rules, which find something else.
fn trial_panel(trial: &Tried, card: &Card, language: Language) -> Panel {
    let mut blocks: Vec<Block> = card
        .rows
        .iter()
        .filter_map(|row| Some(row_part(trial, row, row.first(&card.review.findings)?, language)))
        .collect();
    if card.rows.is_empty() {
        blocks.push(Block::Text(words::CATCHES_NOTHING.to(language).to_owned()));
    } else if card.is_reworded() {
        blocks.push(Block::Heading(words::WOULD_BECOME.to(language).to_owned()));
        blocks.push(Block::Quote(card.review.rewrite.clone()));
    }
    if let Some(explanation) = explained(trial, &card.draft) {
        blocks.extend(kept_out(trial, &explanation, language));
        blocks.extend(left_alone(trial, &explanation, &card.draft, language));
    }
    Panel { title: trial.title.clone(), blocks, ..Panel::default() }
}

/// A phrase, and what would replace it.
fn row_part(trial: &Tried, row: &Row, finding: &Finding, language: Language) -> Block {
    let messages = Messages::of(language);
    let phrase = messages.quoted(&row.phrase);
    let instead = match finding.applied() {
        Some(_) if finding.removes => messages.leave_out.to_owned(),
        Some(wording) => messages.quoted(&wording.text),
        None => finding
            .rule
            .why
            .clone()
            .unwrap_or_else(|| words::YOURS_TO_WRITE.to(language).to_owned()),
    };
    let by = match is_from(trial, &finding.rule.id) {
        true => String::new(),
        false => format!(" ({})", words::BY_ANOTHER_RULE.to(language)),
    };
    Block::Item(format!("{phrase}{} → {instead}{by}", row.times()))
}

/// The wordings of the rules under trial that do not come into the draft, each with its reason.
fn kept_out(trial: &Tried, explanation: &Explanation, language: Language) -> Vec<Block> {
    let findings = explanation.review.findings.iter().enumerate();
    let own = findings.filter(|(_, finding)| is_from(trial, &finding.rule.id));
    let said = own.flat_map(|(number, _)| ui::reasons(explanation, number, language));
    let said = said.map(|it| words::kept_as_example(&it.wording, &it.reason, language));
    listed(words::HELD_BACK, said.collect(), language)
}

/// The phrases of the rules under trial that occur in the draft but are left alone, each with its reason.
fn left_alone(
    trial: &Tried,
    explanation: &Explanation,
    draft: &str,
    language: Language,
) -> Vec<Block> {
    // A rule under trial may have taken the place of a built-in one: they share their id.
    let own = |it: &&Silent| it.silence != Silence::Replaced && is_from(trial, &it.rule.id);
    let said = explanation.silent.iter().filter(own).map(|it| {
        let reason = ui::silence(&it.silence, language);
        words::found_but_silent(&ui::silent_phrase(draft, it), &reason, language)
    });
    listed(words::FOUND_BUT_SILENT, said.collect(), language)
}

/// What the rules say of a draft as they would be, and what they leave unsaid.
fn explained(trial: &Tried, draft: &str) -> Option<Explanation> {
    let draft = Draft::new(draft).ok()?;
    Some(trial.checker.engine().explain(draft, &trial.checker.choices().scope()))
}

/// A heading with its items, each once and not too many; nothing where there are none.
fn listed(heading: Said, mut items: Vec<String>, language: Language) -> Vec<Block> {
    let mut known = HashSet::new();
    items.retain(|item| known.insert(item.clone()));
    items.truncate(MOST_REASONS);
    let heading = (!items.is_empty()).then(|| Block::Heading(heading.to(language).to_owned()));
    heading.into_iter().chain(items.into_iter().map(Block::Item)).collect()
}

/// Whether a rule is one of those that are tried.
fn is_from(trial: &Tried, rule: &str) -> bool {
    match &trial.own {
        Own::Rule(id) => rule == id,
        Own::File(file) => match trial.checker.rule_set().rule(rule) {
            RuleLookup::Found(pack, _) => pack.name == *file,
            _ => false,
        },
    }
}
