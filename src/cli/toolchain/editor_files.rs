//! The files of the editor: its programs, made smaller, and their scripts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::tools::Tools;
use super::trunk::Profile;
use super::{checksum_table, entity_table, glue, imports, split};
use crate::cli::process::command;
use crate::cli::project::{Project, clear};
use crate::cli::remove::remove;

/// The programs as cargo names them: that of the page, that of its worker, and the one that the worker loads when a text
/// needs it.
pub(super) const BINARIES: [&str; 3] = ["write", "prepare", "costly"];
/// How the names of their files begin. `bundle/output/document/editor.rs` knows the first two.
const NAMES: [&str; 3] = ["editor", "prepare", "costly"];
/// The scripts that start the first two. They have a comment in place of the name of each file that they load.
const START: &str = "tools/editor/start.js";
const WORKER: &str = "tools/editor/worker.js";

/// A program and its script.
struct Program {
    wasm: Vec<u8>,
    script: String,
}

/// Writes the programs that cargo has compiled into a folder, and their scripts into another one, each file named by its
/// content.
pub(super) fn write(project: &Project, tools: &Tools, profile: Profile, compiled: &Path, folder: &Path) -> Result<()> {
    let part = folder.with_extension("part");
    clear(&part)?;
    let bound = |index: usize| Program::bind(tools, profile, &compiled.join(BINARIES[index]), &part);
    let (editor, worker, costly) = (bound(0)?, bound(1)?, bound(2)?);
    let (editor, worker) = match profile {
        // The page reads where the parts of a text are, and not what their entities mean.
        Profile::Release => (editor.without(entity_table::without), worker.without(checksum_table::without)),
        Profile::Dev => (editor, worker),
    };
    let [start, start_worker] = [START, WORKER].map(|path| text(&project.root().join(path)));
    clear(folder)?;
    let [costly, costly_script] = costly.put(folder, NAMES[2], "")?;
    let start_worker = start_worker?.replacen("/* costly program */", &costly, 1);
    let [_, worker] = worker.put(folder, NAMES[1], &start_worker.replacen("/* costly script */", &costly_script, 1))?;
    editor.put(folder, NAMES[0], &start?.replacen("/* worker script */", &worker, 1))?;
    remove(&part).with_context(|| format!("{}: cannot be removed", part.display()))
}

impl Program {
    /// The program that cargo has compiled, with the script by which a browser uses it.
    fn bind(tools: &Tools, profile: Profile, compiled: &Path, part: &Path) -> Result<Self> {
        let mut bindgen = command("wasm-bindgen");
        bindgen.env("PATH", &tools.path).args(["--target", "web", "--no-typescript", "--omit-default-module-path"]);
        bindgen.args(["--out-name", "program", "--out-dir"]).arg(part).arg(compiled.with_extension("wasm"));
        let status = bindgen.status().context("wasm-bindgen cannot be run")?;
        ensure!(status.success(), "wasm-bindgen could not prepare the editor: the reason is above");
        let program = Self { wasm: read(&part.join("program_bg.wasm"))?, script: text(&part.join("program.js"))? };
        Ok(if profile == Profile::Release { program.smaller() } else { program })
    }

    /// Writes its files into a folder, and returns their names: the program, and the script with what starts it.
    fn put(self, folder: &Path, stem: &str, start: &str) -> Result<[String; 2]> {
        let program = put(folder, stem, "_bg.wasm", &self.wasm)?;
        let script = [self.script, start.replacen("/* program */", &program, 1)].concat();
        let script = put(folder, stem, ".js", glue::lean(&script).as_bytes())?;
        Ok([program, script])
    }

    /// Without a table that it does not need.
    fn without(self, blank: impl Fn(&[u8]) -> Option<Vec<u8>>) -> Self {
        let wasm = blank(&self.wasm).unwrap_or_else(|| {
            eprintln!(
                "A program of the editor is larger than it could be: a table that it does not need is not found."
            );
            self.wasm
        });
        Self { wasm, script: self.script }
    }

    /// Without what the script does not use, and with numbers in place of the names of its imports.
    fn smaller(self) -> Self {
        let script = glue::without_classes(&self.script);
        let wasm = split::without_unused(&self.wasm, &|name| glue::uses(&script, name)).unwrap_or(self.wasm);
        match imports::number(&wasm, &script) {
            Some((wasm, script)) => Self { wasm, script },
            None => {
                eprintln!(
                    "A program of the editor is larger than it could be: its imports are not those of its script."
                );
                Self { wasm, script }
            }
        }
    }
}

/// Writes a file, `<stem>-<hash><end>`, and returns its name.
fn put(folder: &Path, stem: &str, end: &str, content: &[u8]) -> Result<String> {
    let name = format!("{stem}-{}{end}", &format!("{:x}", Sha256::digest(content))[..16]);
    let path = folder.join(&name);
    fs::write(&path, content).with_context(|| format!("{}: cannot be written", path.display()))?;
    Ok(name)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{}: cannot be read", path.display()))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))
}
