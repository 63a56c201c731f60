import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/core/problem.ts
var Problem = class extends Error {
  name = "Problem";
};

export {
  Problem
};
