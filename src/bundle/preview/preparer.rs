//! Prepares texts of a site, one at a time.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::found::{Found, Lines};
use super::index::SiteIndex;
use super::page_entry::PageEntry;
use super::relatives::Relatives;
use super::surroundings::{NewPicture, Surroundings};
use super::{blocks, elements, findings, terms, words};
use crate::bundle::article::code::grammars::Grammars;
use crate::bundle::article::context::Context;
use crate::bundle::article::costly::{Costly, NoWork};
use crate::bundle::article::sanitise::{Rules, allowed};
use crate::bundle::article::{self, Prepared, name_sources};
use crate::bundle::collected::collected;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::config::languages::fitting;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::post::Post;
use crate::bundle::input::source::Source;
use crate::bundle::input::{addresses, authors, text_file};
use crate::bundle::kept::{Kept, Parts};
use crate::content::{Date, Messages};
use crate::markdown::fence;
use crate::view;

/// Prepares texts of the site of an index.
pub struct Preparer {
    index: SiteIndex,
    grammars: Grammars,
    /// What does the costly work, and how often that was set.
    costly: Option<Arc<dyn Costly>>,
    edition: u32,
    /// The results of costly work on parts of the last text.
    parts: Parts,
    surroundings: Mutex<Option<Arc<Surroundings>>>,
    relatives: Relatives,
}

/// A prepared text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// The content of `<main>`, byte for byte as the bundler writes it.
    pub html: String,
    /// The title.
    pub title: String,
    /// What it is about; may be empty.
    pub description: String,
    /// The language of the text.
    pub language: String,
    /// How many words it has. Chinese, Japanese and Korean characters count as one each.
    pub words: u32,
    /// How many minutes it takes to read.
    pub minutes: u32,
    /// What `cargo site check` says about it.
    pub findings: Vec<Found>,
    /// Whether it has been checked. A text that is only drawn has no findings.
    pub is_checked: bool,
    /// The offset in the file of each child of the element of the text, in bytes.
    pub blocks: Vec<u32>,
    /// The offset in [`html`](Self::html) of each child of the element of the text, and of its end, in bytes.
    pub starts: Vec<u32>,
    /// The grammars that its code needs and that are not loaded. Until then it is without colours.
    pub missing_grammars: Vec<String>,
    /// Whether it has formulas or HTML, and nothing to do the costly work is set. Until then they are shown as written.
    pub needs_costly: bool,
}

impl Preparer {
    /// Prepares texts of the site of an index. Code is without colours yet.
    #[must_use]
    pub fn new(mut index: SiteIndex) -> Self {
        let zone = index.zone.as_ref().and_then(|(name, data)| TimeZone::tzif(name, data).ok());
        index.config.timezone = zone;
        allowed::tell(&index.allowed);
        let grammars = Grammars::of_other(index.grammars.clone(), Arc::new(NoWork));
        Self {
            index,
            grammars,
            costly: None,
            edition: 0,
            parts: Parts::default(),
            surroundings: Mutex::default(),
            relatives: Relatives::default(),
        }
    }

    /// Sets the current day, by which texts are drafts until their date. Without it, it is the day of the build.
    pub fn set_today(&mut self, today: Date) {
        self.index.today = today;
    }

    /// Lets another program do the costly work from now on. To be called again if it has a grammar more.
    pub fn set_costly(&mut self, costly: Arc<dyn Costly>) {
        self.grammars = Grammars::of_other(self.index.grammars.clone(), Arc::clone(&costly));
        self.costly = Some(costly);
        self.edition += 1;
    }

    /// Prepares the text of a file, given by its path below the site's folder, and checks it. `pictures` are not on the
    /// site yet.
    #[must_use]
    pub fn prepare(&self, path: &str, text: &str, pictures: &[NewPicture]) -> Preview {
        self.preview(path, text, pictures, true)
    }

    /// Like [`prepare`](Self::prepare), without the checks, which take as long as the rest.
    #[must_use]
    pub fn draw(&self, path: &str, text: &str, pictures: &[NewPicture]) -> Preview {
        self.preview(path, text, pictures, false)
    }

