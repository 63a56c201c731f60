import type { ContainerNode } from '../../core/node.ts'
import type { Span } from '../../core/source.ts'

type Instruction = ContainerNode['instructions'][number]

/** What a `FROM` begins. */
export interface Stage {
  readonly from: Instruction
  readonly image: string
  readonly imageSpan: Span
  readonly instructions: readonly Instruction[]
  /** The earlier stage that it goes on from. */
  readonly base: Stage | undefined
}

export function stagesOf({ instructions }: ContainerNode): Stage[] {
  const stages: (Stage & { instructions: Instruction[] })[] = []
  const byName = new Map<string, Stage>()
  for (const instruction of instructions) {
    if (instruction.keyword !== 'FROM') {
      stages.at(-1)?.instructions.push(instruction)
      continue
    }
    const words = instruction.text.value
      .trim()
      .split(/\s+/)
      .filter((word) => !word.startsWith('--'))
    const image = words[0] ?? ''
    const stage = {
      from: instruction,
      image,
      imageSpan: instruction.span,
      instructions: [],
      base: byName.get(image.toLowerCase()),
    }
    stages.push(stage)
    if (/^as$/i.test(words[1] ?? '') && words[2]) byName.set(words[2].toLowerCase(), stage)
  }
  return stages
}

/** The last instruction of a kind in a stage, or in those that it goes on from. */
export function lastOf(stage: Stage, keyword: string): Instruction | undefined {
  for (let at: Stage | undefined = stage; at; at = at.base) {
    const found = at.instructions.findLast((instruction) => instruction.keyword === keyword)
    if (found) return found
  }
  return undefined
}

/** The image that a stage begins with in the end. */
export function imageOf(stage: Stage): string {
  return stage.base ? imageOf(stage.base) : stage.image
}

/** Lambda starts its images by its own rules, whoever their user is and whatever they say of health. */
export const isForLambda = (stage: Stage): boolean => /(?:^|\/)lambda\/|aws-lambda|lambda-/i.test(imageOf(stage))
