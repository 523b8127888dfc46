//! A panel as a message: its blocks in one block, what does not fit in a file, and its controls in rows.

use super::limits::{self, clipped, length};
use super::outgoing::{Button, Choice, Embed, File, Message, Row, Select, SelectFrom};
use super::{draft_codec, escape};
use crate::model::Language;
use crate::ui;
use crate::ui::talk;
use crate::ui::{Block, Control, Mention, Panel, Tone, WHOLE_FILE};

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

/// As many blocks as fit, whole ones only, and whether that is not all.
fn fitted(panel: &Panel, language: Language) -> (String, bool) {
    let room = limits::EMBED_DESCRIPTION - ROOM_FOR_NOTICE;
    let mut text = String::new();
    let mut before: Option<&Block> = None;
    for block in &panel.blocks {
        let shown = shown(block);
        let space = match before {
            None => "",
            Some(_) if block.follows_closely(before) => "\n",
            Some(_) => "\n\n",
        };
        if length(&text) + length(space) + length(&shown) > room {
            let notice = talk::REST_IN_FILE.to(language);
            return (format!("{}\n\n{notice}", text.trim_end()), true);
        }
        text.push_str(space);
        text.push_str(&shown);
        before = Some(block);
    }
    (text, false)
}

fn shown(block: &Block) -> String {
    match block {
        Block::Text(text) => escape::shown(text),
        Block::Own(text) => text.clone(),
        Block::Heading(text) => format!("**{}**", escape::shown(text)),
        Block::Item(text) => format!("• {}", escape::shown(text)),
        Block::Mentions { text, mentions } => {
            // In an embed these are names and call nobody.
            let name = |mention: &Mention| match mention {
                Mention::Channel(channel) => format!(" <#{}>", channel.0),
                Mention::Role(role) => format!(" <@&{}>", role.0),
            };
            let names: String = mentions.iter().map(name).collect();
            format!("• {}{names}", escape::shown(text))
        }
        Block::Quote(text) => {
            let lines = escape::shown(text);
            let lines: Vec<String> = lines.lines().map(|line| format!("> {line}")).collect();
            lines.join("\n")
        }
        Block::Change(change) => {
            // Discord writes the name and the hour as each reader knows them; it notifies nobody.
            let by = change.by.filter(|by| by.0 != 0).map(|by| format!(" · <@{}>", by.0));
            let what = escape::shown(&change.what);
            format!("• <t:{}:f> · {what}{}", change.at.0, by.unwrap_or_default())
        }
        Block::Code(text) => draft_codec::code_block(text),
        Block::Small(text) => {
            let lines = escape::shown(text);
            let lines: Vec<String> = lines.lines().map(|line| format!("-# {line}")).collect();
            lines.join("\n")
        }
    }
}

/// Buttons that follow each other are next to each other, five at most; a list has a row of its own.
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

fn button(button: &ui::Button) -> Button {
    Button {
        custom_id: button.action.encode(),
        label: clipped(&escape::label(&button.label), limits::BUTTON_LABEL),
        is_next: button.is_next,
        can_press: true,
    }
}

fn select(control: &Control) -> Option<Select> {
    let (label, action, from, count) = match control {
        Control::Button(_) => return None,
        Control::Select(list) => {
            let choice = |option: &ui::SelectOption| Choice {
                label: clipped(&escape::label(&option.label), limits::OPTION_TEXT),
                value: option.value.clone(),
                is_chosen: option.is_chosen,
            };
            let choices: Vec<Choice> =
                list.options.iter().take(limits::OPTIONS).map(choice).collect();
            let most = u8::try_from(choices.len()).unwrap_or(u8::MAX);
            let count = if list.is_several { (0, most) } else { (1, 1) };
            (&list.label, &list.action, SelectFrom::Choices(choices), count)
        }
        Control::ChannelSelect(list) => {
            let chosen = list.chosen.iter().map(|channel| channel.0).take(list.most.into());
            (&list.label, &list.action, SelectFrom::Channels(chosen.collect()), (0, list.most))
        }
        Control::RoleSelect(list) => {
            let chosen = list.chosen.iter().map(|role| role.0).collect();
            (&list.label, &list.action, SelectFrom::Roles(chosen), (0, 1))
        }
    };
    Some(Select {
        custom_id: action.encode(),
        placeholder: clipped(&escape::label(label), limits::OPTION_TEXT),
        from,
        count,
    })
}
