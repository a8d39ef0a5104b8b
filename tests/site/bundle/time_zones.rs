//! The dates and times of posts, in sites with and without a time zone.

use personal_page::content::Content;

use crate::bundle::site::{Built, Site};

const POST: &str = "posts/hello/index.html";

fn in_zone(zone: &str) -> Site {
    Site::new().config(&format!("timezone = \"{zone}\"\n"))
}

/// A site with a post of this date, in YAML.
fn dated(site: Site, date: &str) -> Site {
    site.file("posts/hello.md", format!("---\ntitle: Hello\ndate: {date}\ndescription: A greeting.\n---\nHi.\n"))
}

/// The date in a page, and the time in its metadata.
#[track_caller]
fn told(built: &Built) -> (String, String) {
    let day = built.article("posts/hello/").date.expect("a day").to_string();
    let html = built.text(POST);
    let (_, moment) = html.split_once("article:published_time\" content=\"").expect("a moment");
    (day, moment.split_once('"').expect("its end").0.to_owned())
}

#[test]
fn a_date_with_an_offset_is_on_the_day_of_the_site() {
    for (zone, date, day, moment) in [
        ("Europe/Berlin", "2025-01-29 23:15:32 -0800", "2025-01-30", "2025-01-30T08:15:32+01:00"),
        ("Europe/Berlin", "2025-01-29T18:15:32Z", "2025-01-29", "2025-01-29T19:15:32+01:00"),
        ("Asia/Kolkata", "2025-01-29 18:15:32 +0530", "2025-01-29", "2025-01-29T18:15:32+05:30"),
        ("America/Los_Angeles", "2025-01-29 18:15:32 +0530", "2025-01-29", "2025-01-29T04:45:32-08:00"),
        ("America/Los_Angeles", "2025-07-01 06:59 +00:00", "2025-06-30", "2025-06-30T23:59:00-07:00"),
        ("Pacific/Kiritimati", "2025-01-29T23:15:32-08:00", "2025-01-30", "2025-01-30T21:15:32+14:00"),
        ("Pacific/Kiritimati", "2025-01-29T10:00:00Z", "2025-01-30", "2025-01-30T00:00:00+14:00"),
        ("Pacific/Pago_Pago", "2025-01-29T23:15:32-08:00", "2025-01-29", "2025-01-29T20:15:32-11:00"),
        ("Pacific/Pago_Pago", "2025-01-29T10:59:59 GMT", "2025-01-28", "2025-01-28T23:59:59-11:00"),
        ("America/New_York", "2025-01-01T04:59:59Z", "2024-12-31", "2024-12-31T23:59:59-05:00"),
        ("Asia/Tokyo", "2024-12-31 16:00 UTC", "2025-01-01", "2025-01-01T01:00:00+09:00"),
        ("UTC", "2024-03-01T01:00:00+02", "2024-02-29", "2024-02-29T23:00:00Z"),
        ("Asia/Kathmandu", "2025-01-29T18:15:32.75Z", "2025-01-30", "2025-01-30T00:00:32+05:45"),
        ("Europe/Berlin", "2025-01-29T23:30:00-01:00[Atlantic/Azores]", "2025-01-30", "2025-01-30T01:30:00+01:00"),
    ] {
        let expected = (day.to_owned(), moment.to_owned());
        assert_eq!(told(&dated(in_zone(zone), date).bundle()), expected, "{date} in {zone}");
    }
    let toml = "title = \"Hello\"\ndate = 2025-01-29T23:15:32-08:00";
    let built = in_zone("Europe/Berlin").post_with("hello.md", toml, "Hi.").bundle();
    assert_eq!(told(&built), ("2025-01-30".to_owned(), "2025-01-30T08:15:32+01:00".to_owned()));
}

#[test]
fn a_time_without_an_offset_is_the_site_s_own() {
    for (zone, date, moment) in [
        ("Europe/Berlin", "2025-01-29 23:15", "2025-01-29T23:15:00+01:00"),
        ("Europe/Berlin", "2025-07-29T9:05:10", "2025-07-29T09:05:10+02:00"),
        ("Pacific/Kiritimati", "2025-01-29 00:00:00", "2025-01-29T00:00:00+14:00"),
        ("Pacific/Pago_Pago", "2025/12/31 23:59", "2025-12-31T23:59:00-11:00"),
        ("Europe/Berlin", "2025-01-29", "2025-01-29T00:00:00Z"),
    ] {
        let day = date[..10].replace('/', "-");
        assert_eq!(told(&dated(in_zone(zone), date).bundle()), (day, moment.to_owned()), "{date} in {zone}");
    }
}

