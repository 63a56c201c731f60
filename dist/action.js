import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  commandsFor,
  deactivateKey,
  describeKey,
  inquireKey,
  inquirySentence,
  lookUp,
  mendAdvice,
  ownKey,
  weightOf
} from "./shared-io-aws-look-up.js";
import {
  AwsApi,
  DEFAULT_LIMITS,
  KEY_CALLS,
  attempt,
  deadlineOf,
  endpointOf,
  faultName,
  faultText,
  isNetwork,
  isTransient,
  listOf,
  partitionNamed,
  partitionOfRegion,
  proxyAgents,
  shownAccount,
  stsClient,
  timedOut
} from "./shared-io-aws-account-identity.js";
import {
  githubClient,
  originOf,
  remoteConfig,
  timingsText
} from "./shared-io-git-home.js";
import {
  annotatedTags,
  commitsBetween,
  cutOff,
  forkPoint,
  run,
  tagMessagesOf
} from "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import {
  ACCOUNT_CALLS,
  permissionOf
} from "./shared-account-calls.js";
import {
  POLICY_CHECKS,
  extendsGiven,
  isOfDocumentation,
  rulingOn,
  rulingText
} from "./shared-run-config-files.js";
import "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import {
  openRepository,
  shallowBoundary
} from "./shared-io-git-repository.js";
import "./shared-iam-account-data.js";
import "./shared-iam-escalation-context.js";
import {
  endAllGit,
  firstParent,
  git,
  gitSync,
  isId,
  isZeroId,
  parentsOf,
  readTextFile,
  requireCommit,
  resolveCommits,
  shortId,
  takePath,
  tryGit,
  writeBesideScanned
} from "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-smithy-signature-v4-signature-v4a-container.js";
import {
  exportCredentials,
  unsetCredentials,
  writeOutputs
} from "./shared-io-aws-exported.js";
import {
  systemFailure
} from "./shared-io-system-error.js";
import {
  changesList,
  findingAnnotations,
  hasHeadLine,
  historyAdvice,
  isFile,
  linkTo,
  markdownAdvice,
  pathOf,
  placeInHistory,
  render,
  renderParts,
  renderSummary,
  ruleLink
} from "./shared-report.js";
import {
  LONGEST_MESSAGE,
  SEVERITY_MARK,
  VERDICT_MARK,
  VERDICT_WORD,
  clip,
  groupBy,
  groupsOf,
  markdownBlock,
  markdownCode,
  markdownMessage,
  markdownText,
  neutraliseCommands,
  openFirst,
  plural,
  rulesById,
  visible,
  visibleLines
} from "./shared-run-tool.js";
import {
  hint
} from "./shared-scan-config-nearest.js";
import {
  CONFIDENCES,
  SEVERITIES
} from "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import {
  core_exports,
  endGroup,
  error,
  getInput,
  info,
  isDebug,
  setOutput,
  startGroup
} from "./shared-actions-io-io-util.js";
import "./shared-undici.js";
import "./shared-smithy-core-client-smithy-client-client-command-builder.js";
import "./shared-smithy-core-protocols-json-codec-v2-JsonCodec2.js";
import "./shared-smithy-core-serde-writeKey.js";
import "./shared-runtime.js";

// src/action/main.ts
import { appendFileSync } from "node:fs";

// src/io/aws/id-token.ts
import http from "node:http";
import https from "node:https";
function tokenService(env) {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  return url && bearer ? { url, bearer } : void 0;
}
var TokenServiceFault = class extends Error {
  host;
  constructor(host, cause) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = faultName(cause);
    this.host = host;
  }
};
async function requestIdToken(service, audience, options) {
  const url = new URL(service.url);
  url.searchParams.set("audience", audience);
  const { status, body } = await get(url, service.bearer, options).catch((error2) => {
    throw new TokenServiceFault(url.host, error2);
  });
  if (status !== 200) {
    throw Object.assign(new Error(`GitHub's token service answered ${status}`), {
      name: "IdTokenError",
      $metadata: { httpStatusCode: status }
    });
  }
  const token = tokenIn(body);
  if (!token) throw Object.assign(new Error("GitHub's token service sent no token"), { name: "IdTokenError" });
  return token;
}
function claimsOf(token) {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
function tokenIn(body) {
  try {
    const { value } = JSON.parse(body);
    return typeof value === "string" && value !== "" ? value : void 0;
  } catch {
    return void 0;
  }
}
var LARGEST_ANSWER = 256 * 1024;
function get(url, bearer, { env, limits, signal }) {
  const secure = url.protocol === "https:";
  const agents = proxyAgents(url.href, env, void 0, limits.connect);
  return new Promise((resolve5, reject) => {
    const request = (secure ? https : http).get(url, {
      headers: { authorization: `Bearer ${bearer}`, accept: "application/json", "user-agent": "keylatch" },
      signal,
      ...agents ? { agent: secure ? agents.https : agents.http } : {}
    });
    const late = setTimeout(
      () => request.destroy(timedOut("GitHub's token service did not answer", limits.request)),
      limits.request
    );
    request.once("close", () => clearTimeout(late));
    request.once("error", reject);
    request.once("response", (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        body += chunk;
        if (body.length > LARGEST_ANSWER) request.destroy(new Error("GitHub's token service sent too much"));
      });
      response.once("error", reject);
      response.once("end", () => resolve5({ status: response.statusCode ?? 0, body }));
    });
  });
}

