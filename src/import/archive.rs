//! Exports that are packed: a `.zip`, as Medium and WordPress.com send it, or a single file in a `.gz`.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::read::MultiGzDecoder;
use tempfile::TempDir;
use zip::ZipArchive;

/// In bytes, of all files of an archive: more than an export has.
const MAX_TOTAL_BYTES: u64 = 16 << 30;
/// Texts are packed to a tenth, and what is made to fill a disk to a thousandth. The second is in bytes.
const MAX_RATIO: u64 = 100;
const MIN_TOTAL_BYTES: u64 = 256 << 20;
const MAX_FILES: usize = 200_000;

/// An archive that was unpacked into a folder, which is deleted with it.
#[derive(Debug)]
pub(super) struct Unpacked {
    _folder: TempDir,
    /// The file or folder to import.
    pub(super) path: PathBuf,
}

/// Unpacks an archive. `None` if the path is none.
///
/// # Errors
/// It cannot be read, is too large, or has a path that leads out of its folder.
pub(super) fn unpack(path: &Path) -> Result<Option<Unpacked>> {
    let mut head = [0; 4];
    let is_read = path.is_file() && File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok();
    let unpack: fn(&Path, &Path) -> Result<PathBuf> = match head {
        [b'P', b'K', 3, 4] => unzip,
        [0x1f, 0x8b, ..] => gunzip,
        _ => return Ok(None),
    };
    if !is_read {
        return Ok(None);
    }
    let folder = tempfile::tempdir().context("a folder to unpack into cannot be made")?;
    let unpacked = unpack(path, folder.path())
        .with_context(|| format!("{}: cannot be unpacked: unpack it yourself, and give the folder", path.display()))?;
    Ok(Some(Unpacked { _folder: folder, path: unpacked }))
}

/// Unpacks a zip. The addresses of pictures in exports of Ghost begin with the name of the folder, `content`.
fn unzip(path: &Path, folder: &Path) -> Result<PathBuf> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?))?;
    if archive.len() > MAX_FILES {
        bail!("it has more than {MAX_FILES} files");
    }
    let root = folder.join("content");
    let mut rest = max_total(path)?;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index)?;
        let Some(name) = entry.enclosed_name() else { bail!("\"{}\" leads out of the archive", entry.name()) };
        // What macOS adds; and a symbolic link could lead anywhere.
        if entry.is_dir() || entry.is_symlink() || name.starts_with("__MACOSX") {
            continue;
        }
        let to = root.join(name);
        write(&mut entry, &to, &mut rest)?;
        if let Some(time) = entry.last_modified().and_then(modified) {
            // Best effort: it is the date of a text that has none.
            let _ = File::options().write(true).open(&to).and_then(|file| file.set_modified(time));
        }
    }
    Ok(innermost(root))
}

/// The time of an entry, which has no zone: it is taken as UTC.
fn modified(time: zip::DateTime) -> Option<std::time::SystemTime> {
    let [month, day, hour, minute, second] =
        [time.month(), time.day(), time.hour(), time.minute(), time.second()].map(|part| i8::try_from(part).ok());
    let year = i16::try_from(time.year()).ok()?;
    let civil = jiff::civil::DateTime::new(year, month?, day?, hour?, minute?, second?.min(59), 0).ok()?;
    std::time::SystemTime::try_from(jiff::tz::Offset::UTC.to_timestamp(civil).ok()?).ok()
}

fn gunzip(path: &Path, folder: &Path) -> Result<PathBuf> {
    let name = path.file_stem().map_or_else(|| PathBuf::from("export"), PathBuf::from);
    if name.extension().is_some_and(|ending| ending == "tar") || path.extension().is_some_and(|ending| ending == "tgz")
    {
        bail!("it is an archive of tar");
    }
    let to = folder.join(name);
    write(&mut MultiGzDecoder::new(BufReader::new(File::open(path)?)), &to, &mut max_total(path)?)?;
    Ok(to)
}

/// The bytes that an archive may have unpacked.
fn max_total(path: &Path) -> Result<u64> {
    let packed = path.metadata()?.len();
    Ok(packed.saturating_mul(MAX_RATIO).clamp(MIN_TOTAL_BYTES, MAX_TOTAL_BYTES))
}

/// Writes a file of which no more than `rest` bytes are read, whatever the archive says of its size.
fn write(from: &mut dyn Read, to: &Path, rest: &mut u64) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    let written = io::copy(&mut from.take(*rest + 1), &mut File::create(to)?)?;
    *rest = rest.checked_sub(written).context("its files are larger than those of an export can be")?;
    Ok(())
}

/// The folder, or the only folder in it, where an archive has one around everything.
fn innermost(mut folder: PathBuf) -> PathBuf {
    loop {
        let entries = fs::read_dir(&folder).map(|entries| entries.flatten().collect::<Vec<_>>()).unwrap_or_default();
        let [only] = entries.as_slice() else { return folder };
        // A folder that an export is recognised by.
        if !only.path().is_dir() || ["posts", "data", "images"].iter().any(|name| only.file_name() == *name) {
            return folder;
        }
        folder = only.path();
    }
}
