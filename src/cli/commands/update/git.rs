//! Runs git in a project.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use crate::cli::process::command;

pub(super) struct Git {
    root: PathBuf,
    /// The file of another index than the repository's own.
    index: Option<PathBuf>,
}

impl Git {
    pub(super) fn of(root: &Path) -> Self {
        Self { root: root.to_owned(), index: None }
    }

    /// The same repository with another index.
    pub(super) fn with_index(&self, index: PathBuf) -> Self {
        Self { root: self.root.clone(), index: Some(index) }
    }

    /// What a command prints, without white space at the end.
    ///
    /// # Errors
    /// It fails, or git cannot be run. The error is what git printed.
    pub(super) fn text(&self, words: &[&str]) -> Result<String> {
        printed(self.output(words, None)?, words)
    }

    /// The same, with an input.
    pub(super) fn text_from(&self, words: &[&str], input: &str) -> Result<String> {
        printed(self.output(words, Some(input))?, words)
    }

    /// Whether a command succeeds.
    pub(super) fn succeeds(&self, words: &[&str]) -> Result<bool> {
        Ok(self.output(words, None)?.status.success())
    }

    fn output(&self, words: &[&str], input: Option<&str>) -> Result<Output> {
        let mut git: Command = command("git");
        git.current_dir(&self.root).args(words).stdout(Stdio::piped()).stderr(Stdio::piped());
        git.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
        if let Some(index) = &self.index {
            git.env("GIT_INDEX_FILE", index);
        }
        let mut git = git.spawn().context("git cannot be run: install it, or put it on PATH")?;
        if let (Some(input), Some(mut stdin)) = (input, git.stdin.take()) {
            stdin.write_all(input.as_bytes()).context("git reads no input")?;
        }
        git.wait_with_output().context("git has no output")
    }
}

fn printed(output: Output, words: &[&str]) -> Result<String> {
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned());
    }
    let said = [output.stderr, output.stdout].map(|text| String::from_utf8_lossy(&text).trim().to_owned());
    bail!("git {}: {}", words.first().unwrap_or(&""), said.join("\n").trim())
}
