//! Slugs and names of files: no two texts have one address, or one file.

use std::collections::BTreeSet;

use crate::bundle::input::config::permalink::Permalink;
use crate::bundle::{MAX_SLUG_BYTES, slugify};
use crate::content::{Route, Slug};
use crate::import::notes::Open;
use crate::import::site::Text;
use crate::import::text::name;
use crate::import::translate::syntax::Syntax;

/// The slug, the route, and the name of the file of a text.
pub(super) type Names = (Slug, Route, Slug);

/// The names of each text. The oldest text of an address keeps it; the others get their language, their year or a number
/// behind their slug. All files are in one folder, so a file may have such an ending where the address has none.
pub(super) fn of(
    texts: &[Text],
    taken: &BTreeSet<Route>,
    permalink: &Permalink,
    notes: &mut [Vec<Open>],
) -> Vec<Names> {
    let name_of = |route: &Route| match route {
        Route::Article(path) => Slug::new(path.name()),
        _ => None,
    };
    let mut files: BTreeSet<Slug> = taken.iter().filter_map(name_of).collect();
    let mut routes = taken.clone();
    let mut order: Vec<usize> = (0..texts.len()).collect();
    // A text in the language of the site comes before its translations.
    order.sort_by_key(|index| (texts[*index].language.is_some(), texts[*index].draft, *index));
    let mut names: Vec<Option<Names>> = vec![None; texts.len()];
    for index in order {
        let text = &texts[index];
        let wanted = wanted(text);
        let mut found = candidates(text, &wanted)
            .filter_map(|slug| Some((route(text, &slug, permalink)?, slug)))
            .filter(|(route, _)| !routes.contains(route));
        let file = candidates(text, &wanted).find(|name| !files.contains(name));
        let (Some((route, slug)), Some(file)) = (found.next(), file) else { continue };
        let translation = text.language.as_ref().and_then(|tag| slugify(&format!("{wanted}-{tag}")));
        if slug != wanted && Some(&slug) != translation.as_ref() {
            let remedy = "rename the new file if you want another address";
            let message = format!("its address would be that of another page, so it is /{}", route.path());
            notes[index].push(Open { line: 1, message, remedy: remedy.to_owned() });
        }
        files.insert(file.clone());
        routes.insert(route.clone());
        names[index] = Some((slug, route, file));
    }
    // There is always a number that is free.
    names.into_iter().flatten().collect()
}

/// The slugs that a text may have, the best one first.
fn candidates(text: &Text, wanted: &Slug) -> impl Iterator<Item = Slug> + use<> {
    let year = text.date.map(|date| date.day.year().to_string());
    let kind = text.page.then(|| "page".to_owned());
    let ends = text.language.clone().map(|tag| tag.to_lowercase()).into_iter().chain(year).chain(kind);
    let with = |end: String| slugify(&format!("{wanted}-{end}"));
    let all: Vec<Slug> = [Some(wanted.clone())].into_iter().chain(ends.map(with)).flatten().collect();
    let base = wanted.clone();
    let numbered = (2_u32..).filter_map(move |number| slugify(&format!("{base}-{number}")));
    all.into_iter().chain(numbered)
}

/// The address with a slug. `None` if it is one of the site's own.
fn route(text: &Text, slug: &Slug, permalink: &Permalink) -> Option<Route> {
    match text.date {
        Some(date) if !text.page => permalink.route(slug, date.written),
        _ => Route::article(slug.as_str()),
    }
}

/// The slug that a text should have: that of its key, else the last part of its old address, else of its file or title.
pub(super) fn wanted(text: &Text) -> Slug {
    let last =
        text.addresses.first().map(|address| address.trim_end_matches('/').rsplit('/').next().unwrap_or_default());
    let last = last.map(|last| percent_encoding::percent_decode_str(last).decode_utf8_lossy().into_owned());
    let last = last.map(|last| last.trim_end_matches(".html").trim_end_matches(".htm").to_owned());
    // All texts of an export have one file.
    let file = Some(name(&text.source).1).filter(|_| !text.is_of_export());
    // Where no engine made the addresses, they may all be aliases.
    let made = !matches!(text.syntax, Some(Syntax::Plain | Syntax::Obsidian));
    let last = last.filter(|last| made && !last.is_empty() && last != "index");
    let words = [text.slug.clone(), last, file, Some(text.title.clone())];
    let slug = words.into_iter().flatten().find_map(|words| slugify(&shortened(&words)));
    slug.or_else(|| slugify("text")).unwrap_or_else(|| unreachable!("letters are a slug"))
}

/// Words that leave room for a year or a number in a name.
fn shortened(words: &str) -> String {
    let mut end = words.len().min(MAX_SLUG_BYTES - 40);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    words[..end].to_owned()
}
