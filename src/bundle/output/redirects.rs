//! The page at a former address of a post or a list, which redirects to the new one.

use crate::bundle::escape::escape;
use crate::bundle::library::Library;
use crate::content::{Route, Site, direction};

/// The page at a former address. Its script keeps the query and the fragment; without JavaScript, they are lost.
pub(crate) fn page(site: &Site, library: &Library, route: &Route) -> String {
    let to = route.href(&site.base);
    let post = library.entry(route).map(|(post, _)| post);
    let list = || library.term_at(route).map_or(&site.title, |list| &list.term.name);
    let title = escape(post.map_or_else(list, |post| &post.title));
    let language = post.and_then(|post| post.language.as_ref()).unwrap_or(&site.language);
    let (language, dir) = (escape(language), direction(language));
    let origin = &site.origin;
    let script = format!("<script>location.replace(\"{to}\" + location.search + location.hash)</script>");
    let policy = library.resolver.policy.tags(&script);
    format!(
        "<!doctype html>
<html lang=\"{language}\" dir=\"{dir}\">
<head>
<meta charset=\"utf-8\">{policy}
<title>{title}</title>
<link rel=\"canonical\" href=\"{origin}{to}\">
<meta name=\"robots\" content=\"noindex\">
{script}
<noscript><meta http-equiv=\"refresh\" content=\"0; url={to}\"></noscript>
</head>
<body>
<p><a href=\"{to}\">{title}</a></p>
</body>
</html>
"
    )
}
