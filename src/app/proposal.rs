//! A proposal as it is shown: to those who decide, and to those who made it.

use crate::app::Error;
use crate::model::Language;
use crate::rules::{PackProblem, Problem, Severity};
use crate::store::{Proposal, ProposalId, ProposalState};
use crate::team;
use crate::team::{MAX_PHRASE_CHARS, MAX_WHY_CHARS, Pair, Report, Verdict};
use crate::ui::leads::add;
use crate::ui::leads::proposals as words;
use crate::ui::{self, Said};
use crate::ui::{Act, Mark, Panel, Part, Question, Questions, Tone};

/// The longest word of a declining lead, in characters.
pub(super) const MAX_WORD: usize = 600;

/// Where a proposal is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// On its card in the leads' channel, which all of them see.
    Channel,
    /// By somebody alone.
    Alone,
}

impl Where {
    pub fn word(self) -> &'static str {
        match self {
            Where::Channel => "c",
            Where::Alone => "a",
        }
    }

    pub fn of(mark: &Mark) -> Where {
        match mark.arguments.get(1).map(String::as_str) {
            Some("c") => Where::Channel,
            _ => Where::Alone,
        }
    }
}

/// An open proposal with its two buttons.
pub(super) fn card(proposal: &Proposal, place: Where, language: Language) -> Panel {
    let mut parts = pair_parts(&proposal.avoid, &proposal.prefer, &proposal.why, language);
    parts.extend(words::times(proposal.times, language).map(Part::Small));
    let title = words::TITLE.to(language).to_owned();
    let panel = Panel { title, tone: Tone::Attention, parts, ..Panel::default() };
    panel
        .next_button(words::APPROVE.to(language), marked(Act::Approve, proposal.id, place))
        .button(words::DECLINE.to(language), marked(Act::Decline, proposal.id, place))
}

/// The form in which a proposal becomes a rule.
pub(super) fn approve_form(
    id: ProposalId,
    pair: &Pair,
    place: Where,
    language: Language,
) -> Questions {
    let question = |label: Said, value: &str, max_chars| Question {
        label: label.to(language).to_owned(),
        value: value.to_owned(),
        max_chars,
        ..Question::default()
    };
    let avoid = question(words::AVOID_BOX, &pair.avoid, MAX_PHRASE_CHARS);
    Questions {
        title: words::APPROVE_FORM.to(language).to_owned(),
        questions: vec![
            Question { is_required: true, ..avoid },
            question(words::PREFER_BOX, &pair.prefer, MAX_PHRASE_CHARS),
            question(words::WHY_BOX, &pair.why, MAX_WHY_CHARS),
        ],
        mark: marked(Act::ApproveWritten, id, place),
    }
}

/// The form with a word for whoever made a proposal that is declined.
pub(super) fn decline_form(id: ProposalId, place: Where, language: Language) -> Questions {
    let question = Question {
        label: words::DECLINE_BOX.to(language).to_owned(),
        example: words::DECLINE_EXAMPLE.to(language).to_owned(),
        max_chars: MAX_WORD,
        ..Question::default()
    };
    Questions {
        title: words::DECLINE_FORM.to(language).to_owned(),
        questions: vec![question],
        mark: marked(Act::DeclineSaid, id, place),
    }
}

/// A proposal with what came of it.
pub(super) fn outcome(proposal: &Proposal, said: Said, language: Language) -> Panel {
    let mut parts = vec![Part::Text(said.to(language).to_owned())];
    parts.extend(pair_parts(&proposal.avoid, &proposal.prefer, &proposal.why, language));
    let title = words::TITLE.to(language).to_owned();
    Panel { title, tone: Tone::Good, parts, ..Panel::default() }
}

/// A proposal about which somebody has decided.
pub(super) fn decided_panel(proposal: &Proposal, language: Language) -> Panel {
    let said = match proposal.state {
        ProposalState::Declined => words::WAS_DECLINED,
        ProposalState::Approved | ProposalState::Open => words::WAS_APPROVED,
    };
    Panel { tone: Tone::Plain, ..outcome(proposal, said, language) }
}

/// What an author hears whose proposal became a rule.
pub(super) fn heard_yes(proposal: &Proposal, language: Language) -> Panel {
    outcome(proposal, ui::team::PROPOSAL_APPROVED, language)
}

/// What an author hears whose proposal was declined.
pub(super) fn heard_no(proposal: &Proposal, word: Option<&str>, language: Language) -> Panel {
    let mut panel = outcome(proposal, ui::team::PROPOSAL_DECLINED, language);
    panel.tone = Tone::Plain;
    if let Some(word) = word {
        panel.parts.push(Part::Heading(words::FROM_THE_LEADS.to(language).to_owned()));
        panel.parts.push(Part::Quote(word.to_owned()));
    }
    panel
}

/// Whether there is something to know or decide before a rule that was just written comes in force.
pub(super) fn has_concerns(report: &Report) -> bool {
    // The rule stands behind those that were written so before, which are no concern now.
    let begins = report.text.text.rfind("\n  - ").unwrap_or(0);
    report.problems.iter().filter(|problem| problem.place.span.end > begins).any(|problem| {
        match &problem.problem {
            // The team's own speaks first, and needs no example.
            Problem::Pack(PackProblem::SamePhrase { builtin, .. }) => !builtin,
            Problem::Pack(PackProblem::NoExample { .. }) => false,
            _ => problem.severity > Severity::Hint,
        }
    })
}

/// The panel of a report where something is to be mended or decided, with what can be done about a proposal.
pub(super) fn look(panel: Panel, report: &Report, id: ProposalId, language: Language) -> Panel {
    let mut panel = panel;
    panel.controls = Vec::new();
    panel.tone = Tone::Attention;
    let id = id.0.to_string();
    if let Some(token) = report.token {
        let token = token.0.to_string();
        let anyway = |how: &str| Mark::new(Act::ApproveAnyway, [id.as_str(), token.as_str(), how]);
        if report.verdict == Verdict::Ready {
            panel = panel.button(add::ACTIVATE.to(language), anyway("plain"));
        }
        if !report.contested.is_empty() {
            panel = panel.button(add::KEEP_MINE.to(language), anyway("mine"));
        }
    }
    let kept = report.kept.map_or_else(String::new, |kept| kept.0.to_string());
    let again = Mark::new(Act::Approve, [id.as_str(), Where::Alone.word(), kept.as_str()]);
    panel.next_button(words::PUT_DIFFERENTLY.to(language), again)
}

/// What a control on a proposal carries.
pub(super) fn marked(act: Act, id: ProposalId, place: Where) -> Mark {
    Mark::new(act, [id.0.to_string().as_str(), place.word()])
}

/// Leads to a place in the list of open proposals.
pub(super) fn to_place(at: usize) -> Mark {
    Mark::new(Act::Proposals, [at.to_string().as_str()])
}

/// The proposal that a control is about.
pub(super) fn id_of(mark: &Mark) -> Result<ProposalId, Error> {
    mark.argument(0).map(ProposalId).ok_or_else(|| team::UserError::AlreadyDecided.into())
}

/// A pair: what to avoid, what to say, and why.
pub(super) fn pair_parts(avoid: &str, prefer: &str, why: &str, language: Language) -> Vec<Part> {
    let mut parts = Vec::new();
    for (head, text) in [(words::AVOID, avoid), (words::PREFER, prefer), (words::WHY, why)] {
        if !text.is_empty() {
            parts.push(Part::Heading(head.to(language).to_owned()));
            parts.push(Part::Quote(text.to_owned()));
        }
    }
    parts
}
