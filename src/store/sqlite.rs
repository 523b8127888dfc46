//! SQLite: one file, one writer at a time, readers at the same time.
//!
//! The statements of the other files are written so that another database can run them as well
//! (`$1`, `ON CONFLICT`, `RETURNING`); what only SQLite does is here.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{Column, Row as _, SqlSafeStr, Sqlite as Driver, TypeInfo, ValueRef};

use super::value::{Row, Value};
use super::{Step, StoreError, StoreOptions, Watch};

/// The migrations, in order. One that was released is never changed.
pub(super) const MIGRATIONS: &[(&str, &str)] = &[
    ("rules", include_str!("sqlite/0001_rules.sql")),
    ("proposals and counts", include_str!("sqlite/0002_proposals_and_counts.sql")),
    ("tips", include_str!("sqlite/0003_tips.sql")),
    ("tip plans", include_str!("sqlite/0004_tip_plans.sql")),
    ("departures", include_str!("sqlite/0005_departures.sql")),
];

/// Connections that read at the same time.
const READERS: u32 = 4;
/// Between two tries to connect while somebody else connects for the first time.
const ANOTHER_TRY: Duration = Duration::from_millis(20);

/// The open file.
#[derive(Debug)]
pub(super) struct Sqlite {
    path: PathBuf,
    watch: Option<Watch>,
    writer: SqlitePool,
    readers: SqlitePool,
    /// Which file was opened: a path may lead to another by and by.
    identity: Option<Identity>,
}

/// Where a file is on which disk.
type Identity = (u64, u64);

impl Sqlite {
    /// Opens the file, makes it where there is none, and brings it to the newest form.
    pub async fn open(path: &Path, options: StoreOptions) -> Result<Sqlite, StoreError> {
        create_privately(path)?;
        // SQLite says no more than that it can't; the system says why.
        OpenOptions::new().read(true).write(true).open(path)?;
        let identity = identity(path)?;
        let connection = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(false)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What was answered as done is done, also if the power fails.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(options.patience);
        let wait = options.patience + Duration::from_secs(1);
        let pool = |size: u32| SqlitePoolOptions::new().max_connections(size).acquire_timeout(wait);
        // What is deleted is written over, also where the page goes on being used.
        let writing = connection.clone().pragma("secure_delete", "on");
        let writing = match options.max_pages {
            Some(pages) => writing.pragma("max_page_count", pages.to_string()),
            None => writing,
        };
        let writer = connect(|| pool(1).connect_with(writing.clone()), options.patience).await?;
        let migrated = prepare(&writer, path).await;
        if migrated.is_err() {
            writer.close().await;
        }
        migrated?;
        let readers = pool(READERS).connect_lazy_with(connection.pragma("query_only", "on"));
        Ok(Sqlite { path: path.to_owned(), watch: options.watch, writer, readers, identity })
    }

    pub async fn write(&self) -> Result<Tx, StoreError> {
        self.is_in_place()?;
        Tx::begin(&self.writer, "BEGIN IMMEDIATE", self.watch.clone()).await
    }

    /// For statements that read, each by itself.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        self.is_in_place()?;
        Tx::single(&self.readers).await
    }

    /// For statements that read, all of one moment.
    pub async fn moment(&self) -> Result<Tx, StoreError> {
        self.is_in_place()?;
        Tx::begin(&self.readers, "BEGIN", None).await
    }

    /// Moves all of the log into the file and empties the log: what was deleted stands there until then. `false` where
    /// somebody reads an earlier state all the while.
    pub async fn empty_log(&self) -> Result<bool, StoreError> {
        let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&self.writer).await?;
        Ok(row.try_get::<i64, _>(0)? == 0)
    }

    /// Afterwards the file alone holds everything.
    pub async fn close(&self) {
        self.readers.close().await;
        // Where others have it open, the last of them does it.
        let _: Result<_, sqlx::Error> =
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.writer).await;
        self.writer.close().await;
    }

    /// A file that was taken away can still be written to by those who have it open, and all of that is
    /// lost. So nothing is done while it is not where it was; once it is back, all goes on.
    fn is_in_place(&self) -> Result<(), StoreError> {
        if identity(&self.path)? == self.identity { Ok(()) } else { Err(StoreError::vanished()) }
    }
}

/// A whole copy of what the file holds at one moment, into an empty file; others go on reading and writing.
pub(super) async fn copy(from: &Path, to: &str) -> Result<(), StoreError> {
    let connection = SqliteConnectOptions::new()
        .filename(from)
        .create_if_missing(false)
        .busy_timeout(StoreOptions::default().patience);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(connection).await?;
    let copied = sqlx::query("VACUUM INTO $1").bind(to.to_owned()).execute(&pool).await;
    pool.close().await;
    copied?;
    Ok(())
}

/// Whether every page of a file is sound.
pub(super) async fn examine(path: &Path) -> Result<(), StoreError> {
    let connection = SqliteConnectOptions::new().filename(path).read_only(true);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(connection).await?;
    let said: Result<String, _> =
        sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&pool).await;
    pool.close().await;
    match said?.as_str() {
        "ok" => Ok(()),
        other => Err(StoreError::Damaged(other.to_owned())),
    }
}

