import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { judgeAddress } from './address.ts'
import { matchesIn, viewsOf } from './views.ts'

/** Addresses of what is no web page and no database that `database-url` knows: queues, caches, directories, mail. */
const ADDRESS =
  /(?<![a-z0-9+.-])(?<scheme>amqps?|rediss?|ldaps?|smtps?|imaps?|stomps?|mqtts?|nats|kafka|cassandra|couchbases?|couchdb|neo4j(?:\+s(?:sc)?)?|bolt(?:\+s)?|clickhouse|mssql|sqlserver|oracle|mariadb|cockroach(?:db)?|snowflake|redshift|influxdb|elasticsearch|sftp|ssh|rtsps?|celery|broker|tcp|ws|wss|postgresql\+\w+|mysql\+\w+|mongodb\+\w+|jdbc:\w+):\/\/(?<user>[^\s:/@"'`<>]{0,80}):(?<password>[^\s/@"'`<>]{3,200})@(?<host>[^/?\s"'`,;)<>\]}]{1,200})/dgi

/** Addresses are everywhere; those with a user name and a password are not. */
const USER = /:\/\/[^\s/@"'`<>]{0,80}:[^\s/@"'`<>]{3,200}@/

export default defineRule({
  meta: {
    id: 'credentials/connection-string',
    title: 'Address of a service with a password in the repository',
    severity: 'high',
    about: 'secret',
    domain: 'credentials',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'The address says where a queue, a cache, a directory or a mail server is, the password lets anyone in who can reach it. Such addresses also end up in logs.',
    remediation:
      'Change the password, and read the whole address from AWS Secrets Manager or from the environment that the deployment sets. Deleting the line is not enough, since the history keeps it.',
    cwe: ['CWE-798'],
    references: ['https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1'],
  },
  on: 'text',
  *check(node): Generator<Hit> {
    if (!viewsOf(node.text).some(({ value }) => USER.test(value))) return
    for (const { groups, span, start, value } of matchesIn(node.text, ADDRESS)) {
      const [user, password, host] = ['user', 'password', 'host'].map((name) => groups.groups![name]!)
      const secret = judgeAddress({ user: user!, password: password!, host: host! })
      if (!secret) continue
      const [from, to] = groups.indices!.groups!.password!
      const exact = span.end - span.start === value.length
      const { judged, nearby } = secret
      yield {
        span: exact ? { ...span, start: span.start + from - start, end: span.start + to - start } : span,
        message: `An address of ${groups.groups!.scheme} with its password.`,
        severity: nearby ? 'low' : judged.confidence === 'high' ? 'high' : 'medium',
        confidence: judged.confidence,
        confidenceReason: judged.reason,
        lighterInSamples: true,
        secret: true,
        secretValue: password!,
      }
    }
  },
})
