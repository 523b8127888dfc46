//! Greek typed in Latin letters, in habits of different people. Knows nothing of how the program reads it.

/// How somebody types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typist {
    /// Letter by letter as it is spelled: η is h, ω is w.
    BySpelling,
    /// As it sounds: i, o, u, e, b, d.
    BySound,
    /// With figures for letters, and never the same way twice.
    Mixed,
}

impl Typist {
    pub const ALL: [Typist; 3] = [Typist::BySpelling, Typist::BySound, Typist::Mixed];

    /// Ways for a letter or a pair, folded; the first fits where only one is wanted.
    #[rustfmt::skip]
    fn ways(self, greek: &str) -> &'static [&'static str] {
        let (spelling, sound, mixed): (&[&str], &[&str], &[&str]) = match greek {
            "αι" => (&["ai"], &["e"], &["ai", "ai", "e"]),
            "ει" => (&["ei"], &["i"], &["ei", "i"]),
            "οι" => (&["oi"], &["i"], &["oi", "i"]),
            "ου" => (&["ou"], &["u"], &["ou", "u", "oy"]),
            "αυ" => (&["au"], &["af"], &["au", "ay", "av"]),
            "ευ" => (&["eu"], &["ef"], &["eu", "ey", "ev"]),
            "μπ" => (&["mp"], &["b"], &["mp", "b"]),
            "ντ" => (&["nt"], &["d"], &["nt", "d"]),
            "γκ" => (&["gk"], &["g"], &["gk", "g"]),
            "γγ" => (&["gg"], &["g"], &["gg", "gk", "ng"]),
            "α" => (&["a"], &["a"], &["a"]),
            "β" => (&["v"], &["v"], &["b", "v"]),
            "γ" => (&["g"], &["g"], &["g"]),
            "δ" => (&["d"], &["d"], &["d", "dh"]),
            "ε" => (&["e"], &["e"], &["e"]),
            "ζ" => (&["z"], &["z"], &["z"]),
            "η" => (&["h"], &["i"], &["h", "i"]),
            "θ" => (&["th"], &["th"], &["8", "8", "th"]),
            "ι" => (&["i"], &["i"], &["i"]),
            "κ" => (&["k"], &["k"], &["k"]),
            "λ" => (&["l"], &["l"], &["l"]),
            "μ" => (&["m"], &["m"], &["m"]),
            "ν" => (&["n"], &["n"], &["n"]),
            "ξ" => (&["ks"], &["x"], &["3", "ks", "x"]),
            "ο" => (&["o"], &["o"], &["o"]),
            "π" => (&["p"], &["p"], &["p"]),
            "ρ" => (&["r"], &["r"], &["r"]),
            "σ" => (&["s"], &["s"], &["s"]),
            "τ" => (&["t"], &["t"], &["t"]),
            "υ" => (&["y"], &["i"], &["y", "u", "i"]),
            "φ" => (&["f"], &["f"], &["f", "ph"]),
            "χ" => (&["x"], &["h"], &["x", "ch"]),
            "ψ" => (&["ps"], &["ps"], &["ps", "4"]),
            "ω" => (&["w"], &["o"], &["w", "o"]),
            _ => return &[],
        };
        match self {
            Typist::BySpelling => spelling,
            Typist::BySound => sound,
            Typist::Mixed => mixed,
        }
    }

    /// The text as this person would type it; the seed decides where there is a choice.
    pub fn types(self, greek: &str, seed: u64) -> String {
        let letters: Vec<char> = greek.chars().collect();
        let mut random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut latin = String::new();
        let mut at = 0;
        while at < letters.len() {
            let (base, upper) = bare(letters[at]);
            let next = letters.get(at + 1).map(|next| bare(*next).0);
            let doubled = next == Some(base) && "βκλμνπρστ".contains(base);
            if doubled && self == Typist::BySound {
                at += 1;
                continue;
            }
            let apart =
                accented(letters[at]) || letters.get(at + 1).is_some_and(|it| dialytika(*it));
            let pair = next.filter(|_| !apart).map(|next| format!("{base}{next}"));
            let pair = pair.filter(|pair| !self.ways(pair).is_empty());
            let length = if pair.is_some() { 2 } else { 1 };
            let ways = self.ways(&pair.unwrap_or_else(|| base.to_string()));
            random = random.rotate_left(13).wrapping_mul(0xd129_0d3d_8f1b_9cb5).wrapping_add(7);
            match ways.get((random >> 33) as usize % ways.len().max(1)) {
                Some(way) if upper => {
                    let shouted = letters.get(at + 1).is_some_and(|next| next.is_uppercase());
                    let head = way.get(..1).unwrap_or("").to_uppercase();
                    let tail = way.get(1..).unwrap_or("");
                    latin += &head;
                    latin += &if shouted { tail.to_uppercase() } else { tail.to_owned() };
                }
                Some(way) => latin += way,
                None if letters[at] == ';' => latin.push('?'),
                None if letters[at] == '·' => latin.push('.'),
                None => latin.push(letters[at]),
            }
            at += length;
        }
        latin
    }
}

/// The letter in lower case without its accents, and whether it was a capital.
fn bare(letter: char) -> (char, bool) {
    use unicode_normalization::UnicodeNormalization;
    let base = letter.nfd().next().unwrap_or(letter);
    let lower = base.to_lowercase().next().unwrap_or(base);
    (if lower == 'ς' { 'σ' } else { lower }, letter.is_uppercase())
}

fn accented(letter: char) -> bool {
    use unicode_normalization::UnicodeNormalization;
    letter.nfd().any(|mark| mark == '\u{301}')
}

fn dialytika(letter: char) -> bool {
    use unicode_normalization::UnicodeNormalization;
    letter.nfd().any(|mark| mark == '\u{308}')
}
