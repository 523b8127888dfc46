//! The plan of a team's tips in words, and what is said around it.

mod el;
mod en;
mod sentences;

pub use sentences::*;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time, Weekday};

use super::{Language, Said};
use crate::text;

const fn said(el: &'static str, en: &'static str) -> Said {
    Said { el, en }
}

/// A tip of a team's own is in the deck.
pub fn added(number: i64, language: Language) -> String {
    match language {
        Language::El => format!("Μπήκε ανάμεσα στις άλλες, με τον αριθμό {number}. Ευχαριστώ!"),
        Language::En => format!("It is among the others now, as number {number}. Thank you!"),
    }
}

/// The tip of a day does not come.
pub fn skipped(day: Date, language: Language) -> String {
    let day = super::day(day, language);
    match language {
        Language::El => format!("Χωρίς συμβουλή: {day}."),
        Language::En => format!("No tip on {day}."),
    }
}

/// Why something about tips was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TipsRefused {
    /// The team has no plan yet.
    NoPlan,
    /// Tips have a rest already.
    Resting,
    /// By this plan no tip would ever come.
    NoDays,
    /// There are no tips in the language.
    NoTips {
        /// Its tag.
        language: String,
    },
    /// No time zone is called so.
    UnknownZone {
        /// As it was asked for.
        asked: String,
        /// The most like it.
        nearest: Option<String>,
    },
    /// That is no time of day.
    NotATime {
        /// As it was written.
        asked: String,
    },
    /// That is no date.
    NotADate {
        /// As it was written.
        asked: String,
    },
    /// Those are no days of the week.
    NotWeekdays {
        /// As they were written.
        asked: String,
    },
    /// A tip without words.
    EmptyTip,
    /// The deck has a tip that says the same.
    TipThere,
    /// More of them than are kept.
    TooManyTips {
        /// How many are.
        limit: usize,
    },
    /// No principle is called so.
    UnknownPrinciple {
        /// As it was asked for.
        asked: String,
    },
    /// The tip is not in the deck any more.
    TipGone,
    /// Tips need a channel, and this is none.
    NoChannel,
}

/// A kind refusal in a sentence or two; text from outside stands in it as it came.
pub fn refused(refused: &TipsRefused, language: Language) -> String {
    match language {
        Language::El => el::refused(refused),
        Language::En => en::refused(refused),
    }
}

/// A plan, as it is told.
#[derive(Debug, Clone)]
pub struct ShownPlan {
    /// On which days of the week, from Monday on.
    pub weekdays: Vec<Weekday>,
    /// At what time.
    pub time: Time,
    /// By the clock of which IANA zone.
    pub zone: String,
    /// Where, as people there know it: `#team`, or nothing where it is this terminal.
    pub channel: Option<String>,
    /// Not on the public holidays of Greece.
    pub without_holidays: bool,
    /// Not on these days.
    pub left_out: Vec<Date>,
    /// The language of the tips: a tag.
    pub language: String,
    /// What drafts need most comes more often.
    pub by_needs: bool,
    /// How late a tip may come.
    pub late: SignedDuration,
    /// When the next one comes, by that clock.
    pub next: Option<DateTime>,
    /// Whether tips come.
    pub pace: Pace,
}

/// Whether tips come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// They do.
    On,
    /// They have a rest.
    Paused,
    /// The channel is gone or closed to the bot.
    Closed,
}

/// Days of a team's own that are named one by one.
const MOST_DATES: usize = 6;

/// «Κάθε εργάσιμη στις 09:00, Αθήνα, στο #team.»
pub fn plan_sentence(plan: &ShownPlan, language: Language) -> String {
    match language {
        Language::El => el::sentence(plan),
        Language::En => en::sentence(plan),
    }
}

/// A plan in sentences: the first says it all, those that follow what else there is to know.
pub fn plan_lines(plan: &ShownPlan, language: Language) -> Vec<String> {
    let mut lines = vec![plan_sentence(plan, language)];
    let of = |said: Said| said.to(language).to_owned();
    if plan.without_holidays {
        lines.push(of(said(
            "Στις επίσημες αργίες της Ελλάδας δεν έρχεται τίποτα.",
            "Nothing comes on the public holidays of Greece.",
        )));
    }
    if !plan.left_out.is_empty() {
        lines.push(format!("{} {}", of(LEFT_OUT), dates(&plan.left_out, language)));
    }
    lines.push(format!("{} {}", of(TIPS_IN), language_name(&plan.language, language)));
    if plan.by_needs {
        lines.push(of(said(
            "Πιο συχνά έρχεται ό,τι χρειάζονται περισσότερο οι απαντήσεις της ομάδας.",
            "What the team's replies need most comes more often.",
        )));
    }
    lines.push(late(plan.late, language));
    match (plan.pace, plan.next) {
        (Pace::Paused, _) => lines.push(of(PAUSED)),
        (Pace::Closed, _) => lines.push(of(CLOSED)),
        (Pace::On, Some(next)) => lines.push(next_line(next, &plan.zone, language)),
        (Pace::On, None) => (),
    }
    lines
}

/// When the next tip comes: «Η επόμενη: Πέμπτη 24 Δεκεμβρίου 2026 στις 09:00 (Europe/Athens).»
pub fn next_line(at: DateTime, zone: &str, language: Language) -> String {
    format!("{} {}.", NEXT.to(language), super::moment(at, zone, language))
}