    fn preview(&self, path: &str, text: &str, pictures: &[NewPicture], is_checked: bool) -> Preview {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner).begin();
        let (source, config) = (self.source(path), &self.index.config);
        let mut reader = FieldReader {
            time_zone: config.timezone.clone(),
            today: Some(self.index.today),
            ..FieldReader::new(&source.path)
        };
        let plain = text_file::text(text.as_bytes(), &mut reader);
        let read = plain.as_deref().and_then(|plain| Post::of(source.clone(), plain, config, &mut reader));
        let is_draft = reader.is_draft(self.index.today);
        let mut findings = reader.findings;
        reader.ignored.report(&mut findings);
        let is_right = read.is_some();
        let known = read.or_else(|| Post::of_what_is_right(source, plain.as_deref().unwrap_or_default(), config));
        let Some(mut post) = known else {
            return Preview { findings: found(&Lines::of(text), &findings), is_checked: true, ..Preview::default() };
        };
        post.draft |= is_draft;
        let mut told = Diagnostics::default();
        let (post, preview) = self.page(post, text, pictures, is_checked.then_some(&mut told));
        // Of a text that is left out, the bundler says no more than why.
        if is_right {
            findings.extend(told);
        }
        let missing = post.anatomy.code.iter().filter_map(|block| self.grammars.missing(fence::language(&block.info)));
        let missing: BTreeSet<String> = collected(missing);
        Preview {
            findings: if is_checked { found(&Lines::of(text), &findings) } else { Vec::new() },
            is_checked,
            missing_grammars: missing.into_iter().collect(),
            needs_costly: self.costly.is_none() && !(post.anatomy.formulas.is_empty() && post.anatomy.html.is_empty()),
            ..preview
        }
    }

    /// The files of a post.
    fn source(&self, path: &str) -> Source {
        let known = self.index.pages.iter().find(|page| page.source == path).map(PageEntry::files);
        let is_language = |tag: &str| fitting(tag, |tag| self.index.messages.get(tag)).is_some();
        known.unwrap_or_else(|| Source::new(Path::new(path), is_language))
    }

    /// Prepares a post and draws its page; checks it if there is a place for findings.
    fn page(
        &self,
        mut post: Post,
        text: &str,
        pictures: &[NewPicture],
        told: Option<&mut Diagnostics>,
    ) -> (Post, Preview) {
        let SiteIndex { site, config, pages, messages, .. } = &self.index;
        let (is_checked, mut unheard) = (told.is_some(), Diagnostics::default());
        let findings = told.unwrap_or(&mut unheard);
        terms::name(&mut post, pages, findings);
        self.give_address(&mut post, findings);
        authors::resolve(std::slice::from_mut(&mut post), config, false, findings);
        let surroundings = self.surroundings(&post, pictures);
        let other_words = words::of(messages, site, post.language.as_deref());
        let words = other_words.unwrap_or(&site.words);
        let mut prepared = self.prepared(&post, &surroundings, words);
        findings.extend(std::mem::take(&mut prepared.findings));
        self.relatives.relations(&self.index.pages, &post).put_into(&mut prepared.article);
        // What is below a text is made of the whole site.
        if let Some(known) = pages.iter().find(|page| *page.source == *post.source.path) {
            prepared.article.below.clone_from(&known.below);
        }
        let entry = (post, prepared);
        if is_checked {
            findings::check(&self.index, &entry, &surroundings.resolver, self.index.today, findings);
        }
        let (post, prepared) = entry;
        let length = post.anatomy.length;
        let minutes = length.minutes();
        let ids: Vec<String> = prepared.article.contents.iter().map(|heading| heading.id.clone()).collect();
        let page = article::page(site, &post, prepared.article, other_words);
        let html = view::page_element(&view::page(site, &page));
        let html = with_new(html, &site.base, &surroundings, pictures);
        let children = elements::children(&html);
        let preview = Preview {
            blocks: blocks::offsets(&post, &children.elements, &ids, &Lines::of(text)),
            starts: children.starts(),
            title: page.title,
            description: page.description,
            language: page.language.unwrap_or_else(|| site.language.clone()),
            html,
            words: u32::try_from(length.words + length.characters).unwrap_or(u32::MAX),
            minutes: u32::from(minutes),
            ..Preview::default()
        };
        (post, preview)
    }

    /// Gives a post an address of its own.
    fn give_address(&self, post: &mut Post, findings: &mut Diagnostics) {
        let path = post.source.path.clone();
        let others = || self.index.pages.iter().filter(|page| *page.source != *path);
        // Fast path: most addresses are free.
        if others().any(|page| page.route == *post.route_ref()) {
            let taken = others().map(|page| (page.route.clone(), page.source.clone().into()));
            addresses::apart_from(post, taken, &self.index.config, findings);
        }
    }

    fn prepared(&self, post: &Post, surroundings: &Surroundings, words: &Messages) -> Prepared {
        let SiteIndex { site, config, .. } = &self.index;
        let context = Context {
            resolver: &surroundings.resolver,
            pictures: &surroundings.pictures,
            grammars: &self.grammars,
            costly: self.costly.as_deref().unwrap_or(&NoWork),
            kept: Kept::Memory(&self.parts, self.edition),
            heading_ids: config.heading_ids,
            rules: Rules::of(config),
            base: &site.base,
            lenient: false,
        };
        let mut prepared = article::prepare(post, &context, words);
        name_sources(&mut prepared.article, config, site, post, words);
        prepared
    }

    /// What surrounds a post, from the last time if nothing of it changed.
    fn surroundings(&self, post: &Post, pictures: &[NewPicture]) -> Arc<Surroundings> {
        let mut known = self.surroundings.lock().unwrap_or_else(PoisonError::into_inner);
        match &*known {
            Some(surroundings) if surroundings.are_of(post, pictures) => Arc::clone(surroundings),
            _ => {
                let made = Arc::new(Surroundings::of(&self.index, post, pictures));
                *known = Some(Arc::clone(&made));
                made
            }
        }
    }
}

/// The findings on the words of a file.
fn found(lines: &Lines<'_>, findings: &Diagnostics) -> Vec<Found> {
    findings.sorted().into_iter().map(|finding| lines.find(finding)).collect()
}

/// The page with the addresses that new pictures have in the preview.
fn with_new(html: String, base: &str, surroundings: &Surroundings, pictures: &[NewPicture]) -> String {
    pictures.iter().fold(html, |html, picture| {
        let path = surroundings.resolver.published_at(Path::new(&picture.path));
        html.replace(
            &format!("\"{base}{}\"", path.as_str()),
            &format!("\"{}\"", crate::bundle::escape::escape(&picture.url)),
        )
    })
}
