//! Places that people name when they mean a time zone.

use crate::text;

/// A place with the zone of its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The IANA name of the zone.
    pub zone: &'static str,
    /// The name of the place in Greek.
    pub el: &'static str,
    /// The name of the place in English.
    pub en: &'static str,
}

const fn place(zone: &'static str, el: &'static str, en: &'static str) -> Place {
    Place { zone, el, en }
}

/// Places with a name of their own in Greek; those that are named most come first.
pub const PLACES: &[Place] = &[
    place("Europe/Athens", "Αθήνα", "Athens"),
    place("Asia/Nicosia", "Λευκωσία", "Nicosia"),
    place("Europe/London", "Λονδίνο", "London"),
    place("Europe/Berlin", "Βερολίνο", "Berlin"),
    place("Europe/Paris", "Παρίσι", "Paris"),
    place("Europe/Rome", "Ρώμη", "Rome"),
    place("Europe/Madrid", "Μαδρίτη", "Madrid"),
    place("Europe/Brussels", "Βρυξέλλες", "Brussels"),
    place("Europe/Amsterdam", "Άμστερνταμ", "Amsterdam"),
    place("Europe/Vienna", "Βιέννη", "Vienna"),
    place("Europe/Sofia", "Σόφια", "Sofia"),
    place("Europe/Bucharest", "Βουκουρέστι", "Bucharest"),
    place("America/New_York", "Νέα Υόρκη", "New York"),
    place("Australia/Melbourne", "Μελβούρνη", "Melbourne"),
];

/// Countries and cities that share the clock of one of the places.
const OTHER_NAMES: &[(&str, &[&str])] = &[
    (
        "Europe/Athens",
        &[
            "Ελλάδα", "Ελλάς", "Greece", "Hellas", "Θεσσαλονίκη", "Thessaloniki", "Πάτρα",
            "Patras", "Ηράκλειο", "Heraklion", "Κρήτη", "Crete", "Λάρισα", "Larissa", "Πειραιάς",
            "Piraeus", "Ιωάννινα", "Ioannina", "Βόλος", "Volos", "Ρόδος", "Rhodes", "ώρα Ελλάδος",
            "ώρα Ελλάδας", "Greek time", "Athens time", "EET", "EEST", "Europe/Greece", "Athina",
        ],
    ),
    ("Asia/Nicosia", &["Κύπρος", "Cyprus", "Λεμεσός", "Limassol", "Λάρνακα", "Larnaca"]),
    (
        "Europe/London",
        &["Αγγλία", "England", "Ηνωμένο Βασίλειο", "United Kingdom", "UK", "Britain"],
    ),
    ("Europe/Berlin", &["Γερμανία", "Germany"]),
    ("Europe/Paris", &["Γαλλία", "France"]),
    ("Europe/Rome", &["Ιταλία", "Italy"]),
    ("Europe/Madrid", &["Ισπανία", "Spain"]),
    ("Europe/Brussels", &["Βέλγιο", "Belgium"]),
    ("Europe/Amsterdam", &["Ολλανδία", "Netherlands", "Holland"]),
    ("Europe/Vienna", &["Αυστρία", "Austria"]),
    ("Europe/Sofia", &["Βουλγαρία", "Bulgaria"]),
    ("Europe/Bucharest", &["Ρουμανία", "Romania"]),
];
/// The hours by which the clock of a place is ahead of Greenwich in winter; of several places the one that is named most.
const HOURS: &[(i8, &str)] = &[
    (-5, "America/New_York"),
    (0, "Europe/London"),
    (1, "Europe/Berlin"),
    (2, "Europe/Athens"),
    // What clocks in Greece show in summer.
    (3, "Europe/Athens"),
    (10, "Australia/Melbourne"),
];

/// The zone of a place by its name in either language.
pub fn zone_of_place(name: &str) -> Option<&'static str> {
    let key = text::key(name);
    let is_called = |names: &[&str]| names.iter().any(|it| text::key(it) == key);
    let found = PLACES.iter().find(|place| is_called(&[place.el, place.en]));
    let other = || OTHER_NAMES.iter().find(|(_, names)| is_called(names)).map(|(zone, _)| *zone);
    found.map(|place| place.zone).or_else(other)
}

/// The hours of a zone that is named by them, such as `GMT+2`, `UTC+2` and `+02:00`; parts of an hour are left out.
pub fn hours_named(name: &str) -> Option<i8> {
    let name = name.trim().to_uppercase().replace('−', "-").replace(' ', "");
    let hours =
        ["UTC", "GMT", "ΩΡΑ"].iter().find_map(|start| name.strip_prefix(start)).unwrap_or(&name);
    let (sign, digits) = match hours.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, hours.strip_prefix('-')?),
    };
    let digits = digits.split(':').next()?;
    // `+0200`
    let digits = if digits.len() == 4 { digits.get(..2)? } else { digits };
    let is_number = matches!(digits.len(), 1 | 2) && digits.bytes().all(|it| it.is_ascii_digit());
    digits.parse::<i8>().ok().filter(|hours| is_number && *hours <= 14).map(|hours| sign * hours)
}

/// A place whose clock is so many hours ahead of Greenwich.
pub fn zone_of_hours(hours: i8) -> Option<&'static str> {
    HOURS.iter().find(|(known, _)| *known == hours).map(|(_, zone)| *zone)
}
