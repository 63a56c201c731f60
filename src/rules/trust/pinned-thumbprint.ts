import { defineRule } from '../../core/rule.ts'
import { leafOf, member } from '../../core/value.ts'
import { quote } from '../../iam/messages.ts'

/** AWS checks these issuers by its own list of certificate authorities, and heeds no thumbprint. */
const TRUSTED =
  /(^|\/\/)(token\.actions\.githubusercontent\.com|accounts\.google\.com|[\w.-]*\.auth0\.com|gitlab\.com)(?=[/:]|$)/

export default defineRule({
  meta: {
    id: 'trust/pinned-thumbprint',
    title: 'Thumbprint of an identity provider is pinned',
    severity: 'note',
    about: 'hygiene',
    domain: 'iam',
    practice: 'OIDC in CI, trust scoped to organisation and repository',
    description:
      'AWS checks GitHub, GitLab, Google and Auth0 by its own certificate authorities and ignores the thumbprint. A pinned one guards nothing, and misleads whoever rotates it in a hurry.',
    remediation: 'Leave thumbprint_list out; AWS fills it in.',
    cwe: ['CWE-295'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
      'https://github.blog/changelog/2023-07-13-github-actions-oidc-integration-with-aws-no-longer-requires-pinning-of-intermediate-tls-certificates/',
    ],
  },
  on: 'resource',
  *check({ type, arguments: properties }) {
    if (type !== 'aws_iam_openid_connect_provider' && type !== 'AWS::IAM::OIDCProvider') return
    const url = leafOf(member(properties, 'url') ?? member(properties, 'Url'))
    const list = member(properties, 'thumbprint_list') ?? member(properties, 'ThumbprintList')
    const [first] = list?.kind === 'list' ? list.items : []
    const thumbprint = leafOf(first)
    if (!url || !TRUSTED.test(url.value) || !thumbprint || !/^[0-9a-f]{40}$/i.test(thumbprint.value)) return
    yield {
      span: thumbprint.span,
      message: `AWS heeds no thumbprint for ${quote(url)}.`,
      element: 'thumbprint',
    }
  },
})
