// GitHub's API for tests, on the loopback: real repositories of git, requests held to GitHub's own descriptions.
// NODE_PATH=…/node_modules node server.cjs
//
// Its first line is {base}, its address.
// Commands come as lines of JSON on the standard input, and each is answered by one line. It ends with its input.

const { mkdtempSync, rmSync } = require("node:fs");
const http = require("node:http");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { createInterface } = require("node:readline");
const { commands } = require("./commands.cjs");
const { Faults } = require("./faults.cjs");
const graphql = require("./graphql.cjs");
const description = require("./description.cjs");
const rest = require("./rest.cjs");
const { World, Refusal } = require("./world.cjs");

const MAX_BODY = 45 * 1024 * 1024;
// What GitHub allows scripts of other origins. It has no x-github-api-version.
const ALLOWED = "Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, X-GitHub-OTP, X-Requested-With, User-Agent, GraphQL-Features";
const EXPOSED = "ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset";
const TYPES = ["application/vnd.github+json", "application/vnd.github.raw+json"];

const folder = mkdtempSync(join(tmpdir(), "github-"));
const state = { world: new World(folder), faults: new Faults(), requests: [], complaints: [] };

function bodyOf(request) {
    return new Promise((resolve) => {
        const parts = [];
        request.on("data", (part) => parts.push(part));
        request.on("end", () => resolve(Buffer.concat(parts)));
        request.on("error", () => resolve(undefined));
        request.on("aborted", () => resolve(undefined));
    });
}

function userOf(request) {
    const header = request.headers.authorization;
    if (header === undefined) return undefined;
    const user = state.world.tokens.get(header.replace("Bearer ", ""));
    if (!user || user.expired) throw new Refusal("", 401, "Bad credentials");
    if (user.sso) {
        const headers = { "x-github-sso": `required; url=${user.sso}` };
        throw new Refusal("FORBIDDEN", 403, "Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.", { headers });
    }
    return user;
}

// The request with its name, and what does it.
function understand(request, url, body) {
    const json = body.length > 0 ? JSON.parse(body.toString()) : undefined;
    if (url.pathname === "/graphql") {
        const asked = graphql.read(json);
        return { ...asked, act: async (user) => {
            if (!user) throw new Refusal("", 401, "This endpoint requires you to be authenticated.");
            return { status: 200, body: await graphql.answer(state.world, user, asked) };
        } };
    }
    const path = url.pathname.replace(/^\/repositories\/(\d+)/, (_, id) => {
        const found = [...state.world.repositories.values()].find((repository) => repository.id === Number(id));
        return found ? `/repos/${found.name}` : "/nothing";
    });
    const asked = description.read(request.method, path, url.searchParams, json);
    return { names: [asked.name], complaints: asked.complaints, act: (user) => {
        const answer = rest.answer(state.world, { ...asked, user, query: url.searchParams, body: json, accept: request.headers.accept ?? "" });
        if (answer.body) state.complaints.push(...description.answered(request.method, path, answer.status, answer.body));
        return answer;
    } };
}

function refused(error, url) {
    if (!(error instanceof Refusal)) throw error;
    const { status, message, errors, headers, location } = error;
    const place = location && { location: `${base()}${url.pathname.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${location}`)}${url.search}` };
    return { status, headers: { ...headers, ...place }, body: { message, errors, documentation_url: "https://docs.github.com/rest", status: String(status) } };
}

async function handle(request, response) {
    const body = await bodyOf(request);
    if (body === undefined) return;
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-expose-headers", EXPOSED);
    if (request.method === "OPTIONS") {
        response.setHeader("access-control-allow-headers", ALLOWED);
        response.setHeader("access-control-allow-methods", "GET, POST, PATCH, PUT, DELETE");
        response.setHeader("access-control-max-age", "86400");
        return void response.writeHead(204).end();
    }
    const url = new URL(request.url, base());
    const token = request.headers.authorization?.replace("Bearer ", "");
    const { names, complaints, act } = understand(request, url, body);
    state.requests.push({ token, names, method: request.method, url: request.url, headers: request.headers, bytes: body.length });
    state.complaints.push(...complaints, ...outOfPlace(request, url));
    const fault = state.faults.take(token, names) ?? {};
    const done = async () => {
        try {
            const user = userOf(request);
            if (body.length > MAX_BODY) throw new Refusal("", 413, "Payload too large");
            return await act(user);
        } catch (error) {
            return refused(error, url);
        }
    };
    await answer(request, response, fault, done);
}

// What GitHub would take, and this program should not send.
function outOfPlace(request, url) {
    const found = [];
    for (const token of state.world.tokens.keys()) if (request.url.includes(token)) found.push(`a token is in ${url.pathname}`);
    if (!TYPES.includes(request.headers.accept)) found.push(`accept: ${request.headers.accept}`);
    return found;
}

async function answer(request, response, fault, done) {
    if (fault.push) push(fault.push);
    if (fault.status) return send(response, { status: fault.status, headers: fault.headers, body: { message: fault.message ?? "A failure of the tests" } });
    if (fault.type) return send(response, { status: 200, body: { data: null, errors: [{ type: fault.type, message: fault.message }] } });
    if (fault.cut === "before") return void request.socket.destroy();
    if (fault.late !== undefined) {
        setTimeout(done, fault.late);
        return void request.socket.destroy();
    }
    const result = await done();
    if (fault.cut === "after") return void request.socket.destroy();
    if (fault.partly) result.body.errors = [{ path: [], message: fault.partly }];
    if (fault.slow) await new Promise((resolve) => setTimeout(resolve, fault.slow));
    send(response, result, fault.cut === "within");
}

function push({ repository, branch = "main", path, text }) {
    const { git } = state.world.find(repository);
    git.commit(branch, "somebody", `Change ${path}`, [{ path, bytes: Buffer.from(text) }], []);
}

function send(response, { status, headers = {}, body, bytes }, cut = false) {
    const content = bytes ?? Buffer.from(JSON.stringify(body));
    const type = bytes ? "application/vnd.github.raw+json; charset=utf-8" : "application/json; charset=utf-8";
    response.writeHead(status, { "content-type": type, "content-length": content.length, "cache-control": "private, max-age=60", ...headers });
    if (!cut) return void response.end(content);
    response.write(content.subarray(0, content.length / 2), () => response.socket.destroy());
}

const server = http.createServer((request, response) => {
    handle(request, response).catch((error) => {
        state.complaints.push(`${request.method} ${request.url}: ${error.stack}`);
        send(response, { status: 500, body: { message: "The stand-in failed" } });
    });
});
const base = () => `http://127.0.0.1:${server.address().port}`;

server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ base: base() })));
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
    const command = JSON.parse(line);
    let told;
    try {
        told = commands[command.do](state, command) ?? null;
    } catch (error) {
        told = { failed: error.stack };
    }
    console.log(JSON.stringify(told));
});
lines.on("close", () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
});
