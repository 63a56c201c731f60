import { accountNodes } from '../../account/nodes.ts'
import { SNAPSHOT_KEY } from '../../account/snapshot.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { itemsOf } from '../../extract/nodes.ts'
import { type FrontEnd, readOf } from '../front-end.ts'

/** What `keylatch account --save` wrote, read as a file like any other. */
const account: FrontEnd = {
  documents: [
    {
      name: 'saved account',
      toldBy: 'content',
      mayBe: (text) => text.includes(SNAPSHOT_KEY),
      owns: (document) => member(document, SNAPSHOT_KEY) !== undefined,
      read: (document) => readOf(accountNodes(itemsOf(member(document, 'records')).flatMap(recordOf))),
    },
  ],
}

export default account

function recordOf(record: Value) {
  const [type, arn] = ['type', 'arn'].map((name) => leafOf(member(record, name))?.value)
  const data = member(record, 'data')
  return type !== undefined && arn !== undefined && data ? [{ type, arn, data }] : []
}
