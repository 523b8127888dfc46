//! What Discord takes, by its documentation of August 2026. All lengths are as [`length`] counts them.

/// Text of a message.
pub const CONTENT: usize = 2_000;
/// Embeds of a message.
pub const EMBEDS: usize = 10;
/// Title of an embed.
pub const EMBED_TITLE: usize = 256;
/// Description of an embed.
pub const EMBED_DESCRIPTION: usize = 4_096;
/// All texts of all embeds of a message.
pub const EMBEDS_TOTAL: usize = 6_000;
/// Rows of components.
pub const ROWS: usize = 5;
/// Buttons in a row.
pub const BUTTONS_IN_ROW: usize = 5;
/// Label of a button.
pub const BUTTON_LABEL: usize = 80;
/// What a component carries.
pub const CUSTOM_ID: usize = 100;
/// Options of a list to choose from.
pub const OPTIONS: usize = 25;
/// Label, value and description of an option, and the text that stands in the list.
pub const OPTION_TEXT: usize = 100;
/// Title of a form.
pub const MODAL_TITLE: usize = 45;
/// Boxes of a form.
pub const MODAL_BOXES: usize = 5;
/// Label of a box.
pub const BOX_LABEL: usize = 45;
/// The placeholder of a box.
pub const BOX_PLACEHOLDER: usize = 100;
/// Text of a box.
pub const BOX_VALUE: usize = 4_000;
/// Texts that are offered while one is being typed, and the length of each.
pub const CHOICES: usize = 25;
/// Files of a message.
pub const FILES: usize = 10;
/// One file, in bytes.
pub const FILE_BYTES: usize = 10 << 20;

/// The length of a text as the strictest of Discord's counters has it: an emoji is two.
pub fn length(text: &str) -> usize {
    // One for each byte that begins a character, and one more for each that begins a character of four bytes.
    let units = |byte: u8| usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xf0);
    text.bytes().map(units).sum()
}

/// The text if it fits, else its beginning with an ellipsis.
pub fn clipped(text: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    let mut room = most.saturating_sub(1);
    let fits = |sign: &char| match room.checked_sub(sign.len_utf16()) {
        Some(rest) => {
            room = rest;
            true
        }
        None => false,
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_that_of_utf_16() {
        for text in ["", "abc", "Άννα μου", "3,50 €", "👩‍👩‍👧 ❤️", "\u{ffff}\u{10000}"]
        {
            assert_eq!(length(text), text.encode_utf16().count(), "{text}");
        }
    }

    #[test]
    fn a_clipped_text_fits_and_says_so() {
        for (text, most, expected) in [
            ("Καλημέρα", 8, "Καλημέρα"),
            ("Καλημέρα σας", 8, "Καλημέρ…"),
            ("Καλή μέρα", 6, "Καλή…"),
            ("👩‍👩‍👧", 3, "👩…"),
            ("👩", 1, "…"),
        ] {
            let found = clipped(text, most);
            assert_eq!(found, expected);
            assert!(length(&found) <= most.max(1));
        }
    }
}
