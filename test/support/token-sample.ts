import { isNamed, listOf, type TokenForm, type Vendor } from '../../src/rules/credentials/tokens/format.ts'

/**
 * A token of a form as a text with placeholders (`ghp_@@ALNUM36@@`), so that a sample of every kind can be made where it is needed
 * and none is committed. `tag` makes it another one.
 */
export function sampleOf(form: TokenForm, tag = '1'): string {
  const draw = new Drawing(tag)
  if (isNamed(form)) return draw.text(form.form)
  const literal = [...listOf(form.starts), ...listOf(form.holds)][0]!
  return draw.text(form.before ?? '') + literal + draw.text(form.form)
}

/** What a setting would be called that holds a token of this form: `DATADOG_API_KEY`. */
export function settingOf(vendor: Vendor, form: TokenForm): string {
  const word = isNamed(form) ? listOf(form.keyword)[0]! : vendor.id
  const name = word.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()
  return /KEY|TOKEN|SECRET/.test(name) ? name : `${name}_API_KEY`
}

/** Longer repeats are as good as these. */
const LONGEST = 40

/** Draws from the small language that forms are written in: literals, classes, groups, alternatives, counts. */
class Drawing {
  readonly #tag: string
  #drawn = 0

  constructor(tag: string) {
    this.#tag = tag
  }

  /** The first of its alternatives, each part as often as it may be up to LONGEST and as it must be beyond. */
  text(form: string): string {
    let out = ''
    for (let rest = alternatives(form)[0]!; rest !== ''; ) {
      const atom = ATOM.exec(rest)
      if (!atom) throw new Error(`not a form that samples are made of: ${rest}`)
      rest = rest.slice(atom[0].length)
      const counted = /^(?:\{(\d+)(?:,(\d+))?\}|(\?))/.exec(rest)
      rest = rest.slice(counted?.[0].length ?? 0)
      const least = counted ? Number(counted[1] ?? 0) : 1
      const most = counted ? Number(counted[2] ?? counted[1] ?? 1) : 1
      out += this.#repeat(atom[0], Math.max(least, Math.min(most, LONGEST)))
    }
    return out
  }

  #repeat(atom: string, count: number): string {
    if (atom.startsWith('[')) return count === 0 ? '' : this.#ofClass(atom.slice(1, -1), count)
    const once = () =>
      atom.startsWith('(') ? this.text(atom.replace(/^\((?:\?:|\?<\w+>)|\)$/g, '')) : atom.replace('\\', '')
    return Array.from({ length: count }, once).join('')
  }

  #ofClass(characters: string, count: number): string {
    const alphabet = ALPHABETS[characters]
    if (!alphabet) return characters[0]!.repeat(count)
    return `@@${alphabet}${count}:${this.#tag}${'abcdefghijklmnopqrstuvwxyz'[this.#drawn++ % 26]}@@`
  }
}

const ATOM = /^(?:\[[^\]]+\]|\\.|\((?:\?:|\?<\w+>)(?:[^()]|\([^()]*\))*\)|[^\\[({?+*|^$])/

/** The parts between `|` outside of groups. */
function alternatives(form: string): string[] {
  const parts = ['']
  let depth = 0
  for (let at = 0; at < form.length; at++) {
    const character = form[at]!
    if (character === '\\') {
      parts[parts.length - 1] += character + form[++at]!
      continue
    }
    if (character === '(') depth++
    if (character === ')') depth--
    if (character === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}

/** By the classes that forms are written with: what to draw from. A class that is none of these is drawn by its first character. */
const ALPHABETS: Readonly<Record<string, string>> = {
  'A-Za-z0-9': 'ALNUM',
  'A-Za-z': 'ALPHA',
  'a-z': 'SMALL',
  '0-9': 'DIGITS',
  'a-f0-9': 'HEX',
  'a-fA-F0-9': 'HEX',
  'A-Fa-f0-9': 'HEX',
  'A-F0-9': 'UPHEX',
  'a-z0-9': 'LOWER',
  'a-z0-9-': 'LOWER',
  'a-z0-9_-': 'LOWER',
  'a-z0-9.-': 'LOWER',
  'a-z-': 'SMALL',
  'a-z0-9+/_=-': 'LOWER',
  'a-z2-7': 'BASE32_',
  'A-Z0-9': 'UPPER',
  'A-Z': 'CAPITAL',
  'A-Za-z0-9_-': 'BASE64URL_',
  'A-Za-z0-9+/': 'BASE64_',
  'A-Za-z0-9+/_-': 'BASE64_',
  'A-Za-z0-9_+/-': 'BASE64_',
  'A-Za-z0-9_+-': 'ALNUM',
  'A-Za-z0-9@-': 'ALNUM',
  'A-Za-z0-9_': 'ALNUM',
  'A-Za-z0-9._': 'ALNUM',
  'A-Za-z0-9._-': 'ALNUM',
  'A-Za-z0-9._=': 'ALNUM',
  'A-Za-z0-9_.=-': 'ALNUM',
  'A-Za-z0-9_=-': 'ALNUM',
  'A-Za-z0-9_=.-': 'ALNUM',
  'A-Za-z0-9_~.': 'ALNUM',
  'A-Za-z0-9_~.-': 'ALNUM',
  'A-Za-z0-9+/=_-': 'ALNUM',
  'A-Za-z0-9_+/:=-': 'ALNUM',
  'A-Za-z0-9%+/': 'ALNUM',
  'A-Za-z0-9%': 'ALNUM',
  'A-Za-z0-9_+/.=-': 'ALNUM',
  'A-Za-z0-9=&%:._+-': 'ALNUM',
  'A-Za-z0-9_%?&=/.,:-': 'ALNUM',
  '^\\s"\'&': 'ALNUM',
  '^;\\s"': 'ALNUM',
  '^\\s"\'': 'ALNUM',
}
