//! Bringing a whole site of another engine: what there is in the new one, and what the report says.

mod addresses;
mod astro;
mod authors;
mod docusaurus;
mod eleventy;
mod eleventy_files;
mod folder;
mod gone;
mod hexo;
mod hexo_addresses;
mod hugo;
mod hugo_addresses;
mod hugo_hidden;
mod jekyll;
mod jekyll_files;
mod kept;
mod links;
mod notes;
mod old;
mod secrets;
mod sitemap;
mod vitepress;
mod wikis;
mod zola;
mod zola_paths;

pub(super) use old::PICTURE;