// src/io/aws/explain.ts
var PERMISSION_LINES = "permissions: { id-token: write, contents: read }";
function explainRefusal(refusal) {
  const { error: error2, attempts, outOfTime, role, secrets } = refusal;
  const tries = attempts > 1 ? ` after ${attempts} attempts` : "";
  const late = outOfTime ? " (out of time)" : "";
  return `Could not assume ${role.arn}${tries}${late}: ${faultText(error2, secrets)}. ${mend(refusal)}`;
}
function mend(refusal) {
  const { error: error2, chained } = refusal;
  if (error2 instanceof TokenServiceFault && isNetwork(error2)) return tokenServiceReachability(error2);
  if (isNetwork(error2)) return reachability(refusal);
  const name = faultName(error2);
  const known = chained ? CHAINED[name] : WEB_IDENTITY[name];
  return (known ?? EITHER[name] ?? fallback)(refusal);
}
var WEB_IDENTITY = {
  AccessDenied: trustPolicy,
  InvalidIdentityToken: identityProvider,
  IDPRejectedClaim: identityProvider,
  IDPCommunicationError: () => "AWS could not reach GitHub's identity provider; this passes by itself, run the job again.",
  ExpiredToken: () => "The id token was fresh for this attempt, so a clock is wrong: set the clock of the machine that runs the job.",
  IdTokenError: idTokenRefused
};
var CHAINED = {
  AccessDenied: ({ role }) => `The credentials at hand may not assume it: allow them \`sts:AssumeRole\` on ${role.arn}, and name them as a principal in its trust policy.`,
  ExpiredToken: () => "The credentials at hand have expired: get new ones in the step that made them.",
  InvalidClientTokenId: ({ role }) => `AWS does not know the credentials at hand: they were deleted, or are of another partition than ${role.partition.id}.`,
  SignatureDoesNotMatch: () => "The secret access key at hand does not belong to its access key id.",
  CredentialsProviderError: () => "role-chaining needs credentials in the environment: run the step that gets them before this one, or remove role-chaining."
};
var EITHER = {
  ValidationError: ({ error: error2, role }) => /DurationSeconds|MaxSessionDuration/.test(faultText(error2)) ? `Set role-duration-seconds to what the role allows, or raise the maximum session duration of ${role.name}.` : "Check role-to-assume, role-session-name and role-duration-seconds.",
  PackedPolicyTooLarge: () => "Shorten inline-session-policy, or name fewer managed-session-policies.",
  MalformedPolicyDocument: () => "Correct inline-session-policy.",
  RegionDisabled: () => "STS is switched off in this region: set aws-region to another one, or activate STS there.",
  RequestExpired: () => "Set the clock of the machine that runs the job."
};
function trustPolicy({ role, claims }) {
  const { sub, aud } = claims;
  const key = issuerOf(claims);
  const subjects = subjectForms(claims);
  const condition = `"Condition": {"StringEquals": {"${key}:aud": ${JSON.stringify(plain(aud))}, "${key}:sub": ${JSON.stringify(subjects.length === 1 ? subjects[0] : subjects)}}}`;
  const forms = subjects.length > 1 ? " Both forms of the subject are listed: repositories made, renamed or transferred since July 2026 send the one with ids." : "";
  return `The trust policy of ${role.name} does not accept this job's token, or there is no such role. The token has sub \`${plain(sub)}\` and aud \`${plain(aud)}\`. Put into the trust policy, beside \`"Action": "sts:AssumeRoleWithWebIdentity"\` for the federated principal \`arn:${role.partition.id}:iam::${role.accountId}:oidc-provider/${key}\`: \`${condition}\`.${forms}`;
}
function identityProvider({ error: error2, role, audience, claims }) {
  const issuer = issuerOf(claims);
  if (/no openidconnect provider/i.test(faultText(error2))) {
    return `Account ${role.accountId} does not know GitHub yet: \`aws iam create-open-id-connect-provider --url https://${issuer} --client-id-list ${audience}\`.`;
  }
  if (/audience/i.test(faultText(error2))) {
    return `The identity provider in account ${role.accountId} does not list the audience \`${plain(claims.aud)}\`: \`aws iam add-client-id-to-open-id-connect-provider --client-id ${audience} --open-id-connect-provider-arn arn:${role.partition.id}:iam::${role.accountId}:oidc-provider/${issuer}\`, or set the input \`audience\` to one that it lists.`;
  }
  return `Check the identity provider \`${issuer}\` in account ${role.accountId}: its URL must be the token's issuer.`;
}
function idTokenRefused() {
  return `Check that the job has \`${PERMISSION_LINES}\`; in a reusable workflow the calling job must have it too.`;
}
function reachability({ endpoint: endpoint2 }) {
  const host = new URL(endpoint2).host;
  return `Check that the runner reaches ${host}; behind a proxy, set http-proxy (or HTTPS_PROXY). aws-region and AWS_ENDPOINT_URL_STS decide the address.`;
}
function tokenServiceReachability({ host }) {
  return `AWS was not asked yet: check that the runner reaches ${host}, where GitHub hands out id tokens; behind a proxy, set HTTPS_PROXY for the runner. It passes by itself when GitHub is at fault (https://www.githubstatus.com).`;
}
var fallback = ({ role }) => `Check the role ${role.name} and its trust policy in account ${role.accountId}.`;
function subjectForms(claims) {
  const sub = plain(claims.sub);
  const withIds = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+(:.*)$/.exec(sub);
  if (withIds) return [sub, `repo:${withIds[1]}/${withIds[2]}${withIds[3]}`];
  const named2 = /^repo:([^/@:]+)\/([^/@:]+)(:.*)$/.exec(sub);
  const [owner, repository] = [plain(claims.repository_owner_id), plain(claims.repository_id)];
  if (!named2 || !/^\d+$/.test(owner) || !/^\d+$/.test(repository)) return [sub];
  return [sub, `repo:${named2[1]}@${owner}/${named2[2]}@${repository}${named2[3]}`];
}
function issuerOf({ iss }) {
  const url = plain(iss);
  return url.startsWith("https://") ? url.slice("https://".length) : "token.actions.githubusercontent.com";
}
function plain(claim) {
  const text2 = typeof claim === "string" || typeof claim === "number" ? String(claim) : "";
  return text2.replace(/[^\x21-\x7e]+|`/g, "?").slice(0, 300);
}

// src/io/aws/permissions.ts
var FEATURES = [
  {
    what: "Which account a leaked key is of",
    action: "sts:GetAccessKeyInfo",
    /** The action knows no resources. */
    resource: () => "*",
    optional: false
  },
  {
    what: "Which user of your account holds the key, and when it was last used",
    action: "iam:GetAccessKeyLastUsed",
    resource: ({ partition, accountId }) => `arn:${partition.id}:iam::${accountId}:user/*`,
    optional: true
  }
];
function ownSessionPolicy(role, asked = {}) {
  const statements = [
    ...FEATURES.map(({ action, resource }) => ({ Effect: "Allow", Action: action, Resource: resource(role) })),
    ...extra(asked.audit, AUDIT),
    ...extra(asked.abilities, ABILITIES),
    ...extra(asked.deactivate, DEACTIVATE),
    ...extra(asked.analyzer, ["access-analyzer:ValidatePolicy"]),
    ...extra(asked.checks, CHECKS)
  ];
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
var extra = (wanted2, Action) => wanted2 ? [{ Effect: "Allow", Action, Resource: "*" }] : [];
var ABILITIES = KEY_CALLS.map(permissionOf);
var DEACTIVATE = ["iam:UpdateAccessKey", "iam:AttachUserPolicy"];
var CHECKS = POLICY_CHECKS.map((name) => `access-analyzer:${name}`);
var AUDIT = [...new Set(ACCOUNT_CALLS.map(permissionOf))];

// src/io/aws/setting-values.ts
var ROLE_ARN = /^arn:([a-z0-9-]+):iam::(\d{12}):role\/((?:[!-~]+\/)?)([\w+=,.@-]{1,64})$/;
function roleArn(text2) {
  if (text2 === "") return void 0;
  const match = ROLE_ARN.exec(text2);
  if (!match) {
    throw new Problem(
      `role-to-assume: \`${clip2(text2)}\` is not the ARN of a role; write it whole, as in arn:aws:iam::111122223333:role/keylatch`
    );
  }
  const [arn, id, accountId, , name] = match;
  const partition = partitionNamed(id);
  if (!partition)
    throw new Problem(`role-to-assume: \`${id}\` is not a partition of AWS; in most accounts it is \`aws\``);
  return { arn, partition, accountId, name };
}
function region(text2, role) {
  if (text2 === "") return void 0;
  if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text2)) {
    throw new Problem(`aws-region: \`${clip2(text2)}\` is not a region; write one such as us-east-1`);
  }
  requireSamePartition("aws-region", text2, role);
  return text2;
}
function requireSamePartition(input, text2, role) {
  const partition = partitionOfRegion(text2);
  if (!role || !partition || partition.id === role.partition.id) return;
  throw new Problem(
    `${input}: ${text2} lies in partition ${partition.id}, but the role of role-to-assume in ${role.partition.id}; name a region of that partition, such as ${role.partition.homeRegion}`
  );
}
var LONGEST_SESSION_NAME = 64;
function sessionName(text2) {
  const fit = text2.replace(/[^\w+=,.@-]+/g, "-").slice(0, LONGEST_SESSION_NAME);
  return fit.length === 1 ? `keylatch-${fit}` : fit || void 0;
}
function sessionPolicy(text2) {
  if (text2 === "") return void 0;
  let document;
  try {
    document = JSON.parse(text2);
  } catch {
    throw new Problem("inline-session-policy: not JSON; write a policy document as JSON");
  }
  if (typeof document !== "object" || document === null || !("Statement" in document)) {
    throw new Problem("inline-session-policy: a policy document needs a Statement");
  }
  const line = JSON.stringify(document);
  if (line.length > 2048) {
    throw new Problem(`inline-session-policy: ${line.length} characters, STS takes 2048; use managed-session-policies`);
  }
  return line;
}
function managedPolicies(text2) {
  const arns = words(text2);
  const odd = arns.find((arn) => !/^arn:[a-z0-9-]+:iam::(\d{12}|aws):policy\/[!-~]+$/.test(arn));
  if (odd) throw new Problem(`managed-session-policies: \`${clip2(odd)}\` is not the ARN of a managed policy`);
  if (arns.length > 10) throw new Problem(`managed-session-policies: ${arns.length} policies, STS takes 10`);
  return arns;
}
function accountIds(text2) {
  const ids = words(text2);
  const odd = ids.find((id) => !/^\d{12}$/.test(id));
  if (odd) throw new Problem(`allowed-account-ids: \`${clip2(odd)}\` is not an account id; write its 12 digits`);
  return ids;
}
function integer(name, text2, least, most) {
  if (text2 === "") return void 0;
  const value = Number(text2);
  if (/^\d+$/.test(text2) && value >= least && value <= most) return value;
  throw new Problem(`${name}: \`${clip2(text2)}\` is not a whole number from ${least} to ${most}`);
}
function flag(name, text2) {
  const value = text2.toLowerCase();
  if (value === "true") return true;
  if (value === "false" || value === "") return false;
  throw new Problem(`${name}: \`${clip2(text2)}\` is neither true nor false`);
}
function verifyMode(text2) {
  if (text2 === "live") return "live";
  if (text2 === "off" || text2 === "") return "off";
  throw new Problem(`verify: \`${clip2(text2)}\` is neither off nor live`);
}
function onLeak(text2) {
  if (text2 === "deactivate") return true;
  if (text2 === "tell" || text2 === "") return false;
  throw new Problem(`on-leak: \`${clip2(text2)}\` is neither tell nor deactivate`);
}
function analyzerMode(text2) {
  if (text2.toLowerCase() === "checks") return { analyzer: true, checks: true };
  if (/^(?:true|false|)$/i.test(text2)) return { analyzer: /^true$/i.test(text2) };
  throw new Problem(`access-analyzer: \`${clip2(text2)}\` is none of true, false and checks`);
}
function externalId(text2) {
  if (text2 === "" || /^[\w+=,.@:/-]{2,1224}$/.test(text2)) return text2 || void 0;
  throw new Problem("role-external-id: 2 to 1224 of the characters a-z A-Z 0-9 _ + = , . @ : / -");
}
var MOST_TAGS = 50;
function customTags(text2) {
  if (text2 === "") return [];
  let given;
  try {
    given = JSON.parse(text2);
  } catch {
    throw new Problem('custom-tags: not JSON; write an object, such as {"team": "shop"}');
  }
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new Problem("custom-tags: not an object");
  const tags = Object.entries(given).map(([Key, value]) => ({ Key, Value: String(value) }));
  const odd = tags.find(
    ({ Key, Value }) => !/^[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/u.test(Key) || !/^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$/u.test(Value)
  );
  if (odd) throw new Problem(`custom-tags: \`${clip2(odd.Key)}\` is not a tag that AWS takes`);
  if (tags.length > MOST_TAGS) throw new Problem(`custom-tags: ${tags.length} tags, AWS takes ${MOST_TAGS}`);
  return tags;
}
function endpoint(text2) {
  if (text2 === "") return void 0;
  const url = URL.canParse(text2) ? new URL(text2) : void 0;
  const isLocal = url !== void 0 && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url && (url.protocol === "https:" || url.protocol === "http:" && isLocal)) return url.href.replace(/\/$/, "");
  throw new Problem("sts-endpoint: not an address; write it as https://host");
}
function proxyUrl(text2) {
  if (text2 === "") return void 0;
  const url = URL.canParse(text2) ? new URL(text2) : void 0;
  if (url && (url.protocol === "http:" || url.protocol === "https:")) return url.href;
  throw new Problem("http-proxy: not an address; write it as http://host:port");
}
var words = (text2) => text2.split(/[\s,]+/).filter((word2) => word2 !== "");
function clip2(text2) {
  return text2.replace(/\s+/g, " ").slice(0, 120);
}

// src/io/aws/token-source.ts
import { resolve } from "node:path";

// src/io/aws/unavailable.ts
var AwsUnavailable = class extends Problem {
  notification;
  constructor(level, message) {
    super(message);
    this.notification = { level, id: "aws-unavailable", message };
  }
};

// src/io/aws/token-source.ts
function tokenSource(file, env, workspace) {
  if (file !== void 0) return { secrets: [], token: async () => tokenIn2(file, workspace ?? "") };
  const service = tokenService(env);
  return service && {
    secrets: [service.bearer],
    token: (audience, limits, signal) => requestIdToken(service, audience, { env, limits, signal })
  };
}
function tokenIn2(file, workspace) {
  const text2 = readTextFile(resolve(workspace, file))?.trim();
  if (text2) return text2;
  throw new AwsUnavailable("warning", `web-identity-token-file: there is no token in ${file}.`);
}

// src/io/aws/credentials.ts
async function openAws(settings, deps) {
  if (!settings.role && !settings.useExistingCredentials) return { notifications: [] };
  try {
    return { session: await assumeRole(settings, deps), notifications: [] };
  } catch (error2) {
    if (!(error2 instanceof Problem) || settings.requireAws) throw error2;
    return { notifications: [notificationOf(error2)] };
  }
}
function notificationOf(error2) {
  if (error2 instanceof AwsUnavailable) return error2.notification;
  return { level: "warning", id: "aws-unavailable", message: `${error2.message}. AWS is done without.` };
}
async function assumeRole(settings, deps) {
  const { role } = settings;
  const { core } = deps;
  if (role && settings.maskAccountId) core.setSecret(role.accountId);
  const deadline = settings.timeoutSeconds === void 0 ? {} : { deadline: settings.timeoutSeconds * 1e3 };
  const limits = { ...DEFAULT_LIMITS, attempts: settings.retryMaxAttempts, ...deps.limits, ...deadline };
  const needsCurrent = settings.roleChaining || settings.useExistingCredentials;
  if (settings.unsetCurrentCredentials && !needsCurrent) unsetCredentials(core);
  const connection = { ...connectionOf(settings, deps.env), limits };
  const existing = settings.useExistingCredentials ? await existingSession(settings, connection, deps) : void 0;
  if (existing) {
    writeOutputs(core, existing, await existing.credentials(), settings);
    return existing;
  }
  if (!role) {
    throw new AwsUnavailable(
      "warning",
      "use-existing-credentials: there are no valid AWS credentials in the environment; run the step that gets them before this one, or set role-to-assume."
    );
  }
  const { session, credentials } = await newSession(role, settings, connection, deps);
  writeOutputs(core, session, credentials, settings);
  if (settings.exportCredentials) exportCredentials(core, session.region, credentials, deps.env);
  return session;
}
function connectionOf(settings, env) {
  const { role, httpProxy, noProxy, stsEndpoint } = settings;
  const fromEnv = env.AWS_REGION || env.AWS_DEFAULT_REGION;
  if (!settings.region && fromEnv) requireSamePartition("AWS_REGION", fromEnv, role);
  const region2 = settings.region ?? (fromEnv || role?.partition.homeRegion) ?? "us-east-1";
  return {
    region: region2,
    env: noProxy ? { ...env, no_proxy: noProxy, NO_PROXY: noProxy } : env,
    ...httpProxy ? { httpProxy } : {},
    ...stsEndpoint ? { stsEndpoint } : {}
  };
}
async function existingSession(settings, connection, { core }) {
  const { GetCallerIdentityCommand } = await import("./lazy-io-aws-sts-client.js");
  const client = await stsClient(connection);
  const signal = deadlineOf(connection.limits);
  const asked = await attempt(
    async () => {
      const credentials2 = await client.config.credentials();
      mask(core, credentials2);
      const identity = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
      return { credentials: credentials2, accountId: identity.Account ?? "", arn: identity.Arn ?? "" };
    },
    { limits: connection.limits, signal, isTransient, onRetry: (error2) => core.info(`STS: ${faultText(error2)}`) }
  );
  client.destroy();
  if (!asked.done || asked.value.accountId === "") {
    core.info("There are no valid AWS credentials in the environment.");
    return void 0;
  }
  const { credentials, accountId, arn } = asked.value;
  if (settings.maskAccountId) core.setSecret(accountId);
  requireAllowed("the existing credentials are", accountId, settings);
  core.info(`Using the existing AWS credentials of ${nameOf(arn, accountId, settings)}.`);
  return sessionOf(credentials, connection, { accountId, arn, maskAccountId: settings.maskAccountId });
}
async function newSession(role, settings, connection, deps) {
  const { core } = deps;
  const source = settings.roleChaining ? void 0 : tokenSource(settings.webIdentityTokenFile, connection.env, deps.env.GITHUB_WORKSPACE);
  if (!settings.roleChaining && !source) throw noTokenService(role, settings, deps);
  const answer = await askSts(role, source, settings, connection, deps);
  const credentials = checked(answer.Credentials);
  const arn = answer.AssumedRoleUser?.Arn ?? "";
  const accountId = arn.split(":")[4] ?? "";
  requireAllowed("STS gave credentials", accountId, settings);
  const session = sessionOf(credentials, connection, { accountId, arn, maskAccountId: settings.maskAccountId });
  const until = credentials.expiration ? ` until ${credentials.expiration.toISOString()}` : "";
  core.info(`Assumed ${nameOf(arn, accountId, settings)}${until}, with ${policyName(role, settings)}.`);
  return { session, credentials };
}
async function askSts(role, source, settings, connection, { core, env }) {
  const { limits } = connection;
  const audience = settings.audience ?? role.partition.audience;
  const request = requestOf(role, settings, env);
  const client = await stsClient(connection, source ? noCredentials : void 0);
  const signal = deadlineOf(limits);
  const secrets = [];
  const work = async () => {
    if (!source) return chain(client, request, settings.chain, signal);
    const token = await source.token(audience, limits, signal);
    core.setSecret(token);
    secrets.push(token);
    return exchange(client, { ...request, WebIdentityToken: token }, signal);
  };
  const onRetry = (error2, count) => core.info(`STS: ${shown(faultText(error2, secrets), role, settings)} (attempt ${count} of ${limits.attempts})`);
  const asked = await attempt(work, { limits, signal, isTransient, attemptsFor, onRetry });
  client.destroy();
  if (asked.done) {
    mask(core, {
      accessKeyId: asked.value.Credentials?.AccessKeyId,
      secretAccessKey: asked.value.Credentials?.SecretAccessKey,
      sessionToken: asked.value.Credentials?.SessionToken
    });
    return asked.value;
  }
  if (asked.error instanceof AwsUnavailable) throw asked.error;
  const text2 = explainRefusal({
    ...asked,
    role,
    endpoint: endpointOf("sts", connection),
    audience,
    claims: claimsOf(secrets.at(-1) ?? ""),
    chained: !source,
    secrets: [...secrets, ...source?.secrets ?? []]
  });
  throw new AwsUnavailable("warning", shown(text2, role, settings));
}
function attemptsFor(error2) {
  return error2 instanceof TokenServiceFault && error2.name === "TimeoutError" ? 3 : void 0;
}
function requestOf(role, settings, env) {
  const { managedSessionPolicies, exportCredentials: exportCredentials2, outputCredentials } = settings;
  const policy = sessionPolicyOf(role, settings);
  const forOthers = exportCredentials2 || outputCredentials;
  return {
    RoleArn: role.arn,
    RoleSessionName: settings.roleSessionName ?? `keylatch-${env.GITHUB_RUN_ID?.match(/^\d{1,20}$/)?.[0] ?? "run"}`,
    DurationSeconds: settings.roleDurationSeconds ?? (forOthers ? 3600 : 900),
    ...policy ? { Policy: policy } : {},
    ...managedSessionPolicies.length > 0 ? { PolicyArns: managedSessionPolicies.map((arn) => ({ arn })) } : {}
  };
}
function sessionPolicyOf(role, settings) {
  const { inlineSessionPolicy, managedSessionPolicies, exportCredentials: exportCredentials2, outputCredentials } = settings;
  if (inlineSessionPolicy) return inlineSessionPolicy;
  return exportCredentials2 || outputCredentials || managedSessionPolicies.length > 0 ? void 0 : ownSessionPolicy(role, settings.asked);
}
function policyName(role, settings) {
  const { inlineSessionPolicy, managedSessionPolicies } = settings;
  if (inlineSessionPolicy || managedSessionPolicies.length > 0) return "the session policies given";
  return sessionPolicyOf(role, settings) ? "Keylatch's own session policy" : "all that the role may do";
}
async function exchange(client, request, abortSignal) {
  const { AssumeRoleWithWebIdentityCommand } = await import("./lazy-io-aws-sts-client.js");
  return client.send(new AssumeRoleWithWebIdentityCommand(request), { abortSignal });
}
async function chain(client, request, { externalId: externalId2, tags, transitiveTagKeys }, abortSignal) {
  const { AssumeRoleCommand } = await import("./lazy-io-aws-sts-client.js");
  const own = {
    ...externalId2 ? { ExternalId: externalId2 } : {},
    ...tags.length > 0 ? { Tags: [...tags] } : {},
    ...transitiveTagKeys.length > 0 ? { TransitiveTagKeys: [...transitiveTagKeys] } : {}
  };
  return client.send(new AssumeRoleCommand({ ...request, ...own }), { abortSignal });
}
async function noCredentials() {
  return { accessKeyId: "", secretAccessKey: "" };
}
function noTokenService(role, settings, { fork }) {
  const message = fork ? `This pull request comes from a fork, and GitHub gives such a job no id token: ${role.arn} was not assumed, and leaked keys are not looked up in AWS. The scan itself is whole.` : `The job may not ask for an id token, so ${role.arn} was not assumed and leaked keys are not looked up in AWS. Add to the job: \`${PERMISSION_LINES}\` (in a reusable workflow, to the calling job too).`;
  return new AwsUnavailable("note", shown(message, role, settings));
}
function requireAllowed(whose, accountId, { allowedAccountIds, maskAccountId }) {
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(accountId)) return;
  const allowed = allowedAccountIds.map((id) => shownAccount(id, maskAccountId));
  const account = accountId === "" ? "an unknown account" : `account ${shownAccount(accountId, maskAccountId)}`;
  throw new Problem(
    `allowed-account-ids: ${whose} of ${account}, which is not one of ${allowed.join(", ")}; nothing was exported`
  );
}
function checked(credentials) {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) {
    throw new AwsUnavailable("warning", "STS answered without credentials; check AWS_ENDPOINT_URL_STS.");
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...Expiration ? { expiration: Expiration } : {}
  };
}
function mask(core, credentials) {
  for (const value of [credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken]) {
    if (typeof value === "string" && value !== "") core.setSecret(value);
  }
}
function sessionOf(credentials, connection, identity) {
  const { expiration } = credentials;
  return {
    ...identity,
    partition: identity.arn.split(":")[1] ?? "aws",
    region: connection.region,
    ...expiration ? { expiration } : {},
    connection: () => connection,
    credentials: async () => credentials
  };
}
function nameOf(arn, accountId, { maskAccountId }) {
  return arn.replace(accountId, shownAccount(accountId, maskAccountId));
}
function shown(text2, role, { maskAccountId }) {
  return text2.replaceAll(role.accountId, shownAccount(role.accountId, maskAccountId));
}

// src/io/aws/api/ask-once.ts
var LIMITS = { ...DEFAULT_LIMITS, attempts: 5, deadline: 12e4 };
var AskOnce = class {
  #api;
  #most;
  #known = /* @__PURE__ */ new Map();
  #refusals = /* @__PURE__ */ new Map();
  constructor(session, most, limits = {}) {
    const bounds = { ...LIMITS, ...limits };
    this.#api = new AwsApi(session, bounds, deadlineOf(bounds));
    this.#most = most;
  }
  async ask(call, parameters) {
    const key = `${call.name} ${JSON.stringify(parameters)}`;
    const asked = this.#known.get(key);
    if (asked) return await asked;
    if (this.isFull || this.#refusals.has(`${call.name} AccessDenied`)) return void 0;
    const answer = this.#once(call, parameters);
    this.#known.set(key, answer);
    return await answer;
  }
  async #once(call, parameters) {
    try {
      return await this.#api.call(call, parameters);
    } catch (error2) {
      const why = faultName(error2);
      this.#refusals.set(`${call.name} ${why}`, { call, why });
      return void 0;
    }
  }
  get count() {
    return this.#known.size;
  }
  get isFull() {
    return this.#known.size >= this.#most;
  }
  get refusals() {
    return [...this.#refusals.values()];
  }
};

// src/io/aws/validate-policy.ts
var VALIDATE_POLICY = {
  name: "access-analyzer:ValidatePolicy",
  lost: "AWS\u2019s own opinion of policies is not told",
  protocol: { kind: "rest", method: "POST", path: "/policy/validation", answers: "json" }
};
var MOST = 100;
function policyValidator(session, limits = {}) {
  const questions = new AskOnce(session, MOST, limits);
  const validate = async (policyDocument, policyType) => {
    const answer = await questions.ask(VALIDATE_POLICY, { policyDocument, policyType });
    return answer && listOf(answer.findings).map(opinionOf);
  };
  const notifications = () => [
    ...questions.refusals.map(refusalTold),
    ...questions.isFull ? [analyzerTold(`AWS was asked about the first ${MOST} policies only.`)] : []
  ];
  return { validate, notifications };
}
var analyzerTold = (message) => ({ level: "warning", id: "access-analyzer", message });
function refusalTold({ call, why }) {
  return analyzerTold(`${call.name} was not answered (${why}): ${call.lost}. docs/account.md has the permission.`);
}
function opinionOf(finding) {
  const statement = statementIn(finding.locations);
  return {
    type: finding.findingType,
    code: String(finding.issueCode),
    details: String(finding.findingDetails),
    ...finding.learnMoreLink ? { link: String(finding.learnMoreLink) } : {},
    ...statement === void 0 ? {} : { statement }
  };
}
function statementIn(locations) {
  const path = listOf(listOf(locations)[0]?.path);
  const index = path[0]?.value === "Statement" ? path[1]?.index : void 0;
  return typeof index === "number" ? index : void 0;
}

// src/io/aws/policy-checks.ts
var PRICE = 2e-3;
var MOST2 = 50;
var PRICE_TOLD = `Custom policy checks of AWS: at most ${MOST2} a run, ${dollars(PRICE)} US dollars each, so ${dollars(MOST2 * PRICE)} at most.`;
var check = (name, path, lost) => ({
  name: `access-analyzer:${name}`,
  lost,
  protocol: { kind: "rest", method: "POST", path, answers: "json" }
});
var POLICY_CHECK_CALLS = {
  CheckNoNewAccess: check(
    "CheckNoNewAccess",
    "/policy/check-no-new-access",
    "whether AWS finds new access in changed policies is not told"
  ),
  CheckAccessNotGranted: check(
    "CheckAccessNotGranted",
    "/policy/check-access-not-granted",
    "whether AWS finds the actions granted that must not be is not told"
  ),
  CheckNoPublicAccess: check(
    "CheckNoPublicAccess",
    "/policy/check-no-public-access",
    "whether AWS finds changed policies of resources public is not told"
  )
};
function policyChecker(session, deniedActions, limits = {}) {
  const questions = new AskOnce(session, MOST2, limits);
  const checks = {
    deniedActions,
    ask: async (name, parameters) => {
      const answer = await questions.ask(POLICY_CHECK_CALLS[name], parameters);
      return answer && {
        passes: answer.result === "PASS",
        message: String(answer.message ?? ""),
        reasons: listOf(answer.reasons).map(({ description, statementIndex }) => ({
          description: String(description ?? ""),
          ...typeof statementIndex === "number" ? { statement: statementIndex } : {}
        }))
      };
    }
  };
  const notifications = () => [
    ...questions.refusals.map(refusalTold),
    ...questions.count > 0 ? [cost(questions.count)] : [],
    ...questions.isFull ? [analyzerTold(`Of the checks that AWS charges for the first ${MOST2} were asked only.`)] : []
  ];
  return { checks, notifications };
}
function cost(count) {
  const message = `AWS was asked ${count} custom policy ${count === 1 ? "check" : "checks"}, ${dollars(count * PRICE)} US dollars.`;
  return { level: "note", id: "access-analyzer-cost", message };
}
function dollars(amount) {
  return amount.toFixed(3).replace(/0$/, "");
}

// src/io/aws/settings.ts
function awsInputs(getInput2, withoutSecrets) {
  const isSet = (name) => getInput2(name).trim().toLowerCase() === "true";
  const maskAccountId = isSet("mask-aws-account-id");
  try {
    const settings = awsSettings(getInput2);
    const notifications = settings ? [...sessionNameNote(getInput2("role-session-name").trim(), settings), ...chainNote(settings)] : [];
    return { ...optional("settings", settings), maskAccountId, notifications };
  } catch (error2) {
    if (!(error2 instanceof Problem)) throw error2;
    const isExcused = error2 instanceof NoRole && withoutSecrets;
    if (isSet("require-aws") && !isExcused) throw error2;
    const why = isExcused ? " GitHub gives the jobs of forks and of Dependabot no secrets, and one may stand there." : "";
    const shown2 = maskAccountId ? error2.message.replace(/\b\d{12}\b/g, (id) => shownAccount(id, true)) : error2.message;
    const message = `${shown2}.${why} AWS is done without; the scan itself is whole.`;
    const level = error2 instanceof NoRole ? "note" : "warning";
    return { maskAccountId, notifications: [{ level, id: "aws-unavailable", message }] };
  }
}
var NoRole = class extends Problem {
};
function sessionNameNote(asked, { roleSessionName }) {
  if (asked === "" || asked === roleSessionName) return [];
  const message = `role-session-name: \`${clip2(asked)}\` is not what STS takes (2 to 64 of a-z A-Z 0-9 _ + = , . @ -); the session is called \`${roleSessionName}\`.`;
  return [{ level: "note", id: "session-name", message }];
}
function chainNote({ roleChaining, chain: chain2 }) {
  if (roleChaining) return [];
  const idle = [
    ...chain2.externalId ? ["role-external-id"] : [],
    ...chain2.tags.length > 0 ? ["custom-tags"] : [],
    ...chain2.transitiveTagKeys.length > 0 ? ["transitive-tag-keys"] : []
  ];
  if (idle.length === 0) return [];
  const message = `${idle.join(", ")}: left out, since AWS takes them with role-chaining only; with a web identity tags come from the token.`;
  return [{ level: "note", id: "aws-setting-unused", message }];
}
function awsSettings(getInput2) {
  const read = (name) => getInput2(name).trim();
  const role = roleArn(named(read("role-to-assume")));
  const settings = {
    ...optional("role", role),
    ...optional("region", region(read("aws-region"), role)),
    ...optional("audience", read("audience")),
    ...optional("roleSessionName", sessionName(read("role-session-name"))),
    ...optional("roleDurationSeconds", integer("role-duration-seconds", read("role-duration-seconds"), 900, 43200)),
    ...optional("inlineSessionPolicy", sessionPolicy(read("inline-session-policy"))),
    managedSessionPolicies: managedPolicies(read("managed-session-policies")),
    allowedAccountIds: accountIds(read("allowed-account-ids")),
    maskAccountId: flag("mask-aws-account-id", read("mask-aws-account-id")),
    roleChaining: flag("role-chaining", read("role-chaining")),
    useExistingCredentials: flag("use-existing-credentials", read("use-existing-credentials")),
    exportCredentials: flag("export-credentials", read("export-credentials")),
    outputCredentials: flag("output-credentials", read("output-credentials")),
    retryMaxAttempts: integer("retry-max-attempts", read("retry-max-attempts"), 1, 20) ?? 5,
    ...optional("httpProxy", proxyUrl(read("http-proxy"))),
    ...optional("noProxy", read("no-proxy")),
    ...optional("stsEndpoint", endpoint(read("sts-endpoint"))),
    ...optional("timeoutSeconds", integer("action-timeout-s", read("action-timeout-s"), 1, 3600)),
    unsetCurrentCredentials: flag("unset-current-credentials", read("unset-current-credentials")),
    ...optional("webIdentityTokenFile", read("web-identity-token-file")),
    chain: {
      ...optional("externalId", externalId(read("role-external-id"))),
      tags: customTags(read("custom-tags")),
      transitiveTagKeys: words(read("transitive-tag-keys"))
    },
    requireAws: flag("require-aws", read("require-aws")),
    verify: verifyMode(read("verify")),
    asked: {
      audit: flag("audit-account", read("audit-account")),
      abilities: flag("key-abilities", read("key-abilities")),
      deactivate: onLeak(read("on-leak")),
      ...analyzerMode(read("access-analyzer")),
      deniedActions: words(read("access-analyzer-denied-actions"))
    }
  };
  return checkTogether(settings);
}
function named(role) {
  if (!/^arn:[a-z0-9-]*:iam::\s*:role\/|:role\/\s*$/.test(role)) return role;
  throw new NoRole(
    `role-to-assume: \`${clip2(role)}\` lacks its account or its name: is the secret or variable that it takes them from set?`
  );
}
function checkTogether(settings) {
  const { role, roleChaining, roleDurationSeconds = 0, allowedAccountIds, useExistingCredentials } = settings;
  if (roleChaining && roleDurationSeconds > 3600) {
    throw new Problem("role-duration-seconds: a chained role lasts an hour at most; write 3600 or less");
  }
  if (role) {
    if (allowedAccountIds.length > 0 && !allowedAccountIds.includes(role.accountId)) {
      throw new Problem(
        `role-to-assume: account ${role.accountId} is not in allowed-account-ids (${allowedAccountIds.join(", ")})`
      );
    }
    return settings;
  }
  if (useExistingCredentials) return settings;
  const orphan = NEED_A_ROLE.find(([key]) => settings[key]) ?? askedFor(settings);
  if (orphan) throw new NoRole(`${orphan[1]}: there is no role to get credentials of; set role-to-assume to its ARN`);
  return settings.verify === "live" ? settings : void 0;
}
function askedFor({ asked }) {
  if (asked.audit) return ["asked", "audit-account"];
  if (asked.abilities) return ["asked", "key-abilities"];
  if (asked.analyzer) return ["asked", "access-analyzer"];
  return asked.deactivate ? ["asked", "on-leak"] : void 0;
}
var NEED_A_ROLE = [
  ["roleChaining", "role-chaining"],
  ["exportCredentials", "export-credentials"],
  ["outputCredentials", "output-credentials"],
  ["requireAws", "require-aws"]
];
function optional(key, value) {
  return value === void 0 || value === "" ? {} : { [key]: value };
}

// src/io/aws/triage.ts
async function triage(findings, leaked, session, options) {
  const idle = !session && options.trustedAccounts.size === 0 && options.verify === "off";
  if (idle || leaked.length === 0) return { findings, notifications: [], proven: [] };
  const { facts, notifications } = await lookUp(leaked, session, options);
  const byFingerprint = /* @__PURE__ */ new Map();
  for (const { fingerprint, keyId } of leaked) {
    const known = facts.get(keyId);
    if (known && !byFingerprint.has(fingerprint)) byFingerprint.set(fingerprint, known);
  }
  const mask2 = options.maskAccountId ?? session?.maskAccountId ?? false;
  const inquiries = options.abilities && session ? await inquireAll(leaked, byFingerprint, session, options) : void 0;
  const triaged = findings.map((finding) => {
    const known = byFingerprint.get(finding.fingerprint);
    const inquiry = inquiries?.get(finding.fingerprint);
    const told = known ? withFacts(finding, known, options.now, mask2) : finding;
    return inquiry ? withInquiry(told, inquiry) : told;
  });
  return {
    findings: triaged,
    notifications: [...notifications, ...missingOf([...inquiries?.values() ?? []])],
    proven: leaked.flatMap(({ fingerprint, keyId }) => {
      const { owner, live, user, temporary } = byFingerprint.get(fingerprint) ?? {};
      const isProven = owner === "own" && live?.state === "live" && !temporary;
      return isProven && user ? [{ fingerprint, keyId, user }] : [];
    })
  };
}
var MOST_INQUIRIES = 5;
async function inquireAll(leaked, facts, session, { limits }) {
  const own = leaked.filter(({ fingerprint }) => facts.get(fingerprint)?.owner === "own").slice(0, MOST_INQUIRIES);
  const found = await Promise.all(
    own.map(async ({ fingerprint, keyId }) => {
      const inquiry = await inquireKey(session, ownKey(keyId, facts.get(fingerprint)), limits);
      return [fingerprint, inquiry];
    })
  );
  return new Map(found);
}
function withInquiry(finding, inquiry) {
  const sentence = inquirySentence(inquiry);
  const weight = weightOf(inquiry);
  const { abilities } = inquiry;
  return {
    ...finding,
    severity: weight === "grave" ? "critical" : weight === "none" ? "high" : finding.severity,
    message: sentence ? `${finding.message} ${sentence}` : finding.message,
    properties: {
      ...finding.properties,
      ...abilities ? { awsServices: abilities.services.map(({ service }) => service), awsFrom: abilities.from } : {},
      ...abilities && abilities.ways.length > 0 ? { awsWays: abilities.ways.map((steps) => steps.join(" \u2192 ")) } : {},
      ...inquiry.otherKeys.length > 0 ? { awsOtherKeys: inquiry.otherKeys.length } : {}
    }
  };
}
function missingOf(inquiries) {
  const calls = [...new Set(inquiries.flatMap(({ missing }) => missing.map(({ call, why }) => `${call} (${why})`)))];
  if (calls.length === 0) return [];
  const message = `What leaked keys can do is not known whole: AWS did not answer ${calls.join(", ")}. docs/account.md has the permissions.`;
  return [{ level: "warning", id: "aws-triage", message }];
}
function withFacts(finding, facts, now, mask2) {
  if (facts.owner === "unknown" && !facts.live) return finding;
  const said = describeKey(facts, now, mask2);
  const commands = commandsFor(facts, now);
  const { accountId, user, lastUsed, live, owner } = facts;
  const isReal = accountId !== void 0 && isOfDocumentation(accountId) && isOurs(facts);
  const weight = isReal ? asOfRealAccount(finding) : finding;
  return {
    ...weight,
    severity: severityOf(weight.severity, facts),
    message: said === "" ? finding.message : `${finding.message} ${said}`,
    remediation: commands.length === 0 ? finding.remediation : `${mendAdvice(commands)}
${finding.remediation}`,
    properties: {
      ...finding.properties,
      awsOwner: owner,
      ...accountId && !mask2 ? { awsAccount: accountId } : {},
      ...user ? { awsUser: user } : {},
      ...lastUsed?.date ? { awsLastUsed: lastUsed.date.toISOString() } : {},
      ...live ? { awsLive: live.state === "live" } : {},
      ...commands.length > 0 ? { commands: commands.map(({ command }) => command) } : {}
    }
  };
}
var isOurs = ({ owner, live }) => owner === "own" || live?.state === "live";
function asOfRealAccount({ confidenceReason: _, ...finding }) {
  return { ...finding, severity: finding.properties.pair === true ? "critical" : "high", confidence: "high" };
}
function severityOf(severity, { owner, live }) {
  if (live?.state === "live") return "critical";
  if (owner !== "own" && owner !== "trusted") return severity;
  return SEVERITIES[Math.max(0, SEVERITIES.indexOf(severity) - 1)];
}

// src/action/audit.ts
var EVENTS = /* @__PURE__ */ new Set(["schedule", "workflow_dispatch", "push"]);
function auditOf({ auditAccount, auditRegions }, { name }, session) {
  if (!auditAccount) return { notifications: [] };
  if (!EVENTS.has(name)) return leftOut(`it does not count on ${name}, only on ${[...EVENTS].join(", ")}`);
  if (!session) return leftOut("there are no AWS credentials");
  if (session.maskAccountId) return leftOut("mask-aws-account-id hides the ARNs that it would tell");
  return {
    notifications: [],
    audit: async () => {
      const { collectAccount, requestsTold } = await import("./lazy-io-aws-account-collect.js");
      const { snapshot, counts } = await collectAccount(session, {
        now: /* @__PURE__ */ new Date(),
        ...auditRegions.length > 0 ? { regions: auditRegions } : {}
      });
      return { snapshot, told: [requestsTold(counts)] };
    }
  };
}
function leftOut(why) {
  return { notifications: [{ level: "note", id: "account-left-out", message: `audit-account: ${why}.` }] };
}

// src/action/channels.ts
import { createHash as createHash2 } from "node:crypto";

// src/io/github/check-run.ts
import { createHash } from "node:crypto";

// src/report/github/numbers-line.ts
function numbersLine(report) {
  const { fresh } = groupsOf(report);
  const ways = fresh.filter((finding) => pathOf(finding) !== void 0).length;
  const leaks = new Set(fresh.filter(({ secret }) => secret).map(({ fingerprint }) => fingerprint)).size;
  const others = fresh.filter((finding) => !finding.secret && pathOf(finding) === void 0).length;
  return [
    ...permitted(openFirst(report)),
    ...ways > 0 ? [plural(ways, "way to more power", "ways to more power")] : [],
    ...leaks > 0 ? [plural(leaks, "leaked secret")] : [],
    ...others > 0 ? [plural(others, "other finding")] : []
  ].join(", ");
}
function permitted(changes) {
  const wider = changes.filter(({ actionsBefore, actionsAfter }) => actionsAfter > actionsBefore);
  const opened = changes.filter(({ actionsAfter }) => actionsAfter === 0).length;
  const actions = wider.reduce((sum, { actionsBefore, actionsAfter }) => sum + actionsAfter - actionsBefore, 0);
  const what = wider.every(({ holder }) => /^role |^aws_iam_role\b/.test(holder)) ? "role" : "holder";
  return [
    ...actions > 0 ? [`+${plural(actions, "action")} on ${plural(wider.length, what)}`] : [],
    ...opened > 0 ? [`${plural(opened, "policy", "policies")} that let more in`] : []
  ];
}

// src/report/github/check-run.ts
var BATCH = 50;
var MOST_ANNOTATIONS = 2e3;
var LONGEST_SUMMARY = 6e4;
var LONGEST_TITLE = 200;
function checkRun(report) {
  const all = findingAnnotations(report);
  const annotations = all.flatMap(annotationOf).slice(0, MOST_ANNOTATIONS);
  const batches = [];
  for (let at = 0; at < annotations.length; at += BATCH) batches.push(annotations.slice(at, at + BATCH));
  const left = all.length - annotations.length;
  const note = left > 0 ? `${plural(left, "finding")} not annotated here: more than ${MOST_ANNOTATIONS}, or on no line of a file at the head.

` : "";
  return {
    conclusion: report.verdict === "pass" ? "success" : "failure",
    output: { title: titleOf(report), summary: note + renderSummary(report, { limit: LONGEST_SUMMARY - note.length }) },
    batches,
    left
  };
}
function titleOf(report) {
  if (report.verdict === "broken") return clip(visible(report.reason), LONGEST_TITLE);
  const numbers = numbersLine(report);
  const count = groupsOf(report).fresh.length;
  return clip(numbers || (count > 0 ? plural(count, "new finding") : "Nothing new"), LONGEST_TITLE);
}
var LEVEL = { error: "failure", warning: "warning", note: "notice" };
function annotationOf({ level, title, message, uri, line, endLine, column, endColumn }) {
  if (uri === void 0 || line === void 0) return [];
  const columns = column !== void 0 && endColumn !== void 0 ? { start_column: column, end_column: endColumn } : {};
  return [
    {
      path: uri,
      start_line: line,
      end_line: endLine ?? line,
      ...columns,
      annotation_level: LEVEL[level],
      title: clip(visible(title), LONGEST_TITLE),
      message: clip(visibleLines(message), LONGEST_MESSAGE)
    }
  ];
}

// src/io/github/check-run.ts
var NAME = "Keylatch";
async function postCheckRun(client, report, place) {
  const { octokit, owner, repo } = client;
  const run2 = checkRun(report);
  const external_id = `${place.key} ${digestOf(run2)}`;
  const listed = await octokit.rest.checks.listForRef({
    owner,
    repo,
    ref: place.head,
    check_name: NAME,
    filter: "all",
    per_page: 100
  });
  if (listed.data.check_runs.some((known) => known.external_id === external_id)) return run2.left;
  const [first = [], ...rest] = run2.batches.map((batch) => [...batch]);
  const { data } = await octokit.rest.checks.create({
    owner,
    repo,
    name: NAME,
    head_sha: place.head,
    external_id,
    status: "completed",
    conclusion: run2.conclusion,
    ...place.runUrl ? { details_url: place.runUrl } : {},
    output: { ...run2.output, annotations: first }
  });
  for (const annotations of rest) {
    await octokit.rest.checks.update({ owner, repo, check_run_id: data.id, output: { ...run2.output, annotations } });
  }
  return run2.left;
}
function digestOf({ conclusion, output, batches }) {
  const text2 = JSON.stringify([conclusion, output.title, batches]);
  return createHash("sha256").update(text2).digest("hex").slice(0, 32);
}

// src/io/github/code-scanning.ts
import { gzipSync } from "node:zlib";
var LARGEST = 10 * 1024 * 1024;
async function uploadSarif({ octokit, owner, repo }, sarif, { head, ref }) {
  const packed = gzipSync([...sarif].join(""));
  if (packed.length > LARGEST) return `SARIF of ${packed.length} bytes, packed, is more than GitHub takes (10 MiB)`;
  await octokit.rest.codeScanning.uploadSarif({
    owner,
    repo,
    commit_sha: head,
    ref,
    sarif: packed.toString("base64"),
    tool_name: "Keylatch"
  });
  return void 0;
}

// src/report/github/marks.ts
var FINDING = /^<!-- keylatch:finding ([0-9a-f]{8}) ([0-9a-f]{32}) -->/;
var CONVERSATION = /^<!-- keylatch:conversation ([0-9a-f]{8}) -->/;
function findingMark(key, fingerprint) {
  return `<!-- keylatch:finding ${key} ${fingerprint} -->`;
}
function markedFinding(key, body) {
  const [, of, fingerprint] = FINDING.exec(body) ?? [];
  return of === key ? fingerprint : void 0;
}
function conversationMark(key) {
  return `<!-- keylatch:conversation ${key} -->`;
}
function isConversation(key, body) {
  return CONVERSATION.exec(body)?.[1] === key;
}

// src/report/github/conversation.ts
var MOST_FINDINGS = 10;
var LONGEST_LIST = 8e3;
function conversationBody(report, options) {
  const { fresh } = groupsOf(report);
  const changes = changesList(openFirst(report), LONGEST_LIST);
  const isQuiet = report.verdict === "pass" && fresh.length === 0 && changes === "";
  const parts = [
    `### ${VERDICT_MARK[report.verdict]} Keylatch: ${VERDICT_WORD[report.verdict]}`,
    isQuiet ? "Nothing new: no secret, and nothing newly permitted." : markdownText(numbersLine(report)),
    report.verdict === "pass" ? "" : markdownMessage(clip(report.reason, LONGEST_MESSAGE)),
    changes === "" ? "" : `**What this change newly permits**

${changes}`,
    findingsList(report),
    nextStep(report),
    footer(report, options)
  ];
  const text2 = neutraliseCommands(parts.filter((part) => part !== "").join("\n\n"));
  return { body: `${conversationMark(options.key)}
${text2}
`, isQuiet };
}
function findingsList(report) {
  const { fresh } = groupsOf(report);
  const rows = fresh.slice(0, MOST_FINDINGS).map((finding) => {
    const link = linkTo(report, finding.location);
    const place = markdownCode(placeInHistory(finding.location));
    const where = link ? `[${place}](${link})` : place;
    return `- ${SEVERITY_MARK[finding.severity]} ${where} ${markdownMessage(clip(finding.message, 300))}`;
  });
  if (rows.length === 0) return "";
  const left = fresh.length - rows.length;
  return ["**What was found**\n", ...rows, ...left > 0 ? [`- and ${plural(left, "more finding")}`] : []].join("\n");
}
function nextStep(report) {
  if (report.verdict === "broken")
    return "**Next:** mend what is named above and run it again; nothing that was not read counts as clean.";
  const { fresh } = groupsOf(report);
  const blocking = fresh.filter((finding) => finding.blocking);
  if (blocking.some(({ secret }) => secret)) {
    return "**Next:** revoke the leaked credentials and issue new ones; then take them out of the commits. Deleting the line is not enough.";
  }
  if (blocking.length > 0)
    return `**Next:** fix ${blocking.length === 1 ? "it" : "them"} on the lines above, or allow what is meant so in \`.keylatch.yml\` with a reason.`;
  return "";
}
function footer({ tool, repository }, { runUrl: runUrl2 }) {
  const name = `[Keylatch](${tool.informationUri})`;
  const commit = repository ? ` \xB7 ${markdownCode(repository.commit.slice(0, 7))}` : "";
  return `<sub>${name}${commit}${runUrl2 ? ` \xB7 [the whole report](${runUrl2})` : ""}</sub>`;
}

// src/report/github/thread.ts
var MOST_COMMENTS = 25;
var MOST_FILE_COMMENTS = 5;
function newComments(report, key, known, diff) {
  const said = new Set(known);
  const lines2 = [];
  const files = [];
  let left = 0;
  for (const finding of groupsOf(report).fresh) {
    const { fingerprint, location } = finding;
    if (said.has(fingerprint)) continue;
    said.add(fingerprint);
    const commentable = isFile(location.uri) ? diff.get(location.uri) : void 0;
    const place = commentable && hasHeadLine(finding) ? placeOn(finding, commentable) : void 0;
    if (place && lines2.length < MOST_COMMENTS) {
      const body = threadBody(report, finding, key, place.suggest);
      lines2.push({ fingerprint, path: location.uri, ...place.lines, side: "RIGHT", body });
    } else if (commentable && !place && files.length < MOST_FILE_COMMENTS) {
      files.push({ fingerprint, path: location.uri, body: threadBody(report, finding, key, false) });
    } else left++;
  }
  return { lines: lines2, files, left };
}
function placeOn(finding, commentable) {
  const { suggestion, location } = finding;
  if (suggestion) {
    const lines2 = Array.from(
      { length: suggestion.endLine - suggestion.startLine + 1 },
      (_, at) => suggestion.startLine + at
    );
    if (lines2.every((line) => commentable.has(line)))
      return { lines: span(suggestion.startLine, suggestion.endLine), suggest: true };
  }
  const { startLine, endLine } = location.region;
  if (commentable.has(startLine) && commentable.has(endLine)) return { lines: span(startLine, endLine), suggest: false };
  return commentable.has(startLine) ? { lines: span(startLine, startLine), suggest: false } : void 0;
}
function span(start, end) {
  return end > start ? { line: end, start_line: start, start_side: "RIGHT" } : { line: end };
}
function threadBody(report, finding, key, suggest) {
  const rule = rulesById(report).get(finding.ruleId);
  const advice = historyAdvice(finding);
  const title = markdownText(rule?.title ?? finding.ruleId);
  const link = linkTo(report, finding.location);
  const where = suggest || hasHeadLine(finding) ? "" : `In ${link ? `[${markdownCode(placeInHistory(finding.location))}](${link})` : markdownCode(placeInHistory(finding.location))}.`;
  const why = rule ? `<details><summary>Why it matters</summary>

${markdownMessage(rule.description)}

</details>` : "";
  const parts = [
    `${SEVERITY_MARK[finding.severity]} **${finding.severity}: ${title}** ([${markdownCode(finding.ruleId)}](${ruleLink(report, finding.ruleId)}))${finding.blocking ? " \xB7 **blocks**" : ""}`,
    markdownMessage(clip(finding.message, LONGEST_MESSAGE)),
    where,
    advice ? `**${markdownMessage(advice.lead)}** ${markdownMessage(advice.detail)}` : "",
    markdownAdvice(clip(finding.remediation, LONGEST_MESSAGE), "**Fix:**", ""),
    suggest ? markdownBlock(finding.suggestion.lines, "suggestion") : "",
    why,
    `<sub>fingerprint ${markdownCode(finding.fingerprint)}</sub>`
  ];
  return [findingMark(key, finding.fingerprint), ...parts.filter((part) => part !== "")].join("\n\n");
}

// src/io/github/diff-lines.ts
var MOST_PAGES = 10;
async function diffLines({ octokit, owner, repo }, pullNumber, wanted2) {
  const found = /* @__PURE__ */ new Map();
  for (let page = 1; page <= MOST_PAGES && found.size < wanted2.size; page++) {
    const { data } = await octokit.rest.pulls.listFiles({ owner, repo, pull_number: pullNumber, per_page: 100, page });
    for (const { filename, patch } of data) if (wanted2.has(filename)) found.set(filename, linesOfPatch(patch ?? ""));
    if (data.length < 100) break;
  }
  return found;
}
function linesOfPatch(patch) {
  const lines2 = /* @__PURE__ */ new Set();
  let at = 0;
  for (const text2 of patch.split("\n")) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text2);
    if (hunk) at = Number(hunk[1]);
    else if (text2.startsWith("+") || text2.startsWith(" ")) lines2.add(at++);
  }
  return lines2;
}

