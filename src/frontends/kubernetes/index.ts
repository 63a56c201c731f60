import { nameOf } from '../../core/paths.ts'
import { type FrontEnd, readOf } from '../front-end.ts'
import { policiesIn } from '../policy-files/policy-file.ts'
import { isManifest, MANIFEST, manifestNodes, policyAnchor } from './manifest.ts'
import { chartValues, isChartValues, mayBeChartValues, mayBeWorkload, workloadNodes } from './workload.ts'

const kubernetes: FrontEnd = {
  documents: [
    {
      name: 'kubernetes',
      toldBy: 'content',
      mayBe: (text) => MANIFEST.test(text) || mayBeWorkload(text),
      owns: isManifest,
      read: (document, _text, path) =>
        readOf([
          ...policiesIn(document, path, policyAnchor(document)),
          ...manifestNodes(document),
          ...workloadNodes(document),
        ]),
    },
    {
      name: 'chart values',
      toldBy: 'path',
      mayBe: mayBeChartValues,
      owns: (_document, path) => isChartValues(path),
      read: (document, _text, path) => readOf([...policiesIn(document, path), ...chartValues(document, nameOf(path))]),
    },
  ],
}

export default kubernetes
