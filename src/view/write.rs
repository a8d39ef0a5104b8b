//! The page of the editor: what it says without the editor's program, and the element that the program fills in.

use maud::{Markup, html};

use super::contract::ids::{WRITE, WRITE_ABOUT};

/// What the page is made from.
#[derive(Clone, Copy, Debug)]
pub struct WritePage<'a> {
    /// The address of the repository of the site.
    pub repository: Option<&'a str>,
    /// The branch that the site is published from.
    pub branch: &'a str,
    /// The address of the folder of the texts in the repository.
    pub folder: Option<&'a str>,
    /// The folders of texts besides `posts/`, in JSON, if there are any.
    pub collections: Option<&'a str>,
    /// Whether the page has the editor.
    pub state: EditorState,
}

/// Whether a page has the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditorState {
    /// The page loads it.
    Included,
    /// It is being built, and the page is loaded again then.
    Pending,
    /// The site was built without it.
    Missing,
}

impl EditorState {
    fn text(self) -> &'static str {
        match self {
            Self::Included => "The editor is a program in this page. It needs JavaScript.",
            Self::Pending => "The editor is being built. This page loads it when it is finished.",
            Self::Missing => "This site was built without the editor. The command \"cargo site build\" includes it.",
        }
    }
}

/// The content of the page, in English.
#[must_use]
pub fn write(page: &WritePage<'_>) -> Markup {
    let branch = page.repository.map(|_| page.branch);
    html! {
        section id=(WRITE_ABOUT) lang="en" dir="ltr" {
            h1 { "Write" }
            p { (page.state.text()) }
            p {
                "It edits the texts of this site, for those who may change them. The preview beside the text is made by "
                "the program that publishes the site, so it shows what will be published."
            }
            p {
                "Drafts stay on this device: each is kept by the browser until it is saved to the site's repository or "
                "to a file. Nothing is sent anywhere before."
            }
            @if let Some(folder) = page.folder {
                p { "The texts of this site are in " a rel="external" href=(folder) { "its repository" } "." }
            }
        }
        div id=(WRITE) lang="en" dir="ltr" data-repository=[page.repository] data-branch=[branch] data-collections=[page.collections] hidden {}
    }
}
