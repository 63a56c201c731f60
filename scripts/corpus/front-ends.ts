import { wholeText } from '../../src/core/text.ts'
import type { Tree } from '../../src/core/tree.ts'
import { formatOf } from '../../src/frontends/dispatch.ts'
import { parseTree } from '../../src/frontends/index.ts'
import { jsonValue } from '../../src/languages/json/json.ts'
import { yamlDocuments } from '../../src/languages/yaml/yaml.ts'
import { wrongPlaces } from './places.ts'
import type { Row } from './row.ts'
import { judge } from './terraform.ts'

type Measure = (tree: Tree, repository: string, verbose: boolean) => Row | undefined

/** How fast a reader goes over every file of its format, and how many it could not read whole. */
function reader(format: string, extensions: RegExp, read: (text: string, path: string) => boolean): Measure {
  return (tree, repository, verbose) => {
    const texts = tree.paths.filter((path) => extensions.test(path)).flatMap((path) => tree.read(path) ?? [])
    if (texts.length === 0) return undefined
    let characters = 0
    let broken = 0
    const started = performance.now()
    for (const { uri, text } of texts) {
      characters += text.length
      if (read(text, uri)) continue
      broken++
      if (verbose) console.log(`not read whole: ${repository}/${uri}`)
    }
    const milliseconds = performance.now() - started
    return {
      repository,
      format,
      files: texts.length,
      'not read whole': broken,
      MB: round(characters / 1e6),
      'MB/s reading': round(characters / 1e3 / milliseconds),
    }
  }
}

/** What a front end makes of the files of its kind. */
function frontEnd(format: string, kinds: readonly string[]): Measure {
  return (tree, repository, verbose) => {
    const paths = tree.paths.filter((path) => kinds.includes(formatOf(path)?.name ?? ''))
    if (paths.length === 0) return undefined
    const characters = paths.reduce((sum, path) => sum + (tree.read(path)?.text.length ?? 0), 0)
    const policies = { full: 0, partly: 0, unresolved: 0 }
    const nodes: Record<string, number> = {}
    let notifications = 0
    let units = 0
    let wrong = 0
    const started = performance.now()
    const parsed = [...parseTree(tree, paths)]
    const milliseconds = performance.now() - started
    for (const unit of parsed) {
      units++
      notifications += unit.notifications.length
      if (verbose) for (const { message } of unit.notifications) console.log(`${repository}: ${message}`)
      for (const node of unit.nodes) {
        nodes[node.kind] = (nodes[node.kind] ?? 0) + 1
        if (node.kind === 'policy') judge(node, policies, verbose ? `${repository}/${unit.unit}` : undefined)
        for (const place of wrongPlaces(node, tree)) {
          wrong++
          if (verbose || wrong < 10) console.log(`wrong place: ${repository}/${place}`)
        }
      }
    }
    return {
      repository,
      format,
      files: paths.length,
      'with nodes': units,
      notifications,
      MB: round(characters / 1e6),
      'MB/s all files': round(characters / 1e3 / milliseconds),
      'policies full': policies.full,
      partly: policies.partly,
      'not at all': policies.unresolved,
      attachments: nodes.attachment ?? 0,
      scripts: nodes.script ?? 0,
      settings: nodes.setting ?? 0,
      'wrong places': wrong,
    }
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Every format but Terraform, each a table of its own. */
export const measureFrontEnds: readonly Measure[] = [
  reader('YAML', /\.ya?ml$/, (text, uri) => yamlDocuments(wholeText({ uri, text })).notifications.length === 0),
  reader('JSON', /\.json$/, (text, uri) => jsonValue(wholeText({ uri, text })).notifications.length === 0),
  frontEnd('templates and policies', ['structured', 'serverless']),
  frontEnd('shell', ['shell']),
  frontEnd('Dockerfile', ['dockerfile']),
  frontEnd('workflow', ['workflow']),
  frontEnd('pipeline', ['pipeline', 'jenkinsfile']),
  frontEnd('Makefile', ['makefile']),
  frontEnd('Markdown', ['markdown']),
  frontEnd('code', ['code']),
]