// src/io/github/said.ts
var MOST_PAGES2 = 10;
var FIXED = "\u2705 **Fixed.**";
async function readSaid(client, pullNumber, key) {
  try {
    return await bySingleQuery(client, pullNumber, key);
  } catch (error2) {
    if (error2.status === 401) throw error2;
    return await byLists(client, pullNumber, key);
  }
}
var QUERY = `query ($owner: String!, $repo: String!, $number: Int!, $threads: String, $comments: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $threads) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          isResolved
          comments(first: 20) { totalCount nodes { databaseId body viewerDidAuthor author { login } } }
        }
      }
      comments(first: 100, after: $comments) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId body viewerDidAuthor }
      }
    }
  }
}`;
async function bySingleQuery({ octokit, owner, repo }, number, key) {
  const threads = [];
  const conversation = [];
  let cursors = { threads: null, comments: null };
  for (let page = 0; page < MOST_PAGES2; page++) {
    const answer = await octokit.graphql(QUERY, { owner, repo, number, ...cursors });
    const pull = answer.repository.pullRequest;
    threads.push(...pull.reviewThreads.nodes.flatMap((node) => threadOf(node, key)));
    conversation.push(
      ...pull.comments.nodes.flatMap(
        ({ databaseId, body, viewerDidAuthor }) => viewerDidAuthor && isConversation(key, body) ? [{ id: databaseId, body }] : []
      )
    );
    const more = { threads: pull.reviewThreads.pageInfo, comments: pull.comments.pageInfo };
    if (!more.threads.hasNextPage && !more.comments.hasNextPage) break;
    cursors = {
      threads: more.threads.endCursor ?? cursors.threads,
      comments: more.comments.endCursor ?? cursors.comments
    };
  }
  return { threads, conversation };
}
function threadOf({ id, isResolved, comments }, key) {
  const [first, ...replies] = comments.nodes;
  const fingerprint = first?.viewerDidAuthor ? markedFinding(key, first.body) : void 0;
  if (!first || fingerprint === void 0) return [];
  const answered = replies.some(({ viewerDidAuthor }) => !viewerDidAuthor) || comments.totalCount > comments.nodes.length;
  const resolved = isResolved || first.body.includes(FIXED);
  const dismissal = dismissalIn(
    replies.map(({ body, viewerDidAuthor, author }) => ({ body, isOurs: viewerDidAuthor, by: author?.login ?? "" }))
  );
  return [{ fingerprint, commentId: first.databaseId, id, resolved, answered, ...dismissal }];
}
var ALLOW = /^\s*\/keylatch\s+allow\b[ \t]*([^\r\n]*)/;
function dismissalIn(replies) {
  const at = replies.findLastIndex(({ body: body2, isOurs: isOurs2 }) => !isOurs2 && ALLOW.test(body2));
  if (at === -1) return {};
  const { body, by } = replies[at];
  const reason = ALLOW.exec(body)[1].trim().slice(0, LONGEST_REASON);
  return { dismissal: { by, reason, isAnswered: replies.slice(at + 1).some(({ isOurs: isOurs2 }) => isOurs2) } };
}
var LONGEST_REASON = 500;
async function byLists({ octokit, owner, repo }, number, key) {
  const pull = { owner, repo, per_page: 100 };
  const [review, issue] = await Promise.all([
    everyPage((page) => octokit.rest.pulls.listReviewComments({ ...pull, pull_number: number, page })),
    everyPage((page) => octokit.rest.issues.listComments({ ...pull, issue_number: number, page }))
  ]);
  const isOurs2 = (comment) => comment.user?.type === "Bot";
  const answered = new Set(review.flatMap((each) => isOurs2(each) ? [] : each.in_reply_to_id ?? []));
  const threads = review.flatMap((comment) => {
    const fingerprint = isOurs2(comment) ? markedFinding(key, comment.body) : void 0;
    if (fingerprint === void 0) return [];
    const resolved = comment.body.includes(FIXED);
    const replies = review.filter(({ in_reply_to_id }) => in_reply_to_id === comment.id);
    const dismissal = dismissalIn(
      replies.map((reply) => ({ body: reply.body, isOurs: isOurs2(reply), by: reply.user?.login ?? "" }))
    );
    return [{ fingerprint, commentId: comment.id, resolved, answered: answered.has(comment.id), ...dismissal }];
  });
  const conversation = issue.flatMap((comment) => {
    const body = comment.body ?? "";
    return isOurs2(comment) && isConversation(key, body) ? [{ id: comment.id, body }] : [];
  });
  return { threads, conversation };
}
async function everyPage(ask2) {
  const items = [];
  for (let page = 1; page <= MOST_PAGES2; page++) {
    const { data } = await ask2(page);
    items.push(...data);
    if (data.length < 100) break;
  }
  return items;
}

