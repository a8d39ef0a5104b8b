//! What a translation asks about the rest of the site.

/// Where the texts and files of the old site are in the new one.
pub trait References {
    /// The destination of a link to the text that `reference` means: a path of a source file, `@/x.md`, the argument of
    /// `ref`, `relref`, `post_url` or `post_link`, or the name in `[[name]]`; always without a fragment. The answer is
    /// the path of the new file, relative to the file of the translated text.
    fn post(&self, reference: &str) -> Option<String>;

    /// As [`Self::post`], of the text in a language, if the reference names one.
    fn post_in(&self, reference: &str, _language: Option<&str>) -> Option<String> {
        self.post(reference)
    }

    /// The text of a file that is shown in place of its path, as code or as a part of the text.
    fn file(&self, path: &str) -> Option<String> {
        let _ = path;
        None
    }

    /// The destination that `{{ site.url }}{{ path }}` or `{{ path | relative_url }}` means.
    fn url(&self, path: &str) -> Option<String>;

    /// What `{{ site.name }}` writes, by the configuration of the old site.
    fn setting(&self, name: &str) -> Option<String>;
}

/// No site around the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoReferences;

impl References for NoReferences {
    fn post(&self, _: &str) -> Option<String> {
        None
    }

    fn url(&self, _: &str) -> Option<String> {
        None
    }

    fn setting(&self, _: &str) -> Option<String> {
        None
    }
}
