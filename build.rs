//! Lists the built-in files and packs them: read as YAML here, once, so that no start of the program has to.
//!
//! The modules are the program's own: there is one reader of YAML. What is read is not judged here, and a file
//! that is no YAML is not packed: the program reads it as it reads any other, and says what is wrong with it.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

#[path = "src/rules/node.rs"]
mod node;
#[path = "src/rules/packed.rs"]
mod packed;
#[path = "src/rules/place.rs"]
mod place;
#[path = "src/rules/yaml.rs"]
mod yaml;
#[allow(dead_code, reason = "what is wrong with a file is said by the program")]
#[path = "src/rules/yaml_error.rs"]
mod yaml_error;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use place::{Place, Placed};

const FOLDER: &str = "rules";
/// Names the commit where git can't, as in a package of the sources.
const COMMIT: &str = "KALOLOGOS_COMMIT";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed={FOLDER}");
    println!("cargo:rerun-if-env-changed={COMMIT}");
    println!("cargo:rustc-env=COMMIT={}", commit());
    let mut files = Vec::new();
    collect(Path::new(FOLDER), &mut files)?;
    files.sort_by_key(|path| name(path));
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let root = env::current_dir()?;
    let mut list = String::from("&[\n");
    for (number, path) in files.iter().enumerate() {
        let text = fs::read_to_string(path)?;
        let packed = match yaml::read(&text) {
            Ok(nodes) => {
                let to = out.join(format!("{number}.packed"));
                fs::write(&to, packed::pack(&nodes, &text))?;
                format!("Some(include_bytes!({to:?}))")
            }
            Err(_) => "None".to_owned(),
        };
        let name = name(path);
        let path = root.join(path);
        list += &format!("    ({name:?}, include_str!({path:?}), {packed}),\n");
    }
    list.push(']');
    fs::write(out.join("files.rs"), list)
}

/// The commit that a release is built from. Other builds are made all the time, and shall not wait for git.
fn commit() -> String {
    if let Ok(named) = env::var(COMMIT) {
        return named;
    }
    if env::var("PROFILE").as_deref() != Ok("release") {
        return "unreleased".to_owned();
    }
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok()?;
        let said = String::from_utf8(output.stdout).ok()?.trim().to_owned();
        (output.status.success() && !said.is_empty()).then_some(said)
    };
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]) {
        println!("cargo:rerun-if-changed={log}");
    }
    git(&["rev-parse", "--short=10", "HEAD"]).unwrap_or_else(|| "unknown".to_owned())
}

/// As the program knows it, which looks files up by name.
fn name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}
