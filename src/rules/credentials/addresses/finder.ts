import type { Address } from './judge.ts'

/** An address with a user and a password in it; `start` and `end` are those of the password. */
export interface PlacedAddress extends Address {
  /** In small letters: `postgresql`, `mongodb+srv`. */
  readonly scheme: string
  readonly start: number
  readonly end: number
}

/**
 * All addresses with a password in a text. Addresses are everywhere, those with a password are not, so that nearly every
 * `://` ends at its first question. Each costs at most as many steps as it may have characters.
 */
export function* addressesIn(text: string): Generator<PlacedAddress> {
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    const scheme = SCHEME.exec(text.slice(Math.max(0, at - LONGEST_SCHEME), at))?.[0]
    if (scheme === undefined) continue
    LOGIN.lastIndex = at + 3
    const match = LOGIN.exec(text)
    if (!match || IMAGE.test(match.groups!.host!)) continue
    const { user, password, host } = match.groups as { user: string; password: string; host: string }
    const start = at + 3 + user.length + 1
    yield { scheme: scheme.toLowerCase(), user, password, host, start, end: start + password.length }
  }
  if (!MARKS_OF_DRIVERS.some((mark) => text.includes(mark))) return
  for (const { groups, indices } of text.matchAll(DRIVER)) {
    const { go, user, password, host } = groups as Record<'go' | 'user' | 'password' | 'host', string>
    const [start, end] = indices!.groups!.password!
    yield { scheme: go === undefined ? 'oracle' : 'mysql', user, password, host, start, end }
  }
}

/** Of Oracle's driver `jdbc:oracle:thin:app/…@db:1521`, of Go's for MySQL `app:…@tcp(db:3306)`. */
const DRIVER =
  /(?:jdbc:oracle:(?:thin|oci):|(?<go>(?<=["'`])(?=[\w.-]{1,60}:[^\s"'`@()]{3,200}@(?:tcp|unix)\()))(?<user>[\w.-]{1,60})[/:](?<password>[^\s"'`@()]{3,200})@(?:\/\/|tcp\(|unix\()?(?<host>[^\s"'`/)]{1,200})/dg

const MARKS_OF_DRIVERS = ['jdbc:oracle:', '@tcp(', '@unix(']

/** Does a text hold an address with a password? */
export function mayHoldAddress(text: string): boolean {
  return addressesIn(text).next().done === false
}

const LONGEST_SCHEME = 32
const SCHEME = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}$/i

/** A password may hold an `@`: the last one ends it. The host may be put in behind the end of the text: `"…:…@" + host`. */
const LOGIN =
  /(?<user>[^\s:/@"'`<>\\]{0,200}):(?<password>[^\s/"'`<>\\]{3,400})@(?<host>[^/?#\s"'`,;)<>\]}\\@]{0,255})/y

/** `docker://alpine:3.20@sha256:…` has a tag there. */
const IMAGE = /^sha(?:256|512):/
