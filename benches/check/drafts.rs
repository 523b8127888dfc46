//! Drafts as support teams write them, and drafts that nobody sane would write.

use super::random::Random;
use super::words::Language;

/// Drafts of one measurement.
pub const DRAFTS: usize = 10_000;

/// Drafts of 60 to 600 characters; every tenth holds one of the phrases.
pub fn drafts(
    language: Language,
    words: &[String],
    instances: &[String],
    count: usize,
) -> Vec<String> {
    let mut random = Random::new(instances.len() as u64 + 1_000);
    (0..count)
        .map(|number| {
            let phrase =
                (number % 10 == 0).then(|| instances[random.below(instances.len())].clone());
            draft(&mut random, language, words, phrase)
        })
        .collect()
}

fn draft(
    random: &mut Random,
    language: Language,
    words: &[String],
    phrase: Option<String>,
) -> String {
    let length = random.between(60, 600);
    // The phrase may stand anywhere; where it would come too late it stands at the end.
    let mut due = phrase.as_ref().map(|_| random.below(length));
    let (mut text, mut chars) = (String::new(), 0);
    while chars < length {
        let sentence = random.between(4, 14);
        for place in 0..sentence {
            let next = match (&phrase, due) {
                (Some(phrase), Some(at))
                    if at <= chars || chars + phrase.chars().count() >= length =>
                {
                    due = None;
                    phrase.clone()
                }
                _ => words[random.rank(words.len())].clone(),
            };
            let next = if place == 0 { capitalized(&next) } else { next };
            let comma = place + 1 < sentence && random.percent(8);
            chars += next.chars().count() + 1;
            text.push_str(&next);
            text.push_str(if comma { ", " } else { " " });
            if chars >= length {
                break;
            }
        }
        text.truncate(text.trim_end_matches([' ', ',']).len());
        text.push_str(match (random.below(12), language) {
            (0, Language::Greek) => "; ",
            (0, Language::English) => "? ",
            (1, _) => "! ",
            (2, _) => ".\n",
            (3, _) => ".\n\n",
            _ => ". ",
        });
    }
    text.truncate(text.trim_end().len());
    text
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// What an attacker, a broken keyboard or a pasted log may hold, each of 100,000 characters.
pub fn hostile() -> Vec<(&'static str, String)> {
    const KINDS: &[(&str, &str)] = &[
        ("one long word", "α"),
        ("opening quotes", "«"),
        ("closing quotes", "»"),
        ("straight quotes", "\""),
        ("quoted words", "«α β γ» "),
        ("nested quotes", "«„“"),
        ("backticks", "`"),
        ("backticks apart", "` "),
        ("growing backticks", ""),
        ("opening brackets", "["),
        ("bracket and letter", "[α"),
        ("blanks", "[α] "),
        ("links without end", "[α]("),
        ("mentions", "@a"),
        ("mentions apart", "@a "),
        ("angle brackets", "<"),
        ("tags", "<@1>"),
        ("colons", ":"),
        ("colons and letters", "a:"),
        ("schemes", "a://"),
        ("schemes in a row", "http://a."),
        ("quoted lines", ">\n"),
        ("quoted line of words", "> α\nβ "),
        ("new lines", "\n"),
        ("spaces", " "),
        ("tabs and lines", "\n \t"),
        ("stars", "*"),
        ("stars and letters", "*α"),
        ("emphasis run", "α***"),
        ("combining marks", "α\u{301}\u{308}\u{342}"),
        ("only combining marks", "\u{301}"),
        ("zero width", "\u{200b}"),
        ("emoji", "🙂"),
        ("emoji and words", "🙂 δεν "),
        ("families", "👩\u{200d}👩\u{200d}👧"),
        ("dots", "."),
        ("dotted letters", "α."),
        ("domains", "a.bc"),
        ("domains apart", "ab.cd "),
        ("numbers", "3,5."),
        ("apostrophes", "'"),
        ("apostrophes and letters", "α'"),
        ("hyphens", "-"),
        ("hyphen and space", "- "),
        ("commas", ", "),
        ("words and commas", "α, "),
        ("mixed scripts", "μπoρώ "),
        ("one mixed word", "μo"),
        ("Cyrillic", "на "),
        ("CJK", "漢字"),
        ("Hangul", "한글 "),
        ("capitals", "ΔΕΝ ΜΠΟΡΩ ΝΑ "),
        ("cannot to", "δεν μπορώ να "),
        ("cannot", "δεν μπορώ "),
        ("cannot, many gaps", "δεν μπορώ να το κάνω τώρα αλλά "),
        ("cannot, sentences", "Δεν μπορώ να το κάνω. "),
        ("not", "δεν "),
        ("movable words", "δυστυχώς τώρα "),
        ("clitics", "σας το "),
        ("to", "να "),
        ("wrong", "κάνετε λάθος "),
        ("wrong, no spaces", "κάνετελάθος"),
        ("must", "πρέπει να "),
        ("questions", "δεν μπορώ να; "),
        ("list", "δεν μπορώ να α, β, γ ή δ, "),
        ("English", "we can't do that because "),
        ("contractions", "can't "),
        ("homographs", "πως που η "),
    ];
    let text = |(name, piece): &(&'static str, &str)| match *name {
        "growing backticks" => (*name, growing_ticks()),
        name => (name, piece.chars().cycle().take(LONGEST).collect()),
    };
    let mut all: Vec<(&'static str, String)> = KINDS.iter().map(text).collect();
    all.push(("noise", noise()));
    all
}

const LONGEST: usize = kalologos::text::MAX_DRAFT_CHARS;

/// Runs of backticks, no two of one length.
fn growing_ticks() -> String {
    let mut text: String = (1..).take(440).map(|length| "`".repeat(length) + " ").collect();
    text.truncate(LONGEST);
    text
}

/// Signs and words in no order.
fn noise() -> String {
    let mut random = Random::new(5);
    let mut text = String::new();
    while text.chars().count() < LONGEST {
        (0..1_000).for_each(|_| text.push_str(random.pick(PIECES)));
    }
    text.chars().take(LONGEST).collect()
}

/// Short drafts of signs and words in no order.
pub fn noises(count: usize) -> Vec<String> {
    let mut random = Random::new(6);
    let mut one = |_| {
        let pieces = random.between(1, 30);
        (0..pieces).map(|_| random.pick(PIECES)).collect()
    };
    (0..count).map(&mut one).collect()
}

const PIECES: &[&str] = &[
    "δεν ", "μπορώ ", "να ", "«", "»", "`", "[", "](", ")", "@a", "<", ">", "\n", ":", "https://",
    "…", "*", "\u{301}", "\u{308}", "🙂", "'", "a.b", "αλλά ", "τώρα ", "λάθος ", "κάνετε ", "\"",
    "“", "”", "--", "3,5", "ΔΕΝ ", "ΐ", "ά", "Σ", "ς ", "o", "μ", "п", "\u{200b}", "ᾶ", "n",
    "can't ", "we ", "Π", ". ", ", ", "; ", "!", "?", "\r\n", "\n\n", "\t", " ", "γι'", "π.χ.",
    "10:30", "漢", "한", "ß", "İ", "ﬁ", "α\u{301}", "> ", "№", "~~", "του ", "σας το στείλω ",
    "είναι δυνατόν ", "we can't do ", "policy ", "όχι. ", "αν ", "ποτέ ", "ΠΟΤΕ ",
];
