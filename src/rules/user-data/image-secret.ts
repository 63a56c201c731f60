import { defineRule } from '../../core/rule.ts'
import { settingHits } from './setting-hits.ts'

export default defineRule({
  meta: {
    id: 'user-data/image-secret',
    title: 'ENV or ARG of a Dockerfile holds a literal secret',
    severity: 'high',
    about: 'secret',
    domain: 'machines',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'ENV and ARG values are stored in the image: everyone who can pull it reads them with `docker history` or `docker inspect`, also when a later layer unsets them.',
    remediation: 'Hand the secret in when the container runs, or with `RUN --mount=type=secret` while it is built.',
    cwe: ['CWE-798', 'CWE-522'],
    references: [
      'https://docs.docker.com/build/building/secrets/',
      'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
    ],
  },
  on: 'setting',
  *check(setting) {
    if (setting.place !== 'dockerfile') return
    yield* settingHits(setting, {
      where: 'Dockerfile variable',
      weight: 'high',
      remediation: ({ name }) =>
        `Needed while building: \`RUN --mount=type=secret,id=${name.value},env=${name.value} …\`. Needed while running: set \`${name.value}\` from AWS Secrets Manager in the task definition. Rotate the value that stood here.`,
    })
  },
})
