// Loaded into the process under test: writes down which files it touches, what it starts and where it connects to.
// What Node itself does to load modules goes past it.
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { fileURLToPath } from 'node:url'

const { appendFileSync } = fs
const tell = (kind, what) => appendFileSync(process.env.KEYLATCH_TRACE, `${JSON.stringify([kind, what])}\n`)

const nameOf = (path) => {
  if (path instanceof URL) return fileURLToPath(path)
  return Buffer.isBuffer(path) ? path.toString() : path
}

function watch(module, kinds) {
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of names) {
      const original = module[name]
      module[name] = function (first, ...rest) {
        const what = nameOf(first)
        if (typeof what === 'string' && what !== process.env.KEYLATCH_TRACE) tell(kind, what)
        return original.call(this, first, ...rest)
      }
      // `realpathSync.native` and its like.
      Object.assign(module[name], original)
    }
  }
}

const both = (...names) => names.flatMap((name) => [name, `${name}Sync`])
watch(fs, {
  read: [...both('readFile', 'readdir', 'opendir', 'readlink', 'copyFile'), 'createReadStream'],
  open: both('open'),
  write: [
    ...both('writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rm', 'unlink', 'rename', 'symlink', 'chmod', 'utimes'),
    'createWriteStream',
  ],
  look: both('stat', 'lstat', 'access', 'exists', 'realpath'),
})
watch(fs.promises, {
  read: ['readFile', 'readdir', 'opendir'],
  open: ['open'],
  write: ['writeFile', 'appendFile', 'mkdir', 'rm'],
})
watch(childProcess, { start: both('spawn', 'exec', 'execFile').concat('fork') })
watch(dns, { resolve: ['lookup', 'resolve', 'resolve4', 'resolve6'] })
watch(dns.promises, { resolve: ['lookup', 'resolve'] })

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...words) {
  // Node hands its own calls on as a list in a list.
  const [first] = Array.isArray(words[0]) ? words[0] : words
  tell(
    'connect',
    typeof first === 'object' ? `${first.host ?? first.path ?? 'localhost'}:${first.port ?? ''}` : String(first),
  )
  return connect.apply(this, words)
}
net.Server.prototype.listen = () => tell('listen', 'a port')
dgram.createSocket = () => tell('listen', 'a datagram socket')
syncBuiltinESMExports()
