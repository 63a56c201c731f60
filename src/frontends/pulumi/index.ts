import { pulumiResourceType } from '../../aws/resources/index.ts'
import type { FrontEnd } from '../front-end.ts'
import { pulumiNodes } from './pulumi.ts'

const pulumi: FrontEnd = {
  libraries: [
    {
      name: 'pulumi',
      uses: (text) => text.includes('pulumi'),
      read: pulumiNodes,
      typeOf({ path }) {
        const row = pulumiResourceType(path.at(-2) ?? '', path.at(-1) ?? '')
        return row && { row, spelling: 'pulumi' }
      },
    },
  ],
}

export default pulumi
