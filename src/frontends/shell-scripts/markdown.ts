import { buildText, spanOf } from '../../core/build-text.ts'
import type { Notification } from '../../core/finding.ts'
import { linesOf } from '../../core/lines.ts'
import type { AnyNode } from '../../core/node.ts'
import { limitReached } from '../../core/notice.ts'
import { nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { type MappedText, wholeText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { fencesIn } from '../../languages/markdown/fences.ts'
import type { WrittenFile } from '../../languages/shell/written-files.ts'
import { NOTHING, type Others, type Read } from '../front-end.ts'
import { parseModules } from '../terraform/index.ts'
import { commandNodes } from './command-nodes.ts'

const SHELL = /^(?:ba|z|k)?sh$|^shell(?:-?session|script)?$|^console$|^terminal$/
/** What a fence that names no language says when it is one of the shell. */
const COMMAND = /^[ \t]*(?:\$ )?(?:aws|cat|export|spawn|eksctl)\s/m
const STRUCTURED = /^(?:jsonc?|json5|ya?ml|cloudformation|cfn)$/
const TERRAFORM = /^(?:hcl|terraform|tf|tofu)$/

/** Each is a module of its own, read out of a copy of the file. */
const MOST_MODULES = 100

/** Code in a Markdown file that people copy: commands, policies, templates and Terraform. */
export function markdownFile(source: Source, tree: Tree, { readDocuments }: Others): Read {
  if (!/^[ \t>]*(?:```|~~~)/m.test(source.text)) return NOTHING
  const nodes: AnyNode[] = []
  const notifications: Notification[] = []
  const reads: string[] = []
  const written: WrittenFile[] = []
  let modules = 0
  for (const { language, text, name } of fencesIn(wholeText(source))) {
    if (SHELL.test(language) || (language === '' && COMMAND.test(text.value))) {
      const read = commandNodes(withoutPrompts(text), source.uri, tree, { before: written })
      nodes.push(...read.nodes)
      reads.push(...read.reads)
    } else if (STRUCTURED.test(language)) {
      const path = `${nameOf(source.uri)} ${name}.${language.startsWith('j') ? 'json' : 'yaml'}`
      nodes.push(...readDocuments(text, path, tree).nodes)
    } else if (TERRAFORM.test(language)) {
      if (++modules <= MOST_MODULES) nodes.push(...terraformNodes(text, source))
      else if (modules === MOST_MODULES + 1) {
        notifications.push(
          limitReached(
            wholeText(source),
            spanOf(text).start,
            `only ${MOST_MODULES} modules are read`,
            'markdown-modules',
          ),
        )
      }
    }
  }
  return { nodes, notifications, reads }
}

/** A fence as a module of its own. Everything around it is blanked out, so that places stay those of the file. */
function terraformNodes(text: MappedText, source: Source): readonly AnyNode[] {
  const { start, end } = spanOf(text)
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ')
  const inside = source.text.slice(start, end).replace(/^[ \t>]+/gm, blank)
  const path = 'fence.tf'
  const fence: Source = { uri: source.uri, text: blank(source.text.slice(0, start)) + inside }
  const tree: Tree = {
    paths: [path],
    has: (wanted) => wanted === path,
    read: (wanted) => (wanted === path ? fence : undefined),
  }
  return [...parseModules(tree)].flatMap(({ nodes }) => nodes)
}

/** `$ aws …`: the prompt is not typed. */
function withoutPrompts(text: MappedText): MappedText {
  if (!/^[ \t]*\$ /m.test(text.value)) return text
  const built = buildText(text)
  for (const { start, next } of linesOf(text)) {
    const prompt = /^[ \t]*\$ /.exec(text.value.slice(start, next))?.[0].length ?? 0
    built.exact(start + prompt, next)
  }
  return built.done()
}
