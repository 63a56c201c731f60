import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  choice,
  scanCommand,
  settingsOf
} from "./chunk-chunk-NCZFUNYN.js";
import "./chunk-chunk-4JI4WTOB.js";
import "./chunk-chunk-H27HOUXR.js";
import "./chunk-chunk-WTEIMBKA.js";
import "./chunk-chunk-PN6C2QTY.js";
import "./chunk-chunk-6X6H2IHE.js";
import "./chunk-chunk-ZV3ODPNH.js";
import "./chunk-chunk-N5YKVZA2.js";
export {
  choice,
  scanCommand,
  settingsOf
};
