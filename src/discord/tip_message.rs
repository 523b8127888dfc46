//! A tip on good service, as a message.

use super::limits::{self, clipped};
use super::outgoing::{Embed, Message};
use super::{escape, panel_message};
use crate::app::tip_controls;
use crate::model::Language;
use crate::tips::Post;
use crate::tips::ShownTip;
use crate::ui::TipWords;

/// The edge of a tip.
const VIOLET: u32 = 0x8a_6f_c8;
/// The longest part of a tip that is shown in full.
const MAX_SHOWN: usize = 900;

/// A tip in words.
fn tip_message(tip: &ShownTip, language: Language) -> Message {
    let words = TipWords::of(tip, language);
    let shown = |part: &str| escape::shown(&clipped(part, MAX_SHOWN));
    let today = words.today.iter().map(|today| format!("**{}**", shown(today)));
    let pair = words.pair.iter().map(|pair| format!("-# {}", shown(pair)));
    let parts: Vec<String> = std::iter::once(shown(&words.text)).chain(today).chain(pair).collect();
    let title = words.title.as_deref().unwrap_or("");
    let embed = Embed {
        title: escape::shown(&clipped(title, limits::EMBED_TITLE / 2)),
        description: parts.join("\n\n"),
        colour: VIOLET,
    };
    Message { embeds: vec![embed], ..Message::default() }
}

/// A tip for one person, with what can be said about it.
pub fn tip_with_buttons(tip: &ShownTip, language: Language) -> Message {
    let rows = panel_message::rows(&tip_controls(tip, None, language));
    Message { rows, ..tip_message(tip, language) }
}

/// A tip as it is posted for everybody, with what can be said about it. Its buttons carry the claim: by it the tip is
/// found again where nobody knows whether it was posted.
pub fn posted_tip(post: &Post) -> Message {
    let rows = panel_message::rows(&tip_controls(&post.tip, Some(post.claim), post.language));
    Message { rows, ..tip_message(&post.tip, post.language) }
}
