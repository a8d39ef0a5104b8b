//! The time zone of a site, by its name in the tz database (IANA). The database is a part of this program, so that every
//! machine builds the same site.

use jiff::tz::{TimeZone, TimeZoneDatabase};
use strsim::damerau_levenshtein;

use super::fields::reader::FieldReader;
use super::fields::value::Entry;
use super::zone_abbreviations::meant;

/// Reads the name of a zone. One that the database does not have is an error, with the name that was meant if one is near.
pub(crate) fn read(entry: &Entry, reader: &mut FieldReader) -> Option<TimeZone> {
    let name = entry.value.words().map(str::trim).filter(|name| !name.is_empty());
    let Some(name) = name else { return reader.wrong(entry, "the name of a time zone", "\"Europe/Berlin\"") };
    if let Some(zones) = meant(name) {
        let zones: Vec<_> = zones.iter().map(|zone| format!("timezone = \"{zone}\"")).collect();
        let remedy = format!("write the name of the one that is meant: {}", zones.join(" or "));
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

/// The name of a zone that was most likely meant: of those that are as near, one that is not out of use.
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

/// How many letters two names are apart, if they are few: as a whole, or by their cities, to which a wrong region adds one.
fn distance(wanted: &str, candidate: &str) -> Option<usize> {
    if wanted == candidate {
        return Some(0);
    }
    // Of names without a region, and of offsets such as Etc/GMT+1, a letter makes another one and no misspelling.
    let (_, city) = candidate.rsplit_once('/').filter(|(region, _)| *region != "etc")?;
    let (wrong_region, wanted_city) = wanted.rsplit_once('/').map_or((0, wanted), |(_, city)| (1, city));
    let by_city = damerau_levenshtein(wanted_city, city) + wrong_region;
    let reach = if wanted_city.len() < 5 { 1 } else { 2 };
    Some(damerau_levenshtein(wanted, candidate).min(by_city)).filter(|distance| *distance <= reach)
}

fn folded(name: &str) -> String {
    name.to_ascii_lowercase().replace([' ', '-'], "_")
}
