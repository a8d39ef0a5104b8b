//! The line that names the authors of a post.

use crate::bundle::escape::escape;
use crate::bundle::input::config::Config;
use crate::bundle::input::person::Person;
use crate::bundle::input::post::Post;
use crate::content::{Message, Messages, Site};

/// The line as HTML. A post has one if it is by others than the author of the site, or if `site.toml` has several
/// authors.
pub(crate) fn html(config: &Config, site: &Site, post: &Post, words: &Messages) -> Option<String> {
    let own = || Vec::from_iter(Some(config.own_author()).filter(|own| !own.name.is_empty()));
    let needs_own = post.authors.is_empty() && config.has_several_authors() && !post.is_page();
    let people = if needs_own { own() } else { post.authors.clone() };
    let names: Vec<String> = people.iter().map(|person| link(site, person)).collect();
    Some(words.fill(Message::Byline, &[("names", &list(&names, words)?)]))
}

/// Names in a list, as the language has it.
fn list(names: &[String], words: &Messages) -> Option<String> {
    let (first, rest) = names.split_first()?;
    let mut list = first.clone();
    for (index, name) in rest.iter().enumerate() {
        let form = usize::from(index + 1 == rest.len());
        // The list itself is what is before: filling it in each time would copy it for each name.
        list.push_str(&words.fill_form(Message::Names, form, &[("a", ""), ("b", name)]));
    }
    Some(list)
}

/// The name, as a link to the page of the person if there is one. It may run in another direction than the line.
fn link(site: &Site, person: &Person) -> String {
    let name = escape(&person.name);
    match person.href(site) {
        Some(href) => {
            format!("<a class=\"p-author h-card\" rel=\"author\" dir=\"auto\" href=\"{}\">{name}</a>", escape(&href))
        }
        None => format!("<span class=\"p-author h-card\" dir=\"auto\">{name}</span>"),
    }
}
