import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  Said,
  dataExfiltration,
  defineDanger,
  escalationMessage,
  escalationRelated,
  escalationRemedy,
  escalationSteps,
  factsOfKeyId,
  gain,
  hasPublicAccessBlock,
  isAllow,
  isCloudFormation,
  isEmbedded,
  isOutOfScope,
  numberOf,
  openTrustGrants,
  partOf,
  stepsFor,
  switchOf,
  tellTogether,
  valueAt,
  valuesAt,
  wideGrant,
  wordOf,
  wordsOf,
  written
} from "./shared-iam-dangers-data-exfiltration.js";
import {
  COMMON_PASSWORDS,
  VENDORS,
  addressesIn,
  boundedHits,
  decode,
  isDecoded,
  isNamed,
  isPlaceholder,
  isPlaceholder2,
  judgeLiteral,
  judgeSecret,
  literalsIn,
  namesSecret,
  secretsInScript,
  tokensIn,
  wordiness,
  wordsOf as wordsOf2
} from "./shared-rules-credentials-tokens-finder.js";
import {
  ACTION_COUNT,
  ESCALATION_PATHS,
  EVERYDAY_PATHS,
  PRIVILEGED_SERVICES,
  SERVICE_PREFIXES,
  actionFacts,
  actionId,
  actionName,
  actionsReached,
  adminIn,
  adminsIn,
  asksSecondFactor,
  changingActions,
  count,
  emptyBits,
  escalationContextOf,
  escalationsIn,
  exactName,
  firstAction,
  fitsEveryone,
  grantsOf,
  groupedBy,
  guarded,
  guardrailsAgainst,
  hasBit,
  hasWildcard,
  holderWords,
  includesAll,
  intersection,
  isCreator,
  isCut,
  isIdentityPolicy,
  isIn,
  isKnownAction,
  isMultivalued,
  isOpen,
  isOpenAllowEntry,
  isPowerful,
  isReader,
  isStar,
  isSure,
  judgeCondition,
  judgeConditions,
  keyOf,
  lazy,
  levelActions,
  lighter,
  limitsService,
  listed,
  managedDocument,
  managedName,
  managedPolicy,
  members,
  narrowedArn,
  narrowedResources,
  nullGuarded,
  number,
  operatorOf,
  overlaps,
  permissionsIn,
  permissionsOfPrincipal,
  permissionsWithin,
  policyOfAccount,
  principalsOf,
  quote,
  reachOfGrant,
  reachedBy,
  scopeOf,
  serviceActions,
  serviceOf,
  setBit,
  statementActions,
  takesWildcards,
  unionOf,
  writtenAction
} from "./shared-iam-escalation-context.js";
import {
  STATEMENT_ELEMENTS,
  holdInternet,
  isWhollyUnknown,
  leafOf,
  member,
  unknownsIn
} from "./shared-extract-policy-document.js";
import {
  hint
} from "./shared-scan-config-nearest.js";
import {
  CONFIDENCES,
  SEVERITIES,
  steppedDown
} from "./shared-core-finding.js";
import {
  isAccountPlace,
  lineStarts,
  regionOf
} from "./shared-core-source.js";
import {
  UNKNOWN,
  locate
} from "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./shared-runtime.js";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap6 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar6 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq4 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar6(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap6;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar6;
    exports.isSeq = isSeq4;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity2.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path2) {
      const ctrl = callVisitor(key, node, visitor, path2);
      if (identity2.isNode(ctrl) || identity2.isPair(ctrl)) {
        replaceNode(key, path2, ctrl);
        return visit_(key, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity2.isCollection(node)) {
          path2 = Object.freeze(path2.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity2.isPair(node)) {
          path2 = Object.freeze(path2.concat(node));
          const ck = visit_("key", node.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity2.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path2) {
      const ctrl = await callVisitor(key, node, visitor, path2);
      if (identity2.isNode(ctrl) || identity2.isPair(ctrl)) {
        replaceNode(key, path2, ctrl);
        return visitAsync_(key, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity2.isCollection(node)) {
          path2 = Object.freeze(path2.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity2.isPair(node)) {
          path2 = Object.freeze(path2.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path2) {
      if (typeof visitor === "function")
        return visitor(key, node, path2);
      if (identity2.isMap(node))
        return visitor.Map?.(key, node, path2);
      if (identity2.isSeq(node))
        return visitor.Seq?.(key, node, path2);
      if (identity2.isPair(node))
        return visitor.Pair?.(key, node, path2);
      if (identity2.isScalar(node))
        return visitor.Scalar?.(key, node, path2);
      if (identity2.isAlias(node))
        return visitor.Alias?.(key, node, path2);
      return void 0;
    }
    function replaceNode(key, path2, node) {
      const parent = path2[path2.length - 1];
      if (identity2.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity2.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity2.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity2.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix2] = parts;
            this.tags[handle] = prefix2;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix2 = this.tags[handle];
        if (prefix2) {
          try {
            return prefix2 + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix2] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix2))
            return handle + escapeTagName(tag.substring(prefix2.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity2.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity2.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix2] of tagEntries) {
          if (handle === "!!" && prefix2 === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix2)))
            lines.push(`%TAG ${handle} ${prefix2}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix2, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix2}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix2) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix2, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity2.isScalar(ref.node) || identity2.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity2.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity2 = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity2.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity2.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity2 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity2.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity2.isAlias(node) || identity2.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found2 = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found2 = node;
        }
        if (found2 && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found2);
          if (!data) {
            toJS.toJS(found2, null, ctx);
            data = anchors2.get(found2);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found2, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found2;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity2.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity2.isCollection(node)) {
        let count2 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity2.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity2.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match2 = tags.filter((t) => t.tag === tagName);
        const tagObj = match2.find((t) => !t.format) ?? match2[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity2.isDocument(value))
        value = value.contents;
      if (identity2.isNode(value))
        return value;
      if (identity2.isPair(value)) {
        const map = ctx.schema[identity2.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity2.MAP] : Symbol.iterator in Object(value) ? schema[identity2.SEQ] : schema[identity2.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity2 = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path2, value) {
      let v = value;
      for (let i = path2.length - 1; i >= 0; --i) {
        const k = path2[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path2) => path2 == null || typeof path2 === "object" && !!path2[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity2.isNode(it) || identity2.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path2, value) {
        if (isEmptyPath(path2))
          this.add(value);
        else {
          const [key, ...rest] = path2;
          const node = this.get(key, true);
          if (identity2.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        const [key, ...rest] = path2;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity2.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        const [key, ...rest] = path2;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity2.isScalar(node) ? node.value : node;
        else
          return identity2.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity2.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity2.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path2) {
        const [key, ...rest] = path2;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity2.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        const [key, ...rest] = path2;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity2.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text2[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold === 0)
          res = `
${indent}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text2[fold]}\\`;
          res += `
${indent}${text2.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text2[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text2[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity2 = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match2 = tags.filter((t) => t.tag === item.tag);
        if (match2.length > 0)
          return match2.find((t) => t.format === item.format) ?? match2[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity2.isScalar(item)) {
        obj = item.value;
        let match2 = tags.filter((t) => t.identify?.(obj));
        if (match2.length > 1) {
          const testMatch = match2.filter((t) => t.test);
          if (testMatch.length > 0)
            match2 = testMatch;
        }
        tagObj = match2.find((t) => t.format === item.format) ?? match2.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity2.isScalar(node) || identity2.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify2(item, ctx, onComment, onChompKeep) {
      if (identity2.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity2.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity2.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity2.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity2.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify2;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var stringify2 = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity2.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity2.isCollection(key) || !identity2.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity2.isCollection(key) || (identity2.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify2.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity2.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity2.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity2.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify2.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity2.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge2.identify(key) || identity2.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity2.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity2.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity2.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify2 = require_stringify();
    var identity2 = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity2.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key))
        merge2.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity2.isNode(key) && ctx?.doc) {
        const strCtx = stringify2.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity2 = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity2.NODE_TYPE, { value: identity2.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity2.isNode(key))
          key = key.clone(schema);
        if (identity2.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair3 = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair3, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var stringify2 = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify3 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify3(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items: items2 }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items2.length; ++i) {
        const item = items2[i];
        let comment2 = null;
        if (identity2.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity2.isPair(item)) {
          const ik = identity2.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify2.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items: items2 }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items2.length; ++i) {
        const item = items2[i];
        let comment = null;
        if (identity2.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity2.isPair(item)) {
          const ik = identity2.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity2.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify2.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items2.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items2, key) {
      const k = identity2.isScalar(key) ? key.value : key;
      for (const it of items2) {
        if (identity2.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity2.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity2.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair3, overwrite) {
        let _pair;
        if (identity2.isPair(pair3))
          _pair = pair3;
        else if (!pair3 || typeof pair3 !== "object" || !("key" in pair3)) {
          _pair = new Pair.Pair(pair3, pair3?.value);
        } else
          _pair = new Pair.Pair(pair3.key, pair3.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity2.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity2.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity2.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity2.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity2.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity2.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity2.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity2.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity2.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix2) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix2 + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity2.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity2.isPair(item))
            continue;
          else if (identity2.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair3 = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair3.key.commentBefore = pair3.key.commentBefore ? `${item.commentBefore}
${pair3.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair3.value ?? pair3.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair3;
          }
          seq.items[i] = identity2.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair3 of this.items) {
          let key, value;
          if (identity2.isPair(pair3)) {
            key = toJS.toJS(pair3.key, "", ctx);
            value = toJS.toJS(pair3.value, key, ctx);
          } else {
            key = toJS.toJS(pair3, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity2.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix2) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix2 + str.substr(1) : prefix2 + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair3;
        if (identity2.isPair(key))
          pair3 = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair3 = new Pair.Pair(key.key, null);
        else
          pair3 = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair3.key);
        if (!prev)
          this.items.push(pair3);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair3 = YAMLMap.findPair(this.items, key);
        return !keepPair && identity2.isPair(pair3) ? identity2.isScalar(pair3.key) ? pair3.key.value : pair3.key : pair3;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity2.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match2 = str.match(timestamp.test);
        if (!match2)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match2.map(Number);
        const millisec = match2[7] ? Number((match2[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match2[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge2.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity2.MAP, { value: map.map });
        Object.defineProperty(this, identity2.SCALAR, { value: string.string });
        Object.defineProperty(this, identity2.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var stringify2 = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify2.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity2.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify2.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify2.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity2.NODE_TYPE, { value: identity2.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity2.NODE_TYPE]: { value: identity2.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity2.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path2, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path2, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity2.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        if (Collection.isEmptyPath(path2)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path2) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity2.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        if (Collection.isEmptyPath(path2))
          return !keepScalar && identity2.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity2.isCollection(this.contents) ? this.contents.getIn(path2, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity2.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path2) {
        if (Collection.isEmptyPath(path2))
          return this.contents !== void 0;
        return identity2.isCollection(this.contents) ? this.contents.hasIn(path2) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        if (Collection.isEmptyPath(path2)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path2), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path2, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity2.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message3) {
        super();
        this.name = name;
        this.code = code;
        this.message = message3;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message3) {
        super("YAMLParseError", pos, code, message3);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message3) {
        super("YAMLWarning", pos, code, message3);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found2 = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found2 || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found2)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found2 = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found: found2,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    function mapIncludes(ctx, items2, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity2.isScalar(a) && identity2.isScalar(b) && a.value === b.value;
      return items2.some((pair3) => isEqual(pair3.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep: sep2, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep2) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep2 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep2, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair3 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair3.srcToken = collItem;
          map.items.push(pair3);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair3 = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair3.srcToken = collItem;
          map.items.push(pair3);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep2 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep2 + cb;
              sep2 = "";
              break;
            }
            case "newline":
              if (comment)
                sep2 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap6 = fc.start.source === "{";
      const fcName = isMap6 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap6 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep: sep2, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep2 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap6 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity2.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap6 && !sep2 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep2, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep2 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap6 && !props.found && ctx.options.strict) {
              if (sep2)
                for (const st of sep2) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep2, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair3 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair3.srcToken = collItem;
          if (isMap6) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair3);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair3);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap6 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message3 = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message3);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity2.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message3 = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message3);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message3 = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message3);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep2 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message3 = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message3);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep2 === " ")
            sep2 = "\n";
          else if (!prevMoreIndented && sep2 === "\n")
            sep2 = "\n\n";
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep2 === "\n")
            value += "\n";
          else
            sep2 = "\n";
        } else {
          value += sep2 + content;
          sep2 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message3 = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message3);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message3 = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message3);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match2 = line.exec(source);
      if (!match2)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match2[1].replace(trimEnd, "");
      let sep2 = " ";
      let pos = line.lastIndex;
      while (match2 = line.exec(source)) {
        const lm = match2[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep2 === "\n")
            res += sep2;
          else
            sep2 = "\n";
        } else {
          res += sep2 + lm;
          sep2 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match2 = last.exec(source);
      return res + sep2 + (match2?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range: range2 } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity2.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity2.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity2.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range2;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity2.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity2.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity2.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity2.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity2 = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message3 = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message3);
          }
          break;
        default: {
          const message3 = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message3);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity2.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity2 = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message3, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message3));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message3));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity2.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity2.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message3, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message3, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message3) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message3);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message3);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify2 = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep: sep2, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep2)
        for (const st of sep2)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify2;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path2) => {
      let item = cst;
      for (const [field, index] of path2) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path2) => {
      const parent = visit.itemAtPath(cst, path2.slice(0, -1));
      const field = path2[path2.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path2, item, visitor) {
      let ctrl = visitor(item, path2);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path2.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path2);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path2) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar6 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar6;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty2(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer2 = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty2(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty2(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty2(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty2(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty2(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty2(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0);
        let end = this.buffer.indexOf(quote2, this.pos + 1);
        if (quote2 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty2(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty2(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty2(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty2(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty2(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer2;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser2 = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message3 = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message: message3, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message3 = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message: message3 };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep2;
          if (scalar.end) {
            sep2 = scalar.end;
            sep2.push(this.sourceToken);
            delete scalar.end;
          } else
            sep2 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep2 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep2 = it.sep;
                  sep2.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep: sep2 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep2 = fc.end.splice(1, fc.end.length);
            sep2.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep2 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser2;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity2 = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse3(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify2(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity2.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse3;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify2;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity2.isAlias;
    exports.isCollection = identity2.isCollection;
    exports.isDocument = identity2.isDocument;
    exports.isMap = identity2.isMap;
    exports.isNode = identity2.isNode;
    exports.isPair = identity2.isPair;
    exports.isScalar = identity2.isScalar;
    exports.isSeq = identity2.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// src/aws/resources/resource-type.ts
function row(names, about) {
  return { names: names.split(" "), ...about };
}
function withResourcePolicy(names, service, at, ...subjects) {
  return row(names, { service, policies: [{ at, role: "resource", ...subjects.length > 0 && { subjects } }] });
}
function withoutPolicy(names) {
  return row(names, { policies: [] });
}

// src/aws/resources/compute.ts
var OPTIONS = [{ at: ["setting", "OptionSettings"], place: "ecs-environment" }];
var compute = [
  row("aws_lambda_function AWS::Lambda::Function", { environment: "lambda-environment" }),
  // The policies of these two are their roles', which SAM makes.
  row("AWS::Serverless::Function", { policies: [], environment: "lambda-environment" }),
  withoutPolicy("AWS::Serverless::StateMachine"),
  row("aws_lambda_permission AWS::Lambda::Permission", {
    service: "lambda",
    statement: {
      principal: "principal",
      action: "action",
      subject: "function_name",
      conditions: [
        ["ArnLike", "aws:SourceArn", "source_arn"],
        ["StringEquals", "aws:SourceAccount", "source_account"],
        ["StringEquals", "aws:PrincipalOrgID", ["principal_org_id", "PrincipalOrgID"]],
        ["StringEquals", "lambda:FunctionUrlAuthType", "function_url_auth_type"],
        ["StringEquals", "lambda:EventSourceToken", "event_source_token"]
      ]
    }
  }),
  row("aws_lambda_layer_version_permission AWS::Lambda::LayerVersionPermission", {
    service: "lambda",
    statement: {
      principal: "principal",
      action: "action",
      subject: ["layer_name", "LayerVersionArn"],
      conditions: [["StringEquals", "aws:PrincipalOrgID", "organization_id"]]
    }
  }),
  row("aws_signer_signing_profile_permission AWS::Signer::ProfilePermission", {
    service: "signer",
    statement: { principal: "principal", action: "action", subject: "profile_name" }
  }),
  withResourcePolicy("aws_ecr_registry_policy AWS::ECR::RegistryPolicy", "ecr", ["policy", "PolicyText"]),
  withResourcePolicy(
    "aws_ecr_repository_creation_template AWS::ECR::RepositoryCreationTemplate",
    "ecr",
    "repository_policy"
  ),
  withResourcePolicy("aws_ecr_repository_policy", "ecr", "policy", "repository"),
  withResourcePolicy("AWS::ECR::Repository", "ecr", "repository_policy_text"),
  withResourcePolicy("aws_ecrpublic_repository_policy", "ecr-public", "policy", "repository_name"),
  withResourcePolicy("AWS::ECR::PublicRepository", "ecr-public", "repository_policy_text"),
  withoutPolicy("aws_ecr_lifecycle_policy"),
  withoutPolicy("aws_ecrpublic_lifecycle_policy"),
  withoutPolicy("aws_autoscaling_policy"),
  withResourcePolicy("aws_codeartifact_domain_permissions_policy", "codeartifact", "policy_document", "domain"),
  withResourcePolicy("AWS::CodeArtifact::Domain", "codeartifact", "permissions_policy_document"),
  withResourcePolicy("aws_codeartifact_repository_permissions_policy", "codeartifact", "policy_document", "repository"),
  withResourcePolicy("AWS::CodeArtifact::Repository", "codeartifact", "permissions_policy_document"),
  withResourcePolicy("aws_codebuild_resource_policy", "codebuild", "policy", "resource_arn"),
  withResourcePolicy(
    "aws_sagemaker_model_package_group_policy",
    "sagemaker",
    "resource_policy",
    "model_package_group_name"
  ),
  withResourcePolicy("AWS::SageMaker::ModelPackageGroup", "sagemaker", "model_package_group_policy"),
  withoutPolicy("aws_ssmincidents_response_plan"),
  withResourcePolicy("aws_api_gateway_domain_name", "execute-api", "policy"),
  withResourcePolicy("aws_api_gateway_rest_api AWS::ApiGateway::RestApi", "execute-api", "policy"),
  withResourcePolicy("aws_api_gateway_rest_api_policy", "execute-api", "policy", "rest_api_id"),
  withResourcePolicy("AWS::Serverless::Api", "execute-api", [void 0, "Auth.ResourcePolicy.CustomStatements"]),
  // An endpoint's policy only limits what passes through it.
  row("aws_vpc_endpoint AWS::EC2::VPCEndpoint ec2.VpcEndpoint", {
    service: "ec2",
    policies: [{ at: ["policy", "PolicyDocument"], role: "boundary" }]
  }),
  row("aws_vpc_endpoint_policy ec2.VpcEndpointPolicy", {
    service: "ec2",
    policies: [{ at: "policy", role: "boundary", subjects: ["vpc_endpoint_id"] }]
  }),
  withResourcePolicy(
    "aws_vpclattice_auth_policy AWS::VpcLattice::AuthPolicy",
    "vpc-lattice",
    "policy",
    "resource_identifier"
  ),
  withResourcePolicy(
    "aws_vpclattice_resource_policy AWS::VpcLattice::ResourcePolicy",
    "vpc-lattice",
    "policy",
    "resource_arn"
  ),
  withResourcePolicy("aws_networkfirewall_resource_policy", "network-firewall", "policy", "resource_arn"),
  row("aws_codebuild_project AWS::CodeBuild::Project", { environment: "build-environment" }),
  row("aws_amplify_app AWS::Amplify::App", { environment: "build-environment" }),
  row("aws_amplify_branch AWS::Amplify::Branch", { environment: "build-environment" }),
  row("aws_codepipeline AWS::CodePipeline::Pipeline", { environment: "build-environment" }),
  row("aws_elastic_beanstalk_environment AWS::ElasticBeanstalk::Environment", { pairs: OPTIONS }),
  row("aws_elastic_beanstalk_configuration_template AWS::ElasticBeanstalk::ConfigurationTemplate", { pairs: OPTIONS }),
  row("aws_eks_addon AWS::EKS::Addon", { texts: ["configuration_values"] }),
  row("helm_release", {
    pairs: ["set", "set_sensitive"].map((at) => ({ at, place: "provider" })),
    texts: ["values"]
  })
];

// src/aws/resources/identity.ts
var itself = "itself";
var named = (kind, at) => ({
  kind,
  at
});
var ROLES = named("role", [void 0, "Roles"]);
var USERS = named("user", [void 0, "Users"]);
var GROUPS = named("group", [void 0, "Groups"]);
var OWN_POLICIES = {
  policies: [["managed_policy_arns", "ManagedPolicyArns"]],
  holders: itself
};
var OWN_BOUNDARY = { policies: ["permissions_boundary"], holders: itself, boundary: true };
var INLINE = {
  at: ["inline_policy.policy", "Policies.PolicyDocument"],
  role: "identity",
  name: ["name", "PolicyName"]
};
var identity = [
  row("aws_iam_role AWS::IAM::Role", {
    holder: { kind: "role", name: ["name", "RoleName"] },
    policies: [{ at: ["assume_role_policy", "AssumeRolePolicyDocument"], role: "trust" }, INLINE],
    attachments: [OWN_POLICIES, OWN_BOUNDARY]
  }),
  row("aws_iam_user AWS::IAM::User", {
    holder: { kind: "user", name: ["name", "UserName"] },
    policies: [INLINE],
    attachments: [OWN_POLICIES, OWN_BOUNDARY],
    memberships: [{ users: itself, groups: [void 0, "Groups"] }]
  }),
  row("aws_iam_group AWS::IAM::Group", {
    holder: { kind: "group", name: ["name", "GroupName"] },
    policies: [INLINE],
    attachments: [OWN_POLICIES]
  }),
  row("aws_ssoadmin_permission_set AWS::SSO::PermissionSet", {
    holder: { kind: "permission-set", name: "name" },
    policies: [{ at: "inline_policy", role: "identity" }],
    attachments: [
      {
        policies: [
          ["managed_policy_arns", "ManagedPolicies"],
          [void 0, "CustomerManagedPolicyReferences.Name"]
        ],
        holders: itself
      },
      {
        policies: [
          ["permissions_boundary", "PermissionsBoundary.ManagedPolicyArn"],
          [void 0, "PermissionsBoundary.CustomerManagedPolicyReference.Name"]
        ],
        holders: itself,
        boundary: true
      }
    ]
  }),
  row("aws_iam_policy AWS::IAM::ManagedPolicy", {
    holder: { kind: "managed-policy", name: ["name", "ManagedPolicyName"] },
    policies: [{ at: ["policy", "PolicyDocument"], role: "identity" }],
    attachments: [ROLES, USERS, GROUPS].map((holders) => ({ policies: itself, holders }))
  }),
  row("AWS::IAM::Policy", {
    policies: [{ at: "policy_document", role: "identity" }],
    holders: [ROLES, USERS, GROUPS]
  }),
  row("aws_iam_role_policy AWS::IAM::RolePolicy", {
    policies: [{ at: ["policy", "PolicyDocument"], role: "identity" }],
    holders: [named("role", ["role", "RoleName"])]
  }),
  row("aws_iam_user_policy AWS::IAM::UserPolicy", {
    policies: [{ at: ["policy", "PolicyDocument"], role: "identity" }],
    holders: [named("user", ["user", "UserName"])]
  }),
  row("aws_iam_group_policy AWS::IAM::GroupPolicy", {
    policies: [{ at: ["policy", "PolicyDocument"], role: "identity" }],
    holders: [named("group", ["group", "GroupName"])]
  }),
  row("aws_ssoadmin_permission_set_inline_policy", {
    policies: [{ at: "inline_policy", role: "identity" }],
    holders: [named("permission-set", "permission_set_arn")]
  }),
  row("aws_iam_role_policy_attachment", {
    attachments: [{ policies: ["policy_arn"], holders: named("role", "role") }]
  }),
  row("aws_iam_user_policy_attachment", {
    attachments: [{ policies: ["policy_arn"], holders: named("user", "user") }]
  }),
  row("aws_iam_group_policy_attachment", {
    attachments: [{ policies: ["policy_arn"], holders: named("group", "group") }]
  }),
  row("aws_iam_policy_attachment", {
    attachments: [named("role", "roles"), named("user", "users"), named("group", "groups")].map((holders) => ({
      policies: ["policy_arn"],
      holders
    }))
  }),
  row("aws_iam_role_policy_attachments_exclusive", {
    attachments: [{ policies: ["policy_arns"], holders: named("role", "role_name") }]
  }),
  row("aws_iam_user_policy_attachments_exclusive", {
    attachments: [{ policies: ["policy_arns"], holders: named("user", "user_name") }]
  }),
  row("aws_iam_group_policy_attachments_exclusive", {
    attachments: [{ policies: ["policy_arns"], holders: named("group", "group_name") }]
  }),
  row("aws_ssoadmin_managed_policy_attachment", {
    attachments: [{ policies: ["managed_policy_arn"], holders: named("permission-set", "permission_set_arn") }]
  }),
  row("aws_ssoadmin_customer_managed_policy_attachment", {
    attachments: [
      {
        policies: ["customer_managed_policy_reference.name"],
        holders: named("permission-set", "permission_set_arn")
      }
    ]
  }),
  row("aws_ssoadmin_permissions_boundary_attachment", {
    attachments: [
      {
        policies: [
          "permissions_boundary.managed_policy_arn",
          "permissions_boundary.customer_managed_policy_reference.name"
        ],
        holders: named("permission-set", "permission_set_arn"),
        boundary: true
      }
    ]
  }),
  row("aws_iam_user_group_membership", { memberships: [{ users: "user", groups: "groups" }] }),
  row("aws_iam_group_membership AWS::IAM::UserToGroupAddition", {
    memberships: [{ users: "users", groups: ["group", "GroupName"] }]
  }),
  row("aws_organizations_policy AWS::Organizations::Policy", {
    service: "organizations",
    policies: [{ at: "content", role: "scp" }]
  }),
  withResourcePolicy(
    "aws_organizations_resource_policy AWS::Organizations::ResourcePolicy",
    "organizations",
    "content"
  ),
  row("aws_eks_pod_identity_association AWS::EKS::PodIdentityAssociation", {
    policies: [{ at: "policy", role: "session" }]
  }),
  row("aws_rolesanywhere_profile AWS::RolesAnywhere::Profile", {
    policies: [{ at: "session_policy", role: "session" }]
  }),
  row("aws_transfer_access", { policies: [{ at: "policy", role: "session" }] }),
  row("aws_transfer_user AWS::Transfer::User", { policies: [{ at: "policy", role: "session" }] }),
  withResourcePolicy("aws_acmpca_policy", "acm-pca", "policy", "resource_arn")
];

// src/aws/resources/messaging.ts
var EVENT_STATEMENT = {
  principal: "principal",
  action: "action",
  usualAction: "events:PutEvents",
  subject: "event_bus_name",
  condition: "condition",
  whole: [void 0, "Statement"]
};
var messaging = [
  withResourcePolicy("aws_sqs_queue", "sqs", "policy"),
  withResourcePolicy(
    "aws_sqs_queue_policy AWS::SQS::QueuePolicy",
    "sqs",
    ["policy", "PolicyDocument"],
    ["queue_url", "Queues"]
  ),
  withResourcePolicy("AWS::SQS::QueueInlinePolicy", "sqs", "policy_document", "queue"),
  withResourcePolicy("aws_sns_topic", "sns", "policy"),
  withResourcePolicy(
    "aws_sns_topic_policy AWS::SNS::TopicPolicy",
    "sns",
    ["policy", "PolicyDocument"],
    ["arn", "Topics"]
  ),
  withResourcePolicy("AWS::SNS::TopicInlinePolicy", "sns", "policy_document", "topic_arn"),
  withResourcePolicy(
    "aws_kinesis_resource_policy AWS::Kinesis::ResourcePolicy",
    "kinesis",
    ["policy", "ResourcePolicy"],
    "resource_arn"
  ),
  withResourcePolicy("aws_msk_cluster_policy AWS::MSK::ClusterPolicy", "kafka", "policy", "cluster_arn"),
  withResourcePolicy("aws_cloudwatch_event_bus_policy", "events", "policy", "event_bus_name"),
  withResourcePolicy("AWS::Events::EventBus", "events", "policy"),
  row("aws_cloudwatch_event_permission AWS::Events::EventBusPolicy", {
    service: "events",
    statement: EVENT_STATEMENT
  }),
  withResourcePolicy(
    "aws_schemas_registry_policy AWS::EventSchemas::RegistryPolicy",
    "schemas",
    "policy",
    "registry_name"
  ),
  withResourcePolicy("aws_ses_identity_policy", "ses", "policy", "identity"),
  withResourcePolicy("aws_sesv2_email_identity_policy", "ses", "policy", "email_identity"),
  withResourcePolicy("aws_cloudwatch_log_destination_policy", "logs", "access_policy", "destination_name"),
  withResourcePolicy("AWS::Logs::Destination", "logs", "destination_policy"),
  withResourcePolicy("aws_cloudwatch_log_resource_policy AWS::Logs::ResourcePolicy", "logs", "policy_document"),
  withResourcePolicy("aws_xray_resource_policy AWS::XRay::ResourcePolicy", "xray", "policy_document"),
  withResourcePolicy("AWS::CloudTrail::ResourcePolicy", "cloudtrail", "resource_policy", "resource_arn"),
  withResourcePolicy("AWS::Lex::ResourcePolicy", "lex", "policy", "resource_arn"),
  row("aws_iot_policy AWS::IoT::Policy", {
    service: "iot",
    policies: [{ at: ["policy", "PolicyDocument"], role: "identity" }]
  })
];

// src/aws/resources/secrets.ts
var secrets = [
  row("aws_api_gateway_api_key AWS::ApiGateway::ApiKey", { secrets: ["value"] }),
  row("aws_vpn_connection AWS::EC2::VPNConnection", {
    secrets: [
      ["tunnel1_preshared_key", "VpnTunnelOptionsSpecifications.PreSharedKey"],
      ["tunnel2_preshared_key", void 0]
    ]
  }),
  row("aws_cloudfront_distribution AWS::CloudFront::Distribution", {
    pairs: [{ at: ["origin.custom_header", "DistributionConfig.Origins.OriginCustomHeaders"], place: "provider" }]
  }),
  row("aws_cloudwatch_event_connection AWS::Events::Connection", {
    secrets: [
      ["auth_parameters.api_key.value", "AuthParameters.ApiKeyAuthParameters.ApiKeyValue"],
      ["auth_parameters.basic.password", "AuthParameters.BasicAuthParameters.Password"]
    ],
    pairs: ["header", "query_string", "body"].map((kind) => ({
      at: `auth_parameters.invocation_http_parameters.${kind}`,
      place: "provider"
    }))
  }),
  row("aws_kinesis_firehose_delivery_stream AWS::KinesisFirehose::DeliveryStream", {
    pairs: [
      {
        at: [
          "http_endpoint_configuration.request_configuration.common_attributes",
          "HttpEndpointDestinationConfiguration.RequestConfiguration.CommonAttributes"
        ],
        place: "provider"
      }
    ]
  }),
  row("aws_dx_macsec_key_association", { secrets: ["cak"] }),
  row("aws_kms_external_key", {
    service: "kms",
    policies: [{ at: "policy", role: "resource" }],
    secrets: ["key_material_base64"]
  }),
  row("aws_kms_ciphertext", { secrets: ["plaintext"] }),
  row("aws_pinpoint_apns_channel AWS::Pinpoint::APNSChannel", { secrets: ["token_key"] }),
  row("aws_pinpoint_apns_sandbox_channel AWS::Pinpoint::APNSSandboxChannel", { secrets: ["token_key"] }),
  row("aws_sns_platform_application", { secrets: ["platform_principal", "platform_credential"] }),
  row("aws_opsworks_application", { secrets: ["app_source.ssh_key"] })
];

// src/aws/resources/storage.ts
var storage = [
  withResourcePolicy("aws_s3_bucket AWS::S3::Bucket", "s3", ["policy", void 0]),
  withResourcePolicy("aws_s3_bucket_policy AWS::S3::BucketPolicy", "s3", ["policy", "PolicyDocument"], "bucket"),
  withResourcePolicy("aws_s3_access_point AWS::S3::AccessPoint", "s3", "policy", "bucket"),
  withResourcePolicy("aws_s3_directory_bucket", "s3express", "policy"),
  withResourcePolicy("AWS::S3Express::BucketPolicy", "s3express", "policy_document", "bucket"),
  withResourcePolicy("aws_s3control_access_grants_instance_resource_policy", "s3", "policy"),
  withResourcePolicy("aws_s3control_access_point_policy", "s3", "policy", "access_point_arn"),
  withResourcePolicy(
    "aws_s3control_bucket_policy AWS::S3Outposts::BucketPolicy",
    "s3-outposts",
    ["policy", "PolicyDocument"],
    "bucket"
  ),
  withResourcePolicy("aws_s3control_multi_region_access_point_policy AWS::S3::MultiRegionAccessPointPolicy", "s3", [
    "details.policy",
    "Policy"
  ]),
  withResourcePolicy(
    "aws_s3control_object_lambda_access_point_policy AWS::S3ObjectLambda::AccessPointPolicy",
    "s3-object-lambda",
    ["policy", "PolicyDocument"],
    ["name", "ObjectLambdaAccessPoint"]
  ),
  withResourcePolicy(
    "aws_s3tables_table_bucket_policy AWS::S3Tables::TableBucketPolicy",
    "s3tables",
    "resource_policy",
    ["table_bucket_arn", "TableBucketARN"]
  ),
  withResourcePolicy("aws_s3tables_table_policy AWS::S3Tables::TablePolicy", "s3tables", "resource_policy", [
    "table_bucket_arn",
    "TableARN"
  ]),
  withResourcePolicy(
    "aws_s3vectors_vector_bucket_policy AWS::S3Vectors::VectorBucketPolicy",
    "s3vectors",
    "policy",
    "vector_bucket_arn"
  ),
  withResourcePolicy("aws_efs_file_system_policy", "elasticfilesystem", "policy", "file_system_id"),
  withResourcePolicy("AWS::EFS::FileSystem", "elasticfilesystem", "file_system_policy"),
  withResourcePolicy("aws_backup_vault_policy", "backup", "policy", "backup_vault_name"),
  withResourcePolicy("AWS::Backup::BackupVault", "backup", "access_policy"),
  withResourcePolicy("aws_glacier_vault", "glacier", "access_policy"),
  withResourcePolicy("aws_glacier_vault_lock", "glacier", "policy", "vault_name"),
  withResourcePolicy("aws_media_store_container_policy", "mediastore", "policy", "container_name"),
  withResourcePolicy("AWS::MediaStore::Container", "mediastore", "policy"),
  withResourcePolicy("aws_dynamodb_resource_policy", "dynamodb", "policy", "resource_arn"),
  {
    names: ["AWS::DynamoDB::Table"],
    service: "dynamodb",
    policies: ["resource_policy.policy_document", "stream_specification.resource_policy.policy_document"].map((at) => ({
      at,
      role: "resource"
    }))
  },
  withResourcePolicy("AWS::DynamoDB::GlobalTable", "dynamodb", "replicas.resource_policy.policy_document"),
  withResourcePolicy("aws_redshift_resource_policy", "redshift", "policy", "resource_arn"),
  withResourcePolicy("aws_redshiftserverless_resource_policy", "redshift-serverless", "policy", "resource_arn"),
  withResourcePolicy("aws_cloudsearch_domain_service_access_policy", "cloudsearch", "access_policy", "domain_name"),
  withResourcePolicy("aws_elasticsearch_domain AWS::Elasticsearch::Domain", "es", "access_policies"),
  withResourcePolicy("aws_elasticsearch_domain_policy", "es", "access_policies", "domain_name"),
  withResourcePolicy("aws_opensearch_domain AWS::OpenSearchService::Domain", "es", "access_policies"),
  withResourcePolicy("aws_opensearch_domain_policy", "es", "access_policies", "domain_name"),
  withResourcePolicy("aws_glue_resource_policy", "glue", "policy"),
  withResourcePolicy("aws_kms_key AWS::KMS::Key", "kms", ["policy", "KeyPolicy"]),
  withResourcePolicy("aws_kms_key_policy", "kms", "policy", "key_id"),
  withResourcePolicy("aws_kms_replica_key AWS::KMS::ReplicaKey", "kms", ["policy", "KeyPolicy"]),
  withResourcePolicy("aws_kms_replica_external_key", "kms", "policy"),
  withResourcePolicy("aws_secretsmanager_secret", "secretsmanager", "policy"),
  withResourcePolicy(
    "aws_secretsmanager_secret_policy AWS::SecretsManager::ResourcePolicy",
    "secretsmanager",
    ["policy", "ResourcePolicy"],
    ["secret_arn", "SecretId"]
  ),
  withResourcePolicy("AWS::SSM::ResourcePolicy", "ssm", "policy", "resource_arn"),
  withoutPolicy("aws_dlm_lifecycle_policy"),
  row("aws_ssm_parameter AWS::SSM::Parameter", {
    parameter: { name: "name", values: ["value", ["insecure_value", void 0]] }
  }),
  row("aws_secretsmanager_secret_version", { texts: ["secret_string"], secrets: ["secret_binary"] }),
  row("aws_s3_object", { texts: ["content"] }),
  row("aws_s3_bucket_object", { texts: ["content"] }),
  row("local_file", { texts: ["content"] }),
  row("local_sensitive_file", { texts: ["content"] }),
  row("aws_appconfig_hosted_configuration_version AWS::AppConfig::HostedConfigurationVersion", { texts: ["content"] })
];

// src/aws/resources/spelling.ts
function stepsOf(path2, spelling) {
  const [terraform, cloudformation] = typeof path2 === "string" ? [path2, pascalCase(path2)] : path2;
  switch (spelling) {
    case "terraform":
      return terraform?.split(".");
    case "cloudformation":
    case "cdk":
      return cloudformation?.split(".");
    case "pulumi":
      return terraform === void 0 ? void 0 : (PULUMI.get(terraform) ?? terraform).split(".");
    case "cloudcontrol":
      return cloudformation?.split(".").map(snakeCase);
  }
}
var PULUMI = /* @__PURE__ */ new Map([
  ["inline_policy.policy", "inline_policies.policy"],
  ["function_name", "function"]
]);
function isStep(written2, step, spelling) {
  if (spelling !== "pulumi" && spelling !== "cdk") return written2 === step;
  return step !== void 0 && soundOf(written2) === soundOf(step);
}
var soundOf = (name) => name.replaceAll("_", "").toLowerCase();
function pascalCase(name) {
  return name.replace(/(?:^|_|(?<=\.))([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
function snakeCase(name) {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").toLowerCase();
}

// src/aws/resources/index.ts
var resourceTypes = [...identity, ...storage, ...messaging, ...compute, ...secrets];
var BY_NAME = new Map(
  resourceTypes.flatMap((type) => type.names.map((name) => [name, type]))
);
var BY_SOUND = new Map(
  resourceTypes.flatMap((type) => type.names.map((name) => [soundOf2(name), type])).reverse()
);
var CLOUDFORMATION_BY_SOUND = new Map(
  resourceTypes.flatMap(
    ({ names }) => names.filter((name) => name.includes("::")).map((name) => [soundOf2(name), name])
  )
);
function soundOf2(name) {
  return name.replace(/^(?:aws_|awscc_|AWS::)/, "").replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}
function resourceType(name) {
  if (!name.startsWith("awscc_")) return BY_NAME.get(name);
  return BY_NAME.get(CLOUDFORMATION_BY_SOUND.get(soundOf2(name)) ?? "");
}
function pulumiResourceType(module, name) {
  return BY_NAME.get(`${module}.${name}`) ?? BY_SOUND.get(soundOf2(module + name.replace(/V2(?=$|[A-Z])/, "")));
}
function cdkResourceType(module, name) {
  return name.startsWith("Cfn") ? BY_SOUND.get(soundOf2(module.replace(/^aws_/, "") + name.slice("Cfn".length))) : void 0;
}

// src/aws/resources/canonical.ts
function canonicalType(name) {
  if (name.startsWith("AWS::")) return ofCloudFormation(name);
  if (name.startsWith("awscc_")) return BY_SOUND2.get(soundOf3(name)) ?? name.replace("awscc_", "aws_");
  return ALIASES.get(name) ?? name;
}
function canonicalClass(module, name) {
  return BY_SOUND2.get(soundOf3(module + name));
}
function cloudFormationClass(module, name) {
  return CLOUDFORMATION_BY_SOUND2.get(soundOf3(module + name));
}
function ofCloudFormation(name) {
  const known = CLOUDFORMATION.get(name);
  if (known !== void 0) return known;
  const [, service = "", type = ""] = name.split("::");
  const prefix2 = SERVICES[service] ?? service.toLowerCase();
  return `aws_${prefix2}${prefix2 && "_"}${snakeCase(type)}`;
}
var ALIASES = /* @__PURE__ */ new Map([
  ["aws_alb", "aws_lb"],
  ["aws_alb_listener", "aws_lb_listener"],
  ["aws_s3_bucket_object", "aws_s3_object"],
  ["aws_spot_instance_request", "aws_instance"]
]);
var SERVICES = {
  ApiGateway: "api_gateway",
  Events: "cloudwatch_event",
  Logs: "cloudwatch_log",
  CloudWatch: "cloudwatch",
  ElasticLoadBalancingV2: "lb",
  StepFunctions: "sfn",
  OpenSearchService: "opensearch",
  CertificateManager: "acm",
  AmazonMQ: "mq"
};
var NAMES = `
  AWS::EC2::Instance aws_instance
  AWS::EC2::SecurityGroup aws_security_group
  AWS::EC2::SecurityGroupIngress aws_vpc_security_group_ingress_rule
  AWS::EC2::SecurityGroupEgress aws_vpc_security_group_egress_rule
  AWS::EC2::Volume aws_ebs_volume
  AWS::EC2::LaunchTemplate aws_launch_template
  AWS::EC2::Subnet aws_subnet
  AWS::EC2::VPC aws_vpc
  AWS::EC2::FlowLog aws_flow_log
  AWS::EC2::NetworkAcl aws_network_acl
  AWS::EC2::NetworkAclEntry aws_network_acl_rule
  AWS::EC2::EIP aws_eip
  AWS::AutoScaling::AutoScalingGroup aws_autoscaling_group
  AWS::AutoScaling::LaunchConfiguration aws_launch_configuration
  AWS::ElasticLoadBalancing::LoadBalancer aws_elb
  AWS::ElasticLoadBalancingV2::LoadBalancer aws_lb
  AWS::RDS::DBInstance aws_db_instance
  AWS::RDS::DBCluster aws_rds_cluster
  AWS::RDS::GlobalCluster aws_rds_global_cluster
  AWS::RDS::DBParameterGroup aws_db_parameter_group
  AWS::Neptune::DBCluster aws_neptune_cluster
  AWS::DocDB::DBCluster aws_docdb_cluster
  AWS::Logs::LogGroup aws_cloudwatch_log_group
  AWS::KinesisFirehose::DeliveryStream aws_kinesis_firehose_delivery_stream
  AWS::Athena::WorkGroup aws_athena_workgroup
  AWS::WorkSpaces::Workspace aws_workspaces_workspace
  AWS::CloudTrail::Trail aws_cloudtrail
  AWS::AppSync::GraphQLApi aws_appsync_graphql_api
  AWS::AmazonMQ::Broker aws_mq_broker
  AWS::Lambda::Url aws_lambda_function_url
  AWS::WAFv2::WebACL aws_wafv2_web_acl
  AWS::WAFv2::LoggingConfiguration aws_wafv2_web_acl_logging_configuration
  AWS::WAFv2::WebACLAssociation aws_wafv2_web_acl_association
  AWS::Elasticsearch::Domain aws_elasticsearch_domain
  AWS::Serverless::Function aws_lambda_function
  AWS::Serverless::Api aws_api_gateway_stage
  AWS::Serverless::HttpApi aws_apigatewayv2_stage
  AWS::Serverless::StateMachine aws_sfn_state_machine
  AWS::SageMaker::NotebookInstance aws_sagemaker_notebook_instance
  AWS::Transfer::Server aws_transfer_server
  AWS::DMS::ReplicationInstance aws_dms_replication_instance
  AWS::MSK::Cluster aws_msk_cluster
  AWS::CodeBuild::Project aws_codebuild_project
  AWS::ECR::Repository aws_ecr_repository
  AWS::ECS::Cluster aws_ecs_cluster
  AWS::ECS::Service aws_ecs_service
  AWS::ECS::TaskDefinition aws_ecs_task_definition
  AWS::EKS::Cluster aws_eks_cluster
  AWS::EFS::FileSystem aws_efs_file_system
  AWS::SQS::Queue aws_sqs_queue
  AWS::SNS::Topic aws_sns_topic
  AWS::S3::Bucket aws_s3_bucket
  AWS::S3::BucketPolicy aws_s3_bucket_policy
  AWS::KMS::Key aws_kms_key
  AWS::Redshift::Cluster aws_redshift_cluster
  AWS::ElastiCache::ReplicationGroup aws_elasticache_replication_group
  AWS::ElastiCache::CacheCluster aws_elasticache_cluster
  AWS::DynamoDB::Table aws_dynamodb_table
  AWS::CloudFront::Distribution aws_cloudfront_distribution
  AWS::EMR::SecurityConfiguration aws_emr_security_configuration
`;
var WITHOUT_CLOUDFORMATION = `
  aws_s3_bucket_public_access_block aws_s3_account_public_access_block aws_s3_bucket_versioning aws_s3_bucket_logging
  aws_s3_bucket_acl aws_s3_bucket_server_side_encryption_configuration aws_security_group_rule
  aws_default_security_group aws_default_vpc aws_ebs_encryption_by_default aws_ec2_instance_metadata_defaults
  aws_efs_backup_policy aws_secretsmanager_secret_rotation aws_rds_cluster_instance aws_api_gateway_method_settings
  aws_redshift_logging aws_iam_account_password_policy aws_ecr_registry_scanning_configuration
`;
var CLOUDFORMATION = new Map([
  ...resourceTypes.flatMap(({ names }) => {
    const terraform = names.find((name) => name.startsWith("aws_"));
    const cloudformation = names.filter((name) => name.startsWith("AWS::"));
    return terraform === void 0 ? [] : cloudformation.map((name) => [name, terraform]);
  }),
  ...NAMES.trim().split("\n").map((line) => line.trim().split(" "))
]);
function soundOf3(name) {
  return name.replace(/^(?:aws_|awscc_|AWS::)/, "").replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}
var BY_SOUND2 = new Map([
  ...[...CLOUDFORMATION].flatMap(([name, canonical]) => [
    [soundOf3(canonical), canonical],
    [soundOf3(name), canonical]
  ]),
  ...WITHOUT_CLOUDFORMATION.trim().split(/\s+/).flatMap((name) => [
    [soundOf3(name), name],
    // Pulumi puts those of EC2 and the like below a module that Terraform leaves out.
    [`ec2${soundOf3(name)}`, name]
  ])
]);
var CLOUDFORMATION_BY_SOUND2 = new Map(
  [...CLOUDFORMATION.keys()].map((name) => [soundOf3(name), name])
);

// src/core/rule.ts
var DEFAULT_THRESHOLDS = {
  logRetentionDays: 1,
  sessionSeconds: 3600,
  backupRetentionDays: 1,
  keyAgeDays: 90,
  unusedDays: 90,
  requiredTags: /* @__PURE__ */ new Map()
};
function defineRule(rule2) {
  return rule2;
}

// src/extract/resource-index.ts
function ofType(unit, type) {
  return unit.of(byCanonicalType, unit.nodes).get(type) ?? [];
}
function byCanonicalType(nodes) {
  const found2 = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    if (node.kind !== "resource") continue;
    const type = canonicalType(node.type);
    const list = found2.get(type);
    if (list) list.push(node);
    else found2.set(type, [node]);
  }
  return found2;
}
function besides(unit, resource, type, via) {
  return ofType(unit, type).filter((other) => {
    const found2 = valuesAt(other, via);
    return found2.some(({ value }) => value !== void 0 && mayMean(value, resource));
  });
}
function meantBy(unit, value, type) {
  return value && ofType(unit, type).find((other) => refersTo(value, other));
}
function mayMean(value, resource) {
  if (value.kind === "list") return value.items.some((item) => mayMean(item, resource));
  if (refersTo(value, resource)) return true;
  if (value.kind !== "unknown") return false;
  return !/^(?:Ref )?(?:module\.[\w.[\]"-]+\.)?aws_\w+\./.test(value.reference ?? "") && !value.reference?.startsWith("Ref ");
}
function refersTo(value, resource) {
  if (value.kind === "list") return value.items.some((item) => refersTo(item, resource));
  if (value.kind !== "string" && value.kind !== "unknown") return false;
  if (value.kind === "unknown" && value.maybe?.some((one) => refersTo(one, resource))) return true;
  const reference = value.reference?.replace(/^Ref /, "");
  if (reference !== void 0 && isOf(reference, resource.anchor)) return true;
  const name = leafOf(value)?.value;
  return name !== void 0 && name !== "" && !name.includes(UNKNOWN) && NAMES2.some((at) => nameAt(resource, at) === name);
}
var NAMES2 = ["bucket", "bucket_name", "name", "function_name", "identifier"];
function nameAt(resource, at) {
  return leafOf(valuesAt(resource, at)[0]?.value)?.value;
}
function isOf(reference, anchor) {
  const [one, other] = [withoutIndex(reference), withoutIndex(anchor)];
  return one === other || one.startsWith(`${other}.`);
}
function withoutIndex(address) {
  return address.includes("[") ? address.replace(/\[[^\]]*\]/g, "") : address;
}

// src/rules/account/facts.ts
function accountMeta(meta) {
  return { ...meta, about: "hygiene", domain: "iam" };
}
var isRoot = ({ anchor }) => anchor.endsWith(":root");
var DAY = 864e5;
function daysSince(resource, path2, { unit }) {
  const root = ofType(unit, "aws_account_root")[0];
  const [then, now] = [resource, root].map(
    (one, index) => Date.parse((one && wordOf(valueAt(one, index === 0 ? path2 : "taken_at"))) ?? "")
  );
  const days = Math.floor((now - then) / DAY);
  return Number.isNaN(days) ? void 0 : days;
}
function regionsAt(resource, path2) {
  const regions = wordsOf(valueAt(resource, path2)).known;
  return { regions, words: listed(regions, 3) };
}

// src/rules/account/credentials.ts
var CONTROLS = "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html";
var REPORT = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html";
var types = ["aws_account_credentials"];
function credentialRule(meta, check) {
  return defineRule({ meta: accountMeta(meta), on: "resource", types, check });
}
var credentials_default = [
  credentialRule(
    {
      id: "account/console-without-mfa",
      title: "User signs in to the console without a second factor",
      severity: "medium",
      practice: "MFA",
      description: "A password that was guessed, phished or used elsewhere is enough to become this user.",
      remediation: "Let people sign in through IAM Identity Center; a user that must stay registers a passkey or a device, and a policy denies it everything else until then (aws:MultiFactorAuthPresent).",
      cwe: ["CWE-308"],
      references: [`${CONTROLS}#iam-5`, REPORT]
    },
    function* (user) {
      const password = valueAt(user, "password_enabled");
      const mfa = valueAt(user, "mfa_active");
      if (isRoot(user) || !mfa || switchOf(password) !== true || switchOf(mfa) !== false) return;
      yield { span: mfa.span, message: `${whose(user)} has a password and no MFA device.`, element: "mfa" };
    }
  ),
  credentialRule(
    {
      id: "account/old-key",
      title: "Access key has not been rotated for long",
      severity: "medium",
      practice: "rotate keys every 90 days",
      description: "The longer a key is in use, the more machines, backups and people have seen it. One that is changed often is worth little to whoever finds an old copy.",
      remediation: "Give what uses it a role. Where a key must stay: make the second one, put it in place, deactivate the old one, and delete it when nothing misses it.",
      cwe: ["CWE-324"],
      references: [
        `${CONTROLS}#iam-3`,
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html"
      ]
    },
    function* (user, context) {
      const { keyAgeDays } = context.thresholds ?? DEFAULT_THRESHOLDS;
      for (const key of activeKeys(user)) {
        const path2 = `access_key_${key}_last_rotated`;
        const made = valueAt(user, path2);
        const days = daysSince(user, path2, context);
        if (!made || days === void 0 || days <= keyAgeDays) continue;
        yield {
          span: made.span,
          message: `Key ${key} of ${whoseIt(user)} is ${days} days old; ${keyAgeDays} are asked for.`,
          element: `key ${key}`
        };
      }
    }
  ),
  credentialRule(
    {
      id: "account/unused-key",
      title: "Access key that nobody uses",
      severity: "low",
      practice: "roles over users; no long-lived keys",
      description: "A key that nothing needs is of use to thieves only, and nobody notices when it is gone.",
      remediation: "Deactivate it, wait a while, delete it.",
      cwe: ["CWE-1188"],
      references: [`${CONTROLS}#iam-8`, REPORT]
    },
    function* (user, context) {
      const { unusedDays } = context.thresholds ?? DEFAULT_THRESHOLDS;
      for (const key of activeKeys(user)) {
        const path2 = `access_key_${key}_last_used_date`;
        const since = daysSince(user, path2, context) ?? daysSince(user, `access_key_${key}_last_rotated`, context);
        const active = valueAt(user, `access_key_${key}_active`);
        if (!active || since === void 0 || since <= unusedDays) continue;
        const ever = valueAt(user, path2) !== void 0;
        yield {
          span: (valueAt(user, path2) ?? active).span,
          message: `Key ${key} of ${whoseIt(user)} ${ever ? `was last used ${since} days ago` : `was never used in ${since} days`}.`,
          element: `key ${key}`
        };
      }
    }
  ),
  credentialRule(
    {
      id: "account/two-keys",
      title: "User has two active access keys",
      severity: "low",
      practice: "roles over users; no long-lived keys",
      description: "The second key is there to change the first one. Where both stay active, one is forgotten, and a leak of one is a leak nobody can stop without asking who uses which.",
      remediation: "Find out by last use which one is needed, deactivate the other one, and delete it.",
      cwe: ["CWE-1188"],
      references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html", REPORT]
    },
    function* (user) {
      const second = valueAt(user, "access_key_2_active");
      if (!second || activeKeys(user).length < 2) return;
      yield { span: second.span, message: `${whose(user)} has two active access keys.`, element: "keys" };
    }
  ),
  credentialRule(
    {
      id: "account/unused-password",
      title: "Password that nobody uses",
      severity: "low",
      practice: "roles over users; no long-lived keys",
      description: "A way in that nobody uses is one that nobody watches.",
      remediation: "Delete the login profile of the user (`aws iam delete-login-profile`), and the user if nothing is left of it.",
      cwe: ["CWE-1188"],
      references: [`${CONTROLS}#iam-8`, REPORT]
    },
    function* (user, context) {
      const { unusedDays } = context.thresholds ?? DEFAULT_THRESHOLDS;
      const enabled = valueAt(user, "password_enabled");
      if (isRoot(user) || !enabled || switchOf(enabled) !== true) return;
      const used = valueAt(user, "password_last_used");
      const since = daysSince(user, "password_last_used", context) ?? daysSince(user, "password_last_changed", context) ?? daysSince(user, "user_creation_time", context);
      if (since === void 0 || since <= unusedDays) return;
      yield {
        span: (used ?? enabled).span,
        message: used ? `${whose(user)} last signed in to the console ${since} days ago.` : `${whose(user)} has a password that was not used in ${since} days.`,
        element: "password"
      };
    }
  )
];
var activeKeys = (user) => [1, 2].filter((key) => switchOf(valueAt(user, `access_key_${key}_active`)) === true);
function whose(user) {
  return isRoot(user) ? "The root user" : `User ${quote(user.name)}`;
}
var whoseIt = (user) => whose(user).replace(/^[TU]/, (letter) => letter.toLowerCase());

// src/rules/account/public-bucket.ts
var public_bucket_default = defineRule({
  meta: accountMeta({
    id: "account/public-bucket",
    title: "AWS calls the policy of a bucket public",
    severity: "high",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "S3 works out by itself whether a policy lets in the public, and counts what others take for narrowed: wide blocks of addresses, conditions on what the caller may choose.",
    remediation: "Name who may, or set the public access block of the bucket, which shuts it whatever its policy says.",
    cwe: ["CWE-284", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status"
    ]
  }),
  on: "resource",
  types: ["aws_account_bucket"],
  *check(bucket, { unit }) {
    const isPublic2 = valueAt(bucket, "policy_is_public");
    if (!isPublic2 || switchOf(isPublic2) !== true) return;
    const policy = unit.nodes.find((node) => node.kind === "policy" && node.anchor === bucket.anchor);
    if (policy?.kind === "policy" && openTrustGrants(policy, unit).length > 0) return;
    const shut = hasPublicAccessBlock(bucket, unit.nodes);
    yield {
      span: isPublic2.span,
      message: `S3 calls the policy of ${quote(bucket.name)} public${shut ? "; the public access block keeps it shut for now" : ""}.`,
      ...shut ? { severity: "low" } : {},
      element: "policy"
    };
  }
});

// src/rules/account/regional.ts
var securityHub = (page) => `https://docs.aws.amazon.com/securityhub/latest/userguide/${page}-controls.html`;
var TABLE = [
  {
    id: "account/no-guardduty",
    type: "aws_account_guardduty",
    title: "GuardDuty is off in some regions",
    severity: "low",
    practice: "GuardDuty on; alarms on root use",
    description: "GuardDuty sees stolen credentials and machines that serve others by what they do, and only in regions where it is on. Thieves like those that nobody watches.",
    remediation: "Turn it on in every region, best for the whole organization by a delegated administrator.",
    says: "GuardDuty is off",
    cwe: ["CWE-778"],
    references: [securityHub("guardduty")]
  },
  {
    id: "account/no-access-analyzer",
    type: "aws_account_access_analyzer",
    title: "IAM Access Analyzer is off in some regions",
    severity: "low",
    practice: "least privilege; no `*:*`, no `s3:FullAccess`",
    description: "An analyzer for external access tells which buckets, keys, queues and roles let others in, as soon as they do. It costs nothing.",
    remediation: "`aws accessanalyzer create-analyzer --type ACCOUNT --analyzer-name account` in each region.",
    says: "No analyzer for external access",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html",
      securityHub("iam")
    ]
  },
  {
    id: "account/no-config",
    type: "aws_account_config",
    title: "AWS Config records nothing in some regions",
    severity: "low",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "AWS Config tells how resources were and are set. Where no recorder runs, nobody can tell what changed.",
    remediation: "Turn the recorder on in every region, with global resources recorded in one of them.",
    says: "AWS Config records nothing",
    cwe: ["CWE-778"],
    references: [securityHub("config")]
  },
  {
    id: "account/no-security-hub",
    type: "aws_account_security_hub",
    title: "Security Hub is off in some regions",
    severity: "note",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "Security Hub gathers what GuardDuty, Access Analyzer and its own checks find, so that somebody sees it.",
    remediation: "Turn it on where nothing else gathers findings, best for the whole organization.",
    says: "Security Hub is off",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-enable.html"]
  },
  {
    id: "account/ebs-encryption",
    type: "aws_account_ebs_encryption",
    title: "New disks are not encrypted by default in some regions",
    severity: "low",
    practice: "EBS encrypted",
    description: "With the default on, no disk and no snapshot is made unencrypted, whatever a template forgets. It costs nothing.",
    remediation: "`aws ec2 enable-ebs-encryption-by-default` in each region.",
    says: "New disks are not encrypted by default",
    cwe: ["CWE-311"],
    references: ["https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html", securityHub("ec2")]
  },
  {
    id: "account/instance-metadata",
    type: "aws_account_instance_metadata",
    title: "New machines answer without a token by default in some regions",
    severity: "low",
    practice: "IMDSv2 required, hop limit 1",
    description: "Where the account does not ask for IMDSv2, a machine whose template says nothing hands out the credentials of its role to a forged request (SSRF).",
    remediation: "`aws ec2 modify-instance-metadata-defaults --http-tokens required` in each region.",
    says: "New machines hand out credentials without a token (IMDSv1) unless they say otherwise",
    cwe: ["CWE-918"],
    references: [
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html#set-imdsv2-account-defaults"
    ]
  }
];
var regional_default = TABLE.map(
  ({ type, says, ...meta }) => defineRule({
    meta: { ...accountMeta(meta), domain: "machines" },
    on: "resource",
    types: [type],
    *check(resource) {
      const off = regionsAt(resource, "off");
      if (off.regions.length === 0) return;
      const all = off.regions.length + regionsAt(resource, "on").regions.length;
      const where = all > 2 && off.regions.length === all ? `all ${all} regions` : off.words;
      yield {
        span: resource.span,
        message: `${says} in ${where}.`,
        element: "off",
        properties: { regions: off.regions }
      };
    }
  })
);

// src/rules/account/root.ts
var REFERENCES = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html"];
var root_default = [
  defineRule({
    meta: accountMeta({
      id: "account/root-keys",
      title: "Root user has access keys",
      severity: "critical",
      practice: "no root access keys, no root use",
      description: "Nothing limits the root user: no policy, no boundary. Whoever has a key of it has the account, and can keep its owner out.",
      remediation: 'Sign in as root, delete its access keys under "Security credentials", and give what used them a role. In an organization, manage root access centrally and remove the credentials of member accounts.',
      cwe: ["CWE-250", "CWE-798"],
      references: [...REFERENCES, "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-4"]
    }),
    on: "resource",
    types: ["aws_account_summary"],
    *check(root) {
      const present = valueAt(root, "account_access_keys_present");
      if (!present || !(numberOf(present) > 0)) return;
      yield { span: present.span, message: "The root user of the account has access keys.", element: "keys" };
    }
  }),
  defineRule({
    meta: accountMeta({
      id: "account/root-mfa",
      title: "Root user signs in without a second factor",
      severity: "high",
      practice: "MFA",
      description: "The password of root is all that stands between a guessed, phished or reused password and the whole account.",
      remediation: "Sign in as root and add a passkey or a hardware device, better two. In an organization, remove the root credentials of member accounts.",
      cwe: ["CWE-308"],
      references: [...REFERENCES, "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-9"]
    }),
    on: "resource",
    types: ["aws_account_summary"],
    *check(root) {
      const enabled = valueAt(root, "account_mfa_enabled");
      if (!enabled || numberOf(enabled) !== 0) return;
      yield { span: enabled.span, message: "The root user of the account has no MFA device.", element: "mfa" };
    }
  }),
  defineRule({
    meta: accountMeta({
      id: "account/root-use",
      title: "Root user is in use",
      severity: "medium",
      practice: "no root access keys, no root use",
      description: "Few tasks need root, and none of them daily. A root user that signs in often is a habit, or somebody who should not.",
      remediation: 'Look in CloudTrail who signed in and why (userIdentity.type is "Root"), and do it with a role from now on.',
      cwe: ["CWE-250"],
      references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html"]
    }),
    on: "resource",
    types: ["aws_account_credentials"],
    *check(root, context) {
      if (!isRoot(root)) return;
      const { thresholds = DEFAULT_THRESHOLDS } = context;
      for (const [path2, what] of USES) {
        const used = valueAt(root, path2);
        const days = daysSince(root, path2, context);
        if (!used || days === void 0 || days >= thresholds.unusedDays) continue;
        yield {
          span: used.span,
          message: `${what} ${days <= 0 ? "today" : days === 1 ? "a day ago" : `${days} days ago`}.`,
          element: path2
        };
      }
    }
  })
];
var USES = [
  ["password_last_used", "Somebody signed in as root"],
  ["access_key_1_last_used_date", "A key of root was used"],
  ["access_key_2_last_used_date", "A key of root was used"]
];

// src/rules/account/trails.ts
var CONTROLS2 = "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html";
var trails_default = [
  defineRule({
    meta: accountMeta({
      id: "account/no-trail",
      title: "No trail records all regions",
      severity: "medium",
      practice: "CloudTrail on, multi-region, validated, encrypted",
      description: "Without a trail of all regions that is logging now, nobody can tell after ninety days who did what, and nothing is kept where an intruder cannot reach it.",
      remediation: "Make a trail of all regions with log file validation and a key of KMS, best for the whole organization, into a bucket of another account.",
      cwe: ["CWE-778"],
      references: [CONTROLS2]
    }),
    on: "resource",
    types: ["aws_account_trails"],
    *check(trails) {
      if (wordsOf(valueAt(trails, "of_all_regions")).known.length > 0) return;
      const some = wordsOf(valueAt(trails, "trails")).known;
      const but = some.length === 0 ? "The account has no trail" : "No trail of the account records all regions and is logging";
      yield { span: trails.span, message: `${but}.`, element: "trail" };
    }
  }),
  defineRule({
    meta: accountMeta({
      id: "account/public-trail-bucket",
      title: "Bucket of the trail is public",
      severity: "high",
      practice: "CloudTrail on, multi-region, validated, encrypted",
      description: "The trail names users, roles, addresses and resources: a plan of the account for whoever reads it.",
      remediation: "Take the public statement out of the policy of the bucket, and set its public access block.",
      cwe: ["CWE-532", "CWE-732"],
      references: [`${CONTROLS2}#cloudtrail-6`]
    }),
    on: "resource",
    types: ["aws_cloudtrail"],
    *check(trail) {
      const isPublic2 = valueAt(trail, "bucket_is_public");
      if (!isPublic2 || switchOf(isPublic2) !== true) return;
      const bucket = wordOf(valueAt(trail, "s3_bucket_name")) ?? "";
      yield {
        span: isPublic2.span,
        message: `Bucket ${quote(bucket)}, which holds the trail, is public.`,
        element: "bucket"
      };
    }
  }),
  defineRule({
    meta: accountMeta({
      id: "account/no-root-alarm",
      title: "Nobody hears when root is used",
      severity: "low",
      practice: "GuardDuty on; alarms on root use",
      description: "Root signs in so seldom that every time is worth a look. Without an alarm the look comes with the bill.",
      remediation: 'A rule of EventBridge on {"detail": {"userIdentity": {"type": ["Root"]}}} that notifies somebody, or a metric filter on the log group of the trail ({ $.userIdentity.type = "Root" }) with an alarm.',
      cwe: ["CWE-778"],
      references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-1"]
    }),
    on: "resource",
    types: ["aws_account_root_alarm"],
    *check(alarms) {
      if (wordsOf(valueAt(alarms, "alarms")).known.length > 0) return;
      yield { span: alarms.span, message: "No alarm and no rule of EventBridge listens for root.", element: "alarm" };
    }
  })
];

// src/rules/account/unused-provider.ts
var unused_provider_default = defineRule({
  meta: accountMeta({
    id: "account/unused-provider",
    title: "Identity provider that no role trusts",
    severity: "note",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "A provider that no role trusts lets nobody in today. It is a door that waits for a role whose trust policy is written in haste.",
    remediation: "Delete the provider, unless a role for it is about to be made.",
    cwe: ["CWE-1188"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html"]
  }),
  on: "resource",
  types: ["aws_iam_openid_connect_provider", "aws_iam_saml_provider"],
  *check(provider) {
    const trusters = valueAt(provider, "trusted_by");
    if (!trusters || wordsOf(trusters).known.length > 0) return;
    const name = wordOf(valueAt(provider, "url") ?? valueAt(provider, "name")) ?? provider.name;
    yield { span: provider.span, message: `No role of the account trusts ${quote(name)}.`, element: "trusters" };
  }
});

// src/rules/account/unused-role.ts
var unused_role_default = defineRule({
  meta: accountMeta({
    id: "account/unused-role",
    title: "Role that nobody has assumed for long",
    severity: "note",
    practice: "least privilege",
    description: "What a role may do, whoever gets in may do, whether or not it is used. AWS remembers the last use for 400 days.",
    remediation: "Delete it; first deny it everything for a while where nobody knows what it was for.",
    cwe: ["CWE-1188"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html"
    ]
  }),
  on: "resource",
  types: ["aws_iam_role"],
  *check(role, context) {
    const { unusedDays } = context.thresholds ?? DEFAULT_THRESHOLDS;
    const used = valueAt(role, "role_last_used.last_used_date");
    const since = daysSince(role, "role_last_used.last_used_date", context) ?? daysSince(role, "create_date", context);
    if (since === void 0 || since <= unusedDays) return;
    const name = quote(role.name);
    yield {
      span: (used ?? valueAt(role, "role_name") ?? role).span,
      message: used ? `Role ${name} was last assumed ${since} days ago.` : `Role ${name} is ${since} days old, and nobody is known to have assumed it.`,
      element: "unused"
    };
  }
});

// src/extract/edits.ts
function syntaxOf(uri) {
  if (/\.(?:tf|tofu|hcl)$/.test(uri)) return "hcl";
  if (/\.(?:json|template|cfn)$/.test(uri)) return "json";
  return /\.ya?ml$/.test(uri) ? "yaml" : void 0;
}
function entryLine(syntax, name, value) {
  if (syntax === "json") return `${JSON.stringify(name)}: ${value},`;
  const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
  return syntax === "hcl" ? `${key} = ${value}` : `${key}: ${value}`;
}
function settingEdit(resource, path2, found2, wanted) {
  const syntax = syntaxOf(resource.span.uri);
  if (found2.value) {
    const isOwn2 = found2.value.span.uri === resource.span.uri && syntax !== void 0;
    return isOwn2 ? literalEdit(found2.value, String(wanted)) : void 0;
  }
  const steps = stepsFor(resource.type, path2);
  const missing2 = steps && missingSteps(resource.arguments, steps, found2.within);
  const first = firstKey(found2.within, resource.span.uri);
  if (!syntax || !missing2 || !first) return void 0;
  const names = missing2.map((step) => isCloudFormation(resource.type) ? pascalCase(step) : step);
  return { span: first, text: nested(syntax, names, JSON.stringify(wanted)), asLines: true };
}
function literalEdit(value, text2) {
  const leaf = leafOf(value);
  const isPlain2 = leaf && leaf.origin === void 0 && leaf.span.end - leaf.span.start === leaf.value.length;
  return isPlain2 && value.kind !== "unknown" ? { span: leaf.span, text: text2 } : void 0;
}
function missingSteps(from, steps, within2) {
  if (steps.some((step) => step.endsWith("[]"))) return from === within2 ? void 0 : steps.slice(-1);
  let at = from;
  for (let index = 0; index < steps.length; index++) {
    if (at === within2) return steps.slice(index);
    at = partOf(at, steps[index]);
    if (at?.kind === "list" && at.items.length === 1) [at] = at.items;
  }
  return void 0;
}
function firstKey(map, uri) {
  if (map.kind !== "map") return void 0;
  const keys = map.entries.map(({ keySpan }) => keySpan).filter((span) => span.uri === uri && span.end > span.start);
  return keys.sort((a, b) => a.start - b.start)[0];
}
function nested(syntax, [name = "", ...rest], value) {
  if (rest.length === 0) return entryLine(syntax, name, value);
  const inner = nested(syntax, rest, value).replace(/^/gm, "  ");
  if (syntax === "hcl") return `${name} {
${inner}
}`;
  if (syntax === "yaml") return `${name}:
${inner}`;
  return `${JSON.stringify(name)}: {
${inner.replace(/,$/, "")}
},`;
}

// src/rules/hygiene.ts
function hygiene(meta) {
  return { ...meta, about: "hygiene", domain: "machines" };
}
function requirementRule(meta, requirements) {
  const byType = /* @__PURE__ */ new Map();
  for (const requirement of requirements) {
    for (const type of requirement.types.trim().split(/\s+/)) {
      const list = byType.get(type);
      if (list) list.push(requirement);
      else byType.set(type, [requirement]);
    }
  }
  return defineRule({
    meta: hygiene(requirements.some(({ fix }) => fix !== void 0) ? { ...meta, fixable: true } : meta),
    on: "resource",
    types: [...byType.keys()],
    *check(resource, context) {
      for (const requirement of byType.get(canonicalType(resource.type)) ?? [])
        yield* unmet(requirement, resource, context);
    }
  });
}
function* unmet(requirement, resource, context) {
  const { at, where, unless, says, severity, fix } = requirement;
  if (where && !where(resource, context)) return;
  const found2 = requirement.is === "elsewhere" ? [nothing(resource)] : valuesAt(resource, at);
  const wrong = found2.filter((one) => isWrong(one, requirement, context));
  if (wrong.length === 0 || unless?.(resource, context)) return;
  const name = typeof at === "string" ? at : at[0] ?? at[1] ?? "";
  for (const [index, one] of wrong.entries()) {
    const isFixable = fix !== void 0 && !(requirement.fixIn && isCloudFormation(resource.type));
    const edit = isFixable ? settingEdit(resource, at, one, fix) : void 0;
    yield {
      span: one.span,
      message: `\`${resource.anchor}\` ${says}.`,
      element: index === 0 ? name : `${name} ${index}`,
      ...severity && { severity },
      ...edit && { fix: [edit] }
    };
  }
}
function isWrong({ value }, { is, absent }, context) {
  if (value === void 0)
    return (absent ?? (is === "on" || is === "set" || is === "elsewhere" ? "wrong" : "right")) === "wrong";
  switch (is) {
    case "on":
      return switchOf(value) === false;
    case "off":
      return switchOf(value) === true;
    case "set":
      return isEmpty(value);
    case "elsewhere":
      return true;
    case "unset":
      return !isEmpty(value) && value.kind !== "unknown";
    default:
      return is(value, context) === false;
  }
}
function isEmpty(value) {
  if (value.kind === "list") return value.items.length === 0;
  return value.kind === "string" && value.text.value === "";
}
function nothing({ span, arguments: within2 }) {
  return { value: void 0, span, within: within2 };
}

// src/rules/network/attributes.ts
function attributeOf(list, key) {
  if (list.kind !== "list") return void 0;
  const found2 = list.items.find((item) => wordOf(partOf(item, "key")) === key);
  if (found2) return switchOf(partOf(found2, "value"));
  return list.items.every((item) => item.kind === "map") ? false : void 0;
}

// src/rules/audit/access-logs.ts
var access_logs_default = requirementRule(
  {
    id: "audit/access-logs",
    title: "Requests are not recorded",
    severity: "note",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "Access logs tell who asked for what, and are the first thing one looks for after an incident.",
    remediation: "Send them to a bucket or log group that is made for logs.",
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
    ]
  },
  [
    {
      types: "aws_lb aws_elb",
      at: ["access_logs[].enabled", "access_logging_policy[].enabled"],
      is: "on",
      absent: "right",
      says: "has access logs turned off"
    },
    {
      types: "aws_lb aws_elb",
      at: ["access_logs.bucket", void 0],
      is: "set",
      where: (balancer) => wordOf(valueAt(balancer, "load_balancer_type")) !== "gateway",
      says: "keeps no access logs"
    },
    {
      types: "aws_lb",
      at: [void 0, "load_balancer_attributes"],
      is: (value) => attributeOf(value, "access_logs.s3.enabled"),
      absent: "wrong",
      says: "keeps no access logs"
    },
    { types: "aws_elb", at: [void 0, "access_logging_policy"], is: "set", says: "keeps no access logs" },
    {
      types: "aws_cloudfront_distribution",
      at: ["logging_config.bucket", "distribution_config.logging.bucket"],
      is: "set",
      unless: (distribution, { unit }) => besides(unit, distribution, "aws_cloudwatch_log_delivery_source", "resource_arn").length > 0,
      says: "keeps no access logs"
    },
    {
      types: "aws_api_gateway_stage",
      at: ["access_log_settings.destination_arn", "access_log_setting.destination_arn"],
      is: "set",
      says: "keeps no access logs"
    },
    {
      types: "aws_apigatewayv2_stage",
      at: ["access_log_settings.destination_arn", "access_log_settings.destination_arn"],
      is: "set",
      says: "keeps no access logs"
    },
    {
      types: "aws_s3_bucket",
      at: ["logging.target_bucket", "logging_configuration"],
      is: "set",
      where: isNoLogBucket,
      unless: (bucket, { unit }) => besides(unit, bucket, "aws_s3_bucket_logging", "bucket").length > 0,
      says: "keeps no access logs"
    },
    {
      types: "aws_redshift_cluster",
      at: ["logging.enable", "logging_properties.bucket_name"],
      is: isLogged,
      absent: "wrong",
      unless: (cluster, { unit }) => besides(unit, cluster, "aws_redshift_logging", "cluster_identifier").length > 0,
      says: "keeps no audit log"
    },
    { types: "aws_mq_broker", at: ["logs.general", "logs.general"], is: "on", says: "keeps no general log" },
    {
      types: "aws_mq_broker",
      at: ["logs.audit", "logs.audit"],
      is: "on",
      where: (broker) => wordOf(valueAt(broker, "engine_type"))?.toLowerCase() !== "rabbitmq",
      says: "keeps no audit log"
    },
    {
      types: "aws_globalaccelerator_accelerator",
      at: ["attributes.flow_logs_enabled", void 0],
      is: "on",
      says: "keeps no flow logs"
    },
    {
      types: "aws_wafv2_web_acl",
      at: "logging_configuration",
      is: "elsewhere",
      unless: (acl, { unit }) => besides(unit, acl, "aws_wafv2_web_acl_logging_configuration", "resource_arn").length > 0,
      says: "keeps no log of requests"
    },
    {
      types: "aws_waf_web_acl aws_wafregional_web_acl",
      at: ["logging_configuration", void 0],
      is: "set",
      says: "keeps no log of requests"
    },
    {
      types: "aws_sfn_state_machine",
      at: ["logging_configuration.level", "logging_configuration.level"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "OFF",
      absent: "wrong",
      says: "keeps no log of its runs"
    },
    {
      types: "aws_appsync_graphql_api",
      at: ["log_config.field_log_level", "log_config.field_log_level"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "NONE",
      absent: "wrong",
      says: "keeps no log of requests"
    },
    {
      types: "aws_msk_cluster",
      at: ["logging_info.broker_logs", "logging_info.broker_logs"],
      is: "set",
      says: "keeps no logs of its brokers"
    },
    {
      types: "aws_codebuild_project",
      at: ["logs_config[].cloudwatch_logs[].status", "logs_config[].cloud_watch_logs[].status"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "DISABLED",
      absent: "right",
      unless: (project) => wordOf(valueAt(project, "logs_config.s3_logs.status")) === "ENABLED",
      says: "keeps no logs"
    },
    {
      types: "aws_athena_workgroup",
      at: [
        "configuration.publish_cloudwatch_metrics_enabled",
        "work_group_configuration.publish_cloud_watch_metrics_enabled"
      ],
      is: "on",
      absent: "right",
      says: "publishes no metrics"
    },
    {
      types: "aws_transfer_server",
      at: ["logging_role", "logging_role"],
      is: "set",
      unless: (server) => valueAt(server, "structured_log_destinations") !== void 0,
      says: "keeps no logs"
    },
    { types: "aws_emr_cluster", at: "log_uri", is: "set", says: "keeps no logs" }
  ]
);
function isLogged(value) {
  const word = switchOf(value);
  return word === void 0 && value.kind === "string" ? true : word;
}
function isNoLogBucket(bucket, { unit }) {
  const words = [
    bucket.name,
    wordOf(valueAt(bucket, ["bucket", "bucket_name"])),
    wordOf(valueAt(bucket, ["acl", "access_control"]))
  ];
  if (words.some(
    (word) => word !== void 0 && /(?:^|[^a-z])(?:access)?logs?(?:[^a-z]|$)|logging|LogDeliveryWrite|log-delivery|Logs?(?:Bucket|$)/.test(word)
  ))
    return false;
  const loggers = ofType(unit, "aws_s3_bucket_logging");
  return !loggers.some((one) => {
    const target = valueAt(one, "target_bucket");
    return target !== void 0 && refersTo(target, bucket);
  });
}

// src/rules/audit/cloudtrail.ts
var cloudtrail_default = requirementRule(
  {
    id: "audit/cloudtrail",
    title: "CloudTrail records too little",
    severity: "low",
    practice: "CloudTrail on, multi-region, validated, encrypted",
    description: "The trail is what tells, after an incident, who did what. One of a single region, without validation or turned off, leaves out just what an attacker does.",
    remediation: "Set `is_multi_region_trail`, `enable_log_file_validation` and `include_global_service_events`, and leave `enable_logging` on.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"]
  },
  [
    { types: "aws_cloudtrail", at: "is_multi_region_trail", is: "on", says: "records one region only" },
    {
      types: "aws_cloudtrail",
      at: "enable_log_file_validation",
      is: "on",
      says: "does not let its files be checked for changes"
    },
    {
      types: "aws_cloudtrail",
      at: "include_global_service_events",
      is: "on",
      absent: "right",
      says: "leaves out services that are global, IAM among them"
    },
    {
      types: "aws_cloudtrail",
      at: ["enable_logging", "is_logging"],
      is: "on",
      absent: "right",
      severity: "medium",
      says: "is turned off"
    },
    {
      types: "aws_cloudtrail",
      at: "event_selector[].include_management_events",
      is: "on",
      absent: "right",
      says: "leaves management events out"
    },
    {
      types: "aws_cloudtrail",
      at: ["cloud_watch_logs_group_arn", "cloud_watch_logs_log_group_arn"],
      is: "set",
      severity: "note",
      says: "sends nothing to CloudWatch Logs, where alarms could see it"
    },
    { types: "aws_cloudtrail", at: "sns_topic_name", is: "set", absent: "right", says: "tells nobody of new files" }
  ]
);

// src/rules/audit/cloudtrail-encryption.ts
var cloudtrail_encryption_default = requirementRule(
  {
    id: "audit/cloudtrail-encryption",
    title: "Trail is not encrypted with a key of its own",
    severity: "low",
    practice: "CloudTrail on, multi-region, validated, encrypted",
    description: "The trail says everything that happens in the account. With a key of KMS, reading the bucket is not enough to read it.",
    remediation: "Set `kms_key_id` to a key whose policy lets CloudTrail write and few people read.",
    cwe: ["CWE-311"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"]
  },
  [
    {
      types: "aws_cloudtrail aws_cloudtrail_event_data_store",
      at: ["kms_key_id", "kms_key_id"],
      is: "set",
      says: "is not encrypted with a key of KMS"
    }
  ]
);

// src/rules/audit/cluster-logs.ts
var cluster_logs_default = requirementRule(
  {
    id: "audit/cluster-logs",
    title: "Control plane of the cluster keeps no logs",
    severity: "low",
    practice: "log groups encrypted, retention set",
    description: "The logs of the API server say who did what in the cluster; they are off unless turned on.",
    remediation: "Set `enabled_cluster_log_types` to `api`, `audit`, `authenticator` and the rest; `secrets` of the cluster get a key by `encryption_config`.",
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html",
      "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"
    ]
  },
  [
    {
      types: "aws_eks_cluster",
      at: ["enabled_cluster_log_types", "logging.cluster_logging.enabled_types"],
      is: "set",
      says: "keeps no logs of its control plane"
    },
    {
      types: "aws_eks_cluster",
      at: ["enabled_cluster_log_types", "logging.cluster_logging.enabled_types"],
      is: isAudited,
      absent: "right",
      says: "keeps no audit log"
    },
    {
      types: "aws_eks_cluster",
      at: ["encryption_config", "encryption_config"],
      is: "set",
      says: "does not encrypt its secrets with a key of KMS"
    }
  ]
);
function isAudited(value) {
  const kinds = value.kind === "list" ? value.items.map((one) => wordOf(partOf(one, "type")) ?? wordOf(one)) : wordsOf(value).known;
  return kinds.includes("audit") || (kinds.some((kind) => kind === void 0) || value.kind === "unknown" ? void 0 : false);
}

// src/rules/audit/config-recorder.ts
var config_recorder_default = requirementRule(
  {
    id: "audit/config-recorder",
    title: "AWS Config sees only a part",
    severity: "low",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "AWS Config tells how resources were and are set. One that leaves out types, regions or global resources leaves out where things change unseen.",
    remediation: "Record `all_supported` types and `include_global_resource_types`, and let aggregators take in all regions.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html"]
  },
  [
    {
      types: "aws_config_configuration_recorder",
      at: "recording_group[].all_supported",
      is: "on",
      absent: "right",
      says: "does not record every type"
    },
    {
      types: "aws_config_configuration_recorder",
      at: ["recording_group[].include_global_resource_types", "recording_group[].include_global_resource_types"],
      is: "on",
      says: "does not record global resources, users and roles among them"
    },
    {
      types: "aws_config_configuration_recorder_status",
      at: "is_enabled",
      is: "on",
      absent: "right",
      says: "is turned off"
    },
    {
      types: "aws_config_configuration_aggregator",
      at: ["account_aggregation_source[].all_regions", "account_aggregation_sources[].all_aws_regions"],
      is: "on",
      says: "does not take in all regions"
    },
    {
      types: "aws_config_configuration_aggregator",
      at: ["organization_aggregation_source[].all_regions", "organization_aggregation_source[].all_aws_regions"],
      is: "on",
      says: "does not take in all regions"
    }
  ]
);

// src/rules/audit/container-insights.ts
var container_insights_default = requirementRule(
  {
    id: "audit/container-insights",
    title: "Containers are not watched",
    severity: "note",
    practice: "ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs",
    description: "Container Insights tells what tasks use and when they die; without it an outage or a miner is seen late.",
    remediation: "Set the setting `containerInsights` of the cluster to `enabled` or `enhanced`.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html"]
  },
  [
    {
      types: "aws_ecs_cluster",
      at: ["setting", "cluster_settings"],
      is: isWatched,
      absent: "wrong",
      says: "does not watch its containers"
    }
  ]
);
function isWatched(value) {
  const settings = value.kind === "list" ? value.items : [value];
  if (settings.some((one) => one.kind !== "map")) return void 0;
  const found2 = settings.find((one) => wordOf(partOf(one, "name")) === "containerInsights");
  if (!found2) return false;
  const word = wordOf(partOf(found2, "value"));
  return word === void 0 ? void 0 : word !== "disabled";
}

// src/rules/audit/database-logs.ts
var database_logs_default = requirementRule(
  {
    id: "audit/database-logs",
    title: "Logs of the database stay on it",
    severity: "note",
    practice: "log groups encrypted, retention set",
    description: "Logs that are not sent away are gone with the machine, and alarms cannot see them.",
    remediation: "Name the logs in `enabled_cloudwatch_logs_exports` (`log_publishing_options` of a search domain).",
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"
    ]
  },
  [
    {
      types: "aws_db_instance",
      at: ["enabled_cloudwatch_logs_exports", "enable_cloudwatch_logs_exports"],
      is: "set",
      where: (database) => !wordOf(valueAt(database, "engine"))?.startsWith("aurora"),
      says: "sends its logs nowhere"
    },
    {
      types: "aws_rds_cluster aws_docdb_cluster",
      at: ["enabled_cloudwatch_logs_exports", "enable_cloudwatch_logs_exports"],
      is: "set",
      says: "sends its logs nowhere"
    },
    {
      types: "aws_neptune_cluster",
      at: ["enable_cloudwatch_logs_exports", "enable_cloudwatch_logs_exports"],
      is: "set",
      says: "sends its logs nowhere"
    },
    {
      types: "aws_docdb_cluster",
      at: ["enabled_cloudwatch_logs_exports", "enable_cloudwatch_logs_exports"],
      is: isAudited2,
      absent: "right",
      says: "sends no audit log"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: "log_publishing_options",
      is: "set",
      says: "sends its logs nowhere"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["log_publishing_options[].enabled", void 0],
      is: "on",
      absent: "right",
      says: "has its logs turned off"
    },
    {
      types: "aws_elasticache_replication_group aws_elasticache_cluster",
      at: ["log_delivery_configuration", "log_delivery_configurations"],
      is: "set",
      where: (cache2) => wordOf(valueAt(cache2, "engine")) !== "memcached",
      says: "sends its logs nowhere"
    },
    {
      types: "aws_db_instance aws_rds_cluster_instance",
      at: ["monitoring_interval", "monitoring_interval"],
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) !== 0,
      absent: "wrong",
      says: "has no enhanced monitoring"
    },
    {
      types: "aws_db_instance aws_rds_cluster_instance",
      at: ["performance_insights_enabled", "enable_performance_insights"],
      is: "on",
      says: "has no Performance Insights"
    }
  ]
);
function isAudited2(value) {
  const { known, open: open2 } = wordsOf(value);
  return known.includes("audit") || (open2 ? void 0 : false);
}

// src/rules/audit/flow-logs.ts
var flow_logs_default = requirementRule(
  {
    id: "audit/flow-logs",
    title: "Traffic of the VPC is not recorded",
    severity: "low",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "Without flow logs nobody can tell afterwards which machine spoke with whom.",
    remediation: "Add an `aws_flow_log` for the VPC, to a bucket or a log group.",
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
      "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html"
    ]
  },
  [
    {
      types: "aws_vpc",
      at: "flow_log",
      is: "elsewhere",
      unless: (vpc, { unit }) => besides(unit, vpc, "aws_flow_log", ["vpc_id", "resource_id"]).length > 0,
      says: "has no flow logs"
    }
  ]
);

// src/rules/audit/guardduty.ts
var guardduty_default = requirementRule(
  {
    id: "audit/guardduty",
    title: "GuardDuty is turned off",
    severity: "low",
    practice: "GuardDuty on; alarms on root use",
    description: "GuardDuty sees stolen credentials and machines that serve others by what they do. Turned off, nobody does.",
    remediation: "Leave `enable` on, in every region.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"]
  },
  [
    { types: "aws_guardduty_detector", at: ["enable", "enable"], is: "on", absent: "right", says: "is turned off" },
    {
      types: "aws_guardduty_detector",
      at: ["datasources[].s3_logs[].enable", "data_sources[].s3_logs[].enable"],
      is: "on",
      absent: "right",
      says: "does not look at what happens to S3"
    },
    {
      types: "aws_guardduty_organization_configuration",
      at: ["auto_enable_organization_members", void 0],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "NONE",
      absent: "right",
      says: "does not take in new accounts"
    }
  ]
);

// src/rules/audit/log-encryption.ts
var log_encryption_default = requirementRule(
  {
    id: "audit/log-encryption",
    title: "Logs are not encrypted with a key of their own",
    severity: "note",
    practice: "log groups encrypted, retention set",
    description: "Logs hold more than anybody meant to write. With a key of KMS its policy says who may read them.",
    remediation: "Set `kms_key_id` on the log group, and let the service `logs.REGION.amazonaws.com` use the key.",
    cwe: ["CWE-311"],
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"]
  },
  [{ types: "aws_cloudwatch_log_group", at: "kms_key_id", is: "set", says: "is not encrypted with a key of KMS" }]
);

// src/rules/audit/log-retention.ts
var log_retention_default = requirementRule(
  {
    id: "audit/log-retention",
    title: "Logs are kept for ever or not long enough",
    severity: "note",
    practice: "log groups encrypted, retention set",
    description: "Without a retention logs pile up for ever, with what is in them about people; with too short a one they are gone when somebody asks.",
    remediation: "Set `retention_in_days` to what your rules ask for, and the least of it as `thresholds.log-retention-days` in `.keylatch.yml`.",
    cwe: ["CWE-779"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"]
  },
  [
    { types: "aws_cloudwatch_log_group", at: "retention_in_days", is: "set", says: "keeps its logs for ever" },
    {
      types: "aws_cloudwatch_log_group",
      at: "retention_in_days",
      is: isLongEnough,
      says: "keeps its logs for ever, or for fewer days than they are needed"
    }
  ]
);
function isLongEnough(value, { thresholds = DEFAULT_THRESHOLDS }) {
  const days = numberOf(value);
  return days === void 0 ? void 0 : days !== 0 && days >= thresholds.logRetentionDays;
}

// src/rules/audit/machine-monitoring.ts
var machine_monitoring_default = requirementRule(
  {
    id: "audit/machine-monitoring",
    title: "Machine is not watched closely",
    severity: "note",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "Without detailed monitoring alarms are five minutes late.",
    remediation: "Set `monitoring = true`, and `ebs_optimized = true` where the type does not have it anyway.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html"]
  },
  [
    { types: "aws_instance", at: ["monitoring", "monitoring"], is: "on", says: "is not watched closely" },
    {
      types: "aws_launch_configuration",
      at: ["enable_monitoring", "instance_monitoring"],
      is: "on",
      absent: "right",
      says: "starts machines that are not watched closely"
    },
    {
      types: "aws_api_gateway_method_settings",
      at: "settings.metrics_enabled",
      is: "on",
      says: "publishes no metrics"
    }
  ]
);

// src/rules/audit/required-tags.ts
var required_tags_default = defineRule({
  meta: {
    id: "audit/required-tags",
    title: "Resource lacks a tag that the configuration asks for",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "tags for isolation: RequestTag/ResourceTag conditions",
    description: "Conditions on tags let people in and keep them out, and tags say whose a resource is. One without them falls through. Off until `thresholds.required-tags` names keys.",
    remediation: "Add the tag with one of its values, for a whole provider by `default_tags`.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html"]
  },
  on: "resource",
  *check(resource, { thresholds }) {
    if (!thresholds?.requiredTags.size) return;
    const tags = valueAt(resource, ["tags", "tags"]);
    if (tags === void 0) return;
    const given = tagsIn(tags);
    if (!given) return;
    const missing2 = [...thresholds.requiredTags].filter(([key, values]) => {
      const value = given.get(key);
      return value === void 0 ? !given.has(key) : values.length > 0 && !values.includes(value);
    });
    if (missing2.length === 0) return;
    const names = missing2.map(([key]) => `\`${key}\``).join(", ");
    yield { span: tags.span, message: `\`${resource.anchor}\` has no right ${names} among its tags.`, element: "tags" };
  }
});
function tagsIn(tags) {
  if (tags.kind === "map") return new Map(tags.entries.map(({ key, value }) => [key, wordOf(value)]));
  if (tags.kind !== "list") return void 0;
  const found2 = /* @__PURE__ */ new Map();
  for (const item of tags.items) {
    const key = wordOf(partOf(item, "key"));
    if (key === void 0) return void 0;
    found2.set(key, wordOf(partOf(item, "value")));
  }
  return found2;
}

// src/rules/audit/tracing.ts
var tracing_default = requirementRule(
  {
    id: "audit/tracing",
    title: "Requests cannot be traced",
    severity: "note",
    practice: "what happens is recorded: flow, access and configuration logs",
    description: "A trace tells which service a request went through and where it failed or was let in.",
    remediation: 'Turn X-Ray on: `tracing_config.mode = "Active"`, `xray_tracing_enabled = true`.',
    cwe: ["CWE-778"],
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html"
    ]
  },
  [
    {
      types: "aws_lambda_function",
      at: ["tracing_config.mode", "tracing_config.mode"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "Active",
      absent: "wrong",
      where: (one) => !one.type.includes("Serverless"),
      says: "is not traced"
    },
    {
      types: "aws_lambda_function",
      at: [void 0, "tracing"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "Active",
      absent: "wrong",
      where: (one) => one.type.includes("Serverless"),
      says: "is not traced"
    },
    {
      types: "aws_api_gateway_stage",
      at: ["xray_tracing_enabled", "tracing_enabled"],
      is: "on",
      says: "is not traced"
    },
    {
      types: "aws_sfn_state_machine",
      at: ["tracing_configuration.enabled", "tracing_configuration.enabled"],
      is: "on",
      where: (one) => !one.type.includes("Serverless"),
      says: "is not traced"
    },
    { types: "aws_appsync_graphql_api", at: "xray_enabled", is: "on", says: "is not traced" }
  ]
);

// src/rules/container/command-access.ts
var command_access_default = requirementRule(
  {
    id: "container/command-access",
    title: "People can get into running containers",
    severity: "note",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "ECS Exec opens a shell in a task for whoever may call it; in production it is seldom needed.",
    remediation: "Leave `enable_execute_command` off where nobody debugs.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"]
  },
  [{ types: "aws_ecs_service", at: "enable_execute_command", is: "off", says: "lets people into its containers" }]
);

// src/rules/container/eval-input.ts
var eval_input_default = defineRule({
  meta: {
    id: "container/eval-input",
    title: "Script runs what it is given",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "With `eval` an argument or a variable from outside becomes a command: whoever fills it runs what they like.",
    remediation: 'Call the program with its arguments, `exec "$@"`, or choose among known words with `case`.',
    cwe: ["CWE-95", "CWE-78"],
    references: ["https://www.shellcheck.net/wiki/SC2294"]
  },
  on: "script",
  *check({ text: text2, language, place: place2 }) {
    if (language !== "shell" || place2 !== "dockerfile" && place2 !== "script" && place2 !== "user-data") return;
    for (const match2 of text2.value.matchAll(INPUT)) {
      const start = match2.index + match2[1].length;
      const span = locate(text2, start, match2.index + match2[0].length);
      yield { span, message: "What comes from outside is run as a command.", element: match2[2] };
    }
  }
});
var INPUT = /^([ \t]*(?:exec[ \t]+)?|[^#\n]{0,200}[;&|][ \t]*)(?<=[\s;&|]|^)eval[ \t]+(?:--[ \t]+)?["']?(\$(?:[1-9@*]|\{(?:[1-9@*]|[A-Z_]*(?:INPUT|COMMAND|CMD|ARGS)[A-Z_]*)\}|[A-Z_]*(?:INPUT|COMMAND|CMD|ARGS)[A-Z_]*\b))/gm;

// src/rules/container/job-limits.ts
var job_limits_default = requirementRule(
  {
    id: "container/job-limits",
    title: "Job may run for ever",
    severity: "note",
    practice: "ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs",
    description: "A job without a timeout that hangs, or that somebody made hang, is paid for until somebody sees it.",
    remediation: "Set `timeout.attempt_duration_seconds`, and memory and processors of the container.",
    cwe: ["CWE-770"],
    references: ["https://docs.aws.amazon.com/batch/latest/userguide/job_timeouts.html"]
  },
  [
    {
      types: "aws_batch_job_definition",
      at: ["timeout.attempt_duration_seconds", "timeout.attempt_duration_seconds"],
      is: "set",
      says: "may run for ever"
    },
    {
      types: "aws_lambda_function",
      at: ["reserved_concurrent_executions", "reserved_concurrent_executions"],
      is: "set",
      absent: "right",
      says: "may take all the concurrency of the account"
    }
  ]
);

// src/rules/container/stages.ts
function stagesOf({ instructions }) {
  const stages = [];
  const byName = /* @__PURE__ */ new Map();
  for (const instruction of instructions) {
    if (instruction.keyword !== "FROM") {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const words = instruction.text.value.trim().split(/\s+/).filter((word) => !word.startsWith("--"));
    const image = words[0] ?? "";
    const stage = {
      from: instruction,
      image,
      imageSpan: instruction.span,
      instructions: [],
      base: byName.get(image.toLowerCase())
    };
    stages.push(stage);
    if (/^as$/i.test(words[1] ?? "") && words[2]) byName.set(words[2].toLowerCase(), stage);
  }
  return stages;
}
function lastOf(stage, keyword) {
  for (let at = stage; at; at = at.base) {
    const found2 = at.instructions.findLast((instruction) => instruction.keyword === keyword);
    if (found2) return found2;
  }
  return void 0;
}
function imageOf(stage) {
  return stage.base ? imageOf(stage.base) : stage.image;
}
var isForLambda = (stage) => /(?:^|\/)lambda\/|aws-lambda|lambda-/i.test(imageOf(stage));

// src/rules/container/no-health-check.ts
var no_health_check_default = defineRule({
  meta: {
    id: "container/no-health-check",
    title: "Nobody asks the container whether it works",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "A program that hangs keeps its container alive; without a health check it is not replaced.",
    remediation: "Add a `HEALTHCHECK`, or a health check of the task definition or the load balancer.",
    cwe: ["CWE-693"],
    references: ["https://docs.docker.com/reference/dockerfile/#healthcheck"]
  },
  on: "container",
  *check(node) {
    const stage = stagesOf(node).at(-1);
    if (!stage || isForLambda(stage) || !lastOf(stage, "EXPOSE") || lastOf(stage, "HEALTHCHECK")) return;
    yield { span: stage.from.span, message: "The image serves a port, and has no `HEALTHCHECK`.", element: "health" };
  }
});

// src/rules/container/remote-add.ts
var remote_add_default = defineRule({
  meta: {
    id: "container/remote-add",
    title: "File from the network goes into the image unchecked",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "Whoever can change the file at the other end, or on the way when it comes by plain HTTP, decides what is in the image.",
    remediation: "Say what it must be, `ADD --checksum=sha256:\u2026`, or fetch it with `curl` and check its digest in the same `RUN`.",
    cwe: ["CWE-494"],
    references: ["https://docs.docker.com/reference/dockerfile/#add---checksum"]
  },
  on: "container",
  *check({ instructions }) {
    for (const { keyword, span, text: text2 } of instructions) {
      if (keyword !== "ADD" || !/(?:^|\s|")(?:https?|ftp):\/\//.test(text2.value) || /--checksum=/.test(text2.value))
        continue;
      yield { span, message: "A file from the network is put into the image, whatever it is by then.", element: "ADD" };
    }
  }
});

// src/rules/container/root-user.ts
var root_user_default = defineRule({
  meta: {
    id: "container/root-user",
    title: "Container runs as root",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "Whoever breaks into the program is root in the container, may change all of it, and needs one flaw less to get out of it.",
    remediation: "Make a user and name it by `USER` before `CMD`, or begin with an image that has one, such as a distroless `nonroot`.",
    cwe: ["CWE-250"],
    references: ["https://docs.docker.com/build/building/best-practices/#user"]
  },
  on: "container",
  *check(node) {
    const stage = stagesOf(node).at(-1);
    if (!stage || isForLambda(stage)) return;
    const user = lastOf(stage, "USER");
    if (user ? !/^(?:root|0)(?::|\s|$)/.test(user.text.value.trim()) : isOfSomebody(imageOf(stage))) return;
    const what = user ? "The last user is root." : "No user is named, so the container runs as root.";
    yield { span: (user ?? stage.from).span, message: what, element: "user" };
  }
});
function isOfSomebody(image) {
  return /nonroot|unprivileged|cgr\.dev\/|bitnami\/|^scratch$|\$/i.test(image);
}

// src/rules/container/task-logs.ts
var task_logs_default = requirementRule(
  {
    id: "container/task-logs",
    title: "Container leaves no logs",
    severity: "note",
    practice: "log groups encrypted, retention set",
    description: "What a container prints is gone with it unless a log configuration sends it away.",
    remediation: "Give each container a `logConfiguration`, such as `awslogs`.",
    cwe: ["CWE-778"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"]
  },
  [
    {
      types: "aws_ecs_task_definition",
      at: ["container_definitions[].log_configuration", "container_definitions[].log_configuration"],
      is: "set",
      says: "runs a container that leaves no logs"
    }
  ]
);

// src/rules/container/task-privileges.ts
var task_privileges_default = requirementRule(
  {
    id: "container/task-privileges",
    title: "Container has more of its machine than it needs",
    severity: "low",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "A privileged container, one in the network of its machine or with more capabilities, is root on the machine once somebody is in it, and has the credentials of all that runs there.",
    remediation: "Leave `privileged` off, use the network mode `awsvpc`, and add no capabilities such as `SYS_ADMIN`.",
    cwe: ["CWE-250"],
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"
    ]
  },
  [
    {
      types: "aws_ecs_task_definition",
      at: ["container_definitions[].privileged", "container_definitions[].privileged"],
      is: "off",
      severity: "medium",
      says: "runs a privileged container"
    },
    {
      types: "aws_ecs_task_definition",
      at: ["network_mode", "network_mode"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "host",
      says: "runs in the network of its machine"
    },
    {
      types: "aws_ecs_task_definition",
      at: ["pid_mode", "pid_mode"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "host",
      says: "sees the processes of its machine"
    },
    {
      types: "aws_ecs_task_definition",
      at: [
        "container_definitions[].linux_parameters[].capabilities[].add[]",
        "container_definitions[].linux_parameters[].capabilities[].add[]"
      ],
      is: (value) => !wordsOf(value).known.some(
        (one) => /^(?:ALL|SYS_ADMIN|SYS_PTRACE|NET_ADMIN|SYS_MODULE|DAC_READ_SEARCH)$/.test(one)
      ),
      absent: "right",
      says: "gives a container capabilities of the machine"
    },
    {
      types: "aws_ecs_task_definition",
      at: ["container_definitions[].user", "container_definitions[].user"],
      is: (value) => wordOf(value) === void 0 ? void 0 : !/^(?:root|0)(?::|$)/.test(wordOf(value)),
      severity: "note",
      says: "runs a container as root"
    },
    {
      types: "aws_batch_job_definition",
      at: ["container_properties.privileged", "container_properties.privileged"],
      is: "off",
      severity: "medium",
      says: "runs a privileged container"
    },
    {
      types: "aws_batch_job_definition",
      at: ["container_properties.user", "container_properties.user"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "root",
      severity: "note",
      says: "runs its container as root"
    }
  ]
);

// src/rules/container/unpinned-base.ts
var unpinned_base_default = defineRule({
  meta: {
    id: "container/unpinned-base",
    title: "Image begins with whatever is newest",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "Without a tag, or with `latest`, the same Dockerfile makes another image tomorrow: one that nobody has tested, or that somebody else has put there.",
    remediation: "Name a version, best with its digest: `node:22.11-slim@sha256:\u2026`.",
    cwe: ["CWE-494", "CWE-1104"],
    references: ["https://docs.docker.com/build/building/best-practices/#pin-base-image-versions"]
  },
  on: "container",
  *check(node) {
    for (const { image, imageSpan, base } of stagesOf(node)) {
      if (base || image === "" || image === "scratch" || image.includes("$") || image.includes("@")) continue;
      const tag = /:([^/:]+)$/.exec(image)?.[1];
      if (tag !== void 0 && tag !== "latest") continue;
      const why = tag === void 0 ? "has no version" : "is whatever is newest";
      yield { span: imageSpan, message: `The base image \`${image.replace(/`/g, "")}\` ${why}.`, element: image };
    }
  }
});

// src/rules/container/writable-root.ts
var writable_root_default = requirementRule(
  {
    id: "container/writable-root",
    title: "Container can change its own files",
    severity: "note",
    practice: "containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input",
    description: "Whoever gets into the container can leave programs in it. Most need to write in one folder only.",
    remediation: "Set `readonlyRootFilesystem = true`, and mount a volume where it has to write.",
    cwe: ["CWE-732"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"]
  },
  [
    {
      types: "aws_ecs_task_definition",
      at: ["container_definitions[].readonly_root_filesystem", "container_definitions[].readonly_root_filesystem"],
      is: "on",
      says: "runs a container that can change its own files"
    },
    {
      types: "aws_batch_job_definition",
      at: ["container_properties.readonly_root_filesystem", "container_properties.readonly_root_filesystem"],
      is: "on",
      says: "runs a container that can change its own files"
    }
  ]
);

// src/rules/credentials/addresses/judge.ts
function judgeAddress({ user, password, host }) {
  if (IDIOM.test(`${user}:${password}`) || /[[\]]|^%env\(/.test(user) || isReference(password) || isDocumentation(host))
    return void 0;
  if (isPlaceholder(password) || /^[A-Z_]+$/.test(user + password)) return void 0;
  const nearby = isNearby(host);
  if (password === user || COMMON_PASSWORDS.has(password.toLowerCase())) {
    return nearby ? void 0 : { judged: COMMON, nearby };
  }
  const judged = judgeSecret({ name: "password", value: password, takes: "secret" });
  if (!judged.secret || isReference(user) && !judged.proven) return void 0;
  return { judged, nearby };
}
var COMMON = { secret: true, confidence: "medium", reason: "it is a word that many set at first" };
var IDIOM = /^(?:user(?:name)?|login|me|foo|bar|u|name):(?:p|pw|pass(?:w(?:or)?d)?|foo|bar|secret)$/i;
function isReference(value) {
  return /^%env\(|\$\{|\$\(|\{\{|@\w+@|^\$\w|^%[^%]+%$|^[<[({].*[>\])}]$|^%[sv]$|^:\w+$/.test(value);
}
function isDocumentation(host) {
  return /(?:^|\.)(?:example|test|invalid)(?:\.(?:com|org|net))?(?::|$)|^(?:your|my|some)[-_]?|^host(?:name)?\d?(?::|$|,|\.(?!docker\.))|domain\.(?:com|tld)|^\.\.\.|[<{$]/i.test(
    host
  ) || /^[A-Z_]{2,}(?::|$)/.test(host);
}
function isNearby(host) {
  const name = host.replace(/:\d*$/, "");
  if (name === "") return false;
  return /^(?:localhost|127\.\d|0\.0\.0\.0|\[?::1|host\.docker\.internal|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:local|localhost|internal)$/i.test(
    name
  ) || !/[.:]/.test(name);
}

// src/rules/credentials/leaked-token.ts
var ruleIdOf = ({ id }) => `credentials/${id}`;
function leakedToken({ id, title, severity, description, remediation, reference, kinds }) {
  return {
    id: ruleIdOf({ id }),
    title,
    severity,
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: `${description} In a repository everyone who can read it, a fork, a clone or a log of it has the secret too.${coverage(kinds)}`,
    remediation: `${remediation} Deleting the line is not enough, since the history keeps it.`,
    cwe: ["CWE-798"],
    references: [reference]
  };
}
function coverage(kinds) {
  if (!kinds || kinds.length < 2) return "";
  return ` Found: ${kinds.map(({ name }) => name.replace(/^(?:An?|The) (.)/, (whole) => whole.charAt(0).toLowerCase() + whole.slice(1))).join("; ")}.`;
}

// src/rules/credentials/views.ts
function viewsOf(text2, unit) {
  return isDecoded(text2) ? [] : [text2, ...unit.of(decode, text2).texts];
}
function freshIn(view, start, end) {
  if (!isDecoded(view)) return true;
  let low = 0;
  let high = view.decoded.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (view.decoded[middle].end < start) low = middle + 1;
    else high = middle;
  }
  return low < view.decoded.length && view.decoded[low].start <= end;
}
function* matchesIn(text2, pattern, unit) {
  const seen = /* @__PURE__ */ new Set();
  for (const view of viewsOf(text2, unit)) {
    for (const match2 of view.value.matchAll(pattern)) {
      const start = match2.index;
      const end = start + match2[0].length;
      if (!freshIn(view, start, end)) continue;
      const span = locate(view, start, end);
      const place2 = `${span.start}:${span.end}`;
      if (seen.has(place2)) continue;
      seen.add(place2);
      yield { value: match2[0], groups: match2, span, view: view.value, start, end };
    }
  }
}
function notifyOfCuts(node, context) {
  for (const cut of context.unit.of(decode, node.text).cuts) {
    context.notify({
      level: "warning",
      id: "not-decoded",
      message: `Not searched for secrets: ${cut}.`,
      location: { uri: node.uri },
      unread: { span: { ...node.span, end: node.span.start }, limit: "decoded-characters" }
    });
  }
}

// src/rules/credentials/addresses.ts
var KINDS = [
  {
    id: "database-url",
    title: "Database address with a password in the repository",
    severity: "high",
    schemes: /^(?:mongodb(?:\+srv)?|mysqlx?|postgres(?:ql)?)$/,
    message: () => "A database address with its password.",
    description: "The address says where the database is, the password lets anyone in who can reach it.",
    remediation: "Change the password. Keep it in Secrets Manager (which can rotate it), or use IAM authentication to RDS.",
    reference: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"
  },
  {
    id: "basic-auth-url",
    title: "Address with user name and password in the repository",
    severity: "high",
    schemes: /^(?:https?|ftps?)$/,
    message: () => "An address with a user name and a password.",
    description: "Whoever reads the address can log in; such addresses also end up in logs, histories and proxies.",
    remediation: "Change the password, and pass user name and password from the environment or a credential helper.",
    reference: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1"
  },
  {
    id: "connection-string",
    title: "Address of a service with a password in the repository",
    severity: "high",
    schemes: /^/,
    message: (scheme) => `An address of ${scheme} with its password.`,
    description: "The address says where a queue, a cache, a directory, a mail server or a database is, the password lets anyone in who can reach it. Such addresses also end up in logs.",
    remediation: "Change the password, and read the whole address from AWS Secrets Manager or from the environment that the deployment sets.",
    reference: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1"
  }
];
var addresses_default = KINDS.map(
  (kind) => defineRule({
    meta: leakedToken(kind),
    on: "text",
    check: (node, context) => boundedHits(context.unit.of(addressHits, node.text).get(kind) ?? [], node, context)
  })
);
function addressHits(text2, unit) {
  const found2 = /* @__PURE__ */ new Map();
  const places = /* @__PURE__ */ new Set();
  for (const view of viewsOf(text2, unit)) {
    for (const address of addressesIn(view.value)) {
      const { scheme, start, end } = address;
      const secret = freshIn(view, start, end) ? judgeAddress(address) : void 0;
      if (!secret) continue;
      const span = locate(view, start, end);
      const place2 = `${span.start}:${span.end}`;
      if (places.has(place2)) continue;
      places.add(place2);
      const kind = KINDS.find(({ schemes }) => schemes.test(scheme));
      const { judged, nearby } = secret;
      const hit3 = {
        span,
        message: kind.message(scheme),
        severity: nearby ? "low" : judged.confidence === "high" ? "high" : "medium",
        confidence: judged.confidence,
        confidenceReason: judged.reason,
        lighterInSamples: true,
        secret: true,
        secretValue: address.password
      };
      const hits = found2.get(kind);
      if (hits) hits.push(hit3);
      else found2.set(kind, [hit3]);
    }
  }
  return found2;
}

// src/rules/credentials/appsync-key.ts
var KEY = /(?<![A-Za-z0-9])da2-[a-z0-9]{26}(?![A-Za-z0-9])/g;
var appsync_key_default = defineRule({
  meta: {
    id: "credentials/appsync-key",
    title: "AWS AppSync API key in the repository",
    severity: "medium",
    about: "secret",
    domain: "credentials",
    practice: "keys never in git (AKIA, ASIA, secret half, session token)",
    description: "Whoever has an AppSync API key can send the GraphQL API every request that the key authorises, for up to a year. Browser code shows its key to every visitor anyway; then the question is what the API allows to strangers.",
    remediation: "If the key is meant for machines, delete it (aws appsync delete-api-key), read the new one from the environment, and keep it in Secrets Manager. For people use Cognito, OIDC or IAM authorisation instead of API keys.",
    cwe: ["CWE-798"],
    references: ["https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization"]
  },
  on: "text",
  *check(node, { unit }) {
    for (const { value, span } of matchesIn(node.text, KEY, unit)) {
      const body = value.slice(4);
      if (isPlaceholder2(body) || new Set(body).size < 9 || !/\d/.test(body)) continue;
      yield {
        span,
        message: "An AWS AppSync API key.",
        secret: true,
        secretValue: value,
        properties: { keyType: "appsync" }
      };
    }
  }
});

// src/core/paths.ts
function pathFrom(folder, name) {
  if (name.startsWith("/") || /^[a-z][a-z+]*:/i.test(name) || name.includes(UNKNOWN)) return void 0;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part2 of name.split("/")) {
    if (part2 === "..") {
      if (parts.pop() === void 0) return void 0;
    } else if (part2 !== "." && part2 !== "") parts.push(part2);
  }
  return parts.join("/");
}
function folderOf(path2) {
  return path2.slice(0, Math.max(0, path2.lastIndexOf("/")));
}
function nameOf(path2) {
  return path2.slice(path2.lastIndexOf("/") + 1);
}
var isNameless = (path2) => path2.startsWith("<");

// src/rules/credentials/assigned/files.ts
var EXTENSIONS = new Map([
  ...`js mjs cjs jsx ts mts cts tsx vue svelte py pyi rb php phtml java kt kts scala sbt groovy gradle go rs cs fs vb swift m mm
  c cc cpp h hpp dart ex exs erl lua pl pm r jl clj ps1 psm1 sh bash zsh tf tfvars hcl json jsonc json5 tfstate backup sql
  html htm ipynb http rest toml dockerfile properties.in nix bicep cmake ino vbs bas tsql psql ddl`.split(/\s+/).map((extension) => [extension, "quoted"]),
  // Pages of documentation, too: what stands in their code is lighter, and may be real.
  ...`properties ini config env envrc yaml yml j2 jinja jinja2 tpl tmpl erb xml plist settings rc txt desktop
  md mdx markdown rst adoc`.split(/\s+/).map((extension) => [extension, "bare"]),
  ..."conf cnf cfg".split(" ").map((extension) => [extension, "spaced"]),
  ..."csv tsv".split(" ").map((extension) => [extension, "table"])
]);
var MADE = /(?:^|\/)(?:node_modules|bower_components|site-packages|\.yarn|\.terraform)\/|\.min\.\w+$|[-.]lock(?:\.\w+)?$|(?:^|\/)(?:package-lock|npm-shrinkwrap|composer\.lock|pnpm-lock|yarn\.lock|go\.sum|Cargo\.lock|poetry\.lock|Pipfile\.lock|Gemfile\.lock)[^/]*$|\.(?:svg|map|snap)$/i;
function styleOf(path2) {
  if (MADE.test(path2)) return void 0;
  const name = nameOf(path2).toLowerCase();
  if (/^(?:\.env|env)(?:\.|$)|^\.?(?:netrc|_netrc|pypirc|npmrc|yarnrc|my\.cnf|s3cfg|boto)$/.test(name)) return "bare";
  if (!name.slice(1).includes("."))
    return /^(?:dockerfile|jenkinsfile|vagrantfile|makefile|procfile|credentials|config)$/.test(name) ? "bare" : void 0;
  return EXTENSIONS.get(name.slice(name.lastIndexOf(".") + 1));
}

// src/rules/credentials/assigned/weight.ts
function genericWeight({ confidence, reason, proven }, value) {
  const severity = proven ? "high" : confidence === "low" ? "low" : "medium";
  if (!proven && !/\d/.test(value)) return void 0;
  return {
    severity,
    confidence: proven ? "high" : confidence === "low" ? "low" : "medium",
    confidenceReason: reason,
    lighterInSamples: true
  };
}

// src/rules/credentials/assigned-secret.ts
var SHORTEST = 8;
var assigned_secret_default = defineRule({
  meta: {
    id: "credentials/assigned-secret",
    title: "Literal secret in a program or a configuration",
    severity: "high",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    generic: true,
    description: "A password, key or token that stands in a program or its configuration is read by everyone who can read the repository, a fork, a clone or an image made of it, and cannot be changed without a release.",
    remediation: "Revoke or change the value, and read the new one when the program starts: from AWS Secrets Manager or an SSM SecureString parameter, or from the environment that the deployment sets. Deleting the line is not enough, since the history keeps it.",
    cwe: ["CWE-798", "CWE-312"],
    references: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets.html"]
  },
  on: "text",
  check: (node, context) => boundedHits(assignedSecrets(node, context.unit), node, context)
});
function* assignedSecrets({ text: text2, uri }, unit) {
  const style = styleOf(uri);
  if (style === void 0) return;
  const places = /* @__PURE__ */ new Set();
  for (const view of viewsOf(text2, unit)) {
    for (const literal2 of literalsIn(view.value, style)) {
      const { name, value, start, end } = literal2;
      if (value.length < SHORTEST || !freshIn(view, start, end)) continue;
      const judged = judgeLiteral(literal2);
      const told = judged.secret ? inItsPlace(judged, literal2, view.value) : judged;
      const weight = told.secret ? genericWeight(told, value) : void 0;
      const span = locate(view, start, end);
      if (!weight || places.has(span.start)) continue;
      places.add(span.start);
      yield {
        span,
        message: `\`${name}\` is set to a literal secret.`,
        ...weight,
        secret: true,
        secretValue: value
      };
    }
  }
}
var REACH = 4e3;
var BESIDE = 300;
var EXAMPLE = /\bexample\.(?:com|org|net)\b/i;
function isInComment(text2, at) {
  const line = text2.slice(text2.lastIndexOf("\n", at) + 1, at);
  if (/^\s*(?:#(?!\s*define\b)|\/\/|\*|--\s|<!--|;)/.test(line)) return true;
  const before = text2.slice(Math.max(0, at - REACH), at);
  const opening = before.lastIndexOf('"""');
  if (opening === -1) return false;
  return at <= REACH ? before.split('"""').length % 2 === 0 : /(?:def|class)\b[^\n]*:\s*$/.test(before.slice(0, opening));
}
function inItsPlace(judged, { name, start: at }, text2) {
  const { confidence } = judged;
  if (isIdBesideSecret(name, text2, at))
    return { secret: true, confidence: "low", reason: "it is the public half beside a secret of the same name" };
  const less = confidence === "high" ? "medium" : "low";
  if (EXAMPLE.test(text2.slice(Math.max(0, at - BESIDE), at + BESIDE)))
    return { secret: true, confidence: less, reason: "its neighbours speak of example.com" };
  if (isInComment(text2, at)) return { secret: true, confidence: less, reason: "it stands in a comment" };
  if (!isForDevelopment(text2, at)) return judged;
  return { secret: true, confidence: less, reason: "it is of the environment for development or tests" };
}
function isIdBesideSecret(name, text2, at) {
  const stem = /^(.*(?:app|client|consumer|oauth|api)[_-]?)key$/i.exec(name)?.[1];
  if (stem === void 0) return false;
  const around2 = text2.slice(Math.max(0, at - BESIDE), at + BESIDE).toLowerCase();
  return around2.includes(`${stem.toLowerCase()}secret`);
}
function isForDevelopment(text2, at) {
  const line = text2.slice(text2.lastIndexOf("\n", at - 1) + 1, at);
  if (!/^[ \t]+[\w.-]+[ \t]*:/.test(line)) return false;
  const sections = text2.slice(Math.max(0, at - REACH), at).match(/^(?=\S)[\w"'.-]+[ \t]*:/gm);
  return /^["']?(?:development|dev|test|local|ci)\b/.test(sections?.at(-1) ?? "");
}

// src/rules/credentials/aws/credential-files.ts
var FILES = [
  { name: /(?:^|\/)rootkey[^/]*\.csv$/i, what: "the download of the keys of an account\u2019s root user", root: true },
  { name: /(?:^|\/)[^/]*access_?keys?[^/]*\.csv$/i, what: "the console\u2019s download of an access key" },
  { name: /(?:^|\/)(?:[^/]*_)?credentials[^/]*\.csv$/i, what: "the console\u2019s download of a user\u2019s credentials" },
  { name: /(?:^|\/)\.aws\/credentials[^/]*$/, what: "the credentials file of the AWS tools" }
];
function credentialFileOf(uri) {
  const file = FILES.find(({ name }) => name.test(uri));
  return file && { what: file.what, root: file.root === true };
}

// src/rules/credentials/aws/naming.ts
var REACH2 = 240;
function namingOf(value, start, end) {
  const before = lastLines(value.slice(Math.max(0, start - REACH2), start));
  const named3 = lastName(before);
  return named3 === "none" ? nameBehind(value.slice(end, end + 120)) : named3;
}
var AWS_SECRET_NAME = /(?:aws|amazon|amz|s3a?|ses|sns|sqs|dynamo(?:db)?|ecr|boto|minio|ceph|wasabi)[\w.\- ]{0,24}?secret|secret[\W_]{0,2}access[\W_]{0,2}key|access[\W_]{0,2}key[\W_]{0,2}secret|access[\W_]?secret/gi;
var AWS_KEY_NAME = /(?:aws|amazon|amz|s3a?|ses|dynamo(?:db)?|boto|minio|wasabi)[\w.-]{0,24}?(?:key|credentials?|cred|sk\b)/gi;
var AWS_BARE_NAME = /(?<![a-z])aws(?!\.String\b)[\w.-]{0,24}/gi;
var SECRET_NAME = /secret(?:[\W_]{0,2}key)?/gi;
var FOREIGN = new Set(
  `client oauth oauth2 jwt session cookie hook webhook github gitlab bitbucket google gcp firebase azure microsoft slack
  stripe paypal twitter facebook linkedin instagram django rails flask laravel okta auth0 keycloak consumer recaptcha
  captcha csrf hmac sign signing signature encrypt encryption crypto twilio mailgun datadog npm docker sha sha1 sha256
  hash digest checksum integrity fingerprint etag nonce salt commit manifest snapshot ref version uuid guid arn name names
  namespace path file token url uri sse kms customer public object cache bucket prefix md5 checkout`.split(/\s+/)
);
function lastName(before) {
  const candidates2 = [AWS_SECRET_NAME, AWS_KEY_NAME, AWS_BARE_NAME, SECRET_NAME].map(
    (pattern) => lastMatch(before, pattern)
  );
  let nearest;
  for (const match2 of candidates2) if (match2 && match2.end > (nearest?.end ?? 0)) nearest = match2;
  if (!nearest) return "none";
  const gap = before.slice(nearest.end);
  if (!bridges(gap, nearest.pattern !== SECRET_NAME)) return "none";
  if (nearest.pattern === AWS_SECRET_NAME) return "aws";
  if (nearest.pattern === AWS_BARE_NAME && !/^[\W_]{1,12}$/.test(gap)) return "none";
  const name = identifierAround(before, nearest.start, nearest.end);
  if (nearest.pattern === AWS_KEY_NAME && /secret/i.test(name)) return "aws";
  if (isForeign(name)) return "other";
  return nearest.pattern === SECRET_NAME ? "secret" : "aws";
}
function lastMatch(text2, pattern) {
  let last;
  for (const match2 of text2.matchAll(pattern)) last = { pattern, start: match2.index, end: match2.index + match2[0].length };
  return last;
}
function bridges(gap, aws) {
  const short = gap.replace(/\s+/g, " ");
  if (short.length > 60 || /[A-Za-z0-9+/]{16}/.test(short)) return false;
  for (const [, name] of gap.matchAll(/[;,}&?\n]\s*["'`]?([A-Za-z_][\w.-]*)["'`]?\s*[:=]/g)) {
    if (!/^(?:value|val|default|string|s|text|data|content)$/i.test(name) && (!aws || isForeign(name))) return false;
  }
  return true;
}
function isForeign(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z0-9]+/);
  return words.some((word) => FOREIGN.has(word));
}
function identifierAround(text2, start, end) {
  const left = /(?:[\w.-]+ )?[\w.-]*$/.exec(text2.slice(Math.max(0, start - 40), start))[0];
  const right = /^[\w.-]*/.exec(text2.slice(end, end + 40))[0];
  return left + text2.slice(start, end) + right;
}
function nameBehind(after) {
  const sibling = /^["'`]?\s*,?\s*["'`]?(?:key|name|id)["'`]?\s*[:=]\s*["'`]?([\w.-]{4,60})/i.exec(after);
  const comment = /^["'`]?[),;\s]{0,4}(?:#|\/\/|--|<!--|\/\*)([^\n]{4,60})/.exec(after);
  const name = sibling?.[1] ?? comment?.[1];
  if (!name) return "none";
  if (lastMatch(name, AWS_SECRET_NAME) || lastMatch(name, AWS_KEY_NAME) && !isForeign(name)) return "aws";
  return sibling && lastMatch(name, SECRET_NAME) && !isForeign(name) ? "secret" : "none";
}
function lastLines(before) {
  for (let lineStart = before.lastIndexOf("\n"); lineStart > 0; ) {
    const previous = before.lastIndexOf("\n", lineStart - 1);
    if (before.slice(previous + 1, lineStart).trim() !== "") return before.slice(previous + 1);
    lineStart = previous;
  }
  return before;
}

// src/rules/credentials/aws/secret-half.ts
var WORDIEST = -0.5;
var LENGTH = 40;
var BASE64 = new Uint8Array(65536);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
  BASE64[character.charCodeAt(0)] = 1;
}
function findSecretHalves(value) {
  const found2 = [];
  for (let at = LENGTH - 1; at < value.length; at += LENGTH) {
    if (BASE64[value.charCodeAt(at)] === 0) continue;
    let start = at;
    while (start > 0 && BASE64[value.charCodeAt(start - 1)] === 1) start--;
    let end = at + 1;
    while (end < value.length && BASE64[value.charCodeAt(end)] === 1) end++;
    at = end;
    if (value[start - 1] === "\\" && /[nrt]/.test(value[start])) start++;
    if (end - start !== LENGTH || !standsAlone(value, start, end)) continue;
    const run = value.slice(start, end);
    if (wordiness(run) > WORDIEST) continue;
    if (looksGenerated(run)) found2.push({ start, typical: true });
    else if (couldBeGenerated(run)) found2.push({ start, typical: false });
  }
  return found2;
}
function standsAlone(value, start, end) {
  if (value[end] === "%" || value[start - 1] === "%") return false;
  if (value[start - 1] === "=" && value[start - 2] === "=") return false;
  if (/[-_.]/.test(value[end] ?? "") && /[A-Za-z0-9]/.test(value[end + 1] ?? "")) return false;
  return !(/[-_.~]/.test(value[start - 1] ?? "") && /[A-Za-z0-9]/.test(value[start - 2] ?? ""));
}
function looksGenerated(run) {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/[0-9]/.test(run)) return false;
  return lettersInWords(run) < 20 && slashes(run) < 5 && entropy(run) >= 4 && !isPlaceholder2(run);
}
function couldBeGenerated(run) {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run)) return false;
  const [words, paths] = [lettersInWords(run), slashes(run)];
  const oddities = [!/[0-9]/.test(run), words >= 20, paths >= 5].filter(Boolean).length;
  return oddities <= 1 && words < 24 && paths < 7 && entropy(run) >= 4 && !isPlaceholder2(run);
}
function lettersInWords(run) {
  let letters = 0;
  for (const word of run.match(/[A-Z]?[a-z]{4,}|[A-Z]{6,}/g) ?? []) letters += word.length;
  return letters;
}
function slashes(run) {
  let count2 = 0;
  for (const character of run) if (character === "/") count2++;
  return count2;
}
function entropy(text2) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text2) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count2 of counts.values()) bits -= count2 / text2.length * Math.log2(count2 / text2.length);
  return bits;
}

// src/rules/credentials/aws/session-token.ts
var MARKS = ["b3JpZ2luX2Vj", "YXdz"];
var HEADER = /^[A-Za-z0-9+/][AQgw]o/;
var SHORTEST2 = 100;
var NAME = /(?:session|security)[\W_]{0,2}token/gi;
var BETWEEN = /^[^A-Za-z0-9+/]{1,40}(?:(?:value|default|string)[^A-Za-z0-9+/]{1,12})?/i;
function findSessionTokens(value) {
  const found2 = /* @__PURE__ */ new Map();
  const add = (start, end) => {
    if (end - start < SHORTEST2 || value[end] === "%" || isMasked(value.slice(start, end))) return;
    found2.set(start, { start, end });
  };
  for (const mark of MARKS) {
    for (let at = value.indexOf(mark); at !== -1; at = value.indexOf(mark, at + 1)) {
      const start = runStart(value, at);
      if (at - start < 4 || at - start > 16 || !HEADER.test(value.slice(start, start + 3))) continue;
      const end = runEnd(value, at);
      add(start, end);
      at = Math.max(at, end - 1);
    }
  }
  for (const name of value.matchAll(NAME)) {
    const end = name.index + name[0].length;
    const between = BETWEEN.exec(value.slice(end, end + 80));
    if (between) add(end + between[0].length, runEnd(value, end + between[0].length));
  }
  return [...found2.values()].sort((a, b) => a.start - b.start);
}
function isMasked(token) {
  return /example/i.test(token) || isPlaceholder2(token.slice(20, 60)) || new Set(token).size < 24;
}
function runStart(value, at) {
  let start = at;
  while (start > 0 && at - start <= 17 && isBase64(value.charCodeAt(start - 1))) start--;
  return value[start - 1] === "\\" && /[nrt]/.test(value[start]) ? start + 1 : start;
}
function runEnd(value, at) {
  let end = at;
  while (end < value.length && isBase64(value.charCodeAt(end))) end++;
  while (value[end] === "=") end++;
  return end;
}
function isBase64(code) {
  return code >= 97 && code <= 122 || code >= 65 && code <= 90 || code >= 47 && code <= 57 || code === 43;
}

// src/rules/credentials/aws/detector.ts
var REACH3 = 1024;
function detectAws(value) {
  const ids = findIds(value);
  const named3 = namedHalves(value);
  const halves = [...named3.keys()];
  if (ids.length === 0 && halves.length === 0) return [];
  const partner = pair(ids, halves, named3);
  const paired = new Set(partner.values());
  const lone = halves.filter((half) => !paired.has(half) && /^(?:aws|secret)$/.test(named3.get(half)));
  const tokens = tokensByOwner(value, ids, lone);
  const found2 = ids.map((id) => {
    const secret = partner.get(id);
    const token = tokens.get(id);
    return {
      id,
      ...secret ? { secret } : {},
      ...token ? { token } : {},
      confidence: secret || /^[A-Z2-7]+$/.test(id.value.slice(4)) ? "high" : "medium",
      signature: !secret && inSignature(value, id),
      record: !secret && inRecord(value, id)
    };
  });
  for (const secret of lone) {
    const token = tokens.get(secret);
    const confidence = named3.get(secret) === "aws" ? "high" : "medium";
    found2.push({ secret, ...token ? { token } : {}, confidence, signature: false, record: false });
  }
  return found2;
}
function namedHalves(value) {
  const named3 = /* @__PURE__ */ new Map();
  for (const { start, typical } of findSecretHalves(value)) {
    const end = start + 40;
    const naming = namingOf(value, start, end);
    if (typical || naming === "aws") named3.set({ start, end, value: value.slice(start, end) }, naming);
  }
  return named3;
}
var ID = /A(?:KIA|SIA|BIA|CCA|3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])/g;
function findIds(value) {
  const ids = [];
  for (const match2 of value.matchAll(ID)) {
    const start = match2.index;
    const id = match2[0];
    if (beginsInWord(value, start) || isPlaceholder2(id) || isWord(id) && !isNamed2(value, start)) continue;
    ids.push({ start, end: start + id.length, value: id });
  }
  return ids;
}
function beginsInWord(value, start) {
  if (!/[A-Za-z0-9]/.test(value[start - 1] ?? "")) return false;
  return !/(?:\\[nrtbf]|%[0-9A-F]{2}|\\u00[0-9a-fA-F]{2})$/.test(value.slice(Math.max(0, start - 6), start));
}
function isWord(id) {
  return !id.startsWith("AKIA") && /^[A-Z]+$/.test(id);
}
function isNamed2(value, start) {
  return /key|aws|access|credential/i.test(value.slice(Math.max(0, start - 60), start));
}
function inSignature(value, id) {
  const before = value.slice(Math.max(0, id.start - 24), id.start);
  const after = value.slice(id.end, id.end + 12);
  if (/^(?:\/|%2F)20\d{6}/i.test(after)) return true;
  return /AWSAccessKeyId(?:=|%3D)$/i.test(before) && /^(?:&|%26)/.test(after) || /Authorization\W{1,6}AWS $/i.test(before);
}
var RECORD_REACH = 3e3;
function inRecord(value, id) {
  if (!/access_?key_?id\W{1,12}$/i.test(value.slice(Math.max(0, id.start - 24), id.start))) return false;
  const around2 = value.slice(Math.max(0, id.start - RECORD_REACH), id.end + RECORD_REACH);
  return /user_?identity/i.test(around2) && /event_?(?:name|version|source|time)/i.test(around2);
}
function pair(ids, halves, named3) {
  const edges = [];
  const idFirst = (ids[0]?.start ?? 0) < (halves[0]?.start ?? 0);
  for (const half of halves) {
    const naming = named3.get(half);
    if (naming === "other" || naming === "none" && entropy(half.value) < 4.2) continue;
    const nameCost = naming === "aws" ? 0 : naming === "secret" ? 100 : 400;
    for (const id of around(ids, half)) {
      const gap = distance(id, half);
      const usualOrder = id.start < half.start === idFirst;
      if (gap <= REACH3) edges.push({ id, half, cost: gap + (usualOrder ? 0 : 300) + nameCost });
    }
  }
  edges.sort((a, b) => a.cost - b.cost);
  const partner = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const { id, half } of edges) {
    if (partner.has(id) || taken.has(half)) continue;
    partner.set(id, half);
    taken.add(half);
  }
  return partner;
}
function tokensByOwner(value, ids, lone) {
  const owners = /* @__PURE__ */ new Map();
  const temporary = [...ids.filter((id) => id.value.startsWith("ASIA")), ...lone].sort((a, b) => a.start - b.start);
  if (temporary.length === 0) return owners;
  for (const { start, end } of findSessionTokens(value)) {
    const token = { start, end, value: value.slice(start, end) };
    const cost = (id) => distance(id, token) + (id.start < start ? 0 : 300);
    const owner = around(temporary, token).filter((id) => !owners.has(id) && cost(id) <= 2 * REACH3).sort((a, b) => cost(a) - cost(b))[0];
    if (owner) owners.set(owner, token);
  }
  return owners;
}
function around(parts, place2) {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (parts[middle].start < place2.start) low = middle + 1;
    else high = middle;
  }
  return parts.slice(Math.max(0, low - 4), low + 4);
}
function distance(a, b) {
  return a.start < b.start ? b.start - a.end : a.start - b.end;
}

// src/rules/credentials/aws/credentials.ts
function awsKeysIn(text2, unit) {
  return once(merged(viewsOf(text2, unit)));
}
var PARTS = ["id", "secret", "token"];
function merged(views) {
  const found2 = /* @__PURE__ */ new Set();
  const byPart = /* @__PURE__ */ new Map();
  for (const view of views) {
    for (const credential of detectAws(view.value)) {
      const parts = PARTS.flatMap((name) => credential[name] ?? []);
      if (!parts.some((part2) => freshIn(view, part2.start, part2.end))) continue;
      const key = locatedIn(view, credential);
      const same = new Set(partsOf(key).flatMap((part2) => byPart.get(placeKey(part2)) ?? []));
      if ([...same].some((other) => partsOf(other).length >= partsOf(key).length)) continue;
      for (const other of same) found2.delete(other);
      found2.add(key);
      for (const part2 of partsOf(key)) byPart.set(placeKey(part2), key);
    }
  }
  return [...found2];
}
function locatedIn(view, credential) {
  const at = (part2) => part2 && { value: part2.value, span: locate(view, part2.start, part2.end) };
  const { confidence, signature, record } = credential;
  const [id, secret, token] = [at(credential.id), at(credential.secret), at(credential.token)];
  return { confidence, signature, record, ...id && { id }, ...secret && { secret }, ...token && { token } };
}
function once(keys) {
  const groups = /* @__PURE__ */ new Map();
  const fullestFirst = [...keys].sort((a, b) => partsOf(b).length - partsOf(a).length || startOf(a) - startOf(b));
  for (const key of fullestFirst) {
    const names = [key.id?.value, key.secret?.value].filter((value) => value !== void 0);
    const group = names.map((name) => groups.get(name)).find((known) => known !== void 0) ?? [];
    group.push(key);
    for (const name of names) if (!groups.has(name)) groups.set(name, group);
  }
  return [...new Set(groups.values())].map(([first, ...rest]) => {
    const own = new Set(partsOf(first).map(placeKey));
    const again = rest.flatMap(partsOf).filter((part2) => !own.has(placeKey(part2)));
    return {
      ...first,
      signature: first.signature && rest.every((key) => key.signature),
      record: first.record && rest.every((key) => key.record),
      again
    };
  }).sort((a, b) => startOf(a) - startOf(b));
}
function partsOf(key) {
  return PARTS.flatMap((name) => key[name] ?? []);
}
function placeKey({ value, span }) {
  return `${span.start}:${span.end}:${span.uri}:${value}`;
}
function startOf(key) {
  return (key.id ?? key.secret).span.start;
}

// src/rules/credentials/aws/hit.ts
import { createHash } from "node:crypto";

// src/aws/accounts.ts
var OF_AWS = new Set(
  [
    "127311923021 033677994240 027434742980 797873946194 098369216593 754344448648 589379963580 718504428378",
    "383597477331 600734575887 114774131450 783225319266 582318560864 985666609251 054676820928 156460612806",
    "652711504416 635631232127 009996457667 897822967062 076674570225 507241528517 048591011584 190560391635",
    "638102146993 037604701340"
  ].flatMap((line) => line.split(" "))
);
function isOfAws(account) {
  return OF_AWS.has(account);
}
var OF_DOCUMENTATION = /^(?:123456789012|012345678901|210987654321|098765432109|123412341234|112233445566|111122223333|222233334444|333344445555|444455556666|555566667777|666677778888|777788889999|888899990000|(\d)\1{11})$/;
function isOfDocumentation(account) {
  return OF_DOCUMENTATION.test(account);
}
function accountOf(principal) {
  if (/^\d{12}$/.test(principal)) return principal;
  return /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1];
}
function ownAccounts(document) {
  const accounts = document.statements.flatMap((statement) => [...statement.resources, ...statement.notResources]).flatMap((leaf) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(leaf.value)?.[1] ?? []);
  return /* @__PURE__ */ new Set([...accounts, ...keyOwner(document)]);
}
function keyOwner({ statements }) {
  const roots = statements.filter(
    ({ effect, actions }) => /^allow$/i.test(effect.value) && actions.some(({ value }) => /^kms:\*$/i.test(value))
  ).flatMap(({ principals }) => principals.map(({ value }) => value.value)).filter((value) => /:root$|^\d{12}$/.test(value));
  return new Set(roots).size === 1 ? roots.slice(0, 1).flatMap((root) => accountOf(root) ?? []) : [];
}

// src/rules/credentials/aws/hit.ts
var MOST_RELATED = 997;
function hitOf(key, addition = {}) {
  const facts = key.id ? factsOfKeyId(key.id.value) : void 0;
  const main = key.id ?? key.secret;
  const others = [key.secret, key.token, ...key.again].filter((part2) => part2 !== void 0 && part2 !== main);
  return {
    span: main.span,
    message: `${whatItIs(key, facts)}${whoseItIs(facts)}${addition.remark ? ` ${addition.remark}` : ""}`,
    severity: addition.severity ?? severityOf(key),
    confidence: key.confidence,
    ...unlikely(key, facts),
    // `secret` alone may name a secret of anyone's: the AWS key it looks like is not proven.
    ...!facts && key.confidence !== "high" ? { lighterInSamples: true } : {},
    secret: true,
    secretValue: main.value,
    keyMaterial: {
      ...key.id ? { keyId: key.id.value } : {},
      ...key.secret ? { secretKey: key.secret.value } : {},
      ...key.token ? { sessionToken: key.token.value } : {}
    },
    element: elementOf(key),
    secretSpans: others.map((part2) => part2.span),
    related: relatedOf(key),
    properties: {
      keyType: facts?.kind ?? "secret-half",
      ...facts ? { keyId: facts.masked } : {},
      ...facts?.accountId ? { accountId: facts.accountId } : {},
      ...facts?.canaryIssuer ? { canary: true } : {},
      pair: key.id !== void 0 && key.secret !== void 0,
      ...addition.properties
    },
    ...facts?.canaryIssuer ? { remediation: CANARY_REMEDIATION } : {}
  };
}
function elementOf({ id, secret }) {
  if (!id || !secret) return "half";
  return `pair ${createHash("sha256").update(secret.value).digest("hex").slice(0, 4)}`;
}
var CANARY_REMEDIATION = "Ask whoever looks after your canaries before touching it. If nobody planted it here on purpose, do not try the key: any use raises its alarm. If it is meant to be here, say so with a suppression and its reason.";
function unlikely(key, facts) {
  if (facts?.accountId && isOfDocumentation(facts.accountId)) {
    const confidenceReason2 = `it is of account ${facts.accountId}, which only documentation and examples are about`;
    return { severity: "low", confidence: "low", confidenceReason: confidenceReason2 };
  }
  if (!key.record) return {};
  const confidenceReason = "it stands in a record of CloudTrail, which never holds the secret half";
  return { severity: facts?.kind === "long-term" ? "medium" : "low", confidence: "low", confidenceReason };
}
function severityOf(key) {
  if (key.id && key.secret) return "critical";
  return key.signature ? "medium" : "high";
}
function whatItIs(key, facts) {
  if (!facts) {
    const sure = key.confidence === "high" ? "An" : "What looks like an";
    const what = `${sure} AWS secret access key, the half of a key that must stay secret`;
    return key.token ? `${what}, with its session token.` : `${what}; its id is not in sight.`;
  }
  const kind = facts.kind === "temporary" ? "Temporary AWS access key" : "AWS access key";
  if (key.secret && key.token) return `${kind} ${facts.masked} with its secret half and session token.`;
  if (key.secret) return `${kind} ${facts.masked} with its secret half.`;
  if (key.signature) return `${kind} id ${facts.masked} in a signed request; its secret half is not here.`;
  return `${kind} id ${facts.masked}; its secret half is not in sight.`;
}
function whoseItIs(facts) {
  if (!facts?.accountId) return "";
  if (!facts.canaryIssuer) return ` It is of account ${facts.accountId}.`;
  return ` Account ${facts.accountId} holds canaries of ${facts.canaryIssuer}: this key is a canary, using it raises an alarm.`;
}
function relatedOf(key) {
  const related = [];
  if (key.id && key.secret) related.push({ span: key.secret.span, message: "the secret half of the key" });
  if (key.token) related.push({ span: key.token.span, message: "the session token of the key" });
  for (const { span } of key.again.slice(0, MOST_RELATED)) related.push({ span, message: "the key again" });
  return related;
}

// src/rules/credentials/aws-access-key.ts
var aws_access_key_default = defineRule({
  meta: {
    id: "credentials/aws-access-key",
    title: "AWS access key in the repository",
    severity: "critical",
    about: "secret",
    domain: "credentials",
    practice: "keys never in git (AKIA, ASIA, secret half, session token)",
    description: "An access key is a user name and a password in one: whoever reads it can do in the account what its owner can do. Everyone who can read the repository, or a fork, a clone or a build log of it, can read the key, and bots try keys in public repositories within minutes. A pair is critical; one half without the other is high, since the other half is often not far.",
    remediation: "Make the key useless first: deactivate it in IAM, create a new one if it is still needed, delete the old one. Deleting the line is not enough, since the history keeps it. Then take the need for a key away: a role (OIDC in CI, an instance profile or task role on AWS, IAM Identity Center for people).",
    cwe: ["CWE-798", "CWE-312"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes"
    ]
  },
  on: "text",
  *check(node, context) {
    notifyOfCuts(node, context);
    if (credentialFileOf(node.uri)) return;
    for (const key of context.unit.of(awsKeysIn, node.text)) yield hitOf(key);
  }
});

// src/rules/credentials/aws-bedrock-key.ts
var KEY2 = /(?<![A-Za-z0-9+/])ABSK[A-Za-z0-9+/]{100,280}={0,2}(?![A-Za-z0-9+/=])|bedrock-api-key-[A-Za-z0-9+/_-]{60,}={0,2}/g;
var aws_bedrock_key_default = defineRule({
  meta: {
    id: "credentials/aws-bedrock-key",
    title: "Amazon Bedrock API key in the repository",
    severity: "critical",
    about: "secret",
    domain: "credentials",
    practice: "keys never in git (AKIA, ASIA, secret half, session token)",
    description: "A Bedrock API key is one string that lets whoever has it call the models at the account\u2019s cost. A long-term one is the credential of an IAM user and works until it is deleted; a short-term one works for twelve hours at most.",
    remediation: "Delete the key (IAM, the user whose name begins with BedrockAPIKey, Security credentials, API keys for Amazon Bedrock). Deleting the line is not enough, since the history keeps it. Let the program use the role it runs under instead.",
    cwe: ["CWE-798"],
    references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-how.html"]
  },
  on: "text",
  *check(node, { unit }) {
    for (const { value, span } of matchesIn(node.text, KEY2, unit)) {
      const longTerm = value.startsWith("ABSK");
      const body = longTerm ? value.slice(4) : value.slice("bedrock-api-key-".length);
      if (isPlaceholder2(body.slice(24, 64)) || new Set(body).size < 24) continue;
      const accountId = longTerm ? accountIn(body) : void 0;
      yield {
        span,
        message: `${longTerm ? "A long-term" : "A short-term"} Amazon Bedrock API key.${accountId ? ` It is of account ${accountId}.` : ""}`,
        ...longTerm ? {} : { severity: "high" },
        secret: true,
        secretValue: value,
        properties: {
          keyType: longTerm ? "bedrock-long-term" : "bedrock-short-term",
          ...accountId ? { accountId } : {}
        }
      };
    }
  }
});
function accountIn(body) {
  return /-at-(\d{12})\b/.exec(Buffer.from(body, "base64").toString("latin1"))?.[1];
}

// src/rules/credentials/aws-session-token.ts
var aws_session_token_default = defineRule({
  meta: {
    id: "credentials/aws-session-token",
    title: "AWS session token in the repository",
    severity: "medium",
    about: "secret",
    domain: "credentials",
    practice: "keys never in git (AKIA, ASIA, secret half, session token)",
    description: "A session token is the third part of temporary AWS credentials. It is of use only together with the id and the secret half, and for a day and a half at most; but where it stands, the others have been printed or saved too. (A token next to its key is told with the key.)",
    remediation: "Find out what writes credentials into files or logs here and stop it. If the session can still be running, revoke it: IAM, the role, Revoke sessions.",
    cwe: ["CWE-798", "CWE-532"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html"
    ]
  },
  on: "text",
  *check(node, { unit }) {
    const told = new Set(
      unit.of(awsKeysIn, node.text).flatMap((key) => [key.token, ...key.again].flatMap((part2) => part2?.value ?? []))
    );
    const seen = /* @__PURE__ */ new Set();
    for (const view of viewsOf(node.text, unit)) {
      for (const { start, end } of findSessionTokens(view.value)) {
        const value = view.value.slice(start, end);
        if (told.has(value) || seen.has(value) || !freshIn(view, start, end)) continue;
        seen.add(value);
        yield {
          span: locate(view, start, end),
          message: `An AWS session token (${value.length} characters), without the key it belongs to.`,
          secret: true,
          secretValue: value,
          properties: { keyType: "session-token" }
        };
      }
    }
  }
});

// src/rules/credentials/credential-file.ts
var credential_file_default = defineRule({
  meta: {
    id: "credentials/credential-file",
    title: "File made to hold AWS credentials in the repository",
    severity: "critical",
    about: "secret",
    domain: "credentials",
    practice: "no root access keys, no root use",
    description: "Some files exist only to hold keys: rootkey.csv and the other downloads of the IAM console, ~/.aws/credentials. One that still holds a key does not belong into a repository at all. The keys of the root user can do everything in the account, cannot be limited by any policy, and should not exist.",
    remediation: "Deactivate and delete the keys in IAM (those of the root user: sign in as root, Security credentials), then remove the file and add its name to .gitignore. Deleting the file is not enough, since the history keeps it. For people and machines use roles: IAM Identity Center, OIDC, instance profiles.",
    cwe: ["CWE-798", "CWE-538"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html",
      "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html"
    ]
  },
  on: "text",
  *check(node, { unit }) {
    const file = credentialFileOf(node.uri);
    if (!file) return;
    const known = file.root ? { severity: "critical", properties: { root: true } } : {};
    for (const key of unit.of(awsKeysIn, node.text)) yield hitOf(key, { ...known, remark: `The file is ${file.what}.` });
  }
});

// src/rules/credentials/private-keys.ts
var LONGEST = 24e3;
var HEADER2 = /-{4,5} ?BEGIN ?((?:[A-Z0-9]+ ){0,3})PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
var FOOTER = /-{4,5} ?END ?(?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}/;
var PUTTY_HEADER = /PuTTY-User-Key-File-[123]: /g;
var PUTTY_BODY = "Private-Lines: ";
var AGE = /(?<![A-Z0-9-])AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?![A-Z0-9])/g;
function* findPrivateKeys(value) {
  if (value.includes("PRIVATE KEY")) yield* pemKeys(value);
  if (value.includes("PuTTY-User-Key-File-")) yield* puttyKeys(value);
  if (value.includes("AGE-SECRET-KEY-1")) {
    for (const { index, 0: key } of value.matchAll(AGE)) {
      if (new Set(key.slice(16)).size > 12)
        yield { start: index, end: index + key.length, kind: "age", encrypted: false };
    }
  }
}
function* pemKeys(value) {
  for (const header of value.matchAll(HEADER2)) {
    const start = header.index;
    const bodyStart = start + header[0].length;
    const reach = value.slice(bodyStart, bodyStart + LONGEST);
    const nextHeader = reach.indexOf("BEGIN ");
    const region = nextHeader < 0 ? reach : reach.slice(0, nextHeader);
    const footer = FOOTER.exec(region);
    const body = footer ? region.slice(0, footer.index) : bodyWithoutFooter(region);
    const base64 = base64Of(body);
    if (!holdsKey(base64) || footer && isAbridged(base64)) continue;
    const kind = header[1].trim();
    yield {
      start,
      end: bodyStart + body.length + (footer ? footer[0].length : 0),
      kind: kind === "ENCRYPTED" ? "" : kind,
      encrypted: kind === "ENCRYPTED" || /Proc-Type: ?4, ?ENCRYPTED/.test(body) || isEncryptedOpenSsh(base64)
    };
  }
}
function bodyWithoutFooter(region) {
  return /^(?:[A-Za-z0-9+/=\s]|\\+[nrt]|["'`],?[^\S\n]*(?:\+[^\S\n]*)?\n\s*["'`])*/.exec(region)[0].trimEnd();
}
function base64Of(body) {
  return body.replace(/(?<!\\)\\+[rt]/g, "").replace(/(?<!\\)\\+n|<br ?\/?>|&#(?:10|xa);/gi, "\n").replace(/["'`][ \t]*(?:[+.,\\&][ \t]*)?\r?\n[ \t]*["'`]/g, "\n").replace(/^[ \t]*(?:#|\/\/|\*|>|\|)[ \t]?/gm, "").replace(/^[ \t]*[A-Za-z-]+: .*$/gm, "").replace(/^[ \t]*=[A-Za-z0-9+/]{4}[ \t]*$/gm, "").replace(/[\s"'`\\,]/g, "");
}
function holdsKey(base64) {
  const text2 = base64.replace(/(?<!=)=+$/, "");
  if (!/^[A-Za-z0-9+/]+$/.test(text2) || text2.length < (text2.startsWith("MC4CAQ") ? 60 : 100)) return false;
  if (/(.)\1{19}/.test(text2.replaceAll("A", "")) || new Set(text2).size < 24) return false;
  return !/example|placeholder|your.?key|redacted/i.test(text2);
}
function isAbridged(base64) {
  if (!base64.startsWith("MII")) return false;
  const [, , high, low] = Buffer.from(base64.slice(0, 8), "base64");
  return base64.length * 0.75 < (high << 8 | low) / 8;
}
function isEncryptedOpenSsh(base64) {
  return base64.startsWith("b3BlbnNzaC1rZXktdjEA") && !base64.startsWith("b3BlbnNzaC1rZXktdjEAAAAABG5vbmU");
}
function* puttyKeys(value) {
  let mark = 0;
  for (const header of value.matchAll(PUTTY_HEADER)) {
    if (mark >= 0 && mark < header.index) mark = value.indexOf(PUTTY_BODY, header.index);
    if (mark < 0) return;
    if (mark - header.index > 4e3) continue;
    const region = value.slice(mark + PUTTY_BODY.length, mark + LONGEST);
    const body = /^\d+(?:\s+[A-Za-z0-9+/=]{4,}(?=\s|$))*/.exec(region)?.[0] ?? "";
    if (body.replace(/\s/g, "").length < 44 || new Set(body).size < 20) continue;
    const encrypted = !/Encryption: none/.test(value.slice(header.index, mark));
    yield { start: header.index, end: mark + PUTTY_BODY.length + body.length, kind: "PuTTY", encrypted };
  }
}

// src/rules/credentials/private-keys-of-text.ts
function privateKeysIn(text2, unit) {
  const keys = /* @__PURE__ */ new Map();
  for (const view of viewsOf(text2, unit)) {
    for (const key of findPrivateKeys(view.value)) {
      if (!freshIn(view, key.start, key.end)) continue;
      const value = view.value.slice(key.start, key.end);
      const before = view.value.slice(Math.max(0, key.start - 600), key.start);
      const span = locate(view, key.start, key.end);
      const place2 = `${span.start}`;
      if (!keys.has(place2)) keys.set(place2, { ...key, span, value, before });
    }
  }
  return [...keys.values()];
}
function isServiceAccountKey(key) {
  return /private_key_id/.test(key.before) && /private_key["'\s]*[:=][\s"'|>-]*$/.test(key.before);
}

// src/rules/credentials/gcp-service-account.ts
var gcp_service_account_default = defineRule({
  meta: {
    id: "credentials/gcp-service-account",
    title: "Key of a Google Cloud service account in the repository",
    severity: "high",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "The key file of a service account lets whoever has it act as that account, from anywhere, for as long as the key is not deleted.",
    remediation: "Delete the key in the Google Cloud console (IAM, Service accounts, Keys). Deleting the file is not enough, since the history keeps it. From AWS or from CI use workload identity federation, which needs no key.",
    cwe: ["CWE-798", "CWE-321"],
    references: [
      "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys",
      "https://cloud.google.com/iam/docs/workload-identity-federation"
    ]
  },
  on: "text",
  *check(node, { unit }) {
    for (const key of unit.of(privateKeysIn, node.text)) {
      if (!isServiceAccountKey(key)) continue;
      yield {
        span: key.span,
        message: "The private key of a Google Cloud service account.",
        secret: true,
        secretValue: key.value,
        properties: { keyType: "gcp-service-account" }
      };
    }
  }
});

// src/rules/credentials/jwt.ts
var TOKEN = /(?<![A-Za-z0-9_-])(?<header>eyJ[A-Za-z0-9_-]{10,2000})\.(?<claims>eyJ[A-Za-z0-9_-]{8,8000})\.(?<signature>[A-Za-z0-9_-]{40,2000})(?![A-Za-z0-9_-])/g;
var jwt_default = defineRule({
  meta: {
    id: "credentials/jwt",
    title: "Signed JSON Web Token in the repository",
    severity: "medium",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Whoever holds a signed token is whom its claims name, until it expires. One without an end is as good as a password.",
    remediation: "Revoke the session or change the key that signed it, and let the program ask for a token of its own when it needs one. Deleting the line is not enough, since the history keeps it.",
    cwe: ["CWE-798"],
    references: ["https://www.rfc-editor.org/rfc/rfc7519"]
  },
  on: "text",
  *check(node, { unit }) {
    if (!viewsOf(node.text, unit).some(({ value }) => value.includes("eyJ"))) return;
    for (const { value, groups, span } of matchesIn(node.text, TOKEN, unit)) {
      const header = objectIn(groups.groups.header);
      const claims = objectIn(groups.groups.claims);
      if (!header || !claims || isMadeUp(header, claims)) continue;
      const endless = typeof claims.exp !== "number";
      yield {
        span,
        message: `A signed JSON Web Token${described(header, claims)}.`,
        severity: claims.role === "anon" ? "low" : "medium",
        confidence: "medium",
        confidenceReason: endless ? "it has no end of its own, but what it opens is not known" : "it may have expired, and what it opens is not known",
        lighterInSamples: true,
        secret: true,
        secretValue: value
      };
    }
  }
});
function objectIn(base64url) {
  try {
    const value = JSON.parse(Buffer.from(base64url, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function isMadeUp(header, claims) {
  return typeof header.alg !== "string" || /^none$/i.test(header.alg) || claims.sub === "1234567890" || /^(?:John|Jane) Doe$/i.test(String(claims.name)) || Object.keys(claims).length === 0;
}
function described(header, claims) {
  const { exp, iss } = claims;
  const parts = [
    `, signed with ${plain(header.alg)}`,
    ...typeof iss === "string" ? [`issued by \`${plain(iss)}\``] : [],
    ...typeof exp === "number" ? [`good until ${dayOf(exp)}`] : ["without an end"]
  ];
  return parts.join(", ");
}
var plain = (value) => String(value).replace(/[^\w.:/@-]/g, "").slice(0, 80);
function dayOf(seconds) {
  const date = new Date(seconds * 1e3);
  return Number.isNaN(date.getTime()) ? "a day that is none" : date.toISOString().slice(0, 10);
}

// src/rules/credentials/login-file.ts
var LOGIN_FILES = [
  {
    what: ".netrc",
    path: /^[._]netrc$/,
    pattern: /\bpassword\s+(?<value>\S{3,200})/dgm,
    reference: "https://everything.curl.dev/usingcurl/netrc.html"
  },
  {
    what: ".pgpass",
    path: /^(?:\.pgpass|pgpass\.conf)$/,
    pattern: /^(?!#)(?:[^:\n\\]|\\.){1,200}(?::(?:[^:\n\\]|\\.){0,200}){3}:(?<value>[^\n]{3,200}?)[ \t\r]*$/dgm,
    reference: "https://www.postgresql.org/docs/current/libpq-pgpass.html"
  },
  {
    what: ".npmrc",
    path: /^\.npmrc$/,
    pattern: /(?:^|:)_(?:auth|password)\s*=\s*"?(?<value>[A-Za-z0-9+/]{4,400}={0,2})/dgm,
    pair: true,
    reference: "https://docs.npmjs.com/cli/configuring-npm/npmrc"
  },
  {
    what: "a Docker configuration",
    path: /^(?:config|dockerconfig|\.?dockerconfigjson|\.dockercfg)(?:\.json)?$/,
    pattern: /"auth"\s*:\s*"(?<value>[A-Za-z0-9+/]{6,2000}={0,2})"/dgm,
    pair: true,
    reference: "https://docs.docker.com/reference/cli/docker/login/"
  },
  {
    what: ".pypirc",
    path: /^\.pypirc$/,
    pattern: /^\s*password\s*[:=]\s*(?<value>\S{3,400})\s*$/dgm,
    reference: "https://packaging.python.org/en/latest/specifications/pypirc/"
  },
  {
    what: "the master key of a Rails application",
    path: /^(?:master|production|staging|development)\.key$/,
    pattern: /^\s*(?<value>[0-9a-f]{32})\s*$/dgm,
    reference: "https://guides.rubyonrails.org/security.html#custom-credentials"
  }
];
var login_file_default = defineRule({
  meta: {
    id: "credentials/login-file",
    title: "File made to hold logins in the repository",
    severity: "high",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Files such as .netrc, .pgpass, .npmrc with _auth, .pypirc and the configuration of Docker hold passwords in plain text or in base64, which hides nothing. They belong into the home of one person, not into a repository.",
    remediation: "Change the password, take the file out of the repository and add its name to .gitignore. In CI let the tool read a secret from the environment. Deleting the file is not enough, since the history keeps it.",
    cwe: ["CWE-798", "CWE-538"],
    references: LOGIN_FILES.map(({ reference }) => reference)
  },
  on: "text",
  *check({ text: text2, uri }) {
    const file = isDecoded(text2) ? void 0 : LOGIN_FILES.find(({ path: path2 }) => path2.test(nameOf(uri)));
    if (!file) return;
    for (const match2 of text2.value.matchAll(file.pattern)) {
      const [start, end] = match2.indices.groups.value;
      const value = match2.groups.value;
      const judged = judgeSecret({ name: "password", value: file.pair ? passwordOf(value) : value, takes: "secret" });
      if (!judged.secret) continue;
      yield {
        span: locate(text2, start, end),
        message: `A password in ${file.what}.`,
        severity: judged.confidence === "high" ? "high" : "medium",
        confidence: judged.confidence,
        confidenceReason: judged.reason,
        lighterInSamples: true,
        secret: true,
        secretValue: value
      };
    }
  }
});
function passwordOf(base64) {
  const decoded = Buffer.from(base64, "base64").toString("utf8");
  if (!/^[\x20-\x7e]+$/.test(decoded)) return base64;
  return decoded.slice(decoded.indexOf(":") + 1);
}

// src/rules/credentials/own-credential.ts
var own_credential_default = defineRule({
  meta: {
    id: "credentials/own-credential",
    title: "Credential that this machine works with",
    severity: "critical",
    about: "secret",
    domain: "credentials",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    certain: true,
    description: "The exact secret of a login of this machine stands in what is committed: of ~/.aws/credentials, of a variable such as AWS_SECRET_ACCESS_KEY, of gh, npm or Docker. It works, whatever it looks like. It is looked for with --own-credentials and in hooks, also encoded, and is never printed nor stored.",
    remediation: "Take it out before the commit. If it was committed, revoke it: whoever has the commit has the login. Let programs read it from where it is kept.",
    cwe: ["CWE-798"],
    references: ["https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html"]
  },
  on: "text",
  *check({ text: text2 }, { unit, ownSecrets = [] }) {
    if (ownSecrets.length === 0) return;
    const places = /* @__PURE__ */ new Set();
    for (const view of viewsOf(text2, unit)) {
      for (const { what, start, end } of found(view, unit.of(writtenForms, ownSecrets))) {
        const span = locate(view, start, end);
        if (!freshIn(view, start, end) || places.has(span.start)) continue;
        places.add(span.start);
        yield {
          span,
          message: `This is ${what}, which this machine works with.`,
          secret: true,
          secretValue: view.value.slice(start, end)
        };
      }
    }
  }
});
function* found({ value }, forms) {
  for (const { what, form } of forms)
    for (let at = value.indexOf(form); at !== -1; at = value.indexOf(form, at + form.length))
      yield { what, start: at, end: at + form.length };
}
function writtenForms(secrets2) {
  return secrets2.flatMap(({ what, value }) => {
    const hex = Buffer.from(value).toString("hex");
    const base64 = [0, 1, 2].map((offset) => base64Within(value, offset));
    const forms = /* @__PURE__ */ new Set([
      value,
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
      [...value].reverse().join(""),
      hex,
      hex.toUpperCase(),
      ...base64,
      ...base64.map((one) => one.replaceAll("+", "-").replaceAll("/", "_"))
    ]);
    return [...forms].map((form) => ({ what, form }));
  }).sort((a, b) => b.form.length - a.form.length);
}
function base64Within(value, offset) {
  const padded = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]);
  const whole = padded.subarray(0, padded.length - padded.length % 3).toString("base64");
  return offset === 0 ? whole : whole.slice(4);
}

// src/rules/credentials/private-key.ts
var private_key_default = defineRule({
  meta: {
    id: "credentials/private-key",
    title: "Private key in the repository",
    severity: "high",
    about: "secret",
    domain: "credentials",
    practice: "private keys and SSH keys not shared; password login off, no root login",
    description: "A private key proves who somebody is: a server to its visitors, a person to the machines they log in to, a program to what it signs for. In a repository everyone who can read it can be that somebody. Keys that an EC2 key pair or a test once needed tend to stay valid long after.",
    remediation: "Make a new key pair and take the old public key out of everything that trusts it (authorized_keys, EC2 key pairs, certificates to revoke). Deleting the file is not enough, since the history keeps it. Keep private keys where they are used, in Secrets Manager, or let AWS keep them (KMS, ACM); for shell access use Session Manager or EC2 Instance Connect.",
    cwe: ["CWE-321", "CWE-522"],
    references: [
      "https://www.rfc-editor.org/rfc/rfc7468",
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html",
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html"
    ]
  },
  on: "text",
  *check(node, { unit }) {
    for (const key of unit.of(privateKeysIn, node.text)) {
      if (isServiceAccountKey(key)) continue;
      const kind = KINDS2[key.kind] ?? (key.kind === "" ? "A private key" : `A private key (${key.kind})`);
      yield {
        span: key.span,
        message: key.encrypted ? `${kind}, encrypted: as safe as its passphrase.` : `${kind}.`,
        ...key.encrypted ? { severity: "medium" } : {},
        secret: true,
        lighterInSamples: true,
        secretValue: key.value,
        properties: { keyType: key.kind || "PKCS #8", encrypted: key.encrypted }
      };
    }
  }
});
var KINDS2 = {
  RSA: "An RSA private key",
  EC: "An elliptic-curve private key",
  DSA: "A DSA private key",
  OPENSSH: "An SSH private key",
  PGP: "A PGP private key",
  PuTTY: "An SSH private key of PuTTY",
  age: "A secret key of age"
};

// src/rules/credentials/tokens.ts
var FAMILY = { check: (node, { unit }) => unit.of(hitsByRule, node.text) };
var tokens_default = VENDORS.map(
  (vendor) => defineRule({
    meta: leakedToken(vendor),
    on: "text",
    check: (node, { unit }) => unit.of(hitsByRule, node.text).get(ruleIdOf(vendor)) ?? NONE,
    family: FAMILY
  })
);
var NONE = [];
function hitsByRule(text2, unit) {
  const found2 = /* @__PURE__ */ new Map();
  const ends = /* @__PURE__ */ new Map();
  const starts = /* @__PURE__ */ new Map();
  for (const view of viewsOf(text2, unit)) {
    for (const token of tokensIn(view.value)) {
      if (!freshIn(view, token.start, token.end)) continue;
      const span = locate(view, token.start, token.end);
      if ((ends.get(span.start) ?? -1) >= span.end || (starts.get(span.end) ?? Infinity) <= span.start) continue;
      ends.set(span.start, span.end);
      starts.set(span.end, span.start);
      const hit3 = { span, ...describe(token), secret: true, secretValue: view.value.slice(token.start, token.end) };
      const id = ruleIdOf(token.vendor);
      const hits = found2.get(id);
      if (hits) hits.push(hit3);
      else found2.set(id, [hit3]);
    }
  }
  return found2;
}
function describe({
  form,
  confidence,
  checked
}) {
  const doubt = checked === false ? " Its check digits do not fit: it may be made up, or not all of it." : "";
  return {
    message: `${form.name}.${doubt}`,
    ...form.severity ? { severity: form.severity } : {},
    confidence,
    // A form and a word beside it are no proof.
    ...isNamed(form) ? { lighterInSamples: true } : {},
    properties: { kind: form.name, ...checked === void 0 ? {} : { checkDigits: checked ? "right" : "wrong" } }
  };
}

// src/rules/data/aws-owned-key.ts
var aws_owned_key_default = requirementRule(
  {
    id: "data/aws-owned-key",
    title: "Encrypted with a key that only AWS controls",
    severity: "note",
    practice: "KMS key policy scoped, key rotation",
    description: "A key of AWS cannot be taken away from anybody, its use does not show in CloudTrail, and other accounts cannot be let in or kept out by it. Where rules ask who can decrypt, a key of your own is the answer.",
    remediation: "Name a key of KMS that is yours, with rotation on and a policy that says who may use it.",
    cwe: ["CWE-311"],
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html"]
  },
  [
    { types: "aws_secretsmanager_secret", at: "kms_key_id", is: "set", says: "is encrypted with the key of AWS" },
    {
      types: "aws_ecr_repository",
      at: ["encryption_configuration.encryption_type", "encryption_configuration.encryption_type"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value).startsWith("KMS"),
      absent: "wrong",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_db_instance",
      at: "kms_key_id",
      is: "set",
      where: (database) => switchOf(valueAt(database, "storage_encrypted")) === true && valueAt(database, ["replicate_source_db", "source_db_instance_identifier"]) === void 0,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_rds_cluster aws_docdb_cluster aws_neptune_cluster",
      at: "kms_key_id",
      is: "set",
      where: (database) => switchOf(valueAt(database, "storage_encrypted")) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_redshift_cluster aws_efs_file_system",
      at: "kms_key_id",
      is: "set",
      where: (store) => switchOf(valueAt(store, "encrypted")) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_ebs_volume",
      at: "kms_key_id",
      is: "set",
      where: (store) => switchOf(valueAt(store, "encrypted")) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_elasticache_replication_group",
      at: "kms_key_id",
      is: "set",
      where: (store) => switchOf(valueAt(store, "at_rest_encryption_enabled")) === true,
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_lambda_function",
      at: ["kms_key_arn", "kms_key_arn"],
      is: "set",
      where: (one) => valueAt(one, "environment.variables") !== void 0,
      says: "has its environment encrypted with the key of AWS"
    },
    {
      types: "aws_s3_bucket",
      at: [
        "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm",
        "bucket_encryption.server_side_encryption_configuration.server_side_encryption_by_default.sse_algorithm"
      ],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value).startsWith("aws:kms"),
      absent: "wrong",
      unless: (bucket, { unit }) => besides(unit, bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket").some(
        (one) => !isPlain(one)
      ),
      says: "is encrypted with the key of S3"
    }
  ]
);
function isPlain(configuration) {
  return wordOf(valueAt(configuration, "rule.apply_server_side_encryption_by_default.sse_algorithm")) === "AES256";
}

// src/rules/data/backups.ts
var backups_default = requirementRule(
  {
    id: "data/backups",
    title: "Backups are few or none",
    severity: "low",
    practice: "data survives mistakes: backups, deletion protection",
    description: "Without backups a mistake, a fault or ransomware ends the data for good.",
    remediation: "Keep automatic backups for a week or more (`backup_retention_period`), and turn point-in-time recovery on.",
    cwe: ["CWE-693"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"
    ]
  },
  [
    {
      types: "aws_db_instance",
      at: ["backup_retention_period", "backup_retention_period"],
      is: isKeptLongEnough,
      where: (database) => isOwn(database) && !(valueAt(database, "backup_retention_period") === void 0 && isCloudFormation(database.type)),
      absent: "wrong",
      says: "keeps no backups"
    },
    {
      types: "aws_rds_cluster aws_docdb_cluster aws_neptune_cluster",
      at: "backup_retention_period",
      is: isWeek,
      absent: "wrong",
      severity: "note",
      says: "keeps backups for few days"
    },
    {
      types: "aws_elasticache_cluster aws_elasticache_replication_group",
      at: "snapshot_retention_limit",
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) > 0,
      absent: "wrong",
      severity: "note",
      where: (cache2) => wordOf(valueAt(cache2, "engine")) !== "memcached",
      says: "keeps no backups"
    },
    {
      types: "aws_redshift_cluster",
      at: "automated_snapshot_retention_period",
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) > 0,
      says: "keeps no snapshots"
    },
    {
      types: "aws_dynamodb_table",
      at: ["point_in_time_recovery.enabled", "point_in_time_recovery_specification.point_in_time_recovery_enabled"],
      is: "on",
      says: "cannot be taken back to an earlier time"
    },
    {
      types: "aws_efs_backup_policy",
      at: "backup_policy.status",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value).startsWith("ENABL"),
      says: "makes no backups"
    },
    {
      types: "aws_efs_file_system",
      at: "backup_policy",
      is: "set",
      severity: "note",
      unless: (system, { unit }) => besides(unit, system, "aws_efs_backup_policy", "file_system_id").length > 0,
      says: "makes no backups"
    }
  ]
);
function isWeek(value) {
  const days = numberOf(value);
  return days === void 0 ? void 0 : days >= 7;
}
function isOwn(database) {
  return valueAt(database, ["replicate_source_db", "source_db_instance_identifier"]) === void 0 && valueAt(database, ["cluster_identifier", "db_cluster_identifier"]) === void 0 && !wordOf(valueAt(database, "engine"))?.startsWith("aurora");
}
function isKeptLongEnough(value, { thresholds = DEFAULT_THRESHOLDS }) {
  const days = numberOf(value);
  return days === void 0 ? void 0 : days >= thresholds.backupRetentionDays;
}

// src/rules/data/database-login.ts
var database_login_default = requirementRule(
  {
    id: "data/database-login",
    title: "Database knows passwords only",
    severity: "note",
    practice: "roles over users; no long-lived keys",
    description: "Passwords are shared, written down and never changed. With IAM authentication the database takes tokens of fifteen minutes that a role is given.",
    remediation: "Set `iam_database_authentication_enabled = true`, and let RDS keep the master password in Secrets Manager (`manage_master_user_password`).",
    cwe: ["CWE-287"],
    references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"]
  },
  [
    {
      types: "aws_db_instance",
      at: ["iam_database_authentication_enabled", "enable_iam_database_authentication"],
      is: "on",
      where: isKnown,
      says: "cannot be logged in to by IAM"
    },
    {
      types: "aws_rds_cluster",
      at: ["iam_database_authentication_enabled", "enable_iam_database_authentication"],
      is: "on",
      says: "cannot be logged in to by IAM"
    },
    {
      types: "aws_neptune_cluster",
      at: ["iam_database_authentication_enabled", "iam_auth_enabled"],
      is: "on",
      says: "cannot be logged in to by IAM"
    }
  ]
);
function isKnown(database) {
  const engine = wordOf(valueAt(database, "engine"));
  return engine === void 0 || /^(?:mysql|postgres|mariadb)$/.test(engine);
}

// src/rules/data/deletion-protection.ts
var deletion_protection_default = requirementRule(
  {
    id: "data/deletion-protection",
    title: "Nothing keeps the data store from being deleted",
    severity: "note",
    practice: "data survives mistakes: backups, deletion protection",
    description: "One command, or one changed argument that replaces it, deletes the database with its data.",
    remediation: "Set `deletion_protection = true` on what must not be lost, and keep a last snapshot (`skip_final_snapshot = false`).",
    cwe: ["CWE-693"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  },
  [
    {
      types: "aws_db_instance aws_rds_cluster aws_docdb_cluster aws_neptune_cluster aws_rds_global_cluster",
      at: ["deletion_protection", "deletion_protection"],
      is: "on",
      where: isNoAuroraInstance,
      says: "can be deleted by one command"
    },
    { types: "aws_dynamodb_table", at: "deletion_protection_enabled", is: "on", says: "can be deleted by one command" },
    {
      types: "aws_db_instance aws_rds_cluster aws_docdb_cluster aws_neptune_cluster aws_redshift_cluster",
      at: ["skip_final_snapshot", void 0],
      is: "off",
      says: "leaves no snapshot when it is deleted"
    },
    { types: "aws_lb", at: ["enable_deletion_protection", void 0], is: "on", says: "can be deleted by one command" },
    {
      types: "aws_cognito_user_pool",
      at: "deletion_protection",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "ACTIVE",
      absent: "wrong",
      says: "can be deleted by one command"
    },
    {
      types: "aws_networkfirewall_firewall",
      at: ["delete_protection", "delete_protection"],
      is: "on",
      says: "can be deleted by one command"
    },
    {
      types: "aws_qldb_ledger",
      at: "deletion_protection",
      is: "on",
      absent: "right",
      says: "can be deleted by one command"
    }
  ]
);
function isNoAuroraInstance(database) {
  return !wordOf(valueAt(database, "engine"))?.startsWith("aurora") || database.type.includes("luster");
}

// src/rules/data/ecr-mutable-tags.ts
var ecr_mutable_tags_default = requirementRule(
  {
    id: "data/ecr-mutable-tags",
    title: "Tags of images can be moved",
    severity: "note",
    practice: "ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs",
    description: "Who may push can put other contents under a tag that is deployed, and nobody sees it.",
    remediation: 'Set `image_tag_mutability = "IMMUTABLE"`, and deploy by digest.',
    cwe: ["CWE-494"],
    references: [
      "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html"
    ]
  },
  [
    {
      types: "aws_ecr_repository",
      at: "image_tag_mutability",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value).startsWith("IMMUTABLE"),
      absent: "wrong",
      says: "lets its tags be moved"
    }
  ]
);

// src/rules/data/ecr-scan.ts
var ecr_scan_default = requirementRule(
  {
    id: "data/ecr-scan",
    title: "Images are not scanned when they are pushed",
    severity: "note",
    practice: "ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs",
    description: "Known flaws of the packages in an image stay unseen until somebody looks.",
    remediation: "Set `scan_on_push = true`, or enhanced scanning for the whole registry.",
    cwe: ["CWE-1104"],
    references: [
      "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html"
    ]
  },
  [
    {
      types: "aws_ecr_repository",
      at: "image_scanning_configuration.scan_on_push",
      is: "on",
      fix: true,
      unless: (_, { unit }) => ofType(unit, "aws_ecr_registry_scanning_configuration").length > 0,
      says: "does not scan images when they are pushed"
    }
  ]
);

// src/rules/data/kms-deletion-window.ts
var kms_deletion_window_default = requirementRule(
  {
    id: "data/kms-deletion-window",
    title: "Key of KMS is gone within days",
    severity: "note",
    practice: "KMS key policy scoped, key rotation",
    description: "With a key goes everything it encrypted. The days of waiting are the time in which somebody notices.",
    remediation: "Leave `deletion_window_in_days` at 30, or 14 at least.",
    cwe: ["CWE-693"],
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"]
  },
  [
    {
      types: "aws_kms_key aws_kms_replica_key aws_kms_external_key",
      at: ["deletion_window_in_days", "pending_window_in_days"],
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) >= 14,
      says: "can be gone within less than two weeks"
    },
    { types: "aws_kms_key", at: ["is_enabled", "enabled"], is: "on", absent: "right", says: "is turned off" },
    {
      types: "aws_secretsmanager_secret",
      at: ["recovery_window_in_days", void 0],
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) > 0,
      says: "can be deleted without a way back"
    }
  ]
);

// src/rules/data/kms-rotation.ts
var kms_rotation_default = requirementRule(
  {
    id: "data/kms-rotation",
    title: "Key of KMS is never rotated",
    severity: "low",
    practice: "KMS key policy scoped, key rotation",
    description: "The longer one key is used, the more is lost with it. Rotation makes new key material every year, keeps the old for what it encrypted, and needs nobody to do anything.",
    remediation: "Set `enable_key_rotation = true`.",
    cwe: ["CWE-320"],
    references: [
      "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html"
    ]
  },
  [
    {
      types: "aws_kms_key",
      at: "enable_key_rotation",
      is: "on",
      fix: true,
      where: canRotate,
      says: "is never rotated"
    }
  ]
);
function canRotate(key) {
  const spec = valueAt(key, ["customer_master_key_spec", "key_spec"]) ?? valueAt(key, "key_spec");
  const usage = wordOf(valueAt(key, "key_usage"));
  if (spec !== void 0 && wordOf(spec) !== "SYMMETRIC_DEFAULT") return false;
  return (usage === void 0 || usage === "ENCRYPT_DECRYPT") && wordOf(valueAt(key, "origin")) !== "EXTERNAL";
}

// src/rules/data/minor-upgrades.ts
var minor_upgrades_default = requirementRule(
  {
    id: "data/minor-upgrades",
    title: "Fixes of the database are not taken",
    severity: "note",
    practice: "dependency and action updates",
    description: "Minor versions mend flaws that are known; without the switch they wait for somebody to think of them.",
    remediation: "Leave `auto_minor_version_upgrade` on.",
    cwe: ["CWE-1104"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"]
  },
  [
    {
      types: "aws_db_instance aws_rds_cluster_instance aws_elasticache_cluster aws_elasticache_replication_group aws_neptune_cluster_instance aws_docdb_cluster_instance aws_dms_replication_instance aws_memorydb_cluster",
      at: "auto_minor_version_upgrade",
      is: "on",
      fix: true,
      absent: "right",
      says: "does not take minor upgrades by itself"
    },
    {
      types: "aws_redshift_cluster",
      at: "allow_version_upgrade",
      is: "on",
      fix: true,
      absent: "right",
      says: "does not take upgrades by itself"
    },
    {
      types: "aws_mq_broker",
      at: "auto_minor_version_upgrade",
      is: "on",
      fix: true,
      says: "does not take minor upgrades by itself"
    },
    {
      types: "aws_elastic_beanstalk_environment",
      at: "setting[]",
      is: isManaged,
      says: "does not take platform updates by itself"
    }
  ]
);
function isManaged(value) {
  const settings = value.kind === "list" ? value.items : [value];
  return !settings.some(
    (one) => wordOf(partOf(one, "name")) === "ManagedActionsEnabled" && switchOf(partOf(one, "value")) === false
  );
}

// src/rules/data/plain-parameter.ts
var plain_parameter_default = requirementRule(
  {
    id: "data/plain-parameter",
    title: "Parameter that holds a secret is not encrypted",
    severity: "low",
    practice: "Secrets Manager or SSM SecureString instead",
    description: "A parameter of type String is readable for whoever may read parameters, and shows in consoles and logs.",
    remediation: "Make it a SecureString, or a secret of Secrets Manager.",
    cwe: ["CWE-312"],
    references: ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"]
  },
  [
    {
      types: "aws_ssm_parameter",
      at: "type",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "SecureString",
      where: (parameter) => namesSecret(wordOf(valueAt(parameter, "name"))?.split("/").at(-1) ?? ""),
      says: "holds a secret and is not encrypted"
    }
  ]
);

// src/rules/data/s3-force-destroy.ts
var s3_force_destroy_default = requirementRule(
  {
    id: "data/s3-force-destroy",
    title: "Bucket is deleted with all that is in it",
    severity: "note",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "With `force_destroy` a bucket goes together with its contents when its resource goes or is replaced; nothing asks.",
    remediation: "Leave it off where the data matters, and empty the bucket by hand before it is deleted.",
    cwe: ["CWE-693"],
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]
  },
  [
    {
      types: "aws_s3_bucket aws_ecr_repository",
      at: ["force_destroy", void 0],
      is: "off",
      says: "is deleted with all that is in it"
    },
    {
      types: "aws_ecr_repository",
      at: ["force_delete", "empty_on_delete"],
      is: "off",
      says: "is deleted with all that is in it"
    }
  ]
);

// src/rules/data/s3-plain-http.ts
var s3_plain_http_default = requirementRule(
  {
    id: "data/s3-plain-http",
    title: "Bucket answers plain HTTP",
    severity: "note",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "Requests over plain HTTP can be read and changed on the way; S3 takes them unless a policy forbids it.",
    remediation: "Deny `s3:*` on the bucket and its objects where `aws:SecureTransport` is `false`.",
    cwe: ["CWE-319"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
    ]
  },
  [
    {
      types: "aws_s3_bucket",
      at: "policy",
      is: "elsewhere",
      unless: hasTlsPolicy,
      says: "takes requests over plain HTTP"
    }
  ]
);
function hasTlsPolicy(bucket, { unit }) {
  const anchors = /* @__PURE__ */ new Set([bucket.anchor]);
  const policies = besides(unit, bucket, "aws_s3_bucket_policy", "bucket");
  if (policies.some((policy) => leafOf(valueAt(policy, ["policy", "policy_document"]))?.value.includes("SecureTransport")))
    return true;
  for (const policy of policies) anchors.add(policy.anchor);
  const documents = unit.nodes.filter(
    (node) => node.kind === "policy" && anchors.has(node.anchor.replace(/\[[^\]]*\]/g, ""))
  );
  if (policies.length > 0 && documents.length === 0) return true;
  return documents.some(
    (node) => node.kind === "policy" && node.document.statements.some(
      ({ conditions }) => conditions.some((condition) => /^aws:SecureTransport$/i.test(condition.key.value))
    )
  );
}

// src/rules/data/s3-public-access.ts
var s3_public_access_default = requirementRule(
  {
    id: "data/s3-public-access",
    title: "Nothing keeps the bucket from being made public",
    severity: "low",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "One policy or ACL written in haste publishes the bucket. Public access block stops that, whatever anybody writes; buckets made before April 2023 do not have it by default, and a default does not come back once somebody took it away.",
    remediation: "Add an `aws_s3_bucket_public_access_block` with all four settings on, or `aws_s3_account_public_access_block` for the whole account.",
    cwe: ["CWE-284", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
    ]
  },
  [
    {
      types: "aws_s3_bucket",
      at: "public_access_block_configuration",
      is: "set",
      unless: (bucket, { unit }) => besides(unit, bucket, "aws_s3_bucket_public_access_block", "bucket").length > 0 || ofType(unit, "aws_s3_account_public_access_block").length > 0,
      severity: "note",
      says: "has no public access block, and leaves it to the default of S3"
    },
    {
      types: "aws_s3_bucket",
      at: [void 0, "public_access_block_configuration[].block_public_acls"],
      is: "on",
      says: "has a public access block without `block_public_acls`"
    },
    {
      types: "aws_s3_bucket_public_access_block aws_s3_account_public_access_block aws_s3control_access_point",
      at: ["block_public_acls", "block_public_acls"],
      is: "on",
      says: "leaves `block_public_acls` off"
    },
    {
      types: "aws_s3_bucket",
      at: [void 0, "public_access_block_configuration[].block_public_policy"],
      is: "on",
      says: "has a public access block without `block_public_policy`"
    },
    {
      types: "aws_s3_bucket_public_access_block aws_s3_account_public_access_block aws_s3control_access_point",
      at: ["block_public_policy", "block_public_policy"],
      is: "on",
      says: "leaves `block_public_policy` off"
    },
    {
      types: "aws_s3_bucket",
      at: [void 0, "public_access_block_configuration[].ignore_public_acls"],
      is: "on",
      says: "has a public access block without `ignore_public_acls`"
    },
    {
      types: "aws_s3_bucket_public_access_block aws_s3_account_public_access_block aws_s3control_access_point",
      at: ["ignore_public_acls", "ignore_public_acls"],
      is: "on",
      says: "leaves `ignore_public_acls` off"
    },
    {
      types: "aws_s3_bucket",
      at: [void 0, "public_access_block_configuration[].restrict_public_buckets"],
      is: "on",
      says: "has a public access block without `restrict_public_buckets`"
    },
    {
      types: "aws_s3_bucket_public_access_block aws_s3_account_public_access_block aws_s3control_access_point",
      at: ["restrict_public_buckets", "restrict_public_buckets"],
      is: "on",
      says: "leaves `restrict_public_buckets` off"
    }
  ]
);

// src/rules/data/s3-public-acl.ts
var s3_public_acl_default = requirementRule(
  {
    id: "data/s3-public-acl",
    title: "Bucket is public by its ACL",
    severity: "medium",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "The canned ACL gives every address of the internet, or everybody with an AWS account, what it says: to list and read, or to write.",
    remediation: "Take the ACL away, and serve what is public through CloudFront with origin access control.",
    cwe: ["CWE-732"],
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"]
  },
  [
    {
      types: "aws_s3_bucket aws_s3_bucket_acl aws_s3_object",
      at: "acl",
      is: isPrivate,
      unless: isBlocked,
      says: "is public by its ACL"
    },
    {
      types: "aws_s3_bucket",
      at: [void 0, "access_control"],
      is: isPrivate,
      unless: isBlocked,
      says: "is public by its ACL"
    },
    {
      types: "aws_s3_bucket_acl",
      at: "access_control_policy.grant[].grantee.uri",
      is: (value) => wordOf(value) === void 0 ? void 0 : !/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/.test(wordOf(value)),
      says: "is public by its ACL"
    }
  ]
);
function isPrivate(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : !/^(?:public-?read(?:-?write)?|authenticated-?read|website)$/i.test(word);
}
function isBlocked(resource, { unit }) {
  if (switchOf(valueAt(resource, "public_access_block_configuration.ignore_public_acls")) === true) return true;
  if (ofType(unit, "aws_s3_account_public_access_block").some(ignores)) return true;
  const bucket = canonicalType(resource.type) === "aws_s3_bucket" ? resource : bucketOf(resource, unit);
  return bucket !== void 0 && besides(unit, bucket, "aws_s3_bucket_public_access_block", "bucket").some(ignores);
}
function bucketOf(resource, unit) {
  return meantBy(unit, valueAt(resource, "bucket"), "aws_s3_bucket");
}
var ignores = (block) => switchOf(valueAt(block, "ignore_public_acls")) === true;

// src/rules/data/s3-versioning.ts
var s3_versioning_default = requirementRule(
  {
    id: "data/s3-versioning",
    title: "Bucket keeps no versions",
    severity: "low",
    practice: "S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging",
    description: "What is overwritten or deleted, by mistake or by ransomware, is gone.",
    remediation: 'Add an `aws_s3_bucket_versioning` with `status = "Enabled"`, and a lifecycle rule that ends old versions.',
    cwe: ["CWE-693"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
    ]
  },
  [
    {
      types: "aws_s3_bucket",
      at: ["versioning.enabled", "versioning_configuration.status"],
      is: "on",
      unless: (bucket, { unit }) => besides(unit, bucket, "aws_s3_bucket_versioning", "bucket").length > 0,
      says: "keeps no versions"
    },
    {
      types: "aws_s3_bucket_versioning",
      at: "versioning_configuration.status",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "Enabled",
      says: "keeps no versions"
    }
  ]
);

// src/rules/data/secret-rotation.ts
var secret_rotation_default = requirementRule(
  {
    id: "data/secret-rotation",
    title: "Secret is never rotated",
    severity: "note",
    practice: "rotate keys every 90 days",
    description: "A secret that got out stays good until somebody changes it.",
    remediation: "Add an `aws_secretsmanager_secret_rotation` (a rotation schedule), or let the service manage its own secret.",
    cwe: ["CWE-324"],
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html"
    ]
  },
  [
    {
      types: "aws_secretsmanager_secret",
      at: "rotation_rules",
      is: "elsewhere",
      unless: (secret, { unit }) => ["aws_secretsmanager_secret_rotation", "aws_secretsmanager_rotation_schedule"].some(
        (type) => besides(unit, secret, type, "secret_id").length > 0
      ) || valueAt(secret, "rotation_rules") !== void 0,
      says: "is never rotated"
    },
    {
      types: "aws_secretsmanager_secret_rotation",
      at: ["rotation_rules.automatically_after_days", "rotation_rules.automatically_after_days"],
      is: (value) => numberOf(value) === void 0 ? void 0 : numberOf(value) <= 90,
      says: "is rotated less often than every 90 days"
    }
  ]
);

// src/rules/data/unencrypted-database.ts
var unencrypted_database_default = requirementRule(
  {
    id: "data/unencrypted-database",
    title: "Database is not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "Snapshots and exports of the database hold its data in the clear for whoever gets at one. It cannot be turned on later: the database has to be made anew from an encrypted snapshot.",
    remediation: "Set `storage_encrypted = true` (Redshift: `encrypted`), with a key of your own where others may ask who can decrypt. A database that exists is replaced by that: restore it from an encrypted copy of a snapshot.",
    cwe: ["CWE-311"],
    references: [
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
    ]
  },
  [
    {
      types: "aws_db_instance",
      at: "storage_encrypted",
      is: "on",
      fix: true,
      where: isNoAurora,
      says: "stores its data unencrypted"
    },
    {
      types: "aws_rds_cluster",
      at: "storage_encrypted",
      is: "on",
      fix: true,
      where: isNotServerless,
      says: "stores its data unencrypted"
    },
    {
      types: "aws_neptune_cluster aws_docdb_cluster aws_rds_global_cluster",
      at: "storage_encrypted",
      is: "on",
      fix: true,
      where: isNoReplica,
      says: "stores its data unencrypted"
    },
    { types: "aws_redshift_cluster", at: "encrypted", is: "on", says: "stores its data unencrypted" },
    {
      types: "aws_dax_cluster",
      at: ["server_side_encryption.enabled", "sse_specification.sse_enabled"],
      is: "on",
      says: "stores its data unencrypted"
    },
    {
      types: "aws_db_snapshot_copy",
      at: ["kms_key_id", void 0],
      is: "set",
      severity: "note",
      says: "is a copy without a key of its own"
    },
    {
      types: "aws_db_instance_automated_backups_replication",
      at: ["kms_key_id", void 0],
      is: "set",
      severity: "note",
      says: "copies backups without a key of its own"
    },
    {
      types: "aws_elasticache_replication_group",
      at: "at_rest_encryption_enabled",
      is: "on",
      says: "stores its data unencrypted"
    },
    {
      types: "aws_memorydb_cluster",
      at: ["tls_enabled", "tls_enabled"],
      is: "on",
      absent: "right",
      says: "speaks without encryption"
    },
    {
      types: "aws_timestreamwrite_database",
      at: "kms_key_id",
      is: "set",
      severity: "note",
      says: "has no key of its own"
    },
    {
      types: "aws_dynamodb_table",
      at: ["server_side_encryption.enabled", "sse_specification.sse_enabled"],
      is: "on",
      severity: "note",
      says: "is encrypted with the key of AWS, whose use nobody sees"
    }
  ]
);
function isNoAurora(database) {
  const engine = wordOf(valueAt(database, "engine"));
  return !engine?.startsWith("aurora") && valueAt(database, ["cluster_identifier", "db_cluster_identifier"]) === void 0 && isNoReplica(database);
}
function isNoReplica(database) {
  return FROM_ELSEWHERE.every((at) => valueAt(database, at) === void 0);
}
var FROM_ELSEWHERE = [
  ["replicate_source_db", "source_db_instance_identifier"],
  ["snapshot_identifier", "db_snapshot_identifier"],
  ["replication_source_identifier", "replication_source_identifier"],
  ["global_cluster_identifier", "global_cluster_identifier"],
  ["source_db_cluster_identifier", "source_db_cluster_identifier"]
];
function isNotServerless(cluster) {
  return wordOf(valueAt(cluster, "engine_mode")) !== "serverless" && isNoReplica(cluster);
}

// src/rules/data/unencrypted-messages.ts
var unencrypted_messages_default = requirementRule(
  {
    id: "data/unencrypted-messages",
    title: "Queue, topic or stream is not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "Messages wait on disks of AWS in the clear, or under a key that nobody can take away from anybody. With KMS the key policy says who may read them, and CloudTrail who did.",
    remediation: 'Set `kms_master_key_id` (SQS, SNS) or `kms_key_id` and `encryption_type = "KMS"` (Kinesis); `sqs_managed_sse_enabled` is enough for queues without rules to comply with.',
    cwe: ["CWE-311"],
    references: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html"
    ]
  },
  [
    { types: "aws_sns_topic", at: "kms_master_key_id", is: "set", says: "is not encrypted with a key of KMS" },
    {
      types: "aws_sqs_queue",
      at: "sqs_managed_sse_enabled",
      is: (value) => switchOf(value),
      where: (queue) => valueAt(queue, "kms_master_key_id") === void 0,
      says: "has its encryption turned off"
    },
    {
      types: "aws_sqs_queue",
      at: "kms_master_key_id",
      is: "set",
      severity: "note",
      says: "is not encrypted with a key of KMS"
    },
    {
      types: "aws_kinesis_stream",
      at: ["encryption_type", "stream_encryption.encryption_type"],
      is: isKms,
      absent: "wrong",
      says: "is not encrypted"
    },
    {
      types: "aws_kinesis_firehose_delivery_stream",
      at: ["server_side_encryption.enabled", "delivery_stream_encryption_configuration_input.key_type"],
      is: isOn,
      absent: "wrong",
      where: hasNoStreamSource,
      says: "is not encrypted"
    },
    {
      types: "aws_kinesis_video_stream",
      at: "kms_key_id",
      is: "set",
      severity: "note",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_msk_cluster",
      at: [
        "encryption_info.encryption_at_rest_kms_key_arn",
        "encryption_info.encryption_at_rest.data_volume_kms_key_id"
      ],
      is: "set",
      severity: "note",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_mq_broker",
      at: ["encryption_options.kms_key_id", "encryption_options.kms_key_id"],
      is: "set",
      severity: "note",
      says: "is encrypted with the key of AWS"
    }
  ]
);
function isKms(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word.toUpperCase() === "KMS";
}
function isOn(value) {
  return /_CMK$/.test(wordOf(value) ?? "") || switchOf(value);
}
function hasNoStreamSource(stream) {
  return valueAt(stream, ["kinesis_source_configuration", "kinesis_stream_source_configuration"]) === void 0;
}

// src/rules/data/unencrypted-results.ts
var unencrypted_results_default = requirementRule(
  {
    id: "data/unencrypted-results",
    title: "Results of jobs and queries are not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "What a query, build or job leaves behind is a copy of the data it read, without the guards of the original.",
    remediation: "Name an encryption for the results, with a key of KMS where data must be kept apart.",
    cwe: ["CWE-311"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"
    ]
  },
  [
    {
      types: "aws_athena_workgroup",
      at: [
        "configuration.result_configuration.encryption_configuration.encryption_option",
        "work_group_configuration.result_configuration.encryption_configuration.encryption_option"
      ],
      is: "set",
      says: "leaves results of queries unencrypted"
    },
    {
      types: "aws_athena_workgroup",
      at: [
        "configuration.enforce_workgroup_configuration",
        "work_group_configuration.enforce_work_group_configuration"
      ],
      is: "on",
      absent: "right",
      says: "lets clients decide how results are kept"
    },
    {
      types: "aws_athena_database",
      at: "encryption_configuration.encryption_option",
      is: "set",
      says: "leaves results of queries unencrypted"
    },
    {
      types: "aws_codebuild_project",
      at: ["artifacts.encryption_disabled", "artifacts.encryption_disabled"],
      is: "off",
      says: "leaves its artifacts unencrypted"
    },
    {
      types: "aws_codebuild_project",
      at: "secondary_artifacts[].encryption_disabled",
      is: "off",
      says: "leaves its artifacts unencrypted"
    },
    {
      types: "aws_codebuild_project",
      at: ["logs_config.s3_logs.encryption_disabled", "logs_config.s3_logs.encryption_disabled"],
      is: "off",
      says: "leaves its logs unencrypted"
    },
    {
      types: "aws_codebuild_project",
      at: "encryption_key",
      is: "set",
      severity: "note",
      says: "encrypts its artifacts with the key of AWS"
    },
    {
      types: "aws_codebuild_project",
      at: "environment.privileged_mode",
      is: "off",
      severity: "note",
      says: "builds in a container that has the machine for itself"
    },
    {
      types: "aws_glue_security_configuration",
      at: [
        "encryption_configuration.s3_encryption[].s3_encryption_mode",
        "encryption_configuration.s3_encryptions[].s3_encryption_mode"
      ],
      is: isEncrypted,
      absent: "wrong",
      says: "leaves data in S3 unencrypted"
    },
    {
      types: "aws_glue_security_configuration",
      at: [
        "encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode",
        "encryption_configuration.cloud_watch_encryption.cloud_watch_encryption_mode"
      ],
      is: isEncrypted,
      absent: "wrong",
      says: "leaves logs unencrypted"
    },
    {
      types: "aws_glue_security_configuration",
      at: [
        "encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode",
        "encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode"
      ],
      is: isEncrypted,
      absent: "wrong",
      says: "leaves bookmarks of jobs unencrypted"
    },
    {
      types: "aws_glue_data_catalog_encryption_settings",
      at: "data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted",
      is: "on",
      says: "shows passwords of connections in the clear"
    },
    {
      types: "aws_glue_data_catalog_encryption_settings",
      at: [
        "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode",
        "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode"
      ],
      is: isEncrypted,
      absent: "wrong",
      says: "leaves the catalog unencrypted"
    },
    {
      types: "aws_emr_cluster",
      at: "security_configuration",
      is: "set",
      says: "has no security configuration, so it encrypts nothing"
    },
    {
      types: "aws_glue_job aws_glue_crawler aws_glue_dev_endpoint",
      at: ["security_configuration", "crawler_security_configuration"],
      is: "set",
      severity: "note",
      where: (job) => !job.type.endsWith("Job"),
      says: "has no security configuration, so it encrypts nothing"
    },
    {
      types: "aws_sagemaker_notebook_instance",
      at: "kms_key_id",
      is: "set",
      says: "has a disk without a key of your own"
    },
    {
      types: "aws_sagemaker_endpoint_configuration",
      at: ["kms_key_arn", "kms_key_id"],
      is: "set",
      severity: "note",
      says: "has disks without a key of your own"
    },
    {
      types: "aws_sagemaker_notebook_instance",
      at: "root_access",
      is: isNoRoot,
      severity: "note",
      absent: "wrong",
      says: "gives its user root"
    },
    { types: "aws_sagemaker_domain", at: "kms_key_id", is: "set", severity: "note", says: "has no key of your own" },
    {
      types: "aws_backup_vault",
      at: ["kms_key_arn", "encryption_key_arn"],
      is: "set",
      severity: "note",
      says: "is encrypted with the key of AWS"
    },
    {
      types: "aws_kinesisanalyticsv2_application",
      at: "kms_key",
      is: "set",
      absent: "right",
      says: "has no key of your own"
    },
    {
      types: "aws_codepipeline",
      at: ["artifact_store[].encryption_key", "artifact_store[].encryption_key"],
      is: "set",
      severity: "note",
      says: "encrypts its artifacts with the key of AWS"
    },
    {
      types: "aws_api_gateway_method_settings",
      at: ["settings.cache_data_encrypted", void 0],
      is: "on",
      where: (settings) => switchOf(valueAt(settings, "settings.caching_enabled")) === true,
      says: "leaves cached answers unencrypted"
    },
    {
      types: "aws_appsync_api_cache",
      at: "at_rest_encryption_enabled",
      is: "on",
      says: "leaves cached answers unencrypted"
    },
    {
      types: "aws_appsync_api_cache",
      at: "transit_encryption_enabled",
      is: "on",
      says: "speaks with its cache unencrypted"
    }
  ]
);
function isEncrypted(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word.toUpperCase() !== "DISABLED";
}
function isNoRoot(value) {
  return switchOf(value) === void 0 ? void 0 : switchOf(value) === false;
}

// src/rules/data/unencrypted-search.ts
var unencrypted_search_default = requirementRule(
  {
    id: "data/unencrypted-search",
    title: "Search domain is not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "Indexes and snapshots lie on disks in the clear, and what nodes tell each other goes over the network the same way.",
    remediation: "Set `encrypt_at_rest.enabled` and `node_to_node_encryption.enabled`.",
    cwe: ["CWE-311", "CWE-319"],
    references: [
      "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"
    ]
  },
  [
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["encrypt_at_rest.enabled", "encryption_at_rest_options.enabled"],
      is: "on",
      says: "stores its data unencrypted"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["node_to_node_encryption.enabled", "node_to_node_encryption_options.enabled"],
      is: "on",
      says: "lets its nodes speak without encryption"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["advanced_security_options.enabled", "advanced_security_options.enabled"],
      is: "on",
      severity: "note",
      says: "has no control of access within the domain"
    }
  ]
);

// src/rules/data/unencrypted-transit.ts
var unencrypted_transit_default = requirementRule(
  {
    id: "data/unencrypted-transit",
    title: "Data goes over the network unencrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "What clients and nodes tell each other, passwords among it, can be read by whoever gets between them.",
    remediation: 'Set `transit_encryption_enabled = true` and an `auth_token` (ElastiCache), `client_broker = "TLS"` and `in_cluster = true` (MSK), `tls` (DocumentDB, DAX).',
    cwe: ["CWE-319"],
    references: [
      "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
      "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"
    ]
  },
  [
    {
      types: "aws_elasticache_replication_group",
      at: "transit_encryption_enabled",
      is: "on",
      says: "speaks with its clients unencrypted"
    },
    {
      types: "aws_msk_cluster",
      at: [
        "encryption_info.encryption_in_transit.client_broker",
        "encryption_info.encryption_in_transit.client_broker"
      ],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "TLS",
      says: "lets clients speak without encryption"
    },
    {
      types: "aws_msk_cluster",
      at: "encryption_info.encryption_in_transit.in_cluster",
      is: "on",
      absent: "right",
      says: "lets its brokers speak without encryption"
    },
    {
      types: "aws_dax_cluster",
      at: "cluster_endpoint_encryption_type",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "TLS",
      absent: "wrong",
      says: "speaks with its clients unencrypted"
    },
    {
      types: "aws_redshift_parameter_group aws_docdb_cluster_parameter_group",
      at: "parameter[]",
      is: isRight,
      says: "does not insist on encryption"
    },
    {
      types: "aws_elasticache_replication_group",
      at: "auth_token",
      is: "set",
      severity: "note",
      unless: (group) => valueAt(group, "user_group_ids") !== void 0,
      says: "asks its clients for no password"
    }
  ]
);
function isRight(value) {
  const blocks = value.kind === "list" ? value.items : [value];
  return !blocks.some(
    (block) => /^(?:require_ssl|tls)$/.test(wordOf(partOf(block, "name")) ?? "") && /^(?:false|disabled|0)$/.test(wordOf(partOf(block, "value")) ?? "")
  );
}

// src/rules/data/unencrypted-volume.ts
var unencrypted_volume_default = requirementRule(
  {
    id: "data/unencrypted-volume",
    title: "Disk or file system is not encrypted",
    severity: "low",
    practice: "EBS encrypted",
    description: "Whoever gets at a snapshot of the volume, or a copy of it, reads what is on it. Encryption costs nothing and needs no change to what uses it.",
    remediation: "Set `encrypted = true`; with `aws_ebs_encryption_by_default` for the whole account. A disk that exists is replaced by that: keep a snapshot of what is on it.",
    cwe: ["CWE-311"],
    references: [
      "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"
    ]
  },
  [
    {
      types: "aws_ebs_volume aws_ebs_snapshot_copy aws_ami_copy",
      at: "encrypted",
      is: "on",
      fix: true,
      unless: isEncryptedByDefault,
      says: "is not encrypted"
    },
    {
      types: "aws_instance aws_launch_configuration",
      at: ["root_block_device.encrypted", void 0],
      is: "on",
      fix: true,
      unless: isEncryptedByDefault,
      where: hasOwnImage,
      says: "has a root disk that is not encrypted"
    },
    {
      types: "aws_instance aws_launch_configuration",
      at: ["ebs_block_device[].encrypted", "block_device_mappings[].ebs[].encrypted"],
      is: "on",
      unless: isEncryptedByDefault,
      where: hasNoSnapshot,
      says: "has a disk that is not encrypted"
    },
    {
      types: "aws_launch_template",
      at: ["block_device_mappings[].ebs[].encrypted", "launch_template_data.block_device_mappings[].ebs[].encrypted"],
      is: "on",
      unless: isEncryptedByDefault,
      says: "starts machines with a disk that is not encrypted"
    },
    {
      types: "aws_ami",
      at: "ebs_block_device[].encrypted",
      is: "on",
      fix: true,
      where: (image) => valuesAt(image, "ebs_block_device[].snapshot_id").every(({ value }) => value === void 0),
      says: "has a disk that is not encrypted"
    },
    {
      types: "aws_ebs_encryption_by_default",
      at: "enabled",
      is: "on",
      absent: "right",
      says: "turns the encryption of new disks off"
    },
    { types: "aws_efs_file_system", at: "encrypted", is: "on", fix: true, says: "is not encrypted" },
    {
      types: "aws_fsx_openzfs_file_system aws_fsx_windows_file_system",
      at: "kms_key_id",
      is: "set",
      severity: "note",
      says: "has no key of its own"
    },
    {
      types: "aws_workspaces_workspace",
      at: "root_volume_encryption_enabled",
      is: "on",
      says: "has a root disk that is not encrypted"
    },
    {
      types: "aws_workspaces_workspace",
      at: "user_volume_encryption_enabled",
      is: "on",
      says: "has a disk of its user that is not encrypted"
    },
    {
      types: "aws_ecs_task_definition",
      at: [
        "volume[].efs_volume_configuration[].transit_encryption",
        "volumes[].efs_volume_configuration[].transit_encryption"
      ],
      is: "on",
      says: "mounts a file system without encryption on the way"
    }
  ]
);
function isEncryptedByDefault(_, { unit }) {
  return ofType(unit, "aws_ebs_encryption_by_default").some(
    (account) => switchOf(valueAt(account, "enabled") ?? { kind: "boolean", value: true, span: account.span }) !== false
  );
}
function hasOwnImage(machine) {
  return valueAt(machine, "launch_template") === void 0;
}
function hasNoSnapshot(machine) {
  const path2 = ["ebs_block_device[].snapshot_id", "block_device_mappings[].ebs[].snapshot_id"];
  return valuesAt(machine, path2).every(({ value }) => value === void 0);
}

// src/iam/dangers/full-admin.ts
var fullAdmin = defineDanger({
  id: "full-admin",
  order: 10,
  example: [{ Action: "*" }],
  outranksTheRest: true,
  find: (permissions) => adminsIn(permissions, "full"),
  // Whoever was one was nearly one as well.
  newlyPermitted: (found2) => isSure(found2) ? ["full-admin", "near-admin"] : [],
  words: () => "now an administrator",
  weigh: (told) => told.length * 400,
  managed: (found2) => isSure(found2) ? ["full-admin"] : []
});

// src/iam/dangers/credentials-exposure.ts
var credentialsExposure = defineDanger({
  id: "credentials-exposure",
  order: 60,
  example: [{ Action: "redshift:GetClusterCredentials" }],
  actions: () => CREDENTIAL_ACTIONS,
  find: (permissions) => CREDENTIAL_ACTIONS.flatMap((action) => wideGrant(permissions, action)),
  untold: (found2, said) => found2.filter(({ action }) => !said.actions.has(action)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found2) => found2.length > 0 ? ["credentials-exposure"] : [],
  words: () => "now gets credentials of others",
  rule: {
    title: "Policy can fetch credentials of others",
    severity: "medium",
    description: "The answer to these actions is a password, a token or a key, for every database, instance or user there is.",
    remediation: "Name the databases, instances or users in Resource.",
    cwe: ["CWE-522", "CWE-250"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
    hits: (told) => tellTogether(told, "medium", (grant) => ({
      message: `${quote(grant.name)} gets credentials for ${reachOfGrant(grant)}`,
      element: grant.name,
      remediation: `Name what they are for: Resource \`${narrowedArn(grant.name)}\`.`
    }))
  }
});
var CREDENTIAL_ACTIONS = [
  "iam:CreateServiceSpecificCredential",
  "iam:ResetServiceSpecificCredential",
  "sts:AssumeRoot",
  "sts:GetFederationToken",
  "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
  "redshift:GetClusterCredentials",
  "redshift:GetClusterCredentialsWithIAM",
  "redshift-serverless:GetCredentials",
  "rds-db:connect",
  "ec2:GetPasswordData",
  "lightsail:GetInstanceAccessDetails",
  "lightsail:GetRelationalDatabaseMasterUserPassword",
  "codepipeline:PollForJobs",
  "gamelift:RequestUploadCredentials",
  "gamelift:GetComputeAuthToken",
  "s3:GetDataAccess",
  "bedrock-agentcore:GetResourceApiKey",
  "bedrock-agentcore:GetResourceOauth2Token",
  "dsql:DbConnectAdmin",
  "connect:GetFederationToken"
];

// src/iam/dangers/near-admin.ts
var nearAdmin = defineDanger({
  id: "near-admin",
  order: 20,
  example: [{ NotAction: "iam:*" }],
  outranksTheRest: true,
  find: (permissions) => adminsIn(permissions, "near"),
  newlyPermitted: (found2) => isSure(found2) ? ["near-admin"] : [],
  words: () => "now nearly an administrator",
  weigh: (told) => told.length * 300,
  managed: (found2) => isSure(found2) ? ["near-admin"] : []
});

// src/iam/dangers/service-wildcard.ts
var serviceWildcard = defineDanger({
  id: "service-wildcard",
  order: 40,
  example: [
    { Action: "s3:*" },
    { Action: "sqs:*" },
    { Action: "iam:*" },
    { Action: "s3:*", Resource: "arn:aws:s3:::*" }
  ],
  find: (permissions) => [...wholeServicesIn(permissions), ...wideServicesIn(permissions)],
  untold: (found2, said) => found2.filter(({ action }) => !said.actions.has(action)),
  say(told, said) {
    for (const { action } of told) said.actions.add(action);
  },
  newlyPermitted: (found2) => found2.flatMap(
    ({ services, resource }) => resource ? [] : services.map((service) => `service-wildcard (${service})`)
  ),
  managed: (found2) => found2.some(({ resource }) => !resource) ? ["service-wildcard"] : [],
  words: (service) => `now every action of \`${service}\` on every resource`
});
function wholeServicesIn(permissions) {
  const allowEntries = permissions.allowEntries.filter(
    (allowEntry) => isStar(allowEntry.pattern) && isOpenAllowEntry(allowEntry)
  );
  if (allowEntries.length === 0) return [];
  const open2 = unionOf(allowEntries.map((allowEntry) => allowEntry.bits));
  const changing = changingActions();
  const found2 = /* @__PURE__ */ new Map();
  for (const prefix2 of SERVICE_PREFIXES) {
    const first = firstAction(prefix2);
    if (!hasBit(open2, first)) continue;
    const all = serviceActions(prefix2);
    if (!includesAll(open2, all) || !overlaps(changing, all)) continue;
    const allowEntry = allowEntries.find((candidate) => includesAll(candidate.bits, all));
    const action = allowEntry && writtenAction(allowEntry.statement, first);
    if (!allowEntry || !action || !hasWildcard(action.value) && allowEntry.statement.actions.includes(action))
      continue;
    const known = found2.get(action);
    if (known) known.services.push(prefix2);
    else found2.set(action, { allowEntry, services: [prefix2] });
  }
  return [...found2].map(([action, { allowEntry, services }]) => ({
    action,
    allowEntry,
    services,
    privileged: services.some((service) => PRIVILEGED_SERVICES.has(service))
  }));
}
function wideServicesIn(permissions) {
  const open2 = permissions.allowEntries.filter(isOpenAllowEntry);
  const statements = new Set(
    open2.filter(({ pattern, statement }) => !isStar(pattern) && statement.actions.some(({ value }) => WHOLE.test(value))).map((allowEntry) => allowEntry.statement)
  );
  return [...statements].flatMap((statement) => {
    const allowEntries = open2.filter((allowEntry2) => allowEntry2.statement === statement);
    const [allowEntry] = allowEntries;
    if (!allowEntry?.resource || allowEntries.some(({ pattern }) => isStar(pattern))) return [];
    const { resource } = allowEntry;
    const wide = actionsReached({ ...permissions, allowEntries }, "wide");
    return statement.actions.flatMap((action) => {
      const service = WHOLE.exec(action.value)?.[1]?.toLowerCase() ?? "";
      if (!SERVICE_PREFIXES.includes(service)) return [];
      const all = takingResource(service);
      const reached = count(intersection(wide, all));
      if (reached === 0 || reached * 2 < count(all)) return [];
      return [{ action, resource, allowEntry, services: [service], privileged: PRIVILEGED_SERVICES.has(service) }];
    });
  });
}
var WHOLE = /^([a-z0-9-]+):\*$/i;
function takingResource(service) {
  const bits = emptyBits(ACTION_COUNT);
  for (const id of members(serviceActions(service))) {
    const { level, types: types2 } = actionFacts(id);
    if (level !== "List" && types2.some((type) => type.required)) setBit(bits, id);
  }
  return bits;
}

// src/iam/dangers/not-action.ts
var notAction = defineDanger({
  id: "not-action",
  order: 90,
  example: [{ NotAction: ["s3:*", "iam:*"], Resource: "arn:aws:s3:::reports/*" }],
  find: (permissions) => grantingStatements(permissions).filter(({ notActions }) => notActions.length > 0),
  // Said at the same place already, and worse.
  untold: (found2, _, others) => others.told(serviceWildcard).some(({ allowEntry }) => allowEntry.statement.notActions.length > 0) ? [] : found2,
  rule: {
    title: "Allow with NotAction grants whatever it does not name",
    severity: "medium",
    description: "Allow with NotAction grants every other action, those of services that AWS has not launched yet included. It is meant for Deny.",
    remediation: "List the actions that are used in Action, or turn the statement into a Deny.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"],
    hits: (told, { unit }) => told.map((statement) => ({
      span: statement.notActions[0].span,
      message: `Allow with NotAction grants ${number(count(statementActions(statement, unit)))} actions: everything but ${listed(statement.notActions.map(quote), 3)}.`,
      element: "NotAction"
    }))
  }
});
function grantingStatements({ allowEntries }) {
  return [...new Set(allowEntries.map(({ statement }) => statement))];
}

// src/iam/dangers/not-resource.ts
var notResource = defineDanger({
  id: "not-resource",
  order: 100,
  example: [{ Action: "s3:GetObject", NotResource: "arn:aws:s3:::reports/*" }],
  find: (permissions) => grantingStatements(permissions).filter(({ notResources }) => notResources.length > 0),
  rule: {
    title: "Allow with NotResource reaches whatever it does not name",
    severity: "medium",
    description: "Allow with NotResource grants the actions on every other resource, those of other services and those made tomorrow included. It is meant for Deny.",
    remediation: "List the resources in Resource, or turn the statement into a Deny.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html"],
    hits: (told) => told.map((statement) => {
      const actions = (statement.actions.length > 0 ? statement.actions : statement.notActions).map(quote);
      return {
        span: statement.notResources[0].span,
        message: `${listed(actions, 3)} is allowed on everything but ${listed(statement.notResources.map(quote), 3)}.`,
        element: "NotResource"
      };
    })
  }
});

// src/iam/dangers/privilege-escalation.ts
var privilegeEscalation = defineDanger({
  id: "privilege-escalation",
  order: 30,
  example: ESCALATION_PATHS.filter(({ id }) => !EVERYDAY_PATHS.has(id)).map(({ required, oneOf }) => ({
    Action: [...required, ...oneOf ?? []]
  })),
  actions: () => ESCALATION_PATHS.flatMap((path2) => [...path2.required, ...path2.oneOf ?? []]),
  find: (permissions, holder) => escalationsIn(permissions, escalationContextOf(holder, permissions.unit)),
  say(told, said) {
    if (isGrave(told[0])) said.actions.add(told[0].grants[0].action);
    for (const { grants } of told) said.name(grants);
  },
  // A note adds nothing to a wildcard that is told of already.
  addsNothing: ({ severity, grants }, said) => severity === "note" && said.actions.has(grants[0].action),
  newlyPermitted: (found2) => found2.filter(isGrave).map(({ path: path2 }) => `privilege-escalation (${path2.class})`),
  words: (detail) => WORDS[detail],
  weigh: ([worst]) => worst ? WEIGHTS[worst.severity] : 0,
  managed: (found2) => categoriesOf(found2.filter(isPathOfManaged))
});
function isGrave(escalation) {
  return escalation !== void 0 && escalation.severity !== "note" && escalation.severity !== "low";
}
var WORDS = {
  "self-escalation": "now able to give itself every permission",
  "principal-access": "now able to become others",
  "new-passrole": "now able to run code under other roles",
  "existing-resource": "now able to take over what runs under other roles",
  "role-chain": "now able to assume stronger roles"
};
var WEIGHTS = { critical: 200, high: 150, medium: 100, low: 50, note: 20 };
var isPathOfManaged = ({ severity, scope }) => severity !== "low" && scope !== "unknown";
function categoriesOf(paths) {
  const categories = paths.flatMap(({ path: path2, scope }) => {
    if (path2.class === "existing-resource") return ["existing-resource-escalation"];
    if (path2.class === "new-passrole") {
      if (scope === "any") return ["passrole-escalation"];
      return scope === "pattern" ? ["passrole-escalation-name-pattern"] : [];
    }
    return /^(self|principal)/.test(path2.class) && scope === "any" ? ["privilege-escalation"] : [];
  });
  return [...new Set(categories)];
}

// src/iam/dangers/pass-any-role.ts
var passAnyRole = defineDanger({
  id: "pass-any-role",
  order: 70,
  example: [{ Action: "iam:PassRole" }, { Action: "iam:Pass*" }],
  actions: () => ["iam:PassRole"],
  find: (permissions) => grantsOf(permissions, "iam:PassRole").filter(
    (grant) => isOpenAllowEntry(grant.allowEntry) && scopeOf(grant, "role") === "any" && !limitsService(grant)
  ).slice(0, 1),
  untold(found2, said, others) {
    const isStep2 = others.held(privilegeEscalation).some(({ path: path2, scope }) => path2.class === "new-passrole" && scope === "any");
    return isStep2 ? [] : found2.filter(({ action }) => !said.actions.has(action));
  },
  // What it is worth is for the paths to say: with its service named it is as narrow as many can make it.
  say: (_, said) => void said.names.add("iam:PassRole"),
  newlyPermitted: (found2) => found2.length > 0 ? ["pass-any-role"] : [],
  words: () => "now able to pass any role to any service",
  rule: {
    title: "Policy can pass any role to any service",
    severity: "medium",
    description: "iam:PassRole on every role, without saying to which service. Nothing here starts code under a passed role yet; the next action that is added may make an escalation of it.",
    remediation: 'Name the roles in Resource, or add the condition "StringEquals": {"iam:PassedToService": "<service>.amazonaws.com"}.',
    cwe: ["CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"],
    *hits([grant]) {
      if (!grant) return;
      const { action, allowEntry } = grant;
      yield {
        severity: allowEntry.judgement.strength === "contextual" ? "low" : "medium",
        span: action.span,
        message: `${quote(action)} passes every role to every service.`,
        element: "iam:PassRole",
        remediation: 'Name the roles: Resource `arn:aws:iam::<Account>:role/<RoleName>`, and the service that gets them: `"Condition": {"StringEquals": {"iam:PassedToService": "<service>.amazonaws.com"}}`.'
      };
    }
  }
});

// src/iam/dangers/permissions-management.ts
var permissionsManagement = defineDanger({
  id: "permissions-management",
  order: 80,
  example: [{ Action: "s3:PutBucketPolicy" }],
  actions: () => [...members(levelActions("Permissions management"))].map(actionName),
  find: permissionsManagementIn,
  untold: (found2, said) => found2.filter(({ action, name }) => !said.actions.has(action) && !said.names.has(name)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found2) => found2.length > 0 ? ["permissions-management"] : [],
  words: () => "now changes who may do what, everywhere",
  managed: (found2) => found2.length > 0 ? ["permissions-management"] : [],
  rule: {
    title: "Policy changes everyone's permissions on its resources",
    severity: "medium",
    description: 'Actions that AWS files under "Permissions management" decide who may use a bucket, a key or a queue. On every resource, they open any of them to anyone.',
    remediation: "Name the resources whose permissions may be changed.",
    cwe: ["CWE-250", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html"
    ],
    hits: (told) => tellTogether(told, "medium", (grant) => ({
      message: `${quote(grant.name)} changes who may use ${reachOfGrant(grant)}`,
      element: "permissions-management",
      remediation: `Name what may be opened: Resource \`${narrowedArn(grant.name)}\`.`
    }))
  }
});
function permissionsManagementIn(permissions) {
  const wide = actionsReached(permissions, "wide", isOpenAllowEntry);
  const managing = levelActions("Permissions management");
  const found2 = overlaps(wide, managing) ? [...members(intersection(wide, managing))] : [];
  return found2.map(actionFacts).filter(({ name, types: types2 }) => types2.some((type) => type.required) && !isReader(name)).flatMap(({ name }) => wideGrant(permissions, name));
}

// src/iam/dangers/resource-wildcard.ts
var MOST_NAMED = 50;
var resourceWildcard = defineDanger({
  id: "resource-wildcard",
  order: 110,
  example: [{ Action: ["sqs:SendMessage", "dynamodb:PutItem"] }],
  find: unnarrowedIn,
  untold(found2, said) {
    if (found2.length === 0) return found2;
    const bits = said.bits();
    const left = found2.map((one) => ({ ...one, actions: one.actions.filter((id) => !hasBit(bits, id)) })).filter(({ actions }) => actions.length > 0);
    return left.filter((one) => left.find(({ statement }) => statement === one.statement) === one);
  },
  rule: {
    title: "Policy changes every resource where it could name some",
    severity: "low",
    description: "These actions accept a resource, so the policy can say which. Actions that AWS lets nobody narrow, and those that create something whose name is not known yet, are not counted.",
    remediation: "Put the actions that can be narrowed in a statement of their own, with the ARNs they are used on.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html"],
    hits: (told) => told.map(({ statement, resource, actions }) => {
      const names = actions.slice(0, MOST_NAMED).map(actionName);
      const words = names.map((name) => quote(name));
      return {
        span: resource.span,
        message: `${quote(resource)} lets ${listed(words, 3, actions.length)} act on every resource of their kind.`,
        element: statement.sid?.value ?? names[0],
        remediation: `Name the resources: ${narrowedResources(names)}.`,
        properties: { actions: names }
      };
    })
  }
});
function unnarrowedIn(permissions) {
  const narrowable = narrowableActions();
  const found2 = [];
  for (const allowEntry of permissions.allowEntries) {
    if (!isOpenAllowEntry(allowEntry) || !allowEntry.resource) continue;
    const wide = reachedBy(allowEntry, "wide", permissions.unit);
    if (!overlaps(wide, narrowable)) continue;
    const actions = [...members(intersection(wide, narrowable))];
    found2.push({ statement: allowEntry.statement, resource: allowEntry.resource, actions });
  }
  return found2;
}
var EVERYDAY = /* @__PURE__ */ new Set([
  "logs:PutLogEvents",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses"
]);
var narrowableActions = lazy(() => {
  const bits = emptyBits(ACTION_COUNT);
  for (const id of members(changingActions())) {
    const { name, types: types2 } = actionFacts(id);
    if (types2.some((type) => type.required) && !isReader(name) && !isCreator(name) && !EVERYDAY.has(name))
      setBit(bits, id);
  }
  return bits;
});

// src/iam/dangers/listing.ts
var DANGERS = [
  fullAdmin,
  nearAdmin,
  privilegeEscalation,
  serviceWildcard,
  dataExfiltration,
  credentialsExposure,
  passAnyRole,
  permissionsManagement,
  notAction,
  notResource,
  resourceWildcard
];

// src/iam/dangers/index.ts
function categoriesOf2(permissions, holder) {
  return [...new Set(DANGERS.flatMap((danger) => danger.newlyPermitted?.(danger.find(permissions, holder)) ?? []))];
}
function newCategories(before, after) {
  if (before.includes(fullAdmin.id)) return [];
  const fresh = after.filter((category) => !before.includes(category));
  if (fresh.includes(fullAdmin.id)) return [fullAdmin.id];
  return fresh.includes(nearAdmin.id) ? fresh.filter((category) => !category.startsWith(serviceWildcard.id)) : fresh;
}
function categoryWords(category) {
  const [, id = category, detail = ""] = /^(\S+) \((.*)\)$/.exec(category) ?? [];
  return DANGERS.find((danger) => danger.id === id)?.words?.(detail) ?? `now ${category}`;
}
var notableActions = lazy(() => {
  const bits = emptyBits(ACTION_COUNT);
  for (const action of DANGERS.flatMap((danger) => [...danger.actions?.() ?? []])) setBit(bits, actionId(action));
  return bits;
});

// src/iam/assessment.ts
var PolicyAssessment = class {
  permissions;
  /** The holder that makes most of it; undefined when none is in sight. */
  holder;
  #held = /* @__PURE__ */ new Map();
  #told = /* @__PURE__ */ new Map();
  constructor(permissions, holder) {
    this.permissions = permissions;
    if (holder) this.holder = holder;
    this.#tell();
  }
  /** All of it that is there. */
  held(danger) {
    const known = this.#held.get(danger);
    if (known) return known;
    const found2 = danger.find(this.permissions, this.holder);
    this.#held.set(danger, found2);
    return found2;
  }
  /** What of it is to be told. */
  told(danger) {
    return this.#told.get(danger) ?? [];
  }
  /** For choosing among holders only. */
  get weight() {
    const isSure2 = this.holder?.unknownBoundary !== true;
    return DANGERS.reduce((sum, danger) => sum + weightOf(danger, this.told(danger)), isSure2 ? 1 : 0);
  }
  #tell() {
    const said = new Said(this.permissions.unit);
    for (const danger of DANGERS) {
      const held = this.held(danger);
      const told = danger.untold?.(held, said, this) ?? held;
      danger.say?.(told, said);
      this.#told.set(danger, told);
      if (danger.outranksTheRest && told.length > 0) break;
    }
    for (const [danger, told] of this.#told) {
      const { addsNothing } = danger;
      if (addsNothing)
        this.#told.set(
          danger,
          told.filter((one) => !addsNothing(one, said))
        );
    }
  }
};
function weightOf(danger, told) {
  return danger.weigh?.(told) ?? told.length;
}
function assessPolicy(node, unit) {
  return isIdentityPolicy(node) && !isOutOfScope(node, unit) ? unit.of(judgeForHolders, node) : void 0;
}
function judgeForHolders(node, unit) {
  const alone = () => guarded(permissionsIn(node.document, unit));
  const { holders, all } = tellingHolders(alone, principalsOf(unit).holdersOf(node));
  const assessment = holders.map(
    (holder) => new PolicyAssessment(permissionsWithin(node.document, holder, unit), holder)
  );
  if (!all || holders.length === 0) assessment.push(new PolicyAssessment(alone()));
  return assessment.reduce((a, b) => b.weight > a.weight ? b : a);
}
var MOST_HOLDERS = 16;
function tellingHolders(alone, holders) {
  if (holders.length <= MOST_HOLDERS) return { holders: [...holders], all: true };
  const names = new Set(
    alone().allowEntries.flatMap(({ pattern }) => NAMED_KINDS.map((kind) => exactName(pattern, kind)))
  );
  const telling = /* @__PURE__ */ new Map();
  for (const holder of holders) {
    const key = names.has(holder.holder.name) || isGuarded(holder) ? holder : limitsOf(holder);
    if (!telling.has(key)) telling.set(key, holder);
  }
  return { holders: [...telling.values()].slice(0, MOST_HOLDERS), all: telling.size <= MOST_HOLDERS };
}
var NAMED_KINDS = ["role", "user", "group"];
function isGuarded(holder) {
  return holder.policies.some(({ document }) => document.statements.some(({ effect }) => /^deny$/i.test(effect.value)));
}
function limitsOf({ boundaries, unknownBoundary }) {
  return boundaries[0] ?? unknownBoundary;
}

// src/iam/document-json.ts
function documentJson({ version, statements, incomplete }) {
  const text2 = JSON.stringify({
    ...version ? { Version: version.value } : {},
    Statement: statements.map(statementJson)
  });
  return incomplete || statements.length === 0 || text2.includes(UNKNOWN) ? void 0 : text2;
}
function statementJson(statement) {
  const { sid, effect, actions, notActions, resources, notResources, principals, notPrincipals, conditions } = statement;
  const condition = {};
  for (const { operator, key, values } of conditions) {
    condition[operator.value] = { ...condition[operator.value], [key.value]: values.map(({ value }) => value) };
  }
  return {
    ...sid ? { Sid: sid.value } : {},
    Effect: effect.value,
    ...named2("Principal", principalsJson(principals)),
    ...named2("NotPrincipal", principalsJson(notPrincipals)),
    ...named2("Action", wordsOf3(actions)),
    ...named2("NotAction", wordsOf3(notActions)),
    ...named2("Resource", wordsOf3(resources)),
    ...named2("NotResource", wordsOf3(notResources)),
    ...conditions.length > 0 ? { Condition: condition } : {}
  };
}
var named2 = (name, value) => value === void 0 ? {} : { [name]: value };
var wordsOf3 = (leaves) => leaves.length === 0 ? void 0 : leaves.map(({ value }) => value);
function principalsJson(principals) {
  if (principals.length === 0) return void 0;
  if (principals.some(({ type }) => type === "*")) return "*";
  const byType = {};
  for (const { type, value } of principals) byType[type] = [...byType[type] ?? [], value.value];
  return byType;
}

// src/rules/iam/access-analyzer.ts
var access_analyzer_default = defineRule({
  meta: {
    id: "iam/access-analyzer",
    title: "AWS finds fault with the policy",
    severity: "medium",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "IAM Access Analyzer checks the grammar of a policy and what AWS knows of it. Its findings are told as those of AWS, beside ours: where both find something, and where one of them finds nothing.",
    remediation: "Follow the page of AWS that the finding links.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"
    ]
  },
  on: "policy",
  async *check(policy, { unit, validatePolicy }) {
    const type = TYPES[policy.document.role];
    if (!validatePolicy || !type || isOutOfScope(policy, unit)) return;
    const text2 = documentJson(policy.document);
    const opinions = text2 === void 0 ? void 0 : await validatePolicy(text2, type);
    if (!opinions) return;
    const ours = DANGERS.filter((danger) => (assessPolicy(policy, unit)?.told(danger).length ?? 0) > 0).map(
      ({ id }) => id
    );
    const warned = opinions.some(({ type: kind }) => kind === "SECURITY_WARNING");
    for (const opinion of opinions) {
      const alone = opinion.type === "SECURITY_WARNING" && ours.length === 0 ? " Rules of Keylatch find nothing there." : "";
      yield {
        severity: SEVERITIES2[opinion.type] ?? "note",
        span: spanOf(policy, opinion),
        message: `AWS says (${opinion.code}): ${opinion.details}${alone}`,
        element: `${opinion.code} ${opinion.statement ?? ""}`,
        ...opinion.link ? { remediation: `See ${opinion.link}` } : {},
        properties: { source: "IAM Access Analyzer", issueCode: opinion.code }
      };
    }
    if (ours.length > 0 && !warned && type === "IDENTITY_POLICY") {
      yield {
        severity: "note",
        span: spanOf(policy, {}),
        message: `AWS raises no security warning here, where Keylatch finds ${listed(ours.map((id) => quote(`iam/${id}`)))}: its validation does not ask what a grant leads to.`,
        element: "no warning of AWS",
        properties: { source: "IAM Access Analyzer" }
      };
    }
  }
});
var TYPES = {
  identity: "IDENTITY_POLICY",
  boundary: "IDENTITY_POLICY",
  trust: "RESOURCE_POLICY",
  resource: "RESOURCE_POLICY",
  scp: "SERVICE_CONTROL_POLICY"
};
var SEVERITIES2 = {
  ERROR: "medium",
  SECURITY_WARNING: "medium",
  WARNING: "low",
  SUGGESTION: "note"
};
function spanOf({ document, span }, { statement }) {
  const found2 = document.statements[statement ?? 0];
  return found2 ? (found2.sid ?? found2.effect).span : span;
}

// src/rules/iam/attached-account-policy.ts
var attached_account_policy_default = defineRule({
  meta: {
    id: "iam/attached-account-policy",
    title: "Attached policy of the account grants far more than most holders need",
    severity: "high",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "The policy is not in the repository, but there already in the account that was given with --account-data, and it makes whoever holds it an administrator, or lets it become one.",
    remediation: "Attach a policy with the actions that are used, on the resources they are used on.",
    cwe: ["CWE-250", "CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"]
  },
  on: "attachment",
  *check(attachment, { unit }) {
    if (attachment.boundary) return;
    const { policyArn, holder } = attachment;
    const principal = principalsOf(unit).principal(holder);
    const held = principal?.policies.find((one) => one.attachment === attachment && one.node === void 0);
    const known = policyOfAccount(policyArn.value, unit);
    if (!principal || !known || held?.document !== known.document || principal.unknownBoundary) return;
    const permissions = permissionsWithin(known.document, principal, unit);
    const told = dangerOf(new PolicyAssessment(permissions, principal));
    if (!told) return;
    const { account, takenAt } = known.account;
    yield {
      severity: told.severity,
      span: policyArn.span,
      message: `${quote(policyArn)}, in account ${account} as of ${takenAt.slice(0, 10)}, ${told.what.replace("<holder>", holderWords(principal))}.`,
      element: policyArn.value,
      properties: { policy: policyArn.value, account }
    };
  }
});
function dangerOf(assessment) {
  const admin = adminIn(assessment.permissions);
  if (admin?.kind === "full" && !admin.assumed) return { severity: "critical", what: "makes <holder> an administrator" };
  if (admin && !admin.assumed)
    return { severity: "high", what: `grants <holder> ${number(admin.actions)} actions on every resource` };
  const [worst] = assessment.held(privilegeEscalation);
  return isGrave(worst) ? { severity: worst.severity, what: `lets <holder> ${worst.path.name}, and so ${gain(worst)}` } : void 0;
}

// src/iam/service-roles.ts
var RUNNERS = /^(ec2|lambda|edgelambda|ecs-tasks|codebuild|codepipeline|cloudformation|glue|sagemaker|ssm|datapipeline|elasticmapreduce|emr-serverless|emr-containers|batch|tasks\.apprunner|build\.apprunner|pods\.eks|bedrock-agentcore|bedrock|amplify|airflow|airflow-env|braket|cloud9|appstream|gamelift|kinesisanalytics|databrew|m2|robomaker|greengrass|greengrassv2|iot|credentials\.iot|imagebuilder|opsworks|states|transfer|servicecatalog|proton|rolesanywhere|synthetics|workspaces-web|stacksets\.cloudformation|member\.org\.stacksets\.cloudformation)\.amazonaws\.com(\.cn)?$/;
function isForManagedService(principal) {
  if (principal?.holder.kind !== "role" || principal.trust.length === 0) return false;
  const statements = principal.trust.flatMap(({ document }) => document.statements);
  if (principal.trust.some(({ document }) => document.incomplete)) return false;
  const granting = statements.filter((statement) => statement.effect.value.toLowerCase() !== "deny");
  const trusted = granting.flatMap((statement) => statement.principals);
  return trusted.length > 0 && granting.every((statement) => statement.notPrincipals.length === 0) && trusted.every(
    ({ type, value }) => type === "Service" && /^[\w.-]+$/.test(value.value) && !RUNNERS.test(value.value)
  );
}

// src/iam/severity.ts
function adjustSeverity(severity, confidence, node, assessment) {
  const bounded = assessment.holder?.unknownBoundary === true;
  const limits = [
    confidence,
    bounded ? "low" : isOrphan(node) ? "medium" : "high",
    assessment.permissions.conditionalDenies.length > 0 ? "medium" : "high"
  ];
  const least = limits.reduce((a, b) => CONFIDENCES.indexOf(b) > CONFIDENCES.indexOf(a) ? b : a);
  return { severity: bounded || isEmbedded(node) ? lighter(severity, "medium") : severity, confidence: least };
}
function weighPath(severity, confidence, node, assessment) {
  const limited = isForManagedService(assessment.holder) ? lighter(severity, "medium") : severity;
  return adjustSeverity(limited, confidence, node, assessment);
}
function isOrphan(node) {
  return node.holders.length === 0 || node.document.role === "unknown";
}
function mitigations(permissions) {
  return permissions.conditionalDenies.slice(0, 3).map((statement) => ({
    span: statement.sid?.span ?? statement.effect.span,
    message: "this Deny mitigates it, under its conditions only"
  }));
}

// src/rules/iam/dangers.ts
var dangers_default = DANGERS.flatMap((danger) => danger.rule ? [ruleOf(danger, danger.rule)] : []);
function ruleOf(danger, { hits, ...words }) {
  return defineRule({
    meta: { ...words, id: `iam/${danger.id}`, about: "grant", domain: "iam", practice: "least privilege" },
    on: "policy",
    *check(policy, { unit }) {
      const assessment = assessPolicy(policy, unit);
      if (!assessment) return;
      for (const hit3 of hits(assessment.told(danger), assessment.permissions)) {
        yield { ...hit3, ...adjustSeverity(hit3.severity ?? words.severity, "high", policy, assessment) };
      }
    }
  });
}

// src/rules/iam/denied-by-organization.ts
var denied_by_organization_default = defineRule({
  meta: {
    id: "iam/denied-by-organization",
    title: "Grant that the organization denies",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "The policy grants something dangerous that a control policy of the organization takes away again. So it does no harm in the account that was given with --account-data, and would elsewhere, or when the control policy changes.",
    remediation: "Take out of the policy what nobody can use.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const [account] = unit.session.accounts;
    if (!account || !isIdentityPolicy(policy) || isOutOfScope(policy, unit)) return;
    const granted = permissionsIn(policy.document, unit);
    const names = guardrailsAgainst(granted);
    if (names.length === 0) return;
    const [before, after] = [granted, guarded(granted)].map((one) => new PolicyAssessment(one));
    const gone = DANGERS.filter((danger) => before.told(danger).length > 0 && after.held(danger).length === 0);
    if (gone.length === 0) return;
    yield {
      span: policy.document.statements[0]?.span ?? policy.span,
      message: `What would be ${listed(gone.map(({ id }) => quote(`iam/${id}`)))} here is denied in account ${account.account} by ${listed(names.map(quote))}.`,
      element: "denied",
      properties: { denied: gone.map(({ id }) => `iam/${id}`), by: names }
    };
  }
});

// src/iam/joined-dangers.ts
function joinedDangers(node, unit) {
  return principalsOf(unit).holdersOf(node).flatMap((principal) => {
    const danger = joinedDanger(principal, unit);
    const teller = danger?.parts.find((part2) => part2.node);
    return danger && teller?.node === node ? [danger] : [];
  });
}
function joinedDanger(principal, unit) {
  return unit.of(findJoined, principal);
}
function findJoined(principal, unit) {
  if (principal.policies.length < 2 || principal.unknownBoundary) return void 0;
  const permissions = permissionsOfPrincipal(principal, unit);
  const around2 = escalationContextOf(principal, unit);
  const alone = principal.policies.map((held) => permissionsWithin(held.document, principal, unit));
  const admin = adminIn(permissions);
  if (admin && !admin.assumed) {
    if (alone.some((one) => adminIn(one)?.kind === admin.kind || adminIn(one)?.kind === "full")) return void 0;
    return { principal, admin, parts: partsOf2([admin.allowEntry.document], principal) };
  }
  const [escalation] = escalationsIn(permissions, around2);
  if (!escalation || !isGrave(escalation)) return void 0;
  if (alone.some((one) => escalationsIn(one, around2).some((other) => isGrave(other)))) return void 0;
  return {
    principal,
    escalation,
    parts: partsOf2(
      escalation.grants.map((grant) => grant.allowEntry.document),
      principal
    )
  };
}
function partsOf2(documents, principal) {
  const parts = documents.flatMap((document) => principal.policies.find((held) => held.document === document) ?? []);
  return [...new Set(parts)];
}

// src/rules/iam/full-admin.ts
var full_admin_default = defineRule({
  meta: {
    id: "iam/full-admin",
    title: "Policy makes its holder an administrator",
    severity: "critical",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "Every action on every resource. Whoever gets hold of these credentials owns the account: data, money, logs and the identities of everyone else.",
    remediation: "Name the actions that are used (IAM Access Analyzer can generate a policy from CloudTrail) and the resources they are used on. For people, use IAM Identity Center with an approval step instead of a standing administrator.",
    cwe: ["CWE-250", "CWE-269"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html"
    ]
  },
  on: "policy",
  *check(policy, { unit, notify }) {
    const assessment = assessPolicy(policy, unit);
    if (assessment && isCut(policy.document, unit)) {
      notify({
        level: "warning",
        id: "policy-too-large",
        message: `${policy.anchor}: the policy is larger than AWS takes. What comes after its first thousands of patterns was judged by service, so it may be told for more than it grants.`,
        location: { uri: policy.span.uri }
      });
    }
    for (const admin of assessment?.told(fullAdmin) ?? []) {
      const [severity, confidence] = admin.assumed ? ["low", "low"] : admin.circumstances.length > 0 ? ["high", "high"] : ["critical", "high"];
      yield {
        ...adjustSeverity(severity, confidence, policy, assessment),
        ...hit(admin),
        related: mitigations(assessment.permissions)
      };
    }
    for (const { principal, admin, parts } of joinedDangers(policy, unit)) {
      if (admin?.kind !== "full") continue;
      yield {
        span: parts.find((part2) => part2.node === policy)?.attachment?.policyArn.span ?? admin.action.span,
        message: `All policies of ${holderWords(principal)} together grant every action on every resource: ${quote(admin.action)} fills what the others leave out.`,
        element: "together",
        related: [{ span: admin.action.span, message: "grants most of it" }]
      };
    }
  }
});
function hit(admin) {
  return {
    span: admin.action.span,
    message: message(admin),
    element: "full-admin",
    properties: { actions: admin.actions }
  };
}
function message(admin) {
  const written2 = admin.allowEntry.statement.actions.includes(admin.action) ? quote(admin.action) : `Everything but ${quote(admin.action)}, together with the other statements,`;
  if (admin.assumed) return `${written2} grants every action, ${assumption(admin)}.`;
  if (admin.circumstances.length === 0) return `${written2} grants every action on every resource.`;
  const keys = listed(admin.circumstances.map((key) => quote(key)));
  return `${written2} grants every action on every resource; ${keys} limits the circumstances, not what can be done.`;
}
function assumption({ allowEntry: { statement, pattern } }) {
  if (statement.effect.value.includes(UNKNOWN))
    return `if ${quote(statement.effect.reference ?? statement.effect)} is Allow`;
  const spared = [...statement.notActions, ...statement.notResources].find(isWhollyUnknown);
  if (spared) return `less what ${quote(spared.reference ?? spared)} spares, which is not known here`;
  return `on a resource that is not known here${pattern === UNKNOWN && statement.resources[0]?.reference ? `: ${quote(statement.resources[0].reference)}` : ""}`;
}

// src/rules/iam/inline-policy-on-user.ts
var inline_policy_on_user_default = defineRule({
  meta: {
    id: "iam/inline-policy-on-user",
    title: "User has a policy of its own",
    severity: "low",
    about: "hygiene",
    domain: "iam",
    practice: "roles over users",
    description: "A policy that stands inside a user is seen in no list of policies, cannot be shared and is easily missed in a review.",
    remediation: "Make it a managed policy of a role or, where a user must stay, of a group it is in.",
    cwe: ["CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (policy.document.role !== "identity") return;
    const user = policy.holders.find((holder) => holder.kind === "user");
    if (!user || policy.holders.some((holder) => holder.kind === "managed-policy")) return;
    if (unit.nodes.some((node) => node.kind === "attachment" && node.policyAnchor === policy.anchor)) return;
    yield {
      span: policy.span,
      message: `The policy stands inside a user, ${quote(user.name ?? user.address)}.`,
      element: user.address
    };
  }
});

// src/rules/iam/long-lived-key.ts
var long_lived_key_default = defineRule({
  meta: {
    id: "iam/long-lived-key",
    title: "Access key of a user is made here",
    severity: "medium",
    about: "hygiene",
    domain: "iam",
    practice: "roles over users",
    description: "The key never expires, and its secret half lies in the Terraform state or in the outputs of the stack, for whoever can read them.",
    remediation: "Let machines assume a role: an instance profile or task role inside AWS, OIDC for GitHub Actions and other CI, IAM Roles Anywhere elsewhere.",
    cwe: ["CWE-798", "CWE-522"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
      "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws"
    ]
  },
  on: "resource",
  types: ["aws_iam_access_key"],
  *check({ span, arguments: properties }) {
    const status = leafOf(partOf(properties, "status"));
    if (status?.value === "Inactive") return;
    const user = leafOf(partOf(properties, "user") ?? partOf(properties, "user_name"));
    yield {
      span,
      message: `A key that never expires is made for ${user ? `user ${quote(user)}` : "a user"}; its secret is kept where this is applied.`,
      element: "access-key"
    };
  }
});

// src/rules/iam/long-session.ts
var HOUR = 3600;
var long_session_default = defineRule({
  meta: {
    id: "iam/long-session",
    title: "Role hands out credentials for hours",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "short sessions",
    description: "Temporary credentials cannot be taken back one by one: whoever gets hold of some can use them until they expire.",
    remediation: "Leave max_session_duration at one hour, and let long jobs ask for new credentials.",
    cwe: ["CWE-613"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html"]
  },
  on: "identity",
  *check({ holder, arguments: properties }, { thresholds = DEFAULT_THRESHOLDS }) {
    if (holder.kind !== "role") return;
    const duration = leafOf(member(properties, "max_session_duration") ?? member(properties, "MaxSessionDuration"));
    const seconds = Number(duration?.value);
    if (!duration || !(seconds > thresholds.sessionSeconds)) return;
    yield {
      span: duration.span,
      message: `Sessions may last ${Math.round(seconds / HOUR * 10) / 10} hours.`,
      element: "session"
    };
  }
});

// src/rules/iam/near-admin.ts
var near_admin_default = defineRule({
  meta: {
    id: "iam/near-admin",
    title: "Policy grants nearly every action on every resource",
    severity: "high",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "At least nine in ten of all actions that AWS knows, on every resource. NotAction and long lists of wildcards end here: what they leave out is easily named, what they let in nobody has read.",
    remediation: "Replace NotAction by an Action list of what is used, and name the resources.",
    cwe: ["CWE-250", "CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit);
    const [admin] = assessment?.told(nearAdmin) ?? [];
    if (assessment && admin) {
      const rest = admin.assumed ? void 0 : ownRest(assessment.held(privilegeEscalation));
      const severity = admin.assumed ? "low" : rest ? "critical" : admin.circumstances.length > 0 ? "medium" : "high";
      const pattern = admin.allowEntry.statement.notActions.includes(admin.action) ? "NotAction" : quote(admin.action);
      const where = admin.assumed ? "a resource that is not known here" : "every resource";
      yield {
        ...adjustSeverity(severity, admin.assumed ? "low" : "high", policy, assessment),
        span: admin.action.span,
        message: `${pattern} grants ${number(admin.actions)} of ${number(ACTION_COUNT)} actions on ${where}${rest ? `, and ${written(rest.grants[0])} lets the holder ${rest.path.name}: the rest is within reach` : ""}.`,
        element: "near-admin",
        related: [
          ...rest ? [{ span: rest.grants[0].action.span, message: `lets the holder ${rest.path.name}` }] : [],
          ...mitigations(assessment.permissions)
        ],
        properties: { actions: admin.actions }
      };
    }
    for (const { principal, admin: joined, parts } of joinedDangers(policy, unit)) {
      if (joined?.kind !== "near") continue;
      yield {
        span: parts.find((part2) => part2.node === policy)?.attachment?.policyArn.span ?? joined.action.span,
        message: `All policies of ${holderWords(principal)} together grant ${number(joined.actions)} of ${number(ACTION_COUNT)} actions on every resource.`,
        element: "together",
        related: [{ span: joined.action.span, message: "grants most of it" }]
      };
    }
  }
});
function ownRest(escalations) {
  return escalations.find(
    ({ path: path2, scope, severity }) => (path2.class === "self-escalation" || path2.class === "principal-access" || path2.class === "new-passrole") && (scope === "any" || scope === "own") && (severity === "critical" || severity === "high")
  );
}

// src/rules/iam/no-permissions-boundary.ts
var MAKERS = ["iam:CreateRole", "iam:CreateUser"];
var GIVERS = ["iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:AttachUserPolicy", "iam:PutUserPolicy"];
var no_permissions_boundary_default = defineRule({
  meta: {
    id: "iam/no-permissions-boundary",
    title: "Maker of roles or users has no permissions boundary",
    severity: "low",
    about: "grant",
    domain: "iam",
    practice: "permission boundaries, role paths",
    description: "Whoever makes principals and gives them policies can make one that is stronger than itself. A boundary that it has to hand on is what stops that.",
    remediation: 'Set permissions_boundary on the role, and allow iam:CreateRole, iam:PutRolePolicy and iam:AttachRolePolicy only under the condition "StringEquals": {"iam:PermissionsBoundary": "<ARN of the boundary>"}.',
    cwe: ["CWE-269"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"]
  },
  on: "identity",
  *check(identity2, { unit }) {
    if (identity2.hasBoundary || identity2.holder.kind === "group") return;
    const principal = principalsOf(unit).principal(identity2.holder);
    if (!principal || principal.boundaries.length > 0) return;
    const { maker, giver } = unit.of(makingIn, permissionsOfPrincipal(principal, unit));
    if (!maker || !giver) return;
    yield {
      span: identity2.span,
      message: `${holderWords(principal)} makes principals (${quote(maker.name)}) and gives them policies (${quote(giver.name)}), with no boundary on itself or on them.`,
      element: "boundary",
      related: [
        { span: maker.action.span, message: `grants ${maker.name}` },
        { span: giver.action.span, message: `grants ${giver.name}` }
      ]
    };
  }
});
function makingIn(permissions) {
  const first = (actions) => actions.flatMap((action) => openGrants(permissions, action))[0];
  return adminIn(permissions) ? {} : { maker: first(MAKERS), giver: first(GIVERS) };
}
function openGrants(permissions, action) {
  return grantsOf(permissions, action).filter(({ allowEntry }) => isOpen(allowEntry.judgement.strength));
}

// src/rules/iam/policy-on-user.ts
var policy_on_user_default = defineRule({
  meta: {
    id: "iam/policy-on-user",
    title: "Policy is attached to a user",
    severity: "low",
    about: "hygiene",
    domain: "iam",
    practice: "roles over users",
    description: "Users have keys and passwords that last until someone takes them away, and policies on single users are soon forgotten. People get temporary credentials from IAM Identity Center, machines from roles.",
    remediation: "Give the policy to a role that people or machines assume; where a user must stay, to a group it is in.",
    cwe: ["CWE-269"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#lock-away-credentials",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp"
    ]
  },
  on: "attachment",
  *check({ boundary, holder, policyArn }) {
    if (boundary || holder.kind !== "user") return;
    yield {
      span: policyArn.span,
      message: `${quote(policyArn)} is attached to a user, ${quote(holder.name ?? holder.address)}.`,
      element: holder.address
    };
  }
});

// src/iam/escalation-sources.ts
var SOURCES = {
  "Rhino Security Labs, 2018": "sts-001 ec2-001 lambda-001 lambda-002 lambda-003 glue-001 glue-002 cloudformation-001 datapipeline-001",
  "Rhino Security Labs, 2019": "iam-001 iam-002 iam-004 iam-005 iam-006 iam-007 iam-008 iam-009 iam-010 iam-011 iam-012 iam-013 iam-014 iam-015 iam-016 iam-017 iam-018 iam-019 iam-020 iam-021 rhino-002 rhino-026 sagemaker-001 sagemaker-004 codestar-023 codestar-024 codestar-025",
  "Rhino Security Labs, 2020": "ecs-004",
  "Daniel Grzelak, 2016": "ec2-002",
  "NCC Group, 2019": "codebuild-001 codebuild-002 codebuild-003 codebuild-004 cloudformation-002 cloudformation-005 ssm-001 ssm-002",
  "NCC Group, 2022": "sagemaker-002 sagemaker-003",
  "NCC Group (PMapper)": "pmapper-ec2-assoc pmapper-asg pmapper-codebuild-update",
  "Appsecco, 2021": "apprunner-001",
  "Bishop Fox, 2021": "ec2instanceconnect-003",
  "HackTricks Cloud": "ec2-003 ec2-004 glue-003 glue-004 glue-005 glue-006 cloudformation-004 ecs-003 ecs-005",
  "Datadog, 2024": "iam-003",
  "Datadog, 2025": "lambda-004 lambda-005 lambda-006 cloudformation-003 ecs-001 ecs-002 ecs-006 ecs-007 ecs-008 ecs-009 glue-007 apprunner-002",
  "Plerion, 2025": "sagemaker-005",
  "Sonrai Security, 2025": "bedrock-001 bedrock-002",
  "AWS, 2026": "agentcore-runtime agentcore-runtime-update agentcore-harness agentcore-browser agentcore-existing-runtime agentcore-existing-browser rolesanywhere eks-access-entry eks-access-policy codebuild-update states-create states-update states-existing scheduler-create ssm-automation emr-serverless sso-put-inline sso-attach-managed sso-attach-customer sso-assign"
};
function sourceOf(id) {
  return Object.keys(SOURCES).find((source) => SOURCES[source].split(" ").includes(id)) ?? "";
}

// src/rules/iam/privilege-escalation.ts
var privilege_escalation_default = defineRule({
  meta: {
    id: "iam/privilege-escalation",
    title: "Policy lets its holder gain more power than it was given",
    severity: "high",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "Some actions are worth more than they look: who may write a policy, mint a key for someone else, rewrite a trust policy, or start code under a role, can become anyone those reach.",
    remediation: "Name the roles, users or policies in Resource, pin iam:PassedToService, or require a permissions boundary.",
    cwe: ["CWE-269"],
    references: [
      "https://pathfinding.cloud/",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit);
    const [worst, ...others] = assessment?.told(privilegeEscalation) ?? [];
    if (assessment && worst) {
      const grave = others.filter((other) => other.severity !== "note" || worst.severity === "note");
      yield {
        ...weighPath(worst.severity, worst.confidence, policy, assessment),
        span: worst.grants[0].action.span,
        message: escalationMessage(worst, assessment.holder, grave.length),
        element: worst.path.class,
        remediation: escalationRemedy(worst),
        related: [...escalationRelated(worst), ...mitigations(assessment.permissions)],
        properties: {
          path: escalationSteps(worst, assessment.holder),
          technique: worst.path.id,
          source: sourceOf(worst.path.id),
          ...grave.length > 0 && { others: grave.map((other) => other.path.id) }
        }
      };
    }
    for (const { principal, escalation, parts } of joinedDangers(policy, unit)) {
      if (!escalation) continue;
      const attached = parts.find((part2) => part2.node === policy)?.attachment;
      yield {
        severity: isForManagedService(principal) ? lighter(escalation.severity, "medium") : escalation.severity,
        confidence: escalation.confidence,
        span: attached?.policyArn.span ?? escalation.grants[0].action.span,
        message: `Harmless alone, not together: ${escalationMessage(escalation, principal, 0)}`,
        element: `together ${escalation.path.class}`,
        remediation: escalationRemedy(escalation),
        related: [
          ...attached ? [{ span: escalation.grants[0].action.span, message: `grants ${escalation.grants[0].name}` }] : [],
          ...escalationRelated(escalation)
        ],
        properties: {
          path: escalationSteps(escalation, principal),
          technique: escalation.path.id,
          source: sourceOf(escalation.path.id)
        }
      };
    }
  }
});

// src/rules/iam/risky-managed-policy.ts
var risky_managed_policy_default = defineRule({
  meta: {
    id: "iam/risky-managed-policy",
    title: "Attached managed policy grants far more than most holders need",
    severity: "medium",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "Policies that AWS manages are made to fit everyone, so they reach every resource of the account, and AWS widens them without asking. Some make their holder an administrator, or let it become one.",
    remediation: "Write a policy of your own with the actions that are used and the resources they are used on; take the managed one as a draft.",
    cwe: ["CWE-250", "CWE-269"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
      "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html"
    ]
  },
  on: "attachment",
  *check(attachment, { unit }) {
    if (attachment.boundary) return;
    const principal = principalsOf(unit).principal(attachment.holder);
    const policy = managedPolicy(attachment.policyArn.value);
    const risk = policy ? riskOf(policy, principal, unit) : shortNameRisk(attachment.policyArn.value);
    if (risk)
      yield { ...hit2(attachment, risk, principal), properties: { policy: policy?.name ?? attachment.policyArn.value } };
    if (principal && policy) yield* together(attachment, principal, unit);
  }
});
function hit2(attachment, risk, principal) {
  const { policyArn } = attachment;
  const bounded = principal?.unknownBoundary === true;
  const severity = bounded ? lighter(risk.severity, "medium") : risk.severity;
  const confidence = bounded ? "low" : "high";
  const who = principal ? holderWords(principal) : "its holder";
  return {
    severity,
    confidence,
    span: policyArn.span,
    message: `${quote(shortName(policyArn.value))} ${risk.what.replace("<holder>", who)}.`,
    element: `${shortName(policyArn.value)} ${risk.category}`
  };
}
var shortName = (arn) => arn.slice(arn.indexOf(":policy/") === -1 ? 0 : arn.indexOf(":policy/") + 8);
function riskOf(policy, principal, unit) {
  const has = (category) => policy.categories.includes(category);
  const served = policy.name.startsWith("service-role/") || isForManagedService(principal);
  const limit = served && !has("full-admin") && !has("near-admin") ? "low" : "critical";
  const risk = (severity, category, what) => ({
    severity: lighter(severity, limit),
    category,
    what
  });
  if (has("full-admin"))
    return isContained(policy, principal, unit) ? void 0 : risk("critical", "full-admin", "makes <holder> an administrator");
  if (has("near-admin"))
    return risk("high", "near-admin", `grants <holder> ${number(policy.actions)} actions on every resource`);
  if (has("privilege-escalation")) {
    return risk("high", "privilege-escalation", "lets <holder> grant itself every permission, or become anyone");
  }
  if (has("passrole-escalation")) {
    return risk(
      "high",
      "passrole-escalation",
      "lets <holder> start code under any role that trusts the service, and so act as it"
    );
  }
  const privileged = policy.services.filter((service) => PRIVILEGED_SERVICES.has(service));
  if (privileged.length > 0) {
    return risk(
      "high",
      "service-wildcard",
      `grants <holder> every action of ${listed(privileged.map(quote))} on every resource`
    );
  }
  if (has("passrole-wildcard")) return risk("medium", "passrole-wildcard", "lets <holder> pass any role to any service");
  if (has("passrole-escalation-name-pattern")) {
    return risk("medium", "passrole-escalation", "lets <holder> start code under roles whose name fits a pattern");
  }
  if (has("data-exfiltration")) {
    return risk("note", "data-exfiltration", `reads data of the whole account (${listed(policy.reads.map(quote), 3)})`);
  }
  return void 0;
}
function isContained(policy, principal, unit) {
  if (!principal || principal.boundaries.length === 0) return false;
  const document = managedDocument(policy, { value: "", span: principal.holder.span });
  return adminIn(permissionsWithin(document, principal, unit)) === void 0;
}
function shortNameRisk(value) {
  const [, service = "", level = ""] = /^([a-z0-9-]+):(\w+)$/i.exec(value) ?? [];
  if (!/^(full|admin)/i.test(level) || !serviceOf(service.toLowerCase())) return void 0;
  const severity = PRIVILEGED_SERVICES.has(service.toLowerCase()) ? "high" : "medium";
  return {
    severity,
    category: "service-wildcard",
    what: `grants <holder> every action of ${quote(service)} on every resource`
  };
}
function* together(attachment, principal, unit) {
  const danger = joinedDanger(principal, unit);
  if (!danger || danger.parts.some((part2) => part2.node) || danger.parts[0]?.attachment !== attachment) return;
  const { escalation } = danger;
  yield {
    severity: escalation?.severity ?? "high",
    span: attachment.policyArn.span,
    message: escalation ? `Harmless alone, not together: ${escalationMessage(escalation, principal, 0)}` : `All policies of ${holderWords(principal)} together make it an administrator.`,
    element: "together",
    related: danger.parts.slice(1).flatMap(
      (part2) => part2.attachment ? [{ span: part2.attachment.policyArn.span, message: "the other part" }] : []
    ),
    ...escalation && { properties: { path: escalationSteps(escalation, principal), technique: escalation.path.id } }
  };
}

// src/rules/iam/service-wildcard.ts
var service_wildcard_default = defineRule({
  meta: {
    id: "iam/service-wildcard",
    title: "Policy grants a whole service on every resource",
    severity: "high",
    about: "grant",
    domain: "iam",
    practice: "least privilege",
    description: "Every action of a service on everything it holds: reading, changing, deleting and giving others access, and every action that AWS adds to the service later. High for services that hold the keys or the data (IAM, STS, Organizations, KMS, Secrets Manager, S3, Lambda, EC2, CloudFormation), medium for the others.",
    remediation: "Name the actions that are used, and the resources they are used on.",
    cwe: ["CWE-250"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit);
    const told = assessment?.told(serviceWildcard) ?? [];
    for (const [severity, some] of groupedBy(told, severityOf2)) {
      const [first, ...others] = some;
      const services = [...new Set(some.flatMap((one) => one.services))];
      yield {
        ...adjustSeverity(severity, "high", policy, assessment),
        span: first.action.span,
        message: messageOf(some, services),
        element: some.map(elementOf2).sort().join(","),
        related: [
          ...others.slice(0, 20).map(({ action }) => ({ span: action.span, message: `${quote(action)} as well` })),
          ...mitigations(assessment.permissions)
        ],
        properties: { services }
      };
    }
  }
});
function severityOf2({ privileged, allowEntry }) {
  const severity = privileged ? "high" : "medium";
  return allowEntry.judgement.strength === "contextual" ? steppedDown(severity) : severity;
}
var isNamed3 = ({ action, allowEntry }) => allowEntry.statement.actions.includes(action);
var elementOf2 = (one) => isNamed3(one) ? one.action.value.toLowerCase() : "NotAction";
function messageOf(some, services) {
  const [first] = some;
  const who = listed([...new Set(some.map((one) => isNamed3(one) ? quote(one.action) : "NotAction"))]);
  const resources = new Set(some.map(({ resource }) => resource ? quote(resource) : "every resource"));
  const on = resources.size === 1 ? [...resources][0] : "every resource, or all that the service has of them";
  return `${who} grant${some.length === 1 || !first ? "s" : ""} every action of ${listed(services.map((service) => quote(service)))} on ${on}.`;
}

// src/iam/undecided.ts
function undecidedIn(node, unit) {
  const { statements, gaps = [], incomplete } = node.document;
  const open2 = statements.filter(({ effect }) => effect.value.toLowerCase() !== "deny");
  const parts = open2.flatMap(
    (statement) => STATEMENT_ELEMENTS.flatMap(
      (element) => LEAVES[element](statement).filter((leaf) => isOpenIn(element, leaf) && !isOneThing(leaf, unit)).map((leaf) => ({ what: element, leaf }))
    )
  );
  const what = statements.length === 0 ? "the document" : "a statement";
  const whole = incomplete && gaps.length === 0 ? [{ value: UNKNOWN, span: node.span }] : gaps;
  const all = [...whole.map((leaf) => ({ what, leaf })), ...parts];
  return distinct(all.map((one) => ({ ...one, leaf: withinModule(one.leaf, node) })));
}
function withinModule(leaf, { anchor }) {
  const [module = ""] = /^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)+/.exec(anchor) ?? [];
  return leaf.reference?.startsWith(module) ? { ...leaf, reference: leaf.reference.slice(module.length) } : leaf;
}
var LEAVES = {
  Effect: ({ effect }) => [effect],
  Action: ({ actions }) => actions,
  NotAction: ({ notActions }) => notActions,
  Resource: ({ resources }) => resources,
  NotResource: ({ notResources }) => notResources,
  Principal: ({ principals }) => principals.map(principalLeaf),
  NotPrincipal: ({ notPrincipals }) => notPrincipals.map(principalLeaf),
  Condition: ({ conditions }) => conditions.flatMap(conditionLeaves)
};
var principalLeaf = ({ type, value }) => type.includes(UNKNOWN) ? { ...value, value: UNKNOWN } : value;
var conditionLeaves = ({ operator, key, values }) => key.value.includes(UNKNOWN) || operator.value.includes(UNKNOWN) ? [{ ...key, value: UNKNOWN }] : values;
function isOpenIn(element, leaf) {
  if (element === "Effect" || element === "Action" || element === "NotAction") return leaf.value.includes(UNKNOWN);
  return isWhollyUnknown(leaf) || /^\uE000+[/*]*$/.test(leaf.value);
}
function isOneThing({ reference }, unit) {
  if (reference === void 0) return false;
  if (ITSELF.test(reference) || LOOKED_UP.test(reference)) return true;
  const declared = unit.of(addressesIn2, unit.nodes);
  const steps = reference.replace(/^Ref /, "").replace(/\[[^\]]*\]/g, "").split(".");
  return steps.some((_, at) => declared.has(steps.slice(0, at + 1).join(".")));
}
var ITSELF = /^Ref AWS::|(?:^|\.)data\.aws_(?:caller_identity|region|partition|organizations_organization)\.|^Aws\.|(?:^|\.)(?:account|region|partition|urlSuffix)$/;
var LOOKED_UP = /(?:^|\.)data\.aws_\w+\.[\w-]+(?:\[[^\]]*\])?\.(?:\w+_)?(?:arn|id|name)$/;
function addressesIn2(nodes) {
  const resources = nodes.filter(({ kind }) => kind === "resource" || kind === "identity");
  return new Set(resources.map(({ anchor }) => anchor.replace(/\[[^\]]*\]/g, "")));
}
function distinct(all) {
  return [...new Map(all.map((one) => [`${one.what} ${unknownWords(one.leaf)}`, one])).values()];
}
function unknownWords({ value, reference }) {
  const name = reference === void 0 ? void 0 : quote(reference.replace(/^Ref (?=\w+$)/, ""));
  if (value !== UNKNOWN) return name === void 0 ? quote(value) : `${quote(value)} (with ${name})`;
  return name ?? "a value that is worked out elsewhere";
}
function undecidedWords(found2) {
  const names = groupedBy(found2, ({ what }) => what);
  return listed([...names].map(([what, some]) => `${what} is ${listed(some.map(({ leaf }) => unknownWords(leaf)))}`));
}
function undecidedElement(found2) {
  return found2.map(({ what, leaf }) => `${what} ${unknownWords(leaf)}`).join(", ");
}
function undecidedPolicy({
  policyArn,
  policyAnchor,
  boundary
}) {
  if (policyAnchor !== void 0 || managedPolicy(policyArn.value)) return void 0;
  const { value } = policyArn;
  const name = managedName(value) ?? value.slice(value.indexOf(":policy/") + 1);
  if (name.includes(UNKNOWN)) return "unknown";
  return !boundary && /^arn:[^:]*:iam::(?!aws:)/.test(value) ? "unseen" : void 0;
}

// src/rules/iam/undecided-attachment.ts
var undecided_attachment_default = defineRule({
  meta: {
    id: "iam/undecided-attachment",
    title: "Which policy is attached is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "A variable, an output of another module or the name of a policy that stands elsewhere decides what the holder may do. It may be anything up to AdministratorAccess: nothing in this repository says what, so it was not judged.",
    remediation: "Look at what the value is where it is given. A default, a validation with the policies that are allowed, or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"]
  },
  on: "attachment",
  *check(attachment, { unit }) {
    const found2 = undecidedPolicy(attachment);
    if (!found2) return;
    const { holder, boundary } = attachment;
    const policyArn = withinModule(attachment.policyArn, attachment);
    const who = holderWords(principalsOf(unit).principal(holder));
    const what = found2 === "unknown" ? unknownWords(policyArn) : quote(policyArn);
    const does = boundary ? `limits ${who}` : `is attached to ${who}`;
    yield {
      span: policyArn.span,
      message: found2 === "unknown" ? `${what} ${does}: which policy that is, is not known here.` : `${what} ${does}, and what it says stands elsewhere.`,
      element: policyArn.reference ?? policyArn.value
    };
  }
});

// src/rules/iam/undecided-grant.ts
var undecided_grant_default = defineRule({
  meta: {
    id: "iam/undecided-grant",
    title: "What a policy grants is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "A variable without a default, an output of another module or a value that a program only has when it runs decides what this policy grants. It may be harmless or everything: nothing in this repository says which, so it was not judged.",
    remediation: "Look at what the value is where it is given. A default, a validation with the values that are allowed, or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { role } = policy.document;
    if (role === "trust" || role === "resource" || role === "scp" || isOutOfScope(policy, unit)) return;
    const [first, ...others] = undecidedIn(policy, unit);
    if (!first) return;
    const all = [first, ...others];
    yield {
      span: first.leaf.span,
      message: `What ${quote(policy.anchor)} ${role === "boundary" ? "leaves of other grants" : "grants"} is not known here: ${undecidedWords(all)}.`,
      element: undecidedElement(all),
      related: others.slice(0, 5).map(({ what, leaf }) => ({ span: leaf.span, message: `${what} is not known either` }))
    };
  }
});

// src/rules/iam/undecided-holder.ts
var undecided_holder_default = defineRule({
  meta: {
    id: "iam/undecided-holder",
    title: "Who is given a policy is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "A variable without a default or an output of another module names the user, role or group that gets what this resource gives. What it gives was judged; what that person or program has besides, and may do with both together, was not.",
    remediation: "Look at whom the value names where it is given. A default or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html"]
  },
  on: "resource",
  *check(resource, { unit }) {
    for (const path2 of holderPaths(resourceType(resource.type))) {
      const unknown = valuesAt(resource, path2).flatMap(({ value }) => unknownsIn(value));
      const found2 = unknown.find((leaf) => !isOneThing(leaf, unit));
      if (!found2) continue;
      const open2 = withinModule(found2, resource);
      yield {
        span: open2.span,
        message: `Who gets what ${quote(resource.anchor)} gives is not known here: ${unknownWords(open2)}.`,
        element: open2.reference ?? "unknown"
      };
    }
  }
});
function holderPaths(row2) {
  const sites = [...row2?.holders ?? [], ...(row2?.attachments ?? []).map(({ holders }) => holders)];
  const members2 = (row2?.memberships ?? []).flatMap(({ users, groups }) => [users, groups]);
  return [...sites.map((site) => site === "itself" ? site : site.at), ...members2].filter((path2) => path2 !== "itself");
}

// src/rules/iam/unknown-account.ts
var unknown_account_default = defineRule({
  meta: {
    id: "iam/unknown-account",
    title: "Roles of an account that is not known",
    severity: "low",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "The policy lets its holder assume roles of an account that is neither trusted in the configuration nor among those given with --account-data, so nobody can say what that comes to.",
    remediation: "Give the account with --account-data, or name it under trusted-accounts if it is yours; else take it out.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html"]
  },
  on: "policy",
  *check(policy, { unit, trustedAccounts }) {
    const { accounts } = unit.session;
    if (accounts.length === 0 || !isIdentityPolicy(policy) || isOutOfScope(policy, unit)) return;
    const told = /* @__PURE__ */ new Set();
    for (const { allowEntry, action } of grantsOf(permissionsIn(policy.document, unit), "sts:AssumeRole")) {
      const { pattern, resource } = allowEntry;
      const account = /^arn:[^:]*:iam::(\d{12}):/.exec(pattern)?.[1];
      if (!account || told.has(account) || trustedAccounts.has(account)) continue;
      if (accounts.some((one) => isIn(one, pattern))) continue;
      told.add(account);
      yield {
        span: (resource ?? action).span,
        message: `${quote(resource ?? action)} is of account ${quote(account)}, which is not among the accounts that are known (${accounts.map((one) => one.account).join(", ")}).`,
        element: account,
        properties: { account }
      };
    }
  }
});

// src/rules/iam/unknown-action.ts
var unknown_action_default = defineRule({
  meta: {
    id: "iam/unknown-action",
    title: "Action matches none that AWS knows",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "The name is misspelt, retired, or an API call that has another name in policies (`s3:HeadObject` is `s3:GetObject`). In an Allow it grants nothing; in a Deny it forbids nothing.",
    remediation: "Look the action up in the service authorization reference, and correct or remove it.",
    cwe: ["CWE-1288"],
    references: ["https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (isOutOfScope(policy, unit)) return;
    for (const statement of policy.document.statements) {
      const denies = statement.effect.value.toLowerCase() === "deny";
      for (const leaf of [...statement.actions, ...statement.notActions]) {
        if (leaf.value.includes(UNKNOWN) || isKnownAction(leaf.value, unit)) continue;
        if (!denies && hasWildcard(leaf.value)) continue;
        const service = leaf.value.split(":")[0].toLowerCase();
        yield {
          severity: denies ? "low" : "note",
          confidence: serviceOf(service) ? "high" : "medium",
          span: leaf.span,
          message: `${quote(leaf)} matches no action that AWS knows${denies ? ", so it forbids nothing" : ""}.`,
          element: leaf.value.toLowerCase()
        };
      }
    }
  }
});

// src/rules/iam/vacuous-condition.ts
var vacuous_condition_default = defineRule({
  meta: {
    id: "iam/vacuous-condition",
    title: "Condition does not do what it seems to",
    severity: "medium",
    about: "hygiene",
    domain: "iam",
    fixable: true,
    practice: "least privilege",
    description: "Some conditions are always met and some never: ForAllValues holds when the key is absent, IfExists too, StringEquals takes `*` for a star, and a date may have passed. What they were meant to guard stands open, or shut.",
    remediation: "Write the condition so that it fails when the key is absent and compares as it was meant.",
    cwe: ["CWE-284", "CWE-1288"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (isOutOfScope(policy, unit)) return;
    for (const statement of policy.document.statements) {
      const guarded2 = nullGuarded(statement.conditions);
      for (const condition of statement.conditions) yield* checkCondition(condition, statement, guarded2);
    }
  }
});
function* checkCondition(condition, statement, guarded2) {
  if (condition.operator.value.includes(UNKNOWN) || condition.key.value.includes(UNKNOWN)) return;
  const allows = statement.effect.value.toLowerCase() === "allow";
  const operator = operatorOf(condition);
  const key = keyOf(condition);
  const element = `${condition.operator.value} ${key}`;
  if (operator.quantifier === "all" && isMultivalued(key) === false && allows && !guarded2.has(key)) {
    yield {
      span: condition.operator.span,
      message: `${quote(condition.operator)} on ${quote(condition.key)}, which has one value: it is met by every request that does not carry the key.`,
      element,
      remediation: `Write \`${withoutQuantifier(condition.operator)}\`.`,
      ...replacing(condition.operator, withoutQuantifier(condition.operator))
    };
    return;
  }
  if (allows && operator.ifExists && key === "aws:multifactorauthpresent") {
    yield {
      span: condition.operator.span,
      message: `${quote(condition.operator)} lets requests through that carry no ${quote(condition.key)}: those made with an access key.`,
      element,
      remediation: "Write `Bool`.",
      ...replacing(condition.operator, "Bool")
    };
    return;
  }
  if (operator.name.startsWith("date") && allows) yield* checkDate(condition, statement, guarded2, element);
  if (allows && takesWildcards(operator.name)) yield* checkPattern(condition, element);
  if (/^string(not)?equals/.test(operator.name) && !key.endsWith(":sub")) {
    const wild = condition.values.find((leaf) => leaf.value.replaceAll("${*}", "").includes("*"));
    if (!wild) return;
    const like = condition.operator.value.replace(/Equals(IgnoreCase)?/i, "Like");
    yield {
      span: wild.span,
      message: `${quote(condition.operator)} takes the \`*\` in ${quote(wild)} for a star, not for a wildcard: ${operator.negated ? "every request meets it" : "no request meets it"}.`,
      element: `${element} ${wild.value}`,
      remediation: `Write \`${like}\`, or name the value without a wildcard.`,
      related: [{ span: condition.operator.span, message: `\`${like}\` would take it for a wildcard` }]
    };
  }
}
function* checkPattern({ key, values }, element) {
  const wide = values.find(({ value }) => !/^\*+$/.test(value) && fitsEveryone(key.value.toLowerCase(), value));
  if (!wide) return;
  yield {
    span: wide.span,
    message: `Every ${quote(key)} there is fits ${quote(wide)}: it tells nobody from anybody.`,
    element: `${element} ${wide.value}`,
    remediation: "Write the value itself, or remove the condition."
  };
}
function* checkDate(condition, statement, guarded2, element) {
  const strength = judgeCondition(condition, guarded2, "holder").strength;
  const bound2 = condition.values[0];
  if (!bound2) return;
  if (strength === "never") {
    yield {
      severity: "note",
      span: bound2.span,
      message: `${quote(bound2)} has passed: the statement grants nothing any more.`,
      element,
      remediation: "Remove the statement."
    };
  } else if (strength === "vacuous" && !hasEnd(statement)) {
    yield {
      span: bound2.span,
      message: `${quote(bound2)} has passed, so ${quote(condition.operator)} is met by every request from then on.`,
      element,
      remediation: "Add an end (`DateLessThan`), or remove the condition if the grant is meant to stay."
    };
  }
}
function hasEnd(statement) {
  return statement.conditions.some((condition) => operatorOf(condition).name.startsWith("dateless"));
}
var withoutQuantifier = (operator) => operator.value.replace(/^For(AllValues|AnyValue):/i, "");
function replacing(leaf, text2) {
  return leaf.span.end - leaf.span.start === leaf.value.length ? { fix: [{ span: leaf.span, text: text2 }] } : {};
}

// src/rules/iam/weak-password-policy.ts
var SHORTEST3 = 14;
var REQUIRED = [
  ["require_lowercase_characters", "lower case"],
  ["require_uppercase_characters", "upper case"],
  ["require_numbers", "digits"],
  ["require_symbols", "symbols"]
];
var weak_password_policy_default = defineRule({
  meta: {
    id: "iam/weak-password-policy",
    title: "Account takes weak passwords",
    severity: "low",
    about: "hygiene",
    domain: "iam",
    practice: "password policy",
    description: "Console passwords of IAM users guard the account as much as keys do, and this policy lets them be short, plain or used again.",
    remediation: "At least 14 characters with all kinds required, and 24 remembered; better still, no IAM users but IAM Identity Center.",
    cwe: ["CWE-521"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"]
  },
  on: "resource",
  types: ["aws_iam_account_password_policy"],
  *check({ span, arguments: properties }) {
    const length = numberOf2(member(properties, "minimum_password_length"));
    const lacking = REQUIRED.filter(([name]) => leafOf(member(properties, name))?.value === "false").map(
      ([, what]) => what
    );
    const faults = [
      ...length !== void 0 && length < SHORTEST3 ? [`${length} characters are enough`] : [],
      ...lacking.length > 0 ? [`${listed(lacking)} are not asked for`] : [],
      ...numberOf2(member(properties, "password_reuse_prevention")) === 0 ? ["old ones may come back"] : []
    ];
    if (faults.length === 0) return;
    yield { span, message: `Passwords are weak: ${faults.join("; ")}.`, element: "password-policy" };
  }
});
function numberOf2(value) {
  const number2 = Number(leafOf(value)?.value ?? Number.NaN);
  return Number.isNaN(number2) ? void 0 : number2;
}

// src/rules/network/default-network.ts
var default_network_default = requirementRule(
  {
    id: "network/default-network",
    title: "The default VPC is used",
    severity: "note",
    practice: "private subnets, no public address",
    description: "In the default VPC every subnet is public, and what is started without thought lands beside this.",
    remediation: "Make a VPC of its own with private subnets, and leave the default one empty.",
    cwe: ["CWE-1188"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  },
  [
    {
      types: "aws_default_vpc aws_default_subnet",
      at: "default",
      is: "elsewhere",
      says: "is the network that AWS made for the account, in which everything is public"
    }
  ]
);

// src/rules/network/imdsv1.ts
var imdsv1_default = requirementRule(
  {
    id: "network/imdsv1",
    title: "Credentials of the machine can be had by a plain request",
    severity: "low",
    practice: "IMDSv2 required, hop limit 1",
    description: "With version 1 of the metadata service one forged request (SSRF) is enough to get the credentials of the role. Version 2 asks for a token that such a request cannot bring, and a hop limit of 1 keeps containers and proxies from it.",
    remediation: 'Set `http_tokens = "required"` and leave `http_put_response_hop_limit` at 1; for the whole account there is `aws_ec2_instance_metadata_defaults`.',
    cwe: ["CWE-918"],
    references: [
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"
    ]
  },
  [
    {
      types: "aws_instance",
      at: ["metadata_options.http_tokens", "metadata_options.http_tokens"],
      is: isRequired,
      fix: "required",
      fixIn: "terraform",
      absent: "wrong",
      where: isNotOff,
      unless: isSetElsewhere,
      says: "answers requests for its credentials without a token (IMDSv1)"
    },
    {
      types: "aws_launch_configuration",
      at: ["metadata_options.http_tokens", "metadata_options.http_tokens"],
      is: isRequired,
      fix: "required",
      absent: "wrong",
      where: isNotOff,
      unless: isSetElsewhere,
      says: "starts machines that answer requests for their credentials without a token (IMDSv1)"
    },
    {
      types: "aws_launch_template",
      at: ["metadata_options.http_tokens", "launch_template_data.metadata_options.http_tokens"],
      is: isRequired,
      fix: "required",
      absent: "wrong",
      where: isNotOff,
      unless: isSetElsewhere,
      says: "starts machines that answer requests for their credentials without a token (IMDSv1)"
    },
    {
      types: "aws_ec2_instance_metadata_defaults",
      at: "http_tokens",
      is: isRequired,
      fix: "required",
      says: "lets machines of the account answer without a token (IMDSv1)"
    },
    {
      types: "aws_instance aws_launch_configuration",
      at: "metadata_options.http_put_response_hop_limit",
      is: isOneHop,
      severity: "note",
      says: "lets containers on the machine have its credentials (hop limit above 1)"
    },
    {
      types: "aws_launch_template",
      at: [
        "metadata_options.http_put_response_hop_limit",
        "launch_template_data.metadata_options.http_put_response_hop_limit"
      ],
      is: isOneHop,
      severity: "note",
      says: "lets containers on the machine have its credentials (hop limit above 1)"
    },
    {
      types: "aws_sagemaker_notebook_instance",
      at: "instance_metadata_service_configuration.minimum_instance_metadata_service_version",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "2",
      says: "answers requests for its credentials without a token (IMDSv1)"
    }
  ]
);
function isRequired(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word === "required";
}
function isOneHop(value) {
  const hops = numberOf(value);
  return hops === void 0 ? void 0 : hops <= 1;
}
function isNotOff(resource) {
  const template = isCloudFormation(resource.type) ? "launch_template_data.metadata_options.http_endpoint" : "metadata_options.http_endpoint";
  return [template, "metadata_options.http_endpoint"].every((at) => switchOf(valueAt(resource, at)) !== false);
}
function isSetElsewhere(resource, { unit }) {
  const account = ofType(unit, "aws_ec2_instance_metadata_defaults");
  if (account.some((one) => wordOf(valueAt(one, "http_tokens")) === "required")) return true;
  return canonicalType(resource.type) === "aws_instance" && valueAt(resource, "launch_template") !== void 0;
}

// src/rules/network/invalid-headers.ts
var invalid_headers_default = requirementRule(
  {
    id: "network/invalid-headers",
    title: "Load balancer passes malformed headers on",
    severity: "note",
    practice: "TLS on every way in",
    description: "Headers that are not well-formed are how requests are smuggled past a load balancer to the machine behind it.",
    remediation: "Set `drop_invalid_header_fields = true`.",
    cwe: ["CWE-444"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"]
  },
  [
    {
      types: "aws_lb",
      at: ["drop_invalid_header_fields", void 0],
      is: "on",
      where: isApplication,
      says: "passes headers on that are not well-formed"
    },
    {
      types: "aws_lb",
      at: [void 0, "load_balancer_attributes"],
      is: (value) => attributeOf(value, "routing.http.drop_invalid_header_fields.enabled"),
      absent: "wrong",
      where: isApplication,
      says: "passes headers on that are not well-formed"
    }
  ]
);
function isApplication(balancer) {
  const type = valueAt(balancer, ["load_balancer_type", "type"]);
  return type === void 0 || wordOf(type) === "application";
}

// src/rules/network/no-web-firewall.ts
var no_web_firewall_default = requirementRule(
  {
    id: "network/no-web-firewall",
    title: "Nothing filters what comes from the web",
    severity: "note",
    practice: "TLS on every way in",
    description: "A web application firewall takes the common attacks and floods away before they reach the application.",
    remediation: "Associate a web ACL of AWS WAF, with the managed rule groups of AWS to begin with.",
    cwe: ["CWE-693"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html",
      "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html"
    ]
  },
  [
    {
      types: "aws_cloudfront_distribution",
      at: ["web_acl_id", "distribution_config.web_acl_id"],
      is: "set",
      says: "has no web application firewall"
    },
    {
      types: "aws_api_gateway_stage",
      at: "web_acl",
      is: "elsewhere",
      where: (stage) => !stage.type.includes("Serverless"),
      unless: hasFirewall,
      says: "has no web application firewall"
    },
    {
      types: "aws_lb",
      at: "web_acl",
      is: "elsewhere",
      where: isPublicApplication,
      unless: hasFirewall,
      says: "has no web application firewall"
    },
    {
      types: "aws_appsync_graphql_api",
      at: "web_acl",
      is: "elsewhere",
      unless: hasFirewall,
      says: "has no web application firewall"
    }
  ]
);
function hasFirewall(resource, { unit }) {
  return ["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"].some(
    (type) => besides(unit, resource, type, "resource_arn").length > 0
  );
}
function isPublicApplication(balancer) {
  const type = valueAt(balancer, ["load_balancer_type", "type"]);
  if (type !== void 0 && wordOf(type) !== "application") return false;
  const internal = valueAt(balancer, ["internal", "scheme"]);
  return internal === void 0 || switchOf(internal) === false || wordOf(internal) === "internet-facing";
}

// src/rules/network/old-tls.ts
var old_tls_default = requirementRule(
  {
    id: "network/old-tls",
    title: "Old versions of TLS are accepted",
    severity: "low",
    practice: "TLS on every way in",
    description: "TLS 1.0 and 1.1 have known weaknesses and were retired in 2021; a client that can be talked down to them is not protected.",
    remediation: "Ask for TLS 1.2 at least: `ELBSecurityPolicy-TLS13-1-2-2021-06`, `TLSv1.2_2021`, `Policy-Min-TLS-1-2-2019-07`, `TLS_1_2`.",
    cwe: ["CWE-326", "CWE-327"],
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
    ]
  },
  [
    {
      types: "aws_lb_listener",
      at: "ssl_policy",
      is: isModernElb,
      where: isSecureListener,
      absent: "wrong",
      says: "accepts TLS 1.0 and 1.1"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "viewer_certificate[].minimum_protocol_version",
        "distribution_config.viewer_certificate[].minimum_protocol_version"
      ],
      is: isModernCdn,
      says: "accepts old versions of TLS"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "viewer_certificate.cloudfront_default_certificate",
        "distribution_config.viewer_certificate.cloud_front_default_certificate"
      ],
      is: "off",
      severity: "note",
      says: "has the certificate of CloudFront, with which TLS 1.0 is accepted"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "origin[].custom_origin_config[].origin_ssl_protocols",
        "distribution_config.origins[].custom_origin_config[].origin_ssl_protocols"
      ],
      is: hasNoOldVersion,
      says: "speaks old versions of TLS with its origin"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: "domain_endpoint_options.tls_security_policy",
      is: isModernSearch,
      absent: "wrong",
      says: "accepts TLS 1.0"
    },
    {
      types: "aws_api_gateway_domain_name",
      at: "security_policy",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "TLS_1_0",
      says: "accepts TLS 1.0"
    },
    {
      types: "aws_apigatewayv2_domain_name",
      at: ["domain_name_configuration[].security_policy", "domain_name_configurations[].security_policy"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "TLS_1_0",
      says: "accepts TLS 1.0"
    },
    {
      types: "aws_transfer_server",
      at: "security_policy_name",
      is: (value) => wordOf(value) === void 0 ? void 0 : !/-(?:2018-11|2020-06)$/.test(wordOf(value)),
      says: "accepts old algorithms"
    }
  ]
);
function isModernElb(value) {
  const word = wordOf(value);
  if (word === void 0) return void 0;
  return /TLS-?1-?[23]|TLS13|FS-1-2/.test(word) && !/TLS13-1-[01]-/.test(word);
}
function isModernCdn(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : /^TLSv1\.[23]/.test(word);
}
function hasNoOldVersion(value) {
  const { known } = wordsOf(value);
  return known.length === 0 ? void 0 : !known.some((version) => /^(?:SSLv3|TLSv1|TLSv1\.1)$/.test(version));
}
function isModernSearch(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : /TLS-1-2/.test(word);
}
function isSecureListener(listener) {
  return /^(?:HTTPS|TLS)$/i.test(wordOf(valueAt(listener, "protocol")) ?? "");
}

// src/rules/network/open-api.ts
var open_api_default = requirementRule(
  {
    id: "network/open-api",
    title: "API answers without asking who calls",
    severity: "low",
    practice: "API access by IAM (`execute-api:Invoke` scoped)",
    description: "The method has no authorization: whoever finds its address may call it, as often as they like.",
    remediation: "Set the authorization to `AWS_IAM`, to a Cognito user pool or to an authorizer; for what is public on purpose, a usage plan and a firewall.",
    cwe: ["CWE-306"],
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
    ]
  },
  [
    {
      types: "aws_api_gateway_method",
      at: ["authorization", "authorization_type"],
      is: isAsked,
      where: isNoPreflight,
      unless: isPrivate2,
      absent: "wrong",
      says: "can be called by everybody"
    },
    {
      types: "aws_apigatewayv2_route",
      at: "authorization_type",
      is: isAsked,
      where: isNoPreflight,
      absent: "wrong",
      says: "can be called by everybody"
    }
  ]
);
function isAsked(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word.toUpperCase() !== "NONE";
}
function isNoPreflight(method) {
  const verb = wordOf(valueAt(method, ["http_method", "http_method"])) ?? wordOf(valueAt(method, "route_key"));
  if (verb !== void 0 && /^(?:OPTIONS\b|\$(?:dis)?connect|\$default$)/i.test(verb)) return false;
  return switchOf(valueAt(method, "api_key_required")) !== true;
}
function isPrivate2(method, { unit }) {
  const api = meantBy(unit, valueAt(method, "rest_api_id"), "aws_api_gateway_rest_api");
  return api !== void 0 && wordsOf(valueAt(api, "endpoint_configuration.types")).known.includes("PRIVATE");
}

// src/rules/network/openings.ts
var OPENING_TYPES = [
  "aws_security_group",
  "aws_default_security_group",
  "aws_security_group_rule",
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
  "aws_network_acl",
  "aws_default_network_acl",
  "aws_network_acl_rule",
  "aws_db_security_group",
  "aws_redshift_security_group"
];
function openingsOf(resource, direction) {
  const type = canonicalType(resource.type);
  switch (type) {
    case "aws_security_group":
    case "aws_default_security_group":
      return blocksAt(resource, [`${direction}[]`, `security_group_${direction}[]`]).flatMap(
        (block) => rule(block, false)
      );
    case "aws_security_group_rule":
      return wordOf(valueAt(resource, "type")) === direction ? rule(resource.arguments, false, resource.span) : [];
    case "aws_vpc_security_group_ingress_rule":
    case "aws_vpc_security_group_egress_rule":
      return type.includes(direction) ? rule(resource.arguments, false, resource.span) : [];
    case "aws_network_acl":
    case "aws_default_network_acl":
      return blocksAt(resource, `${direction}[]`).flatMap((block) => allowed(block, "action", block.span));
    case "aws_network_acl_rule": {
      const egress = switchOf(valueAt(resource, "egress")) ?? false;
      return egress === (direction === "egress") ? allowed(resource.arguments, "rule_action", resource.span) : [];
    }
    default:
      return direction === "ingress" ? classic(resource) : [];
  }
}
function blocksAt(resource, path2) {
  return valuesAt(resource, path2).flatMap(({ value }) => mapsIn(value));
}
function mapsIn(value) {
  if (value?.kind === "map") return [value];
  if (value?.kind === "list") return value.items.flatMap(mapsIn);
  return value?.kind === "unknown" ? (value.maybe ?? []).flatMap(mapsIn) : [];
}
function allowed(block, action, span) {
  return wordOf(partOf(block, action))?.toLowerCase() === "allow" ? rule(block, true, span) : [];
}
var BLOCKS = ["cidr_blocks", "ipv6_cidr_blocks", "cidr_block", "ipv6_cidr_block", "cidr_ip", "cidr_ipv4", "cidr_ipv6"];
function rule(block, acl, span = block.span) {
  const blocks = [...new Set(BLOCKS.flatMap((name) => wordsOf(partOf(block, name)).known))];
  if (blocks.length === 0) return [];
  const protocol = wordOf(partOf(block, "protocol") ?? partOf(block, "ip_protocol"))?.toLowerCase();
  if (protocol === void 0) return [];
  const ports = portsOf(block, protocol);
  return ports === "not known" ? [] : [{ span, blocks, ports, protocol: NUMBERS[protocol] ?? protocol, acl }];
}
var NUMBERS = { 6: "tcp", 17: "udp" };
var ALL = /* @__PURE__ */ new Set(["-1", "all"]);
var WITH_PORTS = /* @__PURE__ */ new Set(["tcp", "6", "udp", "17"]);
function portsOf(block, protocol) {
  if (ALL.has(protocol)) return void 0;
  if (!WITH_PORTS.has(protocol)) return "not known";
  const range2 = partOf(block, "port_range");
  const [from, to] = range2 ? [partOf(range2, "from"), partOf(range2, "to")] : [partOf(block, "from_port"), partOf(block, "to_port")];
  if (from === void 0 && to === void 0) return [0, 65535];
  const [first, last] = [numberOf(from), numberOf(to)];
  if (first === void 0 || last === void 0) return "not known";
  return first === -1 || last === -1 ? [0, 65535] : [first, last];
}
function classic(resource) {
  const path2 = ["ingress[].cidr", "db_security_group_ingress[].cidr_ip"];
  return valuesAt(resource, path2).flatMap(({ value, span }) => {
    const blocks = wordsOf(value).known;
    return blocks.length === 0 ? [] : [{ span, blocks, ports: [0, 65535], protocol: "tcp", acl: false }];
  });
}
function internetBlocks(blocks) {
  const huge = blocks.filter(
    (block) => /^(?!10\.)[\d.]+\/[0-7]$/.test(block) || /^[\da-f:]+\/(?:[0-9]|1[0-6])$/i.test(block)
  );
  const wide = huge.filter((block) => holdInternet([block]));
  if (wide.length > 0) return wide;
  if (holdInternet(blocks)) return blocks;
  return huge;
}

// src/rules/network/open-egress.ts
var open_egress_default = defineRule({
  meta: {
    id: "network/open-egress",
    title: "Everything may connect to the whole internet",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "security groups: no 0.0.0.0/0 ingress but 80 and 443; egress narrowed",
    description: "Whoever gets into the machine can carry data out to any address and load tools from anywhere. Most machines need a few services, many of which VPC endpoints reach.",
    remediation: "Let out what is needed: 443, and the ports of databases by their security groups; prefix lists name services of AWS.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"]
  },
  on: "resource",
  types: OPENING_TYPES.filter((type) => !type.includes("acl")),
  *check(resource) {
    for (const { span, blocks, ports } of openingsOf(resource, "egress")) {
      const open2 = internetBlocks(blocks);
      const wide = ports === void 0 || ports[1] - ports[0] > 6e4;
      if (open2.length === 0 || !wide) continue;
      yield { span, message: `Every port may be reached at ${open2.slice(0, 3).join(" and ")}.`, element: "egress" };
      return;
    }
  }
});

// src/rules/network/open-ingress.ts
var ADMINISTRATION = [
  [22, "SSH"],
  [23, "Telnet"],
  [3389, "RDP"],
  [5900, "VNC"],
  [5985, "WinRM"],
  [5986, "WinRM"],
  [2375, "Docker"],
  [2376, "Docker"]
];
var SERVICES2 = [
  [20, "FTP"],
  [21, "FTP"],
  [445, "SMB"],
  [135, "RPC"],
  [1433, "SQL Server"],
  [1521, "Oracle"],
  [2049, "NFS"],
  [3306, "MySQL"],
  [5432, "PostgreSQL"],
  [5439, "Redshift"],
  [6379, "Redis"],
  [9092, "Kafka"],
  [9200, "Elasticsearch"],
  [11211, "memcached"],
  [27017, "MongoDB"]
];
var open_ingress_default = defineRule({
  meta: {
    id: "network/open-ingress",
    title: "Port is open to the whole internet",
    severity: "low",
    about: "hygiene",
    domain: "machines",
    practice: "security groups: no 0.0.0.0/0 ingress but 80 and 443; egress narrowed",
    description: "Every address of the internet may connect. What listens there is found within minutes and tried around the clock; only a web server on 80 and 443 is meant for that.",
    remediation: "Name the addresses or the security group that need it. To administer machines, use Session Manager or EC2 Instance Connect Endpoint, which need no open port.",
    cwe: ["CWE-284", "CWE-1327"],
    references: [
      "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"
    ]
  },
  on: "resource",
  types: OPENING_TYPES,
  *check(resource, context) {
    const seen = /* @__PURE__ */ new Set();
    for (const opening of merged2(openingsOf(resource, "ingress"))) {
      const open2 = internetBlocks(opening.blocks);
      if (open2.length === 0 || isForTheWeb(opening)) continue;
      const element = `${opening.protocol} ${opening.ports?.join("-") ?? "all"}`;
      if (seen.has(element)) continue;
      seen.add(element);
      yield hitOf2(opening, open2, element, resource, context);
    }
  }
});
function hitOf2(opening, open2, element, resource, context) {
  const administered = servicesIn(opening, ADMINISTRATION);
  const named3 = [...administered, ...servicesIn(opening, SERVICES2)].slice(0, 4);
  const what = opening.ports ? `${opening.protocol.toUpperCase()} ${rangeOf(opening.ports)}` : "Every port of every protocol";
  const among = named3.length === 0 ? "" : opening.ports?.[0] === opening.ports?.[1] && opening.ports ? ` (${named3[0]})` : `, among them ${named3.join(", ")},`;
  const guard = opening.acl ? void 0 : privateUsers(resource, context);
  const severity = guard || opening.acl ? "note" : administered.length > 0 ? "medium" : "low";
  return {
    span: opening.span,
    message: `${what}${among} is open to ${open2.slice(0, 3).join(" and ")}.${guard ? ` It weighs less, since ${guard}.` : ""}`,
    severity,
    element
  };
}
function merged2(openings) {
  const byPorts = /* @__PURE__ */ new Map();
  for (const opening of openings) {
    const key = `${opening.protocol} ${opening.ports}`;
    const known = byPorts.get(key);
    const both = known && internetBlocks(known.blocks).length === 0;
    if (!known) byPorts.set(key, opening);
    else if (both) byPorts.set(key, { ...opening, blocks: [...known.blocks, ...opening.blocks] });
  }
  return [...byPorts.values()];
}
var isForTheWeb = ({ ports }) => ports?.[0] === ports?.[1] && (ports?.[0] === 80 || ports?.[0] === 443);
function servicesIn({ ports }, services) {
  const names = services.filter(([port]) => !ports || ports[0] <= port && port <= ports[1]).map(([, name]) => name);
  return [...new Set(names)];
}
var rangeOf = ([first, last]) => first === last ? `${first}` : `${first}-${last}`;
function privateUsers(group, { unit }) {
  const users = USERS2.flatMap(
    ([type, at]) => ofType(unit, type).filter((user) => {
      const groups = valueAt(user, at);
      return groups !== void 0 && refersTo(groups, group);
    }).map((user) => ({ user, type }))
  );
  if (users.length === 0) return void 0;
  const hidden = users.every(({ user, type }) => PRIVATE[type]?.(user) === true);
  return hidden ? `\`${users[0].user.anchor}\` has no public address` : void 0;
}
var USERS2 = [
  ["aws_instance", "vpc_security_group_ids"],
  ["aws_lb", "security_groups"],
  ["aws_db_instance", "vpc_security_group_ids"],
  ["aws_launch_template", "vpc_security_group_ids"]
];
var PRIVATE = {
  aws_instance: (user) => switchOf(valueAt(user, "associate_public_ip_address")) === false,
  aws_lb: (user) => switchOf(valueAt(user, "internal")) === true || valueAt(user, "scheme")?.kind === "string",
  aws_db_instance: (user) => switchOf(valueAt(user, "publicly_accessible")) !== true
};

// src/rules/network/plain-http.ts
var plain_http_default = requirementRule(
  {
    id: "network/plain-http",
    title: "Traffic is taken without encryption",
    severity: "low",
    practice: "TLS on every way in",
    description: "Whoever sits on the way reads and changes what goes over plain HTTP: sessions, passwords, what is shown.",
    remediation: "Listen on HTTPS, and let the plain listener do nothing but redirect to it.",
    cwe: ["CWE-319"],
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https.html"
    ]
  },
  [
    {
      types: "aws_lb_listener",
      at: "protocol",
      is: isNotHttp,
      where: doesNotRedirect,
      says: "takes plain HTTP and does not redirect to HTTPS"
    },
    {
      types: "aws_elb",
      at: ["listener[].lb_protocol", "listeners[].protocol"],
      is: isNotHttp,
      says: "takes plain HTTP"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "default_cache_behavior[].viewer_protocol_policy",
        "distribution_config.default_cache_behavior[].viewer_protocol_policy"
      ],
      is: isNotAllowAll,
      says: "lets viewers come by plain HTTP"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "ordered_cache_behavior[].viewer_protocol_policy",
        "distribution_config.cache_behaviors[].viewer_protocol_policy"
      ],
      is: isNotAllowAll,
      says: "lets viewers come by plain HTTP"
    },
    {
      types: "aws_cloudfront_distribution",
      at: [
        "origin[].custom_origin_config[].origin_protocol_policy",
        "distribution_config.origins[].custom_origin_config[].origin_protocol_policy"
      ],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "http-only",
      says: "fetches from its origin by plain HTTP"
    },
    {
      types: "aws_elasticsearch_domain aws_opensearch_domain",
      at: ["domain_endpoint_options.enforce_https", "domain_endpoint_options.enforce_https"],
      is: "on",
      says: "takes plain HTTP"
    },
    {
      types: "aws_sns_topic_subscription",
      at: "protocol",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "http",
      says: "sends messages by plain HTTP"
    }
  ]
);
function isNotHttp(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word.toUpperCase() !== "HTTP";
}
function isNotAllowAll(value) {
  const word = wordOf(value);
  return word === void 0 ? void 0 : word !== "allow-all";
}
function doesNotRedirect(listener) {
  const actions = valuesAt(listener, ["default_action[]", "default_actions[]"]).flatMap(
    ({ value }) => value?.kind === "list" ? value.items : value ? [value] : []
  );
  return actions.every((action) => {
    const kind = wordOf(partOf(action, "type"));
    return kind === "forward" || kind?.startsWith("authenticate") === true;
  });
}

// src/rules/network/public-address.ts
var public_address_default = requirementRule(
  {
    id: "network/public-address",
    title: "Machine has a public address",
    severity: "note",
    practice: "private subnets, no public address",
    description: "What has a public address can be reached from the internet wherever a security group lets it, now or after somebody edits one.",
    remediation: "Put it into a private subnet; let it out by a NAT gateway or VPC endpoints, and in by a load balancer or Session Manager.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  },
  [
    {
      types: "aws_instance",
      at: ["associate_public_ip_address", "network_interfaces[].associate_public_ip_address"],
      is: "off",
      says: "gets a public address"
    },
    {
      types: "aws_launch_template",
      at: [
        "network_interfaces[].associate_public_ip_address",
        "launch_template_data.network_interfaces[].associate_public_ip_address"
      ],
      is: "off",
      says: "gives machines public addresses"
    },
    {
      types: "aws_launch_configuration",
      at: "associate_public_ip_address",
      is: "off",
      says: "gives machines public addresses"
    },
    {
      types: "aws_ecs_service",
      at: ["network_configuration.assign_public_ip", "network_configuration.awsvpc_configuration.assign_public_ip"],
      is: "off",
      says: "gives its tasks public addresses"
    },
    {
      types: "aws_sagemaker_notebook_instance",
      at: "direct_internet_access",
      is: "off",
      absent: "wrong",
      says: "has direct access to the internet"
    }
  ]
);

// src/rules/network/public-cluster-endpoint.ts
var public_cluster_endpoint_default = requirementRule(
  {
    id: "network/public-cluster-endpoint",
    title: "Kubernetes API answers the whole internet",
    severity: "low",
    practice: "private subnets, no public address",
    description: "The API server of the cluster can be reached from everywhere; whoever has a token or finds a flaw needs nothing else.",
    remediation: "Turn the public endpoint off, or name the addresses that may use it in `public_access_cidrs`; turn the private one on.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html"
    ]
  },
  [
    {
      types: "aws_eks_cluster",
      at: ["vpc_config.public_access_cidrs", "resources_vpc_config.public_access_cidrs"],
      is: isNarrow,
      absent: "wrong",
      where: isPublic,
      says: "has an API server that answers the whole internet"
    }
  ]
);
function isNarrow(value) {
  const { known, open: open2 } = wordsOf(value);
  if (holdInternet(known)) return false;
  return open2 ? void 0 : true;
}
function isPublic(cluster) {
  const found2 = valuesAt(cluster, ["vpc_config.endpoint_public_access", "resources_vpc_config.endpoint_public_access"]);
  return found2.every(({ value }) => value === void 0 || switchOf(value) === true);
}

// src/rules/network/public-subnet.ts
var public_subnet_default = requirementRule(
  {
    id: "network/public-subnet",
    title: "Subnet gives every machine a public address",
    severity: "low",
    practice: "private subnets, no public address",
    description: "Whatever is started in this subnet gets a public address without anybody asking for it.",
    remediation: "Leave `map_public_ip_on_launch` off, and give addresses to the few machines that need one.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"]
  },
  [
    {
      types: "aws_subnet aws_default_subnet",
      at: "map_public_ip_on_launch",
      is: "off",
      says: "gives a public address to whatever is started in it"
    }
  ]
);

// src/rules/network/publicly-accessible.ts
var publicly_accessible_default = requirementRule(
  {
    id: "network/publicly-accessible",
    title: "Service of the inside has a public address",
    severity: "medium",
    practice: "private subnets, no public address",
    description: "A database or broker with a public address is tried by everybody; one wrong security group, or one weak password, is all that is left.",
    remediation: "Set `publicly_accessible = false`, and reach it from inside the VPC, by a VPN or by Session Manager.",
    cwe: ["CWE-284", "CWE-668"],
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
    ]
  },
  [
    {
      types: "aws_db_instance aws_rds_cluster_instance aws_rds_cluster aws_neptune_cluster_instance aws_docdb_cluster_instance aws_dms_replication_instance aws_mq_broker aws_redshiftserverless_workgroup",
      at: "publicly_accessible",
      is: "off",
      says: "has a public address"
    },
    { types: "aws_redshift_cluster", at: "publicly_accessible", is: "off", says: "has a public address" },
    // Public unless said otherwise.
    {
      types: "aws_dms_replication_instance",
      at: [void 0, "publicly_accessible"],
      is: () => true,
      absent: "wrong",
      says: "has a public address"
    },
    {
      types: "aws_msk_cluster",
      at: "broker_node_group_info.connectivity_info[].public_access[].type",
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) === "DISABLED",
      says: "can be reached from the internet"
    },
    {
      types: "aws_lambda_function_url",
      at: ["authorization_type", "auth_type"],
      is: (value) => wordOf(value) === void 0 ? void 0 : wordOf(value) !== "NONE",
      severity: "low",
      says: "answers everybody: it asks for no authorization"
    }
  ]
);

// src/rules/scan/unread.ts
var unread_default = defineRule({
  meta: {
    id: "scan/unread",
    title: "Part of a file could not be judged",
    severity: "high",
    about: "hygiene",
    domain: "pipelines",
    practice: "nothing passes unread",
    description: "A limit of the scanner was reached: the file is larger, more deeply nested or more tangled than any that people write, so a part of it was not looked at. Whoever wants something to pass unseen puts it behind such a limit, so a change that reaches one blocks until somebody has looked. Where it stood before, it is told with medium severity. Limits are counts and never times: the same text gives the same answer on any machine.",
    remediation: "Split the file, or take generated data out of it and out of the repository, then everything is read. Where the file has to be like that and somebody has looked at it, allow it by `rule: scan/unread` and `path` in the configuration, or leave out what is no code with `paths-ignore`.",
    cwe: ["CWE-693"],
    references: ["https://cwe.mitre.org/data/definitions/693.html"]
  },
  on: "unread",
  *check(node) {
    yield { span: node.span, message: node.message, element: node.element, properties: { limit: node.limit } };
  }
});

// src/rules/trust/account-root.ts
var account_root_default = defineRule({
  meta: {
    id: "trust/account-root",
    title: "Role leaves it to the whole account who may assume it",
    severity: "note",
    about: "trust",
    domain: "iam",
    practice: "no root access keys, no root use",
    description: "`:root` in a trust policy does not mean the root user: it means every user and role of the account whose own policy allows sts:AssumeRole. Who that is, this role does not know.",
    remediation: "Name the roles that assume it, or narrow the account by aws:PrincipalArn or a principal tag.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (policy.document.role !== "trust") return;
    const granting = policy.document.statements.filter(isAllow);
    const principals = granting.flatMap((statement) => statement.principals);
    const [first] = principals;
    const own = new RegExp(`^arn:[^:]*:iam::[${UNKNOWN}\\d]+:root$`);
    const conditioned = granting.some((statement) => statement.conditions.length > 0);
    if (!first || conditioned || !principals.every(({ type, value }) => type === "AWS" && own.test(value.value))) return;
    const [holder] = policy.holders;
    const who = holder ? holderWords(principalsOf(unit).principal(holder)) : "the role";
    yield {
      span: first.value.span,
      message: `Every user and role of the account may become ${who}, if its own policy allows sts:AssumeRole.`,
      element: "root"
    };
  }
});

// src/rules/trust/admin-without-mfa.ts
var admin_without_mfa_default = defineRule({
  meta: {
    id: "trust/admin-without-mfa",
    title: "Administrator role can be assumed without a second factor",
    severity: "note",
    about: "trust",
    domain: "iam",
    practice: "MFA",
    description: "Users and accounts may assume this role, which is an administrator, with an access key alone: whoever finds one is in.",
    remediation: 'Add the condition "Bool": {"aws:MultiFactorAuthPresent": "true"} for people; let machines have a role that can do less.',
    cwe: ["CWE-308"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const [holder] = policy.holders;
    const role = policy.document.role === "trust" && holder ? principalsOf(unit).principal(holder) : void 0;
    if (!role || role.unknownBoundary || adminIn(permissionsOfPrincipal(role, unit))?.assumed !== false) return;
    for (const statement of policy.document.statements.filter(isAllow)) {
      const person = statement.principals.find(
        ({ type, value }) => type === "AWS" && new RegExp(`^(\\d{12}|arn:[^:]*:iam::[\\d${UNKNOWN}]*:(root|user/.*))$`).test(value.value)
      );
      if (!person || asksSecondFactor(statement)) continue;
      yield {
        span: person.value.span,
        message: `${holderWords(role)} is an administrator, and no second factor is asked of who assumes it.`,
        element: "mfa",
        remediation: 'Add `"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}`.'
      };
    }
  }
});

// src/rules/trust/any-principal.ts
var any_principal_default = defineRule({
  meta: {
    id: "trust/any-principal",
    title: "Anyone at all is let in",
    severity: "critical",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: 'A trust or resource policy with the principal `*` and nothing that narrows it is open to every AWS account, often to anyone on the internet. `"AWS": "*"` is just as open as `"*"`.',
    remediation: 'Name the principals, or narrow them: "StringEquals": {"aws:PrincipalOrgID": "<o-\u2026>"}, or aws:SourceArn and aws:SourceAccount where a service calls.',
    cwe: ["CWE-284", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous",
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { role } = policy.document;
    if (role !== "trust" && role !== "resource" || isOutOfScope(policy, unit)) return;
    const all = openTrustGrants(policy, unit);
    for (const [, some] of groupedBy(all, ({ severity, narrowed }) => `${severity} ${narrowed}`)) {
      const [first, ...others] = some;
      const { severity, narrowed, principal } = first;
      yield {
        severity,
        confidence: narrowed === "unclear" || policy.holders.length === 0 ? "low" : "high",
        span: principal.value.span,
        message: message2(some, policy),
        element: some.map(elementOf3).sort().join(", "),
        related: others.slice(0, 20).map((one) => ({ span: one.principal.value.span, message: "here as well" })),
        remediation: remedy(policy)
      };
    }
  }
});
function elementOf3({ statement }) {
  const actions = [...statement.actions, ...statement.notActions];
  return `${statement.sid?.value ?? ""} ${actions[0]?.value ?? ""}`.trim();
}
function message2(some, { document, holders }) {
  const holder = holders[0];
  const what = holder ? quote(holder.name ?? holder.address) : "this resource";
  const actions = some.flatMap(
    ({ statement }) => statement.actions.length > 0 ? statement.actions.map(quote) : ["everything but what NotAction names"]
  );
  const open2 = document.role === "trust" ? `Anyone, in any account, may become ${holder ? `role ${what}` : "this role"}` : `Anyone may do ${listed([...new Set(actions)], 3)} with ${what}`;
  return `${open2}${tail(some[0].narrowed)}.`;
}
function tail(narrowed) {
  switch (narrowed) {
    case "address":
      return " from the addresses that are named";
    case "unclear":
      return ", unless a condition that is not known here narrows it";
    case "network":
      return ", from wherever its network lets them";
    case "embedded":
      return ", if it is a policy in use";
    case "blocked":
      return "; the public access block keeps it shut for now";
    default:
      return "";
  }
}
function remedy({ document, holders }) {
  if (document.role === "trust") {
    return 'Name who may assume the role: `"Principal": {"AWS": "arn:aws:iam::<account>:role/<name>"}`; for other companies add `"StringEquals": {"sts:ExternalId": "<id>"}`.';
  }
  const organization = '`"Condition": {"StringEquals": {"aws:PrincipalOrgID": "<o-\u2026>"}}`';
  switch (holders[0]?.service) {
    case "s3":
      return `Serve public files through CloudFront with origin access control, and name it: \`"Principal": {"Service": "cloudfront.amazonaws.com"}\` with \`"StringEquals": {"aws:SourceArn": "<ARN of the distribution>"}\`. Otherwise ${organization}.`;
    case "kms":
      return `Name the account: \`"Principal": {"AWS": "arn:aws:iam::<account>:root"}\`, or add \`"Condition": {"StringEquals": {"kms:CallerAccount": "<account>"}}\`.`;
    case "sqs":
    case "sns":
    case "lambda":
    case "events":
      return `Name the service that calls, with \`"Condition": {"ArnEquals": {"aws:SourceArn": "<ARN of what calls>"}}\`, or ${organization}.`;
    default:
      return `Name the principals, or add ${organization}.`;
  }
}

// src/rules/trust/condition-edit.ts
function conditionEdit(policy, statement, wanted) {
  const { uri } = statement.span;
  const syntax = syntaxOf(uri);
  const { operator, key, value } = wanted;
  if (!syntax || key.includes(UNKNOWN)) return void 0;
  const put = (at, text2) => at && isWritten(at, statement.span) ? [{ span: at.span, text: text2, asLines: true }] : void 0;
  if (policy.anchor.includes("aws_iam_policy_document.")) {
    const block = [
      `  test     = ${JSON.stringify(operator)}`,
      `  variable = ${JSON.stringify(key)}`,
      `  values   = [${value}]`
    ];
    return put(statement.actions[0], `condition {
${block.join("\n")}
}`);
  }
  const same = statement.conditions.find((condition) => condition.operator.value === operator);
  if (same) return put(same.key, entryLine(syntax, key, value));
  const [other] = statement.conditions;
  if (other) return put(other.operator, mapLine(syntax, operator, entryLine(syntax, key, value)));
  return put(statement.effect, mapLine(syntax, "Condition", mapLine(syntax, operator, entryLine(syntax, key, value))));
}
function ownAccount(policy, { unit, trustedAccounts }) {
  const isTemplate = unit.nodes.some((node) => node.kind === "resource" && isCloudFormation(node.type));
  const syntax = syntaxOf(policy.span.uri);
  if (isTemplate && syntax === "yaml") return "!Ref AWS::AccountId";
  if (isTemplate && syntax === "json") return '{ "Ref": "AWS::AccountId" }';
  const [only2, another] = trustedAccounts;
  return only2 !== void 0 && another === void 0 ? JSON.stringify(only2) : void 0;
}
function sourceAccountEdit(policy, statement, account, { unit }) {
  const owner = unit.nodes.find((node) => node.kind === "resource" && node.anchor === policy.anchor);
  const syntax = syntaxOf(policy.span.uri);
  const [principal] = statement.principals;
  if (owner?.kind === "resource" && canonicalType(owner.type) === "aws_lambda_permission" && principal && syntax) {
    const name = isCloudFormation(owner.type) ? "SourceAccount" : "source_account";
    return [{ span: principal.value.span, text: entryLine(syntax, name, account), asLines: true }];
  }
  return conditionEdit(policy, statement, { operator: "StringEquals", key: "aws:SourceAccount", value: account });
}
function isWritten({ span, value }, within2) {
  return span.uri === within2.uri && span.start >= within2.start && span.end <= within2.end && span.end - span.start === value.length;
}
function mapLine(syntax, name, entry) {
  const inner = entry.replace(/^/gm, "  ");
  if (syntax === "yaml") return `${name}:
${inner}`;
  if (syntax === "hcl") return `${name} = {
${inner}
}`;
  return `${JSON.stringify(name)}: {
${inner.replace(/,$/, "")}
},`;
}

// src/rules/trust/confused-deputy.ts
var SOURCELESS = /* @__PURE__ */ new Set(["edgelambda.amazonaws.com", "replicator.lambda.amazonaws.com"]);
var confused_deputy_default = defineRule({
  meta: {
    id: "trust/confused-deputy",
    title: "Service is let in for whoever it works for",
    severity: "medium",
    about: "trust",
    domain: "iam",
    fixable: true,
    practice: "least privilege",
    description: "AWS services call on behalf of their customers. Without a condition on the source, the service may be sent here by any other customer: the confused deputy.",
    remediation: "Add aws:SourceArn (the very resource that calls) or aws:SourceAccount (your account).",
    cwe: ["CWE-441"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"]
  },
  on: "policy",
  *check(policy, context) {
    const { unit } = context;
    const { document, holders } = policy;
    if (document.role !== "resource" || isOutOfScope(policy, unit)) return;
    for (const statement of document.statements.filter(isAllow)) {
      const services = statement.principals.filter(
        ({ type, value }) => type === "Service" && !value.value.includes(UNKNOWN) && !SOURCELESS.has(value.value)
      );
      const [first] = services;
      const { strength } = judgeConditions(statement.conditions, "named");
      if (!first || strength === "restricting" || strength === "never") continue;
      const actions = [...statement.actions, ...statement.notActions].map(quote);
      const account = ownAccount(policy, context);
      const fix = account && sourceAccountEdit(policy, statement, account, context);
      yield {
        confidence: holders.length === 0 ? "low" : "high",
        span: first.value.span,
        message: `${listed(
          services.map(({ value }) => quote(value)),
          3
        )} may do ${listed(actions, 3)} for any customer of AWS.`,
        element: first.value.value,
        remediation: `Say for whom: \`"Condition": {"ArnLike": {"aws:SourceArn": "<ARN of what calls>"}}\`, or \`{"StringEquals": {"aws:SourceAccount": "<account>"}}\`.`,
        ...fix && { fix }
      };
    }
  }
});

// src/rules/trust/cross-account.ts
var cross_account_default = defineRule({
  meta: {
    id: "trust/cross-account",
    title: "Another account is let in",
    severity: "medium",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: "Whoever controls that account decides who uses this door. That may be meant: then say so once, under trusted-accounts in the configuration.",
    remediation: "Add the account to trusted-accounts if it is yours. For a vendor, require the external id it gave you; inside an organization, aws:PrincipalOrgID.",
    cwe: ["CWE-284"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html"
    ]
  },
  on: "policy",
  *check(policy, { trustedAccounts, unit }) {
    const { document, holders } = policy;
    if (document.role !== "trust" && document.role !== "resource" || isOutOfScope(policy, unit)) return;
    const own = ownAccounts(document);
    for (const statement of document.statements.filter(isAllow)) {
      const told = /* @__PURE__ */ new Set();
      for (const { type, value } of statement.principals) {
        const account = type === "AWS" ? accountOf(value.value) : void 0;
        if (!account || told.has(account) || trustedAccounts.has(account) || own.has(account) || isOfAws(account))
          continue;
        told.add(account);
        const { strength, keys } = judgeConditions(statement.conditions, "named");
        const whole = /^\d+$|:root$/.test(value.value);
        const narrowed = strength === "restricting" || asksSecondFactor(statement);
        const guard = [...keys].find((key) => key === "sts:externalid" || key.startsWith("aws:principalorg")) ?? [...keys][0];
        yield {
          severity: narrowed ? "note" : "medium",
          confidence: holders.length === 0 ? "low" : "medium",
          span: value.span,
          message: `Account ${quote(account)} is let in${whole ? " as a whole: any user and role of it that its own policies allow" : ` as ${quote(value)}`}${narrowed && guard ? `, under ${quote(guard)}` : ""}.`,
          element: account,
          remediation: narrowed ? `Add \`${account}\` to trusted-accounts if it is yours.` : document.role === "trust" ? `Add \`${account}\` to trusted-accounts if it is yours; else require \`"Condition": {"StringEquals": {"sts:ExternalId": "<id>"}}\`.` : `Add \`${account}\` to trusted-accounts if it is yours; else require \`"Condition": {"StringEquals": {"aws:PrincipalOrgID": "<o-\u2026>"}}\`.`,
          properties: { account }
        };
      }
    }
  }
});

// src/rules/trust/existing-principal.ts
var existing_principal_default = defineRule({
  meta: {
    id: "trust/existing-principal",
    title: "Trust in a principal that is weaker, or not there",
    severity: "medium",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: "A role of power trusts a user or role that is there already, in the account given with --account-data, and has less: whoever is or becomes that one has the power, too. Or it trusts one that is not there, so that whoever makes one of that name gets in.",
    remediation: "Trust a principal that is as well guarded as the role, and ask for MFA where people assume it.",
    cwe: ["CWE-269", "CWE-284"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    if (policy.document.role !== "trust" || unit.session.accounts.length === 0 || isOutOfScope(policy, unit)) return;
    const role = policy.holders.map((holder) => principalsOf(unit).principal(holder)).find((found2) => found2);
    const power = role !== void 0 && isPowerful(role, unit);
    for (const { value } of policy.document.statements.filter(isAllow).flatMap(({ principals }) => principals)) {
      const [, kind, name] = /:iam::\d{12}:(role|user)\/(?:.*\/)?([^/*?]+)$/.exec(value.value) ?? [];
      const known = unit.session.accounts.find(({ account }) => account === accountOf(value.value));
      if (!known || name === void 0 || principalsOf(unit).named(kind, name).length > 0) continue;
      const existing = known.named(kind, name);
      if (existing === void 0) {
        yield {
          severity: "low",
          span: value.span,
          message: `There is no ${kind} ${quote(name)} in account ${known.account}, as of ${known.takenAt.slice(0, 10)}: whoever makes one gets in.`,
          element: `${name} missing`
        };
      } else if (power && existing.power === void 0 && !isAccountPlace(role.holder.address)) {
        yield {
          span: value.span,
          message: `${kind === "role" ? "Role" : "User"} ${quote(name)} of account ${known.account} can do less, and becomes ${quote(role.holder.name ?? role.holder.address)} here, which can make itself an administrator or is one.`,
          element: name
        };
      }
    }
  }
});

// src/iam/oidc-subjects.ts
function gradeSubject(value, operator, issuer) {
  const known = withWildcards(value, operator);
  if (known === "broken") return { broken: true };
  if (known === void 0 || !/[*?]/.test(known)) return {};
  const { servesEveryone, customer, project, things } = issuer;
  const literal2 = known.slice(0, known.search(/[*?]/));
  if (servesEveryone && (customer ? !customer.test(literal2) && !literal2.includes(UNKNOWN) : literal2 === "")) {
    return {
      severity: "critical",
      lets: /\w+:[^:]*\w$/.test(literal2) ? "every customer of the issuer whose name begins so" : "every customer of the issuer"
    };
  }
  if (project?.test(literal2) || literal2.includes(UNKNOWN)) return { severity: "note", lets: "every subject that fits" };
  if (!project && literal2 !== "") return { severity: "note", lets: "every subject that fits" };
  return {
    severity: "medium",
    lets: /^[*?]+$/.test(known) ? `every ${things} of the issuer` : `every ${things} that fits`
  };
}
function withWildcards(value, operator) {
  if (new RegExp(`^[${UNKNOWN}\\s]*$`).test(value)) return void 0;
  if (!operator.startsWith("stringequals")) return value;
  return /[*]/.test(value) ? "broken" : value.replaceAll("?", UNKNOWN);
}

// src/iam/github-subjects.ts
function gradeGitHubSubject(value, operator) {
  const subject = withWildcards(value, operator);
  if (subject === "broken") return { broken: true };
  if (subject === void 0) return {};
  const claims = claimsOf(subject);
  if (claims.length === 0) return /^[*?]|^r?e?p?o?[*?]/.test(subject) ? ANYONE : {};
  const graded = claims.flatMap(({ name, pattern }) => gradeClaim(name, pattern) ?? []);
  const [tightest] = graded.sort((a, b) => weightOf2(a) - weightOf2(b));
  if (!tightest) return subject.startsWith(UNKNOWN) ? {} : notSaidWhose(claims.map(({ name }) => name));
  if (tightest.severity) return tightest;
  if (/:pull_request$/.test(subject)) return { severity: "note", lets: "every pull request of the repository" };
  return claims.every(({ name }) => SAYS_WHOSE.test(name)) && /(:|@[^/:]*)\*+$/.test(subject) ? { severity: "note", lets: "every branch, tag, environment and pull request of the repository" } : {};
}
function gradeGitHubClaim(name, value, operator) {
  const pattern = withWildcards(value, operator);
  if (pattern === "broken") return SAYS_WHOSE.test(name) ? { broken: true } : void 0;
  return pattern === void 0 ? SAYS_WHOSE.test(name) ? {} : void 0 : gradeClaim(name, pattern);
}
var ANYONE = { severity: "critical", lets: "any repository on GitHub" };
var ORGANIZATION = {
  severity: "high",
  lets: "every repository of the organization, forks within it and new ones included"
};
var LIKE_NAMED = { severity: "critical", lets: "every organization whose name begins so" };
var CLAIMS = "actor|actor_id|base_ref|context|enterprise|enterprise_id|environment|event_name|head_ref|job_workflow_ref|job_workflow_sha|ref|ref_type|ref_protected|repo|repository|repository_id|repository_owner|repository_owner_id|repository_visibility|run_id|runner_environment|sha|workflow|workflow_ref|workflow_sha";
var SAYS_WHOSE = /^(repo|repository|repository_id|repository_owner|repository_owner_id|enterprise|enterprise_id|job_workflow_ref|job_workflow_sha|workflow_ref|workflow_sha)$/;
function claimsOf(subject) {
  const found2 = [...subject.matchAll(new RegExp(`(?<=^|:)(${CLAIMS}):`, "g"))];
  return found2.map((match2, at) => {
    const end = found2[at + 1]?.index ?? subject.length + 1;
    return { name: match2[1], pattern: subject.slice(match2.index + match2[0].length, end - 1) };
  });
}
function gradeClaim(name, value) {
  if (!SAYS_WHOSE.test(name)) return void 0;
  const pattern = value.split(":", 1)[0];
  switch (name) {
    case "repo":
    case "repository":
      return gradeRepository(pattern);
    case "job_workflow_ref":
    case "workflow_ref":
      return gradeRepository(pattern.replace(/^([^/]*\/[^/]*)\/.*$/s, "$1"));
    case "repository_owner":
    case "repository_owner_id":
    case "enterprise":
    case "enterprise_id":
      if (!/[*?]/.test(pattern)) return ORGANIZATION;
      return /\w/.test(pattern) ? LIKE_NAMED : ANYONE;
    default:
      if (!/[*?]/.test(pattern)) return {};
      return /\w/.test(pattern) ? { severity: "critical", lets: "every repository whose id begins so" } : ANYONE;
  }
}
function gradeRepository(path2) {
  const slash = path2.indexOf("/");
  const organization = (slash === -1 ? path2 : path2.slice(0, slash)).replace(/@.*/, "");
  const opaque = slash === -1 && organization.includes(UNKNOWN);
  if (!opaque && /[*?]/.test(organization)) {
    return slash === -1 && /\w/.test(organization) ? LIKE_NAMED : ANYONE;
  }
  if (slash === -1 && !opaque) return /[*?]/.test(path2) ? ORGANIZATION : {};
  const repository = (opaque ? path2 : path2.slice(slash + 1)).replace(/@.*/, "");
  if (/^\*+$/.test(repository)) return ORGANIZATION;
  return /[*?]/.test(repository) ? { severity: "medium", lets: "every repository whose name fits" } : {};
}
function notSaidWhose(names) {
  const said = [...new Set(names)].map((name) => `\`${name}\``).join(" and ");
  return {
    ...ANYONE,
    lets: `any repository on GitHub: ${said} ${names.length > 1 ? "do" : "does"} not say whose it is`
  };
}
var ORDER = [void 0, "note", "low", "medium", "high", "critical"];
var weightOf2 = ({ severity }) => ORDER.indexOf(severity);

// src/iam/oidc-issuers.ts
var github = (host, servesEveryone) => ({
  id: "github",
  host,
  servesEveryone,
  subject: "repo:<organization>/<repository>:ref:refs/heads/main",
  things: "repository"
});
var ISSUERS = [
  // https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc#customizing-the-issuer-value-for-an-enterprise
  github(
    /token\.actions\.githubusercontent\.com\/[\w-]|github\.com\/enterprises\/|_services\/token$|\.ghe\.com/,
    false
  ),
  github(/token\.actions\.githubusercontent\.com/, true),
  {
    id: "shared",
    // https://docs.gitlab.com/ci/secrets/id_token_authentication/#token-payload
    host: /(^|\/)gitlab\.com/,
    servesEveryone: true,
    customer: /^project_path:[^/:]+\//,
    project: /^project_path:[^:]+:/,
    claims: /^(project_id|project_path|namespace_id|namespace_path|user_id|user_login|user_email)$/,
    subject: "project_path:<group>/<project>:ref_type:branch:ref:main",
    things: "project"
  },
  {
    id: "shared",
    // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
    host: /app(\.eu)?\.terraform\.io/,
    servesEveryone: true,
    customer: /^organization:[^:]+:/,
    project: /^organization:[^:]+:project:[^:]+:(workspace|stack):[^:]+:/,
    claims: /^terraform_(organization|project|workspace|stack)_(id|name)$/,
    subject: "organization:<organization>:project:<project>:workspace:<workspace>:run_phase:apply",
    things: "workspace"
  },
  {
    id: "shared",
    // https://buildkite.com/docs/agent/cli/reference/oidc#claims
    host: /agent\.buildkite\.(com|dev)|agent\.[\w-]+\.buildkite\.(dev|site)/,
    servesEveryone: true,
    customer: /^organization:[^:]+:/,
    project: /^organization:[^:]+:pipeline:[^:]+:/,
    claims: /^(organization|pipeline|cluster)_(id|slug)$/,
    subject: "organization:<organization>:pipeline:<pipeline>:ref:refs/heads/main:commit:*:step:*",
    things: "pipeline"
  },
  {
    id: "shared",
    // https://www.pulumi.com/docs/administration/access-identity/oidc-client/
    host: /api\.pulumi\.com/,
    servesEveryone: true,
    customer: /^pulumi:(deploy|environments):(org|pulumi\.organization\.login):[^:]+(:|$)/,
    project: /^pulumi:deploy:org:[^:]+:project:[^:]+:/,
    subject: "pulumi:deploy:org:<organization>:project:<project>:stack:<stack>:operation:*",
    things: "stack"
  },
  {
    id: "shared",
    // https://codefresh.io/docs/docs/integrations/oidc-pipelines/
    host: /oidc\.codefresh\.io|token\.codefresh\.io/,
    servesEveryone: true,
    customer: /^account:[^:]+:/,
    project: /^account:[^:]+:pipeline:[^:]+:/,
    subject: "account:<account id>:pipeline:<pipeline id>:*",
    things: "pipeline"
  },
  {
    id: "own",
    // https://vercel.com/docs/oidc/reference: in team mode the team is in the path.
    host: /oidc\.vercel\.com\/[\w-]/,
    servesEveryone: false,
    project: /^owner:[^:]+:project:[^:]+:/,
    claims: /^(project|project_id)$/,
    subject: "owner:<team>:project:<project>:environment:production",
    things: "project"
  },
  {
    id: "shared",
    host: /oidc\.vercel\.com/,
    servesEveryone: true,
    customer: /^owner:[^:]+:/,
    project: /^owner:[^:]+:project:[^:]+:/,
    claims: /^(owner|owner_id|project_id)$/,
    subject: "owner:<team>:project:<project>:environment:production",
    things: "project"
  },
  {
    id: "own",
    // https://support.atlassian.com/bitbucket-cloud/docs/use-aws-ecr-images-in-pipelines-with-openid-connect/: the workspace is in the path.
    host: /api\.bitbucket\.org/,
    servesEveryone: false,
    project: /^\{[\w-]+\}/,
    claims: /^(repositoryuuid|deploymentenvironmentuuid)$/,
    subject: "{<repository uuid>}:*",
    things: "repository"
  },
  {
    id: "own",
    // https://circleci.com/docs/openid-connect-tokens/: the organization is in the path.
    host: /oidc\.circleci\.com/,
    servesEveryone: false,
    project: /^org\/[^/]+\/project\/[^/*?]+\//,
    claims: /project-id$/,
    subject: "org/<organization id>/project/<project id>/user/*",
    things: "project"
  },
  {
    id: "own",
    // https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
    host: /oidc\.eks\.[\w-]+\.amazonaws\.com|oidc-eks\.[\w-]+\.api\.aws/,
    servesEveryone: false,
    project: /^system:serviceaccount:[^:]+:/,
    subject: "system:serviceaccount:<namespace>:<service account>",
    things: "service account"
  },
  {
    id: "shared",
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html
    host: /accounts\.google\.com|cognito-identity\.amazonaws\.com|graph\.facebook\.com|www\.amazon\.com/,
    servesEveryone: true,
    audienceNames: true,
    subject: "<subject>",
    things: "subject"
  }
];
var OWN = { id: "own", host: /^/, servesEveryone: false, subject: "<subject>", things: "subject" };
function issuerOf(host) {
  return ISSUERS.find((issuer) => issuer.host.test(host)) ?? OWN;
}
var isKnownIssuer = (host) => issuerOf(host) !== OWN;

// src/iam/oidc.ts
function webIdentities(statements, nodes) {
  return statements.flatMap((statement) => {
    if (statement.effect.value.toLowerCase() !== "allow") return [];
    if (!statement.actions.some((leaf) => /^(\*|sts:(\*|assumerole(\*|withweb.*)))$/i.test(leaf.value))) return [];
    return statement.principals.flatMap((principal) => {
      const host = hostOf(principal, statement, nodes);
      return host === void 0 ? [] : [webIdentity(statement, principal, host)];
    });
  });
}
function webIdentity(statement, principal, host) {
  const own = statement.conditions.filter(
    (condition) => !operatorOf(condition).negated && operatorOf(condition).name !== "null"
  );
  const claim = (condition) => keyOf(condition).slice(keyOf(condition).lastIndexOf(":") + 1);
  const ofIssuer = own.filter(
    (condition) => /[./]/.test(keyOf(condition).split(":")[0]) || keyOf(condition).includes(UNKNOWN)
  );
  return {
    statement,
    principal,
    issuer: issuerOf(host),
    host,
    subjects: [...ofIssuer.filter((condition) => claim(condition) === "sub"), ...own.filter(isSubjectByValue)],
    audiences: ofIssuer.filter((condition) => /^(aud|oaud|app_id)$/.test(claim(condition))),
    claims: new Map(ofIssuer.map((condition) => [claim(condition), condition])),
    unclear: statement.conditions.some(
      (condition) => condition.key.value.includes(UNKNOWN) && !/:[a-z_]+$/i.test(condition.key.value)
    )
  };
}
function isSubjectByValue({ key, values }) {
  return key.value.includes(UNKNOWN) && !/:\w+$/.test(key.value) && values.some(({ value }) => /[:/]/.test(value));
}
function hostOf({ type, value }, { conditions }, nodes) {
  if (type !== "Federated" || /:saml-provider\//.test(value.value)) return void 0;
  const written2 = value.value.replace(/^.*:oidc-provider\//, "").replace(/^https?:\/\//, "");
  if (!written2.includes(UNKNOWN)) return written2;
  const asked = conditions.map(keyOf).find((key) => /^[\w-]+(\.[\w-]+)+(\/[^:]*)?:\w+$/.test(key));
  if (asked) return asked.slice(0, asked.lastIndexOf(":"));
  if (isKnownIssuer(written2)) return written2.replaceAll(UNKNOWN, "");
  const urls = providerUrls(nodes);
  return urls.length === 1 && written2 === UNKNOWN ? urls[0] : written2;
}
function providerUrls(nodes) {
  return nodes.flatMap((node) => {
    if (node.kind !== "resource" || !/^(aws_iam_openid_connect_provider|AWS::IAM::OIDCProvider)$/.test(node.type))
      return [];
    const url = leafOf(member(node.arguments, "url") ?? member(node.arguments, "Url"));
    return url && !url.value.includes(UNKNOWN) ? [url.value.replace(/^https?:\/\//, "")] : [];
  });
}

// src/rules/trust/github-oidc.ts
var github_oidc_default = defineRule({
  meta: {
    id: "trust/github-oidc",
    title: "Role trusts more GitHub repositories than it should",
    severity: "critical",
    about: "trust",
    domain: "iam",
    fixable: true,
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "GitHub signs a token for every workflow of every repository in the world. Only the condition on its subject tells yours from theirs: without it, or with a wildcard where the organization stands, anyone with a GitHub account becomes the role.",
    remediation: 'Require token.actions.githubusercontent.com:sub to be "repo:<organization>/<repository>:ref:refs/heads/main" or ":environment:<name>", and :aud to be sts.amazonaws.com.',
    cwe: ["CWE-284", "CWE-287"],
    references: [
      "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
      "https://docs.github.com/en/actions/reference/security/oidc"
    ]
  },
  on: "policy",
  *check(policy, { unit, repository }) {
    const { document } = policy;
    if (document.role !== "trust" || isOutOfScope(policy, unit)) return;
    for (const identity2 of webIdentities(document.statements, unit.nodes)) {
      if (identity2.issuer.id === "github") yield* checkIdentity(identity2, policy, repository);
    }
  }
});
function* checkIdentity(identity2, policy, repository) {
  const { subjects, audiences, principal, unclear } = identity2;
  const graded = constraintsOf(identity2);
  const said = graded.filter(({ values }) => values.length > 0);
  const isTight = graded.some(({ values }) => values.every(({ subject }) => !subject.severity && !subject.broken));
  const [tightest] = said.sort((a, b) => weightOf3(a) - weightOf3(b));
  if (!isTight && tightest) {
    const own = subjects.includes(tightest.condition);
    if (!own && isOrganization(tightest)) yield missing(identity2, true, policy, repository);
    else for (const value of tightest.values) yield* hitOf3(value, tightest.condition, identity2, repository);
  }
  if (graded.length === 0) yield missing(identity2, false, policy, repository);
  if (audiences.length === 0 && !unclear && subjects.length > 0) {
    const wanted = { operator: "StringEquals", key: `${identity2.host}:aud`, value: '"sts.amazonaws.com"' };
    const fix = conditionEdit(policy, identity2.statement, wanted);
    yield {
      severity: "note",
      span: principal.value.span,
      message: "No condition on the audience: only the list of clients of the provider keeps tokens for others out.",
      element: "aud",
      remediation: `Add \`"StringEquals": {"${identity2.host}:aud": "sts.amazonaws.com"}\`.`,
      ...fix && { fix }
    };
  }
}
function constraintsOf({ subjects, claims }) {
  const bySubject = subjects.map((condition) => ({
    condition,
    values: isComparison(condition) ? condition.values.map((value) => ({
      value,
      subject: gradeGitHubSubject(value.value, operatorOf(condition).name)
    })) : []
  }));
  const byClaim = [...claims].flatMap(([claim, condition]) => {
    const values = condition.values.flatMap((value) => {
      const subject = gradeGitHubClaim(claim, value.value, operatorOf(condition).name);
      return subject ? [{ value, subject }] : [];
    });
    return values.length > 0 && isComparison(condition) && !subjects.includes(condition) ? [{ condition, values }] : [];
  });
  return [...bySubject, ...byClaim];
}
var isComparison = (condition) => /^string(like|equals)/.test(operatorOf(condition).name);
var isOrganization = ({ values }) => values.every(({ value, subject }) => subject.severity === "high" && !/[*?]/.test(value.value));
var weightOf3 = ({ values }) => Math.max(
  ...values.map(({ subject }) => subject.severity ? -SEVERITIES.indexOf(subject.severity) : -SEVERITIES.length)
);
function missing({ principal, host, unclear, issuer, statement }, organization, policy, repository) {
  const edit = { operator: "StringLike", key: `${host}:sub`, value: `"repo:${repository}:*"` };
  const fix = repository && !unclear ? conditionEdit(policy, statement, edit) : void 0;
  const wanted = `repo:${repository ?? "<organization>/<repository>"}:ref:refs/heads/main`;
  const severity = organization ? "high" : unclear ? "medium" : "critical";
  const whose2 = issuer.servesEveryone ? "any repository on GitHub" : `any repository of ${enterpriseOf(host)}`;
  return {
    severity: issuer.servesEveryone ? severity : lighter(severity, "high"),
    confidence: unclear ? "low" : "high",
    span: principal.value.span,
    message: organization ? "No condition on the subject of the token: every repository of the organization may become this role." : `No condition on the subject of the token: any workflow of ${whose2} may become this role${unclear ? ", unless a condition that is not known here prevents it" : ""}.`,
    element: "no sub",
    remediation: `Add \`"Condition": {"StringEquals": {"${host}:aud": "sts.amazonaws.com", "${host}:sub": "${wanted}"}}\`.`,
    ...fix && { fix }
  };
}
function enterpriseOf(host) {
  const slug = /^token\.actions\.githubusercontent\.com\/([\w-]+)|github\.com\/enterprises\/([\w-]+)/.exec(host);
  return slug ? `the enterprise \`${slug[1] ?? slug[2]}\`` : `the GitHub of \`${host.split("/", 1)[0]}\``;
}
function* hitOf3({ value, subject }, condition, { issuer, host }, repository) {
  const wanted = repository ? `repo:${repository}:ref:refs/heads/main` : void 0;
  const { severity, lets, broken } = subject;
  if (broken) {
    yield {
      severity: "note",
      span: value.span,
      message: `${quote(condition.operator)} takes the \`*\` in ${quote(value)} for a star: no token ever matches.`,
      element: value.value,
      remediation: "Write the whole subject, or `StringLike` with the wildcard at the end only.",
      related: [{ span: condition.operator.span, message: "knows no wildcards" }]
    };
  } else if (severity && lets) {
    const { servesEveryone } = issuer;
    yield {
      severity: servesEveryone ? severity : lighter(severity, "high"),
      span: value.span,
      message: `${quote(value)} lets in ${servesEveryone ? lets : lets.replace("on GitHub", `of ${enterpriseOf(host)}`)}.`,
      element: value.value,
      ...wanted && {
        remediation: `Name the repository and what may deploy: \`${wanted}\`, or \`repo:${repository}:environment:<name>\`.`
      },
      ...wanted && severity !== "note" && replacing2(value, `repo:${repository}:*`)
    };
  }
}
function replacing2(value, text2) {
  return value.span.end - value.span.start === value.value.length ? { fix: [{ span: value.span, text: text2 }] } : {};
}

// src/rules/trust/not-principal.ts
var not_principal_default = defineRule({
  meta: {
    id: "trust/not-principal",
    title: "Allow with NotPrincipal lets in everyone it does not name",
    severity: "high",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: "Allow with NotPrincipal grants the actions to every other principal there is, anonymous users included. AWS warns against it.",
    remediation: "Name who is let in with Principal; keep NotPrincipal for Deny.",
    cwe: ["CWE-284"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { document } = policy;
    if (document.role !== "trust" && document.role !== "resource" || isOutOfScope(policy, unit)) return;
    for (const statement of document.statements) {
      const [first] = statement.notPrincipals;
      if (!first || !isAllow(statement)) continue;
      yield {
        span: first.value.span,
        message: `Everyone but ${listed(
          statement.notPrincipals.map(({ value }) => quote(value)),
          2
        )} is let in.`,
        element: "NotPrincipal"
      };
    }
  }
});

// src/rules/trust/pinned-thumbprint.ts
var TRUSTED = /(^|\/\/)(token\.actions\.githubusercontent\.com|accounts\.google\.com|[\w.-]*\.auth0\.com|gitlab\.com)(?=[/:]|$)/;
var pinned_thumbprint_default = defineRule({
  meta: {
    id: "trust/pinned-thumbprint",
    title: "Thumbprint of an identity provider is pinned",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "AWS checks GitHub, GitLab, Google and Auth0 by its own certificate authorities and ignores the thumbprint. A pinned one guards nothing, and misleads whoever rotates it in a hurry.",
    remediation: "Leave thumbprint_list out; AWS fills it in.",
    cwe: ["CWE-295"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
      "https://github.blog/changelog/2023-07-13-github-actions-oidc-integration-with-aws-no-longer-requires-pinning-of-intermediate-tls-certificates/"
    ]
  },
  on: "resource",
  *check({ type, arguments: properties }) {
    if (type !== "aws_iam_openid_connect_provider" && type !== "AWS::IAM::OIDCProvider") return;
    const url = leafOf(member(properties, "url") ?? member(properties, "Url"));
    const list = member(properties, "thumbprint_list") ?? member(properties, "ThumbprintList");
    const [first] = list?.kind === "list" ? list.items : [];
    const thumbprint = leafOf(first);
    if (!url || !TRUSTED.test(url.value) || !thumbprint || !/^[0-9a-f]{40}$/i.test(thumbprint.value)) return;
    yield {
      span: thumbprint.span,
      message: `AWS heeds no thumbprint for ${quote(url)}.`,
      element: "thumbprint"
    };
  }
});

// src/aws/public-doors.ts
var door = (types2, at, open2, severity, lets, instead) => ({
  types: types2.split(" "),
  at,
  open: open2,
  severity,
  lets,
  instead
});
var S3 = "Block Public Access for the bucket and the account, and no ACL at all";
var GROUPS2 = /acs\.amazonaws\.com\/groups\/global\/(allusers|authenticatedusers)$/;
var PUBLIC_DOORS = [
  ...["public-read-write", "(?:public|authenticated)-read"].map((acl, at) => {
    const types2 = "aws_s3_bucket aws_s3_bucket_acl aws_s3_object aws_s3_bucket_object aws_s3_object_copy AWS::S3::Bucket";
    const [severity, lets] = at === 0 ? ["critical", "read and write it"] : ["high", "read it"];
    return {
      ...door(types2, ["acl", "AccessControl"], new RegExp(`^${acl.replaceAll("-", "-?")}$`), severity, lets, S3),
      acl: true
    };
  }),
  {
    ...door(
      "aws_s3_bucket_acl",
      ["access_control_policy.grant.grantee.uri", void 0],
      GROUPS2,
      "high",
      "use what the ACL grants",
      S3
    ),
    acl: true
  },
  {
    ...door(
      "aws_s3_bucket aws_s3_object_copy",
      ["grant.uri", void 0],
      GROUPS2,
      "high",
      "use what the ACL grants",
      S3
    ),
    acl: true
  },
  door(
    "aws_lambda_function_url",
    "authorization_type",
    /^none$/,
    "medium",
    "call the function",
    "`AWS_IAM`, or check in the function who calls"
  ),
  door(
    "AWS::Lambda::Url",
    ["", "AuthType"],
    /^none$/,
    "medium",
    "call the function",
    "`AWS_IAM`, or check in the function who calls"
  ),
  door(
    "aws_ami_launch_permission",
    "group",
    /^all$/,
    "high",
    "start the image and read what is on it",
    "the accounts that need it"
  ),
  door(
    "aws_snapshot_create_volume_permission",
    "group",
    /^all$/,
    "critical",
    "make a disk of the snapshot and read it",
    "the accounts that need it"
  ),
  // Only a command opens one: no resource of Terraform or CloudFormation does.
  door(
    "ebs_snapshot_attribute",
    "group",
    /^all$/,
    "critical",
    "make a volume of the snapshot and read what is on it",
    "the accounts that need it"
  ),
  door(
    "ssm_document_permission",
    "account_ids",
    /^all$/,
    "high",
    "read the document and run it",
    "the accounts that need it"
  ),
  door(
    "aws_imagebuilder_distribution_configuration AWS::ImageBuilder::DistributionConfiguration",
    [
      "distribution.ami_distribution_configuration.launch_permission.user_groups",
      "Distributions.AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups"
    ],
    /^all$/,
    "high",
    "start the images and read what is on them",
    "the accounts that need them"
  ),
  door(
    "aws_db_snapshot aws_db_cluster_snapshot aws_rds_cluster_snapshot_copy aws_db_snapshot_copy",
    "shared_accounts",
    /^all$/,
    "critical",
    "restore the database and read it",
    "the accounts that need it"
  ),
  door(
    "aws_ssm_document",
    "permissions.account_ids",
    /^all$/,
    "high",
    "read the document and run it",
    "the accounts that need it"
  ),
  door(
    "aws_db_instance aws_rds_cluster_instance aws_redshift_cluster aws_redshiftserverless_workgroup aws_dms_replication_instance aws_mq_broker AWS::RDS::DBInstance AWS::Redshift::Cluster AWS::RedshiftServerless::Workgroup AWS::DMS::ReplicationInstance AWS::AmazonMQ::Broker",
    "publicly_accessible",
    /^true$/,
    "medium",
    "reach it from the internet, as far as its security groups let them",
    "`false`, and reach it from within the VPC"
  ),
  {
    ...door(
      "aws_eks_cluster",
      "vpc_config.endpoint_public_access",
      /^true$/,
      "medium",
      "reach the API of the cluster from the internet",
      "the addresses that may, or a private endpoint alone"
    ),
    addresses: "vpc_config.public_access_cidrs"
  },
  {
    ...door(
      "AWS::EKS::Cluster",
      ["", "ResourcesVpcConfig.EndpointPublicAccess"],
      /^true$/,
      "medium",
      "reach the API of the cluster from the internet",
      "the addresses that may, or a private endpoint alone"
    ),
    addresses: ["", "ResourcesVpcConfig.PublicAccessCidrs"]
  },
  door(
    "aws_cognito_identity_pool AWS::Cognito::IdentityPool",
    ["allow_unauthenticated_identities", "AllowUnauthenticatedIdentities"],
    /^true$/,
    "medium",
    "have credentials of the pool\u2019s guest role",
    "`false`, unless guests are meant, with a role that can do next to nothing"
  ),
  door(
    "aws_codebuild_project AWS::CodeBuild::Project",
    ["project_visibility", "Visibility"],
    /^public_read$/,
    "medium",
    "read the logs and artifacts of its builds",
    "`PRIVATE`"
  ),
  door(
    "aws_api_gateway_method AWS::ApiGateway::Method",
    ["authorization", "AuthorizationType"],
    /^none$/,
    "low",
    "call the method",
    "an authorizer, `AWS_IAM`, or an API key with a usage plan where it is not meant to be public"
  ),
  door(
    "aws_apigatewayv2_route AWS::ApiGatewayV2::Route",
    "authorization_type",
    /^none$/,
    "low",
    "call the route",
    "an authorizer or `AWS_IAM` where it is not meant to be public"
  )
];

// src/rules/trust/public-door.ts
var public_door_default = defineRule({
  meta: {
    id: "trust/public-door",
    title: "Open to anyone without a policy",
    severity: "high",
    about: "trust",
    domain: "iam",
    practice: "least privilege",
    description: "Some doors need no policy: a canned ACL, a shared image or snapshot, an endpoint without authorization. One word opens the resource to everyone on the internet, or to everyone with an AWS account.",
    remediation: "Close it, and let in by policy those that need it.",
    cwe: ["CWE-284", "CWE-732"],
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"
    ]
  },
  on: "resource",
  *check(resource, { unit }) {
    for (const door2 of PUBLIC_DOORS.filter(({ types: types2 }) => types2.includes(resource.type))) {
      const open2 = leavesAt(resource, door2.at).find(({ value }) => door2.open.test(value.toLowerCase()));
      if (!open2 || isNarrowed(resource, door2) || isOptions(resource)) continue;
      const shut = door2.acl === true && hasPublicAccessBlock(resource, unit.nodes);
      yield {
        severity: shut ? "low" : door2.severity,
        span: open2.span,
        message: `\`${nameOf2(resource, door2)}\` is ${quote(open2)}, which lets anyone ${door2.lets}${shut ? "; the public access block keeps it shut for now" : ""}.`,
        element: stepsOf(door2.at, "terraform")?.join(".") ?? stepsOf(door2.at, "cloudformation")?.join(".") ?? "",
        remediation: `Set ${door2.instead}.`
      };
    }
  }
});
function nameOf2({ type }, { at }) {
  return stepsOf(at, type.includes("::") ? "cloudformation" : "terraform")?.at(-1) ?? "";
}
function isOptions({ arguments: given }) {
  const method = leafOf(member(given, "http_method") ?? member(given, "HttpMethod"));
  return method?.value === "OPTIONS";
}
function isNarrowed(resource, { addresses }) {
  const blocks = addresses ? leavesAt(resource, addresses).map(({ value }) => value) : [];
  return blocks.length > 0 && !holdInternet(blocks);
}
function leavesAt(resource, at) {
  return valuesAt(resource, at).flatMap(({ value }) => value ? scalars(value) : []);
}
function scalars(value) {
  if (value.kind === "list") return value.items.flatMap(scalars);
  if (value.kind === "boolean") return [{ value: String(value.value), span: value.span }];
  const leaf = leafOf(value);
  return leaf ? [leaf] : [];
}

// src/rules/trust/undecided-door.ts
var undecided_door_default = defineRule({
  meta: {
    id: "trust/undecided-door",
    title: "Whether a resource is open to anyone is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "An argument that can open a resource to everybody without any policy (a canned ACL, a shared snapshot, an endpoint without authorization) has a value that nothing in this repository tells.",
    remediation: "Look at what the value is where it is given. A default, a validation with the values that are allowed, or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"]
  },
  on: "resource",
  *check(resource, { unit }) {
    const told = /* @__PURE__ */ new Set();
    for (const door2 of PUBLIC_DOORS.filter(({ types: types2 }) => types2.includes(resource.type))) {
      const found2 = undecidedAt(door2, resource).find((leaf) => !isOneThing(leaf, unit));
      const argument = typeof door2.at === "string" ? door2.at : door2.at.join(" ");
      if (!found2 || told.has(argument)) continue;
      told.add(argument);
      const open2 = withinModule(found2, resource);
      yield {
        span: open2.span,
        message: `Whether ${quote(resource.anchor)} lets anyone ${door2.lets} is not known here: ${unknownWords(open2)} decides.`,
        element: `${argument} ${open2.reference ?? "unknown"}`
      };
    }
  }
});
function undecidedAt({ at, open: open2, addresses }, resource) {
  const values = valuesAt(resource, at).flatMap(({ value }) => value ?? []);
  const isShut = values.some(
    (value) => value.kind !== "unknown" && !open2.test(leafOf(value)?.value.toLowerCase() ?? "")
  );
  const narrowing = addresses && !isShut ? valuesAt(resource, addresses).flatMap(({ value }) => value ?? []) : [];
  return [...values, ...narrowing].flatMap(unknownsIn);
}

// src/rules/trust/undecided-trust.ts
var undecided_trust_default = defineRule({
  meta: {
    id: "trust/undecided-trust",
    title: "Whom a policy lets in is not known here",
    severity: "note",
    about: "hygiene",
    domain: "iam",
    practice: "least privilege",
    description: "A variable without a default, an output of another module or a value that a program only has when it runs decides who is let in, or to what. It may be one role or everybody: nothing in this repository says which, so it was not judged.",
    remediation: "Look at what the value is where it is given. A default, a validation with the values that are allowed, or a variable file beside it makes it known here.",
    cwe: ["CWE-1059"],
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { role } = policy.document;
    if (role !== "trust" && role !== "resource" || isOutOfScope(policy, unit)) return;
    const [first, ...others] = undecidedIn(policy, unit);
    if (!first) return;
    const all = [first, ...others];
    yield {
      span: first.leaf.span,
      message: `Whom ${quote(policy.anchor)} lets in is not known here: ${undecidedWords(all)}.`,
      element: undecidedElement(all),
      related: others.slice(0, 5).map(({ what, leaf }) => ({ span: leaf.span, message: `${what} is not known either` }))
    };
  }
});

// src/rules/trust/web-identity.ts
var web_identity_default = defineRule({
  meta: {
    id: "trust/web-identity",
    title: "Role trusts every subject of an identity provider",
    severity: "high",
    about: "trust",
    domain: "iam",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "GitLab, Terraform Cloud, Google, Cognito and the like sign tokens for all their customers, a cluster for all its service accounts. Without a condition on the subject (or the audience, where that names the customer) any of them becomes the role.",
    remediation: "Require the sub claim of the token: the project, workspace or service account that needs the role.",
    cwe: ["CWE-284", "CWE-287"],
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html",
      "https://docs.gitlab.com/ci/cloud_services/aws/",
      "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"
    ]
  },
  on: "policy",
  *check(policy, { unit }) {
    const { document } = policy;
    if (document.role !== "trust" || isOutOfScope(policy, unit)) return;
    for (const identity2 of webIdentities(document.statements, unit.nodes)) {
      if (identity2.issuer.id !== "github") yield* checkIdentity2(identity2);
    }
  }
});
function* checkIdentity2(identity2) {
  const { subjects, audiences, claims, principal, issuer, host, unclear } = identity2;
  const { servesEveryone, things } = issuer;
  const named3 = issuer.audienceNames && audiences.length > 0 || [...claims.keys()].some((claim) => issuer.claims?.test(claim));
  if (subjects.length === 0 && !named3) {
    yield {
      severity: unclear || !isKnown2(host) ? "low" : servesEveryone ? "critical" : "medium",
      confidence: unclear || !isKnown2(host) ? "low" : "high",
      span: principal.value.span,
      message: `No condition on the subject of the token: every ${servesEveryone ? "customer" : things} of ${quote(host)} may become this role.`,
      element: "no sub",
      remediation: `Add \`"Condition": {"StringEquals": {"${isKnown2(host) ? host : "<issuer>"}:sub": "${issuer.subject}"}}\`.`
    };
  }
  for (const condition of subjects) {
    const { name } = operatorOf(condition);
    for (const value of condition.values) {
      const { severity, lets, broken } = gradeSubject(value.value, name, issuer);
      if (broken) {
        yield {
          severity: "note",
          span: value.span,
          message: `${quote(condition.operator)} takes the \`*\` in ${quote(value)} for a star: no token ever matches.`,
          element: value.value
        };
      } else if (severity && lets && severity !== "note") {
        yield {
          severity,
          span: value.span,
          message: `${quote(value)} lets in ${lets}.`,
          element: value.value,
          remediation: `Name the subject: \`${issuer.subject}\`.`
        };
      }
    }
  }
}
function isKnown2(host) {
  const name = host.split("/", 1)[0];
  return /^[\w.-]+$/.test(name) && name.slice(1, -1).includes(".");
}

// src/rules/user-data/formats.ts
var FORMATS = [
  {
    // https://developer.hashicorp.com/terraform/language/manage-sensitive-data
    is: (_, path2) => /\.(?:tf|tofu|tfvars|hcl)(?:\.json)?$/.test(path2),
    advice: (name) => `Take \`${name}\` from the environment, from a sensitive variable without a default, or with \`data "aws_secretsmanager_secret_version"\`.`
  },
  {
    is: (_, path2) => /\.tfstate(?:\.backup)?$/.test(path2),
    advice: () => "Keep the state in an encrypted backend (S3 with KMS) and out of the repository."
  },
  {
    // https://docs.docker.com/compose/how-tos/use-secrets/
    beforePlace: true,
    is: (_, path2) => /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i.test(nameOf(path2)),
    advice: (name) => `Name it under \`secrets:\` of the Compose file (\`${secretName(name)}: {environment: ${name}}\`), give the service that secret, and read \`/run/secrets/${secretName(name)}\`; or leave \`${name}\` without a value, so that it is taken from the environment.`
  },
  {
    // https://www.serverless.com/framework/docs/providers/aws/guide/variables
    beforePlace: true,
    is: (_, path2) => /^serverless[\w.-]*\.(?:ya?ml|json|[cm]?[jt]s)$/.test(nameOf(path2)),
    advice: (name) => `Write \`${name}: \${ssm:/path/to/${secretName(name)}}\`, or pass the ARN of a Secrets Manager secret and read it in the function.`
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
    is: (_, path2, { unit }) => /\.(?:ya?ml|json|template|cfn)$/.test(path2) && unit.nodes.some(isOfCloudFormation),
    advice: (name) => `Write \`{{resolve:secretsmanager:<name of the secret>:SecretString:${secretName(name)}}}\` in its place.`
  },
  {
    // https://docs.ansible.com/ansible/latest/collections/amazon/aws/secretsmanager_secret_lookup.html
    is: ({ place: place2 }, path2) => place2 === "provider" && /\.ya?ml$|(?:^|\/)(?:group|host)_vars\//.test(path2),
    advice: (name) => `Write \`"{{ lookup('amazon.aws.secretsmanager_secret', '<name of the secret>') }}"\`, or keep \`${name}\` in a file of Ansible Vault.`
  },
  {
    is: (_, path2) => /\.(?:[cm]?[jt]sx?|py)$/.test(path2),
    advice: () => "In the CDK take it with `SecretValue.secretsManager('<name of the secret>')`, in Pulumi with `config.requireSecret('<name>')`."
  }
];
function formatAdvice(setting, context) {
  return formatOf(setting, context)?.advice(setting.name.value);
}
function formatAdviceBeforePlace(setting, context) {
  const format = formatOf(setting, context);
  return format?.beforePlace ? format.advice(setting.name.value) : void 0;
}
var formatOf = (setting, context) => FORMATS.find(({ is }) => is(setting, setting.span.uri, context));
var isOfCloudFormation = (node) => node.kind === "resource" && node.type.includes("::");
var secretName = (name) => name.toLowerCase().replace(/\W+/g, "_");

// src/rules/user-data/weight.ts
function weightOf4({ confidence, reason }, weight) {
  const severity = confidence === "high" ? weight : confidence;
  return { severity, confidence, confidenceReason: reason, lighterInSamples: true };
}

// src/rules/user-data/setting-hits.ts
function* settingHits(setting, advice) {
  for (const value of candidates(setting.value)) {
    const hit3 = literalHit(setting, value, advice);
    if (hit3) yield hit3;
    else if (value.kind === "string") yield* embeddedHits(setting, value, advice);
  }
}
function literalHit(setting, value, advice) {
  if (value.kind !== "string" && value.kind !== "number") return void 0;
  const text2 = value.kind === "string" ? value.text.value : String(leafOf(value)?.value);
  const judged = judgeSecret({
    name: setting.name.value,
    value: text2,
    takes: takenBy(setting)
  });
  return judged.secret ? { ...shapeOf(setting, advice, judged), span: value.span, secretValue: text2 } : void 0;
}
function takenBy(setting) {
  if (isPassword(setting)) return "password";
  return setting.documented ? "secret" : "by-name";
}
function isPassword({ place: place2, name }) {
  return place2 === "provider" && /^passw(?:or)?d$/.test(wordsOf2(name.value).at(-1) ?? "");
}
function* embeddedHits(setting, value, advice) {
  if (!/[\s=:<]/.test(value.text.value)) return;
  for (const secret of secretsInScript(value.text)) {
    yield {
      ...shapeOf(setting, advice, secret.judged),
      span: locate(value.text, secret.start, secret.end),
      message: `${advice.where} \`${setting.name.value}\` holds a literal secret, given as \`${secret.given}\`.`,
      secretValue: value.text.value.slice(secret.start, secret.end)
    };
  }
}
function shapeOf(setting, advice, judged) {
  return {
    message: `${advice.where} \`${setting.name.value}\` is set to a literal secret.`,
    ...weightOf4(judged, advice.weight),
    related: setting.related,
    secret: true,
    remediation: advice.remediation(setting)
  };
}
function candidates(value) {
  return value.kind === "unknown" ? value.maybe ?? [] : [value];
}

// src/rules/user-data/environment-secret.ts
var WHERE = {
  "lambda-environment": "Lambda environment variable",
  "ecs-environment": "Container environment variable",
  "build-environment": "Build environment variable",
  kubernetes: "Value",
  "user-data": "Value in user-data"
};
var REMEDIES = {
  "lambda-environment": (name) => `Pass the ARN of a Secrets Manager secret instead (\`${name}_ARN\`) and read the secret in the function, with the AWS Parameters and Secrets Lambda extension for instance.`,
  "ecs-environment": (name) => `Move \`${name}\` from \`environment\` to \`secrets\`: { name = "${name}", valueFrom = "<ARN of a Secrets Manager secret or an SSM parameter>" }.`,
  "build-environment": (name) => `Set the type of \`${name}\` to SECRETS_MANAGER or PARAMETER_STORE and its value to the name of the secret.`,
  kubernetes: (name) => `Keep \`${name}\` in AWS Secrets Manager, let External Secrets or the Secrets Store CSI driver make the Secret from it, and read it with \`valueFrom.secretKeyRef\`.`,
  "user-data": (name) => `Let the instance fetch \`${name}\` from AWS Secrets Manager or an SSM SecureString parameter, with its own role.`
};
var environment_secret_default = defineRule({
  meta: {
    id: "user-data/environment-secret",
    title: "Environment of a function, container or build holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Environment variables of Lambda functions, ECS tasks, CodeBuild projects and containers in Kubernetes are shown in plain text to everyone who may describe them, and stand in the Terraform state, the template or the manifest. The base64 of a Kubernetes Secret hides nothing, and the values of a Helm chart become either.",
    remediation: "Keep the secret in AWS Secrets Manager or as an SSM SecureString parameter, and pass its ARN.",
    cwe: ["CWE-798", "CWE-526"],
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
      "https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html"
    ]
  },
  on: "setting",
  *check(setting, context) {
    const place2 = setting.place;
    if (!(place2 in WHERE)) return;
    yield* settingHits(setting, {
      where: WHERE[place2],
      weight: "high",
      remediation: ({ name }) => `${formatAdviceBeforePlace(setting, context) ?? REMEDIES[place2](name.value)} Rotate the value that stood here.`
    });
  }
});

// src/rules/user-data/image-secret.ts
var image_secret_default = defineRule({
  meta: {
    id: "user-data/image-secret",
    title: "ENV or ARG of a Dockerfile holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "ENV and ARG values are stored in the image: everyone who can pull it reads them with `docker history` or `docker inspect`, also when a later layer unsets them.",
    remediation: "Hand the secret in when the container runs, or with `RUN --mount=type=secret` while it is built.",
    cwe: ["CWE-798", "CWE-522"],
    references: [
      "https://docs.docker.com/build/building/secrets/",
      "https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/"
    ]
  },
  on: "setting",
  *check(setting) {
    if (setting.place !== "dockerfile") return;
    yield* settingHits(setting, {
      where: "Dockerfile variable",
      weight: "high",
      remediation: ({ name }) => `Needed while building: \`RUN --mount=type=secret,id=${name.value},env=${name.value} \u2026\`. Needed while running: set \`${name.value}\` from AWS Secrets Manager in the task definition. Rotate the value that stood here.`
    });
  }
});

// src/rules/user-data/script-hits.ts
function* scriptHits(script, where, weight) {
  for (const secret of secretsInScript(script.text)) {
    const value = script.text.value.slice(secret.start, secret.end);
    const local = LOCAL.has(script.place) && WORD.test(value);
    const fix = substitution(script, secret);
    yield {
      span: locate(script.text, secret.start, secret.end),
      message: `${capital(where)} holds a literal secret, given as \`${secret.given}\`.`,
      ...weightOf4(local ? throwaway(secret.judged) : secret.judged, weight),
      related: script.related,
      secret: true,
      secretValue: value,
      remediation: remedy2(secret),
      ...fix ? { fix } : {}
    };
  }
}
var LOCAL = /* @__PURE__ */ new Set(["script", "workflow"]);
var WORD = /^[a-z]+[-_]?\d{0,4}$/i;
function throwaway(judged) {
  if (judged.confidence === "low") return judged;
  return { secret: true, confidence: "medium", reason: "scripts start throwaway servers with words for passwords" };
}
function remedy2(secret) {
  const line = secret.assignment ? `${secret.name}=${fetched(secret)}` : fetched(secret);
  return `Keep the secret in AWS Secrets Manager and read it when the script runs: \`${line}\`. Give the instance's role secretsmanager:GetSecretValue on just that secret, and rotate the value that stood here.`;
}
function substitution(script, secret) {
  if (!secret.assignment || script.language !== "shell") return void 0;
  if (!standsAsWritten(script.text, secret)) return void 0;
  const span = locate(script.text, secret.quotedStart, secret.quotedEnd);
  return [{ span, text: fetched(secret) }];
}
function standsAsWritten({ value, runs }, { quotedStart, quotedEnd }) {
  return runs.some(
    ({ at, length, start, end }) => at <= quotedStart && quotedEnd <= at + length && end - start === length && value.slice(at, at + length).includes("\n")
  );
}
function fetched({ name }) {
  const id = wordsOf2(name).join("-") || "my-secret";
  return `"$(aws secretsmanager get-secret-value --secret-id ${id} --query SecretString --output text)"`;
}
var capital = (text2) => text2.charAt(0).toUpperCase() + text2.slice(1);

// src/rules/user-data/literal-secret.ts
var literal_secret_default = defineRule({
  meta: {
    id: "user-data/literal-secret",
    title: "User-data holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Whatever stands in user-data is kept unencrypted with the instance or the launch template: everyone who may call ec2:DescribeInstanceAttribute reads it, and so does every process on the instance through the metadata service.",
    remediation: "Keep the secret in AWS Secrets Manager or as an SSM SecureString parameter, and let user-data fetch it with the role of the instance.",
    cwe: ["CWE-798", "CWE-312"],
    references: [
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_cli.html"
    ]
  },
  on: "script",
  *check(script, context) {
    if (script.place === "user-data" || script.place === "metadata") {
      yield* boundedHits(scriptHits(script, "user-data", "high"), script.span, context);
    }
  }
});

// src/rules/user-data/parameter-secret.ts
var parameter_secret_default = defineRule({
  meta: {
    id: "user-data/parameter-secret",
    title: "SSM parameter of type String holds a secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "Secrets Manager or SSM SecureString instead",
    description: "A String parameter is not encrypted: everyone who may call ssm:GetParameter reads it, without a KMS permission. Its literal value stands in the repository besides.",
    remediation: "Use the type SecureString, and set the value outside of the repository.",
    cwe: ["CWE-798", "CWE-312"],
    references: ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"]
  },
  on: "setting",
  *check(setting) {
    if (setting.place !== "ssm-parameter") return;
    yield* settingHits(setting, {
      where: "SSM parameter",
      weight: "high",
      remediation: () => "Use the type SecureString, set its value outside of the repository (`lifecycle { ignore_changes = [value] }` in Terraform), and rotate the value that stood here."
    });
  }
});

// src/rules/user-data/password-login.ts
var SHAPES = [
  { pattern: /\bPasswordAuthentication[ \t]+(?<value>yes)\b/dgi, what: "password login over SSH" },
  { pattern: /\bPermitRootLogin[ \t]+(?<value>yes)\b/dgi, what: "root login over SSH" },
  {
    pattern: /^[ \t]*ssh_pwauth:[ \t]*(?<value>true|yes|1|"yes"|"true")[ \t]*(?:#.*)?$/dgim,
    what: "password login over SSH"
  },
  { pattern: /^[ \t]*disable_root:[ \t]*(?<value>false|no|0)[ \t]*(?:#.*)?$/dgim, what: "root login over SSH" }
];
var password_login_default = defineRule({
  meta: {
    id: "user-data/password-login",
    title: "SSH lets passwords or root in",
    severity: "medium",
    about: "hygiene",
    domain: "machines",
    fixable: true,
    practice: "private keys and SSH keys not shared; password login off, no root login",
    description: "Passwords are guessed from the whole internet around the clock, and root is the name they try first.",
    remediation: "Write `PasswordAuthentication no` and `PermitRootLogin no`, or use Session Manager without any open port.",
    cwe: ["CWE-307", "CWE-250"],
    references: [
      "https://man.openbsd.org/sshd_config",
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html"
    ]
  },
  on: "script",
  *check({ text: text2 }) {
    for (const { pattern, what } of SHAPES) {
      for (const match2 of text2.value.matchAll(pattern)) {
        if (isTakenAway(lineBefore(text2.value, match2.index))) continue;
        const [start, end] = match2.indices.groups.value;
        const span = locate(text2, start, end);
        const exact = span.end - span.start === end - start;
        yield {
          span: locate(text2, match2.index, match2.index + match2[0].length),
          message: `This turns on ${what}.`,
          element: what,
          ...exact && /^yes$/i.test(match2.groups.value) ? { fix: [{ span, text: "no" }] } : {}
        };
      }
    }
  }
});
var REACH4 = 400;
function lineBefore(text2, offset) {
  const before = text2.slice(Math.max(0, offset - REACH4), offset);
  return before.slice(before.lastIndexOf("\n") + 1);
}
function isTakenAway(before) {
  if (/#[ \t]*$/.test(before)) return true;
  const sed = before.search(/\bsed\b/);
  const expression = sed === -1 ? null : /['"\s]s([/|#,])([^\n]*)/.exec(before.slice(sed + 3));
  return expression !== null && !expression[2].includes(expression[1]);
}

// src/rules/user-data/managed-password.ts
var SWITCHES = /* @__PURE__ */ new Map([
  ["aws_db_instance", ["manage_master_user_password", "ManageMasterUserPassword"]],
  ["aws_rds_cluster", ["manage_master_user_password", "ManageMasterUserPassword"]],
  ["aws_redshift_cluster", ["manage_master_password", "ManageMasterPassword"]]
]);
var MASTER_PASSWORD = /^(?:master_?)?(?:user_?)?password$/i;
function managedPassword({ name, value, anchor, span }, { unit }) {
  const owner = unit.nodes.find((node) => node.kind === "resource" && node.anchor === anchor);
  const names = owner?.kind === "resource" ? SWITCHES.get(canonicalType(owner.type)) : void 0;
  const syntax = syntaxOf(span.uri);
  const edit = literalEdit(value, "true");
  if (owner?.kind !== "resource" || !names || !syntax || !edit || !MASTER_PASSWORD.test(name.value)) return void 0;
  const isOwn2 = name.span.uri === edit.span.uri && name.span.end - name.span.start === name.value.length;
  if (!isOwn2 || edit.span.start < name.span.end) return void 0;
  const { uri, start, end } = edit.span;
  const whole = syntax === "yaml" ? edit.span : { uri, start: start - 1, end: end + 1 };
  return [
    { span: name.span, text: names[isCloudFormation(owner.type) ? 1 : 0] },
    { span: whole, text: "true" }
  ];
}

// src/rules/user-data/provider-secret.ts
var provider_secret_default = defineRule({
  meta: {
    id: "user-data/provider-secret",
    title: "Provider, backend or resource argument is a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    fixable: true,
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A secret in a provider block, a backend or a password argument is read by everyone who can read the repository, and ends up in the state file in plain text.",
    remediation: "Give providers their credentials through the environment or a role; let databases manage their own password (`manage_master_user_password = true`), or read it from Secrets Manager.",
    cwe: ["CWE-798"],
    references: [
      "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html"
    ]
  },
  on: "setting",
  *check(setting, context) {
    if (setting.place !== "provider" && setting.place !== "variable-default" && setting.place !== "metadata") return;
    const hits = settingHits(setting, {
      where: setting.place === "variable-default" ? "Default of variable" : "Argument",
      weight: "high",
      remediation: ({ name }) => `${formatAdvice(setting, context) ?? `Take \`${name.value}\` from the environment or from AWS Secrets Manager.`} Rotate the value that stood here.`
    });
    for (const hit3 of hits) {
      const fix = managedPassword(setting, context);
      yield fix ? { ...hit3, fix } : hit3;
    }
  }
});

// src/rules/user-data/remote-script.ts
var PIPED = /\|\s*(?:(?:sudo\s+(?:-\w+\s+){0,5})?(?:ba|da|z|k)?sh|(?<powershell>iex|Invoke-Expression))\b/gi;
var FETCHING = /\b(?:(?:ba|da|z|k)?sh\s+(?:-c\s+["']?\$\(|<\()\s*(?:curl|wget)\b(?=[^\n)]{0,300}?http:)|(?:iex|Invoke-Expression)\b(?=[^\n]{0,300}?http:))/gi;
var ADDRESS = /\bhttp:\/\/[^\s"'|;)]+/gi;
var REACH5 = 1e3;
var MOST_PIPES = 2e4;
var MOST = 500;
var LOCAL2 = /^http:\/\/(?:localhost|127\.|169\.254\.169\.254|\[::1\]|\[fd00:ec2::254\])/;
var remote_script_default = defineRule({
  meta: {
    id: "user-data/remote-script",
    title: "Script from the network is run over plain HTTP",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "Whoever stands between the machine and the server, or answers for its name, runs code as root on it.",
    remediation: "Fetch over HTTPS and compare a checksum before running, or bake the software into the image.",
    cwe: ["CWE-494", "CWE-319"],
    references: ["https://cwe.mitre.org/data/definitions/494.html"]
  },
  on: "script",
  *check({ text: text2 }) {
    const seen = /* @__PURE__ */ new Set();
    for (const { index, value } of fetchedScripts(text2.value)) {
      if (seen.has(index) || LOCAL2.test(value)) continue;
      seen.add(index);
      if (seen.size > MOST) return;
      yield {
        span: locate(text2, index, index + value.length),
        message: "A script fetched over plain HTTP is run.",
        element: value
      };
    }
  }
});
function* fetchedScripts(text2) {
  if (!/http:\/\//i.test(text2)) return;
  let pipes = 0;
  for (const { index, groups } of text2.matchAll(PIPED)) {
    if (++pipes > MOST_PIPES) break;
    const before = text2.slice(Math.max(0, index - REACH5), index);
    const ends = groups?.powershell ? ["\n"] : ["\n", ";", "&&", " & "];
    const command = before.slice(Math.max(...ends.map((end) => before.lastIndexOf(end))) + 1);
    const download = groups?.powershell ? 0 : command.search(/\b(?:curl|wget|fetch)\b/);
    if (download !== -1) yield* firstAddress(text2, index - command.length + download, index);
  }
  for (const { index, 0: call } of text2.matchAll(FETCHING)) {
    const start = index + call.length;
    yield* firstAddress(text2, start, start + REACH5);
  }
}
function* firstAddress(text2, start, end) {
  const found2 = text2.slice(start, end).matchAll(ADDRESS).next().value;
  if (found2) yield { index: start + found2.index, value: found2[0] };
}

// src/rules/user-data/script-secret.ts
var WHERE2 = { dockerfile: "a step of the image build", workflow: "a workflow step", script: "the script" };
var script_secret_default = defineRule({
  meta: {
    id: "user-data/script-secret",
    title: "Script holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A secret in a script is read by everyone who can read the repository or an image built from it, stays in its history, and cannot be rotated without a change to the code.",
    remediation: "Read the secret from the environment or from AWS Secrets Manager when the script runs.",
    cwe: ["CWE-798"],
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_cli.html",
      "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html"
    ]
  },
  on: "script",
  *check(script, context) {
    if (script.place === "script" || script.place === "dockerfile" || script.place === "workflow") {
      yield* boundedHits(scriptHits(script, WHERE2[script.place], "high"), script.span, context);
    }
  }
});

// src/rules/user-data/sensitive-environment.ts
var READERS = {
  "lambda-environment": "the environment of the function",
  "ecs-environment": "the environment of the container",
  "build-environment": "the environment of the build",
  metadata: "the metadata of the instance",
  "user-data": "user-data"
};
var sensitive_environment_default = defineRule({
  meta: {
    id: "user-data/sensitive-environment",
    title: "Sensitive value is written into an environment",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A value that was declared sensitive ends up readable to everyone who may describe the function, the task or the project, whatever the plan hides.",
    remediation: "Pass the ARN of a Secrets Manager secret or an SSM parameter: in `secrets` of a container, with the type SECRETS_MANAGER in CodeBuild, and let a function fetch it.",
    cwe: ["CWE-312", "CWE-526"],
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
    ]
  },
  on: "setting",
  *check({ place: place2, name, sensitive, related }) {
    const reader = READERS[place2];
    if (!reader) return;
    for (const { reference, span } of sensitive) {
      yield {
        span,
        message: `\`${reference}\` is sensitive, and ends up readable in ${reader} as \`${name.value}\`.`,
        element: `${name.value} ${reference}`,
        related
      };
    }
  }
});

// src/rules/user-data/sensitive-variable.ts
var sensitive_variable_default = defineRule({
  meta: {
    id: "user-data/sensitive-variable",
    title: "Sensitive variable is written into user-data",
    severity: "note",
    about: "hygiene",
    domain: "machines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A value that was declared sensitive ends up readable in the user-data of the instance, in its metadata service and in the launch template.",
    remediation: "Let user-data fetch it from AWS Secrets Manager with the role of the instance.",
    cwe: ["CWE-312"],
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html"]
  },
  on: "script",
  *check(script) {
    if (script.place !== "user-data") return;
    for (const { reference, span } of script.sensitive) {
      yield {
        span,
        message: `\`${reference}\` is sensitive, and ends up readable in user-data.`,
        element: reference,
        related: script.related
      };
    }
  }
});

// src/rules/user-data/workflow-secret.ts
var workflow_secret_default = defineRule({
  meta: {
    id: "user-data/workflow-secret",
    title: "Environment of a workflow holds a literal secret",
    severity: "high",
    about: "secret",
    domain: "machines",
    fixable: true,
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "A literal under `env:` or `with:` of a workflow is read by everyone who can read the repository, and is not masked in the logs.",
    remediation: "Store it as a secret of the repository or the environment and write `${{ secrets.NAME }}`.",
    cwe: ["CWE-798"],
    references: [
      "https://docs.github.com/en/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions"
    ]
  },
  on: "setting",
  *check(setting) {
    if (setting.place !== "workflow") return;
    const reference = `\${{ secrets.${secretName2(setting)} }}`;
    for (const hit3 of settingHits(setting, {
      where: "Workflow variable",
      weight: "high",
      remediation: () => `Store it as a secret and write \`${setting.name.value}: ${reference}\`. Rotate the value that stood here.`
    })) {
      const whole = setting.value.kind === "string" && hit3.secretValue === setting.value.text.value;
      const fix = [{ span: hit3.span, text: reference }];
      yield whole && hit3.span.end - hit3.span.start === hit3.secretValue?.length ? { ...hit3, fix } : hit3;
    }
  }
});
function secretName2({ name }) {
  return name.value.replace(/([a-z])([A-Z])/g, "$1_$2").replace(/\W+/g, "_").toUpperCase();
}

// src/rules/workflow/jobs.ts
function jobsOf(document) {
  const jobs = member(document, "jobs");
  const found2 = [];
  if (jobs?.kind === "map") {
    for (const { key, value } of jobs.entries) {
      found2.push({ name: key, body: value, steps: member(value, "steps"), environments: environmentsOf(value) });
    }
  }
  const steps = member(member(document, "runs"), "steps");
  return steps ? [...found2, { name: "runs", body: void 0, steps, environments: [] }] : found2;
}
function workflowEnvironment(document) {
  return member(document, "env");
}
function stepsOf2({ steps }) {
  if (steps?.kind !== "list") return [];
  return steps.items.map((step, index) => {
    const uses = textOf(member(step, "uses"));
    return {
      name: nameOf3(step) ?? uses ?? `${index + 1}`,
      uses,
      inputs: member(step, "with"),
      environment: member(step, "env")
    };
  });
}
function nameOf3(step) {
  const name = textOf(member(step, "name")) ?? textOf(member(step, "id"));
  return name?.replace(/[`\s]+/g, " ").trim().slice(0, 100);
}
function textOf(value) {
  return leafOf(value)?.value || void 0;
}
function environmentsOf(job) {
  const services = member(job, "services");
  const containers = [
    member(job, "container"),
    ...services?.kind === "map" ? services.entries.map(({ value }) => value) : []
  ];
  return [member(job, "env"), ...containers.map((container) => member(container, "env"))].filter(
    (env) => env !== void 0
  );
}

// src/rules/workflow/role-fix.ts
function mayAskForToken(document, job) {
  const permissions = member(job.body, "permissions") ?? member(document, "permissions");
  return textOf(permissions) === "write-all" || textOf(member(permissions, "id-token")) === "write";
}
function roleFix(inputs, keys) {
  if (inputs.kind !== "map" || !textOf(member(inputs, "role-to-assume"))) return void 0;
  const removed = new Set(keys);
  const { entries } = inputs;
  const edits = [];
  for (let at = 0; at < entries.length; at++) {
    if (!removed.has(entries[at])) continue;
    const first = entries[at];
    while (at + 1 < entries.length && removed.has(entries[at + 1])) at++;
    const next = entries[at + 1];
    if (!next || !isNextLine(entries[at], next)) return void 0;
    edits.push({ span: { ...first.keySpan, end: next.keySpan.start }, text: "" });
  }
  return edits.length > 0 ? edits : void 0;
}
var WIDEST_GAP = 26;
function isNextLine({ value }, { keySpan }) {
  const gap = keySpan.start - value.span.end;
  return keySpan.uri === value.span.uri && gap > 0 && gap <= WIDEST_GAP;
}

// src/rules/workflow/aws-jobs.ts
var AWS_ACTION = /^aws-actions\/|^(?:aws-|.*\/)(?:setup-sam|.*ecr-login|.*-aws-credentials)\b/i;
function awsJobs(document) {
  const shared = namesAws(workflowEnvironment(document));
  return jobsOf(document).filter((job) => shared || job.environments.some(namesAws) || reachesAws(job));
}
function reachesAws(job) {
  return stepsOf2(job).some((step) => isAwsStep(step) || namesAws(step.environment) || namesAws(step.inputs));
}
var isAwsStep = ({ uses }) => uses !== void 0 && AWS_ACTION.test(uses);
function namesAws(map) {
  return map?.kind === "map" && map.entries.some(({ key }) => /^aws[_-](?:access[_-]key|secret|session|role|web[_-]identity)/i.test(key));
}
function eventsOf(document) {
  const on = member(document, "on") ?? member(document, "true");
  if (on?.kind === "map") return new Set(on.entries.map(({ key }) => key));
  const items2 = on?.kind === "list" ? on.items : on ? [on] : [];
  return new Set(items2.flatMap((item) => leafOf(item)?.value ?? []));
}
var mayReachAws = (document, job) => awsJobs(document).some(({ name }) => name === job.name) || mayAskForToken(document, job);

// src/rules/workflow/head-checkout.ts
var head_checkout_default = defineRule({
  meta: {
    id: "workflow/head-checkout",
    title: "Code of a stranger runs beside AWS credentials",
    severity: "medium",
    about: "hygiene",
    domain: "pipelines",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "A workflow on `pull_request_target` or `workflow_run` has the secrets and id tokens of the repository, whoever opened the pull request. With the head checked out, its scripts, build files and tests run with them.",
    remediation: "Build on `pull_request`, which has no secrets, and do what needs AWS in a second workflow that takes no code of the pull request; or keep the job behind an environment with reviewers.",
    cwe: ["CWE-829", "CWE-269"],
    references: ["https://docs.github.com/en/actions/reference/security/secure-use"]
  },
  on: "workflow",
  *check({ document }) {
    const events = [...eventsOf(document)].filter(
      (event) => event === "pull_request_target" || event === "workflow_run"
    );
    if (events.length === 0) return;
    for (const job of jobsOf(document)) {
      if (!mayReachAws(document, job)) continue;
      for (const { name, uses, inputs } of stepsOf2(job)) {
        const ref = leafOf(member(inputs, "ref")) ?? leafOf(member(inputs, "repository"));
        if (!uses?.startsWith("actions/checkout") || !ref || !HEAD.test(ref.value)) continue;
        yield {
          span: ref.span,
          message: `Job \`${job.name}\` checks out what the pull request brings, and may use AWS.`,
          element: `${job.name} ${name}`
        };
      }
    }
  }
});
var HEAD = /github\.(?:event\.pull_request\.head\.|head_ref|event\.workflow_run\.head_)|refs\/pull\//;

// src/rules/workflow/printed-secret.ts
var printed_secret_default = defineRule({
  meta: {
    id: "workflow/printed-secret",
    title: "Credentials are printed into the log",
    severity: "low",
    about: "hygiene",
    domain: "pipelines",
    practice: "no secrets in user-data, Dockerfiles, scripts, code",
    description: "GitHub masks what it knows as a secret, letter by letter: encoded, cut or taken from a profile it goes into the log, which everybody who may read the repository may read.",
    remediation: "Print what tells as much and is no secret, such as `aws sts get-caller-identity`.",
    cwe: ["CWE-532"],
    references: ["https://docs.github.com/en/actions/reference/security/secure-use"]
  },
  on: "workflow",
  *check({ document }) {
    for (const job of jobsOf(document)) {
      if (job.steps?.kind !== "list" || !mayReachAws(document, job)) continue;
      for (const step of job.steps.items) {
        const run = member(step, "run");
        if (run?.kind !== "string") continue;
        for (const match2 of run.text.value.matchAll(PRINTED)) {
          const start = match2.index + match2[0].length - match2[0].trimStart().length;
          const span = locate(run.text, start, match2.index + match2[0].trimEnd().length);
          yield {
            span,
            message: `Job \`${job.name}\` prints credentials of AWS into its log.`,
            element: `${job.name} ${match2[0].trim().slice(0, 40)}`
          };
        }
      }
    }
  }
});
var PRINTED = /^[ \t]*(?:(?:echo|printf)\b[^\n|>]{0,300}(?:\$\{?AWS_(?:SECRET_ACCESS_KEY|SESSION_TOKEN)\b|\$\{\{ *secrets\.[A-Z_]*(?:SECRET|TOKEN)[A-Z_]* *\}\})[^\n|>]{0,300}|(?:env|printenv|export -p|set)|cat [^\n|>]{0,60}\.aws\/credentials|aws configure export-credentials[^\n|>]{0,200})[ \t]*$/gm;

// src/rules/workflow/role-from-input.ts
var role_from_input_default = defineRule({
  meta: {
    id: "workflow/role-from-input",
    title: "Whoever starts the workflow chooses the role",
    severity: "low",
    about: "hygiene",
    domain: "pipelines",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "The role comes from an input that people type, or from the event that somebody else sent: any role that trusts this repository will do.",
    remediation: "Choose among known roles by a name, in an environment of GitHub or a `choice` input, and keep the ARN in a variable.",
    cwe: ["CWE-20", "CWE-639"],
    references: ["https://docs.github.com/en/actions/reference/security/secure-use"]
  },
  on: "workflow",
  *check({ document }) {
    const events = eventsOf(document);
    for (const job of jobsOf(document)) {
      for (const step of stepsOf2(job)) {
        const role = isAwsStep(step) ? leafOf(member(step.inputs, "role-to-assume")) : void 0;
        if (!role || !isTyped(role.value, events)) continue;
        yield {
          span: role.span,
          message: `Step \`${step.name}\` takes the role from whoever starts the workflow.`,
          element: `${job.name} ${step.name}`
        };
      }
    }
  }
});
function isTyped(role, events) {
  if (/github\.event\.(?:client_payload|issue|comment|pull_request|inputs)\b/.test(role)) return true;
  return /\binputs\./.test(role) && events.has("workflow_dispatch") && !events.has("workflow_call");
}

// src/rules/workflow/static-aws-keys.ts
var static_aws_keys_default = defineRule({
  meta: {
    id: "workflow/static-aws-keys",
    title: "Workflow uses long-lived AWS keys",
    severity: "medium",
    about: "hygiene",
    domain: "pipelines",
    fixable: true,
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "An access key of an IAM user works for whoever holds it, from anywhere, until somebody deletes it; each step of the job, and each action it runs, can read it. With OpenID Connect the job gets credentials of a role that end with it, and nothing is stored.",
    remediation: "Let the job assume a role by OpenID Connect: `permissions: { id-token: write, contents: read }` and `role-to-assume` of aws-actions/configure-aws-credentials; then delete the stored keys and the user.",
    cwe: ["CWE-798", "CWE-522"],
    references: [
      "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles"
    ]
  },
  on: "workflow",
  *check({ document }) {
    const everywhere = workflowEnvironment(document);
    if (everywhere) yield* environmentHits(everywhere, "the workflow", "workflow");
    for (const job of jobsOf(document)) {
      for (const environment of job.environments) yield* environmentHits(environment, `job \`${job.name}\``, job.name);
      for (const step of stepsOf2(job)) yield* stepHits(step, job, document);
    }
  }
});
var ACTION = "aws-actions/configure-aws-credentials";
var PERMISSIONS = fenced("permissions:\n  id-token: write\n  contents: read");
function* stepHits(step, job, document) {
  const { environment, inputs, uses } = step;
  if (environment) yield* environmentHits(environment, `step \`${step.name}\``, `${job.name}/${step.name}`);
  if (!inputs || uses?.split("@")[0]?.toLowerCase() !== ACTION) return;
  const pair3 = staticPair(inputs, ["aws-access-key-id", "aws-secret-access-key", "aws-session-token"]);
  if (!pair3) return;
  const edits = mayAskForToken(document, job) ? roleFix(inputs, pair3) : void 0;
  yield {
    ...place(pair3),
    element: `${job.name}/${step.name}/with`,
    message: `Step \`${step.name}\` logs in to AWS with a long-lived key (${sourceOf2(pair3)}).`,
    remediation: stepRemedy(step, inputs),
    ...edits ? { fix: edits } : {}
  };
}
function* environmentHits(environment, where, element) {
  const pair3 = staticPair(environment, ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]);
  if (!pair3) return;
  yield {
    ...place(pair3),
    element: `${element}/env`,
    message: `The environment of ${where} holds a long-lived AWS key (${sourceOf2(pair3)}).`,
    remediation: environmentRemedy(environment)
  };
}
function staticPair(map, [id, secret, session]) {
  if (map.kind !== "map" || textOf(member(map, session))) return void 0;
  const entries = map.entries.filter(({ key, value }) => (key === id || key === secret) && isStatic(value));
  return entries.length > 0 ? entries : void 0;
}
function isStatic(value) {
  const text2 = textOf(value);
  if (text2 === void 0) return false;
  return text2.split("${{").slice(1).some((expression) => /^[^}]*\b(secrets|vars)\b/.test(expression));
}
function place([first, ...others]) {
  const related = others.map(({ value }) => ({ span: value.span, message: "the other half" }));
  return { span: first.value.span, ...related.length > 0 ? { related } : {} };
}
function sourceOf2(pair3) {
  const names = pair3.flatMap(({ value }) => textOf(value)?.match(/\b(?:secrets|vars)\.\w+/g) ?? []);
  return names.length > 0 ? names.map((name) => `\`${name}\``).join(", ") : "a stored one";
}
function stepRemedy({ uses, name }, inputs) {
  const role = textOf(member(inputs, "role-to-assume")) ?? "arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME";
  const region = textOf(member(inputs, "aws-region")) ?? "REGION";
  return [
    "Give the job these permissions:",
    PERMISSIONS,
    "and write the step as:",
    fenced(oidcStep(uses, role, region, name === uses ? void 0 : name)),
    "The role must trust this repository through the account's OIDC provider. Then delete the stored keys, and the key of the user."
  ].join("\n");
}
function environmentRemedy(environment) {
  const region = textOf(member(environment, "AWS_REGION")) ?? textOf(member(environment, "AWS_DEFAULT_REGION"));
  return [
    "Remove the keys from `env:`, give the job these permissions:",
    PERMISSIONS,
    "and put this step before the first one that uses AWS:",
    fenced(oidcStep(`${ACTION}@v6`, "arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME", region ?? "REGION", void 0)),
    "The role must trust this repository through the account's OIDC provider. Then delete the stored keys, and the key of the user."
  ].join("\n");
}
function oidcStep(uses, role, region, name) {
  const head = name ? [`- name: ${name}`, `  uses: ${uses}`] : [`- uses: ${uses}`];
  return [...head, "  with:", `    role-to-assume: ${role}`, `    aws-region: ${region}`].join("\n");
}
function fenced(yaml) {
  return `\`\`\`yaml
${yaml}
\`\`\``;
}

// src/rules/workflow/unpinned-aws-action.ts
var unpinned_aws_action_default = defineRule({
  meta: {
    id: "workflow/unpinned-aws-action",
    title: "Action that handles AWS credentials may change",
    severity: "note",
    about: "hygiene",
    domain: "pipelines",
    practice: "dependency and action updates",
    description: "A tag can be moved to other code, and has been by attackers. An action that logs in to AWS, or that runs after it in the same job, then sends the credentials wherever it likes.",
    remediation: "Write the full commit id, `uses: owner/action@SHA # v4.1.0`, and let Dependabot or Renovate raise it.",
    cwe: ["CWE-829", "CWE-494"],
    references: ["https://docs.github.com/en/actions/reference/security/secure-use"]
  },
  on: "workflow",
  *check({ document }) {
    for (const job of jobsOf(document)) {
      const steps = stepsOf2(job);
      const login = steps.findIndex(isAwsStep);
      if (login === -1 || job.steps?.kind !== "list") continue;
      for (const [index, { uses }] of steps.entries()) {
        if (index < login || uses === void 0 || !isOthers(uses)) continue;
        const span = leafOf(member(job.steps.items[index], "uses")).span;
        yield {
          span,
          message: `\`${uses.replace(/`/g, "")}\` has the credentials of job \`${job.name}\` within reach, and may change.`,
          element: `${job.name} ${uses.split("@")[0]}`
        };
      }
    }
  }
});
function isOthers(uses) {
  if (/^(?:\.{1,2}\/|docker:|actions\/|github\/)/.test(uses)) return false;
  return !/@[0-9a-f]{40}$/.test(uses);
}

// src/rules/workflow/wide-id-token.ts
var wide_id_token_default = defineRule({
  meta: {
    id: "workflow/wide-id-token",
    title: "Every job may log in as the repository",
    severity: "note",
    about: "hygiene",
    domain: "pipelines",
    practice: "OIDC in CI, trust scoped to organisation and repository",
    description: "An id token is what AWS takes for the repository. Given at the top, each job and each action in it may ask for one, those among them that have nothing to do with AWS.",
    remediation: "Give `id-token: write` to the job that logs in, and to no other.",
    cwe: ["CWE-250"],
    references: ["https://docs.github.com/en/actions/reference/security/oidc"]
  },
  on: "workflow",
  *check({ document }) {
    const token = member(member(document, "permissions"), "id-token");
    if (!token || textOf(token) !== "write") return;
    const inReach = new Set(awsJobs(document).map(({ name }) => name));
    const others = jobsOf(document).filter(
      ({ name, body }) => !inReach.has(name) && !member(body, "permissions") && !member(body, "uses")
    );
    if (inReach.size === 0 || others.length === 0) return;
    yield {
      span: token.span,
      message: `Job \`${others[0].name}\` may ask for an id token, and does not log in to AWS.`,
      element: "id-token"
    };
  }
});

// src/rules/index.ts
var rules = [
  ...credentials_default,
  public_bucket_default,
  ...regional_default,
  ...root_default,
  ...trails_default,
  unused_provider_default,
  unused_role_default,
  access_logs_default,
  cloudtrail_encryption_default,
  cloudtrail_default,
  cluster_logs_default,
  config_recorder_default,
  container_insights_default,
  database_logs_default,
  flow_logs_default,
  guardduty_default,
  log_encryption_default,
  log_retention_default,
  machine_monitoring_default,
  required_tags_default,
  tracing_default,
  command_access_default,
  eval_input_default,
  job_limits_default,
  no_health_check_default,
  remote_add_default,
  root_user_default,
  task_logs_default,
  task_privileges_default,
  unpinned_base_default,
  writable_root_default,
  ...addresses_default,
  appsync_key_default,
  assigned_secret_default,
  aws_access_key_default,
  aws_bedrock_key_default,
  aws_session_token_default,
  credential_file_default,
  gcp_service_account_default,
  jwt_default,
  login_file_default,
  own_credential_default,
  private_key_default,
  ...tokens_default,
  aws_owned_key_default,
  backups_default,
  database_login_default,
  deletion_protection_default,
  ecr_mutable_tags_default,
  ecr_scan_default,
  kms_deletion_window_default,
  kms_rotation_default,
  minor_upgrades_default,
  plain_parameter_default,
  s3_force_destroy_default,
  s3_plain_http_default,
  s3_public_access_default,
  s3_public_acl_default,
  s3_versioning_default,
  secret_rotation_default,
  unencrypted_database_default,
  unencrypted_messages_default,
  unencrypted_results_default,
  unencrypted_search_default,
  unencrypted_transit_default,
  unencrypted_volume_default,
  access_analyzer_default,
  attached_account_policy_default,
  ...dangers_default,
  denied_by_organization_default,
  full_admin_default,
  inline_policy_on_user_default,
  long_lived_key_default,
  long_session_default,
  near_admin_default,
  no_permissions_boundary_default,
  policy_on_user_default,
  privilege_escalation_default,
  risky_managed_policy_default,
  service_wildcard_default,
  undecided_attachment_default,
  undecided_grant_default,
  undecided_holder_default,
  unknown_account_default,
  unknown_action_default,
  vacuous_condition_default,
  weak_password_policy_default,
  default_network_default,
  imdsv1_default,
  invalid_headers_default,
  no_web_firewall_default,
  old_tls_default,
  open_api_default,
  open_egress_default,
  open_ingress_default,
  plain_http_default,
  public_address_default,
  public_cluster_endpoint_default,
  public_subnet_default,
  publicly_accessible_default,
  unread_default,
  account_root_default,
  admin_without_mfa_default,
  any_principal_default,
  confused_deputy_default,
  cross_account_default,
  existing_principal_default,
  github_oidc_default,
  not_principal_default,
  pinned_thumbprint_default,
  public_door_default,
  undecided_door_default,
  undecided_trust_default,
  web_identity_default,
  environment_secret_default,
  image_secret_default,
  literal_secret_default,
  parameter_secret_default,
  password_login_default,
  provider_secret_default,
  remote_script_default,
  script_secret_default,
  sensitive_environment_default,
  sensitive_variable_default,
  workflow_secret_default,
  head_checkout_default,
  printed_secret_default,
  role_from_input_default,
  static_aws_keys_default,
  unpinned_aws_action_default,
  wide_id_token_default
];

// src/scan/mask.ts
var KEY_ID = /^(AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}$/;
var SHORTEST_VALUE = 6;
var MOST_VALUES = 400;
function maskSpans(text2, spans) {
  let out = "";
  let at = 0;
  for (const { start, end } of merge(spans)) {
    const from = Math.max(start, at);
    out += text2.slice(at, from) + maskValue(text2.slice(from, end));
    at = Math.max(at, end);
  }
  return out + text2.slice(at);
}
function maskValue(value) {
  if (KEY_ID.test(value)) return `${value.slice(0, 4)}${"*".repeat(value.length - 8)}${value.slice(-4)}`;
  return value.replace(/[^\r\n]/g, "*");
}
function scrubber(values) {
  const known = new Set([...values].flatMap((value) => [value, ...value.split(/\r?\n/)]));
  const long = [...known].filter((value) => value.trim().length >= SHORTEST_VALUE && !isWord2(value)).sort((a, b) => b.length - a.length);
  if (long.length === 0) return (text2) => text2;
  if (long.length <= MOST_VALUES) {
    return (text2) => long.reduce((rest, value) => rest.includes(value) ? rest.replaceAll(value, maskValue(value)) : rest, text2);
  }
  const words = new Set(long);
  return (text2) => text2.replace(/[A-Za-z0-9+/_.~-]{6,}={0,2}/g, (word) => words.has(word) ? maskValue(word) : word);
}
function isWord2(value) {
  return COMMON_PASSWORDS.has(value.toLowerCase()) || /^[A-Za-z]{1,16}$/.test(value) && wordiness(value) > 0;
}
var PIECE = { beside: /[A-Za-z0-9+/]{8,}={0,2}/g, elsewhere: /[A-Za-z0-9+/]{20,}={0,2}/g };
var SPELT_OUT = /(?<![A-Za-z0-9])(?:[A-Za-z0-9+/][\s,]{1,3}){15,}[A-Za-z0-9+/](?![A-Za-z0-9])|(?<!\d)(?:\d{2,3},\s?){15,}\d{2,3}(?!\d)/g;
function redact(line, where) {
  const text2 = where === "beside" ? line.replace(SPELT_OUT, (piece) => piece.replace(/[^\s,]/g, "*")) : line;
  return text2.replace(PIECE[where], (piece) => looksRandom(piece, where) ? "*".repeat(piece.length) : piece);
}
function looksRandom(piece, where) {
  const mixed = /[a-z]/.test(piece) && /[A-Z]/.test(piece);
  const digit2 = /[0-9]/.test(piece);
  if (where === "elsewhere") return mixed && digit2 && shareOfWords(piece) < 0.5;
  if (!mixed && !(digit2 && /[A-Za-z]/.test(piece) && piece.length >= 16)) return false;
  return shareOfWords(piece) < 0.6;
}
function shareOfWords(text2) {
  let letters = 0;
  for (const word of text2.match(/[A-Z][a-z]{2,}|[a-z]{4,}|[A-Z]{4,}/g) ?? []) letters += word.length;
  return letters / text2.length;
}
function merge(spans) {
  const merged3 = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged3.at(-1);
    if (last && start === last.start && end === last.end) continue;
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged3.push({ start, end });
  }
  return merged3;
}

// node_modules/balanced-match/dist/esm/index.js
var range = (a, b, str) => {
  let begs, beg, left, right = void 0, result;
  let ai = str.indexOf(a);
  let bi = str.indexOf(b, ai + 1);
  let i = ai;
  if (ai >= 0 && bi > 0) {
    if (a === b) {
      return [ai, bi];
    }
    begs = [];
    left = str.length;
    while (i >= 0 && !result) {
      if (i === ai) {
        begs.push(i);
        ai = str.indexOf(a, i + 1);
      } else if (begs.length === 1) {
        const r = begs.pop();
        if (r !== void 0)
          result = [r, bi];
      } else {
        beg = begs.pop();
        if (beg !== void 0 && beg < left) {
          left = beg;
          right = bi;
        }
        bi = str.indexOf(b, i + 1);
      }
      i = ai < bi && ai >= 0 ? ai : bi;
    }
    if (begs.length && right !== void 0) {
      result = [left, right];
    }
  }
  return result;
};

// node_modules/brace-expansion/dist/esm/index.js
var escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
var escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
var escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
var escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
var escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
var escSlashPattern = new RegExp(escSlash, "g");
var escOpenPattern = new RegExp(escOpen, "g");
var escClosePattern = new RegExp(escClose, "g");
var escCommaPattern = new RegExp(escComma, "g");
var escPeriodPattern = new RegExp(escPeriod, "g");
var slashPattern = /\\\\/g;
var openPattern = /\\{/g;
var closePattern = /\\}/g;
var commaPattern = /\\,/g;
var periodPattern = /\\\./g;
var EXPANSION_MAX = 1e5;
var EXPANSION_MAX_LENGTH = 4e6;
var EXPANSION_MAX_DEPTH = 1e3;
var EXPANSION_MAX_REWRITES = 1e3;
var EXPANSION_MAX_STEPS = 2e7;
var CALL_STEPS = 16;
function numeric(str) {
  return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
  return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
  return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items2) {
  for (let i = 0; i < items2.length; i++) {
    target.push(items2[i]);
  }
}
function balancedWithBudget(str, masked, budget) {
  if (budget.remaining < 0) {
    return void 0;
  }
  const r = range("{", "}", masked);
  const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
  budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
  if (!r || budget.remaining < 0) {
    return void 0;
  }
  return {
    end: r[1],
    pre: str.slice(0, r[0]),
    body: str.slice(r[0] + 1, r[1]),
    post: str.slice(r[1] + 1),
    unmatched
  };
}
function maskUnmatchedOpens(masked, budget) {
  budget.remaining -= masked.length;
  const open2 = [];
  for (let i = 0; i < masked.length; i++) {
    const c = masked.charCodeAt(i);
    if (c === 123) {
      open2.push(i);
    } else if (c === 125 && open2.length) {
      open2.pop();
    }
  }
  let out = "";
  let last = 0;
  for (let i = 0; i < open2.length; i++) {
    const at = open2[i];
    out += masked.slice(last, at) + "\0";
    last = at + 1;
  }
  return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
  budget.remaining -= str.length;
  if (budget.remaining < 0) {
    return false;
  }
  let close = false;
  for (let i = str.length - 1; i >= 0; i--) {
    const c = str.charCodeAt(i);
    if (c === 125) {
      close = true;
    } else if (c === 10 || c === 13 || c === 8232 || c === 8233) {
      close = false;
    } else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) {
      return true;
    }
  }
  return false;
}
function parseCommaParts(str, budget) {
  const parts = [];
  let carry = "";
  for (; ; ) {
    const m = balancedWithBudget(str, str, budget);
    if (budget.remaining < 0) {
      return void 0;
    }
    if (!m) {
      const tail2 = str.split(",");
      tail2[0] = carry + tail2[0];
      pushAll(parts, tail2);
      return parts;
    }
    const { pre, body, post } = m;
    const p = pre.split(",");
    p[0] = carry + p[0];
    p[p.length - 1] += "{" + body + "}";
    if (!post.length) {
      pushAll(parts, p);
      return parts;
    }
    carry = p.pop();
    pushAll(parts, p);
    str = post;
  }
}
function bound(value, fallback) {
  return value === void 0 || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
  if (!str) {
    return [];
  }
  const max = bound(options.max, EXPANSION_MAX);
  const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
  const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
  const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
  const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
  if (str.slice(0, 2) === "{}") {
    str = "\\{\\}" + str.slice(2);
  }
  return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
  return "{" + str + "}";
}
function isPadded(el) {
  return /^-?0\d/.test(el);
}
function lte(i, y) {
  return i <= y;
}
function gte(i, y) {
  return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
  const out = [];
  let length = 0;
  let nonEmpty;
  outer: for (let a = 0; a < acc.length; a++) {
    const prefix2 = acc[a] + pre;
    let vs = values;
    if (dropEmpties && !prefix2) {
      if (!nonEmpty)
        nonEmpty = values.filter((v) => v);
      vs = nonEmpty;
    }
    for (let v = 0; v < vs.length; v++) {
      if (out.length >= max)
        break outer;
      const expansion = prefix2 + vs[v];
      if (length + expansion.length > maxLength)
        break outer;
      out.push(expansion);
      length += expansion.length;
    }
  }
  budget.remaining -= out.length;
  return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
  const n = body.split(/\.\./);
  const N = [];
  if (n[0] === void 0 || n[1] === void 0) {
    return N;
  }
  const x = numeric(n[0]);
  const y = numeric(n[1]);
  const width = Math.max(n[0].length, n[1].length);
  let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
  let test = lte;
  const reverse = y < x;
  if (reverse) {
    incr *= -1;
    test = gte;
  }
  const pad = n.some(isPadded);
  const cost = pad ? width : 1;
  let length = 0;
  for (let i = x; test(i, y) && N.length < max; i += incr) {
    budget.remaining -= cost;
    if (budget.remaining < 0) {
      return void 0;
    }
    let c;
    if (isAlphaSequence) {
      c = String.fromCharCode(i);
      if (c === "\\") {
        c = "";
      }
    } else {
      c = String(i);
      if (pad) {
        const need = width - c.length;
        if (need > 0) {
          const z = new Array(need + 1).join("0");
          if (i < 0) {
            c = "-" + z + c.slice(1);
          } else {
            c = z + c;
          }
        }
      }
    }
    if (length + c.length > maxLength)
      break;
    N.push(c);
    length += c.length;
  }
  return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
  budget.remaining -= CALL_STEPS;
  if (depth > maxDepth) {
    return [str];
  }
  let acc = [""];
  let rewrites = 0;
  let dropEmpties = false;
  let firstGroup = true;
  let masked = str;
  for (; ; ) {
    const m = balancedWithBudget(str, masked, budget);
    if (!m) {
      return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
    }
    if (m.unmatched) {
      masked = maskUnmatchedOpens(masked, budget);
    }
    const pre = m.pre;
    const literal2 = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
    if (/\$$/.test(pre)) {
      acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
      firstGroup = false;
      if (!m.post.length)
        break;
      str = m.post;
      masked = masked.slice(m.end + 1);
      continue;
    }
    const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
    const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
    const isSequence = isNumericSequence || isAlphaSequence;
    const isOptions2 = m.body.indexOf(",") >= 0;
    if (!isSequence && !isOptions2) {
      if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
        rewrites++;
        str = m.pre + "{" + m.body + escClose + m.post;
        masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
        isTop = true;
        continue;
      }
      return literal2();
    }
    if (firstGroup) {
      dropEmpties = isTop && !isSequence;
      firstGroup = false;
    }
    let values;
    if (isSequence) {
      values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
      if (!values) {
        return literal2();
      }
    } else {
      let n = parseCommaParts(m.body, budget);
      if (!n) {
        return literal2();
      }
      if (n.length === 1 && n[0] !== void 0) {
        n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
        if (budget.remaining < 0) {
          return literal2();
        }
        if (n.length === 1) {
          const next2 = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
          if (budget.remaining < 0) {
            return literal2();
          }
          acc = next2;
          if (!m.post.length)
            break;
          str = m.post;
          masked = masked.slice(m.end + 1);
          continue;
        }
      }
      let dropsEmpties = dropEmpties && !m.post.length && !pre;
      for (let d = 0; dropsEmpties && d < acc.length; d++) {
        if (acc[d]) {
          dropsEmpties = false;
        }
      }
      values = [];
      let valuesLength = 0;
      outer: for (let j = 0; j < n.length; j++) {
        const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
        if (budget.remaining < 0) {
          return literal2();
        }
        for (let k = 0; k < expanded.length; k++) {
          const v = expanded[k];
          if (dropsEmpties && !v)
            continue;
          if (values.length >= max || valuesLength + v.length > maxLength) {
            break outer;
          }
          values.push(v);
          valuesLength += v.length;
        }
      }
    }
    const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
    if (budget.remaining < 0) {
      return literal2();
    }
    acc = next;
    if (!m.post.length)
      break;
    str = m.post;
    masked = masked.slice(m.end + 1);
  }
  return acc;
}

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
var digit = (a, b) => a === b ? { t: "lit", ch: String(a) } : { t: "class", re: new RegExp(`^[${a}-${b}]$`) };
var prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
var fixed = (a, b) => {
  if (!a)
    return [[]];
  let lo = +a[0];
  let hi = +b[0];
  const ra = a.slice(1);
  const rb = b.slice(1);
  if (lo === hi)
    return prefix(lo, fixed(ra, rb));
  const zeros = "0".repeat(ra.length);
  const nines = "9".repeat(ra.length);
  const out = [];
  if (ra !== zeros)
    out.push(...prefix(lo++, fixed(ra, nines)));
  const last = rb === nines ? [] : prefix(hi--, fixed(zeros, rb));
  if (lo <= hi) {
    out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
  }
  out.push(...last);
  return out;
};
var nonneg = (a, b, width) => {
  if (width) {
    return fixed(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
  }
  const out = [];
  for (let len = String(a).length; len <= String(b).length; len++) {
    const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
    const hi = Math.min(b, 10 ** len - 1);
    out.push(...fixed(String(lo), String(hi)));
  }
  return out;
};
var numericRange = (loStr, hiStr) => {
  let lo = Number(loStr);
  let hi = Number(hiStr);
  if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi))
    return;
  if (lo > hi)
    [lo, hi] = [hi, lo];
  const padded = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr);
  const width = padded ? Math.max(loStr.length, hiStr.length) : 0;
  const out = [];
  if (lo < 0) {
    const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
    out.push(...neg.map((s) => [{ t: "lit", ch: "-" }, ...s]));
  }
  if (hi >= 0)
    out.push(...nonneg(Math.max(lo, 0), hi, width));
  return out;
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
var posixClasses = {
  "[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
  "[:alpha:]": ["\\p{L}\\p{Nl}"],
  "[:ascii:]": ["\\x00-\\x7f"],
  "[:blank:]": ["\\p{Zs}\\t"],
  "[:cntrl:]": ["\\p{Cc}"],
  "[:digit:]": ["\\p{Nd}"],
  "[:graph:]": ["\\p{Z}\\p{C}", true],
  "[:lower:]": ["\\p{Ll}"],
  "[:print:]": ["\\p{C}", true],
  "[:punct:]": ["\\p{P}\\p{S}"],
  "[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
  "[:upper:]": ["\\p{Lu}"],
  "[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
  "[:xdigit:]": ["A-Fa-f0-9"]
};
var braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
var noMatch = /$./;
var parseClass = (glob2, position, nocase = false, form) => {
  const norm = (c) => {
    const n = form ? c.normalize(form) : c;
    return [...n].length === 1 ? n : c;
  };
  const pos = position;
  if (glob2.charAt(pos) !== "[") {
    throw new Error("not in a brace expression");
  }
  const ranges = [];
  const negs = [];
  let i = pos + 1;
  let sawStart = false;
  let escaping = false;
  let negate = false;
  let endPos = pos;
  let rangeStart = "";
  WHILE: while (i < glob2.length) {
    const c = String.fromCodePoint(glob2.codePointAt(i));
    if ((c === "!" || c === "^") && i === pos + 1) {
      negate = true;
      i++;
      continue;
    }
    if (c === "]" && sawStart && !escaping) {
      endPos = i + 1;
      break;
    }
    sawStart = true;
    if (c === "\\") {
      if (!escaping) {
        escaping = true;
        i++;
        continue;
      }
    }
    if (c === "[" && !escaping) {
      for (const [cls, [unip, neg]] of Object.entries(posixClasses)) {
        if (glob2.startsWith(cls, i)) {
          if (rangeStart) {
            return [noMatch, glob2.length - pos];
          }
          i += cls.length;
          if (neg)
            negs.push(unip);
          else
            ranges.push(unip);
          continue WHILE;
        }
      }
    }
    escaping = false;
    const n = norm(c);
    if (rangeStart) {
      if (n.codePointAt(0) > rangeStart.codePointAt(0)) {
        ranges.push(braceEscape(rangeStart) + "-" + braceEscape(n));
      } else if (n === rangeStart) {
        ranges.push(braceEscape(n));
      }
      rangeStart = "";
      i += c.length;
      continue;
    }
    if (glob2.startsWith("-]", i + c.length)) {
      ranges.push(braceEscape(n + "-"));
      i += c.length + 1;
      continue;
    }
    if (glob2.startsWith("-", i + c.length)) {
      rangeStart = n;
      i += c.length + 1;
      continue;
    }
    ranges.push(braceEscape(n));
    i += c.length;
  }
  if (endPos < i) {
    return [noMatch, 0];
  }
  if (!ranges.length && !negs.length) {
    return [noMatch, glob2.length - pos];
  }
  const sranges = "[" + (negate ? "^" : "") + ranges.join("") + "]";
  const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
  const comb = "^" + (ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs);
  return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
var MATCH = { t: "match", id: 0 };
var extTypes = "!?+*@";
var lit = (ch) => ({ t: "lit", ch });
var reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
var newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
var foldCache = /* @__PURE__ */ new Map();
var foldRe = (ch) => {
  let re = foldCache.get(ch);
  if (!re) {
    re = newFoldRe(ch);
    if (foldCache.size >= 1e3)
      foldCache.clear();
    foldCache.set(ch, re);
  }
  return re;
};
var litMatch = (l, c) => {
  if (c === l.ch)
    return true;
  if (!l.re)
    return false;
  const code = c.charCodeAt(0);
  if (code >= 128)
    return l.re.test(c);
  const ascii = l.ascii ??= new Uint8Array(128);
  ascii[code] ||= l.re.test(c) ? 1 : 2;
  return ascii[code] === 1;
};
var tokenize = (p, nocase, noext, form, mark) => {
  const toks = [];
  for (let i = 0; i < p.length; ) {
    const c = String.fromCodePoint(p.codePointAt(i));
    if (mark) {
      const m = c === "\\" && p.startsWith(mark, i + 1) ? 1 : 0;
      if (m || c === mark) {
        const start = i + m + mark.length;
        const end = p.indexOf(mark, start);
        const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
        const alts = end !== -1 && r && numericRange(r[1], r[2]);
        if (alts) {
          toks.push({ t: "ext", type: "@", alts });
          i = end + mark.length;
          continue;
        }
      }
    }
    if (c === "\\") {
      const e = p.codePointAt(i + 1);
      const ch = e === void 0 ? c : String.fromCodePoint(e);
      toks.push(lit(ch));
      i += 1 + ch.length;
      continue;
    }
    if (c === "[") {
      const [re, consumed] = parseClass(p, i, nocase, form);
      if (consumed) {
        toks.push({ t: "class", re });
        i += consumed;
        continue;
      }
    }
    if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
      toks.push({ t: "open", type: c });
      i += 2;
      continue;
    }
    toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
    i += c.length;
  }
  return toks;
};
var pair2 = (toks) => {
  const pairs = /* @__PURE__ */ new Map();
  const stack = [];
  toks.forEach((tok, i) => {
    if (tok.t === "open")
      stack.push(i);
    else if (tok.t === "close" && stack.length)
      pairs.set(stack.pop(), i);
  });
  return pairs;
};
var build = (toks, pairs, start, end, top) => {
  let seq = [];
  const alts = [seq];
  for (let i = start; i < end; i++) {
    const tok = toks[i];
    const close = pairs.get(i);
    if (tok.t === "open" && close !== void 0) {
      const sub = build(toks, pairs, i + 1, close, false);
      seq.push({ t: "ext", type: tok.type, alts: sub });
      i = close;
    } else if (tok.t === "bar" && !top) {
      alts.push(seq = []);
    } else if (tok.t === "open") {
      seq.push(lit(tok.type), lit("("));
    } else if (tok.t === "bar") {
      seq.push(lit("|"));
    } else if (tok.t === "close") {
      seq.push(lit(")"));
    } else {
      seq.push(tok);
    }
  }
  return alts;
};
var normalize = (items2, form) => {
  const out = [];
  let run = "";
  const flush = () => {
    for (const ch of run.normalize(form))
      out.push(lit(ch));
    run = "";
  };
  for (const it of items2) {
    if (it.t === "lit") {
      run += it.ch;
      continue;
    }
    flush();
    out.push(it.t === "ext" ? { ...it, alts: it.alts.map((a) => normalize(a, form)) } : it);
  }
  flush();
  return out;
};
var compile = (items2, nocase) => {
  let id = 1;
  const split = (out) => ({ t: "split", id: id++, out });
  const seq = (items3, next) => items3.reduceRight((next2, it) => item(it, next2), next);
  const item = (it, next) => {
    switch (it.t) {
      case "lit":
        const re = nocase ? foldRe(it.ch) : void 0;
        return { t: "lit", id: id++, ch: it.ch, re, next };
      case "any":
      case "star":
        return { t: it.t, id: id++, next };
      case "class":
        return { t: "class", id: id++, re: it.re, next };
    }
    const alts = (next2) => it.alts.map((a) => seq(a, next2));
    switch (it.type) {
      case "@":
        return split(alts(next));
      case "?":
        return split([next, ...alts(next)]);
      case "!":
        return { t: "neg", id: id++, sub: split(alts(MATCH)), next };
    }
    const after = split([]);
    const entry = split(alts(after));
    after.out.push(next, entry);
    return it.type === "*" ? after : entry;
  };
  const start = seq(items2, MATCH);
  return [start, id];
};
var show = (start) => {
  const lines = [];
  const seen = /* @__PURE__ */ new Set();
  const ref = (n) => n.t === "match" ? "match" : String(n.id);
  const walk = (n, indent) => {
    if (n.t === "match" || seen.has(n))
      return;
    seen.add(n);
    const line = (desc) => lines.push(`${indent}${n.id}: ${desc}`);
    switch (n.t) {
      case "split":
        line(`split -> ${n.out.map(ref).join(", ")}`);
        for (const o of n.out)
          walk(o, indent);
        return;
      case "neg":
        line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
        walk(n.sub, indent + "  ");
        return walk(n.next, indent);
      case "lit":
        line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
        break;
      case "class":
        line(`${n.re} -> ${ref(n.next)}`);
        break;
      default:
        line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
    }
    walk(n.next, indent);
  };
  walk(start, "");
  return [`start -> ${ref(start)}`, ...lines].join("\n");
};
var State = class {
  // set by the Sim, to mark the nodes that this state has
  gen;
  threads = [];
  match = false;
  runs = [];
  // the sorted ids of the threads, with 0 for a match, once the
  // state is done
  ids = [];
  constructor(gen) {
    this.gen = gen;
  }
  // no threads, so nothing more can match
  get dead() {
    return !this.threads.length && !this.match && !this.runs.length;
  }
};
var sameState = (a, b) => {
  if (a.ids.length !== b.ids.length)
    return false;
  if (a.runs.length !== b.runs.length)
    return false;
  if (a.ids.some((id, i) => id !== b.ids[i]))
    return false;
  return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState(o.state, r.state)));
};
var marks = (size) => ({
  has: new Float64Array(size),
  seen: new Float64Array(size),
  gen: 0
});
var Sim = class {
  // `.` and `..` only match literal dots, even with `dot:true`
  dots;
  // the string starts with `.`, and `dot:true` is not set
  dotStart;
  #marks;
  constructor(dots, dotStart, marks2) {
    this.dots = dots;
    this.dotStart = dotStart;
    this.#marks = marks2;
  }
  state() {
    return new State(++this.#marks.gen);
  }
  // sort the ids of a state, once it has all of its threads
  done(state) {
    state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
    if (state.match)
      state.ids.unshift(MATCH.id);
    return state;
  }
  // true the first time that the state walks through the node, so
  // that loops in the graph stop
  #visit(state, node) {
    const { seen } = this.#marks;
    if (seen[node.id] === state.gen)
      return false;
    seen[node.id] = state.gen;
    return true;
  }
  #addThread(state, node) {
    const { has } = this.#marks;
    if (has[node.id] === state.gen)
      return false;
    has[node.id] = state.gen;
    state.threads.push(node);
    return true;
  }
  // wildcards only match a leading dot if `dot:true`. In a negated
  // sub-pattern, this does not apply, because the negation itself
  // can not match a leading dot.
  restricted(i, top) {
    return top && (this.dots || this.dotStart && i === 0);
  }
  add(state, node, i, top) {
    switch (node.t) {
      case "split":
        if (!this.#visit(state, node))
          return;
        for (const o of node.out)
          this.add(state, o, i, top);
        return;
      case "neg":
        if (!this.#visit(state, node))
          return;
        const sub = this.state();
        this.add(sub, node.sub, i, false);
        this.done(sub);
        return this.addRun(state, { t: "run", neg: node, state: sub }, i, top);
      case "star":
        if (this.restricted(i, top))
          return;
        if (this.#addThread(state, node))
          this.add(state, node.next, i, top);
        return;
      case "match":
        state.match = true;
        return;
      default:
        this.#addThread(state, node);
    }
  }
  addRun(state, run, i, top) {
    for (const r of state.runs) {
      if (r.neg === run.neg && sameState(r.state, run.state))
        return;
    }
    state.runs.push(run);
    if (!run.state.match) {
      this.add(state, run.neg.next, i, top);
    }
  }
  // the threads after char `c`, at index `i`
  step(state, c, i, top) {
    const next = this.state();
    for (const th of state.threads) {
      switch (th.t) {
        case "lit":
          if (litMatch(th, c)) {
            this.add(next, th.next, i + 1, top);
          }
          break;
        case "any":
          if (!this.restricted(i, top))
            this.add(next, th.next, i + 1, top);
          break;
        case "class":
          if (!this.restricted(i, top) && th.re.test(c)) {
            this.add(next, th.next, i + 1, top);
          }
          break;
        case "star":
          if (!this.restricted(i, top))
            this.add(next, th, i + 1, top);
      }
    }
    if (!this.restricted(i, top)) {
      for (const run of state.runs) {
        if (run.state.dead) {
          this.addRun(next, run, i + 1, top);
          continue;
        }
        const sub = this.step(run.state, c, i, false);
        this.addRun(next, { t: "run", neg: run.neg, state: sub }, i + 1, top);
      }
    }
    return this.done(next);
  }
};
var stateKey = (state) => {
  const ids = state.ids.join();
  if (!state.runs.length)
    return ids;
  const runs = state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`);
  return `${ids}|${runs.sort().join("|")}`;
};
var DFA_BUDGET = 1 << 18;
var Dfa = class {
  #start;
  #states = /* @__PURE__ */ new Map();
  #size = 0;
  #plain;
  #dotStart;
  #sim;
  #dotSim;
  constructor(start, marks2) {
    this.#start = start;
    this.#sim = new Sim(false, false, marks2);
    this.#dotSim = new Sim(false, true, marks2);
  }
  #make(state) {
    return {
      state,
      match: state.match,
      dead: state.dead,
      next: /* @__PURE__ */ new Map()
    };
  }
  #intern(state) {
    const key = stateKey(state);
    const found2 = this.#states.get(key);
    if (found2)
      return found2;
    if (this.#size > DFA_BUDGET)
      this.#clear();
    const d = this.#make(state);
    this.#states.set(key, d);
    this.#size += key.length + 1;
    return d;
  }
  #clear() {
    this.#states.clear();
    this.#size = 0;
    this.#plain = void 0;
    this.#dotStart = void 0;
  }
  start(dotStart) {
    if (dotStart) {
      if (this.#dotStart)
        return this.#dotStart;
      const state2 = this.#dotSim.state();
      this.#dotSim.add(state2, this.#start, 0, true);
      return this.#dotStart = this.#make(this.#dotSim.done(state2));
    }
    if (this.#plain)
      return this.#plain;
    const state = this.#sim.state();
    this.#sim.add(state, this.#start, 0, true);
    return this.#plain = this.#intern(this.#sim.done(state));
  }
  // the next state, after a miss in `d.ascii`
  next(d, c) {
    const code = c.charCodeAt(0);
    const found2 = code < 128 ? void 0 : d.next.get(c);
    if (found2)
      return found2;
    const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
    if (code < 128) {
      if (!d.ascii) {
        d.ascii = new Array(128);
        this.#size += 128;
      }
      d.ascii[code] = n;
    } else {
      d.next.set(c, n);
    }
    this.#size++;
    return n;
  }
};
var linear = (start) => {
  const nodes = [];
  for (let n = start; n.t !== "match"; n = n.next) {
    if (n.t === "split" || n.t === "neg")
      return void 0;
    nodes.push(n);
  }
  return nodes;
};
var testLinear = (nodes, chars, start, end) => {
  let ni = 0;
  let ci = start;
  let starNi = -1;
  let starCi = 0;
  while (ci < end) {
    const n = nodes[ni];
    if (n?.t === "star") {
      starNi = ni++;
      starCi = ci;
      continue;
    }
    const c = chars[ci];
    if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
      ni++;
      ci++;
      continue;
    }
    if (starNi === -1)
      return false;
    ni = starNi + 1;
    ci = ++starCi;
  }
  while (nodes[ni]?.t === "star")
    ni++;
  return ni === nodes.length;
};
var lengths = (items2) => {
  let min = 0;
  let max = 0;
  for (const it of items2) {
    const [lo, hi] = itemLengths(it);
    min += lo;
    max += hi;
  }
  return [min, max];
};
var itemLengths = (it) => {
  if (it.t === "star")
    return [0, Infinity];
  if (it.t !== "ext")
    return [1, 1];
  if (it.type === "!")
    return [0, Infinity];
  const alts = it.alts.map(lengths);
  const min = Math.min(...alts.map((a) => a[0]));
  const max = Math.max(...alts.map((a) => a[1]));
  const loop = max === 0 ? 0 : Infinity;
  return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
};
var hasAffix = (lits, chars, start) => {
  for (let j = 0; j < lits.length; j++) {
    if (!litMatch(lits[j], chars[start + j]))
      return false;
  }
  return true;
};
var slashOrSurrogate = /[/\ud800-\udfff]/;
var surrogate = /[\ud800-\udfff]/;
var codePoints = (s) => surrogate.test(s) ? [...s] : s;
var noSlash = (s) => {
  if (s.includes("/")) {
    throw new Error("can only match a single path portion, got: " + s);
  }
};
var Matcher = class {
  pattern;
  options;
  #start;
  // the number of node ids
  #size;
  #marks;
  // the Sim for strings that are only `.` or `..`
  #dotsSim;
  // the string to compare, if the pattern has no magic. With
  // `nocase:true`, the RegExp that folds case is made when it is
  // first used.
  #literal;
  #literalFold = false;
  #literalRe;
  // the nodes between the prefix and suffix, if the graph is a
  // single chain
  #linear;
  // the linear nodes are only `*` and `?`, so the length bounds and
  // the prefix and suffix decide the match
  #wild = false;
  // the least and most chars that a match can have
  #min = 0;
  #max = Infinity;
  // the literals that a match must start and end with. Each one
  // matches exactly one char, and they are distinct items in the
  // pattern, so a string that does not have them can not match.
  #prefix = [];
  #suffix = [];
  // the prefix and suffix as strings, if they do not fold case
  #prefixStr;
  #suffixStr;
  // there is a prefix or suffix to check
  #affix = false;
  #dfa;
  #form;
  constructor(pattern, options = {}) {
    if (pattern.includes("/")) {
      throw new Error("can only match a single path portion, got pattern: " + pattern);
    }
    this.pattern = pattern;
    this.options = options;
    const { nocase = false, noext = false, normalize: n } = options;
    this.#form = n === true ? "NFC" : n || void 0;
    const literal2 = /^[?*+@]\(\)$/.test(pattern);
    const toks = tokenize(pattern, nocase, noext || literal2, this.#form, options.rangeMark);
    let [items2] = build(toks, pair2(toks), 0, toks.length, true);
    if (this.#form)
      items2 = normalize(items2, this.#form);
    const [start, size] = compile(items2, nocase);
    this.#start = start;
    this.#size = size;
    if (items2.every((it) => it.t === "lit")) {
      this.#literal = items2.map((it) => it.ch).join("");
      this.#literalFold = nocase;
    } else {
      const lit2 = (it) => it.t !== "lit" ? void 0 : nocase ? { ch: it.ch, re: foldRe(it.ch) } : { ch: it.ch };
      for (const it of items2) {
        const l = lit2(it);
        if (!l)
          break;
        this.#prefix.push(l);
      }
      for (let j = items2.length - 1; j >= 0; j--) {
        const l = lit2(items2[j]);
        if (!l)
          break;
        this.#suffix.unshift(l);
      }
      this.#affix = !!(this.#prefix.length || this.#suffix.length);
      if (!nocase) {
        this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
        this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
      }
      this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
      this.#wild = !!this.#linear?.every((n2) => n2.t === "star" || n2.t === "any");
      const [min, max] = lengths(items2);
      this.#min = min;
      this.#max = max;
    }
  }
  test(s) {
    if (this.#form) {
      noSlash(s);
      return this.#test(s.normalize(this.#form));
    }
    if (slashOrSurrogate.test(s)) {
      noSlash(s);
      return this.#test(s, [...s]);
    }
    return this.#test(s, s);
  }
  /**
   * The same as {@link Matcher#test}, but the string is not checked
   * for `/` chars, so the result for a string that has one is not
   * defined. Only use it for a string that is known to be one path
   * portion, such as a part of a path that was split on `/`. It can
   * be faster, because some patterns do not need to look at each char
   * of the string.
   */
  testUnchecked(s) {
    return this.#test(this.#form ? s.normalize(this.#form) : s);
  }
  // Test a string that has no `/`. `chars` indexes it by code point.
  // If it is not given, it is only found if a step needs it.
  #test(s, chars) {
    if (this.#literal !== void 0) {
      return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
    }
    const min = this.#min;
    const max = this.#max;
    if (chars === void 0) {
      const most = s.length;
      const least = most + 1 >> 1;
      if (most < min || least > max)
        return false;
      if (least < min || most > max)
        chars = codePoints(s);
    }
    if (chars !== void 0 && (chars.length < min || chars.length > max)) {
      return false;
    }
    const prefix2 = this.#prefix.length;
    if (this.#affix) {
      if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
        if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) {
          return false;
        }
      } else {
        chars ??= codePoints(s);
        const end = chars.length - this.#suffix.length;
        if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) {
          return false;
        }
      }
    }
    const dotStart = !this.options.dot && s.startsWith(".");
    if (this.#linear) {
      if (s === "." || s === "..")
        return false;
      if (dotStart && !prefix2)
        return false;
      if (this.#wild)
        return true;
      chars ??= codePoints(s);
      const end = chars.length - this.#suffix.length;
      return testLinear(this.#linear, chars, prefix2, end);
    }
    chars ??= codePoints(s);
    if (s === "." || s === "..") {
      this.#marks ??= marks(this.#size);
      const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
      const start = sim.state();
      sim.add(start, this.#start, 0, true);
      let state = sim.done(start);
      for (let i = 0; i < chars.length; i++) {
        state = sim.step(state, chars[i], i, true);
      }
      return state.match;
    }
    this.#marks ??= marks(this.#size);
    const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
    let d = dfa.start(dotStart);
    const str = chars === s;
    for (let i = 0; i < chars.length; i++) {
      if (d.dead)
        return false;
      const code = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
      d = d.ascii?.[code] ?? dfa.next(d, chars[i]);
    }
    return d.match;
  }
  /** a readable listing of the state machine */
  toString() {
    return show(this.#start);
  }
};

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
var MAX_PATTERN_LENGTH = 1024 * 64;
var assertValidPattern = (pattern) => {
  if (typeof pattern !== "string") {
    throw new TypeError("invalid pattern");
  }
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new TypeError("pattern is too long");
  }
};

// node_modules/minimatch/dist/esm/escape.js
var escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
  const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
  const c = e.charAt(0);
  if (c === "#") {
    return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
  }
  if (c === "!") {
    return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
  }
  return e;
};

// node_modules/minimatch/dist/esm/unescape.js
var unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
  if (windowsPathsNoEscape && s.startsWith("@(!)")) {
    return "!" + unescape(s.slice(4), { windowsPathsNoEscape, magicalBraces });
  }
  if (magicalBraces) {
    return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
  }
  return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};

// node_modules/minimatch/dist/esm/index.js
var DEFAULT_BRACE_EXPAND_MAX = 1e5;
var DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
var AWE_KEY = "allowWindowsEscape";
var minimatch = (p, pattern, options) => {
  assertValidPattern(pattern);
  if (!options?.nocomment && pattern.charAt(0) === "#") {
    return false;
  }
  return cachedMinimatch(pattern, options).match(p);
};
var cache = /* @__PURE__ */ new Map();
var oldCache = /* @__PURE__ */ new Map();
var cacheSize = 0;
var cacheTotalWeight = 0;
var cacheMax = 256;
var cacheMaxWeight = 1 << 15;
var cacheMaxEntryWeight = 1 << 12;
var cacheWeight = (mm) => {
  let w = mm.pattern.length;
  for (const s of mm.globSet) {
    w += s.length + 1;
    if (w > cacheMaxEntryWeight)
      break;
  }
  return w;
};
var tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
var booleanWeights = new Map(Object.keys({
  nobrace: 0,
  nocomment: 0,
  nonegate: 0,
  noglobstar: 0,
  noext: 0,
  nonull: 0,
  partial: 0,
  dot: 0,
  nocase: 0,
  nocaseMagicOnly: 0,
  magicalBraces: 0,
  matchBase: 0,
  flipNegate: 0,
  preserveMultipleSlashes: 0,
  windowsNoMagicRoot: 0
}).map((k, i) => [k, 24 * 3 ** i]));
var optionsKey = (o) => {
  let n = 0;
  let wpe = false;
  for (const k in o) {
    const v = o[k];
    switch (k) {
      // the same test as the Minimatch constructor
      case "windowsPathsNoEscape":
        if (v)
          wpe = true;
        break;
      case AWE_KEY:
        if (v === false)
          wpe = true;
        break;
      case "platform": {
        const p = v || defaultPlatform;
        if (p === defaultPlatform)
          break;
        if (p === "darwin")
          n += 3;
        else if (p === "win32")
          n += 6;
        else if (p === "linux")
          n += 9;
        else
          return JSON.stringify(o);
        break;
      }
      case "optimizationLevel":
        if (v === void 0)
          break;
        n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
        break;
      case "braceExpandMax":
        if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) {
          return JSON.stringify(o);
        }
        break;
      case "maxGlobstarRecursion":
        if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) {
          return JSON.stringify(o);
        }
        break;
      case "normalize":
        if (v !== void 0)
          return JSON.stringify(o);
        break;
      default:
        n += (booleanWeights.get(k) ?? 0) * tri(v);
    }
  }
  return wpe ? n + 12 : n;
};
var copyOptions = (o) => {
  const copy = {};
  for (const k in o)
    copy[k] = o[k];
  return copy;
};
var cachedMinimatch = (pattern, options) => {
  const key = options ? optionsKey(options) : 0;
  let mm = cache.get(key)?.get(pattern);
  if (mm)
    return mm;
  mm = oldCache.get(key)?.get(pattern) ?? new Minimatch(pattern, copyOptions(options));
  const weight = cacheWeight(mm);
  if (weight > cacheMaxEntryWeight)
    return mm;
  if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
    oldCache = cache;
    cache = /* @__PURE__ */ new Map();
    cacheSize = 0;
    cacheTotalWeight = 0;
  }
  let byPattern = cache.get(key);
  if (!byPattern)
    cache.set(key, byPattern = /* @__PURE__ */ new Map());
  byPattern.set(pattern, mm);
  cacheSize++;
  cacheTotalWeight += weight;
  return mm;
};
var defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
var path = {
  win32: { sep: "\\" },
  posix: { sep: "/" }
};
var sep = defaultPlatform === "win32" ? path.win32.sep : path.posix.sep;
minimatch.sep = sep;
var GLOBSTAR = /* @__PURE__ */ Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
var filter = (pattern, options) => {
  let mm;
  return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
};
minimatch.filter = filter;
var ext = (a, b = {}) => Object.assign({}, a, b);
var defaults = (def) => {
  if (!def || typeof def !== "object" || !Object.keys(def).length) {
    return minimatch;
  }
  const orig = minimatch;
  const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
  return Object.assign(m, {
    Minimatch: class Minimatch extends orig.Minimatch {
      constructor(pattern, options = {}) {
        super(pattern, ext(def, options));
      }
      static defaults(options) {
        return orig.defaults(ext(def, options)).Minimatch;
      }
    },
    unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
    escape: (s, options = {}) => orig.escape(s, ext(def, options)),
    filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
    defaults: (options) => orig.defaults(ext(def, options)),
    braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
    match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
    sep: orig.sep,
    GLOBSTAR
  });
};
minimatch.defaults = defaults;
var braceExpand = (pattern, options = {}) => {
  assertValidPattern(pattern);
  if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
    return [pattern];
  }
  let p = pattern.replace(/\\\\/g, "\\\\\\\\");
  if (options.windowsPathsNoEscape || options[AWE_KEY] === false) {
    p = p.replace(/\[([{}])\]/g, "[\\$1]");
  }
  return expand(p, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
var RANGE_MIN = 100;
var rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
var inRepeatOrNegExt = (portion, mark) => {
  const stack = [];
  for (let i = 0; i < portion.length; i++) {
    const c = portion.charAt(i);
    if (c === "\\") {
      i++;
    } else if (c === mark) {
      if (stack.some((t) => t !== "@" && t !== "?"))
        return true;
    } else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
      stack.push(c);
      i++;
    } else if (c === ")") {
      stack.pop();
    }
  }
  return false;
};
var match = (list, pattern, options = {}) => {
  const mm = new Minimatch(pattern, options);
  list = list.filter((f) => mm.match(f));
  if (mm.options.nonull && !list.length) {
    list.push(pattern);
  }
  return list;
};
minimatch.match = match;
var globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
var classEnd = (pattern, start) => {
  let i = start + 1;
  if (pattern.charAt(i) === "!" || pattern.charAt(i) === "^")
    i++;
  let sawStart = false;
  for (; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "]" && sawStart)
      return i;
    sawStart = true;
    if (c === "\\")
      i++;
  }
  return -1;
};
var literal = (pattern, noext) => {
  if (!noext && (pattern === "+()" || pattern === "@()"))
    return pattern;
  let lit2 = "";
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      lit2 += pattern.charAt(++i) || c;
    } else if (c === "*" || c === "?") {
      return void 0;
    } else if (c === "[") {
      const close = classEnd(pattern, i);
      if (close === -1) {
        lit2 += c;
        continue;
      }
      let body = pattern.slice(i + 1, close);
      if (body.startsWith("\\"))
        body = body.slice(1);
      if ([...body].length !== 1 || "!^".includes(pattern.charAt(i + 1))) {
        return void 0;
      }
      lit2 += body;
      i = close;
    } else if (!noext && "+@!".includes(c) && pattern.charAt(i + 1) === "(" && pattern.includes(")", i + 2)) {
      return void 0;
    } else {
      lit2 += c;
    }
  }
  return lit2;
};
var MAX_EXTGLOBS = 256;
var extglobCount = (pattern) => {
  let n = 0;
  for (let i = 0; i < pattern.length - 1; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      i++;
    } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
      n++;
      i++;
    }
  }
  return n;
};
var assertValidExtglobs = (pattern) => {
  if (extglobCount(pattern) > MAX_EXTGLOBS) {
    throw new TypeError("pattern has too many extglobs");
  }
};
var extSafe = (pattern) => {
  if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes("[:"))
    return false;
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      if (++i === pattern.length)
        return false;
    } else if (c === "[") {
      const close = classEnd(pattern, i);
      if (close !== -1)
        i = close;
    } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
      depth++;
      i++;
    } else if (c === ")") {
      if (!depth--)
        return false;
    } else if (c === "|" && !depth) {
      return false;
    }
  }
  return !depth;
};
var lastSplit;
var lastChecked;
var portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
var endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
var isDots = (p) => p === "." || p === "..";
var isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
var isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
var uncHost = (p) => {
  if (p[0] !== "" || p[1] !== "")
    return -1;
  const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
  const host = p[h];
  const share = p[h + 1];
  return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
};
var walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
var dotPortion = (f, start, end, dot, sep2) => {
  for (let k = start; k < end; ) {
    if (f.charCodeAt(k) === 46) {
      if (!dot)
        return true;
      const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
      if (n >= end || isSep(f.charCodeAt(n), sep2))
        return true;
    }
    const s = nextSep(f, k, sep2);
    if (s === -1)
      return false;
    k = s + 1;
    while (k < end && isSep(f.charCodeAt(k), sep2))
      k++;
  }
  return false;
};
var isSep = (c, sep2) => sep2 === "/" ? c === 47 : sep2 === "\\" ? c === 92 : c === 47 || c === 92;
var nextSep = (f, from, sep2) => {
  if (sep2 !== "both")
    return f.indexOf(sep2, from);
  const s = f.indexOf("/", from);
  const b = f.indexOf("\\", from);
  return s === -1 ? b : b === -1 ? s : Math.min(s, b);
};
var lastSep = (f, from, sep2) => sep2 !== "both" ? f.lastIndexOf(sep2, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
var PENDING = {};
var Minimatch = class {
  options;
  set;
  pattern;
  windowsPathsNoEscape;
  nonegate;
  negate;
  comment;
  empty;
  preserveMultipleSlashes;
  partial;
  globSet;
  globParts;
  nocase;
  isWindows;
  platform;
  windowsNoMagicRoot;
  maxGlobstarRecursion;
  // the path can be checked against the last portion, and the string
  // portions, of each row before it is split. See #canMatch.
  #endCheck;
  #literalCheck;
  // level 2 resolves `.` and `..` portions in the path
  #level2;
  // the unicode normalization form, if any
  #form;
  // the string portions of each row in the set
  #literals = [];
  // the rows that #canMatch can match without splitting the path
  #shapes = [];
  // the rows whose last portion can be checked against the path's
  #endRows = [];
  // brace expansion can make the same portion in many rows, so they
  // share one Matcher, and the states that it caches
  #matchers = /* @__PURE__ */ new Map();
  // parse() returns PENDING in place of a Matcher
  #pending = false;
  // the char that marks numeric ranges in globSet, if any
  #rangeMark;
  // the GlobstarParts of each pattern row, by start index and partial
  #globstarParts = /* @__PURE__ */ new WeakMap();
  constructor(pattern, options = {}) {
    assertValidPattern(pattern);
    options = options || {};
    this.options = options;
    this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
    this.pattern = pattern;
    this.platform = options.platform || defaultPlatform;
    this.isWindows = this.platform === "win32";
    this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
    if (this.windowsPathsNoEscape) {
      this.pattern = this.pattern.replace(/\\/g, "/");
    }
    this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
    this.negate = false;
    this.nonegate = !!options.nonegate;
    this.comment = false;
    this.empty = false;
    this.partial = !!options.partial;
    this.nocase = !!this.options.nocase;
    this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
    this.globSet = [];
    this.globParts = [];
    this.set = [];
    this.#endCheck = !this.preserveMultipleSlashes;
    this.#level2 = (options.optimizationLevel ?? 1) >= 2;
    const n = options.normalize;
    this.#form = n === true ? "NFC" : n || void 0;
    this.make();
    const drives = this.set.map((row2) => this.#rootIndex(row2));
    this.#endRows = this.set.map((row2, r) => this.#endCheck && row2.length - 1 > drives[r]);
    this.#literals = this.set.map((row2, r) => {
      const end = this.#endRows[r] ? row2.length - 1 : row2.length;
      const lits = row2.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
      return [...new Set(lits)];
    });
    this.#literalCheck = this.#literals.some((l) => l.length);
    this.#shapes = this.set.map((row2, r) => {
      const [p0, p1, p2] = row2;
      if (this.#endRows[r] && row2.length === 2) {
        if (p0 === GLOBSTAR && p1 !== GLOBSTAR)
          return "tail";
      }
      if (this.#endRows[r] && options.matchBase && row2.length === 1 && p0 !== GLOBSTAR && p0 !== "") {
        return "base";
      }
      if (!this.#endCheck || drives[r] !== -1)
        return void 0;
      if (row2.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && // the portion between is only matched below this limit
      this.maxGlobstarRecursion > 0) {
        return "mid";
      }
      if (row2.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") {
        return "head";
      }
      return void 0;
    });
  }
  // a string portion of a pattern, normalized if the option is set
  #norm(p) {
    return this.#form ? p.normalize(this.#form) : p;
  }
  // On Windows, the index of the last root portion of a row, as
  // #matchRow finds it: 0 for `c:/...`, 3 for `//?/c:/...` and
  // `//host/share/...`, and 5 for `//?/UNC/host/share/...`. Otherwise
  // -1.
  #rootIndex(row2) {
    if (!this.isWindows)
      return -1;
    if (isDrive(row2[0]))
      return 0;
    const uncDrive = row2[0] === "" && row2[1] === "" && row2[2] === "?" && isDrive(row2[3]);
    if (uncDrive)
      return 3;
    const h = uncHost(row2);
    return h === -1 ? -1 : h + 1;
  }
  hasMagic() {
    if (this.options.magicalBraces && this.set.length > 1) {
      return true;
    }
    for (const pattern of this.set) {
      for (const part2 of pattern) {
        if (typeof part2 !== "string")
          return true;
      }
    }
    return false;
  }
  make() {
    const pattern = this.pattern;
    const options = this.options;
    if (!options.nocomment && pattern.charAt(0) === "#") {
      this.comment = true;
      return;
    }
    if (!pattern) {
      this.empty = true;
      return;
    }
    this.parseNegate();
    this.globSet = [...new Set(this.#expandBraces())];
    const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
    this.globParts = this.preprocess(rawGlobParts);
    this.#pending = true;
    let set = this.globParts.map((s, _, __) => {
      if (this.isWindows && this.windowsNoMagicRoot) {
        const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
        const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
        const isDrive2 = /^[a-z]:/i.test(s[0]);
        if (isUNC) {
          return [
            ...s.slice(0, n).map((p) => this.#norm(p)),
            ...s.slice(n).map((ss) => this.parse(ss))
          ];
        } else if (isDrive2) {
          return [
            this.#norm(s[0]),
            ...s.slice(1).map((ss) => this.parse(ss))
          ];
        }
      }
      return s.map((ss) => this.parse(ss));
    });
    this.set = set.filter((s) => s.indexOf(false) === -1);
    if (this.isWindows) {
      for (let i = 0; i < this.set.length; i++) {
        const p = this.set[i];
        if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
          if (isLongUNC(this.globParts[i][3]))
            p[3] = "UNC";
          p[2] = "?";
        }
      }
    }
    if (!options.noext)
      this.mergeRows();
    this.#pending = false;
    this.set.forEach((row2, i) => {
      for (let k = 0; k < row2.length; k++) {
        if (row2[k] === PENDING) {
          row2[k] = this.parse(this.globParts[i][k]);
        }
      }
    });
  }
  // Merge rows that only differ in one portion, where each of them
  // is a Matcher, into one row that matches any of them with
  // `@(a|b|...)`. Then a path is only walked once for all of them,
  // for example with `**/*.{js,ts}`.
  mergeRows() {
    let merged3 = true;
    while (merged3) {
      merged3 = false;
      if (this.set.length < 2)
        return;
      let keys = this.#mergeKeys();
      const len = Math.max(0, ...this.set.map((r) => r.length));
      for (let k = 0; k < len; k++) {
        const groups = /* @__PURE__ */ new Map();
        const R = this.set.length + 1;
        this.set.forEach((row2, i) => {
          if (!(row2[k] instanceof Matcher || row2[k] === PENDING) || !extSafe(this.globParts[i][k])) {
            return;
          }
          const { pre, suf } = keys[i];
          const key = pre[k] * R + suf[k + 1];
          const g = groups.get(key);
          if (g)
            g.push(i);
          else
            groups.set(key, [i]);
        });
        const drop = /* @__PURE__ */ new Set();
        for (const g of groups.values()) {
          if (g.length < 2)
            continue;
          const [first, ...rest] = g;
          const alts = g.map((i) => this.globParts[i][k]);
          const glob2 = `@(${alts.join("|")})`;
          if (extglobCount(glob2) > MAX_EXTGLOBS)
            continue;
          this.globParts[first][k] = glob2;
          this.set[first][k] = this.parse(glob2);
          for (const i of rest)
            drop.add(i);
        }
        if (drop.size) {
          merged3 = true;
          this.set = this.set.filter((_, i) => !drop.has(i));
          this.globParts = this.globParts.filter((_, i) => !drop.has(i));
          if (this.set.length < 2)
            return;
          keys = this.#mergeKeys();
        }
      }
    }
  }
  // For each row, number ids for its prefixes and suffixes, such that
  // pre[k] identifies parts[0..k) and suf[k] identifies parts[k..n).
  // Two rows are the same other than at portion k exactly when they
  // have the same pre[k] and suf[k + 1]. This is linear in the size of
  // the rows, where joining the whole row for every k was quadratic.
  #mergeKeys() {
    const partIds = /* @__PURE__ */ new Map();
    const ids = this.globParts.map((parts) => parts.map((s) => {
      let id = partIds.get(s);
      if (id === void 0)
        partIds.set(s, id = partIds.size);
      return id;
    }));
    const P = partIds.size;
    const len = Math.max(0, ...ids.map((r) => r.length));
    const keys = ids.map((r) => ({
      pre: [0],
      suf: new Array(r.length + 1).fill(0)
    }));
    for (let k = 0; k < len; k++) {
      const m = /* @__PURE__ */ new Map();
      ids.forEach((r, i) => {
        if (k >= r.length)
          return;
        const { pre } = keys[i];
        const key = pre[k] * P + r[k];
        let id = m.get(key);
        if (id === void 0)
          m.set(key, id = m.size + 1);
        pre.push(id);
      });
    }
    for (let k = len - 1; k >= 0; k--) {
      const m = /* @__PURE__ */ new Map();
      ids.forEach((r, i) => {
        if (k >= r.length)
          return;
        const { suf } = keys[i];
        const key = suf[k + 1] * P + r[k];
        let id = m.get(key);
        if (id === void 0)
          m.set(key, id = m.size + 1);
        suf[k] = id;
      });
    }
    return keys;
  }
  // various transforms to equivalent pattern sets that are
  // faster to process in a filesystem walk.  The goal is to
  // eliminate what we can, and push all ** patterns as far
  // to the right as possible, even if it increases the number
  // of patterns that we have to process.
  preprocess(globParts) {
    if (this.options.noglobstar) {
      for (const partset of globParts) {
        for (let j = 0; j < partset.length; j++) {
          if (partset[j] === "**") {
            partset[j] = "*";
          }
        }
      }
    }
    const { optimizationLevel = 1 } = this.options;
    if (optimizationLevel >= 2) {
      globParts = this.firstPhasePreProcess(globParts);
      globParts = this.secondPhasePreProcess(globParts);
    } else if (optimizationLevel >= 1) {
      globParts = this.levelOneOptimize(globParts);
    } else {
      globParts = this.adjascentGlobstarOptimize(globParts);
    }
    return globParts;
  }
  // just get rid of adjascent ** portions
  adjascentGlobstarOptimize(globParts) {
    return globParts.map((parts) => {
      let gs = -1;
      while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
        let i = gs;
        while (parts[i + 1] === "**") {
          i++;
        }
        if (i !== gs) {
          parts.splice(gs, i - gs);
        }
      }
      return parts;
    });
  }
  // get rid of adjascent ** and resolve .. portions
  levelOneOptimize(globParts) {
    return globParts.map((parts) => {
      const root = this.#rootIndex(parts) + 1;
      parts = parts.reduce((set, part2) => {
        const prev = set[set.length - 1];
        if (part2 === "**" && prev === "**") {
          return set;
        }
        if (part2 === "..") {
          if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
            set.pop();
            return set;
          }
        }
        set.push(part2);
        return set;
      }, []);
      return parts.length === 0 ? [""] : parts;
    });
  }
  // Check the path against each row before it is split. 'no' if no
  // row can match, so it does not need to be split. 'yes' if a row of
  // `**` and one more portion matches. 'maybe' if it must be split to
  // know. None of this applies with partial, where the path can end
  // before the row does.
  //
  // On Windows, `\` is a separator in the path too, and the portions of
  // a row up to its drive letter or UNC share are not checked (see
  // #rootIndex).
  //
  // Each string portion of a row must be a portion of the path, so the
  // path must contain it. Level 2 can only take portions out of the
  // path, so this is still true then.
  //
  // The last portion of a row must match the last portion of the path,
  // or the one before a trailing `/` (as a/* and a/**/* match a/b/).
  // This does not apply to rows that end in **, rows that end in a
  // root, or preserveMultipleSlashes (which can leave more
  // than one '' at the end). At level 2, it does not apply if that
  // portion is `.` or `..`, which can be
  // resolved away. Level 2 only takes other portions out of the
  // middle of the path.
  //
  // A row of `**/x` then matches if the ** can walk the portions
  // before the one that x matches, the same as #matchGlobstar. At
  // level 2, this is only known if none of them are `.` or `..`, so
  // that the path does not change when it is resolved.
  #canMatch(f) {
    const sep2 = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
    let ends = this.#endCheck ? 0 : -1;
    let last = "";
    let lastStart = 0;
    let prev;
    let prevStart = 0;
    const dot = !!this.options.dot;
    ROWS: for (let r = 0; r < this.set.length; r++) {
      const row2 = this.set[r];
      const p = row2[row2.length - 1];
      let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
      if (end && ends === 0) {
        const i = lastSep(f, f.length, sep2);
        lastStart = i + 1;
        last = f.slice(lastStart);
        if (last === "" && i >= 0) {
          let j = i;
          while (j > 0 && isSep(f.charCodeAt(j - 1), sep2))
            j--;
          prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep2) + 1;
          prev = f.slice(prevStart, j);
        }
        const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
        ends = resolves ? -1 : 1;
        end = !resolves;
      }
      let tailStart = -1;
      if (end && typeof p === "string") {
        tailStart = endIndex(p, last, lastStart, prev, prevStart);
        if (tailStart === -1)
          continue;
      }
      if (this.#literalCheck) {
        for (const l of this.#literals[r]) {
          if (!f.includes(l))
            continue ROWS;
        }
      }
      if (end && typeof p === "object") {
        tailStart = endIndex(p, last, lastStart, prev, prevStart);
        if (tailStart === -1)
          continue;
      }
      const shape = this.#shapes[r];
      if (shape === "base" && end)
        return "yes";
      if (shape === "tail" && end) {
        if (this.#level2 && dotPortion(f, 0, tailStart, true, sep2)) {
          return "maybe";
        }
        if (!dotPortion(f, 0, tailStart, dot, sep2))
          return "yes";
        continue;
      }
      if (shape === "mid" || shape === "head") {
        const m = this.#walk(f, row2, shape === "head", dot, sep2);
        if (m !== "no")
          return m;
        continue;
      }
      return "maybe";
    }
    return "no";
  }
  // Match a row of a known shape against the split path, the same as
  // #matchGlobstar and #matchGlobStarBodySections do. None of these
  // rows have a drive letter, so they start at the first portion.
  #matchShape(file, row2, shape) {
    const dot = !!this.options.dot;
    const n = file.length;
    if (shape === "head") {
      if (n < 2 || !portionMatch(row2[0], file[0])) {
        return false;
      }
      for (let i = 1; i < n; i++)
        if (!walkable(file[i], dot))
          return false;
      return true;
    }
    const x = row2[1];
    if (shape === "tail") {
      let t = n - 1;
      if (!portionMatch(x, file[t])) {
        if (file[t] !== "" || n === 1 || !portionMatch(x, file[--t])) {
          return false;
        }
      }
      for (let i = 0; i < t; i++)
        if (!walkable(file[i], dot))
          return false;
      return true;
    }
    for (let k = 0; k < n; k++) {
      if (portionMatch(x, file[k]) && k + 1 < n) {
        let i = k + 1;
        while (i < n && walkable(file[i], dot))
          i++;
        if (i === n)
          return true;
      }
      if (!walkable(file[k], dot))
        return false;
    }
    return false;
  }
  // Match a row of `**/x/**` or `x/**` against the path, the same as
  // #matchGlobstar and #matchGlobStarBodySections do once it is split.
  // x must match a portion (the first one, for `x/**`), the ** before
  // it must be able to walk the portions before that one, and there
  // must be a portion after it, which the ** after it can walk. At
  // level 2, this is only known if no portion is `.` or `..`.
  #walk(f, row2, head, dot, sep2) {
    if (this.#level2 && dotPortion(f, 0, f.length, true, sep2))
      return "maybe";
    const x = row2[head ? 0 : 1];
    let s = 0;
    for (let e = nextSep(f, s, sep2); e !== -1; e = nextSep(f, s, sep2)) {
      let next = e + 1;
      while (next < f.length && isSep(f.charCodeAt(next), sep2))
        next++;
      const hit3 = typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e));
      if (hit3 && !dotPortion(f, next, f.length, dot, sep2))
        return "yes";
      if (head || dotPortion(f, s, next, dot, sep2))
        return "no";
      s = next;
    }
    return "no";
  }
  // the last split, if it was the same path with the same split
  // settings
  #cachedSplit(f) {
    const last = lastSplit;
    return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
  }
  // split a path for match(), and keep the parts for the next call
  #split(f) {
    const { isWindows, preserveMultipleSlashes } = this;
    let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
    const normalize2 = this.#form;
    if (normalize2)
      parts = parts.map((p) => p.normalize(normalize2));
    lastSplit = {
      f,
      isWindows,
      preserveMultipleSlashes,
      normalize: normalize2,
      parts
    };
    return lastSplit;
  }
  // resolve `.` and `..` portions of a path, for level 2
  #levelTwoFileOptimize(file) {
    const parts = [...file];
    let didSomething = false;
    do {
      didSomething = false;
      if (!this.preserveMultipleSlashes) {
        for (let i = 1; i < parts.length - 1; i++) {
          const p = parts[i];
          if (i === 1 && p === "" && parts[0] === "")
            continue;
          if (p === "." || p === "") {
            didSomething = true;
            parts.splice(i, 1);
            i--;
          }
        }
        if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
          didSomething = true;
          parts.pop();
        }
      }
      const root = this.#rootIndex(parts) + 1;
      let dd = root;
      while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
        const p = parts[dd - 1];
        if (p && p !== "." && p !== ".." && p !== "**") {
          didSomething = true;
          parts.splice(dd - 1, 2);
          dd = Math.max(dd - 2, root);
        }
      }
    } while (didSomething);
    return parts.length === 0 ? [""] : parts;
  }
  // First phase: single-pattern processing
  // <pre> is 1 or more portions
  // <rest> is 1 or more portions
  // <p> is any portion other than ., .., '', or **
  // <e> is . or ''
  //
  // **/.. is *brutal* for filesystem walking performance, because
  // it effectively resets the recursive walk each time it occurs,
  // and ** cannot be reduced out by a .. pattern part like a regexp
  // or most strings (other than .., ., and '') can be.
  //
  // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
  // <pre>/<e>/<rest> -> <pre>/<rest>
  // <pre>/<p>/../<rest> -> <pre>/<rest>
  // **/**/<rest> -> **/<rest>
  //
  // **/*/<rest> -> */**/<rest> <== not valid because ** doesn't follow
  // this WOULD be allowed if ** did follow symlinks, or * didn't
  firstPhasePreProcess(globParts) {
    const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
    let splitCells = 0;
    const maxSplitCells = 1e6;
    let didSomething = false;
    do {
      didSomething = false;
      for (let parts of globParts) {
        let gs = -1;
        while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
          let gss = gs;
          while (parts[gss + 1] === "**") {
            gss++;
          }
          if (gss > gs) {
            parts.splice(gs + 1, gss - gs);
          }
          let next = parts[gs + 1];
          const p = parts[gs + 2];
          const p2 = parts[gs + 3];
          if (next !== "..")
            continue;
          if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") {
            continue;
          }
          const addedCells = parts.length - 1;
          if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) {
            throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
          }
          didSomething = true;
          parts.splice(gs, 1);
          const other = parts.slice(0);
          other[gs] = "**";
          splitCells += addedCells;
          globParts.push(other);
          gs--;
        }
        if (!this.preserveMultipleSlashes) {
          for (let i = 1; i < parts.length - 1; i++) {
            const p = parts[i];
            if (i === 1 && p === "" && parts[0] === "")
              continue;
            if (p === "." || p === "") {
              didSomething = true;
              parts.splice(i, 1);
              i--;
            }
          }
          if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
            didSomething = true;
            parts.pop();
          }
        }
        const root = this.#rootIndex(parts) + 1;
        let dd = root;
        while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
          const p = parts[dd - 1];
          if (p && p !== "." && p !== ".." && p !== "**") {
            didSomething = true;
            const needDot = dd === 1 && parts[dd + 1] === "**";
            const splin = needDot ? ["."] : [];
            parts.splice(dd - 1, 2, ...splin);
            if (parts.length === 0)
              parts.push("");
            dd = Math.max(dd - 2, root);
          }
        }
      }
    } while (didSomething);
    return globParts;
  }
  // second phase: multi-pattern dedupes
  // {<pre>/<rest>,<pre>/<rest>} -> <pre>/<rest>
  // {<pre>/*/<rest>,<pre>/<p>/<rest>} -> <pre>/*/<rest>
  secondPhasePreProcess(globParts) {
    const keys = /* @__PURE__ */ new Set();
    const rows = globParts.filter((parts) => {
      const key = parts.join("/");
      if (keys.has(key))
        return false;
      keys.add(key);
      return true;
    });
    const stars = /* @__PURE__ */ new Map();
    for (const parts of rows) {
      const s = [];
      for (let i = 0; i < parts.length; i++) {
        if (parts[i] === "*")
          s.push(i);
      }
      if (s.length)
        stars.set(s.join(","), s);
    }
    if (!stars.size || rows.length * stars.size > 1e5)
      return rows;
    const { dot } = this.options;
    return rows.filter((parts) => {
      for (const s of stars.values()) {
        if (s[s.length - 1] >= parts.length)
          continue;
        const c = [...parts];
        let ok = true;
        let changed = false;
        for (const i of s) {
          const p = parts[i];
          if (p === "*")
            continue;
          if (!p || p === "**" || !dot && p.startsWith(".")) {
            ok = false;
            break;
          }
          c[i] = "*";
          changed = true;
        }
        if (ok && changed && keys.has(c.join("/")))
          return false;
      }
      return true;
    });
  }
  parseNegate() {
    if (this.nonegate)
      return;
    const pattern = this.pattern;
    let negate = false;
    let negateOffset = 0;
    for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
      negate = !negate;
      negateOffset++;
    }
    if (negateOffset)
      this.pattern = pattern.slice(negateOffset);
    this.negate = negate;
  }
  // Match the parts of a path against one row of the set. `resolved`
  // is the parts after level 2 resolves `.` and `..` in them, or the
  // same parts below level 2. Set partial to true to test if, for
  // example, "/a/b" matches the start of "/*/b/*/d". Partial means, if
  // you run out of file before you run out of pattern, then that's
  // fine, as long as all the parts match.
  #matchRow(file, resolved, pattern, partial) {
    let fileStartIndex = 0;
    let patternStartIndex = 0;
    const fh = this.isWindows ? uncHost(resolved) : -1;
    const ph = fh === -1 ? -1 : uncHost(pattern);
    if (ph !== -1) {
      const host = pattern[ph];
      const share = pattern[ph + 1];
      if (typeof host !== "string" || typeof share !== "string") {
        fileStartIndex = fh;
        patternStartIndex = ph;
      } else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
        fileStartIndex = fh + 2;
        patternStartIndex = ph + 2;
      }
    } else if (this.isWindows) {
      const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
      const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
      const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
      const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
      const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
      const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
      if (typeof fdi === "number" && typeof pdi === "number") {
        const [fd, pd] = [
          file[fdi],
          pattern[pdi]
        ];
        if (fd.toLowerCase() === pd.toLowerCase()) {
          patternStartIndex = pdi + 1;
          fileStartIndex = fdi + 1;
        }
      }
    }
    file = resolved;
    if (pattern.includes(GLOBSTAR)) {
      return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
    }
    return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
  }
  #matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
    const { head, body, tail: tail2, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
    if (head.length) {
      const headEnd = fileIndex + head.length;
      if (!this.#matchOne(file, head, partial, fileIndex, 0, headEnd)) {
        return false;
      }
      fileIndex += head.length;
      patternIndex += head.length;
    }
    let fileTailMatch = 0;
    if (tail2.length) {
      if (tail2.length + fileIndex > file.length)
        return false;
      let tailStart = file.length - tail2.length;
      if (this.#matchOne(file, tail2, partial, tailStart, 0)) {
        fileTailMatch = tail2.length;
      } else {
        if (file[file.length - 1] !== "" || fileIndex + tail2.length === file.length) {
          return false;
        }
        tailStart--;
        if (!this.#matchOne(file, tail2, partial, tailStart, 0)) {
          return false;
        }
        fileTailMatch = tail2.length + 1;
      }
    }
    if (!body.length) {
      let sawSome = !!fileTailMatch;
      for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
        const f = String(file[i]);
        sawSome = true;
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return partial || sawSome;
    }
    return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
  }
  // Split the pattern into head, tail, and middle of ** delimited
  // parts. The tail has to be at the end, and the others just have to
  // be found in order from the head. These only depend on the pattern
  // row, so they are kept for the next path.
  #getGlobstarParts(pattern, partial, patternIndex) {
    let byStart = this.#globstarParts.get(pattern);
    if (!byStart) {
      byStart = [];
      this.#globstarParts.set(pattern, byStart);
    }
    const key = patternIndex * 2 + (partial ? 1 : 0);
    const found2 = byStart[key];
    if (found2)
      return found2;
    const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
    const lastgs = pattern.lastIndexOf(GLOBSTAR);
    const head = pattern.slice(patternIndex, firstgs);
    const body = pattern.slice(firstgs + 1, partial ? void 0 : lastgs);
    const tail2 = partial ? [] : pattern.slice(lastgs + 1);
    const segments = [[[], 0]];
    let current = segments[0];
    let nonGsParts = 0;
    const nonGsPartsSums = [0];
    for (const b of body) {
      if (b === GLOBSTAR) {
        nonGsPartsSums.push(nonGsParts);
        current = [[], 0];
        segments.push(current);
      } else {
        current[0].push(b);
        nonGsParts++;
      }
    }
    segments.forEach((b, i) => {
      b[1] = nonGsParts - nonGsPartsSums[i];
    });
    const parts = { head, body, tail: tail2, segments };
    byStart[key] = parts;
    return parts;
  }
  // return false for "nope, not matching"
  // return null for "not matching, cannot keep trying"
  #matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex, bodyIndex, partial, globStarDepth, sawTail, tried) {
    const bs = bodySegments[bodyIndex];
    if (!bs) {
      if (partial) {
        return fileIndex >= fileLength || fileIndex === fileLength - 1 && file[fileIndex] === "";
      }
      for (let i = fileIndex; i < fileLength; i++) {
        sawTail = true;
        const f = file[i];
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return sawTail;
    }
    const [body, need] = bs;
    const after = partial ? fileLength : fileLength - need;
    while (fileIndex <= after) {
      const key = bodyIndex * (file.length + 1) + fileIndex;
      if (tried.has(key))
        return false;
      tried.add(key);
      const m = this.#matchOne(file, body, partial, fileIndex, 0, fileIndex + body.length);
      if (m && globStarDepth < this.maxGlobstarRecursion) {
        const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
        if (sub !== false) {
          return sub;
        }
      }
      if (fileIndex === after)
        break;
      const f = file[fileIndex];
      if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
        return false;
      }
      fileIndex++;
    }
    return partial || null;
  }
  #matchOne(file, pattern, partial, fileIndex, patternIndex, fileEnd = file.length) {
    let fi;
    let pi;
    let pl;
    let fl;
    for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file.length), pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
      let p = pattern[pi];
      let f = file[fi];
      if (p === false || p === GLOBSTAR) {
        return false;
      }
      if (!portionMatch(p, f))
        return false;
    }
    if (fi === fl && pi === pl) {
      return true;
    } else if (fi === fl) {
      return partial;
    } else if (pi === pl) {
      return fi === fl - 1 && file[fi] === "";
    } else {
      throw new Error("wtf?");
    }
  }
  braceExpand() {
    return braceExpand(this.pattern, this.options);
  }
  // Expand braces, except numeric ranges such as {0..999} with at
  // least RANGE_MIN values. Each of those stays in its pattern as
  // `<mark>0..999<mark>`, for the Matcher to test. If a range might
  // be inside a [...] class, expand all of them instead.
  #expandBraces() {
    const { pattern } = this;
    if (this.options.nobrace)
      return this.braceExpand();
    let code = 57344;
    while (pattern.includes(String.fromCharCode(code))) {
      if (++code > 63743)
        return this.braceExpand();
    }
    const mark = String.fromCharCode(code);
    let found2 = false;
    const marked = pattern.replace(rangeRe, (m, lo, hi) => {
      const a = Number(lo);
      const b = Number(hi);
      if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) {
        return m;
      }
      found2 = true;
      return `${mark}${lo}..${hi}${mark}`;
    });
    if (!found2)
      return this.braceExpand();
    const set = braceExpand(marked, this.options);
    for (const p of set) {
      for (const portion of p.split("/")) {
        const c = portion.indexOf("[");
        if (c !== -1 && c < portion.lastIndexOf(mark)) {
          return this.braceExpand();
        }
        if (!this.options.noext && inRepeatOrNegExt(portion, mark)) {
          return this.braceExpand();
        }
      }
    }
    this.#rangeMark = mark;
    return set;
  }
  parse(pattern) {
    assertValidPattern(pattern);
    const options = this.options;
    if (pattern === "**")
      return GLOBSTAR;
    if (pattern === "")
      return "";
    const { nocase, nocaseMagicOnly, noext = false, dot, normalize: normalize2 } = options;
    const rangeMark = this.#rangeMark;
    const lit2 = rangeMark && pattern.includes(rangeMark) ? void 0 : literal(pattern, noext);
    if (lit2 !== void 0 && !(nocase && !nocaseMagicOnly && pattern.toUpperCase() !== pattern.toLowerCase())) {
      return this.#norm(lit2);
    }
    if (this.#pending)
      return PENDING;
    let m = this.#matchers.get(pattern);
    if (!m) {
      if (!noext)
        assertValidExtglobs(pattern);
      m = new Matcher(pattern, {
        nocase,
        noext,
        dot,
        normalize: normalize2,
        ...rangeMark && { rangeMark }
      });
      this.#matchers.set(pattern, m);
    }
    return m;
  }
  #slashSplit(p) {
    if (this.preserveMultipleSlashes) {
      return p.split("/");
    } else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
      return ["", ...p.split(/\/+/)];
    } else {
      return p.split(/\/+/);
    }
  }
  match(f, partial = this.partial) {
    if (this.comment) {
      return false;
    }
    if (this.empty) {
      return f === "";
    }
    if (f === "/" && partial) {
      return true;
    }
    const options = this.options;
    let split = this.#cachedSplit(f);
    if (!split) {
      if (!partial && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
        lastChecked = f;
        const can = this.#canMatch(f);
        if (can === "no")
          return options.flipNegate ? false : this.negate;
        if (can === "yes")
          return options.flipNegate ? true : !this.negate;
      }
      split = this.#split(f);
    }
    const ff = split.parts;
    const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
    const set = this.set;
    let filename = ff[ff.length - 1];
    if (!filename) {
      for (let i = ff.length - 2; !filename && i >= 0; i--) {
        filename = ff[i];
      }
    }
    for (let r = 0; r < set.length; r++) {
      const pattern = set[r];
      const shape = partial ? void 0 : this.#shapes[r];
      const hit3 = shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial) : this.#matchRow(ff, resolved, pattern, partial);
      if (hit3) {
        if (options.flipNegate) {
          return true;
        }
        return !this.negate;
      }
    }
    if (options.flipNegate) {
      return false;
    }
    return this.negate;
  }
  static defaults(def) {
    return minimatch.defaults(def).Minimatch;
  }
};
minimatch.Minimatch = Minimatch;
minimatch.escape = escape;
minimatch.unescape = unescape;

// src/scan/config/complaints.ts
function complaintsAbout(source) {
  const starts = lineStarts(source.text);
  const complaints = /* @__PURE__ */ new Map();
  return {
    add(offset, message3) {
      const place2 = Math.min(offset, source.text.length);
      if (!complaints.has(place2)) complaints.set(place2, message3);
    },
    placeOf: (offset) => {
      const { startLine, startColumn } = regionOf(starts, offset, offset);
      return { line: startLine, column: startColumn };
    },
    raise() {
      const [first, ...others] = [...complaints].sort(([a], [b]) => a - b);
      if (!first) return;
      const { startLine, startColumn } = regionOf(starts, first[0], first[0]);
      const more = others.length === 0 ? "" : ` (and ${others.length} more in this file)`;
      throw new Problem(
        `${source.uri}:${startLine}:${startColumn}: ${oneLine(typeof first[1] === "string" ? first[1] : first[1]())}${more}`
      );
    }
  };
}
function oneLine(text2) {
  const plain2 = redact(text2.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim(), "elsewhere");
  return plain2.length > 300 ? `${plain2.slice(0, 299)}\u2026` : plain2;
}

// src/scan/config/paths.ts
var MOST_ALTERNATIVES = 1e3;
var LONGEST_PATTERN = 1e3;
var MAGIC = /[*?[\]{}()!+@]/;
function ignoredPaths(patterns) {
  const filters = patterns.map((pattern) => ({
    ignores: !pattern.startsWith("!"),
    fits: pathPattern(pattern.replace(/^!/, ""))
  }));
  if (filters.length === 0) return () => false;
  return (path2) => filters.findLast(({ fits }) => fits(path2))?.ignores ?? false;
}
function pathPattern(pattern) {
  return compiled(pattern).fits;
}
function checkPatterns(patterns, where) {
  for (const pattern of patterns) {
    const fault = pathPatternFault(pattern);
    if (fault) throw new Problem(`${where}: ${oneLine(fault)}`);
  }
}
function pathPatternFault(written2) {
  const pattern = written2.replace(/^!/, "");
  if (pattern.trim() === "") return "an empty pattern fits nothing";
  if (pattern.length > LONGEST_PATTERN) return `a pattern may have at most ${LONGEST_PATTERN} characters`;
  if (/^(\/|[A-Za-z]:)/.test(pattern))
    return `"${written2}": patterns are relative to the repository; leave out the beginning "/"`;
  if (/^\.\.?(\/|$)|\/\.\.?(\/|$)/.test(pattern))
    return `"${written2}": "." and ".." fit no path; write it relative to the repository`;
  if (/\\(?![!#*?[\]{}()\\])/.test(pattern)) return `"${written2}": folders are separated by "/", on Windows too`;
  try {
    if (compiled(pattern).alternatives >= MOST_ALTERNATIVES)
      return `"${written2.slice(0, 60)}" has too many alternatives`;
  } catch (error) {
    return `"${written2.slice(0, 60)}": ${error.message}`;
  }
  return void 0;
}
function compiled(pattern) {
  const folder = pattern.replace(/\/+$/, "");
  const lastName2 = folder.slice(folder.lastIndexOf("/") + 1);
  const own = pattern.endsWith("/") ? void 0 : glob(pattern);
  const below = pattern.endsWith("/") || !MAGIC.test(lastName2) ? glob(`${folder}/**`) : void 0;
  return {
    fits: (path2) => (own?.match(path2) ?? false) || (below?.match(path2) ?? false),
    alternatives: Math.max(own?.set.length ?? 0, below?.set.length ?? 0)
  };
}
function glob(pattern) {
  return new Minimatch(pattern, {
    dot: true,
    nocomment: true,
    nonegate: true,
    platform: "linux",
    braceExpandMax: MOST_ALTERNATIVES
  });
}

// src/scan/config/rule-ids.ts
function ruleSetting(config, ruleId) {
  return config.rules.get(ruleId) ?? config.rules.get(`${ruleId.split("/")[0]}/*`);
}
function isOff(config, { id, about }) {
  const set = ruleSetting(config, id);
  return set === void 0 ? config.preset === "secrets-only" && about !== "secret" : set === "off";
}
function severityOf3(config, { id, about }, own) {
  const set = ruleSetting(config, id);
  if (set !== void 0 && set !== "off") return set;
  return config.preset === "practices" && about === "hygiene" ? HEAVIER[own] : own;
}
var HEAVIER = {
  critical: "critical",
  high: "high",
  medium: "medium",
  low: "medium",
  note: "low"
};
function namesRule(pattern, ruleId) {
  return pattern === ruleId || pattern.endsWith("*") && ruleId.startsWith(pattern.slice(0, -1));
}
function ruleFault(id, ruleIds) {
  if (ruleIds.has(id)) return void 0;
  if (id.endsWith("/*") && [...ruleIds].some((ruleId) => namesRule(id, ruleId))) return void 0;
  return () => {
    const packs = new Set([...ruleIds].map((ruleId) => `${ruleId.split("/")[0]}/*`));
    return `unknown rule "${id}"${hint(id, [...packs, ...ruleIds]) || "; `keylatch rules` lists them all"}`;
  };
}

// src/scan/config/allow.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/scan/config/yaml.ts
var import_yaml = __toESM(require_dist(), 1);

// src/languages/yaml/fault.ts
function yamlFaultText(message3) {
  return message3.split("\n")[0].replace(/(?<=\S): .*$/, "").replace(QUOTED_LONG, "$1 \u2026");
}
var QUOTED_LONG = /^(Unexpected|Invalid escape sequence|Unknown directive|Unsupported YAML version|Anchors and tags must be after the) \S{12,}/;

// src/scan/config/yaml.ts
var LONGEST_CONFIG = 1 << 20;
var DEEPEST_CONFIG = 30;
function readYaml(source, reader) {
  if (source.text.length > LONGEST_CONFIG) {
    throw new Problem(`${source.uri}: the configuration is longer than 1 MiB`);
  }
  const document = parsed(source);
  for (const fault of [...document.errors, ...document.warnings]) {
    reader.complaints.add(fault.pos[0], yamlFault(fault));
  }
  reader.complaints.raise();
  const root = document.contents;
  if (root === null || (0, import_yaml.isScalar)(root) && root.value === null) return void 0;
  if ((0, import_yaml.isMap)(root)) return root;
  reader.complaints.add(offsetOf(root, 0), 'the configuration must be a mapping, such as "fail-on: high"');
  reader.complaints.raise();
  return void 0;
}
function parsed(source) {
  const parser = new import_yaml.Parser();
  for (const lexeme of new import_yaml.Lexer().lex(source.text)) {
    for (const _ of parser.next(lexeme)) ;
    if (parser.stack.length > DEEPEST_CONFIG) throw new Problem(`${source.uri}: the configuration is nested too deep`);
  }
  return (0, import_yaml.parseDocument)(source.text, {
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    uniqueKeys: false
  });
}
function yamlFault(fault) {
  if (fault.code === "TAG_RESOLVE_FAILED") {
    return 'write this value in quotes: a bare "!" at its beginning is YAML for a tag';
  }
  if (fault.code === "MULTIPLE_DOCS") return "the configuration is one YAML document; a second one begins here";
  return `not well-formed YAML: ${yamlFaultText(fault.message)}`;
}
function membersOf(map, reader, known, where) {
  return pairsOf(map, reader).filter(([key, , at]) => {
    if (known.includes(key)) return true;
    reader.complaints.add(at, () => {
      const others = known.map((name) => `"${name}"`).join(", ");
      return `unknown key "${key}"${hint(key, known) || `; ${where} has ${others}`}`;
    });
    return false;
  });
}
function pairsOf(map, reader) {
  const seen = /* @__PURE__ */ new Set();
  return map.items.map((pair3) => {
    const at = offsetOf(pair3.key, 0);
    const key = (0, import_yaml.isScalar)(pair3.key) ? String(pair3.key.value) : "";
    if (seen.has(key)) reader.complaints.add(at, `"${key}" is given twice`);
    seen.add(key);
    return [key, withoutAlias(pair3.value, reader), at];
  });
}
function withoutAlias(value, reader) {
  if ((0, import_yaml.isAlias)(value)) {
    const mend = 'write this value in quotes: a bare "*" at its beginning is YAML for an alias, which has no place here';
    reader.complaints.add(offsetOf(value, 0), mend);
  }
  return value;
}
function items(value, at, reader, name) {
  if (isNothing(value)) return [];
  if ((0, import_yaml.isSeq)(value)) return value.items.map((item) => [withoutAlias(item, reader), offsetOf(item, at)]);
  reader.complaints.add(offsetOf(value, at), `${name} must be a list, one "- \u2026" a line`);
  return [];
}
function text(value, at, reader, name) {
  if ((0, import_yaml.isScalar)(value) && typeof value.value === "string") return value.value;
  const mend = (0, import_yaml.isScalar)(value) && value.value !== null ? `; put ${value.source} in quotes` : "";
  reader.complaints.add(offsetOf(value, at), `${name} must be a text${mend}`);
  return void 0;
}
function choice(value, at, reader, name, choices) {
  const written2 = (0, import_yaml.isScalar)(value) ? String(value.value) : void 0;
  const found2 = (0, import_yaml.isScalar)(value) && typeof value.value === "string" ? choices.find((one) => one === written2) : void 0;
  if (found2 === void 0) {
    const last = choices.at(-1);
    const known = `${choices.slice(0, -1).join(", ")} or ${last}`;
    reader.complaints.add(offsetOf(value, at), () => {
      if (isNothing(value)) return `${name} must be ${known}; it has no value`;
      if (written2 === void 0) return `${name} must be ${known}`;
      return `${name} must be ${known}, not "${written2}"${hint(written2, choices)}`;
    });
  }
  return found2;
}
function isNothing(value) {
  return value === null || value === void 0 || (0, import_yaml.isScalar)(value) && value.value === null;
}
function offsetOf(node, otherwise) {
  return node?.range?.[0] ?? otherwise;
}

// src/scan/config/allow.ts
function allowances(config, today) {
  const byFingerprint = /* @__PURE__ */ new Map();
  const others = [];
  for (const entry of config.allow) {
    if (isExpired(entry, today)) continue;
    const allowance = { entry, fitsPath: entry.path === void 0 ? void 0 : pathPattern(entry.path) };
    if (entry.fingerprint === void 0) others.push(allowance);
    else if (!byFingerprint.get(entry.fingerprint)?.push(allowance)) byFingerprint.set(entry.fingerprint, [allowance]);
  }
  return ({ ruleId, fingerprint, formerFingerprint = "", location }) => {
    const byPrint = byFingerprint.get(fingerprint) ?? byFingerprint.get(formerFingerprint) ?? [];
    const found2 = [...byPrint, ...others].find(
      ({ entry, fitsPath }) => (entry.rule === void 0 || namesRule(entry.rule, ruleId)) && (fitsPath?.(location.uri) ?? true)
    );
    return found2 && { kind: "external", mechanism: "allow", justification: found2.entry.reason };
  };
}
function expiredAllows(config, today) {
  return config.allow.filter((entry) => isExpired(entry, today)).map((entry) => ({
    level: "warning",
    id: "allow-expired",
    message: `The allow entry for ${allowTitle(entry)} expired on ${entry.expires} and no longer counts. Remove it, or renew it with a new date.`,
    location: {
      uri: entry.uri ?? config.uri,
      region: { startLine: entry.line, startColumn: 1, endLine: entry.line, endColumn: 1 }
    }
  }));
}
function idleAllows(config, findings, today) {
  return config.allow.filter((entry) => {
    if (isExpired(entry, today)) return true;
    const fits = allowances({ ...config, allow: [entry] }, today);
    return !findings.some((finding) => fits(finding) !== void 0);
  });
}
function unusedAllows(config, findings, today) {
  return idleAllows(config, findings, today).filter((entry) => !isExpired(entry, today) && entry.uri === void 0).map((entry) => ({
    level: "note",
    id: "allow-unused",
    message: `The allow entry for ${allowTitle(entry)} fits no finding any more. Remove it, or run \`keylatch baseline --prune-allow\`.`,
    location: {
      uri: config.uri,
      region: { startLine: entry.line, startColumn: 1, endLine: entry.line, endColumn: 1 }
    }
  }));
}
function withoutAllows(text2, entries) {
  const gone = new Set(entries.map(({ line }) => line));
  const kept = [];
  let leaving;
  for (const [index, line] of text2.split("\n").entries()) {
    const indent = line.search(/\S/);
    if (leaving !== void 0 && indent >= 0 && indent <= leaving) leaving = void 0;
    if (gone.has(index + 1) && /^\s*- /.test(line)) leaving = indent;
    if (leaving === void 0) kept.push(line);
  }
  return kept.join("\n").replace(/^allow:[ \t]*\n(?=\S|$)/m, "");
}
function allowTitle({ fingerprint, rule: rule2, path: path2 }) {
  if (fingerprint === void 0) return `${rule2} in ${path2}`;
  const details = [rule2, path2].filter((part2) => part2 !== void 0);
  return details.length === 0 ? fingerprint : `${fingerprint} (${details.join(", ")})`;
}
function isExpired(entry, today) {
  return entry.expires !== void 0 && entry.expires < today;
}
var ALLOW_KEYS = ["fingerprint", "rule", "path", "reason", "expires"];
function allowOf(item, at, reader) {
  const place2 = offsetOf(item, at);
  const complain = reader.complaints.add;
  if (!(0, import_yaml2.isMap)(item)) {
    complain(place2, 'an allow entry must be a mapping with "fingerprint" and "reason"');
    return [];
  }
  const entry = {
    reason: "",
    line: reader.complaints.placeOf(place2).line
  };
  const seen = /* @__PURE__ */ new Set();
  for (const [key, value, offset] of membersOf(item, reader, ALLOW_KEYS, "an allow entry")) {
    const name = key;
    seen.add(name);
    const written2 = text(value, offset, reader, name);
    if (written2 === void 0) continue;
    const fault = ALLOW_FAULTS[name](written2, reader.ruleIds);
    if (fault) complain(offsetOf(value, offset), fault);
    entry[name] = name === "reason" ? written2.trim() : written2;
  }
  if (!seen.has("reason")) complain(place2, 'an allow entry needs a "reason": say why people can live with the finding');
  if (!seen.has("fingerprint") && !(seen.has("rule") && seen.has("path"))) {
    complain(place2, 'an allow entry needs a "fingerprint", or both "rule" and "path"');
  }
  return [entry];
}
var ALLOW_FAULTS = {
  fingerprint: (written2) => /^[0-9a-f]{32}$/.test(written2) ? void 0 : "fingerprint must be the 32 hexadecimal digits that the report shows, in quotes",
  rule: ruleFault,
  path: (written2) => written2.startsWith("!") ? 'path: "!" has no meaning in an allow entry' : pathPatternFault(written2),
  reason: (written2) => written2.trim() === "" ? "reason must not be empty" : void 0,
  expires: (written2) => isDay(written2) ? void 0 : "expires must be a day, such as 2027-01-31"
};
function isDay(written2) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written2)) return false;
  const day = /* @__PURE__ */ new Date(`${written2}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written2);
}

// src/scan/config/model.ts
var PRESETS = ["gate", "strict", "secrets-only", "practices"];
var DEFAULT_CONFIG = {
  uri: "",
  extends: [],
  locked: /* @__PURE__ */ new Set(),
  failOn: "high",
  failOnConfidence: "medium",
  rules: /* @__PURE__ */ new Map(),
  preset: "gate",
  pathsIgnore: [],
  trustedAccounts: /* @__PURE__ */ new Set(),
  allow: [],
  thresholds: DEFAULT_THRESHOLDS,
  patterns: [],
  patternsFrom: [],
  inlineSuppressions: "base",
  dismissals: "answer"
};
var CONFIG_PATHS = [".keylatch.yml", ".keylatch.yaml"];

// src/scan/config/extends.ts
var import_yaml4 = __toESM(require_dist(), 1);
function extendsOf(value, at, reader) {
  const written2 = (0, import_yaml4.isSeq)(value) || !(0, import_yaml4.isScalar)(value) ? items(value, at, reader, "extends") : [[value, at]];
  return written2.flatMap(([item, place2]) => {
    const name = text(item, place2, reader, "extends");
    if (name === void 0) return [];
    const found2 = parseExtended(name);
    if (typeof found2 !== "string") return [found2];
    reader.complaints.add(offsetOf(item, place2), `extends: ${found2}`);
    return [];
  });
}
function extendsGiven(names, by) {
  return names.map((name) => {
    const found2 = parseExtended(name);
    if (typeof found2 === "string") throw new Problem(`${by}: ${found2}`);
    return found2;
  });
}
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function parseExtended(name) {
  if (PRESETS.includes(name)) return { kind: "preset", name };
  if (name.startsWith("github:")) return remoteOf(name);
  if (!/[./]/.test(name)) {
    return `"${name}" is no preset${hint(name, PRESETS)} (${PRESETS.join(", ")}), and a path has a "." or a "/"`;
  }
  const fault = pathFault(name);
  return fault ?? { kind: "path", path: name.replace(/^(\.\/)+/, "") };
}
function remoteOf(name) {
  const [, owner, repo, path2, commit] = /^github:([\w.-]+)\/([\w.-]+)\/([^@]+)@(.+)$/.exec(name) ?? [];
  if (!owner || !repo || !path2 || !commit) return `"${name}" is not of the form github:OWNER/REPO/PATH@COMMIT`;
  if (!COMMIT.test(commit)) {
    return `"${name}" must name a commit by all its 40 digits: branches and tags can be moved by whoever may push them`;
  }
  const fault = pathFault(path2);
  return fault ?? { kind: "github", owner, repo, path: path2, commit };
}
function extendedName(extended2, whole = true) {
  if (extended2.kind === "preset") return `preset ${extended2.name}`;
  if (extended2.kind === "path") return extended2.path;
  const { owner, repo, path: path2, commit } = extended2;
  return `github:${owner}/${repo}/${path2}@${whole ? commit : commit.slice(0, 7)}`;
}
var LOCKABLE = [
  "fail-on",
  "fail-on-confidence",
  "preset",
  "rules",
  "thresholds",
  "paths-ignore",
  "trusted-accounts",
  "allow",
  "baseline",
  "inline-suppressions",
  "dismissals"
];
function lockedOf(value, at, reader) {
  const names = items(value, at, reader, "locked").flatMap(([item, place2]) => {
    const name = text(item, place2, reader, "locked");
    if (name === void 0) return [];
    const known = LOCKABLE;
    const fault = known.includes(name) ? void 0 : name.includes("/") ? ruleFault(name, reader.ruleIds) : unlockable(name);
    if (fault) reader.complaints.add(offsetOf(item, place2), fault);
    return fault ? [] : [name];
  });
  return new Set(names);
}
function unlockable(name) {
  return `"${name}" cannot be locked${hint(name, LOCKABLE) || `; it takes rules, packs and ${LOCKABLE.join(", ")}`}`;
}
function pathFault(path2) {
  if (path2.trim() === "") return "the path must not be empty";
  if (path2.includes("\\")) return 'folders are separated by "/", on Windows too';
  if (/^(\/|[A-Za-z]:|~)/.test(path2) || path2.split("/").includes(".."))
    return "the path must stay inside the repository";
  return void 0;
}

// src/scan/config/thresholds.ts
var import_yaml6 = __toESM(require_dist(), 1);
function thresholdsOf(value, at, reader) {
  if (isNothing(value)) return DEFAULT_THRESHOLDS;
  if (!(0, import_yaml6.isMap)(value)) {
    reader.complaints.add(offsetOf(value, at), 'thresholds must be a mapping, such as "log-retention-days: 90"');
    return DEFAULT_THRESHOLDS;
  }
  let thresholds = DEFAULT_THRESHOLDS;
  for (const [key, written2, place2] of membersOf(value, reader, Object.keys(THRESHOLD_FIELDS), "thresholds")) {
    if (key === "required-tags") {
      thresholds = { ...thresholds, requiredTags: tagsOf(written2, place2, reader) };
      continue;
    }
    const number2 = (0, import_yaml6.isScalar)(written2) ? written2.value : void 0;
    if (typeof number2 !== "number" || !Number.isInteger(number2) || number2 < 1) {
      reader.complaints.add(offsetOf(written2, place2), `${key} must be a whole number, 1 or more`);
    } else thresholds = { ...thresholds, [THRESHOLD_FIELDS[key]]: number2 };
  }
  return thresholds;
}
var THRESHOLD_FIELDS = {
  "log-retention-days": "logRetentionDays",
  "backup-retention-days": "backupRetentionDays",
  "session-seconds": "sessionSeconds",
  "key-age-days": "keyAgeDays",
  "unused-days": "unusedDays",
  "required-tags": "requiredTags"
};
function tagsOf(value, at, reader) {
  const tags = /* @__PURE__ */ new Map();
  if (isNothing(value)) return tags;
  if (!(0, import_yaml6.isMap)(value)) {
    reader.complaints.add(offsetOf(value, at), 'required-tags must map keys to lists of values, such as "owner: []"');
    return tags;
  }
  for (const [key, written2, place2] of pairsOf(value, reader)) {
    const values = items(written2, place2, reader, key).map(([item]) => (0, import_yaml6.isScalar)(item) ? String(item.value) : "");
    tags.set(key, values);
  }
  return tags;
}

// src/scan/config/join.ts
function joinConfigs(files) {
  const joined = files.reduce(withFile, DEFAULT_CONFIG);
  const isFailOnGiven = files.some(({ settings }) => settings.failOn !== void 0);
  return joined.preset === "strict" && !isFailOnGiven ? { ...joined, failOn: "medium" } : joined;
}
function withFile(config, file, index, files) {
  const { settings, uri } = file;
  const isOwn2 = index === files.length - 1;
  return {
    ...config,
    ...settings,
    uri,
    extends: settings.extends ?? [],
    rules: new Map([...config.rules, ...settings.rules ?? []]),
    thresholds: { ...config.thresholds, ...givenThresholds(file, config.thresholds) },
    pathsIgnore: [...config.pathsIgnore, ...settings.pathsIgnore ?? []],
    trustedAccounts: /* @__PURE__ */ new Set([...config.trustedAccounts, ...settings.trustedAccounts ?? []]),
    allow: [...config.allow, ...(settings.allow ?? []).map((entry) => isOwn2 ? entry : { ...entry, uri })],
    patterns: [...config.patterns, ...settings.patterns ?? []],
    patternsFrom: [...config.patternsFrom, ...settings.patternsFrom ?? []],
    locked: /* @__PURE__ */ new Set([...config.locked, ...settings.locked ?? []])
  };
}
function givenThresholds({ settings, places }, above) {
  const { thresholds } = settings;
  if (thresholds === void 0) return {};
  const given = Object.entries(THRESHOLD_FIELDS).filter(([key]) => places.has(`thresholds.${key}`)).map(([, field]) => [field, thresholds[field]]);
  const requiredTags = new Map([...above.requiredTags, ...thresholds.requiredTags]);
  return { ...Object.fromEntries(given), requiredTags };
}

// src/scan/config/explain.ts
var SINGLE = {
  "fail-on": (config) => config.failOn,
  "fail-on-confidence": (config) => config.failOnConfidence,
  preset: (config) => config.preset,
  baseline: (config) => config.baseline,
  "inline-suppressions": (config) => config.inlineSuppressions,
  dismissals: (config) => config.dismissals
};
var LISTS = {
  "paths-ignore": (settings) => settings.pathsIgnore ?? [],
  "trusted-accounts": (settings) => [...settings.trustedAccounts ?? []],
  patterns: (settings) => (settings.patterns ?? []).map(patternEntry),
  "patterns-from": (settings) => settings.patternsFrom ?? [],
  allow: (settings) => (settings.allow ?? []).map(entryOf)
};
function explainConfig(files) {
  const config = joinConfigs(files);
  const isLocked = (key) => config.locked.has(key);
  const row2 = (key, value, lock = key) => ({
    key,
    value,
    from: originOf(files, key),
    locked: isLocked(lock)
  });
  const isRuleLocked = (id) => isLocked("rules") || [...config.locked].some((lock) => namesRule(lock, id) || namesRule(id, lock));
  return [
    ...Object.entries(SINGLE).flatMap(([key, read]) => {
      const value = read(config);
      return value === void 0 ? [] : [row2(key, value)];
    }),
    ...[...config.rules].map(([id, setting]) => ({ ...row2(`rules.${id}`, setting), locked: isRuleLocked(id) })),
    ...Object.entries(THRESHOLD_FIELDS).flatMap(([key, field]) => {
      const value = config.thresholds[field];
      const plain2 = typeof value === "number" ? value : Object.fromEntries(value);
      return typeof plain2 === "object" && Object.keys(plain2).length === 0 ? [] : [row2(`thresholds.${key}`, plain2, "thresholds")];
    }),
    ...Object.entries(LISTS).flatMap(([key, itemsOf]) => {
      let index = 0;
      return files.flatMap(
        (file) => itemsOf(file.settings).map((value, at) => {
          const from = placeIn(file, `${key}[${at}]`) ?? file.uri;
          return { key: `${key}[${index++}]`, value, from, locked: isLocked(key) };
        })
      );
    })
  ];
}
function explainedYaml(values, withOrigins) {
  const lines = [];
  let group = "";
  for (const value of values) {
    const [, name = "", member2, index] = /^([^.[]+)(?:\.(.+)|\[(\d+)\])?$/.exec(value.key) ?? [];
    const text2 = JSON.stringify(value.value);
    const written2 = typeof value.value === "string" && /^[\w][\w./-]*$/.test(value.value) && !/^\d/.test(value.value) ? value.value : text2;
    if (member2 === void 0 && index === void 0) {
      lines.push([`${name}: ${written2}`, value]);
      continue;
    }
    if (name !== group) lines.push([`${name}:`]);
    group = name;
    lines.push([index === void 0 ? `  ${member2}: ${written2}` : `  - ${written2}`, value]);
  }
  if (!withOrigins) return `${lines.map(([text2]) => text2).join("\n")}
`;
  const width = Math.min(60, Math.max(...lines.map(([text2]) => text2.length)));
  return `${lines.map(([text2, of]) => of ? `${text2.padEnd(width)}  # ${of.from}${of.locked ? ", locked" : ""}` : text2).join("\n")}
`;
}
function originOf(files, key) {
  const givers = files.filter((file) => placeIn(file, key) !== void 0 || presetOf(file, key));
  const last = givers.at(-1);
  if (last) return placeIn(last, key) ?? last.uri;
  const strict = key === "fail-on" ? files.findLast(({ settings }) => settings.preset !== void 0) : void 0;
  return strict?.settings.preset === "strict" ? placeIn(strict, "preset") ?? strict.uri : "default";
}
function presetOf({ settings, places }, key) {
  return key === "preset" && settings.preset !== void 0 && places.size === 0;
}
function placeIn({ uri, places }, key) {
  const place2 = places.get(key);
  return place2 && `${uri}:${place2.line}`;
}
function patternEntry({ keywords, references, pathRegex, ...rest }) {
  return { ...rest, keyword: keywords, reference: references?.[0], "path-regex": pathRegex };
}
function entryOf({ fingerprint, rule: rule2, path: path2, reason, expires }) {
  return { fingerprint, rule: rule2, path: path2, reason, expires };
}

// src/scan/config.ts
var import_yaml10 = __toESM(require_dist(), 1);

// src/scan/config/patterns.ts
var import_yaml8 = __toESM(require_dist(), 1);

// src/languages/patterns/syntax.ts
var LONGEST_PATTERN2 = 5e3;
var DEEPEST_GROUP = 50;
function parsePattern(written2, ignoreCase, dialect) {
  if (written2.length > LONGEST_PATTERN2) throw new Error(`it is longer than ${LONGEST_PATTERN2} characters`);
  const flags = { ignoreCase, dotAll: false, manyLines: false, spaced: false };
  const reader = { written: written2, dialect, flags, groups: [], at: 0, depth: 0 };
  const whole = readChoice(reader);
  if (reader.at < written2.length) throw new Error('a ")" closes nothing');
  return { whole, groups: reader.groups };
}
var FLAGS = {
  i: "ignoreCase",
  s: "dotAll",
  m: "manyLines",
  x: "spaced"
};
function readChoice(reader) {
  const parts = [readSequence(reader)];
  while (reader.written[reader.at] === "|") {
    reader.at++;
    parts.push(readSequence(reader));
  }
  return parts.length === 1 ? parts[0] : { kind: "choice", parts };
}
function readSequence(reader) {
  const parts = [];
  for (skipSpace(reader); reader.at < reader.written.length; skipSpace(reader)) {
    if ("|)".includes(reader.written[reader.at])) break;
    parts.push(readRepeats(reader, readOne(reader)));
  }
  return { kind: "sequence", parts };
}
function skipSpace(reader) {
  if (!reader.flags.spaced) return;
  const space = /(?:\s|#[^\n]*)*/y;
  space.lastIndex = reader.at;
  space.test(reader.written);
  reader.at = space.lastIndex;
}
function readRepeats(reader, one) {
  let part2 = one;
  for (; ; ) {
    skipSpace(reader);
    const [found2, least, most] = repeatAt(reader);
    if (found2 === 0) return part2;
    reader.at += found2;
    const lazy2 = reader.written[reader.at] === "?";
    if (lazy2) reader.at++;
    if (reader.written[reader.at] === "+") throw new Error("possessive repetition is not supported");
    part2 = { kind: "repeat", part: part2, least, most, lazy: lazy2 };
  }
}
function repeatAt({ written: written2, at }) {
  const sign = written2[at];
  if (sign === "*") return [1, 0, Number.POSITIVE_INFINITY];
  if (sign === "+") return [1, 1, Number.POSITIVE_INFINITY];
  if (sign === "?") return [1, 0, 1];
  const bounds = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(written2.slice(at, at + 12));
  if (!bounds) return [0, 0, 0];
  const least = Number(bounds[1]);
  const most = bounds[2] === void 0 ? least : bounds[3] ? Number(bounds[3]) : Number.POSITIVE_INFINITY;
  if (most < least) throw new Error(`"${bounds[0]}" counts backwards`);
  return [bounds[0].length, least, most];
}
function readOne(reader) {
  const sign = reader.written[reader.at++];
  switch (sign) {
    case ".":
      return reader.flags.dotAll ? { kind: "set", has: () => true } : { kind: "any" };
    case "^":
      return { kind: "assert", assertion: reader.flags.manyLines ? "line-start" : "start" };
    case "$":
      return { kind: "assert", assertion: reader.flags.manyLines ? "line-end" : "end" };
    case "(":
      return readGroup(reader);
    case "[":
      return readSet(reader);
    case "\\":
      return readEscape(reader);
    case "*":
    case "+":
    case "?":
      throw new Error(`"${sign}" repeats nothing`);
    default:
      return { kind: "set", has: only(sign, reader) };
  }
}
function readGroup(reader) {
  const outside = reader.flags;
  const opening = /^\?(?:P?<([A-Za-z_]\w*)>|([imsx]*)(-[imsx]+)?([:)]))/.exec(
    reader.written.slice(reader.at, reader.at + 80)
  );
  if (reader.written[reader.at] === "?" && !opening)
    throw new Error(`"(${reader.written.slice(reader.at, reader.at + 2)}" is not supported`);
  const [whole = "", name, on = "", off = "", end] = opening ?? [];
  reader.at += whole.length;
  const set = (letters, to) => [...letters].map((letter) => [FLAGS[letter], to]);
  reader.flags = { ...outside, ...Object.fromEntries([...set(on, true), ...set(off.slice(1), false)]) };
  if (end === ")") return { kind: "sequence", parts: [] };
  const index = end === ":" ? void 0 : reader.groups.push(name);
  if (++reader.depth > DEEPEST_GROUP) throw new Error("it is nested too deep");
  const part2 = readChoice(reader);
  if (reader.written[reader.at++] !== ")") throw new Error('a "(" is not closed');
  reader.depth--;
  reader.flags = outside;
  return index === void 0 || reader.dialect === "shared" ? part2 : { kind: "group", part: part2, index };
}
var EDGES = {
  shared: { b: "word-edge", B: "no-word-edge", "<": "word-start", ">": "word-end" },
  re2: { b: "word-edge", B: "no-word-edge", A: "start", z: "end" }
};
function readEscape(reader) {
  const assertion = EDGES[reader.dialect][reader.written[reader.at] ?? ""];
  if (!assertion) return { kind: "set", has: escaped(reader) };
  reader.at++;
  return { kind: "assert", assertion };
}
function escaped(reader) {
  const sign = reader.written[reader.at++];
  if (sign === void 0) throw new Error("it ends in a backslash");
  const named3 = reader.dialect === "re2" && ESCAPES_OF_RE2[sign] || ESCAPES[sign];
  if (named3) return named3;
  if (sign === "x") return only(String.fromCharCode(codeOf(reader)), reader);
  if (/[A-Za-z0-9]/.test(sign)) throw new Error(`"\\${sign}" is not supported`);
  return only(sign, reader);
}
function codeOf(reader) {
  const [whole, braced, bare] = /^(?:\{([0-9A-Fa-f]{1,4})\}|([0-9A-Fa-f]{2}))/.exec(reader.written.slice(reader.at, reader.at + 6)) ?? [];
  if (whole === void 0) throw new Error('"\\x" names no character');
  reader.at += whole.length;
  return Number.parseInt(braced ?? bare, 16);
}
var within = (...ranges) => (code) => ranges.some((range2) => code >= range2.charCodeAt(0) && code <= range2.charCodeAt(range2.length - 1));
var not = (set) => (code) => !set(code);
var DIGIT = within("09");
var WORD2 = within("az", "AZ", "09", "_");
var SPACE = within("	\r", " ", "\xA0");
var SPACE_OF_RE2 = within("	\n", "\f\r", " ");
var ESCAPES = {
  d: DIGIT,
  D: not(DIGIT),
  w: WORD2,
  W: not(WORD2),
  s: SPACE,
  S: not(SPACE),
  t: within("	"),
  n: within("\n"),
  r: within("\r")
};
var ESCAPES_OF_RE2 = {
  s: SPACE_OF_RE2,
  S: not(SPACE_OF_RE2),
  f: within("\f"),
  v: within("\v"),
  a: within("\x07")
};
var CLASSES = {
  alpha: within("az", "AZ"),
  digit: DIGIT,
  alnum: within("az", "AZ", "09"),
  upper: within("AZ"),
  lower: within("az"),
  space: SPACE,
  blank: within(" ", "	"),
  punct: within("!/", ":@", "[`", "{~"),
  xdigit: within("09", "af", "AF"),
  word: WORD2,
  print: within(" ~"),
  graph: within("!~"),
  cntrl: within("\0", "\x7F")
};
function readSet(reader) {
  const { written: written2 } = reader;
  const negated = written2[reader.at] === "^";
  if (negated) reader.at++;
  const sets = [];
  for (let first = true; first || written2[reader.at] !== "]"; first = false) {
    if (reader.at >= written2.length) throw new Error('a "[" is not closed');
    sets.push(readMember(reader));
  }
  reader.at++;
  const has = (code) => sets.some((set) => set(code));
  const folded = reader.flags.ignoreCase ? foldCase(has) : has;
  return { kind: "set", has: negated ? not(folded) : folded };
}
function readMember(reader) {
  const { written: written2 } = reader;
  const named3 = /^\[:(\w+):\]/.exec(written2.slice(reader.at, reader.at + 12));
  if (named3) {
    const set = CLASSES[named3[1]];
    if (!set) throw new Error(`"${named3[0]}" is not supported`);
    reader.at += named3[0].length;
    return set;
  }
  const start = reader.at;
  if (written2[reader.at] === "\\" && written2[reader.at + 1] !== "x") {
    reader.at++;
    return escaped(reader);
  }
  const from = boundOf(reader);
  if (written2[reader.at] !== "-" || (written2[reader.at + 1] ?? "]") === "]") return (code) => code === from;
  if (written2[reader.at + 1] === "\\" && /[dDsSwW]/.test(written2[reader.at + 2] ?? "")) return (code) => code === from;
  reader.at++;
  const to = boundOf(reader);
  if (to < from) throw new Error(`"${written2.slice(start, reader.at)}" counts backwards`);
  return (code) => code >= from && code <= to;
}
function boundOf(reader) {
  if (reader.written[reader.at] !== "\\") return reader.written.charCodeAt(reader.at++);
  reader.at += 2;
  if (reader.written[reader.at - 1] === "x") return codeOf(reader);
  return reader.written.charCodeAt(reader.at - 1);
}
function only(sign, { flags: { ignoreCase } }) {
  const wanted = sign.charCodeAt(0);
  const has = (code) => code === wanted;
  return ignoreCase ? foldCase(has) : has;
}
function foldCase(set) {
  return (code) => set(code) || LETTER(code) && set(code ^ 32);
}
var LETTER = within("az", "AZ");

// src/languages/patterns/pattern.ts
function compilePattern(written2, ignoreCase = false) {
  const program = toProgram(parsePattern(written2, ignoreCase, "shared").whole);
  return (text2, budget) => find(program, text2, 0, budget) !== void 0;
}
function compileFinder(written2) {
  const { whole, groups } = parsePattern(written2, false, "re2");
  const program = toProgram({ kind: "group", part: whole, index: 0 });
  return { groups, findAll: (text2, budget) => findAll(program, text2, budget) };
}
function toProgram(part2) {
  const instructions = [];
  emit(part2, instructions, 0);
  instructions.push({ op: "match" });
  return { instructions, first: firstOf(instructions) };
}
function firstOf(instructions) {
  const first = new Uint8Array(128);
  const seen = /* @__PURE__ */ new Set();
  const open2 = [0];
  while (open2.length > 0) {
    const index = open2.pop();
    if (seen.has(index)) continue;
    seen.add(index);
    const instruction = instructions[index];
    if (instruction.op === "match") return void 0;
    if (instruction.op === "split") open2.push(...instruction.to);
    else if (instruction.op === "note" || instruction.op === "assert") open2.push(index + 1);
    else for (let code = 0; code < 128; code++) if (takes(instruction, code)) first[code] = 1;
  }
  return first;
}
var LONGEST_PROGRAM = 5e3;
var DEEPEST_PATTERN = 100;
function emit(part2, program, depth) {
  if (program.length > LONGEST_PROGRAM) throw new Error("it repeats too much");
  if (depth > DEEPEST_PATTERN) throw new Error("it is nested too deep");
  switch (part2.kind) {
    case "any":
      program.push({ op: "any" });
      break;
    case "set":
      program.push({ op: "set", has: part2.has });
      break;
    case "assert":
      program.push({ op: "assert", assertion: part2.assertion });
      break;
    case "sequence":
      for (const one of part2.parts) emit(one, program, depth + 1);
      break;
    case "choice":
      emitChoice(part2.parts, program, depth);
      break;
    case "group":
      program.push({ op: "note", slot: 2 * part2.index });
      emit(part2.part, program, depth + 1);
      program.push({ op: "note", slot: 2 * part2.index + 1 });
      break;
    case "repeat":
      emitRepeat(part2, program, depth);
  }
}
function emitChoice(parts, program, depth) {
  const split = { op: "split", to: [] };
  const ends = [];
  program.push(split);
  for (const part2 of parts) {
    split.to.push(program.length);
    emit(part2, program, depth + 1);
    const end = { op: "split", to: [] };
    ends.push(end);
    program.push(end);
  }
  for (const end of ends) end.to.push(program.length);
}
function emitRepeat(repeat, program, depth) {
  const { part: part2, least, most } = repeat;
  for (let time = 0; time < least; time++) emit(part2, program, depth + 1);
  if (most === Number.POSITIVE_INFINITY) {
    const start = emitSplit(program);
    emit(part2, program, depth + 1);
    program.push({ op: "split", to: [start.at] });
    open(start, program.length, repeat);
    return;
  }
  const splits = [];
  for (let time = least; time < most; time++) {
    splits.push(emitSplit(program));
    emit(part2, program, depth + 1);
  }
  for (const split of splits) open(split, program.length, repeat);
}
function emitSplit(program) {
  const to = [];
  return { at: program.push({ op: "split", to }) - 1, to };
}
function open({ at, to }, end, { lazy: lazy2 }) {
  to.push(...lazy2 ? [end, at + 1] : [at + 1, end]);
}
function findAll(program, text2, budget) {
  const all = [];
  let from = 0;
  let last = -1;
  while (from <= text2.length) {
    const match2 = find(program, text2, from, budget);
    if (budget.steps < 0) return void 0;
    if (!match2) break;
    const [start, end] = match2[0];
    if (start < end || start !== last) all.push(match2);
    last = end;
    from = end > from ? end : from + (text2.codePointAt(from) > 65535 ? 2 : 1);
  }
  return all;
}
var Threads = class {
  indices = [];
  slots = [];
  push(index, slots) {
    this.indices.push(index);
    this.slots.push(slots);
  }
};
var NO_SLOTS = [];
function find({ instructions: program, first }, text2, from, budget) {
  const seen = new Int32Array(program.length).fill(-1);
  let threads = new Threads();
  let found2;
  for (let at = from; at <= text2.length && budget.steps >= 0; at++) {
    if (!found2 && first && threads.indices.length === 0) at = beginning(first, text2, at);
    if (!found2) threads.push(0, NO_SLOTS);
    if (threads.indices.length === 0) break;
    const waiting = new Threads();
    const matched = follow(program, threads, text2, at, seen, waiting, budget);
    if (matched) found2 = toMatch(matched);
    if (at === text2.length) break;
    threads = advance(program, waiting, text2.charCodeAt(at));
  }
  return budget.steps < 0 ? void 0 : found2;
}
function beginning(first, text2, from) {
  let at = from;
  for (; at < text2.length; at++) {
    const code = text2.charCodeAt(at);
    if (code >= 128 || first[code] === 1) break;
  }
  return at;
}
function follow(program, threads, text2, at, seen, waiting, budget) {
  const open2 = new Threads();
  for (let thread = 0; thread < threads.indices.length; thread++) {
    open2.push(threads.indices[thread], threads.slots[thread]);
    while (open2.indices.length > 0) {
      const index = open2.indices.pop();
      const slots = open2.slots.pop();
      if (seen[index] === at) continue;
      seen[index] = at;
      budget.steps--;
      const instruction = program[index];
      if (instruction.op === "match") return slots;
      if (instruction.op === "split") {
        const { to } = instruction;
        for (let way = to.length - 1; way >= 0; way--) open2.push(to[way], slots);
      } else if (instruction.op === "note") open2.push(index + 1, noted(slots, instruction.slot, at));
      else if (instruction.op !== "assert") waiting.push(index, slots);
      else if (holds(instruction.assertion, text2, at)) open2.push(index + 1, slots);
    }
  }
  return void 0;
}
function advance(program, waiting, code) {
  const threads = new Threads();
  for (let thread = 0; thread < waiting.indices.length; thread++) {
    const index = waiting.indices[thread];
    if (takes(program[index], code)) threads.push(index + 1, waiting.slots[thread]);
  }
  return threads;
}
function noted(slots, slot, at) {
  const copy = [...slots];
  copy[slot] = at;
  return copy;
}
function toMatch(slots) {
  const match2 = [];
  for (let slot = 0; slot < slots.length; slot += 2) {
    const [start, end] = [slots[slot], slots[slot + 1]];
    match2.push(start === void 0 || end === void 0 ? void 0 : [start, end]);
  }
  return match2;
}
function takes(instruction, code) {
  return instruction.op === "any" ? code !== 10 : instruction.op === "set" && instruction.has(code);
}
function holds(assertion, text2, at) {
  const before = isWord3(text2.charCodeAt(at - 1));
  const after = isWord3(text2.charCodeAt(at));
  switch (assertion) {
    case "start":
      return at === 0;
    case "end":
      return at === text2.length;
    case "line-start":
      return at === 0 || text2.charCodeAt(at - 1) === 10;
    case "line-end":
      return at === text2.length || text2.charCodeAt(at) === 10;
    case "word-edge":
      return before !== after;
    case "no-word-edge":
      return before === after;
    case "word-start":
      return !before && after;
    case "word-end":
      return before && !after;
  }
}
function isWord3(code) {
  return code >= 48 && code <= 57 || code >= 65 && code <= 90 || code === 95 || code >= 97 && code <= 122;
}

// src/rules/patterns/pattern.ts
var ALLOW_TARGETS = ["secret", "match", "line", "path"];
function regexFault(written2) {
  try {
    compileFinder(written2);
    return void 0;
  } catch (error) {
    return `the pattern is not followed: ${error.message}`;
  }
}
function groupFault(regex, secret) {
  const { groups } = compileFinder(regex);
  const known = typeof secret === "number" ? secret >= 0 && secret <= groups.length : groups.includes(secret);
  return known ? void 0 : `the pattern has no group ${typeof secret === "number" ? secret : `"${secret}"`}`;
}

// src/scan/config/patterns.ts
var KEYS = [
  "id",
  "title",
  "description",
  "remediation",
  "reference",
  "regex",
  "keyword",
  "secret",
  "entropy",
  "paths",
  "path-regex",
  "severity",
  "allow"
];
function patternOf(item, at, reader) {
  const place2 = offsetOf(item, at);
  const complain = reader.complaints.add;
  if (!(0, import_yaml8.isMap)(item)) {
    complain(place2, 'a pattern must be a mapping with "id" and "regex"');
    return [];
  }
  const draft = {};
  let secretAt = place2;
  for (const [key, value, offset] of membersOf(item, reader, KEYS, "a pattern")) {
    if (key === "secret") secretAt = offsetOf(value, offset);
    Object.assign(draft, READERS2[key](value, offset, reader));
  }
  const { id, regex, pathRegex, secret } = draft;
  if (id === void 0) complain(place2, 'a pattern needs an "id", such as "acme/deploy-token"');
  if (regex === void 0 && pathRegex === void 0) complain(place2, 'a pattern needs a "regex" or a "path-regex"');
  if (regex !== void 0 && secret !== void 0 && regexFault(regex) === void 0) {
    const fault = groupFault(regex, secret);
    if (fault) complain(secretAt, `secret: ${fault}`);
  }
  if (id === void 0) return [];
  return [{ title: `A secret of the kind ${id}`, severity: "high", keywords: [], paths: [], allow: [], ...draft, id }];
}
var textUnder = (name, key) => (value, at, reader) => {
  const written2 = text(value, at, reader, name);
  if (written2 === void 0) return {};
  if (written2.trim() === "") reader.complaints.add(offsetOf(value, at), `${name} must not be empty`);
  return { [key]: written2.trim() };
};
var regexUnder = (name, key) => (value, at, reader) => {
  const written2 = text(value, at, reader, name);
  if (written2 === void 0) return {};
  const fault = written2 === "" ? "an empty pattern fits everything" : regexFault(written2);
  if (fault) reader.complaints.add(offsetOf(value, at), `${name}: ${fault}`);
  return { [key]: written2 };
};
var READERS2 = {
  id: (value, at, reader) => {
    const id = text(value, at, reader, "id");
    if (id === void 0) return {};
    const fault = idFault(id, reader.ruleIds);
    if (fault) reader.complaints.add(offsetOf(value, at), fault);
    return { id };
  },
  title: textUnder("title", "title"),
  description: textUnder("description", "description"),
  remediation: textUnder("remediation", "remediation"),
  reference: (value, at, reader) => {
    const reference = text(value, at, reader, "reference");
    return reference === void 0 ? {} : { references: [reference] };
  },
  regex: regexUnder("regex", "regex"),
  keyword: (value, at, reader) => ({ keywords: textsOf(value, at, reader, "keyword") }),
  secret: (value, at, reader) => {
    const group = (0, import_yaml8.isScalar)(value) ? value.value : void 0;
    if (typeof group === "string" || typeof group === "number" && Number.isInteger(group)) return { secret: group };
    reader.complaints.add(offsetOf(value, at), "secret must be the number or the name of a group of the regex");
    return {};
  },
  entropy: (value, at, reader) => {
    const bits = (0, import_yaml8.isScalar)(value) ? value.value : void 0;
    if (typeof bits === "number" && bits >= 0 && bits <= 8) return { entropy: bits };
    reader.complaints.add(offsetOf(value, at), "entropy must be a number of bits a character, from 0 to 8");
    return {};
  },
  paths: (value, at, reader) => ({
    paths: items(value, at, reader, "paths").flatMap(([item, place2]) => {
      const glob2 = text(item, place2, reader, "a path pattern");
      const fault = glob2 === void 0 ? void 0 : pathPatternFault(glob2);
      if (fault) reader.complaints.add(offsetOf(item, place2), fault);
      return glob2 === void 0 || fault ? [] : [glob2];
    })
  }),
  "path-regex": regexUnder("path-regex", "pathRegex"),
  severity: (value, at, reader) => {
    const severity = choice(value, at, reader, "severity", SEVERITIES);
    return severity ? { severity } : {};
  },
  allow: (value, at, reader) => ({
    allow: items(value, at, reader, "allow").flatMap(([item, place2]) => allowOf2(item, place2, reader))
  })
};
function textsOf(value, at, reader, name) {
  if (isNothing(value)) return [];
  const given = (0, import_yaml8.isScalar)(value) ? [[value, at]] : items(value, at, reader, name);
  return given.flatMap(([item, place2]) => text(item, place2, reader, name) ?? []);
}
function allowOf2(item, at, reader) {
  if (!(0, import_yaml8.isMap)(item)) {
    reader.complaints.add(offsetOf(item, at), `must be a mapping with one or more of ${ALLOW_TARGETS.join(", ")}`);
    return [];
  }
  const members2 = membersOf(item, reader, ALLOW_TARGETS, "what a pattern allows");
  if (item.items.length === 0)
    reader.complaints.add(offsetOf(item, at), 'it allows nothing: give a "secret" or a "path"');
  return [
    Object.assign(
      {},
      ...members2.map(([key, value, place2]) => regexUnder(key, key)(value, place2, reader))
    )
  ];
}
function idFault(id, ruleIds) {
  if (!/^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9._-]*$/.test(id) || id.length > 80)
    return `id "${id}" must be two words in small letters with a "/" between them, such as "acme/deploy-token"`;
  const pack = `${id.split("/")[0]}/`;
  if ([...ruleIds].some((one) => one.startsWith(pack))) return `the rules ${pack}* are Keylatch's own: use another word`;
  return void 0;
}

// src/scan/config/changes.ts
function configChanges(base, head) {
  const before = base ?? DEFAULT_CONFIG;
  const after = head ?? DEFAULT_CONFIG;
  return [
    ...fileChange(base, head),
    ...setChanges("extends", before.extends.map(nameOf4), after.extends.map(nameOf4)),
    ...setChanges("lock", [...before.locked], [...after.locked]),
    ...valueChange("fail-on", before.failOn, after.failOn),
    ...valueChange("fail-on-confidence", before.failOnConfidence, after.failOnConfidence),
    ...valueChange("preset", before.preset, after.preset),
    ...valueChange("thresholds", thresholdsText(before), thresholdsText(after)),
    ...ruleChanges(before.rules, after.rules),
    ...pathChanges(before.pathsIgnore, after.pathsIgnore),
    ...setChanges("trusted account", [...before.trustedAccounts], [...after.trustedAccounts]),
    ...allowChanges(before.allow, after.allow),
    ...patternChanges(before.patterns, after.patterns),
    ...setChanges("patterns-from entry", before.patternsFrom, after.patternsFrom),
    ...valueChange("baseline", before.baseline ?? "none", after.baseline ?? "none"),
    ...valueChange("inline-suppressions", before.inlineSuppressions, after.inlineSuppressions),
    ...valueChange("dismissals", before.dismissals, after.dismissals)
  ].map(oneLine);
}
var nameOf4 = (extended2) => extendedName(extended2);
function thresholdsText({ thresholds: { requiredTags, ...numbers } }) {
  const tags = [...requiredTags].map(([key, values]) => `${key}=${values.join("|")}`);
  return [...Object.entries(numbers).map(([name, number2]) => `${name} ${number2}`), ...tags].join(", ");
}
function fileChange(base, head) {
  if (base && head) return valueChange("configuration file", base.uri, head.uri);
  if (head) return [`${head.uri} added`];
  return base ? [`${base.uri} removed`] : [];
}
function valueChange(name, before, after) {
  return before === after ? [] : [`${name}: ${before} -> ${after}`];
}
function ruleChanges(before, after) {
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort().flatMap((rule2) => {
    const [was, is] = [before.get(rule2), after.get(rule2)];
    if (was === is) return [];
    if (is === "off") return [`rule ${rule2} turned off`];
    if (was === "off") return [`rule ${rule2} turned on${is ? ` as ${is}` : ""}`];
    return [`rule ${rule2}: ${was ?? "its own severity"} -> ${is ?? "its own severity"}`];
  });
}
function pathChanges(before, after) {
  const changes = setChanges("paths-ignore entry", before, after);
  if (changes.length > 0 || before.join("\0") === after.join("\0")) return changes;
  return ["paths-ignore: same entries in another order"];
}
function allowChanges(before, after) {
  const title = (entry) => {
    const until = entry.expires === void 0 ? "" : ` until ${entry.expires}`;
    return `for ${allowTitle(entry)}${until}: ${entry.reason}`;
  };
  return setChanges("allow entry", before.map(title), after.map(title));
}
function patternChanges(before, after) {
  const [was, is] = [before, after].map((patterns) => new Map(patterns.map((one) => [one.id, JSON.stringify(one)])));
  return [
    ...[...is.keys()].filter((id) => !was.has(id)).map((id) => `pattern ${id} added`),
    ...[...was.keys()].filter((id) => !is.has(id)).map((id) => `pattern ${id} removed`),
    ...[...is.keys()].filter((id) => was.has(id) && was.get(id) !== is.get(id)).map((id) => `pattern ${id} changed`)
  ];
}
function setChanges(name, before, after) {
  const [was, is] = [new Set(before), new Set(after)];
  return [
    ...[...is].filter((one) => !was.has(one)).map((one) => `${name} added: ${one}`),
    ...[...was].filter((one) => !is.has(one)).map((one) => `${name} removed: ${one}`)
  ];
}

// src/scan/config/locks.ts
function requireLocks(files, rules2) {
  for (const [index, file] of files.entries()) {
    const above = joinConfigs(files.slice(0, index));
    if (above.locked.size === 0) continue;
    const breach = breachOf(above, joinConfigs(files.slice(0, index + 1)), file, rules2);
    if (!breach) continue;
    const place2 = [breach.key, "preset", "extends"].find((key) => file.places.has(key));
    const { line, column } = file.places.get(place2 ?? "") ?? { line: 1, column: 1 };
    throw new Problem(
      `${file.uri}:${line}:${column}: ${oneLine(`${breach.says}: ${lockerOf(files, breach.key)} has locked it`)}`
    );
  }
}
function requireUnlocked(config, asked) {
  const { locked } = config;
  const breaches = [
    locked.has("fail-on") && asked.failOn && isLaxer(FAIL_ON, config.failOn, asked.failOn) ? `fail-on cannot be ${asked.failOn}: the configuration has locked it at ${config.failOn}` : void 0,
    locked.has("fail-on-confidence") && asked.failOnConfidence && isLaxer(CONFIDENCES, asked.failOnConfidence, config.failOnConfidence) ? `fail-on-confidence cannot be ${asked.failOnConfidence}: the configuration has locked it at ${config.failOnConfidence}` : void 0,
    locked.has("paths-ignore") && asked.paths.length + asked.pathsIgnore.length > 0 ? "paths and paths-ignore cannot be given by an input or a flag: the configuration has locked paths-ignore" : void 0,
    locked.has("baseline") && asked.baseline !== void 0 && asked.baseline !== config.baseline ? "baseline cannot be given by an input or a flag: the configuration has locked it" : void 0
  ];
  const [first] = breaches.filter((breach) => breach !== void 0);
  if (first) throw new Problem(first);
}
var FAIL_ON = [...[...SEVERITIES].reverse(), "never"];
function isLaxer(strictestFirst, before, after) {
  return strictestFirst.indexOf(after) > strictestFirst.indexOf(before);
}
var NO_LAXER = {
  gate: ["gate", "strict", "practices"],
  strict: ["strict"],
  practices: ["practices"],
  "secrets-only": ["secrets-only", "gate", "strict", "practices"]
};
function breachOf(above, after, file, rules2) {
  for (const key of above.locked) {
    const says = key in LOCKS ? LOCKS[key](above, after, file) : void 0;
    if (says) return { key, says };
  }
  return lighterRule(above, after, file, rules2);
}
var LOCKS = {
  "fail-on": (above, after) => isLaxer(FAIL_ON, above.failOn, after.failOn) ? `fail-on cannot be laxer than ${above.failOn}` : void 0,
  "fail-on-confidence": (above, after) => isLaxer([...CONFIDENCES].reverse(), above.failOnConfidence, after.failOnConfidence) ? `fail-on-confidence cannot be laxer than ${above.failOnConfidence}` : void 0,
  preset: (above, after) => NO_LAXER[above.preset].includes(after.preset) ? void 0 : `preset cannot be ${after.preset} instead of ${above.preset}`,
  thresholds: ({ thresholds: was }, { thresholds: is }, { settings }) => {
    if (is.logRetentionDays < was.logRetentionDays)
      return `log-retention-days cannot be less than ${was.logRetentionDays}`;
    if (is.backupRetentionDays < was.backupRetentionDays)
      return `backup-retention-days cannot be less than ${was.backupRetentionDays}`;
    if (is.sessionSeconds > was.sessionSeconds) return `session-seconds cannot be more than ${was.sessionSeconds}`;
    const again = [...settings.thresholds?.requiredTags.keys() ?? []].find((tag) => was.requiredTags.has(tag));
    return again === void 0 ? void 0 : `required-tags cannot say anything else of ${again}`;
  },
  "paths-ignore": (_above, _after, { settings }) => settings.pathsIgnore?.some((pattern) => !pattern.startsWith("!")) ? "paths-ignore cannot ignore more" : void 0,
  "trusted-accounts": (above, _after, { settings }) => [...settings.trustedAccounts ?? []].some((account) => !above.trustedAccounts.has(account)) ? "trusted-accounts cannot trust more accounts" : void 0,
  allow: (_above, _after, { settings }) => settings.allow && settings.allow.length > 0 ? "allow cannot have entries of its own" : void 0,
  baseline: (above, after) => after.baseline === above.baseline ? void 0 : "baseline cannot be another one",
  "inline-suppressions": (above, after) => above.inlineSuppressions === "base" && after.inlineSuppressions === "head" ? "inline-suppressions cannot be head" : void 0,
  dismissals: (above, after) => above.dismissals === "answer" && after.dismissals === "comment" ? "dismissals cannot be comment" : void 0
};
function lighterRule(above, after, { places }, rules2) {
  const patterns = [...above.locked].filter((name) => name.includes("/"));
  const isLocked = ({ id }) => above.locked.has("rules") || patterns.some((pattern) => namesRule(pattern, id));
  for (const rule2 of rules2.filter(isLocked)) {
    const was = weightOf5(above, rule2);
    if (weightOf5(after, rule2) >= was) continue;
    const own = [`rules.${rule2.id}`, `rules.${rule2.id.split("/")[0]}/*`, "preset"].find((key) => places.has(key));
    const least = was === OFF ? "off" : [...SEVERITIES].reverse()[was];
    return { key: own ?? "rules", says: `rule ${rule2.id} cannot be lighter than ${least}` };
  }
  return void 0;
}
var OFF = -1;
function weightOf5(config, rule2) {
  return isOff(config, rule2) ? OFF : [...SEVERITIES].reverse().indexOf(severityOf3(config, rule2, rule2.severity));
}
function lockerOf(files, key) {
  const name = key.replace(/^rules\./, "");
  const by = files.find(
    ({ settings: { locked } }) => locked?.has(name) || key.startsWith("rules") && (locked?.has("rules") || [...locked ?? []].some((lock) => namesRule(lock, name)))
  );
  return by?.uri ?? files[0].uri;
}

// src/scan/config.ts
function parseConfig(source, ruleIds, idsFrom = () => []) {
  return joinConfigs([readConfigFile(source, ruleIds, idsFrom)]);
}
function readConfigFile(source, ruleIds, idsFrom = () => []) {
  const complaints = complaintsAbout(source);
  const ours = { complaints, ruleIds };
  const root = readYaml(source, ours);
  const members2 = root ? membersOf(root, ours, Object.keys(READERS3), "the configuration") : [];
  let settings = {};
  const [first, rest] = [true, false].map(
    (wanted) => members2.filter(([key]) => (key === "patterns" || key === "patterns-from") === wanted)
  );
  const take = (some, reader) => {
    for (const [key, value, at] of some)
      settings = { ...settings, ...READERS3[key](value, at, reader) };
  };
  take(first, ours);
  const own = [...(settings.patterns ?? []).map(({ id }) => id), ...idsFrom(settings.patternsFrom ?? [])];
  take(rest, { complaints, ruleIds: /* @__PURE__ */ new Set([...ruleIds, ...own]) });
  const names = members2.flatMap(([key, value, at]) => namesIn(key, value, at));
  complaints.raise();
  return {
    uri: source.uri,
    settings,
    places: new Map(names.map(([name, offset]) => [name, complaints.placeOf(offset)]))
  };
}
function extendsIn(source) {
  const complaints = complaintsAbout(source);
  const reader = { complaints, ruleIds: /* @__PURE__ */ new Set() };
  const pair3 = readYaml(source, reader)?.items.find(({ key }) => (0, import_yaml10.isScalar)(key) && key.value === "extends");
  if (!pair3) return [];
  const found2 = extendsOf(pair3.value, offsetOf(pair3.key, 0), reader);
  complaints.raise();
  const items2 = (0, import_yaml10.isSeq)(pair3.value) ? pair3.value.items : [pair3.value];
  return found2.map((extended2, index) => ({ extended: extended2, ...complaints.placeOf(offsetOf(items2[index], 0)) }));
}
function namesIn(key, value, at) {
  if ((0, import_yaml10.isMap)(value)) {
    const members2 = value.items.map((pair3) => [
      `${key}.${(0, import_yaml10.isScalar)(pair3.key) ? pair3.key.value : ""}`,
      offsetOf(pair3.key, at)
    ]);
    return [[key, at], ...members2];
  }
  const listed2 = (0, import_yaml10.isSeq)(value) ? value.items : [];
  return [[key, at], ...listed2.map((item, index) => [`${key}[${index}]`, offsetOf(item, at)])];
}
var READERS3 = {
  "fail-on": (value, at, reader) => {
    const failOn = choice(value, at, reader, "fail-on", [...SEVERITIES, "never"]);
    return failOn ? { failOn } : {};
  },
  "fail-on-confidence": (value, at, reader) => {
    const failOnConfidence = choice(value, at, reader, "fail-on-confidence", [...CONFIDENCES]);
    return failOnConfidence ? { failOnConfidence } : {};
  },
  rules: (value, at, reader) => ({ rules: readRules(value, at, reader) }),
  preset: (value, at, reader) => {
    const preset = choice(value, at, reader, "preset", PRESETS);
    return preset ? { preset } : {};
  },
  thresholds: (value, at, reader) => ({ thresholds: thresholdsOf(value, at, reader) }),
  "paths-ignore": (value, at, reader) => ({
    pathsIgnore: items(value, at, reader, "paths-ignore").flatMap(([item, place2]) => globOf(item, place2, reader))
  }),
  "trusted-accounts": (value, at, reader) => ({
    trustedAccounts: new Set(
      items(value, at, reader, "trusted-accounts").flatMap(([item, place2]) => accountOf2(item, place2, reader))
    )
  }),
  allow: (value, at, reader) => ({
    allow: items(value, at, reader, "allow").flatMap(([item, place2]) => allowOf(item, place2, reader))
  }),
  patterns: (value, at, reader) => {
    const patterns = items(value, at, reader, "patterns").flatMap(([item, place2]) => patternOf(item, place2, reader));
    const twice = patterns.find(({ id }, index) => patterns.findIndex((one) => one.id === id) < index);
    if (twice) reader.complaints.add(offsetOf(value, at), `there are two patterns with the id "${twice.id}"`);
    return { patterns };
  },
  "patterns-from": (value, at, reader) => ({
    patternsFrom: items(value, at, reader, "patterns-from").flatMap(
      ([item, place2]) => pathIn(item, place2, reader, "patterns-from") ?? []
    )
  }),
  baseline: (value, at, reader) => {
    const baseline = pathIn(value, at, reader, "baseline");
    return baseline === void 0 ? {} : { baseline };
  },
  "inline-suppressions": (value, at, reader) => {
    const inlineSuppressions = choice(value, at, reader, "inline-suppressions", ["base", "head"]);
    return inlineSuppressions ? { inlineSuppressions } : {};
  },
  dismissals: (value, at, reader) => {
    const dismissals = choice(value, at, reader, "dismissals", ["answer", "comment"]);
    return dismissals ? { dismissals } : {};
  },
  extends: (value, at, reader) => ({ extends: extendsOf(value, at, reader) }),
  locked: (value, at, reader) => ({ locked: lockedOf(value, at, reader) })
};
function readRules(value, at, reader) {
  const rules2 = /* @__PURE__ */ new Map();
  if (isNothing(value)) return rules2;
  if (!(0, import_yaml10.isMap)(value)) {
    reader.complaints.add(
      offsetOf(value, at),
      'rules must map rule ids to severities, such as "iam/pass-any-role: low"'
    );
    return rules2;
  }
  for (const [id, written2, place2] of pairsOf(value, reader)) {
    const fault = ruleFault(id, reader.ruleIds);
    if (fault) reader.complaints.add(place2, fault);
    const setting = choice(written2, place2, reader, id, [...SEVERITIES, "off"]);
    if (setting) rules2.set(id, setting);
  }
  return rules2;
}
function globOf(item, at, reader) {
  const pattern = text(item, at, reader, "a path pattern");
  if (pattern === void 0) return [];
  const fault = pathPatternFault(pattern);
  if (fault) reader.complaints.add(offsetOf(item, at), fault);
  return fault ? [] : [pattern];
}
function accountOf2(item, at, reader) {
  const place2 = offsetOf(item, at);
  const written2 = (0, import_yaml10.isScalar)(item) ? typeof item.value === "number" ? item.source : item.value : void 0;
  if (typeof written2 !== "string" || !/^\d{12}$/.test(written2)) {
    const shown = (0, import_yaml10.isScalar)(item) ? ` "${item.source ?? item.value}"` : "";
    reader.complaints.add(place2, `account id${shown} must be 12 digits, in quotes`);
    return [];
  }
  if (typeof item.value === "number" && written2.startsWith("0")) {
    reader.complaints.add(place2, `account id ${written2} begins with a zero and is read as a number: write "${written2}"`);
    return [];
  }
  return [written2];
}
function pathIn(value, at, reader, name) {
  const path2 = text(value, at, reader, name);
  if (path2 === void 0) return void 0;
  const fault = pathFault(path2);
  if (fault) reader.complaints.add(offsetOf(value, at), `${name}: ${fault}`);
  return path2.replace(/^(\.\/)+/, "");
}

// src/scan/rule-files/git-secrets.ts
function readGitSecrets(text2, read) {
  const notFollowed2 = [];
  const say = (why, rule2 = "") => void notFollowed2.push({ rule: rule2, why });
  const settings = settingsOf(text2);
  const of = (name) => settings.filter(([key]) => key === name).map(([, value]) => value);
  const written2 = [...of("patterns"), ...of("providers").flatMap((command) => provided(command, read, say))];
  const allow = of("allowed").flatMap((one) => {
    const fault = regexFault(one);
    if (fault) say(`secrets.allowed: ${fault}`);
    return fault ? [] : [{ line: one }];
  });
  const patterns = written2.flatMap((regex, index) => {
    const id = `git-secrets/pattern-${index + 1}`;
    const fault = regexFault(regex);
    if (fault) {
      say(fault, id);
      return [];
    }
    const title = `What pattern ${index + 1} of git-secrets prohibits`;
    return [{ id, title, severity: "high", regex, keywords: [], secret: 0, paths: [], allow }];
  });
  return { patterns, allow, notFollowed: notFollowed2 };
}
function provided(command, read, say) {
  if (/^git secrets --aws-provider\b/.test(command)) {
    say("the provider of AWS keys: `--own-credentials` knows those");
    return [];
  }
  const path2 = /^cat\s+(?:"([^"]+)"|'([^']+)'|(\S+))$/.exec(command)?.slice(1).find(Boolean);
  const text2 = path2 === void 0 ? void 0 : read(path2.replace(/^\.\//, ""));
  if (text2 === void 0) {
    say(`the provider \`${command.slice(0, 60)}\`: nothing is run, and it shows no file of the repository`);
    return [];
  }
  return text2.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
}
function settingsOf(text2) {
  const settings = [];
  let inSecrets = false;
  for (const line of text2.replace(/\\\r?\n/g, "").split(/\r?\n/)) {
    const section = /^\s*\[\s*([^\]\s"]+)[^\]]*\]\s*(.*)$/.exec(line);
    if (section) inSecrets = section[1].toLowerCase() === "secrets";
    const [, name, value] = /^\s*([A-Za-z][\w-]*)\s*=\s*(.*)$/.exec(section ? section[2] : line) ?? [];
    if (inSecrets && name !== void 0) settings.push([name.toLowerCase(), unquotedValue(value)]);
  }
  return settings;
}
function unquotedValue(written2) {
  let value = "";
  let quoted = false;
  for (let at = 0; at < written2.length; at++) {
    const sign = written2[at];
    if (sign === '"') quoted = !quoted;
    else if (sign === "\\") value += ESCAPES2[written2[++at] ?? ""] ?? written2[at] ?? "";
    else if (!quoted && (sign === "#" || sign === ";")) break;
    else value += sign;
  }
  return value.trim();
}
var ESCAPES2 = { n: "\n", t: "	", b: "\b" };

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string, ptr) {
  let lines = string.slice(0, ptr).split(/\r?\n/);
  return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
  let lines = string.split(/\r?\n/);
  let codeblock = "";
  let numberLen = (Math.log10(line + 1) | 0) + 1;
  for (let i = line - 1; i <= line + 1; i++) {
    let l = lines[i - 1];
    if (!l)
      continue;
    codeblock += i.toString().padEnd(numberLen, " ");
    codeblock += ":  ";
    codeblock += l;
    codeblock += "\n";
    if (i === line) {
      codeblock += " ".repeat(numberLen + column + 2);
      codeblock += "^\n";
    }
  }
  return codeblock;
}
var TomlError = class _TomlError extends Error {
  line;
  column;
  codeblock;
  constructor(message3, options) {
    const [line, column] = getLineColFromPtr(options.toml, options.ptr);
    const codeblock = makeCodeBlock(options.toml, line, column);
    super(`Invalid TOML document: ${message3}

${codeblock}`, options);
    this.line = line;
    this.column = column;
    this.codeblock = codeblock;
  }
  /** @internal */
  static x(message3, ctx, ptr) {
    throw new _TomlError(message3, { toml: ctx.s, ptr: ptr ?? ctx.p });
  }
};

// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
  let startPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p++);
  let first = c;
  let isLiteral = c === 39;
  let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
  if (isMultiline) {
    if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10)
      ctx.p++;
    else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)
      ctx.p += 2;
  }
  let parsed2 = "";
  let sliceStart = ctx.p;
  let state = 0;
  for (; ctx.p < ctx.s.length; ctx.p++) {
    c = ctx.s.charCodeAt(ctx.p);
    if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) {
      state = state && 3;
    } else if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in strings", ctx);
    } else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
      if (isMultiline) {
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
      }
      if (!state) {
        let s = ctx.s.slice(sliceStart, ctx.p);
        parsed2 = parsed2 ? parsed2 + s : s;
      }
      ctx.p += isMultiline ? 3 : 1;
      return parsed2;
    } else if (!state) {
      if (!isLiteral && c === 92) {
        parsed2 += ctx.s.slice(sliceStart, sliceStart = ctx.p);
        state = 1;
      }
    } else if (state === 1) {
      if (c === 120 || c === 117 || c === 85) {
        let errPtr = ctx.p++ - 1;
        let value = 0;
        let len = c === 120 ? 2 : c === 117 ? 4 : 8;
        for (let j = 0; j < len; j++, ctx.p++) {
          let hex = ctx.s.charCodeAt(ctx.p);
          let digit2 = (
            /* 0-9 */
            hex >= 48 && hex <= 57 ? hex - 48 : (
              /* A-F */
              hex >= 65 && hex <= 70 ? hex - 65 + 10 : (
                /* a-f */
                hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1
              )
            )
          );
          if (digit2 < 0)
            TomlError.x("invalid non-hex character in unicode escape", ctx);
          value = value << 4 | digit2;
        }
        if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) {
          TomlError.x("invalid unicode escape", ctx, errPtr);
        }
        parsed2 += String.fromCodePoint(value);
        sliceStart = ctx.p--;
        state = 0;
      } else if (isMultiline && (c === 32 || c === 9)) {
        state = 2;
      } else {
        if (c === 98)
          parsed2 += "\b";
        else if (c === 116)
          parsed2 += "	";
        else if (c === 110)
          parsed2 += "\n";
        else if (c === 102)
          parsed2 += "\f";
        else if (c === 114)
          parsed2 += "\r";
        else if (c === 101)
          parsed2 += "\x1B";
        else if (c === 34)
          parsed2 += '"';
        else if (c === 92)
          parsed2 += "\\";
        else
          TomlError.x("unrecognised escape sequence", ctx);
        sliceStart = ctx.p + 1;
        state = 0;
      }
    } else if (c !== 32 && c !== 9) {
      if (state === 2)
        TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
      state = !isLiteral && c === 92 ? 1 : 0;
      sliceStart = ctx.p;
    }
  }
  TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
var DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class _TomlDate extends Date {
  #hasDate = false;
  #hasTime = false;
  #offset = null;
  constructor(date, fasttype, unsafeDelim) {
    let hasDate = true;
    let hasTime = true;
    let offset = "Z";
    let c;
    if (typeof date === "string") {
      if (fasttype)
        prep: {
          if (fasttype < 3) {
            if (+date.slice(11, 13) > 23) {
              date = "";
              break prep;
            }
            if (fasttype === 2) {
              offset = null;
              date += "Z";
            } else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) {
              offset = date.slice(date.length - 6);
            }
            if (unsafeDelim)
              date = date.slice(0, 10) + "T" + date.slice(11);
          } else if (fasttype === 4) {
            date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
          }
          hasDate = fasttype !== 4;
          hasTime = fasttype !== 3;
        }
      else {
        let match2 = date.match(DATE_TIME_RE);
        if (match2) {
          if (!match2[1]) {
            hasDate = false;
            date = `0000-01-01T${date}`;
          }
          hasTime = !!match2[2];
          hasTime && date[10] === " " && (date = date.replace(" ", "T"));
          if (match2[2] && +match2[2] > 23) {
            date = "";
          } else {
            offset = match2[3] || null;
            if (!offset && hasTime)
              date += "Z";
          }
        } else {
          date = "";
        }
      }
    }
    super(date);
    if (!isNaN(this.getTime())) {
      this.#hasDate = hasDate;
      this.#hasTime = hasTime;
      this.#offset = offset;
    }
  }
  isDateTime() {
    return this.#hasDate && this.#hasTime;
  }
  isLocal() {
    return !this.#hasDate || !this.#hasTime || !this.#offset;
  }
  isDate() {
    return this.#hasDate && !this.#hasTime;
  }
  isTime() {
    return this.#hasTime && !this.#hasDate;
  }
  isValid() {
    return this.#hasDate || this.#hasTime;
  }
  toISOString() {
    let iso = super.toISOString();
    if (this.isDate())
      return iso.slice(0, 10);
    if (this.isTime())
      return iso.slice(11, 23);
    if (this.#offset === null)
      return iso.slice(0, -1);
    if (this.#offset === "Z" || this.#offset === "z")
      return iso;
    let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
    offset = this.#offset[0] === "-" ? offset : -offset;
    let offsetDate = new Date(this.getTime() - offset * 6e4);
    return offsetDate.toISOString().slice(0, -1) + this.#offset;
  }
  static wrapAsOffsetDateTime(jsDate, offset = "Z") {
    let date = new _TomlDate(jsDate);
    date.#offset = offset;
    return date;
  }
  static wrapAsLocalDateTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#offset = null;
    return date;
  }
  static wrapAsLocalDate(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasTime = false;
    date.#offset = null;
    return date;
  }
  static wrapAsLocalTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasDate = false;
    date.#offset = null;
    return date;
  }
};

// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
  return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
  return char === 32 || char === 9 || char === 10 || char === 13 || // Structure end or next value delimiter
  delim && (char === delim || char === 44) || // Comment
  char === 35;
}
function extractValue(ctx, end) {
  let errPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p);
  if (c === 91 || c === 123) {
    ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
    let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
    ctx.d++;
    return value;
  }
  if (c === 34 || c === 39) {
    return parseString(ctx);
  }
  if (c === 116) {
    if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, true;
  }
  if (c === 102) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, false;
  }
  if (c === 43 || c === 45) {
    return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) {
    return parseDate(ctx, c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 2) === 58) {
    return parseTime(ctx, c, end);
  }
  return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
  let c = startChr;
  let state = 0;
  let hasUnderscores = false;
  if (c === 105) {
    if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, (sign || 1) / 0;
  }
  if (c === 110) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, NaN;
  }
  if (c === 48) {
    if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
      return ctx.bi === true ? 0n : 0;
    if (!sign) {
      if (c === 120)
        return parseIntegerBaseN(ctx, startPtr, 16, endChr);
      else if (c === 98)
        return parseIntegerBaseN(ctx, startPtr, 2, endChr);
      else if (c === 111)
        return parseIntegerBaseN(ctx, startPtr, 8, endChr);
    }
    if (c === 46)
      state = 2;
    else if (c === 101 || c === 69)
      state = 4;
    else
      TomlError.x("illegal leading zero", ctx, startPtr);
  } else if (!isDigit(c))
    TomlError.x("invalid value", ctx, startPtr);
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (!state)
      state = 1;
    if (c === 95) {
      if (!(state & 1))
        TomlError.x("illegal underscore", ctx);
      state += 11;
      hasUnderscores = true;
    } else if (state === 1 && c === 46)
      state = 2;
    else if ((state === 1 || state === 3) && (c === 101 || c === 69))
      state = 4;
    else if (state === 4 && (c === 43 || c === 45)) {
      state = 6;
    } else if (!isDigit(c))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (state > 9)
      state -= 11;
    else if (!(state & 1))
      state++;
  }
  if (!state) {
    let val = (startChr - 48) * (sign || 1);
    return ctx.bi === true ? BigInt(val) : val;
  }
  if (!(state & 1))
    TomlError.x("unfinished numeric value", ctx, startPtr);
  let str = ctx.s.slice(startPtr, ctx.p);
  if (hasUnderscores)
    str = str.replaceAll("_", "");
  return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
  let c, underscore = 1;
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (c === 95) {
      if (underscore & 1)
        TomlError.x("illegal underscore", ctx);
      underscore = 3;
    } else if (!isDigit(c, base))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (underscore & 1)
      underscore--;
  }
  if (underscore & 1)
    TomlError.x("unfinished numeric value", ctx);
  let str = ctx.s.slice(startPtr + 2, ctx.p);
  if (underscore)
    str = str.replaceAll("_", "");
  return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
  if (ctx.bi !== true)
    int: {
      let val = parseInt(str, base);
      if (!Number.isSafeInteger(val)) {
        if (ctx.bi)
          break int;
        TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
      }
      return val;
    }
  return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
  let startPtr = ctx.p++, unsafeSeparator;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) {
    return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
  }
  ctx.p += 5;
  if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
    TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
  if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) {
    let t2 = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t2, 3, false, startPtr);
  }
  if (ctx.s.charCodeAt(ctx.p += 3) !== 58)
    TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
  if (ctx.s.charCodeAt(ctx.p += 3) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  if (c = ctx.s.charCodeAt(ctx.p)) {
    if (c === 90 || c === 122) {
      let t2 = ctx.s.slice(startPtr, ++ctx.p);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, "[+00:00]");
    }
    if (c === 43 || c === 45) {
      let t2 = ctx.s.slice(startPtr, ctx.p += 6);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
    }
  }
  let t = ctx.s.slice(startPtr, ctx.p);
  return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
  let start = ctx.p;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
    return parseNumber(ctx, --ctx.p, c, 0, endChr);
  }
  if (ctx.s.charCodeAt(ctx.p += 4) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  let t = ctx.s.slice(start, ctx.p);
  return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
  if (ctx.ld) {
    let date = new TomlDate(str, type, unsafeDelim);
    if (!date.isValid())
      TomlError.x("invalid date", ctx, errPtr);
    return date;
  }
  try {
    if (temporalSuffix)
      str += temporalSuffix;
    switch (type) {
      case 1:
        return Temporal.ZonedDateTime.from(str);
      case 2:
        return Temporal.PlainDateTime.from(str);
      case 3:
        return Temporal.PlainDate.from(str);
      case 4:
        return Temporal.PlainTime.from(str);
    }
  } catch (e) {
    TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
  }
}

// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
  for (; ctx.p < ctx.s.length; ctx.p++) {
    let c = ctx.s.charCodeAt(ctx.p);
    if (c === 10)
      break;
    if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
      ctx.p++;
      break;
    }
    if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in comments", ctx);
    }
  }
}
function skipVoid(ctx, banNewLines, banComments) {
  let c;
  while (ctx.p < ctx.s.length) {
    while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)))
      ctx.p++;
    if (banComments || c !== 35)
      break;
    skipComment(ctx);
  }
}

// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
  let startPtr;
  let state = 0;
  let parsed2 = [];
  let sliceStart;
  let c = ctx.s.charCodeAt(startPtr = ctx.p);
  do {
    if (c === end) {
      if (!state)
        TomlError.x("unexpected end of key", ctx);
      if (state === 1)
        parsed2.push(ctx.s.slice(sliceStart, ctx.p));
      return ctx.p++, parsed2;
    } else if (c === 46) {
      if (!state)
        TomlError.x("illegal empty bare key", ctx);
      if (state === 1)
        parsed2.push(ctx.s.slice(sliceStart, ctx.p));
      state = 0;
    } else if (!state && (c === 34 || c === 39)) {
      if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
        TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
      parsed2.push(parseString(ctx));
      state = 2;
      ctx.p--;
    } else if (c === 32 || c === 9) {
      if (state === 1) {
        parsed2.push(ctx.s.slice(sliceStart, ctx.p));
        state = 2;
      }
    } else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) {
      TomlError.x("illegal character in key", ctx);
    } else if (!state) {
      state = 1;
      sliceStart = ctx.p;
    }
  } while (c = ctx.s.charCodeAt(++ctx.p));
  TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
  let startPtr = ctx.p++;
  let res = /* @__PURE__ */ Object.create(null);
  let seen = /* @__PURE__ */ new Set();
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
      ctx.p++;
      return res;
    }
    let k;
    let t = res;
    let hasOwn = false;
    let errPtr = ctx.p;
    let key = parseKey(ctx);
    for (let i = 0; i < key.length; i++) {
      if (i)
        t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      k = key[i];
      if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) {
        TomlError.x("trying to redefine an already defined value", ctx, errPtr);
      }
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor")) {
        t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
        break;
      }
      if (!hasOwn && unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
      }
    }
    if (hasOwn) {
      TomlError.x("trying to redefine an already defined value", ctx, errPtr);
    }
    skipVoid(ctx, true, true);
    let value = extractValue(
      ctx,
      125
      /* } */
    );
    if (t && typeof (t[k] = value) === "object")
      seen.add(value);
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
  let startPtr = ctx.p++;
  let res = [];
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
      ctx.p++;
      return res;
    }
    res.push(extractValue(
      ctx,
      93
      /* ] */
    ));
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
  let t = table;
  let m = meta;
  let k;
  let hasOwn = false;
  let state;
  for (let i = 0; i < key.length; i++) {
    if (i) {
      t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      m = (state = m[k]).c;
      if (type === 0 && (state.t === 1 || state.t === 2)) {
        return null;
      }
      if (state.t === 2) {
        let l = t.length - 1;
        t = t[l];
        m = m[l].c;
      }
    }
    k = key[i];
    if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) {
      return null;
    }
    if (!hasOwn) {
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor"))
        return false;
      if (unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
        Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
      }
      m[k] = {
        t: i < key.length - 1 && type === 2 ? 3 : type,
        d: false,
        i: 0,
        c: /* @__PURE__ */ Object.create(null)
      };
    }
  }
  state = m[k];
  if (state.t !== type && !(type === 1 && state.t === 3)) {
    return null;
  }
  if (type === 2) {
    if (!state.d) {
      state.d = true;
      t[k] = [];
    }
    t[k].push(t = /* @__PURE__ */ Object.create(null));
    state.c[state.i++] = state = { t: 1, d: false, i: 0, c: /* @__PURE__ */ Object.create(null) };
  }
  if (state.d) {
    return null;
  }
  state.d = true;
  if (type === 1) {
    t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
  } else if (type === 0 && hasOwn) {
    return null;
  }
  return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
  if (peek === null || ctx.uk === 2)
    TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
  let ctx = {
    s: toml,
    p: 0,
    d: options.maxDepth ?? 1e3,
    bi: options.integersAsBigInt ?? false,
    ld: options.useLegacyDate ?? true,
    uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
  };
  let res = /* @__PURE__ */ Object.create(null);
  let meta = /* @__PURE__ */ Object.create(null);
  let tmp;
  let skipping = false;
  let tbl = res;
  let m = meta;
  if (toml.charCodeAt(0) === 65279)
    ctx.p++;
  skipVoid(ctx);
  while (ctx.p < toml.length) {
    if (toml.charCodeAt(ctx.p) === 91) {
      let isTableArray = toml.charCodeAt(++ctx.p) === 91;
      tmp = ctx.p += +isTableArray;
      skipping = false;
      let k = parseKey(
        ctx,
        93
        /* ] */
      );
      if (isTableArray) {
        if (toml.charCodeAt(ctx.p) !== 93) {
          TomlError.x("expected end of table array declaration", ctx);
        }
        ctx.p++;
      }
      let p = peekTable(
        ctx,
        k,
        res,
        meta,
        isTableArray ? 2 : 1
        /* Type.EXPLICIT */
      );
      if (!p) {
        validateTablePeek(ctx, p, tmp);
        skipping = true;
      } else {
        m = p[2];
        tbl = p[1];
      }
    } else {
      tmp = ctx.p;
      let k = parseKey(ctx);
      let p = peekTable(
        ctx,
        k,
        tbl,
        m,
        0
        /* Type.DOTTED */
      );
      if (!p && !skipping)
        validateTablePeek(ctx, p, tmp);
      skipVoid(ctx, true, true);
      let v = extractValue(ctx, void 0);
      if (p && !skipping)
        p[1][p[0]] = v;
    }
    skipVoid(ctx, true);
    if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) {
      TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
    }
    skipVoid(ctx);
  }
  return res;
}

// node_modules/smol-toml/dist/stringify.js
var HAS_WELLFORMED = !!"".isWellFormed;

// src/scan/rule-files/model.ts
function idIn(pack, id) {
  const name = id.toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/^[^a-z0-9]+/, "");
  return `${pack}/${name.slice(0, 60) || "rule"}`;
}
function anyOf(expressions) {
  return expressions.length === 0 ? void 0 : expressions.map((one) => `(?:${one})`).join("|");
}
var literally = (text2) => text2.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

// src/scan/rule-files/filters.ts
function filterOf(written2) {
  const allow = [];
  const left = [];
  let entropy2;
  for (const alternative of splitAt(unwrapped(written2), "||")) {
    const floor = ENTROPY.exec(alternative);
    if (floor) {
      entropy2 = Math.max(entropy2 ?? 0, Number(floor[1]));
      continue;
    }
    const conditions = splitAt(unwrapped(alternative), "&&").map(conditionOf);
    const keys = conditions.flatMap((one) => one ? Object.keys(one) : []);
    if (conditions.every((one) => one !== void 0) && new Set(keys).size === keys.length)
      allow.push(Object.assign({}, ...conditions));
    else left.push(alternative.replace(/\s+/g, " ").slice(0, 120));
  }
  return { allow, left, ...entropy2 === void 0 ? {} : { entropy: entropy2 } };
}
var ENTROPY = /^(?:filter\.)?entropy\(\s*finding\[["']secret["']\]\s*\)\s*<=?\s*(\d+(?:\.\d+)?)$/;
var SUBJECT = String.raw`(?:finding\[["'](secret|match|line)["']\]|attributes\[\??["'](path)["']\](?:\.orValue\(["']{2}\))?)`;
var CALL = new RegExp(String.raw`^(?:filter\.)?(matchesAny|containsAny)\(\s*${SUBJECT}\s*,\s*\[([\s\S]*)\]\s*\)$`);
var EQUAL = new RegExp(String.raw`^${SUBJECT}\s*==\s*([\s\S]+)$`);
function conditionOf(written2) {
  const call = CALL.exec(written2);
  if (call) {
    const texts = textsOf2(call[4]);
    if (!texts || texts.length === 0) return void 0;
    const expressions = call[1] === "containsAny" ? texts.map(literally) : texts;
    if (expressions.some(regexFault)) return void 0;
    return { [call[2] ?? call[3]]: anyOf(expressions) };
  }
  const equal = EQUAL.exec(written2);
  const [value] = equal ? textsOf2(equal[3]) ?? [] : [];
  return value === void 0 ? void 0 : { [equal[1] ?? equal[2]]: `^(?:${literally(value)})$` };
}
var TEXT = /\s*(r?)(?:"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')\s*(?:,|$)/y;
function textsOf2(list) {
  const texts = [];
  TEXT.lastIndex = 0;
  while (TEXT.lastIndex < list.trimEnd().length) {
    const match2 = TEXT.exec(list);
    if (!match2) return void 0;
    const body = match2.slice(2).find((one) => one !== void 0);
    texts.push(match2[1] === "r" ? body : body.replace(/\\(["'\\])/g, "$1").replace(/\\n/g, "\n"));
  }
  return texts;
}
function splitAt(written2, sign) {
  const parts = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < written2.length; at++) {
    const quote2 = /^r?("""|'''|"|')/.exec(written2.slice(at, at + 4));
    if (quote2) {
      at = endOfText(written2, at + quote2[0].length, quote2[1], quote2[0].startsWith("r"));
      continue;
    }
    if ("([{".includes(written2[at])) depth++;
    else if (")]}".includes(written2[at])) depth--;
    else if (depth === 0 && written2.startsWith(sign, at)) {
      parts.push(written2.slice(start, at).trim());
      start = at + 2;
    }
  }
  return [...parts, written2.slice(start).trim()].filter((part2) => part2 !== "");
}
function endOfText(written2, from, quote2, raw) {
  for (let at = from; at < written2.length; at++) {
    if (!raw && written2[at] === "\\") at++;
    else if (written2.startsWith(quote2, at)) return at + quote2.length - 1;
  }
  return written2.length;
}
function unwrapped(written2) {
  const text2 = written2.trim();
  if (!text2.startsWith("(") || !text2.endsWith(")")) return text2;
  let depth = 0;
  for (let at = 0; at < text2.length - 1; at++) {
    const quote2 = /^r?("""|'''|"|')/.exec(text2.slice(at, at + 4));
    if (quote2) at = endOfText(text2, at + quote2[0].length, quote2[1], quote2[0].startsWith("r"));
    else if (text2[at] === "(") depth++;
    else if (text2[at] === ")" && --depth === 0) return text2;
  }
  return unwrapped(text2.slice(1, -1));
}

// src/scan/rule-files/gitleaks.ts
var DEEPEST = 2;
function readGitleaksRules(text2, pack, read, depth = 0) {
  const root = parse(text2);
  const notFollowed2 = [];
  const say = (rule2, why) => void notFollowed2.push({ rule: rule2, why });
  const inherited = extended(tableOf(root.extend), pack, read, depth, say);
  const own = tablesOf(root.rules).flatMap((rule2) => patternOf2(rule2, pack, say));
  const targeted = allowlistsOf(root).filter((list) => textsOf3(list.targetRules).length > 0);
  const shared = allowlistsOf(root).filter((list) => !targeted.includes(list));
  for (const key of ["filter", "prefilter"]) {
    if (typeof root[key] !== "string") continue;
    const { allow, left } = filterOf(root[key]);
    for (const part2 of left) say("", `a part of the ${key} of the whole file: ${part2}`);
    shared.push(...allow.map((one) => ({ given: one })));
  }
  const patterns = withOverrides(inherited.patterns, own).map((pattern) => {
    const lists = targeted.filter((list) => textsOf3(list.targetRules).some((id) => idIn(pack, id) === pattern.id));
    const allow = lists.flatMap((list) => allowOf3(list, (why) => say(nameOf5(pattern), why)));
    return { ...pattern, allow: [...pattern.allow, ...allow.map(withoutCommits)] };
  });
  return {
    patterns,
    allow: [...inherited.allow, ...shared.flatMap((list) => allowOf3(list, (why) => say("", why)))],
    notFollowed: [...inherited.notFollowed, ...notFollowed2]
  };
}
var NOTHING = { patterns: [], allow: [], notFollowed: [] };
var nameOf5 = ({ id }) => id.slice(id.indexOf("/") + 1);
function extended(extend, pack, read, depth, say) {
  const disabled = textsOf3(extend?.disabledRules).map((id) => idIn(pack, id));
  if (typeof extend?.url === "string") say("", "[extend] url: nothing is fetched");
  if (extend?.useDefault === true)
    for (const id of textsOf3(extend.disabledRules))
      say(id, "disabledRules: rules of ours are turned off by `rules:` in .keylatch.yml");
  const path2 = typeof extend?.path === "string" ? extend.path.replace(/^\.\//, "") : void 0;
  if (path2 === void 0) return NOTHING;
  const text2 = depth < DEEPEST ? read(path2) : void 0;
  if (text2 === void 0) {
    say("", `[extend] path: ${path2} is not in the repository, or too many files extend each other`);
    return NOTHING;
  }
  const file = readGitleaksRules(text2, pack, read, depth + 1);
  return { ...file, patterns: file.patterns.filter(({ id }) => !disabled.includes(id)) };
}
function withOverrides(inherited, own) {
  const byId = new Map(inherited.map((pattern) => [pattern.id, pattern]));
  for (const pattern of own) byId.set(pattern.id, pattern);
  return [...byId.values()];
}
var KNOWN = new Set(
  "id description regex path keywords secretGroup entropy allowlist allowlists tags skipReport filter validate required title".split(
    " "
  )
);
function patternOf2(rule2, pack, say) {
  const id = typeof rule2.id === "string" ? rule2.id : "";
  const drop = (why) => {
    say(id, why);
    return [];
  };
  if (id === "") return drop("a rule without an id");
  if (rule2.skipReport === true) return drop("skipReport: it is told of nothing");
  const regex = typeof rule2.regex === "string" ? rule2.regex : void 0;
  const pathRegex = typeof rule2.path === "string" ? rule2.path : void 0;
  if (regex === void 0 && pathRegex === void 0)
    return drop("it has neither regex nor path: it changes a rule that gitleaks brings, and ours are others");
  for (const written2 of [regex, pathRegex]) {
    const fault = written2 === void 0 ? void 0 : regexFault(written2);
    if (fault) return drop(fault);
  }
  const group = typeof rule2.secretGroup === "number" && rule2.secretGroup > 0 ? rule2.secretGroup : void 0;
  if (group !== void 0 && regex !== void 0 && groupFault(regex, group)) return drop(groupFault(regex, group));
  if (rule2.validate !== void 0) say(id, "validate: no secret is tried out");
  if (rule2.required !== void 0) say(id, "required: it is told also where the other rules find nothing");
  for (const key of Object.keys(rule2)) if (!KNOWN.has(key)) say(id, `${key}: not known`);
  const { allow, entropy: entropy2, left } = typeof rule2.filter === "string" ? filterOf(rule2.filter) : NO_FILTER;
  for (const part2 of left) say(id, `a part of its filter: ${part2}`);
  const lists = allowlistsOf(rule2).flatMap((list) => allowOf3(list, (why) => say(id, why)));
  const floor = typeof rule2.entropy === "number" && rule2.entropy > 0 ? rule2.entropy : entropy2;
  return [
    {
      id: idIn(pack, id),
      title: titleOf(rule2.description) ?? `A secret of the kind ${id}`,
      severity: "high",
      ...regex === void 0 ? {} : { regex },
      ...pathRegex === void 0 ? {} : { pathRegex },
      keywords: textsOf3(rule2.keywords),
      ...group === void 0 ? {} : { secret: group },
      ...floor === void 0 ? {} : { entropy: floor },
      paths: [],
      allow: [...lists.map(withoutCommits), ...allow]
    }
  ];
}
var NO_FILTER = { allow: [], left: [] };
function titleOf(description) {
  if (typeof description !== "string") return void 0;
  const title = description.split("\n")[0].trim().replace(/\.$/, "").slice(0, 200);
  return title === "" ? void 0 : title;
}
function withoutCommits({ commits: _, ...allow }) {
  return allow;
}
var TARGETS = { match: "match", line: "line" };
function allowOf3(list, say) {
  if (list.given !== void 0) return [list.given];
  const followed = (name) => textsOf3(list[name]).filter((written2) => {
    const fault = regexFault(written2);
    if (fault) say(`${name} of an allowlist: ${fault}`);
    return !fault;
  });
  const target = TARGETS[String(list.regexTarget ?? "")] ?? "secret";
  const commits = textsOf3(list.commits).map((commit) => commit.toLowerCase());
  const stops = anyOf(textsOf3(list.stopwords).map(literally));
  const parts = [
    ...part(target, anyOf(followed("regexes"))),
    ...part("path", anyOf(followed("paths"))),
    ...part("secret", stops === void 0 ? void 0 : `(?i)(?:${stops})`),
    ...commits.length > 0 ? [{ commits }] : []
  ];
  if (!/^(?:AND|&&)$/i.test(String(list.condition ?? "OR"))) return parts;
  const keys = parts.flatMap((one) => Object.keys(one));
  if (new Set(keys).size < keys.length) {
    say("an allowlist with condition AND that has both regexes and stopwords for the secret");
    return [];
  }
  return parts.length === 0 ? [] : [Object.assign({}, ...parts)];
}
var part = (target, expression) => expression === void 0 ? [] : [{ [target]: expression }];
function allowlistsOf(table) {
  return [...tablesOf(table.allowlist), ...tablesOf(table.allowlists)];
}
function tablesOf(value) {
  return [value].flat().flatMap((one) => {
    const table = tableOf(one);
    return table ? [table] : [];
  });
}
function tableOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function textsOf3(value) {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

// src/scan/rule-files/kingfisher.ts
var import_yaml12 = __toESM(require_dist(), 1);
var BESIDE_THE_SCAN = ["validation", "revocation", "depends_on_rule"];
function readKingfisherRules(text2) {
  const root = (0, import_yaml12.parse)(text2, { maxAliasCount: 0, logLevel: "silent" });
  const rules2 = root?.rules;
  if (!Array.isArray(rules2)) throw new Error("it has no list of rules");
  const notFollowed2 = [];
  const patterns = rules2.flatMap(
    (rule2) => patternOf3(rule2 ?? {}, (id, why) => void notFollowed2.push({ rule: id, why }))
  );
  return { patterns, allow: [], notFollowed: notFollowed2 };
}
function patternOf3(rule2, say) {
  const id = typeof rule2.id === "string" ? rule2.id : "";
  const regex = typeof rule2.pattern === "string" ? rule2.pattern.trim() : void 0;
  if (id === "" || regex === void 0) {
    say(id, "a rule without id or pattern");
    return [];
  }
  if (rule2.visible === false) {
    say(id, "visible: false: it only helps another rule");
    return [];
  }
  const fault = regexFault(regex);
  if (fault) {
    say(id, fault);
    return [];
  }
  for (const key of BESIDE_THE_SCAN) if (rule2[key] !== void 0) say(id, `${key}: no secret is tried out or revoked`);
  const token = groupFault(regex, "TOKEN") === void 0 ? { secret: "TOKEN" } : {};
  return [
    {
      id: idIn("kingfisher", id.replace(/^kingfisher\./, "")),
      title: typeof rule2.name === "string" ? rule2.name : `A secret of the kind ${id}`,
      severity: SEVERITIES3[String(rule2.confidence)] ?? "medium",
      regex,
      keywords: [],
      ...token,
      ...typeof rule2.min_entropy === "number" ? { entropy: rule2.min_entropy } : {},
      paths: [],
      allow: requirementsOf(rule2.pattern_requirements ?? {}),
      ...referencesOf(rule2.references)
    }
  ];
}
var SEVERITIES3 = { high: "high", medium: "medium", low: "low" };
function referencesOf(references) {
  const texts = Array.isArray(references) ? references.filter((one) => typeof one === "string") : [];
  return texts.length === 0 ? {} : { references: texts };
}
var KINDS3 = {
  min_digits: ["[0-9]", "[^0-9]"],
  min_uppercase: ["[A-Z]", "[^A-Z]"],
  min_lowercase: ["[a-z]", "[^a-z]"],
  min_special_chars: ["[^A-Za-z0-9]", "[A-Za-z0-9]"]
};
function requirementsOf(requirements) {
  const few = Object.entries(KINDS3).flatMap(([key, [one, other]]) => {
    const least = Number(requirements[key] ?? 0);
    return least >= 1 && least <= 50 ? [{ secret: `^(?:${other}*${one}){0,${least - 1}}${other}*$` }] : [];
  });
  const words = Array.isArray(requirements.ignore_if_contains) ? requirements.ignore_if_contains.map(String) : [];
  return [...few, ...words.map((word) => ({ secret: `(?i)${literally(word)}` }))];
}

// src/scan/rule-files.ts
var RULE_FILES = [".gitleaks.toml", ".betterleaks.toml"];
var LONGEST_FILE = 4 << 20;
function readRuleFile({ uri, text: text2 }, read) {
  if (text2.length > LONGEST_FILE) throw new Error("it is longer than 4 MiB");
  if (/\.toml$/i.test(uri)) return readGitleaksRules(text2, /betterleaks/i.test(uri) ? "betterleaks" : "gitleaks", read);
  if (/\.ya?ml$/i.test(uri)) return readKingfisherRules(text2);
  if (/^\s*\[\s*secrets\s*\]/im.test(text2)) return readGitSecrets(text2, read);
  throw new Error("it has no rules of gitleaks, betterleaks, Kingfisher or git-secrets");
}
function followRuleFile(source, read) {
  try {
    const file = readRuleFile(source, read);
    return { ...file, notifications: file.notFollowed.map(({ rule: rule2, why }) => notFollowed(source, rule2, why)) };
  } catch (error) {
    const why = `it is not followed: ${error.message}`;
    return { patterns: [], allow: [], notFollowed: [], notifications: [notFollowed(source, "", why)] };
  }
}
function notFollowed({ uri }, rule2, why) {
  return {
    level: "warning",
    id: "rule-not-followed",
    message: oneLine(`${uri}${rule2 === "" ? "" : `, rule ${rule2}`}: ${why}`),
    location: { uri }
  };
}

// src/rules/patterns/pattern-rule.ts
function patternRule(pattern, fitsPaths) {
  const compiled2 = compile2(pattern);
  const pathRegex = pattern.pathRegex === void 0 ? void 0 : compileFinder(pattern.pathRegex);
  return defineRule({
    meta: {
      id: pattern.id,
      title: pattern.title,
      severity: pattern.severity,
      about: "secret",
      domain: "credentials",
      practice: "no secrets in user-data, Dockerfiles, scripts, code",
      description: pattern.description ?? "A kind of secret that this repository describes itself.",
      remediation: pattern.remediation ?? "Revoke or change the secret, and read the new one from where secrets are kept. Deleting the line is not enough, since the history keeps it.",
      cwe: ["CWE-798"],
      references: pattern.references ?? ["https://cwe.mitre.org/data/definitions/798.html"]
    },
    on: "text",
    check(node, context) {
      if (!fitsPaths(node.uri) || pathRegex && !isFound(pathRegex, node.uri)) return [];
      return boundedHits(
        compiled2.finder ? matchesOf(compiled2, node, context) : hitsOfFile(compiled2, node),
        node,
        context
      );
    }
  });
}
function compile2(pattern) {
  return {
    pattern,
    finder: pattern.regex === void 0 ? void 0 : compileFinder(pattern.regex),
    keywords: pattern.keywords.map((word) => word.toLowerCase()),
    allow: pattern.allow.map(
      (entry) => ALLOW_TARGETS.flatMap((target) => {
        const written2 = entry[target];
        return written2 === void 0 ? [] : [[target, compileFinder(written2)]];
      })
    )
  };
}
var stepsFor2 = (text2) => 2e6 + Math.min(400 * text2.length, 4e8);
function* matchesOf(compiled2, node, context) {
  const { pattern, keywords } = compiled2;
  const finder = compiled2.finder;
  const places = /* @__PURE__ */ new Set();
  for (const view of viewsOf(node.text, context.unit)) {
    if (keywords.length > 0) {
      const lower = context.unit.of(inSmallLetters, view);
      if (!keywords.some((word) => lower.includes(word))) continue;
    }
    const matches = finder.findAll(view.value, { steps: stepsFor2(view.value) });
    if (!matches) {
      context.notify(tooSlow(pattern, node));
      continue;
    }
    for (const match2 of matches) {
      const [start, end] = secretOf(match2, finder, pattern);
      if (start === end || !freshIn(view, start, end)) continue;
      const secret = view.value.slice(start, end);
      if (pattern.entropy !== void 0 && entropy(secret) <= pattern.entropy) continue;
      if (isAllowed(compiled2, view.value, match2[0], secret, node.uri)) continue;
      const span = locate(view, start, end);
      const place2 = `${span.start}:${span.end}`;
      if (places.has(place2)) continue;
      places.add(place2);
      yield { span, message: `${pattern.title}.`, secret: true, secretValue: secret };
    }
  }
}
var inSmallLetters = ({ value }) => value.toLowerCase();
function tooSlow({ id }, node) {
  return {
    level: "warning",
    id: "pattern-too-slow",
    message: `The pattern of ${id} has more to do in this text than it may; what it finds is not told.`,
    location: { uri: node.uri },
    unread: { span: { ...node.span, end: node.span.start }, limit: "pattern-steps" }
  };
}
function secretOf(match2, { groups }, { secret }) {
  const whole = match2[0];
  if (secret === void 0) return match2.slice(1).find((group) => group && group[1] > group[0]) ?? whole;
  const index = typeof secret === "number" ? secret : groups.indexOf(secret) + 1;
  return match2[index] ?? [whole[0], whole[0]];
}
var SHORT = { steps: 2e6 };
var WIDEST = 2e3;
function isAllowed({ allow }, text2, [start, end], secret, path2) {
  const line = () => {
    const from = Math.max(text2.lastIndexOf("\n", start - 1) + 1, start - WIDEST);
    const to = text2.indexOf("\n", end);
    return text2.slice(from, Math.min(to === -1 ? text2.length : to, end + WIDEST));
  };
  const targets = { secret: () => secret, match: () => text2.slice(start, end), line, path: () => path2 };
  return allow.some((entry) => entry.every(([target, finder]) => isFound(finder, targets[target]())));
}
function isFound(finder, text2) {
  return (finder.findAll(text2, { ...SHORT })?.length ?? 0) > 0;
}
function* hitsOfFile(compiled2, { uri, text: text2, span }) {
  if (isAllowed(compiled2, text2.value, [0, 0], "", uri)) return;
  yield { span: { uri, start: span.start, end: span.start }, message: `${compiled2.pattern.title}.`, element: "file" };
}

// src/run/own-patterns.ts
function readOwnPatterns(config, read) {
  const named3 = config?.patternsFrom ?? [];
  const missing2 = named3.filter((path2) => !read(path2));
  const files = [.../* @__PURE__ */ new Set([...RULE_FILES, ...named3])].flatMap((path2) => {
    const source = read(path2);
    return source ? [{ uri: path2, ...followRuleFile(source, (other) => read(other)?.text) }] : [];
  });
  const byId = /* @__PURE__ */ new Map();
  for (const pattern of [...config?.patterns ?? [], ...files.flatMap(({ patterns }) => patterns)])
    if (!byId.has(pattern.id)) byId.set(pattern.id, pattern);
  return {
    patterns: [...byId.values()],
    allows: files.map(({ uri, allow }) => ({ uri, allow })),
    notifications: [
      ...missing2.map(
        (path2) => ({
          level: "warning",
          id: "rule-not-followed",
          message: `${config.uri}: patterns-from names ${path2}, which cannot be read`,
          location: { uri: config.uri }
        })
      ),
      ...files.flatMap(({ notifications }) => notifications)
    ]
  };
}
function readConfigWithFiles(source, ruleIds, read) {
  return parseConfig(
    source,
    ruleIds,
    (patternsFrom) => readOwnPatterns({ patterns: [], patternsFrom, uri: source.uri }, read).patterns.map(({ id }) => id)
  );
}
function rulesOfPatterns(patterns) {
  return patterns.map(
    (pattern) => patternRule(pattern, pattern.paths.length === 0 ? () => true : ignoredPaths(pattern.paths))
  );
}

export {
  isOfDocumentation,
  stepsOf,
  isStep,
  resourceType,
  pulumiResourceType,
  cdkResourceType,
  canonicalType,
  canonicalClass,
  cloudFormationClass,
  syntaxOf,
  pathFrom,
  folderOf,
  nameOf,
  isNameless,
  entropy,
  categoriesOf2 as categoriesOf,
  newCategories,
  categoryWords,
  notableActions,
  rules,
  require_dist,
  yamlFaultText,
  compilePattern,
  compileFinder,
  Minimatch,
  maskSpans,
  scrubber,
  redact,
  ALLOW_TARGETS,
  complaintsAbout,
  oneLine,
  ignoredPaths,
  checkPatterns,
  isOff,
  severityOf3 as severityOf,
  namesRule,
  ruleFault,
  allowances,
  expiredAllows,
  idleAllows,
  unusedAllows,
  withoutAllows,
  DEFAULT_CONFIG,
  CONFIG_PATHS,
  extendsGiven,
  extendedName,
  joinConfigs,
  configChanges,
  explainConfig,
  explainedYaml,
  requireLocks,
  requireUnlocked,
  parseConfig,
  readConfigFile,
  extendsIn,
  RULE_FILES,
  readRuleFile,
  readOwnPatterns,
  readConfigWithFiles,
  rulesOfPatterns
};
