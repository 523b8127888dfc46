//! Workbooks that were valid until a few things in them changed; the same each time.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use super::book::{Book, cell, pair};

/// Put in the place of numbers and names.
const ODD: [&str; 14] = [
    "0", "-1", "1048577", "4294967295", "4294967296", "18446744073709551615", "1e308", "NaN",
    "XFD1048576", "A1:XFD1048576", "ZZZZZZZZ9", "&#x10FFFF;", "_xD83D_", "",
];

/// Numbers that look like chance (xorshift).
#[derive(Debug)]
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Below a number.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap()
    }
}

/// A workbook with all that spreadsheets write.
pub fn rich() -> Vec<u8> {
    use rust_xlsxwriter::{Format, Workbook};
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy").set_font_name("Arial");
    workbook.define_name("Sheet1!όριο", "=Sheet1!$A$1:$B$9").unwrap();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "Αποφεύγουμε").unwrap().write_string(0, 1, "Προτιμούμε").unwrap();
    for row in 1..9 {
        sheet.write_string(row, 0, format!("δεν μπορώ {row} & <όχι>")).unwrap();
        sheet.write_string(row, 1, "θα το δούμε\r\nμαζί").unwrap();
        sheet.write_number_with_format(row, 2, 45_000.5 + f64::from(row), &date).unwrap();
        sheet.write_boolean(row, 3, true).unwrap().write_formula(row, 4, "=A1&B1").unwrap();
    }
    sheet.merge_range(10, 0, 11, 2, "μαζί", &date).unwrap();
    workbook.add_worksheet().write_string(3, 3, "άλλο").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// What the mutations begin with.
pub fn seeds(others: Vec<Vec<u8>>) -> Vec<Book> {
    let mut rows: String = (1..20).map(pair).collect();
    rows.push_str(r#"<row><c t="s"><v>0</v></c><c t="n"><v>1.5e3</v></c><c t="str"><v>α&amp;β</v></c><c t="d"><v>2024-01-01</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row>"#);
    rows.push_str(&cell("C30", "<![CDATA[α]]> _x000D_ &#955;"));
    let mut books = vec![Book::new(&rows), Book::open(&rich())];
    books.extend(others.iter().map(|bytes| Book::open(bytes)));
    books
}

/// One of the books with up to four changes in its parts, and at times in its archive.
pub fn mutated(books: &[Book], chance: &mut Chance) -> Vec<u8> {
    let mut book = books[chance.below(books.len())].clone();
    for _ in 0..=chance.below(4) {
        let at = chance.below(book.parts.len());
        let from = chance.below(book.parts.len());
        match chance.below(12) {
            0 => book.parts[at].1 = book.parts[from].1.clone(),
            1 => drop(book.parts.remove(at.min(book.parts.len().saturating_sub(2)))),
            _ => change(&mut book.parts[at].1, chance),
        }
    }
    let mut bytes = book.zip();
    if chance.below(8) == 0 {
        (0..=chance.below(6)).for_each(|_| {
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        });
        // Else it is no workbook to begin with.
        bytes[..4].copy_from_slice(b"PK\x03\x04");
    }
    bytes
}

/// One change in a part.
fn change(part: &mut Vec<u8>, chance: &mut Chance) {
    if part.is_empty() {
        return;
    }
    let start = chance.below(part.len());
    let end = (start + 1 + chance.below(200)).min(part.len());
    let slice = part[start..end].to_vec();
    match chance.below(8) {
        0 => part[start] ^= 1 << chance.below(8),
        1 => drop(part.drain(start..end)),
        2 => drop(part.splice(start..start, slice.repeat(1 + chance.below(2_000)))),
        3 => part.truncate(start),
        4 => odd_element(part, start, chance),
        _ => odd_value(part, start, chance),
    }
}

/// Puts something odd in the place of the next text in quotes or between tags.
fn odd_value(part: &mut Vec<u8>, start: usize, chance: &mut Chance) {
    let opens = |sign: &u8| matches!(sign, b'"' | b'>');
    let closes = |sign: &u8| matches!(sign, b'"' | b'<');
    let Some(open) = part[start..].iter().position(opens) else { return };
    let open = start + open + 1;
    let length = part[open..].iter().position(closes).unwrap_or(0);
    let odd = ODD[chance.below(ODD.len())].repeat(1 + chance.below(3));
    part.splice(open..open + length, odd.into_bytes());
}

/// Doubles the next element, or leaves its end out.
fn odd_element(part: &mut Vec<u8>, start: usize, chance: &mut Chance) {
    let Some(open) = part[start..].iter().position(|sign| *sign == b'<') else { return };
    let open = start + open;
    let length = part[open..].iter().position(|sign| *sign == b'>').map_or(1, |at| at + 1);
    let element = part[open..open + length].to_vec();
    part.splice(open..open, element.repeat(1 + chance.below(400)));
}
