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

export {
  factsOfKeyId,
  canaryIssuerOf
};
