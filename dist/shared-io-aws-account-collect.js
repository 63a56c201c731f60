import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  SignatureV4
} from "./shared-smithy-signature-v4-signature-v4a-container.js";
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
  ACCOUNT_CALLS
} from "./shared-account-calls.js";
import {
  recordOf
} from "./shared-account-snapshot.js";
import {
  CONTROL_POLICY
} from "./shared-account-nodes.js";

// src/io/aws/api/client.ts
import { setMaxListeners } from "node:events";

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
  return await new Promise((resolve, reject) => {
    const { request } = url.protocol === "http:" ? http : https;
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
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]);
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
    await new Promise((resolve) => setTimeout(resolve, waits === 0 ? WAIT / 10 : WAIT));
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
  const numbers = SUMMED.flatMap((name) => map?.[name] === void 0 ? [] : [[name, Number(map[name])]]);
  return {
    type: "aws_account_root",
    arn: arnOf(place, "iam", "root"),
    data: {
      TakenAt: takenAt,
      ...numbers.length > 0 ? { Summary: Object.fromEntries(numbers) } : {},
      ...row ? { Credentials: row.facts } : {}
    }
  };
}
var SUMMED = ["AccountAccessKeysPresent", "AccountMFAEnabled"];
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
  const records2 = await inParallel(SWITCHES, async ({ type, service, what, look }) => {
    const looks = await inParallel(place.regions, async (region) => ({ region, ...await look(inquiry, region) }));
    const where = (wanted) => looks.filter(({ on }) => on === wanted).map(({ region }) => region);
    const details = looks.flatMap(({ region, detail }) => detail ? [{ region, ...detail }] : []);
    const data = { On: where(true), Off: where(false), NotKnown: where(void 0) };
    if (details.length > 0) data.Details = details;
    return { type, arn: arnOf(place, service, what), data };
  });
  return records2.filter(({ data }) => data.NotKnown.length < place.regions.length);
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
  const [filters, rules] = await Promise.all([
    inParallel(logs, (log) => alarmsOfFilters(inquiry, log)),
    inParallel(place.regions, (region) => inquiry.all("events:ListRules", {}, region))
  ]);
  const listening = rules.flatMap(
    (pages) => (pages ?? []).flatMap(({ Rules }) => listOf(Rules)).filter(isAboutRoot).map(({ Arn }) => String(Arn))
  );
  const alarms = [...filters.flatMap((found) => found ?? []), ...listening];
  const unanswered = filters.some((found) => found === void 0) || rules.every((pages) => pages === void 0);
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
function requestsTold({ requests, throttled }) {
  const slowed = throttled > 0 ? `, ${throttled} of them throttled and asked again` : "";
  const message = `The account was asked ${requests} times${slowed}; nothing was changed.`;
  return { level: "note", id: "account-requests", message };
}
function inOrder(records2) {
  const keyOf = ({ type, arn }) => `${type} ${arn}`;
  return [...records2].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
}

export {
  collectAccount,
  requestsTold
};
