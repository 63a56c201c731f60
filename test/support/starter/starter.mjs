// Starts processes for a process of tests, and hands over what they say: see `small-starts.ts`. Ends when that process does.
import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, openSync, rmSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Frames, frame, takeFrames } from './frames.mjs'

const [folder] = process.argv.slice(2)
const [asked, answered] = ['asked', 'answered'].map((name) => join(folder, name))
spawnSync('mkfifo', [asked, answered])

process.stdin.resume().on('end', () => {
  rmSync(folder, { recursive: true, force: true })
  // An exit would wait for the pipe to say something.
  process.kill(process.pid, 'SIGKILL')
})

// Who waits for the answer asks by a pipe, and reads the other one until it is there.
const answer = openSync(answered, 'r+')
createReadStream('', { fd: openSync(asked, 'r+') }).on(
  'data',
  takeFrames((kind, content) => {
    if (kind === Frames.start) startToEnd(JSON.parse(content))
  }),
)

/** `input` is text or base64, as the buffers of the answer are. */
function startToEnd({ program, args, options, input, limit, timeout }) {
  const child = spawn(program, args, { ...options, stdio: 'pipe' })
  const outputs = { stdout: [], stderr: [] }
  let error
  let timer
  if (timeout) {
    timer = setTimeout(() => {
      error = { code: 'ETIMEDOUT', message: `spawnSync ${program} ETIMEDOUT` }
      child.kill('SIGTERM')
    }, timeout)
  }
  for (const name of ['stdout', 'stderr']) {
    let size = 0
    child[name].on('data', (part) => {
      size += part.length
      if (size <= limit) outputs[name].push(part)
      else if (!error) {
        error = { code: 'ENOBUFS', message: `spawnSync ${program} ENOBUFS` }
        child.kill('SIGTERM')
      }
    })
  }
  child.stdin.on('error', () => {}).end(Buffer.from(input, 'base64'))
  child.on('error', ({ code, message }) => {
    error ??= { code, message: `spawnSync ${message.replace(/^spawn /, '')}` }
  })
  child.on('close', (status, signal) => {
    clearTimeout(timer)
    const failed = error !== undefined && error.code !== 'ENOBUFS' && error.code !== 'ETIMEDOUT'
    const outcome = { status: failed || error ? null : status, signal, error, pid: child.pid ?? 0 }
    const [stdout, stderr] = [Buffer.concat(outputs.stdout), Buffer.concat(outputs.stderr)]
    for (const part of [
      frame(Frames.out, stdout),
      frame(Frames.err, stderr),
      frame(Frames.end, JSON.stringify(outcome)),
    ])
      for (let at = 0; at < part.length; ) at += writeSync(answer, part, at)
  })
}

const server = createServer((socket) => {
  let child
  socket.on('error', () => child?.kill('SIGKILL')).on('close', () => child?.kill('SIGKILL'))
  socket.on(
    'data',
    takeFrames((kind, content) => {
      if (kind === Frames.start) child = startFor(socket, JSON.parse(content))
      else if (kind === Frames.in) child.stdin.write(content)
      else if (kind === Frames.inEnd) child.stdin.end()
      else if (kind === Frames.kill) child.kill(String(content))
    }),
  )
})
server.listen(join(folder, 'socket'), () => process.stdout.write('ready'))

function startFor(socket, { program, args, options }) {
  const child = spawn(program, args, { ...options, stdio: 'pipe' })
  const tell = (kind, content) => socket.writable && socket.write(frame(kind, content))
  for (const [name, kind, endKind] of [
    ['stdout', Frames.out, Frames.outEnd],
    ['stderr', Frames.err, Frames.errEnd],
  ]) {
    child[name].on('data', (part) => {
      if (tell(kind, part)) return
      child[name].pause()
      socket.once('drain', () => child[name].resume())
    })
    child[name].on('end', () => tell(endKind, ''))
  }
  child.stdin.on('error', () => {})
  child.on('error', ({ code, message }) => tell(Frames.error, JSON.stringify({ code, message })))
  child.on('close', (code, signal) => {
    tell(Frames.end, JSON.stringify({ code, signal }))
    socket.end()
  })
  return child
}
