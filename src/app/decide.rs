//! What becomes of a report: it is activated, let go, read another way; and what was activated is taken back.

use super::report::report_panel;
use super::{App, RequestContext, Response};
use crate::app::Error;
use crate::import::{Options, Persons, Sides};
use crate::model::Member;
use crate::rules::Level;
use crate::store::PendingId;
use crate::team;
use crate::team::{Activate, Anew, Difference, Objections, Report};
use crate::ui;
use crate::ui::leads;
use crate::ui::leads::add as words;
use crate::ui::{Act, Mark, Panel, Part, Tone};

/// Rules that object stay as they are.
const STAND: &str = "stand";
/// Behind the sides and persons in a mark stands what was chosen of the page.
const FIRST_WORD: usize = 3;
/// They go silent.
const SILENT: &str = "silent";

/// What a mark for an activation carries: the report, and what it said.
pub(super) fn activate_mark(token: PendingId, fingerprint: u32, objections: Objections) -> Mark {
    let objections = match objections {
        Objections::Stand => STAND,
        Objections::GoSilent => SILENT,
    };
    let (token, fingerprint) = (token.0.to_string(), fingerprint.to_string());
    Mark::new(Act::Activate, [token.as_str(), fingerprint.as_str(), objections])
}

/// What a mark for another reading of a table carries: the reading that is wanted, not a change of the one
/// that is there, so that a second press of the same button changes nothing.
pub(super) fn read_mark(token: PendingId, options: Options) -> Mark {
    let sides = match options.sides {
        Sides::AsWritten => "0",
        Sides::Swapped => "1",
    };
    let persons = match options.verbs {
        Persons::All => "0",
        Persons::AsWritten => "1",
    };
    let (token, chosen) = (token.0.to_string(), options.words());
    let chosen = chosen.iter().map(String::as_str);
    Mark::new(Act::Read, [token.as_str(), sides, persons].into_iter().chain(chosen))
}

/// The reading of a mark; what was chosen from a list goes before what stands in it.
fn wanted_reading(mark: &Mark, chosen: &[String]) -> Options {
    let in_mark = mark.arguments.iter().skip(FIRST_WORD);
    let words: Vec<&str> = chosen.iter().chain(in_mark).map(String::as_str).collect();
    let is_set = |number: usize| mark.argument(number) == Some(1_u8);
    Options {
        sides: if is_set(1) { Sides::Swapped } else { Sides::AsWritten },
        verbs: if is_set(2) { Persons::AsWritten } else { Persons::All },
        ..Options::of_words(&words)
    }
}

/// The report that a mark is about. What can't be read leads to none, and the answer says so.
pub(super) fn token_of(mark: &Mark) -> PendingId {
    PendingId(mark.argument(0).unwrap_or(-1))
}

impl App {
    /// Puts in force what a report is about, if that is still what the report said.
    pub(super) async fn rules_activate(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
    ) -> Result<Response, Error> {
        let token = token_of(mark);
        let seen = mark.argument(1).unwrap_or(0);
        if !self.teams.is_as_reported(member, token, seen, context.now).await? {
            let response = self.rules_report(context, member, mark, Anew::AsItIs).await?;
            return Ok(response.with_note(words::REPORT_CHANGED.to(context.language)));
        }
        let objections = match mark.argument::<String>(2).as_deref() {
            Some(SILENT) => Objections::GoSilent,
            _ => Objections::Stand,
        };
        let wanted = Activate { token, objections, proposal: None };
        let activation = match self.teams.activate(member, wanted, context.now).await {
            Ok(activation) => activation,
            Err(team::Error::User(stale @ team::UserError::Stale { .. })) => {
                return Ok(Response::in_place(stale_panel(context, token, stale)));
            }
            Err(other) => return Err(other.into()),
        };
        // It is done; should storage fail now, the words are a little fewer.
        let difference = self.teams.difference(member, activation.version, context.now).await;
        let counts = counts(&difference.unwrap_or_default());
        let went_silent = usize::from(objections == Objections::GoSilent);
        let said = words::activated(counts, went_silent, context.language);
        let undo = Mark::new(Act::Undo, [activation.version.0.to_string().as_str()]);
        let panel = Panel { tone: Tone::Good, ..Panel::saying(said) };
        Ok(Response::in_place(panel.button(leads::UNDO.to(context.language), undo)))
    }

    /// A report as a panel.
    pub(super) async fn reported(
        &self,
        context: &RequestContext,
        member: &Member,
        report: &Report,
    ) -> Result<Panel, Error> {
        let team = self.teams.open_to(member, context.now).await?;
        Ok(report_panel(&team, report, context.language))
    }

    /// The report once more: as it is, or read another way.
    pub(super) async fn rules_report(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        anew: Anew,
    ) -> Result<Response, Error> {
        let report = self.teams.report_again(member, token_of(mark), anew, context.now).await?;
        Ok(Response::in_place(self.reported(context, member, &report).await?))
    }

    /// The report on a table, read another way.
    pub(super) async fn rules_read(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Response, Error> {
        self.rules_report(context, member, mark, Anew::Read(wanted_reading(mark, chosen))).await
    }

    /// The report on a single rule, with another level.
    pub(super) async fn rule_level(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Response, Error> {
        let level = chosen.first().and_then(|word| level_of(word));
        let anew = level.map_or(Anew::AsItIs, Anew::Level);
        self.rules_report(context, member, mark, anew).await
    }

    /// Lets a report go.
    pub(super) async fn rules_cancel(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
    ) -> Result<Response, Error> {
        self.teams.cancel(member, token_of(mark), context.now).await?;
        Ok(Response::in_place(Panel::saying(words::CANCELLED.to(context.language))))
    }
}

impl Response {
    /// With a line over what the panel says.
    fn with_note(mut self, note: &str) -> Response {
        if let super::Body::InPlace(panel) | super::Body::Panel(panel) = &mut self.body {
            panel.parts.insert(0, Part::Text(note.to_owned()));
        }
        self
    }
}

/// Somebody else was faster: what they changed, and the way to the report beside that.
fn stale_panel(context: &RequestContext, token: PendingId, stale: team::UserError) -> Panel {
    let said = ui::team::user_error(&stale, context.language);
    let again = Mark::new(Act::Report, [token.0.to_string().as_str()]);
    let cancel = Mark::new(Act::Cancel, [token.0.to_string().as_str()]);
    Panel { tone: Tone::Attention, ..Panel::saying(said) }
        .next_button(words::SEE_REPORT.to(context.language), again)
        .button(words::CANCEL.to(context.language), cancel)
}

/// How many rules differ.
pub(super) fn counts(difference: &Difference) -> words::Counts {
    words::Counts {
        new: difference.new.len(),
        changed: difference.changed.len(),
        gone: difference.gone.len(),
    }
}

/// Levels with the words that a list gives back.
pub(super) const LEVELS: &[(Level, &str)] =
    &[(Level::Suggestion, "suggestion"), (Level::Warning, "warning"), (Level::Error, "error")];

fn level_of(word: &str) -> Option<Level> {
    LEVELS.iter().find(|(_, known)| *known == word).map(|(level, _)| *level)
}
