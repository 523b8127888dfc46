//! A team's own table, as people have it, becomes rules that work.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

use std::fmt::Write;
use std::sync::LazyLock;

use crate::tables::{ROWS, SEED, separated};
use encoding_rs::{ISO_8859_7, WINDOWS_1253};
use insta::assert_snapshot;
use kalologos::engine::Scope;
use kalologos::import::{
    Instead, Options, OtherFile, OtherTool, Persons, RowError, Sides, TableError, TableNote, Verbs,
    accented, read_table, rule_file,
};
use kalologos::rules::{Diagnostic, Problem};
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::text::Draft;
use proptest::prelude::*;

static WORDS: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::languages(builtin()).0);
static VERBS: LazyLock<Verbs> = LazyLock::new(|| Verbs::new(WORDS.lexemes_by_case()));

fn file_of(bytes: &[u8], sides: Sides) -> String {
    let options = Options { sides, ..Options::default() };
    let table = read_table(bytes, options).unwrap();
    assert!(table.errors.is_empty(), "{:?}", table.errors);
    let file = rule_file(&table, options, &VERBS);
    assert_eq!(file.lines.len(), table.rows.len());
    file.text
}

fn rule_set(text: String) -> RuleSet {
    let mut rule_set = WORDS.clone();
    let problems = rule_set.add(&[SourceFile { name: "team.yaml".to_owned(), text: text.clone() }]);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    rule_set
}

/// The drafts with what becomes of each.
fn reworded(rule_set: &RuleSet, drafts: &[&str]) -> String {
    let engine = rule_set.engine();
    let mut shown = String::new();
    for draft in drafts {
        let review = engine.check(Draft::new(draft).unwrap(), &Scope::everything());
        writeln!(shown, "{draft}\n  → {}", review.rewrite).unwrap();
    }
    shown
}

#[test]
fn the_table_of_the_first_day_pasted_unchanged_is_five_rules() {
    let text = file_of(SEED.as_bytes(), Sides::AsWritten);
    let rule_set = rule_set(text.clone());
    assert_eq!(rule_set.engine().rules().count(), 5);
    let drafts = [
        "Κάνετε λάθος.",
        "Κάνεις λάθος στην ημερομηνία.",
        "Όχι. Δεν μπορεί να γίνει.",
        "Αυτό δεν μπορεί να γίνει.",
        "Όχι.",
        "Όχι, το στείλαμε χθες.",
        "Δεν μπορώ να σας βοηθήσω σήμερα, κυρία Άννα.",
        "Δεν μπορούμε να το αλλάξουμε, αλλά το κοιτάμε.",
        "Δεν μπορώ.",
        "Διαφωνώ.",
        "Διαφωνούμε με αυτό.",
        "Διαφωνούμε.",
        "Κάνεις λάθος.",
        "Δεν μπορούμε να το αλλάξουμε.",
        "Δεν μπορείτε να πληρώσετε με μετρητά.",
        "Δεν μπορείς να το επιστρέψεις.",
    ];
    assert_snapshot!(format!("{text}\n{}", reworded(&rule_set, &drafts)));
}

#[test]
fn the_same_table_in_other_clothes_gives_the_same_rules() {
    let pasted = file_of(SEED.as_bytes(), Sides::AsWritten);
    let greek = ["Αποφεύγουμε να λέμε", "Προτιμούμε να λέμε"];
    let semicolons = separated(";", greek);
    let utf16: Vec<u8> = format!("\u{feff}{}", separated("\t", greek))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let markdown: String = std::iter::once("| Avoid | Prefer |\n|---|:---:|\n".to_owned())
        .chain(ROWS.iter().map(|[avoid, prefer]| format!("| {avoid} | {prefer} |\n")))
        .collect();
    let tables: [(&str, Vec<u8>); 9] = [
        ("semicolons", semicolons.clone().into()),
        ("with a mark", format!("\u{feff}{semicolons}").into()),
        ("Windows-1253", WINDOWS_1253.encode(&semicolons).0.into_owned()),
        ("ISO-8859-7", ISO_8859_7.encode(&semicolons).0.into_owned()),
        ("UTF-16 with tabs", utf16),
        ("commas", separated(",", ["avoid saying", "say instead"]).into()),
        ("Markdown", markdown.into()),
        ("arrows", ROWS.iter().map(|[a, p]| format!("- {a} → {p}\n")).collect::<String>().into()),
        (
            "tabs, no heads",
            ROWS.iter().map(|[a, p]| format!("{a}\t{p}\n")).collect::<String>().into(),
        ),
    ];
    for (name, bytes) in tables {
        assert_eq!(file_of(&bytes, Sides::AsWritten), pasted, "{name}");
    }
}

#[test]
fn a_workbook_gives_the_same_rules() {
    let pasted = file_of(SEED.as_bytes(), Sides::AsWritten);
    assert_eq!(file_of(&crate::tables::workbook(), Sides::AsWritten), pasted);
}

#[test]
fn the_sides_can_be_swapped() {
    let swapped: String = ROWS.iter().map(|[a, p]| format!("{p}\t{a}\n")).collect();
    assert_eq!(
        file_of(swapped.as_bytes(), Sides::Swapped),
        file_of(SEED.as_bytes(), Sides::AsWritten)
    );
}

#[test]
fn cells_become_phrases_and_wordings() {
    let table = "avoid\tprefer\twhy
Θα σας πάρουμε ... τηλέφωνο\tΘα σας καλέσουμε [πότε]\tΜια ώρα ησυχάζει.
Ηρεμήστε! ή Μη φωνάζετε\tΚαταλαβαίνω πόσο ενοχλητικό είναι ή Ας το δούμε μαζί
Την Πέμπτη ή την Παρασκευή\tΈως την Παρασκευή στις ___
Θέμα (εταιρείας) & [τμήμα]\tΘέμα μας: {το θέμα}.
Κοιτάξτε να δείτε\t—
Σας το είπα\tΜε χαρά σας το λέω ξανά\tΚανείς δεν θέλει να νιώθει ότι 'ρωτά πολλά'.
";
    let text = file_of(table.as_bytes(), Sides::AsWritten);
    let rule_set = rule_set(text.clone());
    let drafts = [
        "Θα σας πάρουμε αύριο το πρωί τηλέφωνο.",
        "Θα σας πάρουμε αύριο τηλέφωνο.",
        "Θα σας πάρουμε τηλέφωνο.",
        "Ηρέμησε! Μη φωνάζετε.",
        "Την Πέμπτη ή την Παρασκευή θα έρθει.",
        "Σου το είπαμε χθες.",
        "Κοιτάξτε να δείτε, το δέμα έφυγε.",
    ];
    assert_snapshot!(format!("{text}\n{}", reworded(&rule_set, &drafts)));
}

#[test]
fn a_row_that_does_not_fit_is_named_by_its_line() {
    let long = "λ".repeat(500);
    let table = format!(
        "avoid;prefer\nΔεν μπορώ;Μπορώ αν\n;Μπορώ\nΔεν ξέρω;\n...;Κάτι\nδεν ΜΠΟΡΩ.;Ξανά\n{long};α\n\"δύο\nγραμμές\";β\n;;;\nμόνη\nα;β\nγ;δ\nε;ζ\n"
    );
    let table = read_table(table.as_bytes(), Options::default()).unwrap();
    assert_eq!(
        table.errors,
        [
            (3, RowError::NoAvoid),
            (4, RowError::NothingToSay),
            (5, RowError::NoWords),
            (6, RowError::Twice { first_line: 2 }),
            (7, RowError::TooLong { limit: 400 }),
            (11, RowError::OneCell),
        ]
    );
    let lines: Vec<usize> = table.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 8, 12, 13, 14]);
}

#[test]
fn what_is_no_table_is_refused() {
    let bomb = crate::tables::bomb();
    let many: String = (0..6_000).map(|row| format!("φράση {row};άλλη\n")).collect();
    for (name, bytes, expected) in [
        ("nothing", Vec::new(), TableError::Empty),
        ("blank lines", b"\n \n".to_vec(), TableError::Empty),
        (
            "a picture",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            TableError::OtherFile(OtherFile::Image),
        ),
        ("a PDF", b"%PDF-1.7\n".to_vec(), TableError::OtherFile(OtherFile::Pdf)),
        (
            "an old workbook",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0".to_vec(),
            TableError::OtherFile(OtherFile::OldOffice),
        ),
        (
            "a web page",
            b"<!DOCTYPE html><table>".to_vec(),
            TableError::OtherFile(OtherFile::WebPage),
        ),
        (
            "a file of Vale",
            b"extends: substitution\nswap:\n  a: b\n".to_vec(),
            TableError::OtherTool(OtherTool::Vale),
        ),
        ("an archive that is no workbook", b"PK\x03\x04nonsense".to_vec(), TableError::BadWorkbook),
        ("an archive that never ends", bomb, TableError::LargeWorkbook),
        ("one column", "δεν μπορώ\nδεν ξέρω\n".into(), TableError::OneColumn),
        ("too many rows", many.into(), TableError::TooManyRows { limit: 5_000 }),
    ] {
        assert_eq!(read_table(&bytes, Options::default()), Err(expected), "{name}");
    }
}

proptest::proptest! {
    #[test]
    fn any_table_becomes_a_file_without_a_problem_or_rows_with_one(
        cells in proptest::collection::vec(("[ -~α-ωά-ώΑ-Ω«».;…\u{300}😀]{0,40}", "[ -~α-ωά-ώ.;…_]{0,40}"), 1..8)
    ) {
        let table: String =
            cells.iter().map(|(avoid, prefer)| format!("{}\t{}\n", avoid.replace(['"', '\t'], ""), prefer.replace(['"', '\t'], ""))).collect();
        if let Ok(table) = read_table(table.as_bytes(), Options::default()) {
            let file = rule_file(&table, Options::default(), &VERBS);
            proptest::prop_assert_eq!(file.lines.len() + file.errors.len(), table.rows.len());
            proptest::prop_assume!(!file.lines.is_empty());
            let mut rule_set = WORDS.clone();
            let problems = rule_set.add(&[SourceFile { name: "team.yaml".to_owned(), text: file.text.clone() }]);
            // Two rows may come to the same rule; nothing else can be wrong with what we wrote ourselves.
            for problem in problems {
                let allowed = matches!(problem.problem, kalologos::rules::Problem::IdTwice { .. } | kalologos::rules::Problem::EmptyFile);
                proptest::prop_assert!(allowed, "{problem:?}\n{}", file.text);
            }
        }
    }
}

