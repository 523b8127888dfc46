//! What people put around the words of a cell: numbers, bullets, dashes, quotes.

/// Quotes and signs of emphasis, with what closes them.
const PAIRS: [(&str, &str); 19] = [
    ("«", "»"),
    ("»", "«"),
    ("“", "”"),
    ("„", "“"),
    ("„", "”"),
    ("‟", "”"),
    ("”", "”"),
    ("\"", "\""),
    ("‘", "’"),
    ("‚", "‘"),
    ("‚", "’"),
    ("‹", "›"),
    ("'", "'"),
    ("`", "`"),
    ("**", "**"),
    ("__", "__"),
    ("~~", "~~"),
    ("*", "*"),
    ("_", "_"),
];
/// Quotes of which one alone is a slip. An apostrophe is none of them.
const LONE_QUOTES: [char; 9] = ['«', '»', '“', '”', '„', '‟', '"', '‹', '›'];
/// Bullets that nobody writes for anything else.
const BULLETS: &[char] = &[
    '•', '‣', '▪', '▫', '●', '○', '◦', '■', '□', '◆', '◇', '·', '∙', '►', '▶', '➤', '➢', '❖', '✓',
    '✔', '✗', '✘', '✖', '❌', '✅', '☑', '☐', '☒', '⛔', '🚫', '👎', '👍', '→', '➔', '➜', '➡', '⇒',
    '★', '☆', '\u{f0b7}', '\u{f0a7}', '\u{fe0f}',
];
/// Boxes of a list to tick off, as they are typed.
const CHECKBOXES: [&str; 4] = ["[ ]", "[x]", "[X]", "[✓]"];
/// Signs that are a bullet where a space follows.
const DASHES: [char; 9] = ['-', '–', '—', '−', '‐', '‑', '*', '+', '>'];
/// How people write "number" before one.
const NUMEROS: [&str; 6] = ["Νο", "No", "Nr", "Αρ", "αρ", "nr"];
/// Endings of a number that tells a place: «1η», "2nd".
const ORDINALS: [&str; 8] = ["ος", "ο", "η", "ον", "st", "nd", "rd", "th"];
/// The longest number of a list, in digits.
const MAX_DIGITS: usize = 3;

/// A cell without the number, bullet, dash and quotes around its text, line by line.
pub fn bare(cell: &str) -> String {
    cell.lines().map(bare_line).collect::<Vec<_>>().join("\n")
}

/// The same of one line.
pub fn bare_line(line: &str) -> String {
    let mut text = line.trim().to_owned();
    loop {
        let marked = without_number(without_greek_number(without_bullet(&text)));
        let next = without_quotes(without_end_dash(marked).trim());
        if next == text || !next.contains(char::is_alphanumeric) {
            return text;
        }
        text = next;
    }
}

/// Whether a text says nothing but numbers and signs.
pub fn is_number(text: &str) -> bool {
    !text.contains(char::is_alphabetic)
}

/// `④`, `1️⃣`, `🔟`: a number that is one sign.
fn without_number_sign(text: &str) -> &str {
    let is_circled = |sign: char| matches!(sign, '①'..='⒛' | '⓪'..='⓿' | '❶'..='➓' | '🔟');
    if let Some(rest) = text.strip_prefix(is_circled) {
        return rest.trim_start_matches(['\u{fe0f}', '.', ')']).trim_start();
    }
    let digits = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    match digits.strip_prefix(['\u{fe0f}', '\u{20e3}']) {
        Some(rest) if digits.len() < text.len() => rest.trim_start_matches('\u{20e3}').trim_start(),
        _ => text,
    }
}

fn without_bullet(text: &str) -> &str {
    let text = without_number_sign(text);
    let boxed = CHECKBOXES.iter().find_map(|sign| text.strip_prefix(sign));
    let trimmed = boxed.unwrap_or(text).trim_start_matches(BULLETS).trim_start();
    let rest = trimmed.trim_start_matches(DASHES);
    if rest.starts_with(char::is_whitespace) { rest.trim_start() } else { trimmed }
}

