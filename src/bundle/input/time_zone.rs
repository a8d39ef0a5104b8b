//! The time zone of a site, by its name in the tz database (IANA). The database is a part of this program, so that every
//! machine builds the same site.

use jiff::tz::{TimeZone, TimeZoneDatabase};
use strsim::damerau_levenshtein;

use super::front_matter::{Entry, Reader};

/// Abbreviations, which are no zones: some belong to several. The database has a few of them as zones with rules of their
/// own, of which its `EST` knows no summer time; who writes one means a place.
const ABBREVIATIONS: [(&str, &[&str]); 52] = [
    ("ACDT", &["Australia/Adelaide"]),
    ("ACST", &["Australia/Adelaide", "Australia/Darwin"]),
    ("ADT", &["America/Halifax"]),
    ("AEDT", &["Australia/Sydney"]),
    ("AEST", &["Australia/Sydney", "Australia/Brisbane"]),
    ("AKDT", &["America/Anchorage"]),
    ("AKST", &["America/Anchorage"]),
    ("AST", &["America/Halifax", "America/Puerto_Rico"]),
    ("AWST", &["Australia/Perth"]),
    ("BST", &["Europe/London"]),
    ("CAT", &["Africa/Maputo"]),
    ("CDT", &["America/Chicago", "America/Havana"]),
    ("CEST", &["Europe/Berlin", "Europe/Paris"]),
    ("CET", &["Europe/Berlin", "Europe/Paris"]),
    ("CST", &["America/Chicago", "Asia/Shanghai", "America/Havana"]),
    ("CST6CDT", &["America/Chicago"]),
    ("EAT", &["Africa/Nairobi"]),
    ("EDT", &["America/New_York"]),
    ("EEST", &["Europe/Athens", "Europe/Kyiv"]),
    ("EET", &["Europe/Athens", "Europe/Kyiv", "Africa/Cairo"]),
    ("EST", &["America/New_York"]),
    ("EST5EDT", &["America/New_York"]),
    ("HKT", &["Asia/Hong_Kong"]),
    ("HST", &["Pacific/Honolulu"]),
    ("IDT", &["Asia/Jerusalem"]),
    ("IST", &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
    ("JST", &["Asia/Tokyo"]),
    ("KST", &["Asia/Seoul"]),
    ("MDT", &["America/Denver"]),
    ("MESZ", &["Europe/Berlin"]),
    ("MET", &["Europe/Berlin"]),
    ("MEZ", &["Europe/Berlin"]),
    ("MSK", &["Europe/Moscow"]),
    ("MST", &["America/Denver", "America/Phoenix"]),
    ("MST7MDT", &["America/Denver"]),
    ("NDT", &["America/St_Johns"]),
    ("NST", &["America/St_Johns"]),
    ("NZDT", &["Pacific/Auckland"]),
    ("NZST", &["Pacific/Auckland"]),
    ("PDT", &["America/Los_Angeles"]),
    ("PKT", &["Asia/Karachi"]),
    ("PST", &["America/Los_Angeles", "Asia/Manila"]),
    ("PST8PDT", &["America/Los_Angeles"]),
    ("SAST", &["Africa/Johannesburg"]),
    ("SGT", &["Asia/Singapore"]),
    ("SST", &["Pacific/Pago_Pago"]),
    ("WAT", &["Africa/Lagos"]),
    ("WEST", &["Europe/Lisbon"]),
    ("WET", &["Europe/Lisbon"]),
    ("WIB", &["Asia/Jakarta"]),
    ("WIT", &["Asia/Jayapura"]),
    ("WITA", &["Asia/Makassar"]),
];

/// Reads the name of a zone. One that the database does not have is an error, with the name that was meant if one is near.
pub(crate) fn read(entry: &Entry, reader: &mut Reader) -> Option<TimeZone> {
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

/// The zones that an abbreviation may mean.
fn meant(name: &str) -> Option<&'static [&'static str]> {
    let known = ABBREVIATIONS.iter().find(|(short, _)| short.eq_ignore_ascii_case(name));
    known.map(|(_, zones)| *zones)
}

/// The first of the zones that an abbreviation may mean.
pub(crate) fn of_abbreviation(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(meant(name)?.first()?).ok()
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

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZoneDatabase;

    use super::ABBREVIATIONS;

    #[test]
    fn each_abbreviation_leads_to_zones_that_are_in_use() {
        for (short, zones) in ABBREVIATIONS {
            for name in zones {
                let zone = TimeZoneDatabase::bundled().get(name);
                assert!(zone.is_ok_and(|zone| zone.primary_iana_name() == Some(name)), "{short}: {name}");
            }
        }
    }
}
