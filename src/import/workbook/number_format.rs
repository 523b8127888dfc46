//! How a number of a spreadsheet looks: a spreadsheet keeps numbers, and its formats say what people see.

use calamine::{ExcelDateTime, ExcelDateTimeType};

/// The longest format, in characters.
const MAX_CODE: usize = 255;
/// The last day that a spreadsheet knows.
const LAST_DAY: f64 = 2_958_465.0;
/// The greatest number that is written out.
const MAX_NUMBER: f64 = 1e15;
/// Digits after the point, at most.
const MAX_DECIMALS: usize = 10;
const SECONDS_OF_A_DAY: f64 = 86_400.0;

/// Formats that every workbook knows by their number.
const KNOWN: [(u32, &str); 22] = [
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (14, "dd/mm/yyyy"),
    (15, "dd/mm/yyyy"),
    (16, "dd/mm/yyyy"),
    (17, "dd/mm/yyyy"),
    (18, "h:mm AM/PM"),
    (19, "h:mm:ss AM/PM"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "dd/mm/yyyy h:mm"),
    (37, "#,##0;-#,##0"),
    (38, "#,##0;-#,##0"),
    (39, "#,##0.00;-#,##0.00"),
    (40, "#,##0.00;-#,##0.00"),
    (45, "mm:ss"),
    (46, "[h]:mm:ss"),
    (49, "@"),
];

/// How the numbers of a style look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// As they are.
    Plain,
    /// As these parts one after another.
    Parts(Vec<Part>),
    /// In a way that is not known here, such as names of months.
    Unknown,
}

/// A part of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Signs that mean themselves.
    Text(String),
    /// The number.
    Number(Digits),
    /// A part of a date or time: `d`, `m`, `y`, `h`, `s`, or `M` for minutes, and how often its letter stands.
    Field(char, usize),
    /// All hours, minutes or seconds of a duration.
    Elapsed(char),
    /// Before or after noon.
    Noon,
}

/// How the digits of a number look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Digits {
    whole: usize,
    decimals: usize,
    optional: usize,
    groups: bool,
    percent: bool,
}

impl Look {
    /// The look of a format that every workbook knows.
    pub fn known(number: u32) -> Look {
        let code = KNOWN.iter().find(|(known, _)| *known == number).map(|(_, code)| *code);
        match code {
            Some(code) => Look::of(code),
            None if number == 0 => Look::Plain,
            None => Look::Unknown,
        }
    }

    /// The look that a format describes.
    pub fn of(code: &str) -> Look {
        if code.eq_ignore_ascii_case("general") || code == "@" || code.is_empty() {
            return Look::Plain;
        }
        let parts = Some(code).filter(|code| code.chars().count() <= MAX_CODE).and_then(parts);
        parts.map_or(Look::Unknown, Look::Parts)
    }

    /// A number as people see it: `Ok(None)` where it is shown as it is, an error where that is not known.
    pub fn shown(&self, number: f64) -> Result<Option<String>, NotShown> {
        let parts = match self {
            Look::Plain => return Ok(None),
            Look::Parts(parts) => parts,
            Look::Unknown => return Err(NotShown),
        };
        if !number.is_finite() || number.abs() > MAX_NUMBER {
            return Err(NotShown);
        }
        let moment = Moment::of(number);
        let has_noon = parts.contains(&Part::Noon);
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(signs) => text.push_str(signs),
                Part::Number(digits) => text.push_str(&digits.shown(number)),
                part => text.push_str(&moment.ok_or(NotShown)?.shown(part, has_noon)),
            }
        }
        Ok(Some(text.split_whitespace().collect::<Vec<_>>().join(" ")))
    }
}

/// Nobody knows here how a number looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotShown;

/// The parts of the first section of a format, which is the one for positive numbers.
fn parts(code: &str) -> Option<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => break,
            '"' => parts.push(Part::Text(signs.by_ref().take_while(|it| *it != '"').collect())),
            '\\' => parts.extend(signs.next().map(|it| Part::Text(it.to_string()))),
            // Room as wide as a sign, or filled with it.
            '_' | '*' => {
                signs.next();
            }
            '[' => {
                let inside: String = signs.by_ref().take_while(|it| *it != ']').collect();
                parts.extend(bracketed(&inside));
            }
            '0' | '#' | '?' => {
                let mut digits = sign.to_string();
                while let Some(next) = signs.next_if(|it| matches!(it, '0' | '#' | '?' | '.' | ','))
                {
                    digits.push(next);
                }
                parts.push(Part::Number(Digits::of(&digits)?));
            }
            '%' => {
                let number = parts.iter_mut().find_map(|part| match part {
                    Part::Number(digits) => Some(digits),
                    _ => None,
                });
                number?.percent = true;
                parts.push(Part::Text("%".to_owned()));
            }
            'A' | 'a' if noon(&mut signs) => parts.push(Part::Noon),
            _ if matches!(sign.to_ascii_lowercase(), 'd' | 'm' | 'y' | 'h' | 's') => {
                let letter = sign.to_ascii_lowercase();
                let mut count = 1;
                while signs.next_if(|it| it.to_ascii_lowercase() == letter).is_some() {
                    count += 1;
                }
                parts.push(Part::Field(letter, count));
            }
            // Scientific, and formats of other calendars.
            _ if sign.is_ascii_alphabetic() => return None,
            _ => parts.push(Part::Text(sign.to_string())),
        }
    }
    sensible(with_minutes(parts))
}

