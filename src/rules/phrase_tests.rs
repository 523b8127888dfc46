//! Phrases and wordings, read back in a short notation.

use std::sync::Arc;

use super::sets::Sets;
use super::{Element, GapForm, GapKind, Phrase, Piece, WordSpec, Wording};

fn word(word: &WordSpec) -> String {
    let tense = word.tense.map_or("", |tense| tense.key());
    let persons: Vec<String> = word.persons.iter().map(u8::to_string).collect();
    format!("word {} {} {}", word.name, tense, persons.join("+")).trim().to_owned()
}

fn elements(list: &[Element]) -> String {
    let shown: Vec<String> = list
        .iter()
        .map(|element| match element {
            Element::Text(text) => format!("“{text}”"),
            Element::Word(spec) => word(spec),
            Element::Gap { name, optional, kind } => {
                let clause = if *kind == GapKind::Clause { " clause" } else { "" };
                format!("gap {name}{}{clause}", if *optional { "?" } else { "" })
            }
            Element::Choice(branches) => {
                let branches: Vec<String> =
                    branches.iter().map(|branch| elements(branch)).collect();
                format!("one of ({})", branches.join(" | "))
            }
            Element::Listed { name, branches } => {
                let branches: Vec<String> =
                    branches.iter().map(|branch| elements(branch)).collect();
                format!("gap {name} of ({})", branches.join(" | "))
            }
        })
        .collect();
    shown.join(", ")
}

fn phrase(text: &str) -> String {
    match Phrase::parse(text, &Arc::default(), usize::MAX) {
        Ok(found) => {
            let start = if found.value.at_start { "start, " } else { "" };
            let end = if found.value.at_end { ", end" } else { "" };
            format!("{start}{}{end}", elements(&found.value.elements()))
        }
        Err(problems) => problems
            .iter()
            .map(|(range, problem)| format!("{} at «{}»", problem.code(), &text[range.clone()]))
            .collect::<Vec<_>>()
            .join("; "),
    }
}

fn wording(text: &str) -> String {
    match Wording::parse(text, &Sets::default()) {
        Ok(found) => {
            let pieces = found.value.pieces();
            let pieces = pieces.iter().map(|piece| match piece {
                Piece::Text(text) => format!("“{text}”"),
                Piece::Word(spec) => word(spec),
                Piece::Gap { name, optional, form } => {
                    let subject = if *form == GapForm::Subject { " subject" } else { "" };
                    format!("gap {name}{}{subject}", if *optional { "?" } else { "" })
                }
                Piece::Blank(hint) => format!("blank {hint}"),
            });
            pieces.collect::<Vec<_>>().join(", ")
        }
        Err(problems) => problems
            .iter()
            .map(|(range, problem)| format!("{} at «{}»", problem.code(), &text[range.clone()]))
            .collect::<Vec<_>>()
            .join("; "),
    }
}

#[test]
fn phrases_are_read() {
    for (text, expected) in [
        ("κάνετε λάθος", "“κάνετε λάθος”"),
        ("  κάνετε λάθος \n", "“κάνετε λάθος”"),
        ("λάθος, κυρία!", "“λάθος, κυρία!”"),
        ("<μπορώ>", "word μπορώ"),
        ("< μπορώ : present : 1, 3 >", "word μπορώ present 1+3"),
        ("<κάνω:2>", "word κάνω  2"),
        ("<κάνω:past>", "word κάνω past"),
        ("<κάνω:3,1,3>", "word κάνω  1+3"),
        ("δεν <μπορώ:present:1,3> να {action}", "“δεν”, word μπορώ present 1+3, “να”, gap action"),
        ("αν {κάτι?} γίνει", "“αν”, gap κάτι?, “γίνει”"),
        ("(όχι|δεν γίνεται|) τώρα", "one of (“όχι” | “δεν γίνεται” | ), “τώρα”"),
        ("α (β (γ|δ)|<κάνω>) ε", "“α”, one of (“β”, one of (“γ” | “δ”) | word κάνω), “ε”"),
        ("(για {x}|{x} για) μας", "one of (“για”, gap x | gap x, “για”), “μας”"),
        ("{answer:clause}, όχι", "gap answer clause, “, όχι”"),
        ("όχι. {answer : clause}", "“όχι.”, gap answer clause"),
        (
            "δεν γίνεται να {action}, {reason:clause}",
            "“δεν γίνεται να”, gap action, “,”, gap reason clause",
        ),
        ("πρέπει να <*:subjunctive:2> {x?}", "“πρέπει να”, word * subjunctive 2, gap x?"),
        ("^ όχι $", "start, “όχι”, end"),
        ("^όχι", "start, “όχι”"),
        (r"5\$ \<3 \(α\) \[β\] \{γ\} \\ \| \^", r"“5$ <3 (α) [β] {γ} \ | ^”"),
        ("Ρυθμίσεις > Λογαριασμός -> εδώ", "“Ρυθμίσεις > Λογαριασμός -> εδώ”"),
        ("🙂 άρα", "“🙂 άρα”"),
    ] {
        assert_eq!(phrase(text), expected, "{text}");
    }
}

