import { defineRule, type Rule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import type { Danger, DangerRule } from '../../iam/dangers/danger.ts'
import { DANGERS } from '../../iam/dangers/index.ts'
import { adjustSeverity } from '../../iam/severity.ts'

/** A rule for each danger that says itself how it is told. */
export default DANGERS.flatMap((danger) => (danger.rule ? [ruleOf(danger, danger.rule)] : []))

function ruleOf<F>(danger: Danger<F>, { hits, ...words }: DangerRule<F>): Rule<'policy'> {
  return defineRule({
    meta: { ...words, id: `iam/${danger.id}`, about: 'grant', domain: 'iam', practice: 'least privilege' },
    on: 'policy',
    *check(policy, { unit }) {
      const assessment = assessPolicy(policy, unit)
      if (!assessment) return
      for (const hit of hits(assessment.told(danger), assessment.permissions)) {
        yield { ...hit, ...adjustSeverity(hit.severity ?? words.severity, 'high', policy, assessment) }
      }
    },
  })
}
