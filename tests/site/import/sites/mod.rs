//! Bringing a whole site of another engine: what there is in the new one, and what the report says.

mod addresses;
mod astro;
mod authors;
mod docusaurus;
mod eleventy;
mod hexo;
mod hugo;
mod jekyll;
mod kept;
mod links;
mod notes;
mod old;
mod sitemap;
mod wikis;
mod zola;
