//! Writes the files of a site into a folder. A file that the former site has already, made from the same inputs, is not
//! made and written again but linked: it keeps its time, and tools that upload what has changed leave it alone.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::former::{Former, Made, State};
use crate::bundle::address::OutputPath;
use crate::bundle::cache::state_of;
use crate::bundle::diagnostics::failure::Failure;
use crate::bundle::key::Key;

/// Writes the files of a site into a folder.
pub(crate) struct Writer<'a> {
    folder: &'a Path,
    /// The former site; `None` if all files have to be written.
    former: Option<Former>,
    files: Mutex<BTreeMap<String, Made>>,
}

impl<'a> Writer<'a> {
    /// Writes into `folder`. `former`: the folder of the former site.
    pub(crate) fn new(folder: &'a Path, former: Option<&Path>) -> Self {
        let former = former.map(|site| Former::read(site, &record(folder)));
        Self { folder, former, files: Mutex::default() }
    }

    /// Whether there is a file already.
    pub(crate) fn has(&self, path: &OutputPath) -> bool {
        path.within(self.folder).exists()
    }

    /// Makes the folders of files beforehand, each once.
    pub(crate) fn make_folders<'p>(&self, files: impl Iterator<Item = &'p OutputPath>) -> Result<(), Failure> {
        let ends = |path: &'p str| path.match_indices('/').map(|(end, _)| &path[..end]).enumerate();
        let mut levels: Vec<BTreeSet<&str>> = Vec::new();
        for (depth, folder) in files.flat_map(|path| ends(path.as_str())) {
            levels.resize_with(levels.len().max(depth + 1), BTreeSet::new);
            levels[depth].insert(folder);
        }
        let make = |folder: &Path| fs::create_dir_all(folder).map_err(Failure::io(folder));
        make(self.folder)?;
        // A folder comes before those in it.
        levels.iter().try_for_each(|level| level.par_iter().try_for_each(|folder| make(&self.folder.join(folder))))
    }

    /// Writes a file that is made whenever its inputs have changed. All that determines its bytes is an input. Its folder
    /// has to be there.
    pub(crate) fn write<'b>(
        &self,
        path: &OutputPath,
        inputs: impl FnOnce() -> Key,
        make: impl FnOnce() -> io::Result<Cow<'b, [u8]>>,
    ) -> Result<(), Failure> {
        self.add(path, inputs, || {
            let bytes = make()?;
            Ok((bytes.len() as u64, io::Cursor::new(bytes)))
        })
    }

    /// Writes a file whose bytes are there.
    pub(crate) fn write_bytes(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), Failure> {
        self.write(path, || Key::new("bytes", &[bytes]), || Ok(bytes.into()))
    }

    /// Streams a file: media may exceed RAM. A source in the same state as before has the same bytes.
    pub(crate) fn copy(&self, path: &OutputPath, from: &Path, source: File) -> Result<(), Failure> {
        let found = source.metadata().map_err(Failure::io(from))?;
        let inputs = || Key::new("copy", &[from.as_os_str().as_encoded_bytes(), state_of(&found).as_bytes()]);
        self.add(path, inputs, || Ok((found.len(), source)))
    }

    /// `make` returns the length of a file in bytes, and where to read it from.
    fn add<S: Read + Seek>(
        &self,
        path: &OutputPath,
        inputs: impl FnOnce() -> Key,
        make: impl FnOnce() -> io::Result<(u64, S)>,
    ) -> Result<(), Failure> {
        let to = path.within(self.folder);
        let Some(former) = &self.former else {
            let file = || File::create(&to);
            return make()
                .and_then(|(_, mut source)| written(file()?, &mut source))
                .map(drop)
                .map_err(Failure::io(&to));
        };
        let inputs = inputs().name().to_owned();
        let state = former.link(path.as_str(), &inputs, &to).map_or_else(
            || {
                let (length, mut source) = make()?;
                if let Some(state) = former.link_same(path.as_str(), &mut source, length, &to) {
                    return Ok(state);
                }
                source.rewind()?;
                // Never one that is there: it could be a link to a file of the former site.
                written(File::create_new(&to)?, &mut source)
            },
            Ok,
        );
        let made = Made { inputs, state: state.map_err(Failure::io(&to))? };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.as_str().to_owned(), made);
        Ok(())
    }

    /// Notes what the files were made from, for the next build.
    pub(crate) fn finish(self) {
        if self.former.is_some() {
            let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
            // Best effort: without it, the next build writes all files.
            let _ = serde_json::to_vec(&files).map(|json| fs::write(record(self.folder), json));
        }
    }
}

/// Writes a new file, and returns its state.
fn written(mut file: File, source: &mut impl Read) -> io::Result<State> {
    io::copy(source, &mut file)?;
    State::of(&file)
}

/// The file beside a site's folder that says what its files were made from.
fn record(folder: &Path) -> PathBuf {
    folder.with_extension("files.json")
}
