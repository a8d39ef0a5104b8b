// A SharedWorker with one connection to the server for all open pages: a browser opens at most six to a host, and pages
// need some to load. It runs as long as a page is open.
const pages = new BroadcastChannel("/_site/news");
let news;

const listen = () => {
  const events = new EventSource("/_site/events");
  events.onmessage = ({ data }) => pages.postMessage(news = JSON.parse(data));
  // The browser reconnects by itself after a lost connection, but not after a response that is no event stream.
  events.onerror = () => events.readyState === EventSource.CLOSED && setTimeout(listen, 1000);
};

// A page opened later gets the latest message.
self.onconnect = () => news && pages.postMessage(news);
listen();
