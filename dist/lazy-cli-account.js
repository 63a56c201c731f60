import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ownSession
} from "./shared-io-aws-own-session.js";
import {
  choice,
  tell
} from "./shared-cli-scan.js";
import {
  SignatureV4
} from "./shared-smithy-signature-v4.js";
import {
  DEFAULT_LIMITS,
  attempt,
  deadlineOf,
  endpointOf,
  faultName,
  isThrottling,
  isTransient,
  proxyAgents,
  signingRegion,
  timedOut
} from "./shared-io-aws-session.js";
import {
  Analysis,
  CONTROL_POLICY,
  Session,
  accountNodes,
  candidatesOf,
  check,
  findingsOf,
  keepHeapSmall,
  makeReport,
  parseBaseline,
  parseSnapshot,
  readPolicy,
  recordOf,
  remadeBaseline,
  ruleTable,
  secretsOf,
  snapshotParts,
  textNode
} from "./shared-run.js";
import {
  isOff,
  jsonValue,
  maskSpans,
  openRepository,
  readTextFile,
  rules,
  severityOf,
  writeTextFile
} from "./shared-run-own-patterns.js";
import "./shared-core-address-blocks.js";
import "./shared-cli-console.js";
import {
  FORMATS
} from "./shared-run-tool.js";
import {
  CONFIDENCES,
  SEVERITIES,
  isAccountPlace,
  wholeText
} from "./shared-report-escape.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-scan-config-nearest.js";
import "./shared-smithy-core-client-smithy-client-client-command-builder.js";
import "./shared-smithy-core-protocols-json-codec-v2-JsonCodec2.js";
import "./shared-smithy-core-serde-writeKey.js";
import "./shared-runtime.js";

