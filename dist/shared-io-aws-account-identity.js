import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ACCOUNT_CALLS,
  IAM
} from "./shared-account-calls.js";
import {
  inBlock,
  isBlock,
  recordOf
} from "./shared-core-address-blocks.js";
import {
  SignatureV4
} from "./shared-smithy-signature-v4-signature-v4a-container.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./shared-runtime.js";

// node_modules/ms/index.js
var require_ms = __commonJS({
  "node_modules/ms/index.js"(exports, module) {
    var s = 1e3;
    var m = s * 60;
    var h = m * 60;
    var d = h * 24;
    var w = d * 7;
    var y = d * 365.25;
    module.exports = function(val, options) {
      options = options || {};
      var type = typeof val;
      if (type === "string" && val.length > 0) {
        return parse(val);
      } else if (type === "number" && isFinite(val)) {
        return options.long ? fmtLong(val) : fmtShort(val);
      }
      throw new Error(
        "val is not a non-empty string or a valid number. val=" + JSON.stringify(val)
      );
    };
    function parse(str) {
      str = String(str);
      if (str.length > 100) {
        return;
      }
      var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
        str
      );
      if (!match) {
        return;
      }
      var n = parseFloat(match[1]);
      var type = (match[2] || "ms").toLowerCase();
      switch (type) {
        case "years":
        case "year":
        case "yrs":
        case "yr":
        case "y":
          return n * y;
        case "weeks":
        case "week":
        case "w":
          return n * w;
        case "days":
        case "day":
        case "d":
          return n * d;
        case "hours":
        case "hour":
        case "hrs":
        case "hr":
        case "h":
          return n * h;
        case "minutes":
        case "minute":
        case "mins":
        case "min":
        case "m":
          return n * m;
        case "seconds":
        case "second":
        case "secs":
        case "sec":
        case "s":
          return n * s;
        case "milliseconds":
        case "millisecond":
        case "msecs":
        case "msec":
        case "ms":
          return n;
        default:
          return void 0;
      }
    }
    function fmtShort(ms) {
      var msAbs = Math.abs(ms);
      if (msAbs >= d) {
        return Math.round(ms / d) + "d";
      }
      if (msAbs >= h) {
        return Math.round(ms / h) + "h";
      }
      if (msAbs >= m) {
        return Math.round(ms / m) + "m";
      }
      if (msAbs >= s) {
        return Math.round(ms / s) + "s";
      }
      return ms + "ms";
    }
    function fmtLong(ms) {
      var msAbs = Math.abs(ms);
      if (msAbs >= d) {
        return plural(ms, msAbs, d, "day");
      }
      if (msAbs >= h) {
        return plural(ms, msAbs, h, "hour");
      }
      if (msAbs >= m) {
        return plural(ms, msAbs, m, "minute");
      }
      if (msAbs >= s) {
        return plural(ms, msAbs, s, "second");
      }
      return ms + " ms";
    }
    function plural(ms, msAbs, n, name) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms / n) + " " + name + (isPlural ? "s" : "");
    }
  }
});

// node_modules/debug/src/common.js
var require_common = __commonJS({
  "node_modules/debug/src/common.js"(exports, module) {
    function setup(env) {
      createDebug3.debug = createDebug3;
      createDebug3.default = createDebug3;
      createDebug3.coerce = coerce;
      createDebug3.disable = disable;
      createDebug3.enable = enable;
      createDebug3.enabled = enabled;
      createDebug3.humanize = require_ms();
      createDebug3.destroy = destroy;
      Object.keys(env).forEach((key) => {
        createDebug3[key] = env[key];
      });
      createDebug3.names = [];
      createDebug3.skips = [];
      createDebug3.formatters = {};
      function selectColor(namespace) {
        let hash = 0;
        for (let i = 0; i < namespace.length; i++) {
          hash = (hash << 5) - hash + namespace.charCodeAt(i);
          hash |= 0;
        }
        return createDebug3.colors[Math.abs(hash) % createDebug3.colors.length];
      }
      createDebug3.selectColor = selectColor;
      function createDebug3(namespace) {
        let prevTime;
        let enableOverride = null;
        let namespacesCache;
        let enabledCache;
        function debug3(...args) {
          if (!debug3.enabled) {
            return;
          }
          const self = debug3;
          const curr = Number(/* @__PURE__ */ new Date());
          const ms = curr - (prevTime || curr);
          self.diff = ms;
          self.prev = prevTime;
          self.curr = curr;
          prevTime = curr;
          args[0] = createDebug3.coerce(args[0]);
          if (typeof args[0] !== "string") {
            args.unshift("%O");
          }
          let index = 0;
          args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
            if (match === "%%") {
              return "%";
            }
            index++;
            const formatter = createDebug3.formatters[format];
            if (typeof formatter === "function") {
              const val = args[index];
              match = formatter.call(self, val);
              args.splice(index, 1);
              index--;
            }
            return match;
          });
          createDebug3.formatArgs.call(self, args);
          const logFn = self.log || createDebug3.log;
          logFn.apply(self, args);
        }
        debug3.namespace = namespace;
        debug3.useColors = createDebug3.useColors();
        debug3.color = createDebug3.selectColor(namespace);
        debug3.extend = extend;
        debug3.destroy = createDebug3.destroy;
        Object.defineProperty(debug3, "enabled", {
          enumerable: true,
          configurable: false,
          get: () => {
            if (enableOverride !== null) {
              return enableOverride;
            }
            if (namespacesCache !== createDebug3.namespaces) {
              namespacesCache = createDebug3.namespaces;
              enabledCache = createDebug3.enabled(namespace);
            }
            return enabledCache;
          },
          set: (v) => {
            enableOverride = v;
          }
        });
        if (typeof createDebug3.init === "function") {
          createDebug3.init(debug3);
        }
        return debug3;
      }
      function extend(namespace, delimiter) {
        const newDebug = createDebug3(this.namespace + (typeof delimiter === "undefined" ? ":" : delimiter) + namespace);
        newDebug.log = this.log;
        return newDebug;
      }
      function enable(namespaces) {
        createDebug3.save(namespaces);
        createDebug3.namespaces = namespaces;
        createDebug3.names = [];
        createDebug3.skips = [];
        const split = (typeof namespaces === "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
        for (const ns of split) {
          if (ns[0] === "-") {
            createDebug3.skips.push(ns.slice(1));
          } else {
            createDebug3.names.push(ns);
          }
        }
      }
      function matchesTemplate(search, template) {
        let searchIndex = 0;
        let templateIndex = 0;
        let starIndex = -1;
        let matchIndex = 0;
        while (searchIndex < search.length) {
          if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*")) {
            if (template[templateIndex] === "*") {
              starIndex = templateIndex;
              matchIndex = searchIndex;
              templateIndex++;
            } else {
              searchIndex++;
              templateIndex++;
            }
          } else if (starIndex !== -1) {
            templateIndex = starIndex + 1;
            matchIndex++;
            searchIndex = matchIndex;
          } else {
            return false;
          }
        }
        while (templateIndex < template.length && template[templateIndex] === "*") {
          templateIndex++;
        }
        return templateIndex === template.length;
      }
      function disable() {
        const namespaces = [
          ...createDebug3.names,
          ...createDebug3.skips.map((namespace) => "-" + namespace)
        ].join(",");
        createDebug3.enable("");
        return namespaces;
      }
      function enabled(name) {
        for (const skip of createDebug3.skips) {
          if (matchesTemplate(name, skip)) {
            return false;
          }
        }
        for (const ns of createDebug3.names) {
          if (matchesTemplate(name, ns)) {
            return true;
          }
        }
        return false;
      }
      function coerce(val) {
        if (val instanceof Error) {
          return val.stack || val.message;
        }
        return val;
      }
      function destroy() {
        console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
      }
      createDebug3.enable(createDebug3.load());
      return createDebug3;
    }
    module.exports = setup;
  }
});

