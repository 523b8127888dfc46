//! Text from people made safe to show on Discord: it formats nothing, mentions nobody, links nowhere,
//! hides nothing and can't turn the direction of the writing.
//!
//! Nothing is lost: [`unescaped`] gives the text back byte for byte, so that a card can carry a draft.

/// Inserted where a link or a mention would begin, and keeps the ends of a text from being trimmed. In
/// escaped text it stands for nothing, since every one that was in the text is spelled out.
const BREAK: char = '\u{200b}';
/// Precedes the five characters that spell out a character which is not shown as itself.
const SPELLED: char = '\u{2060}';
/// Sixteen invisible characters that Discord keeps, for the digits of a code point.
const DIGITS: std::ops::RangeInclusive<char> = '\u{fe00}'..='\u{fe0f}';
/// Digits of one spelled-out character.
const DIGIT_COUNT: u32 = 5;

/// Characters that markdown may read wherever they are.
const MARKDOWN: [char; 8] = ['\\', '*', '_', '~', '|', '`', '<', '['];

/// A text for a message, escaped so that nothing of it is lost.
pub fn escaped(text: &str) -> String {
    let mut out = Escaping::with_room_for(text);
    out.push_all(text);
    out.out
}

/// The same for a text that is shown without its invisible part, such as a phrase.
pub fn shown(text: &str) -> String {
    let mut out = Escaping::with_room_for(text);
    text.split(is_trick).for_each(|visible| out.push_all(visible));
    out.out
}

/// A text where Discord reads no markdown, such as a label: what shows nothing or turns the writing is made visible, on one
/// line.
pub fn label(text: &str) -> String {
    let visible = |sign: char| match sign {
        '\n' | '\t' => ' ',
        sign if is_trick(sign) => char::REPLACEMENT_CHARACTER,
        sign => sign,
    };
    text.chars().map(visible).collect()
}

/// The text of an escaped one; unescaped `*` and `_` are marks and no part of it. `None` if nobody
/// escaped it so.
pub fn unescaped(escaped: &str) -> Option<String> {
    let mut out = String::with_capacity(escaped.len());
    let mut signs = escaped.chars();
    while let Some(sign) = signs.next() {
        match sign {
            BREAK | '*' | '_' => (),
            SPELLED => out.push(spelled(&mut signs)?),
            '\\' => out.push(signs.next()?),
            sign => out.push(sign),
        }
    }
    Some(out)
}

/// A text inside a block of code: markdown means nothing there, but three back-ticks would end it.
pub fn in_block(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut ticks = 0;
    let mut rest = text;
    loop {
        let (plain, after) = split_plain(rest);
        if !plain.is_empty() {
            out.push_str(plain);
            ticks = 0;
        }
        let mut signs = after.chars();
        let Some(sign) = signs.next() else { return out };
        rest = signs.as_str();
        if sign == '`' && ticks == 2 {
            out.push(BREAK);
            ticks = 0;
        }
        ticks = if sign == '`' { ticks + 1 } else { 0 };
        if is_trick(sign) { push_spelled(&mut out, sign) } else { out.push(sign) }
    }
}

/// The text of one in a code block.
pub fn from_block(block: &str) -> Option<String> {
    let mut out = String::with_capacity(block.len());
    let mut signs = block.chars();
    while let Some(sign) = signs.next() {
        match sign {
            BREAK => (),
            SPELLED => out.push(spelled(&mut signs)?),
            sign => out.push(sign),
        }
    }
    Some(out)
}

/// Whether somebody who copies the text out of a block of code has just the text.
pub fn is_exact_in_block(text: &str) -> bool {
    in_block(text) == text
}

/// Keeps the ends of an escaped text from being trimmed.
pub fn with_ends(escaped: &str) -> String {
    format!("{BREAK}{escaped}{BREAK}")
}

/// Whether [`with_ends`] made it and both ends are there.
pub fn has_ends(text: &str) -> bool {
    text.chars().count() > 1 && text.starts_with(BREAK) && text.ends_with(BREAK)
}

/// Text that is being escaped, piece by piece.
#[derive(Debug, Default)]
pub struct Escaping {
    out: String,
    line: Line,
    /// The last character was the colon that a link needs.
    after_colon: bool,
}

/// How much of a line was seen: markdown reads some characters only at its beginning.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Nothing but spaces.
    #[default]
    Start,
    /// A number, as in a list.
    Number,
    Within,
}

impl Escaping {
    /// Nothing escaped yet, and room for this text, of which most needs no escape.
    pub fn with_room_for(text: &str) -> Escaping {
        let out = String::with_capacity(text.len() + text.len() / 8 + 16);
        Escaping { out, ..Escaping::default() }
    }

    /// Escapes a text that goes on where the last one ended.
    pub fn push_all(&mut self, text: &str) {
        let mut rest = text;
        loop {
            if self.line == Line::Within {
                let (plain, after) = split_plain(rest);
                self.out.push_str(plain);
                self.after_colon &= plain.is_empty();
                rest = after;
            }
            let mut signs = rest.chars();
            let Some(sign) = signs.next() else { return };
            self.push(sign);
            rest = signs.as_str();
        }
    }

    /// A mark of our own, which [`unescaped`] leaves out: stars and underscores only.
    pub fn push_mark(&mut self, mark: &str) {
        self.out.push_str(mark);
    }

    /// What was escaped so far.
    pub fn finish(self) -> String {
        self.out
    }

