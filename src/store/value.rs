//! What goes into a query and what comes out: the little that every database has.

use super::StoreError;

/// A value of a query. `None` is NULL, whose type the database still knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Int(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Int(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Value::Int(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(Some(text.to_owned()))
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        Value::Text(text.map(str::to_owned))
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Value::Bytes(Some(bytes.to_owned()))
    }
}

/// The values of a query, in the order of its `$1`, `$2` …
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::store::value::Value::from($value)),*] };
}
pub(crate) use values;

/// A row that came back; its columns are taken by number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row(pub Vec<Option<Value>>);

impl Row {
    pub fn int(&self, column: usize) -> Result<i64, StoreError> {
        self.maybe_int(column)?.ok_or_else(|| odd(column, "no number"))
    }

    pub fn text(&self, column: usize) -> Result<String, StoreError> {
        self.maybe_text(column)?.ok_or_else(|| odd(column, "no text"))
    }

    pub fn maybe_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self.0.get(column) {
            Some(Some(Value::Int(number))) => Ok(*number),
            Some(None) => Ok(None),
            _ => Err(odd(column, "no number")),
        }
    }

    pub fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        match self.0.get(column) {
            Some(Some(Value::Text(text))) => Ok(text.clone()),
            Some(None) => Ok(None),
            _ => Err(odd(column, "no text")),
        }
    }

    pub fn bytes(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        match self.0.get(column) {
            Some(Some(Value::Bytes(Some(bytes)))) => Ok(bytes.clone()),
            _ => Err(odd(column, "no bytes")),
        }
    }
}

fn odd(column: usize, what: &str) -> StoreError {
    StoreError::Damaged(format!("column {column} holds {what}"))
}
