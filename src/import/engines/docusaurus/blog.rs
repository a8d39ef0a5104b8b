//! Posts of a blog.

use std::path::Path;

use super::instances::Edition;
use super::{READING, lists, scan, sources};
use crate::bundle::Moment;
use crate::bundle::input::fields::date;
use crate::bundle::input::named_language::stem;
use crate::import::folder::Folder;
use crate::import::literals::Literals;
use crate::import::site::{OldSite, Text};

pub(super) fn read(folder: &Folder, config: &Literals, edition: &Edition, site: &mut OldSite) {
    let names = lists::Names::read(folder, config, edition, site);
    for source in sources(folder, edition, site) {
        let path = source.path.strip_prefix(&edition.folder).unwrap_or(&source.path).to_owned();
        let bundle = (stem(&path) == "index").then(|| scan::bundle(&source.path)).flatten();
        let image = source.data.text("image");
        scan::add(site, &READING, source, |text: &mut Text| {
            let (day, own) = address(&path, text.slug.as_deref());
            text.date = text.date.or(day);
            text.folder = bundle;
            text.cover = image.or(text.cover.take());
            text.language.clone_from(&edition.language);
            names.spell(text);
            text.slug = text.slug.take().and_then(|slug| slug.trim_matches('/').rsplit('/').next().map(str::to_owned));
            text.addresses.insert(0, edition.address(&own));
        });
    }
}

/// The date that a path has, and the address below that of the blog: `2024-05-01-hello.md`, `2024-05-01-hello/index.md`,
/// `2024/05/01/hello.md` and `2024/05-01-hello.md` are all `2024/05/01/hello`.
fn address(path: &Path, slug: Option<&str>) -> (Option<Moment>, String) {
    let plain = scan::without_extension(path);
    let plain = plain.strip_suffix("/index").unwrap_or(&plain);
    let dashed = plain.replacen('/', "-", 3);
    let (at, day, rest) = [plain, dashed.as_str()]
        .into_iter()
        .flat_map(|text| text.match_indices(|c: char| c.is_ascii_digit()).map(move |(at, _)| (text, at)))
        .find_map(|(text, at)| {
            let begins = at == 0 || text[..at].ends_with('/');
            let (day, rest) = date::day(&text[at..]).filter(|_| begins)?;
            Some((text[..at].to_owned(), Some(day), rest.trim_start_matches(['-', '/']).to_owned()))
        })
        .unwrap_or_else(|| (String::new(), None, plain.to_owned()));
    let dated = day.map(|day| format!("{at}{}/{rest}", day.to_string().replace('-', "/")));
    let own = slug.map(|slug| slug.trim_matches('/').to_owned()).or(dated).unwrap_or(rest);
    (day.map(Moment::of_day), own.trim_end_matches('/').to_owned())
}