#[test]
fn a_skipped_time_moves_forward_and_a_repeated_one_is_the_first() {
    for (zone, date, moment) in [
        ("Europe/Berlin", "2025-03-30 02:30", "2025-03-30T03:30:00+02:00"),
        ("Europe/Berlin", "2025-10-26 02:30", "2025-10-26T02:30:00+02:00"),
        ("America/New_York", "2025-03-09 02:00", "2025-03-09T03:00:00-04:00"),
        ("America/New_York", "2025-11-02 01:59", "2025-11-02T01:59:00-04:00"),
        ("Australia/Lord_Howe", "2025-10-05 02:15", "2025-10-05T02:45:00+11:00"),
        // The island skipped a whole day when it crossed the date line: the date stays as written.
        ("Pacific/Apia", "2011-12-30 12:00", "2011-12-31T12:00:00+14:00"),
    ] {
        let expected = (date[..10].to_owned(), moment.to_owned());
        assert_eq!(told(&dated(in_zone(zone), date).bundle()), expected, "{date} in {zone}");
    }
}

#[test]
fn without_a_time_zone_a_day_is_as_it_is_written() {
    for (date, moment) in [
        ("2025-01-29 23:15:32 -0800", "2025-01-29T23:15:32-08:00"),
        ("2025-01-29T00:30:00+14:00", "2025-01-29T00:30:00+14:00"),
        ("2025-01-29T18:15:32Z", "2025-01-29T18:15:32Z"),
        // The time zone is unknown.
        ("2025-01-29 23:15", "2025-01-29T00:00:00Z"),
        ("2025-01-29", "2025-01-29T00:00:00Z"),
    ] {
        let expected = ("2025-01-29".to_owned(), moment.to_owned());
        assert_eq!(told(&dated(Site::new(), date).bundle()), expected, "{date}");
    }
}

#[test]
fn feeds_the_sitemap_and_search_engines_get_the_moment() {
    let keys =
        "title = \"Hello\"\ndate = 2025-01-29T23:15:32-08:00\nupdated = 2025-02-01T09:00:00\ndescription = \"Hi.\"";
    let built = in_zone("Europe/Berlin").post_with("hello.md", keys, "Hi.").bundle();
    let (published, updated) = ("2025-01-30T08:15:32+01:00", "2025-02-01T09:00:00+01:00");
    let atom = built.text("feed.xml");
    assert!(atom.contains(&format!("<published>{published}</published>")), "{atom}");
    assert_eq!(atom.matches(&format!("<updated>{updated}</updated>")).count(), 2, "{atom}");
    let rss = built.text("rss.xml");
    assert!(rss.contains("<pubDate>Thu, 30 Jan 2025 08:15:32 +0100</pubDate>"), "{rss}");
    assert!(rss.contains("<lastBuildDate>Sat, 01 Feb 2025 09:00:00 +0100</lastBuildDate>"), "{rss}");
    let json = built.text("feed.json");
    assert!(json.contains(&format!("\"date_published\":\"{published}\"")), "{json}");
    assert!(json.contains(&format!("\"date_modified\":\"{updated}\"")), "{json}");
    let sitemap = built.text("sitemap.xml");
    assert_eq!(sitemap.matches(&format!("<lastmod>{updated}</lastmod>")).count(), 4, "{sitemap}");
    let html = built.text(POST);
    for part in [
        format!("article:published_time\" content=\"{published}\""),
        format!("article:modified_time\" content=\"{updated}\""),
        format!("\"datePublished\":\"{published}\""),
        format!("\"dateModified\":\"{updated}\""),
    ] {
        assert!(html.contains(&part), "{part} is not in {html}");
    }
}

#[test]
fn the_id_in_feeds_keeps_the_day_that_is_written() {
    for date in ["2025-01-29", "2025-01-29 23:15:32 -0800", "2025-01-29T23:15:32", "2025-01-29T00:10:00+13:00"] {
        let without = dated(Site::new(), date).bundle();
        let within = ["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago"]
            .map(|zone| dated(in_zone(zone), date).bundle());
        for built in [&without].into_iter().chain(&within) {
            for feed in ["feed.xml", "rss.xml", "feed.json"] {
                assert!(built.text(feed).contains("tag:me.example,2025-01-29:/posts/hello/"), "{date}: {feed}");
            }
        }
    }
}