// src/io/github/conversation.ts
async function postReview(client, report, place, said) {
  if (place.closed) return false;
  const known = new Set(said.threads.map(({ fingerprint }) => fingerprint));
  const fresh = groupsOf(report).fresh.filter(({ fingerprint }) => !known.has(fingerprint));
  if (fresh.length === 0) return false;
  const paths = new Set(fresh.map(({ location }) => location.uri));
  const diff = await diffLines(client, place.pullNumber, paths);
  const { lines: lines2, files } = newComments(report, place.key, known, diff);
  const refused = lines2.length === 0 ? [] : await postLines(client, place, lines2);
  for (const comment of [...files, ...refused]) await postOnFile(client, place, comment);
  return lines2.length + files.length > 0;
}
async function postLines(client, place, lines2) {
  const { octokit, owner, repo } = client;
  const comments = lines2.map(({ fingerprint, ...comment }) => comment);
  const { pullNumber: pull_number, head: commit_id } = place;
  try {
    const request = { retries: 0 };
    await octokit.rest.pulls.createReview({ owner, repo, pull_number, commit_id, event: "COMMENT", comments, request });
    return [];
  } catch (error2) {
    if (error2.status !== 422) throw error2;
    return lines2.slice(0, MOST_REFUSED);
  }
}
var MOST_REFUSED = 5;
async function postOnFile({ octokit, owner, repo }, place, { path, body }) {
  const { pullNumber: pull_number, head: commit_id } = place;
  const request = { retries: 0 };
  const subject_type = "file";
  try {
    await octokit.rest.pulls.createReviewComment({
      owner,
      repo,
      pull_number,
      commit_id,
      path,
      body,
      subject_type,
      request
    });
  } catch (error2) {
    if (error2.status !== 422) throw error2;
  }
}
async function closeThreads(client, report, place, said) {
  if (report.verdict === "broken") return;
  const open = new Set(report.findings.flatMap(({ fingerprint, suppression }) => suppression ? [] : fingerprint));
  const done = said.threads.filter(
    ({ fingerprint, resolved, answered }) => !resolved && !answered && (place.closed || !open.has(fingerprint))
  );
  if (done.length === 0) return;
  if (done.every(({ id }) => id !== void 0) && await resolve2(client, done)) return;
  for (const thread of done.slice(0, MOST_MARKED)) await markFixed(client, thread, place);
}
async function resolve2({ octokit }, threads) {
  const some = threads.slice(0, MOST_RESOLVED);
  const fields = some.map((_, at) => `t${at}: resolveReviewThread(input: { threadId: $t${at} }) { thread { id } }`);
  const variables = some.map((_, at) => `$t${at}: ID!`);
  const values = Object.fromEntries(some.map(({ id }, at) => [`t${at}`, id]));
  try {
    await octokit.graphql(`mutation (${variables.join(", ")}) { ${fields.join(" ")} }`, values);
    return true;
  } catch {
    return false;
  }
}
var MOST_RESOLVED = 50;
var MOST_MARKED = 10;
async function markFixed({ octokit, owner, repo }, { commentId, fingerprint }, place) {
  const body = `${findingMark(place.key, fingerprint)}

${FIXED} Commit ${place.head.slice(0, 7)} no longer has it.`;
  await octokit.rest.pulls.updateReviewComment({ owner, repo, comment_id: commentId, body });
}
async function postConversation(client, report, place, said) {
  const { octokit, owner, repo } = client;
  const { body, isQuiet } = conversationBody(report, place);
  const [ours, ...doubles] = said.conversation;
  for (const { id } of doubles) await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
  if (ours) {
    if (sameBut(ours.body) !== sameBut(body))
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body });
    return false;
  }
  if (isQuiet || place.closed) return false;
  const request = { retries: 0 };
  await octokit.rest.issues.createComment({ owner, repo, issue_number: place.pullNumber, body, request });
  return true;
}
function sameBut(body) {
  return body.replace(/\(https?:[^)\s]*\/actions\/runs\/\d+\)/, "()").trim();
}
async function dropDoubles({ octokit, owner, repo }, said) {
  const [, ...doubles] = said.conversation;
  for (const { id } of doubles)
    await ignoreGone(() => octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }));
  const seen = /* @__PURE__ */ new Set();
  for (const { fingerprint, commentId, answered } of said.threads) {
    if (seen.has(fingerprint) && !answered) {
      await ignoreGone(() => octokit.rest.pulls.deleteReviewComment({ owner, repo, comment_id: commentId }));
    }
    seen.add(fingerprint);
  }
}
async function ignoreGone(work) {
  try {
    await work();
  } catch (error2) {
    if (error2.status !== 404) throw error2;
  }
}

