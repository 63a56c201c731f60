import { spanOf } from '../core/build-text.ts'
import type { Notification } from '../core/finding.ts'
import type { Place, Related, ScriptNode } from '../core/node.ts'
import { type MappedText, sliceText, UNKNOWN } from '../core/text.ts'
import { leafOf, member, type Value } from '../core/value.ts'
import { isMime, mimeParts } from '../languages/mime/mime.ts'
import { fromBase64, unwrapped } from '../languages/mime/transfer.ts'
import { yamlValue } from '../languages/yaml/yaml.ts'

/** What is known of a script besides its text. */
export interface ScriptOrigin {
  readonly place: Place
  readonly anchor: string
  readonly sensitive?: ScriptNode['sensitive']
  readonly related?: readonly Related[]
  readonly environment?: ScriptNode['environment']
  /** Told what could not be read. */
  readonly notify?: (notification: Notification) => void
}

/**
 * What a machine will run of a user-data text, as cloud-init and EC2Launch read it: a script, `#cloud-config` with its
 * commands and files, parts of a MIME message, all of it also in base64 or gzip. One node for each, every character
 * mapped to where it is written. Never throws.
 *
 * https://cloudinit.readthedocs.io/en/latest/explanation/format.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export function scriptsOf(text: MappedText, origin: ScriptOrigin): ScriptNode[] {
  return read(text, origin, undefined, 0)
}

/** A text that is known to be a shell script, a `cloud-config` … as one node. */
export function scriptNode(text: MappedText, language: ScriptNode['language'], origin: ScriptOrigin): ScriptNode {
  const { place, anchor, sensitive = [], related = [], environment } = origin
  const node = { kind: 'script', span: spanOf(text), anchor, place, language, text, sensitive, related } as const
  return environment ? { ...node, environment } : node
}

