import { nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { wholeText } from '../../core/text.ts'
import { member } from '../../core/value.ts'
import { scriptNode } from '../../extract/cloud-init.ts'
import { jsonValue } from '../../languages/json/json.ts'
import { NOTHING, type Read, readOf } from '../front-end.ts'
import { joinedScript } from './pipeline.ts'

export const isPackagePath = (path: string): boolean =>
  /^(?:package|composer)\.json$/.test(nameOf(path)) && !/(?:^|\/)(?:node_modules|vendor)\//.test(path)

/** The scripts that a package of npm or Composer is worked on with, where one speaks to AWS. */
export function packageScripts(source: Source): Read {
  if (!/\b(?:aws|eksctl)\s/.test(source.text)) return NOTHING
  const { value } = jsonValue(wholeText(source))
  const scripts = member(value, 'scripts')
  return readOf(
    (scripts?.kind === 'map' ? scripts.entries : []).flatMap(({ key, value: script }) => {
      const text = joinedScript(script)
      return text ? [scriptNode(text, 'shell', { place: 'script', anchor: `scripts.${key}` })] : []
    }),
  )
}
