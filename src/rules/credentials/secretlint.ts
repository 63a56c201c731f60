import { defineRule } from '../../core/rule.ts'
import { hitsOf } from './secretlint/hits.ts'
import { TABLE } from './secretlint/table.ts'

/** The secrets that are not AWS's: one rule of ours for each of secretlint's. */
export default TABLE.map((row) =>
  defineRule({
    meta: {
      id: `credentials/${row.id}`,
      title: row.title,
      severity: row.severity,
      practice: 'no secrets in user-data, Dockerfiles, scripts, code',
      description: `${row.description} In a repository everyone who can read it, a fork, a clone or a log of it has the secret too.`,
      remediation: `${row.remediation} Deleting the line is not enough, since the history keeps it.`,
      cwe: ['CWE-798'],
      references: [row.reference],
    },
    on: 'text',
    check: (node, context) => hitsOf(row, node, context),
  }),
)
