import { cdkResourceType } from '../../aws/resources/index.ts'
import { type FrontEnd, takenFrom } from '../front-end.ts'
import { cdkNodes } from './cdk.ts'

const cdk: FrontEnd = {
  libraries: [
    {
      name: 'cdk',
      uses: (text) => !text.includes('pulumi'),
      read: (program) => takenFrom(program.calls.map((call) => cdkNodes(call, program))),
      typeOf({ path }) {
        const row = cdkResourceType(path.at(-2) ?? '', path.at(-1) ?? '')
        return row && { row, spelling: 'cdk' }
      },
    },
  ],
}

export default cdk
