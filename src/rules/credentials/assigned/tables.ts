import { namesSecret } from '../../../secrets/names.ts'
import type { Assignment } from './assignment.ts'

const IDENTIFIED =
  /\bIDENTIFIED\s{1,4}(?:WITH\s{1,4}\S{1,40}\s{1,4})?(?:BY|AS)\s{1,4}(?:PASSWORD\s{1,4})?(["'])(?<value>(?:(?!\1)[^\n\\]){3,200})\1/dgi
/** What Terraform made up and keeps in its state. */
const MADE =
  /"type"\s{0,4}:\s{0,4}"random_password"[\s\S]{0,1200}?"result"\s{0,4}:\s{0,4}"(?<value>(?:[^"\\\n]|\\.){4,200})"/dg

/** Passwords that a statement of SQL sets, and those in a state of Terraform. */
export function* statementsIn(text: string): Generator<Assignment> {
  for (const pattern of [IDENTIFIED, MADE]) {
    for (const { groups, indices } of text.matchAll(pattern)) {
      const [start, end] = indices!.groups!.value!
      yield { name: 'password', value: groups!.value!, start, end, takes: 'secret' }
    }
  }
}

const MOST_COLUMNS = 1_000

/** Of a file of columns those whose head means a secret. */
export function* columnsIn(text: string): Generator<Assignment> {
  const head = /^[^\n]{1,2000}/.exec(text)?.[0] ?? ''
  const separator = head.includes('\t') ? '\t' : head.includes(';') ? ';' : ','
  const names = head.split(separator, MOST_COLUMNS).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
  const wanted = names.flatMap((name, column) => (namesSecret(name) ? [{ name, column }] : []))
  if (wanted.length === 0 || names.length < 2) return
  let at = head.length + 1
  for (const line of text.slice(at).split('\n')) {
    const fields = line.split(separator, MOST_COLUMNS)
    for (const { name, column } of wanted) {
      const field = fields[column]
      if (field === undefined || fields.length !== names.length) continue
      const [, before = '', value = ''] = /^(\s*"?)(.*?)"?\s*$/.exec(field) ?? []
      const start = at + fields.slice(0, column).reduce((sum, one) => sum + one.length + 1, 0) + before.length
      if (value !== '') yield { name, value, start, end: start + value.length }
    }
    at += line.length + 1
  }
}