/// A table of any cells, some of them as people and programs write them.
fn tables() -> impl Strategy<Value = Vec<Vec<String>>> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "δεν μπορώ να", "κάνετε λάθος", "-", "—", "...", "[κενό]", "{gap}", "<verb>", "<μπορώ:present>", "(a|b)",
            "el/a/b", "πολυ-μακρια-γλωσσα/x", "xx-toolongatag-forasingle/x", "'", "\"", "\\", ": ", "# ", "- ", "|", ">",
            "&a", "*a", "!t", "%", "@", "`", "{", "}", "[", "]", "?", "~", "null", "true", "1e3", "\u{feff}", "\u{fffe}", "\u{85}",
            "\u{2028}", "\u{0}", "\u{7f}", "\u{202e}", "\u{200b}", "😀", "e\u{301}", "\n", "\t", "regex:", "regex: [", "warning",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    let cell = prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat());
    prop::collection::vec(prop::collection::vec(cell, 1..5), 1..8)
}

const HEADS: [&[&str]; 4] = [
    &[],
    &["avoid", "prefer", "why", "level"],
    &["αποφεύγουμε", "λέμε", "γιατί"],
    &["id", "phrases", "prefer", "why", "unless"],
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    /// A phrase may be none that the language of rules knows; but what is written is always a file that can be read.
    #[test]
    fn what_is_written_of_any_table_is_read(rows in tables(), head in 0..HEADS.len(), swapped: bool) {
        let mut all: Vec<Vec<String>> = vec![HEADS[head].iter().map(|it| (*it).to_owned()).collect()];
        all.extend(rows);
        let bytes = kalologos::import::as_csv(&all, b',');
        let sides = if swapped { Sides::Swapped } else { Sides::AsWritten };
        let options = Options { sides, ..Options::default() };
        if let Ok(table) = read_table(&bytes, options) {
            let file = rule_file(&table, options, &VERBS);
            let source = SourceFile { name: "team.yaml".to_owned(), text: file.text.clone() };
            let (_, problems) = WORDS.read(&source);
            // What is wrong with a phrase is told by its row; the file itself can always be read.
            let counts = |it: &&Diagnostic| {
                matches!(
                    it.problem,
                    Problem::NotYaml(_) | Problem::WrongShape { .. } | Problem::UnknownLanguage { .. }
                )
            };
            let refused: Vec<_> = problems.iter().filter(counts).collect();
            prop_assert!(refused.is_empty(), "{refused:?}\n{}", file.text);
        }
    }
}

/// What becomes of a draft where the table alone has a say.
fn by_table(table: &str, draft: &str) -> String {
    by_table_so(table, Options::default(), draft)
}

fn by_table_so(table: &str, options: Options, draft: &str) -> String {
    let read = read_table(table.as_bytes(), options).unwrap();
    let file = rule_file(&read, options, &VERBS);
    let rule_set = rule_set(file.text);
    rule_set.engine().check(Draft::new(draft).unwrap(), &Scope::everything()).rewrite
}

/// Fifty rows as leads write them, each with its phrase as written, in the other number, and in a draft that speaks
/// familiarly: the first is byte for byte what the lead wrote, the others were read one by one.
#[test]
fn a_wording_comes_out_as_written_and_fits_other_persons() {
    let (mut shown, mut held) = (String::new(), Vec::new());
    for line in include_str!("tables/wordings.tsv").lines() {
        let (avoid, prefer) = line.split_once('\t').unwrap();
        let end = if prefer.ends_with(';') { "" } else { "." };
        let own = by_table(line, &format!("{avoid}."));
        if own != format!("{prefer}{end}") {
            assert_eq!(own, format!("{avoid}."), "reworded as written or not at all");
            held.push(avoid);
        }
        let as_written = Options { verbs: Persons::AsWritten, ..Options::default() };
        let literal = by_table_so(line, as_written, &format!("{avoid}."));
        if literal != format!("{prefer}{end}") {
            assert_eq!(literal, format!("{avoid}."), "reworded as written or not at all");
            held.push(prefer);
        }
        writeln!(shown, "{avoid} → {prefer}").unwrap();
        for draft in [others(avoid), format!("{} Ευχαριστώ που μου έγραψες.", others(avoid))]
        {
            let rewrite = by_table(line, &draft);
            let rewrite = if rewrite == draft { "(held back)" } else { &rewrite };
            writeln!(shown, "  {draft} → {rewrite}").unwrap();
        }
    }
    assert_snapshot!(shown);
    assert_eq!(held, Vec::<&str>::new());
}

/// A phrase in the other number of its person.
fn others(phrase: &str) -> String {
    let mut before = "";
    let mut draft = String::new();
    for word in phrase.split(' ') {
        let other = match VERBS.read(word, before) {
            Some(verb) => {
                let lexeme = WORDS.lexemes().find(|it| it.name == verb.name).unwrap();
                let person =
                    kalologos::lexicon::Person { person: verb.person, plural: !verb.plural };
                let spelling = lexeme.spelling(Some(verb.tense), Some(person)).unwrap_or(word);
                if word.starts_with(char::is_uppercase) {
                    kalologos::text::capitalize(spelling)
                } else {
                    spelling.to_owned()
                }
            }
            None => word.to_owned(),
        };
        draft.push_str(&other);
        draft.push(' ');
        before = word;
    }
    format!("{}.", draft.trim_end())
}

/// The phrases and what is said instead, as the table was understood.
fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    let table = read_table(bytes, Options::default()).unwrap();
    assert_eq!(table.errors, [], "{table:?}");
    let said = |row: &kalologos::import::TableRow| match &row.prefer {
        kalologos::import::Instead::Say(said) => said.clone(),
        kalologos::import::Instead::LeaveOut => "-".to_owned(),
    };
    table.rows.iter().map(|row| (row.avoid.clone(), said(row))).collect()
}

#[test]
fn heads_in_two_lines_are_no_rule() {
    let tables = [
        "Φράσεις;;\nΤι αποφεύγουμε;Τι λέμε;Γιατί\n(στον πελάτη);(αντί γι’ αυτό);\nΌλα καλά;Χαίρομαι;\n",
        "Φράση;Φράση\nπρος αποφυγή;που προτιμάμε\nΌλα καλά;Χαίρομαι\n",
        "\"Τι δεν\nλέμε\";\"Τι\nλέμε\"\nΌλα καλά;Χαίρομαι\n",
    ];
    for table in tables {
        let table = read_table(table.as_bytes(), Options::default()).unwrap();
        let rows: Vec<&str> = table.rows.iter().map(|row| row.avoid.as_str()).collect();
        assert_eq!(rows, ["Όλα καλά"]);
    }
}

#[test]
fn every_pair_of_heads_is_known_on_both_sides() {
    for (avoid, prefer) in [
        ("Τι αποφεύγουμε", "Τι λέμε"),
        ("Δεν λέμε", "Λέμε"),
        ("Μη λες", "Πες"),
        ("Όχι", "Ναι"),
        ("Αντί για", "Πείτε"),
        ("Λάθος", "Σωστό"),
        ("Να αποφεύγεται", "Να προτιμάται"),
        ("Αρνητική", "Θετική διατύπωση"),
        ("✗", "✓"),
        ("❌", "✅"),
        ("Don't say", "Say"),
        ("Bad", "Good"),
        ("DON'T", "DO"),
        ("Negative", "Positive"),
        ("No", "Yes"),
        ("Replace this", "With this"),
        ("Φράσεις προς αποφυγή", "Εναλλακτικές"),
        ("Απαγορεύεται", "Προτείνεται"),
        ("Phrases to avoid", "Better phrases"),
        ("What not to say", "What to say instead"),
        ("Παλιά διατύπωση", "Νέα διατύπωση"),
        ("Avoid this", "Our tone"),
        ("Μην πείτε", "Πείτε καλύτερα"),
        ("Κακή φράση", "Καλή φράση"),
        ("Πριν", "Μετά"),
        ("Instead of", "Use"),
        ("Don'ts", "Dos"),
        ("Αποφύγετε", "Προτιμήστε"),
        ("Ακατάλληλο", "Κατάλληλο"),
        ("Τι δεν λέμε", "Τι λέμε στη θέση του"),
        ("Not recommended", "Recommended"),
        ("Wrong", "Right"),
        ("Old wording", "New wording"),
        ("Incorrect", "Correct"),
        ("Να μη λέμε", "Να λέμε"),
        ("👎", "👍"),
        ("Never say", "Always say"),
        ("Αρνητικό", "Θετικό"),
        ("Αδόκιμο", "Δόκιμο"),
        ("Forbidden", "Allowed"),
        ("Μην το λες", "Πες το έτσι"),
        ("Απαράδεκτο", "Αποδεκτό"),
        ("Τι γράφαμε", "Τι γράφουμε πλέον"),
        ("Δεν επιτρέπεται", "Επιτρέπεται"),
        ("Stop saying", "Start saying"),
        ("Κόκκινο", "Πράσινο"),
        ("Τοξικές φράσεις", "Υποστηρικτικές φράσεις"),
        ("Φράσεις που ενοχλούν", "Φράσεις που βοηθούν"),
        ("Λέγαμε", "Λέμε τώρα"),
        ("Κακό παράδειγμα", "Καλό παράδειγμα"),
        ("Ποτέ", "Πάντα"),
        ("Current", "Proposed"),
        ("Unfriendly", "Friendly"),
        ("Rude", "Polite"),
        ("Αγενές", "Ευγενικό"),
        ("Φράση", "Αντικατάσταση"),
        ("Θέλει βελτίωση", "Βελτιωμένο"),
        ("Φράσεις που πληγώνουν ως απαράδεκτες", "Φράσεις που λέμε ευγενικά"),
        ("Εκφράσεις που αποφεύγονται", "Αντιπροτάσεις"),
        ("Ταμπού", "Οκέι"),
        ("Tabu", "OK"),
        ("Nope", "Yep"),
        ("Nope", "Yeah"),
        ("Kill words", "Power words"),
        ("Jargon", "Plain English"),
        ("Ζαργκόν", "Απλή γλώσσα"),
        ("Robot says", "Human says"),
        ("Μηχανικό ύφος", "Ανθρώπινο ύφος"),
        ("Σκληρή διατύπωση", "Ζεστή διατύπωση"),
        ("Source phrase", "Replace with"),
        ("Τι έγραψε ο συνάδελφος", "Τι θα έπρεπε να γράψει"),
        ("Αόριστο", "Σαφές"),
        ("Vague", "Clear"),
    ] {
        let expected = [("Δεν γίνεται".to_owned(), "Ας το δούμε".to_owned())];
        let table = format!("{avoid}\t{prefer}\nΔεν γίνεται\tΑς το δούμε\n");
        assert_eq!(pairs(table.as_bytes()), expected, "{avoid} | {prefer}");
        let table = format!("{prefer};{avoid}\nΑς το δούμε;Δεν γίνεται\n");
        assert_eq!(pairs(table.as_bytes()), expected, "{prefer} | {avoid}");
        let table = format!(
            "Οδηγός ύφους\n\nΑ/Α;{avoid};Κατηγορία;{prefer};Σχόλια\n1;Δεν γίνεται;Γενικά;Ας το δούμε;\n"
        );
        assert_eq!(pairs(table.as_bytes()), expected, "{avoid} | {prefer} below a title");
    }
}

