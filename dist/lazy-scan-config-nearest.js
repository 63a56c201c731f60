import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  hint,
  nearest
} from "./shared-scan-config-nearest.js";
import "./shared-runtime.js";
export {
  hint,
  nearest
};
