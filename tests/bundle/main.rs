//! From posts to a site: what the bundler makes of an author's files, and what it tells of mistakes.

mod addresses;
mod aliases;
mod collisions;
mod edit;
mod escaping;
mod feeds;
mod future;
mod head;
mod headings;
mod languages;
mod lists;
mod machines;
mod mistakes;
mod pages;
mod picture;
mod previews;
mod raw_html;
mod references;
mod same_bytes;
mod site;
mod values;
