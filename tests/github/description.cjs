// GitHub's own description of REST: whether a request follows it, and an answer.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const Ajv = require("ajv");

const described = JSON.parse(readFileSync(join(process.env.NODE_PATH, "@octokit/openapi/generated/api.github.com.json"), "utf8"));
const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false, coerceTypes: "array", logger: false });
ajv.addSchema(described, "github");
// An answer of the tests has the fields that the program reads, not all of them.
const partly = JSON.parse(JSON.stringify(described), (key, value) => (key === "required" && Array.isArray(value) ? undefined : value));
const answers = new Ajv({ strict: false, validateSchema: false, validateFormats: false, logger: false });
answers.addSchema(partly, "github");

const templates = Object.keys(described.paths).map((path) => {
    // `{path}` and `{ref}` may have slashes.
    const pattern = path.replace(/\{(path|ref)\}$/, "(?<$1>.+)").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    return { path, pattern: new RegExp(`^${pattern}$`) };
});

const pointer = (...parts) => parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
const follow = (value) => (value.$ref ? value.$ref.slice(2).split("/").reduce((at, part) => at[part], described) : value);
const check = (validator, at, value) => {
    const validate = validator.getSchema(at) ?? validator.compile({ $ref: at });
    return validate(value) ? [] : validate.errors.map(({ instancePath, message }) => `${at}${instancePath}: ${message}`);
};

// The operation of a request, its parameters, and what is wrong with them.
function read(method, pathname, query, body) {
    const template = templates.find(({ path, pattern }) => pattern.test(pathname) && described.paths[path][method.toLowerCase()]);
    if (!template) return { name: "nothing", complaints: [`${method} ${pathname}: GitHub describes no such operation`] };
    const at = ["paths", template.path, method.toLowerCase()];
    const operation = described.paths[template.path][method.toLowerCase()];
    const given = { ...template.pattern.exec(pathname).groups };
    for (const name of Object.keys(given)) given[name] = decodeURIComponent(given[name]);
    const complaints = parameters(operation, given, query);
    if (operation.requestBody && body !== undefined) {
        complaints.push(...check(ajv, `github#${pointer(...at, "requestBody", "content", "application/json", "schema")}`, body));
    } else if (body !== undefined || operation.requestBody?.required) {
        complaints.push(`${operation.operationId}: ${body === undefined ? "no body" : "a body that it does not take"}`);
    }
    return { name: operation.operationId, given, complaints };
}

function parameters(operation, given, query) {
    const known = (operation.parameters ?? []).map(follow);
    const complaints = [];
    for (const [name, value] of query) {
        const parameter = known.find((known) => known.in === "query" && known.name === name);
        if (!parameter) complaints.push(`${operation.operationId}: no parameter ${name}`);
        else if (!ajv.compile(parameter.schema)(value) && !ajv.compile({ type: "array", items: parameter.schema })([value])) {
            complaints.push(`${operation.operationId}: ${name}=${value} is not of its type`);
        }
    }
    for (const { name, in: where, required } of known) {
        if (required && !(where === "path" ? name in given : query.has(name))) complaints.push(`${operation.operationId}: no ${name}`);
    }
    return complaints;
}

// What is wrong with an answer of the tests.
function answered(method, pathname, status, body) {
    const template = templates.find(({ path, pattern }) => pattern.test(pathname) && described.paths[path][method.toLowerCase()]);
    const at = ["paths", template.path, method.toLowerCase(), "responses", String(status), "content", "application/json", "schema"];
    const has = at.reduce((value, part) => value?.[part], described);
    return has ? check(answers, `github#${pointer(...at)}`, body) : [`${method} ${template.path}: never answers ${status}`];
}

module.exports = { read, answered };
