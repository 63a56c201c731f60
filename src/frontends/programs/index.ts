import { type FrontEnd, takenFrom } from '../front-end.ts'
import { codeFile } from './program-file.ts'
import { sdkNodes } from './sdk.ts'
import { UNREAD_LANGUAGES, unreadProgram } from './unread-language.ts'

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
      extensions: ['ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs', 'jsx', 'py', ...UNREAD_LANGUAGES],
      read: (source, tree, others) => unreadProgram(source) ?? codeFile(source, tree, others),
    },
  ],
}

export default programs
