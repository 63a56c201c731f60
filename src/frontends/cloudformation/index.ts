import { type FrontEnd, readOf } from '../front-end.ts'
import { isStackFile, stackFileNodes } from './stack-parameters.ts'
import { readTemplate } from './stacks.ts'
import { mayBeTemplate, templateOf } from './template.ts'

const cloudformation: FrontEnd = {
  documents: [
    {
      name: 'cloudformation',
      toldBy: 'content',
      mayBe: mayBeTemplate,
      owns: (document) => templateOf(document) !== undefined,
      read: readTemplate,
    },
    {
      name: 'stack-file',
      toldBy: 'content',
      mayBe: (text) =>
        /^\s*["']?(?:template(?:_path)?|Type)["']?\s*:/m.test(text) && /\bparameters["']?\s*:/i.test(text),
      owns: isStackFile,
      read: (document) => readOf(stackFileNodes(document)),
    },
  ],
}

export default cloudformation
