//! A copy made under load is whole, and can be put in place.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kalologos::store::{Store, StoreError};

use crate::store::common::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_copy_under_load_is_of_one_moment() {
    let home = Home::new().await;
    let stop = Arc::new(AtomicBool::new(false));
    let (store, told) = (home.store.clone(), Arc::clone(&stop));
    // Both files come in force together, so no moment has one without the other.
    let writer = tokio::spawn(async move {
        let mut version = 0;
        while !told.load(Ordering::Relaxed) {
            let text = format!("v{version}");
            let steps = vec![add("a.yaml", &text), add("b.yaml", &text)];
            done(&store, change(SERVER, version, steps)).await;
            version += 1;
        }
        version
    });
    let mut moments = Vec::new();
    for number in 0..5 {
        let to = home.folder.path().join(format!("copy-{number}.sqlite"));
        Store::backup(&home.path(), &to).await.unwrap();
        let copy = Store::open(&to).await.unwrap();
        let versions = copy.versions(SERVER).await.unwrap().rules.0;
        let files = in_force(&copy, SERVER).await;
        assert_eq!(copy.history(SERVER, 0, 100_000).await.unwrap().len() as i64, versions);
        for (_, number, text) in &files {
            assert_eq!((*number, text.as_str()), (versions, &*format!("v{}", versions - 1)));
        }
        moments.push(versions);
    }
    stop.store(true, Ordering::Relaxed);
    let last = writer.await.unwrap();
    assert!(moments.is_sorted() && moments.last() <= Some(&last), "{moments:?} {last}");
    assert!(last > 0);

    // Put in place, the last copy is what there was at its moment: the history up to there, and its files.
    let whole = home.store.history(SERVER, 0, 100_000).await.unwrap();
    let moment = moments.pop().unwrap();
    let up_to_there: Vec<_> = whole.into_iter().filter(|entry| entry.version.0 <= moment).collect();
    let store = put_in_place(&home, &home.folder.path().join("copy-4.sqlite")).await;
    assert_eq!(store.history(SERVER, 0, 100_000).await.unwrap(), up_to_there);
    let text = format!("v{}", moment - 1);
    let expected = ["a.yaml", "b.yaml"].map(|file| (file.to_owned(), moment, text.clone()));
    assert_eq!(in_force(&store, SERVER).await, expected);
    done(&store, change(SERVER, moment, vec![add("a.yaml", "y")])).await;
}

/// As docs/operations.md says: stop, put the copy in place, start.
async fn put_in_place(home: &Home, copy: &std::path::Path) -> Store {
    home.store.close().await;
    for companion in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{companion}", home.path().display()));
    }
    std::fs::copy(copy, home.path()).unwrap();
    Store::open(&home.path()).await.unwrap()
}

