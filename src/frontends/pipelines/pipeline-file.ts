import type { Place } from '../../core/node.ts'
import { nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { wholeText } from '../../core/text.ts'
import { yamlDocuments } from '../../languages/yaml/yaml.ts'
import { type Read, readOf } from '../front-end.ts'
import { pipelineNodes } from './pipeline.ts'

const PIPELINES =
  /^(?:buildspec[\w.-]*|\.gitlab-ci[\w.-]*|[\w.-]*\.gitlab-ci|bitbucket-pipelines|\.travis|azure-pipelines[\w.-]*|appspec|amplify|Taskfile(?:\.dist)?|cloudbuild|\.?drone|\.woodpecker|\.cirrus|appveyor|\.appveyor|codefresh|semaphore)\.ya?ml$/i
const FOLDER = /(?:^|\/)\.(?:circleci|buildkite|woodpecker|semaphore)\/[^/]+\.ya?ml$/
const COMPOSE = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i

export function isPipelinePath(path: string): boolean {
  const name = nameOf(path)
  return PIPELINES.test(name) || COMPOSE.test(name) || FOLDER.test(path)
}

/** A pipeline of a build system, or a Compose file: their scripts and environments. */
export function pipelineFile(source: Source): Read {
  const { values, notifications } = yamlDocuments(wholeText(source))
  const environment: Place = COMPOSE.test(nameOf(source.uri)) ? 'compose-environment' : 'build-environment'
  return readOf(
    values.flatMap((value) => pipelineNodes(value, { script: 'script', environment })),
    notifications,
  )
}
