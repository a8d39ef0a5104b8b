// REST: each operation by the id that GitHub's description gives it. Returns {status, body}, or {status, bytes} of a file.

const { Refusal, noAccess } = require("./world.cjs");

const absent = () => new Refusal("NOT_FOUND", 404, "Not Found");
const ok = (body, status = 200) => ({ status, body });
const page = (repository) => `https://github.com/${repository.name}`;

const operations = {
    "repos/get"({ repository }) {
        return ok({ id: repository.id, full_name: repository.name, html_url: page(repository), default_branch: repository.branch, archived: repository.archived === true });
    },

    "git/get-ref"({ repository, given }) {
        const sha = repository.git.head(given.ref.replace("heads/", ""));
        if (!sha) throw absent();
        return ok({ ref: `refs/${given.ref}`, node_id: "REF", url: "https://api.github.com", object: { sha, type: "commit", url: "https://api.github.com" } });
    },

    "git/get-tree"({ repository, given, query }) {
        const { git } = repository;
        if (!git.maybe("rev-parse", "--verify", "--quiet", `${given.tree_sha}^{tree}`)) throw absent();
        const all = git.tree(given.tree_sha, query.has("recursive"));
        const truncated = query.has("recursive") && all.length > (repository.truncated ?? Infinity);
        const tree = truncated ? all.slice(0, repository.truncated) : all;
        return ok({ sha: given.tree_sha, url: "https://api.github.com", tree, truncated });
    },

    "repos/get-content"({ repository, given, query, accept }) {
        const commit = query.get("ref") ?? repository.git.head(repository.branch);
        const found = repository.git.at(commit, given.path);
        if (!found) throw absent();
        if (found.type === "tree") return ok(repository.git.tree(found.id).map(({ path, sha }) => ({ name: path, sha })));
        if (!accept.includes("raw")) throw new Refusal("", 415, "the tests answer raw files only");
        return { status: 200, bytes: repository.git.blob(found.id) };
    },

    "repos/create-fork"({ world, user, repository, body }) {
        // A fine-grained token may make forks only for the repositories that were chosen for it.
        if (!world.covers(user, repository.name)) throw noAccess();
        const fork = world.fork(repository, user, body?.default_branch_only === true);
        return ok({ id: fork.id, full_name: fork.name, html_url: page(fork), default_branch: fork.branch, fork: true }, 202);
    },

    "repos/merge-upstream"({ world, user, repository, body }) {
        world.mustWrite(repository, user);
        const upstream = repository.parent.git;
        const [theirs, ours] = [upstream.head(body.branch), repository.git.head(body.branch)];
        repository.git.text("fetch", "--quiet", upstream.path, body.branch);
        if (repository.git.maybe("merge-base", "--is-ancestor", ours, theirs) === undefined) {
            throw new Refusal("", 409, "There are merge conflicts between the base and the upstream branch.");
        }
        repository.git.text("update-ref", `refs/heads/${body.branch}`, theirs);
        return ok({ message: "Successfully fetched and fast-forwarded from upstream", merge_type: "fast-forward", base_branch: body.branch });
    },

    "git/create-ref"({ world, user, repository, body }) {
        world.mustWrite(repository, user);
        const branch = body.ref.replace("refs/heads/", "");
        if (repository.git.head(branch)) throw new Refusal("", 422, "Reference already exists");
        if (repository.git.maybe("cat-file", "-t", body.sha) !== "commit") throw new Refusal("", 422, "Object does not exist");
        repository.git.text("update-ref", body.ref, body.sha);
        return ok({ ref: body.ref, node_id: "REF", url: "https://api.github.com", object: { sha: body.sha, type: "commit", url: "https://api.github.com" } }, 201);
    },

    "pulls/list"({ world, repository, query }) {
        const [state, head] = [query.get("state") ?? "open", query.get("head")];
        const found = world.pulls.filter((pull) => pull.repository === repository && (state === "all" || pull.state === state) && (!head || pull.head === head));
        return ok(found.map(pullRequest));
    },

    "pulls/create"({ world, user, repository, body }) {
        if (!world.covers(user, repository.name)) throw noAccess();
        const [owner, branch] = body.head.split(":");
        if (world.pulls.some(({ head, state }) => head === body.head && state === "open")) {
            throw new Refusal("", 422, "Validation Failed", { errors: [{ resource: "PullRequest", code: "custom", message: `A pull request already exists for ${body.head}.` }] });
        }
        const source = [...world.repositories.values()].find((found) => found.name.startsWith(`${owner}/`) && (found === repository || found.parent === repository));
        const [tip, base] = [source?.git.head(branch), repository.git.head(body.base)];
        if (!tip || tip === base) {
            throw new Refusal("", 422, "Validation Failed", { errors: [{ resource: "PullRequest", code: "custom", message: `No commits between ${body.base} and ${body.head}` }] });
        }
        const pull = { number: world.pulls.length + 1, repository, state: "open", user: user.login, ...body, source };
        world.pulls.push(pull);
        return ok(pullRequest(pull), 201);
    },

    "actions/list-workflow-runs-for-repo"({ world, repository, query }) {
        const runs = world.runs.filter((run) => run.repository === repository.name && run.head_sha === query.get("head_sha"));
        const told = runs.map(({ status, conclusion = null, path = ".github/workflows/pages.yml", head_sha }, id) => ({
            id, status, conclusion, path, head_sha, html_url: `${page(repository)}/actions/runs/${id}`,
        }));
        return ok({ total_count: told.length, workflow_runs: told });
    },

    "repos/get-pages"({ repository }) {
        if (!repository.pages) throw absent();
        return ok({ html_url: repository.pages, url: "https://api.github.com", status: "built", cname: null, custom_404: true, public: true });
    },
};

function pullRequest({ number, repository, state, user, title, body, head, base }) {
    const [owner, ref] = head.split(":");
    return {
        number, state, title, body, html_url: `${page(repository)}/pull/${number}`, user: { login: user },
        head: { ref, label: head, user: { login: owner } }, base: { ref: base, label: base },
    };
}

function answer(world, request) {
    const { owner, repo } = request.given;
    const name = `${owner}/${repo}`;
    const moved = world.renamed.has(name.toLowerCase());
    const repository = world.seen(name, request.user);
    if (moved) throw new Refusal("", 301, "Moved Permanently", { location: repository.id });
    const operation = operations[request.name];
    if (!operation) throw new Refusal("", 501, `the tests do not answer ${request.name}`);
    return operation({ ...request, world, repository });
}

module.exports = { answer };
