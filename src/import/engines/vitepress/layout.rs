//! Which address and language the path of a text has.

use crate::import::literals::Literals;
use crate::import::permalink::single_slashes;

/// What the configuration says about paths.
pub(super) struct Layout {
    /// Whether addresses have no `.html`.
    clean: bool,
    /// The patterns of `rewrites`, each with its replacement.
    rewrites: Vec<(String, String)>,
    /// The folders of languages.
    languages: Vec<(String, String)>,
}

impl Layout {
    pub(super) fn of(config: &Literals) -> Self {
        let locales = config.below("locales").into_iter().filter(|name| *name != "root");
        let language = |name: &str| {
            let lang = config.text(&[&format!("locales.{name}.lang")]);
            (name.to_owned(), lang.unwrap_or_else(|| name.to_owned()))
        };
        let rewrites = config.entries("rewrites").map(|(from, to)| (from.to_owned(), to.to_owned()));
        Self {
            clean: config.get("cleanUrls") == Some("true"),
            rewrites: rewrites.collect(),
            languages: locales.map(language).collect(),
        }
    }

    /// The path that a text has by `rewrites`.
    pub(super) fn rewritten(&self, path: &str) -> String {
        self.rewrites.iter().find_map(|(from, to)| rewritten(from, to, path)).unwrap_or_else(|| path.to_owned())
    }

    /// The language of the folder that a path begins with.
    pub(super) fn language(&self, path: &str) -> Option<String> {
        let first = path.split_once('/')?.0;
        self.languages.iter().find(|(folder, _)| folder == first).map(|(_, language)| language.clone())
    }

    /// The addresses of a path. Without `cleanUrls`, servers may answer the one without an ending too, but no link has it.
    pub(super) fn addresses(&self, path: &str) -> Vec<String> {
        let plain = path.rsplit_once('.').map_or(path, |(plain, _)| plain);
        match plain.strip_suffix("index") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => vec![single_slashes(&format!("/{folder}"))],
            _ if self.clean => vec![format!("/{plain}")],
            _ => vec![format!("/{plain}.html")],
        }
    }
}

/// A path by one pattern, whose names stand for one folder or file (`:pkg`) or for all that follow (`:rest*`).
fn rewritten(from: &str, to: &str, path: &str) -> Option<String> {
    let mut values: Vec<(&str, String)> = Vec::new();
    let mut parts = path.split('/').peekable();
    for name in from.split('/') {
        let Some(variable) = name.strip_prefix(':') else {
            (parts.next()? == name).then_some(())?;
            continue;
        };
        let end = variable.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(variable.len());
        let (variable, rest) = variable.split_at(end);
        if rest.ends_with('*') || rest.ends_with('+') {
            values.push((variable, parts.by_ref().collect::<Vec<_>>().join("/")));
        } else {
            // `:slug.md`, or `:slug(.*)`.
            let part = parts.next()?;
            let part = if rest.starts_with('.') { part.strip_suffix(rest)? } else { part };
            values.push((variable, part.to_owned()));
        }
    }
    if parts.next().is_some() {
        return None;
    }
    let value = |name: &str| {
        let Some(variable) = name.strip_prefix(':') else { return Some(name.to_owned()) };
        let end = variable.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(variable.len());
        let (variable, rest) = variable.split_at(end);
        let (_, value) = values.iter().find(|(known, _)| *known == variable)?;
        Some(format!("{value}{}", rest.trim_matches(['*', '+'])))
    };
    Some(to.split('/').map(value).collect::<Option<Vec<_>>>()?.join("/"))
}

#[cfg(test)]
mod tests {
    use super::rewritten;

    #[test]
    fn paths_are_rewritten_as_the_documentation_of_vitepress_has_it() {
        for (from, to, path, wanted) in [
            ("en/:rest*", ":rest*", "en/guide/a.md", Some("guide/a.md")),
            ("packages/:pkg/src/:slug*", ":pkg/:slug*", "packages/a/src/b/c.md", Some("a/b/c.md")),
            ("packages/:pkg/src/:page.md", ":pkg/:page.md", "packages/a/src/b.md", Some("a/b.md")),
            ("packages/a/src/index.md", "a/index.md", "packages/a/src/index.md", Some("a/index.md")),
            ("en/:rest*", ":rest*", "fr/a.md", None),
            ("a/:b", "c/:b", "a/b/d.md", None),
        ] {
            assert_eq!(rewritten(from, to, path).as_deref(), wanted, "{from} {path}");
        }
    }
}
