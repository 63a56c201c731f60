import type { Source } from '../core/source.ts'
import { codeFile } from './code/file.ts'
import { dockerfile, isDockerfilePath } from './dockerfile.ts'
import type { FrontEnd } from './front-end.ts'
import { isJenkinsfilePath, jenkinsfile } from './jenkinsfile.ts'
import { makefile } from './makefile.ts'
import { markdownFile } from './markdown.ts'
import { nameOf } from './paths.ts'
import { isPipelinePath, pipelineFile } from './pipeline-file.ts'
import { shellFile } from './shell-file.ts'
import { isServerlessName, structuredFile } from './structured.ts'
import { isWorkflowPath, workflowFile } from './workflow.ts'

/** How a file is read. */
export interface Kind {
  readonly name: string
  readonly read: FrontEnd
  /** It may take in other files, so it is read before those that may be taken in. */
  readonly takesIn: boolean
}

const STRUCTURED: Kind = { name: 'structured', read: structuredFile, takesIn: false }
const SERVERLESS: Kind = { name: 'serverless', read: structuredFile, takesIn: true }
const SHELL: Kind = { name: 'shell', read: shellFile, takesIn: true }
const WORKFLOW: Kind = { name: 'workflow', read: workflowFile, takesIn: true }
const PIPELINE: Kind = { name: 'pipeline', read: pipelineFile, takesIn: true }
const DOCKERFILE: Kind = { name: 'dockerfile', read: dockerfile, takesIn: true }
const MAKEFILE: Kind = { name: 'makefile', read: makefile, takesIn: true }
const MARKDOWN: Kind = { name: 'markdown', read: markdownFile, takesIn: true }
const CODE: Kind = { name: 'code', read: codeFile, takesIn: false }
const JENKINSFILE: Kind = { name: 'jenkinsfile', read: jenkinsfile, takesIn: true }

/** What kind of file a path is, by its name alone; undefined: nothing of ours, or only its first line can tell. */
export function kindOf(path: string): Kind | undefined {
  const name = nameOf(path)
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (isWorkflowPath(path)) return WORKFLOW
  if (isPipelinePath(path)) return PIPELINE
  if (isDockerfilePath(path)) return DOCKERFILE
  if (isJenkinsfilePath(path)) return JENKINSFILE
  if (isServerlessName(path)) return SERVERLESS
  if (/^(?:GNU)?[Mm]akefile(?:\.\w+)?$/.test(name)) return MAKEFILE
  return BY_EXTENSION.get(extension)
}

/** Files without an extension are looked into: scripts begin with `#!`. */
export function kindOfUnnamed(source: Source): Kind | undefined {
  if (/^#![^\n]*\b(?:ba|da|z|k|a)?sh\b/.test(source.text)) return SHELL
  return undefined
}

/** Could a path without a kind of its own be a script? */
export function mayBeScript(path: string): boolean {
  return !nameOf(path).slice(1).includes('.')
}

const BY_EXTENSION: ReadonlyMap<string, Kind> = new Map([
  ...['json', 'jsonc', 'json5', 'yaml', 'yml', 'template', 'cfn', 'policy'].map((extension): [string, Kind] => [
    extension,
    STRUCTURED,
  ]),
  ...['mk', 'make'].map((extension): [string, Kind] => [extension, MAKEFILE]),
  ...['md', 'mdx', 'markdown'].map((extension): [string, Kind] => [extension, MARKDOWN]),
  ...['ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs', 'jsx', 'py'].map((extension): [string, Kind] => [extension, CODE]),
  ...['sh', 'bash', 'zsh', 'ksh', 'envrc', 'ps1'].map((extension): [string, Kind] => [extension, SHELL]),
])
