/**
 * Does a path match a pattern of `fileset`: `*` and `?` within a step of the path, `**` over steps, `{a,b}`? Takes time
 * in proportion to both lengths, whatever the pattern.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return alternatives(pattern).some((one) => matchSteps(one.split('/'), path.split('/')))
}

function matchSteps(pattern: readonly string[], path: readonly string[]): boolean {
  return wild(
    pattern.length,
    path.length,
    (at) => pattern[at] === '**',
    (at, to) => matchStep(pattern[at]!, path[to]!),
  )
}

function matchStep(pattern: string, step: string): boolean {
  const matches = (at: number, to: number): boolean => pattern[at] === '?' || pattern[at] === step[to]
  return wild(pattern.length, step.length, (at) => pattern[at] === '*', matches)
}

/** The usual greedy match with one way back: the last star takes one more. */
function wild(
  patternLength: number,
  length: number,
  isStar: (at: number) => boolean,
  matches: (at: number, to: number) => boolean,
): boolean {
  let at = 0
  let to = 0
  let star = -1
  let resume = 0
  while (to < length) {
    if (at < patternLength && isStar(at)) {
      star = at++
      resume = to
    } else if (at < patternLength && matches(at, to)) {
      at++
      to++
    } else if (star !== -1) {
      at = star + 1
      to = ++resume
    } else return false
  }
  while (at < patternLength && isStar(at)) at++
  return at === patternLength
}

/** `a.{json,yaml}` as `a.json` and `a.yaml`; one pair of braces. */
function alternatives(pattern: string): string[] {
  const braces = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(pattern)
  if (!braces) return [pattern]
  return braces[2]!.split(',').map((choice) => `${braces[1]}${choice}${braces[3]}`)
}
