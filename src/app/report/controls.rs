//! What can be done about a report.

use crate::import::{Options, Persons, Sides};
use crate::model::Language;
use crate::rules::Level;
use crate::store::PendingId;
use crate::team::{Format, Objections, Origin, Report, Verdict};
use crate::ui::leads::add as words;
use crate::ui::{Action, Control, Panel, Select, SelectOption};
use crate::ui::{Messages, Said};

/// Levels with the words that a list gives back.
const LEVELS: &[(Level, &str)] =
    &[(Level::Suggestion, "suggestion"), (Level::Warning, "warning"), (Level::Error, "error")];

/// The level of a word.
pub fn level_of(word: &str) -> Option<Level> {
    LEVELS.iter().find(|(_, known)| *known == word).map(|(level, _)| *level)
}

/// The panel of a report with its controls; none where nothing is kept.
pub fn with_controls(panel: Panel, report: &Report, language: Language) -> Panel {
    let Some(kept) = report.kept else { return panel };
    let label = |said: Said| said.to(language);
    let mut panel = panel;
    if let Some(token) = report.token {
        panel = with_activation(panel, report, token, language);
    }
    if report.format == Format::Table {
        let Options { sides, verbs } = report.options;
        let swapped = Options { sides: other_sides(sides), verbs };
        let (persons, other) = match verbs {
            Persons::All => (words::ALL_PERSONS, Persons::AsWritten),
            Persons::AsWritten => (words::AS_WRITTEN, Persons::All),
        };
        let read = |options| Action::Read { upload: kept, options };
        let turned = Options { sides, verbs: other };
        panel =
            panel.button(label(words::SWAP), read(swapped)).button(label(persons), read(turned));
    }
    if let Origin::Pair(level) = report.origin {
        panel = panel.button(label(words::REWRITE), Action::Rewrite { upload: kept });
        panel = panel.button(label(words::CANCEL), Action::Cancel { upload: kept });
        panel.controls.push(levels(kept, level.unwrap_or_default(), language));
        return panel;
    }
    panel.button(label(words::CANCEL), Action::Cancel { upload: kept })
}

fn with_activation(panel: Panel, report: &Report, token: PendingId, language: Language) -> Panel {
    let label = |said: Said| said.to(language);
    let fingerprint = report.fingerprint;
    let activate = |objections| Action::Activate { upload: token, fingerprint, objections };
    let mut panel = panel;
    if report.verdict == Verdict::Ready {
        let (said, action) = (label(words::ACTIVATE), activate(Objections::Stand));
        panel = match report.is_everywhere() {
            true => panel.button(said, action),
            false => panel.next_button(said, action),
        };
    }
    if !report.contested.is_empty() && report.verdict != Verdict::NothingNew {
        let (said, action) = (label(words::KEEP_MINE), activate(Objections::Mute));
        panel = match report.verdict {
            Verdict::KeepMine => panel.next_button(said, action),
            _ => panel.button(said, action),
        };
    }
    panel.button(label(words::TRY), Action::Try { upload: token })
}

fn other_sides(sides: Sides) -> Sides {
    match sides {
        Sides::AsWritten => Sides::Swapped,
        Sides::Swapped => Sides::AsWritten,
    }
}

fn levels(kept: PendingId, chosen: Level, language: Language) -> Control {
    let option = |(level, word): &(Level, &str)| SelectOption {
        label: Messages::of(language).level(*level).to_owned(),
        value: (*word).to_owned(),
        is_chosen: *level == chosen,
    };
    Control::Select(Select {
        label: words::LEVEL.to(language).to_owned(),
        action: Action::Level { upload: kept },
        options: LEVELS.iter().map(option).collect(),
        is_several: false,
    })
}
