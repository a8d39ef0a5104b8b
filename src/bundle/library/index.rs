//! The index of a site: what is known of it before a text is processed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::lists::Lists;
use super::old_lists;
use super::sections::{self, Sections};
use crate::bundle::aliases;
use crate::bundle::article::cover::Cover;
use crate::bundle::article::previews::Previews;
use crate::bundle::article::resolve::place::Aliases;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::config::content_security_policy::Resource;
use crate::bundle::input::config::languages::LanguageFile;
use crate::bundle::input::config::profile::{Home, Profile};
use crate::bundle::input::config::settings::Settings;
use crate::bundle::input::config::write::Sources;
use crate::bundle::input::post::Post;
use crate::bundle::theme_colors::ThemeColors;
use crate::content::{Messages, Route, Site};

/// What decides on the addresses of a site, and what its pages share.
pub(crate) struct Index {
    pub(crate) lists: Lists,
    /// The pages besides texts and lists.
    pub(crate) sections: Sections,
    /// What link posts are about, by their own addresses with the base.
    pub(crate) links: BTreeMap<String, String>,
    /// The files at former addresses, each with the page it redirects to.
    pub(crate) aliases: Aliases,
    /// The generated pictures for link previews.
    pub(crate) previews: Previews,
    /// The cover of pages without their own.
    pub(crate) cover: Option<Cover>,
    /// Whether pages that were read stay readable offline.
    pub(crate) offline: bool,
    /// What the content may be used for.
    pub(crate) content_signal: Option<String>,
    /// The address of the record of the site on the AT Protocol.
    pub(crate) publication: Option<String>,
    /// What the home page begins with.
    pub(crate) home: Home,
    /// What is said of the author.
    pub(crate) profile: Profile,
    /// Whether texts have a typeface of the site's own.
    pub(crate) face: bool,
    /// Whether links have previews.
    pub(crate) link_previews: bool,
    /// Whether texts may have pages of other hosts, in cards.
    pub(crate) frames: bool,
    /// Where the editor saves, if the site has its page. Where drafts are shown, it always has.
    pub(crate) write: Option<Sources>,
    /// The colours of the theme, for what is outside a page.
    pub(crate) colors: ThemeColors,
    /// The messages in the languages of posts, other than the site's.
    words: BTreeMap<String, Messages>,
}

impl Index {
    /// Indexes posts that are in the order of the library ([`order`](super::lists::order)).
    pub(crate) fn new(settings: Settings<'_>, posts: &[Post], findings: &mut Diagnostics) -> Self {
        let Settings { options, config, site } = settings;
        let lists = Lists::of(posts, config.per_page, config.home);
        let sections = sections::find(settings, posts, &lists, findings);
        let words = words(&options.root, &site.language, posts, findings);
        let routes = routes(&lists, &sections);
        let mut aliases = aliases::find(posts, &routes, options.lenient, findings);
        old_lists::add(&config.old_lists, &lists, &routes, &options.root, &mut aliases);
        let colors = ThemeColors::read(&options.root, config.look);
        let previews = if options.previews && config.previews {
            Previews::new(&options.root, site, posts, &colors, findings)
        } else {
            Previews::default()
        };
        let cover = previews.cover(&Route::Home(1));
        let link = |post: &Post| Some((post.route().href(&site.base), post.link.clone()?));
        Self {
            lists,
            sections,
            links: posts.iter().filter_map(link).collect(),
            aliases,
            previews,
            cover,
            offline: options.offline && config.offline,
            home: config.home,
            face: config.face,
            link_previews: config.link_previews,
            frames: config.policy.allows_any(Resource::Frame),
            profile: config.profile.clone(),
            write: (options.drafts || config.write.enabled).then(|| Sources::of(config)),
            content_signal: config.content_signal.clone(),
            publication: config.publication.clone(),
            colors,
            words,
        }
    }

    /// Every address of the site.
    pub(crate) fn routes(&self) -> Vec<Route> {
        routes(&self.lists, &self.sections)
    }

    /// Whether the home page shows who the author is.
    pub(crate) fn has_profile(&self) -> bool {
        self.home != Home::Writing || self.profile.is_written()
    }

    /// The messages in the languages of posts, as an input of a key.
    pub(crate) fn words_inputs(&self) -> String {
        format!("{:?}", self.words)
    }

    /// The messages in a post's language, if they are not the site's.
    pub(crate) fn words_of(&self, post: &Post) -> Option<&Messages> {
        self.words.get(post.language.as_ref()?)
    }

    /// The messages for a post: those in its language, else the site's.
    pub(crate) fn words_in<'a>(&'a self, site: &'a Site, post: &Post) -> &'a Messages {
        self.words_of(post).unwrap_or(&site.words)
    }
}

fn routes(lists: &Lists, sections: &Sections) -> Vec<Route> {
    lists.routes().into_iter().chain(sections.keys().cloned()).collect()
}

fn words(root: &Path, language: &str, posts: &[Post], findings: &mut Diagnostics) -> BTreeMap<String, Messages> {
    let own = LanguageFile::of(root, language);
    let languages: BTreeSet<&String> = posts.iter().filter_map(|post| post.language.as_ref()).collect();
    let others = languages.into_iter().filter_map(|language| {
        let file = LanguageFile::of(root, language).filter(|file| own.as_ref() != Some(file))?;
        Some((language.clone(), file.texts(findings).words()))
    });
    others.collect()
}
