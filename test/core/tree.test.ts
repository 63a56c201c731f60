import { expect, test } from 'vitest'
import { recalled, rememberingTree, type Tree } from '../../src/core/tree.ts'

const plain = (...paths: string[]): Tree => ({ paths, has: () => true, read: () => undefined })

test('what is made of a whole tree is made once, is its own, and is made anew where the tree keeps nothing', () => {
  let made = 0
  const listed = ({ paths }: Tree) => `${++made} ${paths.join()}`
  const [one, other] = [rememberingTree(plain('a')), rememberingTree(plain('b'))]
  expect([recalled(one, listed), recalled(other, listed), recalled(one, listed)]).toEqual(['1 a', '2 b', '1 a'])
  expect(recalled(one, ({ paths }) => paths.length)).toBe(1)
  expect([recalled(plain('c'), listed), recalled(plain('c'), listed)]).toEqual(['3 c', '4 c'])
})
