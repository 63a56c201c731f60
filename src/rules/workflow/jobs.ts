import { leafOf, member, type Value } from '../../core/value.ts'

/** A job of a workflow, or the steps of a composite action, which run in somebody else's job. */
export interface Job {
  readonly name: string
  /** Undefined for a composite action. */
  readonly body: Value | undefined
  readonly steps: Value | undefined
  /** Of the job, its container and its services. */
  readonly environments: readonly Value[]
}

export interface Step {
  /** As people call it: its name, its id, what it uses, or its number. */
  readonly name: string
  readonly uses: string | undefined
  readonly inputs: Value | undefined
  readonly environment: Value | undefined
}

export function jobsOf(document: Value): Job[] {
  const jobs = member(document, 'jobs')
  const found: Job[] = []
  if (jobs?.kind === 'map') {
    for (const { key, value } of jobs.entries) {
      found.push({ name: key, body: value, steps: member(value, 'steps'), environments: environmentsOf(value) })
    }
  }
  const steps = member(member(document, 'runs'), 'steps')
  return steps ? [...found, { name: 'runs', body: undefined, steps, environments: [] }] : found
}

export function workflowEnvironment(document: Value): Value | undefined {
  return member(document, 'env')
}

export function stepsOf({ steps }: Job): Step[] {
  if (steps?.kind !== 'list') return []
  return steps.items.map((step, index) => {
    const uses = textOf(member(step, 'uses'))
    return {
      name: nameOf(step) ?? uses ?? `${index + 1}`,
      uses,
      inputs: member(step, 'with'),
      environment: member(step, 'env'),
    }
  })
}

/** Other people's text, about to stand in a message: one line, no code marks. */
function nameOf(step: Value): string | undefined {
  const name = textOf(member(step, 'name')) ?? textOf(member(step, 'id'))
  return name
    ?.replace(/[`\s]+/g, ' ')
    .trim()
    .slice(0, 100)
}

/** A scalar that says something; undefined for '' and what is no scalar. */
export function textOf(value: Value | undefined): string | undefined {
  return leafOf(value)?.value || undefined
}

function environmentsOf(job: Value): Value[] {
  const services = member(job, 'services')
  const containers = [
    member(job, 'container'),
    ...(services?.kind === 'map' ? services.entries.map(({ value }) => value) : []),
  ]
  return [member(job, 'env'), ...containers.map((container) => member(container, 'env'))].filter(
    (env) => env !== undefined,
  )
}
