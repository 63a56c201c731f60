import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  collectAccount,
  requestsTold
} from "./shared-io-aws-account-collect.js";
import "./shared-io-aws-account-identity.js";
import "./shared-account-calls.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-smithy-signature-v4-signature-v4a-container.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import "./shared-core-problem.js";
import "./shared-smithy-core-client-smithy-client-client-command-builder.js";
import "./shared-smithy-core-protocols-json-codec-v2-JsonCodec2.js";
import "./shared-smithy-core-serde-writeKey.js";
import "./shared-runtime.js";
export {
  collectAccount,
  requestsTold
};
