//! The line that names the authors of a post.

use crate::bundle::escape::escape;
use crate::bundle::input::config::Config;
use crate::bundle::input::person::Person;
use crate::bundle::input::post::Post;
use crate::content::{Message, Messages, Site};

/// The line as HTML. A text has one if it is by others than the author of the site, and each post if `site.toml` has
/// several authors.
pub(crate) fn html(config: &Config, site: &Site, post: &Post, words: &Messages) -> Option<String> {
    let own = config.own_author();
    let is_by_others = post.authors.iter().any(|person| person.name != own.name);
    if !is_by_others && (post.is_page() || !config.has_several_authors()) {
        return None;
    }
    let people = if post.authors.is_empty() { &[own][..] } else { &post.authors };
    let named = people.iter().filter(|person| !person.name.is_empty());
    let names: Vec<String> = named.map(|person| link(site, person)).collect();
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
