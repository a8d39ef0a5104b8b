//! From posts to a site: the bundler's output, and its findings.

mod addresses;
mod aliases;
mod around;
mod authors;
mod blogroll;
mod broken_tags;
mod categories;
mod collections;
mod collisions;
mod colors;
#[cfg(unix)]
mod confined;
mod contract;
mod conversation;
mod counts;
mod destinations;
mod diagrams;
mod dialect;
mod edit;
mod embeds;
mod escaping;
mod face;
mod feeds;
mod foreign_syntax;
mod former;
mod future;
mod galleries;
mod git_dates;
mod head;
mod heading_ids;
mod headings;
mod home;
mod hostile;
#[cfg(unix)]
mod hostile_files;
#[cfg(unix)]
mod hostile_front_matter;
#[cfg(unix)]
mod hostile_texts;
mod html_findings;
mod ids;
mod imports;
mod languages;
mod left_out;
#[cfg(unix)]
mod leftovers;
mod link_posts;
mod lists;
mod looks;
mod machines;
mod mistakes;
mod named_languages;
mod offline;
mod old_lists;
mod on_demand;
mod owner_tags;
mod pages;
mod permalink;
mod picture;
mod policy;
mod preview;
mod previews;
pub(crate) mod properties;
#[cfg(unix)]
mod publishable;
mod raw_html;
mod reader_script;
mod records;
mod references;
mod renewed;
mod resume;
mod runnable;
mod safe_html;
mod same_bytes;
mod same_slug;
mod schemes;
mod site;
mod srcset;
mod start_script;
mod style;
mod time_zones;
mod values;
mod write;
