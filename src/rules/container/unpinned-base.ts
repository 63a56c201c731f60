import { defineRule } from '../../core/rule.ts'
import { stagesOf } from './stages.ts'

export default defineRule({
  meta: {
    id: 'container/unpinned-base',
    title: 'Image begins with whatever is newest',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input',
    description:
      'Without a tag, or with `latest`, the same Dockerfile makes another image tomorrow: one that nobody has tested, or that somebody else has put there.',
    remediation: 'Name a version, best with its digest: `node:22.11-slim@sha256:…`.',
    cwe: ['CWE-494', 'CWE-1104'],
    references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  },
  on: 'container',
  *check(node) {
    for (const { image, imageSpan, base } of stagesOf(node)) {
      if (base || image === '' || image === 'scratch' || image.includes('$') || image.includes('@')) continue
      const tag = /:([^/:]+)$/.exec(image)?.[1]
      if (tag !== undefined && tag !== 'latest') continue
      const why = tag === undefined ? 'has no version' : 'is whatever is newest'
      yield { span: imageSpan, message: `The base image \`${image.replace(/`/g, '')}\` ${why}.`, element: image }
    }
  },
})
