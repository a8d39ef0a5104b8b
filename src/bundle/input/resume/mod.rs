//! The résumé: `resume.json` in the form of JSON Resume (jsonresume.org), or the same keys in `resume.toml`.

mod check;
mod json;
pub(crate) mod partial_date;
pub(crate) mod record;
mod schema;

use std::path::Path;

use super::fields::reader::FieldReader;
use super::fields::syntax::Syntax;
use super::fields::{from_json, from_toml};
use super::{own_files, text_file};
use crate::bundle::diagnostics::Diagnostics;
use record::Record;

/// The names of the file.
pub const FILES: [&str; 2] = ["resume.json", "resume.toml"];

/// The path of the page, below the base.
pub(crate) const PAGE: &str = "resume";

/// A résumé.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resume {
    /// Its file.
    pub(crate) file: &'static str,
    /// Its values.
    pub(crate) record: Record,
    /// The same as JSON, to be published.
    pub(crate) json: String,
}

/// Reads the résumé of a site, if it has one. What is wrong is reported.
pub(crate) fn read(root: &Path, findings: &mut Diagnostics) -> Option<Resume> {
    let [json, toml] = FILES;
    let [has_json, has_toml] = FILES.map(|file| own_files::is_there(root, file, findings));
    if has_json && has_toml {
        findings.error(Path::new(toml), 0, format!("there is {json} too"), "delete one of the two");
    }
    let file = if has_json { json } else { toml };
    if !has_json && !has_toml {
        return None;
    }
    let mut reader = FieldReader::new(Path::new(file));
    let resume = parse(root, file, &mut reader);
    findings.extend(reader.findings);
    resume
}

fn parse(root: &Path, file: &'static str, reader: &mut FieldReader) -> Option<Resume> {
    let text = text_file::read(root, reader)?;
    let (entries, json) = if file == FILES[0] {
        reader.syntax = Syntax::Json;
        (from_json::entries(&text, reader)?, text)
    } else {
        let entries = from_toml::entries(&text, 1, reader)?;
        let json = json::of(&entries);
        (entries, json)
    };
    Some(Resume { file, record: check::record(&entries, schema::RESUME, "", reader), json })
}