#[test]
fn tables_are_read_in_every_shape() {
    let both = [("Δεν γίνεται", "Ας το δούμε"), ("Δεν ξέρω", "Θα το μάθω")];
    for (name, table) in [
        ("numbers", "1. Δεν γίνεται\t1. Ας το δούμε\n2. Δεν ξέρω\t2. Θα το μάθω\n"),
        ("a column of numbers", "1\tΔεν γίνεται\tΑς το δούμε\n2\tΔεν ξέρω\tΘα το μάθω\n"),
        ("dates beside", "12/3/2026;Δεν γίνεται;Ας το δούμε\n13/3/2026;Δεν ξέρω;Θα το μάθω\n"),
        (
            "a title in Markdown",
            "## Ύφος\n\n| Αποφεύγουμε | Λέμε |\n|---|---|\n| Δεν γίνεται | Ας το δούμε |\n| Δεν ξέρω | Θα το μάθω |\n",
        ),
        (
            "words around Markdown",
            "Ο οδηγός μας:\n\n| Μη λες | Πες |\n|---|---|\n| Δεν γίνεται | Ας το δούμε |\n| Δεν ξέρω | Θα το μάθω |\n\nΚαλή δουλειά\n",
        ),
        ("bullets and arrows", "• «Δεν γίνεται» → «Ας το δούμε»\n• «Δεν ξέρω» → «Θα το μάθω»\n"),
        (
            "quotes",
            "Αντί για;Πείτε\n«Δεν γίνεται»;“Ας το δούμε”\n\"\"\"Δεν ξέρω\"\"\";'Θα το μάθω'\n",
        ),
        ("sep", "sep=;\nΑποφεύγουμε;Λέμε\nΔεν γίνεται;Ας το δούμε\nΔεν ξέρω;Θα το μάθω\n"),
        (
            "## above tabs",
            "## Πρώτη ενότητα\nΔεν λέμε\tΛέμε\nΔεν γίνεται\tΑς το δούμε\n## Δεύτερη\nΔεν ξέρω\tΘα το μάθω\n",
        ),
        (
            "heads again",
            "Δεν λέμε\tΛέμε\nΔεν γίνεται\tΑς το δούμε\nΔεν λέμε\tΛέμε\nΔεν ξέρω\tΘα το μάθω\n",
        ),
        ("Latin letters", "Δεν λέμε\tΛέμε\nΔεv γίνεται\tΑς τo δούμε\nΔεν ξέρω\tΘα το μάθω\n"),
        ("NFD", "Δεν γι\u{301}νεται\tΑς το δου\u{301}με\nΔεν ξε\u{301}ρω\tΘα το μα\u{301}θω\n"),
        (
            "empty columns",
            ";;Αποφεύγουμε;;Λέμε;\n;;Δεν γίνεται;;Ας το δούμε;\n;;Δεν ξέρω;;Θα το μάθω;\n",
        ),
        ("empty lines", "Δεν γίνεται\tΑς το δούμε\n\n\nΔεν ξέρω\tΘα το μάθω\n"),
        ("arrows of signs", "Δεν γίνεται => Ας το δούμε\nΔεν ξέρω => Θα το μάθω\n"),
        ("letters", "α) Δεν γίνεται\tα) Ας το δούμε\nβ) Δεν ξέρω\tβ) Θα το μάθω\n"),
        ("numbers of numbers", "1.1 Δεν γίνεται\t1.1 Ας το δούμε\n1.2 Δεν ξέρω\t1.2 Θα το μάθω\n"),
        ("commas", "\"Δεν γίνεται\",\"Ας το δούμε\"\n\"Δεν ξέρω\",\"Θα το μάθω\"\n"),
        ("bars", "Δεν γίνεται | Ας το δούμε\nΔεν ξέρω | Θα το μάθω\n"),
        ("ends of lines of an old Mac", "Δεν γίνεται\tΑς το δούμε\rΔεν ξέρω\tΘα το μάθω\r"),
        (
            "a category before",
            "Κατηγορία;Αποφεύγουμε;Λέμε\nΆρνηση;Δεν γίνεται;Ας το δούμε\nΆρνηση;Δεν ξέρω;Θα το μάθω\n",
        ),
        (
            "a channel between",
            "Αποφεύγουμε;Κανάλι;Λέμε\nΔεν γίνεται;chat;Ας το δούμε\nΔεν ξέρω;email;Θα το μάθω\n",
        ),
        (
            "numbers and dates before",
            "id;Ημερομηνία;Αποφεύγουμε;Λέμε\n7;1/2/2026;Δεν γίνεται;Ας το δούμε\n8;2/2/2026;Δεν ξέρω;Θα το μάθω\n",
        ),
        (
            "spaces that show nothing",
            "Δεν γίνεται\u{a0}\tΑς το δούμε\nΔεν\u{200b} ξέρω\tΘα το μάθω\u{200b}\n",
        ),
        ("dashes", "- Δεν γίνεται\t- Ας το δούμε\n- Δεν ξέρω\t- Θα το μάθω\n"),
        ("signs", "✗ Δεν γίνεται\t✓ Ας το δούμε\n✗ Δεν ξέρω\t✓ Θα το μάθω\n"),
        (
            "orders on both sides",
            "Μην πείτε «Δεν γίνεται»\tΠείτε «Ας το δούμε»\nΜην πείτε: Δεν ξέρω\tΠείτε: Θα το μάθω\n",
        ),
        (
            "how it is said",
            "Δεν γίνεται (απότομα)\tΑς το δούμε (με ζεστό τόνο)\nΔεν ξέρω\t(ευγενικά) Θα το μάθω\n",
        ),
        ("orders", "Δεν γίνεται\tΠείτε «Ας το δούμε»\nΔεν ξέρω\tΠείτε: «Θα το μάθω»\n"),
        (
            "Markdown with heads that nobody knows",
            "| # | Πρόχειρο | Τελικό |\n|---|---|---|\n| 1 | Δεν γίνεται | Ας το δούμε |\n| 2 | Δεν ξέρω | Θα το μάθω |\n",
        ),
        ("letters of capitals", "Α. Δεν γίνεται\tΑ. Ας το δούμε\nΒ. Δεν ξέρω\tΒ. Θα το μάθω\n"),
        ("ordinals", "1η. Δεν γίνεται\t1η. Ας το δούμε\n2η. Δεν ξέρω\t2η. Θα το μάθω\n"),
        ("arrows as bullets", "→ Δεν γίνεται\t→ Ας το δούμε\n→ Δεν ξέρω\t→ Θα το μάθω\n"),
        ("boxes", "[ ] Δεν γίνεται\t[x] Ας το δούμε\n[ ] Δεν ξέρω\t[x] Θα το μάθω\n"),
    ] {
        let expected = both.map(|(avoid, prefer)| (avoid.to_owned(), prefer.to_owned()));
        assert_eq!(pairs(table.as_bytes()), expected, "{name}");
    }
    let mojibake = WINDOWS_1253.decode("Δεν γίνεται\tΑς το δούμε\n".as_bytes()).0.into_owned();
    assert_eq!(pairs(mojibake.as_bytes())[0].0, "Δεν γίνεται");
    let western = "Δεν γίνεται\tΑς το δούμε\n";
    let western = encoding_rs::WINDOWS_1252.decode(&WINDOWS_1253.encode(western).0).0.into_owned();
    assert_eq!(pairs(western.as_bytes())[0].0, "Δεν γίνεται");
    // Heads that nobody knows differ from all that stands below them.
    for heads in ["ΠΡΟΧΕΙΡΟ;ΤΕΛΙΚΟ", "Πρόχειρο;Τελικό"] {
        let table = format!(
            "{heads}\nΔεν γίνεται.;Ας το δούμε.\nΔεν ξέρω.;Θα το μάθω.\nΔεν μπορώ.;Θα το βρω.\n"
        );
        let read = read_table(table.as_bytes(), Options::default()).unwrap();
        assert_eq!((read.rows.len(), read.layout.is_open), (3, true), "{heads}");
    }
    let second = "Λάθος;Σωστό;Ή\nΔεν γίνεται;Ας το δούμε;Θα το κοιτάξω\n";
    assert_eq!(pairs(second.as_bytes())[0].1, "Ας το δούμε\nΘα το κοιτάξω");
    for heads in [
        "Αποφεύγουμε;Πρόταση 1;Πρόταση 2",
        "Αποφεύγουμε;Λέμε (chat);Λέμε (email)",
        "Αποφεύγουμε;1η λύση;2η λύση",
        "Avoid;Option A;Option B",
        "Avoid;Say in chat;Say by phone",
        "Δεν λέμε;Λέμε;Ή",
    ] {
        let table = format!("{heads}\nΔεν γίνεται;Ας το δούμε;Θα το κοιτάξω\n");
        assert_eq!(pairs(table.as_bytes())[0].1, "Ας το δούμε\nΘα το κοιτάξω", "{heads}");
    }
    let second = "Αποφεύγουμε;Λέμε;Εναλλακτικά\nΔεν γίνεται;Ας το δούμε;Θα το κοιτάξω\n";
    assert_eq!(pairs(second.as_bytes())[0].1, "Ας το δούμε\nΘα το κοιτάξω");
}

