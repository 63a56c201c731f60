import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  canaryIssuerOf,
  factsOfKeyId
} from "./chunk-chunk-H27HOUXR.js";

// src/io/aws/connection.ts
import http from "node:http";
import https from "node:https";
import net from "node:net";
import tls from "node:tls";
function proxyAgents(url, env, explicit, connect) {
  const proxy = proxyFor(url, env, explicit);
  return proxy ? tunnelAgents(proxy, connect) : void 0;
}
function proxyFor(url, env, explicit) {
  const { protocol, hostname, port } = new URL(url);
  const either = (name) => env[name] || env[name.toUpperCase()];
  const text = explicit ?? either(protocol === "https:" ? "https_proxy" : "http_proxy");
  if (!text || !URL.canParse(text)) return void 0;
  if (!explicit && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return void 0;
  return isExcepted(hostname, port, either("no_proxy") ?? "") ? void 0 : new URL(text);
}
function isExcepted(hostname, port, exceptions) {
  return exceptions.split(/[\s,]+/).filter((word) => word !== "").some((word) => {
    if (word === "*") return true;
    const [host = "", onlyPort] = word.toLowerCase().replace(/^\*?\./, "").split(":");
    return (onlyPort === void 0 || onlyPort === port) && (hostname === host || hostname.endsWith(`.${host}`));
  });
}
function tunnelAgents(proxy, connect) {
  const agents = { http: new http.Agent(), https: new https.Agent() };
  const plain = (options, done) => {
    openTunnel(proxy, options, connect).then((socket) => done(null, socket), done);
  };
  const secure = (options, done) => {
    const servername = options.servername || (net.isIP(options.host) ? "" : options.host);
    openTunnel(proxy, options, connect).then(
      (socket) => done(null, tls.connect({ ...options, socket, servername })),
      done
    );
  };
  Object.assign(agents.http, { createConnection: plain });
  Object.assign(agents.https, { createConnection: secure });
  return agents;
}
function openTunnel(proxy, { host, port }, timeout) {
  return new Promise((resolve, reject) => {
    const authority = `${net.isIPv6(host) ? `[${host}]` : host}:${port}`;
    const request = (proxy.protocol === "https:" ? https : http).request({
      host: proxy.hostname.replace(/^\[|\]$/g, ""),
      port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
      method: "CONNECT",
      path: authority,
      headers: { host: authority, ...authorization(proxy) },
      agent: false,
      timeout
    });
    request.once("connect", (response, socket) => {
      if (response.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new Error(`the proxy ${proxy.host} answered ${response.statusCode} to CONNECT ${authority}`));
    });
    request.once("timeout", () => request.destroy(timedOut(`the proxy ${proxy.host} did not connect`, timeout)));
    request.once("error", reject);
    request.end();
  });
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
  const { STSClient } = await import("./chunk-sts-client-BGEY7AOZ.js");
  return new STSClient(configOf("sts", connection, credentials));
}
async function iamClient(connection, credentials) {
  quietNodeWarning();
  const { IAMClient } = await import("./chunk-iam-client-ZED4I37E.js");
  return new IAMClient(configOf("iam", connection, credentials));
}
function configOf(service, connection, credentials) {
  const { region, env, httpProxy, limits } = connection;
  const url = endpointOf(service, connection);
  return {
    region,
    ...credentials ? { credentials } : {},
    customUserAgent: "keylatch",
    ...clientOptions(limits, proxyAgents(url, env, httpProxy, limits.connect))
  };
}
function endpointOf(service, { region, env }) {
  const configured = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env.AWS_ENDPOINT_URL;
  if (configured && URL.canParse(configured)) return configured;
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return service === "sts" ? `https://sts.${region}.${suffix}` : `https://iam.${suffix}`;
}
function quietNodeWarning() {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
}

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
  const { limits, signal, isTransient: isTransient2, onRetry } = options;
  let last;
  for (let attempts = 1; ; attempts++) {
    try {
      return { done: true, value: await work(), attempts };
    } catch (error) {
      if (signal.aborted) return { done: false, error: last ?? error, attempts, outOfTime: true };
      last = error;
      if (!isTransient2(error) || attempts >= limits.attempts) return { done: false, error, attempts, outOfTime: false };
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
    const { GetAccessKeyInfoCommand } = await import("./chunk-sts-client-BGEY7AOZ.js");
    return sts.send(new GetAccessKeyInfoCommand({ AccessKeyId: keyId }), { abortSignal: signal });
  });
  return answer?.Account;
}
async function lastUseOf({ keyId }, desk) {
  const { session, connection, signal } = desk;
  if (!session) return {};
  const answer = await ask("iam:GetAccessKeyLastUsed", desk, async () => {
    const { GetAccessKeyLastUsedCommand } = await import("./chunk-iam-client-ZED4I37E.js");
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
    const { GetCallerIdentityCommand } = await import("./chunk-sts-client-BGEY7AOZ.js");
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
  mendText
};
