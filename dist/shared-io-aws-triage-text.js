import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  canaryIssuerOf,
  factsOfKeyId,
  inBlock,
  isBlock
} from "./shared-core-address-blocks.js";
import {
  require_src
} from "./shared-debug.js";
import {
  __toESM
} from "./shared-runtime.js";

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
function endpointOf(service, { region, env, stsEndpoint }) {
  if (service === "sts" && stsEndpoint) return stsEndpoint;
  const configured = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env.AWS_ENDPOINT_URL;
  if (configured && URL.canParse(configured)) return configured;
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return service === "sts" ? `https://sts.${region}.${suffix}` : `https://iam.${suffix}`;
}
function quietNodeWarning() {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
}

// src/io/aws/look-up.ts
var TRIAGE_LIMITS = { ...DEFAULT_LIMITS, attempts: 3, deadline: 2e4, request: 5e3 };
var MOST_KEYS = 50;
var AT_ONCE = 4;
async function lookUp(keys, session, options) {
  const distinct = distinctKeys(keys);
  const asked = distinct.slice(0, MOST_KEYS);
  const desk = await openDesk(session, options, keys);
  const facts = /* @__PURE__ */ new Map();
  const rest = [...asked];
  const worker = async () => {
    for (let key = rest.shift(); key; key = rest.shift()) facts.set(key.keyId, await factsOf(key, desk));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  desk.sts?.destroy();
  const iam = await desk.iam;
  iam?.destroy();
  for (const key of distinct.slice(MOST_KEYS)) facts.set(key.keyId, offline(key, desk));
  if (distinct.length > asked.length && (session || options.verify === "live")) {
    desk.say("too-many", `Only ${MOST_KEYS} of ${distinct.length} leaked keys were looked up in AWS.`);
  }
  return { facts, notifications: [...desk.notifications.values()] };
}
function distinctKeys(keys) {
  const byId = /* @__PURE__ */ new Map();
  for (const key of keys) byId.set(key.keyId, { ...key, ...byId.get(key.keyId) });
  return [...byId.values()];
}
async function openDesk(session, options, keys) {
  const { env } = options;
  const limits = { ...TRIAGE_LIMITS, ...options.limits };
  const connection = session ? { ...session.connection(), limits } : { region: env.AWS_REGION || env.AWS_DEFAULT_REGION || "us-east-1", env, limits };
  const sts = session ? await stsClient(connection, session.credentials) : void 0;
  const notifications = /* @__PURE__ */ new Map();
  return {
    session,
    connection,
    options,
    sts,
    iam: void 0,
    signal: deadlineOf(limits),
    refused: /* @__PURE__ */ new Set(),
    notifications,
    secrets: keys.flatMap(({ keyId, secret, sessionToken }) => [sessionToken, secret, keyId]),
    say: (cause, message) => notifications.set(cause, { level: "warning", id: "aws-triage", message })
  };
}
async function factsOf(key, desk) {
  const known = offline(key, desk);
  if (known.owner === "canary") return known;
  const accountId = await accountOf(key, desk) ?? known.accountId;
  const facts = { ...known, ...ownerOf(accountId, desk) };
  if (facts.owner === "canary") return facts;
  const use = facts.owner === "own" && !facts.temporary ? await lastUseOf(key, desk) : void 0;
  const live = accountId === void 0 ? void 0 : await liveness(key, desk);
  return { ...facts, ...use, ...live ? { live } : {} };
}
function offline({ keyId }, desk) {
  const { kind, accountId } = factsOfKeyId(keyId);
  return { suffix: keyId.slice(-4), temporary: kind === "temporary", ...ownerOf(accountId, desk) };
}
function ownerOf(accountId, { session, options }) {
  if (accountId === void 0) return { owner: "unknown" };
  const issuer = canaryIssuerOf(accountId);
  if (issuer) return { owner: "canary", accountId, canaryIssuer: issuer };
  if (accountId === session?.accountId) return { owner: "own", accountId };
  if (options.trustedAccounts.has(accountId)) return { owner: "trusted", accountId };
  return { owner: session ? "foreign" : "unknown", accountId };
}
async function accountOf({ keyId }, desk) {
  const { sts, signal } = desk;
  if (!sts) return void 0;
  const answer = await ask("sts:GetAccessKeyInfo", desk, async () => {
    const { GetAccessKeyInfoCommand } = await import("./lazy-io-aws-sts-client.js");
    return sts.send(new GetAccessKeyInfoCommand({ AccessKeyId: keyId }), { abortSignal: signal });
  });
  return answer?.Account;
}
async function lastUseOf({ keyId }, desk) {
  const { session, connection, signal } = desk;
  if (!session) return {};
  const answer = await ask("iam:GetAccessKeyLastUsed", desk, async () => {
    const { GetAccessKeyLastUsedCommand } = await import("./lazy-io-aws-iam-client.js");
    desk.iam ??= iamClient(connection, session.credentials);
    const client = await desk.iam;
    return client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: keyId }), { abortSignal: signal });
  });
  if (!answer) return {};
  const { UserName, AccessKeyLastUsed } = answer;
  const { LastUsedDate, ServiceName, Region } = AccessKeyLastUsed ?? {};
  return {
    ...UserName ? { user: UserName } : {},
    lastUsed: {
      ...LastUsedDate ? { date: LastUsedDate } : {},
      ...isWord(ServiceName) ? { service: ServiceName } : {},
      ...isWord(Region) ? { region: Region } : {}
    }
  };
}
function isWord(text) {
  return text !== void 0 && /^[a-z0-9-]{2,40}$/.test(text);
}
async function liveness(key, desk) {
  const { keyId, secret, sessionToken } = key;
  const needsToken = factsOfKeyId(keyId).kind === "temporary";
  if (desk.options.verify !== "live" || !secret || needsToken && !sessionToken) return void 0;
  const credentials = { accessKeyId: keyId, secretAccessKey: secret, ...sessionToken ? { sessionToken } : {} };
  return ask("sts:GetCallerIdentity", desk, async () => {
    const { GetCallerIdentityCommand } = await import("./lazy-io-aws-sts-client.js");
    const client = await stsClient(desk.connection, async () => credentials);
    try {
      const { Arn } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: desk.signal });
      return { state: "live", ...Arn ? { arn: Arn } : {} };
    } catch (error) {
      const state = VERDICTS[faultName(error)];
      if (!state) throw error;
      return { state };
    } finally {
      client.destroy();
    }
  });
}
var VERDICTS = {
  InvalidClientTokenId: "dead",
  UnrecognizedClient: "dead",
  ExpiredToken: "dead",
  SignatureDoesNotMatch: "other-secret"
};
async function ask(question, desk, work) {
  if (desk.refused.has(question)) return void 0;
  const asked = await attempt(work, { limits: desk.connection.limits, signal: desk.signal, isTransient });
  if (asked.done) return asked.value;
  const { error, outOfTime } = asked;
  const name = faultName(error);
  if (outOfTime) {
    desk.refused.add(question);
    desk.say(
      "deadline",
      "AWS did not answer in time what it was asked about leaked keys: their findings stand, with less detail."
    );
  } else if (name === "AccessDenied") {
    desk.say(
      `${question} AccessDenied`,
      `The session may not call ${question}, or not for this key: ${MISSED[question]}. Allow the role that action (docs/aws-setup.md).`
    );
  } else {
    if (isTransient(error) || isNetwork(error) || BROKEN_SESSION.has(name)) desk.refused.add(question);
    desk.say(
      `${question} ${name}`,
      `AWS did not answer ${question} (${faultText(error, desk.secrets)}): ${MISSED[question]}.`
    );
  }
  return void 0;
}
var BROKEN_SESSION = /* @__PURE__ */ new Set([
  "ExpiredToken",
  "InvalidClientTokenId",
  "SignatureDoesNotMatch",
  "CredentialsProviderError"
]);
var MISSED = {
  "sts:GetAccessKeyInfo": "the accounts of leaked keys are told from their ids alone",
  "iam:GetAccessKeyLastUsed": "findings name no user and no last use",
  "sts:GetCallerIdentity": "whether leaked pairs still work was not found out"
};

