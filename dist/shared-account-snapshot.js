import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  Problem
} from "./shared-core-problem.js";

// src/account/snapshot.ts
function recordOf(type, arn, data) {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  return {
    type,
    arn,
    get data() {
      return JSON.parse(text);
    }
  };
}
var SNAPSHOT_KEY = "keylatchAccount";
var VERSION = 1;
function* snapshotParts({ records, ...head }) {
  yield `${JSON.stringify({ [SNAPSHOT_KEY]: VERSION, ...head }, void 0, 1).slice(0, -2)},
 "records": [
`;
  for (const [index, record] of records.entries()) {
    yield `  ${JSON.stringify(record)}${index < records.length - 1 ? "," : ""}
`;
  }
  yield " ]\n}\n";
}
function parseSnapshot(text, file) {
  const given = byLines(text) ?? whole(text);
  const fault = given === void 0 ? "not JSON" : faultOf(given);
  if (fault) throw new Problem(`${file}: ${fault}; write it with: keylatch account --save FILE`);
  const { account, alias, partition, takenAt, regions, missing, records } = given;
  return { account, ...alias ? { alias } : {}, partition, takenAt, regions, missing, records };
}
function byLines(text) {
  const begin = /^ "records": \[\n/m.exec(text);
  if (!begin) return void 0;
  try {
    const head = JSON.parse(`${text.slice(0, begin.index)}"records": []}`);
    const records = [];
    let at = begin.index + begin[0].length;
    while (!text.startsWith(" ]", at)) {
      const end = text.indexOf("\n", at);
      if (end === -1) return void 0;
      records.push(compact(JSON.parse(text.slice(at, text[end - 1] === "," ? end - 1 : end))));
      at = end + 1;
    }
    return { ...head, records };
  } catch {
    return void 0;
  }
}
function whole(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function compact(record) {
  if (recordFault(record)) return record;
  const { type, arn, data } = record;
  return recordOf(type, arn, data);
}
function faultOf(given) {
  if (!isObject(given) || given[SNAPSHOT_KEY] === void 0) return "not a saved account";
  if (given[SNAPSHOT_KEY] !== VERSION)
    return `an account of format ${given[SNAPSHOT_KEY]}, this Keylatch reads ${VERSION}`;
  if (!/^\d{12}$/.test(String(given.account))) return "no account id in it";
  if (typeof given.partition !== "string") return "no partition in it";
  if (Number.isNaN(Date.parse(String(given.takenAt)))) return "no date in it";
  for (const list of ["regions", "missing", "records"])
    if (!Array.isArray(given[list])) return `no list of ${list} in it`;
  const odd = given.records.findIndex(recordFault);
  return odd === -1 ? void 0 : `record ${odd + 1} has no type, no arn or no data`;
}
function recordFault(record) {
  return !isObject(record) || typeof record.type !== "string" || typeof record.arn !== "string" || !isObject(record.data);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export {
  recordOf,
  SNAPSHOT_KEY,
  snapshotParts,
  parseSnapshot
};
