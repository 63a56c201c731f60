import { judgeSecret, type SecretJudgement } from '../../../secrets/judge.ts'
import type { Assignment } from './assignment.ts'

/** A literal by its name, or where its place alone says what it is by the place. */
export function judgeLiteral({ name, value, takes, judgedAs = value }: Assignment): SecretJudgement {
  if (takes === undefined) return judgeSecret({ name, value: judgedAs })
  const judged = judgeSecret({ name, value: judgedAs, takes: 'secret' })
  if (takes === 'random' && judged.secret && !judged.proven)
    return { secret: false, reason: 'only a random one counts there' }
  return judged
}
