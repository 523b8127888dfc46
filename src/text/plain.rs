//! Makes text from outside safe to show: it can't move the cursor, colour the screen or reverse the writing.

/// The text without control characters; line breaks and tabs stay.
pub fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|sign| !turns(*sign)).map(visible).collect()
}

/// The same for a single line, where a tab is four spaces wide and a line break a space.
pub fn plain_line(line: &str) -> String {
    // Letters and the like, which is nearly every line: nothing in it begins as what is looked for below.
    if line.bytes().all(|byte| byte >= b' ' && byte != 0x7f && byte != 0xc2 && byte != 0xe2) {
        return line.to_owned();
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_can_do_nothing_to_a_screen() {
        for (line, expected) in [
            ("Δεν μπορώ, ΠΡΟΪΟΝ e\u{301} 👩", "Δεν μπορώ, ΠΡΟΪΟΝ e\u{301} 👩"),
            ("α\tβ\r\nγ\nδ", "α    β γ δ"),
            ("\u{1b}[2J\u{7f}\u{85}\r", "\u{fffd}[2J\u{fffd}\u{fffd}\u{fffd}"),
            ("\u{202e}α\u{2066}β\u{200f} €", "αβ €"),
        ] {
            assert_eq!(plain_line(line), expected);
        }
    }
}
