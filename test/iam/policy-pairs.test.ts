import { expect, test } from 'vitest'
import { faultsOf } from './support/random-policies.ts'

/** `npm run pairs` goes on to 10,000. */
test('what changes is told, and what is told can be asked for', () => expect(faultsOf(80)).toEqual([]))
