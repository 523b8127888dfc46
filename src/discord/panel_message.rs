//! A panel as a message: its parts in one block, what does not fit in a file, and its controls in rows.

use super::limits::{self, clipped, length};
use super::outgoing::{Button, Choice, Embed, File, Message, Row, Select, SelectFrom};
use super::{draft_codec, escape};
use crate::model::Language;
use crate::ui::talk;
use crate::ui::{Control, Named, Panel, PanelButton, Part, Tone, WHOLE_FILE};

/// Room for the sentence that says so.
const ROOM_FOR_NOTICE: usize = 200;

const GREEN: u32 = 0x57_a5_5a;
const YELLOW: u32 = 0xe0_b0_40;
const BLUE: u32 = 0x3b_9e_bf;

/// A panel as a message.
pub fn panel_message(panel: &Panel, language: Language) -> Message {
    let (description, is_cut) = fitted(panel, language);
    let mut files: Vec<File> = Vec::new();
    // Some panels bring the whole of what they say along.
    if is_cut && panel.files.iter().all(|file| file.name != WHOLE_FILE) {
        files.push(File::text(WHOLE_FILE, panel.text()));
    }
    let own =
        panel.files.iter().map(|file| File { name: file.name.clone(), bytes: file.bytes.clone() });
    files.extend(own.take(limits::FILES - files.len()));
    let title = escape::shown(&clipped(&panel.title, limits::EMBED_TITLE / 2));
    let embed = Embed { title, description, colour: colour(panel.tone) };
    let is_empty = embed.title.is_empty() && embed.description.is_empty();
    let embeds = if is_empty { Vec::new() } else { vec![embed] };
    Message { embeds, rows: rows(&panel.controls), files, ..Message::default() }
}

fn colour(tone: Tone) -> u32 {
    match tone {
        Tone::Plain => BLUE,
        Tone::Good => GREEN,
        Tone::Attention => YELLOW,
    }
}

/// As many parts as fit, whole ones only, and whether that is not all.
fn fitted(panel: &Panel, language: Language) -> (String, bool) {
    let room = limits::EMBED_DESCRIPTION - ROOM_FOR_NOTICE;
    let mut text = String::new();
    let mut before: Option<&Part> = None;
    for part in &panel.parts {
        let shown = shown(part);
        let space = match before {
            None => "",
            Some(_) if part.stands_close_to(before) => "\n",
            Some(_) => "\n\n",
        };
        if length(&text) + length(space) + length(&shown) > room {
            let notice = talk::REST_IN_FILE.to(language);
            return (format!("{}\n\n{notice}", text.trim_end()), true);
        }
        text.push_str(space);
        text.push_str(&shown);
        before = Some(part);
    }
    (text, false)
}

fn shown(part: &Part) -> String {
    match part {
        Part::Text(text) => escape::shown(text),
        Part::Own(text) => text.clone(),
        Part::Heading(text) => format!("**{}**", escape::shown(text)),
        Part::Item(text) => format!("• {}", escape::shown(text)),
        Part::Named { text, named } => {
            // In an embed these are names and call nobody.
            let name = |named: &Named| match named {
                Named::Channel(channel) => format!(" <#{}>", channel.0),
                Named::Role(role) => format!(" <@&{}>", role.0),
            };
            let names: String = named.iter().map(name).collect();
            format!("• {}{names}", escape::shown(text))
        }
        Part::Quote(text) => {
            let lines = escape::shown(text);
            let lines: Vec<String> = lines.lines().map(|line| format!("> {line}")).collect();
            lines.join("\n")
        }
        Part::Done(done) => {
            // Discord writes the name and the hour as each reader knows them; it notifies nobody.
            let by = done.by.filter(|by| by.0 != 0).map(|by| format!(" · <@{}>", by.0));
            let what = escape::shown(&done.what);
            format!("• <t:{}:f> · {what}{}", done.at.0, by.unwrap_or_default())
        }
        Part::Block(text) => draft_codec::code_block(text),
        Part::Small(text) => {
            let lines = escape::shown(text);
            let lines: Vec<String> = lines.lines().map(|line| format!("-# {line}")).collect();
            lines.join("\n")
        }
    }
}

/// Buttons that follow each other stand beside each other, five at most; a list has a row of its own.
pub fn rows(controls: &[Control]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for control in controls {
        match (control, rows.last_mut()) {
            (Control::Button(new), Some(Row::Buttons(row)))
                if row.len() < limits::BUTTONS_IN_ROW =>
            {
                row.push(button(new));
            }
            (Control::Button(new), _) => rows.push(Row::Buttons(vec![button(new)])),
            (list, _) => rows.extend(select(list).map(Row::Select)),
        }
    }
    rows
}

fn button(button: &PanelButton) -> Button {
    Button {
        custom_id: button.mark.written(),
        label: clipped(&button.label, limits::BUTTON_LABEL),
        is_next: button.is_next,
        can_press: true,
    }
}

fn select(control: &Control) -> Option<Select> {
    let (label, mark, from, count) = match control {
        Control::Button(_) => return None,
        Control::Choose(list) => {
            let choice = |option: &crate::ui::PanelOption| Choice {
                label: clipped(&option.label, limits::OPTION_TEXT),
                value: option.value.clone(),
                is_chosen: option.is_chosen,
            };
            let choices: Vec<Choice> =
                list.options.iter().take(limits::OPTIONS).map(choice).collect();
            let most = u8::try_from(choices.len()).unwrap_or(u8::MAX);
            let count = if list.is_several { (0, most) } else { (1, 1) };
            (&list.label, &list.mark, SelectFrom::Choices(choices), count)
        }
        Control::Channels(list) => {
            let chosen = list.chosen.iter().map(|channel| channel.0).take(list.most.into());
            (&list.label, &list.mark, SelectFrom::Channels(chosen.collect()), (0, list.most))
        }
        Control::Role(list) => {
            let chosen = list.chosen.iter().map(|role| role.0).collect();
            (&list.label, &list.mark, SelectFrom::Roles(chosen), (0, 1))
        }
    };
    Some(Select {
        custom_id: mark.written(),
        placeholder: clipped(label, limits::OPTION_TEXT),
        from,
        count,
    })
}
