/**
 * What the YAML library says about a mistake, in one line and without the text that it quotes: a secret may stand in it,
 * and where the file is broken no rule gets to see and mask that.
 */
export function yamlFaultText(message: string): string {
  return message
    .split('\n')[0]!
    .replace(/(?<=\S): .*$/, '')
    .replace(QUOTED_LONG, '$1 …')
}

const QUOTED_LONG =
  /^(Unexpected|Invalid escape sequence|Unknown directive|Unsupported YAML version|Anchors and tags must be after the) \S{12,}/
