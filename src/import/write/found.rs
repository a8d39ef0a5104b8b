//! The text or the file that a path in an old text means, and where the file goes.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use url::{Position, Url};

use super::links::Of;
use super::target::{File, Target, apart, fragment};
use crate::bundle::article::resolve::clean;
use crate::import::folder::{is_text, slashed};

impl Of<'_> {
    /// A path from the root of the old site.
    pub(super) fn of_root(&self, url: &str, files: &mut Vec<File>) -> Option<Target> {
        let (path, rest) = apart(url);
        let numbered = self.index.text_of_query(rest).filter(|_| matches!(path, "/" | "/index.php"));
        if let Some(index) = numbered {
            return Some(Target::Text(index, fragment(rest).to_owned()));
        }
        if let Some(index) = self.index.text_of_address(path) {
            return Some(Target::Text(index, rest.to_owned()));
        }
        let decoded = percent_decode_str(path).decode_utf8().ok()?;
        if is_text(Path::new(&*decoded))
            && let Some(index) = self.index.text_at(self.text, decoded.trim_start_matches('/'), None)
        {
            return Some(Target::Text(index, rest.to_owned()));
        }
        let decoded = if self.index.base == "/" {
            &decoded
        } else {
            decoded.strip_prefix(self.index.base.trim_end_matches('/')).unwrap_or(&decoded)
        };
        if decoded.len() < path.len()
            && let Some(index) = self.index.text_of_address(decoded)
        {
            return Some(Target::Text(index, rest.to_owned()));
        }
        if let Some(public) = self.index.published_at(decoded) {
            let same = slashed(public) == path.trim_start_matches('/');
            return (!same).then(|| Target::Public(public.to_owned(), rest.to_owned()));
        }
        if let Some(file) = self.index.file_of_root(decoded) {
            // Only the draft shows it, so nobody is to have it yet.
            if self.text.draft {
                return Some(self.take(&file, files));
            }
            let to = Target::Public(clean(Path::new(decoded.trim_start_matches('/')))?, String::new());
            files.push(File { from: file, to: to.clone() });
            return Some(to);
        }
        self.in_folder_of_page(decoded, files)
    }

    /// A file beside another text, by the address of its page: `/posts/hello/cat.png`.
    pub(super) fn in_folder_of_page(&self, path: &str, files: &mut Vec<File>) -> Option<Target> {
        let (page, name) = path.rsplit_once('/')?;
        let owner = &self.index.site.texts[self.index.text_of_address(page).filter(|_| !page.is_empty())?];
        let file = owner.folder.as_ref()?.join(name);
        self.index.has(&file).then(|| self.take(&file, files))
    }

    /// A path relative to the file: of another text, or of a file.
    pub(super) fn beside(&self, path: &str, rest: &str, files: &mut Vec<File>) -> Option<Target> {
        if let Some(file) = self.index.file_beside(self.text, path) {
            return Some(self.take(&file, files));
        }
        if let Some(file) =
            self.text.folder.as_ref().map(|folder| folder.join(path)).filter(|file| self.index.has(file))
        {
            return Some(self.take(&file, files));
        }
        self.index.text_beside(self.text, path).map(|index| Target::Text(index, rest.to_owned()))
    }

    /// A path relative to the old address of the page, as a browser reads it.
    pub(super) fn of_page(&self, url: &str, files: &mut Vec<File>) -> Option<Target> {
        self.of_root(&self.joined(url)?, files)
    }

    /// A URL relative to the old address of the page, as a path from the root, with query and fragment.
    pub(super) fn joined(&self, url: &str) -> Option<String> {
        let page = Url::parse("http://x").ok()?.join(self.text.addresses.first()?).ok()?;
        Some(page.join(url).ok()?[Position::BeforePath..].to_owned())
    }

    /// Takes a file over: where it is published anyway, else beside the text.
    pub(super) fn take(&self, file: &Path, files: &mut Vec<File>) -> Target {
        if let Some(public) = self.index.published_file(file) {
            return Target::Public(public.to_owned(), String::new());
        }
        let own = self.text.folder.as_ref().and_then(|folder| file.strip_prefix(folder).ok()).map(Path::to_owned);
        let own = own.filter(|own| !own.as_os_str().is_empty());
        let mut name = own.unwrap_or_else(|| file.file_name().map(PathBuf::from).unwrap_or_default());
        // Another file of this name comes from elsewhere.
        let taken =
            |name: &Path| files.iter().any(|other| other.from != file && other.to == Target::Beside(name.to_owned()));
        if taken(&name) {
            name = PathBuf::from(slashed(file).replace('/', "-"));
        }
        let to = Target::Beside(name);
        let new = File { from: file.to_owned(), to: to.clone() };
        if !files.contains(&new) {
            files.push(new);
        }
        to
    }

    /// A path from a folder of the project, as bundlers have it: `@site/static/x.png`, `@/assets/x.png`, `~/assets/x.png`.
    pub(super) fn of_project(&self, path: &str, rest: &str, files: &mut Vec<File>) -> Option<Target> {
        let below = ["@site/", "@/", "~/"].iter().find_map(|root| path.strip_prefix(root));
        let below = below.or_else(|| path.strip_prefix('@').filter(|path| path.starts_with("assets/")))?;
        if is_text(Path::new(below)) {
            return Some(Target::Text(self.index.text_at(self.text, &format!("/{below}"), None)?, rest.to_owned()));
        }
        let roots = [Path::new("")].into_iter().chain(self.index.site.roots.iter().map(PathBuf::as_path));
        let file = roots.map(|root| root.join(below)).find(|file| self.index.has(file))?;
        Some(self.take(&file, files))
    }
}
