//! The engines whose sites are read. A new one is a file here, and a line in the list.

mod astro;
mod docusaurus;
mod eleventy;
mod hexo;
mod hugo;
mod jekyll;
mod menus;
mod obsidian;
mod plain;
mod quartz;
mod scan;
mod vitepress;
mod zola;

use super::folder::Folder;
use super::site::OldSite;

/// A reader of the sites of one engine.
pub(super) trait Engine: Sync {
    /// Its name.
    fn name(&self) -> &'static str;

    /// Why the folder is a site of this engine; `None` if it is none.
    fn recognise(&self, folder: &Folder) -> Option<String>;

    /// Reads the site.
    fn read(&self, folder: &Folder) -> OldSite;
}

/// The more exactly an engine is recognised, the earlier it is asked. The last one takes any folder.
pub(super) const ENGINES: [&dyn Engine; 11] = [
    &quartz::Quartz,
    &docusaurus::Docusaurus,
    &astro::Astro,
    &vitepress::VitePress,
    &eleventy::Eleventy,
    &hexo::Hexo,
    &jekyll::Jekyll,
    &zola::Zola,
    &hugo::Hugo,
    &obsidian::Obsidian,
    &plain::Plain,
];