// node_modules/debug/src/browser.js
var require_browser = __commonJS({
  "node_modules/debug/src/browser.js"(exports, module) {
    exports.formatArgs = formatArgs;
    exports.save = save;
    exports.load = load;
    exports.useColors = useColors;
    exports.storage = localstorage();
    exports.destroy = /* @__PURE__ */ (() => {
      let warned = false;
      return () => {
        if (!warned) {
          warned = true;
          console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
        }
      };
    })();
    exports.colors = [
      "#0000CC",
      "#0000FF",
      "#0033CC",
      "#0033FF",
      "#0066CC",
      "#0066FF",
      "#0099CC",
      "#0099FF",
      "#00CC00",
      "#00CC33",
      "#00CC66",
      "#00CC99",
      "#00CCCC",
      "#00CCFF",
      "#3300CC",
      "#3300FF",
      "#3333CC",
      "#3333FF",
      "#3366CC",
      "#3366FF",
      "#3399CC",
      "#3399FF",
      "#33CC00",
      "#33CC33",
      "#33CC66",
      "#33CC99",
      "#33CCCC",
      "#33CCFF",
      "#6600CC",
      "#6600FF",
      "#6633CC",
      "#6633FF",
      "#66CC00",
      "#66CC33",
      "#9900CC",
      "#9900FF",
      "#9933CC",
      "#9933FF",
      "#99CC00",
      "#99CC33",
      "#CC0000",
      "#CC0033",
      "#CC0066",
      "#CC0099",
      "#CC00CC",
      "#CC00FF",
      "#CC3300",
      "#CC3333",
      "#CC3366",
      "#CC3399",
      "#CC33CC",
      "#CC33FF",
      "#CC6600",
      "#CC6633",
      "#CC9900",
      "#CC9933",
      "#CCCC00",
      "#CCCC33",
      "#FF0000",
      "#FF0033",
      "#FF0066",
      "#FF0099",
      "#FF00CC",
      "#FF00FF",
      "#FF3300",
      "#FF3333",
      "#FF3366",
      "#FF3399",
      "#FF33CC",
      "#FF33FF",
      "#FF6600",
      "#FF6633",
      "#FF9900",
      "#FF9933",
      "#FFCC00",
      "#FFCC33"
    ];
    function useColors() {
      if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) {
        return true;
      }
      if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) {
        return false;
      }
      let m;
      return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || // Is firebug? http://stackoverflow.com/a/398120/376773
      typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || // Is firefox >= v31?
      // https://developer.mozilla.org/en-US/docs/Tools/Web_Console#Styling_messages
      typeof navigator !== "undefined" && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31 || // Double check webkit in userAgent just in case we are in a worker
      typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
    }
    function formatArgs(args) {
      args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module.exports.humanize(this.diff);
      if (!this.useColors) {
        return;
      }
      const c = "color: " + this.color;
      args.splice(1, 0, c, "color: inherit");
      let index = 0;
      let lastC = 0;
      args[0].replace(/%[a-zA-Z%]/g, (match) => {
        if (match === "%%") {
          return;
        }
        index++;
        if (match === "%c") {
          lastC = index;
        }
      });
      args.splice(lastC, 0, c);
    }
    exports.log = console.debug || console.log || (() => {
    });
    function save(namespaces) {
      try {
        if (namespaces) {
          exports.storage.setItem("debug", namespaces);
        } else {
          exports.storage.removeItem("debug");
        }
      } catch (error) {
      }
    }
    function load() {
      let r;
      try {
        r = exports.storage.getItem("debug") || exports.storage.getItem("DEBUG");
      } catch (error) {
      }
      if (!r && typeof process !== "undefined" && "env" in process) {
        r = process.env.DEBUG;
      }
      return r;
    }
    function localstorage() {
      try {
        return localStorage;
      } catch (error) {
      }
    }
    module.exports = require_common()(exports);
    var { formatters } = module.exports;
    formatters.j = function(v) {
      try {
        return JSON.stringify(v);
      } catch (error) {
        return "[UnexpectedJSONParseError]: " + error.message;
      }
    };
  }
});

// node_modules/debug/src/node.js
var require_node = __commonJS({
  "node_modules/debug/src/node.js"(exports, module) {
    var tty = __require("tty");
    var util = __require("util");
    exports.init = init;
    exports.log = log;
    exports.formatArgs = formatArgs;
    exports.save = save;
    exports.load = load;
    exports.useColors = useColors;
    exports.destroy = util.deprecate(
      () => {
      },
      "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`."
    );
    exports.colors = [6, 2, 3, 4, 5, 1];
    try {
      const supportsColor = __require("supports-color");
      if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) {
        exports.colors = [
          20,
          21,
          26,
          27,
          32,
          33,
          38,
          39,
          40,
          41,
          42,
          43,
          44,
          45,
          56,
          57,
          62,
          63,
          68,
          69,
          74,
          75,
          76,
          77,
          78,
          79,
          80,
          81,
          92,
          93,
          98,
          99,
          112,
          113,
          128,
          129,
          134,
          135,
          148,
          149,
          160,
          161,
          162,
          163,
          164,
          165,
          166,
          167,
          168,
          169,
          170,
          171,
          172,
          173,
          178,
          179,
          184,
          185,
          196,
          197,
          198,
          199,
          200,
          201,
          202,
          203,
          204,
          205,
          206,
          207,
          208,
          209,
          214,
          215,
          220,
          221
        ];
      }
    } catch (error) {
    }
    exports.inspectOpts = Object.keys(process.env).filter((key) => {
      return /^debug_/i.test(key);
    }).reduce((obj, key) => {
      const prop = key.substring(6).toLowerCase().replace(/_([a-z])/g, (_, k) => {
        return k.toUpperCase();
      });
      let val = process.env[key];
      if (/^(yes|on|true|enabled)$/i.test(val)) {
        val = true;
      } else if (/^(no|off|false|disabled)$/i.test(val)) {
        val = false;
      } else if (val === "null") {
        val = null;
      } else {
        val = Number(val);
      }
      obj[prop] = val;
      return obj;
    }, {});
    function useColors() {
      return "colors" in exports.inspectOpts ? Boolean(exports.inspectOpts.colors) : tty.isatty(process.stderr.fd);
    }
    function formatArgs(args) {
      const { namespace: name, useColors: useColors2 } = this;
      if (useColors2) {
        const c = this.color;
        const colorCode = "\x1B[3" + (c < 8 ? c : "8;5;" + c);
        const prefix = `  ${colorCode};1m${name} \x1B[0m`;
        args[0] = prefix + args[0].split("\n").join("\n" + prefix);
        args.push(colorCode + "m+" + module.exports.humanize(this.diff) + "\x1B[0m");
      } else {
        args[0] = getDate() + name + " " + args[0];
      }
    }
    function getDate() {
      if (exports.inspectOpts.hideDate) {
        return "";
      }
      return (/* @__PURE__ */ new Date()).toISOString() + " ";
    }
    function log(...args) {
      return process.stderr.write(util.formatWithOptions(exports.inspectOpts, ...args) + "\n");
    }
    function save(namespaces) {
      if (namespaces) {
        process.env.DEBUG = namespaces;
      } else {
        delete process.env.DEBUG;
      }
    }
    function load() {
      return process.env.DEBUG;
    }
    function init(debug3) {
      debug3.inspectOpts = {};
      const keys = Object.keys(exports.inspectOpts);
      for (let i = 0; i < keys.length; i++) {
        debug3.inspectOpts[keys[i]] = exports.inspectOpts[keys[i]];
      }
    }
    module.exports = require_common()(exports);
    var { formatters } = module.exports;
    formatters.o = function(v) {
      this.inspectOpts.colors = this.useColors;
      return util.inspect(v, this.inspectOpts).split("\n").map((str) => str.trim()).join(" ");
    };
    formatters.O = function(v) {
      this.inspectOpts.colors = this.useColors;
      return util.inspect(v, this.inspectOpts);
    };
  }
});

// node_modules/debug/src/index.js
var require_src = __commonJS({
  "node_modules/debug/src/index.js"(exports, module) {
    if (typeof process === "undefined" || process.type === "renderer" || process.browser === true || process.__nwjs) {
      module.exports = require_browser();
    } else {
      module.exports = require_node();
    }
  }
});

