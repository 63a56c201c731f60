import { listOf, type TokenForm, type Vendor } from '../src/rules/credentials/tokens/format.ts'
import { expand } from '../test/support/placeholders.ts'
import { sampleOf, settingOf } from '../test/support/token-sample.ts'

/** The fixtures of a vendor as its row gives them: every kind as a setting, and what people write in its place. */
export function fixturesOfVendor(vendor: Vendor): { readonly bad: string; readonly ok: string } {
  const ok = vendor.kinds.flatMap((form) => placeholders(vendor, form))
  return { bad: vendor.kinds.map((form) => setting(vendor, form)).join(''), ok: [...new Set(ok)].join('') }
}

function setting(vendor: Vendor, form: TokenForm): string {
  return `${settingOf(vendor, form)}=${untagged(sampleOf(form))}\n`
}

/** Placeholders with a tag only where one text would otherwise stand twice in a token. */
function untagged(sample: string): string {
  const seen = new Map<string, number>()
  return sample.replace(/@@(\w+):\w+@@/g, (_, kind: string) => {
    const times = (seen.get(kind) ?? 0) + 1
    seen.set(kind, times)
    return times === 1 ? `@@${kind}@@` : `@@${kind}:${times}@@`
  })
}

function placeholders(vendor: Vendor, form: TokenForm): string[] {
  const name = settingOf(vendor, form)
  const literal = 'keyword' in form ? '' : (listOf(form.starts)[0] ?? '')
  const length = expand(sampleOf(form)).length - literal.length
  return [`${name}=${literal}${'x'.repeat(length)}\n`, `${name}=${literal}<your-token-here>\n`, `${name}=\${${name}}\n`]
}
