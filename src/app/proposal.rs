//! A proposal as it is shown: to those who decide, and to those who made it.

use crate::model::Language;
use crate::rules::{Diagnostic, PackProblem, Problem, Severity};
use crate::store::{Proposal, ProposalId, ProposalState};
use crate::team::{MAX_PHRASE_CHARS, MAX_WHY_CHARS, Objections, Pair, Report, Verdict, last_rule};
use crate::ui::leads::add;
use crate::ui::leads::proposals as words;
use crate::ui::{self, Said};
use crate::ui::{Action, Block, Field, FormAction, Modal, Panel, ProposalPlace, Tone};

/// The longest note that a lead can write when declining, in characters.
pub(super) const MAX_WORD: usize = 600;

/// An open proposal with its two buttons.
pub(super) fn card(proposal: &Proposal, place: ProposalPlace, language: Language) -> Panel {
    let mut blocks = pair_blocks(&proposal.avoid, &proposal.prefer, &proposal.why, language);
    blocks.extend(words::times(proposal.times, language).map(Block::Small));
    let title = words::TITLE.to(language).to_owned();
    let panel = Panel { title, tone: Tone::Attention, blocks, ..Panel::default() };
    panel
        .next_button(
            words::APPROVE.to(language),
            Action::Approve { proposal: proposal.id, place, kept: None },
        )
        .button(words::DECLINE.to(language), Action::Decline { proposal: proposal.id, place })
}

/// The form in which a proposal becomes a rule.
pub(super) fn approve_form(
    id: ProposalId,
    pair: &Pair,
    place: ProposalPlace,
    language: Language,
) -> Modal {
    let question = |label: Said, value: &str, max_chars| Field {
        label: label.to(language).to_owned(),
        value: value.to_owned(),
        max_chars,
        ..Field::default()
    };
    let avoid = question(words::AVOID_BOX, &pair.avoid, MAX_PHRASE_CHARS);
    Modal {
        title: words::APPROVE_FORM.to(language).to_owned(),
        fields: vec![
            Field { is_required: true, ..avoid },
            question(words::PREFER_BOX, &pair.prefer, MAX_PHRASE_CHARS),
            question(words::WHY_BOX, &pair.why, MAX_WHY_CHARS),
        ],
        action: FormAction::Approve { proposal: id, place },
    }
}

/// The form with a note for the author of a declined proposal.
pub(super) fn decline_form(id: ProposalId, place: ProposalPlace, language: Language) -> Modal {
    let question = Field {
        label: words::DECLINE_BOX.to(language).to_owned(),
        example: words::DECLINE_EXAMPLE.to(language).to_owned(),
        max_chars: MAX_WORD,
        ..Field::default()
    };
    Modal {
        title: words::DECLINE_FORM.to(language).to_owned(),
        fields: vec![question],
        action: FormAction::Decline { proposal: id, place },
    }
}

/// A proposal with its outcome.
pub(super) fn outcome(proposal: &Proposal, said: Said, language: Language) -> Panel {
    let mut blocks = vec![Block::Text(said.to(language).to_owned())];
    blocks.extend(pair_blocks(&proposal.avoid, &proposal.prefer, &proposal.why, language));
    let title = words::TITLE.to(language).to_owned();
    Panel { title, tone: Tone::Good, blocks, ..Panel::default() }
}

/// A proposal in the words in which a lead approved it.
pub(super) fn in_words(proposal: &Proposal, pair: &Pair) -> Proposal {
    let Pair { avoid, prefer, why } = pair.clone();
    Proposal { avoid, prefer, why, ..proposal.clone() }
}

/// Whether a lead has put a proposal in other words.
pub(super) fn differs(proposal: &Proposal, approved: &Proposal) -> bool {
    let words = |it: &Proposal| [it.avoid.clone(), it.prefer.clone(), it.why.clone()];
    words(proposal) != words(approved)
}

/// A proposal about which somebody has decided.
pub(super) fn decided_panel(proposal: &Proposal, language: Language) -> Panel {
    let said = match proposal.state {
        ProposalState::Declined => words::WAS_DECLINED,
        ProposalState::Approved | ProposalState::Open => words::WAS_APPROVED,
    };
    Panel { tone: Tone::Plain, ..outcome(proposal, said, language) }
}

/// What the author of an approved proposal is told, with the rule in its final words.
pub(super) fn heard_yes(proposal: &Proposal, approved: &Proposal, language: Language) -> Panel {
    let mut panel = outcome(approved, ui::team::PROPOSAL_APPROVED, language);
    if differs(proposal, approved) {
        let said = words::IN_OTHER_WORDS.to(language).to_owned();
        panel.blocks.insert(1, Block::Text(said));
    }
    panel
}

/// What the author of a declined proposal is told.
pub(super) fn heard_no(proposal: &Proposal, word: Option<&str>, language: Language) -> Panel {
    let mut panel = outcome(proposal, ui::team::PROPOSAL_DECLINED, language);
    panel.tone = Tone::Plain;
    if let Some(word) = word {
        panel.blocks.push(Block::Heading(words::FROM_THE_LEADS.to(language).to_owned()));
        panel.blocks.push(Block::Quote(word.to_owned()));
    }
    panel
}

/// Whether there is something to know or decide before a rule that was just written takes effect.
pub(super) fn has_concerns(report: &Report) -> bool {
    // The rule comes after those that were written this way before; those do not matter now.
    let rule = last_rule(&report.text.text);
    let is_of_rule = |problem: &&Diagnostic| {
        let span = &problem.place.span;
        span.end > rule.start && span.start < rule.end
    };
    report.problems.iter().filter(is_of_rule).any(|problem| {
        match &problem.problem {
            // The team's own rule comes first, and needs no example.
            Problem::Pack(PackProblem::SamePhrase { builtin, .. }) => !builtin,
            Problem::Pack(PackProblem::NoExample { .. }) => false,
            _ => problem.severity > Severity::Hint,
        }
    })
}

/// The panel of a report where something has to be fixed or decided, with what can be done about a proposal.
pub(super) fn look(panel: Panel, report: &Report, id: ProposalId, language: Language) -> Panel {
    let mut panel = panel;
    panel.controls = Vec::new();
    panel.tone = Tone::Attention;
    if let Some(upload) = report.token {
        let fingerprint = Some(report.fingerprint);
        let anyway =
            |objections| Action::ApproveAnyway { proposal: id, upload, objections, fingerprint };
        if report.verdict == Verdict::Ready {
            panel = panel.button(add::ACTIVATE.to(language), anyway(Objections::Stand));
        }
        if !report.contested.is_empty() {
            panel = panel.button(add::KEEP_MINE.to(language), anyway(Objections::Mute));
        }
        if !report.stepping_back.is_empty() {
            panel = panel.button(add::IN_ITS_PLACE.to(language), anyway(Objections::InPlace));
        }
    }
    let place = ProposalPlace::Alone;
    let again = Action::Approve { proposal: id, place, kept: report.kept };
    panel.next_button(words::PUT_DIFFERENTLY.to(language), again)
}

/// A pair: what to avoid, what to say, and why.
pub(super) fn pair_blocks(avoid: &str, prefer: &str, why: &str, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (head, text) in [(words::AVOID, avoid), (words::PREFER, prefer), (words::WHY, why)] {
        if !text.is_empty() {
            blocks.push(Block::Heading(head.to(language).to_owned()));
            blocks.push(Block::Quote(text.to_owned()));
        }
    }
    blocks
}
