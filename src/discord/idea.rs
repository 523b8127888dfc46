//! The answer under a posted draft, with a button: which message it is about, and whose.

use serenity::model::id::{ChannelId, MessageId, UserId};

use super::outgoing::{Button, Message, Row};
use crate::model::Language;
use crate::ui::talk;

/// A change to what such a button carries takes the next number.
const BEGIN: &str = "idea.1.";

/// A posted draft about which there is something to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idea {
    /// Where it was posted.
    pub channel: ChannelId,
    pub message: MessageId,
    /// Who wrote it: nobody else sees its card.
    pub author: UserId,
}

impl Idea {
    /// What its button carries.
    pub fn written(self) -> String {
        format!("{BEGIN}{}.{}.{}", self.channel, self.message, self.author)
    }

    /// What a button carries; `None` if it is another button.
    pub fn read(custom_id: &str) -> Option<Idea> {
        let mut ids = custom_id.strip_prefix(BEGIN)?.split('.').map(id);
        let idea = Idea {
            channel: ChannelId::new(ids.next()??),
            message: MessageId::new(ids.next()??),
            author: UserId::new(ids.next()??),
        };
        ids.next().is_none().then_some(idea)
    }
}

/// What everybody sees under a posted draft: that there is a suggestion, and not a word of it.
pub fn idea_message(idea: Idea, language: Language) -> Message {
    let button = Button {
        custom_id: idea.written(),
        label: talk::SEE_IDEA.to(language).to_owned(),
        is_next: false,
        can_press: true,
    };
    Message {
        content: talk::IDEA_FOR_YOU.to(language).to_owned(),
        rows: vec![Row::Buttons(vec![button])],
        ..Message::default()
    }
}

/// Zero is not an id, and making one of it would panic.
fn id(written: &str) -> Option<u64> {
    written.parse().ok().filter(|id| *id != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let idea = Idea {
            channel: ChannelId::new(u64::MAX - 1),
            message: MessageId::new(2),
            author: UserId::new(3),
        };
        assert_eq!(idea.written(), "idea.1.18446744073709551614.2.3");
        assert!(idea.written().len() <= 100);
        assert_eq!(Idea::read(&idea.written()), Some(idea));
        for forged in [
            "", "idea.1.", "idea.1.1.2", "idea.1.1.2.0", "idea.1.1.2.3.4", "idea.2.1.2.3",
            "idea.1.-1.2.3",
        ] {
            assert_eq!(Idea::read(forged), None, "{forged}");
        }
    }
}
