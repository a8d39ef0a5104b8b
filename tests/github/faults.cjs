// Failures on demand. Each is for requests of one token and one name: an id of REST's description, or a field at
// GraphQL's root. `times` is how often it fails, `after` how many requests it lets through before.
//
// {token, on, times, after, …} with one of:
//   status, message, headers   answers this, and does nothing
//   type, message              answers this error of GraphQL, and does nothing
//   cut: "before"              closes the connection, and does nothing
//   cut: "after"               does it, and closes the connection without an answer
//   cut: "within"              does it, and closes the connection in the middle of the answer
//   late                       closes the connection, and does it so many milliseconds later
//   partly                     does it, and has this message of an error in the answer, too
//   slow                       does it, and answers after so many milliseconds
//   push: {path, text}         somebody else pushes before it is done

class Faults {
    constructor() {
        this.waiting = [];
    }

    add(fault) {
        this.waiting.push({ times: 1, after: 0, ...fault });
    }

    // The fault for a request, used up.
    take(token, names) {
        for (const fault of this.waiting) {
            if (fault.token !== token || fault.times === 0 || !(fault.on === "*" || names.includes(fault.on))) continue;
            if (fault.after > 0) {
                fault.after -= 1;
                continue;
            }
            fault.times -= 1;
            return fault;
        }
        return undefined;
    }

    clear(token) {
        this.waiting = this.waiting.filter((fault) => fault.token !== token);
    }
}

module.exports = { Faults };
