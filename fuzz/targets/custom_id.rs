//! Any text as the custom id of a button, a list or a form: it is refused, or it is written again as something that is
//! read as the same and fits.

use kalologos::check::CardState;
use kalologos::discord::Idea;
use kalologos::ui::{Action, FormAction, MAX_CUSTOM_ID_CHARS};

fn fits(custom_id: &str) {
    assert!(custom_id.encode_utf16().count() <= MAX_CUSTOM_ID_CHARS, "{custom_id}");
}

pub fn run(custom_id: &str) {
    if let Ok(action) = Action::decode(custom_id) {
        let written = action.encode();
        fits(&written);
        // A forged id may be too long; what we write of it is cut once and for all.
        let again = Action::decode(&written).map(|action| action.encode());
        assert_eq!(again.as_ref(), Ok(&written));
    }
    if let Ok(action) = FormAction::decode(custom_id) {
        let written = action.encode();
        fits(&written);
        let again = FormAction::decode(&written).map(|action| action.encode());
        assert_eq!(again.as_ref(), Ok(&written));
    }
    if let Ok((action, state)) = CardState::read(custom_id) {
        let written = state.written(action);
        fits(&written);
        let again = CardState::read(&written).map(|(action, state)| state.written(action));
        assert_eq!(again.as_ref(), Ok(&written));
    }
    if let Some(idea) = Idea::read(custom_id) {
        fits(&idea.written());
        assert_eq!(Idea::read(&idea.written()), Some(idea));
    }
}