/// Whether `M/PM` or `/P` follows, which is taken.
fn noon(signs: &mut std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let rest: String = signs.clone().take(4).collect::<String>().to_ascii_lowercase();
    let length = if rest == "m/pm" {
        4
    } else if rest.starts_with("/p") {
        2
    } else {
        return false;
    };
    signs.nth(length - 1).is_some()
}

/// `[$€-408]` is a sign of money, `[h]` all hours; colours and conditions are not seen.
fn bracketed(inside: &str) -> Option<Part> {
    if let Some(money) = inside.strip_prefix('$') {
        let money = money.split('-').next().unwrap_or("");
        return (!money.is_empty()).then(|| Part::Text(money.to_owned()));
    }
    let letter = inside.chars().next()?.to_ascii_lowercase();
    let same = inside.chars().all(|sign| sign.to_ascii_lowercase() == letter);
    (same && matches!(letter, 'h' | 'm' | 's')).then_some(Part::Elapsed(letter))
}

/// `m` after hours or before seconds are minutes.
fn with_minutes(mut parts: Vec<Part>) -> Vec<Part> {
    let fields: Vec<(usize, char)> = parts
        .iter()
        .enumerate()
        .filter_map(|(at, part)| match part {
            Part::Field(letter, _) | Part::Elapsed(letter) => Some((at, *letter)),
            _ => None,
        })
        .collect();
    for (place, (at, letter)) in fields.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|it| fields.get(it)).map(|(_, it)| *it);
        let after = fields.get(place + 1).map(|(_, it)| *it);
        let is_minutes = *letter == 'm' && (before == Some('h') || after == Some('s'));
        if let Some(Part::Field(letter, _)) = parts.get_mut(*at).filter(|_| is_minutes) {
            *letter = 'M';
        }
    }
    parts
}

/// The parts, if each of them can be shown: neither names of days and months, nor fractions, nor a number in a date. A day
/// without its order in mind is written as people here write it.
fn sensible(parts: Vec<Part>) -> Option<Vec<Part>> {
    let numbers = parts.iter().filter(|part| matches!(part, Part::Number(_))).count();
    let has =
        |wanted: char| parts.iter().any(|part| matches!(part, Part::Field(it, _) if *it == wanted));
    let has_time = has('h') || has('M') || has('s');
    let has_elapsed = parts.iter().any(|part| matches!(part, Part::Elapsed(_)));
    if has('d') || has('y') {
        let has_month = has('m');
        let day = has('d').then_some("dd/mm/yyyy").filter(|_| has_month);
        let year = || (!has('d') && !has_month).then_some("yyyy");
        let names = |part: &Part| matches!(part, Part::Field('m', count) if *count > 2);
        let month = || (!has('d') && !parts.iter().any(names)).then_some("mm/yyyy");
        let date = day.or_else(year).or_else(month)?;
        let time = parts.iter().filter(|part| matches!(part, Part::Field('h' | 'M' | 's', _)));
        return Some(dated(date, time.cloned().collect(), parts.contains(&Part::Noon)));
    }
    let is_time = has_time || has_elapsed;
    let fits = if is_time { numbers == 0 && !has('m') } else { numbers == 1 && !has('m') };
    fits.then_some(parts)
}

/// A date, and the time after it.
fn dated(date: &str, time: Vec<Part>, has_noon: bool) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for word in date.split('/') {
        if !parts.is_empty() {
            parts.push(Part::Text("/".to_owned()));
        }
        parts.extend(word.chars().next().map(|letter| Part::Field(letter, word.len())));
    }
    for (at, part) in time.into_iter().enumerate() {
        parts.push(Part::Text(if at == 0 { " " } else { ":" }.to_owned()));
        parts.push(part);
    }
    if has_noon {
        parts.extend([Part::Text(" ".to_owned()), Part::Noon]);
    }
    parts
}

impl Digits {
    /// `#,##0.00`; none where it shows thousands or millions of what it holds.
    fn of(code: &str) -> Option<Digits> {
        let (whole, decimals) = code.split_once('.').unwrap_or((code, ""));
        let count =
            |text: &str, wanted: &[char]| text.chars().filter(|it| wanted.contains(it)).count();
        let is_scaled =
            code.ends_with(',') || whole.ends_with(',') || decimals.contains(['.', ',']);
        let decimals_all = count(decimals, &['0', '#', '?']);
        (!is_scaled && decimals_all <= MAX_DECIMALS).then(|| Digits {
            whole: count(whole, &['0']),
            decimals: decimals_all,
            optional: count(decimals, &['#', '?']),
            groups: whole.contains(','),
            percent: false,
        })
    }

