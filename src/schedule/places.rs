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

/// The zone of a place by its name in either language.
pub fn zone_of_place(name: &str) -> Option<&'static str> {
    let key = text::key(name);
    let found =
        PLACES.iter().find(|place| [place.el, place.en].iter().any(|it| text::key(it) == key));
    found.map(|place| place.zone)
}