#[test]
fn mistakes_in_phrases_have_their_place() {
    for (text, expected) in [
        ("", "empty-phrase at «»"),
        ("…!", "empty-phrase at «…!»"),
        ("^ $", "empty-phrase at «^ $»"),
        ("(α|)", "empty-phrase at «(α|)»"),
        ("δεν <μπορώ να", "unclosed-sign at «<»"),
        ("δεν {x <κάνω>", "unclosed-sign at «{»"),
        ("δεν (α|β", "unclosed-sign at «(»"),
        ("δεν [x", "unclosed-sign at «[»"),
        ("δεν [x] τώρα", "blank-in-phrase at «[x]»"),
        ("α) β", "stray-sign at «)»"),
        ("α|β", "stray-sign at «|»"),
        ("α} β] γ>", "stray-sign at «}»; stray-sign at «]»; stray-sign at «>»"),
        (r"α \", r"stray-sign at «\»"),
        ("δεν <> {} τώρα", "empty-name at «<>»; empty-name at «{}»"),
        ("δεν {?} τώρα", "empty-name at «{?}»"),
        ("δεν <:past> τώρα", "empty-name at «<:past>»"),
        ("{α}", "only-gaps at «{α}»"),
        ("{α}, {β?}", "only-gaps at «{α}, {β?}»"),
        ("{α} όχι {β}", "gaps-at-both-ends at «{α} όχι {β}»"),
        ("(ναι|) {α} όχι {β}", "gaps-at-both-ends at «(ναι|) {α} όχι {β}»"),
        ("α {β} {γ} δ", "gaps-side-by-side at «{γ}»"),
        ("α {β}, (δ|) {γ} ε", "gaps-side-by-side at «{γ}»"),
        ("α {β} και {β} γ", "gap-twice at «{β}»"),
        ("α ^ β", "anchor-misplaced at «^»"),
        ("$ α", "anchor-misplaced at «$»"),
        ("(^α|β) γ", "anchor-misplaced at «^»"),
        ("α (β (γ (δ (ε|ζ)|η)|θ)|ι)", "choice-too-deep at «(»"),
        ("δεν<μπορώ> τώρα", "glued-sign at «<μπορώ>»"),
        ("παραγγελί(α|ες)", "glued-sign at «(α|ες)»"),
        ("<κάνω:pst>", "unknown-tense at «pst»"),
        ("<κάνω:past:4>", "unknown-person at «4»"),
        ("<κάνω:past: 1s >", "unknown-person at «1s»"),
        ("<κάνω:past:1:2>", "too-many-parts at «<κάνω:past:1:2>»"),
        ("<a:b:c", "unclosed-sign at «<»"),
        ("όχι, {α:claus}", "unknown-gap-kind at «claus»"),
        ("όχι, {α: }", "unknown-gap-kind at «»"),
        ("όχι, {α:clause:x}", "unknown-gap-kind at «clause:x»"),
        ("όχι, {α:subject}", "subject-in-phrase at «subject»"),
        ("όχι, {α:clause?}", "clause-optional at «{α:clause?}»"),
        ("όχι, {α?:clause}", "clause-optional at «{α?:clause}»"),
        ("όχι, {:clause}", "empty-name at «{:clause}»"),
        ("{α:clause}", "only-gaps at «{α:clause}»"),
        ("όχι, {α:clause} {β}", "gaps-side-by-side at «{β}»"),
        ("να <*>", "variable-without-tense at «<*>»"),
        ("να <*:2>", "variable-without-tense at «<*:2>»"),
        ("να <*:pst>", "unknown-tense at «pst»"),
        ("<*:imperative>", "only-gaps at «<*:imperative>»"),
        ("να <*:past> και <*:past>", "variable-twice at «<*:past>»"),
        ("(να <*:past>|όχι) τώρα", "variable-in-choice at «<*:past>»"),
    ] {
        assert_eq!(phrase(text), expected, "{text}");
    }
}

#[test]
fn a_phrase_has_limits() {
    assert!(phrase(&"λάθος ".repeat(100)).starts_with("too-long"));
    assert!(phrase(&format!("{} τέλος", "(α|β|γ) ".repeat(9))).starts_with("too-many-ways"));
}

#[test]
fn wordings_are_read() {
    for (text, expected) in [
        (
            " θα <μπορώ:imperfect> να {action} αν [προϋπόθεση].\n",
            "“θα ”, word μπορώ imperfect, “ να ”, gap action, “ αν ”, blank προϋπόθεση, “.”",
        ),
        ("{x:subject} θα καλυφθεί", "gap x subject, “ θα καλυφθεί”"),
        ("{x?:subject}, {y:subject?}", "gap x? subject, “, ”, gap y? subject"),
        ("{x:clause}", "clause-in-wording at «clause»"),
        ("{x:subjct}", "unknown-gap-kind at «subjct»"),
        ("<*:imperative> το <*:past:1>", "word * imperative, “ το ”, word * past 1"),
        ("<*> το", "variable-without-tense at «<*>»"),
        ("<σας> λέω (τώρα)", "word σας, “ λέω (τώρα)”"),
        ("{action}", "gap action"),
        ("{x?}, ναι", "gap x?, “, ναι”"),
        ("[τι: ώρα]", "blank τι: ώρα"),
        ("Ρυθμίσεις > Λογαριασμός | Κωδικός", "“Ρυθμίσεις > Λογαριασμός | Κωδικός”"),
        (r"5\$ \[εδώ\]", "“5$ [εδώ]”"),
        ("", "empty-phrase at «»"),
        ("θα έρθει (σήμερα|αύριο)", "choice-in-wording at «(σήμερα|αύριο)»"),
        ("5$ ^", "anchor-in-wording at «$»; anchor-in-wording at «^»"),
        ("[]", "empty-name at «[]»"),
        ("[α [β]", "unclosed-sign at «[»"),
        ("<κάνω", "unclosed-sign at «<»"),
        ("α] β", "stray-sign at «]»"),
    ] {
        assert_eq!(wording(text), expected, "{text}");
    }
}
