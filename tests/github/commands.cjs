// What tests say to the stand-in, and ask it, by name.

const encoded = ({ path, text, base64 }) => ({ path, bytes: text === undefined ? Buffer.from(base64, "base64") : Buffer.from(text) });

const commands = {
    // {name, files: [{path, text | base64}], …settings}: without files it is empty.
    repository({ world }, { name, files = [], do: _, ...settings }) {
        const { git, branch } = world.add(name, settings);
        if (files.length > 0) git.commit(branch, name.split("/")[0], "Begin", files.map(encoded), []);
    },
    // {name, …settings}: changes them.
    change({ world }, { name, do: _, ...settings }) {
        Object.assign(world.find(name), settings);
    },
    rename({ world }, { name, to }) {
        const repository = world.find(name);
        world.repositories.delete(name.toLowerCase());
        repository.name = to;
        world.repositories.set(to.toLowerCase(), repository);
        world.renamed.set(name.toLowerCase(), to.toLowerCase());
    },
    // {token, login, repositories, expired, sso}: without repositories it may do all that its user may.
    token({ world }, { token, do: _, ...user }) {
        world.tokens.set(token, user);
    },
    fail({ faults }, { do: _, ...fault }) {
        faults.add(fault);
    },
    heal({ faults }, { token }) {
        faults.clear(token);
    },
    // {name, branch, files, deletions}: somebody else pushes.
    push({ world }, { name, branch = "main", files = [], deletions = [] }) {
        return world.find(name).git.commit(branch, "somebody", "Change", files.map(encoded), deletions);
    },
    // The commits of a branch, the newest first.
    log({ world }, { name, branch = "main" }) {
        const { git } = world.find(name);
        return git.head(branch) ? git.log(git.head(branch)) : [];
    },
    // The files of a branch, as {path: blob id}.
    files({ world }, { name, branch = "main" }) {
        const { git } = world.find(name);
        const blobs = git.tree(git.head(branch), true).filter(({ type }) => type === "blob");
        return Object.fromEntries(blobs.map(({ path, sha }) => [path, sha]));
    },
    branches({ world }, { name }) {
        return world.find(name).git.branches();
    },
    repositories({ world }) {
        return [...world.repositories.values()].map(({ name }) => name);
    },
    pulls({ world }) {
        return world.pulls.map(({ repository, source, ...pull }) => ({ ...pull, repository: repository.name, source: source.name }));
    },
    // {number, state}
    pull({ world }, { number, state }) {
        world.pulls[number - 1].state = state;
    },
    // {repository, head_sha, status, conclusion, path}: replaces the run of this path for the commit.
    run({ world }, { do: _, ...run }) {
        world.runs = world.runs.filter((other) => ["repository", "head_sha", "path"].some((key) => other[key] !== run[key]));
        world.runs.push(run);
    },
    // All requests of a token so far.
    requests: ({ requests }, { token }) => requests.filter((request) => request.token === token),
    // What GitHub's descriptions do not allow.
    complaints: ({ complaints }) => complaints,
};

module.exports = { commands };
