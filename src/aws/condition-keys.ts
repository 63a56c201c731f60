import { lazy } from '../core/lazy.ts'
import { CONDITION_KEYS } from './actions/catalogue-data.ts'

/**
 * What a condition key narrows. `restricting`: what can be touched, or who may (a tag, a source, an organization).
 * `contextual`: the circumstances only (MFA, an address, a date), or something that the caller picks (RequestTag).
 * `unclear`: a key whose meaning we do not know; most likely restricting.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export type KeyKind = 'restricting' | 'contextual' | 'unclear'

/**
 * Who is to be narrowed. `holder`: of an identity policy; its own account and organization are true of every caller.
 * `named`: whom a trust or resource policy names. `anyone`: everybody, where it names nobody.
 */
export type Caller = 'holder' | 'named' | 'anyone'

export function kindOfKey(key: string, caller: Caller): KeyKind {
  if (caller === 'holder' && OWN_ACCOUNT.has(key)) return 'contextual'
  if (caller === 'anyone' && NOT_WHOSE.test(key)) return 'contextual'
  if (CONTEXTUAL.has(key) || CONTEXTUAL_SHAPE.test(key)) return 'contextual'
  if (RESTRICTING.has(key) || RESTRICTING_SHAPE.test(key)) return 'restricting'
  const type = typeOfKey(key)
  if (type === 'ARN' || type === 'ArrayOfARN') return 'restricting'
  if (type === 'Numeric' || type === 'Date') return 'contextual'
  return 'unclear'
}

/** The catalogue's type of a service's key: `String`, `ArrayOfString`, `ARN`, `Bool` …; undefined when it has no such key. */
export function typeOfKey(key: string): string | undefined {
  return keyTypes().get(key) ?? keyTypes().get(key.replace(/\/[^/]*$/, '/${}'))
}

/** Every request carries it, so that `…IfExists` and ForAllValues change nothing. */
export function isAlwaysPresent(key: string): boolean {
  return ALWAYS_PRESENT.has(key)
}

/** A request may carry several values of it: the keys that ForAllValues and ForAnyValue are for. Undefined: not known. */
export function isMultivalued(key: string): boolean | undefined {
  if (MULTIVALUED.has(key)) return true
  if (key.startsWith('aws:')) return key.startsWith('aws:principaltag/') ? undefined : false
  return typeOfKey(key)?.startsWith('ArrayOf')
}

const keyTypes = lazy((): ReadonlyMap<string, string> => {
  const types = new Map<string, string>()
  for (const [type, keys] of Object.entries(CONDITION_KEYS)) for (const key of keys.split(' ')) types.set(key, type)
  return types
})

const OWN_ACCOUNT = new Set(['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount'])

/**
 * What does not say whose the caller is. Strangers tag their own roles, call through the same services, and say the
 * context or the id that they heard of; some of these narrow what can be touched, but by whom they leave open.
 */
const NOT_WHOSE =
  /^(aws:(principaltag\/|resourcetag\/|calledvia|viaawsservice$)|kms:(viaservice$|encryptioncontext|grantisforawsresource$)|sts:externalid$|s3:(prefix$|existingobjecttag\/))/

const CONTEXTUAL = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:multifactorauthage',
  'aws:multifactorauthpresent',
  'aws:principaltype',
  'aws:referer',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  'aws:securetransport',
  'aws:sourceidentity',
  'aws:sourceip',
  'aws:tagkeys',
  'aws:tokenissuetime',
  'aws:useragent',
  'aws:vpcsourceip',
  'ec2:instancetype',
  'ec2:region',
  'ec2:encrypted',
  'ec2:metadatahttptokens',
  'ec2:volumesize',
  'ec2:volumetype',
  'iam:passedtoservice',
  'lambda:functionurlauthtype',
  's3:authtype',
  's3:delimiter',
  's3:resourceaccount',
  's3:signatureage',
  's3:signatureversion',
  's3:tlsversion',
  's3:versionid',
  'sns:protocol',
  'sts:rolesessionname',
  'sts:sourceidentity',
  'sts:transitivetagkeys',
])
const CONTEXTUAL_SHAPE = /^(aws:requesttag\/|s3:(x-amz-|requestobjecttag)|[\w-]+:requesttag\/)/

const RESTRICTING = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:chatbotsourcearn',
  'aws:ec2instancesourcevpc',
  'aws:federatedprovider',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:userid',
  'aws:username',
  'aws:viaawsservice',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'cloudwatch:namespace',
  'dynamodb:leadingkeys',
  'ec2:createaction',
  'ec2:instanceprofile',
  'ec2:subnet',
  'ec2:vpc',
  'ecs:cluster',
  'elasticfilesystem:accessedviamounttarget',
  'elasticfilesystem:accesspointarn',
  'iam:associatedresourcearn',
  'iam:awsservicename',
  'iam:permissionsboundary',
  'iam:policyarn',
  'kms:calleraccount',
  'kms:grantisforawsresource',
  'kms:requestalias',
  'kms:resourcealiases',
  'kms:viaservice',
  'lambda:functionarn',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:prefix',
  'secretsmanager:secretid',
  'ses:fromaddress',
  'sns:endpoint',
  'sts:awsservicename',
  'sts:externalid',
])
const RESTRICTING_SHAPE =
  /^(aws:(resourcetag|principaltag)\/|[\w-]+:(resourcetag|existingobjecttag|buckettag|accesspointtag)\/|kms:encryptioncontext|route53:changeresourcerecordsets|secretsmanager:resource\/)|:(sub|oidc_sub|aud|oaud|amr)$|^saml:/

const ALWAYS_PRESENT = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principaltype',
  'aws:requestedregion',
  'aws:securetransport',
  'aws:useragent',
  'aws:userid',
  'aws:viaawsservice',
  'iam:passedtoservice',
])

const MULTIVALUED = new Set([
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'aws:vpceorgpaths',
  'dynamodb:attributes',
  'dynamodb:leadingkeys',
  'sts:transitivetagkeys',
])
