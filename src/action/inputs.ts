import { CONFIDENCES, SEVERITIES, type Threshold } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import type { Channels, Wanted } from '../io/github/channels.ts'
import { hint } from '../scan/config/nearest.ts'
import { type Extended, extendsGiven } from '../scan/config.ts'

/** The inputs of action.yml about scanning and telling, checked. Those about AWS are read by `awsSettings`. */
export interface Inputs extends Partial<Threshold> {
  readonly scan: 'auto' | 'diff' | 'full'
  readonly directory?: string
  readonly base?: string
  readonly head?: string
  readonly config?: string
  readonly extends: readonly Extended[]
  readonly baseline?: string
  readonly paths: readonly string[]
  readonly pathsIgnore: readonly string[]
  readonly token?: string
  /** `auto`: the log tells what the check run does not have. */
  readonly annotations: Wanted
  readonly summary: boolean
  readonly sarifFile?: string
  readonly htmlFile?: string
  readonly channels: Channels
  readonly accountData: readonly string[]
  readonly auditAccount: boolean
  readonly auditRegions: readonly string[]
}

/** Reads an input by its name in action.yml; '' when it is not set. */
export type GetInput = (name: string) => string

/** @throws Problem that names the input and what it takes. */
export function readInputs(getInput: GetInput): Inputs {
  const failOn = word(getInput, 'fail-on', [...SEVERITIES, 'never'] as const)
  const failOnConfidence = word(getInput, 'fail-on-confidence', CONFIDENCES)
  return {
    scan: word(getInput, 'scan', ['auto', 'diff', 'full'] as const) ?? 'auto',
    extends: extendsGiven(lines(getInput('extends')), 'the input extends'),
    paths: lines(getInput('paths')),
    pathsIgnore: lines(getInput('paths-ignore')),
    annotations: wanted(getInput, 'annotations', 'on'),
    summary: flag(getInput, 'summary'),
    channels: channels(getInput),
    accountData: lines(getInput('account-data')),
    auditAccount: getInput('audit-account').trim() !== '' && flag(getInput, 'audit-account'),
    auditRegions: regions(getInput('audit-regions')),
    ...(failOn ? { failOn } : {}),
    ...(failOnConfidence ? { failOnConfidence } : {}),
    ...text(getInput, 'directory', 'directory'),
    ...revision(getInput, 'base'),
    ...revision(getInput, 'head'),
    ...text(getInput, 'config', 'config'),
    ...text(getInput, 'baseline', 'baseline'),
    ...text(getInput, 'github-token', 'token'),
    ...text(getInput, 'sarif-file', 'sarifFile'),
    ...text(getInput, 'html-file', 'htmlFile'),
  }
}

function channels(getInput: GetInput): Channels {
  const sarif = wanted(getInput, 'upload-sarif', 'auto')
  // Whoever has it written to a file uploads it in a step of their own.
  const byHand = sarif === 'auto' && getInput('sarif-file').trim() !== ''
  return {
    review: wanted(getInput, 'review', 'auto'),
    comment: wanted(getInput, 'comment', 'auto'),
    checkRun: wanted(getInput, 'check-run', 'auto'),
    sarif: byHand ? 'off' : sarif,
  }
}

const WANTED = { true: 'on', false: 'off', auto: 'auto' } as const

function wanted(getInput: GetInput, name: string, unset: Wanted): Wanted {
  const said = word((input) => getInput(input).toLowerCase(), name, ['auto', 'true', 'false'])
  return said === undefined ? unset : WANTED[said]
}

function word<Word extends string>(getInput: GetInput, name: string, words: readonly Word[]): Word | undefined {
  const value = getInput(name).trim()
  if (value === '') return undefined
  if (words.includes(value as Word)) return value as Word
  throw new Problem(`the input ${name} cannot be '${value}'${hint(value, words) || '.'} It takes: ${words.join(', ')}`)
}

function flag(getInput: GetInput, name: string): boolean {
  const value = getInput(name).trim().toLowerCase()
  if (value === '' || value === 'true') return true
  if (value === 'false') return false
  throw new Problem(`the input ${name} cannot be '${value}'. It takes: true, false`)
}

function text<Key extends string>(getInput: GetInput, name: string, key: Key): { [K in Key]?: string } {
  const value = getInput(name).trim()
  return (value === '' ? {} : { [key]: value }) as { [K in Key]?: string }
}

function revision<Key extends 'base' | 'head'>(getInput: GetInput, name: Key): { [K in Key]?: string } {
  const value = getInput(name).trim()
  if (/^-|[\s\x00-\x1f\x7f]/.test(value)) {
    throw new Problem(`the input ${name} cannot be ${JSON.stringify(value)}. It takes a commit, a branch or a tag`)
  }
  return text(getInput, name, name)
}

function regions(value: string): string[] {
  const named = value.split(/[\s,]+/).filter((word) => word !== '')
  const odd = named.find((region) => !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region))
  if (odd !== undefined)
    throw new Problem(`the input audit-regions: '${odd}' is not a region; write one such as us-east-1`)
  return named
}

function lines(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
