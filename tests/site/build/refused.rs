//! If a build cannot write, or another one is running, it says so and leaves the site as it was.

use std::fs::{File, Permissions, create_dir_all, set_permissions};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::build::sample::{Sample, said};

/// A limit on file size has the effect of a full disk: a write that fails in the middle.
#[test]
fn a_full_disk_leaves_the_former_site() {
    let sample = Sample::new("notes");
    let former = sample.built();
    sample.edition("second");
    let full = "trap '' XFSZ; ulimit -f 100;";
    let error = said(&mut sample.command(full, &["build", "--today", "2025-12-31"]), false);
    assert!(error.contains("target/site/build/next/") && error.contains(": File too large"), "{error}");
    assert!(sample.site() == former);
}

#[test]
fn a_folder_that_cannot_be_written_leaves_the_former_site() {
    let sample = Sample::new("notes");
    let former = sample.built();
    sample.edition("second");
    let root = sample.root.metadata().expect("its owner").uid() == 0;
    for (folder, error) in [(".", "cannot be moved to"), ("target/site/build", "cannot be emptied")] {
        let folder = sample.root.join(folder);
        set_permissions(&folder, Permissions::from_mode(0o555)).expect("it is ours");
        let said = said(&mut as_an_owner(&sample, root), false);
        assert!(said.contains(error) && said.contains("Permission denied"), "{said}");
        set_permissions(&folder, Permissions::from_mode(0o755)).expect("it is ours");
        assert!(sample.site() == former);
    }
}

/// Permissions do not apply to root: then another user owns the project and builds it.
fn as_an_owner(sample: &Sample, root: bool) -> Command {
    const NOBODY: u32 = 65_534;
    let build = sample.build();
    if !root {
        return build;
    }
    let folder = sample.root.parent().expect("the temporary folder");
    let program = sample.root.join("bin/program");
    if !program.exists() {
        std::fs::copy(env!("CARGO_BIN_EXE_personal-page"), &program).expect("a copy that anybody may run");
        let given = Command::new("chown").args(["-R", &NOBODY.to_string()]).arg(folder).status();
        assert!(given.is_ok_and(|status| status.success()));
    }
    let mut other = Command::new(program);
    other.args(build.get_args().skip(3)).current_dir(&sample.root).uid(NOBODY).stderr(std::process::Stdio::piped());
    for (key, value) in build.get_envs() {
        match value {
            Some(value) => other.env(key, value),
            None => other.env_remove(key),
        };
    }
    other
}

fn lock(sample: &Sample, command: &str) -> File {
    let folder = sample.root.join("target/site").join(command);
    create_dir_all(&folder).expect("a folder");
    let file = File::create(folder.join("lock")).expect("a file");
    file.lock().expect("nobody else has it");
    file
}

#[test]
fn a_second_build_waits_for_the_first() {
    let sample = Sample::new("notes");
    let former = sample.built();
    sample.edition("second");
    let lock = lock(&sample, "build");
    let mut build = sample.build().spawn().expect("it can be run");
    let mut said = BufReader::new(build.stderr.take().expect("it was asked for"));
    let mut line = String::new();
    said.read_line(&mut line).expect("a line");
    assert_eq!(line, "another `cargo site build` runs here: waiting until it has finished\n");
    assert!(sample.site() == former);
    drop(lock);
    assert!(build.wait().expect("its end").success());
    let mut rest = String::new();
    said.read_to_string(&mut rest).expect("text");
    // On a slow machine, progress is printed too.
    assert!(rest.lines().all(|line| line.starts_with("files written: ")), "{rest}");
    assert!(sample.site() != former);
}

#[test]
fn two_builds_at_once_make_one_whole_site() {
    let sample = Sample::new("notes");
    let former = sample.built();
    let mut builds: Vec<_> = (0..4).map(|_| sample.build().spawn().expect("it can be run")).collect();
    for build in &mut builds {
        assert!(build.wait().expect("its end").success());
    }
    assert!(sample.site() == former);
}

#[test]
fn a_site_is_served_once_and_can_be_built_beside_it() {
    let sample = Sample::new("notes");
    let _lock = lock(&sample, "serve");
    let error = said(&mut sample.command("", &["serve", "--port", "0"]), false);
    assert_eq!(error, "`cargo site serve` already runs for this site: use that one, or stop it in its terminal\n");
    assert!(sample.built().len() > 150);
}
