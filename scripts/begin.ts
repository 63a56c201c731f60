import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes files below the current directory, unless one of them or `folder` is there already: then says so and writes none. */
export function begin(files: Readonly<Record<string, string>>, folder: string): boolean {
  const there = [...Object.keys(files), folder].find((path) => existsSync(path))
  if (there) return refuse(`${there} exists already`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return true
}

export function refuse(fault: string): false {
  console.error(fault)
  process.exitCode = 1
  return false
}