#[test]
fn capitals_become_small_letters_with_the_accents_that_are_certain() {
    let table =
        "ΑΠΟΦΕΥΓΟΥΜΕ;ΛΕΜΕ\nΔΕΝ ΓΝΩΡΙΖΩ ΤΙ ΣΥΜΒΑΙΝΕΙ;ΘΑ ΤΟ ΕΛΕΓΞΩ ΑΜΕΣΩΣ, ΚΑΙ ΘΑ ΣΑΣ ΕΝΗΜΕΡΩΣΩ\n";
    let mut table = read_table(table.as_bytes(), Options::default()).unwrap();
    assert_eq!(table.rows[0].avoid, "Δεν γνωριζω τι συμβαινει");
    accented(&mut table, kalologos::team::spellings);
    assert_eq!(table.rows[0].avoid, "Δεν γνωρίζω τι συμβαίνει");
    let said = Instead::Say("Θα το ελέγξω αμέσως, και θα σας ενημερώσω".to_owned());
    assert_eq!(table.rows[0].prefer, said);
    // What was written in small letters is its author's.
    let mut other =
        read_table("Αποφεύγουμε;Λέμε\nΔεν γνωριζω;Ας δουμε\n".as_bytes(), Options::default())
            .unwrap();
    accented(&mut other, kalologos::team::spellings);
    assert_eq!(other.rows[0].avoid, "Δεν γνωριζω");
}

#[test]
fn what_customers_say_makes_no_rules() {
    for heads in [
        "Ο πελάτης λέει\tΑπαντάμε",
        "Customer says\tWe answer",
        "Ερώτηση\tΑπάντηση",
        "Αν ο πελάτης πει\tΕμείς λέμε",
        "Όταν ο πελάτης γράψει\tΗ ομάδα γράφει",
        "Όταν ακούμε\tΛέμε",
        "When you hear\tSay",
        "Customer says\tAgent says",
        "Guests ask\tScript",
        "FAQ\tAnswer",
        "Μήνυμα πελάτη\tΑπάντηση ομάδας",
        "Φράσεις πελατών\tΛέμε",
        "Ο χρήστης γράφει\tΓράφουμε",
        "User wrote\tWe write",
        "Ένσταση\tΑπάντηση",
        "Τι ρώτησε ο πελάτης\tΣενάριο",
    ] {
        let table = format!("{heads}\nΠού είναι το δέμα μου;\tΤο ψάχνω αμέσως.\n");
        let table = read_table(table.as_bytes(), Options::default()).unwrap();
        assert!(table.rows.is_empty(), "{heads}");
        assert_eq!(table.notes, [TableNote::CustomersWords], "{heads}");
    }
}

#[test]
fn heads_further_down_name_the_columns_from_there_on() {
    let both = [("Δεν γίνεται", "Ας το δούμε"), ("Το χάσαμε", "Το αναζητούμε")];
    let expected = both.map(|(avoid, prefer)| (avoid.to_owned(), prefer.to_owned()));
    for table in [
        "Δεν λέμε;Λέμε\nΔεν γίνεται;Ας το δούμε\n\nΛέμε;Δεν λέμε\nΤο αναζητούμε;Το χάσαμε\n",
        "Λέμε;Δεν λέμε\nΑς το δούμε;Δεν γίνεται\nΔεν λέμε;Λέμε\nΤο χάσαμε;Το αναζητούμε\n",
        "Όχι;Ναι\nΔεν γίνεται;Ας το δούμε\nΝαι;Όχι\nΤο αναζητούμε;Το χάσαμε\n",
        "Όχι;Ναι\nΔεν γίνεται;Ας το δούμε\nΌχι;Ναι\nΤο χάσαμε;Το αναζητούμε\n",
        "Avoid\tSay\nΔεν γίνεται\tΑς το δούμε\n#\tΛάθος\tΣωστό\n1\tΤο χάσαμε\tΤο αναζητούμε\n",
        "| Δεν λέμε | Λέμε |\n|---|---|\n| Δεν γίνεται | Ας το δούμε |\n\nΚαι:\n\n| Λέμε | Δεν λέμε |\n|---|---|\n| Το αναζητούμε | Το χάσαμε |\n",
        "| Κακή ατάκα | Καλή ατάκα |\n|---|---|\n| Δεν γίνεται | Ας το δούμε |\n\n| # | Σωστό | Λάθος |\n|---|---|---|\n| 1 | Το αναζητούμε | Το χάσαμε |\n",
        "Δεν γίνεται;Ας το δούμε\nΛέμε;Δεν λέμε\nΤο αναζητούμε;Το χάσαμε\n",
        "Ο πελάτης λέει;Απαντάμε\nΠού είναι;Στον δρόμο\nΔεν λέμε;Λέμε\nΔεν γίνεται;Ας το δούμε\nΤο χάσαμε;Το αναζητούμε\n",
        "Δεν λέμε;Λέμε\nΔεν γίνεται;Ας το δούμε\nΤο χάσαμε;Το αναζητούμε\nΟ πελάτης λέει;Απαντάμε\nΠού είναι;Στον δρόμο\n",
    ] {
        let read = read_table(table.as_bytes(), Options::default()).unwrap();
        let found: Vec<(String, String)> = read
            .rows
            .iter()
            .map(|row| match &row.prefer {
                Instead::Say(said) => (row.avoid.clone(), said.clone()),
                Instead::LeaveOut => (row.avoid.clone(), "-".to_owned()),
            })
            .collect();
        let lacks_heads = table.starts_with("Δεν γίνεται");
        let (found, expected) =
            if lacks_heads { (&found[..], &expected[1..]) } else { (&found[..], &expected[..]) };
        assert_eq!(found, expected, "{table}");
        let is_named = |note: &TableNote| {
            matches!(
                note,
                TableNote::OtherHeads { .. }
                    | TableNote::CustomersFrom { .. }
                    | TableNote::AboveHeads { .. }
            )
        };
        let is_same = table.contains("Ναι\nΤο χάσαμε");
        assert_eq!(read.notes.iter().any(is_named), !is_same, "{table}: {:?}", read.notes);
    }
    // The lead turns the whole file round.
    let table = "Δεν λέμε;Λέμε\nΑς το δούμε;Δεν γίνεται\nΛέμε;Δεν λέμε\nΤο χάσαμε;Το αναζητούμε\n";
    let swapped = Options { sides: Sides::Swapped, ..Options::default() };
    let read = read_table(table.as_bytes(), swapped).unwrap();
    let avoided: Vec<&str> = read.rows.iter().map(|row| row.avoid.as_str()).collect();
    assert_eq!(avoided, ["Δεν γίνεται", "Το χάσαμε"]);
}

#[test]
fn a_lead_says_how_a_table_is_read() {
    use kalologos::import::{Chosen, Heading};
    let table = "α\tΘα το μάθω\tκάτι\tΔεν ξέρω\nβ\tΑς το δούμε\tάλλο\tΔεν γίνεται\n";
    let chosen = Options { columns: Some(Chosen { avoid: 3, prefer: 1 }), ..Options::default() };
    let read = read_table(table.as_bytes(), chosen).unwrap();
    assert_eq!((read.rows.len(), read.rows[0].avoid.as_str()), (2, "Δεν ξέρω"));
    let first = Options { heading: Heading::First, ..chosen };
    assert_eq!(read_table(table.as_bytes(), first).unwrap().rows.len(), 1);
    let none = Options { heading: Heading::None, ..Options::default() };
    assert_eq!(read_table("Όχι\tΝαι\nΜπα\tΒεβαίως\n".as_bytes(), none).unwrap().rows.len(), 2);
    for options in [chosen, first, none, Options { sheet: Some(2), ..chosen }] {
        let words = options.words();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(Options::of_words(&words), options);
    }
}

#[test]
fn rows_that_say_no_phrase_are_named_with_their_lines() {
    let table = "Αποφεύγουμε;Λέμε\r\n\"Δεν\r\nγίνεται\";Ας το δούμε\r\n24;Κάτι\r\n#REF!;Κάτι\r\nΟρολογία;Use plain words or add an explanation\r\nΚάτι άλλο;(omit)\r\n";
    let table = read_table(table.as_bytes(), Options::default()).unwrap();
    assert_eq!(
        table.errors,
        [(4, RowError::OnlyNumbers), (5, RowError::ErrorCell), (6, RowError::Instruction)]
    );
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 7]);
}

#[test]
fn dots_keep_what_follows() {
    let table = "Δεν μπορώ να...\tΘα μπορούσα να... αν είχα [τι χρειάζεται]\nΑρνούμαι...\tΠροτιμώ...\nΤο αρνήθηκε ... χθες\tΤο σκέφτηκε ... χθες\n";
    for (draft, expected) in [
        ("Δεν μπορώ να σας βοηθήσω.", "Θα μπορούσα να σας βοηθήσω αν είχα [τι χρειάζεται]."),
        (
            "Δεν μπορούμε να σας βοηθήσουμε.",
            "Θα μπορούσαμε να σας βοηθήσουμε αν είχαμε [τι χρειάζεται].",
        ),
    ] {
        assert_eq!(by_table(table, draft), expected);
    }
    for (wording, expected) in [
        ("Θα έρθουμε στις ____", "[συμπληρώστε]"),
        ("Θα έρθουμε στις ……", "[συμπληρώστε]"),
        ("Θα έρθουμε στις ΧΧΧ", "[συμπληρώστε]"),
        ("Θα έρθουμε στις XX/XX", "[συμπληρώστε]"),
        ("Θα έρθουμε (αναφέρουμε ημερομηνία)", "[αναφέρουμε ημερομηνία]"),
        ("Θα έρθουμε <ημερομηνία>", "[ημερομηνία]"),
        ("Θα έρθουμε στις..", "[συμπληρώστε]"),
    ] {
        let table =
            read_table(format!("Αργήσαμε\t{wording}").as_bytes(), Options::default()).unwrap();
        let file = rule_file(&table, Options::default(), &VERBS);
        assert!(file.text.contains(expected), "{wording}\n{}", file.text);
        assert!(!file.text.contains(['…', '_', 'Χ']), "{}", file.text);
    }
}

