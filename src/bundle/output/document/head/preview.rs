//! The metadata for link previews: the Open Graph and its likes.

use super::tags::Tags;
use crate::bundle::article::cover::Cover;
use crate::bundle::input::post::Post;
use crate::bundle::output::credits;
use crate::bundle::taxonomy::Taxonomy;
use crate::bundle::time::timestamps::rfc3339;
use crate::content::{Head, Page, Site};

pub(super) fn write(
    tags: &mut Tags,
    site: &Site,
    page: &Page,
    head: &Head,
    post: Option<&Post>,
    cover: Option<&Cover>,
) {
    let post = post.filter(|post| !post.is_page());
    tags.property("og:type", if post.is_some() { "article" } else { "website" });
    tags.property("og:title", &page.title);
    tags.property("og:description", &head.description);
    tags.property("og:url", &head.canonical);
    tags.property("og:site_name", &site.title);
    if let Some((language, region)) = page.language(site).split_once('-').filter(|(_, region)| region.len() == 2) {
        tags.property("og:locale", &format!("{language}_{region}"));
    }
    if let Some(post) = post {
        times(tags, post);
    }
    if let Some(cover) = cover {
        tags.property("og:image", &cover.url(site));
        if let Some((width, height)) = cover.size {
            tags.property("og:image:width", &width.to_string());
            tags.property("og:image:height", &height.to_string());
        }
        tags.property("og:image:alt", &cover.alt);
    }
    tags.meta("twitter:card", if cover.is_some() { "summary_large_image" } else { "summary" });
    if let Some(creator) =
        site.reply.fediverse.as_deref().filter(|_| post.is_none_or(|post| is_by_owner(site, post))).and_then(handle)
    {
        tags.meta("fediverse:creator", &creator);
    }
}

/// The authors that the page names.
pub(super) fn authors(tags: &mut Tags, site: &Site, post: &Post) {
    let authors = credits::of_post(site, post);
    let own = authors.is_empty().then(|| credits::of_site(site));
    for author in authors.iter().chain(&own) {
        tags.meta("author", author.name);
        if !post.is_page() {
            tags.property("article:author", author.url.as_deref().unwrap_or(author.name));
        }
    }
}

fn times(tags: &mut Tags, post: &Post) {
    let modified = post.updated.and(post.changed());
    for (name, moment) in [("article:published_time", post.date()), ("article:modified_time", modified)] {
        if let Some(moment) = moment {
            tags.property(name, &rfc3339(&moment));
        }
    }
    if let Some(category) = post.terms(Taxonomy::Categories).first() {
        tags.property("article:section", &category.name);
    }
    for tag in post.terms(Taxonomy::Tags) {
        tags.property("article:tag", &tag.name);
    }
}

/// Whether the author of the site is an author of a post.
fn is_by_owner(site: &Site, post: &Post) -> bool {
    post.authors.is_empty() || post.authors.iter().any(|person| person.name == site.author.name)
}

/// The handle of a profile: `https://mastodon.example/@alex` is `@alex@mastodon.example`.
fn handle(profile: &str) -> Option<String> {
    let (host, path) = profile.strip_prefix("https://")?.split_once('/')?;
    let user = path.trim_end_matches('/').strip_prefix('@').filter(|user| !user.is_empty() && !user.contains('/'))?;
    Some(if user.contains('@') { format!("@{user}") } else { format!("@{user}@{host}") })
}
