//! The link with which readers suggest a change: it opens the text in the editor, which proposes what they write.

use maud::{Markup, html};

use crate::bundle::composed;
use crate::bundle::input::config::settings::Settings;
use crate::bundle::input::post::Post;
use crate::content::{Message, Route};

/// The link below a text. `None` if the owner wants no suggestions.
pub(super) fn link(Settings { config, site, .. }: Settings<'_>, post: &Post) -> Option<Markup> {
    let path = &post.source.path;
    if !config.write.suggestions {
        return None;
    }
    let address =
        format!("{}?file={}", Route::Write.href(&site.base), composed::encode(&path.to_str()?.replace('\\', "/")));
    let words = site.words.get(Message::Suggest);
    Some(html! { p.edit.suggest { a rel="external nofollow" href=(address) { (words) } } })
}
