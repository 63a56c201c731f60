import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  settingsOf
} from "./chunk-chunk-NCZFUNYN.js";
import {
  parseBaseline,
  readTextFile,
  renderBaseline,
  run,
  writeTextFile
} from "./chunk-chunk-4JI4WTOB.js";
import "./chunk-chunk-H27HOUXR.js";
import {
  progressBar
} from "./chunk-chunk-WTEIMBKA.js";
import "./chunk-chunk-PN6C2QTY.js";
import "./chunk-chunk-6X6H2IHE.js";
import "./chunk-chunk-ZV3ODPNH.js";
import "./chunk-chunk-N5YKVZA2.js";

// src/cli/baseline.ts
import { join, resolve } from "node:path";
async function baselineCommand(flags, console) {
  const bar = progressBar(console);
  const report = await run({ ...await settingsOf(flags, console, bar.show), failOn: "never" }).finally(bar.clear);
  if (report.verdict === "broken") {
    console.error(`keylatch: ${report.reason}
`);
    return 2;
  }
  const name = flags.value("output") ?? join(flags.operands[0] ?? ".", ".keylatch-baseline.json");
  const path = resolve(console.cwd, name);
  const text = readTextFile(path);
  const previous = text === void 0 ? void 0 : parseBaseline({ uri: name, text });
  writeTextFile(path, renderBaseline(report.findings, previous));
  const count = report.findings.filter(({ suppression }) => !suppression || suppression.mechanism === "baseline").length;
  const findings = count === 1 ? "1 finding" : `${count} findings`;
  console.print(
    `${findings} written to ${name}. Commit it, and name it in .keylatch.yml:

  baseline: .keylatch-baseline.json
`
  );
  return 0;
}
export {
  baselineCommand
};
