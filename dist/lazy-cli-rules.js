import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  practices,
  rulesOf
} from "./shared-rules-practices.js";
import {
  choice
} from "./shared-cli-scan.js";
import {
  rules
} from "./shared-run.js";
import "./shared-core-address-blocks.js";
import {
  columns
} from "./shared-cli-flags.js";
import "./shared-cli-console.js";
import {
  SEVERITIES
} from "./shared-run-tool.js";
import {
  Problem
} from "./shared-core-problem.js";
import {
  hint
} from "./shared-scan-config-nearest.js";
import "./shared-runtime.js";

// src/cli/rules.ts
async function rulesCommand(flags, console) {
  const metas = rules.map(({ meta }) => meta);
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
  const ids = [...rules.map(({ meta }) => meta.id), ...practices.map((practice2) => practice2.id)];
  if (id === void 0) throw new Problem("keylatch explain needs the id of a rule; `keylatch rules` lists them");
  const rule = rules.find(({ meta }) => meta.id === id);
  const practice = practices.find((one) => one.id === id);
  if (practice) {
    console.print(pageOfPractice(practice, console.width));
    return 0;
  }
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
