import type { AnyNode } from '../../core/node.ts'
import { nameOf } from '../../core/paths.ts'
import type { PolicyRole } from '../../core/policy.ts'
import { DEEPEST_VALUE, leafOf, member, type Value } from '../../core/value.ts'
import { policyNode } from '../../extract/nodes.ts'
import { looksLikePolicy } from '../../extract/policy-document.ts'
import { loneEvaluator } from '../cloudformation/evaluate.ts'

/** Could a text hold a policy document, written out or escaped in a string? */
export function mayHoldPolicy(text: string): boolean {
  return /statement\\*["']?\s*:/i.test(text) && /effect\\*["']?\s*:\s*\\*["']?(?:allow|deny)/i.test(text)
}

/**
 * Policy documents standing anywhere in a value: a file that is one, `{"PolicyDocument": …}`, a Kubernetes manifest
 * that holds one as a string. Nobody is seen to hold them; what they are for is told by the key they stand under, by
 * the file's name, or by their principals. CloudFormation's functions may stand in them. `name` names what holds them,
 * where that is known to be in use; by default it is a file like any other.
 */
export function policiesIn(value: Value, path: string, name = nameOf(path)): AnyNode[] {
  const nodes: AnyNode[] = []
  const evaluate = loneEvaluator(value.span)
  const visit = (inner: Value, anchor: string, role: PolicyRole | undefined, depth: number): void => {
    if (depth > DEEPEST_VALUE) return
    if (looksLikePolicy(inner)) {
      nodes.push(...policyNode(evaluate(inner), { anchor, role: role ?? roleByName(path), holders: [] }))
    } else if (inner.kind === 'list') {
      inner.items.forEach((item, index) => {
        visit(item, `${anchor}[${nameIn(item) ?? index}]`, role, depth + 1)
      })
    } else if (inner.kind === 'map') {
      for (const entry of inner.entries) {
        visit(entry.value, `${anchor}.${entry.key}`, roleByKey(entry.key) ?? role, depth + 1)
      }
    }
  }
  visit(value, name, undefined, 0)
  return nodes
}

/** Names keep an anchor in its place when others are put before it in a list. */
function nameIn(value: Value): string | undefined {
  for (const key of ['PolicyName', 'RoleName', 'UserName', 'GroupName', 'Name', 'name', 'Id', 'id']) {
    const name = leafOf(member(value, key))?.value
    if (name) return name
  }
  return leafOf(member(member(value, 'metadata'), 'name'))?.value
}

function roleByKey(key: string): PolicyRole | undefined {
  if (/^assume[-_]?role[-_]?policy(?:[-_]?document)?$|^trust[-_]?(?:relationship|policy)/i.test(key)) return 'trust'
  if (
    /^(?:key|bucket|queue|topic|repository|resource|access|vault)[-_]?policy(?:[-_]?(?:text|document))?$/i.test(key)
  ) {
    return 'resource'
  }
  return /^permissions?[-_]?boundary/i.test(key) ? 'boundary' : undefined
}

/** A file and its folder can say what its policy is for where the document itself cannot. */
function roleByName(path: string): PolicyRole | undefined {
  const name = nameOf(path)
  if (/(?:^|\/)(?:\w+[-_])?(?:permissions?[-_]?)?boundar(?:y|ies)\//i.test(path)) return 'boundary'
  if (/permissions?[-_. ]?boundary|(?:^|[-_.])boundary(?:[-_.]|$)/i.test(name)) return 'boundary'
  return /(?:^|[-_.])scp(?:[-_.]|$)|service[-_. ]?control[-_. ]?polic/i.test(name) ? 'scp' : undefined
}
