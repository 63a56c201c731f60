import type { Notification } from '../../core/finding.ts'
import { nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { wholeText } from '../../core/text.ts'
import { languageOf, scriptNode, scriptsOf } from '../../extract/cloud-init.ts'
import { type Read, readOf } from '../front-end.ts'

/** Is a file called as people call what an instance starts with: `user-data.sh`, `userdata.tpl`, `cloud-init.cfg`? */
export function isUserDataPath(path: string): boolean {
  const [, stem = '', extension = ''] = /^(.*?)(?:\.(\w+))?(?:\.(?:tpl|tftpl|tmpl|j2))?$/.exec(nameOf(path)) ?? []
  return (
    /user[-_]?data|cloud[-_]?init/i.test(stem) && /^(?:|sh|bash|txt|cfg|conf|mime|tpl|tftpl|tmpl)$/i.test(extension)
  )
}

/** A script of the repository. */
export function shellFile(source: Source): Read {
  const text = wholeText(source)
  const language = languageOf(source.text, source.uri.replace(/\.(?:tpl|tftpl|tmpl|j2)$/, ''))
  return readOf([scriptNode(text, language, { place: 'script', anchor: nameOf(source.uri) })])
}

/** What an instance runs when it starts, in a file of its own. */
export function userDataFile(source: Source): Read {
  const notifications: Notification[] = []
  const notify = (notification: Notification): void => void notifications.push(notification)
  const nodes = scriptsOf(wholeText(source), { place: 'user-data', anchor: nameOf(source.uri), notify })
  return readOf(nodes, notifications)
}
