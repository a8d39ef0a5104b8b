//! The way from a page to its text in the editor. Only served pages have the link: the script of live reload adds it.

use std::path::Path;

use axum::Router;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use url::form_urlencoded::{Serializer, parse};

use super::current_site::CurrentSite;
use super::write::is_editable;
use super::write::text_folders::TextFolders;
use crate::content::Route;
use crate::content::write::WRITE;

/// Redirects from the address of a page to its text in the editor, at a block of it: the pages do not know their files.
pub(crate) fn routes(site: CurrentSite, root: &Path, base: &str) -> Router {
    let (root, base) = (root.to_owned(), base.to_owned());
    Router::new().route("/_site/edit", get(async move |RawQuery(query)| redirect(&site, &root, &base, query)))
}

fn redirect(site: &CurrentSite, root: &Path, base: &str, query: Option<String>) -> Response {
    let query = query.unwrap_or_default();
    let value = |wanted: &str| parse(query.as_bytes()).find(|(name, _)| name == wanted).map(|(_, value)| value);
    let page = value("page").unwrap_or_default();
    let path = percent_decode_str(page.strip_prefix(base).unwrap_or(&page)).decode_utf8_lossy();
    let folders = TextFolders::of(root);
    let Some(file) = site.source(&Route::parse(&path)).filter(|file| is_editable(file, &folders)) else {
        return (StatusCode::NOT_FOUND, "This page is not made from a text that the editor opens.\n").into_response();
    };
    let start = format!("{base}{WRITE}?");
    let length = start.len();
    let mut to = Serializer::for_suffix(start, length);
    to.append_pair("file", &file);
    if let Some(block) = value("at").filter(|block| block.parse::<u32>().is_ok()) {
        to.append_pair("at", &block);
    }
    (StatusCode::SEE_OTHER, [(LOCATION, to.finish()), (CACHE_CONTROL, "no-store".to_owned())]).into_response()
}
