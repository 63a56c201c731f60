import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/core/analysis.ts
var MOST_REMEMBERED = 2048;
var Session = class {
  /** Accounts that are known beforehand, the same for every unit. */
  accounts;
  #known = /* @__PURE__ */ new Map();
  constructor(accounts = []) {
    this.accounts = accounts;
  }
  /** What `make` makes of a text; `fact` names the question. Nothing but the text may decide about the answer. */
  recall(fact, text, make) {
    const known = memoryOf(this.#known, fact);
    if (known.has(text)) return known.get(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    const made = make();
    known.set(text, made);
    return made;
  }
};
var Analysis = class {
  nodes;
  session;
  #known = /* @__PURE__ */ new Map();
  #spent = /* @__PURE__ */ new Map();
  constructor(nodes, session = new Session()) {
    this.nodes = nodes;
    this.session = session;
  }
  /** What `work` makes of something in this unit, worked out when someone first asks. */
  of(work, subject) {
    const known = memoryOf(this.#known, work);
    if (known.has(subject)) return known.get(subject);
    const made = work(subject, this);
    known.set(subject, made);
    return made;
  }
  /** The unit's budget for something costly: is this text among the first `most` that it is asked for? */
  affords(purpose, text, most) {
    let spent = this.#spent.get(purpose);
    if (!spent) this.#spent.set(purpose, spent = /* @__PURE__ */ new Set());
    if (spent.size < most) spent.add(text);
    return spent.has(text);
  }
};
function memoryOf(all, about) {
  let memory = all.get(about);
  if (!memory) all.set(about, memory = /* @__PURE__ */ new Map());
  return memory;
}

export {
  Session,
  Analysis
};
