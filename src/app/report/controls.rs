//! What can be done about a report.

use crate::app::levels::levels;
use crate::import::{Chosen, Heading, Options, Persons, Sides};
use crate::model::Language;
use crate::store::UploadId;
use crate::team::{Format, Objections, Origin, Report, TableReading, Verdict};
use crate::ui::Said;
use crate::ui::leads::add as words;
use crate::ui::{Action, Block, Control, NameHash, Panel, Select, SelectOption, TableList};

/// Entries of a list.
const MOST_OPTIONS: usize = 25;

/// The panel of a report with its controls; none where nothing is kept.
pub fn with_controls(panel: Panel, report: &Report, language: Language) -> Panel {
    let Some(kept) = report.kept else { return panel };
    let label = |said: Said| said.to(language);
    let mut panel = panel;
    if let Some(token) = report.token {
        panel = with_activation(panel, report, token, language);
    }
    if let Some(table) = &report.table {
        panel.controls.extend(layout(kept, report.options, table, language));
    }
    if report.format == Format::Table {
        let Options { sides, verbs, .. } = report.options;
        let swapped = Options { sides: other_sides(sides), ..report.options };
        let (persons, other) = match verbs {
            Persons::All => (words::ALL_PERSONS, Persons::AsWritten),
            Persons::AsWritten => (words::AS_WRITTEN, Persons::All),
        };
        let read = |options| Action::Read { upload: kept, options };
        let turned = Options { verbs: other, ..report.options };
        panel =
            panel.button(label(words::SWAP), read(swapped)).button(label(persons), read(turned));
        if rows(report).next().is_some() {
            panel = panel.button(label(words::ROW_FORMS), Action::RowForms { upload: kept });
        }
    }
    if let Origin::Pair(level) = report.origin {
        panel = panel.button(label(words::REWRITE), Action::Rewrite { upload: kept });
        panel = panel.button(label(words::CANCEL), Action::Cancel { upload: kept });
        panel.controls.extend(forms(kept, report, language));
        let action = Action::Level { upload: kept };
        panel.controls.push(levels(action, level.unwrap_or_default(), language));
        return panel;
    }
    panel.button(label(words::CANCEL), Action::Cancel { upload: kept })
}

fn with_activation(panel: Panel, report: &Report, token: UploadId, language: Language) -> Panel {
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
    let steps_back = !report.stepping_back.is_empty();
    if steps_back && matches!(report.verdict, Verdict::Ready | Verdict::KeepMine) {
        panel = panel.button(label(words::IN_ITS_PLACE), activate(Objections::InPlace));
    }
    panel.button(label(words::TRY), Action::Try { upload: token })
}

/// Lists for the columns, the heads and the sheet, where there is something to choose.
fn layout(
    kept: UploadId,
    options: Options,
    table: &TableReading,
    language: Language,
) -> Vec<Control> {
    let layout = &table.layout;
    let list = |list: TableList, without: Options, entries: Vec<(String, String, bool)>| {
        let label = match list {
            TableList::Columns => words::COLUMNS,
            TableList::Heading => words::HEADING,
            TableList::Sheet => words::SHEET,
        };
        let option = |(label, value, is_chosen)| SelectOption { label, value, is_chosen };
        Control::Select(Select {
            label: label.to(language).to_owned(),
            action: Action::ReadBy { upload: kept, list, options: without },
            options: entries.into_iter().take(MOST_OPTIONS).map(option).collect(),
            is_several: false,
        })
    };
    let word = |options: Options| options.words().into_iter().next().unwrap_or_default();
    let mut lists = Vec::new();
    // Where the heads say for sure which is which, nobody has to choose.
    if layout.columns.len() > 2 && layout.is_open {
        let columns = 0..u8::try_from(layout.columns.len()).unwrap_or(u8::MAX);
        let both = columns.clone().flat_map(|one| columns.clone().map(move |other| (one, other)));
        let entry = |(avoid, prefer): (u8, u8)| {
            let columns = Some(Chosen { avoid, prefer });
            let is_chosen = (layout.avoid, layout.prefer) == (avoid.into(), prefer.into());
            let name = |at: u8| words::column_name(&layout.columns, at.into(), language);
            let label = format!("{} → {}", name(avoid), name(prefer));
            (label, word(Options { columns, ..Options::default() }), is_chosen)
        };
        let entries = both.filter(|(one, other)| one != other).map(entry).collect();
        let without = Options { columns: None, sides: Sides::AsWritten, ..options };
        lists.push(list(TableList::Columns, without, entries));
    }
    if layout.is_open {
        let current = if layout.has_heads { Heading::First } else { Heading::None };
        let entry = |(heading, said): (Heading, Said)| {
            let value = word(Options { heading, ..Options::default() });
            (said.to(language).to_owned(), value, heading == current)
        };
        let entries =
            [(Heading::First, words::FIRST_IS_HEADING), (Heading::None, words::NO_HEADING)];
        let without = Options { heading: Heading::Found, ..options };
        lists.push(list(TableList::Heading, without, entries.map(entry).to_vec()));
    }
    if layout.sheets.len() > 1 {
        let entry = |(at, name): (usize, &String)| {
            let sheet = Some(u8::try_from(at).unwrap_or(u8::MAX));
            (name.clone(), word(Options { sheet, ..Options::default() }), at == layout.sheet)
        };
        let entries = layout.sheets.iter().enumerate().map(entry).collect();
        // Another sheet has other columns.
        let without = Options { sheet: None, columns: None, heading: Heading::Found, ..options };
        lists.push(list(TableList::Sheet, without, entries));
    }
    lists
}

