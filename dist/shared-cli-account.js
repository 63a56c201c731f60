import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  ownSession
} from "./shared-io-aws-own-session.js";
import {
  collectAccount,
  requestsTold
} from "./shared-io-aws-account-collect.js";
import {
  choice,
  tell
} from "./shared-cli-scan.js";
import {
  reportAccount,
  withoutSecrets
} from "./shared-run-account.js";
import {
  parseBaseline,
  remadeBaseline
} from "./shared-run-config-files.js";
import {
  readTextFile,
  writeTextFile
} from "./shared-io-git-skipped.js";
import {
  parseSnapshot,
  snapshotParts
} from "./shared-core-address-blocks.js";
import {
  FORMATS
} from "./shared-report.js";
import {
  CONFIDENCES,
  SEVERITIES
} from "./shared-core-finding.js";
import {
  isAccountPlace
} from "./shared-core-source.js";
import {
  Problem
} from "./shared-core-problem.js";

// src/cli/account.ts
import { resolve } from "node:path";
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
  return { snapshot, told: [requestsTold(counts)] };
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
