import type { Source } from '../core/source.ts'

/** What the names of files say is a text as well: one name a line, those that could hold a key. */
export const NAMES_OF_FILES = 'names of files'

export function namesOfFiles(paths: Iterable<string>, commit?: string): Source {
  const uri = commit === undefined ? NAMES_OF_FILES : `${NAMES_OF_FILES} of ${commit}`
  return { uri, text: linesOf(paths), ...(commit === undefined ? {} : { commit }) }
}

/** As long as the shortest key, with letters and digits; an empty line keeps names apart. */
function linesOf(names: Iterable<string>): string {
  const telling = [...names].filter((name) => /[A-Za-z0-9_.-]{16}/.test(name) && /\d/.test(name))
  return telling.sort().join('\n\n')
}
