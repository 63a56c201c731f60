import { defineRule } from '../../core/rule.ts'
import type { Value } from '../../core/value.ts'
import { partOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { undecided } from '../undecided.ts'

export default defineRule({
  meta: {
    id: 'audit/required-tags',
    title: 'Resource lacks a tag that the configuration asks for',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'tags for isolation: RequestTag/ResourceTag conditions',
    description:
      'Conditions on tags let people in and keep them out, and tags say whose a resource is. One without them falls through. Off until `thresholds.required-tags` names keys.',
    remediation: 'Add the tag with one of its values, for a whole provider by `default_tags`.',
    cwe: ['CWE-1059'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html'],
  },
  on: 'resource',
  *check(resource, { thresholds, notify }) {
    if (!thresholds?.requiredTags.size) return
    const tags = valueAt(resource, ['tags', 'tags'])
    // What has no tags written may have none to write: not every type takes them.
    if (tags === undefined) return
    const given = tagsIn(tags)
    if (!given) {
      notify(undecided('audit/required-tags', resource, 'tags', { value: tags, span: tags.span, within: tags }))
      return
    }
    const missing = [...thresholds.requiredTags].filter(([key, values]) => {
      const value = given.get(key)
      return value === undefined ? !given.has(key) : values.length > 0 && !values.includes(value)
    })
    if (missing.length === 0) return
    const names = missing.map(([key]) => `\`${key}\``).join(', ')
    yield { span: tags.span, message: `\`${resource.anchor}\` has no right ${names} among its tags.`, element: 'tags' }
  },
})

/** Keys with their values, undefined where not known; nothing where keys may be missing from sight. */
function tagsIn(tags: Value): Map<string, string | undefined> | undefined {
  if (tags.kind === 'map') return new Map(tags.entries.map(({ key, value }) => [key, wordOf(value)]))
  if (tags.kind !== 'list') return undefined
  const found = new Map<string, string | undefined>()
  for (const item of tags.items) {
    const key = wordOf(partOf(item, 'key'))
    if (key === undefined) return undefined
    found.set(key, wordOf(partOf(item, 'value')))
  }
  return found
}
