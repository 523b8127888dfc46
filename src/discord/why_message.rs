//! A rule explained, as a message.

use super::card_message::colour;
use super::escape;
use super::limits::{self, clipped, length};
use super::outgoing::{Embed, Message};
use crate::check::Explained;
use crate::model::Language;
use crate::text;
use crate::ui::{Messages, talk};

/// The longest text of a rule that is shown in full.
const MAX_SHOWN: usize = 400;
/// Wordings that are shown.
const MAX_WORDINGS: usize = 5;

/// A rule explained, for an agent.
pub fn why_message(explained: &Explained, language: Language) -> Message {
    let messages = Messages::of(language);
    let mut lines: Vec<String> = Vec::new();
    if let Some((before, after)) = &explained.pair {
        lines.push(format!("{} {}", talk::INSTEAD_OF.to(language), shown(before)));
        lines.push(format!("{} **{}**", talk::SAY.to(language), shown(after)));
    }
    let also = explained.wordings.iter().skip(1).take(MAX_WORDINGS);
    lines.extend(also.map(|wording| format!("-# {} {}", talk::ALSO.to(language), shown(wording))));
    if let Some(why) = &explained.why {
        lines.push(format!("{} {}", talk::WHY.to(language), shown(why)));
    }
    lines.push(String::new());
    lines.push(phrases(explained, language));
    if let Some(principle) = &explained.principle {
        let name = principle.name(language.key()).unwrap_or(&principle.id);
        let summary = principle.summary(language.key()).unwrap_or("");
        lines.push(format!("**{}.** {}", shown(name), shown(summary)));
    }
    if let Some(source) = &explained.source {
        lines.push(format!("-# {} {}", talk::SOURCE.to(language), shown(source)));
    }
    let phrase = explained.phrases.first().map_or(explained.id.as_str(), String::as_str);
    let level = messages.level(explained.level);
    let title = messages.quoted(&clipped(&text::plain_line(phrase), limits::EMBED_TITLE / 2));
    let embed = Embed {
        title: format!("{} · {level}", escape::shown(&title)),
        description: fitting(lines),
        colour: colour(explained.level),
    };
    Message { embeds: vec![embed], ..Message::default() }
}

fn phrases(explained: &Explained, language: Language) -> String {
    let shown: Vec<String> = explained.phrases.iter().map(|phrase| shown(phrase)).collect();
    let more = match explained.more_phrases {
        0 => String::new(),
        more => format!(" · +{more}"),
    };
    format!("{} {}{more}", talk::PHRASES.to(language), shown.join(" · "))
}

fn shown(text: &str) -> String {
    escape::shown(&clipped(&text::plain_line(text), MAX_SHOWN))
}

/// The lines that fit; a rule with that much to say ends with an ellipsis.
fn fitting(lines: Vec<String>) -> String {
    let mut text = String::new();
    for line in lines {
        if length(&text) + length(&line) + 3 > limits::EMBED_DESCRIPTION {
            text.push_str("\n…");
            break;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&line);
    }
    text
}
