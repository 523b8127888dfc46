//! Text from outside made safe to show: it can't move the cursor, colour the screen or turn the writing around.

/// The text without control characters; line breaks and tabs stay.
pub(super) fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|sign| !turns(*sign)).map(visible).collect()
}

/// The same for a single line, where a tab is four spaces wide and a line break a space.
pub fn plain_line(line: &str) -> String {
    plain(line).replace('\t', "    ").replace('\n', " ")
}

fn visible(sign: char) -> char {
    if sign.is_control() && !matches!(sign, '\n' | '\t') {
        char::REPLACEMENT_CHARACTER
    } else {
        sign
    }
}

/// Signs that turn the direction of the writing.
fn turns(sign: char) -> bool {
    matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
