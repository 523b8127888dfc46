//! Files that were sound until a few things in them changed, through the command for uploads.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use fake_discord::Person;

use crate::MOST_MIB;
use crate::book::Book;
use crate::mutated::{Chance, mutated as workbook, seeds};
use crate::stage::{Crowd, Stage};

const WORKBOOKS: usize = 2_500;
const RULE_FILES: usize = 4_000;
/// Files that are handed in at the same time; each by another team, for each has so many uploads a minute.
const AT_ONCE: usize = 4;
const TEAMS: usize = 160;
/// Of what can be activated, one in so many is, and then a reply is checked.
const ACTIVATED: usize = 5;
const DRAFT: &str = "Δεν γίνεται, δεν μπορώ. Sorry, I can't. Το πακέτο χάθηκε, ηρεμήστε.";
/// What the bot says where something of its own broke.
const OUR_FAULT: &str = "Κάτι χάλασε από τη δική μου πλευρά";
const SOONER: &str = "Ήρθαν πολλά αρχεία";
/// Put in the place of what stands in a rule file.
const ODD: [&str; 20] = [
    ": ", "- ", "\n", "\n  ", "|", ">", "&a ", "*a", "{", "}", "[", "]", "\"", "'", "#", "<μπορώ>",
    "(α|β)", "{τι}", "\u{202e}", "99999999999999999999",
];

/// What came of the files, by the first words of the answer.
type Answers = BTreeMap<String, usize>;

/// Hands all of them in.
pub async fn mutated(seed: u64) -> ExitCode {
    let mut stage = Stage::set(None, Crowd { servers: TEAMS, people: 1 }).await;
    let begun = Instant::now();
    let mut chance = Chance(seed.max(1));
    let (books, texts) = (books(), rule_files());
    let mut answers = Answers::new();
    let mut longest = Duration::ZERO;
    let all: Vec<(&str, Vec<u8>)> = (0..WORKBOOKS + RULE_FILES)
        .map(|number| match number {
            0..WORKBOOKS => (name(number), workbook(&books, &mut chance)),
            _ => ("ομάδα.yaml", rule_file(&texts, &mut chance)),
        })
        .collect();
    let leads: Vec<Person> = stage.leads();
    for (batch, files) in all.chunks(AT_ONCE).enumerate() {
        let tasks: Vec<_> = (files.iter().cloned().enumerate())
            .map(|(at, (name, bytes))| {
                let number = batch * AT_ONCE + at;
                let lead = leads[number % leads.len()].clone();
                tokio::spawn(async move { handed_in(&lead, name, &bytes, number).await })
            })
            .collect();
        for task in tasks {
            let (said, took) = task.await.expect("every file is answered");
            longest = longest.max(took);
            *answers.entry(said).or_default() += 1;
        }
        if !stage.lives() {
            println!("the bot is gone in batch {batch}");
            return ExitCode::FAILURE;
        }
    }
    let (peak, panics) = (stage.peak(), stage.panics());
    println!(
        "seed {seed}: {WORKBOOKS} workbooks and {RULE_FILES} rule files in {:.0?}",
        begun.elapsed()
    );
    answers.iter().for_each(|(said, times)| println!("{times:6} × {said}"));
    println!("crashes 0, panics {panics}, longest {longest:.1?}, peak {peak} MiB");
    let is_sound = panics == 0 && !answers.contains_key(OUR_FAULT) && peak <= MOST_MIB;
    if is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What the bot says to a file, and how long that takes.
async fn handed_in(lead: &Person, name: &str, bytes: &[u8], number: usize) -> (String, Duration) {
    let begun = Instant::now();
    let asked = lead.send_slash_with_files("rules add", &[], &[("file", name, bytes)]).await;
    let answer = asked.answer().await;
    let took = begun.elapsed();
    let can_activate = answer.buttons().contains(&"Ενεργοποίηση".to_owned());
    if can_activate && number.is_multiple_of(ACTIVATED) {
        answer.press("Ενεργοποίηση").await;
        lead.slash("check", &[("draft", DRAFT)]).await;
    }
    let shown = answer.shown();
    let kind = match name.rsplit('.').next() {
        Some("yaml") => "rule file",
        _ => "workbook",
    };
    let said = if shown.contains(OUR_FAULT) {
        OUR_FAULT.to_owned()
    } else if shown.contains(SOONER) {
        "too many a minute".to_owned()
    } else if can_activate {
        format!("{kind}: a report, to activate")
    } else if answer.buttons().is_empty() {
        format!("{kind}: refused")
    } else {
        format!("{kind}: a report, to mend")
    };
    (said, took)
}

fn name(number: usize) -> &'static str {
    ["α.xlsx", "α.xlsx", "α.ods", "α.docx"][number % 4]
}

/// Workbooks, documents and spreadsheets to begin with.
fn books() -> Vec<Book> {
    let mut books = seeds(Vec::new());
    let text = |text: &str| format!("<text:p>{text}</text:p>");
    let cell = |inner: &str| format!("<table:table-cell>{}</table:table-cell>", text(inner));
    let row = |one: &str, other: &str| {
        format!("<table:table-row>{}{}</table:table-row>", cell(one), cell(other))
    };
    let rows: String = (0..20).map(|at| row(&format!("δεν γίνεται {at}"), "ας το δούμε")).collect();
    let content = format!(
        r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="A">{rows}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    let empty = || Book { parts: Vec::new() };
    let sheet = empty().with("mimetype", mimetype).with("content.xml", content);
    let text =
        |text: &str| format!("<w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |at: usize| {
        format!("<w:tr>{}{}</w:tr>", text(&format!("δεν ξέρω {at}")), text("θα το μάθω"))
    };
    let rows: String = (0..20).map(row).collect();
    let document = format!("<w:document><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>");
    let document =
        empty().with("[Content_Types].xml", "<Types/>").with("word/document.xml", document);
    // As often as the others.
    books.extend([sheet.clone(), document.clone(), sheet, document]);
    books
}

/// Rule files to begin with: of the tests, sound and not, and of the packs.
fn rule_files() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders =
        ["tests/bad_rules", "tests/conversations", "tests/tables", "rules/el", "rules/en"];
    let files = folders.iter().flat_map(|folder| root.join(folder).read_dir().unwrap());
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    // Folders are in no order.
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).filter(|it| it.len() > 200).collect()
}

/// One of the files with up to five changes.
fn rule_file(texts: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = texts[chance.below(texts.len())].clone();
    for _ in 0..=chance.below(5) {
        let start = chance.below(bytes.len());
        let end = (start + 1 + chance.below(120)).min(bytes.len());
        let odd = ODD[chance.below(ODD.len())].as_bytes().to_vec();
        match chance.below(8) {
            0 => {
                bytes.iter_mut().skip(start).take(1).for_each(|byte| *byte ^= 1 << chance.below(8))
            }
            1 => drop(bytes.drain(start..end)),
            2 => {
                let slice = bytes[start..end].repeat(1 + chance.below(300));
                drop(bytes.splice(start..start, slice));
            }
            3 => bytes.truncate(start.max(100)),
            4 => {
                let other = &texts[chance.below(texts.len())];
                let from = chance.below(other.len());
                let to = (from + chance.below(2_000)).min(other.len());
                drop(bytes.splice(start..end, other[from..to].to_vec()));
            }
            _ => drop(bytes.splice(start..end.min(start + 12), odd)),
        }
    }
    bytes
}
