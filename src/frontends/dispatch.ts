import { nameOf } from '../core/paths.ts'
import type { Source } from '../core/source.ts'
import { mayBeTemplate } from './cloudformation/template.ts'
import { dockerfile, isDockerfilePath } from './containers/dockerfile.ts'
import type { FrontEnd } from './front-end.ts'
import { isJenkinsfilePath, jenkinsfile } from './pipelines/jenkinsfile.ts'
import { isPipelinePath, pipelineFile } from './pipelines/pipeline-file.ts'
import { isWorkflowPath, workflowFile } from './pipelines/workflow.ts'
import { mayHoldPolicy } from './policy-files/policy-file.ts'
import { codeFile } from './programs/program-file.ts'
import { makefile } from './shell-scripts/makefile.ts'
import { markdownFile } from './shell-scripts/markdown.ts'
import { isUserDataPath, shellFile, userDataFile } from './shell-scripts/shell-file.ts'
import { isServerlessName, structuredFile } from './structured.ts'

/** How a file is read. */
export interface Kind {
  readonly name: string
  readonly read: FrontEnd
  /** It may take in other files, so it is read before those that may be taken in. */
  readonly mayInclude: boolean
  /** Others may take it in as a script, so what it says counts only if none does. */
  readonly isScript: boolean
}

function kind(name: string, read: FrontEnd, more: 'takes in' | 'script' | '' = ''): Kind {
  return { name, read, mayInclude: more !== '', isScript: more === 'script' }
}

const STRUCTURED = kind('structured', structuredFile)
const CODE = kind('code', codeFile)
const SERVERLESS = kind('serverless', structuredFile, 'takes in')
const WORKFLOW = kind('workflow', workflowFile, 'takes in')
const PIPELINE = kind('pipeline', pipelineFile, 'takes in')
const DOCKERFILE = kind('dockerfile', dockerfile, 'takes in')
const MAKEFILE = kind('makefile', makefile, 'takes in')
const MARKDOWN = kind('markdown', markdownFile, 'takes in')
const JENKINSFILE = kind('jenkinsfile', jenkinsfile, 'takes in')
const SHELL = kind('shell', shellFile, 'script')
const USER_DATA = kind('user-data', userDataFile, 'script')

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
  if (isUserDataPath(path)) return USER_DATA
  if (/^(?!example|sample|template)[\w-]*\.env(?:\.(?!example|sample|template|dist)\w+)*$|^sshd_config$/.test(name))
    return SHELL
  if (/\.tfstate(?:\.backup)?$/.test(name)) return STRUCTURED
  if (/\.(?:sh|bash)\.(?:tpl|tftpl|tmpl|j2)$/.test(name)) return SHELL
  return BY_EXTENSION.get(extension)
}

/** What only a look into a file can tell: scripts begin with `#!`, standard input has no name at all. */
export function kindByContent({ uri, text }: Source): Kind | undefined {
  if (/^#![^\n]*\b(?:ba|da|z|k|a)?sh\b/.test(text)) return SHELL
  if (!isNameless(uri)) return undefined
  if (/^\s*#cloud-config|^(?:content-type|mime-version):/i.test(text)) return USER_DATA
  if (/^\s*[[{]/.test(text) || mayBeTemplate(text) || mayHoldPolicy(text)) return STRUCTURED
  return /^FROM[ \t]+\S/m.test(text) && /^(?:RUN|COPY|CMD|ENTRYPOINT|ENV|ARG)[ \t]/m.test(text) ? DOCKERFILE : undefined
}

/** Can only a look inside tell what a path without a kind is? */
export function mayBeScript(path: string): boolean {
  return isNameless(path) || !nameOf(path).slice(1).includes('.')
}

/** `<stdin>`. */
const isNameless = (path: string): boolean => path.startsWith('<')

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