#[test]
fn what_is_left_open_alike_on_both_sides_is_what_the_draft_has() {
    for (table, draft, expected) in [
        (
            "Περιμένετε ΧΧ λεπτά\tΣε ΧΧ λεπτά θα είμαι μαζί σας",
            "Περιμένετε 5 λεπτά.",
            "Σε 5 λεπτά θα είμαι μαζί σας.",
        ),
        (
            "Χρωστάτε [ποσό]\tΤο υπόλοιπο είναι [ποσό]",
            "Χρωστάτε 25,40 €.",
            "Το υπόλοιπο είναι 25,40 €.",
        ),
        (
            "Δεν μπορώ να...\tΜε χαρά θα... μόλις έχω [τι]",
            "Δεν μπορώ να σας το στείλω.",
            "Με χαρά θα σας το στείλω μόλις έχω [τι].",
        ),
        (
            "We can't...\tWe'd be glad to... once [condition]",
            "We can't send it today.",
            "We'd be glad to send it today once [condition].",
        ),
        // Another blank is not the same one.
        ("Περιμένετε ΧΧ λεπτά\tΣε [πόση ώρα] απαντώ", "Περιμένετε 5 λεπτά.", "Περιμένετε 5 λεπτά."),
    ] {
        assert_eq!(by_table(table, draft), expected, "{table}");
    }
}

#[test]
fn loan_words_are_those_of_greek_replies() {
    let table = "Refund\tεπιστροφή χρημάτων\nBug\tσφάλμα\n";
    let file = rule_file(
        &read_table(table.as_bytes(), Options::default()).unwrap(),
        Options::default(),
        &VERBS,
    );
    assert!(file.text.starts_with("language: el\n"), "{}", file.text);
    assert_eq!(by_table(table, "Θα κάνω refund αύριο."), "Θα κάνω επιστροφή χρημάτων αύριο.");
}

#[test]
fn a_day_of_a_wording_is_not_put_beside_that_of_the_draft() {
    let table = "Δεν προλαβαίνω\tΑς το κλείσουμε για αύριο";
    assert_eq!(by_table(table, "Δεν προλαβαίνω."), "Ας το κλείσουμε για αύριο.");
    assert_eq!(by_table(table, "Δεν προλαβαίνω σήμερα."), "Δεν προλαβαίνω σήμερα.");
}

#[test]
fn levels_principles_and_clauses_are_read_by_their_names() {
    for (level, key) in
        [("Σφάλμα", "error"), ("προσοχή", "warning"), ("Ιδέα", "suggestion"), ("High", "error")]
    {
        let table = format!(
            "Αποφεύγουμε;Λέμε;Επίπεδο;Αρχή\nΔεν γίνεται;Ας το δούμε;{level};Θετική γλώσσα\n"
        );
        let read = read_table(table.as_bytes(), Options::default()).unwrap();
        let text = rule_file(&read, Options::default(), &VERBS).text;
        assert!(text.contains(&format!("level: {key}")), "{text}");
        let rule_set = rule_set(text);
        assert_eq!(rule_set.engine().rules().count(), 1);
    }
    for head in ["Όχι σε", "Όχι μέσα σε", "Skip"] {
        let table = format!(
            "Αποφεύγουμε;Λέμε;{head}\nΔεν γίνεται;Ας το δούμε;ερωτήσεις\nΔεν ξέρω;Θα το μάθω;υποθέσεις, λόγια άλλων\n"
        );
        let read = read_table(table.as_bytes(), Options::default()).unwrap();
        let text = rule_file(&read, Options::default(), &VERBS).text;
        assert!(
            text.contains("- 'questions'") && text.contains("- 'conditions'\n      - 'reports'"),
            "{text}"
        );
    }
    let table = "Αποφεύγουμε (φράσεις);Προτιμούμε (διατυπώσεις);Όχι σε\ncan't;could;ερωτήσεις\n";
    let read = read_table(table.as_bytes(), Options::default()).unwrap();
    assert!(rule_file(&read, Options::default(), &VERBS).text.contains("- 'questions'"));
    let table = "Avoid (phrases);Prefer (wordings);Skip;Rule id\ncan't;could;ερωτήσεις;\n";
    let read = read_table(table.as_bytes(), Options::default()).unwrap();
    assert!(rule_file(&read, Options::default(), &VERBS).text.contains("- 'questions'"));
}

#[test]
fn what_a_table_says_and_nobody_knows_is_named() {
    let notes = |table: &str| {
        let read = read_table(table.as_bytes(), Options::default()).unwrap();
        assert!(!read.rows.is_empty(), "{table}");
        read.notes
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        notes(
            "Αποφεύγουμε;Λέμε;Επίπεδο\nΔεν γίνεται;Ας το δούμε;πορτοκαλί\nΔεν ξέρω;Θα το μάθω;ιδέα\n"
        ),
        [TableNote::UnknownLevels { names: names(&["πορτοκαλί"]) }]
    );
    assert_eq!(
        notes("Αποφεύγουμε;Λέμε;Όχι σε\nΔεν γίνεται;Ας το δούμε;ερωτήσεις, γιορτές\n"),
        [TableNote::UnknownClauses { names: names(&["γιορτές"]) }]
    );
    assert_eq!(
        notes("Αποφεύγουμε;Λέμε\nΔεν γίνεται (ειρωνικά);Ας το δούμε (έως 5 MB)\n"),
        [
            TableNote::RemarksLeftOut { texts: names(&["(ειρωνικά)"]) },
            TableNote::BracketsKept { texts: names(&["(έως 5 MB)"]) },
        ]
    );
    assert_eq!(
        notes(
            "Ελληνικά - όχι;Ελληνικά - ναι;English - avoid;English - say\nΔεν γίνεται;Ας το δούμε;It can't be done;Let's see\n"
        ),
        [TableNote::ColumnsLeftOut { names: names(&["English - avoid", "English - say"]) }],
    );
    assert_eq!(
        notes("Αποφεύγουμε;Λέμε;Για τον Νίκο\nΔεν γίνεται;Ας το δούμε;Να το πει αυτός\n"),
        [TableNote::ColumnsLeftOut { names: names(&["Για τον Νίκο"]) }]
    );
    // A category and a number say nothing that is missed.
    assert_eq!(notes("#;Κατηγορία;Αποφεύγουμε;Λέμε\n1;Γενικά;Δεν γίνεται;Ας το δούμε\n"), []);
}

#[test]
fn rows_added_to_an_exported_table_are_read_as_plain_words() {
    let table = "Avoid (phrases);Prefer (wordings);Rule id\n<μπορώ:present:1> {x};θα μπορούσα {x};el/a/b\n1. «Δεν ξέρω...»;Θα μάθω...;\n";
    let read = read_table(table.as_bytes(), Options::default()).unwrap();
    let text = rule_file(&read, Options::default(), &VERBS).text;
    assert!(text.contains("'<μπορώ:present:1> {x}'"), "{text}");
    assert!(
        text.contains("'Δεν <ξέρω:present:1> {rest?}'")
            && text.contains("'Θα <μαθαίνω:subjunctive> {rest?}'"),
        "{text}"
    );
}

#[test]
fn a_wording_is_as_written_for_each_of_several_phrases() {
    const LINE: &str = "Περιμένετε στη γραμμή / Μισό λεπτό";
    const OFFER: &str = "Δεν μπορώ / Δεν γίνεται";
    for (avoid, prefer, draft, expected) in [
        (
            LINE,
            "Μου δίνετε δύο λεπτά για να το δω;",
            "Μισό λεπτό.",
            "Μου δίνετε δύο λεπτά για να το δω;",
        ),
        (
            LINE,
            "Μπορείτε να μου δώσετε δύο λεπτά;",
            "Μισό λεπτό.",
            "Μπορείτε να μου δώσετε δύο λεπτά;",
        ),
        (
            LINE,
            "Μου δίνετε δύο λεπτά για να το δω;",
            "Περιμένετε στη γραμμή.",
            "Μου δίνετε δύο λεπτά για να το δω;",
        ),
        // The register follows all the same.
        (
            LINE,
            "Μου δίνετε δύο λεπτά για να το δω;",
            "Περίμενε στη γραμμή.",
            "Περίμενε στη γραμμή.",
        ),
        (
            LINE,
            "Μου δίνετε δύο λεπτά για να το δω;",
            "Περιμένεις στη γραμμή.",
            "Μου δίνεις δύο λεπτά για να το δω;",
        ),
        ("Μισό λεπτό / Δεν ξέρω", "Θα το ελέγξω", "Μισό λεπτό.", "Θα το ελέγξω."),
        ("Μισό λεπτό / Δεν ξέρω", "Θα το ελέγξω", "Δεν ξέρω.", "Θα το ελέγξω."),
        ("Δεν ξέρω / Δεν έχουμε ιδέα", "Θα το ελέγξω", "Δεν έχουμε ιδέα.", "Θα το ελέγξω."),
        (
            OFFER,
            "Αυτό που μπορώ να κάνω δεν είναι έτοιμο",
            "Δεν γίνεται.",
            "Αυτό που μπορώ να κάνω δεν είναι έτοιμο.",
        ),
        // Whoever writes "I" follows the draft, though «μισό λεπτό» has no person.
        ("Μισό λεπτό / Δεν ξέρω", "Θα το ελέγξω", "Δεν ξέρουμε.", "Θα το ελέγξουμε."),
        // Where all phrases have the same person, another one follows.
        ("Δεν ξέρω / Δεν έχω ιδέα", "Θα το ελέγξω", "Δεν έχουμε ιδέα.", "Θα το ελέγξουμε."),
    ] {
        assert_eq!(by_table(&format!("{avoid}\t{prefer}\n"), draft), expected, "{avoid}: {draft}");
    }
    // In the other person the wording would be wrong, so the phrase is found as it is written.
    let table = "Δεν ξέρω / Δεν έχουμε ιδέα\tΘα το ελέγξω\n";
    assert_eq!(by_table(table, "Δεν ξέρουμε."), "Δεν ξέρουμε.");
}

