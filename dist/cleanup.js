import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  EXPORTED_STATE,
  clearExported
} from "./chunk-chunk-QCVQIN2F.js";
import "./chunk-chunk-N5YKVZA2.js";

// src/cleanup.ts
if (process.env[`STATE_${EXPORTED_STATE}`] === "true") {
  clearExported(await import("./chunk-core-7HWWA6LT.js"));
}
