//! The plan of a team's tips in words, and the sentences around it.

mod sentences;

pub use sentences::*;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time, Weekday};

use super::Said;
use super::moment::{at_time, weekday};
use crate::model::Language;
use crate::schedule::{PLACES, Place};
use crate::store::OwnTip;
use crate::text;
use crate::tips::UserError;
use crate::ui::said::{said, say, sentences};

/// A tip of the team's own with its number, in a line.
pub fn own_tip(tip: &OwnTip) -> String {
    format!("{}. {}", tip.id.0, text::plain_line(&tip.words.text))
}

/// A tip of a team's own is in the deck.
pub fn added(number: i64, language: Language) -> String {
    say!(
        language,
        "Μπήκε ανάμεσα στις άλλες, με τον αριθμό {number}. Ευχαριστώ!",
        "I added it to the other tips, as number {number}. Thank you!",
    )
}

/// The tip of a day does not come.
pub fn skipped(day: Date, language: Language) -> String {
    let day = super::day(day, language);
    say!(language, "Χωρίς συμβουλή: {day}.", "No tip on {day}.")
}

/// The tip of a day comes after all.
pub fn comes_again(day: Date, language: Language) -> String {
    let day = super::day(day, language);
    say!(language, "Με συμβουλή ξανά: {day}.", "A tip again on {day}.")
}

/// Where tips go, in a place that can't name a channel.
pub const ITS_CHANNEL: Said = said("κανάλι των συμβουλών", "the tips channel");
/// Tips go elsewhere.
pub const ANOTHER_CHANNEL: Said = said("Άλλο κανάλι.", "Another channel.");

/// A kind refusal in a sentence or two; text from outside is not escaped in it.
pub fn user_error(error: &UserError, language: Language) -> String {
    sentences!(
        language,
        match error {
            UserError::NoPlan => [
                "Η ομάδα δεν έχει ακόμη πρόγραμμα για τις συμβουλές. Με /συμβουλές ρύθμιση το φτιάχνουμε σε ένα λεπτό.",
                "The team has no schedule for tips yet. /tips setup takes a minute.",
            ],
            UserError::Resting => [
                "Οι συμβουλές είναι ήδη σε παύση. Με /συμβουλές συνέχεια ξεκινούν πάλι.",
                "Tips are already paused. /tips resume starts them again.",
            ],
            UserError::NoDays => [
                "Με αυτό το πρόγραμμα δεν θα ερχόταν ποτέ συμβουλή. Διαλέξτε τουλάχιστον μία μέρα της εβδομάδας.",
                "With this schedule no tip would ever come. Please choose at least one day of the week.",
            ],
            UserError::NoTips { language: tag } => [
                "Δεν έχω ακόμη συμβουλές στη γλώσσα «{tag}». Με /συμβουλές προσθήκη γράφετε δικές σας.",
                "I have no tips in the language “{tag}” yet. Write your own with /tips add.",
            ],
            UserError::UnknownZone { asked, nearest: Some(nearest) } => [
                "Δεν βρήκα ζώνη ώρας «{asked}»· μήπως εννοείτε «{nearest}»;",
                "I found no time zone “{asked}”; did you mean “{nearest}”?",
            ],
            UserError::UnknownZone { asked, nearest: None } => [
                "Δεν βρήκα ζώνη ώρας «{asked}». Γράψτε μια μεγάλη πόλη στα αγγλικά, όπως Athens, και σας προτείνω.",
                "I found no time zone “{asked}”. Type a large city, such as Athens, and I will suggest some.",
            ],
            UserError::NotATime { asked } => [
                "Δεν κατάλαβα την ώρα «{asked}». Γράψτε τη με τέσσερα ψηφία, όπως 09:00.",
                "I could not read “{asked}” as a time. Please write it with four digits, such as 09:00.",
            ],
            UserError::NotADate { asked } => [
                "Δεν κατάλαβα την ημερομηνία «{asked}». Γράψτε τη όπως 24/12/2026.",
                "I could not read “{asked}” as a date. Please write it like 2026-12-24.",
            ],
            UserError::NotWeekdays { asked } => [
                "Δεν κατάλαβα τις μέρες «{asked}». Γράψτε «εργάσιμες», «κάθε μέρα», ή όσες θέλετε: «Δευτέρα, Τετάρτη».",
                "I could not read “{asked}” as days. Write “working days”, “every day”, or the days you want: “Monday, Wednesday”.",
            ],
            UserError::EmptyTip =>
                ["Η συμβουλή δεν έχει κείμενο ακόμη.", "The tip has no text yet.",],
            UserError::TipThere =>
                ["Αυτή τη συμβουλή την έχουμε ήδη.", "We already have that tip."],
            UserError::TooManyTips { limit } => [
                "Κρατάω έως {limit} συμβουλές δικές σας. Αν αφαιρέσετε μία, χωράει και αυτή.",
                "I can keep up to {limit} tips of your own. Remove one and this one will fit.",
            ],
            UserError::UnknownPrinciple { asked } =>
                ["Δεν βρήκα αρχή με το όνομα «{asked}».", "I found no principle called “{asked}”.",],
            UserError::TipGone =>
                ["Αυτή η συμβουλή δεν υπάρχει πια.", "This tip no longer exists."],
            UserError::NoChannel => [
                "Οι συμβουλές χρειάζονται ένα κανάλι του server. Διαλέξτε ένα και ξεκινάμε.",
                "Tips need a channel in the server. Choose one and we can start.",
            ],
        }
    )
}

/// A plan, ready to be shown.
#[derive(Debug, Clone)]
pub struct ShownPlan {
    /// On which days of the week, from Monday on.
    pub weekdays: Vec<Weekday>,
    /// At what time.
    pub time: Time,
    /// The IANA time zone.
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
    /// When the next one comes, in that zone.
    pub next: Option<DateTime>,
    /// Whether tips come.
    pub pace: Pace,
}

