// Loaded by `await import('./sts-client.ts')`: a split bundle keeps these names only through a file of our own
// (importing the package itself lazily gives "STSClient is not a constructor" in dist/).
export {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetAccessKeyInfoCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts'
