//! No two files or folders beside each other need each other, not even by way of others: what both need is below them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{rust_files, without_comments};

/// A module by its names from the top: `["store", "sqlite", "form"]`.
type Module = Vec<String>;
/// What each child of one parent names among its siblings.
type Siblings = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_siblings_need_each_other() {
    let src = Path::new("src");
    let sources: BTreeMap<Module, String> = rust_files(src)
        .iter()
        .map(|file| (module(file.strip_prefix(src).unwrap()), fs::read_to_string(file).unwrap()))
        .collect();
    let found = circles(&sources);
    assert!(found.is_empty(), "in a circle:\n{}", found.join("\n"));
}

fn module(file: &Path) -> Module {
    let names = file.with_extension("");
    let mut names: Module = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.pop_if(|last| last == "mod");
    names
}

/// Each parent with the children that lead back to themselves.
fn circles(sources: &BTreeMap<Module, String>) -> Vec<String> {
    let mut families: BTreeMap<Module, Siblings> = BTreeMap::new();
    for (module, source) in sources {
        for other in modules_used(module, source, sources) {
            let shared = module.iter().zip(&other).take_while(|(one, two)| one == two).count();
            if let (Some(from), Some(to)) = (module.get(shared), other.get(shared)) {
                let family = families.entry(module[..shared].to_vec()).or_default();
                family.entry(from.clone()).or_default().insert(to.clone());
            }
        }
    }
    let in_circles = |family: &Siblings| -> Vec<String> {
        family.keys().filter(|name| reached(family, name).contains(*name)).cloned().collect()
    };
    families
        .iter()
        .map(|(parent, family)| (parent.join("::"), in_circles(family)))
        .filter(|(_, names)| !names.is_empty())
        .map(|(parent, names)| format!("{parent}: {}", names.join(", ")))
        .collect()
}

/// What a sibling needs, directly or by way of others.
fn reached(family: &Siblings, from: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(name) = open.pop() {
        for next in family.get(&name).into_iter().flatten() {
            if reached.insert(next.clone()) {
                open.push(next.clone());
            }
        }
    }
    reached
}

/// The modules that a file names by `crate::` or `super::`, also in groups; its tests are left out.
fn modules_used(
    module: &Module,
    source: &str,
    known: &BTreeMap<Module, String>,
) -> BTreeSet<Module> {
    let code = without_comments(source);
    let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or("");
    let mut used = BTreeSet::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            if code[..at].ends_with(|sign: char| sign.is_alphanumeric() || sign == ':') {
                continue;
            }
            for path in paths(&code[at..]).0 {
                let mut path = absolute(module, &path);
                while !path.is_empty() && !known.contains_key(&path) {
                    path.pop();
                }
                used.insert(path);
            }
        }
    }
    used
}

fn absolute(module: &Module, path: &[&str]) -> Module {
    let supers = path.iter().take_while(|name| **name == "super").count();
    let (base, rest) = match supers {
        0 => (&module[..0], &path[1..]),
        _ => (&module[..module.len().saturating_sub(supers)], &path[supers..]),
    };
    base.iter().cloned().chain(rest.iter().map(|name| (*name).to_owned())).collect()
}

/// All paths that begin here, `{…}` written out, and what follows them.
fn paths(code: &str) -> (Vec<Vec<&str>>, &str) {
    let end =
        code.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(code.len());
    let (name, rest) = code.split_at(end);
    let (tails, rest) = match rest.strip_prefix("::") {
        Some(group) if group.starts_with('{') => members(&group[1..]),
        Some(more) => paths(more),
        None => (vec![Vec::new()], rest),
    };
    let named = tails.into_iter().map(|tail| [vec![name], tail].concat());
    (named.collect(), rest)
}

/// The paths in a group, and what follows its bracket.
fn members(mut code: &str) -> (Vec<Vec<&str>>, &str) {
    let mut found = Vec::new();
    loop {
        code = code.trim_start();
        if let Some(after) = code.strip_prefix('}') {
            return (found, after);
        }
        let (more, rest) = paths(code);
        found.extend(more);
        // A rename, or something that is no path.
        let next = rest.find([',', '}']).unwrap_or(rest.len());
        code = rest[next..].strip_prefix(',').unwrap_or(&rest[next..]);
        if code.is_empty() {
            return (found, code);
        }
    }
}

#[test]
fn a_circle_is_found() {
    for (files, expected) in [
        (&[("a", "use super::b::B;"), ("b", "use crate::a;")][..], ": a, b"),
        (
            &[("a", "use super::b;"), ("b", "fn f() { super::c::g() }"), ("c", "use super::a::X;")],
            ": a, b, c",
        ),
        (
            &[("m/a", "use super::{\n    x, b::{B, C as D},\n};"), ("m/b", "use super::a;")],
            "m: a, b",
        ),
        (&[("m/a", "use crate::n::x;"), ("n/x", ""), ("n/y", "use crate::m::a::A;")], ": m, n"),
        (&[("a", "use super::b;"), ("b", "// super::a in a comment")], ""),
        (&[("a", "use super::b;"), ("b", "#[cfg(test)]\nmod tests {\n    use crate::a;\n}")], ""),
        (&[("m/mod", "use crate::m::a;"), ("m/a", "use super::Shared;")], ""),
    ] {
        let sources = files
            .iter()
            .map(|(path, source)| (module(Path::new(path)), (*source).to_owned()))
            .collect();
        assert_eq!(circles(&sources).join("\n"), expected, "{files:?}");
    }
}