// src/io/aws/triage-text.ts
function describeKey(facts, now, mask) {
  return [ownerText(facts, now, mask), liveText(facts, mask)].filter((text) => text !== "").join(" ");
}
function ownerText({ owner, accountId = "", user, lastUsed, temporary }, now, mask) {
  const account = shownAccount(accountId, mask);
  const used = lastUsed ? `, ${lastUseText(lastUsed, now)}` : "";
  switch (owner) {
    case "own":
      if (temporary) return `It is a temporary key of a session in your account ${account}.`;
      return `It is a key of ${user ? `user \`${nameOf(user)}\` in ` : ""}your account ${account}${used}.`;
    case "trusted":
      return `Your configuration trusts account ${account}: the key is one of yours.`;
    case "foreign":
      return `Account ${account} is not among yours.`;
    case "canary":
      return "AWS was not asked about it.";
    case "unknown":
      return "";
  }
}
function liveText({ live }, mask) {
  switch (live?.state) {
    case "live":
      return live.arn && !mask && isPlain(live.arn) ? `AWS accepts it, as \`${live.arn}\`.` : "AWS accepts it.";
    case "dead":
      return "AWS does not accept it any more.";
    case "other-secret":
      return "AWS knows the key id, but this secret is not the one that belongs to it.";
    default:
      return "";
  }
}
function lastUseText({ date, service, region }, now) {
  if (!date) return "never used as far as AWS recorded";
  const days = dayNumber(now) - dayNumber(date);
  const when = days <= 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
  const where = [service, region ? `in ${region}` : ""].filter(Boolean).join(" ");
  return `last used ${when} (${date.toISOString().slice(0, 10)}${where ? `, ${where}` : ""})`;
}
var dayNumber = (date) => Math.floor(date.getTime() / 864e5);
function commandsFor(facts, now) {
  const { owner, temporary, user, suffix } = facts;
  if (owner !== "own" && owner !== "trusted") return [];
  if (temporary) return sessionCommands(suffix, now);
  return user && isPlain(user) ? userCommands(user, facts) : searchCommands(suffix, owner === "trusted");
}
function userCommands(user, { suffix, lastUsed }) {
  const key = `"$(aws iam list-access-keys --user-name ${user} --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${suffix}')].AccessKeyId" --output text)"`;
  const region = lastUsed?.region ? ` --region ${lastUsed.region}` : "";
  return [
    {
      what: "Deactivate it now",
      command: `aws iam update-access-key --user-name ${user} --status Inactive --access-key-id ${key}`
    },
    {
      what: "See what was done with it in the last 90 days",
      command: `aws cloudtrail lookup-events${region} --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${key}`
    },
    {
      what: "Rotate it: make a new one for whatever still needs it (better: a role)",
      command: `aws iam create-access-key --user-name ${user}`
    },
    {
      what: "Delete it once nothing uses it",
      command: `aws iam delete-access-key --user-name ${user} --access-key-id ${key}`
    }
  ];
}
function searchCommands(suffix, elsewhere) {
  const there = elsewhere ? ", with credentials of that account" : "";
  const find = `aws iam list-access-keys --user-name "$user" --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${suffix}')].UserName" --output text`;
  return [
    {
      what: `Find the user whose key ends in ${suffix}${there} (none: look at the root user's keys)`,
      command: `for user in $(aws iam list-users --query "Users[].UserName" --output text); do ${find}; done`
    },
    {
      what: "Deactivate it now, with that user",
      command: `aws iam update-access-key --user-name USER --status Inactive --access-key-id "$(aws iam list-access-keys --user-name USER --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${suffix}')].AccessKeyId" --output text)"`
    }
  ];
}
function generalCommands({ temporary, suffix, accountId }, now) {
  if (temporary) return sessionCommands(suffix, now);
  const there = accountId ? `account ${accountId}` : "its account";
  return [
    {
      what: `With credentials of ${there}: which user it is of, and when it was last used`,
      command: 'aws iam get-access-key-last-used --access-key-id "$KEY_ID"'
    },
    {
      what: "Deactivate it now, with that user",
      command: 'aws iam update-access-key --user-name USER --status Inactive --access-key-id "$KEY_ID"'
    },
    {
      what: "See what was done with it in the last 90 days, in each region",
      command: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue="$KEY_ID"'
    },
    {
      what: "Delete it once nothing uses it",
      command: 'aws iam delete-access-key --user-name USER --access-key-id "$KEY_ID"'
    }
  ];
}
function sessionCommands(suffix, now) {
  const before = now.toISOString().replace(/\.\d+Z$/, "Z");
  const deny = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Deny", Action: "*", Resource: "*", Condition: { DateLessThan: { "aws:TokenIssueTime": before } } }
    ]
  });
  return [
    {
      what: `Find the role whose session it was (KEY_ID: the id that ends in ${suffix})`,
      command: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue="$KEY_ID"'
    },
    {
      what: "Cut off every session of that role that began before now",
      command: `aws iam put-role-policy --role-name ROLE --policy-name AWSRevokeOlderSessions --policy-document '${deny}'`
    }
  ];
}
function mendAdvice(commands) {
  return commands.map(({ what, command }) => `${what}:
\`\`\`sh
${command}
\`\`\``).join("\n");
}
function mendText(commands) {
  return commands.map(({ what, command }) => `${what}:
  ${command}`).join("\n");
}
var isPlain = (text) => /^[\w+=,.@:/-]{1,200}$/.test(text);
var nameOf = (user) => isPlain(user) ? user : "(a name that is not one of IAM)";

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
  shownAccount,
  stsClient,
  endpointOf,
  quietNodeWarning,
  lookUp,
  describeKey,
  commandsFor,
  generalCommands,
  mendAdvice,
  mendText
};