fn without_end_dash(text: &str) -> &str {
    let bare = text.trim_end_matches(['-', '–', '—', '−', '|', '•']);
    if bare.ends_with(char::is_whitespace) { bare.trim_end() } else { text }
}

/// `1.`, `2)`, `(3)`, `1.2.`, `1η.`, `№ 4`, `α)`, `iv.` before words; «24 ώρες» and «3.5 ευρώ» have none.
fn without_number(text: &str) -> &str {
    if let Some(words) = without_numero(text) {
        return words;
    }
    let inner = text.strip_prefix('(').unwrap_or(text);
    let Some(end) = inner.find(|sign: char| !sign.is_alphanumeric()) else { return text };
    let (mark, mut rest) = inner.split_at(end);
    let mark = ORDINALS.iter().find_map(|ending| mark.strip_suffix(ending)).unwrap_or(mark);
    let digits = mark.chars().all(|sign| sign.is_ascii_digit());
    if digits && mark.len() <= MAX_DIGITS && !mark.is_empty() {
        while let Some((more, after)) = sub_number(rest) {
            let _: &str = more;
            rest = after;
        }
    } else if !is_letter_mark(mark) {
        return text;
    }
    let closed = rest.starts_with(')') || rest.starts_with("ο)") || text.len() > inner.len();
    // «1.1 Δεν» is a number of a list, «3.5 ευρώ» an amount.
    let is_listed = digits && inner.get(end..) != Some(rest) && begins_sentence(rest);
    let after = if is_listed { Some(rest) } else { after_mark(rest, digits) };
    let Some(after) = after else { return text };
    let words = after.trim_start();
    let apart = words.len() < after.len() || (digits && words.starts_with(char::is_uppercase));
    // «α. » begins a list, «Α. Παπαδόπουλος» a name, «Α. Δεν μπορώ» and «Β. Σωπάστε» a list again.
    let is_name = || words.split_whitespace().count() < 2 && !is_spoken(words);
    let is_mark = digits || closed || mark.starts_with(char::is_lowercase) || !is_name();
    if apart && is_mark && words.contains(char::is_alphabetic) { words } else { text }
}

/// What stands after `№ 4`, `#4`, `[5]` and «Νο 4:».
fn without_numero(text: &str) -> Option<&str> {
    if let Some((number, words)) = text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let is_number = !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit());
        let begins = words.trim_start().starts_with(char::is_uppercase);
        let fits = is_number && number.len() <= MAX_DIGITS && begins;
        return fits.then(|| words.trim_start());
    }
    let named = NUMEROS.iter().find_map(|name| text.strip_prefix(name));
    let is_named = |rest: &str| rest.trim_start().starts_with(|sign: char| sign.is_ascii_digit());
    let named = named.map(|rest| rest.trim_start_matches('.')).filter(|rest| is_named(rest));
    let rest = named.or_else(|| text.strip_prefix(['№', '#']))?.trim_start();
    let words = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let after = words.trim_start_matches(['.', ')', ':', '-', '–']);
    let is_number = words.len() < rest.len() && rest.len() - words.len() <= MAX_DIGITS;
    let apart = after.starts_with(char::is_whitespace);
    (is_number && apart && after.contains(char::is_alphabetic)).then(|| after.trim_start())
}

fn begins_sentence(rest: &str) -> bool {
    rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase)
}

/// `.2` of `1.2.`
fn sub_number(rest: &str) -> Option<(&str, &str)> {
    let after = rest.strip_prefix('.')?;
    let end = after.find(|sign: char| !sign.is_ascii_digit())?;
    let (digits, after) = after.split_at(end);
    (!digits.is_empty() && digits.len() <= MAX_DIGITS && after.starts_with(['.', ')', ' ']))
        .then_some((digits, after))
}

