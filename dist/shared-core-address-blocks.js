import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);

// src/rules/credentials/aws/key-id.ts
var KINDS = {
  AKIA: "long-term",
  ASIA: "temporary",
  ABIA: "bearer",
  ACCA: "context-specific"
};
function factsOfKeyId(id) {
  const accountId = accountOfKeyId(id);
  const canaryIssuer = accountId === void 0 ? void 0 : canaryIssuerOf(accountId);
  return {
    masked: `${id.slice(0, 4)}${"*".repeat(id.length - 8)}${id.slice(-4)}`,
    kind: KINDS[id.slice(0, 4)] ?? "legacy",
    ...accountId === void 0 ? {} : { accountId },
    ...canaryIssuer === void 0 ? {} : { canaryIssuer }
  };
}
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function accountOfKeyId(id) {
  if (!/^[A-Z0-9]{4}[A-HK-Z2-7][A-Z2-7]{15}$/.test(id)) return void 0;
  let bits = 0n;
  for (const letter of id.slice(4, 14)) bits = bits << 5n | BigInt(BASE32.indexOf(letter));
  const account = (bits >> 2n & 0x7fffffffff80n) >> 7n;
  const digits = account.toString().padStart(12, "0");
  return digits.length === 12 ? digits : void 0;
}
var CANARYTOKENS_ORG = new Set(
  `052310077262 171436882533 266735846894 534261010715 595918472158 717712589309 729780141977 730335385048 819147034852
  992382622183`.split(/\s+/)
);
var LOOK_ALIKES = new Set(
  `044858866125 251535659677 344043088457 351906852752 390477818340 426127672474 427150556519 439872796651 445142720921
  465867158099 528757803018 538784191382 637958123769 693412236332 732624840810 735421457923 893192397702 959235150393
  982842642351`.split(/\s+/)
);
function canaryIssuerOf(accountId) {
  if (CANARYTOKENS_ORG.has(accountId)) return "canarytokens.org";
  return LOOK_ALIKES.has(accountId) ? "a service like canarytokens.org" : void 0;
}

// src/core/address-blocks.ts
import { isIPv4, isIPv6 } from "node:net";
function inBlock(address, written) {
  const one = isIPv4(address) || isIPv6(address) ? blockOf(address) : void 0;
  const block = blockOf(written);
  return !!one && !!block && one.bits === block.bits && block.first <= one.first && one.first <= block.last;
}
function isBlock(written) {
  return blockOf(written) !== void 0;
}
var INTERNET = [blockOf("0.0.0.0/0"), blockOf("2000::/3")];
function holdInternet(written, named = true) {
  const blocks = written.flatMap((one) => blockOf(one) ?? []);
  return INTERNET.some((whole) => {
    const held = sizeOfUnion(blocks.flatMap((block) => within(block, whole)));
    const size = sizeOf(whole);
    return 2n * (named ? held : size - held) > size;
  });
}
function blockOf(written) {
  const [base = "", length, ...more] = written.split("/");
  const bits = isIPv4(base) ? 32 : isIPv6(base) ? 128 : void 0;
  const prefix = length === void 0 ? bits : /^\d{1,3}$/.test(length) ? Number(length) : void 0;
  if (bits === void 0 || prefix === void 0 || prefix > bits || more.length > 0) return void 0;
  const size = 1n << BigInt(bits - prefix);
  const address = bits === 32 ? numberOf(base.split(".").map(Number), 8n) : numberOf(groupsOf(base), 16n);
  const first = address - address % size;
  return { bits, first, last: first + size - 1n };
}
function numberOf(parts, width) {
  return parts.reduce((number, part) => number << width | BigInt(part), 0n);
}
function groupsOf(address) {
  const canonical = new URL(`http://[${address.replace(/%.*/, "")}]/`).hostname.slice(1, -1);
  const [head, tail] = canonical.split("::").map((half) => half.split(":").filter((group) => group !== ""));
  const missing = 8 - head.length - (tail?.length ?? 0);
  return [...head, ...new Array(missing).fill("0"), ...tail ?? []].map((group) => Number.parseInt(group, 16));
}
function within({ bits, first, last }, whole) {
  if (bits !== whole.bits || last < whole.first || first > whole.last) return [];
  return [{ bits, first: first < whole.first ? whole.first : first, last: last > whole.last ? whole.last : last }];
}
function sizeOf({ first, last }) {
  return last - first + 1n;
}
function sizeOfUnion(blocks) {
  let size = 0n;
  let reached = -1n;
  for (const block of [...blocks].sort((a, b) => a.first < b.first ? -1 : a.first > b.first ? 1 : 0)) {
    const first = block.first > reached ? block.first : reached + 1n;
    if (block.last < first) continue;
    size += sizeOf({ ...block, first });
    reached = block.last;
  }
  return size;
}

export {
  inBlock,
  isBlock,
  holdInternet,
  factsOfKeyId,
  canaryIssuerOf
};