const LEFT_OUT: Said = said("Ούτε αυτές τις μέρες:", "Nor on these days:");
const TIPS_IN: Said = said("Γλώσσα των συμβουλών:", "Tips in");
const NEXT: Said = said("Η επόμενη:", "The next one:");
const PAUSED: Said = said(
    "Τώρα είναι σε παύση. Με /συμβουλές συνέχεια ξεκινούν πάλι.",
    "They have a rest now. /tips resume starts them again.",
);
const CLOSED: Said = said(
    "Τώρα είναι σε παύση, γιατί το κανάλι δεν υπάρχει πια ή δεν μπορώ να γράψω εκεί. Όταν είναι έτοιμο, με /συμβουλές συνέχεια ξεκινούν πάλι.",
    "They have a rest now, because the channel is gone or I may not write there. Once it is ready, /tips resume starts them again.",
);

/// To the leads, where tips came to rest by themselves; `channel` as people know it.
pub fn resting(channel: &str, language: Language) -> String {
    match language {
        Language::El => format!(
            "Οι συμβουλές της ημέρας έκαναν παύση: το κανάλι {channel} δεν υπάρχει πια ή δεν μπορώ να γράψω εκεί. Όταν είναι έτοιμο, με /συμβουλές συνέχεια ξεκινούν πάλι· με /συμβουλές ρύθμιση πάνε σε άλλο κανάλι."
        ),
        Language::En => format!(
            "The daily tips have paused: the channel {channel} is gone, or I may not write there. Once it is ready, /tips resume starts them again; /tips setup takes them to another channel."
        ),
    }
}

fn late(late: SignedDuration, language: Language) -> String {
    let minutes = late.as_mins();
    match language {
        Language::El => el::late(minutes),
        Language::En => en::late(minutes),
    }
}

/// Days, those in a row as one: «24 Δεκεμβρίου 2026 και 28 Δεκεμβρίου 2026 – 31 Δεκεμβρίου 2026».
fn dates(days: &[Date], language: Language) -> String {
    let mut stretches: Vec<(Date, Date)> = Vec::new();
    for day in days {
        match stretches.last_mut() {
            Some((_, last)) if last.tomorrow().ok() == Some(*day) => *last = *day,
            _ => stretches.push((*day, *day)),
        }
    }
    let date = |day| super::moment::date(day, language);
    let named: Vec<String> = stretches
        .iter()
        .take(MOST_DATES)
        .map(|(first, last)| match first == last {
            true => date(*first),
            false => format!("{} – {}", date(*first), date(*last)),
        })
        .collect();
    let more = stretches.len().saturating_sub(MOST_DATES);
    match (more, language) {
        (0, _) => format!("{}.", list(&named, language)),
        (more, Language::El) => format!("{} και {more} ακόμη.", named.join(", ")),
        (more, Language::En) => format!("{} and {more} more.", named.join(", ")),
    }
}

/// Monday to Friday.
fn is_working_week(days: &[Weekday]) -> bool {
    days.len() == 5 && !days.iter().any(|day| matches!(day, Weekday::Saturday | Weekday::Sunday))
}

/// «α, β και γ».
fn list(parts: &[String], language: Language) -> String {
    let and = said("και", "and").to(language);
    match parts {
        [first @ .., last] if !first.is_empty() => format!("{} {and} {last}", first.join(", ")),
        _ => parts.concat(),
    }
}

fn language_name(tag: &str, language: Language) -> String {
    let name = match tag {
        "el" => said("ελληνικά.", "Greek."),
        "en" => said("αγγλικά.", "English."),
        other => return format!("{}.", super::plain_line(other)),
    };
    name.to(language).to_owned()
}

/// The place of a zone: «Αθήνα».
fn place(zone: &str, language: Language) -> String {
    let known = PLACES.iter().find(|(name, _)| *name == zone);
    let city = || zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
    known.map_or_else(city, |(_, said)| said.to(language).to_owned())
}

/// Zones that people name most, with the names of their places.
pub fn places() -> impl Iterator<Item = (&'static str, Said)> {
    PLACES.iter().copied()
}

/// The zone of a place by its name in either language.
pub fn zone_of_place(name: &str) -> Option<&'static str> {
    let key = text::key(name);
    let is_it = |said: &Said| [said.el, said.en].iter().any(|known| text::key(known) == key);
    PLACES.iter().find(|(_, said)| is_it(said)).map(|(zone, _)| *zone)
}

/// Places with a name of their own in Greek.
const PLACES: &[(&str, Said)] = &[
    ("Europe/Athens", said("Αθήνα", "Athens")),
    ("Asia/Nicosia", said("Λευκωσία", "Nicosia")),
    ("Europe/London", said("Λονδίνο", "London")),
    ("Europe/Berlin", said("Βερολίνο", "Berlin")),
    ("Europe/Paris", said("Παρίσι", "Paris")),
    ("Europe/Rome", said("Ρώμη", "Rome")),
    ("Europe/Madrid", said("Μαδρίτη", "Madrid")),
    ("Europe/Brussels", said("Βρυξέλλες", "Brussels")),
    ("Europe/Amsterdam", said("Άμστερνταμ", "Amsterdam")),
    ("Europe/Vienna", said("Βιέννη", "Vienna")),
    ("Europe/Sofia", said("Σόφια", "Sofia")),
    ("Europe/Bucharest", said("Βουκουρέστι", "Bucharest")),
    ("America/New_York", said("Νέα Υόρκη", "New York")),
    ("Australia/Melbourne", said("Μελβούρνη", "Melbourne")),
];
