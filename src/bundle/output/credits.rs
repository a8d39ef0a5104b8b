//! The authors of the site and of posts, as feeds and heads name them.

use crate::bundle::input::person::Person;
use crate::bundle::input::post::Post;
use crate::content::Site;

/// An author, as programs are told of one.
pub(crate) struct Credit<'a> {
    pub(crate) name: &'a str,
    /// The full URL of a page about the author.
    pub(crate) url: Option<String>,
    /// May be empty.
    pub(crate) bio: &'a str,
    /// Pages elsewhere about the same author.
    pub(crate) same_as: Vec<&'a str>,
}

/// The author of the site, else the site's title: a feed needs one.
pub(crate) fn of_site(site: &Site) -> Credit<'_> {
    let links = site.author.links.iter().map(|link| link.url.as_str());
    Credit {
        name: if site.author.name.is_empty() { &site.title } else { &site.author.name },
        url: Some(site.origin.clone() + &site.base),
        bio: "",
        same_as: links.filter(|url| url.starts_with("http")).collect(),
    }
}

/// The authors of a post that names others than the author of the site; none for all other posts.
pub(crate) fn of_post<'a>(site: &'a Site, post: &'a Post) -> Vec<Credit<'a>> {
    post.authors.iter().map(|person| of_person(site, person)).collect()
}

/// One author.
pub(crate) fn of_person<'a>(site: &'a Site, person: &'a Person) -> Credit<'a> {
    let href = person.href(site);
    let url = href.map(|href| if href.starts_with('/') { site.origin.clone() + &href } else { href });
    let own = (person.name == site.author.name).then(|| of_site(site));
    let (home, same_as) = own.map_or((None, Vec::new()), |own| (own.url, own.same_as));
    Credit { name: &person.name, url: url.or(home), bio: &person.bio, same_as }
}
