/** A workflow command that the runner would obey. */
export interface ObeyedCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** Those that the runner knows: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs */
const KNOWN = [
  ...['internal-set-repo-path', 'set-env', 'set-output', 'save-state', 'add-path', 'add-mask', 'add-matcher'],
  ...['remove-matcher', 'debug', 'warning', 'error', 'notice', 'echo', 'group', 'endgroup', 'stop-commands'],
]

/**
 * What the runner would obey in a step's output, line by line and as leniently as it reads: `::name k=v,k=v::data` after
 * any white space, `##[name k=v;k=v]data` anywhere in a line.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function obeyed(output: string): ObeyedCommand[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => modern(line.trimStart()) ?? old(line) ?? [])
}

function modern(line: string): ObeyedCommand | undefined {
  const match = /^::([^ :]*)(?: ((?:(?!::).)*))?::(.*)$/u.exec(line)
  return match ? command(match[1]!, match[2], ',', match[3]!) : undefined
}

function old(line: string): ObeyedCommand | undefined {
  const match = /##\[([^\] ]*)(?: ([^\]]*))?\](.*)$/u.exec(line)
  return match ? command(match[1]!, match[2], ';', match[3]!) : undefined
}

function command(name: string, properties = '', separator: string, data: string): ObeyedCommand | undefined {
  if (!KNOWN.includes(name.toLowerCase())) return undefined
  const pairs = properties.split(separator).flatMap((pair) => {
    const [, key, value] = /^\s*([^=]+)=(.*)$/.exec(pair) ?? []
    return key === undefined ? [] : [[key, unescaped(value!)] as const]
  })
  return { name: name.toLowerCase(), properties: Object.fromEntries(pairs), data: unescaped(data) }
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { '%3A': ':', '%2C': ',', '%0A': '\n', '%0D': '\r', '%25': '%' }
  return text.replace(/%(?:3A|2C|0A|0D|25)/g, (code) => signs[code]!)
}
