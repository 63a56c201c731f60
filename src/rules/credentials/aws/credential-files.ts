/** Files that AWS hands out, or its tools keep, to hold credentials and nothing else. */
const FILES: readonly { readonly name: RegExp; readonly what: string; readonly root?: true }[] = [
  { name: /(?:^|\/)rootkey[^/]*\.csv$/i, what: 'the download of the keys of an account’s root user', root: true },
  { name: /(?:^|\/)[^/]*access_?keys?[^/]*\.csv$/i, what: 'the console’s download of an access key' },
  { name: /(?:^|\/)(?:[^/]*_)?credentials[^/]*\.csv$/i, what: 'the console’s download of a user’s credentials' },
  { name: /(?:^|\/)\.aws\/credentials[^/]*$/, what: 'the credentials file of the AWS tools' },
]

/** What kind of credential file the name of `uri` says it is. */
export function credentialFileOf(uri: string): { readonly what: string; readonly root: boolean } | undefined {
  const file = FILES.find(({ name }) => name.test(uri))
  return file && { what: file.what, root: file.root === true }
}
