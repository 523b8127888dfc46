//! SQLite: one file, one writer at a time, readers at the same time.
//!
//! The statements of the other files are written so that another database can run them as well
//! (`$1`, `ON CONFLICT`, `RETURNING`); what only SQLite does is here.

mod files;
mod form;
mod transaction;

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{Connection as _, Row as _};
use tokio::time::Instant;

use super::{StoreError, StoreOptions, Watch};

pub(super) use files::{
    copy_whole, create_privately, invalid_name, remove, settle_alone, with_ending,
};
pub(super) use form::{judge, look};
pub(super) use transaction::Tx;

use form::{Form, MIGRATIONS};

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
        become_free(&connection, options.opening).await?;
        let writer = pool(1).connect_with(writing).await?;
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

/// Connects once, as soon as nobody else keeps the file to themselves. The first connection ever turns the file to its
/// journal, and one that does so at the same moment is refused right away: SQLite does not wait there, whatever the
/// timeout of the connection. So it is asked not to wait at all, and the waiting is done here.
async fn become_free(to: &SqliteConnectOptions, patience: Duration) -> Result<(), StoreError> {
    let (to, until) = (to.clone().busy_timeout(Duration::ZERO), Instant::now() + patience);
    loop {
        match SqliteConnection::connect_with(&to).await.map_err(StoreError::from) {
            Ok(first) => return Ok(first.close().await?),
            Err(StoreError::Busy(_)) if Instant::now() < until => {
                tokio::time::sleep(ANOTHER_TRY).await;
            }
            Err(error) => return Err(error),
        }
    }
}

/// Brings a database to the newest form, once it is known to be ours and a copy of the earlier form is next to it.
async fn prepare(pool: &SqlitePool, path: &Path) -> Result<(), StoreError> {
    let newest = MIGRATIONS.len() as i64;
    if let Form::Ours(version) = form::form(pool).await?
        && version < newest
    {
        let name = format!("{}.version-{version}", path.display());
        if !Path::new(&name).exists() {
            copy_whole(path, Path::new(&name)).await?;
        }
    }
    form::migrate(pool).await
}

/// Which file a path leads to; `None` where the system does not tell.
fn identity(path: &Path) -> Result<Option<Identity>, StoreError> {
    let data = fs::metadata(path)?;
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
