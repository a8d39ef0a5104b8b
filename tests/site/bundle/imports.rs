//! The direction of imports in `src/`: folders import from those before them, and siblings never form a cycle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// The folders in order: each imports from those before it. No program has both `app` and `bundle`.
const CRATE: [&str; 7] = ["content", "markdown", "view", "app", "bundle", "import", "cli"];
const BUNDLE: [&str; 10] =
    ["diagnostics", "options", "input", "article", "library", "output", "checks", "preview", "build", "site"];
const APP: [&str; 5] = ["dom", "session", "features", "navigation", "events"];

/// The path of a module, as a list of names.
type Module = Vec<String>;

#[test]
fn folders_import_from_those_before_them() {
    let imports = imports();
    assert!(imports.len() > 100, "the sources are read");
    for (from, to) in &imports {
        let upward = |folder: Option<&str>, order: &[&str]| {
            let depth = usize::from(folder.is_some());
            let rank = |module: &Module| {
                let inside = folder.is_none_or(|folder| module[0] == folder);
                let name = module.get(depth).filter(|_| inside)?;
                order.iter().position(|known| known == name)
            };
            matches!((rank(from), rank(to)), (Some(from), Some(to)) if from < to)
        };
        let wrong = upward(None, &CRATE) || upward(Some("bundle"), &BUNDLE) || upward(Some("app"), &APP);
        let apart = from[0] == "bundle" && to[0] == "app";
        assert!(!wrong && !apart, "{} imports {}", from.join("::"), to.join("::"));
    }
}

#[test]
fn no_two_modules_of_a_folder_import_each_other_by_any_way() {
    let mut siblings: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (from, to) in imports() {
        let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        if from.len() > shared && to.len() > shared {
            siblings.entry(from[..=shared].to_vec()).or_default().insert(to[..=shared].to_vec());
        }
    }
    for start in siblings.keys() {
        let (mut seen, mut next) = (BTreeSet::new(), vec![start]);
        while let Some(module) = next.pop() {
            for to in siblings.get(module).into_iter().flatten() {
                assert_ne!(to, start, "{} imports itself by way of {}", start.join("::"), module.join("::"));
                if seen.insert(to) {
                    next.push(to);
                }
            }
        }
    }
}

/// Each import of a module of the crate by another.
fn imports() -> BTreeSet<(Module, Module)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(&root).into_iter().filter_map(|entry| {
        let path = entry.expect("a readable folder").into_path();
        let name = path.strip_prefix(&root).ok()?.to_str()?.strip_suffix(".rs")?.to_owned();
        let mut module: Module = name.split('/').map(str::to_owned).collect();
        module.pop_if(|last| matches!(last.as_str(), "mod" | "lib" | "main"));
        Some((module, fs::read_to_string(&path).expect("a readable file")))
    });
    let sources: BTreeMap<Module, String> = files.collect();
    let mut imports = BTreeSet::new();
    for (from, source) in sources.iter().filter(|(module, _)| !module.is_empty()) {
        for path in paths(source) {
            let to = absolute(from, path, &sources);
            if to.as_ref().is_some_and(|to| to != from && !from.starts_with(to)) {
                imports.extend(to.map(|to| (from.clone(), to)));
            }
        }
    }
    imports
}

/// The path of each `use` in a source, except imports of tests.
fn paths(source: &str) -> Vec<Vec<String>> {
    let code = source.split("#[cfg(test)]\nmod").next().unwrap_or_default();
    let mut paths = Vec::new();
    for statement in code.split("\nuse ").skip(1).chain(code.split(" use ").skip(1)) {
        let tree = statement.split(';').next().unwrap_or_default();
        expand(&[], &tree.split_whitespace().collect::<String>(), &mut paths);
    }
    paths
}

/// Expands the braces of a `use`.
fn expand(before: &[String], tree: &str, paths: &mut Vec<Vec<String>>) {
    let (mut depth, mut start) = (0, 0);
    let mut parts = Vec::new();
    for (at, c) in tree.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&tree[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&tree[start..]);
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        let (head, group) = part.split_once('{').map_or((part, None), |(head, group)| (head, group.strip_suffix('}')));
        let names = head.split("::").filter(|name| !name.is_empty()).map(str::to_owned);
        let path: Vec<String> = before.iter().cloned().chain(names).collect();
        match group {
            Some(group) => expand(&path, group, paths),
            None => paths.push(path),
        }
    }
}

/// The module at a path, or the one that contains the item at the path. `None` if it is in another crate.
fn absolute(from: &Module, path: Vec<String>, sources: &BTreeMap<Module, String>) -> Option<Module> {
    let mut module = match path[0].as_str() {
        "crate" => Vec::new(),
        "super" => from.clone(),
        first => {
            let child: Module = from.iter().cloned().chain([first.to_owned()]).collect();
            if !sources.contains_key(&child) {
                return None;
            }
            from.clone()
        }
    };
    for name in path {
        match name.as_str() {
            "crate" => {}
            "super" => drop(module.pop()),
            _ => module.push(name),
        }
    }
    while !module.is_empty() && !sources.contains_key(&module) {
        module.pop();
    }
    Some(module).filter(|module| !module.is_empty())
}
