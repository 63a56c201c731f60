import type { Severity, Verdict } from '../../core/finding.ts'

type Paint = (text: string) => string

/** Colours and strokes. Only the 16 colours that every theme defines, so that it reads on light and dark. */
export interface Palette {
  readonly bold: Paint
  readonly dim: Paint
  readonly code: Paint
  readonly link: Paint
  readonly added: Paint
  readonly removed: Paint
  readonly alarm: Paint
  readonly badge: (severity: Severity) => string
  readonly severity: (severity: Severity, text: string) => string
  readonly verdict: (verdict: Verdict, text: string) => string
  readonly strokes: Strokes
  /** False when names keep their backticks, since nothing else sets them off. */
  readonly colour: boolean
}

export interface Strokes {
  readonly bar: string
  readonly rule: string
  readonly heavy: string
  readonly caret: string
  readonly aside: string
  readonly pointer: string
  readonly dot: string
  readonly gap: string
  readonly leads: string
}

const UNICODE: Strokes = {
  bar: '│',
  rule: '─',
  heavy: '━',
  caret: '━',
  aside: '─',
  pointer: '▶',
  dot: '·',
  gap: '⋮',
  leads: '→',
}

/** For consoles without a Unicode font (the old Windows one): pure ASCII. */
const ASCII: Strokes = {
  bar: '|',
  rule: '-',
  heavy: '=',
  caret: '^',
  aside: '-',
  pointer: '>',
  dot: '-',
  gap: ':',
  leads: '->',
}

const SEVERITY_COLOUR: Readonly<Record<Severity, string>> = {
  critical: '31',
  high: '31',
  medium: '33',
  low: '36',
  note: '34',
}

const BADGE_COLOUR: Readonly<Record<Severity, string>> = {
  critical: '1;97;41',
  high: '1;30;101',
  medium: '1;30;43',
  low: '1;30;46',
  note: '1;97;44',
}

const VERDICT_COLOUR: Readonly<Record<Verdict, string>> = { pass: '1;30;42', block: '1;97;41', broken: '1;97;45' }

export function paletteOf(colour: boolean, unicode: boolean): Palette {
  const paint = (codes: string): Paint =>
    colour ? (text) => (text === '' ? '' : `\u001b[${codes}m${text}\u001b[0m`) : (text) => text
  return {
    bold: paint('1'),
    dim: paint('2'),
    code: paint('36'),
    link: paint('4'),
    added: paint('32'),
    removed: paint('31'),
    alarm: paint('1;31'),
    badge: (severity) =>
      colour ? paint(BADGE_COLOUR[severity])(` ${severity.toUpperCase()} `) : `[${severity.toUpperCase()}]`,
    severity: (severity, text) => paint(`1;${SEVERITY_COLOUR[severity]}`)(text),
    verdict: (verdict, text) => (colour ? paint(VERDICT_COLOUR[verdict])(` ${text} `) : text),
    strokes: unicode ? UNICODE : ASCII,
    colour,
  }
}
