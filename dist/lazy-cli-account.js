import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  accountCommand,
  readSnapshot
} from "./shared-cli-account.js";
import "./shared-io-aws-own-session.js";
import "./shared-io-aws-account-collect.js";
import "./shared-cli-scan.js";
import "./shared-io-own-secrets.js";
import "./shared-run-account.js";
import "./shared-io-aws-account-identity.js";
import "./shared-io-git-home.js";
import "./shared-run.js";
import "./shared-iam-questions.js";
import "./shared-scan-worth.js";
import "./shared-account-calls.js";
import "./shared-run-config-files.js";
import "./shared-iam-dangers-data-exfiltration.js";
import "./shared-rules-credentials-tokens-finder.js";
import "./shared-io-git-repository.js";
import "./shared-iam-account-data.js";
import "./shared-iam-escalation-context.js";
import "./shared-io-git-skipped.js";
import "./shared-core-address-blocks.js";
import "./shared-jsonc-parser-main.js";
import "./shared-smithy-signature-v4-signature-v4a-container.js";
import "./shared-cli-console.js";
import "./shared-report.js";
import "./shared-run-tool.js";
import "./shared-scan-config-nearest.js";
import "./shared-core-finding.js";
import "./shared-core-source.js";
import "./shared-core-text.js";
import "./shared-core-problem.js";
import "./shared-smithy-core-client-smithy-client-client-command-builder.js";
import "./shared-smithy-core-protocols-json-codec-v2-JsonCodec2.js";
import "./shared-smithy-core-serde-writeKey.js";
import "./shared-runtime.js";
export {
  accountCommand,
  readSnapshot
};
