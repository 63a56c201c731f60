import { defineRule } from '../../core/rule.ts'
import { leakedToken } from './leaked-token.ts'
import { hitsOf } from './secretlint/hits.ts'
import { TABLE } from './secretlint/table.ts'

/** Addresses with a password in them: one rule of ours for each of secretlint's. */
export default TABLE.map((row) =>
  defineRule({
    meta: leakedToken(row),
    on: 'text',
    check: (node, context) => hitsOf(row, node, context),
  }),
)
