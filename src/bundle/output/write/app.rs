//! The page of the editor as an app: its manifest, and the service worker.

use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Context, page};
use crate::bundle::address::OutputPath;
use crate::bundle::output::crawlers;
use crate::bundle::output::document::editor::Editor;
use crate::content::write::SHARED;
use crate::content::{Route, direction};

const SCRIPT: &str = include_str!("worker.js");
const FILES: &str = "/* files */ {}";

/// The web app manifest of the editor. What other apps share is sent to the page, where the service worker takes it:
/// <https://w3c.github.io/web-share-target/>.
pub(super) fn manifest(context: &Context<'_>, icon: bool) -> String {
    let Context { site, library, .. } = context;
    let (scope, colors) = (Route::Write.href(&site.base), &library.index.colors);
    let [title, text, url, pictures] = SHARED;
    let manifest = json!({
        "name": format!("{} · {}", page::TITLE, site.title),
        "short_name": page::TITLE,
        "lang": site.language,
        "dir": direction(&site.language),
        "start_url": scope,
        "scope": scope,
        "display": "standalone",
        "background_color": colors.light(),
        "theme_color": colors.light(),
        "icons": crawlers::icons(site, icon),
        "share_target": {
            "action": scope,
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "title": title,
                "text": text,
                "url": url,
                "files": [{ "name": pictures, "accept": ["image/*"] }],
            },
        },
    });
    manifest.to_string()
}

/// The service worker, with the addresses of the files that the page needs, at once and later.
pub(super) fn worker(context: &Context<'_>) -> String {
    let Context { site, shell, .. } = context;
    let address = |path: &OutputPath| [&site.base, path.href().as_str()].concat();
    let (first, later): (Vec<_>, Vec<_>) =
        shell.editor.iter().flat_map(|editor| &editor.files).partition(|path| Editor::is_always_needed(path));
    let style = shell.style_file();
    let first: Vec<_> = first.into_iter().chain(&style).map(address).collect();
    let later: Vec<_> = later.into_iter().map(address).collect();
    // The page names only some of the files.
    let version = Sha256::digest([page::document(context), first.concat(), later.concat()].concat());
    let data = json!({ "version": &format!("{version:x}")[..16], "first": first, "later": later });
    SCRIPT.replacen(FILES, &data.to_string(), 1)
}
