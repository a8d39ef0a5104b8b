//! Chromium's developer tools, for what WebDriver lacks: the colour scheme, a slow network or none, measurements.

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::visit::Visit;

impl Visit {
    /// Sets the system's colour scheme to `light` or `dark`.
    pub(crate) async fn prefers(&self, scheme: &str) {
        self.has_set("prefers-color-scheme", scheme).await;
    }

    /// Sets the preference for reduced motion.
    pub(crate) async fn wants_it_still(&self) {
        self.has_set("prefers-reduced-motion", "reduce").await;
    }

    async fn has_set(&self, name: &str, value: &str) {
        let features = json!({ "features": [{ "name": name, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Emulates a slow network, as in a train: 100 kB per second, 100 ms latency. Clears the cache.
    pub(crate) async fn is_on_a_slow_network(&self) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
        let train =
            json!({ "offline": false, "latency": 100, "downloadThroughput": 100_000, "uploadThroughput": 50_000 });
        self.devtools("Network.emulateNetworkConditions", train).await;
    }

    /// Turns the network off, or on again.
    pub(crate) async fn is_offline(&self, offline: bool) {
        self.devtools("Network.enable", json!({})).await;
        let network = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", network).await;
    }

    /// The browser's metrics after garbage collection, by name.
    pub(crate) async fn holds(&self, names: &[&str]) -> Vec<f64> {
        self.devtools("Performance.enable", json!({})).await;
        self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        let metrics = self.devtools("Performance.getMetrics", json!({})).await;
        let metric = |name: &&str| {
            let metrics = metrics["metrics"].as_array().into_iter().flatten();
            let found = metrics.filter(|metric| metric["name"] == *name).find_map(|metric| metric["value"].as_f64());
            found.unwrap_or_else(|| panic!("Chromium measures no {name}"))
        };
        names.iter().map(metric).collect()
    }

    /// Runs a command of the Chrome DevTools Protocol.
    pub(crate) async fn devtools(&self, method: &str, parameters: Value) -> Value {
        let command = Devtools(json!({ "cmd": method, "params": parameters }));
        self.client.issue_cmd(command).await.unwrap_or_else(|error| panic!("{method}: {error}"))
    }
}

/// chromedriver's command for a command of the Chrome DevTools Protocol.
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
