//! What prepares a text. A stand-in, which shows the text as it is.

use serde::{Deserialize, Serialize};

/// What texts are prepared with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SiteIndex {}

/// A picture that is not saved yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewPicture {
    /// The path below the folder of the site.
    pub path: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Where the browser has it: `blob:…`.
    pub url: String,
}

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageEntry {
    /// The file it is made from.
    pub source: String,
    /// Its title.
    pub title: String,
}

/// A prepared text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// The content of `<main>`.
    pub html: String,
    /// The languages of code whose grammars are missing.
    pub missing_grammars: Vec<String>,
}

/// Prepares texts.
#[derive(Debug)]
pub struct Preparer {}

impl Preparer {
    /// With the data of a site.
    #[must_use]
    pub fn new(_index: SiteIndex) -> Self {
        Self {}
    }

    /// Prepares a text.
    #[must_use]
    pub fn prepare(&self, _path: &str, text: &str, _pictures: &[NewPicture]) -> Preview {
        Preview { html: maud::html! { pre { (text) } }.into_string(), missing_grammars: Vec::new() }
    }

    /// Adds the grammar of a language of code.
    pub fn add_grammar(&mut self, _language: &str, _grammar: &[u8]) {}

    /// The pages of the site.
    #[must_use]
    pub fn pages(&self) -> &[PageEntry] {
        &[]
    }
}