// src/io/github/dismissals.ts
async function readDismissals(client, pullNumber, key) {
  const { threads } = await readSaid(client, pullNumber, key);
  const mayWrite = writeAccess(client);
  const dismissed = /* @__PURE__ */ new Map();
  for (const { fingerprint, dismissal } of threads) {
    if (dismissal && dismissal.reason !== "" && await mayWrite(dismissal.by)) dismissed.set(fingerprint, dismissal);
  }
  return dismissed;
}
async function answerDismissals(client, report, place, said) {
  const { octokit, owner, repo } = client;
  const byFingerprint = new Map(report.findings.map((finding) => [finding.fingerprint, finding]));
  const mayWrite = writeAccess(client);
  for (const { fingerprint, commentId, dismissal } of said.threads) {
    const finding = byFingerprint.get(fingerprint);
    if (!finding || !dismissal || dismissal.isAnswered) continue;
    const { by, reason } = dismissal;
    const ruling = rulingOn(finding, reason, await mayWrite(by));
    const body = rulingText(ruling, fingerprint, reason, by, place.dismissalsCount ?? false);
    const pull_number = place.pullNumber;
    const request = { retries: 0 };
    await octokit.rest.pulls.createReplyForReviewComment({
      owner,
      repo,
      pull_number,
      comment_id: commentId,
      body,
      request
    });
  }
}
function writeAccess({ octokit, owner, repo }) {
  const known = /* @__PURE__ */ new Map();
  const ask2 = async (username) => {
    try {
      const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
      return ["admin", "maintain", "write"].includes(data.permission);
    } catch {
      return false;
    }
  };
  return (username) => {
    if (username === "") return Promise.resolve(false);
    const asked = known.get(username) ?? ask2(username);
    known.set(username, asked);
    return asked;
  };
}

// src/io/github/channels.ts
var PERMISSION = {
  review: "pull-requests: write",
  comment: "pull-requests: write",
  checkRun: "checks: write",
  sarif: "security-events: write"
};
var NAME2 = { review: "review", comment: "comment", checkRun: "check run", sarif: "SARIF upload" };
var CHANNELS = Object.keys(PERMISSION);
async function tellGithub(client, report, wants, target, sarif) {
  const failures = [];
  const attempt2 = async (channels2, work) => {
    const open = [channels2].flat().filter((channel) => wants[channel] !== "off" && !isClosed(channel));
    if (open.length === 0) return void 0;
    try {
      return await work();
    } catch (error2) {
      const closed = isAway(error2) ? CHANNELS.filter((channel) => wants[channel] !== "off" && !isClosed(channel)) : open;
      failures.push(...closed.map((channel) => ({ channel, ...faultOf(error2) })));
      return void 0;
    }
  };
  const isClosed = (channel) => failures.some((failure) => failure.channel === channel);
  const left = await attempt2("checkRun", () => postCheckRun(client, report, target));
  await tellPullRequest(client, report, target, attempt2);
  const uploaded = await attempt2("sarif", async () => {
    const refused = await uploadSarif(client, sarif(), { head: target.head, ref: target.ref ?? "" });
    if (refused !== void 0) failures.push({ channel: "sarif", text: refused });
    return refused === void 0;
  });
  return {
    annotated: left === 0,
    sarifUploaded: uploaded === true,
    notifications: notificationsOf(failures, wants)
  };
}
var BOTH = ["review", "comment"];
async function tellPullRequest(client, report, target, attempt2) {
  const { pullNumber } = target;
  if (pullNumber === void 0) return;
  const place = { ...target, pullNumber };
  const said = await attempt2(BOTH, () => readSaid(client, pullNumber, target.key));
  if (!said) return;
  await attempt2("review", () => answerDismissals(client, report, place, said));
  await attempt2("review", () => closeThreads(client, report, place, said));
  const reviewed = await attempt2("review", () => postReview(client, report, place, said));
  const commented = await attempt2("comment", () => postConversation(client, report, place, said));
  if (!reviewed && !commented) return;
  const now = await attempt2(BOTH, () => readSaid(client, pullNumber, target.key));
  if (now && hasDoubles(now)) await attempt2(BOTH, () => dropDoubles(client, now));
}
function hasDoubles({ threads, conversation }) {
  return conversation.length > 1 || new Set(threads.map(({ fingerprint }) => fingerprint)).size < threads.length;
}
function isAway(error2) {
  const { status, response } = error2;
  return status === 500 && response === void 0;
}
function faultOf(error2) {
  const { status, message = String(error2) } = error2;
  const text2 = message.split(" - https://docs.github.com")[0].replace(/\s+/g, " ").slice(0, 200);
  return { text: text2, ...status === void 0 ? {} : { status } };
}
function isRefused({ status, text: text2 }) {
  return status === 401 || status === 404 || status === 403 && !/rate limit/i.test(text2);
}
function notificationsOf(failures, wants) {
  const refused = failures.filter(isRefused);
  const asked = refused.filter(({ channel }) => wants[channel] === "on");
  const told = refused.filter(({ channel }) => channel !== "sarif" || wants.sarif === "on");
  const others = failures.filter((failure) => !isRefused(failure));
  return [
    ...told.length > 0 ? [closedNote(told, asked.length > 0)] : [],
    ...[...groupBy(others, ({ status, text: text2 }) => `${status ?? ""}: ${text2}`)].map(([fault, group]) => {
      const names = group.map(({ channel }) => NAME2[channel]).join(", ");
      const message = `Not told by ${names} (${fault.replace(/^: /, "")}); the annotations and the job summary have everything.`;
      return { level: "warning", id: "channel-failed", message };
    })
  ];
}
function closedNote(refused, wanted2) {
  const names = [...new Set(refused.map(({ channel }) => NAME2[channel]))].join(", ");
  const lines2 = [...new Set(refused.map(({ channel }) => PERMISSION[channel]))].join(", ");
  const message = `Not told by ${names}: the token of this job may not. Add \`permissions: { ${lines2} }\`, or switch the inputs off; the annotations and the job summary have everything.`;
  return { level: wanted2 ? "warning" : "note", id: "channel-closed", message };
}

