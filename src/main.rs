//! Wires the command line to the library.

fn main() {
    let mut library = kalologos::desk::Library::languages(kalologos::desk::builtin()).0;
    let problems = library.add(kalologos::desk::builtin());
    let files = kalologos::desk::builtin();
    let text = kalologos::render::diagnostics(
        &problems,
        |name| files.iter().find(|f| f.name == name).map(|f| f.text.as_str()),
        kalologos::render::Language::En,
        false,
    );
    eprintln!("{text}");
    let engine = library.engine();
    for draft in std::env::args().skip(1) {
        let review = engine.check(
            kalologos::text::Draft::new(&draft).unwrap(),
            &kalologos::engine::Scope::everything(),
        );
        println!("> {draft}\n= {}", review.rewrite);
        for finding in &review.findings {
            println!(
                "   {} {:?} {:?} {:?}",
                finding.rule.id,
                &draft[finding.span.clone()],
                finding.marks.iter().map(|m| &draft[m.clone()]).collect::<Vec<_>>(),
                finding.suggestions
            );
        }
        for finding in &review.remaining {
            println!("   ! {}", finding.rule.id);
        }
    }
}
