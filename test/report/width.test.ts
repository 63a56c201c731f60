import { expect, test } from 'vitest'
import { displayWidth } from '../../src/report/width.ts'

test.each([
  ['plain', 5],
  ['naïve', 5],
  ['nai\u0308ve', 5],
  ['東京', 4],
  ['ｶﾅ', 2],
  ['ＡＢ', 4],
  ['한글', 4],
  ['🔑', 2],
  ['☔', 2],
  ['⚡', 2],
  ['☎', 1],
  ['│─', 2],
  ['a\u200bb', 2],
])('%s takes %d cells', (text, cells) => expect(displayWidth(text)).toBe(cells))