fn after_mark(rest: &str, digits: bool) -> Option<&str> {
    if let Some(after) = [".-", ".)", ")-", "."].iter().find_map(|sign| rest.strip_prefix(sign)) {
        return Some(after);
    }
    if let Some(after) = rest.strip_prefix([')', ']']) {
        return Some(after);
    }
    let after = rest.trim_start().strip_prefix(['-', '–', '—', ':'])?;
    (digits && after.starts_with(char::is_whitespace)).then_some(after)
}

/// «στ΄», «Β΄»: a Greek number, with its sign after it.
fn without_greek_number(text: &str) -> &str {
    let end = text.find(|sign: char| !sign.is_alphabetic()).unwrap_or(text.len());
    let (mark, rest) = text.split_at(end);
    let is_short = (1..=2).contains(&mark.chars().count());
    let Some(rest) = rest.strip_prefix(['΄', 'ʹ', '\u{374}', '´', '′']).filter(|_| is_short)
    else {
        return text;
    };
    let words = rest.trim_start_matches([')', '.', ':', '-']);
    match words.starts_with(char::is_whitespace) && words.contains(char::is_alphabetic) {
        true => words.trim_start(),
        false => text,
    }
}

fn is_letter_mark(mark: &str) -> bool {
    const ROMAN: [&str; 9] = ["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"];
    // In capitals Greek and Latin letters look alike: «ΙΙ.», "IV."
    let latin: String = mark.chars().map(|sign| if sign == 'Ι' { 'I' } else { sign }).collect();
    let roman = latin.to_lowercase().replace('χ', "x");
    mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic)
        || ROMAN.contains(&roman.as_str()) && (roman == mark || !mark.contains(char::is_lowercase))
}

/// Whether a single word is not a name: it ends as verbs do that speak to somebody or of the one who speaks.
fn is_spoken(word: &str) -> bool {
    let bare = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    bare.len() < word.len()
        || ["τε", "με", "ται", "ω", "ώ"].iter().any(|ending| bare.ends_with(ending))
}

/// The text without quotes around all of it; an end mark after them stays.
fn without_quotes(text: &str) -> String {
    for (open, close) in PAIRS {
        let Some(inner) = text.strip_prefix(open) else { continue };
        let tail_at = inner.trim_end_matches(['.', ',', ';', '!', '?', '…', '\u{37e}']).len();
        let (inner, tail) = inner.split_at(tail_at);
        let Some(inner) = inner.trim_end().strip_suffix(close) else { continue };
        if inner.contains(char::is_alphanumeric) && !has_quote(inner, open, close) {
            let inner = inner.trim();
            let ended = inner.ends_with(['.', ';', '!', '?', '…', '\u{37e}']);
            return if ended { inner.to_owned() } else { format!("{inner}{tail}") };
        }
    }
    let quotes = text.matches(LONE_QUOTES).count();
    if quotes == 1 { text.trim_matches(LONE_QUOTES).trim().to_owned() } else { text.to_owned() }
}