/// Connects for writing. The first connection ever turns the file to its journal, and a connection that does so at
/// the same moment is refused right away: SQLite does not wait there, whatever the timeout of the connection.
async fn connect<F>(
    mut open: impl FnMut() -> F,
    patience: Duration,
) -> Result<SqlitePool, StoreError>
where
    F: Future<Output = Result<SqlitePool, sqlx::Error>>,
{
    let mut left = patience;
    loop {
        match open().await.map_err(StoreError::from) {
            Err(StoreError::Busy(_)) if !left.is_zero() => {
                let wait = left.min(ANOTHER_TRY);
                tokio::time::sleep(wait).await;
                left -= wait;
            }
            opened => return opened,
        }
    }
}

/// Brings a database to the newest form, once it is known to be ours and a copy of the earlier form is next to it.
async fn prepare(pool: &SqlitePool, path: &Path) -> Result<(), StoreError> {
    let newest = MIGRATIONS.len() as i64;
    if let Form::Ours(version) = form(pool).await?
        && version < newest
    {
        let name = format!("{}.version-{version}", path.display());
        if !Path::new(&name).exists() {
            super::backup::copy_from(path, Path::new(&name)).await?;
        }
    }
    migrate(pool).await
}

/// What a database holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Nothing yet.
    Empty,
    /// What we keep, in the form of this number.
    Ours(i64),
}

/// The form of a database.
///
/// # Errors
/// [`StoreError::Foreign`] for that of another program.
async fn form(pool: &SqlitePool) -> Result<Form, StoreError> {
    let tables: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'table'")
            .fetch_all(pool)
            .await?;
    let has = |name: &str| tables.iter().any(|table| table == name);
    if tables.is_empty() {
        return Ok(Form::Empty);
    }
    if !has("_sqlx_migrations") || !has("servers") {
        return Err(StoreError::Foreign);
    }
    let version: Option<i64> =
        sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(pool).await?;
    Ok(Form::Ours(version.unwrap_or(0)))
}

/// Whether a file can be put in the place of a database: sound, ours, and not of a later version.
pub(super) async fn judge(path: &Path) -> Result<(), StoreError> {
    examine(path).await?;
    let connection = SqliteConnectOptions::new().filename(path).read_only(true);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(connection).await?;
    let found = form(&pool).await;
    pool.close().await;
    match found? {
        Form::Empty => Err(StoreError::Empty),
        Form::Ours(version) if version > MIGRATIONS.len() as i64 => Err(StoreError::Later),
        Form::Ours(_) => Ok(()),
    }
}

/// As [`judge`], for a database that others may have open, which has to be writable; only its pages are not read.
pub(super) async fn look(path: &Path) -> Result<(), StoreError> {
    OpenOptions::new().read(true).write(true).open(path)?;
    let journal = PathBuf::from(format!("{}-wal", path.display()));
    let connection = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        // Where nobody has it open, SQLite would make its companions for a moment.
        .immutable(!journal.exists())
        .busy_timeout(StoreOptions::default().patience);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(connection).await?;
    let found = form(&pool).await;
    pool.close().await;
    match found? {
        Form::Ours(version) if version > MIGRATIONS.len() as i64 => Err(StoreError::Later),
        Form::Ours(_) | Form::Empty => Ok(()),
    }
}

/// Writes everything into the file itself, which nobody else may have open.
///
/// # Errors
/// [`StoreError::Busy`] where somebody has.
pub(super) async fn settle_alone(path: &Path) -> Result<(), StoreError> {
    let connection = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .busy_timeout(Duration::ZERO)
        .journal_mode(SqliteJournalMode::Delete);
    // The journal can't be changed while another connection is there.
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(connection).await?;
    pool.close().await;
    Ok(())
}

/// Brings a database to the newest form: all of it or nothing, and one process at a time. Without the lock
/// another one that starts for the first time as well would find a table made between its look and its turn.
async fn migrate(pool: &SqlitePool) -> Result<(), StoreError> {
    let migration = |(index, (name, sql)): (usize, &(&'static str, &'static str))| {
        let number = index as i64 + 1;
        Migration::new(number, (*name).into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    let migrator =
        Migrator::with_migrations(MIGRATIONS.iter().enumerate().map(migration).collect());
    let mut locked = pool.begin_with("BEGIN IMMEDIATE").await?;
    match migrator.run_direct(None, &mut *locked, false).await {
        Ok(()) => Ok(locked.commit().await?),
        Err(MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..)) => {
            Err(StoreError::Later)
        }
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
            Err(error.into())
        }
        Err(other) => Err(StoreError::Failed(Box::new(other))),
    }
}

/// Makes an empty file that only its owner can read; SQLite makes its companions like it.
pub(super) fn create_privately(path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        return Ok(());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        create_folder(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(()),
    }
}

fn create_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Which file a path leads to; `None` where the system does not tell.
fn identity(path: &Path) -> Result<Option<Identity>, StoreError> {
    let data = fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => StoreError::vanished(),
        _ => error.into(),
    })?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Ok(Some((data.dev(), data.ino())))
    }
    #[cfg(not(unix))]
    {
        let _ = data;
        Ok(None)
    }
}

/// Several statements, of which all are kept or none. Dropped without a commit, none is.
///
/// The driver's own transactions are not used: after a full disk SQLite takes everything back by
/// itself, and a connection whose driver has not noticed never works again.
pub(super) struct Tx {
    connection: PoolConnection<Driver>,
    watch: Option<Watch>,
    /// In the middle of a transaction, or after a failure: closing takes back what is not committed.
    close: bool,
}

impl Tx {
    async fn begin(
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
    async fn single(pool: &SqlitePool) -> Result<Tx, StoreError> {
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
