//! The files of the site: documents, feeds, search index, offline worker, files for crawlers. Native only.

pub(crate) mod copied;
pub(crate) mod crawlers;
pub(crate) mod credits;
pub(crate) mod document;
pub(crate) mod face;
pub(crate) mod feeds;
pub(crate) mod former;
pub(crate) mod generated;
pub(crate) mod hashed;
pub(crate) mod home;
pub(crate) mod link_posts;
pub(crate) mod offline;
pub(crate) mod pages;
pub(crate) mod paths;
pub(crate) mod redirects;
pub(crate) mod search;
pub(crate) mod sections;
pub(crate) mod sitemap;
pub(crate) mod summaries;
pub(crate) mod vcard;
pub(crate) mod write;
pub(crate) mod writer;
pub(crate) mod xml;
