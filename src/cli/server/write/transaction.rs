//! Saves several files at once: all of them, or none, also if the process is killed or the power fails meanwhile.
//!
//! The new files are written beside the old ones and forced to the disk; then each takes its place by a rename, which the
//! file system does wholly or not at all. A journal says what is under way. A save that did not end is undone by the next
//! save or the next start of the server; until then, after a crash between two renames, some files may be new and others
//! old, and each of them is whole. Disks that report data as written before it is may lose the last save in a power cut.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::journal::{Failed, Journal, sync_folder};
use super::plan::Step;
use super::refused::Refused;

/// The place of the journal, and the folder that it is about.
#[derive(Debug)]
pub(super) struct Transactions {
    root: PathBuf,
    /// Is there while a save is under way.
    running: PathBuf,
    /// Is there while the temporary files of a save that is done are removed.
    done: PathBuf,
}

impl Transactions {
    /// Transactions on the site in `root`, with the journal in the folder `work`.
    pub(super) fn of(root: &Path, work: &Path) -> Self {
        let [running, done] = ["save.json", "save.done.json"].map(|name| work.join(name));
        Self { root: root.to_owned(), running, done }
    }

    /// Undoes a save that did not end, and returns whether there was one.
    pub(super) fn recover(&self) -> Result<bool, Refused> {
        let recover = |file: &Path, end: &dyn Fn(&Journal) -> Result<(), Failed>, problem: &str| {
            let ended = match read(file) {
                Ok(Some(journal)) => end(&journal).map(|()| true),
                Ok(None) => Ok(false),
                Err(error) => Err(Failed::at(file)(error)),
            };
            ended.map_err(|Failed { path, error }| {
                let message = format!("a former save {problem}: {}: {error}", path.display());
                let remedy =
                    format!("make that file and its folder writable and save again, or delete {}", file.display());
                Refused::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, message, remedy)
            })
        };
        let undo = |journal: &Journal| journal.undo(&self.root).and_then(|()| remove(&self.running));
        recover(&self.done, &|journal| self.finish(journal), "is done, but its temporary files cannot be removed")?;
        recover(&self.running, &undo, "did not end, and cannot be undone")
    }

    /// Does steps. `check` is called right before the first of them.
    pub(super) fn commit(&self, steps: &[Step], check: impl FnOnce() -> Result<(), Refused>) -> Result<(), Refused> {
        let mut token = [0; 8];
        getrandom::fill(&mut token)
            .map_err(|error| Refused::io(Path::new("a random number"), &io::Error::other(error)))?;
        let journal = Journal::of(&self.root, steps, &format!("{:016x}", u64::from_ne_bytes(token)));
        write(&self.running, &journal).map_err(|error| Refused::io(&self.running, &error))?;
        let io = |Failed { path, error }: Failed| Refused::io(&path, &error);
        let done = journal.stage(&self.root, steps).map_err(io).and_then(|()| check());
        let done = done.and_then(|()| journal.apply(&self.root).and_then(|()| journal.sync(&self.root)).map_err(io));
        let done = done
            .and_then(|()| fs::rename(&self.running, &self.done).map_err(|error| Refused::io(&self.running, &error)));
        if let Err(refused) = done {
            // If this fails too, the journal stays, and the next save says so.
            let _ = journal.undo(&self.root).and_then(|()| remove(&self.running));
            return Err(refused);
        }
        // The save is done: what cannot be removed now is removed by the next one.
        let _ = self.finish(&journal);
        Ok(())
    }

    /// Removes the former files of a save that is done, which nothing can undo after that: so only when the disk has its
    /// journal under the name that says so.
    fn finish(&self, journal: &Journal) -> Result<(), Failed> {
        let work = self.done.parent().unwrap_or(&self.done);
        sync_folder(work).map_err(Failed::at(work))?;
        journal.clean(&self.root)?;
        remove(&self.done)
    }
}

