// What GitHub knows: repositories, tokens and their users, pull requests, runs of workflows.

const { Git } = require("./git.cjs");

// An answer that is no success. `type` is GraphQL's, `status` REST's.
class Refusal extends Error {
    constructor(type, status, message, more = {}) {
        super(message);
        Object.assign(this, { type, status, ...more });
    }
}

const notFound = (name) => new Refusal("NOT_FOUND", 404, `Could not resolve to a Repository with the name '${name}'.`);
const noAccess = () => new Refusal("FORBIDDEN", 403, "Resource not accessible by personal access token");

class World {
    constructor(folder) {
        Object.assign(this, { folder, repositories: new Map(), tokens: new Map(), renamed: new Map(), pulls: [], runs: [] });
    }

    // settings: {private, archived, protection: "classic" | "ruleset", collaborators: {login: permission}, truncated, pages}
    add(name, settings, git = Git.create(this.folder, name)) {
        const repository = { id: 1000 + this.repositories.size, name, git, branch: "main", ...settings };
        this.repositories.set(name.toLowerCase(), repository);
        return repository;
    }

    find(name) {
        const lower = name.toLowerCase();
        const found = this.repositories.get(this.renamed.get(lower) ?? lower);
        if (!found) throw notFound(name);
        return found;
    }

    // The repository, if the user may see it.
    seen(name, user) {
        const repository = this.find(name);
        if (this.permission(repository, user) === null) throw notFound(name);
        return repository;
    }

    permission(repository, user) {
        if (user && repository.name.split("/")[0] === user.login) return "ADMIN";
        return repository.collaborators?.[user?.login] ?? (repository.private ? null : "READ");
    }

    // Throws unless the user may push, and the token may, too.
    mustWrite(repository, user) {
        if (repository.archived) throw new Refusal("FORBIDDEN", 403, "Repository was archived so is read-only.");
        const isAllowed = ["ADMIN", "MAINTAIN", "WRITE"].includes(this.permission(repository, user));
        if (!isAllowed || !this.covers(user, repository.name)) throw noAccess();
    }

    // Fine-grained tokens may write to repositories that their user has chosen.
    covers(user, name) {
        return user.repositories === undefined || user.repositories.includes(name);
    }

    mustBeFree(repository, branch) {
        if (!repository.protection || branch !== repository.branch) return;
        if (repository.protection === "classic") {
            throw new Refusal("BRANCH_PROTECTION_RULE_VIOLATION", 409, `Protected branch update failed for refs/heads/${branch}.`);
        }
        throw new Refusal("UNPROCESSABLE", 422, "Repository rule violations found\n\nChanges must be made through a pull request.\n\n");
    }

    fork(repository, user, onlyDefault) {
        const existing = [...this.repositories.values()].find(({ parent, name }) => parent === repository && name.startsWith(`${user.login}/`));
        if (existing) return existing;
        let name = `${user.login}/${repository.name.split("/")[1]}`;
        while (this.repositories.has(name.toLowerCase())) name += "-1";
        const git = repository.git.copy(this.folder, name);
        if (onlyDefault) git.branches().filter((branch) => branch !== repository.branch).forEach((branch) => git.text("branch", "-D", branch));
        // GitHub answers before the fork has its branch: it is empty for some looks.
        return this.add(name, { parent: repository, branch: repository.branch, notReady: 2 }, git);
    }
}

module.exports = { World, Refusal, noAccess };