/// Whether a text ends or begins another quotation inside; an apostrophe between letters does not.
fn has_quote(inner: &str, open: &str, close: &str) -> bool {
    if matches!(close, "'" | "’") {
        let signs: Vec<char> = inner.chars().collect();
        return signs.windows(3).any(|three| match three {
            [before, sign, after] => {
                close.contains(*sign) && !(before.is_alphabetic() && after.is_alphabetic())
            }
            _ => false,
        });
    }
    inner.contains(open) || inner.contains(close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_the_words_goes() {
        for (cell, expected) in [
            ("1. Κάνετε φασαρία", "Κάνετε φασαρία"),
            ("1.Κάνετε φασαρία", "Κάνετε φασαρία"),
            ("12) Δεν γίνεται.", "Δεν γίνεται."),
            ("(3) Δεν γίνεται", "Δεν γίνεται"),
            ("1.2. Δεν γίνεται", "Δεν γίνεται"),
            ("4 - Δεν γίνεται", "Δεν γίνεται"),
            ("α) Δεν γίνεται", "Δεν γίνεται"),
            ("b. We can't", "We can't"),
            ("iv. We can't", "We can't"),
            ("• Δεν γίνεται", "Δεν γίνεται"),
            ("- Δεν γίνεται", "Δεν γίνεται"),
            ("— Δεν γίνεται", "Δεν γίνεται"),
            ("– «Δεν γίνεται»", "Δεν γίνεται"),
            ("2. «Δεν γίνεται».", "Δεν γίνεται."),
            ("“We can't do that”", "We can't do that"),
            ("'We can't do that'", "We can't do that"),
            ("„Δεν γίνεται“", "Δεν γίνεται"),
            ("‹Δεν γίνεται›", "Δεν γίνεται"),
            ("**Δεν γίνεται**", "Δεν γίνεται"),
            ("❌ Δεν γίνεται", "Δεν γίνεται"),
            ("«Δεν γίνεται", "Δεν γίνεται"),
            ("Δεν γίνεται –", "Δεν γίνεται"),
            ("• Δεν γίνεται\n• Δεν ξέρω", "Δεν γίνεται\nΔεν ξέρω"),
            ("1) 2) Δεν γίνεται", "Δεν γίνεται"),
            ("→ Δεν γίνεται", "Δεν γίνεται"),
            ("1η. Δεν γίνεται", "Δεν γίνεται"),
            ("2ο) Δεν γίνεται", "Δεν γίνεται"),
            ("№ 5 Δεν γίνεται", "Δεν γίνεται"),
            ("#12. Δεν γίνεται", "Δεν γίνεται"),
            ("[x] Δεν γίνεται", "Δεν γίνεται"),
            ("[ ] Δεν γίνεται", "Δεν γίνεται"),
            ("Γ. Δεν γίνεται", "Δεν γίνεται"),
            ("Β) Δεν γίνεται", "Δεν γίνεται"),
            ("④ Δεν γίνεται", "Δεν γίνεται"),
            ("❷ Δεν γίνεται", "Δεν γίνεται"),
            ("1️⃣ Δεν γίνεται", "Δεν γίνεται"),
            ("🔟 Δεν γίνεται", "Δεν γίνεται"),
            ("Νο 4: Δεν γίνεται", "Δεν γίνεται"),
            ("No. 12 Δεν γίνεται", "Δεν γίνεται"),
            ("[5] Δεν γίνεται", "Δεν γίνεται"),
            ("στ΄ Δεν γίνεται", "Δεν γίνεται"),
            ("Ζ΄. Δεν γίνεται", "Δεν γίνεται"),
            ("Β. Σωπάστε", "Σωπάστε"),
            ("ΙΙ. Δεν γίνεται", "Δεν γίνεται"),
            ("IV. We can't help", "We can't help"),
            // What looks like it and is not.
            ("[5] μέρες", "[5] μέρες"),
            ("[ώρα] Δευτέρα", "[ώρα] Δευτέρα"),
            ("No problem", "No problem"),
            ("Νοέμβριος 4", "Νοέμβριος 4"),
            ("Γ. Νικολάου", "Γ. Νικολάου"),
            ("2026 ήταν καλή χρονιά", "2026 ήταν καλή χρονιά"),
            ("«Όχι» ή «Μπα»", "«Όχι» ή «Μπα»"),
            ("24 ώρες", "24 ώρες"),
            ("3.5 ευρώ", "3.5 ευρώ"),
            ("Α. Παπαδόπουλος", "Α. Παπαδόπουλος"),
            ("Δεν μπορώ...", "Δεν μπορώ..."),
            ("____", "____"),
            ("-", "-"),
            ("7", "7"),
            ("'Ντάξει", "'Ντάξει"),
            ("Ό,τι θέλετε", "Ό,τι θέλετε"),
        ] {
            assert_eq!(bare(cell), expected, "{cell}");
        }
    }
}