fn read(file: &Path) -> io::Result<Option<Journal>> {
    match fs::read(file) {
        Ok(text) => Ok(Some(serde_json::from_slice(&text)?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn write(file: &Path, journal: &Journal) -> io::Result<()> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)?;
    let next = file.with_extension("next");
    let mut written = File::create(&next)?;
    written.write_all(&serde_json::to_vec(journal)?)?;
    written.sync_all()?;
    fs::rename(&next, file)?;
    sync_folder(folder)
}

fn remove(file: &Path) -> Result<(), Failed> {
    fs::remove_file(file).map_err(Failed::at(file))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};

    use walkdir::WalkDir;

    use super::super::journal::Journal;
    use super::super::plan::Step;
    use super::super::refused::Refused;
    use super::{Transactions, write};

    /// All files and folders, and what is in the files.
    fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
        let entries = WalkDir::new(root).into_iter().map(|entry| entry.expect("an entry").into_path());
        entries.map(|path| (path.clone(), fs::read(path).unwrap_or_default())).collect()
    }

    fn site() -> (tempfile::TempDir, Vec<Step>) {
        let dir = tempfile::tempdir().expect("a folder for a test");
        let root = dir.path();
        fs::create_dir_all(root.join("posts/trip")).expect("a folder for a test");
        for (path, text) in
            [("hello.md", "Hello."), ("trip/index.md", "The trip."), ("old.md", "Old."), ("gone.md", "Gone.")]
        {
            fs::write(root.join("posts").join(path), text).expect("a file for a test");
        }
        let post = |path: &str| root.join("posts").join(path);
        let put = |path: &str, like: Option<&str>, replaces| Step::Put {
            path: post(path),
            bytes: format!("New words of {path}.").into_bytes(),
            replaces,
            like: like.map(post),
        };
        let steps = vec![
            Step::Move { from: post("gone.md"), to: root.join(".trash/2025-03-01/posts/gone.md") },
            Step::Move { from: post("trip/index.md"), to: post("2025/trip/index.md") },
            Step::Remove { path: post("old.md") },
            put("renamed.md", Some("old.md"), false),
            put("hello.md", Some("hello.md"), true),
            put("new/folder/picture.jpg", None, false),
        ];
        (dir, steps)
    }

    #[test]
    fn a_save_that_is_killed_after_any_step_is_undone_by_the_next_start() {
        for done in 0..=6 {
            let (dir, steps) = site();
            let (work, root) = (tempfile::tempdir().expect("a folder for a test"), dir.path());
            let transactions = Transactions::of(root, work.path());
            let before = files(root);
            let journal = Journal::of(root, &steps, "0");
            write(&transactions.running, &journal).expect("a journal");
            journal.stage(root, &steps[..]).expect("they can be written");
            journal.first(done).apply(root).expect("they can be done");
            assert_ne!(files(root), before);
            assert!(transactions.recover().expect("it can be undone"));
            assert_eq!(files(root), before, "after {done} steps");
            assert!(!transactions.recover().expect("there is nothing to undo"));
        }
    }

    #[test]
    fn a_save_that_is_killed_while_its_files_are_written_leaves_nothing() {
        for staged in 0..=6 {
            let (dir, steps) = site();
            let (work, root) = (tempfile::tempdir().expect("a folder for a test"), dir.path());
            let transactions = Transactions::of(root, work.path());
            let before = files(root);
            let journal = Journal::of(root, &steps, "0");
            write(&transactions.running, &journal).expect("a journal");
            journal.stage(root, &steps[..staged]).expect("they can be written");
            assert!(transactions.recover().expect("it can be undone"));
            assert_eq!(files(root), before, "after {staged} files");
        }
    }

    #[test]
    fn a_save_that_is_killed_after_its_last_step_is_done() {
        let (dir, steps) = site();
        let (work, root) = (tempfile::tempdir().expect("a folder for a test"), dir.path());
        let transactions = Transactions::of(root, work.path());
        let journal = Journal::of(root, &steps, "0");
        write(&transactions.done, &journal).expect("a journal");
        journal.stage(root, &steps).and_then(|()| journal.apply(root)).expect("they can be done");
        assert!(!transactions.recover().expect("it can be ended"), "nothing is undone");
        let left = files(root);
        assert_eq!(left[&root.join("posts/hello.md")], b"New words of hello.md.");
        assert_eq!(left[&root.join(".trash/2025-03-01/posts/gone.md")], b"Gone.");
        assert!(!left.keys().any(|path| path.to_string_lossy().contains(".write-")), "{left:?}");
        assert!(fs::read_dir(work.path()).expect("a folder").next().is_none());
    }

    #[test]
    fn who_cannot_save_is_told_which_journal_to_delete() {
        type JournalOf = fn(&Transactions) -> PathBuf;
        let (done, running): (JournalOf, JournalOf) = (|it| it.done.clone(), |it| it.running.clone());
        let kinds = [
            (done, "is done, but its temporary files cannot be removed"),
            (running, "did not end, and cannot be undone"),
        ];
        for (journal_of, problem) in kinds {
            let (dir, steps) = site();
            let (work, root) = (tempfile::tempdir().expect("a folder for a test"), dir.path());
            let transactions = Transactions::of(root, work.path());
            let file = journal_of(&transactions);
            write(&file, &Journal::of(root, &steps, "0")).expect("a journal");
            // A folder cannot be removed as a file is.
            fs::create_dir(root.join("posts/.write-0-3.new")).expect("a folder for a test");
            let Err(Refused::Because(_, refusal)) = transactions.recover() else { panic!("it is refused") };
            assert!(refusal.message.contains(problem), "{}", refusal.message);
            assert!(refusal.remedy.ends_with(&format!("or delete {}", file.display())), "{}", refusal.remedy);
            fs::remove_file(&file).expect("the file that the remedy names");
            assert!(!transactions.recover().expect("nothing is left to end"));
        }
    }

    #[test]
    fn what_somebody_changed_after_the_crash_is_left_as_it_is() {
        let (dir, steps) = site();
        let (work, root) = (tempfile::tempdir().expect("a folder for a test"), dir.path());
        let transactions = Transactions::of(root, work.path());
        let journal = Journal::of(root, &steps, "0");
        write(&transactions.running, &journal).expect("a journal");
        journal.stage(root, &steps).and_then(|()| journal.apply(root)).expect("they can be done");
        for path in ["posts/hello.md", "posts/new/folder/picture.jpg"] {
            fs::write(root.join(path), "Changed since.").expect("a file for a test");
        }
        assert!(transactions.recover().expect("it can be undone"));
        for path in ["posts/hello.md", "posts/new/folder/picture.jpg"] {
            assert_eq!(fs::read(root.join(path)).expect("a file"), b"Changed since.");
        }
        assert_eq!(fs::read(root.join("posts/old.md")).expect("a file"), b"Old.");
    }

    #[test]
    fn a_step_that_fails_undoes_those_before_it() {
        let (dir, mut steps) = site();
        let (work, root) = (tempfile::tempdir().expect("a folder for a test"), dir.path());
        // Found by the system only: a folder is where the file is to be.
        steps.push(Step::Put { path: root.join("posts/trip"), bytes: b"New.".into(), replaces: false, like: None });
        fs::write(root.join("posts/trip/lake.jpg"), "A picture.").expect("a file for a test");
        let before = files(root);
        let transactions = Transactions::of(root, work.path());
        assert!(transactions.commit(&steps, || Ok(())).is_err());
        assert_eq!(files(root), before);
        assert!(fs::read_dir(work.path()).expect("a folder").next().is_none());
    }
}
