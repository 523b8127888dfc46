//! Who asks, and how an answer reaches them.

use serenity::model::application::Interaction;
use serenity::model::id::{InteractionId, UserId};

use crate::render::Language;

/// Who asked, and how the answer reaches them.
#[derive(Debug, Clone)]
pub struct Asker {
    /// What was asked.
    pub id: InteractionId,
    /// With which it is answered.
    pub token: String,
    /// Who asked.
    pub user: UserId,
    /// The language of their Discord.
    pub language: Language,
    /// Where they asked.
    pub on: Place,
}

/// Where something was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the chat: the answer is a message of its own.
    Chat,
    /// On a card, which is written anew.
    Card,
}

impl Asker {
    /// Who is behind an interaction that can be answered.
    pub fn of(interaction: &Interaction) -> Option<Asker> {
        let (id, token, user, locale, on) = match interaction {
            Interaction::Command(it) | Interaction::Autocomplete(it) => {
                (it.id, &it.token, it.user.id, &it.locale, Place::Chat)
            }
            Interaction::Component(it) => (it.id, &it.token, it.user.id, &it.locale, Place::Card),
            Interaction::Modal(it) => {
                let on = if it.message.is_some() { Place::Card } else { Place::Chat };
                (it.id, &it.token, it.user.id, &it.locale, on)
            }
            _ => return None,
        };
        Some(Asker { id, token: token.clone(), user, language: language(locale), on })
    }
}

/// The language of somebody whose Discord speaks `locale`.
pub fn language(locale: &str) -> Language {
    let tag = locale.split('-').next().unwrap_or("");
    Language::from_key(tag).unwrap_or(Language::En)
}
