import { authorizationNodes, isAuthorizationDetails } from '../../account/authorization-details.ts'
import { type FrontEnd, readOf } from '../front-end.ts'
import { mayHoldPolicy, policiesIn } from './policy-file.ts'

const policyFiles: FrontEnd = {
  documents: [
    {
      name: 'authorization details',
      toldBy: 'content',
      mayBe: (text) => text.includes('DetailList'),
      owns: isAuthorizationDetails,
      read: (document) => readOf(authorizationNodes(document)),
    },
    {
      name: 'policies',
      toldBy: 'nothing else',
      mayBe: mayHoldPolicy,
      owns: () => true,
      read: (document, _text, path) => readOf(policiesIn(document, path)),
    },
  ],
}

export default policyFiles
