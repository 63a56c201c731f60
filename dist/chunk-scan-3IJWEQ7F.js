import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  choice,
  scanCommand,
  settingsOf
} from "./chunk-chunk-5GEJALWX.js";
import "./chunk-chunk-YHCI63CN.js";
import "./chunk-chunk-H27HOUXR.js";
import "./chunk-chunk-S75GHMJI.js";
import "./chunk-chunk-SKCKLVSI.js";
import "./chunk-chunk-6X6H2IHE.js";
import "./chunk-chunk-ZV3ODPNH.js";
import "./chunk-chunk-N5YKVZA2.js";
export {
  choice,
  scanCommand,
  settingsOf
};
