//! What a file holds: ours or another program's, which version, sound or damaged; and the migrations to the newest.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use sqlx::SqlSafeStr;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

use crate::store::{StoreError, StoreOptions};

/// The migrations, in order. One that was released is never changed.
pub const MIGRATIONS: &[(&str, &str)] = &[
    ("rules", include_str!("0001_rules.sql")),
    ("proposals and counts", include_str!("0002_proposals_and_counts.sql")),
    ("tips", include_str!("0003_tips.sql")),
    ("tip plans", include_str!("0004_tip_plans.sql")),
    ("departures", include_str!("0005_departures.sql")),
];

/// What a database holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Nothing yet.
    Empty,
    /// What we keep, in the form of this number.
    Ours(i64),
}

/// The form of a database.
///
/// # Errors
/// [`StoreError::Foreign`] for that of another program.
pub async fn form(pool: &SqlitePool) -> Result<Form, StoreError> {
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
pub async fn judge(path: &Path) -> Result<(), StoreError> {
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
pub async fn look(path: &Path) -> Result<(), StoreError> {
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

/// Whether every page of a file is sound.
async fn examine(path: &Path) -> Result<(), StoreError> {
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

/// Brings a database to the newest form: all of it or nothing, and one process at a time. Without the lock
/// another one that starts for the first time as well would find a table made between its look and its turn.
pub async fn migrate(pool: &SqlitePool) -> Result<(), StoreError> {
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
