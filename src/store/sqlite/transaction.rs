//! Statements in a transaction, their values and rows, and what SQLite's errors are for us.

use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{Column, Row as _, Sqlite as Driver, TypeInfo, ValueRef};

use crate::store::value::{Row, Value};
use crate::store::{Step, StoreError, Watch};

/// Several statements, of which all are kept or none. Dropped without a commit, none is.
///
/// The driver's own transactions are not used: after a full disk SQLite takes everything back by
/// itself, and a connection whose driver has not noticed never works again.
pub struct Tx {
    connection: PoolConnection<Driver>,
    watch: Option<Watch>,
    /// In the middle of a transaction, or after a failure: closing takes back what is not committed.
    close: bool,
}

impl Tx {
    pub async fn begin(
        pool: &SqlitePool,
        how: &'static str,
        watch: Option<Watch>,
    ) -> Result<Tx, StoreError> {
        let connection = pool.acquire().await?;
        let mut tx = Tx { connection, watch, close: true };
        sqlx::query(how).execute(&mut *tx.connection).await?;
        tx.tell(Step::Begun);
        Ok(tx)
    }

    /// For statements that read, each by itself.
    pub async fn single(pool: &SqlitePool) -> Result<Tx, StoreError> {
        Ok(Tx { connection: pool.acquire().await?, watch: None, close: false })
    }

    /// Runs a statement; gives how many rows it touched.
    pub async fn run(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, StoreError> {
        let done = bound(sql, values).execute(&mut *self.connection).await;
        self.told(done).map(|done| done.rows_affected())
    }

    pub async fn rows(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Vec<Row>, StoreError> {
        let rows = bound(sql, values).fetch_all(&mut *self.connection).await;
        self.told(rows)?.iter().map(row).collect()
    }

    pub async fn row(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// Everything is kept.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        sqlx::query("COMMIT").execute(&mut *self.connection).await?;
        self.close = false;
        self.tell(Step::Committed);
        Ok(())
    }

    /// Nothing is kept.
    pub async fn take_back(mut self) -> Result<(), StoreError> {
        sqlx::query("ROLLBACK").execute(&mut *self.connection).await?;
        self.close = false;
        Ok(())
    }

    /// Notes how a statement went.
    fn told<T>(&mut self, done: Result<T, sqlx::Error>) -> Result<T, StoreError> {
        self.close |= done.is_err();
        let done = done?;
        self.tell(Step::Ran);
        Ok(done)
    }

    fn tell(&self, step: Step) {
        if let Some(watch) = &self.watch {
            watch.tell(step);
        }
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if self.close {
            self.connection.close_on_drop();
        }
    }
}

fn bound<'q>(
    sql: &'static str,
    values: &[Value],
) -> sqlx::query::Query<'q, Driver, sqlx::sqlite::SqliteArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| match value.clone() {
        Value::Int(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
        Value::Bytes(bytes) => query.bind(bytes),
    })
}

fn row(row: &SqliteRow) -> Result<Row, StoreError> {
    let value = |column: usize| -> Result<Option<Value>, sqlx::Error> {
        let raw = row.try_get_raw(column)?;
        if raw.is_null() {
            return Ok(None);
        }
        let kind = raw.type_info().name().to_owned();
        Ok(Some(match kind.as_str() {
            "INTEGER" => Value::Int(Some(row.try_get(column)?)),
            "TEXT" => Value::Text(Some(row.try_get(column)?)),
            _ => Value::Bytes(Some(row.try_get(column)?)),
        }))
    };
    let columns: Result<Vec<_>, _> =
        row.columns().iter().map(|column| value(column.ordinal())).collect();
    Ok(Row(columns?))
}

/// SQLite's primary result codes; an extended code has one of these in its lowest byte.
mod code {
    pub const BUSY: i32 = 5;
    pub const LOCKED: i32 = 6;
    pub const READ_ONLY: i32 = 8;
    pub const IO: i32 = 10;
    pub const CORRUPT: i32 = 11;
    pub const FULL: i32 = 13;
    pub const CANNOT_OPEN: i32 = 14;
    pub const NOT_A_DATABASE: i32 = 26;
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let number = match &error {
            sqlx::Error::Database(inner) => {
                inner.code().and_then(|code| code.parse::<i32>().ok()).map(|code| code & 0xff)
            }
            sqlx::Error::PoolTimedOut => Some(code::BUSY),
            sqlx::Error::PoolClosed | sqlx::Error::Io(_) => Some(code::CANNOT_OPEN),
            _ => None,
        };
        match number {
            Some(code::BUSY | code::LOCKED) => StoreError::Busy(Box::new(error)),
            Some(code::FULL) => StoreError::Full(Box::new(error)),
            Some(code::READ_ONLY) => StoreError::ReadOnly(Box::new(error)),
            Some(code::IO | code::CANNOT_OPEN) => StoreError::OutOfReach(Box::new(error)),
            Some(code::CORRUPT | code::NOT_A_DATABASE) => StoreError::Damaged(error.to_string()),
            _ => StoreError::Failed(Box::new(error)),
        }
    }
}
