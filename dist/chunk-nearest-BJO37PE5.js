import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  hint,
  nearest
} from "./chunk-chunk-ZV3ODPNH.js";
import "./chunk-chunk-N5YKVZA2.js";
export {
  hint,
  nearest
};
