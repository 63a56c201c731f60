import { nameOf } from '../../core/paths.ts'
import type { FrontEnd } from '../front-end.ts'
import { isServerless, serverlessNodes } from './serverless.ts'

const isServerlessName = (path: string): boolean => /^serverless(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/.test(nameOf(path))

const serverless: FrontEnd = {
  files: [{ name: 'serverless', owns: isServerlessName, mayInclude: true }],
  documents: [
    {
      name: 'serverless',
      toldBy: 'content',
      mayBe: (_text, path) => isServerlessName(path),
      owns: isServerless,
      read: serverlessNodes,
    },
  ],
}

export default serverless
