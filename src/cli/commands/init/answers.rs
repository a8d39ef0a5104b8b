//! Who the owner of a new site is: from the options, from questions in a terminal, or by default.

use std::io::{IsTerminal, Write, stdin, stdout};

use anyhow::{Context, Result, bail};

use crate::bundle::input::config::site_url::origin_and_base;
use crate::cli::args::Init;

pub(super) struct Answers {
    name: String,
    title: String,
    url: String,
}

impl Answers {
    /// Asks for each answer that the options leave out, if a person is at the terminal. An empty answer is the default.
    pub(super) fn ask(args: Init) -> Result<Self> {
        let asks = stdin().is_terminal() && stdout().is_terminal();
        let answer = |option: Option<String>, question: &str, default: &str| match option {
            Some(given) => Ok(given),
            None if asks => ask(question, default),
            None => Ok(default.to_owned()),
        };
        let name = answer(args.name, "Your name", "Alex Doe")?;
        let title = answer(args.title, "The title of the site", &name)?;
        let url = answer(args.url, "The address it will have", "https://example.github.io/")?;
        if origin_and_base(&url).is_none() {
            bail!("--url: \"{url}\" is not the full address of a site: write --url https://you.github.io/");
        }
        Ok(Self { name, title, url })
    }

    /// Fills the answers into a file: as TOML strings into TOML, as they are into anything else.
    pub(super) fn fill(&self, path: &str, text: &str) -> String {
        let is_toml = path.ends_with(".toml");
        let value =
            |value: &str| if is_toml { toml::Value::String(value.to_owned()).to_string() } else { value.to_owned() };
        text.replace("{name}", &value(&self.name))
            .replace("{description}", &value(&format!("Notes by {}.", self.name)))
            .replace("{title}", &value(&self.title))
            .replace("{url}", &value(&self.url))
    }
}

fn ask(question: &str, default: &str) -> Result<String> {
    print!("{question} [{default}]: ");
    stdout().flush().context("the question cannot be shown")?;
    let mut answer = String::new();
    stdin().read_line(&mut answer).context("the answer cannot be read")?;
    let answer = answer.trim();
    Ok(if answer.is_empty() { default.to_owned() } else { answer.to_owned() })
}
