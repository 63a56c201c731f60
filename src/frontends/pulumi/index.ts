import type { FrontEnd } from '../front-end.ts'
import { pulumiNodes } from './pulumi.ts'

const pulumi: FrontEnd = {
  libraries: [{ name: 'pulumi', uses: (text) => text.includes('pulumi'), read: pulumiNodes }],
}

export default pulumi
