//! From byte offsets to code points.

/// Bytes between two counts that are kept.
const BLOCK: usize = 64;

/// The code points of a text, counted once: every offset after that takes the same short time.
pub(super) struct CodePoints<'a> {
    bytes: &'a [u8],
    /// Code points before each block.
    before: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut count = 0;
        let mut before = Vec::with_capacity(bytes.len() / BLOCK + 1);
        for block in bytes.chunks(BLOCK) {
            before.push(count);
            count += starts(block);
        }
        before.push(count);
        CodePoints { bytes, before }
    }

    /// How many code points stand before a byte offset.
    pub(super) fn at(&self, offset: usize) -> usize {
        let offset = offset.min(self.bytes.len());
        let block = offset / BLOCK;
        let rest = self.bytes.get(block * BLOCK..offset).unwrap_or(&[]);
        self.before.get(block).copied().unwrap_or(0) + starts(rest)
    }
}

/// The bytes that begin a code point.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_counts_the_characters_before_it() {
        let decomposed = "Δε\u{301}ν μπορω\u{301} 👩‍👩‍👧 να σας βοηθη\u{301}σω σήμερα";
        let long = decomposed.repeat(40);
        for text in ["", "a", "δ", "👩‍👩‍👧", decomposed, &long, &"x".repeat(BLOCK), &"ά".repeat(BLOCK)]
        {
            let points = CodePoints::new(text);
            for (count, (offset, _)) in text.char_indices().enumerate() {
                assert_eq!(points.at(offset), count, "{offset} of {text:?}");
            }
            assert_eq!(points.at(text.len()), text.chars().count());
            assert_eq!(points.at(usize::MAX), text.chars().count());
        }
    }
}
