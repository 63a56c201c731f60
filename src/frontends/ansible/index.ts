import { nameOf } from '../../core/paths.ts'
import { type FrontEnd, readOf } from '../front-end.ts'
import { policiesIn } from '../policy-files/policy-file.ts'
import { ansibleNodes, isAnsible, mayBeAnsible } from './ansible.ts'

const ansible: FrontEnd = {
  documents: [
    {
      name: 'ansible',
      toldBy: 'path',
      mayBe: mayBeAnsible,
      owns: isAnsible,
      read(document, _text, path) {
        const anchor = nameOf(path).replace(/\.\w+$/, '')
        return readOf([...policiesIn(document, path, anchor), ...ansibleNodes(document, anchor)])
      },
    },
  ],
}

export default ansible