/// Whether tips come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// They do.
    On,
    /// They are paused.
    Paused,
    /// The channel is gone or closed to the bot.
    Closed,
}

/// Days of a team's own that are named one by one.
const MOST_DATES: usize = 6;

/// «Κάθε εργάσιμη στις 09:00, Αθήνα, στο #team.»
pub fn plan_sentence(plan: &ShownPlan, language: Language) -> String {
    let days = match plan.weekdays.len() {
        7 => said("Κάθε μέρα", "Every day").to(language).to_owned(),
        _ if is_working_week(&plan.weekdays) => {
            said("Κάθε εργάσιμη", "Every working day").to(language).to_owned()
        }
        _ => {
            let names = plan.weekdays.iter().map(|day| weekday(*day, language).to_owned());
            let names = list(&names.collect::<Vec<_>>(), language);
            say!(language, "Κάθε {names}", "Every {names}")
        }
    };
    let (time, place) = (at_time(plan.time, language), place(&plan.zone, language));
    match &plan.channel {
        Some(channel) => say!(
            language,
            "{days} {time} (ώρα: {place}), στο {channel}.",
            "{days} {time} ({place} time), in {channel}.",
        ),
        None => say!(
            language,
            "{days} {time} (ώρα: {place}), εδώ στο τερματικό.",
            "{days} {time} ({place} time), here in the terminal.",
        ),
    }
}

/// A plan in sentences: the first is the summary, the others add details.
pub fn plan_lines(plan: &ShownPlan, language: Language) -> Vec<String> {
    let mut lines = vec![plan_sentence(plan, language)];
    let of = |said: Said| said.to(language).to_owned();
    if plan.without_holidays {
        lines.push(of(said(
            "Στις επίσημες αργίες της Ελλάδας δεν έρχεται τίποτα.",
            "No tips on Greek public holidays.",
        )));
    }
    if !plan.left_out.is_empty() {
        lines.push(format!("{} {}", of(LEFT_OUT), dates(&plan.left_out, language)));
    }
    lines.push(format!("{} {}", of(TIPS_IN), language_name(&plan.language, language)));
    if plan.by_needs {
        lines.push(of(said(
            "Πιο συχνά έρχεται ό,τι χρειάζονται περισσότερο οι απαντήσεις της ομάδας.",
            "Tips on what the team's replies need most come more often.",
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

const LEFT_OUT: Said = said("Δικές σας μέρες χωρίς συμβουλή:", "No tips on these days:");
const TIPS_IN: Said = said("Γλώσσα των συμβουλών:", "Tips in");
const NEXT: Said = said("Η επόμενη:", "The next one:");
const PAUSED: Said = said(
    "Οι συμβουλές είναι σε παύση. Με /συμβουλές συνέχεια ξεκινούν πάλι.",
    "Tips are paused. /tips resume starts them again.",
);
const CLOSED: Said = said(
    "Οι συμβουλές είναι σε παύση, γιατί το κανάλι δεν υπάρχει πια ή δεν μπορώ να γράψω εκεί. Όταν είναι έτοιμο, με /συμβουλές συνέχεια ξεκινούν πάλι.",
    "Tips are paused, because the channel is gone or I can't post there. Once it is ready, /tips resume starts them again.",
);

/// To the leads, where tips came to rest by themselves; `channel` as people know it.
pub fn resting(channel: &str, language: Language) -> String {
    say!(
        language,
        "Οι συμβουλές της ημέρας είναι σε παύση: το κανάλι {channel} δεν υπάρχει πια ή δεν μπορώ να γράψω εκεί. Όταν είναι έτοιμο, με /συμβουλές συνέχεια ξεκινούν πάλι· με /συμβουλές ρύθμιση πάνε σε άλλο κανάλι.",
        "The daily tips are paused: the channel {channel} is gone, or I can't post there. Once it is ready, /tips resume starts them again; /tips setup moves them to another channel.",
    )
}

fn late(late: SignedDuration, language: Language) -> String {
    let (hours, minutes) = (late.as_mins() / 60, late.as_mins() % 60);
    if (hours, minutes) == (0, 0) {
        let skipped = said(
            "Αν λείπω εκείνη την ώρα, η συμβουλή της ημέρας παραλείπεται.",
            "If I am offline at that time, the day's tip is skipped.",
        );
        return skipped.to(language).to_owned();
    }
    let how_long = sentences!(
        language,
        match (hours, minutes) {
            (1, 0) => ["μία ώρα", "an hour"],
            (_, 0) => ["{hours} ώρες", "{hours} hours"],
            (0, _) => ["{minutes} λεπτά", "{minutes} minutes"],
            (1, _) => ["μία ώρα και {minutes} λεπτά", "an hour and {minutes} minutes"],
            _ => ["{hours} ώρες και {minutes} λεπτά", "{hours} hours and {minutes} minutes"],
        }
    );
    say!(
        language,
        "Αν λείπω εκείνη την ώρα, έρχεται μόλις γυρίσω, το πολύ {how_long} αργότερα.",
        "If I am offline at that time, the day's tip comes as soon as I am back, at most {how_long} late.",
    )
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
        other => return format!("{}.", text::plain_line(other)),
    };
    name.to(language).to_owned()
}

/// The place of a zone: «Αθήνα».
fn place(zone: &str, language: Language) -> String {
    let known = PLACES.iter().find(|place| place.zone == zone);
    let city = || zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
    let name = |place: &Place| match language {
        Language::El => place.el.to_owned(),
        Language::En => place.en.to_owned(),
    };
    known.map_or_else(city, name)
}