    fn push(&mut self, sign: char) {
        if is_trick(sign) {
            push_spelled(&mut self.out, sign);
            return;
        }
        let begins = matches!(sign, '#' | '>' | '-' | '+') && self.line == Line::Start;
        let lists = matches!(sign, '.' | ')') && self.line == Line::Number;
        if MARKDOWN.contains(&sign) || begins || lists {
            self.out.push('\\');
        }
        self.out.push(sign);
        self.line = match sign {
            '\n' => Line::Start,
            ' ' | '\t' if self.line == Line::Start => Line::Start,
            '0'..='9' if self.line != Line::Within => Line::Number,
            _ => Line::Within,
        };
        // `://` begins a link; `@` may mention everyone.
        let links = sign == '/' && self.after_colon;
        if links || sign == '@' {
            self.out.push(BREAK);
        }
        self.after_colon = sign == ':';
    }
}

/// A text in two: what begins it and means nothing to anybody within a line, and the rest. Most of a text is
/// such, and is then copied in one step.
fn split_plain(text: &str) -> (&str, &str) {
    let is_plain = |byte: &u8| PLAIN.get(usize::from(*byte)) == Some(&true);
    text.split_at(text.bytes().take_while(|byte| is_plain(byte)).count())
}

/// The bytes of letters and of a few characters between them. All that begin with 0xCE and 0xCF are Greek letters; a
/// byte from the middle of a character comes only after one of these, so a run of plain bytes ends between characters.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let ascii = byte as u8;
        plain[byte] = ascii.is_ascii_alphabetic()
            || matches!(ascii, b' ' | b',' | b'!' | b'?' | b';' | b'\'')
            || matches!(ascii, 0x80..=0xbf | 0xce | 0xcf);
        byte += 1;
    }
    plain
};

fn push_spelled(out: &mut String, sign: char) {
    out.push(SPELLED);
    for digit in (0..DIGIT_COUNT).rev() {
        let value = (u32::from(sign) >> (4 * digit)) & 0xf;
        out.extend(DIGITS.clone().nth(value as usize));
    }
}

fn spelled(signs: &mut impl Iterator<Item = char>) -> Option<char> {
    let mut code = 0;
    for _ in 0..DIGIT_COUNT {
        let sign = signs.next().filter(|sign| DIGITS.contains(sign))?;
        code = (code << 4) | (u32::from(sign) - u32::from(*DIGITS.start()));
    }
    char::from_u32(code)
}

/// A character that shows nothing, moves the text or hides what is there. Those that join emoji and
/// letters of some scripts are none.
fn is_trick(sign: char) -> bool {
    match sign {
        '\n' | '\t' => false,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => {
            true
        }
        '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' => true,
        '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' => true,
        '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => true,
        sign => sign.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_markdown_would_read_is_plain() {
        for (text, expected) in [
            ("Δεν μπορώ.", "Δεν μπορώ."),
            ("**έντονα** και _πλάγια_", r"\*\*έντονα\*\* και \_πλάγια\_"),
            ("||κρυφό|| ~~σβηστό~~", r"\|\|κρυφό\|\| \~\~σβηστό\~\~"),
            ("# Τίτλος\n  > λόγια\n- ένα", "\\# Τίτλος\n  \\> λόγια\n\\- ένα"),
            ("-# μικρά", "\\-# μικρά"),
            ("1. ένα\n12) δύο\n3,50 €", "1\\. ένα\n12\\) δύο\n3,50 €"),
            ("α - β # γ > δ 1.", "α - β # γ > δ 1."),
            ("[εδώ](https://a.gr)", "\\[εδώ](https:/\u{200b}/a.gr)"),
            ("<@123> @everyone", "\\<@\u{200b}123> @\u{200b}everyone"),
            ("`κώδικας`", r"\`κώδικας\`"),
            (r"C:\φάκελος", r"C:\\φάκελος"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn a_phrase_is_shown_without_what_turns_the_writing() {
        assert_eq!(shown("α\u{202e}β\u{200b}γ"), "αβγ");
        assert_eq!(shown("👩\u{200d}👧"), "👩\u{200d}👧");
    }

    #[test]
    fn a_label_shows_what_is_in_it() {
        for (text, expected) in [
            ("Άλλη διατύπωση", "Άλλη διατύπωση"),
            ("α\u{202e}β\u{2066}γ\u{200f}", "α\u{fffd}β\u{fffd}γ\u{fffd}"),
            ("α\u{200b}β\u{ad}\u{feff}\u{0}", "α\u{fffd}β\u{fffd}\u{fffd}\u{fffd}"),
            ("α\nβ\tγ", "α β γ"),
            ("👩\u{200d}👧 ❤\u{fe0f}", "👩\u{200d}👧 ❤\u{fe0f}"),
        ] {
            assert_eq!(label(text), expected);
        }
    }

    #[test]
    fn a_block_is_not_ended_from_inside() {
        for text in ["```", "````````", "a```b``c`", "`", "``"] {
            let block = format!("```\n{}\n```", in_block(text));
            assert_eq!(block.matches("```").count(), 2, "{text}");
            assert_eq!(from_block(&in_block(text)).as_deref(), Some(text));
        }
        assert!(is_exact_in_block("Δεν μπορώ `τώρα`, ``αύριο``."));
        assert!(!is_exact_in_block("```"));
    }
}