#[test]
fn a_cell_of_several_sentences_is_found_by_those_that_say_enough() {
    for (cell, found, exempt) in [
        ("Εσείς φταίτε; Πείτε μου", "Εσείς φταίτε; Πείτε μου.", "Πείτε μου πότε ήρθε."),
        ("Ηρεμήστε. Κάτι έγινε", "Ηρεμήστε. Κάτι έγινε.", "Κάτι έγινε χθες."),
        ("Όχι. Δεν μπορεί να γίνει", "Δεν μπορεί να γίνει.", "Όχι ακόμη, αύριο."),
        ("Δεν\nγίνεται με τίποτα", "Δεν γίνεται με τίποτα.", "Δεν έφυγε ακόμη."),
    ] {
        let table = format!("\"{cell}\"\tΑς το δούμε\n");
        assert!(by_table(&table, found).contains("Ας το δούμε"), "{cell}");
        assert_eq!(by_table(&table, exempt), exempt, "{cell}");
    }
}

#[test]
fn a_wording_that_says_its_phrase_again_comes_out_and_is_left_alone() {
    for (table, draft, expected) in [
        ("Θα γίνει\tΘα γίνει έως [ημερομηνία]\n", "Θα γίνει.", "Θα γίνει έως [ημερομηνία]."),
        ("Θα γίνει\tΘα γίνει έως [ημερομηνία]\n", "Θα γίνει έως αύριο.", "Θα γίνει έως αύριο."),
        ("Θα σας πούμε\tΘα σας πούμε έως αύριο\n", "Θα σας πούμε.", "Θα σας πούμε έως αύριο."),
        ("Έχει αριθμό\tΈχει αριθμό ___\n", "Έχει αριθμό.", "Έχει αριθμό [συμπληρώστε]."),
        ("Soon\tvery soon\n", "It comes soon.", "It comes very soon."),
    ] {
        assert_eq!(by_table(table, draft), expected, "{table}");
    }
}

#[test]
fn a_wording_in_the_singular_stays_so_where_the_draft_does_not_tell() {
    let table = "Δεν γίνεται\tΜπορείς να το αλλάξεις όποτε θες\n";
    for (draft, expected) in [
        ("Δεν γίνεται.", "Μπορείς να το αλλάξεις όποτε θες."),
        ("Δεν γίνεται. Σου το είπα.", "Μπορείς να το αλλάξεις όποτε θες. Σου το είπα."),
        ("Δεν γίνεται. Σας το είπα.", "Μπορείτε να το αλλάξετε όποτε θέλετε. Σας το είπα."),
    ] {
        assert_eq!(by_table(table, draft), expected);
    }
}

#[test]
fn a_whole_sentence_gives_way_to_the_sentence_that_its_lead_wrote() {
    let table = "Δεν επιτρέπεται\tΕπιτρέπεται με άδεια\n";
    for (draft, expected) in [
        ("Δεν επιτρέπεται.", "Επιτρέπεται με άδεια."),
        ("Καλημέρα σας. Δεν επιτρέπεται.", "Καλημέρα σας. Επιτρέπεται με άδεια."),
        // Whose it is not to turn.
        ("Η είσοδος σε παιδιά δεν επιτρέπεται.", "Η είσοδος σε παιδιά δεν επιτρέπεται."),
        ("Δεν επιτρέπεται η είσοδος σε παιδιά.", "Δεν επιτρέπεται η είσοδος σε παιδιά."),
        ("Δεν επιτρέπεται χωρίς ταυτότητα.", "Δεν επιτρέπεται χωρίς ταυτότητα."),
        ("Δεν επιτρέπεται, είναι επικίνδυνο.", "Δεν επιτρέπεται, είναι επικίνδυνο."),
        ("Αν δεν επιτρέπεται, φύγετε.", "Αν δεν επιτρέπεται, φύγετε."),
    ] {
        assert_eq!(by_table(table, draft), expected);
    }
}

#[test]
fn a_verb_in_the_marks_of_phrases_is_that_verb_in_a_plain_table_too() {
    assert_phrase("δεν <μπορώ> να", "δεν <μπορώ:present:1> να");
    assert_phrase("πάρτε <όνομα> τηλέφωνο", "<παίρνω:imperative:2> {gap1} τηλέφωνο");
}

#[test]
fn a_whole_english_sentence_gives_way_whoever_it_speaks_of() {
    for (table, draft, expected) in [
        (
            "You can't cancel\tYou can cancel until [date]\n",
            "You can't cancel.",
            "You can cancel until [date].",
        ),
        (
            "There's nothing I can do\tHere's what I can do: [option]\n",
            "There's nothing I can do.",
            "Here's what I can do: [option].",
        ),
        // Behind a regret there is no good news, and behind a comma perhaps a reason.
        (
            "That's not possible\tIt is possible if [condition]\n",
            "I'm afraid that's not possible.",
            "I'm afraid that's not possible.",
        ),
        (
            "You can't cancel\tYou can cancel until [date]\n",
            "You can't cancel, it is sealed.",
            "You can't cancel, it is sealed.",
        ),
    ] {
        assert_eq!(by_table(table, draft), expected);
    }
}

#[test]
fn a_wording_that_began_a_cell_has_a_small_letter_inside_a_sentence() {
    for (table, draft, expected) in [
        (
            "Έχουμε φόρτο\tΗ απάντηση έρχεται αύριο\n",
            "Κύριε Νίκο, έχουμε φόρτο.",
            "Κύριε Νίκο, η απάντηση έρχεται αύριο.",
        ),
        (
            "Πρέπει να περιμένετε\tΜπορείτε να μας γράψετε\n",
            "Λοιπόν, πρέπει να περιμένετε.",
            "Λοιπόν, μπορείτε να μας γράψετε.",
        ),
        // No «πως» has a command behind it.
        (
            "Είναι αργά\tΚλείστε ραντεβού για αύριο\n",
            "Νομίζω πως είναι αργά.",
            "Νομίζω πως είναι αργά.",
        ),
    ] {
        assert_eq!(by_table(table, draft), expected);
    }
}

#[test]
fn what_only_looks_like_a_command_is_found_in_the_singular_too() {
    for (avoid, draft) in [
        ("Αν δεν πληρώσετε", "Αν δεν πληρώσεις, δεν φεύγει."),
        ("Μόλις πληρώσετε", "Μόλις πληρώσεις, γράψε."),
        ("Έπρεπε να το πείτε", "Έπρεπε να το πεις."),
        ("Σας έστειλα λάθος", "Σου έστειλα λάθος."),
    ] {
        let table = format!("{avoid}\tΤο κοιτάζω τώρα\n");
        assert_ne!(by_table(&table, draft), draft, "{avoid}");
    }
}

#[test]
fn a_verb_without_anybody_stays_as_it_is() {
    for (table, draft, expected) in [
        (
            "Δεν πρόκειται να...\tΔεν προβλέπεται να...\n",
            "Δεν πρόκειται να σας καλέσω.",
            "Δεν προβλέπεται να σας καλέσω.",
        ),
        (
            "Πρέπει να...\tΑξίζει να...\n",
            "Πρέπει να στείλετε την απόδειξη.",
            "Αξίζει να στείλετε την απόδειξη.",
        ),
        (
            "Αναγκάζομαι να...\tΧρειάζεται να...\n",
            "Αναγκάζομαι να κλείσω το αίτημα.",
            "Χρειάζεται να κλείσω το αίτημα.",
        ),
        (
            "Πρέπει να...\tΘα βοηθούσε να...\n",
            "Πρέπει να στείλετε φωτογραφία.",
            "Θα βοηθούσε να στείλετε φωτογραφία.",
        ),
    ] {
        assert_eq!(by_table(table, draft), expected);
    }
}

#[test]
fn a_file_of_another_tool_in_json_is_named() {
    for text in ["{\"checks\": [{\"id\": \"fun\"}]}", "[{\"from\": \"a\", \"to\": \"b\"}]"] {
        let error = read_table(text.as_bytes(), Options::default()).unwrap_err();
        assert_eq!(error, TableError::OtherFile(OtherFile::Json));
    }
    assert!(read_table("[όνομα], γεια\tκαλημέρα [όνομα]\n".as_bytes(), Options::default()).is_ok());
}

#[test]
fn signs_around_blanks_and_dots_stay_as_they_have_to() {
    const DUE: &str = "Ο λογαριασμός είναι ληξιπρόθεσμος";
    for (avoid, prefer, draft, expected) in [
        (
            DUE,
            "Έληξε στις ____. Το βλέπουμε",
            "Ο λογαριασμός είναι ληξιπρόθεσμος.",
            "Έληξε στις [συμπληρώστε]. Το βλέπουμε.",
        ),
        (
            DUE,
            "Έληξε στις ……. Το βλέπουμε",
            "Ο λογαριασμός είναι ληξιπρόθεσμος.",
            "Έληξε στις [συμπληρώστε]. Το βλέπουμε.",
        ),
        (
            DUE,
            "Έληξε στις ____, το βλέπουμε",
            "Ο λογαριασμός είναι ληξιπρόθεσμος.",
            "Έληξε στις [συμπληρώστε], το βλέπουμε.",
        ),
        (
            "Όπως σας είπα ήδη…",
            "Για να τα έχουμε όλα μαζί,…",
            "Όπως σας είπα ήδη, η αίτηση έφυγε.",
            "Για να τα έχουμε όλα μαζί, η αίτηση έφυγε.",
        ),
        (
            "Όπως σας είπα ήδη…",
            "Για να τα έχουμε όλα μαζί,…",
            "Όπως σας είπα ήδη η αίτηση έφυγε.",
            "Για να τα έχουμε όλα μαζί, η αίτηση έφυγε.",
        ),
        (
            "Όπως είπα…",
            "Συνοψίζοντας…",
            "Όπως είπα, η αίτηση έφυγε.",
            "Συνοψίζοντας, η αίτηση έφυγε.",
        ),
        (
            "Όπως είπα",
            "Για να τα έχουμε όλα μαζί,",
            "Όπως είπα, η αίτηση έφυγε.",
            "Για να τα έχουμε όλα μαζί, η αίτηση έφυγε.",
        ),
    ] {
        assert_eq!(by_table(&format!("{avoid}\t{prefer}\n"), draft), expected, "{avoid}: {draft}");
    }
}

