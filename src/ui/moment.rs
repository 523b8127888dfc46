//! A moment in words, by the clock of its zone.

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::model::Language;

const DAYS: [[&str; 2]; 7] = [
    ["Δευτέρα", "Monday"],
    ["Τρίτη", "Tuesday"],
    ["Τετάρτη", "Wednesday"],
    ["Πέμπτη", "Thursday"],
    ["Παρασκευή", "Friday"],
    ["Σάββατο", "Saturday"],
    ["Κυριακή", "Sunday"],
];

const MONTHS: [[&str; 2]; 12] = [
    ["Ιανουαρίου", "January"],
    ["Φεβρουαρίου", "February"],
    ["Μαρτίου", "March"],
    ["Απριλίου", "April"],
    ["Μαΐου", "May"],
    ["Ιουνίου", "June"],
    ["Ιουλίου", "July"],
    ["Αυγούστου", "August"],
    ["Σεπτεμβρίου", "September"],
    ["Οκτωβρίου", "October"],
    ["Νοεμβρίου", "November"],
    ["Δεκεμβρίου", "December"],
];

/// A day in full: «Πέμπτη 24 Δεκεμβρίου 2026».
pub fn day(day: Date, language: Language) -> String {
    format!("{} {}", weekday(day.weekday(), language), date(day, language))
}

/// A date: «24 Δεκεμβρίου 2026».
pub(super) fn date(day: Date, language: Language) -> String {
    format!("{} {} {}", day.day(), of(&MONTHS, day.month() - 1, language), day.year())
}

/// The name of a day of the week.
pub(super) fn weekday(day: Weekday, language: Language) -> &'static str {
    of(&DAYS, day.to_monday_zero_offset(), language)
}

/// A moment in full: «Πέμπτη 24 Δεκεμβρίου 2026 στις 09:00 (Europe/Athens)».
pub fn moment(at: DateTime, zone: &str, language: Language) -> String {
    format!("{} {} ({zone})", day(at.date(), language), at_time(at.time(), language))
}

/// «στις 09:00»
pub(super) fn at_time(time: Time, language: Language) -> String {
    // «στη 01:00»: one o'clock is the only hour in the singular.
    let joined = match (language, time.hour()) {
        (Language::El, 1 | 13) => "στη",
        (Language::El, _) => "στις",
        (Language::En, _) => "at",
    };
    format!("{joined} {}", time.strftime("%H:%M"))
}

fn of(names: &[[&'static str; 2]], number: i8, language: Language) -> &'static str {
    let [el, en] = usize::try_from(number).ok().and_then(|it| names.get(it)).unwrap_or(&["", ""]);
    match language {
        Language::El => el,
        Language::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_well_in_both_languages() {
        for (at, el, en) in [
            (
                "2026-12-24T09:00",
                "Πέμπτη 24 Δεκεμβρίου 2026 στις 09:00 (Europe/Athens)",
                "Thursday 24 December 2026 at 09:00 (Europe/Athens)",
            ),
            (
                "2028-02-29T13:05",
                "Τρίτη 29 Φεβρουαρίου 2028 στη 13:05 (Europe/Athens)",
                "Tuesday 29 February 2028 at 13:05 (Europe/Athens)",
            ),
            (
                "2026-05-03T00:00",
                "Κυριακή 3 Μαΐου 2026 στις 00:00 (Europe/Athens)",
                "Sunday 3 May 2026 at 00:00 (Europe/Athens)",
            ),
        ] {
            let at: DateTime = at.parse().unwrap();
            assert_eq!(moment(at, "Europe/Athens", Language::El), el);
            assert_eq!(moment(at, "Europe/Athens", Language::En), en);
        }
    }
}