// src/io/aws/attempts.ts
var DEFAULT_LIMITS = {
  attempts: 5,
  deadline: 6e4,
  connect: 5e3,
  request: 1e4,
  firstWait: 250,
  longestWait: 5e3
};
async function attempt(work, options) {
  const { limits, signal, isTransient: isTransient2, attemptsFor, onRetry } = options;
  let last;
  for (let attempts = 1; ; attempts++) {
    try {
      return { done: true, value: await work(), attempts };
    } catch (error) {
      if (signal.aborted) return { done: false, error: last ?? error, attempts, outOfTime: true };
      last = error;
      const most = Math.min(limits.attempts, attemptsFor?.(error) ?? limits.attempts);
      if (!isTransient2(error) || attempts >= most) return { done: false, error, attempts, outOfTime: false };
      onRetry?.(error, attempts);
      const wait = Math.random() * Math.min(limits.longestWait, limits.firstWait * 2 ** (attempts - 1));
      if (!await pause(wait, signal)) return { done: false, error, attempts, outOfTime: true };
    }
  }
}
function deadlineOf({ deadline }) {
  return AbortSignal.timeout(deadline);
}
function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve(true);
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}

// src/io/aws/api/xml.ts
function xmlAnswer(text) {
  const stack = [{ name: "", children: [], text: "" }];
  for (const [, close, name, closed, between] of text.matchAll(TOKENS)) {
    const top = stack.at(-1);
    if (between !== void 0) top.text += between;
    else if (close) {
      if (stack.length > 1) stack.pop();
    } else if (name !== void 0) {
      const element = { name: name.replace(/^.*:/, ""), children: [], text: "" };
      top.children.push(element);
      if (!closed) stack.push(element);
    }
  }
  const root = stack[0].children[0];
  return root ? valueIn(root) : {};
}
var TOKENS = /<(\/)[^>]*>|<([A-Za-z][\w:.-]*)[^>]*?(\/)?>|<[?!][^>]*>|([^<]+)/g;
function valueIn({ children, text }) {
  if (children.length === 0) return decoded(text);
  const [first] = children;
  if (first.name === "member" || first.name === "item") return children.map(valueIn);
  if (first.name === "entry") return Object.fromEntries(children.map(entryOf));
  const members = {};
  for (const child of children) {
    const value = valueIn(child);
    const known = members[child.name];
    members[child.name] = known === void 0 ? value : Array.isArray(known) ? [...known, value] : [known, value];
  }
  return members;
}
function entryOf(entry) {
  const part = (name) => entry.children.find((child) => child.name === name);
  return [part("key")?.text ?? "", decoded(part("value")?.text ?? "")];
}
var ENTITIES = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
function decoded(text) {
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== void 0) return ENTITIES[name] ?? whole;
    const code = decimal === void 0 ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 1114111 ? String.fromCodePoint(code) : whole;
  });
}

// src/io/aws/api/protocol.ts
function requestOf({ name, protocol }, parameters) {
  const [service = "", operation = ""] = name.split(":");
  switch (protocol.kind) {
    case "query": {
      const form = new URLSearchParams({ Action: operation, Version: protocol.version });
      for (const [key, value] of Object.entries(parameters)) {
        addToForm(form, key, value, service === "ec2" ? "" : ".member");
      }
      return post("/", "application/x-www-form-urlencoded; charset=utf-8", form.toString());
    }
    case "json": {
      const type = `application/x-amz-json-${protocol.version}`;
      const headers = { "x-amz-target": `${protocol.target}.${operation}` };
      return post("/", type, JSON.stringify(parameters), headers);
    }
    case "rest":
      return restRequest(protocol.method, protocol.path, parameters);
  }
}
function post(path, type, body, headers = {}) {
  return { method: "POST", path, headers: { "content-type": type, ...headers }, body };
}
function addToForm(form, key, value, list) {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) addToForm(form, `${key}${list}.${index + 1}`, item, list);
  } else if (typeof value === "object" && value !== null) {
    for (const [inner, item] of Object.entries(value)) addToForm(form, `${key}.${inner}`, item, list);
  } else form.set(key, String(value));
}
function restRequest(method, template, parameters) {
  const rest = new Map(Object.entries(parameters));
  const path = template.replace(/\{(\w+)\}/g, (_, key) => {
    const value = String(rest.get(key) ?? "");
    rest.delete(key);
    return encodeURIComponent(value);
  });
  if (method === "POST") return post(path, "application/json", JSON.stringify(Object.fromEntries(rest)));
  const query = new URLSearchParams([...rest].map(([key, value]) => [key, String(value)])).toString();
  const joint = query === "" ? "" : path.includes("?") ? "&" : "?";
  return { method, path: `${path}${joint}${query}`, headers: {}, body: "" };
}
function answerOf({ name, protocol }, body) {
  const isXml = protocol.kind === "query" || protocol.kind === "rest" && protocol.answers === "xml";
  if (!isXml || /^\s*\{/.test(body)) return body.trim() === "" ? {} : asObject(JSON.parse(body));
  const answer = asObject(xmlAnswer(body));
  return asObject(answer[`${name.split(":")[1]}Result`] ?? answer);
}
function faultOf(status, headers, body) {
  const said = body.trimStart().startsWith("{") ? jsonFault(body) : xmlFault(body);
  const type = headers["x-amzn-errortype"] ?? said.code ?? `Http${status}`;
  const code = String(type).replace(/:.*$/, "").replace(/^.*#/, "");
  return new AwsFault(code, said.message ?? "", status, said.region);
}
var AwsFault = class extends Error {
  $metadata;
  /** Of S3: where the bucket is. */
  region;
  constructor(code, message, status, region) {
    super(message);
    this.name = code;
    this.$metadata = { httpStatusCode: status };
    if (region) this.region = region;
  }
};
function jsonFault(body) {
  try {
    const { __type, code, message, Message } = JSON.parse(body);
    return { ...optional("code", __type ?? code), ...optional("message", message ?? Message) };
  } catch {
    return {};
  }
}
function xmlFault(body) {
  const element = (name) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1];
  return {
    ...optional("code", element("Code")),
    ...optional("message", element("Message")),
    ...optional("region", element("Region"))
  };
}
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}
function asObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function listOf(value) {
  const items = Array.isArray(value) ? value : value === void 0 || value === null || value === "" ? [] : [value];
  return items.map(asObject);
}
function wordsOf(value) {
  const items = Array.isArray(value) ? value : value === void 0 || value === null || value === "" ? [] : [value];
  return items.map(String);
}

// src/io/aws/api/client.ts
import { setMaxListeners } from "node:events";

// node_modules/agent-base/dist/index.js
import * as net from "net";
import * as http from "http";
import { Agent as HttpsAgent } from "https";
var INTERNAL = /* @__PURE__ */ Symbol("AgentBaseInternalState");
var Agent2 = class extends http.Agent {
  constructor(opts) {
    super(opts);
    this[INTERNAL] = {};
  }
  /**
   * Determine whether this is an `http` or `https` request.
   */
  isSecureEndpoint(options) {
    if (options) {
      if (typeof options.secureEndpoint === "boolean") {
        return options.secureEndpoint;
      }
      if (typeof options.protocol === "string") {
        return options.protocol === "https:";
      }
    }
    const { stack } = new Error();
    if (typeof stack !== "string")
      return false;
    return stack.split("\n").some((l) => l.indexOf("(https.js:") !== -1 || l.indexOf("node:https:") !== -1);
  }
  // In order to support async signatures in `connect()` and Node's native
  // connection pooling in `http.Agent`, the array of sockets for each origin
  // has to be updated synchronously. This is so the length of the array is
  // accurate when `addRequest()` is next called. We achieve this by creating a
  // fake socket and adding it to `sockets[origin]` and incrementing
  // `totalSocketCount`.
  incrementSockets(name) {
    if (this.maxSockets === Infinity && this.maxTotalSockets === Infinity) {
      return null;
    }
    if (!this.sockets[name]) {
      this.sockets[name] = [];
    }
    const fakeSocket = new net.Socket({ writable: false });
    this.sockets[name].push(fakeSocket);
    this.totalSocketCount++;
    return fakeSocket;
  }
  decrementSockets(name, socket) {
    if (!this.sockets[name] || socket === null) {
      return;
    }
    const sockets = this.sockets[name];
    const index = sockets.indexOf(socket);
    if (index !== -1) {
      sockets.splice(index, 1);
      this.totalSocketCount--;
      if (sockets.length === 0) {
        delete this.sockets[name];
      }
    }
  }
  // In order to properly update the socket pool, we need to call `getName()` on
  // the core `https.Agent` if it is a secureEndpoint.
  getName(options) {
    const secureEndpoint = this.isSecureEndpoint(options);
    if (secureEndpoint) {
      return HttpsAgent.prototype.getName.call(this, options);
    }
    return super.getName(options);
  }
  createSocket(req, options, cb) {
    const connectOpts = {
      ...options,
      secureEndpoint: this.isSecureEndpoint(options)
    };
    const name = this.getName(connectOpts);
    const fakeSocket = this.incrementSockets(name);
    Promise.resolve().then(() => this.connect(req, connectOpts)).then((socket) => {
      this.decrementSockets(name, fakeSocket);
      if (typeof socket.addRequest === "function") {
        try {
          return socket.addRequest(req, connectOpts);
        } catch (err) {
          return cb(err);
        }
      }
      this[INTERNAL].currentSocket = socket;
      super.createSocket(req, options, cb);
    }, (err) => {
      this.decrementSockets(name, fakeSocket);
      cb(err);
    });
  }
  createConnection() {
    const socket = this[INTERNAL].currentSocket;
    this[INTERNAL].currentSocket = void 0;
    if (!socket) {
      throw new Error("No socket was returned in the `connect()` function");
    }
    return socket;
  }
  get defaultPort() {
    return this[INTERNAL].defaultPort ?? (this.protocol === "https:" ? 443 : 80);
  }
  set defaultPort(v) {
    if (this[INTERNAL]) {
      this[INTERNAL].defaultPort = v;
    }
  }
  get protocol() {
    return this[INTERNAL].protocol ?? (this.isSecureEndpoint() ? "https:" : "http:");
  }
  set protocol(v) {
    if (this[INTERNAL]) {
      this[INTERNAL].protocol = v;
    }
  }
};

