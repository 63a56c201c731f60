import type { RawChange } from './records.ts'
import type { EntryKind } from './snapshot.ts'
import { kindOf } from './stored.ts'

/** Where a blob came in. */
export interface Place {
  readonly path: string
  /** Absent for what is staged. */
  readonly commit?: string
  readonly kind: EntryKind
  /** Blobs that stood at this very path in the commit's parents; empty when the file is new there. */
  readonly before: readonly string[]
}

/** The blobs that commits bring in, each with everywhere they were put. */
export interface Places {
  add(change: RawChange, commit: string | undefined): void
  keep(wanted: (blob: string) => boolean): void
  readonly byBlob: ReadonlyMap<string, Place[]>
  readonly submodules: ReadonlySet<string>
  /** Where a commit gave a name that was not there before. */
  readonly named: readonly Place[]
}

export function createPlaces(): Places {
  const byBlob = new Map<string, Place[]>()
  const submodules = new Set<string>()
  const named: Place[] = []
  return {
    byBlob,
    submodules,
    named,
    add(change, commit) {
      if (change.blob === undefined) return
      if (kindOf(change.mode) === 'submodule') {
        submodules.add(change.path)
        return
      }
      if (!bringsIn(change)) return
      const place = placeOf(change, commit)
      if (place.before.length === 0) named.push(place)
      const others = byBlob.get(change.blob)
      if (others) others.push(place)
      else byBlob.set(change.blob, [place])
    },
    keep(wanted) {
      for (const blob of byBlob.keys()) if (!wanted(blob)) byBlob.delete(blob)
    },
  }
}

/** False when only the mode changed: the very content stood there before. */
export function bringsIn(change: RawChange): boolean {
  return change.before.every(({ blob }) => blob !== change.blob)
}

/** Where a change put its blob. */
export function placeOf(change: RawChange, commit: string | undefined): Place {
  return {
    path: change.path,
    ...(commit === undefined ? {} : { commit }),
    kind: kindOf(change.mode),
    before: change.before.filter(({ mode }) => kindOf(mode) !== 'submodule').map(({ blob }) => blob),
  }
}
