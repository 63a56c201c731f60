import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  practices,
  rulesOf
} from "./shared-rules-practices.js";
import {
  RULE_IDS,
  allRules
} from "./shared-cli-own-rules.js";
import {
  choice
} from "./shared-cli-scan.js";
import "./shared-io-own-secrets.js";
import "./shared-io-git-home.js";
import "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import {
  rules
} from "./shared-run-config-files.js";
import "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import "./shared-io-git-repository.js";
import "./shared-iam-escalation-context.js";
import "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import {
  columns
} from "./shared-cli-flags.js";
import "./shared-cli-console.js";
import "./shared-report.js";
import "./shared-run-tool.js";
import {
  hint
} from "./shared-scan-config-nearest.js";
import {
  SEVERITIES
} from "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/rules.ts
async function rulesCommand(flags, console) {
  const metas = (await allRules(flags, console)).map(({ meta }) => meta);
  if (choice(flags, "format", ["terminal", "json"]) === "json") {
    console.print(`${JSON.stringify(metas, void 0, 2)}
`);
    return 0;
  }
  const packs = [...new Set(metas.map(({ id }) => id.split("/")[0]))];
  for (const pack of packs) {
    const rows = metas.filter(({ id }) => id.startsWith(`${pack}/`)).sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity)).map(({ id, severity, title }) => [id, `${severity.padEnd(8)}  ${title}`]);
    console.print(`${pack}
${columns(rows, Number.POSITIVE_INFINITY)}

`);
  }
  console.print(`${metas.length} rules. More about one: keylatch explain RULE
`);
  return 0;
}
async function explainCommand(flags, console) {
  const id = flags.operands[0];
  if (id === void 0) throw new Problem("keylatch explain needs the id of a rule; `keylatch rules` lists them");
  const practice = practices.find((one) => one.id === id);
  if (practice) {
    console.print(pageOfPractice(practice, console.width));
    return 0;
  }
  const known = RULE_IDS.has(id) ? rules : await allRules(flags, console);
  const rule = known.find(({ meta }) => meta.id === id);
  const ids = [...known.map(({ meta }) => meta.id), ...practices.map((practice2) => practice2.id)];
  if (!rule) throw new Problem(`unknown rule '${id}'${hint(id, ids) || ";"} \`keylatch rules\` lists them all`);
  console.print(pageOf(rule.meta, console.width));
  return 0;
}
function pageOfPractice(practice, width) {
  const wrap = (text) => wrapped(text, Math.min(width, 100));
  const answers = rulesOf(practice, rules).map(({ meta }) => `  ${meta.id}: ${meta.title}`);
  return [
    `${practice.id}: ${practice.title}`,
    `Asked for by: ${practice.from}
`,
    ...answers.length > 0 ? [`Rules
${answers.join("\n")}
`] : [],
    ...practice.otherwise ? [`Answered by
${wrap(practice.otherwise)}
`] : [],
    `What they cannot see
${wrap(practice.blind)}
`,
    ...practice.account ? [`What the account shows
${wrap(practice.account)}
`] : []
  ].join("\n");
}
function pageOf(meta, width) {
  const wrap = (text) => wrapped(text, Math.min(width, 100));
  return [
    `${meta.id}: ${meta.title}`,
    `Severity: ${meta.severity}    About: ${meta.about}, ${meta.domain}${meta.fixable ? ", fixable" : ""}    ${meta.cwe.join(", ")}
`,
    `${wrap(meta.description)}
`,
    `How to fix it
${wrap(meta.remediation)}
`,
    `To live with one finding, write on its line or above it
  keylatch:ignore ${meta.id} -- why
`,
    `References
${meta.references.map((reference) => `  ${reference}`).join("\n")}
`
  ].join("\n");
}
function wrapped(text, width) {
  const lines = [];
  let line = " ";
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length + 1 > width && line.trim()) {
      lines.push(line);
      line = " ";
    }
    line += ` ${word}`;
  }
  return [...lines, line].join("\n");
}
export {
  explainCommand,
  rulesCommand
};
