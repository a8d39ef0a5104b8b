//! `authors.yml` and `tags.yml`: who the authors are, and what the ids of tags mean.

use super::instances::Edition;
use super::scan;
use crate::bundle::taxonomy::Taxonomy;
use crate::import::authors::places;
use crate::import::data::Data;
use crate::import::folder::Folder;
use crate::import::literals::Literals;
use crate::import::site::{OldSite, Text};

/// The labels of tags.
pub(super) struct Names {
    tags: Vec<(String, String)>,
}

impl Names {
    pub(super) fn read(folder: &Folder, config: &Literals, edition: &Edition, site: &mut OldSite) -> Self {
        let file = |key: &str, default: &str| config.text(&[key]).unwrap_or_else(|| default.to_owned());
        let path = |name: &str| {
            let below = [&edition.folder, &edition.original].map(|folder| format!("{folder}/{name}"));
            below.into_iter().find(|path| folder.has(path))
        };
        if let Some(authors) = path(&file("authorsMapPath", "authors.yml")) {
            let plain = scan::without_extension(authors.as_ref());
            site.people.extend(places::at(folder, &plain, &mut site.open));
        }
        let tags = path(&file("blog.tags", "tags.yml"));
        let tags = tags.map(|path| folder.data(path.as_ref(), &mut site.open)).unwrap_or_default();
        Self { tags: pairs(&tags, "label") }
    }

    /// Writes names in place of ids.
    pub(super) fn spell(&self, text: &mut Text) {
        let name = |names: &[(String, String)], id: &mut String| {
            if let Some((_, name)) = names.iter().find(|(known, _)| known == id) {
                id.clone_from(name);
            }
        };
        text.terms.of_mut(Taxonomy::Tags).iter_mut().for_each(|id| name(&self.tags, id));
    }
}

fn pairs(data: &Data, key: &str) -> Vec<(String, String)> {
    data.0.iter().filter_map(|entry| Some((entry.key.clone(), data.text(&format!("{}.{key}", entry.key))?))).collect()
}
