import { isNameless, nameOf } from '../../core/paths.ts'
import type { FrontEnd } from '../front-end.ts'
import { justfile } from './justfile.ts'
import { makefile } from './makefile.ts'
import { markdownFile } from './markdown.ts'
import { isUserDataPath, shellFile, userDataFile } from './shell-file.ts'

/** Files of settings that a shell reads, but not examples of them. */
const SETTINGS =
  /^(?!example|sample|template)[\w-]*\.env(?:\.(?!example|sample|template|dist)\w+)*$|^sshd_config$|(?:^|[._-])env\.(?:j2|jinja2?|tpl|tmpl|tftpl)$/

const shellScripts: FrontEnd = {
  files: [
    {
      name: 'makefile',
      owns: (path) => /^(?:GNU)?[Mm]akefile(?:\.\w+)?$/.test(nameOf(path)),
      extensions: ['mk', 'make'],
      mayInclude: true,
      read: makefile,
    },
    {
      name: 'justfile',
      owns: (path) => /^\.?justfile$|\.just$/i.test(nameOf(path)),
      mayInclude: true,
      read: justfile,
    },
    {
      name: 'user-data',
      owns: isUserDataPath,
      ownsText: ({ uri, text }) =>
        isNameless(uri) && /^\s*#cloud-config|^(?:content-type|mime-version):/i.test(text) && !STARTS_SHELL.test(text),
      isScript: true,
      mayInclude: true,
      read: userDataFile,
    },
    {
      name: 'shell',
      owns: (path) => SETTINGS.test(nameOf(path)) || /\.(?:sh|bash)\.(?:tpl|tftpl|tmpl|j2)$/.test(path),
      extensions: ['sh', 'bash', 'zsh', 'ksh', 'envrc', 'ps1'],
      ownsText: ({ text }) => STARTS_SHELL.test(text),
      isScript: true,
      mayInclude: true,
      read: shellFile,
    },
    { name: 'markdown', extensions: ['md', 'mdx', 'markdown'], mayInclude: true, read: markdownFile },
  ],
}

const STARTS_SHELL = /^#![^\n]*\b(?:ba|da|z|k|a)?sh\b/

export default shellScripts
