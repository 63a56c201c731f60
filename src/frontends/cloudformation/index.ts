import { type FrontEnd, NOTHING } from '../front-end.ts'
import { templateNodes } from './nodes.ts'
import { mayBeTemplate, templateOf } from './template.ts'

const cloudformation: FrontEnd = {
  documents: [
    {
      name: 'cloudformation',
      toldBy: 'content',
      mayBe: mayBeTemplate,
      owns: (document) => templateOf(document) !== undefined,
      read(document, text) {
        const found = templateNodes(document, text)
        return found ? { ...found, reads: [] } : NOTHING
      },
    },
  ],
}

export default cloudformation
