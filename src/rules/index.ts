import type { Rule } from '../core/rule.ts'
import accountCredentials from './account/credentials.ts'
import accountPublicBucket from './account/public-bucket.ts'
import accountRegional from './account/regional.ts'
import accountRoot from './account/root.ts'
import accountTrails from './account/trails.ts'
import accountUnusedProvider from './account/unused-provider.ts'
import accountUnusedRole from './account/unused-role.ts'
import auditAccessLogs from './audit/access-logs.ts'
import auditCloudtrail from './audit/cloudtrail.ts'
import auditCloudtrailEncryption from './audit/cloudtrail-encryption.ts'
import auditClusterLogs from './audit/cluster-logs.ts'
import auditConfigRecorder from './audit/config-recorder.ts'
import auditContainerInsights from './audit/container-insights.ts'
import auditDatabaseLogs from './audit/database-logs.ts'
import auditFlowLogs from './audit/flow-logs.ts'
import auditGuardduty from './audit/guardduty.ts'
import auditLogEncryption from './audit/log-encryption.ts'
import auditLogRetention from './audit/log-retention.ts'
import auditMachineMonitoring from './audit/machine-monitoring.ts'
import auditRequiredTags from './audit/required-tags.ts'
import auditTracing from './audit/tracing.ts'
import auditUnwatchedEvents from './audit/unwatched-events.ts'
import containerAddForCopy from './container/add-for-copy.ts'
import containerCommandAccess from './container/command-access.ts'
import containerEvalInput from './container/eval-input.ts'
import containerJobLimits from './container/job-limits.ts'
import containerNoHealthCheck from './container/no-health-check.ts'
import containerRemoteAdd from './container/remote-add.ts'
import containerRootUser from './container/root-user.ts'
import containerSshPort from './container/ssh-port.ts'
import containerTaskLogs from './container/task-logs.ts'
import containerTaskPrivileges from './container/task-privileges.ts'
import containerUnpinnedBase from './container/unpinned-base.ts'
import containerWritableRoot from './container/writable-root.ts'
import credentialsAddresses from './credentials/addresses.ts'
import credentialsAppsyncKey from './credentials/appsync-key.ts'
import credentialsAssignedSecret from './credentials/assigned-secret.ts'
import credentialsAwsAccessKey from './credentials/aws-access-key.ts'
import credentialsAwsBedrockKey from './credentials/aws-bedrock-key.ts'
import credentialsAwsSessionToken from './credentials/aws-session-token.ts'
import credentialsCredentialFile from './credentials/credential-file.ts'
import credentialsGcpServiceAccount from './credentials/gcp-service-account.ts'
import credentialsJwt from './credentials/jwt.ts'
import credentialsLoginFile from './credentials/login-file.ts'
import credentialsOwnCredential from './credentials/own-credential.ts'
import credentialsPrivateKey from './credentials/private-key.ts'
import credentialsTokens from './credentials/tokens.ts'
import dataAwsOwnedKey from './data/aws-owned-key.ts'
import dataBackups from './data/backups.ts'
import dataDatabaseLogin from './data/database-login.ts'
import dataDeletionProtection from './data/deletion-protection.ts'
import dataEcrMutableTags from './data/ecr-mutable-tags.ts'
import dataEcrScan from './data/ecr-scan.ts'
import dataKmsDeletionWindow from './data/kms-deletion-window.ts'
import dataKmsRotation from './data/kms-rotation.ts'
import dataMinorUpgrades from './data/minor-upgrades.ts'
import dataPlainParameter from './data/plain-parameter.ts'
import dataS3ForceDestroy from './data/s3-force-destroy.ts'
import dataS3MfaDelete from './data/s3-mfa-delete.ts'
import dataS3PlainHttp from './data/s3-plain-http.ts'
import dataS3PublicAccess from './data/s3-public-access.ts'
import dataS3PublicAcl from './data/s3-public-acl.ts'
import dataS3Versioning from './data/s3-versioning.ts'
import dataSecretRotation from './data/secret-rotation.ts'
import dataUnencryptedDatabase from './data/unencrypted-database.ts'
import dataUnencryptedMessages from './data/unencrypted-messages.ts'
import dataUnencryptedResults from './data/unencrypted-results.ts'
import dataUnencryptedSearch from './data/unencrypted-search.ts'
import dataUnencryptedTransit from './data/unencrypted-transit.ts'
import dataUnencryptedVolume from './data/unencrypted-volume.ts'
import iamAccessAnalyzer from './iam/access-analyzer.ts'
import iamAccessAnalyzerCheck from './iam/access-analyzer-check.ts'
import iamAttachedAccountPolicy from './iam/attached-account-policy.ts'
import iamConsoleUser from './iam/console-user.ts'
import iamDangers from './iam/dangers.ts'
import iamDeniedByOrganization from './iam/denied-by-organization.ts'
import iamFullAdmin from './iam/full-admin.ts'
import iamInlinePolicyOnUser from './iam/inline-policy-on-user.ts'
import iamLongLivedKey from './iam/long-lived-key.ts'
import iamLongSession from './iam/long-session.ts'
import iamNearAdmin from './iam/near-admin.ts'
import iamNoPermissionsBoundary from './iam/no-permissions-boundary.ts'
import iamOptionalMfa from './iam/optional-mfa.ts'
import iamPolicyOnUser from './iam/policy-on-user.ts'
import iamPrivilegeEscalation from './iam/privilege-escalation.ts'
import iamRiskyManagedPolicy from './iam/risky-managed-policy.ts'
import iamServiceWildcard from './iam/service-wildcard.ts'
import iamUndecidedAttachment from './iam/undecided-attachment.ts'
import iamUndecidedGrant from './iam/undecided-grant.ts'
import iamUndecidedHolder from './iam/undecided-holder.ts'
import iamUnknownAccount from './iam/unknown-account.ts'
import iamUnknownAction from './iam/unknown-action.ts'
import iamVacuousCondition from './iam/vacuous-condition.ts'
import iamWeakPasswordPolicy from './iam/weak-password-policy.ts'
import networkDefaultNetwork from './network/default-network.ts'
import networkImdsv1 from './network/imdsv1.ts'
import networkInvalidHeaders from './network/invalid-headers.ts'
import networkNoWebFirewall from './network/no-web-firewall.ts'
import networkOldTls from './network/old-tls.ts'
import networkOpenApi from './network/open-api.ts'
import networkOpenEgress from './network/open-egress.ts'
import networkOpenIngress from './network/open-ingress.ts'
import networkOutsideVpc from './network/outside-vpc.ts'
import networkPlainHttp from './network/plain-http.ts'
import networkPublicAddress from './network/public-address.ts'
import networkPublicClusterEndpoint from './network/public-cluster-endpoint.ts'
import networkPublicSubnet from './network/public-subnet.ts'
import networkPubliclyAccessible from './network/publicly-accessible.ts'
import scanUnread from './scan/unread.ts'
import trustAccountRoot from './trust/account-root.ts'
import trustAdminWithoutMfa from './trust/admin-without-mfa.ts'
import trustAnyPrincipal from './trust/any-principal.ts'
import trustConfusedDeputy from './trust/confused-deputy.ts'
import trustCrossAccount from './trust/cross-account.ts'
import trustExistingPrincipal from './trust/existing-principal.ts'
import trustGithubOidc from './trust/github-oidc.ts'
import trustNotPrincipal from './trust/not-principal.ts'
import trustPinnedThumbprint from './trust/pinned-thumbprint.ts'
import trustPublicDoor from './trust/public-door.ts'
import trustUndecidedDoor from './trust/undecided-door.ts'
import trustUndecidedTrust from './trust/undecided-trust.ts'
import trustWebIdentity from './trust/web-identity.ts'
import userDataEnvironmentSecret from './user-data/environment-secret.ts'
import userDataImageSecret from './user-data/image-secret.ts'
import userDataLiteralSecret from './user-data/literal-secret.ts'
import userDataParameterSecret from './user-data/parameter-secret.ts'
import userDataPasswordLogin from './user-data/password-login.ts'
import userDataProviderSecret from './user-data/provider-secret.ts'
import userDataRemoteScript from './user-data/remote-script.ts'
import userDataScriptSecret from './user-data/script-secret.ts'
import userDataSensitiveEnvironment from './user-data/sensitive-environment.ts'
import userDataSensitiveVariable from './user-data/sensitive-variable.ts'
import userDataWorkflowSecret from './user-data/workflow-secret.ts'
import workflowHeadCheckout from './workflow/head-checkout.ts'
import workflowPrintedSecret from './workflow/printed-secret.ts'
import workflowRoleFromInput from './workflow/role-from-input.ts'
import workflowScriptInjection from './workflow/script-injection.ts'
import workflowStaticAwsKeys from './workflow/static-aws-keys.ts'
import workflowUnpinnedAwsAction from './workflow/unpinned-aws-action.ts'
import workflowWideIdToken from './workflow/wide-id-token.ts'