// node_modules/https-proxy-agent/dist/index.js
var import_debug2 = __toESM(require_src(), 1);
import * as net2 from "net";
import * as tls from "tls";
import assert from "assert";
import { URL as URL2 } from "url";

// node_modules/https-proxy-agent/dist/parse-proxy-response.js
var import_debug = __toESM(require_src(), 1);
var debug = (0, import_debug.default)("https-proxy-agent:parse-proxy-response");
function parseProxyResponse(socket) {
  return new Promise((resolve, reject) => {
    let buffersLength = 0;
    const buffers = [];
    function read() {
      const b = socket.read();
      if (b)
        ondata(b);
      else
        socket.once("readable", read);
    }
    function cleanup() {
      socket.removeListener("end", onend);
      socket.removeListener("error", onerror);
      socket.removeListener("readable", read);
    }
    function onend() {
      cleanup();
      debug("onend");
      reject(new Error("Proxy connection ended before receiving CONNECT response"));
    }
    function onerror(err) {
      cleanup();
      debug("onerror %o", err);
      reject(err);
    }
    function ondata(b) {
      buffers.push(b);
      buffersLength += b.length;
      const buffered = Buffer.concat(buffers, buffersLength);
      const endOfHeaders = buffered.indexOf("\r\n\r\n");
      if (endOfHeaders === -1) {
        debug("have not received end of HTTP headers yet...");
        read();
        return;
      }
      const headerParts = buffered.slice(0, endOfHeaders).toString("ascii").split("\r\n");
      const firstLine = headerParts.shift();
      if (!firstLine) {
        socket.destroy();
        return reject(new Error("No header received from proxy CONNECT response"));
      }
      const firstLineParts = firstLine.split(" ");
      const statusCode = +firstLineParts[1];
      const statusText = firstLineParts.slice(2).join(" ");
      const headers = {};
      for (const header of headerParts) {
        if (!header)
          continue;
        const firstColon = header.indexOf(":");
        if (firstColon === -1) {
          socket.destroy();
          return reject(new Error(`Invalid header from proxy CONNECT response: "${header}"`));
        }
        const key = header.slice(0, firstColon).toLowerCase();
        const value = header.slice(firstColon + 1).trimStart();
        const current = headers[key];
        if (typeof current === "string") {
          headers[key] = [current, value];
        } else if (Array.isArray(current)) {
          current.push(value);
        } else {
          headers[key] = value;
        }
      }
      debug("got proxy server response: %o %o", firstLine, headers);
      cleanup();
      resolve({
        connect: {
          statusCode,
          statusText,
          headers
        },
        buffered
      });
    }
    socket.on("error", onerror);
    socket.on("end", onend);
    read();
  });
}

// node_modules/proxy-agent-negotiate/dist/index.js
function createNegotiateAuth() {
  return async ({ response, scheme }) => {
    if (scheme.toLowerCase() !== "negotiate") {
      throw new Error(`Expected Negotiate scheme but got "${scheme}"`);
    }
    let kerberos;
    try {
      kerberos = await import("kerberos");
    } catch {
      throw new Error('The "kerberos" package is required for Negotiate proxy authentication. Install it with: npm install kerberos');
    }
    const proxyAuthenticate = response.headers["proxy-authenticate"] || "";
    const challengeHeader = Array.isArray(proxyAuthenticate) ? proxyAuthenticate[0] : proxyAuthenticate;
    const serverToken = typeof challengeHeader === "string" && challengeHeader.includes(" ") ? challengeHeader.split(" ").slice(1).join(" ") : void 0;
    const client = await kerberos.initializeClient("HTTP@proxy", {
      mechOID: kerberos.GSS_MECH_OID_SPNEGO
    });
    const token = await client.step(serverToken || "");
    if (!token) {
      throw new Error("Kerberos client.step() returned no token");
    }
    return {
      headers: {
        "Proxy-Authorization": `Negotiate ${token}`
      }
    };
  };
}

