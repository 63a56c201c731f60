import type { AwsCall } from '../../../account/calls.ts'
import type { Json, JsonObject } from '../../../account/snapshot.ts'
import { xmlAnswer } from './xml.ts'

/** A request before it is signed. */
export interface Plain {
  readonly method: string
  /** From the root of the endpoint, query included. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A parameter of a call; lists become `Name.1`, or `Name.member.1`, in forms. */
export type Parameters = Readonly<Record<string, Json>>

export function requestOf({ name, protocol }: AwsCall, parameters: Parameters): Plain {
  const [service = '', operation = ''] = name.split(':')
  switch (protocol.kind) {
    case 'query': {
      const form = new URLSearchParams({ Action: operation, Version: protocol.version })
      for (const [key, value] of Object.entries(parameters)) {
        addToForm(form, key, value, service === 'ec2' ? '' : '.member')
      }
      return post('/', 'application/x-www-form-urlencoded; charset=utf-8', form.toString())
    }
    case 'json': {
      const type = `application/x-amz-json-${protocol.version}`
      const headers = { 'x-amz-target': `${protocol.target}.${operation}` }
      return post('/', type, JSON.stringify(parameters), headers)
    }
    case 'rest':
      return restRequest(protocol.method, protocol.path, parameters)
  }
}

function post(path: string, type: string, body: string, headers: Plain['headers'] = {}): Plain {
  return { method: 'POST', path, headers: { 'content-type': type, ...headers }, body }
}

function addToForm(form: URLSearchParams, key: string, value: Json, list: string): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) addToForm(form, `${key}${list}.${index + 1}`, item, list)
  } else if (typeof value === 'object' && value !== null) {
    for (const [inner, item] of Object.entries(value as JsonObject)) addToForm(form, `${key}.${inner}`, item, list)
  } else form.set(key, String(value))
}

/** Parameters that the path does not take go into the query of a GET, and into the body of a POST. */
function restRequest(method: 'GET' | 'POST', template: string, parameters: Parameters): Plain {
  const rest = new Map(Object.entries(parameters))
  const path = template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(rest.get(key) ?? '')
    rest.delete(key)
    return encodeURIComponent(value)
  })
  if (method === 'POST') return post(path, 'application/json', JSON.stringify(Object.fromEntries(rest)))
  const query = new URLSearchParams([...rest].map(([key, value]): [string, string] => [key, String(value)])).toString()
  const joint = query === '' ? '' : path.includes('?') ? '&' : '?'
  return { method, path: `${path}${joint}${query}`, headers: {}, body: '' }
}

/** What an answer says, without the elements that only wrap it. */
export function answerOf({ name, protocol }: AwsCall, body: string): JsonObject {
  const isXml = protocol.kind === 'query' || (protocol.kind === 'rest' && protocol.answers === 'xml')
  // A bucket's policy is JSON in a service that else speaks XML.
  if (!isXml || /^\s*\{/.test(body)) return body.trim() === '' ? {} : asObject(JSON.parse(body))
  const answer = asObject(xmlAnswer(body))
  return asObject(answer[`${name.split(':')[1]}Result`] ?? answer)
}

/** The code and the message of a refusal, in whatever of AWS's forms it comes. */
export function faultOf(status: number, headers: Readonly<Record<string, unknown>>, body: string): AwsFault {
  const said = body.trimStart().startsWith('{') ? jsonFault(body) : xmlFault(body)
  const type = headers['x-amzn-errortype'] ?? said.code ?? `Http${status}`
  const code = String(type).replace(/:.*$/, '').replace(/^.*#/, '')
  return new AwsFault(code, said.message ?? '', status, said.region)
}

/** A refusal of AWS, named as the SDK names them, so that `failure.ts` judges both alike. */
export class AwsFault extends Error {
  readonly $metadata: { readonly httpStatusCode: number }
  /** Of S3: where the bucket is. */
  readonly region?: string

  constructor(code: string, message: string, status: number, region?: string) {
    super(message)
    this.name = code
    this.$metadata = { httpStatusCode: status }
    if (region) this.region = region
  }
}

interface SaidFault {
  readonly code?: string
  readonly message?: string
  readonly region?: string
}

function jsonFault(body: string): SaidFault {
  try {
    const { __type, code, message, Message } = JSON.parse(body) as Record<string, string>
    return { ...optional('code', __type ?? code), ...optional('message', message ?? Message) }
  } catch {
    return {}
  }
}

function xmlFault(body: string): SaidFault {
  const element = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1]
  return {
    ...optional('code', element('Code')),
    ...optional('message', element('Message')),
    ...optional('region', element('Region')),
  }
}

function optional(key: keyof SaidFault, value: string | undefined): SaidFault {
  return value === undefined ? {} : { [key]: value }
}

function asObject(value: Json): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

/** The list at a name of an answer: XML has a text for an empty one, and the item itself for one of one. */
export function listOf(value: Json | undefined): readonly JsonObject[] {
  const items = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]
  return items.map(asObject)
}

/** The same of a list of words. */
export function wordsOf(value: Json | undefined): readonly string[] {
  const items = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]
  return items.map(String)
}
