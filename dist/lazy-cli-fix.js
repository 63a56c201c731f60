import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  settingsOf
} from "./shared-cli-scan.js";
import "./shared-io-own-secrets.js";
import "./shared-io-git-home.js";
import {
  apartIn,
  edited,
  run
} from "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import "./shared-run-config-files.js";
import "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import {
  openRepository
} from "./shared-io-git-repository.js";
import "./shared-iam-escalation-context.js";
import {
  readTextFile,
  writeBesideScanned
} from "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-cli-console.js";
import {
  fixPreviews
} from "./shared-report.js";
import {
  groupBy,
  plural,
  rulesById,
  titleOf,
  visible,
  visibleLines
} from "./shared-run-tool.js";
import "./shared-scan-config-nearest.js";
import "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/fix.ts
import { resolve } from "node:path";
async function fixCommand(flags, console) {
  const settings = { ...await settingsOf(flags, console), asksForFixes: true };
  const report = await run(settings);
  if (report.verdict === "broken") throw new Problem(report.reason);
  const fixable = report.findings.filter(({ fix, suppression }) => fix !== void 0 && !suppression);
  if (fixable.length === 0) {
    console.print("There is nothing that Keylatch can fix by itself.\n");
    return 0;
  }
  for (const finding of fixable) console.print(shown(report, finding));
  if (!flags.has("write")) {
    console.print(`${plural(fixable.length, "edit")}, each tried. \`keylatch fix --write\` makes them.
`);
    return 1;
  }
  const made = await write(fixable, flags, console);
  const after = await run(settings);
  const left = new Set(after.findings.map(({ fingerprint }) => fingerprint));
  const gone = made.filter(({ fingerprint }) => !left.has(fingerprint)).length;
  console.print(
    `${plural(gone, "finding")} of ${fixable.length} fixed; ${plural(after.findings.length, "finding")} left.
`
  );
  if (made.some(({ secret }) => secret)) {
    console.print("Revoke the secrets that stood there: the history keeps them.\n");
  }
  return gone === fixable.length ? 0 : 1;
}
function shown(report, finding) {
  const title = `${finding.location.uri}:${finding.location.region.startLine}  ${titleOf(rulesById(report), finding)}`;
  const lines = fixPreviews(finding).flatMap(({ before, after }) => [
    ...before.map((line) => `- ${line}`),
    ...after.map((line) => `+ ${line}`)
  ]);
  return `${visible(title)}
${lines.map((line) => `  ${visibleLines(line)}
`).join("")}
`;
}
async function write(findings, flags, console) {
  const start = resolve(console.cwd, flags.operands[0] ?? ".");
  const root = (await openRepository(start, console.env))?.workTree ?? start;
  const made = apartIn(findings);
  const edits = groupBy(
    made.flatMap(({ fix = [] }) => fix),
    (edit) => edit.uri
  );
  for (const [uri, some] of edits) {
    const path = resolve(root, uri);
    const text = readTextFile(path);
    if (text === void 0) throw new Problem(`${visible(uri)} cannot be read any more`);
    if (text.includes("\uFFFD")) {
      console.error(`${visible(uri)} is not UTF-8: change it by hand
`);
      continue;
    }
    const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    writeBesideScanned(root, path, mark + edited(text.slice(mark.length), some));
  }
  return made;
}
export {
  fixCommand
};