// node_modules/https-proxy-agent/dist/index.js
var debug2 = (0, import_debug2.default)("https-proxy-agent");
var setServernameFromNonIpHost = (options) => {
  if (options.servername === void 0 && options.host && !net2.isIP(options.host)) {
    return {
      ...options,
      servername: options.host
    };
  }
  return options;
};
var HttpsProxyAgent = class extends Agent2 {
  constructor(proxy, opts) {
    super(opts);
    this.options = { path: void 0 };
    this.proxy = typeof proxy === "string" ? new URL2(proxy) : proxy;
    this.proxyHeaders = opts?.headers ?? {};
    debug2("Creating new HttpsProxyAgent instance: %o", this.proxy.href);
    if (opts?.negotiate) {
      this.onProxyAuth = createNegotiateAuth();
    } else if (opts?.onProxyAuth) {
      this.onProxyAuth = opts.onProxyAuth;
    }
    const host = (this.proxy.hostname || this.proxy.host).replace(/^\[|\]$/g, "");
    const port = this.proxy.port ? parseInt(this.proxy.port, 10) : this.proxy.protocol === "https:" ? 443 : 80;
    this.connectOpts = {
      // Attempt to negotiate http/1.1 for proxy servers that support http/2
      ALPNProtocols: ["http/1.1"],
      ...opts ? omit(opts, "headers", "onProxyAuth", "negotiate") : null,
      host,
      port
    };
  }
  /**
   * Called when the node-core HTTP client library is creating a
   * new HTTP request.
   */
  async connect(req, opts) {
    const { proxy } = this;
    if (!opts.host) {
      throw new TypeError('No "host" provided');
    }
    let socket;
    if (proxy.protocol === "https:") {
      debug2("Creating `tls.Socket`: %o", this.connectOpts);
      socket = tls.connect(setServernameFromNonIpHost(this.connectOpts));
    } else {
      debug2("Creating `net.Socket`: %o", this.connectOpts);
      socket = net2.connect(this.connectOpts);
    }
    const headers = typeof this.proxyHeaders === "function" ? this.proxyHeaders() : { ...this.proxyHeaders };
    const host = net2.isIPv6(opts.host) ? `[${opts.host}]` : opts.host;
    let payload = `CONNECT ${host}:${opts.port} HTTP/1.1\r
`;
    if (proxy.username || proxy.password) {
      const auth = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
      headers["Proxy-Authorization"] = `Basic ${Buffer.from(auth).toString("base64")}`;
    }
    headers.Host = `${host}:${opts.port}`;
    if (!headers["Proxy-Connection"]) {
      headers["Proxy-Connection"] = this.keepAlive ? "Keep-Alive" : "close";
    }
    for (const name of Object.keys(headers)) {
      payload += `${name}: ${headers[name]}\r
`;
    }
    const proxyResponsePromise = parseProxyResponse(socket);
    socket.write(`${payload}\r
`);
    const { connect: connect3, buffered } = await proxyResponsePromise;
    req.emit("proxyConnect", connect3);
    this.emit("proxyConnect", connect3, req);
    req.emit("proxy", { proxy: this.proxy.href, socket });
    if (connect3.statusCode === 200) {
      req.once("socket", resume);
      if (opts.secureEndpoint) {
        debug2("Upgrading socket connection to TLS");
        return tls.connect({
          ...omit(setServernameFromNonIpHost(opts), "host", "path", "port"),
          socket
        });
      }
      return socket;
    }
    if (connect3.statusCode === 407 && this.onProxyAuth) {
      debug2("Got 407 response, invoking onProxyAuth callback");
      socket.destroy();
      const proxyAuthenticate = connect3.headers["proxy-authenticate"] || "";
      const scheme = Array.isArray(proxyAuthenticate) ? proxyAuthenticate[0].split(/\s/)[0] : proxyAuthenticate.split(/\s/)[0];
      const authResponse = await this.onProxyAuth({
        response: connect3,
        scheme
      });
      return this._connectWithAuth(req, opts, authResponse.headers);
    }
    socket.destroy();
    const fakeSocket = new net2.Socket({ writable: false });
    fakeSocket.readable = true;
    req.once("socket", (s) => {
      debug2("Replaying proxy buffer for failed request");
      assert(s.listenerCount("data") > 0);
      s.push(buffered);
      s.push(null);
    });
    return fakeSocket;
  }
  /**
   * Retry a CONNECT request with additional auth headers.
   */
  async _connectWithAuth(req, opts, authHeaders) {
    const { proxy } = this;
    let socket;
    if (proxy.protocol === "https:") {
      socket = tls.connect(setServernameFromNonIpHost(this.connectOpts));
    } else {
      socket = net2.connect(this.connectOpts);
    }
    const headers = typeof this.proxyHeaders === "function" ? this.proxyHeaders() : { ...this.proxyHeaders };
    const host = net2.isIPv6(opts.host) ? `[${opts.host}]` : opts.host;
    let payload = `CONNECT ${host}:${opts.port} HTTP/1.1\r
`;
    if (proxy.username || proxy.password) {
      const auth = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
      headers["Proxy-Authorization"] = `Basic ${Buffer.from(auth).toString("base64")}`;
    }
    Object.assign(headers, authHeaders);
    headers.Host = `${host}:${opts.port}`;
    if (!headers["Proxy-Connection"]) {
      headers["Proxy-Connection"] = this.keepAlive ? "Keep-Alive" : "close";
    }
    for (const name of Object.keys(headers)) {
      payload += `${name}: ${headers[name]}\r
`;
    }
    const proxyResponsePromise = parseProxyResponse(socket);
    socket.write(`${payload}\r
`);
    const { connect: connect3 } = await proxyResponsePromise;
    req.emit("proxyConnect", connect3);
    this.emit("proxyConnect", connect3, req);
    if (connect3.statusCode === 200) {
      req.once("socket", resume);
      if (opts.secureEndpoint) {
        debug2("Upgrading socket connection to TLS");
        return tls.connect({
          ...omit(setServernameFromNonIpHost(opts), "host", "path", "port"),
          socket
        });
      }
      return socket;
    }
    socket.destroy();
    throw new Error(`Proxy authentication failed with status ${connect3.statusCode} after retry`);
  }
};
HttpsProxyAgent.protocols = ["http", "https"];
function resume(socket) {
  setImmediate(() => {
    socket.resume();
  });
}
function omit(obj, ...keys) {
  const ret = {};
  let key;
  for (key in obj) {
    if (!keys.includes(key)) {
      ret[key] = obj[key];
    }
  }
  return ret;
}

// src/io/aws/connection.ts
function proxyAgents(url, env, explicit, connect3) {
  const proxy = proxyFor(url, env, explicit);
  return proxy ? tunnelAgents(proxy, connect3) : void 0;
}
function proxyFor(url, env, explicit) {
  const { protocol, hostname, port } = new URL(url);
  const either = (name) => env[name] || env[name.toUpperCase()];
  const text = explicit ?? either(protocol === "https:" ? "https_proxy" : "http_proxy");
  if (!text || !URL.canParse(text)) return void 0;
  if (!explicit && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return void 0;
  return isExcepted(hostname, port || (protocol === "https:" ? "443" : "80"), either("no_proxy") ?? "") ? void 0 : new URL(text);
}
function isExcepted(hostname, port, exceptions) {
  const host = withoutBrackets(hostname);
  return exceptions.toLowerCase().split(/[\s,]+/).filter((word) => word !== "").some((word) => {
    if (word === "*") return true;
    const [named, onlyPort] = apart(word);
    if (onlyPort !== void 0 && onlyPort !== port) return false;
    if (isBlock(named)) return inBlock(host, named);
    const name = named.replace(/^\*?\./, "");
    return host === name || host.endsWith(`.${name}`);
  });
}
function apart(word) {
  if (isBlock(word)) return [word];
  const [, host = word, port] = /^(\[[^\]]*\](?:\/\d+)?|[^:]*)(?::(\d+))?$/.exec(word) ?? [];
  return port === void 0 ? [withoutBrackets(host)] : [withoutBrackets(host), port];
}
function withoutBrackets(host) {
  return host.replace(/^\[([^\]]*)\]/, "$1");
}
function tunnelAgents(proxy, connect3) {
  const [plain, secure] = [false, true].map((isSecure) => new Tunnel(proxy, connect3, isSecure));
  return { http: plain, https: secure };
}
var Tunnel = class extends Agent2 {
  proxy;
  timeout;
  isSecure;
  constructor(proxy, timeout, isSecure) {
    super();
    this.proxy = proxy;
    this.timeout = timeout;
    this.isSecure = isSecure;
  }
  /** Said, where the library would look for it in a stack trace. */
  isSecureEndpoint() {
    return this.isSecure;
  }
  async connect(request, options) {
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), this.timeout);
    let status = 200;
    request.once("proxyConnect", ({ statusCode }) => {
      status = statusCode;
    });
    try {
      const socket = await openTunnel(this.proxy, request, options, waiting.signal);
      if (status === 200) return socket;
      socket.destroy();
      throw new Error(`the proxy ${this.proxy.host} answered ${status} to CONNECT ${options.host}:${options.port}`);
    } catch (error) {
      throw waiting.signal.aborted ? timedOut(`the proxy ${this.proxy.host} did not connect`, this.timeout) : error;
    } finally {
      clearTimeout(timer);
    }
  }
};
function openTunnel(proxy, request, options, signal) {
  const bare = new URL(proxy);
  bare.username = bare.password = "";
  return new HttpsProxyAgent(bare, { headers: authorization(proxy), signal }).connect(request, options);
}
function authorization({ username, password }) {
  if (username === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}
function timedOut(what, milliseconds) {
  return Object.assign(new Error(`${what} within ${milliseconds} ms`), { name: "TimeoutError" });
}
function clientOptions(limits, agents) {
  return {
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: limits.connect,
      requestTimeout: limits.request,
      throwOnRequestTimeout: true,
      ...agents ? { httpAgent: agents.http, httpsAgent: agents.https } : {}
    }
  };
}

