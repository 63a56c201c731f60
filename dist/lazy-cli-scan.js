import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  choice,
  scanCommand,
  settingsOf
} from "./shared-cli-scan.js";
import "./shared-run.js";
import "./shared-core-address-blocks.js";
import "./shared-cli-console.js";
import "./shared-run-tool.js";
import "./shared-core-problem.js";
import "./shared-scan-config-nearest.js";
import "./shared-runtime.js";
export {
  choice,
  scanCommand,
  settingsOf
};
