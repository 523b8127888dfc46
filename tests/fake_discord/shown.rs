//! A message or form as a person sees it, as plain text for snapshots.

use serde_json::Value;

use super::ids::Id;
use super::world::World;

/// A message with its embeds, files and buttons: `[pressable]`, `(not pressable)`, `[link ↗ address]`.
pub fn message(world: &World, id: Id, reader: Id) -> String {
    let message = &world.messages[&id];
    let mut head = world.users[&message.author].name.clone();
    if message.is_ephemeral() {
        head += &format!(" · only {} sees this", world.users[&reader].name);
    }
    if let Some(answered) = message.reference.and_then(|id| world.messages.get(&id)) {
        head += &format!(" · answers «{}»", answered.content);
    }
    if message.is_loading() {
        head += " · is thinking…";
    }
    let mut lines = vec![head];
    if message.deleted {
        lines.push("(deleted)".into());
    }
    indented(&mut lines, "│ ", &message.content);
    message.embeds.iter().for_each(|embed| embed_lines(&mut lines, embed));
    for file in &message.files {
        let count = String::from_utf8_lossy(&file.bytes).chars().count();
        lines.push(format!("│ 📎 {} ({count} characters)", file.name));
    }
    for row in &message.components {
        let parts = row["components"].as_array().into_iter().flatten().map(part);
        lines.push(format!("│ {}", parts.collect::<Vec<_>>().join(" ")));
    }
    if !message.pings.is_empty() {
        lines.push(format!("│ notifies {}", message.pings.join(", ")));
    }
    lines.join("\n")
}

fn embed_lines(lines: &mut Vec<String>, embed: &Value) {
    let bar = "│ ▌ ";
    let mut add = |text: &Value, before: &str, after: &str| {
        if let Some(text) = text.as_str() {
            indented(lines, bar, &format!("{before}{text}{after}"));
        }
    };
    add(&embed["author"]["name"], "", "");
    add(&embed["title"], "**", "**");
    add(&embed["description"], "", "");
    for field in embed["fields"].as_array().into_iter().flatten() {
        add(&field["name"], "· ", "");
        add(&field["value"], "", "");
    }
    add(&embed["footer"]["text"], "— ", "");
    add(&embed["image"]["url"], "🖼 ", "");
}

fn indented(lines: &mut Vec<String>, bar: &str, text: &str) {
    if !text.is_empty() {
        lines.extend(text.split('\n').map(|line| format!("{bar}{line}").trim_end().to_owned()));
    }
}

fn part(part: &Value) -> String {
    let texts = [part["emoji"]["name"].as_str(), part["label"].as_str()];
    let label = texts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    match (part["type"].as_u64(), part["disabled"] == true, part["url"].as_str()) {
        (Some(2), false, Some(url)) => format!("[{label} ↗ {url}]"),
        (Some(2), false, None) => format!("[{label}]"),
        (Some(2), true, _) => format!("({label})"),
        _ => {
            let options = part["options"].as_array().into_iter().flatten();
            let labels: Vec<&str> = options.filter_map(|it| it["label"].as_str()).collect();
            let shown = part["placeholder"].as_str().unwrap_or("");
            format!("‹{shown} ▾ {}›", labels.join(" | "))
        }
    }
}

/// A form with the boxes' bounds and what stands in them.
pub fn form(form: &Value) -> String {
    let Some(title) = form["title"].as_str() else {
        return form.to_string();
    };
    let mut lines = vec![format!("form «{title}»")];
    for row in form["components"].as_array().into_iter().flatten() {
        let input = &row["components"][0];
        let kind = if input["style"] == 2 { "lines" } else { "line" };
        let need = if input["required"] == false { "optional" } else { "needed" };
        let most = input["max_length"].as_u64().unwrap_or(4000);
        let label = input["label"].as_str().unwrap_or("");
        lines.push(format!("┌ {label} ({kind}, {need}, up to {most})"));
        if let Some(placeholder) = input["placeholder"].as_str() {
            lines.push(format!("│ … {placeholder}"));
        }
        indented(&mut lines, "│ ", input["value"].as_str().unwrap_or(""));
    }
    lines.join("\n")
}
