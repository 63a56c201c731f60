import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/io/aws/exported.ts
import { createHash } from "node:crypto";
var EXPORTED_STATE = "keylatch-aws-exported";
var CREDENTIALS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
var VARIABLES = [...CREDENTIALS, "AWS_REGION", "AWS_DEFAULT_REGION"];
function writeOutputs(core, session, credentials, { outputCredentials, maskAccountId }) {
  if (maskAccountId) core.setSecret(session.arn);
  core.setOutput("aws-account-id", session.accountId);
  core.setOutput("authenticated-arn", session.arn);
  const expiration = credentials.expiration?.toISOString() ?? "";
  core.setOutput("expiration", expiration);
  if (!outputCredentials) return;
  core.setOutput("aws-access-key-id", credentials.accessKeyId);
  core.setOutput("aws-secret-access-key", credentials.secretAccessKey);
  core.setOutput("aws-session-token", credentials.sessionToken ?? "");
  core.setOutput("aws-expiration", expiration);
}
function unsetCredentials(core) {
  for (const name of CREDENTIALS) core.exportVariable(name, "");
}
function exportCredentials(core, region, credentials, env) {
  const { accessKeyId, secretAccessKey, sessionToken = "" } = credentials;
  const values = [accessKeyId, secretAccessKey, sessionToken, region, region];
  const exported = VARIABLES.map((name, index) => [name, values[index]]);
  const replaced = exported.map(([name, value]) => [
    name,
    { ours: digestOf(value), before: env[name] ?? "" }
  ]);
  core.saveState(EXPORTED_STATE, JSON.stringify(Object.fromEntries(replaced)));
  for (const [name, value] of exported) core.exportVariable(name, value);
}
function restoreExported(core, state, env) {
  for (const [name, { ours, before }] of Object.entries(JSON.parse(state))) {
    const now = env[name] || before;
    if (now === before || digestOf(now) === ours) core.exportVariable(name, before);
  }
}
function digestOf(value) {
  return createHash("sha256").update(value).digest("hex").slice(0, 16);
}

export {
  EXPORTED_STATE,
  writeOutputs,
  unsetCredentials,
  exportCredentials,
  restoreExported
};