#[test]
fn a_wording_that_is_only_an_example_keeps_its_question_mark() {
    let table = "Περιμένετε στη γραμμή\tΜου δίνετε δύο λεπτά για να το δω;\n";
    let read = read_table(table.as_bytes(), Options::default()).unwrap();
    let rule_set = rule_set(rule_file(&read, Options::default(), &VERBS).text);
    let draft = Draft::new("Περιμένετε στη γραμμή, παρακαλώ.").unwrap();
    let review = rule_set.engine().check(draft, &Scope::everything());
    let held: Vec<&str> = review.findings[0].held.iter().map(|held| held.text.as_str()).collect();
    assert_eq!(held, ["Μου δίνετε δύο λεπτά για να το δω;"]);
}

#[test]
fn what_markdown_escapes_means_itself() {
    let table = "| Αποφεύγουμε | Λέμε |\n|---|---|\n| Αργήσαμε | Ερχόμαστε ως τις \\_\\_\\_\\_ |\n| Α \\| Β | Γ\\*Δ |\n";
    let [(_, blank), (bar, star)] = pairs(table.as_bytes()).try_into().unwrap();
    assert_eq!((&*blank, &*bar, &*star), ("Ερχόμαστε ως τις ____", "Α | Β", "Γ*Δ"));
    let read = read_table(table.as_bytes(), Options::default()).unwrap();
    let text = rule_file(&read, Options::default(), &VERBS).text;
    assert!(text.contains("ως τις [συμπληρώστε]"), "{text}");
}

/// The rule made of a cell has `phrase` in it.
fn assert_phrase(cell: &str, phrase: &str) {
    let table = format!("{cell}\tΑς το δούμε\n");
    let read = read_table(table.as_bytes(), Options::default()).unwrap();
    let text = rule_file(&read, Options::default(), &VERBS).text;
    assert!(text.contains(phrase), "{text}");
}

#[test]
fn the_customer_is_an_accusative_or_a_genitive_as_the_verb_asks() {
    for (avoid, expected) in [
        ("Θα σας ενημερώσω", "'Θα (σας|σε) <ενημερώνω:subjunctive:1>'"),
        ("Όπως σας ενημέρωσα", "'Όπως (σας|σε) <ενημερώνω:past:1>'"),
        ("Θα σας πω", "'Θα (σας|σου) <λέω:subjunctive:1>'"),
        ("Θα σας το στείλω", "'Θα (σας|σου) το <στέλνω:subjunctive:1>'"),
        ("Η παραγγελία σας καθυστερεί", "'Η παραγγελία (σας|σου) καθυστερεί'"),
    ] {
        assert_phrase(avoid, expected);
    }
}

#[test]
fn a_verb_whose_subject_is_there_keeps_its_number() {
    for (avoid, expected) in [
        ("Απαγορεύεται να αλλάξετε", "'Απαγορεύεται να <αλλάζω:subjunctive:2>'"),
        ("Αυτό δεν γίνεται", "'Αυτό δεν γίνεται'"),
        ("Δεν γίνονται αλλαγές", "'Δεν γίνονται αλλαγές'"),
        ("Δεν γίνεται", "'Δεν <γίνομαι:present:3>'"),
        ("Δεν μπορεί να γίνει", "'Δεν <μπορώ:present:3> να <γίνομαι:subjunctive:3>'"),
    ] {
        assert_phrase(avoid, expected);
    }
}

/// A day's table of a team lead's, written out as a workbook and read again.
#[test]
fn the_rules_of_a_leads_table_come_back_from_the_table_that_is_written_of_them() {
    use kalologos::import::{RULE_WIDTHS, as_workbook, written_rows};
    let read = |bytes: &[u8]| {
        let table = read_table(bytes, Options::default()).unwrap();
        assert_eq!(table.errors, []);
        let file = rule_file(&table, Options::default(), &VERBS);
        assert_eq!(file.errors, []);
        // Files are called as people call them.
        let name = "Οδηγός εκφράσεων.docx".to_owned();
        WORDS.read(&SourceFile { name, text: file.text }).0.rules
    };
    for line in include_str!("tables/lead_day.tsv").lines().skip(1) {
        let rules = read(line.as_bytes());
        let bytes = as_workbook(&written_rows(&rules, "el"), &RULE_WIDTHS).unwrap();
        let shown = |rules: &[kalologos::rules::Rule]| written_rows(rules, "el");
        assert_eq!(shown(&read(&bytes)), shown(&rules), "{line}");
    }
}

/// The file of rows under plain heads, with cells as a spreadsheet copies them.
fn plain_file(rows: &[(&str, &str)]) -> String {
    let table: String =
        rows.iter().map(|(avoid, prefer)| format!("\"{avoid}\"\t\"{prefer}\"\n")).collect();
    file_of(format!("Αποφεύγουμε\tΛέμε\n{table}").as_bytes(), Sides::AsWritten)
}

fn holds(rows: &[(&str, &str)], said: &[&str], not_said: &[&str]) {
    let text = plain_file(rows);
    said.iter().for_each(|said| assert!(text.contains(said), "{said}\n{text}"));
    not_said.iter().for_each(|said| assert!(!text.contains(said), "{said}\n{text}"));
}

#[test]
fn a_blank_is_only_where_somebody_left_one() {
    holds(
        &[
            ("ωστόσο", "αλλά"),
            ("προκειμένου να", "για να"),
            ("μαζί με", "με"),
            ("Κάντε υπομονή", "Σας ευχαριστώ που περιμένετε…"),
            ("Ακούστε", "Τα λέμε σύντομα..."),
        ],
        &["'αλλά'", "'για να'", "'με'", "<περιμένω:present>…'", "σύντομα…'"],
        &["["],
    );
    holds(
        &[
            ("Δεν γίνεται τώρα", "Γίνεται έως…"),
            ("Διαφωνώ...", "Συμφωνώ, αλλά"),
            ("Κάνετε λάθος", "Το σωστό είναι.."),
            ("Δεν ξέρω", "Θα σας πω την…"),
        ],
        &["έως [συμπληρώστε]", "αλλά [συμπληρώστε]", "είναι [συμπληρώστε]", "την [συμπληρώστε]"],
        &[],
    );
    let english = "Avoid\tPrefer\nat this point in time\tand\nwith regard to\tfor\nplease wait\tthanks for waiting…\n";
    let text = file_of(english.as_bytes(), Sides::AsWritten);
    assert!(!text.contains('['), "{text}");
}

#[test]
fn a_sentence_over_two_lines_is_one_and_a_list_is_several() {
    holds(
        &[
            ("Δεν το βλέπω,\nψάξτε το εσείς", "Το ψάχνω τώρα,\nκαι σας απαντώ σήμερα"),
            ("δεν φταίμε\nκαι δεν πληρώνουμε", "το κοιτάμε\nκαι σας λέμε"),
            ("Επειδή αργήσατε\nΗ προσφορά έληξε", "Υπάρχει νέα προσφορά\nγια εσάς"),
            ("Τι με νοιάζει\nΔεν με αφορά", "Σας ακούω\nΤο σημειώνω"),
            ("Μην επιμένετε,\nΔεν αλλάζει τίποτα", "Ας δούμε τι αλλάζει"),
        ],
        &[
            ", <ψάχνω:imperative:2> το εσείς'",
            "- 'Το <ψάχνω",
            "και δεν ",
            "Επειδή <αργώ",
            "νέα προσφορά για εσάς",
            "- 'Δεν με <αφορώ",
            "- 'Το σημειώνω",
        ],
        &["- 'ψάξτε", "- 'και", "- 'Η προσφορά"],
    );
}

#[test]
fn a_sentence_of_a_cell_is_a_phrase_of_its_own_only_if_it_says_enough() {
    holds(
        &[
            ("Λυπάμαι πάρα πολύ. Δεν σας βρίσκω στο σύστημα.", "Σας βρίσκω με τον αριθμό σας"),
            ("Πείτε στον διευθυντή. Εγώ δεν ανακατεύομαι.", "Το πάω εγώ στον διευθυντή"),
            ("Είναι δικό σας θέμα. Εμείς τελειώσαμε εδώ.", "Ας το λύσουμε μαζί"),
        ],
        &["- '<είμαι:present:3> δικό", "- 'Εμείς <τελειώνω"],
        &["πολύ'", "διευθυντή'\n      -", "- 'Εγώ", "- 'Δεν σας"],
    );
}

#[test]
fn notes_to_colleagues_are_no_wordings() {
    let table = "Αποφεύγουμε\tΛέμε
Γενικά\tαυτό δεν το λέμε ποτέ
Τέλος πάντων\tδιαγράψτε το
Ούτως ή άλλως\tδεν χρειάζεται καθόλου
Εννοείται\t(κενό)
Μάλιστα\tn/a
Δεν καταλαβαίνετε\tΜιλήστε με ευγένεια
Δεν φταίμε\tΌχι! Ρωτήστε τον προϊστάμενο
Πρέπει να έρθετε\tΔεν χρειάζεται.
Στείλτε απόδειξη\tΔείξτε μας την απόδειξη
";
    let table = read_table(table.as_bytes(), Options::default()).unwrap();
    let rows: Vec<(usize, bool)> =
        table.rows.iter().map(|row| (row.line, row.prefer == Instead::LeaveOut)).collect();
    assert_eq!(rows, [(2, true), (3, true), (4, true), (9, false), (10, false)]);
    assert_eq!(
        table.errors,
        [
            (5, RowError::NothingToSay),
            (6, RowError::NothingToSay),
            (7, RowError::Instruction),
            (8, RowError::Instruction),
        ]
    );
}

/// Rows that stand under the heads of the tests.
const UNDER: [[&str; 2]; 3] = [
    ["Δεν ξέρω τίποτα", "Θα το μάθω για εσάς"],
    ["Ηρεμήστε επιτέλους", "Καταλαβαίνω την αναστάτωσή σας"],
    ["Περιμένετε στη σειρά", "Η απάντηση έρχεται έως [ώρα]"],
];

/// A table under heads of which A and P stand over what is avoided and said; other columns hold these words.
fn under(heads: &[&str], kinds: &[&str]) -> kalologos::import::Table {
    let mut text = heads.join("\t");
    for (at, [avoid, prefer]) in UNDER.iter().enumerate() {
        let cell = |kind: &&str| match *kind {
            "A" => (*avoid).to_owned(),
            "P" => (*prefer).to_owned(),
            words => words.split(',').nth(at).unwrap().to_owned(),
        };
        let cells: Vec<String> = kinds.iter().map(cell).collect();
        write!(text, "\n{}", cells.join("\t")).unwrap();
    }
    read_table(text.as_bytes(), Options::default()).unwrap()
}

