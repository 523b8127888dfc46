//! How the numbers of each style of a workbook look.

use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashMap;

use super::number_format::{Look, NotShown};

/// Styles that are looked at.
const MAX_STYLES: usize = 65_536;

/// For each style how its numbers look.
#[derive(Debug, Default)]
pub struct Styles(Vec<Rc<Look>>);

impl Styles {
    /// The styles of a workbook, as far as its part can be read.
    pub fn of(part: &[u8]) -> Styles {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().check_end_names = false;
        let mut looks: FxHashMap<u32, Rc<Look>> = FxHashMap::default();
        let mut styles = Vec::new();
        let (mut buffer, mut inside) = (Vec::new(), false);
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => match element.local_name().as_ref() {
                    "numFmt" => {
                        let code = attribute(&element, "formatCode").unwrap_or_default();
                        if let Some(number) = number(&element).filter(|_| looks.len() < MAX_STYLES)
                        {
                            looks.insert(number, Rc::new(Look::of(&code)));
                        }
                    }
                    "cellXfs" => inside = true,
                    "xf" if inside && styles.len() < MAX_STYLES => {
                        let number = number(&element).unwrap_or(0);
                        let look =
                            looks.entry(number).or_insert_with(|| Rc::new(Look::known(number)));
                        styles.push(Rc::clone(look));
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

    /// A number as people see it; `Ok(None)` where it is shown as it is.
    pub fn shown(&self, style: usize, number: f64) -> Result<Option<String>, NotShown> {
        self.0.get(style).map_or(Ok(None), |look| look.shown(number))
    }
}

fn number(element: &BytesStart) -> Option<u32> {
    attribute(element, "numFmtId")?.parse().ok()
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let value = attributes.find(|it| it.key.as_ref() == name).map(|it| it.value.to_string())?;
    Some(unescape(&value).map(|plain| plain.into_owned()).unwrap_or(value))
}
