//! The files of the editor: its two programs, made smaller, and their scripts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::tools::Tools;
use super::trunk::Profile;
use super::{glue, imports, split};
use crate::cli::process::command;
use crate::cli::project::{Project, clear};
use crate::cli::remove::remove;

/// The programs as cargo names them: the one of the page, and the one that it loads when a text needs it.
pub(super) const BINARIES: [&str; 2] = ["write", "costly"];
/// How the names of their files begin. The document knows the first: `bundle/output/document/editor.rs`.
const NAMES: [&str; 2] = ["editor", "costly"];
/// The script that starts the editor. It has a comment in place of the name of each file that it loads.
const START: &str = "tools/editor/start.js";

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
    let (editor, costly) = (bound(0)?, bound(1)?);
    let start = text(&project.root().join(START))?;
    clear(folder)?;
    let names = [
        ("/* program */", put(folder, NAMES[0], "_bg.wasm", &editor.wasm)?),
        ("/* costly program */", put(folder, NAMES[1], "_bg.wasm", &costly.wasm)?),
        ("/* costly script */", put(folder, NAMES[1], ".js", glue::lean(&costly.script).as_bytes())?),
    ];
    let start = names.iter().fold(start, |start, (place, name)| start.replacen(place, name, 1));
    put(folder, NAMES[0], ".js", glue::lean(&[editor.script, start].concat()).as_bytes())?;
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
