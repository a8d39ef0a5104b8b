//! What a test can ask of Chromium beyond WebDriver: another screen, another scheme of colours, a slow network.

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::visit::Visit;

impl Visit {
    /// Makes the window so many CSS pixels wide, and high enough to read in.
    pub(crate) async fn is_wide(&self, width: u32) {
        let screen = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Makes the system's scheme of colours `light` or `dark`.
    pub(crate) async fn prefers(&self, scheme: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Makes the network one of a train: 100 kB in a second, and a tenth of a second until anything comes. Nothing that
    /// came before is kept.
    pub(crate) async fn is_on_a_slow_network(&self) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
        let train =
            json!({ "offline": false, "latency": 100, "downloadThroughput": 100_000, "uploadThroughput": 50_000 });
        self.devtools("Network.emulateNetworkConditions", train).await;
    }

    async fn devtools(&self, method: &str, parameters: Value) {
        let command = Devtools(json!({ "cmd": method, "params": parameters }));
        self.client.issue_cmd(command).await.unwrap_or_else(|error| panic!("{method}: {error}"));
    }
}

/// chromedriver's own command for a command of Chromium's developer tools.
#[derive(Debug)]
struct Devtools(Value);

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.0.to_string()))
    }
}
