//! Whatever the text, its HTML is well formed and harmless.

use std::collections::BTreeSet;

use personal_page::bundle::{Failure, bundle, english};
use personal_page::content::{Body, Dialect, RenderData};
use personal_page::markdown::entities::numeric;
use personal_page::markdown::{Render, anatomy, render};
use proptest::collection::vec;
use proptest::prelude::{any, prop_assert, prop_assert_eq};
use proptest::test_runner::{TestCaseError, TestCaseResult};

use super::holds;
use super::markup::{Markup, read};
use super::texts::text;
use crate::bundle::site::{Built, Site};
use crate::markdown::entities::drawn;
use crate::markdown::html;

pub(super) fn markup(html: &str) -> Result<Markup, TestCaseError> {
    read(html).map_err(|what| TestCaseError::fail(format!("{what}\nin\n{html}")))
}

/// The property of a text that a browser renders.
pub(super) fn is_drawn(text: &str, sidenotes: bool) -> TestCaseResult {
    let ids: Vec<String> =
        (0..anatomy(text, Dialect::default()).headings.len()).map(|n| format!("heading-{n}")).collect();
    let beside = RenderData { ids: ids.clone(), ..RenderData::default() };
    let markup = markup(&render(text, &beside, Render { base: "/repo/", html: &[], sidenotes, words: &english() }))?;
    prop_assert_eq!(&markup.headings, &ids);
    prop_assert_eq!(markup.ids.iter().collect::<BTreeSet<_>>().len(), markup.ids.len(), "{:?}", &markup.ids);
    Ok(())
}

#[test]
fn every_text_becomes_whole_and_harmless_html() {
    holds(1_500, &(text(), any::<bool>()), |(text, sidenotes)| is_drawn(&text, sidenotes));
}

#[test]
fn no_name_of_an_entity_is_left_to_the_browser() {
    holds(1_500, &text(), |text| {
        let sent = numeric(&text, Dialect::default());
        prop_assert_eq!(drawn(&sent), html(&sent));
        Ok(())
    });
}

/// Bundles a site of these texts, except those with mistakes.
fn built(mut texts: Vec<String>, config: &str) -> Result<(Built, usize), TestCaseError> {
    loop {
        let mut site = Site::new().config(config);
        for (n, text) in texts.iter().enumerate() {
            site = site.post(&format!("post-{n}.md"), text);
        }
        let findings = match bundle(&site.options) {
            Ok(report) => return Ok((Built { folder: site.options.out.clone(), report, site }, texts.len())),
            Err(Failure::Mistakes(findings)) => findings,
            Err(failure) => return Err(TestCaseError::fail(failure.to_string())),
        };
        let wrong: BTreeSet<String> =
            findings.sorted().iter().map(|finding| finding.path.to_string_lossy().into_owned()).collect();
        let before = texts.len();
        let mut n = 0..;
        texts.retain(|_| !wrong.contains(&format!("posts/post-{}.md", n.next().unwrap_or_default())));
        prop_assert!(texts.len() < before, "a mistake in no post: {}", findings);
    }
}

#[test]
fn the_contents_of_a_page_are_the_headings_of_its_text() {
    holds(25, &vec(text(), 30), |texts| {
        let (built, count) = built(texts, "")?;
        for n in 0..count {
            let path = format!("posts/post-{n}/");
            let markup = markup(&built.body(&path))?;
            let contents: Vec<String> = built.article(&path).contents.into_iter().map(|heading| heading.id).collect();
            prop_assert_eq!(markup.headings, contents);
            let ids: BTreeSet<&String> = markup.ids.iter().collect();
            prop_assert_eq!(ids.len(), markup.ids.len(), "{:?}", &markup.ids);
        }
        Ok(())
    });
}

#[test]
fn the_html_an_author_may_write_is_harmless_as_well() {
    holds(25, &vec(text(), 30), |texts| {
        let (built, count) = built(texts, "[markdown]\nhtml = true\n")?;
        for n in 0..count {
            let path = format!("posts/post-{n}/");
            if let Body::Html(html) = built.article(&path).body {
                markup(&html)?;
            }
        }
        Ok(())
    });
}
