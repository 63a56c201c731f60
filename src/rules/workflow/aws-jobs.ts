import { leafOf, member, type Value } from '../../core/value.ts'
import { type Job, jobsOf, type Step, stepsOf, workflowEnvironment } from './jobs.ts'
import { mayAskForToken } from './role-fix.ts'

/** Actions that log in to AWS, or that work with the credentials of the job. */
const AWS_ACTION = /^aws-actions\/|^(?:aws-|.*\/)(?:setup-sam|.*ecr-login|.*-aws-credentials)\b/i

/** Jobs in which credentials of AWS are within reach. */
export function awsJobs(document: Value): Job[] {
  const shared = namesAws(workflowEnvironment(document))
  return jobsOf(document).filter((job) => shared || job.environments.some(namesAws) || reachesAws(job))
}

function reachesAws(job: Job): boolean {
  return stepsOf(job).some((step) => isAwsStep(step) || namesAws(step.environment) || namesAws(step.inputs))
}

export const isAwsStep = ({ uses }: Step): boolean => uses !== undefined && AWS_ACTION.test(uses)

export function namesAws(map: Value | undefined): boolean {
  return (
    map?.kind === 'map' &&
    map.entries.some(({ key }) => /^aws[_-](?:access[_-]key|secret|session|role|web[_-]identity)/i.test(key))
  )
}

/** The names of the events that start a workflow. */
export function eventsOf(document: Value): ReadonlySet<string> {
  // YAML 1.1 reads a bare `on` as a truth.
  const on = member(document, 'on') ?? member(document, 'true')
  if (on?.kind === 'map') return new Set(on.entries.map(({ key }) => key))
  const items = on?.kind === 'list' ? on.items : on ? [on] : []
  return new Set(items.flatMap((item) => leafOf(item)?.value ?? []))
}

export const mayReachAws = (document: Value, job: Job): boolean =>
  awsJobs(document).some(({ name }) => name === job.name) || mayAskForToken(document, job)
