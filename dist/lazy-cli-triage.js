import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  DEFAULT_LIMITS,
  attempt,
  commandsFor,
  deadlineOf,
  describeKey,
  faultText,
  generalCommands,
  isTransient,
  lookUp,
  mendText,
  quietNodeWarning,
  stsClient
} from "./shared-io-aws-triage-text.js";
import {
  factsOfKeyId
} from "./shared-core-address-blocks.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-debug.js";
import "./shared-runtime.js";

// src/io/aws/triage-key.ts
async function triageKey(keyId, deps) {
  if (!/^(AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}$/.test(keyId)) {
    throw new Problem("triage: that is not an access key id; one has 20 characters and begins with AKIA or ASIA");
  }
  const { env, now, limits } = deps;
  const options = {
    env,
    trustedAccounts: deps.trustedAccounts ?? /* @__PURE__ */ new Set(),
    verify: "off",
    limits: limits ?? {}
  };
  const alone = (await lookUp([{ keyId }], void 0, options)).facts.get(keyId);
  const caller = alone.owner === "canary" ? void 0 : await whoAmI(deps);
  const session = caller && "session" in caller ? caller.session : void 0;
  const { facts, notifications } = session ? await lookUp([{ keyId }], session, options) : { facts: /* @__PURE__ */ new Map([[keyId, alone]]), notifications: [] };
  const known = facts.get(keyId);
  const commands = caller && "refusal" in caller ? generalCommands(known, now) : commandsFor(known, now);
  return [
    `Key ${factsOfKeyId(keyId).masked}`,
    whoseItIs(known),
    ...[describeKey(known, now, false)].filter((said) => said !== ""),
    ...session ? [`Asked as ${session.arn}.`] : [],
    ...caller && "refusal" in caller ? [caller.refusal] : [],
    ...notifications.map(({ message }) => message),
    ...commands.length > 0 ? ["", ...mendText(commands).split("\n")] : []
  ];
}
function whoseItIs({ accountId, canaryIssuer }) {
  if (canaryIssuer) return `It is a canary of ${canaryIssuer}: using it raises an alarm.`;
  return accountId ? `It is of account ${accountId}.` : "Its id does not tell the account that it is of.";
}
async function whoAmI(deps) {
  const { env } = deps;
  const limits = { ...DEFAULT_LIMITS, attempts: 3, deadline: 2e4, ...deps.limits };
  const connection = { region: await regionOf(env), env, limits };
  const client = await stsClient(connection, deps.credentials);
  const { GetCallerIdentityCommand } = await import("./lazy-io-aws-sts-client.js");
  const signal = deadlineOf(limits);
  const asked = await attempt(
    async () => {
      const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials();
      const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
      const credentials2 = { accessKeyId, secretAccessKey, ...sessionToken ? { sessionToken } : {} };
      return { credentials: credentials2, accountId: Account ?? "", arn: Arn ?? "" };
    },
    { limits, signal, isTransient }
  );
  client.destroy();
  if (!asked.done) {
    return {
      refusal: `AWS could not be asked (${faultText(asked.error)}); sign in with the AWS CLI, or set AWS_PROFILE, and try again.`
    };
  }
  const { credentials, accountId, arn } = asked.value;
  const partition = arn.split(":")[1] ?? "aws";
  return {
    session: {
      accountId,
      arn,
      partition,
      region: connection.region,
      maskAccountId: false,
      connection: () => connection,
      credentials: async () => credentials
    }
  };
}
async function regionOf(env) {
  const named = env.AWS_REGION || env.AWS_DEFAULT_REGION;
  if (named) return named;
  quietNodeWarning();
  const { STSClient } = await import("./lazy-io-aws-sts-client.js");
  const client = new STSClient({});
  const region = await client.config.region().catch(() => "us-east-1");
  client.destroy();
  return region;
}

// src/cli/triage.ts
async function triageCommand(flags, console) {
  const keyId = flags.operands[0];
  if (keyId === void 0) throw new Problem("keylatch triage needs an access key id; see: keylatch triage --help");
  const lines = await triageKey(keyId, { env: console.env, now: /* @__PURE__ */ new Date() });
  console.print(`${lines.join("\n")}
`);
  return 0;
}
export {
  triageCommand
};
