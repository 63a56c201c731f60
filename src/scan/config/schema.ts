import { CONFIDENCES, SEVERITIES } from '../../core/finding.ts'
import { ALLOW_TARGETS } from '../../rules/patterns/pattern.ts'
import { LOCKABLE } from './extends.ts'
import { DEFAULT_CONFIG, PRESETS } from './model.ts'

/** The rules that the schema offers to editors. */
export interface SchemaRule {
  readonly id: string
  readonly title: string
}

/**
 * The JSON Schema of `.keylatch.yml`, published as schema/keylatch.schema.json for editors. It accepts what `parseConfig`
 * accepts, as far as a schema can tell: real days and usable globs are the parser's to judge.
 */
export function configSchema(rules: readonly SchemaRule[]): object {
  const packs = [...new Set(rules.map(({ id }) => `${id.split('/')[0]}/*`))].sort()
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/keylatch/keylatch/main/schema/keylatch.schema.json',
    title: 'Keylatch configuration',
    description: '.keylatch.yml at the root of the repository. In a pull request it is read from the base commit.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      extends: {
        description:
          'What this configuration begins from, later ones winning: a preset, a path in this repository, or github:OWNER/REPO/PATH@COMMIT.',
        anyOf: [EXTENDED, { type: ['array', 'null'], items: EXTENDED }],
      },
      locked: {
        description: 'Keys, rules and packs that a configuration which extends this one may not make laxer.',
        type: ['array', 'null'],
        items: { enum: [...LOCKABLE, ...packs, ...rules.map(({ id }) => id)] },
      },
      'fail-on': {
        description: 'New findings this heavy or heavier block the merge; "never" only reports.',
        enum: [...SEVERITIES, 'never'],
        default: DEFAULT_CONFIG.failOn,
      },
      'fail-on-confidence': {
        description: 'New findings this sure or surer block the merge, when they are heavy enough.',
        enum: [...CONFIDENCES],
        default: DEFAULT_CONFIG.failOnConfidence,
      },
      rules: {
        description: 'A severity for all findings of a rule or a pack, or "off". A rule wins over its pack.',
        type: ['object', 'null'],
        additionalProperties: false,
        properties: Object.fromEntries([
          ...packs.map((pack) => [pack, { ...SETTING, description: `All rules of the pack ${pack.slice(0, -2)}` }]),
          ...rules.map(({ id, title }) => [id, { ...SETTING, description: title }]),
        ]),
        patternProperties: { [ownId(packs)]: SETTING },
      },
      preset: {
        description:
          'What is on and how heavy, where `rules` says nothing: every rule at its own severity (gate), medium blocks too (strict), secrets and nothing else (secrets-only), habits a step heavier (practices).',
        enum: [...PRESETS],
        default: DEFAULT_CONFIG.preset,
      },
      thresholds: {
        description: 'Numbers that the practices leave open, and tags that resources must have.',
        type: ['object', 'null'],
        additionalProperties: false,
        properties: {
          'log-retention-days': { ...DAYS, description: 'Days that logs are kept at least.' },
          'backup-retention-days': { ...DAYS, description: 'Days that backups of databases are kept at least.' },
          'session-seconds': { ...DAYS, description: 'Seconds that a session of a role may last.' },
          'key-age-days': { ...DAYS, description: 'Days that an access key of the account may be in use.' },
          'unused-days': {
            ...DAYS,
            description: 'Days without use after which keys, passwords and roles of the account are taken for unused.',
          },
          'required-tags': {
            description: 'Keys of tags, and the values that they may take; an empty list takes any.',
            type: ['object', 'null'],
            additionalProperties: { type: ['array', 'null'], items: { type: ['string', 'number', 'boolean'] } },
          },
        },
      },
      'paths-ignore': {
        description:
          'Globs of paths that are not scanned, relative to the root of the repository. The last one that fits decides; "!" takes a path back in.',
        type: ['array', 'null'],
        items: PATTERN,
      },
      'trusted-accounts': {
        description:
          'Ids of AWS accounts that are yours: trust in them is no finding, and keys of them are named as yours.',
        type: ['array', 'null'],
        items: {
          description: 'Twelve digits, in quotes: YAML reads a leading zero away.',
          anyOf: [
            { type: 'string', pattern: '^[0-9]{12}$' },
            { type: 'integer', minimum: 100_000_000_000, maximum: 999_999_999_999 },
          ],
        },
      },
      allow: {
        description: 'Findings that you decided to live with. They stay in the report, marked as suppressed.',
        type: ['array', 'null'],
        items: ALLOW_ENTRY(rules, packs),
      },
      patterns: {
        description: 'Kinds of secrets of your own: expressions of RE2, which run in linear time.',
        type: ['array', 'null'],
        items: OWN_PATTERN,
      },
      'patterns-from': {
        description:
          'Files with rules of other scanners (gitleaks, betterleaks, Kingfisher, git-secrets), beside .gitleaks.toml and .betterleaks.toml, which are read anyway.',
        type: ['array', 'null'],
        items: FILE,
      },
      baseline: {
        ...FILE,
        description: 'A baseline file made by `keylatch baseline`, relative to the root of the repository.',
      },
      'inline-suppressions': {
        description:
          'Which inline comments count in a pull request: those that stand at its base, or also those that it adds.',
        enum: ['base', 'head'],
        default: DEFAULT_CONFIG.inlineSuppressions,
      },
      dismissals: {
        description:
          'What `/keylatch allow REASON` in a thread of a pull request does: it is answered with the entry to commit, or it also counts for that pull request.',
        enum: ['answer', 'comment'],
        default: DEFAULT_CONFIG.dismissals,
      },
    },
  }
}

