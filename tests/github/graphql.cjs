// GraphQL, executed by GitHub's own schema: what is not in it is an error, in questions and in answers.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { buildSchema, execute, getOperationAST, parse, validate } = require("graphql");
const { Refusal } = require("./world.cjs");

const schema = buildSchema(readFileSync(join(process.env.NODE_PATH, "@octokit/graphql-schema/schema.graphql"), "utf8"), { assumeValid: true });

// Reads a request: its document, the fields that it asks for at the root, and what is wrong with it.
function read({ query, variables }) {
    let document;
    try {
        document = parse(query);
    } catch (error) {
        return { names: [], complaints: [error.message] };
    }
    const complaints = validate(schema, document).map(({ message }) => message);
    const names = getOperationAST(document).selectionSet.selections.map(({ name }) => name.value);
    return { document, variables, names, complaints };
}

const connection = (items) => ({ first }) => ({ nodes: items().slice(0, first), totalCount: items().length });

function commit(repository, { id, parents, message }) {
    return {
        __typename: "Commit",
        oid: id,
        url: `https://github.com/${repository.name}/commit/${id}`,
        message,
        parents: connection(() => parents.map((parent) => ({ __typename: "Commit", oid: parent }))),
        history: connection(() => repository.git.log(id).map((entry) => commit(repository, entry))),
    };
}

function object(repository, { expression, oid }) {
    if (oid) {
        return repository.git.maybe("cat-file", "-t", oid) === "commit" ? commit(repository, repository.git.log(oid)[0]) : null;
    }
    const [revision, path] = [expression.slice(0, expression.indexOf(":")), expression.slice(expression.indexOf(":") + 1)];
    const found = repository.git.at(revision, path);
    return found ? { __typename: found.type === "blob" ? "Blob" : "Tree", oid: found.id } : null;
}

function ref(repository, qualified) {
    const name = qualified.replace("refs/heads/", "");
    const oid = repository.notReady > 0 ? undefined : repository.git.head(name);
    return oid ? { name, prefix: "refs/heads/", target: { __typename: "Commit", oid } } : null;
}

function describe(world, user, repository) {
    const empty = repository.notReady > 0 || (!repository.git.head(repository.branch) && repository.git.branches().length === 0);
    if (repository.notReady > 0) repository.notReady -= 1;
    return {
        nameWithOwner: repository.name,
        url: `https://github.com/${repository.name}`,
        isArchived: repository.archived === true,
        isEmpty: empty,
        viewerPermission: world.permission(repository, user),
        defaultBranchRef: empty ? null : ref(repository, repository.branch),
        ref: ({ qualifiedName }) => ref(repository, qualifiedName),
        object: (args) => object(repository, args),
    };
}

function createCommit(world, user, { branch: { repositoryNameWithOwner, branchName }, expectedHeadOid, message, fileChanges }) {
    const repository = world.seen(repositoryNameWithOwner, user);
    world.mustWrite(repository, user);
    const head = repository.git.head(branchName);
    if (!head) throw new Refusal("NOT_FOUND", 404, `No such branch '${branchName}'`);
    if (head !== expectedHeadOid) {
        throw new Refusal("STALE_DATA", 409, `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`);
    }
    world.mustBeFree(repository, branchName);
    const deletions = (fileChanges.deletions ?? []).map(({ path }) => path);
    for (const path of deletions) {
        if (!repository.git.at(head, path)) {
            throw new Refusal("UNPROCESSABLE", 422, `A path was requested for deletion which does not exist as of commit oid \`${head}\``);
        }
    }
    const additions = (fileChanges.additions ?? []).map(({ path, contents }) => ({ path, bytes: decoded(contents) }));
    const text = message.body ? `${message.headline}\n\n${message.body}` : message.headline;
    const id = repository.git.commit(branchName, user.login, text, additions, deletions);
    return { commit: commit(repository, repository.git.log(id)[0]) };
}

function decoded(contents) {
    const bytes = Buffer.from(contents, "base64");
    if (bytes.toString("base64") !== contents) throw new Refusal("UNPROCESSABLE", 422, "contents is not valid base64");
    return bytes;
}

// The body of the answer. GitHub answers refusals with status 200, too.
async function answer(world, user, { document, variables }) {
    const rootValue = {
        viewer: { login: user.login },
        repository: ({ owner, name }) => describe(world, user, world.seen(`${owner}/${name}`, user)),
        createCommitOnBranch: ({ input }) => createCommit(world, user, input),
    };
    const { data, errors } = await execute({ schema, document, rootValue, variableValues: variables });
    if (!errors) return { data };
    const told = errors.map(({ message, path, locations, originalError }) => ({ type: originalError?.type, path, locations, message }));
    return { data: data ?? null, errors: told };
}

module.exports = { read, answer };
