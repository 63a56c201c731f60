import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  EXPORTED_STATE,
  restoreExported
} from "./shared-io-aws-exported.js";
import "./shared-runtime.js";

// src/cleanup.ts
var state = process.env[`STATE_${EXPORTED_STATE}`];
if (state) restoreExported(await import("./lazy-actions-core-core.js"), state, process.env);
