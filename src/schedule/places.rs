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
/// The minutes by which the clock of a place is ahead of Greenwich in winter; of several places the one that is named most.
const OFFSETS: &[(i16, &str)] = &[
    (-600, "Pacific/Honolulu"),
    (-540, "America/Anchorage"),
    (-480, "America/Los_Angeles"),
    (-420, "America/Denver"),
    (-360, "America/Chicago"),
    (-300, "America/New_York"),
    (-240, "America/Halifax"),
    (-210, "America/St_Johns"),
    (-180, "America/Sao_Paulo"),
    (-60, "Atlantic/Azores"),
    (0, "Europe/London"),
    (60, "Europe/Berlin"),
    (120, "Europe/Athens"),
    // What clocks in Greece show in summer.
    (180, "Europe/Athens"),
    (210, "Asia/Tehran"),
    (240, "Asia/Dubai"),
    (270, "Asia/Kabul"),
    (300, "Asia/Karachi"),
    (330, "Asia/Kolkata"),
    (345, "Asia/Kathmandu"),
    (360, "Asia/Dhaka"),
    (420, "Asia/Bangkok"),
    (480, "Asia/Singapore"),
    (540, "Asia/Tokyo"),
    (570, "Australia/Adelaide"),
    (600, "Australia/Melbourne"),
    (720, "Pacific/Auckland"),
];

/// The zone of a place by its name in either language.
pub fn zone_of_place(name: &str) -> Option<&'static str> {
    let key = text::key(name);
    let is_called = |names: &[&str]| names.iter().any(|it| text::key(it) == key);
    let found = PLACES.iter().find(|place| is_called(&[place.el, place.en]));
    let other = || OTHER_NAMES.iter().find(|(_, names)| is_called(names)).map(|(zone, _)| *zone);
    found.map(|place| place.zone).or_else(other)
}

/// The minutes ahead of Greenwich of a zone that is named by them, such as `GMT+2`, `UTC+5:30` and `+0200`.
pub fn offset_named(name: &str) -> Option<i16> {
    let name = name.trim().to_uppercase().replace('−', "-").replace(' ', "");
    let offset =
        ["UTC", "GMT", "ΩΡΑ"].iter().find_map(|start| name.strip_prefix(start)).unwrap_or(&name);
    let (sign, digits) = match offset.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, offset.strip_prefix('-')?),
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let number = |digits: &str, most: i16| {
        let is_number =
            matches!(digits.len(), 1 | 2) && digits.bytes().all(|it| it.is_ascii_digit());
        digits.parse::<i16>().ok().filter(|number| is_number && *number <= most)
    };
    Some(sign * (number(hours, 14)? * 60 + number(minutes, 59)?))
}

/// A place whose clock is this many minutes ahead of Greenwich.
pub fn zone_of_offset(minutes: i16) -> Option<&'static str> {
    OFFSETS.iter().find(|(known, _)| *known == minutes).map(|(_, zone)| *zone)
}