// src/io/aws/failure.ts
var THROTTLING = /* @__PURE__ */ new Set([
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "LimitExceededException",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException"
]);
var NETWORK = /* @__PURE__ */ new Set([
  "EAI_AGAIN",
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT"
]);
function isTransient(error) {
  return isThrottling(error) || isServerError(error) || isNetwork(error) || isProviderUnreachable(error);
}
function isNetwork(error) {
  return [error, ...causes(error)].some((one) => {
    const { name, code } = fault(one);
    return name === "TimeoutError" || code !== void 0 && NETWORK.has(code);
  });
}
function faultName(error) {
  for (const one of [error, ...causes(error)]) {
    const { name, code } = fault(one);
    const word = name && name !== "Error" && name !== "AggregateError" ? name : code;
    if (word) return word.replace(/Exception$/, "");
  }
  return "Error";
}
function faultText(error, secrets = []) {
  const { message = "" } = fault(error);
  const name = faultName(error);
  let line = (message || causes(error).map((cause) => fault(cause).message)[0] || "").split("\n", 1)[0].trim();
  for (const secret of secrets) if (secret) line = line.replaceAll(secret, "***");
  return line === "" || line === name ? name : `${name}: ${line.replace(/[^\x20-\x7e]+/g, " ").slice(0, 300)}`;
}
function isThrottling(error) {
  const { name = "", $metadata } = fault(error);
  return THROTTLING.has(name) || $metadata?.httpStatusCode === 429;
}
function isServerError(error) {
  return (fault(error).$metadata?.httpStatusCode ?? 0) >= 500;
}
function isProviderUnreachable(error) {
  const { name = "", message = "" } = fault(error);
  return name.startsWith("IDPCommunicationError") || /retrieve verification key/i.test(message);
}
function causes(error) {
  const { cause, errors } = fault(error);
  return [...errors ?? [], ...cause === void 0 || cause === error ? [] : [cause]];
}
function fault(error) {
  return typeof error === "object" && error !== null ? error : { message: String(error) };
}

// src/aws/partition.ts
var PARTITIONS = [
  partition("aws", "us-east-1", /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/),
  partition("aws-cn", "cn-north-1", /^cn-\w+-\d+$/, "amazonaws.com.cn", "sts.amazonaws.com.cn"),
  partition("aws-us-gov", "us-gov-west-1", /^us-gov-\w+-\d+$/),
  partition("aws-eusc", "eusc-de-east-1", /^eusc-(de)-\w+-\d+$/, "amazonaws.eu"),
  partition("aws-iso", "us-iso-east-1", /^us-iso-\w+-\d+$/, "c2s.ic.gov"),
  partition("aws-iso-b", "us-isob-east-1", /^us-isob-\w+-\d+$/, "sc2s.sgov.gov"),
  partition("aws-iso-e", "eu-isoe-west-1", /^eu-isoe-\w+-\d+$/, "cloud.adc-e.uk"),
  partition("aws-iso-f", "us-isof-south-1", /^us-isof-\w+-\d+$/, "csp.hci.ic.gov")
];
function partitionNamed(id) {
  return PARTITIONS.find((known) => known.id === id);
}
function partitionOfRegion(region) {
  return PARTITIONS.find(({ regions }) => regions.test(region));
}
function partition(id, homeRegion, regions, dnsSuffix = "amazonaws.com", audience = "sts.amazonaws.com") {
  return { id, homeRegion, audience, regions, dnsSuffix };
}

// src/io/aws/session.ts
function shownAccount(accountId, mask) {
  return mask ? `${accountId.slice(0, 4)}\u2026` : accountId;
}
async function stsClient(connection, credentials) {
  quietNodeWarning();
  const { STSClient } = await import("./lazy-io-aws-sts-client.js");
  return new STSClient(configOf("sts", connection, credentials));
}
async function iamClient(connection, credentials) {
  quietNodeWarning();
  const { IAMClient } = await import("./lazy-io-aws-iam-client.js");
  return new IAMClient(configOf("iam", connection, credentials));
}
function configOf(service, connection, credentials) {
  const { region, env, httpProxy, limits } = connection;
  const url = endpointOf(service, connection);
  return {
    region,
    ...credentials ? { credentials } : {},
    ...service === "sts" && connection.stsEndpoint ? { endpoint: connection.stsEndpoint } : {},
    customUserAgent: "keylatch",
    ...clientOptions(limits, proxyAgents(url, env, httpProxy, limits.connect))
  };
}
var GLOBAL = {
  iam: ({ id, homeRegion }) => ({ aws: "iam", "aws-us-gov": "iam.us-gov" })[id] ?? `iam.${homeRegion}`,
  organizations: ({ homeRegion }) => `organizations.${homeRegion}`
};
function signingRegion(service, region) {
  return service in GLOBAL ? partitionOfRegion(region)?.homeRegion ?? region : region;
}
function endpointOf(service, { region, env, stsEndpoint }) {
  if (service === "sts" && stsEndpoint) return stsEndpoint;
  const configured = env[`AWS_ENDPOINT_URL_${service.toUpperCase().replaceAll("-", "_")}`] || env.AWS_ENDPOINT_URL;
  if (configured && URL.canParse(configured)) return configured;
  const partition2 = partitionOfRegion(region) ?? PARTITIONS[0];
  return `https://${GLOBAL[service]?.(partition2) ?? `${service}.${region}`}.${partition2.dnsSuffix}`;
}
function quietNodeWarning() {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
}

