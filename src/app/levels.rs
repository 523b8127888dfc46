//! The list of levels, on a report and on a rule.

use crate::model::Language;
use crate::rules::Level;
use crate::ui::leads::add as words;
use crate::ui::{Action, Control, Messages, Select, SelectOption};

/// The levels, to give one to a rule.
pub(super) fn levels(action: Action, chosen: Level, language: Language) -> Control {
    let option = |(word, level): &(&str, Level)| SelectOption {
        label: Messages::of(language).level(*level).to_owned(),
        value: (*word).to_owned(),
        is_chosen: *level == chosen,
    };
    Control::Select(Select {
        label: words::LEVEL.to(language).to_owned(),
        action,
        options: Level::ALL.iter().map(option).collect(),
        is_several: false,
    })
}
