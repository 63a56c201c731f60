import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  DEFAULT_LIMITS,
  attempt,
  deadlineOf,
  faultText,
  isTransient,
  quietNodeWarning,
  stsClient
} from "./shared-io-aws-account-identity.js";

// src/io/aws/own-session.ts
async function ownSession(deps) {
  const { env } = deps;
  const limits = { ...DEFAULT_LIMITS, attempts: 3, deadline: 2e4, ...deps.limits };
  const connection = { region: await regionOf(env), env, limits };
  const client = await stsClient(connection, deps.credentials);
  const { GetCallerIdentityCommand } = await import("./lazy-io-aws-sts-client.js");
  const signal = deadlineOf(limits);
  const asked = await attempt(
    async () => {
      const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials();
      const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
      const credentials2 = { accessKeyId, secretAccessKey, ...sessionToken ? { sessionToken } : {} };
      return { credentials: credentials2, accountId: Account ?? "", arn: Arn ?? "" };
    },
    { limits, signal, isTransient }
  );
  client.destroy();
  if (!asked.done) {
    return {
      refusal: `AWS could not be asked (${faultText(asked.error)}); sign in with the AWS CLI, or set AWS_PROFILE, and try again.`
    };
  }
  const { credentials, accountId, arn } = asked.value;
  const partition = arn.split(":")[1] ?? "aws";
  return {
    session: {
      accountId,
      arn,
      partition,
      region: connection.region,
      maskAccountId: false,
      connection: () => connection,
      credentials: async () => credentials
    }
  };
}
async function regionOf(env) {
  const named = env.AWS_REGION || env.AWS_DEFAULT_REGION;
  if (named) return named;
  quietNodeWarning();
  const { STSClient } = await import("./lazy-io-aws-sts-client.js");
  const client = new STSClient({});
  const region = await client.config.region().catch(() => "us-east-1");
  client.destroy();
  return region;
}

export {
  ownSession
};
