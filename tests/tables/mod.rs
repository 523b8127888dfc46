//! The table with which the project began, as people have it.
#![allow(dead_code, clippy::unwrap_used, reason = "every test binary uses a part of it")]

/// As it is pasted out of its document.
pub const SEED: &str = include_str!("first_day.txt");

/// Its heads in Greek.
pub const HEADS: [&str; 2] = ["Αποφεύγουμε να λέμε", "Προτιμούμε να λέμε"];

/// Its rows.
pub const ROWS: [[&str; 2]; 5] = [
    ["Κάνετε λάθος.", "Το σωστό είναι.."],
    ["Όχι. Δεν μπορεί να γίνει.", "Είναι δυνατόν αν ή Αυτό που γίνεται είναι.."],
    ["Δεν μπορώ...", "Θα μπορούσα αν.."],
    ["Διαφωνώ..", "Συμφωνώ μαζί σας, αλλά..."],
    ["Δεν μπορείτε..", "Μπορείτε να εξυπηρετηθείτε με.."],
];

/// With something between the cells.
pub fn separated(separator: &str, heads: [&str; 2]) -> String {
    let rows = std::iter::once(&heads).chain(&ROWS);
    rows.map(|[avoid, prefer]| {
        if separator == "," {
            format!("\"{avoid}\",\"{prefer}\"\r\n")
        } else {
            format!("{avoid}{separator}{prefer}\r\n")
        }
    })
    .collect()
}

/// As a Greek Excel saves it: semicolons, in Windows-1253.
pub fn greek_csv() -> Vec<u8> {
    encoding_rs::WINDOWS_1253.encode(&separated(";", HEADS)).0.into_owned()
}

/// As a workbook whose first sheet is empty.
pub fn workbook() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().set_name("κενό").unwrap();
    let sheet = workbook.add_worksheet();
    for (row, cells) in std::iter::once(&HEADS).chain(&ROWS).enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            sheet.write(row + 3, column, *cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// As a document of Word's.
pub fn document() -> Vec<u8> {
    use std::io::Write;
    let cell = |text: &&str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row =
        |cells: &[&str; 2]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    let rows: String = std::iter::once(&HEADS).chain(&ROWS).map(row).collect();
    let body = format!("<w:document><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>");
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(body.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

/// An archive that is named like a workbook and unfolds to very much.
pub fn bomb() -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let spaces = vec![b' '; 1 << 20];
    (0..40).for_each(|_| archive.write_all(&spaces).unwrap());
    archive.finish().unwrap().into_inner()
}

/// A rule file with the five slips that people make most.
pub const FIVE_MISTAKES: &str = include_str!("five_mistakes.yaml");

/// The same as somebody mends it after reading the report.
pub fn five_mistakes_mended() -> String {
    FIVE_MISTAKES
        .replace("prefr", "prefer")
        .replace("[ώρα]", "'είμαστε εδώ έως τις πέντε'")
        .replace("πάρτε ξανά\n", "πάρτε ξανά\n    prefer: θα σας πάρουμε εμείς\n")
        .replace("περιμένετε {", "περιμένετε {πόσο}")
        .replace("wrning", "warning")
}

/// A report without the number of good replies that there are to try rules on: it grows.
pub fn without_total(report: &str) -> String {
    let mut text = report.to_owned();
    for before in ["από τις ", "of the "] {
        let mut parts = text.split(before);
        let mut out = parts.next().unwrap_or("").to_owned();
        for part in parts {
            let rest = part.trim_start_matches(|sign: char| sign.is_ascii_digit());
            let total = if rest.len() < part.len() { "…" } else { "" };
            out.push_str(&format!("{before}{total}{rest}"));
        }
        text = out;
    }
    text
}