#[test]
fn nothing_changes_for_days_alone_when_the_time_zone_is_named() {
    let site = |site: Site| {
        let keys = "title = \"Hello\"\ndate = 2025-01-29\nupdated = 2025-02-01\ndescription = \"Hi.\"";
        site.post_with("hello.md", keys, "Hi.").post("other.md", "Hi.").bundle().files()
    };
    assert_eq!(site(Site::new()), site(in_zone("Pacific/Kiritimati")));
}

#[test]
fn no_change_is_dated_before_the_post() {
    let keys = "title = \"Hello\"\ndate = 2025-01-29T18:00:00\nupdated = 2025-01-29\ndescription = \"Hi.\"";
    let built = in_zone("Europe/Berlin").post_with("hello.md", keys, "Hi.").bundle();
    assert_eq!(built.warnings(), [""; 0]);
    let moment = "2025-01-29T18:00:00+01:00";
    let html = built.text(POST);
    assert!(html.contains(&format!("article:modified_time\" content=\"{moment}\"")), "{html}");
    assert!(html.contains(&format!("\"dateModified\":\"{moment}\"")), "{html}");
    assert!(built.text("feed.xml").contains(&format!("<updated>{moment}</updated>")));
    assert!(built.text("sitemap.xml").contains(&format!("<lastmod>{moment}</lastmod>")));
}

#[test]
fn a_post_is_held_back_until_its_day_in_the_time_zone_whatever_its_time() {
    // In Berlin, the date is the 30th.
    let site = |today: &str| {
        let mut site = dated(in_zone("Europe/Berlin"), "2025-01-29T23:15:32-08:00").post("other.md", "Hi.");
        site.options.today = today.parse().expect("a day");
        site.bundle()
    };
    // The other one is in March.
    assert!(!site("2025-01-29").files().contains_key(POST));
    assert!(site("2025-01-30").files().contains_key(POST));
}

#[test]
fn the_archive_has_a_post_in_the_year_of_the_site() {
    let built = dated(in_zone("America/New_York"), "2025-01-01T02:00:00Z").bundle();
    let archive = built.text("archive/index.html");
    assert!(archive.contains("<h2>2024</h2>") && archive.contains("datetime=\"2024-12-31\""), "{archive}");
}

/// The posts in the archive, each with its date.
#[track_caller]
fn archived(site: Site, dates: &[(&str, &str)]) -> Vec<String> {
    let post = |site: Site, (name, date): &(&str, &str)| {
        site.file(&format!("posts/{name}.md"), format!("---\ntitle: {name}\ndate: {date}\n---\nHi.\n"))
    };
    let built = dates.iter().fold(site, post).bundle();
    let Content::Archive(list) = built.page("archive/").content else { panic!("the archive") };
    list.posts.iter().map(|post| post.title.clone()).collect()
}

#[test]
fn the_posts_of_a_day_stand_in_the_order_of_their_times_the_latest_first() {
    let dates = [
        ("a-day", "2025-03-01"),
        ("b-morning", "2025-03-01 08:00"),
        ("c-evening", "2025-03-01 20:00:01"),
        ("d-evening", "2025-03-01T20:00:00"),
        ("e-day", "2025-03-01"),
        ("f-before", "2025-02-28 23:59"),
        ("g-morning", "2025-03-01 8:00:00"),
    ];
    let expected = ["c-evening", "d-evening", "b-morning", "g-morning", "a-day", "e-day", "f-before"];
    assert_eq!(archived(Site::new(), &dates), expected);
    assert_eq!(archived(in_zone("Europe/Berlin"), &dates), expected);
}

#[test]
fn moments_stand_in_order_wherever_they_were_written() {
    let dates = [
        ("auckland", "2025-03-02 04:00 +1300"),
        ("berlin", "2025-03-01 17:30"),
        ("denver", "2025-03-01T09:00:00-07:00"),
        ("day", "2025-03-01"),
    ];
    assert_eq!(archived(in_zone("Europe/Berlin"), &dates), ["berlin", "denver", "auckland", "day"]);
    // Without a zone, the date and time are as written.
    assert_eq!(archived(Site::new(), &dates), ["auckland", "berlin", "denver", "day"]);
    // The hour that occurs twice.
    let dates = [("first", "2025-10-26T02:45:00+02:00"), ("second", "2025-10-26T02:15:00+01:00")];
    assert_eq!(archived(in_zone("Europe/Berlin"), &dates), ["second", "first"]);
}