// src/action/channels.ts
var NOTHING_TOLD = { annotated: false, sarifUploaded: false, notifications: [] };
var LARGEST_FILE = 10 * 1024 * 1024;
async function tellChannels(report, inputs, event, scope, dismissalsCount) {
  if (Object.values(inputs.channels).every((wanted2) => wanted2 === "off")) return NOTHING_TOLD;
  const client = await clientOf(inputs, event);
  if (!client) return NOTHING_TOLD;
  const { head, pullNumber, repository } = scope;
  const textOf = (uri) => gitSync(repository, ["cat-file", "blob", `${head}:${uri}`], LARGEST_FILE)?.toString();
  const target = {
    head,
    key: keyOf(inputs),
    ref: pullNumber === void 0 ? event.ref : `refs/pull/${pullNumber}/head`,
    ...pullNumber === void 0 ? {} : { pullNumber },
    ...event.runUrl ? { runUrl: event.runUrl } : {},
    ...event.payload.action === "closed" ? { closed: true } : {},
    dismissalsCount
  };
  return await tellGithub(
    client,
    report,
    inputs.channels,
    target,
    () => renderParts(report, "sarif", { sarif: { suppressed: false, textOf } })
  );
}
async function dismissalsOf(inputs, event, { pullNumber }) {
  const client = pullNumber === void 0 ? void 0 : await clientOf(inputs, event);
  if (!client || pullNumber === void 0) return /* @__PURE__ */ new Map();
  try {
    return await readDismissals(client, pullNumber, keyOf(inputs));
  } catch {
    return /* @__PURE__ */ new Map();
  }
}
async function clientOf({ token }, { repository: { slug, serverUrl }, apiUrl }) {
  const server = { url: serverUrl, repository: slug, ...token ? { token } : {} };
  return await githubClient({ url: apiUrl, server });
}
function keyOf({ scan, directory, paths, pathsIgnore, config, baseline, extends: above }) {
  const what = JSON.stringify([scan, directory, paths, pathsIgnore, config, baseline, ...above]);
  return createHash2("sha256").update(what).digest("hex").slice(0, 8);
}

