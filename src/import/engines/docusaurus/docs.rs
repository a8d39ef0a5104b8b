//! Documentation: a page for each text, at the address that it had.

use std::path::Path;

use super::instances::Edition;
use super::{READING, scan, sources};
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::{Folder, slashed};
use crate::import::site::{OldSite, Text};

pub(super) fn read(folder: &Folder, edition: &Edition, site: &mut OldSite) {
    for source in sources(folder, edition, site) {
        let path = source.path.strip_prefix(&edition.folder).unwrap_or(&source.path).to_owned();
        let bundle = (stem(&path) == "index").then(|| scan::bundle(&source.path)).flatten();
        let own = address(&path, &source.data);
        scan::add(site, &READING, source, |text: &mut Text| {
            text.page = true;
            text.folder = bundle.filter(|folder| folder.as_path() != Path::new(&edition.folder));
            text.language.clone_from(&edition.language);
            text.slug = text.slug.take().and_then(|slug| slug.trim_matches('/').rsplit('/').next().map(str::to_owned));
            text.slug = text.slug.take().filter(|slug| !slug.is_empty());
            text.addresses.insert(0, edition.address(&own));
        });
    }
    generated(folder, edition, site);
}

/// The address below that of the documentation: the key `slug`, else the path without numbers before its names, with the
/// key `id` for the name.
fn address(path: &Path, data: &Data) -> String {
    let slug = data.text("slug");
    if let Some(slug) = slug.as_deref().filter(|slug| slug.starts_with('/')) {
        return slug.to_owned();
    }
    let folders: Vec<String> =
        path.parent().map(|above| slashed(above).split('/').map(without_number).collect()).unwrap_or_default();
    let name = without_number(&scan::without_extension(Path::new(path.file_name().unwrap_or_default())));
    let above = folders.join("/");
    let lower = name.to_lowercase();
    let is_index = matches!(lower.as_str(), "index" | "readme")
        || folders.last().is_some_and(|folder| folder.to_lowercase() == lower);
    let own = match slug.or_else(|| data.text("id").filter(|_| !is_index)) {
        Some(own) => own,
        None if is_index => String::new(),
        None => name,
    };
    resolved(&format!("{above}/{own}"))
}

/// A path without `.` and `..`, which a slug may begin with.
fn resolved(path: &str) -> String {
    let mut names = Vec::new();
    for name in path.split('/').filter(|name| !matches!(*name, "" | ".")) {
        if name == ".." {
            names.pop();
        } else {
            names.push(name);
        }
    }
    names.join("/")
}

/// A name without the number that orders it: `01-intro` and `2. More`, but not `2024-05-news` and `7.0-changes`.
fn without_number(name: &str) -> String {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = rest.trim_start();
    let after = words.trim_start_matches(['-', '_', '.']);
    let separated = rest.len() < name.len() && after.len() < words.len();
    let dated = rest.starts_with(['-', '_', '.']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let after = after.trim_start();
    let is = separated && !dated && !after.is_empty() && !after.starts_with(['-', '_', '.']);
    (if is { after } else { name }).to_owned()
}

/// Lists of texts that the engine made.
fn generated(folder: &Folder, edition: &Edition, site: &mut OldSite) {
    let is = |path: &&Path| path.file_stem().is_some_and(|stem| stem == "_category_");
    let paths: Vec<_> = folder.below(&edition.folder).filter(is).map(Path::to_owned).collect();
    for path in paths {
        let data = folder.data(&path, &mut site.open);
        if data.text("link.type").as_deref() == Some("generated-index") {
            let label = data.text("link.title").or_else(|| data.text("label")).unwrap_or_default();
            let message = format!("the list \"{label}\" that it asks for is not imported");
            scan::note(site, &path, message, "write a page with links to its texts, if readers need it");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{address, without_number};
    use crate::import::data::{Data, Form};

    #[test]
    fn numbers_order_names_and_are_no_part_of_addresses() {
        for (name, plain) in [
            ("01-intro", "intro"),
            ("2. More", "More"),
            ("003 - x", "x"),
            ("2024-05-news", "2024-05-news"),
            ("7.0-changes", "7.0-changes"),
            ("404", "404"),
        ] {
            assert_eq!(without_number(name), plain);
        }
    }

    #[test]
    fn addresses_are_those_of_the_documentation_of_docusaurus() {
        for (path, head, wanted) in [
            ("intro.md", "", "intro"),
            ("02-guides/01-start.mdx", "", "guides/start"),
            ("guides/guides.md", "", "guides"),
            ("guides/README.md", "", "guides"),
            ("guides/start.md", "id: first", "guides/first"),
            ("guides/start.md", "slug: ../other", "other"),
            ("guides/start.md", "slug: /", "/"),
            ("guides/start.md", "slug: begin", "guides/begin"),
        ] {
            let data = Data::parse(head, Form::Yaml, 1).unwrap_or_default();
            assert_eq!(address(Path::new(path), &data), wanted, "{path} {head}");
        }
    }
}