    fn shown(&self, number: f64) -> String {
        let number = if self.percent { number * 100.0 } else { number };
        let written = format!("{:.*}", self.decimals, number.abs());
        let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
        let mut kept = decimals;
        for _ in 0..self.optional {
            kept = kept.strip_suffix('0').unwrap_or(kept);
        }
        let mut text = if number < 0.0 { "-".to_owned() } else { String::new() };
        let zeros = self.whole.saturating_sub(whole.len());
        let digits: Vec<char> = std::iter::repeat_n('0', zeros).chain(whole.chars()).collect();
        for (at, digit) in digits.iter().enumerate() {
            if self.groups && at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(*digit);
        }
        if !kept.is_empty() {
            text.push('.');
            text.push_str(kept);
        }
        text
    }
}

/// A number as a moment.
#[derive(Debug, Clone, Copy)]
struct Moment {
    year: u16,
    month: u8,
    day: u8,
    /// Of the day and of all of it, in whole seconds.
    seconds: u64,
    all: u64,
}

impl Moment {
    fn of(number: f64) -> Option<Moment> {
        if !(0.0..=LAST_DAY).contains(&number) {
            return None;
        }
        let moment = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false);
        let (year, month, day, ..) = moment.to_ymd_hms_milli();
        let all = (number * SECONDS_OF_A_DAY).round() as u64;
        Some(Moment { year, month, day, seconds: all % SECONDS_OF_A_DAY as u64, all })
    }

    fn shown(&self, part: &Part, has_noon: bool) -> String {
        let padded = |value: u64, count: usize| match count {
            0 | 1 => value.to_string(),
            _ => format!("{value:02}"),
        };
        let hours = self.seconds / 3600;
        match part {
            Part::Field('y', _) => self.year.to_string(),
            Part::Field('m', count) => padded(self.month.into(), *count),
            Part::Field('d', count) => padded(self.day.into(), *count),
            Part::Field('h', count) if has_noon => padded((hours + 11) % 12 + 1, *count),
            Part::Field('h', count) => padded(hours, *count),
            Part::Field('M', count) => padded(self.seconds / 60 % 60, *count),
            Part::Field(_, count) => padded(self.seconds % 60, *count),
            Part::Elapsed('h') => (self.all / 3600).to_string(),
            Part::Elapsed('m') => (self.all / 60).to_string(),
            Part::Elapsed(_) => self.all.to_string(),
            Part::Noon if hours < 12 => "AM".to_owned(),
            Part::Noon => "PM".to_owned(),
            Part::Text(_) | Part::Number(_) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_looks_as_its_format_says() {
        for (code, number, shown) in [
            ("h:mm:ss", 0.729_166_666_666_666_6, "17:30:00"),
            ("hh:mm", 0.375, "09:00"),
            ("h:mm AM/PM", 0.729_166_666_666_666_6, "5:30 PM"),
            ("[h]:mm:ss", 1.25, "30:00:00"),
            ("[hh]:mm", 0.5, "12:00"),
            ("[m]\" λεπτά\"", 0.0625, "90 λεπτά"),
            ("0%", 0.25, "25%"),
            ("0.0%", 0.125, "12.5%"),
            ("0\\ %", 0.07, "7 %"),
            ("#,##0.00 \"€\"", 12.5, "12.50 €"),
            ("[$€-408]#,##0.00", 1234.5, "€1,234.50"),
            ("_-* #,##0.00\\ \"€\"_-;-* #,##0.00\\ \"€\"_-", 12.5, "12.50 €"),
            ("0.##", 3.5, "3.5"),
            ("000", 7.0, "007"),
            ("#,##0", 1_234_567.0, "1,234,567"),
            ("0\" ημέρες\"", 14.0, "14 ημέρες"),
            ("d/m/yy", 46_143.0, "01/05/2026"),
            ("yyyy-mm-dd h:mm:ss", 46_143.729_166_666_66, "01/05/2026 17:30:00"),
            ("mm/yyyy", 46_143.0, "05/2026"),
            ("yyyy", 46_143.0, "2026"),
        ] {
            assert_eq!(Look::of(code).shown(number), Ok(Some(shown.to_owned())), "{code}");
        }
        for code in ["mmmm yyyy", "mmm", "dddd", "0.00E+00", "# ?/?", "#,##0,", "0 0"] {
            assert_eq!(Look::of(code).shown(3.0), Err(NotShown), "{code}");
        }
        assert_eq!(Look::of("General").shown(3.5), Ok(None));
        assert_eq!(Look::of("0").shown(f64::INFINITY), Err(NotShown));
        assert_eq!(Look::of("h:mm").shown(-1.0), Err(NotShown));
    }
}