fn is_under(table: &kalologos::import::Table) -> bool {
    let rows = table.rows.iter().map(|row| (row.avoid.as_str(), &row.prefer));
    rows.eq(UNDER
        .iter()
        .map(|[avoid, _]| *avoid)
        .zip(&UNDER.map(|[_, prefer]| Instead::Say(prefer.to_owned()))))
}

#[test]
fn labels_over_both_columns_make_no_rule() {
    for (left, right) in [
        ("Λέξεις που κόβουμε", "Λέξεις που κρατάμε"),
        ("⛔ Τέρμα", "✅ Από εδώ και πέρα"),
        ("Κακό ύφος", "Καλό ύφος"),
        ("Cold opener", "Warm opener"),
        ("Ψυχρή ατάκα", "Ζεστή ατάκα"),
        ("Δε γράφω", "Γράφω"),
        ("Μέχρι σήμερα γράφαμε", "Από σήμερα γράφουμε"),
        ("Lathos", "Sosto"),
    ] {
        for (heads, kinds) in [([left, right], ["A", "P"]), ([right, left], ["P", "A"])] {
            let table = under(&heads, &kinds);
            assert!(is_under(&table), "{heads:?}: {:?}", table.rows);
        }
    }
    // What is not certain is asked.
    let asks = |table: &kalologos::import::Table| {
        table.notes.iter().any(|note| matches!(note, TableNote::HeadsGuessed { .. }))
    };
    let guessed = under(&["Ψυχρή ατάκα", "Ζεστή ατάκα"], &["A", "P"]);
    assert!(asks(&guessed) && guessed.layout.is_open);
    let sure = under(&["Αποφεύγουμε", "Λέμε"], &["A", "P"]);
    assert!(!asks(&sure) && !sure.layout.is_open);
    // Words that may stand over anything, and words that nobody knows.
    for (left, right) in [
        ("Πρόβλημα", "Λύση"),
        ("Problem", "Solution"),
        ("Γκρίνια", "Λύση"),
        ("Η φράση", "Πώς να την πείτε αλλιώς"),
        ("Αγκάθια", "Γέφυρες"),
        ("Thorns", "Bridges"),
        ("Τι ακούγεται συχνά", "Τι ακούγεται ωραία"),
        ("Πώς το έγραφε ο Νίκος", "Πώς το γράφει η Άννα"),
        ("Συχνή φράση στο τηλέφωνο", "Φράση του οδηγού"),
    ] {
        let table = under(&[left, right], &["A", "P"]);
        assert!(is_under(&table), "{left} | {right}: {:?}", table.rows);
        let is_told = asks(&table) || table.notes == [TableNote::Guessed];
        assert!(is_told && table.layout.is_open, "{left} | {right}");
    }
    let turned = under(&["Λύση", "Πρόβλημα"], &["P", "A"]);
    assert!(is_under(&turned) && asks(&turned));
    // The first phrases of a table without heads are of the kind of the others.
    for table in [
        "Πρόβλημα\tΘέμα\nΚόστος\tΤιμή\nΠαράπονο\tΕμπειρία\n",
        "Refund\tΕπιστροφή\nΤράμπα\tΑλλαγή\nΔεν γίνεται\tΑς το δούμε\n",
        "Τέλος πάντων\tΣτη διάθεσή σας\nΔεν ξέρω\tΘα το μάθω\nΗρεμήστε\tΚαταλαβαίνω\n",
        "Ηρεμήστε\tΚαταλαβαίνω\nΔεν ξέρω\tΘα το μάθω\nΔεν γίνεται\tΑς το δούμε\n",
        "We can't\tLet's see\nNot my job\tI'll find out\nWait\tOne moment please\n",
    ] {
        let table = read_table(table.as_bytes(), Options::default()).unwrap();
        assert_eq!((table.rows.len(), asks(&table)), (3, false), "{:?}", table.rows);
    }
    // A team that writes all of its phrases so has no heads.
    let same = "Κακή αρχή\tΚαλή αρχή\nΚακό τέλος\tΚαλό τέλος\nΚακή μέση\tΚαλή μέση\n";
    assert_eq!(read_table(same.as_bytes(), Options::default()).unwrap().rows.len(), 3);
    // Above the dashes of Markdown stands a head, whatever it says.
    let markdown = "| Μπλε | Κίτρινο |\n|---|---|\n| Δεν ξέρω | Θα το μάθω |\n";
    let table = read_table(markdown.as_bytes(), Options::default()).unwrap();
    assert_eq!((table.rows.len(), table.has_heads), (1, true));
}

#[test]
fn what_other_rules_catch_is_not_what_is_said() {
    let caught = |text: &str| text.starts_with("Δεν") || text.starts_with("Ηρεμ");
    let first = |heads: &str, options| {
        let table = format!(
            "{heads}Θα το μάθω\tΔεν ξέρω\nΑς το δούμε\tΔεν γίνεται\nΚαταλαβαίνω\tΗρεμήστε\n"
        );
        let table =
            kalologos::import::read_table_beside(table.as_bytes(), options, &caught).unwrap();
        let tells = table
            .notes
            .iter()
            .any(|note| matches!(note, TableNote::Guessed | TableNote::HeadsGuessed { .. }));
        (table.rows[0].avoid.clone(), tells)
    };
    let (turned, as_read) = (("Δεν ξέρω".to_owned(), true), Options::default());
    for heads in ["", "Αγκάθια\tΓέφυρες\n"] {
        assert_eq!(first(heads, as_read), turned, "{heads}");
    }
    // The heads say which is which, or the lead does.
    assert_eq!(first("Δεν λέμε\tΛέμε\n", as_read), ("Θα το μάθω".to_owned(), false));
    let swapped = Options { sides: Sides::Swapped, ..as_read };
    assert_eq!(first("", swapped).0, "Θα το μάθω");
}

#[test]
fn columns_beside_phrases_are_neither_phrases_nor_wordings() {
    for (heads, kinds) in [
        (&["#", "Ομάδα", "Αποφ.", "Προτείν."][..], &["1,2,3", "Α,Β,Α", "A", "P"][..]),
        (&["Φράση", "Γιατί", "Λέμε"], &["A", "Ενοχλεί,Μαλώνει,Αργεί", "P"]),
        (
            &["Φράση", "Απορρίπτεται γιατί", "Λέμε"],
            &["A", "Ενοχλεί πολύ,Μαλώνει πολύ,Αργεί πολύ", "P"],
        ),
        (&["Λέξη", "Προτεραιότητα", "Πρόταση"], &["A", "χαμηλό,υψηλό,χαμηλό", "P"]),
        (
            &["Επιστροφές", "Δεν ξέρω τίποτα", "Θα το μάθω για εσάς"][..0],
            &["Χρεώσεις,Διανομή,Λοιπά", "A", "P"],
        ),
        (&["Ο πελάτης γράφει", "Μην απαντάς", "Απάντησε"], &["Πού είναι;,Αργείτε,Θέλω", "A", "P"]),
    ] {
        let table = under(heads, kinds);
        assert!(is_under(&table), "{heads:?}: {:?}", table.rows);
    }
    for heads in [["Ερώτηση πελάτη", "Απάντησή μας"], ["Παράπονα πελατών", "Απαντήσεις"]]
    {
        let table = under(&heads, &["A", "P"]);
        assert!(table.rows.is_empty(), "{heads:?}");
        assert_eq!(table.notes, [TableNote::CustomersWords]);
    }
}

#[test]
fn numbers_blanks_and_lists_are_read_as_their_authors_mean_them() {
    holds(
        &[
            ("[7] Το δέμα χάθηκε", "[7] Το δέμα σας βρίσκεται στη διανομή"),
            ("2️⃣ Τα χαρτιά λείπουν", "2️⃣ Τα χαρτιά έρχονται"),
            ("Νο 3: Λάθος όροφος", "Νο 3: Ο σωστός όροφος"),
            ("Κάποιο ποσό", "Το ποσό των ΧΧΧ,ΧΧ €"),
            ("Κάποια ώρα", "Στις ΩΩ:ΛΛ"),
            ("Κάποια μέρα", "Στις ΜΜ-ΗΗ-ΕΕΕΕ"),
            ("Κάπου", "Στο κατάστημα (…)"),
            ("Κάποιοι", "Η ομάδα {{όνομα ομάδας}}"),
            ("Αργότερα, κάποτε, με τον καιρό", "Έως [ημέρα]"),
            ("Παράτα το/άφησέ το", "Ας το δούμε ξανά"),
        ],
        &[
            "- 'Το δέμα χάθηκε'",
            "- 'Τα χαρτιά λείπουν'",
            "- 'Λάθος όροφος'",
            "Το ποσό των [συμπληρώστε] €",
            "Στις [συμπληρώστε]'",
            "κατάστημα [συμπληρώστε]",
            "ομάδα [όνομα ομάδας]'",
            "- 'με τον καιρό'",
            " το'\n",
        ],
        &["ΧΧ", "ΛΛ", "ΕΕ", "(…)", "\\{", "/άφ", "7", "Νο"],
    );
    let table = "Αποφεύγουμε\tΛέμε\nΔeν ξέρω\tΔεν ξέρω.\nΔεν θέλω\tΔεν θα ήθελα\nμπορει\tμπορεί\n";
    let table = read_table(table.as_bytes(), Options::default()).unwrap();
    assert_eq!(table.errors, [(2, RowError::SameWords)]);
    assert_eq!(table.rows.len(), 2);
}

#[test]
fn a_principle_that_nobody_knows_is_left_out_and_named() {
    let text = "Αποφεύγουμε\tΛέμε\tΑρχή\nΔεν ξέρω\tΘα το μάθω\tΘετική γλώσσα\nΗρεμήστε\tΣας ακούω\tΠροσήνεια\n";
    let mut table = read_table(text.as_bytes(), Options::default()).unwrap();
    table.keep_principles(|name| WORDS.has_principle(name));
    let names = vec!["Προσήνεια".to_owned()];
    assert_eq!(table.notes, [TableNote::UnknownPrinciples { names }]);
    rule_set(rule_file(&table, Options::default(), &VERBS).text);
}
