import { type FrontEnd, takenFrom } from '../front-end.ts'
import { cdkNodes } from './cdk.ts'
import { templateClass } from './constructs.ts'
import { templateClassNodes } from './template-classes.ts'

const cdk: FrontEnd = {
  libraries: [
    {
      name: 'cdk',
      uses: (text) => !text.includes('pulumi'),
      read: (program) =>
        takenFrom([...program.calls.map((call) => cdkNodes(call, program)), templateClassNodes(program)]),
      typeOf(call) {
        const row = templateClass(call)?.row
        return row && { row, spelling: 'cdk' }
      },
    },
  ],
}

export default cdk
