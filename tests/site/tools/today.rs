//! Today's date, read from the clock. Between the two zones of these tests it always differs, by a day or two.

use crate::tools::project::Project;

const EAST: &str = "Pacific/Kiritimati";
const WEST: &str = "Pacific/Pago_Pago";

/// A site with a time zone.
fn site_in(zone: &str) -> Project {
    let text = format!("title = \"Field Notes\"\nurl = \"https://me.example\"\ntimezone = \"{zone}\"\n");
    Project::new().file("site.toml", text)
}

/// The date of a new post, created in `project` on a machine with a time zone.
#[track_caller]
fn day_of_new(project: &Project, machine: &str) -> String {
    let said = project.site_in(machine, &["new", "Hello"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let text = project.text("posts/hello.md");
    text.lines().find_map(|line| line.strip_prefix("date = ")).expect("a date").to_owned()
}

#[test]
fn a_new_post_has_the_day_of_the_machine_it_is_written_on() {
    let west = day_of_new(&Project::new(), WEST);
    assert!(day_of_new(&Project::new(), EAST) > west);
    assert!(day_of_new(&site_in(WEST), EAST) > west);
}

/// The date that `cargo site check` uses, on a machine with a time zone.
#[track_caller]
fn day_of_check(project: Project, machine: &str) -> String {
    let front = "+++\ntitle = \"Hello\"\ndate = 2025-03-01\nupdated = 9998-01-01\n+++\nHi.\n";
    let said = project.file("posts/hello.md", front).site_in(machine, &["check"]);
    let (_, day) = said.err.split_once("write a day no later than today, ").expect(&said.err);
    day[..10].to_owned()
}

#[test]
fn what_is_published_has_the_day_of_the_site_wherever_it_is_built() {
    let west = day_of_check(site_in(WEST), EAST);
    assert!(day_of_check(site_in(EAST), WEST) > west);
}
