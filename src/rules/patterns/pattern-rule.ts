import type { TextNode } from '../../core/node.ts'
import { defineRule, type Hit, type Rule, type RuleContext } from '../../core/rule.ts'
import { locate, type MappedText } from '../../core/text.ts'
import { type Budget, compileFinder, type Finder, type Match } from '../../languages/patterns/pattern.ts'
import { entropy } from '../credentials/aws/secret-half.ts'
import { boundedHits } from '../credentials/flood.ts'
import { freshIn, viewsOf } from '../credentials/views.ts'
import { ALLOW_TARGETS, type Pattern, type PatternAllow } from './pattern.ts'

/** A pattern as a rule like any other; `fitsPaths` says whether its globs take a path in. */
export function patternRule(pattern: Pattern, fitsPaths: (path: string) => boolean): Rule<'text'> {
  const compiled = compile(pattern)
  const pathRegex = pattern.pathRegex === undefined ? undefined : compileFinder(pattern.pathRegex)
  return defineRule({
    meta: {
      id: pattern.id,
      title: pattern.title,
      severity: pattern.severity,
      about: 'secret',
      domain: 'credentials',
      practice: 'no secrets in user-data, Dockerfiles, scripts, code',
      description: pattern.description ?? 'A kind of secret that this repository describes itself.',
      remediation:
        pattern.remediation ??
        'Revoke or change the secret, and read the new one from where secrets are kept. Deleting the line is not enough, since the history keeps it.',
      cwe: ['CWE-798'],
      references: pattern.references ?? ['https://cwe.mitre.org/data/definitions/798.html'],
    },
    on: 'text',
    check(node, context) {
      if (!fitsPaths(node.uri) || (pathRegex && !isFound(pathRegex, node.uri))) return []
      return boundedHits(
        compiled.finder ? matchesOf(compiled, node, context) : hitsOfFile(compiled, node),
        node,
        context,
      )
    },
  })
}

interface Compiled {
  readonly pattern: Pattern
  readonly finder: Finder | undefined
  readonly keywords: readonly string[]
  readonly allow: readonly (readonly (readonly [target: keyof PatternAllow, finder: Finder])[])[]
}

function compile(pattern: Pattern): Compiled {
  return {
    pattern,
    finder: pattern.regex === undefined ? undefined : compileFinder(pattern.regex),
    keywords: pattern.keywords.map((word) => word.toLowerCase()),
    allow: pattern.allow.map((entry) =>
      ALLOW_TARGETS.flatMap((target) => {
        const written = entry[target]
        return written === undefined ? [] : [[target, compileFinder(written)] as const]
      }),
    ),
  }
}

/** Steps that one pattern may take in one text: some hundred a character of a usual one, some seconds of the longest. */
const stepsFor = (text: string): number => 2_000_000 + Math.min(400 * text.length, 400_000_000)

function* matchesOf(compiled: Compiled, node: TextNode, context: RuleContext): Generator<Hit> {
  const { pattern, keywords } = compiled
  const finder = compiled.finder!
  const places = new Set<string>()
  for (const view of viewsOf(node.text, context.unit)) {
    if (keywords.length > 0) {
      const lower = context.unit.of(inSmallLetters, view)
      if (!keywords.some((word) => lower.includes(word))) continue
    }
    const matches = finder.findAll(view.value, { steps: stepsFor(view.value) })
    if (!matches) {
      context.notify(tooSlow(pattern, node))
      continue
    }
    for (const match of matches) {
      const [start, end] = secretOf(match, finder, pattern)
      if (start === end || !freshIn(view, start, end)) continue
      const secret = view.value.slice(start, end)
      if (pattern.entropy !== undefined && entropy(secret) <= pattern.entropy) continue
      if (isAllowed(compiled, view.value, match[0]!, secret, node.uri)) continue
      const span = locate(view, start, end)
      const place = `${span.start}:${span.end}`
      if (places.has(place)) continue
      places.add(place)
      yield { span, message: `${pattern.title}.`, secret: true, secretValue: secret }
    }
  }
}

const inSmallLetters = ({ value }: MappedText): string => value.toLowerCase()

function tooSlow({ id }: Pattern, node: TextNode): Parameters<RuleContext['notify']>[0] {
  return {
    level: 'warning',
    id: 'pattern-too-slow',
    message: `The pattern of ${id} has more to do in this text than it may; what it finds is not told.`,
    location: { uri: node.uri },
    unread: { span: { ...node.span, end: node.span.start }, limit: 'pattern-steps' },
  }
}

function secretOf(match: Match, { groups }: Finder, { secret }: Pattern): readonly [number, number] {
  const whole = match[0]!
  if (secret === undefined) return match.slice(1).find((group) => group && group[1] > group[0]) ?? whole
  const index = typeof secret === 'number' ? secret : groups.indexOf(secret) + 1
  return match[index] ?? [whole[0], whole[0]]
}

/** Expressions about one value or one line: more than these steps no honest one takes. */
const SHORT: Budget = { steps: 2_000_000 }
/** Of a long line, this much on either side of the match is looked at. */
const WIDEST = 2000

function isAllowed(
  { allow }: Compiled,
  text: string,
  [start, end]: readonly [number, number],
  secret: string,
  path: string,
): boolean {
  const line = () => {
    const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - WIDEST)
    const to = text.indexOf('\n', end)
    return text.slice(from, Math.min(to === -1 ? text.length : to, end + WIDEST))
  }
  const targets = { secret: () => secret, match: () => text.slice(start, end), line, path: () => path }
  return allow.some((entry) => entry.every(([target, finder]) => isFound(finder, targets[target]())))
}

function isFound(finder: Finder, text: string): boolean {
  return (finder.findAll(text, { ...SHORT })?.length ?? 0) > 0
}

/** Where the path alone decides, the file is what must not be there. */
function* hitsOfFile(compiled: Compiled, { uri, text, span }: TextNode): Generator<Hit> {
  if (isAllowed(compiled, text.value, [0, 0], '', uri)) return
  yield { span: { uri, start: span.start, end: span.start }, message: `${compiled.pattern.title}.`, element: 'file' }
}
