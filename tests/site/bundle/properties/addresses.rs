//! The address and the route of a page convert into each other, whatever its name.

use percent_encoding::percent_decode_str;
use personal_page::bundle::{slugify, slugify_tag};
use personal_page::content::{Route, Slug};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof};

use super::holds;

/// All valid slugs, not only those made from titles.
fn slug() -> impl Strategy<Value = Slug> {
    let segment = prop_oneof!["\\PC{1,12}", "[a-z0-9._-]{1,6}", any::<String>()];
    segment.prop_filter_map("it is no slug", |segment| Slug::new(&segment))
}

fn route() -> impl Strategy<Value = Route> {
    let number = || prop_oneof![1..20u32, 1..=u32::MAX];
    prop_oneof![
        number().prop_map(Route::Home),
        number().prop_map(Route::Archive),
        (slug(), number()).prop_map(|(slug, number)| Route::Tag(slug, number)),
        slug().prop_filter_map("it is the engine's", |slug| Route::article(&format!("posts/{slug}"))),
        vec(slug(), 1..5).prop_filter_map("it is the engine's", |slugs| {
            Route::article(&slugs.iter().map(Slug::as_str).collect::<Vec<_>>().join("/"))
        }),
    ]
}

#[test]
fn a_route_is_read_back_from_what_it_prints() {
    holds(3_000, &route(), |route| {
        prop_assert_eq!(&Route::parse(&route.path()), &route);
        prop_assert_eq!(&Route::parse(&format!("{}index.html", route.path())), &route);
        let href = route.href("/repo/");
        prop_assert!(href.is_ascii() && !href.contains(['"', '<', '>', ' ', '\'', '&']), "{}", href);
        let path = href.strip_prefix("/repo/").map(|path| percent_decode_str(path).decode_utf8_lossy().into_owned());
        prop_assert_eq!(path, Some(route.path()));
        Ok(())
    });
}

#[test]
fn every_path_is_read_and_none_leaves_the_site() {
    let segments = prop_oneof![
        "[a-z/.%]{0,20}",
        "(posts|tags|page|archive|\\.\\.|\\.|//|1|2|99999999999|/){0,8}",
        any::<String>()
    ];
    holds(3_000, &segments, |path| {
        let printed = Route::parse(&path).path();
        prop_assert!(!printed.starts_with('/') && !printed.split('/').any(|segment| segment == ".." || segment == "."));
        prop_assert_eq!(Route::parse(&printed).path(), printed);
        Ok(())
    });
}

#[test]
fn a_slug_of_a_slug_is_the_same() {
    holds(3_000, &prop_oneof!["\\PC{0,20}", any::<String>()], |words| {
        for slug in [slugify(&words), slugify_tag(&words)].into_iter().flatten() {
            let again = slugify(slug.as_str());
            prop_assert_eq!(again.as_ref(), Some(&slug));
            prop_assert!(!slug.as_str().contains(['/', '\\', '.', ' ']));
        }
        Ok(())
    });
}