// src/io/aws/api/pace.ts
var Pace = class {
  #limit;
  #running = 0;
  #most;
  #waiting = [];
  constructor(most) {
    this.#most = most;
    this.#limit = most;
  }
  async run(work) {
    while (this.#running >= Math.floor(this.#limit)) await new Promise((resolve) => this.#waiting.push(resolve));
    this.#running++;
    try {
      return await work();
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }
  throttled() {
    this.#limit = Math.max(1, this.#limit / 2);
  }
  answered() {
    const before = Math.floor(this.#limit);
    this.#limit = Math.min(this.#most, this.#limit + 0.2);
    if (Math.floor(this.#limit) > before) this.#waiting.shift()?.();
  }
};

// src/io/aws/api/request.ts
import { createHash, createHmac } from "node:crypto";
import http2 from "node:http";
import https from "node:https";
async function send(plain, target, credentials, { agents, limits, signal }) {
  const url = new URL(target.endpoint.replace(/\/$/, "") + plain.path);
  const headers = await signedHeaders(plain, url, target, credentials);
  return await new Promise((resolve, reject) => {
    const { request } = url.protocol === "http:" ? http2 : https;
    const agent = agents && (url.protocol === "http:" ? agents.http : agents.https);
    const options = { method: plain.method, headers, signal, ...agent ? { agent } : {} };
    const sent = request(url, options, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status = 0, headers: headers2 } = response;
        resolve({ status, headers: headers2, body: Buffer.concat(parts).toString("utf8") });
      });
    });
    sent.setTimeout(limits.request, () => sent.destroy(timedOut(`${url.host} did not answer`, limits.request)));
    sent.on("error", reject);
    sent.end(plain.body);
  });
}
async function signedHeaders({ method, headers, body }, url, { service, region }, credentials) {
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath: service !== "s3" });
  const signed = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: {
      ...headers,
      host: url.host,
      "content-length": String(Buffer.byteLength(body)),
      ...service === "s3" ? { "x-amz-content-sha256": createHash("sha256").update(body).digest("hex") } : {},
      "user-agent": "keylatch"
    },
    body
  });
  return signed.headers;
}
var Sha256 = class {
  #hash;
  constructor(secret) {
    this.#hash = secret === void 0 ? createHash("sha256") : createHmac("sha256", bytesOf(secret));
  }
  update(data) {
    this.#hash.update(bytesOf(data));
  }
  async digest() {
    return this.#hash.digest();
  }
  reset() {
  }
};
function bytesOf(data) {
  if (typeof data === "string") return Buffer.from(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

// src/io/aws/api/client.ts
var MOST_AT_ONCE = 8;
var AwsApi = class {
  counts = { requests: 0, throttled: 0 };
  #session;
  #limits;
  #signal;
  #paces = /* @__PURE__ */ new Map();
  constructor(session, limits, signal) {
    this.#session = session;
    this.#limits = limits;
    this.#signal = signal;
    setMaxListeners(0, signal);
  }
  /** One answer; throws what AWS or the network says otherwise. */
  async call(call, parameters = {}, region = this.#session.region) {
    const [service = ""] = call.name.split(":");
    const pace = this.#paceOf(`${service} ${region}`);
    const asked = await attempt(() => pace.run(() => this.#once(call, service, parameters, region, pace)), {
      limits: this.#limits,
      signal: this.#signal,
      isTransient
    });
    if (asked.done) return asked.value;
    const elsewhere = asked.error.region;
    if (service === "s3" && elsewhere && elsewhere !== region) return await this.call(call, parameters, elsewhere);
    throw asked.error;
  }
  /** All answers of a call, page by page. */
  async *pages(call, parameters = {}, region) {
    const [parameter, next] = call.pages ?? [];
    let token;
    do {
      const page = token && parameter ? { [parameter]: String(token) } : {};
      const answer = await this.call(call, { ...parameters, ...page }, region);
      yield answer;
      const following = next === void 0 ? void 0 : answer[next];
      token = following === token ? void 0 : following;
    } while (token);
  }
  async #once(call, service, parameters, region, pace) {
    this.counts.requests++;
    const { env, httpProxy } = this.#session.connection();
    const target = targetOf(service, region, this.#session, env);
    const plain = requestOf(call, parameters);
    const agents = proxyAgents(target.endpoint, env, httpProxy, this.#limits.connect);
    const headers = service === "s3control" ? { "x-amz-account-id": this.#session.accountId } : {};
    const credentials = await this.#session.credentials();
    const { status, ...response } = await send(
      { ...plain, headers: { ...plain.headers, ...headers } },
      target,
      credentials,
      { agents, limits: this.#limits, signal: this.#signal }
    );
    if (status >= 200 && status < 300) {
      pace.answered();
      return answerOf(call, response.body);
    }
    const fault2 = faultOf(status, response.headers, response.body);
    if (isThrottling(fault2)) {
      this.counts.throttled++;
      pace.throttled();
    }
    throw fault2;
  }
  #paceOf(key) {
    const known = this.#paces.get(key);
    if (known) return known;
    const pace = new Pace(MOST_AT_ONCE);
    this.#paces.set(key, pace);
    return pace;
  }
};
var HOSTS = { cloudwatch: "monitoring", s3control: "s3-control" };
var SIGNED_AS = { cloudwatch: "monitoring", s3control: "s3" };
function targetOf(service, region, { accountId }, env) {
  const host = HOSTS[service] ?? service;
  const address = endpointOf(host, { region, env });
  const endpoint = address.replace(/^https:\/\/s3-control\./, `https://${accountId}.s3-control.`);
  return { endpoint, service: SIGNED_AS[service] ?? service, region: signingRegion(service, region) };
}

// src/account/key-calls.ts
var lists = "what the key can do is not known: no grants, no ways to administrator";
var row = (name, lost, more = {}) => ({
  name,
  lost,
  protocol: IAM,
  ...more
});
var MARKER = { pages: ["Marker", "Marker"] };
var CLOUDTRAIL = {
  kind: "json",
  target: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
  version: "1.1"
};
var KEY_CALLS = [
  row("iam:GetAccessKeyLastUsed", "whose the key is, and when it was last used, is not known"),
  row("iam:ListAccessKeys", "whether the key is active, and which others its user has, is not known", MARKER),
  row("iam:GetUser", "a boundary of the user is not known"),
  row("iam:ListUserPolicies", lists, MARKER),
  row("iam:GetUserPolicy", lists),
  row("iam:ListAttachedUserPolicies", lists, MARKER),
  row("iam:ListGroupsForUser", "what the groups of the user grant is not known", MARKER),
  row("iam:ListGroupPolicies", "what the groups of the user grant is not known", MARKER),
  row("iam:GetGroupPolicy", "what the groups of the user grant is not known"),
  row("iam:ListAttachedGroupPolicies", "what the groups of the user grant is not known", MARKER),
  row("iam:GetRole", "a boundary of the role is not known"),
  row("iam:ListRolePolicies", lists, MARKER),
  row("iam:GetRolePolicy", lists),
  row("iam:ListAttachedRolePolicies", lists, MARKER),
  row("iam:GetPolicy", "what attached policies of the account grant is not known"),
  row("iam:GetPolicyVersion", "what attached policies of the account grant is not known"),
  row("iam:GenerateServiceLastAccessedDetails", "which services were used, and when, is not known"),
  row("iam:GetServiceLastAccessedDetails", "which services were used, and when, is not known"),
  row("cloudtrail:LookupEvents", "what was done with the key in the last 90 days is not known", {
    protocol: CLOUDTRAIL,
    pages: ["NextToken", "NextToken"]
  })
];
var KEY_CHANGES = [
  row("iam:UpdateAccessKey", "a key cannot be deactivated"),
  row("iam:AttachUserPolicy", "a key that cannot be deactivated cannot be quarantined either"),
  row("iam:PutRolePolicy", "sessions of a role cannot be cut off")
];

// src/io/aws/account/inquiry.ts
var CALLS = new Map([...ACCOUNT_CALLS, ...KEY_CALLS].map((call) => [call.name, call]));
var MOST_REFUSED = 5;
var Inquiry = class {
  #api;
  #missing = /* @__PURE__ */ new Map();
  #refused = /* @__PURE__ */ new Map();
  #answered = /* @__PURE__ */ new Set();
  constructor(api) {
    this.#api = api;
  }
  /** Undefined: no answer. `absent` are codes that say that there is nothing, which is an answer: an empty one. */
  async ask(name, parameters = {}, region, absent = []) {
    return await this.#put(name, region, absent, () => this.#api.call(CALLS.get(name), parameters, region), {});
  }
  /** All pages of a call; what came before a page that failed is left out, since half a list looks like a whole one. */
  async all(name, parameters, region) {
    return await this.each(name, (page) => [page], parameters, region);
  }
  /** What `read` makes of each page, so that the page itself need not be kept. */
  async each(name, read, parameters = {}, region) {
    return await this.#put(name, region, [], async () => {
      const found = [];
      for await (const page of this.#api.pages(CALLS.get(name), parameters, region)) found.push(...read(page));
      return found;
    });
  }
  missing() {
    return [...this.#missing.values()].map(({ call, why, regions }) => ({ call, why, regions: [...regions].sort() }));
  }
  async #put(name, region, absent, work, nothing) {
    if ((this.#refused.get(name) ?? 0) >= MOST_REFUSED && !this.#answered.has(name)) {
      this.#note(name, "AccessDenied", region);
      return void 0;
    }
    try {
      const answer = await work();
      this.#answered.add(name);
      return answer;
    } catch (error) {
      const why = faultName(error);
      if (nothing !== void 0 && absent.includes(why)) return nothing;
      const denied = DENIED.has(why);
      if (denied) this.#refused.set(name, (this.#refused.get(name) ?? 0) + 1);
      this.#note(name, denied ? "AccessDenied" : why, region);
      return void 0;
    }
  }
  #note(call, why, region) {
    const key = `${call} ${why}`;
    const known = this.#missing.get(key) ?? { call, why, regions: /* @__PURE__ */ new Set() };
    if (region) known.regions.add(region);
    this.#missing.set(key, known);
  }
};
var DENIED = /* @__PURE__ */ new Set([
  "AccessDenied",
  "AuthorizationError",
  "UnauthorizedAccess",
  "UnauthorizedOperation",
  "Forbidden",
  "AllAccessDisabled"
]);
async function inParallel(items, work, atOnce = 16) {
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

// src/account/providers.ts
var PROVIDERS = /* @__PURE__ */ new Set(["aws_iam_openid_connect_provider", "aws_iam_saml_provider"]);
function withTrusters(principals, providers) {
  const trusters = /* @__PURE__ */ new Map();
  for (const { type, arn, data } of principals) {
    if (type !== "aws_iam_role") continue;
    for (const provider of federatedIn(data.AssumeRolePolicyDocument)) {
      const roles = trusters.get(provider);
      if (roles) roles.push(arn);
      else trusters.set(provider, [arn]);
    }
  }
  const known = principals.some(({ type }) => type === "aws_iam_role");
  return [
    ...principals,
    ...providers.map(
      (provider) => known && PROVIDERS.has(provider.type) ? { ...provider, data: { ...provider.data, trusted_by: trusters.get(provider.arn) ?? [] } } : provider
    )
  ];
}
function federatedIn(document2) {
  const found = /* @__PURE__ */ new Set();
  for (const statement of listed(member(document2, "Statement"))) {
    for (const name of listed(member(member(statement, "Principal"), "Federated"))) found.add(String(name));
  }
  return found;
}
var listed = (value) => Array.isArray(value) ? value : value === void 0 ? [] : [value];
function member(value, key) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value[key] : void 0;
}

// src/io/aws/account/account-place.ts
function arnOf({ partition: partition2, account }, service, rest, region = "") {
  return `arn:${partition2}:${service}:${region}:${account}:${rest}`;
}

// src/io/aws/account/credential-report.ts
var MOST_WAITS = 30;
var WAIT = 1e3;
async function credentialRows(inquiry) {
  for (let waits = 0; waits < MOST_WAITS; waits++) {
    const made = await inquiry.ask("iam:GenerateCredentialReport");
    if (!made || made.State === "COMPLETE") break;
    await new Promise((resolve) => setTimeout(resolve, waits === 0 ? WAIT / 10 : WAIT));
  }
  const report = await inquiry.ask("iam:GetCredentialReport");
  const csv = Buffer.from(String(report?.Content ?? ""), "base64").toString("utf8");
  const [header = "", ...lines] = csv.trim().split(/\r?\n/);
  const columns = fieldsOf(header);
  return lines.flatMap((line) => {
    const row2 = Object.fromEntries(fieldsOf(line).map((field, index) => [columns[index] ?? "", field]));
    return row2.user ? [{ user: row2.user, facts: factsOf(row2) }] : [];
  });
}
var KEPT = /^(?:user_creation_time|password_(?:enabled|last_used|last_changed)|mfa_active|access_key_[12]_(?:active|last_rotated|last_used_date))$/;
var NOTHING = /* @__PURE__ */ new Set(["N/A", "no_information", "not_supported", ""]);
function factsOf(row2) {
  const kept = Object.entries(row2).filter(([column, field]) => KEPT.test(column) && !NOTHING.has(field));
  return Object.fromEntries(
    kept.map(([column, field]) => [column, /^(?:true|false)$/.test(field) ? field === "true" : field])
  );
}
function fieldsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted === void 0 ? plain ?? "" : quoted.replaceAll('""', '"')
  );
}

// src/io/aws/account/identity.ts
async function identityRecords(inquiry, place, takenAt) {
  const [summary, rows, details, password, providers] = await Promise.all([
    inquiry.ask("iam:GetAccountSummary"),
    credentialRows(inquiry),
    detailRecords(inquiry),
    passwordRecord(inquiry, place),
    providerRecords(inquiry)
  ]);
  const byUser = new Map(rows.map((row2) => [row2.user, row2]));
  const users = details.map((record) => record.type === "aws_iam_user" ? withCredentials(record, byUser) : record);
  return [
    rootRecord(summary, byUser.get("<root_account>"), place, takenAt),
    ...withTrusters(users, providers),
    ...password
  ];
}
function rootRecord(summary, row2, place, takenAt) {
  const map = summary?.SummaryMap;
  const numbers = SUMMED.flatMap((name) => map?.[name] === void 0 ? [] : [[name, Number(map[name])]]);
  return {
    type: "aws_account_root",
    arn: arnOf(place, "iam", "root"),
    data: {
      TakenAt: takenAt,
      ...numbers.length > 0 ? { Summary: Object.fromEntries(numbers) } : {},
      ...row2 ? { Credentials: row2.facts } : {}
    }
  };
}
var SUMMED = ["AccountAccessKeysPresent", "AccountMFAEnabled"];
function withCredentials(record, rows) {
  const row2 = rows.get(String(record.data.UserName));
  return row2 ? recordOf(record.type, record.arn, { ...record.data, Credentials: row2.facts }) : record;
}
var DETAILS = [
  ["UserDetailList", "aws_iam_user", ["UserName", "GroupList"]],
  ["RoleDetailList", "aws_iam_role", ["RoleName", "RoleLastUsed", "AssumeRolePolicyDocument"]],
  ["GroupDetailList", "aws_iam_group", ["GroupName"]]
];
var KEPT2 = ["Path", "CreateDate", "AttachedManagedPolicies", "PermissionsBoundary"];
var INLINE = ["UserPolicyList", "RolePolicyList", "GroupPolicyList"];
async function detailRecords(inquiry) {
  const filter = { Filter: ["User", "Role", "Group", "LocalManagedPolicy"], MaxItems: 1e3 };
  return [...await inquiry.each("iam:GetAccountAuthorizationDetails", detailsOf, filter) ?? []];
}
function detailsOf(page) {
  return [
    ...DETAILS.flatMap(
      ([list, type, own]) => listOf(page[list]).map((item) => recordOf(type, String(item.Arn), principalOf(item, [...own, ...KEPT2])))
    ),
    ...listOf(page.Policies).map((policy) => recordOf("aws_iam_policy", String(policy.Arn), policyOf(policy)))
  ];
}
function principalOf(item, kept) {
  const data = { Arn: item.Arn ?? "" };
  for (const name of kept) {
    const value = item[name];
    if (value === void 0 || value === "") continue;
    data[name] = name === "AssumeRolePolicyDocument" ? documentOf(value) : value;
  }
  for (const name of INLINE) {
    const policies = listOf(item[name]);
    if (policies.length === 0) continue;
    data[name] = policies.map(({ PolicyName = "", PolicyDocument = "" }) => ({
      PolicyName,
      PolicyDocument: documentOf(PolicyDocument)
    }));
  }
  return data;
}
function policyOf(policy) {
  const versions = listOf(policy.PolicyVersionList);
  const current = versions.find(({ IsDefaultVersion }) => String(IsDefaultVersion) === "true") ?? versions[0];
  const { PolicyName = "", Arn = "", Path = "/", AttachmentCount = 0, PermissionsBoundaryUsageCount = 0 } = policy;
  return {
    PolicyName,
    Arn,
    Path,
    AttachmentCount: Number(AttachmentCount),
    PermissionsBoundaryUsageCount: Number(PermissionsBoundaryUsageCount),
    PolicyVersionList: current ? [{ VersionId: current.VersionId ?? "", IsDefaultVersion: true, Document: documentOf(current.Document ?? "") }] : []
  };
}
function documentOf(written) {
  if (typeof written !== "string") return written;
  for (const read of [decodeURIComponent, (text) => text]) {
    try {
      return JSON.parse(read(written));
    } catch {
    }
  }
  return written;
}
async function passwordRecord(inquiry, place) {
  const answer = await inquiry.ask("iam:GetAccountPasswordPolicy", {}, void 0, ["NoSuchEntity"]);
  if (!answer) return [];
  const policy = answer.PasswordPolicy;
  const spelled = Object.entries(policy ?? DEFAULT_PASSWORDS).map(([name, value]) => [
    name.replace(/(?!^)([A-Z])/g, "_$1").toLowerCase(),
    value
  ]);
  return [
    {
      type: "aws_iam_account_password_policy",
      arn: arnOf(place, "iam", "password-policy"),
      data: { password_reuse_prevention: 0, ...Object.fromEntries(spelled) }
    }
  ];
}
var DEFAULT_PASSWORDS = { MinimumPasswordLength: 8 };
async function providerRecords(inquiry) {
  const [oidc, saml] = await Promise.all([
    inquiry.ask("iam:ListOpenIDConnectProviders"),
    inquiry.ask("iam:ListSAMLProviders")
  ]);
  const issuers = listOf(oidc?.OpenIDConnectProviderList).map(({ Arn }) => String(Arn));
  return [
    ...await inParallel(issuers, async (arn) => {
      const answer = await inquiry.ask("iam:GetOpenIDConnectProvider", { OpenIDConnectProviderArn: arn });
      return {
        type: "aws_iam_openid_connect_provider",
        arn,
        data: {
          url: String(answer?.Url ?? arn.replace(/^.*?oidc-provider\//, "")),
          ...answer ? { client_id_list: wordsOf(answer.ClientIDList), thumbprint_list: wordsOf(answer.ThumbprintList) } : {}
        }
      };
    }),
    ...listOf(saml?.SAMLProviderList).map(({ Arn, ValidUntil }) => ({
      type: "aws_iam_saml_provider",
      arn: String(Arn),
      data: { name: String(Arn).replace(/^.*\//, ""), ...ValidUntil ? { valid_until: ValidUntil } : {} }
    }))
  ];
}

export {
  DEFAULT_LIMITS,
  attempt,
  deadlineOf,
  isTransient,
  isNetwork,
  faultName,
  faultText,
  proxyAgents,
  timedOut,
  KEY_CALLS,
  KEY_CHANGES,
  partitionNamed,
  partitionOfRegion,
  shownAccount,
  stsClient,
  iamClient,
  endpointOf,
  quietNodeWarning,
  listOf,
  wordsOf,
  AwsApi,
  Inquiry,
  inParallel,
  arnOf,
  identityRecords,
  documentOf
};
