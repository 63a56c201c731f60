/** What an agent says to its hook, as far as there can be a secret in it. */
export interface AgentInput {
  readonly event: string
  /** Where relative paths begin. */
  readonly cwd: string | undefined
  /** Texts that would be sent, run or written; `path` is where they would be written. */
  readonly texts: readonly { readonly path?: string; readonly text: string }[]
  /** Files that would be read. */
  readonly reads: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

/** Reads what the agent gave on standard input; throws for what is no JSON object. */
export function readAgentInput(json: string): AgentInput {
  const root: unknown = JSON.parse(json)
  if (!isObject(root)) throw new Error('no object')
  const event =
    textIn(root, ['hook_event_name', 'hookEventName']) ?? ('prompt' in root ? 'userPromptSubmitted' : 'preToolUse')
  const cwd =
    textIn(root, ['cwd']) ?? (Array.isArray(root.workspace_roots) ? String(root.workspace_roots[0] ?? '') : undefined)
  const prompt = textIn(root, ['prompt'])
  const name = textIn(root, ['tool_name', 'toolName']) ?? ''
  const input = argumentsIn(root)
  const path = textIn(input, PATHS)
  const texts = textsIn(input).map((text) => (path === undefined ? { text } : { path, text }))
  const command = textIn(input, ['command', 'cmd', 'script'])
  return {
    event,
    cwd,
    texts: [...(prompt === undefined ? [] : [{ text: prompt }]), ...texts],
    reads: [
      ...attachments(root),
      ...(path !== undefined && texts.length === 0 && !WRITES.test(name) ? [path] : []),
      ...(command === undefined ? [] : filesReadBy(command)),
    ],
  }
}

const WRITES = /write|edit|create|replace|patch|delete|move|rename/i
const PATHS = ['file_path', 'filePath', 'absolute_path', 'path', 'notebook_path', 'filename', 'uri'] as const

/** Of a tool its arguments, which some give as text; of Cursor's own events the fields beside the others. */
function argumentsIn(root: Json): Json {
  const given = root.tool_input ?? root.toolArgs ?? root.tool_args
  if (isObject(given)) return given
  if (typeof given === 'string') {
    try {
      const parsed: unknown = JSON.parse(given)
      return isObject(parsed) ? parsed : { command: given }
    } catch {
      return { command: given }
    }
  }
  const { command, content, file_path } = root
  return { ...(command ? { command } : {}), ...(content ? { content } : {}), ...(file_path ? { file_path } : {}) }
}

/** What stood there before, and what says where and what for, is nothing new. */
const BESIDE = /^(?:old_?(?:string|str|text)|description|pattern|explanation|instructions?|matcher|glob|language)$/i

function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return value === '' || BESIDE.test(key) || (PATHS as readonly string[]).includes(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key))
  return isObject(value) ? Object.entries(value).flatMap(([name, one]) => textsIn(one, name)) : []
}

function attachments(root: Json): string[] {
  const given = Array.isArray(root.attachments) ? root.attachments : []
  return given.flatMap((one) => (isObject(one) ? (textIn(one, PATHS) ?? []) : []))
}

const READERS =
  /(?:^|[|&;(\n]\s*)(?:sudo\s+)?(?:cat|head|tail|less|more|bat|nl|tac|type|gc|get-content|grep|rg|sed|awk|jq|yq|base64|xxd|od|strings|source|\.)\s+([^|&;\n<>]+)/gi

/** Words behind programs that show files; who knows the shell can hide one, so this is help and no wall. */
function filesReadBy(command: string): string[] {
  return [...command.matchAll(READERS)]
    .flatMap(([, words]) => words!.match(/"[^"]*"|'[^']*'|\S+/g) ?? [])
    .map((word) => word.replace(/^(['"])(.*)\1$/, '$2'))
    .filter((word) => !word.startsWith('-') && word.length < 400)
    .slice(0, 20)
}

function textIn(value: Json, keys: readonly string[]): string | undefined {
  return keys.map((key) => value[key]).find((one): one is string => typeof one === 'string' && one !== '')
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
