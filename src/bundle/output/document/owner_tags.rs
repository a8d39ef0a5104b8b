//! The owner's own tags in the head of every page: of `[head]`, and the counters of `[analytics]`.

use std::fmt::Write as _;

use crate::bundle::escape::escape;
use crate::bundle::input::config::Config;
use crate::view::contract::attributes::GOING;

/// The tags. Visits of a site with drafts are the author's own, and are not counted.
pub(crate) fn tags(config: &Config, drafts: bool) -> String {
    let mut tags = String::new();
    for (name, content) in &config.head.meta {
        let _ = write!(tags, "\n<meta name=\"{}\" content=\"{}\">", escape(name), escape(content));
    }
    for attributes in &config.head.links {
        tags.push_str("\n<link");
        for (name, value) in attributes {
            let _ = write!(tags, " {name}=\"{}\"", escape(value));
        }
        tags.push('>');
    }
    let counters = if drafts { &[][..] } else { &config.counters };
    for counter in counters {
        let set_up = counter.set_up.as_ref().map(|(name, value)| format!(" {name}=\"{}\"", escape(value)));
        let _ =
            write!(tags, "\n<script async src=\"{}\"{}></script>", escape(&counter.src), set_up.unwrap_or_default());
        if counter.counts_loads_only {
            // The program removes the attribute at the end of a navigation.
            let _ = write!(
                tags,
                "\n<script>{{let last=location.pathname;new MutationObserver(()=>{{if(location.pathname!==last){{\
                 last=location.pathname;window.goatcounter?.count?.({{path:last}})}}}})\
                 .observe(document.documentElement,{{attributeFilter:[\"{GOING}\"]}})}}</script>"
            );
        }
    }
    tags
}
