// Loaded by `await import('./iam-client.ts')`, for the reason given in sts-client.ts.
export { GetAccessKeyLastUsedCommand, IAMClient } from '@aws-sdk/client-iam'
