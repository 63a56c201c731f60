import { Minimatch } from 'minimatch'

const LONGEST_PATTERN = 1000
const MOST_ALTERNATIVES = 1000

/**
 * A pattern of `fileset`: `*` and `?` within a step of the path, `**` over steps, `{a,b}`, `[a-z]`. Undefined when it is
 * too long or has too many alternatives. https://developer.hashicorp.com/terraform/language/functions/fileset
 */
export function filesetPattern(written: string): ((path: string) => boolean) | undefined {
  if (written.length > LONGEST_PATTERN) return undefined
  const glob = new Minimatch(withoutSingleBraces(written), {
    dot: true,
    nocomment: true,
    noext: true,
    nonegate: true,
    platform: 'linux',
    braceExpandMax: MOST_ALTERNATIVES,
  })
  return glob.set.length >= MOST_ALTERNATIVES ? undefined : (path) => glob.match(path)
}

/** Braces around one alternative are that one; there are no ranges in Terraform: `{1..3}` is `1..3`. */
function withoutSingleBraces(pattern: string): string {
  return pattern.replace(/\{([^{},\\]*)\}/g, '$1')
}