/** The language of a file that a machine gets, by what it says and what it is called. */
export function languageOf(value: string, path = ''): ScriptNode['language'] {
  const interpreter = interpreterOf(value)
  if (interpreter) {
    if (/^(?:ba|da|z|k|a)?sh$/.test(interpreter)) return 'shell'
    return /^(?:pwsh|powershell)$/.test(interpreter) ? 'powershell' : 'unknown'
  }
  if (/^\s*#cloud-config/.test(value)) return 'cloud-config'
  if (/(?:^|\/)sshd_config(?:\.d\/[^/]+)?$/.test(path)) return 'sshd-config'
  if (/\.ps1$/i.test(path)) return 'powershell'
  return /\.(?:sh|bash|env|envrc)$|(?:^|\/)\.?(?:env|envrc|profile|bashrc|bash_profile)$/.test(path)
    ? 'shell'
    : 'unknown'
}

/** `bash` for `#!/bin/bash -e` and for `#!/usr/bin/env -S bash`. */
function interpreterOf(value: string): string | undefined {
  const [program, ...words] = /^\s*#!(.*)/.exec(value)?.[1]?.trim().split(/\s+/) ?? []
  const name = program?.split('/').at(-1)
  return name === 'env' ? words.find((word) => !word.startsWith('-')) : name
}

const DEEPEST = 5

/** `type` is what a MIME header says of it. */
function read(given: MappedText, origin: ScriptOrigin, type: string | undefined, depth: number): ScriptNode[] {
  if (depth > DEEPEST) return [scriptNode(given, 'unknown', origin)]
  const text = unwrapped(given, origin.notify)
  const { value } = text
  if (value.trim() === '' || value === UNKNOWN) return []
  if (isMime(value)) return mimeParts(text).flatMap((part) => read(part.body, origin, part.type, depth + 1))
  const head = value
    .slice(0, 200)
    .replace(/^[\s\uE000\uFEFF]+/, '')
    .replace(/^## *template:[^\n]*\n/i, '')
  if (head.startsWith('#cloud-config-archive')) return archived(text, origin, depth)
  if (type === 'text/cloud-config' || head.startsWith('#cloud-config')) {
    return [scriptNode(text, 'cloud-config', origin), ...insideCloudConfig(text, origin, depth)]
  }
  if (/<(?:powershell|script)\b/i.test(value)) return windowsScripts(text, origin)
  return [scriptNode(text, plainLanguage(head, type), origin)]
}

function plainLanguage(head: string, type: string | undefined): ScriptNode['language'] {
  if (head.startsWith('#!')) return languageOf(head)
  if (/^#(?:include|part-handler|upstart-job)/.test(head)) return 'unknown'
  if (/^(?:\[[\w.-]+\]\s*$|\{)/m.test(head) && !type) return 'unknown'
  return 'shell'
}

/** `<powershell>…</powershell>` and `<script>…</script>` of EC2Launch. */
function windowsScripts(text: MappedText, origin: ScriptOrigin): ScriptNode[] {
  const nodes: ScriptNode[] = []
  const opening = /<(powershell|script)\b[^<>\n]*>/gi
  for (let match = opening.exec(text.value); match; match = opening.exec(text.value)) {
    const from = match.index + match[0].length
    const language = match[1]!.toLowerCase() === 'powershell' ? 'powershell' : 'unknown'
    const closing = language === 'powershell' ? /<\/powershell>/gi : /<\/script>/gi
    closing.lastIndex = from
    const to = closing.exec(text.value)?.index ?? text.value.length
    nodes.push(scriptNode(sliceText(text, from, to), language, origin))
    opening.lastIndex = to
  }
  return nodes
}

/** Commands and files that a cloud-config holds, as scripts of their own. */
function insideCloudConfig(text: MappedText, origin: ScriptOrigin, depth: number): ScriptNode[] {
  const { value: config, notifications } = yamlValue(text)
  for (const notification of notifications) origin.notify?.(notification)
  const commands = ['bootcmd', 'runcmd'].flatMap((key) => itemsOf(member(config, key))).flatMap(commandText)
  const files = itemsOf(member(config, 'write_files'))
  return [
    ...commands.map((command) => scriptNode(command, 'shell', origin)),
    ...files.flatMap((file) => fileScripts(file, origin, depth)),
  ]
}

/** A command is a line for the shell, or a list of arguments, of which `[sh, -c, script]` holds one. */
function commandText(command: Value): MappedText[] {
  if (command.kind === 'string') return [command.text]
  const words = itemsOf(command).flatMap((word) => (word.kind === 'string' ? [word.text] : []))
  const flag = words.findIndex((word) => /^-\w*c$/.test(word.value))
  if (flag !== -1 && words[flag + 1]) return [words[flag + 1]!]
  return words.filter((word) => /\s/.test(word.value))
}

function fileScripts(file: Value, origin: ScriptOrigin, depth: number): ScriptNode[] {
  const content = member(file, 'content')
  if (content?.kind !== 'string') return []
  const path = leafOf(member(file, 'path'))?.value ?? ''
  const encoding = leafOf(member(file, 'encoding'))?.value.toLowerCase() ?? ''
  const text = /^(?:b64|base64|gz|gzip|gz\+b64|gz\+base64|gzip\+b64|gzip\+base64)$/.test(encoding)
    ? (fromBase64(content.text, origin.notify) ?? content.text)
    : content.text
  if (text.value.trim() === '') return []
  const language = languageOf(text.value, path)
  return language === 'cloud-config' ? read(text, origin, undefined, depth + 1) : [scriptNode(text, language, origin)]
}

/** `#cloud-config-archive`: a list of texts, or of `{type, content}`. */
function archived(text: MappedText, origin: ScriptOrigin, depth: number): ScriptNode[] {
  return itemsOf(yamlValue(text).value).flatMap((item) => {
    const content = item.kind === 'string' ? item : member(item, 'content')
    const type = leafOf(member(item, 'type'))?.value
    return content?.kind === 'string' ? read(content.text, origin, type, depth + 1) : []
  })
}

function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : []
}
