import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  readTextFile
} from "./shared-io-git-skipped.js";

// src/io/own-secrets.ts
import { homedir } from "node:os";
import { join } from "node:path";
var SHORTEST = 12;
function ownSecrets(env) {
  const home = env.HOME ?? env.USERPROFILE ?? homedir();
  const found = [
    ...fromVariables(env),
    ...fromAwsCredentials(env.AWS_SHARED_CREDENTIALS_FILE ?? join(home, ".aws", "credentials")),
    ...fromGh(join(env.GH_CONFIG_DIR ?? join(env.XDG_CONFIG_HOME ?? join(home, ".config"), "gh"), "hosts.yml")),
    ...fromNpm(env.NPM_CONFIG_USERCONFIG ?? join(home, ".npmrc")),
    ...fromDocker(join(env.DOCKER_CONFIG ?? join(home, ".docker"), "config.json"))
  ];
  const seen = /* @__PURE__ */ new Set();
  return found.filter(({ value }) => {
    const isOne = value.length >= SHORTEST && !seen.has(value) && !/[\s$<>{}*]/.test(value);
    seen.add(value);
    return isOne;
  });
}
var VARIABLES = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_BEARER_TOKEN_BEDROCK",
  "GH_TOKEN",
  "GITHUB_TOKEN",
  "GH_ENTERPRISE_TOKEN",
  "NPM_TOKEN",
  "NODE_AUTH_TOKEN"
];
function fromVariables(env) {
  return VARIABLES.flatMap((name) => env[name] ? [{ what: `the variable ${name}`, value: env[name] }] : []);
}
var KEYS = {
  aws_access_key_id: "the key id",
  aws_secret_access_key: "the secret key",
  aws_session_token: "the session token"
};
function fromAwsCredentials(path) {
  let profile = "default";
  return linesOf(path).flatMap((line) => {
    profile = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line)?.[1] ?? profile;
    const [, key = "", value = ""] = /^\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    const kind = KEYS[key.toLowerCase()];
    return kind ? [{ what: `${kind} of the profile ${profile} (credentials of AWS)`, value }] : [];
  });
}
function fromGh(path) {
  return linesOf(path).flatMap((line) => {
    const value = /^\s*oauth_token:\s*["']?([^\s"']+)/.exec(line)?.[1];
    return value ? [{ what: "the login of gh", value }] : [];
  });
}
function fromNpm(path) {
  return linesOf(path).flatMap((line) => {
    const value = /:?_(?:authToken|auth|password)\s*=\s*["']?([^\s"']+)/.exec(line)?.[1];
    return value ? [{ what: "the login of npm", value }] : [];
  });
}
function fromDocker(path) {
  try {
    const { auths = {} } = JSON.parse(readTextFile(path) ?? "{}");
    return Object.entries(auths).flatMap(([registry, { auth, identitytoken }]) => {
      const what = `the login of Docker at ${registry}`;
      const password = typeof auth === "string" ? Buffer.from(auth, "base64").toString("utf8").replace(/^[^:]*:/, "") : "";
      return [auth, password, identitytoken].flatMap((value) => typeof value === "string" ? [{ what, value }] : []);
    });
  } catch {
    return [];
  }
}
var linesOf = (path) => (readTextFile(path) ?? "").split(/\r?\n/);

export {
  ownSecrets
};
