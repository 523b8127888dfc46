//! What can be done about a report.

use crate::app::decide::{LEVELS, activate_mark, read_mark};
use crate::app::trial::mark_of;
use crate::import::{Options, Persons, Sides};
use crate::model::Language;
use crate::rules::Level;
use crate::store::PendingId;
use crate::team::{Format, Objections, Origin, Report, Verdict};
use crate::ui::leads::add as words;
use crate::ui::{Act, Choose, Control, Panel, PanelOption};
use crate::ui::{Messages, Said};

/// The panel of a report with its controls; none where nothing is kept.
pub fn with_controls(panel: Panel, report: &Report, language: Language) -> Panel {
    let Some(kept) = report.kept else { return panel };
    let label = |said: Said| said.to(language);
    let mut panel = panel;
    if let Some(token) = report.token {
        panel = with_activation(panel, report, token, language);
    }
    if report.format == Format::Table {
        let Options { sides, verbs, .. } = report.options;
        let swapped = Options { sides: other_sides(sides), ..report.options };
        let (persons, other) = match verbs {
            Persons::All => (words::ALL_PERSONS, Persons::AsWritten),
            Persons::AsWritten => (words::AS_WRITTEN, Persons::All),
        };
        let turned = Options { verbs: other, ..report.options };
        panel = panel
            .button(label(words::SWAP), read_mark(kept, swapped))
            .button(label(persons), read_mark(kept, turned));
    }
    if let Origin::Pair(level) = report.origin {
        panel = panel.button(label(words::REWRITE), mark_of(Act::Rewrite, kept));
        panel = panel.button(label(words::CANCEL), mark_of(Act::Cancel, kept));
        panel.controls.push(levels(kept, level.unwrap_or_default(), language));
        return panel;
    }
    panel.button(label(words::CANCEL), mark_of(Act::Cancel, kept))
}

fn with_activation(panel: Panel, report: &Report, token: PendingId, language: Language) -> Panel {
    let label = |said: Said| said.to(language);
    let mark = |objections| activate_mark(token, report.fingerprint, objections);
    let mut panel = panel;
    if report.verdict == Verdict::Ready {
        let (said, mark) = (label(words::ACTIVATE), mark(Objections::Stand));
        panel = match report.is_everywhere() {
            true => panel.button(said, mark),
            false => panel.next_button(said, mark),
        };
    }
    if !report.contested.is_empty() && report.verdict != Verdict::NothingNew {
        let (said, mark) = (label(words::KEEP_MINE), mark(Objections::GoSilent));
        panel = match report.verdict {
            Verdict::KeepMine => panel.next_button(said, mark),
            _ => panel.button(said, mark),
        };
    }
    panel.button(label(words::TRY), mark_of(Act::Try, token))
}

fn other_sides(sides: Sides) -> Sides {
    match sides {
        Sides::AsWritten => Sides::Swapped,
        Sides::Swapped => Sides::AsWritten,
    }
}

fn levels(kept: PendingId, chosen: Level, language: Language) -> Control {
    let option = |(level, word): &(Level, &str)| PanelOption {
        label: Messages::of(language).level(*level).to_owned(),
        value: (*word).to_owned(),
        is_chosen: *level == chosen,
    };
    Control::Choose(Choose {
        label: words::LEVEL.to(language).to_owned(),
        mark: mark_of(Act::Level, kept),
        options: LEVELS.iter().map(option).collect(),
        is_several: false,
    })
}
