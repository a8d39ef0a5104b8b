// Holds files to a schema: RELAX NG (.rng), XML Schema (.xsd) or JSON Schema (.json). Says what is wrong, line by line.
// NODE_PATH=…/node_modules node validate.cjs SCHEMA FILE…

const { readFileSync } = require("node:fs");
const { basename } = require("node:path");

const [schema, ...files] = process.argv.slice(2);
const read = (fileName) => ({ fileName: basename(fileName), contents: readFileSync(fileName, "utf8") });

async function xml(extension) {
    const { validateXML } = require("xmllint-wasm");
    const found = await Promise.all(files.map(async (file) => {
        const { errors } = await validateXML({ xml: read(file), schema: read(schema), extension });
        return errors.map(({ message, loc }) => `${file}:${loc?.lineNumber ?? ""}: ${message}`);
    }));
    return found.flat();
}

function json() {
    const Ajv = require("ajv");
    const validate = new Ajv({ allErrors: true }).compile(JSON.parse(read(schema).contents));
    return files.flatMap((file) => {
        const errors = validate(JSON.parse(read(file).contents)) ? [] : validate.errors;
        return errors.map(({ instancePath, message }) => `${file}: ${instancePath}: ${message}`);
    });
}

async function main() {
    const found = schema.endsWith(".json") ? json() : await xml(schema.endsWith(".rng") ? "relaxng" : "schema");
    found.forEach((line) => console.log(line));
    process.exitCode = found.length > 0 ? 1 : 0;
}

main();
