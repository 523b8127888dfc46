//! Which cells of a workbook are dates: a spreadsheet keeps them as numbers, and a style says how they look.

use calamine::{ExcelDateTime, ExcelDateTimeType};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Styles that are looked at.
const MAX_STYLES: usize = 65_536;
/// The numbers of formats that show a date, of those that every workbook knows.
const KNOWN: [(u32, u32); 2] = [(14, 17), (22, 22)];
/// The last day that a spreadsheet knows.
const LAST_DAY: f64 = 2_958_465.0;

/// For each style whether it shows a date.
#[derive(Debug, Default)]
pub struct Styles(Vec<bool>);

impl Styles {
    /// The styles of a workbook, as far as its part can be read.
    pub fn of(part: &[u8]) -> Styles {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().check_end_names = false;
        let (mut own, mut styles) = (Vec::new(), Vec::new());
        let (mut buffer, mut inside) = (Vec::new(), false);
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => match element.local_name().as_ref() {
                    "numFmt" => {
                        let number = number(&element);
                        let code = attribute(&element, "formatCode").unwrap_or_default();
                        own.extend(
                            number.filter(|_| shows_date(&code)).filter(|_| own.len() < MAX_STYLES),
                        );
                    }
                    "cellXfs" => inside = true,
                    "xf" if inside && styles.len() < MAX_STYLES => {
                        styles.push(number(&element).is_some_and(|number| {
                            KNOWN.iter().any(|(from, to)| (*from..=*to).contains(&number))
                                || own.contains(&number)
                        }));
                    }
                    _ => (),
                },
                Ok(Event::End(element)) if element.local_name().as_ref() == "cellXfs" => break,
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => (),
            }
        }
        Styles(styles)
    }

    /// A number as the date that its cell shows, if it shows one.
    pub fn date(&self, style: usize, number: f64) -> Option<String> {
        let is_date = self.0.get(style).copied().unwrap_or(false);
        if !is_date || !(1.0..=LAST_DAY).contains(&number) {
            return None;
        }
        let moment = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false);
        let (year, month, day, ..) = moment.to_ymd_hms_milli();
        Some(format!("{day:02}/{month:02}/{year}"))
    }
}

/// Whether a format has a day or a year in it, outside of what it says in words.
fn shows_date(code: &str) -> bool {
    let mut quoted = false;
    let mut bracketed = false;
    code.chars().any(|sign| {
        match sign {
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ => (),
        }
        !quoted && !bracketed && matches!(sign.to_ascii_lowercase(), 'd' | 'y')
    })
}

fn number(element: &BytesStart) -> Option<u32> {
    attribute(element, "numFmtId")?.parse().ok()
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    attributes.find(|it| it.key.as_ref() == name).map(|it| it.value.to_string())
}