// src/cli/account.ts
import { resolve } from "node:path";

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
    while (this.#running >= Math.floor(this.#limit)) await new Promise((resolve2) => this.#waiting.push(resolve2));
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

// src/io/aws/api/request.ts
import { createHash, createHmac } from "node:crypto";
import http from "node:http";
import https from "node:https";
async function send(plain, target, credentials, { agents, limits, signal }) {
  const url = new URL(target.endpoint.replace(/\/$/, "") + plain.path);
  const headers = await signedHeaders(plain, url, target, credentials);
  return await new Promise((resolve2, reject) => {
    const { request } = url.protocol === "http:" ? http : https;
    const agent = agents && (url.protocol === "http:" ? agents.http : agents.https);
    const options = { method: plain.method, headers, signal, ...agent ? { agent } : {} };
    const sent = request(url, options, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status = 0, headers: headers2 } = response;
        resolve2({ status, headers: headers2, body: Buffer.concat(parts).toString("utf8") });
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
    const [parameter, next2] = call.pages ?? [];
    let token;
    do {
      const page = token && parameter ? { [parameter]: String(token) } : {};
      const answer = await this.call(call, { ...parameters, ...page }, region);
      yield answer;
      const following = next2 === void 0 ? void 0 : answer[next2];
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
    const fault = faultOf(status, response.headers, response.body);
    if (isThrottling(fault)) {
      this.counts.throttled++;
      pace.throttled();
    }
    throw fault;
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

// src/account/calls.ts
var IAM = { kind: "query", version: "2010-05-08" };
var EC2 = { kind: "query", version: "2016-11-15" };
var RDS = { kind: "query", version: "2014-10-31" };
var json = (target, version = "1.1") => ({ kind: "json", target, version });
var get = (path, answers = "json") => ({
  kind: "rest",
  method: "GET",
  path,
  answers
});
var MARKER = ["Marker", "Marker"];
var NEXT = ["NextToken", "NextToken"];
var next = ["nextToken", "nextToken"];
var CLOUDTRAIL = json("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101");
var ORGANIZATIONS = json("AWSOrganizationsV20161128");
var ACCOUNT_CALLS = [
  {
    name: "iam:GetAccountAuthorizationDetails",
    lost: "nothing is said of users, roles, groups and policies: no grants, no escalation, no trust, no unused roles",
    protocol: IAM,
    pages: MARKER
  },
  {
    name: "iam:GetAccountSummary",
    lost: "nobody looks for keys of root and whether root has MFA",
    protocol: IAM
  },
  {
    name: "iam:GenerateCredentialReport",
    lost: "the credential report is the last one that somebody else asked for, or none",
    protocol: IAM
  },
  {
    name: "iam:GetCredentialReport",
    lost: "nothing is said of console users without MFA, of old, unused and second keys, of unused passwords, of root use",
    protocol: IAM
  },
  { name: "iam:GetAccountPasswordPolicy", lost: "the password policy is not judged", protocol: IAM },
  { name: "iam:ListAccountAliases", lost: "the account is told by its number alone", protocol: IAM },
  {
    name: "iam:ListOpenIDConnectProviders",
    lost: "identity providers (OIDC) are not listed, nor those that no role trusts",
    protocol: IAM
  },
  {
    name: "iam:GetOpenIDConnectProvider",
    lost: "audiences and thumbprints of identity providers are not looked at",
    protocol: IAM
  },
  {
    name: "iam:ListSAMLProviders",
    lost: "SAML providers are not listed, nor those that no role trusts",
    protocol: IAM
  },
  {
    name: "ec2:DescribeRegions",
    lost: "only the region of the session and those of `--regions` are looked at",
    protocol: EC2
  },
  {
    name: "ec2:GetEbsEncryptionByDefault",
    lost: "whether new disks are encrypted by default is not known",
    protocol: EC2
  },
  {
    name: "ec2:GetEbsDefaultKmsKeyId",
    lost: "with whose key new disks are encrypted is not known",
    protocol: EC2
  },
  {
    name: "ec2:GetInstanceMetadataDefaults",
    lost: "whether new machines ask for a token (IMDSv2) by default is not known",
    protocol: EC2
  },
  { name: "ec2:DescribeImages", lost: "public images (AMIs) are not found", protocol: EC2, pages: NEXT },
  { name: "ec2:DescribeSnapshots", lost: "public snapshots of disks are not found", protocol: EC2, pages: NEXT },
  {
    name: "rds:DescribeDBSnapshots",
    lost: "public snapshots of databases are not found",
    protocol: RDS,
    pages: MARKER
  },
  { name: "rds:DescribeDBSnapshotAttributes", lost: "public snapshots of databases are not found", protocol: RDS },
  {
    name: "cloudtrail:DescribeTrails",
    lost: "nothing is said of trails, nor of alarms on root use",
    protocol: CLOUDTRAIL
  },
  { name: "cloudtrail:GetTrailStatus", lost: "whether trails are logging now is not known", protocol: CLOUDTRAIL },
  {
    name: "guardduty:ListDetectors",
    lost: "regions without GuardDuty are not found",
    protocol: get("/detector"),
    pages: next
  },
  {
    name: "guardduty:GetDetector",
    lost: "detectors that are suspended are taken for running ones",
    protocol: get("/detector/{DetectorId}")
  },
  {
    name: "access-analyzer:ListAnalyzers",
    lost: "regions without IAM Access Analyzer are not found",
    protocol: get("/analyzer"),
    pages: next
  },
  {
    name: "config:DescribeConfigurationRecorderStatus",
    lost: "regions in which AWS Config records nothing are not found",
    protocol: json("StarlingDoveService")
  },
  {
    name: "securityhub:DescribeHub",
    lost: "regions without Security Hub are not found",
    protocol: get("/accounts")
  },
  {
    name: "logs:DescribeMetricFilters",
    lost: "alarms on root use that hang on a metric filter are not found",
    protocol: json("Logs_20140328"),
    pages: next
  },
  {
    name: "cloudwatch:DescribeAlarms",
    lost: "whether a metric filter for root use raises an alarm is not known",
    protocol: { kind: "query", version: "2010-08-01" },
    pages: NEXT
  },
  {
    name: "events:ListRules",
    lost: "alarms on root use that hang on a rule of EventBridge are not found",
    protocol: json("AWSEvents"),
    pages: NEXT
  },
  {
    name: "s3control:GetPublicAccessBlock",
    permission: "s3:GetAccountPublicAccessBlock",
    lost: "the public access block of the account is not judged",
    protocol: get("/v20180820/configuration/publicAccessBlock", "xml")
  },
  {
    name: "s3:ListBuckets",
    permission: "s3:ListAllMyBuckets",
    lost: "nothing is said of buckets",
    protocol: get("/", "xml"),
    pages: ["continuation-token", "ContinuationToken"]
  },
  {
    name: "s3:GetBucketPolicyStatus",
    lost: "whether AWS calls the policy of a bucket public is not known, that of the trail\u2019s bucket included",
    protocol: get("/{Bucket}?policyStatus", "xml")
  },
  {
    name: "s3:GetBucketPolicy",
    lost: "policies of buckets are not judged",
    protocol: get("/{Bucket}?policy", "xml")
  },
  {
    name: "s3:GetPublicAccessBlock",
    permission: "s3:GetBucketPublicAccessBlock",
    lost: "buckets with a public access block of their own are taken for open ones",
    protocol: get("/{Bucket}?publicAccessBlock", "xml")
  },
  {
    name: "s3:GetBucketAcl",
    lost: "buckets that an ACL opens are not found",
    protocol: get("/{Bucket}?acl", "xml")
  },
  {
    name: "kms:ListKeys",
    lost: "policies of KMS keys are not judged",
    protocol: json("TrentService"),
    pages: ["Marker", "NextMarker"]
  },
  { name: "kms:GetKeyPolicy", lost: "policies of KMS keys are not judged", protocol: json("TrentService") },
  {
    name: "sqs:ListQueues",
    lost: "policies of queues are not judged",
    protocol: json("AmazonSQS", "1.0"),
    pages: NEXT
  },
  { name: "sqs:GetQueueAttributes", lost: "policies of queues are not judged", protocol: json("AmazonSQS", "1.0") },
  {
    name: "sns:ListTopics",
    lost: "policies of topics are not judged",
    protocol: { kind: "query", version: "2010-03-31" },
    pages: NEXT
  },
  {
    name: "sns:GetTopicAttributes",
    lost: "policies of topics are not judged",
    protocol: { kind: "query", version: "2010-03-31" }
  },
  {
    name: "lambda:ListFunctions",
    lost: "policies of functions are not judged",
    protocol: get("/2015-03-31/functions/"),
    pages: ["Marker", "NextMarker"]
  },
  {
    name: "lambda:GetPolicy",
    lost: "policies of functions are not judged",
    protocol: get("/2015-03-31/functions/{FunctionName}/policy")
  },
  {
    name: "secretsmanager:ListSecrets",
    lost: "policies of secrets are not judged",
    protocol: json("secretsmanager"),
    pages: NEXT
  },
  {
    name: "secretsmanager:GetResourcePolicy",
    lost: "policies of secrets are not judged",
    protocol: json("secretsmanager")
  },
  {
    name: "organizations:ListParents",
    lost: "control policies (SCPs, RCPs) of the organization are not known; only its management account and delegated administrators may ask",
    protocol: ORGANIZATIONS,
    pages: NEXT
  },
  {
    name: "organizations:ListPoliciesForTarget",
    lost: "control policies (SCPs, RCPs) of the organization are not known",
    protocol: ORGANIZATIONS,
    pages: NEXT
  },
  {
    name: "organizations:DescribePolicy",
    lost: "what control policies (SCPs, RCPs) say is not known",
    protocol: ORGANIZATIONS
  }
];
function permissionOf({ name, permission }) {
  return permission ?? name;
}

// src/io/aws/account/inquiry.ts
var CALLS = new Map(ACCOUNT_CALLS.map((call) => [call.name, call]));
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
  let next2 = 0;
  const worker = async () => {
    for (let index = next2++; index < items.length; index = next2++) results[index] = await work(items[index]);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

// src/io/aws/account/place.ts
function arnOf({ partition, account }, service, rest, region = "") {
  return `arn:${partition}:${service}:${region}:${account}:${rest}`;
}

// src/io/aws/account/buckets.ts
async function bucketRecords(inquiry, place) {
  const [block, pages] = await Promise.all([
    inquiry.ask("s3control:GetPublicAccessBlock", {}, place.home, ["NoSuchPublicAccessBlockConfiguration"]),
    inquiry.all("s3:ListBuckets", { "max-buckets": "1000" }, place.home)
  ]);
  const buckets = (pages ?? []).flatMap(({ Buckets }) => listOf(Buckets?.Bucket));
  return [
    ...block ? [
      {
        type: "aws_s3_account_public_access_block",
        arn: arnOf(place, "s3", "public-access-block"),
        data: blockOf(block)
      }
    ] : [],
    ...await inParallel(buckets, (bucket) => bucketRecord(inquiry, bucket, place))
  ];
}
async function bucketRecord(inquiry, bucket, place) {
  const name = String(bucket.Name);
  const region = bucket.BucketRegion ? String(bucket.BucketRegion) : place.home;
  const of = { Bucket: name };
  const [policy, isPublic, block, acl] = await Promise.all([
    inquiry.ask("s3:GetBucketPolicy", of, region, ["NoSuchBucketPolicy"]),
    isPublicBucket(inquiry, name, region),
    inquiry.ask("s3:GetPublicAccessBlock", of, region, ["NoSuchPublicAccessBlockConfiguration"]),
    inquiry.ask("s3:GetBucketAcl", of, region)
  ]);
  const data = { bucket: name, Region: region };
  if (policy?.Statement) data.Policy = policy;
  if (isPublic !== void 0) data.PolicyIsPublic = isPublic;
  if (block && Object.keys(block).length > 0) data.PublicAccessBlock = { bucket: name, ...blockOf(block) };
  const grants = grantsOf(acl);
  if (grants.length > 0) data.Acl = { bucket: name, access_control_policy: { grant: grants } };
  return { type: "aws_account_bucket", arn: `arn:${place.partition}:s3:::${name}`, data };
}
async function isPublicBucket(inquiry, name, region) {
  if (name === "") return void 0;
  const answer = await inquiry.ask("s3:GetBucketPolicyStatus", { Bucket: name }, region, ["NoSuchBucketPolicy"]);
  return answer && /^true$/i.test(String(answer.IsPublic));
}
var BLOCKS = [
  ["BlockPublicAcls", "block_public_acls"],
  ["IgnorePublicAcls", "ignore_public_acls"],
  ["BlockPublicPolicy", "block_public_policy"],
  ["RestrictPublicBuckets", "restrict_public_buckets"]
];
function blockOf(answer) {
  return Object.fromEntries(BLOCKS.map(([name, spelled]) => [spelled, String(answer[name]) === "true"]));
}
function grantsOf(acl) {
  const list = acl?.AccessControlList?.Grant;
  return listOf(list).flatMap(({ Grantee, Permission }) => {
    const uri = Grantee?.URI;
    return uri ? [{ permission: Permission ?? "", grantee: { uri } }] : [];
  });
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
function federatedIn(document) {
  const found = /* @__PURE__ */ new Set();
  for (const statement of listed(member(document, "Statement"))) {
    for (const name of listed(member(member(statement, "Principal"), "Federated"))) found.add(String(name));
  }
  return found;
}
var listed = (value) => Array.isArray(value) ? value : value === void 0 ? [] : [value];
function member(value, key) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value[key] : void 0;
}

// src/io/aws/account/credential-report.ts
var MOST_WAITS = 30;
var WAIT = 1e3;
async function credentialRows(inquiry) {
  for (let waits = 0; waits < MOST_WAITS; waits++) {
    const made = await inquiry.ask("iam:GenerateCredentialReport");
    if (!made || made.State === "COMPLETE") break;
    await new Promise((resolve2) => setTimeout(resolve2, waits === 0 ? WAIT / 10 : WAIT));
  }
  const report = await inquiry.ask("iam:GetCredentialReport");
  const csv = Buffer.from(String(report?.Content ?? ""), "base64").toString("utf8");
  const [header = "", ...lines] = csv.trim().split(/\r?\n/);
  const columns = fieldsOf(header);
  return lines.flatMap((line) => {
    const row = Object.fromEntries(fieldsOf(line).map((field2, index) => [columns[index] ?? "", field2]));
    return row.user ? [{ user: row.user, facts: factsOf(row) }] : [];
  });
}
var KEPT = /^(?:user_creation_time|password_(?:enabled|last_used|last_changed)|mfa_active|access_key_[12]_(?:active|last_rotated|last_used_date))$/;
var NOTHING = /* @__PURE__ */ new Set(["N/A", "no_information", "not_supported", ""]);
function factsOf(row) {
  const kept = Object.entries(row).filter(([column, field2]) => KEPT.test(column) && !NOTHING.has(field2));
  return Object.fromEntries(
    kept.map(([column, field2]) => [column, /^(?:true|false)$/.test(field2) ? field2 === "true" : field2])
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
  const byUser = new Map(rows.map((row) => [row.user, row]));
  const users = details.map((record) => record.type === "aws_iam_user" ? withCredentials(record, byUser) : record);
  return [
    rootRecord(summary, byUser.get("<root_account>"), place, takenAt),
    ...withTrusters(users, providers),
    ...password
  ];
}
function rootRecord(summary, row, place, takenAt) {
  const map = summary?.SummaryMap;
  const number = (name) => map?.[name] === void 0 ? {} : { [name]: Number(map[name]) };
  return {
    type: "aws_account_root",
    arn: arnOf(place, "iam", "root"),
    data: {
      TakenAt: takenAt,
      ...number("AccountAccessKeysPresent"),
      ...number("AccountMFAEnabled"),
      ...row ? { Credentials: row.facts } : {}
    }
  };
}
function withCredentials(record, rows) {
  const row = rows.get(String(record.data.UserName));
  return row ? recordOf(record.type, record.arn, { ...record.data, Credentials: row.facts }) : record;
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

// src/io/aws/account/organization.ts
var TYPES = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"];
var DEEPEST = 7;
async function controlPolicyRecords(inquiry, { account }) {
  const targets = await targetsOf(inquiry, account);
  if (!targets) return [];
  const attached = await inParallel(
    targets.flatMap((target) => TYPES.map((type) => ({ target, type }))),
    async ({ target, type }) => {
      const pages = await inquiry.all("organizations:ListPoliciesForTarget", { TargetId: target, Filter: type });
      return (pages ?? []).flatMap(({ Policies }) => listOf(Policies)).map((policy) => ({ policy, target, type }));
    }
  );
  const byArn = /* @__PURE__ */ new Map();
  for (const { policy, target, type } of attached.flat()) {
    const arn = String(policy.Arn);
    const known = byArn.get(arn);
    if (known) known.targets.push(target);
    else byArn.set(arn, { id: String(policy.Id), name: String(policy.Name), type, targets: [target] });
  }
  const records2 = await inParallel([...byArn], async ([arn, { id, name, type, targets: on }]) => {
    const answer = await inquiry.ask("organizations:DescribePolicy", { PolicyId: id });
    const content = listOf(answer?.Policy)[0]?.Content;
    if (content === void 0) return [];
    return [{ type: CONTROL_POLICY, arn, data: { Name: name, Type: type, Targets: on, Policy: documentOf(content) } }];
  });
  return records2.flat();
}
async function targetsOf(inquiry, account) {
  const targets = [account];
  for (let child = account; targets.length < DEEPEST; child = targets.at(-1)) {
    const pages = await inquiry.all("organizations:ListParents", { ChildId: child });
    if (!pages) return void 0;
    const [parent] = pages.flatMap(({ Parents }) => listOf(Parents));
    if (!parent) break;
    targets.push(String(parent.Id));
    if (parent.Type === "ROOT") break;
  }
  return targets;
}

// src/io/aws/account/regional.ts
var SWITCHES = [
  { type: "aws_account_guardduty", service: "guardduty", what: "detector", look: hasDetector },
  { type: "aws_account_access_analyzer", service: "access-analyzer", what: "analyzer", look: hasAnalyzer },
  { type: "aws_account_config", service: "config", what: "recorder", look: records },
  { type: "aws_account_security_hub", service: "securityhub", what: "hub", look: hasHub },
  { type: "aws_account_ebs_encryption", service: "ec2", what: "ebs-encryption-by-default", look: encrypts },
  { type: "aws_account_instance_metadata", service: "ec2", what: "instance-metadata-defaults", look: asksForTokens }
];
async function switchRecords(inquiry, place) {
  return await inParallel(SWITCHES, async ({ type, service, what, look }) => {
    const looks = await inParallel(place.regions, async (region) => ({ region, ...await look(inquiry, region) }));
    const where = (wanted) => looks.filter(({ on }) => on === wanted).map(({ region }) => region);
    const details = looks.flatMap(({ region, detail }) => detail ? [{ region, ...detail }] : []);
    const data = { On: where(true), Off: where(false), NotKnown: where(void 0) };
    if (details.length > 0) data.Details = details;
    return { type, arn: arnOf(place, service, what), data };
  });
}
async function hasDetector(inquiry, region) {
  const pages = await inquiry.all("guardduty:ListDetectors", {}, region);
  const [id] = pages?.flatMap(({ detectorIds }) => Array.isArray(detectorIds) ? detectorIds : []) ?? [];
  if (!pages) return { on: void 0 };
  if (id === void 0) return { on: false };
  const detector = await inquiry.ask("guardduty:GetDetector", { DetectorId: String(id) }, region);
  return { on: detector ? detector.status === "ENABLED" : true };
}
async function hasAnalyzer(inquiry, region) {
  const pages = await inquiry.all("access-analyzer:ListAnalyzers", {}, region);
  const analyzers = pages?.flatMap(({ analyzers: analyzers2 }) => listOf(analyzers2));
  return { on: analyzers?.some(({ type, status }) => status === "ACTIVE" && !/UNUSED|INTERNAL/.test(String(type))) };
}
async function records(inquiry, region) {
  const answer = await inquiry.ask("config:DescribeConfigurationRecorderStatus", {}, region);
  return { on: answer && listOf(answer.ConfigurationRecordersStatus).some(({ recording }) => recording === true) };
}
async function hasHub(inquiry, region) {
  const answer = await inquiry.ask("securityhub:DescribeHub", {}, region, ["InvalidAccess", "ResourceNotFound"]);
  return { on: answer && answer.HubArn !== void 0 };
}
async function encrypts(inquiry, region) {
  const answer = await inquiry.ask("ec2:GetEbsEncryptionByDefault", {}, region);
  if (!answer) return { on: void 0 };
  const on = String(answer.ebsEncryptionByDefault) === "true";
  const key = on ? await inquiry.ask("ec2:GetEbsDefaultKmsKeyId", {}, region) : void 0;
  return { on, ...key?.kmsKeyId ? { detail: { KmsKeyId: key.kmsKeyId } } : {} };
}
async function asksForTokens(inquiry, region) {
  const answer = await inquiry.ask("ec2:GetInstanceMetadataDefaults", {}, region);
  return { on: answer && answer.accountLevel?.httpTokens === "required" };
}
async function publicRecords(inquiry, place) {
  const found = await inParallel(place.regions, async (region) => {
    const [images, snapshots, databases] = await Promise.all([
      inquiry.all("ec2:DescribeImages", { Owner: ["self"], Filter: [{ Name: "is-public", Value: ["true"] }] }, region),
      inquiry.all("ec2:DescribeSnapshots", { Owner: ["self"], RestorableBy: ["all"] }, region),
      publicDatabases(inquiry, region)
    ]);
    const { partition } = place;
    return [
      ...(images ?? []).flatMap(
        ({ imagesSet }) => listOf(imagesSet).map(({ imageId, name }) => ({
          type: "aws_ami_launch_permission",
          arn: `arn:${partition}:ec2:${region}::image/${imageId}`,
          data: { image_id: imageId ?? "", name: name ?? "", group: "all" }
        }))
      ),
      ...(snapshots ?? []).flatMap(
        ({ snapshotSet }) => listOf(snapshotSet).map(({ snapshotId, volumeId }) => ({
          type: "aws_snapshot_create_volume_permission",
          arn: `arn:${partition}:ec2:${region}::snapshot/${snapshotId}`,
          data: { snapshot_id: snapshotId ?? "", volume_id: volumeId ?? "", group: "all" }
        }))
      ),
      ...databases
    ];
  });
  return found.flat();
}
async function publicDatabases(inquiry, region) {
  const pages = await inquiry.all("rds:DescribeDBSnapshots", { SnapshotType: "manual" }, region);
  const snapshots = pages?.flatMap(({ DBSnapshots }) => listOf(flat(DBSnapshots, "DBSnapshot"))) ?? [];
  const found = await inParallel(snapshots, async ({ DBSnapshotIdentifier = "", DBSnapshotArn = "" }) => {
    const answer = await inquiry.ask("rds:DescribeDBSnapshotAttributes", { DBSnapshotIdentifier }, region);
    const result = answer?.DBSnapshotAttributesResult;
    const attributes = listOf(flat(result?.DBSnapshotAttributes, "DBSnapshotAttribute"));
    const isPublic = attributes.some(
      ({ AttributeName, AttributeValues }) => AttributeName === "restore" && JSON.stringify(AttributeValues ?? "").includes('"all"')
    );
    const data = { db_snapshot_identifier: DBSnapshotIdentifier, shared_accounts: ["all"] };
    return isPublic ? [{ type: "aws_db_snapshot", arn: String(DBSnapshotArn), data }] : [];
  });
  return found.flat();
}
function flat(list, item) {
  return typeof list === "object" && list !== null && !Array.isArray(list) ? list[item] : list;
}
async function enabledRegions(inquiry) {
  const name = "ec2:DescribeRegions";
  const answer = await inquiry.ask(name);
  return answer && listOf(answer.regionInfo).map(({ regionName }) => String(regionName)).sort();
}

// src/io/aws/account/resource-policies.ts
var listed2 = (value) => Array.isArray(value) ? value : value === void 0 || value === "" ? [] : [value];
var field = (item, name) => item[name] ?? "";
var SOURCES = [
  {
    list: "kms:ListKeys",
    items: ({ Keys }) => listed2(Keys),
    ask: "kms:GetKeyPolicy",
    about: (key) => ({ KeyId: field(key, "KeyId"), PolicyName: "default" }),
    policy: ({ Policy }) => Policy,
    arn: (key) => String(field(key, "KeyArn"))
  },
  {
    list: "sqs:ListQueues",
    items: ({ QueueUrls }) => listed2(QueueUrls),
    ask: "sqs:GetQueueAttributes",
    about: (url) => ({ QueueUrl: url, AttributeNames: ["Policy"] }),
    policy: ({ Attributes }) => Attributes?.Policy,
    arn: (url, region, place) => arnOf(place, "sqs", String(url).replace(/^.*\//, ""), region)
  },
  {
    list: "sns:ListTopics",
    items: ({ Topics }) => listed2(Topics),
    ask: "sns:GetTopicAttributes",
    about: (topic) => ({ TopicArn: field(topic, "TopicArn") }),
    policy: ({ Attributes }) => Attributes?.Policy,
    arn: (topic) => String(field(topic, "TopicArn"))
  },
  {
    list: "lambda:ListFunctions",
    items: ({ Functions }) => listed2(Functions),
    ask: "lambda:GetPolicy",
    about: (function_) => ({ FunctionName: field(function_, "FunctionName") }),
    policy: ({ Policy }) => Policy,
    arn: (function_) => String(field(function_, "FunctionArn"))
  },
  {
    list: "secretsmanager:ListSecrets",
    items: ({ SecretList }) => listed2(SecretList),
    ask: "secretsmanager:GetResourcePolicy",
    about: (secret) => ({ SecretId: field(secret, "ARN") }),
    policy: ({ ResourcePolicy }) => ResourcePolicy,
    arn: (secret) => String(field(secret, "ARN"))
  }
];
var NONE = ["ResourceNotFound", "ResourceNotFoundException", "NotFound", "NoSuchEntity"];
async function resourcePolicyRecords(inquiry, place) {
  const wanted = place.regions.flatMap((region) => SOURCES.map((source) => ({ region, source })));
  return (await inParallel(wanted, ({ region, source }) => recordsOf(inquiry, place, region, source))).flat();
}
async function recordsOf(inquiry, place, region, { list, items, ask, about, policy, arn }) {
  const pages = await inquiry.all(list, {}, region) ?? [];
  const found = await inParallel(pages.flatMap(items), async (item) => {
    const answer = await inquiry.ask(ask, about(item), region, NONE);
    const document = policy(answer ?? {});
    if (!document) return [];
    const itself = arn(item, region, place);
    return [{ type: "aws_account_resource", arn: itself, data: { Policy: documentOf(document) } }];
  });
  return found.flat();
}

// src/io/aws/account/trails.ts
async function trailRecords(inquiry, place) {
  const trails = await everyTrail(inquiry, place);
  if (!trails) return [];
  const records2 = await inParallel(trails, (trail) => trailRecord(inquiry, trail));
  const whole = records2.filter(({ data }) => isOn(data.IsMultiRegionTrail) && data.EnableLogging !== false);
  return [
    ...records2,
    {
      type: "aws_account_trails",
      arn: arnOf(place, "cloudtrail", "trail"),
      data: { Trails: records2.map(({ arn }) => arn), OfAllRegions: whole.map(({ arn }) => arn) }
    },
    ...await rootAlarm(inquiry, place, trails)
  ];
}
async function everyTrail(inquiry, { regions }) {
  const answers = await inParallel(
    regions,
    (region) => inquiry.ask("cloudtrail:DescribeTrails", { includeShadowTrails: true }, region)
  );
  const found = /* @__PURE__ */ new Map();
  for (const answer of answers) for (const trail of listOf(answer?.trailList)) found.set(String(trail.TrailARN), trail);
  return answers.some((answer) => answer) ? [...found.values()] : void 0;
}
async function trailRecord(inquiry, trail) {
  const { TrailARN = "", HomeRegion = "", S3BucketName = "" } = trail;
  const [status, isPublic] = await Promise.all([
    inquiry.ask("cloudtrail:GetTrailStatus", { Name: TrailARN }, String(HomeRegion)),
    isPublicBucket(inquiry, String(S3BucketName), String(HomeRegion))
  ]);
  const data = {
    Name: trail.Name ?? "",
    HomeRegion,
    IsMultiRegionTrail: isOn(trail.IsMultiRegionTrail),
    IncludeGlobalServiceEvents: isOn(trail.IncludeGlobalServiceEvents),
    EnableLogFileValidation: isOn(trail.LogFileValidationEnabled),
    S3BucketName
  };
  if (status) data.EnableLogging = isOn(status.IsLogging);
  if (isPublic !== void 0) data.BucketIsPublic = isPublic;
  if (trail.KmsKeyId) data.KmsKeyId = trail.KmsKeyId;
  if (trail.CloudWatchLogsLogGroupArn) data.CloudWatchLogsGroupArn = trail.CloudWatchLogsLogGroupArn;
  return { type: "aws_cloudtrail", arn: String(TrailARN), data };
}
async function rootAlarm(inquiry, place, trails) {
  const logs = trails.flatMap(({ CloudWatchLogsLogGroupArn, HomeRegion }) => {
    const [, , , region = String(HomeRegion), , , group] = String(CloudWatchLogsLogGroupArn ?? "").split(":");
    return group ? [{ region, group }] : [];
  });
  const [filters, rules2] = await Promise.all([
    inParallel(logs, (log) => alarmsOfFilters(inquiry, log)),
    inParallel(place.regions, (region) => inquiry.all("events:ListRules", {}, region))
  ]);
  const listening = rules2.flatMap(
    (pages) => (pages ?? []).flatMap(({ Rules }) => listOf(Rules)).filter(isAboutRoot).map(({ Arn }) => String(Arn))
  );
  const alarms = [...filters.flatMap((found) => found ?? []), ...listening];
  const unanswered = filters.some((found) => found === void 0) || rules2.every((pages) => pages === void 0);
  if (alarms.length === 0 && unanswered) return [];
  return [{ type: "aws_account_root_alarm", arn: arnOf(place, "cloudwatch", "alarm"), data: { Alarms: alarms } }];
}
async function alarmsOfFilters(inquiry, { region, group }) {
  const pages = await inquiry.all("logs:DescribeMetricFilters", { logGroupName: group }, region);
  const metrics = pages?.flatMap(({ metricFilters }) => listOf(metricFilters)).filter(({ filterPattern }) => isRootPattern(String(filterPattern))).flatMap(({ metricTransformations }) => listOf(metricTransformations)).map(({ metricName, metricNamespace }) => `${metricNamespace} ${metricName}`);
  if (!metrics || metrics.length === 0) return metrics;
  const alarms = await inquiry.all("cloudwatch:DescribeAlarms", { AlarmTypes: ["MetricAlarm"] }, region);
  return alarms?.flatMap(({ MetricAlarms }) => listOf(MetricAlarms)).filter((alarm) => metrics.includes(`${alarm.Namespace} ${alarm.MetricName}`) && hasAction(alarm)).map(({ AlarmArn }) => String(AlarmArn));
}
var hasAction = ({ AlarmActions, ActionsEnabled }) => Array.isArray(AlarmActions) && AlarmActions.length > 0 && String(ActionsEnabled) !== "false";
var isAboutRoot = ({ EventPattern, State }) => State !== "DISABLED" && /"Root"/.test(String(EventPattern ?? ""));
var isRootPattern = (pattern) => /userIdentity\.type\s*=\s*"?Root\b/.test(pattern);
var isOn = (value) => String(value) === "true";

// src/io/aws/account/collect.ts
var LIMITS = {
  ...DEFAULT_LIMITS,
  attempts: 10,
  deadline: 30 * 6e4,
  request: 6e4,
  firstWait: 500,
  longestWait: 2e4
};
async function collectAccount(session, options) {
  const limits = { ...LIMITS, ...options.limits };
  const api = new AwsApi(session, limits, deadlineOf(limits));
  const inquiry = new Inquiry(api);
  const { accountId: account, partition, region: home } = session;
  const takenAt = options.now.toISOString();
  const aliases = inquiry.ask("iam:ListAccountAliases");
  const regions = options.regions ?? await enabledRegions(inquiry) ?? [home];
  const place = { account, partition, home, regions };
  const parts = await Promise.all([
    identityRecords(inquiry, place, takenAt),
    switchRecords(inquiry, place),
    trailRecords(inquiry, place),
    publicRecords(inquiry, place),
    bucketRecords(inquiry, place),
    resourcePolicyRecords(inquiry, place),
    controlPolicyRecords(inquiry, place)
  ]);
  const [alias] = wordsOf((await aliases)?.AccountAliases);
  return {
    snapshot: {
      account,
      ...alias ? { alias } : {},
      partition,
      takenAt,
      regions,
      missing: inquiry.missing(),
      records: inOrder(parts.flat())
    },
    counts: api.counts
  };
}
function inOrder(records2) {
  const keyOf = ({ type, arn }) => `${type} ${arn}`;
  return [...records2].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
}

// src/account/batches.ts
var TOGETHER = 200;
function* batchesOf(records2) {
  const iam = /* @__PURE__ */ new Map();
  const rest = [];
  for (const record of records2) {
    if (IAM2.has(record.type)) iam.set(record.arn, record);
    else rest.push(record);
  }
  const common = rest.filter(({ type }) => COMMON.has(type));
  yield rest;
  const groups = new Map(
    [...iam.values()].flatMap((one) => one.type === "aws_iam_group" ? [[one.data.GroupName, one]] : [])
  );
  const held = /* @__PURE__ */ new Set();
  const principals = [...iam.values()].filter((one) => one.type !== "aws_iam_policy" && !isOfAws(one));
  for (let at = 0; at < principals.length; at += TOGETHER) {
    const batch = new Set(principals.slice(at, at + TOGETHER));
    for (const one of batch) for (const name of words(one.data.GroupList)) addIf(batch, groups.get(name));
    for (const one of batch) for (const arn of policiesOf(one.data)) addIf(batch, iam.get(arn));
    for (const { arn } of batch) held.add(arn);
    yield [...common, ...batch];
  }
  const alone = [...iam.values()].filter(({ type, arn }) => type === "aws_iam_policy" && !held.has(arn));
  for (let at = 0; at < alone.length; at += TOGETHER) yield [...common, ...alone.slice(at, at + TOGETHER)];
}
var IAM2 = /* @__PURE__ */ new Set(["aws_iam_user", "aws_iam_role", "aws_iam_group", "aws_iam_policy"]);
var COMMON = /* @__PURE__ */ new Set([
  "aws_account_root",
  "aws_s3_account_public_access_block",
  "aws_iam_openid_connect_provider",
  CONTROL_POLICY
]);
function isOfAws({ data }) {
  return String(data.Path ?? "").startsWith("/aws-service-role/");
}
function addIf(set, item) {
  if (item !== void 0) set.add(item);
}
function policiesOf(data) {
  const boundary = data.PermissionsBoundary?.PermissionsBoundaryArn;
  const attached = Array.isArray(data.AttachedManagedPolicies) ? data.AttachedManagedPolicies : [];
  return [
    ...attached.map((policy) => String(policy.PolicyArn)),
    ...boundary ? [String(boundary)] : []
  ];
}
var words = (value) => Array.isArray(value) ? value : [];

// src/run/account.ts
async function reportAccount(snapshot, settings, told = []) {
  const started = settings.now();
  const tree = await configurationTree(settings);
  const policy = readPolicy(
    { ...settings, scope: { kind: "path", path: "." }, paths: [], pathsIgnore: [] },
    tree,
    void 0,
    rules
  );
  const found = await judgeAccount(snapshot, policy.config);
  return makeReport(
    {
      findings: found.findings,
      notifications: [...told, ...missingAnswers(snapshot.missing), ...found.notifications],
      permissionChanges: [],
      secrets: found.secrets,
      stats: {
        scope: describeAccount(snapshot),
        files: snapshot.records.length,
        bytes: found.bytes,
        commits: 0,
        milliseconds: settings.now() - started
      },
      scanned: snapshot.records.length,
      unscanned: 0,
      lost: false
    },
    {
      config: policy.config,
      otherScanners: [],
      ...policy.baseline ? { baseline: policy.baseline } : {},
      failOn: settings.failOn ?? policy.config.failOn,
      failOnConfidence: settings.failOnConfidence ?? policy.config.failOnConfidence,
      today: settings.today,
      rules,
      scope: "account",
      head: () => void 0,
      oldPathOf: (uri) => uri,
      policyChanges: [],
      changedPaths: [],
      ...settings.repository ? { repository: settings.repository } : {}
    }
  );
}
async function judgeAccount(snapshot, config) {
  const active = rules.filter(({ meta }) => !isOff(config, meta));
  const table = ruleTable(active);
  const metas = new Map(active.map(({ meta }) => [meta.id, meta]));
  const records2 = new Map(snapshot.records.map((record) => [record.arn, record]));
  const read = (uri) => sourceOf(records2.get(uri));
  const session = new Session();
  const notifications = [];
  const byFingerprint = /* @__PURE__ */ new Map();
  const secrets = /* @__PURE__ */ new Set();
  let bytes = 0;
  for (const batch of batchesOf(snapshot.records)) {
    const sources = batch.flatMap((record) => sourceOf(record) ?? []);
    bytes += sources.reduce((sum, { text }) => sum + text.length, 0);
    keepHeapSmall(bytes, byFingerprint.size);
    const unit = new Analysis(nodesOf(batch, sources), session);
    const context = {
      trustedAccounts: /* @__PURE__ */ new Set([...config.trustedAccounts, snapshot.account]),
      thresholds: config.thresholds,
      unit,
      notify: (notification) => void notifications.push(notification)
    };
    const hits = await check([...sources.map(textNode), ...unit.nodes], table, context);
    const candidates = candidatesOf(hits);
    for (const { hit } of candidates) for (const secret of secretsOf(hit)) secrets.add(secret);
    const findings = findingsOf(candidates, { read }, (id, severity) => severityOf(config, metas.get(id), severity));
    for (const finding of findings) keepGravest(byFingerprint, finding);
  }
  return { findings: [...byFingerprint.values()], notifications, secrets: [...secrets], bytes };
}
async function withoutSecrets(snapshot) {
  const table = ruleTable(rules.filter(({ on }) => on === "text"));
  const unit = new Analysis([]);
  const context = { trustedAccounts: /* @__PURE__ */ new Set(), unit, notify: () => {
  } };
  const records2 = [];
  for (const record of snapshot.records) {
    const source = sourceOf(record);
    const hits = await check([textNode(source)], table, context);
    const spans = hits.flatMap(({ hit }) => hit.secret ? [hit.span, ...hit.secretSpans ?? []] : []);
    records2.push(spans.length === 0 ? record : { ...record, data: maskedData(source.text, spans) });
  }
  return { ...snapshot, records: records2 };
}
function maskedData(text, spans) {
  try {
    return JSON.parse(maskSpans(text, spans));
  } catch {
    return {};
  }
}
function keepGravest(found, finding) {
  const known = found.get(finding.fingerprint);
  if (!known || SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(known.severity))
    found.set(finding.fingerprint, finding);
}
function sourceOf(record) {
  return record && { uri: record.arn, text: JSON.stringify(record.data, void 0, 2) };
}
function nodesOf(batch, sources) {
  return accountNodes(
    batch.flatMap(({ type, arn }, index) => {
      const data = jsonValue(wholeText(sources[index])).value;
      return data ? [{ type, arn, data }] : [];
    })
  );
}
function describeAccount({ account, alias, regions, takenAt }) {
  const where = regions.length === 1 ? regions[0] : `${regions.length} regions`;
  return `account ${account}${alias ? ` (${alias})` : ""}, ${where}, as of ${takenAt.slice(0, 16).replace("T", " ")} UTC`;
}
var LOST = new Map(ACCOUNT_CALLS.map(({ name, lost }) => [name, lost]));
var PERMISSIONS = new Map(ACCOUNT_CALLS.map((call) => [call.name, permissionOf(call)]));
function missingAnswers(missing) {
  return missing.filter(({ why }) => why !== "AWSOrganizationsNotInUse").map(({ call, why, regions }) => {
    const permission = PERMISSIONS.get(call) ?? call;
    const where = regions.length > 0 ? ` in ${regions.join(", ")}` : "";
    const lost = LOST.get(call) ?? "what it tells is not known";
    const isDenied = why === "AccessDenied";
    const message = isDenied ? `${permission} is not permitted${where}: ${lost}. docs/account.md has the policy that permits it.` : `AWS did not answer ${call}${where} (${why}): ${lost}.`;
    return { level: "warning", id: isDenied ? "account-permission" : "account-unanswered", message };
  });
}
async function configurationTree({ root, env }) {
  const repository = await openRepository(root, env);
  const folder = repository?.workTree ?? root;
  const read = (path) => {
    const text = readTextFile(`${folder}/${path}`);
    return text === void 0 ? void 0 : { uri: path, text };
  };
  return { paths: [], has: (path) => read(path) !== void 0, read };
}

// src/cli/account.ts
async function accountCommand(flags, console) {
  const format = choice(flags, "format", FORMATS) ?? "terminal";
  const failOn = choice(flags, "fail-on", [...SEVERITIES, "never"]);
  const failOnConfidence = choice(flags, "fail-on-confidence", CONFIDENCES);
  const regions = regionsOf(flags);
  const { snapshot, told } = flags.value("from") ? fromFile(flags, console) : await fromAws(regions, console);
  const save = flags.value("save");
  if (save !== void 0) writeTextFile(resolve(console.cwd, save), snapshotParts(await withoutSecrets(snapshot)));
  const [config, baseline] = ["config", "baseline"].map((name) => flags.value(name));
  const report = await reportAccount(
    snapshot,
    {
      root: console.cwd,
      env: console.env,
      today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
      now: () => performance.now(),
      policyFrom: config || baseline ? "disk" : "repository",
      ...failOn ? { failOn } : {},
      ...failOnConfidence ? { failOnConfidence } : {},
      ...config ? { config } : {},
      ...baseline ? { baseline } : {},
      ...flags.value("write-baseline") ? { withoutBaseline: true } : {}
    },
    told
  );
  const kept = flags.value("write-baseline");
  if (kept !== void 0) writeBaseline(resolve(console.cwd, kept), report.findings);
  tell(report, format, flags, console);
  return { pass: 0, block: 1, broken: 2 }[report.verdict];
}
function regionsOf(flags) {
  const regions = flags.value("regions")?.split(/[\s,]+/).filter((word) => word !== "");
  const odd = regions?.find((region) => !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region));
  if (odd !== void 0) throw new Problem(`--regions: '${odd}' is not a region; write them as in us-east-1,eu-west-1`);
  return regions?.length ? regions : void 0;
}
function readSnapshot(file, console) {
  const text = readTextFile(resolve(console.cwd, file));
  if (text === void 0) throw new Problem(`${file}: cannot be read; write it with: keylatch account --save ${file}`);
  return parseSnapshot(text, file);
}
function fromFile(flags, console) {
  if (flags.value("regions"))
    throw new Problem("--regions and --from do not go together: a saved account has its regions");
  return { snapshot: readSnapshot(flags.value("from"), console), told: [] };
}
async function fromAws(regions, console) {
  const own = await ownSession({ env: console.env });
  if ("refusal" in own) throw new Problem(own.refusal);
  const { snapshot, counts } = await collectAccount(own.session, { now: /* @__PURE__ */ new Date(), ...regions ? { regions } : {} });
  const slowed = counts.throttled > 0 ? `, ${counts.throttled} of them throttled and tried again` : "";
  const message = `${counts.requests} requests as ${own.session.arn}${slowed}; none of them changes anything.`;
  return { snapshot, told: [{ level: "note", id: "account-requests", message }] };
}
function writeBaseline(path, findings) {
  const text = readTextFile(path);
  const previous = text === void 0 ? void 0 : parseBaseline({ uri: path, text });
  writeTextFile(path, remadeBaseline(findings, previous, isAccountPlace).text);
}
export {
  accountCommand,
  readSnapshot
};
