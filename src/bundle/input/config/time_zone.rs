//! The time zone of a site, by its name in the tz database (IANA). The database is compiled in, so that every machine
//! builds the same site.

use jiff::tz::{TimeZone, TimeZoneDatabase};
use strsim::damerau_levenshtein;

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;
use crate::bundle::input::zone_abbreviations::meant;

/// Reads the name of a zone. An unknown one is an error, with the name that was meant if one is similar.
pub(crate) fn read(entry: &Entry, reader: &mut FieldReader) -> Option<TimeZone> {
    let name = entry.value.words().map(str::trim).filter(|name| !name.is_empty());
    let Some(name) = name else { return reader.wrong(entry, "the name of a time zone", "\"Europe/Berlin\"") };
    if let Some(zones) = meant(name) {
        let zones: Vec<_> = zones.iter().map(|zone| format!("timezone = \"{zone}\"")).collect();
        let remedy = format!("write the name of the intended one: {}", zones.join(" or "));
        reader.error(entry.at, format!("\"{name}\" is an abbreviation and names no time zone"), remedy);
        return None;
    }
    let zone = TimeZoneDatabase::bundled().get(name).ok().filter(|zone| zone.iana_name() == Some(name));
    if zone.is_none() {
        let remedy = match similar(name) {
            Some(similar) => format!("did you mean \"{similar}\"?"),
            None => "write a region and a city of the tz database, such as timezone = \"Europe/Berlin\"".to_owned(),
        };
        reader.error(entry.at, format!("there is no time zone \"{name}\""), remedy);
    }
    zone
}

/// The name of a zone that was most likely meant; of equally similar ones, one that is not deprecated.
fn similar(name: &str) -> Option<String> {
    let database = TimeZoneDatabase::bundled();
    let wanted = folded(name);
    let near = |candidate: &str| {
        let distance = distance(&wanted, &folded(candidate))?;
        let out_of_use = !database.get(candidate).ok()?.is_primary();
        Some((distance, out_of_use, candidate.to_owned()))
    };
    let (.., similar) = database.available().filter_map(|candidate| near(candidate.as_str())).min()?;
    Some(similar)
}

/// The edit distance of two names, if it is small: as a whole, or of their cities, to which a region adds one.
fn distance(wanted: &str, candidate: &str) -> Option<usize> {
    if wanted == candidate {
        return Some(0);
    }
    // Names without a region, and offsets such as Etc/GMT+1, are not suggested: with one letter changed, they are
    // other names.
    let (_, city) = candidate.rsplit_once('/').filter(|(region, _)| *region != "etc")?;
    let (wrong_region, wanted_city) = wanted.rsplit_once('/').map_or((0, wanted), |(_, city)| (1, city));
    let by_city = damerau_levenshtein(wanted_city, city) + wrong_region;
    let reach = if wanted_city.len() < 5 { 1 } else { 2 };
    Some(damerau_levenshtein(wanted, candidate).min(by_city)).filter(|distance| *distance <= reach)
}

fn folded(name: &str) -> String {
    name.to_ascii_lowercase().replace([' ', '-'], "_")
}
