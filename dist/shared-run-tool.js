import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/run/tool.ts
var TOOL = {
  name: "Keylatch",
  version: true ? "1.0.0" : "0.0.0-dev",
  informationUri: "https://github.com/keylatch/keylatch"
};

export {
  TOOL
};
