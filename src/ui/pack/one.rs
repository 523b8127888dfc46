//! One rule in full: what it says, everything that its phrases catch, and sentences to see it work.

use super::ShownRule;
use crate::audit;
use crate::engine::Engine;
use crate::model::Language;
use crate::rules::{Avoid, Principle};
use crate::ui::leads::listing::leaves_out;
use crate::ui::messages::Messages;

/// Forms of a phrase that are shown.
const MOST_FORMS: usize = 40;
/// Sentences that are shown.
const MOST_SENTENCES: usize = 12;
/// Sentences made from each phrase.
const OF_EACH: usize = 4;

/// The words around a rule.
struct Labels {
    phrases: &'static str,
    regex: &'static str,
    instead: &'static str,
    unless: &'static str,
    catches: &'static str,
    more: &'static str,
    source: &'static str,
}

const EL: Labels = Labels {
    phrases: "Πιάνει:",
    regex: "Πιάνει (regex):",
    instead: "Στη θέση της φράσης:",
    unless: "Είναι εντάξει:",
    catches: "Προτάσεις που πιάνει:",
    more: "… και άλλα",
    source: "Από:",
};

const EN: Labels = Labels {
    phrases: "Catches:",
    regex: "Catches (regex):",
    instead: "Instead:",
    unless: "It is fine in:",
    catches: "Sentences that it catches:",
    more: "… and more",
    source: "From:",
};

/// A rule with all forms of its phrases, and sentences on which the engine finds it.
pub fn rule(
    shown: &ShownRule<'_>,
    engine: &Engine,
    principles: &[Principle],
    language: Language,
) -> String {
    let labels = match language {
        Language::El => &EL,
        Language::En => &EN,
    };
    let sections = [
        head(shown, principles, language, labels),
        phrases(shown, engine, labels),
        instead(shown, language, labels),
        unless(shown, labels),
        sentences(shown, engine, labels),
    ];
    let sections: Vec<String> = sections.into_iter().filter(|text| !text.is_empty()).collect();
    sections.join("\n")
}

fn head(
    shown: &ShownRule<'_>,
    principles: &[Principle],
    language: Language,
    labels: &Labels,
) -> String {
    let messages = Messages::of(language);
    let rule = shown.rule;
    let principle = rule.principle.as_ref().map(|id| {
        let named = principles.iter().find(|principle| principle.id == *id);
        named.and_then(|principle| principle.name(language.key())).unwrap_or(id).to_owned()
    });
    let mut text = format!("{} · {}", rule.id, messages.level(rule.level));
    principle.iter().for_each(|name| text.push_str(&format!(" · {name}")));
    text.push_str(&format!("\n{}:{}\n", shown.file, rule.place.line));
    rule.why.iter().for_each(|why| text.push_str(&format!("{} {why}\n", messages.why)));
    rule.source.iter().for_each(|source| text.push_str(&format!("{} {source}\n", labels.source)));
    text
}

fn phrases(shown: &ShownRule<'_>, engine: &Engine, labels: &Labels) -> String {
    if let Avoid::Regex(regex) = &shown.rule.avoid {
        return format!("{}\n  {}\n", labels.regex, regex.as_str());
    }
    let mut text = format!("{}\n", labels.phrases);
    let all = audit::forms(engine, shown.rule, MOST_FORMS + 1);
    for (phrase, forms) in shown.avoid().iter().zip(all) {
        text.push_str(&format!("  {phrase}\n"));
        if forms.len() == 1 {
            continue;
        }
        forms.iter().take(MOST_FORMS).for_each(|form| text.push_str(&format!("    {form}\n")));
        if forms.len() > MOST_FORMS {
            text.push_str(&format!("    {}\n", labels.more));
        }
    }
    text
}

fn instead(shown: &ShownRule<'_>, language: Language, labels: &Labels) -> String {
    let removes = shown.rule.remove.map(|it| format!("{}\n", leaves_out(it).to(language)));
    removes.unwrap_or_default() + &listed(labels.instead, shown.prefer())
}

fn unless(shown: &ShownRule<'_>, labels: &Labels) -> String {
    listed(labels.unless, shown.rule.unless.iter().map(|phrase| phrase.source.as_str()).collect())
}

fn listed(label: &str, items: Vec<&str>) -> String {
    if items.is_empty() {
        return String::new();
    }
    let lines: String = items.iter().map(|item| format!("  {item}\n")).collect();
    format!("{label}\n{lines}")
}

fn sentences(shown: &ShownRule<'_>, engine: &Engine, labels: &Labels) -> String {
    let caught = audit::caught(engine, shown.rule, OF_EACH, MOST_SENTENCES);
    if caught.is_empty() {
        return String::new();
    }
    let shows = |(sentence, rewrite): &(String, String)| match sentence == rewrite {
        true => format!("  {sentence}\n"),
        false => format!("  {sentence}\n    → {rewrite}\n"),
    };
    let lines: String = caught.iter().map(shows).collect();
    format!("{}\n{lines}", labels.catches)
}