// src/action/event.ts
function readEvent(env) {
  const { GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_WORKSPACE, GITHUB_REPOSITORY, RUNNER_TEMP } = env;
  if (!GITHUB_EVENT_NAME || !GITHUB_WORKSPACE) {
    throw new Problem(
      "GITHUB_EVENT_NAME and GITHUB_WORKSPACE are not set: this runs as a GitHub Action; elsewhere use the command line"
    );
  }
  const payload = payloadOf(GITHUB_EVENT_PATH);
  const fork = isFork(payload);
  return {
    name: GITHUB_EVENT_NAME,
    payload,
    workspace: GITHUB_WORKSPACE,
    temp: RUNNER_TEMP || GITHUB_WORKSPACE,
    repository: {
      slug: GITHUB_REPOSITORY ?? "",
      serverUrl: env.GITHUB_SERVER_URL || "https://github.com",
      commit: headOf(payload) ?? env.GITHUB_SHA ?? "",
      ...branchOf(env)
    },
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    ref: env.GITHUB_REF ?? "",
    ...env.GITHUB_RUN_ID ? { runUrl: runUrl(env) } : {},
    fork,
    withoutSecrets: fork || env.GITHUB_ACTOR === DEPENDABOT || isByDependabot(payload)
  };
}
function branchOf({ GITHUB_HEAD_REF, GITHUB_REF_NAME }) {
  const branch = GITHUB_HEAD_REF || GITHUB_REF_NAME;
  return branch ? { branch } : {};
}
function runUrl({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }) {
  return `${GITHUB_SERVER_URL || "https://github.com"}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
}
function payloadOf(path) {
  if (!path) return {};
  const text2 = readTextFile(path);
  if (text2 === void 0) throw new Problem(`the event payload ${path} cannot be read; GITHUB_EVENT_PATH names it`);
  const payload = parsed(text2, path);
  if (typeof payload === "object" && payload !== null) return payload;
  throw new Problem(`the event payload ${path} is not a JSON object`);
}
function parsed(text2, path) {
  try {
    return JSON.parse(text2);
  } catch {
    throw new Problem(`the event payload ${path} is not JSON`);
  }
}
function textsOf({ payload, ref }) {
  const pull = payload.pull_request;
  const release = payload.release;
  const texts = [
    ["title of the pull request", pull?.title],
    ["description of the pull request", pull?.body],
    ["name of the branch", pull?.head?.ref],
    ["name of the ref", ref],
    ["title of the release", release?.name],
    ["notes of the release", release?.body]
  ];
  return texts.flatMap(([uri, text2]) => typeof text2 === "string" && text2 !== "" ? [{ uri, text: text2 }] : []);
}
function headOf(payload) {
  return payload.pull_request?.head?.sha;
}
var DEPENDABOT = "dependabot[bot]";
function isByDependabot({ sender }) {
  return sender?.login === DEPENDABOT;
}
function isFork(payload) {
  const pull = payload.pull_request;
  return pull != null && pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
}

// src/io/git/remote.ts
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join as join2 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/io/git/temporary.ts
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
function temporaryFolder() {
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), "keylatch-")));
  if (folders.size === 0) watch();
  folders.add(path);
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
      folders.delete(path);
      if (folders.size === 0) unwatch();
    }
  };
}
var folders = /* @__PURE__ */ new Set();
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
function watch() {
  process.on("exit", removeAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}
function unwatch() {
  process.off("exit", removeAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}
function onSignal(signal) {
  endAllGit();
  removeAll();
  unwatch();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
function removeAll() {
  for (const path of folders) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  folders.clear();
}

// src/io/git/remote.ts
async function temporaryRepository(clone, server) {
  const address = addressOf(server);
  const folder = temporaryFolder();
  try {
    await prepare(folder.path, clone);
  } catch (error2) {
    folder.remove();
    throw error2;
  }
  const place = { gitDir: folder.path, env: clone.env };
  const fetchMissing = async (ids) => {
    for (let from = 0; from < ids.length; from += CONTENTS_AT_ONCE) {
      const some = ids.slice(from, from + CONTENTS_AT_ONCE);
      const fetched = await fetchFrom(place, address, ["-c", "fetch.negotiationAlgorithm=noop"], [], some);
      if (!fetched.ok) throw new Problem(`The files to be scanned could not be fetched: ${fetched.complaint}`);
    }
  };
  return {
    current: () => ({
      ...place,
      commonDir: folder.path,
      shallow: shallowBoundary(folder.path).size > 0,
      partial: false,
      fetchMissing
    }),
    fetch: (wanted2, depth) => {
      const refspecs = Object.entries(wanted2).map(([name, there]) => `+${there}:refs/keylatch/${name}`);
      return fetchFrom(place, address, [], depth === void 0 ? [] : [`--depth=${Math.min(depth, WHOLE)}`], refspecs);
    },
    dispose: () => folder.remove()
  };
}
var CONTENTS_AT_ONCE = 2e4;
var WHOLE = 2147483647;
var FETCH_PATIENCE = 15 * 6e4;
var RETRY_AFTER = [500, 2500];
function addressOf({ url, repository, token }) {
  let server;
  try {
    server = new URL(url);
  } catch {
    throw new Problem(`The server address ${JSON.stringify(url)} is no URL; it should look like https://github.com.`);
  }
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(server.hostname);
  if (server.protocol === "file:") {
    return { url: `${server.href.replace(/\/$/, "")}/${repository}`, protocols: "file", secret: {}, hidden: [] };
  }
  if (server.protocol !== "https:" && !(server.protocol === "http:" && local)) {
    throw new Problem(`The server address ${server.origin} is not https, so no token is sent there.`);
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || /(?:^|\/)\.\.?(?:\/|$)/.test(repository)) {
    throw new Problem(`${JSON.stringify(repository)} is no repository name; it should look like owner/name.`);
  }
  const root = server.origin + server.pathname.replace(/\/$/, "");
  return {
    url: `${root}/${repository}`,
    protocols: server.protocol.slice(0, -1),
    ...token ? authorization(root, token) : { secret: {}, hidden: [] }
  };
}
function authorization(root, token) {
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const key = `http.${root}/.extraheader`;
  return {
    secret: {
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: key,
      GIT_CONFIG_VALUE_0: "",
      GIT_CONFIG_KEY_1: key,
      GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`
    },
    hidden: [token, basic]
  };
}
async function prepare(path, clone) {
  for (const folder of ["objects/info", "objects/pack", "refs/keylatch"]) {
    mkdirSync(join2(path, folder), { recursive: true });
  }
  const answer = await git(clone, ["rev-parse", "--show-object-format"]);
  const format = answer.toString().trim() === "sha256" ? "1\n[extensions]\n	objectFormat = sha256" : "0";
  writeFileSync(join2(path, "config"), `[core]
	bare = true
	repositoryFormatVersion = ${format}
`);
  writeFileSync(join2(path, "HEAD"), "ref: refs/heads/none\n");
  const objects = join2(clone.commonDir, "objects").replaceAll("\\", "/");
  const plain2 = !/^["#]|\n/.test(objects);
  writeFileSync(join2(path, "objects/info/alternates"), `${plain2 ? objects : JSON.stringify(objects)}
`);
  const shallow = join2(clone.commonDir, "shallow");
  if (existsSync(shallow)) copyFileSync(shallow, join2(path, "shallow"));
  const [head] = await resolveCommits(clone, ["HEAD"]);
  if (head !== void 0) writeFileSync(join2(path, "refs/keylatch/have"), `${head}
`);
}
async function fetchFrom(place, address, config, flags, lines2) {
  for (let attempt2 = 0; ; attempt2++) {
    const answer = await tryGit(
      place,
      [...config, ...REMOTE, ...urlOf(address), "fetch", ...FETCH, ...flags, "origin"],
      {
        lines: lines2,
        env: {
          // Proxies and certificates are set there, on Windows for everyone.
          GIT_CONFIG_NOSYSTEM: "0",
          GIT_NO_LAZY_FETCH: "0",
          GIT_ALLOW_PROTOCOL: address.protocols,
          ...address.secret
        },
        patience: FETCH_PATIENCE
      }
    );
    if (answer.ok) return { ok: true };
    const complaint = address.hidden.reduce((text2, secret) => text2.replaceAll(secret, "***"), answer.complaint);
    const missing = /(?:not our ref|unadvertised object|find remote ref) (\S+)/.exec(complaint)?.[1];
    if (missing !== void 0) return { ok: false, missing, complaint };
    const delay = RETRY_AFTER[attempt2];
    if (delay === void 0 || !PASSING.test(complaint)) return { ok: false, complaint };
    await sleep(delay);
  }
}
var PASSING = /resolve host|timed out|timeout|Connection (?:reset|refused|was)|returned error: (?:5\d\d|429)|early EOF|disconnect|hung up|SSL_ERROR_SYSCALL|GnuTLS recv/i;
var REMOTE = [
  "-c",
  "remote.origin.promisor=true",
  "-c",
  "remote.origin.partialCloneFilter=blob:none",
  "-c",
  "protocol.version=2",
  "-c",
  "http.followRedirects=false",
  "-c",
  "http.lowSpeedLimit=1000",
  "-c",
  "http.lowSpeedTime=60",
  "-c",
  "core.alternateRefsPrefixes=refs/keylatch/none/"
];
function urlOf({ url }) {
  return ["-c", `remote.origin.url=${url}`, "-c", `url.${url}.insteadOf=${url}`];
}
var FETCH = [
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--no-recurse-submodules",
  "--filter=blob:none",
  "--stdin"
];

// src/io/git/complete.ts
async function completeRange(clone, plan, server) {
  if (plan.mode === "full") return await everythingAt(clone, plan, server);
  const found = await rangeIn(clone, plan.head, plan.base ?? remoteBranch(plan));
  if (found) return { ...found, mode: "diff", why: plan.why, notifications: [], dispose() {
  } };
  if (!server) throw new Problem(`Not all commits of ${plan.why} are in this clone. ${MEND}`);
  const temporary = await temporaryRepository(clone, server);
  try {
    const fetched = await fetchRange(temporary, plan);
    if (fetched === "full") {
      temporary.dispose();
      const why = `${plan.why}, of which there is nothing left to compare with`;
      return await everythingAt(clone, { mode: "full", head: plan.head, why, ...plan.incomplete && EXACT }, server);
    }
    return {
      ...fetched,
      mode: "diff",
      why: plan.why,
      notifications: [fetchedNote(server)],
      dispose: () => temporary.dispose()
    };
  } catch (error2) {
    temporary.dispose();
    throw error2;
  }
}
var EXACT = { exact: true };
var MEND = "Check out with `fetch-depth: 0`, or run `git fetch --unshallow`.";
var FIRST_DEPTH = 20;
var DEEPER = 6;
var DEEPEST = 5e3;
async function everythingAt(clone, plan, server) {
  const { head, exact, why } = plan;
  const [here] = head === void 0 ? [] : await resolveCommits(clone, [head]);
  if (!exact || head === void 0 || here !== void 0) return await headOnly(clone, head, why);
  if (!server) throw new Problem(`The commit of ${why} is not in this clone. ${MEND}`);
  const temporary = await temporaryRepository(clone, server);
  const fetched = await temporary.fetch({ head }, 1);
  if (!fetched.ok) {
    temporary.dispose();
    throw new Problem(`${why} could not be fetched (${fetched.complaint}), so it was not scanned.`);
  }
  return {
    repository: temporary.current(),
    mode: "full",
    head: await requireCommit(temporary.current(), isId(head) ? head : "refs/keylatch/head"),
    why,
    notifications: [fetchedNote(server)],
    dispose: () => temporary.dispose()
  };
}
async function headOnly(clone, head, why) {
  const [named2, checkedOut2] = await resolveCommits(clone, [head ?? "HEAD", "HEAD"]);
  const id = named2 ?? checkedOut2;
  if (id === void 0) throw new Problem("Nothing is checked out. Run actions/checkout before this step.");
  return { repository: clone, mode: "full", head: id, why, notifications: [], dispose() {
  } };
}
function remoteBranch({ fallback: fallback2 }) {
  return typeof fallback2 === "object" ? `refs/remotes/origin/${fallback2.branch}` : "";
}
async function rangeIn(repository, headName, baseName) {
  const [head, base] = await resolveCommits(repository, [headName, baseName]);
  if (head === void 0 || base === void 0 || repository.partial) return void 0;
  if (!repository.shallow) return { repository, base, head };
  const { commits, alone } = await commitsBetween(repository, head, [base]);
  if (cutOff(repository, commits) !== void 0) return void 0;
  const met = alone || await forkPoint(repository, commits) !== void 0;
  return met ? { repository, base, head } : void 0;
}
async function fetchRange(temporary, plan) {
  let depth = (plan.commits ?? FIRST_DEPTH) + 1;
  const head = isId(plan.head) ? plan.head : "refs/keylatch/head";
  let wanted2 = { head: plan.head, base: plan.base ?? branchOf2(plan) ?? plan.head };
  while (wanted2) {
    const { shallow } = temporary.current();
    const fetched = await temporary.fetch({ ...wanted2 }, shallow ? depth : void 0);
    if (!fetched.ok) {
      wanted2 = insteadOf(wanted2, fetched, plan);
      continue;
    }
    const found = await rangeIn(temporary.current(), head, "refs/keylatch/base");
    if (found) return found;
    if (!shallow || depth === Number.POSITIVE_INFINITY) throw new Problem(incomplete(plan, "it ends too early"));
    depth = depth * DEEPER > DEEPEST ? Number.POSITIVE_INFINITY : depth * DEEPER;
  }
  return "full";
}
function insteadOf(wanted2, { missing, complaint }, plan) {
  const { head, base } = wanted2;
  const pull = plan.pullNumber === void 0 ? void 0 : `refs/pull/${plan.pullNumber}/head`;
  if (missing === plan.head && head === plan.head && pull && pull !== head) return { head: pull, base };
  if (plan.fallback !== void 0 && missing !== void 0 && (missing === base || base.endsWith(`/${missing}`))) {
    const branch = branchOf2(plan);
    return branch === void 0 || base === branch ? void 0 : { head, base: branch };
  }
  throw new Problem(incomplete(plan, complaint));
}
function branchOf2({ fallback: fallback2 }) {
  return typeof fallback2 === "object" ? `refs/heads/${fallback2.branch}` : void 0;
}
function incomplete(plan, complaint) {
  return `The commits of ${plan.why} are not all in this clone, and fetching them failed (${complaint}). Check out with \`fetch-depth: 0\`, or give the job \`contents: read\` and pass \`github-token\`.`;
}
function fetchedNote({ repository }) {
  return {
    level: "note",
    id: "checkout-completed",
    message: `The checkout did not hold all commits to be scanned; the others were fetched from ${repository} into a temporary place.`
  };
}

// src/io/git/events.ts
function resolveRange(eventName, payload) {
  const event = objectOf(payload);
  const pull = objectOf(event.pull_request);
  switch (eventName) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(eventName, pull);
    case "push":
      return push(event);
    case "merge_group": {
      const group = objectOf(event.merge_group);
      return {
        mode: "diff",
        base: commitIn(group.base_sha, eventName, "merge_group.base_sha"),
        head: commitIn(group.head_sha, eventName, "merge_group.head_sha"),
        why: "the merge group"
      };
    }
    case "workflow_run":
    case "check_run":
    case "check_suite":
      return ranFor(eventName, event);
    case "status":
      return statusOf(event);
    case "issue_comment":
    case "issues":
      if (objectOf(event.issue).pull_request === void 0) break;
      return pullNumbered(objectOf(event.issue).number, eventName, "issue.number", event);
    case "repository_dispatch": {
      const dispatched = objectOf(objectOf(event.client_payload).pull_request);
      if (dispatched.number === void 0) break;
      return pullNumbered(dispatched.number, eventName, "client_payload.pull_request.number", event);
    }
    default:
      if (eventName.startsWith("pull_request") && pull.base !== void 0) return pullRequest(eventName, pull);
  }
  return { mode: "full", why: `the event is ${eventName}` };
}
function ranFor(eventName, event) {
  const run2 = objectOf(event[eventName]);
  const suite = eventName === "check_run" ? objectOf(run2.check_suite) : run2;
  const head = commitIn(run2.head_sha, eventName, `${eventName}.head_sha`);
  const listed = [run2.pull_requests, suite.pull_requests].flatMap((pulls2) => Array.isArray(pulls2) ? pulls2 : []);
  const pulls = listed.map(objectOf);
  const pull = pulls.find((one) => objectOf(one.head).sha === head) ?? pulls[0];
  const why = `what the ${eventName} event ran for`;
  if (pull) return { ...pullRequest(eventName, { ...pull, head: { sha: head } }), why: `pull request #${pull.number}` };
  return ofBranch(head, suite.head_branch, objectOf(suite.head_repository), event, why);
}
function statusOf(event) {
  const head = commitIn(event.sha, "status", "sha");
  const names = Array.isArray(event.branches) ? event.branches.map((branch) => objectOf(branch).name) : [];
  const main2 = objectOf(event.repository).default_branch;
  const name = names.find((branch) => branch === main2) ?? names[0];
  return ofBranch(head, name, {}, event, "the commit of the status");
}
function ofBranch(head, branch, repository, event, why) {
  const home = objectOf(event.repository);
  const owner = objectOf(repository.owner).login;
  const isOwn = repository.full_name === void 0 || repository.full_name === home.full_name;
  const main2 = typeof home.default_branch === "string" ? home.default_branch : "";
  if (main2 === "" || isOwn && branch === main2) return { mode: "full", head, exact: true, why };
  const headBranch = typeof owner === "string" && typeof branch === "string" ? { owner, name: branch } : void 0;
  return {
    mode: "diff",
    head,
    why,
    fallback: { branch: main2 },
    incomplete: true,
    ...headBranch ? { headBranch } : {}
  };
}
function pullNumbered(value, eventName, field, event) {
  const main2 = objectOf(event.repository).default_branch;
  if (typeof value !== "number" || !Number.isInteger(value) || typeof main2 !== "string") {
    throw new Problem(
      `The payload of the ${eventName} event has no pull request in \`${field}\`, so the range to scan is unknown. Give the inputs \`base\` and \`head\`.`
    );
  }
  return {
    mode: "diff",
    head: `refs/pull/${value}/head`,
    why: `pull request #${value}`,
    pullNumber: value,
    fallback: { branch: main2 },
    incomplete: true
  };
}
function pullRequest(eventName, pull) {
  const number = typeof pull.number === "number" ? pull.number : void 0;
  return {
    mode: "diff",
    base: commitIn(objectOf(pull.base).sha, eventName, "pull_request.base.sha"),
    head: commitIn(objectOf(pull.head).sha, eventName, "pull_request.head.sha"),
    why: number === void 0 ? "the pull request" : `pull request #${number}`,
    ...number === void 0 ? {} : { pullNumber: number },
    ...typeof pull.commits === "number" && pull.commits > 0 ? { commits: pull.commits } : {}
  };
}
function push(event) {
  if (event.deleted === true || typeof event.after === "string" && isZeroId(event.after)) {
    return { mode: "full", why: "the push deleted a branch" };
  }
  const head = commitIn(event.after, "push", "after");
  const main2 = objectOf(event.repository).default_branch;
  const ref = typeof event.ref === "string" ? event.ref.replace(/^refs\/(heads|tags)\//, "") : "a branch";
  const isMain = typeof main2 !== "string" || main2 === "" || event.ref === `refs/heads/${main2}`;
  const fallback2 = isMain ? "full" : { branch: main2 };
  const pushed = typeof event.ref === "string" ? /^refs\/tags\/(.+)$/.exec(event.ref)?.[1] : void 0;
  const tag = pushed === void 0 ? {} : { tag: pushed };
  if (typeof event.before === "string" && isId(event.before) && !isZeroId(event.before)) {
    const why = `the push to ${ref} since ${shortId(event.before)}`;
    return { mode: "diff", base: event.before, head, why, fallback: fallback2, ...tag };
  }
  if (fallback2 === "full") return { mode: "full", head, why: `the push made ${ref}`, ...tag };
  return { mode: "diff", head, why: `the push made ${ref}, compared with ${fallback2.branch}`, fallback: fallback2, ...tag };
}
function objectOf(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function commitIn(value, eventName, field) {
  if (typeof value === "string" && isId(value) && !isZeroId(value)) return value;
  throw new Problem(
    `The payload of the ${eventName} event has no commit in \`${field}\`, so the range to scan is unknown. Give the inputs \`base\` and \`head\`.`
  );
}

// src/io/git/pushed-tag.ts
async function pushedTagMessages(repository, name, head, server) {
  const here = await messagesOf(repository, name, [head, `refs/tags/${name}`]);
  if (here.length > 0) return { messages: here, notifications: [] };
  const temporary = await temporaryRepository(repository, server);
  try {
    const fetched = await temporary.fetch({ tag: `refs/tags/${name}` }, 1);
    if (fetched.ok) {
      return { messages: await messagesOf(temporary.current(), name, ["refs/keylatch/tag"]), notifications: [] };
    }
    const message = `The tag ${name} could not be fetched (${fetched.complaint}), so its message, if it has one, was not scanned.`;
    return { messages: [], notifications: [{ level: "warning", id: "tag-message", message }] };
  } finally {
    temporary.dispose();
  }
}
async function messagesOf(repository, name, objects) {
  const [tag] = await annotatedTags(
    repository,
    objects.map((object) => ({ name, object }))
  );
  const messages = [];
  for await (const message of tagMessagesOf(repository, tag ? [tag] : [])) messages.push(message);
  return messages;
}

// src/io/github/commit-count.ts
var PATIENCE = 1e4;
async function commitCount(api, base, head) {
  const client = await githubClient(api);
  if (!client) return void 0;
  const { octokit, owner, repo } = client;
  try {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${head}`,
      per_page: 1,
      request: { signal: AbortSignal.timeout(PATIENCE), retries: 1 }
    });
    return data.total_commits > 0 ? data.total_commits : void 0;
  } catch {
    return void 0;
  }
}

// src/io/github/pull-request.ts
async function pullRequest2(api, number) {
  return await ask(api, async ({ octokit, owner, repo }) => {
    const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number, request: brief() });
    return fieldsOf(data);
  });
}
async function pullRequestOf(api, headOwner, branch) {
  return await ask(api, async ({ octokit, owner, repo }) => {
    const head = `${headOwner}:${branch}`;
    const { data } = await octokit.rest.pulls.list({ owner, repo, head, per_page: 1, request: brief() });
    return data[0] ? fieldsOf(data[0]) : void 0;
  });
}
var brief = () => ({ retries: 1, signal: AbortSignal.timeout(1e4) });
async function ask(api, work) {
  const client = await githubClient(api);
  if (!client) return void 0;
  try {
    return await work(client);
  } catch {
    return void 0;
  }
}
function fieldsOf({ number, base, head, commits }) {
  if (!isId(base.sha) || !isId(head.sha)) return void 0;
  return {
    number,
    base: base.sha,
    head: head.sha,
    ...head.user ? { headOwner: head.user.login } : {},
    ...commits === void 0 ? {} : { commits }
  };
}
function planOf({ number, base, head, commits }) {
  const counted = commits === void 0 || commits === 0 ? {} : { commits };
  return { mode: "diff", base, head, why: `pull request #${number}`, pullNumber: number, ...counted };
}

// src/action/checkout.ts
import { relative, resolve as resolve3 } from "node:path";

// src/io/git/find.ts
import { existsSync as existsSync2, readdirSync, realpathSync as realpathSync2 } from "node:fs";
import { join as join3 } from "node:path";
var DEEPEST2 = 4;
var MOST_FOLDERS = 5e3;
async function repositoriesIn(folder, env) {
  const found = [];
  let level = [folder];
  let looked = 0;
  for (let depth = 0; depth < DEEPEST2 && level.length > 0; depth++) {
    const next = [];
    for (const path of level.flatMap(foldersIn)) {
      if (++looked > MOST_FOLDERS) return found;
      const repository = existsSync2(join3(path, ".git")) ? await openRepository(path, env) : void 0;
      if (repository?.workTree !== void 0 && repository.workTree === realpathSync2(path)) found.push(repository);
      else next.push(path);
    }
    level = next;
  }
  return found;
}
function foldersIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules").map(({ name }) => join3(folder, name)).sort();
  } catch {
    return [];
  }
}

// src/action/checkout.ts
var CHECK_OUT = "Run actions/checkout before this step.";
async function openCheckout(directory, event, env) {
  if (directory !== void 0) return await openNamed(directory, event, env);
  const root = await openRepository(event.workspace, env);
  if (root && await mayBeOf(root, event)) return root;
  const below = await repositoriesIn(event.workspace, env);
  const origins = await Promise.all(below.map(originOf));
  const own = below.filter((_, index) => isSame(origins[index], event));
  if (own.length === 0 && root) return root;
  const candidates = own.length > 0 ? own : below;
  const [only, another] = candidates;
  if (only && !another) return only;
  if (only) return await theOneAt(candidates, event);
  throw new Problem(
    `${event.workspace} is not in a git repository, and no folder in it is one. ${CHECK_OUT} Where it checks out into a folder that is hidden or deep, name that with the input \`directory\`.`
  );
}
async function openNamed(directory, { workspace }, env) {
  const path = resolve3(workspace, directory);
  const repository = await openRepository(path, env);
  if (repository) return repository;
  throw new Problem(
    `the input directory: ${path} is not in a git repository. Give it the \`path:\` of actions/checkout.`
  );
}
async function mayBeOf(repository, event) {
  const origin = await originOf(repository);
  return origin === void 0 || event.repository.slug === "" || isSame(origin, event);
}
function isSame(origin, { repository }) {
  return origin?.toLowerCase() === repository.slug.toLowerCase();
}
async function theOneAt(candidates, { workspace, repository }) {
  for (const candidate of candidates) {
    const [head] = await resolveCommits(candidate, ["HEAD"]);
    if (head === repository.commit) return candidate;
  }
  const names = candidates.map(({ workTree = "" }) => relative(workspace, workTree) || ".");
  throw new Problem(
    `There are several checkouts in the workspace (${names.join(", ")}). Name the one to scan with the input \`directory\`.`
  );
}

// src/action/event-scope.ts
async function openScope(inputs, event, env) {
  const clone = await openCheckout(inputs.directory, event, env);
  const { slug, serverUrl } = event.repository;
  const server = { url: serverUrl, repository: slug, ...inputs.token ? { token: inputs.token } : {} };
  const api = { url: event.apiUrl, server };
  const asked = await withPullRequest(await planOf2(inputs, event, clone), api);
  const plan = await withCount(asked.plan, clone, api);
  const completed = await completeRange(clone, plan, server);
  const { repository, base, head } = completed;
  const whole = inputs.scan === "full" ? await wholeCommit(clone, inputs.head, completed) : void 0;
  const { tag } = plan;
  const tagged = tag === void 0 ? NO_TAG : await pushedTagMessages(clone, tag, plan.head ?? head, server);
  const pullNumber = plan.mode === "diff" && !asked.moved ? plan.pullNumber : void 0;
  return {
    repository,
    // A change is judged by what its base says, also when all there is is scanned.
    scope: whole ? { ...whole, ...base ? { judgedBy: base } : {} } : scopeOf(completed),
    head,
    ...pullNumber === void 0 ? {} : { pullNumber },
    messages: tagged.messages,
    notifications: [...asked.notifications, ...completed.notifications, ...tagged.notifications],
    dispose: () => completed.dispose()
  };
}
var NO_TAG = { messages: [], notifications: [] };
async function withPullRequest(plan, api) {
  if (plan.mode === "full" || !plan.incomplete) return { plan, notifications: [] };
  const { pullNumber, headBranch, head, fallback: fallback2 } = plan;
  const pull = pullNumber !== void 0 ? await pullRequest2(api, pullNumber) : headBranch && await pullRequestOf(api, headBranch.owner, headBranch.name);
  if (pull) {
    const { commits, ...rest } = pull;
    const moved = isId(head) && head !== pull.head;
    return { plan: planOf(moved ? { ...rest, head } : pull), moved, notifications: [] };
  }
  if (typeof fallback2 !== "object" || pullNumber === void 0) return { plan, notifications: [] };
  const message = `GitHub did not say what ${plan.why} is to be merged into; it was compared with ${fallback2.branch}. Give the job \`pull-requests: read\`.`;
  return { plan, notifications: [{ level: "note", id: "unknown-base", message }] };
}
async function withCount(plan, clone, api) {
  if (plan.mode === "full" || plan.base === void 0 || plan.commits !== void 0 || !clone.shallow) return plan;
  const commits = await commitCount(api, plan.base, plan.head);
  return commits === void 0 ? plan : { ...plan, commits };
}
function scopeOf({ mode, base, head, why }) {
  if (mode === "diff" && base !== void 0) return { kind: "range", base, head, why };
  return { kind: "commit", revision: head, why };
}
async function wholeCommit(clone, named2, { head }) {
  const why = "the input scan is full";
  if (named2 !== void 0) return { kind: "commit", revision: await requireCommit(clone, named2, "The input head"), why };
  const revision2 = await checkedOut(clone);
  const holdsHead = revision2 === head || (await parentsOf(clone, revision2)).includes(head);
  return { kind: "commit", revision: holdsHead ? revision2 : head, why };
}
async function planOf2({ scan, base, head }, event, clone) {
  const end = head === void 0 || scan === "full" ? {} : { head: await nameForServer(clone, head) };
  if (base) {
    const names = { base: await nameForServer(clone, base), head: end.head ?? await checkedOut(clone) };
    return { mode: "diff", ...names, why: `the inputs base (${base}) and head (${head ?? "what is checked out"})` };
  }
  const plan = resolveRange(event.name, event.payload);
  if (plan.mode === "full" && scan === "diff") return await lastCommit(clone, end.head, plan.why);
  if (plan.mode === "full" && head !== void 0) await requireCommit(clone, head, "The input head");
  return { ...plan, ...end };
}
async function lastCommit(clone, named2, since) {
  const head = named2 ?? await checkedOut(clone);
  const base = await firstParent(clone, head);
  if (base === void 0) return { mode: "full", head, why: "it is the first commit" };
  return { mode: "diff", base, head, why: `the last commit, since ${since}` };
}
async function checkedOut(clone) {
  const [head] = await resolveCommits(clone, ["HEAD"]);
  if (head === void 0) throw new Problem(`Nothing is checked out. ${CHECK_OUT}`);
  return head;
}
async function nameForServer(clone, revision2) {
  const [id] = await resolveCommits(clone, [revision2]);
  return id ?? revision2.replace(/^(?:refs\/remotes\/)?origin\//, "refs/heads/");
}

// src/action/inputs.ts
function readInputs(getInput2) {
  const failOn = word(getInput2, "fail-on", [...SEVERITIES, "never"]);
  const failOnConfidence = word(getInput2, "fail-on-confidence", CONFIDENCES);
  return {
    scan: word(getInput2, "scan", ["auto", "diff", "full"]) ?? "auto",
    extends: extendsGiven(lines(getInput2("extends")), "the input extends"),
    paths: lines(getInput2("paths")),
    pathsIgnore: lines(getInput2("paths-ignore")),
    annotations: wanted(getInput2, "annotations", "on"),
    summary: flag2(getInput2, "summary"),
    channels: channels(getInput2),
    accountData: lines(getInput2("account-data")),
    auditAccount: getInput2("audit-account").trim() !== "" && flag2(getInput2, "audit-account"),
    auditRegions: regions(getInput2("audit-regions")),
    ...failOn ? { failOn } : {},
    ...failOnConfidence ? { failOnConfidence } : {},
    ...text(getInput2, "directory", "directory"),
    ...revision(getInput2, "base"),
    ...revision(getInput2, "head"),
    ...text(getInput2, "config", "config"),
    ...text(getInput2, "baseline", "baseline"),
    ...text(getInput2, "github-token", "token"),
    ...text(getInput2, "sarif-file", "sarifFile"),
    ...text(getInput2, "html-file", "htmlFile")
  };
}
function channels(getInput2) {
  const sarif = wanted(getInput2, "upload-sarif", "auto");
  const byHand = sarif === "auto" && getInput2("sarif-file").trim() !== "";
  return {
    review: wanted(getInput2, "review", "auto"),
    comment: wanted(getInput2, "comment", "auto"),
    checkRun: wanted(getInput2, "check-run", "auto"),
    sarif: byHand ? "off" : sarif
  };
}
var WANTED = { true: "on", false: "off", auto: "auto" };
function wanted(getInput2, name, unset) {
  const said = word((input) => getInput2(input).toLowerCase(), name, ["auto", "true", "false"]);
  return said === void 0 ? unset : WANTED[said];
}
function word(getInput2, name, words2) {
  const value = getInput2(name).trim();
  if (value === "") return void 0;
  if (words2.includes(value)) return value;
  throw new Problem(`the input ${name} cannot be '${value}'${hint(value, words2) || "."} It takes: ${words2.join(", ")}`);
}
function flag2(getInput2, name) {
  const value = getInput2(name).trim().toLowerCase();
  if (value === "" || value === "true") return true;
  if (value === "false") return false;
  throw new Problem(`the input ${name} cannot be '${value}'. It takes: true, false`);
}
function text(getInput2, name, key) {
  const value = getInput2(name).trim();
  return value === "" ? {} : { [key]: value };
}
function revision(getInput2, name) {
  const value = getInput2(name).trim();
  if (/^-|[\s\x00-\x1f\x7f]/.test(value)) {
    throw new Problem(`the input ${name} cannot be ${JSON.stringify(value)}. It takes a commit, a branch or a tag`);
  }
  return text(getInput2, name, name);
}
function regions(value) {
  const named2 = value.split(/[\s,]+/).filter((word2) => word2 !== "");
  const odd = named2.find((region2) => !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region2));
  if (odd !== void 0)
    throw new Problem(`the input audit-regions: '${odd}' is not a region; write one such as us-east-1`);
  return named2;
}
function lines(value) {
  return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

// src/action/on-leak.ts
var MOST_KEYS = 5;
async function deactivateLeaked(report, run2) {
  const { settings, session, proven, now } = run2;
  if (!settings?.asked.deactivate) return report;
  const why = whyNot(run2);
  if (why || !session)
    return { ...report, notifications: [...report.notifications, leftAlone(why ?? "there are no AWS credentials")] };
  const open = new Map(report.findings.filter(isOpen).map((finding) => [finding.fingerprint, finding]));
  const keys = proven.filter(({ fingerprint }) => open.has(fingerprint));
  const distinct = [...new Map(keys.map((key) => [key.keyId, key])).values()];
  const said = /* @__PURE__ */ new Map();
  for (const key of distinct.slice(0, MOST_KEYS)) {
    const outcome = await deactivateKey(session, key);
    const when = `by Keylatch as ${session.maskAccountId ? "its role" : session.arn} at ${now.toISOString()}`;
    said.set(
      key.keyId,
      "done" in outcome ? `${outcome.done}, ${when}. To take it back: \`${outcome.undo}\`.` : `It could not be made inactive: ${outcome.refused}.`
    );
  }
  const byFingerprint = new Map(keys.map(({ fingerprint, keyId }) => [fingerprint, said.get(keyId)]));
  const findings = report.findings.map((finding) => {
    const sentence = byFingerprint.get(finding.fingerprint);
    return sentence ? { ...finding, message: `${finding.message} ${sentence}` } : finding;
  });
  const rest = distinct.length - MOST_KEYS;
  const notifications = rest > 0 ? [leftAlone(`${rest} more keys than the ${MOST_KEYS} that a run makes inactive`)] : [];
  return { ...report, findings, notifications: [...report.notifications, ...notifications] };
}
var isOpen = ({ suppression, state }) => suppression === void 0 && state === "new";
function whyNot({ settings, session, event }) {
  if (event.fork || event.withoutSecrets) return "the run is of a fork or of Dependabot";
  if (event.name === "pull_request_target") return "it does not count on pull_request_target";
  if (settings?.verify !== "live") return "it needs `verify: live`, which proves that a pair works";
  const allowed = settings.allowedAccountIds;
  if (session && allowed.length > 0 && !allowed.includes(session.accountId))
    return "the account is not in allowed-account-ids";
  return void 0;
}
function leftAlone(why) {
  return { level: "note", id: "on-leak", message: `on-leak: ${why}; no more was changed.` };
}

// src/action/publish.ts
import { resolve as resolve4 } from "node:path";
async function publish(report, { annotated }, inputs, event, runner2) {
  const findings = inputs.annotations === "on" || !annotated;
  if (inputs.annotations !== "off") runner2.print(render(report, "github", { github: { findings } }));
  runner2.print(render(report, "terminal", { terminal: { colour: true, width: 120 } }));
  if (inputs.summary) await runner2.writeSummary(render(report, "markdown"));
  const { workspace, temp } = event;
  const reportFile = takePath(temp, "keylatch-report", ".json");
  writeBesideScanned(workspace, reportFile, renderParts(report, "json"));
  if (inputs.sarifFile) {
    const sarif = renderParts(report, "sarif", { sarif: { suppressed: false } });
    writeBesideScanned(workspace, resolve4(workspace, inputs.sarifFile), sarif);
  }
  if (inputs.htmlFile) writeBesideScanned(workspace, resolve4(workspace, inputs.htmlFile), render(report, "html"));
  const open = report.findings.filter(({ suppression }) => !suppression);
  runner2.setOutput("verdict", report.verdict);
  runner2.setOutput("findings", open.length);
  runner2.setOutput("new-findings", open.filter(({ state }) => state === "new").length);
  runner2.setOutput("blocking-findings", open.filter(({ blocking }) => blocking).length);
  runner2.setOutput("report-file", reportFile);
  if (inputs.sarifFile) runner2.setOutput("sarif-file", inputs.sarifFile);
  if (inputs.htmlFile) runner2.setOutput("html-file", inputs.htmlFile);
}

// src/action/main.ts
async function main() {
  try {
    return await perform();
  } catch (error2) {
    return tellFailure(error2);
  }
}
async function perform() {
  const { env } = process;
  const inputs = readInputs(getInput);
  const event = readEvent(env);
  const aws = await openTriage(event);
  const audited = auditOf(inputs, event, aws.session);
  const opened = await openScope(inputs, event, env);
  try {
    let dismissalsCount = false;
    const judged = await run({
      root: event.workspace,
      opened: opened.repository,
      scope: opened.scope,
      paths: inputs.paths,
      extends: inputs.extends,
      remoteConfig: (wanted2) => remoteConfig({ url: event.apiUrl, token: inputs.token }, wanted2),
      pathsIgnore: inputs.pathsIgnore,
      today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
      now: () => performance.now(),
      env,
      repository: repositoryOf(event, opened),
      messages: [...opened.messages, ...textsOf(event)],
      notifications: [...opened.notifications, ...aws.notifications, ...audited.notifications],
      triage: aws.triage,
      ...audited.audit ? { audit: audited.audit } : {},
      ...opinionsOf(aws),
      dismissals: async () => {
        dismissalsCount = true;
        return await dismissalsOf(inputs, event, opened);
      },
      policyFrom: "repository",
      ...isDebug() ? { timings: true } : {},
      ...inputs.accountData.length > 0 ? { accountData: { paths: inputs.accountData, from: "repository" } } : {},
      ...policyInputs(inputs)
    });
    const acted = await deactivateLeaked(judged, { ...aws, event, proven: aws.proven, now: /* @__PURE__ */ new Date() });
    const told = await tellChannels(acted, inputs, event, opened, dismissalsCount);
    const report = { ...acted, notifications: [...acted.notifications, ...told.notifications] };
    await publish(report, told, inputs, event, runner);
    tellTimings(report);
    return { pass: 0, block: 1, broken: 2 }[report.verdict];
  } finally {
    opened.dispose();
  }
}
function opinionsOf({ session, settings }) {
  const { analyzer, checks, deniedActions = [] } = settings?.asked ?? {};
  if (!session || !analyzer) return {};
  if (checks) info(PRICE_TOLD);
  return {
    analyzer: policyValidator(session),
    ...checks ? { policyChecks: policyChecker(session, deniedActions) } : {}
  };
}
function tellTimings({ stats: { timings } }) {
  if (!timings) return;
  startGroup("Where the time went");
  info(timingsText(timings));
  endGroup();
}
function repositoryOf({ repository }, { head, scope }) {
  const { branch, ...rest } = repository;
  return {
    ...rest,
    commit: head,
    ...branch && repository.commit === head ? { branch } : {},
    ...scope.kind === "range" && scope.base !== void 0 ? { base: scope.base } : {}
  };
}
async function openTriage(event) {
  const { settings, maskAccountId: mask2, notifications: told } = awsInputs(getInput, event.withoutSecrets);
  const { env } = process;
  const { session, notifications } = settings ? await openAws(settings, { env, core: core_exports, fork: event.fork }) : { session: void 0, notifications: [] };
  const proven = [];
  return {
    settings,
    session,
    proven,
    notifications: [...told, ...notifications],
    triage: async (found, leaked, trustedAccounts) => {
      const findings = mask2 ? found.map(withoutAccount) : found;
      const verify = settings?.verify ?? "off";
      const triaged = await triage(findings, leaked, session, {
        env,
        now: /* @__PURE__ */ new Date(),
        trustedAccounts,
        verify,
        maskAccountId: mask2,
        abilities: settings?.asked.abilities ?? false
      });
      proven.push(...triaged.proven);
      return triaged;
    }
  };
}
function withoutAccount(finding) {
  const { accountId } = finding.properties;
  if (typeof accountId !== "string") return finding;
  const shown2 = shownAccount(accountId, true);
  const message = finding.message.replaceAll(accountId, shown2);
  return { ...finding, message, properties: { ...finding.properties, accountId: shown2 } };
}
function policyInputs({ failOn, failOnConfidence, config, baseline }) {
  return {
    ...failOn ? { failOn } : {},
    ...failOnConfidence ? { failOnConfidence } : {},
    ...config ? { config } : {},
    ...baseline ? { baseline } : {}
  };
}
var runner = {
  setOutput,
  print: (text2) => void process.stdout.write(text2),
  writeSummary: async (markdown) => {
    if (process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, markdown);
  }
};
function tellFailure(error2) {
  const known = error2 instanceof Problem ? error2.message : systemFailure(error2);
  if (known !== void 0) error(known, { title: "Keylatch could not scan" });
  else error(`A defect of Keylatch, please report it: ${trace(error2)}`);
  try {
    setOutput("verdict", "broken");
  } catch {
  }
  return 2;
}
function trace(error2) {
  if (!(error2 instanceof Error)) return "no stack";
  const frames = (error2.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error2.name, ...frames, ...error2.cause ? ["caused by", trace(error2.cause)] : []].join("\n");
}

// src/action.ts
process.on("uncaughtException", (error2) => {
  process.exitCode = tellFailure(error2);
  process.stdout.write("", () => process.exit(2));
});
process.exitCode = await main();
