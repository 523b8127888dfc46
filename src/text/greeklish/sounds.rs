//! How Greek is typed in Latin letters: every letter or pair with the ways that people have for it.

use std::sync::LazyLock;

/// A Greek letter or pair of letters, folded, and how people type it.
pub(super) struct Sound {
    pub greek: &'static str,
    /// The usual ways; the first is the one by spelling.
    pub usual: &'static [&'static str],
    /// Slips: understood, never written.
    pub slips: &'static [&'static str],
}

const fn sound(
    greek: &'static str,
    usual: &'static [&'static str],
    slips: &'static [&'static str],
) -> Sound {
    Sound { greek, usual, slips }
}

/// Pairs without a usual way of their own are written letter by letter.
#[rustfmt::skip]
pub(super) const SOUNDS: &[Sound] = &[
    sound("αι", &["ai", "e"], &["ae"]),
    sound("αυ", &["au", "av", "af", "ay"], &[]),
    sound("ει", &["ei", "i"], &["h", "y"]),
    sound("ευ", &["eu", "ev", "ef", "ey"], &[]),
    sound("οι", &["oi", "i"], &["h", "y"]),
    sound("ου", &["ou", "u", "oy"], &[]),
    sound("υι", &["yi", "ui", "i"], &[]),
    sound("γγ", &["gg", "gk", "g", "ng"], &[]),
    sound("γκ", &["gk", "g", "gg", "ng"], &["nk"]),
    sound("γι", &[], &["y", "yi"]),
    sound("γξ", &[], &["nks", "n3", "nx", "x"]),
    sound("γχ", &[], &["nx", "nch", "nh"]),
    sound("μπ", &["mp", "b"], &["mb"]),
    sound("ντ", &["nt", "d"], &["nd"]),
    sound("τζ", &[], &["dz", "j"]),
    sound("ββ", &["vv", "v"], &[]),
    sound("κκ", &["kk", "k"], &[]),
    sound("λλ", &["ll", "l"], &[]),
    sound("μμ", &["mm", "m"], &[]),
    sound("νν", &["nn", "n"], &[]),
    sound("ππ", &["pp", "p"], &[]),
    sound("ρρ", &["rr", "r"], &[]),
    sound("σσ", &["ss", "s"], &[]),
    sound("ττ", &["tt", "t"], &[]),
    sound("α", &["a"], &[]),
    sound("β", &["v", "b"], &[]),
    sound("γ", &["g"], &["gh", "y"]),
    sound("δ", &["d", "dh"], &[]),
    sound("ε", &["e"], &["ai"]),
    sound("ζ", &["z"], &[]),
    sound("η", &["h", "i"], &["y", "ei"]),
    sound("θ", &["th", "8", "9", "q"], &[]),
    sound("ι", &["i"], &["h", "y", "ei"]),
    sound("κ", &["k"], &["c"]),
    sound("λ", &["l"], &[]),
    sound("μ", &["m"], &[]),
    sound("ν", &["n"], &[]),
    sound("ξ", &["ks", "x", "3"], &["kx"]),
    sound("ο", &["o"], &["w"]),
    sound("π", &["p"], &[]),
    sound("ρ", &["r"], &[]),
    sound("σ", &["s"], &["c"]),
    sound("τ", &["t"], &[]),
    sound("υ", &["y", "u", "i"], &["h"]),
    sound("φ", &["f", "ph"], &[]),
    sound("χ", &["x", "ch", "h", "kh"], &[]),
    sound("ψ", &["ps", "4"], &[]),
    sound("ω", &["w", "o"], &[]),
    // Of «ό,τι».
    sound(",", &[","], &[]),
];

/// A sound typed in one of its ways, both by number; slips are numbered after the usual ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Typed {
    pub sound: u8,
    pub way: u8,
}

impl Typed {
    pub fn sound(self) -> &'static Sound {
        &SOUNDS[self.sound as usize]
    }

    pub fn is_slip(self) -> bool {
        self.way as usize >= self.sound().usual.len()
    }

    /// The Latin letters.
    pub fn latin(self) -> &'static str {
        let Sound { usual, slips, .. } = self.sound();
        usual.iter().chain(*slips).nth(self.way as usize).copied().unwrap_or("")
    }
}

/// All that can be typed, by its first sign, with its Latin letters.
static BY_FIRST: LazyLock<[Vec<(Typed, &str)>; 128]> = LazyLock::new(|| {
    let mut by_first = [const { Vec::new() }; 128];
    for (sound, Sound { usual, slips, .. }) in (0_u8..).zip(SOUNDS) {
        for (way, latin) in (0_u8..).zip(usual.iter().chain(*slips)) {
            let first = latin.bytes().next().unwrap_or(0);
            by_first[usize::from(first & 0x7f)].push((Typed { sound, way }, *latin));
        }
    }
    by_first
});

/// What a text in Latin letters may begin with, and the letters that it takes up.
pub(super) fn typed_first(latin: &str) -> impl Iterator<Item = (Typed, &'static str)> {
    let first = latin.bytes().next().filter(u8::is_ascii).unwrap_or(0);
    let here = BY_FIRST[usize::from(first)].iter().copied();
    here.filter(move |(_, letters)| latin.starts_with(letters))
}

/// The number of a sound.
pub(super) fn number_of(greek: &str) -> Option<u8> {
    SOUNDS.iter().position(|sound| sound.greek == greek).map(|index| index as u8)
}
