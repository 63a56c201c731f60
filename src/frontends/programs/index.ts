import { type FrontEnd, takenFrom } from '../front-end.ts'
import { codeFile } from './program-file.ts'
import { sdkNodes } from './sdk.ts'

const programs: FrontEnd = {
  libraries: [
    {
      name: 'sdk',
      uses: () => true,
      read: (program) => takenFrom(program.calls.map((call) => sdkNodes(call, program))),
    },
  ],
  files: [
    {
      name: 'code',
      extensions: ['ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs', 'jsx', 'py'],
      read: codeFile,
    },
  ],
}

export default programs
