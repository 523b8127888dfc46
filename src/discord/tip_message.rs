//! A tip on good service, as a message.

use super::escape;
use super::limits::{self, clipped};
use super::outgoing::{Button, Embed, Message, Row};
use crate::desk::tips::{Post, TipAct, TipKey, mark_written};
use crate::render::{Language, ShownTip, TipWords, tip_plan};
use crate::store::ClaimId;

/// The edge of a tip.
const VIOLET: u32 = 0x8a_6f_c8;
/// The longest part of a tip that is shown in full.
const MAX_SHOWN: usize = 900;

/// A tip in words.
pub fn tip_message(tip: &ShownTip, language: Language) -> Message {
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

/// A tip as it is posted for everybody, with what can be said about it. Its buttons carry the claim: by that it is
/// found again where nobody knows whether it was posted.
pub fn posted_tip(post: &Post) -> Message {
    let rows = vec![Row::Buttons(buttons(&post.tip, post.claim, post.language))];
    Message { rows, ..tip_message(&post.tip, post.language) }
}

fn buttons(tip: &ShownTip, claim: ClaimId, language: Language) -> Vec<Button> {
    let key = TipKey::of(&tip.tip.id);
    let all = [
        (TipAct::Useful, tip_plan::USEFUL),
        (TipAct::NotForUs, tip_plan::NOT_FOR_US),
        (TipAct::ShowWords, tip_plan::SHOW_WORDS),
    ];
    let button = |(act, label): (TipAct, crate::render::Said)| Button {
        custom_id: mark_written(act, key, claim),
        label: label.to(language).to_owned(),
        is_next: false,
        can_press: true,
    };
    all.map(button).into()
}
