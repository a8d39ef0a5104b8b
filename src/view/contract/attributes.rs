//! Attributes that hold data and states. The reader's settings are attributes as well, each named by its setting.

names! {
    /// All attributes of this module.
    ATTRIBUTES:

    /// On `<html>`: the path that the site is served under. The bundler writes it, for scripts that run before the
    /// program.
    BASE = "data-base";
    /// On the element that the program hydrates: the path of the page, which its address need not be. On a staged page:
    /// its path.
    ROUTE = "data-route";
    /// On `<html>`: the reader scrolled, touched or pressed something before the program has taken over.
    INTERACTED = "data-interacted";
    /// On `<html>`: the program has taken over.
    READY = "data-ready";
    /// On `<html>`: the address of the navigation under way.
    GOING = "data-going";
    /// On a page in `<main>`: it is staged, and not shown.
    STAGED = "data-staged";
    /// On a button: its [`Action`](crate::view::Action).
    ACT = "data-act";
    /// On an icon of the button for the theme: the theme that it stands for.
    IS = "data-is";
    /// On the title of a post in a list: it moves to its place.
    MOVING = "data-moving";
    /// On the list of hits: they answer an earlier query.
    OLD = "data-old";
    /// On the lightbox: which of the pictures it shows, from 0.
    INDEX = "data-index";
    /// On the lightbox: how many pictures there are.
    OF = "data-of";
    /// On the editor: the address of the repository of the site, if `site.toml` names one.
    REPOSITORY = "data-repository";
    /// On the editor: the branch that the site is published from.
    BRANCH = "data-branch";
    /// On the editor: the folders of texts besides `posts/`, in JSON.
    COLLECTIONS = "data-collections";
}
