import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Pages with workflows to copy. Those of rules show what is wrong, too, and are made of fixtures. */
const FOLDERS = ['', 'docs', 'docs/recipes']
const WORKFLOWS = '.github/workflows'

interface Pin {
  readonly commit: string
  readonly version: string
}

/**
 * The pages whose snippets name an action, with the commit in them that our own workflows use: those are raised by
 * Dependabot, and what people copy follows. An action that no workflow of ours pins stays as it is written.
 */
export function pinnedPages(root: string): Map<string, string> {
  const pins = pinsOf(root)
  const pages = FOLDERS.flatMap((folder) =>
    namesIn(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => (folder === '' ? name : `${folder}/${name}`)),
  )
  return new Map(pages.map((page) => [page, pinned(readFileSync(join(root, page), 'utf8'), pins)]))
}

const USES = /^([ -]*uses: )([\w.-]+\/[\w.-]+)@(\S+)(?:[ \t]+# ?(v[\d.]+)?[;,]?[ \t]*(.*))?$/gm

/** The text with every action at the commit that it is pinned to; what else is said behind it stays. */
export function pinned(text: string, pins: ReadonlyMap<string, Pin>): string {
  return text.replace(USES, (whole, before: string, action: string, _ref, _version, comment?: string) => {
    const pin = pins.get(action)
    if (!pin) return whole
    return `${before}${action}@${pin.commit} # ${pin.version}${comment ? `, ${comment}` : ''}`
  })
}

/** @throws where two workflows pin one action to different commits. */
function pinsOf(root: string): Map<string, Pin> {
  const pins = new Map<string, Pin>()
  for (const file of namesIn(join(root, WORKFLOWS))) {
    const text = readFileSync(join(root, WORKFLOWS, file), 'utf8')
    for (const [, action, commit, version] of text.matchAll(/uses: ([\w.-]+\/[\w.-]+)@([0-9a-f]{40}) # (v[\d.]+)/g)) {
      const known = pins.get(action!)
      if (known && known.commit !== commit) throw new Error(`${file}: ${action} is pinned to another commit elsewhere`)
      pins.set(action!, { commit: commit!, version: version! })
    }
  }
  return pins
}

/** A copy of the project may be without them. */
function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : []
}
