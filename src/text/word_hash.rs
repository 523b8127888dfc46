//! The hash of a folded word, by which vocabularies look it up without comparing letters first.

/// An odd number without a pattern, as rustc's own hasher has one; words are compared exactly afterwards.
const MULTIPLIER: u64 = 0xf135_7aea_2e62_a9c5;

/// The hash of folded letters: eight bytes at a step, since most words have no more.
#[inline]
pub(super) fn hash(letters: &[u8]) -> u32 {
    let mut hash = 0;
    let mut rest = letters;
    while let Some((step, more)) = rest.split_first_chunk::<8>() {
        hash = mix(hash, u64::from_le_bytes(*step));
        rest = more;
    }
    let hash = mix(hash, fewer_than_eight(rest));
    (hash >> 32) as u32
}

#[inline]
fn mix(hash: u64, letters: u64) -> u64 {
    (hash.rotate_left(23) ^ letters).wrapping_mul(MULTIPLIER)
}

/// The bytes as one number; nothing is copied for it.
#[inline]
fn fewer_than_eight(letters: &[u8]) -> u64 {
    match (letters, letters.first_chunk::<4>(), letters.last_chunk::<4>()) {
        (_, Some(first), Some(last)) => {
            // The two overlap in bytes that are the same in both.
            let end = 8 * (letters.len().min(8) - 4);
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << end
        }
        ([one, two, three], ..) => u64::from(*one) | u64::from(*two) << 8 | u64::from(*three) << 16,
        ([one, two], ..) => u64::from(*one) | u64::from(*two) << 8,
        ([one], ..) => u64::from(*one),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{fewer_than_eight, hash};

    #[test]
    fn a_few_bytes_are_read_as_one_number() {
        for length in 0..8 {
            let bytes: Vec<u8> = (1..=length).collect();
            let mut whole = [0; 8];
            whole[..bytes.len()].copy_from_slice(&bytes);
            assert_eq!(fewer_than_eight(&bytes), u64::from_le_bytes(whole), "{length} bytes");
        }
    }

    #[test]
    fn words_that_differ_seldom_meet() {
        let mut seen = HashSet::new();
        let mut low = HashSet::new();
        let letters = ["α", "ε", "k", "t", "σ", "ω", "1", "'"];
        for one in letters {
            for two in letters {
                for three in letters {
                    for end in ["", "ουμε", "ing", "ομασταν"] {
                        let word = hash([one, two, three, end].concat().as_bytes());
                        seen.insert(word);
                        low.insert(word & 0xfff);
                    }
                }
            }
        }
        assert_eq!(seen.len(), 8 * 8 * 8 * 4);
        // Thrown at random, 2,048 words would fill some 1,600 of 4,096 places.
        assert!(low.len() > 1_500, "{}", low.len());
    }
}
