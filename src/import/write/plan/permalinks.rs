//! The form of the addresses that most posts of an old site have.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use super::slugs::wanted;
use crate::bundle::input::config::permalink::Permalink;
use crate::content::Date;
use crate::import::site::Text;

/// Fewer posts may have a form by chance.
const MIN_POSTS: usize = 3;

/// The form that gives most of the published posts the address they had, as `permalink` has it. `None` if no form
/// is that of three posts and of more than half of them. `address` is the old address of a text, below the base path of the new site.
pub(in crate::import::write) fn most_common(
    texts: &[Text],
    address: impl Fn(&Text) -> Option<String>,
) -> Option<String> {
    let posts = texts.iter().filter(|text| !text.page && !text.draft);
    let dated: Vec<(&Text, Date)> = posts.filter_map(|text| Some((text, text.date?.written))).collect();
    let mut votes: BTreeMap<String, usize> = BTreeMap::new();
    for (text, day) in &dated {
        if let Some(form) = address(text).and_then(|address| form_of(text, *day, &address)) {
            *votes.entry(form).or_default() += 1;
        }
    }
    // Of two that are as common, the first by its letters: `max_by_key` takes the last.
    let (form, count) = votes.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (count >= MIN_POSTS && 2 * count > dated.len()).then_some(form)
}

/// The form of an address, if it is that of a text by its slug and day.
fn form_of(text: &Text, day: Date, address: &str) -> Option<String> {
    let decoded = percent_decode_str(address).decode_utf8().ok()?;
    let (path, slug) = (decoded.trim_matches('/'), wanted(text));
    let (folder, last) = path.rsplit_once('/').unwrap_or(("", path));
    if last != slug.as_str() {
        return None;
    }
    let mut parts = [
        (format!("{:04}", day.year()), ":year"),
        (format!("{:02}", day.month()), ":month"),
        (format!("{:02}", day.day()), ":day"),
    ]
    .into_iter()
    .peekable();
    let mut form = String::from("/");
    for segment in folder.split('/').filter(|segment| !segment.is_empty()) {
        // Parts of a date are in this order, so that in /2012/05/05/ the month is not taken for the day.
        let name = parts.next_if(|(value, _)| value == segment).map(|(_, name)| name);
        form.push_str(name.unwrap_or(segment));
        form.push('/');
    }
    form.push_str(":slug/");
    let permalink = Permalink::new(&form).ok()?;
    let has_address = permalink.route(&slug, day).is_some_and(|route| route.path().trim_end_matches('/') == path);
    has_address.then_some(form)
}
