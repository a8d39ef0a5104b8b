//! The person of a résumé as structured data (schema.org).

use serde_json::{Value, json};

use crate::bundle::input::resume::Resume;
use crate::bundle::input::resume::record::Record;
use crate::bundle::output::sections::resume::name;
use crate::content::{Head, Site};

/// The page of a résumé.
pub(super) fn profile(site: &Site, head: &Head, resume: &Resume) -> Value {
    json!({ "@type": "ProfilePage", "url": head.canonical, "mainEntity": person(site, resume) })
}

fn person(site: &Site, resume: &Resume) -> Value {
    let basics = resume.record.part("basics");
    let texts = [
        ("jobTitle", "label"),
        ("description", "summary"),
        ("email", "email"),
        ("telephone", "phone"),
        ("url", "url"),
        ("image", "image"),
    ];
    let mut person = json!({ "@type": "Person", "name": name(site, resume) });
    for (property, key) in texts {
        set(&mut person, property, (!basics.text(key).is_empty()).then(|| basics.text(key).into()));
    }
    set(&mut person, "address", address(basics.part("location")));
    set(&mut person, "sameAs", list(basics.parts("profiles"), "url", |url| url.into()));
    set(
        &mut person,
        "alumniOf",
        list(resume.record.parts("education"), "institution", |name| named("EducationalOrganization", name)),
    );
    set(
        &mut person,
        "worksFor",
        list(current(resume.record.parts("work")), "name", |name| named("Organization", name)),
    );
    set(&mut person, "knowsAbout", list(resume.record.parts("skills"), "name", |name| name.into()));
    set(&mut person, "knowsLanguage", list(resume.record.parts("languages"), "language", |name| name.into()));
    person
}

fn set(person: &mut Value, property: &str, value: Option<Value>) {
    if let Some(value) = value {
        person[property] = value;
    }
}

/// The values of a key, each once. `None` if there are none.
fn list<'a>(parts: impl IntoIterator<Item = &'a Record>, key: &str, value: impl Fn(&str) -> Value) -> Option<Value> {
    let mut values: Vec<Value> = Vec::new();
    for text in parts.into_iter().map(|part| part.text(key)).filter(|text| !text.is_empty()).map(value) {
        if !values.contains(&text) {
            values.push(text);
        }
    }
    (!values.is_empty()).then(|| values.into())
}

/// The work that has not ended.
fn current(work: &[Record]) -> impl Iterator<Item = &Record> {
    work.iter().filter(|part| part.text("endDate").is_empty())
}

fn named(kind: &str, name: &str) -> Value {
    json!({ "@type": kind, "name": name })
}

fn address(location: &Record) -> Option<Value> {
    let parts = [
        ("streetAddress", "address"),
        ("postalCode", "postalCode"),
        ("addressLocality", "city"),
        ("addressRegion", "region"),
        ("addressCountry", "countryCode"),
    ];
    let mut address = json!({ "@type": "PostalAddress" });
    let known = parts.into_iter().filter(|(_, key)| !location.text(key).is_empty());
    let mut any = false;
    for (property, key) in known {
        address[property] = location.text(key).into();
        any = true;
    }
    any.then_some(address)
}
