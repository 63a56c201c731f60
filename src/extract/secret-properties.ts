const SECRET = /(?:password|passwd|secret|token|credential|api_?key|shared_?key|private_?key|connection_?string)/i

/** Not secrets themselves: where one is kept, how one is made, what serves them. */
const ABOUT_SECRETS =
  /(?:arns?|ids?|name|policy|length|parameter|store|type|url|uri|endpoint|rotation|enabled|duration|validity|expiration|versions?|reset|reset_?required|status|path|prefix|label|template|characters?|service_?token)$/i

/** Does the name of a property say that its value is a secret? */
export function namesSecretProperty(name: string): boolean {
  return SECRET.test(name) && !ABOUT_SECRETS.test(name)
}
