import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/io/aws/exported.ts
var EXPORTED_STATE = "keylatch-aws-exported";
var VARIABLES = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_REGION",
  "AWS_DEFAULT_REGION"
];
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
function exportCredentials(core, region, credentials) {
  core.saveState(EXPORTED_STATE, "true");
  const { accessKeyId, secretAccessKey, sessionToken = "" } = credentials;
  const values = [accessKeyId, secretAccessKey, sessionToken, region, region];
  VARIABLES.forEach((name, index) => {
    core.exportVariable(name, values[index]);
  });
}
function clearExported(core) {
  for (const name of VARIABLES) core.exportVariable(name, "");
}

export {
  EXPORTED_STATE,
  writeOutputs,
  exportCredentials,
  clearExported
};
