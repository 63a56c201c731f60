/** A colour of the terminal, as it is or written out: `\e[32m`, `\033[1;32m`, `\u001b[0m`, `^[[0m`. */
const COLOUR = String.raw`(?:\x1b|\\e|\\E|\\x1[bB]|\\0?33|\\u001[bB]|\^\[)\[[0-9;:]{0,24}[mK]|[\x9b\u203a][0-9;:]{1,24}[mK]`
const COLOURS = new RegExp(COLOUR, 'g')

/** Longer than any of what is told below. */
const LOOK_BACK = 40

/**
 * What ends in a letter or a digit and yet is none of the word behind it: a colour, an escape (`\n`, `\x22`, `\u0022`), a byte in
 * percent or quoted-printable.
 */
const ESCAPE = new RegExp(
  String.raw`(?:\\[abefnrtv0]|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]{1,6}\}|%[0-9A-Fa-f]{2}|=3D|${COLOUR})$`,
)

/** Does a word begin at `at`, so that what stands before it is no part of it? */
export function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[A-Za-z0-9]/.test(text[at - 1]!) || endsInEscape(text, at)
}

function endsInEscape(text: string, at: number): boolean {
  return ESCAPE.test(text.slice(Math.max(0, at - LOOK_BACK), at))
}

/** The same text, of the same length, with blanks for colours and line ends for those written out. */
export function readable(text: string): string {
  const plain = text.includes('[') ? text.replace(COLOURS, (colour) => ' '.repeat(colour.length)) : text
  return plain.includes('\\') ? plain.replace(/\\[nrt]/g, '\n ') : plain
}
