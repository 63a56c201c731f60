import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  choice,
  settingsOf
} from "./shared-cli-scan.js";
import "./shared-io-own-secrets.js";
import "./shared-io-git-home.js";
import {
  openScanTarget
} from "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import {
  explainConfig,
  explainedYaml,
  readPolicy,
  rules
} from "./shared-run-config-files.js";
import "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import "./shared-io-git-repository.js";
import "./shared-iam-escalation-context.js";
import "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-cli-console.js";
import "./shared-report.js";
import {
  jsonText,
  visibleLines
} from "./shared-run-tool.js";
import "./shared-scan-config-nearest.js";
import "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/config.ts
async function configCommand(flags, console) {
  const format = choice(flags, "format", ["yaml", "json"]) ?? "yaml";
  const settings = await settingsOf(flags, console);
  const target = await openScanTarget({ ...settings, withoutBaseline: true });
  const { files, config } = await readPolicy({ ...settings, withoutBaseline: true }, target.head, target.base, rules);
  const values = explainConfig(files);
  if (format === "json") {
    console.print(`${jsonText({ values, locked: [...config.locked] }, 2)}
`);
    return 0;
  }
  const built = files.map(({ uri }) => `# ${uri}
`);
  const head = flags.has("explain") && built.length > 0 ? `# Built of these files, later ones winning:
${built.join("")}
` : "";
  console.print(visibleLines(head + explainedYaml(values, flags.has("explain"))));
  return 0;
}
export {
  configCommand
};