#[tokio::test]
async fn a_restored_copy_gives_the_same() {
    let home = Home::new().await;
    done(&home.store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    let copy = home.folder.path().join("copy.sqlite");
    Store::backup(&home.path(), &copy).await.unwrap();
    let before =
        (in_force(&home.store, SERVER).await, home.store.history(SERVER, 0, 9).await.unwrap());
    done(&home.store, change(SERVER, 1, vec![add("a.yaml", "wrong")])).await;
    let store = put_in_place(&home, &copy).await;
    assert_eq!(
        (in_force(&store, SERVER).await, store.history(SERVER, 0, 9).await.unwrap()),
        before
    );
    done(&store, change(SERVER, 1, vec![add("a.yaml", "y")])).await;
}

#[tokio::test]
async fn a_copy_takes_nobodys_place_and_leaves_no_halves() {
    let home = Home::new().await;
    let to = home.folder.path().join("there.sqlite");
    std::fs::write(&to, "something of mine").unwrap();
    let taken = Store::backup(&home.path(), &to).await;
    assert!(matches!(taken, Err(StoreError::PlaceTaken(_))), "{taken:?}");
    assert_eq!(std::fs::read(&to).unwrap(), b"something of mine");
    let nothing = home.folder.path().join("nothing.sqlite");
    let new = home.folder.path().join("new.sqlite");
    let gone = Store::backup(&nothing, &new).await;
    assert!(matches!(gone, Err(StoreError::OutOfReach(_))), "{gone:?}");
    std::fs::write(&nothing, "not a database, but long enough to be looked at").unwrap();
    let odd = Store::backup(&nothing, &new).await;
    assert!(matches!(odd, Err(StoreError::Damaged(_))), "{odd:?}");
    let mut left: Vec<String> = std::fs::read_dir(home.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("new"))
        .collect();
    left.sort();
    assert_eq!(left, Vec::<String>::new());
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_can_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a/b/data.sqlite");
    let store = Store::open(&path).await.unwrap();
    done(&store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    let copy = folder.path().join("copy.sqlite");
    Store::backup(&path, &copy).await.unwrap();
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
    let beside = |ending: &str| std::path::PathBuf::from(format!("{}{ending}", path.display()));
    for file in [path.clone(), beside("-wal"), beside("-shm"), copy] {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    assert_eq!(mode(path.parent().unwrap()), 0o700);
}

#[tokio::test]
async fn a_backup_is_put_in_place_only_where_nobody_has_the_database_open_and_it_is_sound() {
    let home = Home::new().await;
    done(&home.store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    let copy = home.folder.path().join("copy.sqlite");
    Store::backup(&home.path(), &copy).await.unwrap();
    done(&home.store, change(SERVER, 1, vec![add("a.yaml", "later")])).await;
    let open = Store::restore(&copy, &home.path()).await;
    assert!(matches!(open, Err(StoreError::Busy(_))), "{open:?}");
    home.store.close().await;
    let odd = home.folder.path().join("odd.sqlite");
    for (text, is_expected) in [
        ("", (|it| matches!(it, StoreError::Empty)) as fn(&StoreError) -> bool),
        ("some notes of mine, which are no database", |it| matches!(it, StoreError::Damaged(_))),
    ] {
        std::fs::write(&odd, text).unwrap();
        let refused = Store::restore(&odd, &home.path()).await.unwrap_err();
        assert!(is_expected(&refused), "{text}: {refused:?}");
    }
    let aside = Store::restore(&copy, &home.path()).await.unwrap().unwrap();
    let store = Store::open(&home.path()).await.unwrap();
    assert_eq!(in_force(&store, SERVER).await, [("a.yaml".to_owned(), 1, "x".to_owned())]);
    let before = Store::open(&aside).await.unwrap();
    assert_eq!(in_force(&before, SERVER).await, [("a.yaml".to_owned(), 2, "later".to_owned())]);
    // Into a place where nothing is, and over something that is broken.
    let new = home.folder.path().join("new.sqlite");
    assert_eq!(Store::restore(&copy, &new).await.unwrap(), None);
    std::fs::write(&new, "broken, and long enough to be looked at as a database").unwrap();
    assert!(Store::restore(&copy, &new).await.unwrap().is_some());
    Store::open(&new).await.unwrap();
}

#[tokio::test]
async fn after_a_clean_stop_the_file_alone_holds_everything() {
    let home = Home::new().await;
    done(&home.store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    home.store.close().await;
    let copy = home.folder.path().join("copy.sqlite");
    std::fs::copy(home.path(), &copy).unwrap();
    let store = Store::open(&copy).await.unwrap();
    assert_eq!(in_force(&store, SERVER).await.len(), 1);
}

#[tokio::test]
async fn a_look_makes_nothing() {
    let home = Home::new().await;
    let names = || {
        let entries = std::fs::read_dir(home.folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let open = names();
    Store::look(&home.path()).await.unwrap();
    assert_eq!(names(), open);
    home.store.close().await;
    let closed = names();
    Store::look(&home.path()).await.unwrap();
    let none = home.folder.path().join("none.sqlite");
    assert!(matches!(Store::look(&none).await, Err(StoreError::OutOfReach(_))));
    assert_eq!(names(), closed);
}

#[cfg(feature = "cli")]
mod command {
    use std::path::Path;
    use std::process::{Command, Output};

    use kalologos::store::Store;

    use crate::store::common::*;

    fn backup(data: &Path, to: &Path, language: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_kalologos"))
            .args(["backup", "--language", language, "--data"])
            .args([data, to])
            .output()
            .unwrap()
    }

    #[tokio::test]
    async fn the_command_copies_while_another_process_holds_the_database() {
        let home = Home::new().await;
        done(&home.store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
        let to = home.folder.path().join("αντίγραφο.sqlite");
        let output = backup(&home.path(), &to, "el");
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            said.starts_with("Το αντίγραφο του «") && said.contains("αντίγραφο.sqlite"),
            "{said}"
        );
        let copy = Store::open(&to).await.unwrap();
        assert_eq!(in_force(&copy, SERVER).await, in_force(&home.store, SERVER).await);
        // And the one that was open goes on.
        done(&home.store, change(SERVER, 1, vec![add("a.yaml", "y")])).await;
    }

    #[tokio::test]
    async fn a_backup_finds_the_database_of_the_configuration_and_comes_back() {
        let home = Home::new().await;
        done(&home.store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
        home.store.close().await;
        std::fs::write(home.folder.path().join("kalologos.toml"), "data = \"data.sqlite\"\n")
            .unwrap();
        let run = |arguments: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_kalologos"));
            command.args(arguments).args(["--language", "en"]).current_dir(home.folder.path());
            let output = command.env_clear().output().unwrap();
            let text = [output.stdout, output.stderr].concat();
            (output.status.code(), String::from_utf8(text).unwrap())
        };
        let (code, said) = run(&["backup", "copy.sqlite"]);
        assert_eq!(code, Some(0), "{said}");
        let (code, said) = run(&["restore", "copy.sqlite"]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("data.sqlite.before-restore-1"), "{said}");
        for url in ["postgres://name:secret@host/data", "mysql://host/data"] {
            let (code, said) = run(&["backup", "other.sqlite", "--data", url]);
            assert_eq!(code, Some(2), "{said}");
            assert!(said.contains("are not supported") && !said.contains("secret"), "{said}");
        }
    }

    #[tokio::test]
    async fn what_stands_in_the_way_is_told_in_both_languages() {
        let home = Home::new().await;
        let place = |name: &str| home.folder.path().join(name);
        std::fs::write(place("odd.sqlite"), "some notes of mine, which are no database").unwrap();
        for (data, to, el, en) in [
            (home.path(), home.path(), "υπάρχει ήδη", "already exists"),
            (place("none.sqlite"), place("new.sqlite"), "Δεν βρίσκω δεδομένα", "I found no data"),
            (place("odd.sqlite"), place("new.sqlite"), "δεν διαβάζεται", "can't be read properly"),
            (home.path(), place("odd.sqlite/new.sqlite"), "δεν γράφεται", "I can't write the copy"),
        ] {
            for (language, expected) in [("el", el), ("en", en)] {
                let output = backup(&data, &to, language);
                let said = String::from_utf8(output.stderr).unwrap();
                assert_eq!(output.status.code(), Some(2), "{said}");
                assert!(said.starts_with("kalologos: ") && said.contains(expected), "{said}");
            }
            assert!(!place("new.sqlite").exists());
        }
        assert!(place("odd.sqlite").exists());
    }
}

/// SQLite takes `file:x` for an address: the copy would be made beside where it is looked for, for others to read.
#[tokio::test]
async fn a_name_that_is_an_address_is_refused_and_nothing_is_left() {
    let home = Home::new().await;
    let before = home.folder.path().read_dir().unwrap().count();
    for name in ["file:copy.sqlite", "file:copy.sqlite?mode=memory", "file:///tmp/copy.sqlite"] {
        let refused = Store::backup(&home.path(), std::path::Path::new(name)).await;
        assert!(matches!(refused, Err(StoreError::OutOfReach(_))), "{name}: {refused:?}");
    }
    let folder = home.folder.path().join("a folder");
    std::fs::create_dir(&folder).unwrap();
    // Behind a folder it is a name like any other.
    Store::backup(&home.path(), &folder.join("file:copy.sqlite")).await.unwrap();
    assert_eq!(folder.read_dir().unwrap().count(), 1);
    assert_eq!(home.folder.path().read_dir().unwrap().count(), before + 1);
    assert!(!std::path::Path::new("copy.sqlite.unfinished").exists());
}
