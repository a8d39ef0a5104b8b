//! The page of a résumé, in the form of a microformat (microformats.org/wiki/h-resume).

use maud::{Markup, html};

use crate::bundle::input::resume::Resume;
use crate::bundle::input::resume::partial_date::PartialDate;
use crate::bundle::input::resume::record::Record;
use crate::content::{Message, Site};

/// The name of the published file, below the base.
pub(crate) const FILE: &str = "resume.json";

/// How the entries of a section are shown: the keys of their values.
struct Layout {
    key: &'static str,
    /// What an entry is in the style and in the microformat.
    class: &'static str,
    title: &'static [&'static str],
    /// Beside the title.
    at: &'static [&'static str],
    dates: &'static [&'static str],
    text: &'static [&'static str],
    list: &'static str,
    /// The list in one line.
    words: &'static [&'static str],
}

const fn layout(
    key: &'static str,
    class: &'static str,
    title: &'static [&'static str],
    at: &'static [&'static str],
) -> Layout {
    Layout { key, class, title, at, dates: PERIOD, text: &["summary"], list: "", words: &[] }
}

const PERIOD: &[&str] = &["startDate", "endDate"];

/// The sections, in the order of the page and of the messages of their headings.
const SECTIONS: [Layout; 11] = [
    Layout {
        text: &["description", "summary"],
        list: "highlights",
        ..layout("work", "item p-experience h-event", &["position"], &["name", "location"])
    },
    Layout {
        text: &["description"],
        list: "highlights",
        words: &["roles", "keywords"],
        ..layout("projects", "item", &["name"], &["entity", "type"])
    },
    Layout {
        text: &["score"],
        list: "courses",
        ..layout("education", "item p-education h-event", &["studyType", "area"], &["institution"])
    },
    Layout { list: "highlights", ..layout("volunteer", "item p-experience h-event", &["position"], &["organization"]) },
    Layout { words: &["keywords"], ..layout("skills", "item", &["name"], &["level"]) },
    layout("languages", "item", &["language"], &["fluency"]),
    Layout { dates: &["date"], ..layout("certificates", "item", &["name"], &["issuer"]) },
    Layout { dates: &["date"], ..layout("awards", "item", &["title"], &["awarder"]) },
    Layout { dates: &["releaseDate"], ..layout("publications", "item", &["name"], &["publisher"]) },
    Layout { words: &["keywords"], ..layout("interests", "item", &["name"], &[]) },
    Layout { text: &["reference"], ..layout("references", "item", &["name"], &[]) },
];

/// The whole page.
pub(super) fn page(site: &Site, resume: &Resume) -> Markup {
    let record = &resume.record;
    html! {
        div.cv.h-resume {
            (head(name(site, resume), record.part("basics")))
            @for (index, layout) in SECTIONS.iter().enumerate() {
                @let entries = record.parts(layout.key);
                @if !entries.is_empty() {
                    section class=(layout.key) {
                        h2 { (site.words.form(Message::ResumeSections, index)) }
                        @for part in entries { (entry(site, layout, part)) }
                    }
                }
            }
            p.all { a href=(site.base.clone() + FILE) type="application/json" { (site.words.fill(Message::AsFile, &[("format", "JSON")])) } }
        }
    }
}

/// The name of the person, else that of the author of the site.
pub(crate) fn name<'a>(site: &'a Site, resume: &'a Resume) -> &'a str {
    let name = resume.record.part("basics").text("name");
    if name.is_empty() { &site.author.name } else { name }
}

fn head(name: &str, basics: &Record) -> Markup {
    let location = basics.part("location");
    let place: Vec<&str> =
        ["address", "postalCode", "city", "region", "countryCode"].iter().map(|key| location.text(key)).collect();
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    html! {
        header.p-contact.h-card {
            h1.p-name { (name) }
            @if !basics.text("label").is_empty() { p.lede.p-job-title { (basics.text("label")) } }
            ul.links {
                @if !place.is_empty() { li.p-adr { (place.join(", ")) } }
                @if !basics.text("email").is_empty() { li { a.u-email href={ "mailto:" (basics.text("email")) } { (basics.text("email")) } } }
                @if !basics.text("phone").is_empty() { li { a.p-tel href={ "tel:" (dialled(basics.text("phone"))) } { (basics.text("phone")) } } }
                @if !basics.text("url").is_empty() { li { a.u-url href=(basics.text("url")) { (shown(basics.text("url"))) } } }
                @for profile in basics.parts("profiles") { li { (self::profile(profile)) } }
            }
            @if !basics.text("summary").is_empty() { p.p-note { (basics.text("summary")) } }
        }
    }
}

fn profile(profile: &Record) -> Markup {
    let name = [profile.text("network"), profile.text("username"), profile.text("url")];
    let name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    html! {
        @if profile.text("url").is_empty() { (name) @if !profile.text("network").is_empty() { " " (profile.text("username")) } }
        @else { a.u-url rel="me" href=(profile.text("url")) { (name) } }
    }
}

fn entry(site: &Site, layout: &Layout, part: &Record) -> Markup {
    let texts = |keys: &[&'static str]| -> Vec<String> {
        keys.iter().map(|key| part.text(key).to_owned()).filter(|text| !text.is_empty()).collect()
    };
    let (title, at) = (texts(layout.title).join(", "), texts(layout.at).join(", "));
    let words: Vec<&str> = layout.words.iter().flat_map(|key| part.list(key)).map(String::as_str).collect();
    html! {
        div class=(layout.class) {
            h3.p-name {
                @if part.text("url").is_empty() { (title) } @else { a.u-url href=(part.text("url")) { (if title.is_empty() { part.text("url") } else { &title }) } }
                @if !at.is_empty() { span.at { @if !title.is_empty() { " · " } (at) } }
            }
            (dates(site, layout.dates, part))
            @for text in texts(layout.text) { p { (text) } }
            @if !layout.list.is_empty() && !part.list(layout.list).is_empty() {
                ul { @for item in part.list(layout.list) { li { (item) } } }
            }
            @if !words.is_empty() { p { (words.join(", ")) } }
        }
    }
}

/// A date, or a period. One that has begun and not ended lasts until now.
fn dates(site: &Site, keys: &[&str], part: &Record) -> Markup {
    let dates: Vec<&str> = keys.iter().map(|key| part.text(key)).collect();
    html! {
        @match dates.as_slice() {
            [] | [""] | ["", ""] => {}
            [date] => p.dates { (self::date(site, date, "dt-start")) },
            ["", end] => p.dates { "– " (self::date(site, end, "dt-end")) },
            [start, ""] => p.dates { (self::date(site, start, "dt-start")) " – " (site.words.get(Message::UntilNow)) },
            [start, end, ..] => p.dates { (self::date(site, start, "dt-start")) " – " (self::date(site, end, "dt-end")) },
        }
    }
}

fn date(site: &Site, text: &str, class: &str) -> Markup {
    let shown = PartialDate::parse(text).map(|date| {
        let year = u32::from(date.year).to_string();
        let Some(month) = date.month else { return site.words.fill(Message::Year, &[("year", &year)]) };
        let name = site.words.form(Message::Months, usize::from(month) - 1);
        let day = date.day.map(|day| u32::from(day).to_string());
        let form = if day.is_some() { Message::Date } else { Message::MonthAndYear };
        site.words.fill(form, &[("day", day.as_deref().unwrap_or_default()), ("month", name), ("year", &year)])
    });
    html! { time class=(class) datetime=(text) { (shown.unwrap_or_default()) } }
}

/// A telephone number as its address has it.
fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// An address as people write it.
fn shown(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/')
}
