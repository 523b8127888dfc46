//! What makes a reworded sentence stand: capitals, end marks, spaces, no word or connective twice.

/// Words that join clauses; two of them in a row are one too many.
const JOINS: &[(&str, &[&str])] = &[
    ("el", &["και", "αλλά", "όμως", "ωστόσο", "γιατί", "επειδή", "διότι", "ή", "αν", "ότι"]),
    ("en", &["and", "but", "because", "or", "if", "since", "unless", "until"]),
];
/// Pairs of them that are one.
const PAIRS: &[&str] = &[
    "και αν", "αλλά αν", "αλλά και", "ή αν", "ότι αν", "γιατί αν", "and if", "but if", "or if",
    "because if", "and because",
];
/// Words that a sentence can't end with.
const DANGLING: &[(&str, &[&str])] = &[
    ("el", &["να", "ότι", "αν", "και", "αλλά", "ή", "δεν"]),
    ("en", &["to", "if", "and", "but", "the", "because", "or"]),
];

/// What ends a sentence; the English semicolon only parts it.
fn end_marks(language: &str) -> &'static [char] {
    if language == "el" { &['.', '!', ';', '…'] } else { &['.', '!', '?', '…'] }
}

/// The text without what stands in blanks: hints are no sentences.
fn without_hints(text: &str) -> String {
    let mut inside = false;
    let outside = |sign: &char| {
        inside = (inside || *sign == '[') && *sign != ']';
        !inside || *sign == '['
    };
    text.chars().filter(outside).collect()
}

/// What is wrong with a rewrite that was not so in the draft.
pub fn faults(draft: &str, rewrite: &str, language: &str) -> Vec<String> {
    if !balanced(rewrite) {
        return vec!["brackets of a blank".to_owned()];
    }
    let (draft, rewrite) = (&*without_hints(draft), &*without_hints(rewrite));
    let mut faults = Vec::new();
    let mut note = |wrong: bool, what: &str| {
        if wrong {
            faults.push(what.to_owned());
        }
    };
    let new = |sign: &str| rewrite.contains(sign) && !draft.contains(sign);
    note(new("  "), "two spaces");
    for sign in [
        " .", " ,", " !", " ?", " ;", " :", ",.", ",,", ".,", "..", "!!", "??", ";;", ".;", ";.",
        "!.", "?.",
    ] {
        note(new(sign), &format!("“{sign}”"));
    }
    note(lost_end(draft, rewrite, language), "the end mark is gone");
    note(
        small_start(rewrite, language) && !small_start(draft, language),
        "a sentence begins with a small letter",
    );
    let (before, after) = (words(draft), words(rewrite));
    for pair in doubled(&after).into_iter().filter(|pair| !doubled(&before).contains(pair)) {
        faults.push(format!("“{pair}” twice"));
    }
    for pair in joined(&after, language)
        .into_iter()
        .filter(|pair| !joined(&before, language).contains(pair))
    {
        faults.push(format!("“{pair}” together"));
    }
    for word in dangling(&after, language)
        .into_iter()
        .filter(|word| !dangling(&before, language).contains(word))
    {
        faults.push(format!("“{word}” before an end mark"));
    }
    faults
}

/// Whether a text in capitals has a small letter.
pub fn lower_case_left(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

fn lost_end(draft: &str, rewrite: &str, language: &str) -> bool {
    let ends = |text: &str| text.trim_end().ends_with(end_marks(language));
    ends(draft) && !ends(rewrite)
}

fn balanced(text: &str) -> bool {
    let mut open = false;
    for sign in text.chars() {
        match sign {
            '[' if open => return false,
            ']' if !open => return false,
            '[' => open = true,
            ']' => open = false,
            _ => (),
        }
    }
    !open
}

/// Whether a sentence begins with a small letter.
fn small_start(text: &str, language: &str) -> bool {
    let mut starts = true;
    for sign in text.chars() {
        if sign.is_alphanumeric() || sign == '[' {
            if starts && sign.is_lowercase() {
                return true;
            }
            starts = false;
        } else if end_marks(language).contains(&sign) && sign != '…' {
            starts = true;
        }
    }
    false
}

/// The words in small letters, each with the signs behind it; a blank is no word, but parts its neighbours.
fn words(text: &str) -> Vec<(String, String)> {
    let mut words: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for sign in text.to_lowercase().chars() {
        inside = (inside || sign == '[') && sign != ']';
        let letter = !inside && (sign.is_alphanumeric() || sign == '\'' || sign == '’');
        match words.last_mut() {
            Some((word, behind)) if letter && behind.is_empty() => word.push(sign),
            Some((_, behind)) if !letter => behind.push(if inside { '[' } else { sign }),
            _ if letter => words.push((sign.to_string(), String::new())),
            _ => (),
        }
    }
    words
}

fn neighbours(words: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    words
        .windows(2)
        .filter(|pair| pair[0].1 == " ")
        .map(|pair| (pair[0].0.as_str(), pair[1].0.as_str()))
}

fn doubled(words: &[(String, String)]) -> Vec<String> {
    neighbours(words).filter(|(one, other)| one == other).map(|(word, _)| word.to_owned()).collect()
}

fn of<'a>(table: &[(&str, &'a [&'a str])], language: &str) -> &'a [&'a str] {
    table.iter().find(|(name, _)| *name == language).map_or(&[], |(_, words)| words)
}

fn joined(words: &[(String, String)], language: &str) -> Vec<String> {
    let joins = of(JOINS, language);
    let pairs =
        neighbours(words).filter(|(one, other)| joins.contains(one) && joins.contains(other));
    pairs
        .map(|(one, other)| format!("{one} {other}"))
        .filter(|pair| !PAIRS.contains(&pair.as_str()))
        .collect()
}

fn dangling(words: &[(String, String)], language: &str) -> Vec<String> {
    let heavy = of(DANGLING, language);
    let ends = |behind: &str| behind.starts_with(end_marks(language)) || behind.is_empty();
    words
        .iter()
        .filter(|(word, behind)| heavy.contains(&word.as_str()) && ends(behind))
        .map(|(word, _)| word.clone())
        .collect()
}