const EXTENDED = {
  type: 'string',
  pattern: String.raw`^(?:gate|strict|secrets-only|practices|github:[\w.-]+/[\w.-]+/[^@]+@[0-9a-f]{40}(?:[0-9a-f]{24})?|(?!github:|/|~|[A-Za-z]:)(?!(?:.*/)?\.\.(?:/|$))[^\\]*[./][^\\]*)$`,
}

const DAYS = { type: 'integer', minimum: 1 }

const SETTING = { enum: [...SEVERITIES, 'off'] }

const PATTERN = {
  type: 'string',
  minLength: 1,
  maxLength: 1001,
  pattern: String.raw`^(?!!?(/|[A-Za-z]:))(?!!?\s*$)[^\n]+$`,
}

const FILE = { type: 'string', pattern: String.raw`^(?!/|~|[A-Za-z]:)(?!(.*/)?\.\.(/|$))(?=.*\S)[^\\]+$` }

const WORDS = { type: 'string', pattern: String.raw`\S` }

const REGEX = { type: 'string', minLength: 1, maxLength: 5000 }

const OWN_PATTERN = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  anyOf: [{ required: ['regex'] }, { required: ['path-regex'] }],
  properties: {
    id: {
      description: 'Two words with a "/" between them, such as acme/deploy-token.',
      type: 'string',
      maxLength: 80,
      pattern: '^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9._-]*$',
    },
    title: { ...WORDS, description: 'What was found, as a short sentence without a full stop.' },
    description: { ...WORDS, description: 'Why it matters.' },
    remediation: { ...WORDS, description: 'What to do about it.' },
    reference: { type: 'string', description: 'A page about it.' },
    regex: { ...REGEX, description: 'An expression of RE2.' },
    keyword: {
      description: 'One of these must stand in the file, in any case.',
      anyOf: [{ type: 'string' }, { type: ['array', 'null'], items: { type: 'string' } }],
    },
    secret: { description: 'The group that is the secret, by number or name.', type: ['string', 'integer'] },
    entropy: { description: 'Bits a character that it has more of.', type: 'number', minimum: 0, maximum: 8 },
    paths: { description: 'Globs; only these paths.', type: ['array', 'null'], items: PATTERN },
    'path-regex': { ...REGEX, description: 'An expression for the path.' },
    severity: { enum: [...SEVERITIES], default: 'high' },
    allow: {
      description: 'What is no such secret: an entry counts when all of its expressions are found.',
      type: ['array', 'null'],
      items: {
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        properties: Object.fromEntries(ALLOW_TARGETS.map((target) => [target, REGEX])),
      },
    },
  },
}

/** Ids of patterns and of rules read from files: those whose first word is none of ours. */
const ownId = (packs: readonly string[]): string =>
  `^(?!(?:${packs.map((pack) => pack.slice(0, -2)).join('|')})/)[a-z0-9][a-z0-9-]*/(?:\\*|[a-z0-9][a-z0-9._-]*)$`

const ALLOW_ENTRY = (rules: readonly SchemaRule[], packs: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  anyOf: [{ required: ['fingerprint'] }, { required: ['rule', 'path'] }],
  properties: {
    fingerprint: { description: 'As the report shows it.', type: 'string', pattern: '^[0-9a-f]{32}$' },
    rule: {
      description: 'A rule, or all rules of a pack.',
      anyOf: [{ enum: [...packs, ...rules.map(({ id }) => id)] }, { type: 'string', pattern: ownId(packs) }],
    },
    path: { ...PATTERN, pattern: `^(?!!)${PATTERN.pattern.slice(1)}`, description: 'A glob of paths.' },
    reason: { description: 'Why people can live with it.', type: 'string', pattern: String.raw`\S` },
    expires: {
      description: 'The last day on which the entry holds, such as 2027-01-31.',
      type: 'string',
      pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
    },
  },
})
