import { type FrontEnd, takenFrom } from '../front-end.ts'
import { cdkNodes } from './cdk.ts'

const cdk: FrontEnd = {
  libraries: [
    {
      name: 'cdk',
      uses: (text) => !text.includes('pulumi'),
      read: (program) => takenFrom(program.calls.map((call) => cdkNodes(call, program))),
    },
  ],
}

export default cdk