fn other_sides(sides: Sides) -> Sides {
    match sides {
        Sides::AsWritten => Sides::Swapped,
        Sides::Swapped => Sides::AsWritten,
    }
}

/// The forms that a single rule catches, to choose from; nothing where there is but one.
fn forms(kept: UploadId, report: &Report, language: Language) -> Option<Control> {
    let caught = report.caught.first().filter(|caught| caught.forms.len() > 1)?;
    Some(list_of_forms(&caught.forms, report, Action::Forms { upload: kept }, language))
}

fn list_of_forms(forms: &[String], report: &Report, action: Action, language: Language) -> Control {
    let option = |form: &String| SelectOption {
        label: form.clone(),
        value: NameHash::of(form).written(),
        is_chosen: !report.without.contains(form),
    };
    Control::Select(Select {
        label: words::FORMS.to(language).to_owned(),
        action,
        options: forms.iter().take(MOST_OPTIONS).map(option).collect(),
        is_several: true,
    })
}

/// The lines of a table whose phrases have several forms, each with its phrases.
fn rows(report: &Report) -> impl Iterator<Item = (usize, &Vec<String>)> {
    let several = report.caught.iter().filter(|caught| caught.forms.len() > 1);
    several.filter_map(|caught| Some((caught.row.as_ref()?.0, &caught.phrases)))
}

/// The rows of a table whose phrases have several forms, and the forms of the one that is chosen.
pub fn row_forms(report: &Report, chosen: Option<usize>, language: Language) -> Panel {
    let panel = Panel {
        title: words::report_title(&report.file, language),
        ..Panel::saying(words::HOW_TO_CHOOSE_FORMS.to(language))
    };
    let Some(kept) = report.kept else { return panel };
    let mut panel = panel;
    let option = |(line, phrases): (usize, &Vec<String>)| SelectOption {
        label: words::phrases(phrases, language),
        value: line.to_string(),
        is_chosen: chosen == Some(line),
    };
    if rows(report).nth(MOST_OPTIONS).is_some() {
        panel.blocks.push(Block::Small(words::MORE_ROWS.to(language).to_owned()));
    }
    panel.controls.push(Control::Select(Select {
        label: words::WHICH_PHRASE.to(language).to_owned(),
        action: Action::RowForms { upload: kept },
        options: rows(report).take(MOST_OPTIONS).map(option).collect(),
        is_several: false,
    }));
    if let Some((line, (_, forms))) =
        chosen.and_then(|line| Some((line, report.forms_of_row(line)?)))
    {
        let action = Action::CatchRow { upload: kept, line };
        panel.controls.push(list_of_forms(forms, report, action, language));
    }
    panel.button(words::SEE_REPORT.to(language), Action::Report { upload: kept })
}
