//! Any text as the description of a card that comes back from Discord, and as a draft that a card carries: nothing breaks,
//! and what is carried comes back byte for byte.

use kalologos::discord::{draft_as_block, draft_of_card, draft_with_marks};

pub fn run(text: &str) {
    // What is read of a forged card is a draft like any other: a card of its own carries it.
    let forged = draft_of_card(text);
    for draft in [Some(text), forged.as_deref()].into_iter().flatten() {
        let middle = draft.floor_char_boundary(draft.len() / 2);
        let carried =
            [draft_with_marks(draft, std::slice::from_ref(&(0..middle))), draft_as_block(draft)];
        for description in carried.into_iter().flatten() {
            // Discord cuts white space from both ends.
            assert_eq!(draft_of_card(description.trim()).as_deref(), Some(draft));
        }
    }
}
