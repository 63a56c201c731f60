import { isNameless } from '../../core/paths.ts'
import type { FrontEnd } from '../front-end.ts'
import { dockerfile, isDockerfilePath } from './dockerfile.ts'

const containers: FrontEnd = {
  files: [
    {
      name: 'dockerfile',
      owns: isDockerfilePath,
      ownsText: ({ uri, text }) =>
        isNameless(uri) && /^FROM[ \t]+\S/m.test(text) && /^(?:RUN|COPY|CMD|ENTRYPOINT|ENV|ARG)[ \t]/m.test(text),
      mayInclude: true,
      read: dockerfile,
    },
  ],
}

export default containers
