import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ownSession
} from "./shared-io-aws-own-session.js";
import {
  commandsFor,
  cutOffSessions,
  deactivateKey,
  describeKey,
  generalCommands,
  inquireKey,
  inquiryLines,
  lookUp,
  mendText,
  ownKey
} from "./shared-io-aws-look-up.js";
import "./shared-io-aws-account-identity.js";
import "./shared-iam-questions.js";
import "./shared-account-calls.js";
import {
  factsOfKeyId
} from "./shared-iam-dangers-data-exfiltration.js";
import "./shared-iam-account-data.js";
import "./shared-iam-escalation-context.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-smithy-signature-v4-signature-v4a-container.js";
import "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-smithy-core-client-smithy-client-client-command-builder.js";
import "./shared-smithy-core-protocols-json-codec-v2-JsonCodec2.js";
import "./shared-smithy-core-serde-writeKey.js";
import "./shared-runtime.js";

// src/io/aws/triage-key.ts
async function lookAtKey(keyId, deps) {
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
  const caller = alone.owner === "canary" ? void 0 : await ownSession(deps);
  const session = caller && "session" in caller ? caller.session : void 0;
  const { facts, notifications } = session ? await lookUp([{ keyId }], session, options) : { facts: /* @__PURE__ */ new Map([[keyId, alone]]), notifications: [] };
  const known = facts.get(keyId);
  const inquiry = session && known.owner === "own" ? await inquireKey(session, ownKey(keyId, known), limits) : void 0;
  const commands = caller && "refusal" in caller ? generalCommands(known, now) : commandsFor(known, now, inquiry?.holder?.name);
  const lines = [
    `Key ${factsOfKeyId(keyId).masked}`,
    whoseItIs(known),
    ...[describeKey(known, now, false)].filter((said) => said !== ""),
    ...session ? [`Asked as ${session.arn}.`] : [],
    ...caller && "refusal" in caller ? [caller.refusal] : [],
    ...notifications.map(({ message }) => message),
    ...inquiry ? inquiryLines(inquiry, now) : [],
    ...commands.length > 0 ? ["", ...mendText(commands).split("\n")] : []
  ];
  return { lines, facts: known, ...session ? { session } : {}, ...inquiry ? { inquiry } : {} };
}
function whoseItIs({ accountId, canaryIssuer }) {
  if (canaryIssuer) return `It is a canary of ${canaryIssuer}: using it raises an alarm.`;
  return accountId ? `It is of account ${accountId}.` : "Its id does not tell the account that it is of.";
}

// src/cli/triage.ts
async function triageCommand(flags, console) {
  const keyId = flags.operands[0];
  if (keyId === void 0) throw new Problem("keylatch triage needs an access key id; see: keylatch triage --help");
  if (flags.has("yes") && !flags.has("deactivate")) throw new Problem("--yes goes with --deactivate");
  const now = /* @__PURE__ */ new Date();
  const triaged = await lookAtKey(keyId, { env: console.env, now });
  console.print(`${triaged.lines.join("\n")}
`);
  if (!flags.has("deactivate")) return 0;
  const plan = planOf(keyId, triaged, now);
  console.print(`
${plan.what}
`);
  if (!flags.has("yes") && !await agreed(console)) {
    console.print("Nothing was changed.\n");
    return 1;
  }
  const outcome = await plan.act();
  if ("refused" in outcome) throw new Problem(`nothing was changed: ${outcome.refused}`);
  console.print(
    `${outcome.done}, by ${triaged.session.arn} at ${now.toISOString()}.
To take it back:
  ${outcome.undo}
`
  );
  return 0;
}
function planOf(keyId, { facts, session, inquiry }, now) {
  if (facts.owner === "canary") throw new Problem("a canary is there to be used by thieves; it is left alone");
  if (!session) throw new Problem("there are no AWS credentials to deactivate it with");
  if (facts.owner !== "own")
    throw new Problem("it is no key of the account that you are signed in to; it is left alone");
  if (facts.temporary) {
    const role = inquiry?.holder?.name;
    if (!role)
      throw new Problem("CloudTrail does not tell which role the session is of, so there is nothing to cut off");
    return {
      what: `Every session of role ${role} that began before now will be cut off, also those that are honest: an inline policy denies them everything.`,
      act: () => cutOffSessions(session, role, now)
    };
  }
  const { user } = facts;
  if (!user)
    throw new Problem("AWS does not tell which user the key is of (iam:GetAccessKeyLastUsed), so it is left alone");
  if (inquiry?.active === false) throw new Problem("the key is inactive already");
  return {
    what: `The key of user ${user} will be made inactive: whatever still uses it fails from then on, and it can be made active again.`,
    act: () => deactivateKey(session, { keyId, user })
  };
}
async function agreed(console) {
  const answer = await console.ask?.("Go on? Type yes: ");
  if (answer === void 0) throw new Problem("nobody is there to be asked; give --yes");
  return answer.trim().toLowerCase() === "yes";
}
export {
  triageCommand
};