/** Every rule there is. Generated by `npm run generate`; do not edit. */
export const rules: readonly Rule[] = [
  ...accountCredentials,
  accountPublicBucket,
  ...accountRegional,
  ...accountRoot,
  ...accountTrails,
  accountUnusedProvider,
  accountUnusedRole,
  auditAccessLogs,
  auditCloudtrailEncryption,
  auditCloudtrail,
  auditClusterLogs,
  auditConfigRecorder,
  auditContainerInsights,
  auditDatabaseLogs,
  auditFlowLogs,
  auditGuardduty,
  auditLogEncryption,
  auditLogRetention,
  auditMachineMonitoring,
  auditRequiredTags,
  auditTracing,
  auditUnwatchedEvents,
  containerAddForCopy,
  containerCommandAccess,
  containerEvalInput,
  containerJobLimits,
  containerNoHealthCheck,
  containerRemoteAdd,
  containerRootUser,
  containerSshPort,
  containerTaskLogs,
  containerTaskPrivileges,
  containerUnpinnedBase,
  containerWritableRoot,
  ...credentialsAddresses,
  credentialsAppsyncKey,
  credentialsAssignedSecret,
  credentialsAwsAccessKey,
  credentialsAwsBedrockKey,
  credentialsAwsSessionToken,
  credentialsCredentialFile,
  credentialsGcpServiceAccount,
  credentialsJwt,
  credentialsLoginFile,
  credentialsOwnCredential,
  credentialsPrivateKey,
  ...credentialsTokens,
  dataAwsOwnedKey,
  dataBackups,
  dataDatabaseLogin,
  dataDeletionProtection,
  dataEcrMutableTags,
  dataEcrScan,
  dataKmsDeletionWindow,
  dataKmsRotation,
  dataMinorUpgrades,
  dataPlainParameter,
  dataS3ForceDestroy,
  dataS3MfaDelete,
  dataS3PlainHttp,
  dataS3PublicAccess,
  dataS3PublicAcl,
  dataS3Versioning,
  dataSecretRotation,
  dataUnencryptedDatabase,
  dataUnencryptedMessages,
  dataUnencryptedResults,
  dataUnencryptedSearch,
  dataUnencryptedTransit,
  dataUnencryptedVolume,
  iamAccessAnalyzerCheck,
  iamAccessAnalyzer,
  iamAttachedAccountPolicy,
  iamConsoleUser,
  ...iamDangers,
  iamDeniedByOrganization,
  iamFullAdmin,
  iamInlinePolicyOnUser,
  iamLongLivedKey,
  iamLongSession,
  iamNearAdmin,
  iamNoPermissionsBoundary,
  iamOptionalMfa,
  iamPolicyOnUser,
  iamPrivilegeEscalation,
  iamRiskyManagedPolicy,
  iamServiceWildcard,
  iamUndecidedAttachment,
  iamUndecidedGrant,
  iamUndecidedHolder,
  iamUnknownAccount,
  iamUnknownAction,
  iamVacuousCondition,
  iamWeakPasswordPolicy,
  networkDefaultNetwork,
  networkImdsv1,
  networkInvalidHeaders,
  networkNoWebFirewall,
  networkOldTls,
  networkOpenApi,
  networkOpenEgress,
  networkOpenIngress,
  networkOutsideVpc,
  networkPlainHttp,
  networkPublicAddress,
  networkPublicClusterEndpoint,
  networkPublicSubnet,
  networkPubliclyAccessible,
  scanUnread,
  trustAccountRoot,
  trustAdminWithoutMfa,
  trustAnyPrincipal,
  trustConfusedDeputy,
  trustCrossAccount,
  trustExistingPrincipal,
  trustGithubOidc,
  trustNotPrincipal,
  trustPinnedThumbprint,
  trustPublicDoor,
  trustUndecidedDoor,
  trustUndecidedTrust,
  trustWebIdentity,
  userDataEnvironmentSecret,
  userDataImageSecret,
  userDataLiteralSecret,
  userDataParameterSecret,
  userDataPasswordLogin,
  userDataProviderSecret,
  userDataRemoteScript,
  userDataScriptSecret,
  userDataSensitiveEnvironment,
  userDataSensitiveVariable,
  userDataWorkflowSecret,
  workflowHeadCheckout,
  workflowPrintedSecret,
  workflowRoleFromInput,
  workflowScriptInjection,
  workflowStaticAwsKeys,
  workflowUnpinnedAwsAction,
  workflowWideIdToken,
]
