// The repositories, each a folder of git's: a commit is a commit, and `git log` shows it.

const { execFileSync } = require("node:child_process");
const { existsSync, readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");

const EVERYTHING = 256 * 1024 * 1024;
const environment = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
for (const name of ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"]) delete environment[name];
// Every commit has another time, in order.
let seconds = 1_700_000_000;

class Git {
    constructor(folder, name) {
        this.path = join(folder, `${name.replace("/", "+")}.git`);
        // What commits have at paths: it never changes.
        this.known = new Map();
    }

    run(args, input) {
        const stdio = ["pipe", "pipe", "pipe"];
        return execFileSync("git", args, { cwd: this.path, env: environment, input, stdio, maxBuffer: EVERYTHING });
    }

    text(...args) {
        return this.run(args).toString().trim();
    }

    // Undefined if git finds nothing.
    maybe(...args) {
        try {
            return this.text(...args);
        } catch {
            return undefined;
        }
    }

    static create(folder, name) {
        const git = new Git(folder, name);
        execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", git.path], { env: environment });
        return git;
    }

    copy(folder, name) {
        const git = new Git(folder, name);
        execFileSync("git", ["clone", "--quiet", "--bare", this.path, git.path], { env: environment });
        return git;
    }

    head(branch) {
        const file = join(this.path, "refs/heads", branch);
        if (existsSync(file) && statSync(file).isFile()) return readFileSync(file, "utf8").trim();
        // Only a clone has packed refs.
        return existsSync(join(this.path, "packed-refs")) ? this.maybe("rev-parse", "--verify", "--quiet", `refs/heads/${branch}`) : undefined;
    }

    branches() {
        return this.text("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads").split("\n").filter(Boolean);
    }

    // {type, id} of what a commit has at a path, or undefined.
    at(commit, path) {
        const key = `${commit}:${path}`;
        if (!/^[0-9a-f]{40}$/.test(commit)) return this.look(key);
        if (!this.known.has(key)) this.known.set(key, this.look(key));
        return this.known.get(key);
    }

    look(key) {
        const [id, type] = this.run(["cat-file", "--batch-check"], `${key}\n`).toString().trim().split(" ");
        return ["blob", "tree", "commit"].includes(type) ? { type, id } : undefined;
    }

    blob(id) {
        return this.run(["cat-file", "blob", id]);
    }

    tree(id, recursive) {
        const args = ["ls-tree", "-z", "-l", ...(recursive ? ["-r", "-t"] : []), id];
        return this.run(args).toString().split("\0").filter(Boolean).map((line) => {
            const [, mode, type, sha, size, path] = line.match(/^(\d+) (\w+) (\w+) +(\S+)\t([^]*)$/);
            return { path, mode, type, sha, ...(type === "blob" && { size: Number(size) }) };
        });
    }

    // Commits `additions` ({path, bytes}) and `deletions` (paths) on a branch, and returns the id.
    commit(branch, author, message, additions, deletions, extra = "") {
        const before = this.head(branch);
        const who = `${author} <${author}@users.noreply.github.com> ${seconds++} +0000`;
        const parts = [`commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\ndata ${Buffer.byteLength(message)}\n${message}\n`];
        if (before) parts.push(`from ${before}\n`);
        for (const path of deletions) parts.push(`D ${JSON.stringify(path)}\n`);
        for (const { path, bytes, mode } of additions) {
            parts.push(`M ${mode ?? "100644"} inline ${JSON.stringify(path)}\ndata ${bytes.length}\n`, bytes, "\n");
        }
        parts.push(extra);
        this.run(["fast-import", "--quiet"], Buffer.concat(parts.map((part) => Buffer.from(part))));
        return this.head(branch);
    }

    // The newest first.
    log(commit) {
        return this.text("log", "--format=%H%x00%P%x00%an%x00%B%x01", commit).split("\x01").filter((entry) => entry.trim()).map((entry) => {
            const [id, parents, author, message] = entry.trim().split("\0");
            return { id, parents: parents.split(" ").filter(Boolean), author, message: message.trim() };
        });
    }
}

module.exports = { Git };
